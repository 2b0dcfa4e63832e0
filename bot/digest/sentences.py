"""The sentences of a weekly digest: what changed, what else, and how it was counted."""

from collections.abc import Iterator

from bot.config.config import Config
from bot.digest.sentences_of_change import change_sentences, named_counts, news
from bot.digest.sentences_of_people import estimate, same_words
from bot.digest.sentences_of_reading import good_news
from bot.digest.sentences_of_work import late_arrivals, open_cases, urgent_work, waits_long
from bot.digest.values import Facts, Trend
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
    copies = sum(same.concerns for same in facts.same_words)
    if copies and Trend.MORE in {facts.total.trend, facts.total.possible}:
        yield words.say("compared-copies", count=copies)
    trends = {one.count.trend for one in named_counts(facts, words)}
    if trends == {Trend.USUAL}:
        yield words.say("no-changes")


def changes(facts: Facts, words: Wording) -> Iterator[str]:
    """What is more, fewer, new or gone quiet, a sentence each."""
    yield from change_sentences(facts, words)
    yield from news(facts, words)


def remarks(facts: Facts, words: Wording) -> Iterator[str]:
    """What else the reader should know, a short paragraph each.

    It is read on a phone: when it was told, how well it was read and cases that are not old
    are left to the longer pictures.
    """
    paragraphs = [
        urgent_work(facts, words),
        same_words(facts, words),
        open_cases(facts, words) if waits_long(facts) else (),
        late_arrivals(facts, words),
        good_news(facts, words),
    ]
    yield from (text for text in map(" ".join, paragraphs) if text)
    counts = {
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
    yield from estimate(facts, words)
    if facts.history:
        yield words.say("note-before", before=words.before(facts))
    if "usual" in facts.withheld:
        yield words.say("note-usual")
    if facts.total.trend is not Trend.UNKNOWN:
        yield words.say("note-chance")
    if facts.other_areas or facts.other_themes:
        yield words.say("note-areas", minimum=facts.minimum_cell)
    if facts.sensitive:
        yield words.say("note-sensitive")
    if _is_of_places(facts, config):
        yield words.say("note-sensitive-places")
