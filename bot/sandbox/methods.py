"""Which methods there are, what they take, and the limits, read from `methods.toml`."""

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from bot.sandbox.errors import RefusalError, bad_request, not_played
from bot.sandbox.values import Json, Upload

_TRUE = frozenset({"true", "yes", "1", "t", "y"})


class Kind(StrEnum):
    """How a parameter is written."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    JSON = "json"
    CHAT = "chat"
    FILE = "file"


@dataclass(frozen=True, kw_only=True)
class Method:
    """A method that the sandbox answers."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Book:
    """Everything in `methods.toml`; method names are found in lower case, as Telegram does."""

    methods: Mapping[str, Method]
    official: frozenset[str]
    kinds: Mapping[str, Kind]
    missing: Mapping[str, str]
    limits: Mapping[str, int]
    chat_actions: frozenset[str]
    updates: frozenset[str]
    updates_on_request: frozenset[str]


@cache
def book() -> Book:
    """Return the book, read once."""
    content = tomllib.loads(files(__package__).joinpath("methods.toml").read_text("utf-8"))
    methods = (
        Method(name=name, required=tuple(table["required"]), optional=tuple(table["optional"]))
        for name, table in content["methods"].items()
    )
    vocabulary = content["vocabulary"]
    return Book(
        methods={method.name.lower(): method for method in methods},
        official=frozenset(name.lower() for name in vocabulary["official"]),
        kinds={name: Kind(kind) for name, kind in content["parameters"].items()},
        missing=content["missing"],
        limits=content["limits"],
        chat_actions=frozenset(vocabulary["chat_actions"]),
        updates=frozenset(vocabulary["updates"]),
        updates_on_request=frozenset(vocabulary["updates_on_request"]),
    )


def limit(name: str) -> int:
    """Return one of the limits."""
    return book().limits[name]


def find_method(name: str) -> Method:
    """Return the method of this name.

    Raises:
        RefusalError: 501 for an official one that is not played, else 404.
    """
    method = book().methods.get(name.lower())
    if method is None:
        if name.lower() in book().official:
            raise not_played(name)
        raise RefusalError(404, "Not Found: method not found")
    return method


def read_arguments(method: Method, given: Mapping[str, object]) -> Json:
    """Return the arguments in their own types; unknown and absent ones are left out.

    Raises:
        RefusalError: 400 for a required one that is missing, and for what cannot be read.
    """
    arguments: Json = {}
    for name in (*method.required, *method.optional):
        value = given.get(name)
        if value is None or value == "":
            if name in method.required:
                raise bad_request(_missing(name))
            continue
        arguments[name] = _read(name, value)
    arguments.update({name: value for name, value in given.items() if isinstance(value, Upload)})
    return arguments


def _missing(name: str) -> str:
    return book().missing.get(name, f"{name} is empty")


def _read(name: str, value: object) -> object:
    match book().kinds[name]:
        case Kind.TEXT:
            return _whole_text(value if isinstance(value, str) else json.dumps(value))
        case Kind.WHOLE:
            return _read_number(name, value, int)
        case Kind.NUMBER:
            return _read_number(name, value, float)
        case Kind.FLAG:
            return value if isinstance(value, bool) else str(value).lower() in _TRUE
        case Kind.CHAT:
            return _read_chat(value)
        case Kind.FILE:
            return value if isinstance(value, Upload) else str(value)
        case Kind.JSON:
            return _read_json(name, value)


def _whole_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    return text


def _read_number(name: str, value: object, number: type[int] | type[float]) -> int | float:
    try:
        read = number(str(value))
    except ValueError as error:
        raise bad_request(_missing(name)) from error
    if not math.isfinite(read):
        raise bad_request(_missing(name))
    return read


def _read_chat(value: object) -> int | str:
    text = str(value)
    if text.startswith("@"):
        return text
    try:
        return int(text)
    except ValueError as error:
        raise bad_request("chat not found") from error


def _read_json(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    what = "reply keyboard markup" if name == "reply_markup" else name
    try:
        read: object = json.loads(value)
    except ValueError as error:
        raise bad_request(f"can't parse {what} JSON object") from error
    _whole_text(json.dumps(read, ensure_ascii=False))
    return read
