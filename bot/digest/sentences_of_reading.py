"""The sentences of how well it was read, and of what is withheld."""

from collections.abc import Iterator

from bot.digest.values import Corrections, Facts
from bot.digest.wording import Wording


def reading_quality(facts: Facts, words: Wording) -> Iterator[str]:
    """What people confirmed and corrected of the reading, in the whole municipality."""
    read = (("places", facts.places_read), ("themes", facts.themes_read))
    sentences = [text for what, one in read if one is not None for text in _read(what, one, words)]
    yield from sentences
    if sentences:
        yield words.say("reading-note")


def recurring(facts: Facts, words: Wording) -> Iterator[str]:
    """How many say that it happens again and again."""
    if facts.recurring:
        yield words.say("recurring", count=facts.recurring, concerns=facts.total.concerns)


def good_news(facts: Facts, words: Wording) -> Iterator[str]:
    """What has become better, with its themes where they may be told."""
    if not facts.positives:
        return
    yield words.say("positives", count=facts.positives)
    if facts.positive_themes:
        parts = [
            words.say("counted", what=words.theme(part.part), concerns=part.concerns or 0)
            for part in facts.positive_themes
        ]
        yield words.say("positive-themes", parts=words.listed(parts))


def withheld(facts: Facts, words: Wording) -> Iterator[str]:
    """Everything that is left out so that nobody is pointed at, in one sentence."""
    names = [words.say(f"withheld-{name.replace('_', '-')}") for name in facts.withheld]
    if names:
        yield words.say("withheld-fields", fields=words.listed(names))


def _read(what: str, read: Corrections, words: Wording) -> Iterator[str]:
    if read.confirmed is None or read.corrected is None:
        yield words.say(f"reading-{what}-withheld")
    elif spoken_of := read.confirmed + read.corrected:
        yield words.say(
            f"reading-{what}",
            count=spoken_of,
            corrected=read.corrected,
            percent=round(100 * (read.error or 0)),
        )
    if read.added:
        yield words.say(f"reading-{what}-added", count=read.added)
