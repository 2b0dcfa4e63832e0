"""The summary: at most ten sentences, the most important first."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from bot.digest.sentences_of_change import change_sentences, named_counts, news
from bot.digest.sentences_of_people import same_words
from bot.digest.sentences_of_work import open_cases, urgent_work
from bot.digest.values import Facts, Trend
from bot.lagesbild.wording import Words

MOST: Final = 10
_CHANGES = 3
_NAMED = 3


def summary(facts: Facts, words: Words) -> tuple[str, ...]:
    """What a reader with one minute should know; each is said again with its numbers below."""
    return tuple(islice(_sentences(facts, words), MOST))


def _sentences(facts: Facts, words: Words) -> Iterator[str]:
    yield words.lead(facts)
    if not facts.total.concerns:
        yield words.tell("nothing-told")
        return
    yield words.comparison(facts)
    yield from islice(urgent_work(facts, words), 1)
    clear = sum(one.count.trend in {Trend.MORE, Trend.FEWER} for one in named_counts(facts, words))
    yield from islice(change_sentences(facts, words), min(clear, _CHANGES))
    yield from _most(facts, words)
    yield from islice(news(facts, words), 1)
    yield from islice(same_words(facts, words), 1 if facts.same_words else 0)
    yield from islice(open_cases(facts, words), 1)
    yield words.tell("not-crimes")


def _most(facts: Facts, words: Words) -> Iterator[str]:
    themes = [
        (words.theme(one.theme), one.count.concerns) for one in facts.themes if one.count.concerns
    ]
    areas = [(one.area, one.count.concerns) for one in facts.areas]
    if len(themes) > 1:
        yield words.tell("most-themes", what=_named(themes, words))
    if len(areas) > 1:
        yield words.tell("most-areas", what=_named(areas, words))


def _named(told: Sequence[tuple[str, int]], words: Words) -> str:
    return words.listed(
        [words.say("counted", what=name, concerns=count) for name, count in told[:_NAMED]]
    )
