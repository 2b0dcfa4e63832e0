"""A database as a bot leaves it after so many concerns, filled much faster than by telling.

The rows are those that telling, reading and sending leave, in the same tables, with sealed
columns of the right length; nobody could decrypt them, and nothing that is measured tries to.
"""

import os
import sqlite3
from pathlib import Path

from bot.config.config import Config
from storage.database import open_database
from storage.keys import Keyring
from tests.benchmarks.digests import Archive, fill

KEYRING = Keyring.from_secret(bytes(range(32)))
A_WEEK = 2_000
"""Concerns a week, the same in every archive: only how far back it reaches differs."""
_SEALED_BYTES = 220
_AROUND = (
    "UPDATE message SET text = :sealed",
    "UPDATE concern SET pseudonym = 'anonym-' || resident_id",
    "INSERT INTO concern_place (concern_id, position, name, origin) "
    "SELECT id, 0, area, 'reading' FROM concern WHERE area IS NOT NULL",
    "INSERT INTO inbox (update_id, chat, state, attempts, received_at, finished_at) "
    "SELECT id, 'chat-' || resident_id, 'handled', 0, told_at, told_at FROM concern "
    "WHERE id > (SELECT max(id) FROM concern) - :week",
    "INSERT INTO outbox (chat, priority, state, attempts, doubtful, message_id, concern_id, "
    "created_at, finished_at) SELECT 'chat-' || resident_id, 10, 'sent', 0, 0, id, id, told_at, "
    "told_at FROM concern",
)


async def made(path: Path, concerns: int, config: Config) -> str:
    """The address of a database with so many concerns, made there unless it is there."""
    url = f"sqlite:///{path}"
    if not path.exists():
        await (await open_database(url, KEYRING)).close()
        fill(path, Archive(concerns=concerns, weeks=max(1, concerns // A_WEEK)), config)
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA synchronous=OFF")
        with connection:
            for statement in _AROUND:
                values = {"sealed": os.urandom(_SEALED_BYTES), "week": A_WEEK}
                connection.execute(statement, values)
        connection.close()
    return url
