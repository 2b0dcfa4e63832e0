"""Column types that both databases understand alike."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.errors import NaiveTime

_SUSPECT = re.compile(r"\\u(?:d[89a-f]|0000)", re.IGNORECASE)
"""As JSON writes what no database takes, and emoji, which any takes."""
_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")


class _NaiveTimeBound(NaiveTime, DontWrapMixin):
    """Reaches the caller as it is, not inside SQLAlchemy's StatementError."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware times in, aware UTC times out; refuses naive ones. Sorts as time on SQLite too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, without its zone where the database has no zones."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise _NaiveTimeBound("A time without time zone cannot be stored.")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class BigId(TypeDecorator[int]):
    """A 64-bit whole number, which on SQLite may count up by itself as a primary key."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[int]:
        """INTEGER on SQLite, where it is as wide as it need be."""
        return Integer() if dialect.name == "sqlite" else BigInteger()


class ClearString(TypeDecorator[str]):
    """A short text from outside; what no database takes becomes U+FFFD, as in `ClearText`."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text with unstorable characters replaced."""
        return None if value is None else storable(value)


class ClearText(TypeDecorator[str]):
    """Text as people read it; what no database takes (lone surrogates, NUL) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text with unstorable characters replaced."""
        return None if value is None else storable(value)


def json_text(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """JSON whose texts any database can take out of it again."""
    written = json.dumps(value)
    # Nearly all can be taken out as it is; to look at every part of it takes much longer.
    return json.dumps(_storable_in(value)) if _SUSPECT.search(written) else written


def storable(text: str) -> str:
    """The text with what no database takes replaced by U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def _storable_in(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {_storable_in(key): _storable_in(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_storable_in(held) for held in value]
    return value
