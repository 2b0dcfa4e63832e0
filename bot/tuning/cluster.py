"""Texts read by a Dask cluster: processes of this machine, or a cluster that is there.

Texts are personal data: they go encrypted or stay on this machine, only in memory, and what
Dask writes of its work does not show them.
"""
# mypy: disable-error-code="no-untyped-call"
# Dask does not say what its calls take and give.

import logging
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bot.errors import InputInvalid, ReadingAborted
from bot.tuning.cluster_address import is_private
from bot.tuning.many import SharedReader, Texts
from bot.tuning.processes import without_settings
from bot.tuning.reading_process import Answer, NotRead
from nlp.config import ReaderConfig
from nlp.reading import Reading

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 16
"""So many chunks of a batch are under way at a time."""
_PATIENCE_SECONDS = 60
"""So long a cluster may be without any worker."""
_NO_PAGES: Mapping[str, Any] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
_PLAIN = (
    "{address} skulle föra invånarnas texter okrypterat över nätet. Ange tls://…, med "
    "certifikaten i Dasks inställningar (distributed.comm.tls), eller en adress på den här "
    "datorn, tcp://127.0.0.1:…, till exempel en SSH-tunnel."
)
_GONE = "Klustret svarar inte ({how}). Det som redan är sparat står kvar; kör igen."


def check_cluster(address: str | None) -> None:
    """See whether there may be a cluster there, before anything is begun.

    Raises:
        InputInvalid: Dask is not installed, or others would hear what goes to the address.
    """
    if find_spec("distributed") is None:
        raise InputInvalid('Dask är inte installerat: pip install "brabot[cluster]"')
    if address is not None and not is_private(address):
        raise InputInvalid(_PLAIN.format(address=address))


@contextmanager
def cluster_reader(
    config: ReaderConfig, *, address: str | None, processes: int
) -> Iterator[SharedReader]:
    """What reads on the cluster at `address`, or on one of so many processes started here.

    Workers may come and go meanwhile; what one that dies was reading is read again.

    Raises:
        InputInvalid: Dask is not installed, the cluster is not to be reached, or it is none
            that texts may be trusted to.
        TrainingImpossible: the examples do not suffice.
    """
    check_cluster(address)
    from bot.tuning.cluster_worker import Letter, read
    from bot.tuning.cluster_worker import Reading as Plugin
    from nlp.parcels import packed

    name = f"brabot-{uuid4()}"
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        client = stack.enter_context(_local(processes) if address is None else _at(address))
        stack.callback(_forget, client, name)
        client.register_plugin(Plugin(packed(config)), name=name)

        def begin(texts: Texts) -> "_Awaited":
            # Not pure: a key made from the texts would be a trace of them.
            return _Awaited(client, client.submit(read, name, Letter(texts=texts), pure=False))

        yield SharedReader(begin, ahead=_AHEAD)


class _Awaited:
    """Readings that some worker is making."""

    def __init__(self, client: "Client", future: "Future[Answer]") -> None:
        self._client = client
        self._future = future

    def result(self) -> list[Reading]:
        from distributed import KilledWorker
        from distributed.comm.core import CommClosedError

        while True:
            try:
                answer = self._future.result(timeout=_PATIENCE_SECONDS)
            except TimeoutError:
                if not self._client.scheduler_info()["workers"]:
                    raise ReadingAborted(_GONE.format(how="ingen arbetare är kvar")) from None
            except (CancelledError, CommClosedError, KilledWorker) as error:
                raise ReadingAborted(_GONE.format(how=type(error).__name__)) from None
            else:
                if isinstance(answer, NotRead):
                    raise ReadingAborted(f"Texterna gick inte att läsa: {answer.reason}")
                return answer


@contextmanager
def _local(processes: int) -> "Iterator[Client]":
    """A cluster of this machine, for us alone: whoever else is on it has no certificate."""
    import dask
    from distributed import Client, LocalCluster
    from distributed.security import Security

    with (
        dask.config.set(_NO_PAGES),
        _hidden_settings(),
        TemporaryDirectory(prefix="brabot-") as directory,
        LocalCluster(
            n_workers=processes,
            threads_per_worker=1,
            host="127.0.0.1",
            protocol="tls://",
            security=Security.temporary(),
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            memory_limit=None,
            local_directory=directory,
            silence_logs=logging.ERROR,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@contextmanager
def _at(address: str) -> "Iterator[Client]":
    from distributed import Client
    from distributed.security import Security

    encrypted = address.startswith("tls:")
    try:
        security = Security(require_encryption=True) if encrypted else None
        client = Client(address, security=security, set_as_default=False)
    except (OSError, TypeError, ValueError) as error:
        raise InputInvalid(
            f"Klustret {address} går inte att nå: {error or type(error).__name__}. Är det igång, "
            "och står certifikaten i Dasks inställningar (distributed.comm.tls)?"
        ) from error
    with client:
        yield client


def _forget(client: "Client", name: str) -> None:
    """Take the reading away from workers that others use too."""
    with suppress(OSError, ValueError):
        client.unregister_worker_plugin(name)


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave out what Dask tells of its own coming and going."""
    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def _hidden_settings() -> Iterator[None]:
    """Keep keys, the database and the token from processes that are started meanwhile."""
    before = dict(os.environ)
    after = without_settings(before)
    os.environ.clear()
    os.environ.update(after)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
