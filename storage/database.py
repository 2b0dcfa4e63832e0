"""The database: opened once, used in transactions."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

from sqlalchemy import URL, Connection, event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.advisory_locks import IN_USE
from storage.aged_concerns import AgedConcerns
from storage.answers import Answers
from storage.audit import Audit
from storage.columns import json_text
from storage.concerns import Concerns
from storage.config_history import ConfigSnapshots
from storage.conversations import Conversations
from storage.corrections import Corrections
from storage.counting import Counting
from storage.deliveries import Deliveries
from storage.digests import Digests
from storage.erasure import Erasure
from storage.errors import (
    DatabaseDriverMissing,
    DatabaseUnavailable,
    DatabaseUnreadable,
)
from storage.following import Following
from storage.groups import Groups
from storage.holds import Holds
from storage.inbox import Inbox
from storage.keys import Keyring
from storage.known_key import check_facts, check_key, check_not_moved, with_lasting_keys
from storage.leading import Duty, Lost, leading
from storage.media import MediaFiles
from storage.muting import Muting
from storage.my_data import MyDataOf
from storage.notices import Notices
from storage.outbox import Outbox
from storage.paging import Paging
from storage.residents import Residents
from storage.resorting import Resorting
from storage.retention import Retention
from storage.schema import migrate
from storage.sqlite_driver import sqlite_driver
from storage.theme_life import ThemeLives
from storage.url import driver_url, make_private
from storage.waves import Waves

_BUSY_SECONDS = 20
_RETRY_SECONDS = 0.1
_FILE_REMEDY = (
    "Kontrollera att disken inte är full, att filen får skrivas och att inget annat program "
    "håller den låst."
)
_SERVER_REMEDY = (
    "Kontrollera att databasservern är igång, att adressen och kontot i BRABOT_DATABASE_URL "
    "stämmer och att inget annat program håller databasen låst."
)
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


class Transaction:
    """The repositories over one transaction; what they do is kept together or not at all."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self.audit = Audit(session)
        self.inbox = Inbox(session, keyring)
        self.outbox = Outbox(session, keyring)
        self.conversations = Conversations(session, keyring)
        self.digests = Digests(session, self.outbox)
        self.deliveries = Deliveries(session, self.outbox)
        self.notices = Notices(session)
        self.groups = Groups(session, keyring, self.outbox)
        erasure = Erasure(
            session,
            keyring,
            inbox=self.inbox,
            outbox=self.outbox,
            digests=self.digests,
            groups=self.groups,
            audit=self.audit,
        )
        self.concerns = Concerns(session, keyring, erasure, self.audit)
        self.media = MediaFiles(session, keyring, erasure, self.audit)
        self.corrections = Corrections(session, self.concerns, self.audit)
        self.resorting = Resorting(session, keyring, erasure)
        self.counting = Counting(session)
        self.holds = Holds(session, keyring, self.audit)
        self.answers = Answers(session, keyring, self.outbox, self.audit)
        self.following = Following(session, keyring)
        self.muting = Muting(session, keyring, self.audit)
        self.waves = Waves(session, keyring)
        self.my_data = MyDataOf(
            session,
            keyring,
            conversations=self.conversations,
            media=self.media,
            muting=self.muting,
            answers=self.answers,
            following=self.following,
        )
        self.paging = Paging(session)
        self.configs = ConfigSnapshots(session, keyring)
        self.themes = ThemeLives(session)
        self.residents = Residents(session, keyring, erasure)
        self.retention = Retention(
            session,
            AgedConcerns(session, keyring, self.outbox),
            inbox=self.inbox,
            audit=self.audit,
            erasure=erasure,
        )


class Database:
    """An open database; several processes may have the same one open."""

    def __init__(self, engine: AsyncEngine, keyring: Keyring) -> None:
        self._engine = engine
        self._keyring = keyring
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)
        self._wal_holds_erased = False

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Kept when the block ends, undone when it raises. Do not nest.

        Raises:
            DatabaseUnavailable: locked for too long, disk full, server away.
        """
        return self._transaction()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Transaction]:
        """A transaction for reading that sees one moment, whatever others commit meanwhile.

        Raises:
            DatabaseUnavailable: as `transaction` does.
        """
        with translated():
            async with self._sessions.begin() as session:
                if self._engine.dialect.name == "postgresql":  # SQLite knows nothing else
                    await session.connection(
                        execution_options={"isolation_level": "REPEATABLE READ"}
                    )
                yield Transaction(session, self._keyring)

    @asynccontextmanager
    async def leading(self, duty: Duty) -> AsyncIterator[Lost]:
        """Wait for a duty that one process at a time has, and have it while the block lasts.

        Returns:
            A coroutine function that returns when the duty is lost.

        Raises:
            DatabaseUnavailable: as `transaction` does.
        """
        with translated():
            async with leading(self._engine, duty) as lost:
                yield lost

    async def clock_ahead(self, now: datetime) -> timedelta:
        """How far `now` is ahead of the server's clock: leases are told by both. A file has none.

        Raises:
            DatabaseUnavailable: as `transaction` does.
        """
        if self._engine.dialect.name != "postgresql":
            return timedelta()
        with translated():
            async with self._engine.connect() as connection:
                found = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        return now - cast("datetime", found)

    async def close(self) -> None:
        """Give all connections back."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Transaction]:
        with translated():
            async with self._sessions.begin() as session:
                yield Transaction(session, self._keyring)
            if session.info.get(Erasure.MARK):
                self._wal_holds_erased = True
            if self._wal_holds_erased and self._engine.dialect.name == "sqlite":
                self._wal_holds_erased = not await self._empty_wal()

    async def _empty_wal(self) -> bool:
        """Clear what was erased from the write-ahead log too; False while others read it."""
        async with self._engine.connect() as connection:
            raw: Any = await connection.get_raw_connection()
            cursor = await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _, _ = await cursor.fetchone()
            await cursor.close()
        return not busy


async def open_database(url: str, keyring: Keyring) -> Database:
    """Open the database at `sqlite:///PATH` or `postgresql://…`, made or migrated if need be.

    Raises:
        DatabaseUrlInvalid, DatabaseFolderMissing: there is no such place.
        DatabaseUnreadable, DatabaseNewer: what is there is not ours, or not yet ours.
        SecretKeyWrong: it was written with another key.
        DatabaseUnavailable: locked, full or away.
        DatabaseDriverMissing: PostgreSQL, without the package for it.
    """
    target = driver_url(url)
    if target.drivername.startswith("sqlite"):
        make_private(target)
        engine = create_async_engine(
            target,
            module=sqlite_driver(),
            hide_parameters=True,
            json_serializer=json_text,
            connect_args={"timeout": _BUSY_SECONDS},
            # One connection a process: transactions queue fairly here, instead of polling
            # for SQLite's lock.
            poolclass=AsyncAdaptedQueuePool,
            pool_size=1,
            max_overflow=0,
            pool_timeout=3 * _BUSY_SECONDS,
        )
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
    else:
        engine = _postgresql(target, keyring)
    try:
        keyring = await _prepare(engine, keyring)
    except BaseException:
        await engine.dispose()
        raise
    return Database(engine, keyring)


def _postgresql(target: URL, keyring: Keyring) -> AsyncEngine:
    try:
        engine = create_async_engine(
            target,
            hide_parameters=True,
            json_serializer=json_text,
            pool_pre_ping=True,
            # What is claimed or counted looks at what the others have just committed.
            isolation_level="READ COMMITTED",
        )
    except ModuleNotFoundError as error:
        raise DatabaseDriverMissing(
            'PostgreSQL behöver ett paket till: pip install "brabot[postgres]".'
        ) from error
    event.listen(engine.sync_engine, "connect", partial(_set_up_postgresql, keyring))
    return engine


async def _prepare(engine: AsyncEngine, keyring: Keyring) -> Keyring:
    """Migrate and check the key, waiting for another process that does the same.

    Returns:
        The keyring with what has outlived earlier keys.

    SQLite waits by itself for a lock, but not where two processes turn a new file to WAL at
    once: one of them is refused immediately and has to come again.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _BUSY_SECONDS
    while True:
        try:
            with translated():
                async with engine.begin() as connection:
                    await connection.run_sync(check_not_moved)
                    await connection.run_sync(migrate)
                    await connection.run_sync(check_key, keyring)
                    return await connection.run_sync(with_lasting_keys, keyring)
        except DatabaseUnavailable as error:
            if "locked" not in str(error) or loop.time() >= deadline:
                raise
            await asyncio.sleep(_RETRY_SECONDS)


def _set_up_sqlite(connection: DBAPIConnection, record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing; `_begin_immediate` does
    cursor = connection.cursor()
    try:
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
    except sqlite3.Error:
        connection.close()  # the pool does not know of it yet, and would leave it open
        raise
    cursor.close()


def _set_up_postgresql(keyring: Keyring, connection: DBAPIConnection, record: object) -> None:
    """Be seen by who wants to be alone, and look whether somebody was.

    A server that is started again throws everybody out; in between the key may be changed or
    everything be moved, and who then comes back must not go on as before.
    """
    cursor = connection.cursor()
    try:
        cursor.execute(f"SET lock_timeout = '{_BUSY_SECONDS}s'")  # as long as SQLite waits
        cursor.execute(f"SELECT pg_try_advisory_lock_shared({IN_USE})")
        (shared,) = cursor.fetchone() or (False,)
        if not shared:
            raise DatabaseUnavailable(
                "Databasens nyckel byts just nu, eller den flyttas. Försök igen när det är klart."
            )
        cursor.execute(
            "SELECT to_regclass('alembic_version') IS NOT NULL AND to_regclass('meta') IS NOT NULL"
        )
        (made,) = cursor.fetchone() or (False,)
        if made:
            cursor.execute("SELECT key, value FROM meta")
            check_facts(dict(cursor.fetchall()), keyring)
        cursor.close()
        connection.commit()
    except BaseException:
        connection.close()
        raise


def _begin_immediate(connection: Connection) -> None:
    # A read lock that later asks to write can deadlock with another process; this cannot.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def translated() -> Iterator[None]:
    """Raises `DatabaseUnavailable` and `DatabaseUnreadable` for what the driver says."""
    try:
        yield
    except (OperationalError, PoolTimeout) as error:
        cause = getattr(error, "orig", None)
        said = cause or "alla anslutningar är upptagna"
        remedy = _FILE_REMEDY if isinstance(cause, sqlite3.Error) else _SERVER_REMEDY
        raise DatabaseUnavailable(
            f"Databasen går inte att använda just nu: {said}. {remedy}"
        ) from error
    except DatabaseError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and "malformed" in str(error.orig):
            raise DatabaseUnreadable(
                "Databasen är skadad. Läs in den senaste säkerhetskopian: "
                "brabot restore FIL --force."
            ) from error
        raise
