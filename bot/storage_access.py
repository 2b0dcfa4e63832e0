"""The key and the database, found by the settings, for every command that needs them."""

from pathlib import Path

from bot.config.settings import Settings
from bot.errors import SettingInvalid
from bot.logs import get_logger
from storage.database import Database, open_database
from storage.errors import StorageError
from storage.keys import Keyring, parse_secret, read_or_create_key_file

log = get_logger(__name__)


def open_keyring(settings: Settings) -> tuple[Keyring, Path | None]:
    """The keyring, and the path of the key file if it has just been made.

    Raises:
        SettingInvalid: the key cannot be used; the message tells the remedy, not the key.
    """
    try:
        if settings.secret_key is not None:
            secret = parse_secret(settings.secret_key.get_secret_value())
            return Keyring.from_secret(secret), None
        secret, created = read_or_create_key_file(settings.secret_key_file)
    except (StorageError, OSError) as error:
        raise SettingInvalid(f"Nyckeln går inte att använda: {error}") from error
    return Keyring.from_secret(secret), settings.secret_key_file if created else None


def existing_keyring(settings: Settings) -> Keyring:
    """The keyring of a key that is there already: a new one would be of no use here.

    Raises:
        SettingInvalid: there is no key, or it cannot be used.
    """
    path = settings.secret_key_file
    if settings.secret_key is None and not path.exists():
        raise SettingInvalid(
            f"Nyckeln saknas: {path.absolute()} finns inte. Lägg nyckeln där, eller ange den i "
            "BRABOT_SECRET_KEY eller dess fil i BRABOT_SECRET_KEY_FILE."
        )
    return open_keyring(settings)[0]


async def open_storage(settings: Settings) -> Database:
    """The database of the settings, migrated and ready.

    Raises:
        SettingInvalid: the key cannot be used.
        StorageError: the database cannot be used with this key or program.
    """
    keyring, created = open_keyring(settings)
    if created is not None:
        log.warning("key_file_created", path=str(created))
    return await open_database(settings.database_url, keyring)
