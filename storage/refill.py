"""A new database, filled from a backup and with what is known besides."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from alembic import command
from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlmodel import col

from storage.backup import BackupReader, Contents, Progress
from storage.errors import BackupNewer, SecretKeyWrong
from storage.keys import Keyring
from storage.known_key import check_key, is_known, with_lasting_keys
from storage.outbox_order import OutboxState
from storage.outgrown import Later, Outgrown, revision_if_outgrown
from storage.rows import insert_rows, last_ids, set_last_ids, tables
from storage.schema import alembic_config, revisions
from storage.tables import AuditRow, OutboxRow

RESTORED: Final = "backup_restored"
"""The audit log's action for a restore."""

_LEAP = 1_000_000
"""So far new rows are numbered beyond the backup's when nobody knows what came after it: numbers
given since then stand in the buttons of old messages, and must not mean something else."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What came into the new database besides the backup.

    `later` is what an old one told, None without such a one. Unless that was the whole,
    `doubtful` messages were waiting when the copy was taken, and may be out or not.
    """

    later: Later | None
    doubtful: int


def check_known(contents: Contents) -> None:
    """Raises `BackupNewer` for tables of a version that is not known here."""
    if contents.revision not in revisions():
        raise BackupNewer(
            f"Säkerhetskopian har version {contents.revision}, som är nyare än det här programmet. "
            "Uppdatera programmet först."
        )


def refill(
    new: Connection,
    reader: BackupReader,
    old: Connection | None,
    keyring: Keyring,
    *,
    now: datetime,
    actor: str,
    resend: bool,
    progress: Progress | None = None,
) -> Filled:
    """Fill an empty database, in the transaction that is open, up to the newest version.

    Raises:
        BackupDamaged: some way into the backup.
    """
    config, contents = alembic_config(new), reader.contents
    command.upgrade(config, contents.revision)
    _insert(new, reader, progress)
    later = _take_over(new, old, contents, keyring, now) if old is not None else None
    command.upgrade(config, "head")
    check_key(new, keyring)
    whole = later is not None and later.whole
    doubtful = 0 if whole else _doubt_unsent(new, resend=resend, now=now)
    _number_onwards(new, contents, old if whole else None)
    new.execute(
        insert(AuditRow).values(
            at=now,
            actor=actor,
            action=RESTORED,
            subject=f"backup:{contents.mark}",
            detail={"taken": contents.created_at.isoformat(), "old_database_read": whole},
        )
    )
    return Filled(later=later, doubtful=doubtful)


def _insert(new: Connection, reader: BackupReader, progress: Progress | None) -> None:
    found = {table.name: table for table in tables(new)}
    for shape, rows in reader.batches(progress):
        insert_rows(new, found[shape.name], shape.columns, rows)


def _take_over(
    new: Connection, old: Connection, contents: Contents, keyring: Keyring, now: datetime
) -> Later | None:
    revision = revision_if_outgrown(old, contents)
    if revision is None or contents.revision not in revisions(revision):
        return None
    try:
        written_with_it = is_known(old, keyring)
    except DatabaseError:  # damaged
        return None
    if written_with_it is False:
        raise SecretKeyWrong(
            "Databasen har fått en annan hemlig nyckel efter säkerhetskopian, så det som har hänt "
            "sedan dess går inte att ta med. Läs in en kopia från efter nyckelbytet, eller flytta "
            "undan databasens fil först: då gäller kopian som den är, med sin nyckel."
        )
    command.upgrade(alembic_config(new), revision)
    return Outgrown(new, old, contents).take_over(with_lasting_keys(new, keyring), now=now)


def _doubt_unsent(new: Connection, *, resend: bool, now: datetime) -> int:
    """What waited, or was on its way, has probably been sent by the bot that went on running."""
    state = col(OutboxRow.state)
    unsent = state.in_([OutboxState.WAITING.value, OutboxState.SENDING.value])
    fate = (
        {"state": OutboxState.WAITING.value}
        if resend
        else {"state": OutboxState.FAILED.value, "reason": "restored", "finished_at": now}
    )
    count = new.scalar(select(func.count()).select_from(OutboxRow).where(unsent)) or 0
    new.execute(
        update(OutboxRow).where(unsent).values(doubtful=col(OutboxRow.doubtful) + 1, **fate)
    )
    return count


def _number_onwards(new: Connection, contents: Contents, later: Connection | None) -> None:
    """No number that any row has had is given again."""
    seen = dict(contents.last_ids)
    found = [last_ids(new)] if later is None else [last_ids(new), last_ids(later)]
    for name, last in (pair for one in found for pair in one.items()):
        seen[name] = max(last, seen.get(name, 0))
    leap = _LEAP if later is None else 0
    set_last_ids(new, {name: last + leap for name, last in seen.items()})
