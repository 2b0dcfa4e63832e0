"""The files of a single concern, as coordinators come to see them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.concern_desk import find_concern, plain_line
from bot.errors import InputInvalid
from storage.concern_values import Concern
from storage.database import Transaction
from storage.media import Media

_ENDINGS: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/webm": "webm",
    "video/mp4": "mp4",
    "video/webm": "webm",
}


@dataclass(frozen=True, kw_only=True)
class TakenOut:
    """A kept file in clear, its name made here: nothing of it comes from the resident."""

    name: str
    content: bytes = field(repr=False)


async def with_files(tx: Transaction, reference: str) -> tuple[Concern, Sequence[Media]]:
    """A concern and what is known of its files. Raises as `find_concern`."""
    concern = await find_concern(tx, reference)
    return concern, await tx.media.of_concern(concern.id)


async def take_out(
    tx: Transaction, reference: str, *, reason: str, actor: str, now: datetime
) -> list[TakenOut]:
    """The kept files of a concern; who took them out, and why, is in the audit log for good.

    Write them once the transaction is kept, not before.

    Raises:
        InputInvalid: there is no such concern, or no reason is given.
    """
    why = plain_line(reason, "Skälet (--reason)")
    concern = await find_concern(tx, reference)
    files = await tx.media.read(concern.id, actor=actor, now=now, reason=why)
    taken = []
    for number, one in enumerate(files, start=1):
        content = await tx.media.content(one.id)
        if content is not None:
            ending = _ENDINGS.get(one.media_type or "", "bin")
            taken.append(TakenOut(name=f"{concern.reference}-{number}.{ending}", content=content))
    return taken


def write_out(taken: Sequence[TakenOut], folder: Path) -> list[Path]:
    """Write files that only the owner can read; nothing that stands there is replaced.

    Raises:
        InputInvalid: the folder or a file cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return [_written(one, folder) for one in taken]
    except FileExistsError as error:
        raise InputInvalid(
            f"{error.filename} finns redan. Ange en tom mapp med --out, eller ta bort filen."
        ) from error
    except OSError as error:
        raise InputInvalid(f"{folder} går inte att skriva i ({error.strerror}).") from error


def _written(one: TakenOut, folder: Path) -> Path:
    path = folder / one.name
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(one.content)
    return path
