"""Sentences that people's corrections offer as examples, and those that they do not agree on.

What is offered may come to stand in a file for years, when the concern is long gone. So it is
chosen more strictly than what is quoted to a group: short, without any place, without anything
masked, and without a word that might be a name.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from re import compile as compiled

from bot.config.config import Config
from bot.digest.quotes import points_at_nobody
from bot.digest.wordings import Wordings
from bot.texts.catalogue import GROUP_LANGUAGES
from bot.tuning.opinions import Opinion, Opinions, agree
from nlp.categorizer.decision import FULLY_READ
from nlp.examples import split_example
from nlp.gains import Told
from nlp.personal_data.unmasked import may_name
from nlp.places.blanking import Blanking
from nlp.reading import Kind, Urgency
from storage.concern_values import Concern, Origin, Source

SHORTEST, LONGEST = 25, 200
"""So many characters a sentence has."""
_MARKER = compiled(r"\[[^\[\]]*\]")
_WORD = compiled(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A sentence that would be a new example of `theme`.

    `told` are the positions in `Suggested.told` of the concerns that are told so, or nearly so.
    """

    theme: str
    told: tuple[int, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Disputed:
    """A sentence of which people say different things: by theme (None: none fits) who says so.

    `examples` are the themes that have it as an example already.
    """

    said: Mapping[str | None, Mapping[Origin, int]]
    examples: tuple[str, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """What people's corrections give.

    `told` are all concerns whose theme people agree on, to judge by; `spoken` those whose words
    may become keywords, without places. `sentences` and `disputed` may be shown. `withheld`
    concerns might have been among these, were it not for whom they could point at.
    """

    told: tuple[Told, ...]
    spoken: tuple[Told, ...]
    sentences: tuple[Offered, ...]
    disputed: tuple[Disputed, ...]
    withheld: int

    def people(self, positions: Iterable[int]) -> int:
        """How many people told these at least: the same words count as one person's."""
        return len({self.told[at].source for at in positions})


def suggested(
    opinions: Opinions,
    concerns: Mapping[int, Concern],
    config: Config,
    *,
    held: Collection[int],
) -> Suggested:
    """The sentences of corrected or confirmed concerns that would be new examples.

    `concerns` has those that still are, by id, and `held` the ids of those under a hold. Nearly
    the same wording is one sentence. One that an example of the same theme has is left out; an
    example of another theme is a disagreement.
    """
    there = {id: concerns[id] for id in opinions if id in concerns and not concerns[id].muted}
    sources = _sources(there)
    themes = {theme.id for theme in config.themes}
    told: dict[int, Told] = {}
    for id, concern in there.items():
        theme = opinions[id][0].theme
        if theme in themes and agree(opinions[id]) and concern.language in FULLY_READ:
            told[id] = Told(theme=theme, source=sources[id], text=_unmarked(concern.masked))
    fitness = _Fitness(config, held)
    position = {id: at for at, id in enumerate(told)}
    gathered: list[_Gathered] = []
    wordings = Wordings()
    spoken: list[Told] = []
    withheld = len(opinions) - len(there)
    for id, concern in there.items():
        said = opinions[id]
        text = fitness.shown(concern, said)
        if id in told and fitness.is_open(concern, said):
            words = fitness.without_places(concern, _unmarked(concern.masked))
            spoken.append(Told(theme=told[id].theme, source=told[id].source, text=words))
        if text is None:
            withheld += 1
            continue
        at = wordings.find(text)
        if at is None:
            at = wordings.add(text)
            gathered.append(_Gathered(text=text))
        gathered[at].add(said, position.get(id), sources[id])
    offered, disputed = _parted(gathered, config)
    return Suggested(
        told=tuple(told.values()),
        spoken=tuple(spoken),
        sentences=tuple(offered),
        disputed=tuple(disputed),
        withheld=withheld,
    )


class _Fitness:
    """Which texts single out nobody and could stand in a file of examples."""

    def __init__(self, config: Config, held: Collection[int]) -> None:
        self._config = config
        self._held = held
        self._themes = {theme.id for theme in config.themes}
        self._places = Blanking(config.places, no_area_names=config.municipality.no_area_names)

    def is_open(self, concern: Concern, said: Iterable[Opinion]) -> bool:
        """Whether anything of it may be shown: it is nothing delicate, and held for nobody."""
        spoken = {opinion.theme for opinion in said if opinion.theme is not None}
        every = {*spoken, *(theme.id for theme in concern.themes)}
        return (
            concern.source is Source.TELEGRAM
            and concern.kind == Kind.CONCERN
            and concern.urgency == Urgency.NORMAL
            and concern.language in GROUP_LANGUAGES
            and concern.id not in self._held
            and not concern.muted
            and spoken <= self._themes
            and self._config.sensitive_themes.isdisjoint(every)
        )

    def shown(self, concern: Concern, said: Iterable[Opinion]) -> str | None:
        """Its text without places, on one line; None where it may not be shown."""
        text = self.without_places(concern, " ".join(concern.masked.split()))
        fits = (
            self.is_open(concern, said)
            and concern.message_count == 1
            and SHORTEST <= len(text) <= LONGEST
            and text.isprintable()
            and not text.startswith("#")
            and "[" not in text
            and "@" not in text
            and split_example(text)[0] == text
            and points_at_nobody(concern)
            and not may_name(text, self._known_words)
        )
        return text if fits else None

    def without_places(self, concern: Concern, text: str) -> str:
        """The text with a mark where it names a place."""
        return self._places.blanked(text, language=concern.language)

    @cached_property
    def _known_words(self) -> frozenset[str]:
        """The words that the examples use with a small letter, or begin with."""
        lines = (line for listed in self._config.examples.values() for line in listed)
        return frozenset(
            word.lower()
            for line in lines
            for at, word in enumerate(_WORD.findall(line))
            if at == 0 or word.islower()
        )


@dataclass(kw_only=True)
class _Gathered:
    """What is said of a wording: by theme and role, who."""

    text: str
    told: list[int] = field(default_factory=list)
    said: dict[str | None, set[tuple[Origin, str]]] = field(default_factory=dict)

    def add(self, said: Iterable[Opinion], position: int | None, source: int) -> None:
        """One more concern in these words."""
        if position is not None:
            self.told.append(position)
        for one in said:
            who = str(source) if one.role is Origin.RESIDENT else one.by
            self.said.setdefault(one.theme, set()).add((one.role, who))


def _parted(gathered: Iterable[_Gathered], config: Config) -> tuple[list[Offered], list[Disputed]]:
    """Those that people agree on and that are new, and those that they do not agree on."""
    known = Wordings()
    themes_of: list[set[str]] = []
    for theme_id, lines in config.examples.items():
        for line in lines:
            text, also = split_example(line)
            themes_of.append({theme_id, *also})
            known.add(text)
    offered: list[Offered] = []
    disputed: list[Disputed] = []
    for one in gathered:
        at = known.find(one.text)
        there = set() if at is None else themes_of[at]
        if len(one.said) == 1 and not there:
            theme = next(iter(one.said))
            if theme is not None:
                offered.append(Offered(theme=theme, told=tuple(one.told), text=one.text))
        elif len(one.said) > 1 or not there.issuperset(one.said):
            disputed.append(_disputed(one, there))
    return offered, disputed


def _disputed(one: _Gathered, there: Iterable[str]) -> Disputed:
    return Disputed(
        said={theme: Counter(role for role, _ in who) for theme, who in one.said.items()},
        examples=tuple(sorted(there)),
        text=one.text,
    )


def _sources(concerns: Mapping[int, Concern]) -> dict[int, int]:
    """A number for each concern: the same for those of one person, or in the same words."""
    parent = {id: id for id in concerns}

    def root(id: int) -> int:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    wordings = Wordings()
    first_so: list[int] = []
    first_by: dict[str, int] = {}
    for id, concern in concerns.items():
        parent[root(id)] = root(first_by.setdefault(concern.voice_key, id))
        at = wordings.find(concern.masked)
        if at is None:
            wordings.add(concern.masked)
            first_so.append(id)
        else:
            parent[root(id)] = root(first_so[at])
    return {id: root(id) for id in concerns}


def _unmarked(masked: str) -> str:
    """Without the markers, as the reading leaves out what they stand for."""
    return " ".join(_MARKER.sub(" ", masked).split())
