"""Files that only their owner may read, and that are whole or not there at all."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.errors import FileTaken, FileUnwritable

_PART = ".brabot.part"
"""What is being written in a folder. One name, so that a crash leaves at most one behind,
which the next one overwrites."""


@contextmanager
def private_file(target: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """A file to write: readable from its beginning too, mode 0600, synced at `target` in the end.

    Until then nothing stands there, or what stood there before; and that is how it stays when
    the block raises or the process dies.

    Raises:
        FileTaken: there is something at `target`, and it is not to be replaced.
        FileUnwritable: the folder or the disk refuses, or another such file is being written.
    """
    check_free(target, replace=replace)
    part = target.parent / _PART
    try:
        with _alone(part) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                part.replace(target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        sync_folder(target.parent)
    except OSError as error:
        raise FileUnwritable(_refused(target, error)) from error


def check_free(target: Path, *, replace: bool) -> None:
    """Raises `FileTaken` or `FileUnwritable` as `private_file` would at its beginning."""
    if not target.parent.is_dir():
        raise FileUnwritable(f"Mappen {target.parent.absolute()} finns inte. Skapa den först.")
    if target.is_dir() or (target.exists() and not target.is_file()):
        raise FileTaken(f"{target} är ingen fil. Ange ett filnamn.")
    if target.exists() and not replace:
        raise FileTaken(f"{target} finns redan. Ange ett annat namn, eller --force.")


def sync_folder(folder: Path) -> None:
    """Let what was renamed in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _alone(part: Path) -> Iterator[BinaryIO]:
    """The part file, emptied, held by this process only."""
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not _is_still(part, file):  # another process has just finished and renamed it
            raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK))
        os.fchmod(descriptor, 0o600)
        file.truncate()
        yield file


def _is_still(part: Path, file: BinaryIO) -> bool:
    try:
        return part.stat().st_ino == os.fstat(file.fileno()).st_ino
    except FileNotFoundError:
        return False


def _refused(target: Path, error: OSError) -> str:
    if isinstance(error, BlockingIOError):
        return f"En annan fil skrivs just nu i {target.parent.absolute()}. Försök igen om en stund."
    return (
        f"{target} går inte att skriva ({error.strerror}). Kontrollera mappens rättigheter och "
        "att disken inte är full."
    )
