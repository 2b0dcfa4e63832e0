"""An unmistakable person, and every way in which a file could give them away."""

import base64
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import LargeBinary

from bot.sandbox import Person
from storage.keys import Keyring
from storage.protected import SEALED
from storage.tables import Row

CANARY = Person(
    id=7_304_918_265,
    first_name="Xantippa",
    last_name="Qvistgard",
    username="xq_kanarie",
    language_code="sv",
)

MARKS = (
    str(CANARY.id),
    "Xantippa",
    "Qvistgard",
    "xq_kanarie",
    "kanarie.example",
    "1740623",
    "174 06 23",
    "APA 517",
    "APA517",
    "19121212-1219",
)
"""What only the canary is, has or writes; numbers that nobody has."""

ABOUT_HER = (
    "Jag heter Xantippa Qvistgard, 19121212-1219, ring 070-1740623 eller skriv till "
    "xantippa.qvistgard@kanarie.example."
)


_TELLING = 8
"""So many signs of base64 do not stand anywhere by chance."""

PURPOSES = {one.name: one.purpose for one in SEALED}
"""What each encrypted column is encrypted for."""


def found_in(content: bytes) -> set[str]:
    """The marks that stand in `content`, in whatever way a program may write them."""
    folded = content.lower()
    return {mark for mark in MARKS if any(form in folded for form in _forms(mark))} | {
        "her id as a number" for form in _as_numbers(CANARY.id) if form in content
    }


def _forms(mark: str) -> Iterator[bytes]:
    for written in {mark, mark.lower(), mark.upper()}:
        raw = written.encode()
        yield raw.lower()
        yield written.encode("utf-16-le").lower()
        yield written.encode("utf-16-be").lower()
        yield raw.hex().encode()
        yield quote(written).encode().lower()
        yield json.dumps(written).strip('"').encode().lower()
        yield from _in_base64(raw)


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """The signs that stand for `raw` in base64, wherever it begins among the threes."""
    for before in range(3):
        skipped = 4 if before else 0
        whole = len(raw) - (3 - before if before else 0)
        sure = whole // 3 * 4
        coded = base64.b64encode(b"\0" * before + raw)[skipped : skipped + sure].lower()
        if len(coded) >= _TELLING:
            yield coded


def _as_numbers(number: int) -> Iterator[bytes]:
    yield number.to_bytes(6, "big")  # as SQLite stores it
    yield number.to_bytes(8, "little")


def sealed_columns() -> Iterator[tuple[str, str]]:
    """Every table and column whose content is encrypted."""
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, LargeBinary):
                yield table.name, column.name


def sealed(database: Path) -> dict[str, list[bytes]]:
    """What stands in the encrypted columns now, by `table.column`."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return {
            f"{table}.{column}": [
                bytes(value)
                for (value,) in connection.execute(
                    f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'
                )
            ]
            for table, column in sealed_columns()
        }
    finally:
        connection.close()


def opened(values: dict[str, list[bytes]], keyring: Keyring) -> dict[str, str]:
    """The same in clear, all that stands in one column as one text."""
    return {
        column: "\n".join(
            keyring.decrypt_bytes(value, purpose=PURPOSES[column]).decode("utf-8", "replace")
            for value in rows
        )
        for column, rows in values.items()
    }
