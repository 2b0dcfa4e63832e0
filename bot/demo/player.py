"""Plays the script through the real bot: a Telegram on loopback, `brabot run` beside it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from bot.config.config import Config
from bot.config.values import in_language
from bot.demo.script import Line, read_script, weeks_played
from bot.digest.due import due_at
from bot.digest.publish import deliver_to, make_digest
from bot.digest.weeks import Week
from bot.sandbox import Chat, Person, Sandbox, SentMessage
from bot.sandbox.process import BotProcess
from bot.texts.catalogue import Texts
from storage.concern_values import Concern
from storage.database import Database, open_database
from storage.keys import Keyring, read_or_create_key_file

TOKEN = "1:loopback"  # noqa: S105 - let in by the sandbox of the demo alone
_PATIENCE_SECONDS = 60.0
_LEFT_BEHIND = ("brabot.db", "brabot.db-wal", "brabot.db-shm", "brabot.key", "brabot.log")

Told = Callable[[int, list[Concern]], None]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Everything that stands while the demo plays."""

    config: Config
    texts: Texts
    sandbox: Sandbox
    database: Database
    clock: Callable[[], datetime]


@asynccontextmanager
async def open_stage(
    config: Config,
    texts: Texts,
    out: Path,
    *,
    cache_dir: Path,
    clock: Callable[[], datetime],
) -> AsyncIterator[Stage]:
    """Start a Telegram and the bot, with an empty database in `out`; stop them at the end.

    Of an earlier demo in `out`, database, key and log are replaced; nothing else is touched.
    """
    _clear(out)
    async with Sandbox(TOKEN, clock=clock) as sandbox:
        bot = BotProcess(sandbox, out, config=config.directory, cache_dir=cache_dir)
        secret, _ = read_or_create_key_file(out / "brabot.key")
        database = await open_database(
            f"sqlite:///{out / 'brabot.db'}", Keyring.from_secret(secret)
        )
        try:
            await bot.start()
            yield Stage(config=config, texts=texts, sandbox=sandbox, database=database, clock=clock)
            await bot.stop()
        finally:
            await bot.kill()
            await database.close()


async def join_groups(stage: Stage) -> dict[str, Chat]:
    """Let a group chat of every focus area join by its code; the chats by focus area."""
    chats: dict[str, Chat] = {}
    for number, focus_area in enumerate(stage.config.focus_areas):
        label = in_language(focus_area.label, stage.config.languages[0])
        coordinator = Person(id=800_000_000 + number, first_name="Samordnare")
        chat = stage.sandbox.group(f"Brå: {label}", owner=coordinator)
        stage.sandbox.adds_bot_to(chat, by=coordinator)
        async with stage.database.transaction() as tx:
            code = await tx.groups.invite(
                focus_area.id, now=stage.clock(), valid_for=timedelta(hours=1)
            )
        stage.sandbox.says(coordinator, f"/koppla {code}", chat=chat)
        await stage.sandbox.next_message(chat.id, timeout=_PATIENCE_SECONDS)
        chats[focus_area.id] = chat
    return chats


async def play(stage: Stage, told: Told) -> list[str]:
    """Play all lines, a day at a time; the ISO weeks played.

    `told` is called after each day with the number of messages and what was kept of them.
    """
    zone = stage.config.municipality.timezone
    now = stage.clock()
    lines = read_script(now=now, zone=zone)
    for _, day in groupby(lines, key=lambda line: line.at.date()):
        said = list(day)
        for line in said:
            stage.sandbox.says(line.person, line.text, at=line.at)
        await settle(stage)
        told(len(said), await _kept(stage, said))
    return weeks_played(now=now, zone=zone)


async def share_a_position(stage: Stage) -> None:
    """One resident who was asked where it is shares a position and says that it is there."""
    asked = next((m for m in stage.sandbox.sent() if "Var är problemet?" in m.text), None)
    if asked is None:
        return
    person = Person(id=asked.chat_id, first_name="Invånare")
    place = next(p for p in stage.config.places if p.name == "Norrby")
    if place.lat is None or place.lon is None:
        return
    stage.sandbox.shares_position(person, place.lat, place.lon)
    question = await stage.sandbox.next_message(
        person.id, after=_last(stage, person.id).message_id, timeout=_PATIENCE_SECONDS
    )
    if "här" in question.text:
        stage.sandbox.presses(person, question, "Ja, det är här")
    await settle(stage)


async def send_digests(stage: Stage, weeks: list[str]) -> int:
    """Send every group the digest of each week, as at the time it was due; how many.

    They are made now, for what is told of weeks ago has been recorded now: else most of it
    would have come after its week's digest.
    """
    sent = 0
    zone = stage.config.municipality.timezone
    async with stage.database.transaction() as tx:
        groups = await tx.groups.list()
    for week in weeks:
        for focus_area in stage.config.focus_areas:
            await make_digest(stage.database, stage.config, focus_area.id, week, now=stage.clock())
        for group in groups:
            due = due_at(Week.parse(week), stage.config.schedule_of(group.focus_area), zone)
            sent += await deliver_to(
                stage.database, stage.config, stage.texts, group, week, now=due
            )
    await settle(stage)
    return sent


async def press_buttons(stage: Stage, chat: Chat) -> list[SentMessage]:
    """A coordinator presses each button under the group's last digest; what the bot sends."""
    coordinator = Person(id=800_000_000, first_name="Samordnare")
    digest = _last(stage, chat.id)
    rows = (digest.reply_markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        stage.sandbox.presses(coordinator, digest, button["text"])
        await settle(stage)
    sent = stage.sandbox.sent(chat.id)
    return [message for message in sent if message.message_id > digest.message_id]


async def settle(stage: Stage) -> None:
    """Wait until every update is handled and every answer is out.

    Raises:
        TimeoutError: something still waits after a minute; the log in the output tells what.
    """
    await stage.sandbox.drained(timeout=_PATIENCE_SECONDS)
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while await _waiting(stage.database):  # noqa: ASYNC110
            await asyncio.sleep(0.05)  # the work is done in another process


def _clear(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name in _LEFT_BEHIND:
        (out / name).unlink(missing_ok=True)


async def _waiting(database: Database) -> int:
    async with database.transaction() as tx:
        return (
            await tx.inbox.count("waiting")
            + await tx.outbox.count("waiting")
            + await tx.outbox.count("sending")
        )


async def _kept(stage: Stage, said: list[Line]) -> list[Concern]:
    first, last = said[0].at, said[-1].at
    async with stage.database.transaction() as tx:
        return await tx.concerns.told_between(first, last + timedelta(minutes=1))


def _last(stage: Stage, chat_id: int) -> SentMessage:
    return stage.sandbox.sent(chat_id)[-1]
