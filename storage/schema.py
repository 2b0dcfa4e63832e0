"""The database's shape: brought to the newest revision, or refused with a remedy."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.advisory_locks import MIGRATING
from storage.errors import DatabaseNewer, DatabaseUnreadable

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Bring the schema to its newest revision, in the transaction that is open.

    Raises:
        DatabaseNewer: the schema's revision is not known here.
        DatabaseUnreadable: there are tables, and they are not ours.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
    config = alembic_config(connection)
    scripts = ScriptDirectory.from_config(config)
    found = MigrationContext.configure(connection).get_current_revision()
    if found == scripts.get_current_head():
        return
    if found is None and inspect(connection).get_table_names():
        raise DatabaseUnreadable(
            "Databasen innehåller tabeller från ett annat program. Ange en egen, tom databas."
        )
    if found is not None and found not in {script.revision for script in scripts.walk_revisions()}:
        raise DatabaseNewer(
            f"Databasen har version {found}, som är nyare än det här programmet. "
            "Uppdatera programmet, eller läs in en säkerhetskopia från den äldre versionen."
        )
    command.upgrade(config, "head")


def revisions(newest: str = "head") -> frozenset[str]:
    """The revisions that lead up to that one, itself included; none if it is not known here."""
    scripts = ScriptDirectory.from_config(alembic_config())
    if newest != "head" and newest not in {s.revision for s in scripts.walk_revisions()}:
        return frozenset()
    return frozenset(script.revision for script in scripts.iterate_revisions(newest, "base"))


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration for the scripts of this package, without an ini file."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
