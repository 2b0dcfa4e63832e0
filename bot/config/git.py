"""What git knows of a configuration directory, where it is kept under git.

Without git, or where git refuses or is slow, there is nothing to tell: nothing here fails.
"""

import io
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

_SECONDS = 5.0
_SEPARATOR = "\x1f"
_FIELDS = _SEPARATOR.join(("%h", "%cI", "%an", "%s"))
# Nothing that the repository itself configures is run.
_HARMLESS: Final = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


@dataclass(frozen=True, kw_only=True)
class Commit:
    """A commit that touched the directory; `subject` is the first line of its message."""

    id: str
    at: datetime
    author: str
    subject: str


def commits(directory: Path, *, limit: int = 100) -> tuple[Commit, ...] | None:
    """The commits that touched the directory, newest first; None where git knows nothing."""
    told = _git(directory, "log", f"--max-count={limit}", f"--format={_FIELDS}", "--", ".")
    if told is None:
        return None
    return tuple(_commit(line) for line in told.decode("utf-8", "replace").split("\n") if line)


def committed_as(directory: Path) -> Commit | None:
    """The commit that the directory stands at; None where something is not committed."""
    unsaved = _git(directory, "status", "--porcelain", "--", ".")
    if unsaved is None or unsaved.strip():
        return None
    return next(iter(commits(directory, limit=1) or ()), None)


def write_revision(directory: Path, revision: str, into: Path) -> bool:
    """Write the directory as it was at a revision; False where git knows no such one."""
    named = _git(
        directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if named is None:
        return False
    packed = _git(directory, "archive", "--format=tar", named.decode("ascii").strip())
    if packed is None:
        return False
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(into, filter="data")
    return True


def _commit(line: str) -> Commit:
    id, at, author, subject = line.split(_SEPARATOR, 3)
    return Commit(id=id, at=datetime.fromisoformat(at), author=author, subject=subject)


def _git(directory: Path, *arguments: str) -> bytes | None:
    """What git prints; None where there is no git, it fails, or takes too long."""
    program = shutil.which("git")
    if program is None or not directory.is_dir():
        return None
    # A hook of some other repository may have said where that one is.
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a program found by its name
            [program, *_HARMLESS, *arguments],
            cwd=directory,
            env={**environment, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
