"""The key and the database, found by the settings, for every command that needs them."""

from pathlib import Path

from bot.config.settings import Settings
from bot.errors import SettingInvalid
from bot.logs import get_logger
from storage.database import Database, open_database
from storage.errors import SecretKeyWrong, StorageError
from storage.key_files import new_file, readable_by_others
from storage.keys import Keyring, parse_secret, read_or_create_key_file

_SQLITE = "sqlite:///"

log = get_logger(__name__)


def open_keyring(settings: Settings) -> tuple[Keyring, Path | None]:
    """The keyring, and the path of the key file if it has just been made.

    Raises:
        SettingInvalid: the key cannot be used; the message tells the remedy, not the key.
    """
    secret, created = _secret(settings)
    return Keyring.from_secret(secret), settings.secret_key_file if created else None


def existing_keyring(settings: Settings) -> Keyring:
    """The keyring of a key that is there already: a new one would be of no use here.

    Raises:
        SettingInvalid: there is no key, or it cannot be used.
    """
    return Keyring.from_secret(existing_secret(settings))


def existing_secret(settings: Settings) -> bytes:
    """The 32 bytes of a key that is there already; raises as `existing_keyring`."""
    path = settings.secret_key_file
    if settings.secret_key is None and not path.exists():
        raise SettingInvalid(
            f"Nyckeln saknas: {path.absolute()} finns inte. Lägg nyckeln där, eller ange den i "
            "BRABOT_SECRET_KEY eller dess fil i BRABOT_SECRET_KEY_FILE."
        )
    return _secret(settings)[0]


def is_there(settings: Settings) -> bool:
    """Whether opening would find a key and a database that were made before."""
    has_key = settings.secret_key is not None or settings.secret_key_file.exists()
    url = settings.database_url
    file = Path(url.removeprefix(_SQLITE).partition("?")[0])
    return has_key and (not url.startswith(_SQLITE) or file.exists())


async def open_storage(settings: Settings) -> Database:
    """The database of the settings, migrated and ready.

    Raises:
        SettingInvalid: the key cannot be used.
        StorageError: the database cannot be used with this key or program.
    """
    keyring, created = open_keyring(settings)
    file = settings.secret_key_file
    try:
        database = await open_database(settings.database_url, keyring)
    except SecretKeyWrong as error:
        if created is not None:
            created.unlink()  # made a moment ago, it opens nothing
        raise SecretKeyWrong(_remedy(settings, lost=created is not None) or str(error)) from error
    if created is not None:
        log.warning("key_file_created", path=str(created))
    elif settings.secret_key is None and readable_by_others(file):
        log.warning("key_file_readable_by_others", path=str(file.absolute()))
    return database


async def make_first_key(settings: Settings) -> Path | None:
    """The key file if there was none, made together with the database; None if there was one.

    Raises:
        SettingInvalid, StorageError: as `open_storage`; for a database without its key too.
    """
    file = settings.secret_key_file
    if settings.secret_key is not None or file.exists():
        return None
    await (await open_storage(settings)).close()
    return file


def _secret(settings: Settings) -> tuple[bytes, bool]:
    try:
        if settings.secret_key is not None:
            return parse_secret(settings.secret_key.get_secret_value()), False
        return read_or_create_key_file(settings.secret_key_file)
    except (StorageError, OSError) as error:
        raise SettingInvalid(f"Nyckeln går inte att använda: {error}") from error


def _remedy(settings: Settings, *, lost: bool) -> str | None:
    """What to do about a wrong key, where more is known than that it is wrong."""
    file = settings.secret_key_file.absolute()
    if new_file(file).exists():
        return "Databasen har en annan hemlig nyckel: ett nyckelbyte är inte klart. " + (
            f"Kör brabot key rotate igen, som gör det färdigt ({new_file(file)})."
            if settings.secret_key is None
            else f"Sätt BRABOT_SECRET_KEY till nyckeln i {new_file(file)}."
        )
    if lost:
        return (
            f"Nyckelfilen {file} finns inte, men databasen är skriven med en nyckel. Lägg tillbaka "
            "den från din kopia, eller ange den i BRABOT_SECRET_KEY. Utan den går originaltexter "
            "och konton inte att läsa, i säkerhetskopiorna heller inte."
        )
    return None
