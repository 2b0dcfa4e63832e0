"""What the registry of sealed and hashed columns says is what the tables and the code do."""

import ast
import importlib
import inspect
from pathlib import Path

from sqlalchemy import LargeBinary

import bot
import storage
from storage.keys import Keyring
from storage.protected import LASTING, LASTING_COLUMNS, OUTSIDE, RECIPIENTS, RENEWED, SEALED
from storage.tables import Row

TABLES = Row.metadata.tables
FOLDERS = [Path(package.__file__).parent for package in (storage, bot)]
_WITHOUT_OWN_PURPOSES = {"keys", "rotation", "known_key"}


def test_every_encrypted_column_is_registered_and_no_other():
    binary = {
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert {one.name for one in SEALED} == binary, "storage/protected.py: SEALED"


def test_every_hash_that_is_registered_is_a_column():
    for table, column in (*RECIPIENTS, *LASTING_COLUMNS):
        assert column in TABLES[table].columns


def test_every_column_named_chat_is_registered():
    named = {(table.name, "chat") for table in TABLES.values() if "chat" in table.columns}
    assert named == set(RECIPIENTS), "storage/protected.py: RECIPIENTS"


def test_every_purpose_that_something_is_sealed_for_is_registered():
    assert purposes("encrypt", "encrypt_bytes") == {one.purpose for one in SEALED}


def test_every_purpose_that_something_is_hashed_for_is_registered():
    assert purposes("fingerprint") <= LASTING | RENEWED | OUTSIDE, "storage/protected.py"


def purposes(*methods: str) -> set[str]:
    """What the code calls these methods of the keyring for."""
    assert all(inspect.isfunction(getattr(Keyring, method)) for method in methods)
    return {
        purpose
        for folder in FOLDERS
        for path in folder.rglob("*.py")
        if path.stem not in _WITHOUT_OWN_PURPOSES and "purpose=" in path.read_text("utf-8")
        for purpose in purposes_in(path, methods, folder.parent)
    }


def purposes_in(path: Path, methods: tuple[str, ...], root: Path) -> set[str]:
    found = set()
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr not in methods:
            continue
        for keyword in call.keywords:
            if keyword.arg != "purpose":
                continue
            if isinstance(keyword.value, ast.Constant):
                found.add(keyword.value.value)
            else:
                name = ".".join(path.relative_to(root).with_suffix("").parts)
                found.add(getattr(importlib.import_module(name), ast.unparse(keyword.value)))
    return found
