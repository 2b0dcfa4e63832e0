"""Many processes read as one does; whatever ends one of them, nothing is lost or told."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import fields, replace
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.errors import InputInvalid, ReadingAborted
from bot.tuning.cluster import check_cluster, cluster_reader
from bot.tuning.many import CHUNK, SharedReader
from bot.tuning.processes import ReadingProcesses, processes_for
from bot.tuning.reading_process import NotRead, answer
from bot.tuning.resort import Resorted, resort
from nlp.reader import Reader
from nlp.reading import Message, Reading
from tests.bot.fakes import a_reading
from tests.nlp.builders import reader_config

from .conftest import WordReader

TEXTS = [
    "Det brinner i en container på Norrby igen, ring 070-1740611 till Kalle Testsson",
    "Mopederna kör som galningar varje kväll på Hulta",
    "Lampan är trasig",
    "Hej!",
    "",
    "\ud800 trasig \U0001f6f5 lampa",
    "Someone is threatening me with a knife right now",
    "هناك حريق في نوربي",
    Message(text="Här kör de moped", id="17", lat=57.72, lon=12.94),
]


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    return reader_config(cache_dir=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def alone(config):
    return Reader(config)


@pytest.fixture(scope="module")
def processes(config, alone):
    return ReadingProcesses([config], count=2)


@pytest.fixture(scope="module")
def together(processes):
    with processes as (reader,):
        yield reader


@pytest.mark.slow
def test_each_field_of_each_reading_is_as_one_process_reads_it(alone, together):
    expected = list(alone.read(TEXTS))
    for found, wanted in zip(together.read(TEXTS), expected, strict=True):
        for field in fields(Reading):
            assert getattr(found, field.name) == getattr(wanted, field.name)
        assert found.as_json() == wanted.as_json()
        assert type(found) is type(wanted)
        assert found.kind is wanted.kind
        assert found.urgency is wanted.urgency
    assert together.read_one(TEXTS[0]) == expected[0]


@pytest.mark.slow
def test_a_process_that_is_killed_loses_nothing(alone, together, processes):
    texts = [f"Moped nummer {n} på Norrby" for n in range(40 * CHUNK)]
    readings = together.read(texts)
    first = next(readings)
    killed = processes.pids[0]
    os.kill(killed, signal.SIGKILL)
    assert [first, *readings] == list(alone.read(texts))
    assert killed not in processes.pids
    assert len(processes.pids) == 2


def test_what_is_read_elsewhere_begins_when_it_is_asked_for_and_keeps_its_order():
    begun, most = [], 2

    def begin(messages):
        begun.append(messages)
        read = Future()
        read.set_result([a_reading(text) for text in messages])
        return read

    texts = [str(n) for n in range(5 * CHUNK + 3)]
    readings = SharedReader(begin, ahead=most).read(texts)
    assert [len(chunk) for chunk in begun] == [CHUNK] * most
    assert next(readings).masked == "0"
    assert len(begun) <= most + 1
    assert [reading.masked for reading in readings] == texts[1:]


def test_a_process_that_keeps_dying_is_a_clear_error():
    with (
        ReadingProcesses([Fatal()], count=1) as (reader,),
        pytest.raises(ReadingAborted, match=r"kod 3.*--processes 1"),
    ):
        reader.read_one("Kalle Testsson")


def test_the_processes_end_when_they_are_not_needed_any_more():
    processes = ReadingProcesses([None], count=2)
    with processes:
        pids = processes.pids
        assert len(pids) == 2
    assert not any(map(is_running, pids))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_processes_end_with_whoever_started_them(how):
    code = (
        "import time\n"
        "from bot.tuning.processes import ReadingProcesses\n"
        "processes = ReadingProcesses([None], count=2)\n"
        "with processes:\n"
        "    print(*processes.pids, flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(how)
    assert len(pids) == 2
    deadline = time.monotonic() + 30
    while any(map(is_running, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, pids))


def test_neither_keys_nor_texts_are_to_be_seen_from_outside(monkeypatch):
    monkeypatch.setenv("BRABOT_SECRET_KEY", "never-handed-on")
    processes = ReadingProcesses([None], count=1)
    with processes:
        (pid,) = processes.pids
        place = Path("/proc") / str(pid)
        seen = (place / "environ").read_bytes() + (place / "cmdline").read_bytes()
    assert b"BRABOT_" not in seen
    assert b"never-handed-on" not in seen


def test_why_a_text_was_not_read_holds_nothing_of_it():
    def build():
        raise ValueError("Kalle Testsson bor här")

    told = answer(build, ["Kalle Testsson bor här"])
    assert told == NotRead(reason="läsningen slutade med ValueError")


def test_a_small_archive_is_read_by_this_process_alone():
    assert processes_for(100) == 1
    assert 1 <= processes_for(10**6) <= len(os.sched_getaffinity(0))


class Fatal:
    """Ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (3,)


def is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra `cluster` is not installed"
)


@needs_dask
@pytest.mark.slow
async def test_a_cluster_that_loses_a_worker_sorts_as_one_process_does(
    database, told, config, alone, monkeypatch
):
    monkeypatch.setenv("BRABOT_SECRET_KEY", "never-handed-on")
    monkeypatch.setattr("bot.tuning.archive.BATCH", 5)
    for n in range(10):
        for text in TEXTS[:5]:
            await told(WordReader(), f"{text} {n}", *["Och det brinner"] * (n % 3))

    async def resorted(reader, version):
        done = Resorted()
        async for _ in resort(database, reader, version=version, done=done):
            yield
        assert done.read == 50

    async def stands():
        async with database.transaction() as tx:
            kept = await tx.resorting.kept(version=None, since=None, after=0, limit=999)
        return [replace(one, concern=replace(one.concern, config_version=None)) for one in kept]

    async for _ in resorted(alone, "one"):
        pass
    wanted = await stands()
    async for _ in resorted(WordReader(), "none"):
        pass
    assert await stands() != wanted

    with cluster_reader(config, address=None, processes=2) as reader:
        first, _ = workers = multiprocessing.active_children()
        seen_from_outside(workers)
        steps = resorted(reader, "two")
        await anext(steps)
        os.kill(first.pid, signal.SIGKILL)
        async for _ in steps:
            pass
    assert await stands() == wanted
    assert os.environ["BRABOT_SECRET_KEY"]


def seen_from_outside(workers):
    """Nobody on the network, or who looks at the processes, learns anything."""
    import psutil

    for pid in (os.getpid(), *(worker.pid for worker in workers)):
        for socket in psutil.Process(pid).net_connections():
            assert socket.laddr.ip == "127.0.0.1"
    for worker in workers:
        assert b"BRABOT_" not in Path(f"/proc/{worker.pid}/environ").read_bytes()


@pytest.fixture
def cluster_there():
    """Starts a cluster as an admin might; the address of its scheduler."""
    import dask
    from distributed import LocalCluster
    from distributed.security import Security

    security = Security.temporary()
    certificates = {
        "distributed.comm.tls.ca-file": security.tls_ca_file,
        "distributed.comm.tls.client.cert": security.tls_client_cert,
        "distributed.comm.tls.client.key": security.tls_client_key,
    }
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(certificates))

        def start(**options):
            here = {"processes": False, "dashboard_address": "127.0.0.1:0", "memory_limit": None}
            secure = {"protocol": "tls://", "security": security}
            return stack.enter_context(LocalCluster(**here | secure | options)).scheduler_address

        yield start


@needs_dask
@pytest.mark.slow
@pytest.mark.parametrize("protocol", ["tls", "tcp"])
def test_a_cluster_that_is_there_reads_as_well(protocol, alone, config, cluster_there):
    plain = {"protocol": "tcp://", "security": None} if protocol == "tcp" else {}
    address = cluster_there(n_workers=1, **plain)
    assert address.startswith(f"{protocol}://127.0.0.1")
    with cluster_reader(config, address=address, processes=1) as reader:
        assert list(reader.read(TEXTS)) == list(alone.read(TEXTS))


@needs_dask
@pytest.mark.slow
def test_a_cluster_without_workers_is_a_clear_error(config, cluster_there, monkeypatch):
    monkeypatch.setattr("bot.tuning.cluster._PATIENCE_SECONDS", 0.1)
    address = cluster_there(n_workers=0)
    with (
        cluster_reader(config, address=address, processes=1) as reader,
        pytest.raises(ReadingAborted, match="ingen arbetare"),
    ):
        reader.read_one(TEXTS[0])


@needs_dask
@pytest.mark.slow
def test_a_worker_that_may_write_texts_to_disk_is_refused(config, cluster_there):
    address = cluster_there(n_workers=1, memory_limit="4 GB")
    with (
        pytest.raises(InputInvalid, match="--memory-limit 0"),
        cluster_reader(config, address=address, processes=1),
    ):
        pass


@needs_dask
def test_a_worker_that_others_hear_or_that_reads_otherwise_is_refused():
    from bot.tuning.cluster_worker import Letter, Reading
    from nlp.parcels import Parcel, program_here

    parcel = Parcel(config=reader_config(), model=b"", polygons=None, program=program_here())
    worker = SimpleNamespace(address="tls://10.0.0.7:4000", data={})
    Reading(parcel).setup(worker)
    with pytest.raises(InputInvalid, match="okrypterat"):
        Reading(parcel).setup(SimpleNamespace(address="tcp://10.0.0.7:4000", data={}))
    with pytest.raises(InputInvalid, match="annan version"):
        Reading(replace(parcel, program="older")).setup(worker)
    assert "Testsson" not in repr(Letter(texts=["Kalle Testsson"]))


@needs_dask
@pytest.mark.parametrize("address", ["tcp://10.0.0.7:8786", "10.0.0.7:8786", "ws://127.0.0.1:1"])
def test_no_text_goes_plainly_over_the_network(address):
    with pytest.raises(InputInvalid, match="okrypterat"):
        check_cluster(address)


@needs_dask
@pytest.mark.parametrize(
    "address", [None, "tls://10.0.0.7:8786", "tcp://127.0.0.1:8786", "tcp://[::1]:8786"]
)
def test_encrypted_or_on_this_machine_it_may_go(address):
    check_cluster(address)


def test_without_dask_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr("bot.tuning.cluster.find_spec", lambda _: None)
    with pytest.raises(InputInvalid, match=r"brabot\[cluster\]"):
        check_cluster(None)
