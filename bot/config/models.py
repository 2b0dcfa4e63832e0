"""What may stand in brabot.toml and themes.toml: every key, its kind and its bounds.

The field descriptions are for admins; the shipped files explain each key where it stands.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.config.values import (
    Day,
    Email,
    Identifier,
    Keyword,
    Language,
    Line,
    ListId,
    MailAddress,
    MeetingDays,
    Phone,
    TextByLanguage,
    TimeOfDay,
    TimeZone,
)
from nlp.reading import Danger

Days = Annotated[int, Field(ge=1, le=3650)]


class Section(BaseModel):
    """A table of a config file: unchangeable, and without keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Bounds(Section):
    """The corners (WGS84 degrees) within which every place must lie."""

    south: Annotated[float, Field(ge=-90, le=90)]
    west: Annotated[float, Field(ge=-180, le=180)]
    north: Annotated[float, Field(ge=-90, le=90)]
    east: Annotated[float, Field(ge=-180, le=180)]

    @model_validator(mode="after")
    def _must_span_an_area(self) -> Self:
        if self.south >= self.north or self.west >= self.east:
            raise PydanticCustomError(
                "brabot",
                "{problem}",
                {
                    "problem": "gränserna omsluter ingen yta.",
                    "remedy": "south ska vara mindre än north, och west mindre än east.",
                },
            )
        return self

    def hold(self, lat: float, lon: float) -> bool:
        """Whether the point lies within."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


class Municipality(Section):
    """Where the bot works. `no_area_names` are place names that tell no area."""

    name: Line
    short_name: Line
    council: TextByLanguage
    bot_name: Line
    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    timezone: TimeZone
    no_area_names: tuple[Line, ...] = ()
    bounds: Bounds


class Controller(Section):
    """Who answers for the personal data, and what residents are told about it."""

    name: Line
    contact_email: Email
    dpo_email: Email
    purpose: TextByLanguage
    legal_basis: TextByLanguage
    who_reads: TextByLanguage
    not_a_police_report: TextByLanguage


class Retention(Section):
    """How long things are kept, in days."""

    contact_days_after_closing: Days
    original_text_days: Days
    concern_days: Days
    unsorted_days: Days

    @model_validator(mode="after")
    def _originals_go_first(self) -> Self:
        if self.original_text_days > self.concern_days:
            raise PydanticCustomError(
                "brabot",
                "{problem}",
                {
                    "problem": "originaltexten sparas längre än ärendet den hör till.",
                    "remedy": "original_text_days får inte vara större än concern_days.",
                },
            )
        return self


class Schedule(Section):
    """When in the week, in the municipality's time zone, a digest is due."""

    weekday: Day
    time: TimeOfDay


class DigestSettings(Section):
    """What a digest shows and how far it looks back; `schedule` overrides by focus area."""

    weekday: Day
    time: TimeOfDay
    minimum_cell: Annotated[int, Field(ge=1, le=50)] = 3
    weeks_compared: Annotated[int, Field(ge=2, le=52)] = 8
    quotes: Annotated[int, Field(ge=0, le=10)] = 3
    catch_up_weeks: Annotated[int, Field(ge=1, le=26)] = 4
    schedule: dict[Identifier, Schedule] = Field(default_factory=dict)


class MeetingSettings(Section):
    """When the council meets, and the groups of focus areas (by id) that meet by themselves."""

    council: MeetingDays = ()
    focus_areas: dict[Identifier, MeetingDays] = Field(default={})


class DialogueSettings(Section):
    """How the conversation with a resident goes."""

    pause_minutes: Annotated[int, Field(ge=1, le=1440)] = 10


class GroupSettings(Section):
    """How groups join."""

    invite_valid_days: Annotated[int, Field(ge=1, le=90)] = 7


class Tls(StrEnum):
    """How the way to the mail server is kept secret."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class MailSettings(Section):
    """How mail is sent; without `host` none is. User and password are in the environment.

    `bounces` is where mail that cannot be delivered comes back to, `list_id` what mail
    programs sort by. Where they are None, `sender` and a part of it serve.
    """

    host: Line | None = None
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    tls: Tls = Tls.STARTTLS
    plaintext_allowed: bool = False
    sender: MailAddress | None = None
    sender_name: Line | None = None
    reply_to: MailAddress | None = None
    bounces: MailAddress | None = None
    list_id: ListId | None = None

    @model_validator(mode="after")
    def _must_be_sendable(self) -> Self:
        if self.host is None:
            return self
        if self.sender is None:
            raise PydanticCustomError(
                "brabot",
                "{problem}",
                {
                    "problem": "host är satt, men ingen avsändare.",
                    "remedy": 'Lägg till sender = "namn@example.se" under [mail].',
                },
            )
        if self.tls is Tls.NONE and self.host not in LOOPBACK and not self.plaintext_allowed:
            raise PydanticCustomError(
                "brabot",
                "{problem}",
                {
                    "problem": "brev skulle gå okrypterade över nätet.",
                    "remedy": 'Skriv tls = "starttls" eller "tls". Är nätet ert eget och slutet: '
                    "plaintext_allowed = true.",
                },
            )
        return self


class ReadingSettings(Section):
    """How texts are read; `base_model` names an installed spaCy model to begin from."""

    base_model: Line | None = None


class Emergency(Section):
    """The numbers shown in danger and for what the police should know without haste."""

    emergency: Phone = "112"
    police: Phone = "114 14"


class Helpline(Section):
    """Somebody to call, shown when a message is about `danger`."""

    danger: Danger
    label: TextByLanguage
    number: Phone
    hours: TextByLanguage


class BrabotFile(Section):
    """All of brabot.toml."""

    municipality: Municipality
    controller: Controller
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    retention: Retention
    digest: DigestSettings
    meetings: MeetingSettings = MeetingSettings()
    dialogue: DialogueSettings = DialogueSettings()
    groups: GroupSettings = GroupSettings()
    mail: MailSettings = MailSettings()
    reading: ReadingSettings = ReadingSettings()
    emergency: Emergency = Emergency()
    helplines: tuple[Helpline, ...] = Field(alias="helpline", default=())


class FocusArea(Section):
    """A field of the council; with `areas` it gathers all that happens there."""

    id: Identifier
    label: TextByLanguage
    areas: tuple[Line, ...] = ()


class Theme(Section):
    """What a concern may be about.

    `precision` is the wanted share of right ones among the concerns given this theme. Of a
    sensitive theme only counts are shown.
    """

    id: Identifier
    focus_area: Identifier
    label: TextByLanguage
    keywords: tuple[Keyword, ...] = ()
    sensitive: bool = False
    precision: Annotated[float, Field(ge=0.5, le=0.99)] = 0.9


class ThemesFile(Section):
    """All of themes.toml."""

    focus_areas: Annotated[tuple[FocusArea, ...], Field(alias="focus_area", min_length=1)]
    themes: Annotated[tuple[Theme, ...], Field(alias="theme", min_length=1)]
