"""The chapters of a lägesbild, each from the facts alone."""

from collections.abc import Iterator
from dataclasses import replace

from bot.digest.illustrations import AREA_MAP, HEAT_MAP, TIMELINE, Illustration, illustrations_of
from bot.digest.pictures import draw_timeline, timeline_alt, timeline_of
from bot.digest.sentences_of_change import change_sentences, news
from bot.digest.sentences_of_people import people, same_words, times_of_day
from bot.digest.sentences_of_reading import good_news, recurring
from bot.digest.sentences_of_work import late_arrivals, open_cases, urgent_work
from bot.digest.values import Facts, Trend
from bot.lagesbild.fields import field_blocks
from bot.lagesbild.material import Material
from bot.lagesbild.method import method_blocks
from bot.lagesbild.tables import area_table, history_table, sensitive_table, theme_table
from bot.lagesbild.values import Block, Section
from bot.lagesbild.wording import Words

_ENOUGH_WEEKS = 12
_TENTH = 10


def sections(material: Material, words: Words) -> tuple[Section, ...]:
    """All chapters that have something to tell; the one on method always."""
    facts = material.facts
    drawn = {one.name: one for one in illustrations_of(facts, words)}
    chapters = [
        ("time", _time(facts, words)),
        ("themes", _themes(facts, words)),
        ("places", _places(facts, drawn, words)),
        ("changes", _changes(facts, words)),
        ("fields", field_blocks(material, words)),
        ("voices", _voices(facts, words)),
        ("work", _work(facts, words)),
        ("quotes", _quotes(material, words)),
        ("method", method_blocks(material, words)),
    ]
    told = (
        (name, tuple(block for block in blocks if not block.is_empty)) for name, blocks in chapters
    )
    return tuple(
        Section(heading=words.tell(f"{name}-heading"), blocks=blocks)
        for name, blocks in told
        if blocks
    )


def _time(facts: Facts, words: Words) -> Iterator[Block]:
    yield Block(sentences=(words.lead(facts), words.comparison(facts)))
    if facts.total.concerns and not _points_at_few(facts, words):
        yield from _course(facts, words)
    yield Block(table=history_table(facts, words))


def _points_at_few(facts: Facts, words: Words) -> bool:
    """Whether a week of a field of places is told of by a few."""
    few = range(1, facts.minimum_cell)
    return words.is_of_places(facts) and any(one.voices in few for one in facts.course)


def _course(facts: Facts, words: Words) -> Iterator[Block]:
    """The weeks as a line, with a band where there are enough of them."""
    line = timeline_of(facts, words)
    weeks = sorted(point.concerns for point in line.points if point.whole)
    edge = len(weeks) // _TENTH
    has_band = len(weeks) >= _ENOUGH_WEEKS and weeks[-1 - edge] > 0
    if has_band:
        line = replace(line, usual=(weeks[edge], weeks[-1 - edge]))
    picture = Illustration(
        name=TIMELINE,
        alt=timeline_alt(line, words),
        _draw=lambda form: draw_timeline(line, words, form=form),
    )
    yield Block(pictures=(picture,))
    if has_band:
        yield Block(sentences=(words.tell("band"),))


def _themes(facts: Facts, words: Words) -> Iterator[Block]:
    yield Block(table=theme_table(facts, words))
    if facts.counted_again:
        yield Block(sentences=(words.say("note-again", count=facts.counted_again),))
    if facts.sensitive:
        table = sensitive_table(facts, words)
        yield Block(heading=table.heading, table=table)


def _places(facts: Facts, drawn: dict[str, Illustration], words: Words) -> Iterator[Block]:
    yield Block(table=area_table(facts, words))
    both = (drawn[name] for name in (AREA_MAP, HEAT_MAP) if name in drawn)
    yield Block(pictures=tuple(both))


def _changes(facts: Facts, words: Words) -> Iterator[Block]:
    told = (*change_sentences(facts, words), *news(facts, words))
    if told:
        yield Block(sentences=told, listed=True)
        yield Block(sentences=(words.tell("how-sure"),))
    elif facts.history and facts.total.trend is not Trend.UNKNOWN:
        yield Block(sentences=(words.tell("no-change", before=words.before(facts)),))
    else:
        yield Block(sentences=(words.tell("nothing-before"),))
    yield Block(sentences=tuple(late_arrivals(facts, words)))


def _voices(facts: Facts, words: Words) -> Iterator[Block]:
    if not facts.total.concerns and not facts.positives:
        return
    who = people(facts, words) if facts.total.concerns else ()
    yield Block(sentences=(*who, *same_words(facts, words)))
    yield Block(sentences=tuple(times_of_day(facts, words)))
    yield Block(sentences=(*recurring(facts, words), *good_news(facts, words)))
    if facts.other_languages:
        yield Block(sentences=(words.say("other-languages", count=facts.other_languages),))


def _work(facts: Facts, words: Words) -> Iterator[Block]:
    done = [
        words.say(f"urgent-{part.part}", count=part.concerns)
        for part in facts.statuses
        if part.concerns
    ]
    if done:
        yield Block(sentences=(words.tell("statuses", parts=words.listed(done)),))
    yield Block(sentences=tuple(urgent_work(facts, words)))
    waiting = tuple(open_cases(facts, words))
    yield Block(sentences=(*waiting, *([words.tell("open-when")] if waiting else [])))
    if facts.needs_human:
        yield Block(sentences=(words.say("needs-human", count=facts.needs_human),))
    imported = (words.tell("work-imported"),) if facts.imported else ()
    yield Block(sentences=(*imported, words.tell("answers")))


def _quotes(material: Material, words: Words) -> Iterator[Block]:
    if material.quotes:
        yield Block(sentences=(words.tell("quotes-chosen"),))
        yield Block(quotes=material.quotes)
