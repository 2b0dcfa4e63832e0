"""What an admin should look at once more, told by the training or by what has been told."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.config.config import Config
from bot.config.doubts import WIDE
from bot.config.examples import FOLDER
from bot.config.files import TomlFile, read_toml
from bot.config.loader import THEMES
from bot.errors import ConfigError
from nlp.examples import split_example
from nlp.reading import Kind
from storage.database import Transaction
from storage.paging import Reached, Selection

if TYPE_CHECKING:
    from nlp.confusion import Confused

LEAST_CONCERNS = 60
"""So few concerns tell nothing of a keyword."""
_LOOKED_BACK = timedelta(weeks=26)
_MOST_CONCERNS, _AT_ONCE = 5_000, 500
_MOST_PAIRS, _MOST_SENTENCES, _LONGEST = 10, 3, 120


def confusions(
    config: Config, *, progress: Callable[[int, int], None] | None = None
) -> tuple[ConfigError, ...]:
    """The themes that the training mixes up, the worst ten; takes a third of a training.

    Raises:
        TrainingImpossible: there are fewer than two themes.
    """
    from nlp.confusion import confused  # trains, and takes seconds to import

    themes = read_toml(config.directory / THEMES, [])
    found = confused(config.reader_config().themes, progress=progress)[:_MOST_PAIRS]
    lines = {text: where for theme in config.themes for text, where in _lines(config, theme.id)}
    order = [theme.id for theme in config.themes]
    return tuple(
        ConfigError(
            file=THEMES,
            line=themes.line("theme", order.index(pair.theme), "id") if themes else None,
            key=pair.theme,
            problem=f'temat "{pair.theme}" blandas ihop med "{pair.instead}": {pair.count} av '
            f"{pair.examples} exempel skulle ha lästs så.{_shown(pair, lines)}",
            remedy="Flytta de meningar som står fel, lägg till det andra temat sist på raden där "
            "båda stämmer, eller skriv fler som visar skillnaden.",
        )
        for pair in found
    )


async def doubts_in_use(tx: Transaction, config: Config, *, now: datetime) -> list[ConfigError]:
    """Focus areas that reach nobody, and keywords that stand in a third of what is told."""
    themes = read_toml(config.directory / THEMES, [])
    if themes is None:
        return []
    reached = {group.focus_area for group in await tx.groups.list()}
    found = list(_unheard(config, themes, reached))
    total, held = await _keywords_told(tx, config, since=now - _LOOKED_BACK)
    if total >= LEAST_CONCERNS:
        found += _wide(config, themes, total, held)
    return found


def _lines(config: Config, theme: str) -> Iterator[tuple[str, str]]:
    """The messages of a theme's examples, and where each stands."""
    name = f"{FOLDER}/{theme}.txt"
    text = (config.directory / name).read_text("utf-8-sig")
    for number, line in enumerate(text.splitlines(), start=1):
        yield split_example(line.strip())[0], f"{name}, rad {number}"


def _shown(pair: "Confused", lines: dict[str, str]) -> str:
    """Some of the messages, each on a line of its own."""
    told = (f"{lines[text]}: {_shortened(text)}" for text in pair.texts[:_MOST_SENTENCES])
    return "".join(f"\n    {line}" for line in told) + "\n   "


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def _unheard(config: Config, themes: TomlFile, reached: set[str]) -> Iterator[ConfigError]:
    if not reached.intersection(focus_area.id for focus_area in config.focus_areas):
        yield ConfigError(
            file=THEMES,
            problem="ingen grupp och ingen brevlåda får något fokusområde än.",
            remedy="Bjud in en grupp med `brabot group invite FOKUSOMRÅDE`.",
        )
        return
    for index, focus_area in enumerate(config.focus_areas):
        if focus_area.id not in reached:
            yield ConfigError(
                file=THEMES,
                line=themes.line("focus_area", index, "id"),
                key=focus_area.id,
                problem=f'ingen grupp och ingen brevlåda får "{focus_area.id}".',
                remedy=f"Bjud in en grupp med `brabot group invite {focus_area.id}`, eller en "
                f"brevlåda med `brabot group mail {focus_area.id} ADRESS`.",
            )


async def _keywords_told(
    tx: Transaction, config: Config, *, since: datetime
) -> tuple[int, Counter[str]]:
    """How many concerns there were, and in how many of them each keyword stands."""
    keywords = {keyword for theme in config.themes for keyword in theme.keywords}
    selection = Selection(kinds=frozenset({Kind.CONCERN.value}), start=since)
    total, held = 0, Counter[str]()
    reached: Reached | None = None
    while total < _MOST_CONCERNS:
        page = await tx.paging.page(selection, after=reached, limit=_AT_ONCE)
        if not page:
            break
        reached = Reached.after(page[-1])
        total += len(page)
        for concern in page:
            text = concern.masked.casefold()
            held.update(keyword for keyword in keywords if keyword in text)
    return total, held


def _wide(
    config: Config, themes: TomlFile, total: int, held: Counter[str]
) -> Iterator[ConfigError]:
    for index, theme in enumerate(config.themes):
        for keyword in theme.keywords:
            if held[keyword] >= WIDE * total:
                share = round(100 * held[keyword] / total)
                yield ConfigError(
                    file=THEMES,
                    line=themes.line("theme", index, "keywords"),
                    key="keywords",
                    found=keyword,
                    problem=f'nyckelordet "{keyword}" står i {share} procent av de {total} tips '
                    "som har berättats det senaste halvåret.",
                    remedy="Ett så vanligt ord skiljer inga teman åt. Ta bort det.",
                )
