"""One person, unmistakable, goes every way through the bot: nothing in clear tells who she is."""

import asyncio
import base64
import json
import re
import shutil
import sqlite3
import time
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from PIL import ExifTags, Image
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from bot.cli.main import build_command_line
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.sandbox import Chat, Person, Sandbox
from bot.sandbox.errors import RefusalError
from bot.sandbox.faults import DropAfter, Fault, TooMany
from bot.sandbox.process import BotProcess
from storage.keys import Keyring, read_or_create_key_file
from tests.end_to_end.canary import ABOUT_HER, CANARY, found_in, opened, sealed
from tests.end_to_end.conftest import PATIENCE, TOKEN, Town
from tests.end_to_end.test_groups import COORDINATOR as GROUP_MEMBER
from tests.end_to_end.test_groups import a_group, last_week
from tests.end_to_end.test_webhook import free_port
from tests.storage.postgres import plain_engine, running

pytestmark = pytest.mark.slow

NEIGHBOUR = Person(id=700_000_777, first_name="Granne", language_code="sv")
NEIGHBOURS_WORDS = "Min granne Xantippa Qvistgard @xq_kanarie kör moped i Norrby, 070-1740623"
REPORT = {
    "id": 17,
    "when": "2025-03-21T12:28",
    "text": "Moped körde på en kvinna i Norrby. Hon heter Xantippa Qvistgard, 070-1740623.",
}


@pytest.mark.parametrize(
    "written",
    [
        b"id 7304918265",
        "XANTIPPA".encode("utf-16-le"),
        base64.b64encode(b"x: Xantippa Qvistgard"),
        base64.urlsafe_b64encode(b"from Qvistgard to"),
        b"Qvistgard".hex().encode(),
        b"\x00\x01" + CANARY.id.to_bytes(6, "big"),
    ],
)
def test_the_canary_is_seen_however_she_is_written(written: bytes):
    assert found_in(b"something before" + written + b"something after")


def awake_at_night(directory: Path) -> Path:
    """The shipped configuration without quiet hours: what is pushed comes at once."""
    shutil.copytree(default_config_dir(), directory)
    file = directory / "brabot.toml"
    written = file.read_text("utf-8")
    file.write_text(re.sub(r'(?m)^start = "21:00"$', 'start = "07:00"', written), "utf-8")
    return directory


@asynccontextmanager
async def a_watched_town(directory: Path, port: int) -> AsyncIterator[Town]:
    """A town whose bot shows its numbers as well."""
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(
            sandbox,
            directory,
            config=awake_at_night(directory / "config"),
            cache_dir=Settings().cache_dir,
            settings={"BRABOT_HTTP_PORT": str(port), "TMPDIR": str(directory / "temporary")},
        )
        (directory / "temporary").mkdir()
        try:
            await bot.start(timeout=180)
            yield Town(sandbox=sandbox, bot=bot, directory=directory)
        finally:
            await bot.kill()


async def test_a_person_is_found_nowhere_but_sealed_and_after_deletion_not_even_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    async with a_watched_town(tmp_path, port) as town:
        group = await a_group(town, "trafik")
        await everything_she_can_do(town)
        reference = await she_is_answered_and_answers_back(town, group)
        await she_writes_while_things_fail(town)
        shown = await crash(town) | await pages(port)
        shown |= await asyncio.to_thread(commands, town, reference, monkeypatch)
        await town.settled()
        shown["the group"] = repr(town.sandbox.sent(group.id)).encode()
        shown |= {path.name: read(path) for path in files(tmp_path)}
        assert given_away(shown) == {}
        assert events_of_one_message(town) >= {"updates_received", "update_handled", "message_sent"}

        keyring = Keyring.from_secret(read_or_create_key_file(tmp_path / "brabot.key")[0])
        before = sealed(tmp_path / "brabot.db")
        clear = opened(before, keyring)
        assert ABOUT_HER in clear["message.text"]
        assert "Efter tio" in clear["message.text"]
        assert clear["media_content.content"]
        assert found_in(clear["media_content.content"].encode()) == set()
        assert str(CANARY.id) in clear["resident.telegram_id"]

        await she_deletes_everything(town)
        after = sealed(tmp_path / "brabot.db")
        kept = {column: text.encode() for column, text in opened(after, keyring).items()}
        assert given_away(kept) == {"message.text": found_in(NEIGHBOURS_WORDS.encode())}
        assert await town.bot.stop() == 0
    gone = {value for column in before for value in set(before[column]) - set(after[column])}
    left = b"".join(path.read_bytes() for path in files(tmp_path) if path.suffix != ".brabot")
    assert gone
    assert not [value for value in gone if value in left]


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The address of a new database on a server of this test's own."""
    with running() as postgres, postgres.without_tables() as url:
        yield url


async def test_no_file_of_a_postgresql_server_tells_who_she_is(tmp_path: Path, postgresql: str):
    async with Sandbox(TOKEN, clock=lambda: datetime.now(UTC)) as sandbox:
        bot = BotProcess(
            sandbox,
            tmp_path,
            config=default_config_dir(),
            cache_dir=Settings().cache_dir,
            settings={"BRABOT_DATABASE_URL": postgresql},
        )
        town = Town(sandbox=sandbox, bot=bot, directory=tmp_path)
        try:
            await bot.start(timeout=180)
            began = time.time()
            sandbox.says(CANARY, f"Mopeder kör på gångvägen i Norrby. {ABOUT_HER}")
            await town.answer(CANARY, "B-")
            sandbox.sends_photo(CANARY, f"Klotter. {ABOUT_HER}", content=a_photo_by_her())
            sandbox.says(CANARY, f"Det brinner i Sjöbo. {ABOUT_HER}")
            await sandbox.drained(PATIENCE)
            await bot.kill()
            await bot.start()
            await town.answer(CANARY, "112")
            server = served_from(postgresql)
            written = [path for path in files(server) if path.stat().st_mtime >= began]
            shown = {str(path): path.read_bytes().rstrip(b"\0") for path in written}
            assert any("pg_wal" in name for name in shown)
            assert given_away(shown | {"log": bot.log.encode()}) == {}
            assert any(b"Mopeder k" in content for content in shown.values())
        finally:
            await bot.kill()


def served_from(url: str) -> Path:
    """Where the server keeps its files, with all that it has so far written there."""
    engine = plain_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("CHECKPOINT")
        directory = connection.exec_driver_sql("SHOW data_directory").scalar_one()
    engine.dispose()
    return Path(directory)


async def everything_she_can_do(town: Town) -> None:
    """Write, in every way there is, and be told about."""
    says = town.sandbox.says
    moment = datetime.now(UTC) - timedelta(days=7)
    says(CANARY, "/start")
    says(CANARY, f"Mopeder kör på gångvägen i Norrby varje kväll. {ABOUT_HER}", at=moment)
    await town.answer(CANARY, "B-")
    for number in range(4):
        says(town.resident(number), "Mopeder kör på gångvägen i Norrby igen, farligt", at=moment)
        await town.answer(town.resident(number), "B-")
    said = says(CANARY, f"De säljer knark i porten, bilen har APA 517. {ABOUT_HER}")
    town.sandbox.edits(CANARY, said, f"De säljer knark i porten i Hulta, APA517. {ABOUT_HER}")
    town.sandbox.sends_photo(CANARY, f"Klotter på skolan. {ABOUT_HER}", content=a_photo_by_her())
    town.sandbox.sends_sticker(CANARY)
    town.sandbox.raw({"message": from_her(99_990) | {"contact": CONTACT}})
    town.sandbox.raw(
        {"message": from_her(99_991) | {"venue": VENUE, "location": VENUE["location"]}}
    )
    says(CANARY, f"Hjälp, de slåss med kniv här nu! {ABOUT_HER}")
    town.sandbox.shares_position(CANARY, 57.7256, 12.9271)
    says(CANARY, f"/koppla {CANARY.username}")
    says(CANARY, f"/{CANARY.username}")
    says(NEIGHBOUR, NEIGHBOURS_WORDS)
    await town.answer(NEIGHBOUR, "B-")
    town.sandbox.raw({"message": {"from": CANARY.as_user(), "text": [ABOUT_HER], "chat": 1}})
    origin = {"type": "user", "date": now_as_number(), "sender_user": CANARY.as_user()}
    forwarded = {"text": f"Vidarebefordrat. {ABOUT_HER}", "forward_origin": origin}
    town.sandbox.raw({"message": from_her(99_999) | forwarded})
    says(CANARY, "/mina")
    await town.answer(CANARY, "Det du har berättat")
    says(CANARY, "/folj Norrby")
    says(CANARY, "/mindata")
    asked = await town.answer(CANARY, "två filer")
    town.sandbox.presses(CANARY, asked, "Ja, skicka filerna")
    await town.answer(CANARY, "Samma sak, för datorer")
    await town.settled()


CONTACT = {
    "phone_number": "070-1740623",
    "first_name": CANARY.first_name,
    "last_name": CANARY.last_name,
    "user_id": CANARY.id,
}
VENUE = {
    "location": {"latitude": 57.7256, "longitude": 12.9271},
    "title": f"Hemma hos {CANARY.first_name} {CANARY.last_name}",
    "address": f"Hos {CANARY.last_name}",
}


def from_her(message_id: int) -> dict[str, object]:
    """A message of hers without its content, as Telegram brings it."""
    chat = {"id": CANARY.id, "type": "private", "first_name": CANARY.first_name}
    known = {"message_id": message_id, "date": now_as_number()}
    return known | {"chat": chat, "from": CANARY.as_user()}


def now_as_number() -> int:
    return int(datetime.now(UTC).timestamp())


def a_photo_by_her() -> bytes:
    """A picture whose metadata name her."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Xantippa Qvistgard"
    written = BytesIO()
    Image.new("RGB", (64, 64), "grey").save(written, "JPEG", exif=exif)
    return written.getvalue()


async def she_is_answered_and_answers_back(town: Town, group: Chat) -> str:
    """A group writes to her without knowing who she is, and she says who she is.

    Returns the reference of what she told.
    """
    told = await town.answer(CANARY, "Buskörning", "B-")
    reference = re.search(r"B-\w+", told.text).group()
    town.sandbox.says(GROUP_MEMBER, f"/svara {reference} Vilken tid brukar det vara?", chat=group)
    question = await town.answer(CANARY, "Vilken tid brukar det vara?")
    town.sandbox.presses(CANARY, question, "Svara")
    await town.answer(CANARY, "Skriv det du vill svara")
    town.sandbox.says(CANARY, f"Efter tio. {ABOUT_HER}")
    await town.sandbox.wait_for(lambda m: m.chat_id == group.id and "Efter tio" in m.text, PATIENCE)
    await town.settled()
    return reference


@dataclass(frozen=True)
class Echo(Fault):
    """400, with what was to be sent in the reason, as Telegram tells what it cannot parse."""

    async def before(self) -> None:
        """Refuse the call."""
        raise RefusalError(400, f"Bad Request: can't parse entities in {ABOUT_HER}")


async def she_writes_while_things_fail(town: Town) -> None:
    """Telegram refuses, or hangs up when it is done; the database is locked for a while."""
    for hour, fault in enumerate((TooMany(1), DropAfter(), Echo())):
        at = datetime.now(UTC) - timedelta(days=2, hours=hour)
        town.sandbox.faults.next("sendMessage", fault, chat_id=CANARY.id)
        town.sandbox.says(CANARY, f"{hour} lampor är trasiga i Hulta. {ABOUT_HER}", at=at)
        await town.sandbox.drained(PATIENCE)
        await town.settled()
    lock = sqlite3.connect(town.directory / "brabot.db", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        town.sandbox.says(CANARY, f"Han har en pistol här nu! {ABOUT_HER}")
        await asyncio.sleep(1.2)  # longer than danger waits for the database
    finally:
        lock.close()
    await town.settled()


async def crash(town: Town) -> dict[str, bytes]:
    """Kill the bot with her words in its hands; what its files hold at that moment."""
    town.sandbox.says(CANARY, f"Det brinner i en container i Sjöbo. {ABOUT_HER}")
    await town.sandbox.drained(PATIENCE)
    await town.bot.kill()
    left = {f"{path.name} after the crash": path.read_bytes() for path in files(town.directory)}
    await town.bot.start()
    await town.settled()
    return left


def commands(town: Town, reference: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the commands print; what they write lies in the town's directory."""
    with TemporaryDirectory() as given:
        old, damaged = (Path(given) / name for name in ("old.jsonl", "damaged.jsonl"))
        old.write_text(json.dumps(REPORT) + "\n", "utf-8")
        damaged.write_text(f'{{"text": "{ABOUT_HER}", "when": "{CANARY.last_name}"\n', "utf-8")
        return what_commands_show(town, reference, old, damaged, monkeypatch)


def what_commands_show(
    town: Town, reference: str, old: Path, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    for name, value in town.bot.environment.items():
        monkeypatch.setenv(name, value)
    out = town.directory / "out"
    asked: dict[str, tuple[str, ...]] = {
        "concern list": ("concern", "list"),
        "concern show": ("concern", "show", reference),
        "concern of nobody": ("concern", "show", CANARY.last_name or ""),
        "concern theme": ("concern", "theme", reference, "skadegorelse", "--by", "eva"),
        "concern place": ("concern", "place", reference, "Hulta", "--by", "eva"),
        "concern media": ("concern", "media", reference, "--out", str(out), "--reason", "fråga"),
        "import": ("import", str(old), "--by", "eva"),
        "import of what is damaged": ("import", str(damaged)),
        "config impact": ("config", "impact", "--html", str(out / "impact.html")),
        "resort": ("resort", "--reason", "prov"),
        "config history": ("config", "history", "--all"),
        "followup": ("followup", "Norrby", "Nu är det lagat.", "--by", "eva"),
        "hold": (
            *("hold", "add", reference, "--decision", "Dnr 7", "--reason", "utredning"),
            *("--by", "eva"),
        ),
        "hold list": ("hold", "list"),
        "hold lifted": ("hold", "lift", reference, "--by", "eva"),
        "purge": ("purge", "--dry-run"),
        "health": ("health",),
        "deliveries": ("deliveries",),
        "group list": ("group", "list"),
        "digest": (
            *("digest", "--focus-area", "trafik", "--week", last_week(), "--out", str(out)),
            *("--format", "text,html,json,csv,geojson,xlsx,pdf", "--send"),
        ),
        "lagesbild": ("lagesbild", "--period", last_week()[:4], "--out", str(out)),
        "export": ("export", "--out", str(out / "export.csv")),
        "backup": ("backup", str(town.directory / "copy.brabot")),
    }
    runs = {name: run_here(arguments) for name, arguments in asked.items()}
    wrong = {n: run.exception for n, run in runs.items() if not ended_well(run)}
    assert set(wrong) == {"concern of nobody", "import of what is damaged"}, wrong
    del runs["concern of nobody"]  # it repeats what the person at the terminal asked for
    return {name: f"{run.output}{run.exception}".encode() for name, run in runs.items()}


def run_here(arguments: tuple[str, ...]) -> Result:
    """A command in this process: to start one for each takes long."""
    return CliRunner().invoke(build_command_line(arguments[:1]), arguments)


def ended_well(run: Result) -> bool:
    """Whether a command did what it was asked; that it found something wrong is fine."""
    return run.exit_code in (0, 1) and isinstance(run.exception, SystemExit | None)


async def pages(port: int) -> dict[str, bytes]:
    """What is served over HTTP."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        paths = ("/metrics", "/health/live", "/health/ready")
        return {path: (await client.get(path)).content for path in paths}


def events_of_one_message(town: Town) -> set[str]:
    """What the log tells of the update with which she told the last thing."""
    events = [json.loads(line) for line in town.bot.log.splitlines() if line.startswith("{")]
    last = max(e.get("update_id", 0) for e in events if e["event"] == "message_sent")
    return {e["event"] for e in events if last in (e.get("update_id"), *e.get("update_ids", ()))}


def given_away(contents: dict[str, bytes]) -> dict[str, set[str]]:
    """The marks in each of the contents, where there are any."""
    found = {name: found_in(content) for name, content in contents.items()}
    return {name: marks for name, marks in found.items() if marks}


def files(directory: Path) -> list[Path]:
    """All that lies in the bot's directory: database, journal, log, copies, forms."""
    return [path for path in directory.rglob("*") if path.is_file()]


def read(path: Path) -> bytes:
    """A file, unpacked as far as it is packed."""
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            content += b"".join(map(packed.read, packed.namelist()))
    if path.suffix == ".pdf":
        pdf = PdfReader(path)
        texts = [page.extract_text() for page in pdf.pages]
        content += "\n".join([*texts, str(pdf.metadata)]).encode()
    return content


async def she_deletes_everything(town: Town) -> None:
    """Press what a resident presses."""
    town.sandbox.says(CANARY, "/radera")
    choice = await town.answer(CANARY, "Vad vill du ta bort?")
    town.sandbox.presses(CANARY, choice, "Allt om mig")
    sure = await town.answer(CANARY, "Det går inte att ångra")
    town.sandbox.presses(CANARY, sure, "Ja, ta bort")
    await town.answer(CANARY, "Allt som fanns om dig är borttaget")
    await town.settled()
