"""How fast this machine does the work, each step next to the bare tokenizer of the same run."""

import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from zlib import crc32

from bot.config.config import Config
from bot.dialogue.events import Told
from bot.dialogue.service import Dialogue
from bot.digest.making import Maker
from bot.digest.periods import Period
from bot.digest.weeks import Week
from bot.imports import Report, import_reports
from bot.reading import ReadingService
from bot.texts.catalogue import load_texts
from nlp.bare import tokenize
from nlp.examples import split_example
from nlp.reader import Reader
from storage.database import Database, open_database
from storage.inbox import IncomingUpdate
from storage.keys import Keyring

_RESIDENTS = 50
_WEEKS_TOLD = 4
_WARMING = 200
_MILLISECONDS = 1000


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How many texts (or digests) a second; `bare` is how many the bare tokenizer did.

    `p50` and `p99` are milliseconds for one, where each was timed by itself.
    """

    what: str
    a_second: float
    bare: float
    p50: float | None = None
    p99: float | None = None

    @property
    def times_bare(self) -> float:
        """How many times longer one takes than to tokenize a text."""
        return self.bare / self.a_second


async def bench(config: Config, reader: Reader, *, count: int) -> AsyncIterator[Measured]:
    """Measure one step after the other, in databases of its own that are deleted again.

    The texts are the configuration's own examples, `count` of them. Nothing is sent.
    """
    texts = list(islice(cycle(_examples(config)), count))
    list(reader.read(texts[:_WARMING]))
    bare = count / _seconds(lambda: tokenize(texts))
    yield Measured(what="tokenizer", a_second=bare, bare=bare)
    seconds = _seconds(lambda: list(reader.read(texts)))
    yield Measured(what="read", a_second=count / seconds, bare=bare)
    yield _timed("read_one", [_seconds(partial(reader.read_one, t)) for t in texts], bare)
    async with _empty() as database:
        start = time.perf_counter()
        async for _ in import_reports(
            _reports(texts), reader=reader, database=database, config=config, now=_now()
        ):
            pass
        yield Measured(what="import", a_second=count / (time.perf_counter() - start), bare=bare)
        yield _timed("digest", await _digests(database, config), bare)
    async with _empty() as database:
        yield _timed("dialogue", await _told(database, config, reader, texts), bare)


def _examples(config: Config) -> list[str]:
    """Every example sentence, the themes mixed in the same way on every machine."""
    sentences = [split_example(line)[0] for lines in config.examples.values() for line in lines]
    return sorted(sentences, key=lambda text: crc32(text.encode()))


def _reports(texts: Sequence[str]) -> list[Report]:
    step = timedelta(weeks=_WEEKS_TOLD) / len(texts)
    begun = _now() - timedelta(weeks=_WEEKS_TOLD)
    return [Report(id=str(n), text=text, told_at=begun + n * step) for n, text in enumerate(texts)]


async def _digests(database: Database, config: Config) -> list[float]:
    """How long each focus area's digest of last week took, reading what it is of included."""
    maker = Maker(database=database, config=config, now=_now())
    period = Period.of_week(Week.last_complete(_now(), config.municipality.timezone))
    took = []
    for focus_area in config.focus_areas:
        start = time.perf_counter()
        await maker.compute(focus_area, period)
        took.append(time.perf_counter() - start)
    return took


async def _told(
    database: Database, config: Config, reader: Reader, texts: Sequence[str]
) -> list[float]:
    """How long each message took from the update until its receipt stood in the outbox."""
    reading = ReadingService(reader)
    dialogue = Dialogue(
        config=config,
        texts=load_texts(config.languages, default=config.languages[0]),
        database=database,
        read=reading,
        area_at=reading.area_at,
        clock=_now,
    )
    await _join_groups(database, config)
    took = []
    for number, text in enumerate(texts, start=1):
        resident = 1 + number % _RESIDENTS
        start = time.perf_counter()
        async with database.transaction() as tx:
            update = IncomingUpdate(update_id=number, chat_id=resident, raw="{}")
            await tx.inbox.receive([update], now=_now())
        await dialogue.handle(
            Told(
                update_id=number,
                telegram_id=resident,
                at=_now(),
                language="sv",
                text=text,
                message_id=number,
            )
        )
        took.append(time.perf_counter() - start)
    reading.close()
    return took


async def _join_groups(database: Database, config: Config) -> None:
    """A group for each focus area, so that alerts are written as they would be."""
    async with database.transaction() as tx:
        for number, focus_area in enumerate(config.focus_areas, start=1):
            code = await tx.groups.invite(
                focus_area.id, now=_now(), valid_for=timedelta(weeks=_WEEKS_TOLD)
            )
            await tx.groups.redeem(code, chat_id=-number, now=_now())


@asynccontextmanager
async def _empty() -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory(prefix="brabot-bench-") as directory:
        keyring = Keyring.from_secret(secrets.token_bytes(32))
        database = await open_database(f"sqlite:///{Path(directory) / 'bench.db'}", keyring)
        try:
            yield database
        finally:
            await database.close()


def _timed(what: str, took: Sequence[float], bare: float) -> Measured:
    cuts = quantiles(took, n=100, method="inclusive")
    return Measured(
        what=what,
        a_second=len(took) / sum(took),
        bare=bare,
        p50=cuts[49] * _MILLISECONDS,
        p99=cuts[98] * _MILLISECONDS,
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _now() -> datetime:
    return datetime.now(UTC)
