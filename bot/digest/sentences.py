"""The sentences of a picture: what changed, what else, and how it was counted."""

from collections.abc import Iterator

from bot.config.config import Config
from bot.digest.values import Count, Facts, Trend
from bot.digest.wording import Wording


def _is_of_places(facts: Facts, config: Config) -> bool:
    focus_area = config.focus_area(facts.focus_area)
    return focus_area is not None and bool(focus_area.areas)


def comparison(facts: Facts, config: Config, words: Wording) -> Iterator[str]:
    """How the whole stands to what it was before."""
    withheld = _is_of_places(facts, config) or any(s.count is None for s in facts.sensitive)
    if not facts.total.concerns and not facts.positives and not withheld:
        yield words.say("lead-none-why")
    yield words.comparison(facts)
    trends = {count.trend for _, count in _named_counts(facts, words)}
    if trends == {Trend.USUAL}:
        yield words.say("no-changes")


def changes(facts: Facts, words: Wording) -> Iterator[str]:
    """What is clearly more or fewer than before, a sentence each."""
    told = {(cell.area, cell.count.concerns) for cell in facts.cells if _has_changed(cell.count)}
    for what, count in _named_counts(facts, words):
        by_one_theme_of_it = (what, count.concerns) in told
        if count.usual is not None and _has_changed(count) and not by_one_theme_of_it:
            usual = words.usual(count.usual)
            key = f"change-{count.trend.value}"
            yield words.say(key, what=what, concerns=count.concerns, usual=usual)


def _has_changed(count: Count) -> bool:
    return count.trend in {Trend.MORE, Trend.FEWER}


def _named_counts(facts: Facts, words: Wording) -> Iterator[tuple[str, Count]]:
    for theme in facts.themes:
        yield words.theme(theme.theme), theme.count
    for area in facts.areas:
        yield area.area, area.count
    for cell in facts.cells:
        name = words.say("in-area", theme=words.theme(cell.theme), area=cell.area)
        yield name, cell.count
    for sensitive in facts.sensitive:
        if sensitive.count is not None:
            yield words.theme(sensitive.theme), sensitive.count


def remarks(facts: Facts, words: Wording) -> Iterator[str]:
    """What else the reader should know."""
    counts = {
        "urgent-now": facts.urgent_now,
        "urgent-soon": facts.urgent_soon,
        "positives": facts.positives,
        "other-languages": facts.other_languages,
        "needs-human": facts.needs_human,
        "without-theme-anywhere": facts.without_theme_anywhere,
    }
    for key, count in counts.items():
        if count:
            yield words.say(key, count=count)


def notes(facts: Facts, config: Config, words: Wording) -> Iterator[str]:
    """How it was counted, and what is withheld."""
    if facts.counted_again:
        yield words.say("note-again", count=facts.counted_again)
    if facts.history:
        yield words.say("note-weeks", weeks=len(facts.history))
    if facts.total.trend is not Trend.UNKNOWN:
        yield words.say("note-chance")
    if facts.other_areas or facts.other_themes:
        yield words.say("note-areas", minimum=facts.minimum_cell)
    if facts.sensitive:
        yield words.say("note-sensitive")
    if _is_of_places(facts, config):
        yield words.say("note-sensitive-places")
