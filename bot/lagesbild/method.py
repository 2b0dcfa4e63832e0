"""How it was counted and what it cannot tell, in plain words."""

from collections.abc import Iterator

from bot.digest.sentences_of_reading import reading_quality, withheld
from bot.digest.values import Trend
from bot.lagesbild.material import Material
from bot.lagesbild.values import Block
from bot.lagesbild.wording import Words


def method_blocks(material: Material, words: Words) -> Iterator[Block]:
    """The parts of the chapter, each a paragraph under a heading."""
    facts, config = material.facts, material.config
    law = words.tell("law", council=words.council)
    yield Block(heading=words.tell("law-heading"), sentences=(law, words.tell("law-more")))
    counted = [words.tell("counted"), words.tell("counted-voices")]
    if facts.imported:
        counted.append(words.tell("counted-imported", count=facts.imported))
    yield Block(heading=words.tell("counted-heading"), sentences=tuple(counted))
    languages = len(config.languages)
    who = (words.tell("who", languages=languages), words.tell("who-silent"))
    yield Block(heading=words.tell("who-heading"), sentences=who)
    chance = words.tell("chance" if facts.total.trend is not Trend.UNKNOWN else "chance-none")
    compared = () if not facts.history else (words.say("note-before", before=words.before(facts)),)
    yield Block(heading=words.tell("chance-heading"), sentences=(*compared, chance))
    left_out = [words.tell("withheld", minimum=facts.minimum_cell), *withheld(facts, words)]
    left_out.append(words.tell("withheld-sensitive"))
    yield Block(heading=words.tell("withheld-heading"), sentences=tuple(left_out))
    measured = tuple(reading_quality(facts, words)) or (words.tell("reading-unmeasured"),)
    reading = (words.tell("reading"), *measured)
    yield Block(heading=words.tell("reading-heading"), sentences=reading)
