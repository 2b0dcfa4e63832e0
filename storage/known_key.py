"""What a database knows of its secret key: which one it is, and what outlives it."""

import base64
import json
from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, inspect, select
from sqlmodel import col

from storage.errors import DatabaseMoved, SecretKeyWrong
from storage.keys import Keyring
from storage.protected import LASTING
from storage.tables import MetaRow

_CHECK = "key_check"
_MOVED = "moved_to"
_LASTING = "lasting_hash_keys"
"""The name of the row, and the purpose that its value is encrypted for."""


def check_key(connection: Connection, keyring: Keyring) -> None:
    """Note the key in a database that has none yet; raises `SecretKeyWrong` for another one."""
    found = _value(connection, _CHECK)
    if found is None:
        _put(connection, _CHECK, _mark(keyring))
    else:
        check_facts({_CHECK: found}, keyring)


def check_not_moved(connection: Connection) -> None:
    """Raises `DatabaseMoved` if everything stands in another database since."""
    if inspect(connection).has_table(MetaRow.__tablename__):
        found = _value(connection, _MOVED)
        check_facts({} if found is None else {_MOVED: found})


def check_facts(facts: Mapping[str, str], keyring: Keyring | None = None) -> None:
    """The same for what the table of facts says; raises `SecretKeyWrong`, `DatabaseMoved`."""
    if _MOVED in facts:
        raise DatabaseMoved(
            f"Allt i den här databasen är flyttat till en annan ({facts[_MOVED]}). Ange den i "
            "BRABOT_DATABASE_URL. Den här är kvar som den var och kan tas bort."
        )
    if keyring is not None and facts.get(_CHECK) not in (None, _mark(keyring)):
        raise SecretKeyWrong(
            "Databasen är skriven med en annan hemlig nyckel. Ange den nyckeln "
            "(BRABOT_SECRET_KEY eller BRABOT_SECRET_KEY_FILE), eller en ny, tom databas."
        )


def note_moved(connection: Connection, where: str) -> None:
    """Let nobody open this database any more: everything stands `where` (SQLite, PostgreSQL)."""
    _put(connection, _MOVED, where)


def is_known(connection: Connection, keyring: Keyring) -> bool | None:
    """Whether the database was written with this key; None if with none yet."""
    found = _value(connection, _CHECK)
    return None if found is None else found == _mark(keyring)


def with_lasting_keys(connection: Connection, keyring: Keyring) -> Keyring:
    """The keyring that also knows the hashes from before the last change of the key."""
    found = _value(connection, _LASTING)
    if found is None:
        return keyring
    opened = json.loads(keyring.decrypt(base64.b64decode(found), purpose=_LASTING))
    return keyring.with_lasting({name: base64.b64decode(key) for name, key in opened.items()})


def change_key(connection: Connection, old: Keyring, new: Keyring) -> Keyring:
    """Note the new key, and sealed with it what lasts of the old one; the keyring of both."""
    lasting = {name: old.hash_key(name) for name in sorted(LASTING)}
    plain = {name: base64.b64encode(key).decode() for name, key in lasting.items()}
    sealed = new.encrypt(json.dumps(plain), purpose=_LASTING)
    _put(connection, _LASTING, base64.b64encode(sealed).decode())
    _put(connection, _CHECK, _mark(new))
    return new.with_lasting(lasting)


def _mark(keyring: Keyring) -> str:
    return keyring.fingerprint("brabot", purpose=_CHECK)


def _value(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(col(MetaRow.value)).where(col(MetaRow.key) == key))


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(MetaRow).where(col(MetaRow.key) == key))
    connection.execute(insert(MetaRow).values(key=key, value=value))
