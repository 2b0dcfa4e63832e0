"""Files go from Telegram to the database: cleaned, encrypted, and never twice or for nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.media.apart import clean_apart
from bot.media.cleaned import Cleaned
from bot.media.cleaning import clean
from bot.sandbox import Person, RateLimits, Sandbox
from bot.sandbox.faults import ServerError
from bot.telegram.client import Client, build_client
from bot.telegram.fetcher import Fetcher
from bot.texts.catalogue import load_texts
from storage.concern_values import Concern, NewConcern, NewMessage
from storage.database import Database, open_database
from storage.keys import Keyring
from storage.media import Media, MediaState, NewMedia
from tests.bot.media import samples

TOKEN = "123456:invented-token-of-a-test"
ASTA = Person(id=501, first_name="Asta", language_code="en")
CONFIG = load_config(default_config_dir())
TEXTS = load_texts(CONFIG.languages, default=CONFIG.languages[0])


@dataclass(frozen=True, kw_only=True)
class Live:
    config = CONFIG
    texts = TEXTS


@dataclass(kw_only=True)
class Bench:
    """A bot that only fetches, its database and its Telegram."""

    sandbox: Sandbox
    client: Client
    database: Database
    folder: Path
    at: list[datetime]
    cleaned: list[bytes] = field(default_factory=list)
    clean: Callable[[bytes], Cleaned] = clean
    number: int = 0

    async def sent(self, kind: str, content: bytes, *, album: str | None = None) -> Concern:
        """Somebody sent a file, which lies with a concern by now."""
        self.sandbox.sends_file(ASTA, kind, content)
        (update,) = await self.client.get_updates(timeout=0, offset=self.number and self.number + 1)
        self.number = update.update_id
        message = update.message
        file = message.photo[-1] if kind == "photo" else getattr(message, kind)
        now = self.at[0]
        async with self.database.transaction() as tx:
            resident = await tx.residents.recognise(ASTA.id, now=now, language="en")
            first = NewMessage(told_at=now, text="", masked="", reading={})
            new = NewConcern(
                source="telegram",
                told_at=now,
                kind="concern",
                urgency="normal",
                recurring=False,
                language="sv",
                area=None,
                themes=(),
                places=(),
                needs_human=True,
                config_version="v",
                message=first,
                resident_id=resident.id,
                telegram_id=ASTA.id,
            )
            if album is not None:
                told = await tx.media.concern_of_album(resident.id, album)
            else:
                told = None
            known = await tx.concerns.get(told) if told is not None else None
            concern = known or await tx.concerns.record(new, now=now)
            await tx.media.add(
                concern.id,
                NewMedia(
                    telegram_message_id=message.message_id,
                    kind="video" if kind == "video_note" else kind,
                    file_id=file.file_id,
                    unique_id=file.file_unique_id,
                    album=album,
                    told_at=now,
                ),
                now=now,
            )
        return concern

    async def fetches(self) -> int:
        async def cleaner(content: bytes) -> Cleaned:
            self.cleaned.append(content)
            return self.clean(content)

        fetcher = Fetcher(
            self.client,
            self.database,
            live=Live(),
            clock=lambda: self.at[0],
            told=lambda: None,
            clean=cleaner,
        )
        return await fetcher.fetch_some()

    async def file_of(self, concern: Concern) -> tuple[Media, bytes | None]:
        async with self.database.transaction() as tx:
            (found,) = await tx.media.of_concern(concern.id)
            return found, await tx.media.content(found.id)

    async def told(self) -> list[str]:
        async with self.database.transaction() as tx:
            items = await tx.outbox.claim(now=self.at[0], limit=9)
            for item in items:
                await tx.outbox.sent(item.id, now=self.at[0], message_id=1)
        return [item.params["text"] for item in items]

    def on_disk(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.folder.glob("brabot.db*"))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    at = [datetime(2026, 11, 16, 8, 0, tzinfo=UTC)]
    keyring = Keyring.from_secret(bytes(range(32)))
    database = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", keyring)
    async with Sandbox(TOKEN, clock=lambda: at[0], rate_limits=RateLimits.unlimited()) as sandbox:
        client = build_client(TOKEN, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url)
        async with client:
            yield Bench(sandbox=sandbox, client=client, database=database, folder=tmp_path, at=at)
    await database.close()


async def test_a_photo_is_kept_without_what_it_told_and_nowhere_in_clear(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    assert await bench.fetches() == 1
    file, content = await bench.file_of(concern)
    assert (file.state, file.media_type) == (MediaState.KEPT, "image/jpeg")
    assert content is not None
    assert file.size == len(content)
    assert content.startswith(b"\xff\xd8")
    assert samples.CANARY.encode() not in content
    assert samples.CANARY.encode() not in bench.on_disk()
    assert content[:40] not in bench.on_disk()
    assert await bench.fetches() == 0
    assert await bench.told() == []


async def test_what_is_no_picture_whatever_it_claims_is_refused_and_said(bench: Bench):
    concern = await bench.sent("photo", b"PK\x03\x04 a zip named .jpg")
    await bench.fetches()
    file, content = await bench.file_of(concern)
    assert (file.state, file.reason, content) == (MediaState.REFUSED, "type", None)
    (said,) = await bench.told()
    assert concern.reference in said
    assert "send a picture or a PDF" in said


async def test_a_file_above_the_limit_is_not_even_downloaded(bench: Bench):
    concern = await bench.sent("document", b"\0" * (CONFIG.media.max_bytes + 1))
    await bench.fetches()
    file, _ = await bench.file_of(concern)
    assert (file.state, file.reason) == (MediaState.REFUSED, "big")
    assert bench.cleaned == []
    (said,) = await bench.told()
    assert "10 MB" in said


async def test_a_fault_at_telegram_is_tried_again_later(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    bench.sandbox.faults.next("getFile", ServerError())
    await bench.fetches()
    assert (await bench.file_of(concern))[0].state is MediaState.WAITING
    assert await bench.fetches() == 0
    bench.at[0] += timedelta(seconds=6)
    assert await bench.fetches() == 1
    assert (await bench.file_of(concern))[0].state is MediaState.KEPT
    assert await bench.told() == []


async def test_a_file_that_telegram_has_lost_is_given_up_after_some_hours(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    bench.sandbox.loses_files()
    for _ in range(5):
        assert await bench.fetches() == 1
        bench.at[0] += timedelta(hours=2)
    file, _ = await bench.file_of(concern)
    assert (file.state, file.reason) == (MediaState.FAILED, "gone")
    assert await bench.fetches() == 0
    (said,) = await bench.told()
    assert "could not be fetched" in said


async def test_at_night_nobody_is_woken_by_what_was_lost_hours_later(bench: Bench):
    await bench.sent("photo", samples.jpeg())
    bench.sandbox.loses_files()
    for _ in range(4):
        await bench.fetches()
        bench.at[0] += timedelta(hours=2)
    bench.at[0] = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
    await bench.fetches()
    assert await bench.told() == []
    bench.at[0] += timedelta(hours=8)
    assert len(await bench.told()) == 1


async def test_nothing_is_kept_of_a_concern_that_is_deleted_meanwhile(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    content = samples.jpeg()

    async with bench.database.transaction() as tx:
        (item,) = await tx.media.claim(now=bench.at[0], limit=1)
        await tx.concerns.delete(concern.id, now=bench.at[0], by="resident")
    async with bench.database.transaction() as tx:
        assert not await tx.media.keep(item, content, media_type="image/jpeg", now=bench.at[0])
        assert await tx.media.content(item.id) is None
        assert not await tx.media.give_up(
            item, state=MediaState.FAILED, reason="gone", now=bench.at[0]
        )


async def test_of_an_album_the_same_reason_is_said_once(bench: Bench):
    concern = await bench.sent("document", b"office", album="1")
    again = await bench.sent("document", b"office too", album="1")
    assert again.id == concern.id
    while await bench.fetches():
        pass
    assert len(await bench.told()) == 1


async def test_a_fault_in_the_program_neither_ends_the_fetching_nor_loses_the_file(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    bench.clean = lambda _: 1 / 0
    await bench.fetches()
    file, _ = await bench.file_of(concern)
    assert (file.state, file.reason) == (MediaState.WAITING, "ZeroDivisionError")


async def test_two_bots_do_not_fetch_the_same_and_one_takes_over_what_the_other_left(bench: Bench):
    await bench.sent("photo", samples.jpeg())
    async with bench.database.transaction() as tx:
        assert len(await tx.media.claim(now=bench.at[0], limit=5)) == 1
    assert await bench.fetches() == 0
    bench.at[0] += timedelta(minutes=6)
    assert await bench.fetches() == 1


async def test_a_bot_that_is_stopped_leaves_the_file_for_its_next_start(bench: Bench):
    concern = await bench.sent("photo", samples.jpeg())
    begun = asyncio.Event()

    async def endless(_: bytes) -> Cleaned:
        begun.set()
        await asyncio.sleep(3600)
        raise AssertionError

    fetcher = Fetcher(
        bench.client,
        bench.database,
        live=Live(),
        clock=lambda: bench.at[0],
        told=lambda: None,
        clean=endless,
    )
    running = asyncio.create_task(fetcher.run())
    async with asyncio.timeout(20):
        await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert await bench.fetches() == 1
    assert (await bench.file_of(concern))[0].state is MediaState.KEPT


async def test_cleaning_happens_in_a_process_that_may_die():
    cleaned = await clean_apart(samples.jpeg())
    assert cleaned.media_type == "image/jpeg"
    assert samples.CANARY.encode() not in cleaned.content
