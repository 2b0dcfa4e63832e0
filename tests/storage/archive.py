"""An archive with rows in every table that there is, made from the tables themselves."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Float, Integer, LargeBinary, Table

from storage.columns import BigId, UtcDateTime
from storage.keys import Keyring
from storage.numbering import set_last_numbers
from storage.protected import CHAT, LASTING_COLUMNS, SEALED
from storage.tables import Row

ROWS = 3
_PURPOSES = {one.name: one.purpose for one in SEALED}


def fill(connection: Connection, keyring: Keyring, now: datetime) -> None:
    """Three rows in each table; `meta` keeps what it has, and gets a row of its own."""
    for table in Row.metadata.sorted_tables:
        count = 1 if table.name == "meta" else ROWS
        rows = [
            {column.name: _value(table, column, i, keyring, now) for column in table.columns}
            for i in range(1, count + 1)
        ]
        connection.execute(table.insert(), rows)
    if connection.dialect.name == "postgresql":  # SQLite counts along
        names = [table.name for table in Row.metadata.sorted_tables]
        set_last_numbers(connection, dict.fromkeys(names, ROWS))


def telegram_id(i: int) -> int:
    """Whose the row of that number is."""
    return 700_123_450 + i


def _value(table: Table, column: Column[Any], i: int, keyring: Keyring, now: datetime) -> Any:
    name = f"{table.name}.{column.name}"
    if column.foreign_keys or (column.primary_key and isinstance(column.type, BigId)):
        return i
    if isinstance(column.type, LargeBinary):
        clear = {
            "resident.telegram_id": str(telegram_id(i)),
            "focus_group.chat_id": str(telegram_id(i)),
            "inbox.content": f'{{"message": {{"chat": {{"id": {telegram_id(i)}}}}}}}',
            "outbox.content": f'{{"chat_id": {telegram_id(i)}, "params": {{}}}}',
        }.get(name, f"{name} {i} 🦔")
        return keyring.encrypt(clear, purpose=_PURPOSES[name])
    if isinstance(column.type, UtcDateTime):
        return now + timedelta(microseconds=i)
    if isinstance(column.type, JSON):
        return {"å": [i, None, 0.1 + 0.2, True], "a": "🦔"}
    if isinstance(column.type, Boolean):
        return i % 2 == 0
    if isinstance(column.type, Float):
        return 0.1 + i / 3
    if isinstance(column.type, Integer | BigId):
        if name == "media_content.position":
            return 0
        return 2**40 + i if isinstance(column.type, BigId) else i
    if column.name == CHAT:
        return keyring.fingerprint(telegram_id(i), purpose=CHAT)
    if purpose := LASTING_COLUMNS.get((table.name, column.name)):
        return keyring.fingerprint(f"{name} {i}", purpose=purpose)
    return f"{column.name} {i} å"
