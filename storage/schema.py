"""The database's shape: brought to the newest revision, or refused with a remedy."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.advisory_locks import MIGRATING
from storage.errors import DatabaseNewer, DatabaseUnreadable

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0014"
"""The revision of the newest migration: of most databases, which need no Alembic then."""
_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Bring the schema to its newest revision, in the transaction that is open.

    Raises:
        DatabaseNewer: the schema's revision is not known here.
        DatabaseUnreadable: there are tables, and they are not ours.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
    if inspect(connection).has_table("alembic_version"):
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if found == NEWEST:
            return

    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = alembic_config(connection)
    scripts = ScriptDirectory.from_config(config)
    found = MigrationContext.configure(connection).get_current_revision()
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
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(alembic_config())
    if newest != "head" and newest not in {s.revision for s in scripts.walk_revisions()}:
        return frozenset()
    return frozenset(script.revision for script in scripts.iterate_revisions(newest, "base"))


def alembic_config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration for the scripts of this package, without an ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
