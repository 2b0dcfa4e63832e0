"""The focus areas in a lägesbild of the whole municipality, a few sentences each."""

from collections.abc import Iterator
from itertools import islice

from bot.digest.sentences_of_change import change_sentences
from bot.digest.values import Facts, Trend
from bot.lagesbild.material import Material
from bot.lagesbild.values import Block
from bot.lagesbild.wording import Words

_NAMED = 3
_CHANGES = 2


def field_blocks(material: Material, words: Words) -> Iterator[Block]:
    """A block for each focus area; a focus area of places tells only what the whole one does."""
    for facts in material.parts:
        focus_area = material.config.focus_area(facts.focus_area)
        heading = words.focus_area(facts.focus_area)
        if focus_area is not None and focus_area.areas:
            told = tuple(_of_places(material.facts, focus_area.areas, words))
        else:
            told = tuple(_of_themes(facts, words))
        yield Block(heading=heading, sentences=told)


def _of_themes(facts: Facts, words: Words) -> Iterator[str]:
    if not facts.total.concerns:
        yield words.tell("field-nothing")
        return
    yield words.lead(facts)
    if facts.history:
        yield words.briefly_compared(facts)
    themes = [one for one in facts.themes if one.count.concerns]
    named = [
        words.say("counted", what=words.theme(one.theme), concerns=one.count.concerns)
        for one in themes[:_NAMED]
    ]
    yield words.tell("field-themes", what=words.listed(named))
    clear = [one for one in facts.themes if one.count.trend in {Trend.MORE, Trend.FEWER}]
    yield from islice(change_sentences(facts, words), min(len(clear), _CHANGES))


def _of_places(whole: Facts, areas: tuple[str, ...], words: Words) -> Iterator[str]:
    """Only what the whole picture tells of its areas: else one could subtract."""
    shown = {one.area: one.count for one in whole.areas}
    lines = [words.line(area, shown[area]) for area in areas if area in shown]
    if lines:
        yield words.tell("field-areas", what="; ".join(lines))
    if len(lines) < len(areas):
        yield words.tell("field-few", minimum=whole.minimum_cell)
