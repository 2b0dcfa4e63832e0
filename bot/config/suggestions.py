"""The files of `brabot examples suggest`, which are no part of the configuration."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.errors import ConfigError

FOLDER = "suggestions"
MARK = "# Skrivet av `brabot examples suggest`."
"""The first line of such a file."""
_FRESH = timedelta(days=14)


def left_lying(directory: Path, *, now: datetime) -> Iterator[ConfigError]:
    """Proposals of long ago: what they tell may have been deleted since by whoever told it."""
    for path in sorted((directory / FOLDER).glob("*.txt")):
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if now - written > _FRESH and path.read_bytes().startswith(MARK.encode()):
            yield ConfigError(
                file=f"{FOLDER}/{path.name}",
                problem=f"förslagen är från {written.date()}. Det som berättades kan vara "
                "borttaget sedan dess.",
                remedy="Kör `brabot examples suggest` igen, eller ta bort katalogen.",
            )
            return
