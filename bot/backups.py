"""Backups in a folder: named by when they were taken, the oldest dropped."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"
_PATTERN = "brabot-[0-9]*T[0-9]*Z.backup"


def place_of_backup(target: Path, now: datetime) -> Path:
    """The file to write: `target` itself or, if that is a folder, one in it named by the time."""
    if not target.is_dir():
        return target
    return target / f"brabot-{now.astimezone(UTC).strftime(_STAMP)}.backup"


def drop_oldest(folder: Path, *, keep: int) -> Sequence[Path]:
    """Delete all but the newest backups of a folder, by their names; which were deleted."""
    dropped = sorted(folder.glob(_PATTERN))[:-keep]
    for path in dropped:
        path.unlink()
    return dropped
