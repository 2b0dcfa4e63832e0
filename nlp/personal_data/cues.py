"""What stands around a possible name: who it belongs to, or that it is no person's."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlp.personal_data.wording import lines_of


class Cue:
    """How strongly the words before a word say that it is a name, from not at all.

    Plain numbers, which are compared faster than those of an Enum.
    """

    NONE = 0
    WEAK = 1  # a listed name or a surname's look must come with it
    LISTED = 2  # any name of a list, however written
    SIGNATURE = 3  # the end of a message: any name of a list, any capitalised word
    PERSON = 4  # any name of a list, any capitalised word
    TITLE = 5  # as PERSON, and surnames that are words, even lower-case
    NAMED = 6  # any word at all


@dataclass(frozen=True, kw_only=True)
class Cues:
    """Phrases before a name → cue, and the words that say that something else is named.

    `last_words` are those of the phrases → how many words the phrases have, most first.
    `verbs` are those of naming, whose subject (one of `people`, or one of `named_things`)
    decides; `things` count when they stand right before the name.
    """

    before: dict[str, int]
    words: frozenset[str]
    last_words: dict[str, tuple[int, ...]]
    verbs: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    named_things: frozenset[str]
    shops: frozenset[str]
    companies: frozenset[str]
    locative: frozenset[str]
    particles: frozenset[str]
    joining: frozenset[str]
    streets: tuple[str, ...]
    streets_apart: frozenset[str]
    public: frozenset[str]
    public_beginnings: frozenset[str]


@cache
def cues() -> Cues:
    """The phrases of `data/cues.toml` and the names of `data/public_names.txt`, read once."""
    path = Path(__file__).parent / "data" / "cues.toml"
    table: dict[str, dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))
    before: dict[str, int] = {}
    for group, cue in (
        ("weak", Cue.WEAK),
        ("signatures", Cue.SIGNATURE),
        ("people", Cue.PERSON),
        ("titles", Cue.TITLE),
        ("names", Cue.PERSON),
    ):
        before.update(dict.fromkeys(table[group]["phrases"], cue))
        before.update(dict.fromkeys(table[group].get("listed", ()), Cue.LISTED))
        before.update(dict.fromkeys(table[group].get("sure", ()), Cue.NAMED))
    things = frozenset(table["things"]["words"].split())
    public = frozenset(lines_of("public_names.txt"))
    return Cues(
        before=before,
        words=frozenset(word for phrase in before for word in phrase.split()) | things,
        last_words=_lengths(before),
        verbs=frozenset(table["names"]["verbs"]),
        people=frozenset(table["people"]["phrases"]) | frozenset(table["names"]["pronouns"]),
        things=things,
        named_things=things | frozenset(table["things"]["named"].split()),
        shops=frozenset(table["firms"]["shops"].split()),
        companies=frozenset(table["firms"]["companies"].split()),
        locative=frozenset(table["locative"]["words"].split()),
        joining=frozenset(table["particles"]["joining"].split()),
        particles=frozenset(table["particles"]["words"].split()),
        streets=tuple(table["streets"]["endings"].split()),
        streets_apart=frozenset(table["streets"]["apart"].split()),
        public=public,
        public_beginnings=frozenset(name.split()[0] for name in public),
    )


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for words in (phrase.split(" ") for phrase in phrases):
        lengths.setdefault(words[-1], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
