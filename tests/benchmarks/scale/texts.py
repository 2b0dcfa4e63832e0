"""Invented messages without end, no two alike: examples with other places and numbers."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import count

from bot.app import build_reader
from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from nlp.examples import split_example
from nlp.reader import Reader

_SEED = 20261123
_CLOCKS = ("vid {} tiden", "runt {}", "sedan klockan {}", "efter {}", "strax före {}")
_OPENINGS = ("", "Hej! ", "Igen: ", "Jag vill bara säga att ", "Det gäller {}. ", "Vid {}: ")


@cache
def shipped_config() -> Config:
    """The configuration that the repository ships."""
    return load_config(default_config_dir())


@cache
def shipped_reader() -> Reader:
    """Its reading, built once."""
    return build_reader(shipped_config(), Settings())


def messages(*, seed: int = _SEED) -> Iterator[str]:
    """Messages without end, the same ones for the same seed."""
    config = shipped_config()
    chance = random.Random(seed)
    sentences = [split_example(line)[0] for lines in config.examples.values() for line in lines]
    names = [place.name for place in config.places]
    for number in count(1):
        place = chance.choice(names)
        opening = chance.choice(_OPENINGS).format(place)
        hour = f"{chance.randrange(24):02}:{chance.randrange(60):02}"
        clock = chance.choice(_CLOCKS).format(hour)
        where = "" if place in opening else f" Det var vid {place}"
        yield f"{opening}{chance.choice(sentences)}{where} {clock}, {number % 97 + 2} gånger."
