"""The key file while its key is changed: never is there a moment without the key that counts."""

from pathlib import Path

from storage.errors import KeyChangeUnfinished, SecretKeyFileUnusable
from storage.keys import parse_secret, read_or_create_key_file
from storage.private_files import sync_folder


def new_file(file: Path) -> Path:
    """Where the new key waits until the database has it."""
    return file.with_name(f"{file.name}.new")


def old_file(file: Path) -> Path:
    """Where the old key stays as long as backups need it."""
    return file.with_name(f"{file.name}.old")


def prepare_new_key(file: Path, current: bytes) -> bytes:
    """The key to change to, on the disk before anything else happens; that of a change cut short.

    Raises:
        KeyChangeUnfinished: the last change has left a key that is in the way.
        SecretKeyInvalid, SecretKeyFileUnusable: the file cannot be read or made.
    """
    old, new = old_file(file), new_file(file)
    if old.exists() and read_or_create_key_file(old)[0] != current:
        raise KeyChangeUnfinished(
            f"{old} finns kvar sedan nyckeln byttes förra gången. Behövs den inte mer (det gör den "
            "för säkerhetskopior från tiden före bytet), ta bort den: brabot key forget-old."
        )
    secret, _ = read_or_create_key_file(new)
    sync_folder(file.parent)
    if secret == current:
        raise KeyChangeUnfinished(
            f"{new} innehåller nyckeln som redan används. Ta bort filen: brabot key forget-old."
        )
    return secret


def put_in_place(file: Path) -> None:
    """Let the new key be the key, and the old one stand beside it; each step may be the last.

    Raises:
        SecretKeyFileUnusable: the folder refuses.
    """
    try:
        if not old_file(file).exists():
            old_file(file).hardlink_to(file)
        new_file(file).replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise SecretKeyFileUnusable(
            f"Databasen har den nya nyckeln, men {file} går inte att ersätta ({error.strerror}). "
            f"Den nya nyckeln ligger i {new_file(file)}: rätta mappens rättigheter och kör "
            "brabot key rotate igen."
        ) from error


def forget_old(file: Path, current: bytes) -> list[Path]:
    """Delete the old key, and a copy of the one in use that waited to be taken over; which files.

    Raises:
        KeyChangeUnfinished: a change is under way, and one of them may be the key that counts.
    """
    new, gone = new_file(file), []
    if new.exists() and parse_secret(new.read_text("ascii")) != current:
        raise KeyChangeUnfinished(
            f"Ett nyckelbyte är inte klart: {new} är inte nyckeln som används. Kör brabot key "
            "rotate, som gör det färdigt, eller ange nyckeln i den filen i BRABOT_SECRET_KEY."
        )
    for path in (old_file(file), new):
        if path.exists():
            path.unlink()
            gone.append(path)
    return gone


def readable_by_others(file: Path) -> bool:
    """Whether anybody but the owner may read the file."""
    return bool(file.stat().st_mode & 0o077)
