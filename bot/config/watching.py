"""Notices that the files of a configuration have changed, once whoever writes has stopped.

They are looked at, not listened to: that works on every file system, also those that are
mounted into a container or over a network.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.config.expectations import FILE as TESTS
from bot.config.loader import config_files

_LOOK_SECONDS = 2.0
"""Editors write in several steps: what has stayed the same for so long is meant."""

Sight = tuple[tuple[str, int, int], ...]


def seen_in(directory: Path) -> Sight:
    """Names, times and sizes of the files; another one whenever a file was written."""
    found = []
    for path in (*config_files(directory), directory / TESTS):
        try:
            status = path.stat()
        except OSError:  # gone since it was listed, or not there
            continue
        found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)


async def watch(
    directory: Path, changed: Callable[[], None], *, look_seconds: float = _LOOK_SECONDS
) -> None:
    """Call `changed` after every change that has settled, until cancelled."""
    known = before = seen_in(directory)
    while True:
        await asyncio.sleep(look_seconds)
        now = seen_in(directory)
        if now == before and now != known:
            known = now
            changed()
        before = now
