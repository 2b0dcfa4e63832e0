"""What in a configuration is allowed, and yet hardly meant: told, never refused."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.config.examples import FOLDER
from bot.config.files import TomlFile, read_toml
from bot.config.models import Schedule
from bot.config.places import read_places
from bot.errors import ConfigError

FEW_EXAMPLES = 30
"""Fewer sentences than this teach a theme badly."""
WIDE = 1 / 3
"""A keyword in such a share of the sentences of other themes tells nothing."""
COMMON = 0.003
"""A name that stands in lower case in such a share of all examples is a common word."""
_COMMON_LEAST = 10
_LATER_WORD = re.compile(r"(?<=[\w,] )[a-zåäöé]+\b")
_LEAST_EXAMPLES = 60
_WEEKS_AHEAD = 104
_SETTINGS, _THEMES, _PLACES = "brabot.toml", "themes.toml", "places.csv"


def doubts(config: Config) -> tuple[ConfigError, ...]:
    """What an admin should look at once more; the configuration works all the same."""
    unread: list[ConfigError] = []
    themes = read_toml(config.directory / _THEMES, unread)
    settings = read_toml(config.directory / _SETTINGS, unread)
    found: list[ConfigError] = []
    if themes is not None:
        found += _few_examples(config)
        found += _shared_keywords(config, themes)
        found += _wide_keywords(config, themes)
    lines = _place_lines(config)
    found += _two_places(config, lines)
    found += _common_words(config, lines)
    if settings is not None:
        found += _skipped_hours(config, settings)
    return tuple(found)


def _few_examples(config: Config) -> Iterator[ConfigError]:
    for theme in config.themes:
        given = len(config.examples[theme.id])
        if given < FEW_EXAMPLES:
            yield ConfigError(
                file=f"{FOLDER}/{theme.id}.txt",
                problem=f'temat "{theme.id}" har {given} exempel.',
                remedy=f"Det fungerar, men läses säkrare med minst {FEW_EXAMPLES} olika.",
            )


def _shared_keywords(config: Config, themes: TomlFile) -> Iterator[ConfigError]:
    first: dict[str, str] = {}
    for index, theme in enumerate(config.themes):
        for keyword in theme.keywords:
            other = first.setdefault(keyword, theme.id)
            if other != theme.id:
                yield ConfigError(
                    file=_THEMES,
                    line=themes.line("theme", index, "keywords"),
                    problem=f'nyckelordet "{keyword}" står också under temat "{other}".',
                    remedy="Låt det stå under ett av dem, annars talar det för båda.",
                )


def _wide_keywords(config: Config, themes: TomlFile) -> Iterator[ConfigError]:
    """Keywords that stand in many sentences of all the other themes together."""
    texts = {theme: [s.casefold() for s in each] for theme, each in config.examples.items()}
    for index, theme in enumerate(config.themes):
        others = [text for other, each in texts.items() if other != theme.id for text in each]
        if len(others) < _LEAST_EXAMPLES:
            continue
        together = "\n".join(others)
        for keyword in theme.keywords:
            if together.count(keyword) < WIDE * len(others):
                continue
            held = sum(keyword in text for text in others)
            if held >= WIDE * len(others):
                share = round(100 * held / len(others))
                yield ConfigError(
                    file=_THEMES,
                    line=themes.line("theme", index, "keywords"),
                    problem=f'nyckelordet "{keyword}" står i {share} procent av alla andra '
                    "temans exempel.",
                    remedy="Ta bort det, eller välj ett ord som bara hör till temat.",
                )


def _place_lines(config: Config) -> dict[tuple[str, str], int]:
    """The line of each place, by its name and kind: no other place has both."""
    places = read_places(config.directory / _PLACES, [])
    return {(place.name, place.kind): line for line, place in places.rows} if places else {}


def _two_places(config: Config, lines: Mapping[tuple[str, str], int]) -> Iterator[ConfigError]:
    """Names under which two places of different areas would be found."""
    areas: dict[str, set[str]] = defaultdict(set)
    for place in config.places:
        if place.area is not None:
            areas[place.name.casefold()].add(place.area)
    for place in config.places:
        for alias in place.aliases:
            known = areas.get(alias.casefold(), set())
            if place.area is not None and known and place.area not in known:
                yield ConfigError(
                    file=_PLACES,
                    line=lines.get((place.name, place.kind)),
                    problem=f'"{alias}", ett annat namn på "{place.name}" i {place.area}, är '
                    f"också namnet på en plats i {', '.join(sorted(known))}.",
                    remedy="Den som skriver namnet blir tillfrågad. Ta bort det ena om det är fel.",
                )


def _common_words(config: Config, lines: Mapping[tuple[str, str], int]) -> Iterator[ConfigError]:
    """Names of one word that examples use for something else: as a word among others."""
    sentences = [text for each in config.examples.values() for text in each]
    if len(sentences) < _LEAST_EXAMPLES:
        return
    used = Counter(word for text in sentences for word in set(_LATER_WORD.findall(text)))
    least = max(_COMMON_LEAST, COMMON * len(sentences))
    for place in config.places:
        for name in (place.name, *place.aliases):
            if used[name.casefold()] >= least:
                yield ConfigError(
                    file=_PLACES,
                    line=lines.get((place.name, place.kind)),
                    problem=f'"{name}", ett namn på "{place.name}", är också ett vanligt ord: det '
                    f"står i {used[name.casefold()]} exempel.",
                    remedy="Boten skulle se platsen där ingen menar den. Ta bort namnet, eller "
                    "skriv det med ett ord till.",
                )


def _skipped_hours(config: Config, settings: TomlFile) -> Iterator[ConfigError]:
    now = datetime.now(UTC)
    for focus_area, schedule in config.digest.schedule.items():
        if _is_skipped(schedule, config.municipality.timezone, now):
            line = settings.line("digest", "schedule", focus_area, "time")
            yield _skipped(line, schedule)
    everybodys = Schedule(weekday=config.digest.weekday, time=config.digest.time)
    if _is_skipped(everybodys, config.municipality.timezone, now):
        yield _skipped(settings.line("digest", "time"), everybodys)


def _skipped(line: int, schedule: Schedule) -> ConfigError:
    return ConfigError(
        file=_SETTINGS,
        line=line,
        problem=f"klockan ställs om över {schedule.weekday} {schedule.time:%H:%M} på våren.",
        remedy="Den dagen kommer sammanställningen en timme senare. Välj en annan tid om det stör.",
    )


def _is_skipped(schedule: Schedule, zone: ZoneInfo, now: datetime) -> bool:
    """Whether the clocks skip the time on some day of the next two years."""
    today = now.astimezone(zone).date()
    first = today + timedelta(days=(schedule.weekday.number - today.weekday()) % 7)
    for week in range(_WEEKS_AHEAD):
        at = datetime.combine(first + timedelta(weeks=week), schedule.time, tzinfo=zone)
        if at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != at.replace(tzinfo=None):
            return True
    return False
