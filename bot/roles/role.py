"""What a process of the bot does: everything, or a part of it beside others."""

from collections.abc import Collection
from enum import StrEnum

from bot.errors import SettingInvalid


class Role(StrEnum):
    """One of the parts, or all of them."""

    RECEIVER = "receiver"
    WORKER = "worker"
    SENDER = "sender"
    SCHEDULER = "scheduler"
    ALL = "all"


EVERY = frozenset({Role.RECEIVER, Role.WORKER, Role.SENDER, Role.SCHEDULER})


def roles_of(given: Collection[Role], *, database_url: str) -> frozenset[Role]:
    """The parts that a process has.

    Raises:
        SettingInvalid: only some of them, on a database that one process at a time may have.
    """
    roles = EVERY if not given or Role.ALL in given else frozenset(given)
    if roles != EVERY and database_url.startswith("sqlite"):
        raise SettingInvalid(
            "--role delar boten på flera processer, och det kräver PostgreSQL. Ange den "
            "databasen i BRABOT_DATABASE_URL (`brabot storage move` flyttar en SQLite-databas "
            "dit), eller kör utan --role."
        )
    return roles
