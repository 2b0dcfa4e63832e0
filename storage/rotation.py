"""Another secret key: everything that is sealed is sealed anew, everything hashed hashed anew."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    Row,
    Select,
    Update,
    bindparam,
    func,
    insert,
    select,
    update,
)

from storage.alone import alone
from storage.backup import Progress
from storage.database import translated
from storage.errors import DecryptionFailed
from storage.keys import Keyring
from storage.known_key import (
    change_key,
    check_key,
    check_not_moved,
    is_known,
    with_lasting_keys,
)
from storage.protected import (
    CHAT,
    MAILBOX,
    RECIPIENTS,
    SEALED,
    TELEGRAM_ID,
    UNKNOWN,
    Sealed,
)
from storage.schema import migrate
from storage.tables import AuditRow

ROTATED: Final = "secret_key_rotated"
"""The audit log's action for a change of the secret key."""

_AT_ONCE = 500

_Pieces = list[tuple[tuple[Any, ...], bytes]]
"""A sealed value: of each row that holds a piece of it, the primary key and the piece."""


@dataclass(frozen=True, kw_only=True)
class Rotated:
    """What was sealed anew, and how many recipients and pseudonyms got another hash.

    `already` tells that an earlier attempt had done it all, and only the key was left where
    it was.
    """

    sealed: int = 0
    recipients: int = 0
    pseudonyms: int = 0
    already: bool = False


def rotate(
    url: str,
    old: Keyring,
    new: Keyring,
    *,
    now: datetime,
    actor: str,
    progress: Progress | None = None,
) -> Rotated:
    """Give the database the new key: whole and looked through, or not at all.

    Killed at any moment, it leaves a database that one of the two keys opens. Called again
    with the same two, it does what is left to do.

    Raises:
        DatabaseInUse: the bot or a command has it open.
        SecretKeyWrong, DatabaseMoved: neither key is its own, or it is not in use any more.
        DecryptionFailed: a value cannot be read with the old key; nothing was changed.
        DatabaseMissing, DatabaseUnreadable, DatabaseUnavailable: it cannot be used.
    """
    with translated(), alone(url) as connection:
        check_not_moved(connection)
        migrate(connection)
        if is_known(connection, new):
            return Rotated(already=True)
        check_key(connection, old)
        change = _Change(connection, with_lasting_keys(connection, old), new, progress)
        done = change.make()
        connection.execute(
            insert(AuditRow).values(
                at=now,
                actor=actor,
                action=ROTATED,
                subject="database",
                detail={"sealed": done.sealed, "recipients": done.recipients},
            )
        )
        return done


class _Change:
    """One change, in the transaction that is open."""

    def __init__(
        self, connection: Connection, old: Keyring, new: Keyring, progress: Progress | None
    ) -> None:
        self._connection = connection
        self._old = old
        self._new = new
        self._progress = progress
        self._tables = AuditRow.metadata.tables
        self._done = 0
        self._total = 2 * sum(self._count(one) for one in SEALED)  # written, then read back

    def make(self) -> Rotated:
        """All of it, in an order in which what is needed can still be read."""
        hashes = self._hashes()
        recipients = sum(self._rehash(table, column, hashes) for table, column in RECIPIENTS)
        pseudonyms = self._pseudonyms()
        sealed = sum(self._reseal(one) for one in SEALED)
        change_key(self._connection, self._old, self._new)
        self._look_through()
        return Rotated(sealed=sealed, recipients=recipients, pseudonyms=pseudonyms)

    def _hashes(self) -> dict[str, str]:
        """The new hash of every recipient, by the old one, wherever it is told who that is."""
        found: dict[str, str] = {}
        for one in SEALED:
            if (one.table, "chat") not in RECIPIENTS:
                continue
            table = self._tables[one.table]
            told = table.c.chat.is_not(None) & table.c[one.column].is_not(None)
            for chat, token in self._connection.execute(
                select(table.c.chat, table.c[one.column]).where(told)
            ):
                if chat not in found:
                    clear = self._old.decrypt(token, purpose=one.purpose)
                    found.update(self._renewed(chat, clear))
        return found

    def _renewed(self, old_hash: str, clear: str) -> dict[str, str]:
        """Its new hash, if what it is a hash of is this text or stands in it."""
        for value in _values_in(clear):
            purpose = CHAT if isinstance(value, int) else MAILBOX
            bare = value if isinstance(value, int) else value.strip().lower()
            if self._old.fingerprint(bare, purpose=purpose) == old_hash:
                return {old_hash: self._new.fingerprint(bare, purpose=purpose)}
        return {}

    def _rehash(self, table_name: str, column_name: str, hashes: Mapping[str, str]) -> int:
        column = self._tables[table_name].c[column_name]
        known = self._connection.scalars(select(column).where(column.is_not(None)).distinct()).all()
        changes = [
            {"old": one, "new": hashes.get(one) or self._new.fingerprint(one, purpose=UNKNOWN)}
            for one in known
        ]
        self._change(
            update(column.table)
            .where(column == bindparam("old"))
            .values({column_name: bindparam("new")}),
            changes,
        )
        return len(changes)

    def _pseudonyms(self) -> int:
        """With the old key it could be tried out whose they are."""
        concern, resident = self._tables["concern"], self._tables["resident"]
        query = (
            select(concern.c.id, concern.c.pseudonym, concern.c.told_at, resident.c.telegram_id)
            .outerjoin(resident, resident.c.id == concern.c.resident_id)
            .where(concern.c.pseudonym.is_not(None))
        )
        statement = (
            update(concern)
            .where(concern.c.id == bindparam("concern"))
            .values(pseudonym=bindparam("another"))
        )
        count = 0
        for rows in self._pages(query, concern.c.id):
            changes = []
            for row in rows:
                token = row.telegram_id
                who = token and self._old.decrypt(token, purpose=TELEGRAM_ID)
                another = self._new.pseudonym(who or row.pseudonym, at=row.told_at)
                changes.append({"concern": row.id, "another": another})
            self._change(statement, changes)
            count += len(changes)
        return count

    def _reseal(self, one: Sealed) -> int:
        table = self._tables[one.table]
        keys = list(table.primary_key.columns)
        statement = (
            update(table)
            .where(*(key == bindparam(f"key_{key.name}") for key in keys))
            .values({one.column: bindparam("token")})
        )
        count = 0
        for values in self._sealed(one):
            changes = []
            for pieces in values:
                token = b"".join(piece for _, piece in pieces)
                clear = self._old.decrypt_bytes(token, purpose=one.purpose)
                again = self._new.encrypt_bytes(clear, purpose=one.purpose)
                for key, piece in pieces:
                    named = {f"key_{k.name}": v for k, v in zip(keys, key, strict=True)}
                    changes.append({**named, "token": again[: len(piece)]})
                    again = again[len(piece) :]
            self._change(statement, changes)
            count += len(changes)
            self._tell(len(changes))
        return count

    def _look_through(self) -> None:
        """Every sealed value opens with the new key, every resident is recognised by it.

        Raises:
            DecryptionFailed: it is not so.
        """
        for one in SEALED:
            for values in self._sealed(one):
                for pieces in values:
                    token = b"".join(piece for _, piece in pieces)
                    self._new.decrypt_bytes(token, purpose=one.purpose)
                self._tell(sum(map(len, values)))
        resident = self._tables["resident"]
        for chat, token in self._connection.execute(
            select(resident.c.chat, resident.c.telegram_id)
        ):
            telegram_id = self._new.decrypt(token, purpose=TELEGRAM_ID)
            if chat != self._new.fingerprint(telegram_id, purpose=CHAT):
                raise DecryptionFailed("En invånare känns inte igen med den nya nyckeln.")

    def _sealed(self, one: Sealed) -> Iterator[list[_Pieces]]:
        """All sealed values, some at a time, each as the pieces it is kept in."""
        table = self._tables[one.table]
        keys, column = list(table.primary_key.columns), table.c[one.column]
        query: Select[Any] = select(*keys, column).where(column.is_not(None))
        if one.whole is None:
            (key,) = keys
            for rows in self._pages(query, key):
                yield [[(tuple(row[:-1]), row[-1])] for row in rows]
            return
        whole = table.c[one.whole]
        for ids in self._pages(select(whole).distinct(), whole):
            for (id,) in ids:  # one at a time: they are large
                pieces = self._connection.execute(query.where(whole == id).order_by(*keys)).all()
                yield [[(tuple(row[:-1]), row[-1]) for row in pieces]]

    def _pages(self, query: Select[Any], key: Column[Any]) -> Iterator[Sequence[Row[Any]]]:
        """Some rows at a time, by a key that selects one row and comes first in it.

        What was read may be changed before the next ones are.
        """
        page = self._connection.execute(query.order_by(key).limit(_AT_ONCE)).all()
        while page:
            yield page
            after = query.where(key > page[-1][0]).order_by(key).limit(_AT_ONCE)
            page = self._connection.execute(after).all()

    def _change(self, statement: Update, values: list[dict[str, Any]]) -> None:
        if values:
            self._connection.execute(statement, values)

    def _count(self, one: Sealed) -> int:
        column = self._tables[one.table].c[one.column]
        return self._connection.scalar(select(func.count(column))) or 0

    def _tell(self, rows: int) -> None:
        self._done += rows
        if self._progress:
            self._progress(self._done, self._total)


def _values_in(clear: str) -> Iterator[int | str]:
    """The text itself, a number if it is one; of JSON every number and text in it."""
    try:
        waiting = [json.loads(clear)]
    except ValueError:
        waiting = [clear]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, int | str) and not isinstance(value, bool):
            yield value
