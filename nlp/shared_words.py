"""Words and pairs of words that many people use for one theme and hardly anybody for another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nlp.categorizer.features import lexicon
from nlp.categorizer.words import fold, located, stem, words
from nlp.config import Place, Theme
from nlp.examples import split_example
from nlp.gains import Told
from nlp.personal_data.lexicon import LISTED, Trait, traits_of

_SHORTEST, _SHORTEST_BEGINNING = 4, 5
_OWN = 0.8
"""Such a share of the people and examples that use it must speak of the theme."""
_MOST = 10
_HYPHEN = "-"
_NAMES = LISTED | Trait.SURNAME_FORM

Unit = tuple[str, ...]
"""The stems of a word, or of two words that follow each other."""


@dataclass(frozen=True, kw_only=True)
class SharedWord:
    """A word, or two, that would be a new keyword of `theme`: what its forms begin with.

    `sources` are those of the texts of the theme that have it, `texts` how many these are.
    """

    theme: str
    word: str
    texts: int
    sources: tuple[int, ...]


@dataclass
class _Use:
    """Where a unit stands, and how it is written there."""

    texts: dict[str, set[int]]
    written: Counter[str]
    small: int = 0


def shared_words(
    told: Sequence[Told], themes: Sequence[Theme], *, places: Iterable[Place], least: int
) -> tuple[SharedWord, ...]:
    """The words of each theme that texts of at least `least` sources share, at most ten.

    The most shared come first. Never a name, a place, a common word, one with a digit in it, or
    what is a keyword already, of any theme; nor what is nearly always written with a capital
    letter. `told` has no places and nothing masked in it.
    """
    heard = lexicon({theme.id: theme.keywords for theme in themes})
    of_places = _place_words(places)
    used = _uses(told)
    wanted = {
        unit
        for unit, use in used.items()
        if any(len(_sources(told, at)) >= least for at in use.texts.values())
        and not any(_is_unfit(word, of_places) for word in use.written)
        and not any(
            _is_keyword(heard.features(fold(w))) for form in use.written for w in form.split()
        )
    }
    in_examples, small = _in_examples(wanted, themes)
    found: dict[str, dict[Unit, SharedWord]] = defaultdict(dict)
    for unit in sorted(wanted):
        use = used[unit]
        if 2 * use.small < use.written.total() and unit not in small:
            continue
        sources = {theme: _sources(told, at) for theme, at in use.texts.items()}
        theme = max(sources, key=lambda one: (len(sources[one]), one))
        own = len(sources[theme]) + in_examples[unit][theme]
        every = sum(map(len, sources.values())) + in_examples[unit].total()
        if len(sources[theme]) >= least and own >= _OWN * every:
            found[theme][unit] = SharedWord(
                theme=theme,
                word=_spelled(use.written, alone=len(unit) == 1),
                texts=len(use.texts[theme]),
                sources=tuple(sorted(sources[theme])),
            )
    return tuple(one for theme in themes for one in _best(found[theme.id]))


def _best(found: Mapping[Unit, SharedWord]) -> list[SharedWord]:
    """The most shared; no pair of which one word is among them by itself."""
    fit = [
        one
        for unit, one in found.items()
        if len(unit) == 1 or not any((root,) in found for root in unit)
    ]
    return sorted(fit, key=lambda one: (-len(one.sources), -one.texts, one.word))[:_MOST]


def _uses(told: Sequence[Told]) -> dict[Unit, _Use]:
    used: dict[Unit, _Use] = {}
    for at, one in enumerate(told):
        for unit, form, is_small in _units(one.text):
            use = used.setdefault(unit, _Use(texts=defaultdict(set), written=Counter()))
            use.texts[one.theme].add(at)
            use.written[form] += 1
            use.small += is_small
    return used


def _units(text: str) -> Iterator[tuple[Unit, str, bool]]:
    """Each word and each pair of neighbours, as written, and whether with a small letter.

    A word that begins a sentence tells nothing of how it is written: it counts as a capital.
    """
    spoken = [(word, text[start].islower()) for word, start, _ in located(text)]
    for word, is_small in spoken:
        if _is_telling(word):
            yield (stem(fold(word)),), word, is_small
    for (first, is_small), (second, other) in pairwise(spoken):
        if _is_telling(first) and _is_telling(second):
            yield (stem(fold(first)), stem(fold(second))), f"{first} {second}", is_small and other


def _is_telling(word: str) -> bool:
    return (
        len(word) >= _SHORTEST and word.replace(_HYPHEN, "").isalpha() and word not in _stop_words()
    )


def _is_unfit(form: str, of_places: frozenset[str]) -> bool:
    """Whether one of its words may be a name, or stands in the name of a place."""
    return any(
        traits_of(word) & _NAMES or of_places & {fold(word), stem(fold(word))}
        for word in form.split()
    )


def _is_keyword(features: Iterable[str]) -> bool:
    return any(feature.startswith("k:") for feature in features)


def _in_examples(
    wanted: set[Unit], themes: Sequence[Theme]
) -> tuple[dict[Unit, Counter[str]], set[Unit]]:
    """In how many examples of each theme the units stand; and those written small in one."""
    counts: dict[Unit, Counter[str]] = {unit: Counter() for unit in wanted}
    small: set[Unit] = set()
    if wanted:
        for theme in themes:
            for line in theme.examples:
                units = [(unit, low) for unit, _, low in _units(split_example(line)[0])]
                for unit in {unit for unit, _ in units} & wanted:
                    counts[unit][theme.id] += 1
                small.update({unit for unit, low in units if low} & wanted)
    return counts, small


def _sources(told: Sequence[Told], positions: Iterable[int]) -> set[int]:
    return {told[at].source for at in positions}


def _spelled(written: Counter[str], *, alone: bool) -> str:
    """What all forms of a word begin with, if that is long enough to be known by; else one form."""
    beginning = _beginning(min(written), max(written))
    if alone and len(beginning) >= _SHORTEST_BEGINNING:
        return beginning
    return max(written, key=lambda form: (written[form], form))


def _beginning(first: str, last: str) -> str:
    """What the first and the last in alphabetical order share, and so all between them."""
    for size, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:size]
    return first[: len(last)]


def _place_words(places: Iterable[Place]) -> frozenset[str]:
    names = (name for place in places for name in (place.name, *place.aliases))
    folded = {fold(word) for name in names for word in words(name)}
    return frozenset(folded | {stem(word) for word in folded})


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
    from spacy.lang.sv.stop_words import STOP_WORDS as SWEDISH

    return frozenset(SWEDISH | ENGLISH)
