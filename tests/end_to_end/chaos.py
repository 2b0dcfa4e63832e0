"""The real bot, killed again and again while Telegram fails by seeded chance.

`python -m tests.end_to_end.chaos` plays the whole of it and prints what happened; the same
`--seed` gives the same messages, faults and moments to kill.
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, text

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.digest.publish import deliver_to_all
from bot.digest.weeks import Week
from bot.logs import configure_logging
from bot.sandbox import Chat, Person, RateLimits, Sandbox
from bot.sandbox.faults import (
    WEBHOOK,
    Backwards,
    DropAfter,
    DropBefore,
    Fault,
    Hang,
    ServerError,
    Slow,
    TooMany,
    Twice,
)
from bot.sandbox.process import BotProcess
from bot.texts.catalogue import load_texts
from storage.concerns import MESSAGE_PURPOSE
from storage.database import open_database
from storage.inbox import CHAT
from storage.keys import Keyring, read_or_create_key_file
from tests.end_to_end.conftest import TOKEN, Town
from tests.end_to_end.test_webhook import URL, free_port
from tests.storage.postgres import plain_engine, running

COORDINATOR = Person(id=800_000_001, first_name="Samordnare")
FOCUS_AREAS = ("trafik", "utemiljo", "norrby")
FAULTS: dict[str, dict[Fault, float]] = {
    "sendMessage": {
        DropAfter(): 0.02,
        DropBefore(): 0.02,
        ServerError(): 0.02,
        TooMany(1): 0.02,
        Slow(0.3): 0.02,
        Hang(0.5): 0.01,
    },
    "sendPhoto": {DropAfter(): 0.1, ServerError(): 0.1},
    "getUpdates": {
        Twice(): 0.05,
        Backwards(): 0.05,
        DropAfter(): 0.05,
        ServerError(): 0.03,
        Slow(0.2): 0.03,
    },
    WEBHOOK: {DropBefore(): 0.03, DropAfter(): 0.05, Twice(): 0.05, Slow(0.1): 0.03},
    "setMyCommands": {},
}
PROBLEMS = (
    "mopeder kör på gångvägen i Norrby, det var {} stycken",
    "det är mörkt i tunneln vid Druvefors, lampa {} är trasig",
    "någon har krossat rutorna i busskuren på Norrby, {} rutor",
    "det ligger skräp i parken i Norrby, {} påsar",
)
_PORT = "BRABOT_HTTP_PORT"
_DONE = {"worker": "update_handled", "sender": "message_sent"}
_FIRST_RESIDENT = 700_000_000
_SETTLE_SECONDS = 900.0
_LONGEST_LIFE_SECONDS = 3.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How bad it gets."""

    seed: int
    residents: int = 100
    messages: int = 2000
    kills: int = 50
    groups: int = 3
    weeks: int = 2
    webhook: bool = False
    workers: int = 0
    """With some, each is a process of its own beside two of each other role; one is killed."""
    together: bool = False
    """The other roles share two processes."""


@dataclass(kw_only=True)
class Outcome:
    """What was found afterwards; the lists name what should not have happened."""

    figures: dict[str, int | float] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    kept_twice: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    without_receipt: list[str] = field(default_factory=list)
    digests_wrong: list[str] = field(default_factory=list)
    said_too_often: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> dict[str, list[str]]:
        """What was promised and did not hold; empty when all did."""
        found = {name: value for name, value in vars(self).items() if name != "figures"}
        return {name: value[:10] for name, value in found.items() if value}


@dataclass
class Chaos:
    """One play: told messages by their number, the groups, and the chance behind it all."""

    plan: Plan
    town: Town
    url: str
    chance: random.Random
    crew: Sequence[BotProcess]
    down: BotProcess | None = None
    told: dict[int, tuple[int, str]] = field(default_factory=dict)
    groups: dict[str, Chat] = field(default_factory=dict)
    kills: int = 0

    @property
    def keyring(self) -> Keyring:
        return Keyring.from_secret(read_or_create_key_file(self.town.directory / "brabot.key")[0])

    async def play(self) -> Outcome:
        """Groups join in peace; then the storm, then what it left."""
        began = time.monotonic()
        for focus_area in FOCUS_AREAS[: self.plan.groups]:
            await self._join(focus_area)
        self.town.sandbox.faults.random(self.plan.seed, FAULTS)
        messages = self._messages()
        digests = asyncio.create_task(self._make_digests())
        for _ in range(self.plan.kills):
            await self._one_life(messages)
        await self._start()
        for each in messages:
            self._tell(*each)
        await digests
        await self._make_digests()  # asked for again, nobody gets one twice
        stormed = time.monotonic() - began
        met = self.town.sandbox.faults.met.copy()
        self.town.sandbox.faults.stop()
        outcome = Outcome()
        await self._settle(outcome)
        outcome.figures |= {"seconds of storm": round(stormed), "kills": self.kills}
        outcome.figures |= {f"{fault} in {method}": met[method, fault] for method, fault in met}
        engine = plain_engine(self.url)
        try:
            self._look(engine, outcome)
        finally:
            engine.dispose()
        return outcome

    async def _join(self, focus_area: str) -> None:
        invited = await asyncio.to_thread(self.town.command, "group", "invite", focus_area)
        chat = self.town.sandbox.group(f"Gruppen {focus_area}", owner=COORDINATOR)
        self.town.sandbox.adds_bot_to(chat, by=COORDINATOR)
        self.town.sandbox.says(COORDINATOR, f"/koppla {invited.stdout.strip()}", chat=chat)
        await self.town.sandbox.next_message(chat.id, timeout=20)
        self.groups[focus_area] = chat

    def _messages(self) -> Iterator[tuple[int, datetime, str]]:
        """Who tells what and when: in the weeks that have digests; some soon after another."""
        weeks = self.weeks()
        when = {
            number: weeks[number % len(weeks)] + timedelta(hours=8)
            for number in range(self.plan.residents)
        }
        for count in range(self.plan.messages):
            number = count % self.plan.residents
            soon = self.chance.random() < 0.3
            when[number] += timedelta(minutes=1 if soon else 90)
            yield number, when[number], self.chance.choice(PROBLEMS).format(count + 2)

    def weeks(self) -> list[datetime]:
        """The Mondays of the last weeks that are over."""
        today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        monday = today - timedelta(days=today.weekday())
        return [monday - timedelta(weeks=back) for back in range(1, self.plan.weeks + 1)]

    def _tell(self, number: int, at: datetime, words: str) -> None:
        person = self.town.resident(number)
        self.told[self.town.sandbox.says(person, words, at=at)] = (number, words)

    async def _one_life(self, messages: Iterator[tuple[int, datetime, str]]) -> None:
        """Start, be told some things, be killed: now and then before it is ready."""
        share = self.plan.messages // (self.plan.kills + 1)
        life = self.chance.uniform(0.1, _LONGEST_LIFE_SECONDS)
        early = self.chance.random() < 0.1
        await self._start(patience=life if early else None)
        for _ in range(share):
            self._tell(*next(messages))
            await asyncio.sleep(life / share)
        self.down = self.chance.choice(self.crew)
        await self.down.kill()
        self.kills += 1

    async def _start(self, patience: float | None = None) -> None:
        """Start again what was killed, if anything was; no longer than that."""
        if self.down is None:
            return
        starting = asyncio.create_task(self.down.start(timeout=120))
        await asyncio.wait({starting}, timeout=patience)
        if starting.done():
            starting.result()
        else:
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await self.down.kill()

    async def _make_digests(self) -> None:
        """As the command does from a process of its own: for every group that has not had it."""
        config = load_config(default_config_dir())
        texts = load_texts(config.languages, default=config.languages[0])
        database = await open_database(self.url, self.keyring)
        try:
            for monday in self.weeks():
                week = Week(*monday.isocalendar()[:2])
                for area in self.groups:
                    now = datetime.now(UTC)
                    await deliver_to_all(database, config, texts, area, week, now=now)
        finally:
            await database.close()

    async def _settle(self, outcome: Outcome) -> None:
        began = time.monotonic()
        await self.town.sandbox.drained(_SETTLE_SECONDS)
        engine = plain_engine(self.url)
        try:
            while waiting := self._waiting(engine):
                if time.monotonic() - began > _SETTLE_SECONDS:
                    outcome.stuck = waiting
                    break
                await asyncio.sleep(0.2)
        finally:
            engine.dispose()
        outcome.figures["seconds to settle"] = round(time.monotonic() - began, 1)

    def _waiting(self, engine: Engine) -> list[str]:
        return [
            f"{table} {state}: {count}"
            for table in ("inbox", "outbox")
            for state, count in rows(engine, f"SELECT state, count(*) FROM {table} GROUP BY state")
            if state in {"waiting", "sending", "failed"}
        ]

    def _look(self, engine: Engine, outcome: Outcome) -> None:
        self._look_at_concerns(engine, outcome)
        self._look_at_order(engine, outcome)
        self._look_at_work(outcome)
        self._look_at_digests(engine, outcome)
        self._look_at_duplicates(engine, outcome)

    def _look_at_concerns(self, engine: Engine, outcome: Outcome) -> None:
        keyring = self.keyring
        kept = rows(
            engine,
            "SELECT m.telegram_message_id, m.text, c.reference FROM message m "
            "JOIN concern c ON c.id = m.concern_id",
        )
        times = Counter(number for number, _, _ in kept)
        outcome.lost = [str(number) for number in self.told if not times[number]]
        outcome.kept_twice = [str(number) for number, count in times.items() if count > 1]
        for number, token, reference in kept:
            resident, words = self.told.get(number, (0, ""))
            if keyring.decrypt(token, purpose=MESSAGE_PURPOSE) != words:
                outcome.changed.append(str(number))
            if not any(reference in said for said in self.town.texts(self.town.resident(resident))):
                outcome.without_receipt.append(reference)
        outcome.figures |= {
            "messages told": len(self.told),
            "messages kept": len(kept),
            "concerns": len({reference for _, _, reference in kept}),
        }

    def _look_at_order(self, engine: Engine, outcome: Outcome) -> None:
        """What one resident told was kept in the order in which it was told."""
        kept = rows(engine, "SELECT telegram_message_id FROM message ORDER BY id")
        last: dict[int, int] = {}
        for (number,) in kept:
            resident, _ = self.told.get(number, (0, ""))
            if number < last.get(resident, 0):
                outcome.out_of_order.append(f"{number} after {last[resident]}")
            last[resident] = number

    def _look_at_work(self, outcome: Outcome) -> None:
        """Of several that do the same each did some of it."""
        if not self.plan.workers:
            return
        for bot in self.crew:
            for role, event in _DONE.items():
                if role in bot.roles:
                    done = bot.log.count(f'"event": "{event}"')
                    outcome.figures[f"{event} by {bot.name}"] = done
                    if not done:
                        outcome.idle.append(bot.name)

    def _look_at_digests(self, engine: Engine, outcome: Outcome) -> None:
        delivered = rows(
            engine,
            "SELECT g.focus_area, d.week, o.state, count(*) FROM delivery d "
            "JOIN focus_group g ON g.id = d.group_id JOIN outbox o ON o.delivery_id = d.id "
            "GROUP BY g.focus_area, d.week, o.state",
        )
        outcome.figures["digests"] = len(delivered)
        weeks = sorted(str(Week(*monday.isocalendar()[:2])) for monday in self.weeks())
        for focus_area, chat in self.groups.items():
            mine = [row[1:] for row in delivered if row[0] == focus_area]
            in_chat = {m.text for m in self.town.sandbox.sent(chat.id) if m.reply_markup}
            if (
                sorted(week for week, _, _ in mine) != weeks
                or {state for _, state, _ in mine} != {"sent"}
                or len(in_chat) != len(weeks)
            ):
                outcome.digests_wrong.append(f"{focus_area}: {mine}, {len(in_chat)} in the chat")

    def _look_at_duplicates(self, engine: Engine, outcome: Outcome) -> None:
        """A chat has at most as many messages too many as the bot knows to be doubtful."""
        sent = rows(
            engine,
            "SELECT chat, count(*), sum(doubtful) FROM outbox WHERE message_id IS NOT NULL "
            "GROUP BY chat",
        )
        known = {chat: (count, doubtful or 0) for chat, count, doubtful in sent}
        out = Counter(message.chat_id for message in self.town.sandbox.sent())
        keyring, too_many = self.keyring, 0
        for chat_id, count in out.items():
            meant, doubtful = known.get(keyring.fingerprint(chat_id, purpose=CHAT), (0, 0))
            too_many += count - meant
            if not 0 <= count - meant <= doubtful:
                outcome.said_too_often.append(f"{count} sent, {meant} meant, {doubtful} doubtful")
        outcome.figures |= {
            "messages sent": sum(out.values()),
            "of these a second time": too_many,
            "known to be doubtful": int(sum(doubtful for _, doubtful in known.values())),
        }


@asynccontextmanager
async def brought(sandbox: Sandbox, *ports: int) -> AsyncIterator[None]:
    """Telegram brings the updates to those ports meanwhile."""
    addresses = (f"http://127.0.0.1:{port}/telegram" for port in ports)
    bringing = asyncio.create_task(sandbox.bring_updates(*addresses))
    try:
        yield
    finally:
        bringing.cancel()
        with suppress(asyncio.CancelledError):
            await bringing


def rows(engine: Engine, statement: str) -> Sequence[tuple]:
    """What the database answers to one question."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


async def play(plan: Plan, directory: Path, *, url: str | None = None) -> Outcome:
    """Play it in a directory of its own, on SQLite or at that `url`."""
    url = url or f"sqlite:///{directory / 'brabot.db'}"
    limits = RateLimits(private_burst=200)
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(
            Sandbox(TOKEN, clock=lambda: datetime.now(UTC), rate_limits=limits)
        )
        crew = _crew(plan, sandbox, directory, url)
        ports = [int(port) for bot in crew if (port := bot.settings.get(_PORT))]
        if ports:
            await stack.enter_async_context(brought(sandbox, *ports))
        for bot in crew:
            stack.push_async_callback(bot.kill)
        town = Town(sandbox=sandbox, bot=crew[0], directory=directory)
        chance = random.Random(plan.seed)
        chaos = Chaos(plan=plan, town=town, url=url, chance=chance, crew=crew)
        try:
            await crew[0].start(timeout=180)  # makes the key and the tables
            await asyncio.gather(*(bot.start(timeout=180) for bot in crew[1:]))
            return await chaos.play()
        except Exception as error:
            error.add_note("\n".join([str(plan), *(bot.log[-2000:] for bot in crew)]))
            raise


def _crew(plan: Plan, sandbox: Sandbox, directory: Path, url: str) -> list[BotProcess]:
    """The whole bot as one process, or its roles as several."""

    def one(name: str, *roles: str) -> BotProcess:
        settings = {"BRABOT_DATABASE_URL": url}
        if plan.webhook and (not roles or "receiver" in roles):
            settings |= {"BRABOT_WEBHOOK_URL": URL, _PORT: str(free_port())}
        return BotProcess(
            sandbox,
            directory,
            config=default_config_dir(),
            cache_dir=Settings().cache_dir,
            settings=settings,
            roles=roles,
            name=name,
        )

    if not plan.workers:
        return [one("brabot")]
    others = ("receiver", "sender", "scheduler")
    kinds = [others] if plan.together else [(role,) for role in others]
    pairs = [one(f"{'-'.join(roles)}-{n}", *roles) for roles in kinds for n in (1, 2)]
    return [*pairs, *(one(f"worker-{n + 1}", "worker") for n in range(plan.workers))]


def report(plan: Plan, outcome: Outcome) -> str:
    """What happened, a line each, and what should not have."""
    lines = [f"{name:32} {value:>8}" for name, value in outcome.figures.items()]
    wrong = [f"WRONG {name}: {', '.join(value)}" for name, value in outcome.wrong.items()]
    return "\n".join(
        [f"{plan}", *lines, *(wrong or ["nothing lost, nothing said unknowingly twice"])]
    )


def main() -> None:
    """Play the whole of it and print what happened."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--residents", type=int, default=Plan.residents)
    options.add_argument("--messages", type=int, default=Plan.messages)
    options.add_argument("--kills", type=int, default=Plan.kills)
    options.add_argument("--webhook", action="store_true")
    options.add_argument("--workers", type=int, default=Plan.workers, help="with --postgresql")
    options.add_argument("--together", action="store_true", help="with --workers")
    options.add_argument("--postgresql", action="store_true")
    given = vars(options.parse_args())
    postgresql = given.pop("postgresql")
    plan = Plan(**given)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="brabot-chaos-"))
        url = None
        if postgresql:
            url = stack.enter_context(stack.enter_context(running()).without_tables())
        configure_logging(level=logging.WARNING)
        outcome = asyncio.run(play(plan, Path(folder), url=url))
        sys.stdout.write(report(plan, outcome) + "\n")
    raise SystemExit(1 if outcome.wrong else 0)


if __name__ == "__main__":
    main()
