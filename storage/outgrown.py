"""What a database that has grown out of the backed up one knows, and a restore must not undo.

Of the backup come what residents have told, and their dialogues. Everything else comes from the
later database: what has come in and gone out, groups, digests and who has had them, the audit
log. So nothing is sent twice, a removed group stays removed, and no look at an original text is
forgotten. What residents have deleted or edited since the backup stays so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from alembic.runtime.migration import MigrationContext
from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, update
from sqlalchemy.exc import DatabaseError

from storage.backup import TAKEN, Contents
from storage.erasure import CONCERN_DELETED, REFERENCE
from storage.keys import Keyring
from storage.rows import Rows, insert_rows, read_rows, tables

_MEDIA, _CONTENT = "media", "media_content"
_TOLD = {
    "resident",
    "conversation",
    "concern",
    "message",
    "concern_theme",
    "concern_place",
    _MEDIA,
    _CONTENT,
}
_AUDIT = "audit"
_ONLY_GROW = (_AUDIT, "tombstone")
_AT_ONCE = 5_000  # ids in one statement; SQLite allows 32,766 parameters

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Later:
    """What was found in the later database.

    `erased` concerns and `forgotten` residents of the backup had been deleted since. `whole`
    tells whether the rest could be read too: what came in and went out, and the groups. Then
    `lost` concerns were told since, and are in that database only.
    """

    erased: int
    forgotten: int
    whole: bool
    lost: int = 0


def revision_if_outgrown(old: Connection, contents: Contents) -> str | None:
    """The version of the old database's tables, if it has grown out of the backed up one.

    It has, if its audit log, which cannot be changed, tells of this very backup.
    """
    try:
        found = {table.name: table for table in tables(old)}
        audit = found.get(_AUDIT)
        if audit is None:
            return None
        copied = (audit.c.action == TAKEN) & (audit.c.subject == f"backup:{contents.mark}")
        if not old.scalar(select(func.count()).where(copied)):
            return None
        return MigrationContext.configure(old).get_current_revision()
    except DatabaseError:  # damaged
        return None


class Outgrown:
    """Takes over, into a database filled from the backup, what the old one knows.

    Both have the same version of the tables. Foreign keys are enforced in the new one.
    """

    def __init__(self, new: Connection, old: Connection, contents: Contents) -> None:
        self._new = new
        self._old = old
        self._contents = contents
        self._ours = {table.name: table for table in tables(new)}
        self._theirs = {table.name: table for table in tables(old)}

    def take_over(self, keyring: Keyring, *, now: datetime) -> Later | None:
        """Deletions, and then the rest; None where the old database is too damaged for either."""
        try:
            with self._new.begin_nested():
                for name in _ONLY_GROW:
                    self._continue(name)
                erased = self._erase()
                self._keep_edits()
                self._keep_replaced_files()
                forgotten = self._forget()
        except DatabaseError:
            return None
        try:
            with self._new.begin_nested():
                self._replace_the_rest()
                lost = self._reserve_references(keyring, now)
        except DatabaseError:
            return Later(erased=erased, forgotten=forgotten, whole=False)
        return Later(erased=erased, forgotten=forgotten, whole=True, lost=lost)

    def _continue(self, name: str) -> None:
        ours, theirs = self._ours[name], self._theirs[name]
        last = self._new.scalar(select(func.max(ours.c.id))) or 0
        for rows in read_rows(self._old, theirs, theirs.c.id > last):
            insert_rows(self._new, ours, theirs.columns.keys(), rows)

    def _erase(self) -> int:
        audit, concern = self._ours[_AUDIT], self._ours["concern"]
        query = select(audit.c.subject).where(audit.c.action == CONCERN_DELETED)
        ids = [int(subject.partition(":")[2]) for subject in self._new.scalars(query)]
        return sum(
            # Messages, themes, places and quotes go along: ON DELETE CASCADE.
            self._new.execute(delete(concern).where(concern.c.id.in_(chunk))).rowcount
            for chunk in _chunks(ids)
        )

    def _keep_edits(self) -> None:
        """An edit may have taken back a name."""
        ours, theirs = self._ours["message"], self._theirs["message"]
        edited = (theirs.c.recorded_at > _naive(self._contents.created_at)) & (
            theirs.c.id <= self._contents.last_ids.get("message", 0)
        )
        for row in self._old.execute(select(theirs).where(edited)).mappings():
            parts = {name: row[name] for name in ("text", "masked", "reading", "recorded_at")}
            self._new.execute(update(ours).where(ours.c.id == row["id"]).values(**parts))

    def _keep_replaced_files(self) -> None:
        """A file that another has taken the place of, or whose time was over, is not brought back.

        Its row is as it is now, and so is what is kept of it.
        """
        if _MEDIA not in self._ours:
            return
        ours, theirs = self._ours[_MEDIA], self._theirs[_MEDIA]
        content = self._theirs[_CONTENT]
        kept = {row.id: row.file for row in self._old.execute(select(theirs.c.id, theirs.c.file))}
        restored = self._new.execute(select(ours.c.id, ours.c.file)).all()
        for chunk in _chunks([row.id for row in restored if kept.get(row.id, "") != row.file]):
            self._new.execute(delete(ours).where(ours.c.id.in_(chunk)))
            there = set(self._new.scalars(select(self._ours["concern"].c.id)))
            for rows in read_rows(self._old, theirs, theirs.c.id.in_(chunk)):
                at = theirs.columns.keys().index("concern_id")
                insert_rows(
                    self._new, ours, theirs.columns.keys(), [r for r in rows if r[at] in there]
                )
            known = set(self._new.scalars(select(ours.c.id).where(ours.c.id.in_(chunk))))
            for rows in read_rows(self._old, content, content.c.media_id.in_(known)):
                insert_rows(self._new, self._ours[_CONTENT], content.columns.keys(), rows)

    def _forget(self) -> int:
        """Who is not in the old database was forgotten; nothing may lead to them any more."""
        resident, concern, message = (
            self._ours[name] for name in ("resident", "concern", "message")
        )
        ids = self._new.scalars(select(resident.c.id)).all()
        gone = 0
        for chunk in _chunks(ids):
            known = self._theirs["resident"].c.id
            kept = set(self._old.scalars(select(known).where(known.in_(chunk))))
            missing = [id for id in chunk if id not in kept]
            theirs = concern.c.resident_id.in_(missing)
            told = select(concern.c.id).where(theirs)
            self._new.execute(
                update(message)
                .where(message.c.concern_id.in_(told))
                .values(telegram_message_id=None)
            )
            self._new.execute(
                update(concern).where(theirs).values(resident_id=None, pseudonym=None)
            )
            self._new.execute(delete(resident).where(resident.c.id.in_(missing)))
            gone += len(missing)
        return gone

    def _replace_the_rest(self) -> None:
        rest = [table for name, table in self._ours.items() if name not in {*_TOLD, *_ONLY_GROW}]
        for table in reversed(rest):
            self._new.execute(delete(table))
        for table in rest:
            theirs = self._theirs[table.name]
            for rows in read_rows(self._old, theirs):
                columns = theirs.columns.keys()
                insert_rows(
                    self._new, table, columns, self._without_loose_ends(table, columns, rows)
                )

    def _without_loose_ends(self, table: Table, columns: Sequence[str], rows: Rows) -> Rows:
        """The rows without links to what the backup does not have; without a link, no row."""
        for key in table.foreign_keys:
            if key.column.table.name not in _TOLD:
                continue
            at = columns.index(key.parent.name)
            linked = {row[at] for row in rows} - {None}
            there = set(self._new.scalars(select(key.column).where(key.column.in_(linked))))
            loose = linked - there
            if key.parent.nullable:
                rows = [[*r[:at], None, *r[at + 1 :]] if r[at] in loose else r for r in rows]
            else:
                rows = [row for row in rows if row[at] not in loose]
        return rows

    def _reserve_references(self, keyring: Keyring, now: datetime) -> int:
        """What was told after the backup keeps its references: no other concern gets them."""
        theirs, tombstone = self._theirs["concern"], self._ours["tombstone"]
        since: ColumnElement[bool] = theirs.c.id > self._contents.last_ids.get("concern", 0)
        references = self._old.scalars(select(theirs.c.reference).where(since)).all()
        for chunk in _chunks(references):
            self._new.execute(
                tombstone.insert(),
                [
                    {
                        "reference": keyring.fingerprint(reference, purpose=REFERENCE),
                        "deleted_at": _naive(now),
                    }
                    for reference in chunk
                ],
            )
        return len(references)


def _naive(at: datetime) -> datetime:
    """In UTC without saying so, as SQLite keeps times."""
    return at.astimezone(UTC).replace(tzinfo=None)


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
