"""What may stand in brabot.toml and themes.toml: every key, its kind and its bounds.

The field descriptions are for admins; the shipped files explain each key where it stands.
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.config.values import (
    Day,
    Email,
    Identifier,
    Keyword,
    Line,
    ListId,
    MailAddress,
    MeetingDays,
    OwnLanguage,
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

    south: Annotated[float, Field(ge=-90, le=90)] = Field(
        description="kommunens sydligaste breddgrad",
    )
    west: Annotated[float, Field(ge=-180, le=180)] = Field(description="dess västligaste längdgrad")
    north: Annotated[float, Field(ge=-90, le=90)] = Field(description="dess nordligaste breddgrad")
    east: Annotated[float, Field(ge=-180, le=180)] = Field(description="dess östligaste längdgrad")

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

    name: Line = Field(description="kommunens namn, som i ett brev")
    short_name: Line = Field(description="det korta namnet")
    council: TextByLanguage = Field(description="rådets namn på varje språk")
    bot_name: Line = Field(description="vad boten kallar sig")
    code: Annotated[str, Field(pattern=r"^\d{4}$")] = Field(description="kommunkoden, fyra siffror")
    timezone: TimeZone = Field(description='tidszonen, till exempel `"Europe/Stockholm"`')
    no_area_names: tuple[Line, ...] = Field(
        default=(),
        description='namn ur `places.csv` som inte säger var något är, till exempel `["Borås"]`',
    )
    bounds: Bounds = Field(
        description="kommunens gränser i grader: alla platser ska ligga inom dem",
    )


class Controller(Section):
    """Who answers for the personal data, and what residents are told about it."""

    name: Line = Field(description="personuppgiftsansvarig nämnd eller styrelse")
    contact_email: Email = Field(description="dit invånare vänder sig")
    dpo_email: Email = Field(description="dataskyddsombudets adress")
    purpose: TextByLanguage = Field(description="varför uppgifterna samlas in")
    legal_basis: TextByLanguage = Field(description="den lagliga grunden")
    who_reads: TextByLanguage = Field(description="vem som läser vad")
    not_a_police_report: TextByLanguage = Field(description="att det inte är en polisanmälan")


class ThemeRetention(Section):
    """How long concerns with certain themes are kept: never longer than the others."""

    themes: tuple[Identifier, ...] = Field(
        min_length=1, description="ett eller flera temans id. Ett räcker för att regeln ska gälla"
    )
    original_text_days: Days | None = Field(
        default=None, description="när texten som den skrevs tas bort"
    )
    concern_days: Days | None = Field(default=None, description="när hela ärendet tas bort")
    decision: Line | None = Field(
        default=None, description="gallringsbeslutets nummer, om det är ett annat"
    )


class Retention(Section):
    """How long things are kept, in days."""

    contact_days_after_closing: Days = Field(
        description="när kopplingen till den som skrev bryts, räknat från att ärendet avslutades. "
        "Ett ärende som aldrig avslutas förlorar den med originaltexten",
    )
    original_text_days: Days = Field(description="när texten som den skrevs tas bort")
    concern_days: Days = Field(
        description="när hela ärendet tas bort. Minst lika länge som `original_text_days`",
    )
    unsorted_days: Days = Field(description="när frågor, hälsningar och reklam tas bort")
    decision: Line | None = Field(
        default=None,
        description="gallringsbeslutets nummer, som `KS 2026-12`. Står i loggen vid varje gallring",
    )
    theme: tuple[ThemeRetention, ...] = Field(
        default=(), description="kortare tider för vissa teman"
    )

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

    @model_validator(mode="after")
    def _themes_are_kept_no_longer(self) -> Self:
        """What residents are told holds for every concern."""
        for one in self.theme:
            named = ", ".join(one.themes)
            texts = one.original_text_days or self.original_text_days
            concerns = one.concern_days or self.concern_days
            if texts > self.original_text_days or concerns > self.concern_days:
                problem = f"{named} sparas längre än vad invånarna får veta."
                remedy = "tiderna under [[retention.theme]] får inte vara större än de allmänna."
            elif texts > concerns:
                problem = f"{named}: originaltexten sparas längre än ärendet den hör till."
                remedy = "original_text_days får inte vara större än concern_days."
            else:
                continue
            raise PydanticCustomError("brabot", "{problem}", {"problem": problem, "remedy": remedy})
        return self


class Schedule(Section):
    """When in the week, in the municipality's time zone, a digest is due."""

    weekday: Day = Field(description="en egen dag för fokusområdet med det id:t")
    time: TimeOfDay = Field(description="och ett eget klockslag")


class DigestSettings(Section):
    """What a digest shows and how far it looks back; `schedule` overrides by focus area."""

    weekday: Day = Field(
        description='dagen den skickas, till exempel `"måndag"`. Den handlar om veckan innan',
    )
    time: TimeOfDay = Field(description='klockslaget, till exempel `"07:30"`')
    minimum_cell: Annotated[int, Field(ge=1, le=50)] = Field(
        default=3,
        description="så många personer måste ha skrivit från ett område för att det ska nämnas. Gå "
        "inte under 3 utan att ha talat med dataskyddsombudet",
    )
    weeks_compared: Annotated[int, Field(ge=2, le=52)] = Field(
        default=8,
        description="så många veckor bakåt jämförs det med",
    )
    quotes: Annotated[int, Field(ge=0, le=10)] = Field(
        default=3,
        description="högst så många citat",
    )
    catch_up_weeks: Annotated[int, Field(ge=1, le=26)] = Field(
        default=4,
        description="högst så många missade veckor skickas i efterhand. Äldre visar `brabot "
        "deliveries` som missade",
    )
    schedule: dict[Identifier, Schedule] = Field(
        default_factory=dict,
        description="en egen dag och tid för ett fokusområde, efter dess id",
    )


class MeetingSettings(Section):
    """When the council meets, and the groups of focus areas (by id) that meet by themselves."""

    council: MeetingDays = Field(
        default=(),
        description="dagarna då hela rådet möts, som `[2026-02-11, 2026-06-03]`",
    )
    focus_areas: dict[Identifier, MeetingDays] = Field(
        default={},
        description="dagarna då ett fokusområdes egen grupp möts, efter fokusområdets id. För ett "
        "som inte står här gäller rådets",
    )


class QuietHours(Section):
    """When, in the municipality's time zone, nobody is sent what they did not ask for just then.

    From `start` until before `end`, usually over midnight; the same time twice means never.
    """

    start: TimeOfDay = Field(
        default=time(21, 0), description="från det klockslaget. Samma som `end`: aldrig tyst"
    )
    end: TimeOfDay = Field(default=time(7, 0), description="till det klockslaget")


class DialogueSettings(Section):
    """How the conversation with a resident goes."""

    pause_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=10,
        description="skriver samma person igen inom så många minuter hör det till samma ärende",
    )
    add_more_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=60,
        description="efter *Lägg till mer* hör nästa meddelande till det ärendet, vad det än "
        "handlar om, om det kommer inom så många minuter",
    )
    quiet_hours: QuietHours = Field(
        default=QuietHours(), description="när ingen får det som de inte själva just har bett om"
    )


class LimitSettings(Section):
    """How much one resident is answered, and how often groups hear of the same words.

    Whatever comes in is kept, and danger is always answered. `wave_minutes` is how long after
    an alert another one in the same words only adds to it, `wave_summary_minutes` how often at
    most the groups are told of such ones.
    """

    messages_a_minute: Annotated[int, Field(ge=3, le=1000)] = Field(
        default=20,
        description="så många meddelanden i minuten svarar boten en och samma person på. Resten "
        "tas emot, och den säger det en gång",
    )
    messages_an_hour: Annotated[int, Field(ge=10, le=10_000)] = Field(
        default=200,
        description="så många i timmen",
    )
    wave_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=60,
        description="kommer ett larm med samma långa text och samma plats inom så många minuter "
        "från det förra larmas det inte en gång till",
    )
    wave_summary_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=10,
        description="så ofta, i minuter, får gruppen högst veta hur många sådana larm det har "
        "blivit",
    )
    my_data_minutes: Annotated[int, Field(ge=1, le=1440)] = Field(
        default=60,
        description="så ofta, i minuter, kan samma person få ut allt som finns om sig (`/mindata`)",
    )


class MediaKind(StrEnum):
    """What residents may send besides text."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"


class MediaSettings(Section):
    """Which files residents may send, how large and how many with one concern.

    Source of the largest size: Telegram Bot API, getFile.
    """

    kinds: tuple[MediaKind, ...] = Field(
        default=tuple(MediaKind),
        description="vad som tas emot: `photo`, `video`, `voice`, `audio` och `document`. Den som "
        "skickar något annat får veta det",
    )
    max_megabytes: Annotated[int, Field(ge=1, le=20)] = Field(
        default=10,
        description="den största fil som tas emot, i megabyte",
    )
    per_concern: Annotated[int, Field(ge=1, le=100)] = Field(
        default=20,
        description="så många filer ryms hos ett och samma ärende",
    )

    @property
    def max_bytes(self) -> int:
        """The largest file that is fetched."""
        return self.max_megabytes * 1024 * 1024


class GroupSettings(Section):
    """How groups join."""

    invite_valid_days: Annotated[int, Field(ge=1, le=90)] = Field(
        default=7,
        description="så många dagar gäller koden till en grupp",
    )


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

    host: Line | None = Field(
        default=None,
        description="e-postservern som tar emot brev att skicka vidare. Utan den skickas inga brev",
    )
    port: Annotated[int, Field(ge=1, le=65535)] = Field(default=587, description="serverns port")
    tls: Tls = Field(
        default=Tls.STARTTLS,
        description="hur vägen till servern krypteras: `starttls`, `tls` (ofta port 465) eller "
        "`none`, som bara godtas när servern är den egna datorn",
    )
    plaintext_allowed: bool = Field(
        default=False,
        description="`true` godtar `none` också till en annan dator. Bara för ett slutet nät",
    )
    sender: MailAddress | None = Field(
        default=None,
        description="adressen som breven kommer från. Krävs om `host` är satt",
    )
    sender_name: Line | None = Field(
        default=None,
        description="namnet som breven kommer från, annars botens",
    )
    reply_to: MailAddress | None = Field(
        default=None,
        description="dit svar och avregistreringar går, annars `contact_email`",
    )
    bounces: MailAddress | None = Field(
        default=None,
        description="dit brev som inte kom fram studsar, annars `sender`. Brevlådan ska ta emot "
        "`studs+NUMMER@…`",
    )
    list_id: ListId | None = Field(
        default=None,
        description="det som e-postprogram sorterar efter, annars görs det av `sender`",
    )

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

    base_model: Line | None = Field(
        default=None,
        description="en installerad språkmodell för spaCy att börja från. Behövs inte",
    )


class Emergency(Section):
    """The numbers shown in danger and for what the police should know without haste."""

    emergency: Phone = Field(default="112", description="numret vid fara")
    police: Phone = Field(default="114 14", description="polisens nummer när det inte brådskar")


class Helpline(Section):
    """Somebody to call, shown when a message is about `danger`."""

    danger: Danger = Field(
        description='när numret visas: `"suicide"`, `"partner_violence"`, `"child"`, `"life"` '
        'eller `"crime"`',
    )
    label: TextByLanguage = Field(description="namnet på varje språk")
    number: Phone = Field(description="numret")
    hours: TextByLanguage = Field(description="när det är öppet, på varje språk")


class BrabotFile(Section):
    """All of brabot.toml."""

    municipality: Municipality = Field(description="kommunen")
    controller: Controller = Field(description="den som ansvarar för personuppgifterna")
    languages: Annotated[tuple[OwnLanguage, ...], Field(min_length=1)] = Field(
        description="språken boten talar med invånare. Det första gäller när inget annat passar, "
        'och är gruppernas: `"sv"` eller `"en"`. Båda måste finnas',
    )
    retention: Retention = Field(description="hur länge saker sparas, i dagar")
    digest: DigestSettings = Field(description="veckans sammanställning")
    meetings: MeetingSettings = Field(default=MeetingSettings(), description="mötena")
    dialogue: DialogueSettings = Field(
        default=DialogueSettings(),
        description="samtalet med den som skriver",
    )
    limits: LimitSettings = Field(default=LimitSettings(), description="mot missbruk")
    media: MediaSettings = Field(default=MediaSettings(), description="bilder och andra filer")
    groups: GroupSettings = Field(default=GroupSettings(), description="grupperna")
    mail: MailSettings = Field(default=MailSettings(), description="e-post")
    reading: ReadingSettings = Field(default=ReadingSettings(), description="hur texterna läses")
    emergency: Emergency = Field(default=Emergency(), description="numren vid fara")
    helplines: tuple[Helpline, ...] = Field(
        alias="helpline",
        default=(),
        description="någon att prata med",
    )


class FocusArea(Section):
    """A field of the council; with `areas` it gathers all that happens there."""

    id: Identifier = Field(
        description="ett kort namn med små bokstäver, siffror och `_`. Ändra det aldrig sedan det "
        "har använts: grupperna hör till det",
    )
    label: TextByLanguage = Field(description="namnet på varje språk")
    areas: tuple[Line, ...] = Field(
        default=(),
        description="områden ur `places.csv`: allt som händer där hör hit, vilket tema det än har",
    )


class Theme(Section):
    """What a concern may be about.

    `precision` is the wanted share of right ones among the concerns given this theme. Of a
    sensitive theme only counts are shown.
    """

    id: Identifier = Field(
        description="ett kort namn, samma som filen `examples/<id>.txt`. Ändra det aldrig sedan "
        "det har använts",
    )
    focus_area: Identifier = Field(description="id på fokusområdet som får veta det")
    label: TextByLanguage = Field(description="namnet på varje språk")
    keywords: tuple[Keyword, ...] = Field(
        default=(),
        description='ord som talar för temat, hela eller som del av längre ord: `"moped"` hittar '
        "också *mopedbuset*. Ledtrådar, inte beslut: undvik ord som är vanliga i andra "
        "teman",
    )
    sensitive: bool = Field(
        default=False,
        description="`true` för känsliga ämnen: bara antal visas, aldrig citat eller plats",
    )
    precision: Annotated[float, Field(ge=0.5, le=0.99)] = Field(
        default=0.9,
        description="hur säker boten ska vara: `0.9` betyder att högst ett tips av tio ska få "
        "temat fel. Högre ger färre fel men fler osorterade",
    )


class RetiredTheme(Theme):
    """A theme that gets nothing new, and keeps its label for what it has.

    One successor in `into` continues its numbers (it was merged); with several it was split,
    with none it has ended. Keywords and precision are kept for whoever reads the file.
    """

    since: date = Field(description="dagen det avslutades, som `2026-03-01`")
    into: tuple[Identifier, ...] = Field(
        default=(),
        description="id på det tema som det gick upp i och vars siffror fortsätter, eller på "
        "dem som det delades i. Tomt: det bara slutade",
    )


class ThemesFile(Section):
    """All of themes.toml."""

    focus_areas: Annotated[tuple[FocusArea, ...], Field(alias="focus_area", min_length=1)] = Field(
        description="fokusområdena",
    )
    themes: Annotated[tuple[Theme, ...], Field(alias="theme", min_length=1)] = Field(
        description="temana",
    )
    retired_themes: tuple[RetiredTheme, ...] = Field(
        alias="retired_theme", default=(), description="teman som inte får något mer"
    )
