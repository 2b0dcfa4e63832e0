"""The kinds of value that a config file holds, each refused with a plain Swedish sentence."""

import re
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from bot.mail.address import is_address, to_ascii

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
EMAIL_PATTERN = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
LANGUAGE_PATTERN = re.compile(r"[a-z]{2}(-[a-z]{5,8})?")
TIME_PATTERN = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
TIME_SCHEMA_PATTERN = rf"^{TIME_PATTERN.pattern}(:\d\d)?$"
"""With the seconds that an editor sees where TOML's own kind of time is written."""
DAY_PATTERN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MEETING_YEARS = range(2000, 2101)
COUNTRY = "SE"
LANGUAGES = {
    "sv": "svenska",
    "sv-simple": "lätt svenska",
    "en": "engelska",
    "ar": "arabiska",
    "bs": "bosniska",
    "fa": "persiska",
    "fi": "finska",
    "pl": "polska",
    "so": "somaliska",
    "uk": "ukrainska",
}
"""The languages that the bot's own texts are written in, by their codes."""


class Weekday(StrEnum):
    """A day of the week, by its Swedish name."""

    MONDAY = "måndag"
    TUESDAY = "tisdag"
    WEDNESDAY = "onsdag"
    THURSDAY = "torsdag"
    FRIDAY = "fredag"
    SATURDAY = "lördag"
    SUNDAY = "söndag"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `date.weekday()` counts."""
        return list(Weekday).index(self)


def _refuse(problem: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("brabot", "{problem}", {"problem": problem, "remedy": remedy})


def _identifier(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise _refuse(
            f'"{value}" är inget giltigt id.',
            "Använd små bokstäver a-z, siffror och _, och börja med en bokstav.",
        )
    return value


def _line_of_text(value: str) -> str:
    stripped = value.strip()
    if not stripped:
        raise _refuse("texten är tom.", "Skriv något mellan citattecknen.")
    return stripped


def _email(value: str) -> str:
    if not EMAIL_PATTERN.fullmatch(value):
        raise _refuse(f'"{value}" är ingen e-postadress.', "Skriv som namn@example.se.")
    return value


def _mail_address(value: str) -> str:
    address = to_ascii(value)
    if not is_address(address):
        raise _refuse(
            f'"{value}" är ingen e-postadress som det går att skicka med.',
            "Skriv som namn@example.se, utan å, ä och ö före @.",
        )
    return address


def _list_id(value: str) -> str:
    if not is_address(f"a@{value}"):
        raise _refuse(
            f'"{value}" är inget giltigt id för en lista.',
            'Skriv det som ett datornamn, till exempel "sammanstallning.boras.example.se".',
        )
    return value.lower()


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value, COUNTRY)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not (
        phonenumbers.is_valid_number(number)
        or shortnumberinfo.is_valid_short_number_for_region(number, COUNTRY)
    ):
        raise _refuse(
            f'"{value}" är inget svenskt telefonnummer som går att ringa.',
            'Skriv det som det brukar skrivas, till exempel "112", "114 14" eller "020-50 50 50".',
        )
    return value


def _time_of_day(value: object) -> time:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not TIME_PATTERN.fullmatch(value):
        raise _refuse(f'"{value}" är inget klockslag.', 'Skriv som "07:30".')
    return time.fromisoformat(value)


def _meeting_day(value: object) -> date:
    remedy = "Skriv året, månaden och dagen, som 2026-11-22."
    if isinstance(value, str) and DAY_PATTERN.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise _refuse(f'"{value}" finns inte i kalendern.', remedy) from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _refuse(f'"{value}" är ingen dag.', remedy)
    if value.year not in MEETING_YEARS:
        raise _refuse(f"året {value.year} kan inte stämma.", remedy)
    return value


def _each_once(days: tuple[date, ...]) -> tuple[date, ...]:
    twice = next((day for day in days if days.count(day) > 1), None)
    if twice is not None:
        raise _refuse(f"{twice} står två gånger.", "Ta bort den ena.")
    return tuple(sorted(days))


_zones = cache(available_timezones)  # it reads hundreds of files each time


def _timezone(value: object) -> ZoneInfo:
    if not isinstance(value, str) or value not in _zones():
        raise PydanticCustomError(
            "brabot_choice",
            "{problem}",
            {
                "problem": f'"{value}" är ingen tidszon.',
                "choices": sorted(_zones()),
                "remedy": 'Skriv som "Europe/Stockholm".',
            },
        )
    return ZoneInfo(value)


def _language(value: str) -> str:
    if not LANGUAGE_PATTERN.fullmatch(value):
        raise _refuse(
            f'"{value}" är ingen språkkod.',
            'Skriv två små bokstäver, till exempel "sv"; lätt svenska är "sv-simple".',
        )
    return value


def _swedish_at_least(texts: dict[str, str]) -> dict[str, str]:
    if "sv" not in texts:
        raise _refuse("texten saknas på svenska.", 'Lägg till sv = "…".')
    return texts


def _keyword(value: str) -> str:
    keyword = value.strip().lower()
    if len(keyword) < 2:
        raise _refuse(f'nyckelordet "{value}" är för kort.', "Ett nyckelord har minst två tecken.")
    return keyword


def _word_as_written(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _as_schema(pattern: str, kind: str) -> WithJsonSchema:
    """What an editor checks while an admin writes; the validator beside it decides."""
    return WithJsonSchema({"type": "string", "pattern": pattern, "description": kind})


Identifier = Annotated[
    str, AfterValidator(_identifier), _as_schema(f"^{ID_PATTERN.pattern}$", "ett id: a-z, 0-9, _")
]
Line = Annotated[str, AfterValidator(_line_of_text), _as_schema(r"\S", "text, inte tom")]
Email = Annotated[str, AfterValidator(_email), _as_schema(f"^{EMAIL_PATTERN.pattern}$", "adress")]
MailAddress = Annotated[
    str, AfterValidator(_mail_address), _as_schema(f"^{EMAIL_PATTERN.pattern}$", "adress")
]
"""An address that mail goes from or to, its domain as the network knows it."""
ListId = Annotated[
    str, AfterValidator(_list_id), _as_schema(r"^[^@\s.]+(\.[^@\s.]+)+$", "ett datornamn")
]
Phone = Annotated[str, AfterValidator(_phone), _as_schema(r"^\+?[0-9][0-9 -]+$", "telefonnummer")]
Language = Annotated[
    str, AfterValidator(_language), _as_schema(f"^{LANGUAGE_PATTERN.pattern}$", "en språkkod")
]
OwnLanguage = Annotated[Language, WithJsonSchema({"type": "string", "enum": [*LANGUAGES]})]
"""A language of which `duties` checks that the bot's own texts are written in it."""
Keyword = Annotated[
    str, AfterValidator(_keyword), _as_schema(r"\S.*\S", "ett ord, minst två tecken")
]
TimeOfDay = Annotated[
    time,
    BeforeValidator(_time_of_day),
    _as_schema(TIME_SCHEMA_PATTERN, 'ett klockslag, som "07:30"'),
]
TimeZone = Annotated[
    ZoneInfo,
    PlainValidator(_timezone),
    _as_schema("^[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)*$", 'en tidszon, som "Europe/Stockholm"'),
]
MeetingDays = Annotated[
    tuple[
        Annotated[
            date,
            PlainValidator(_meeting_day),
            _as_schema(r"^20\d\d-[01]\d-[0-3]\d$|^2100-", "en dag, som 2026-11-22"),
        ],
        ...,
    ],
    AfterValidator(_each_once),
]
"""Days of meetings, the earliest first, each once."""
Day = Annotated[Weekday, BeforeValidator(_word_as_written)]
TextByLanguage = Annotated[
    dict[Language, Line],
    AfterValidator(_swedish_at_least),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                code: {"type": "string", "pattern": r"\S", "description": f"på {name}"}
                for code, name in LANGUAGES.items()
            },
            "patternProperties": {f"^{LANGUAGE_PATTERN.pattern}$": {"type": "string"}},
            "additionalProperties": False,
            "required": ["sv"],
        }
    ),
]
"""A text by language code, Swedish always there; `in_language` picks one."""


def in_language(texts: TextByLanguage, language: str) -> str:
    """The text in `language`, else in Swedish."""
    return texts.get(language) or texts["sv"]
