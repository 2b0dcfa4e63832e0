"""What is proposed to the admin: new examples and keywords by theme, and what each would bring."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from bot.config.config import Config
from bot.tuning.suggested import Offered, Suggested
from nlp.categorizer.fitting import Progress
from nlp.gains import Bench, Gain
from nlp.shared_words import SharedWord, shared_words

LEAST_PEOPLE = 3
"""So many must use a word before it is shown; the digests' `minimum_cell` if that is more."""
MOST_SENTENCES = 30
"""So many sentences of a theme are proposed: those that are read worst without them."""
DOUBT = 0.05
"""How probable it may be that among the gains told of a kind any is chance.

The kinds: all sentences together, those of each theme, and each line by itself.
"""

_ALL = ""
_Asked = dict[str, Callable[[], Gain]]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What might be proposed for a theme, not measured yet.

    A keyword came from at least `least` people. `refused` are the lines among what would be
    proposed that the admin does not want.
    """

    theme: str
    least: int
    sentences: tuple[Offered, ...]
    keywords: tuple[SharedWord, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A gain, and the `doubt` up to which it may be told to be one."""

    gain: Gain
    doubt: float


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A line as it may be moved, and how many concerns and people (at least) it came from.

    `read_as` is the theme that a sentence gets without it. `gain` is what it would bring alone;
    None where that was not measured.
    """

    concerns: int
    people: int
    read_as: str | None = None
    gain: Measured | None = None
    line: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What is proposed for a theme, the most promising first.

    `together` is what all of its sentences would bring; `more` further ones are not proposed.
    """

    theme: str
    sentences: tuple[Proposal, ...]
    keywords: tuple[Proposal, ...]
    refused: tuple[str, ...]
    more: int
    together: Measured | None


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """All that is proposed. `together` is what all sentences of all themes would bring."""

    themes: tuple[Proposed, ...]
    together: Measured | None


def keyword_line(word: str) -> str:
    """A keyword as it stands on a line of its own in a list of a TOML file."""
    return f'"{word}",'


def drafts(
    found: Suggested, config: Config, *, refused: Mapping[str, Collection[str]]
) -> tuple[Draft, ...]:
    """What might be proposed for each theme that is not sensitive; lines `refused` are left out."""
    least = max(LEAST_PEOPLE, config.digest.minimum_cell)
    themes = config.reader_config().themes
    words = shared_words(found.spoken, themes, places=config.places, least=least)
    made = []
    for theme in config.themes:
        no = set(refused.get(theme.id, ()))
        sentences = [one for one in found.sentences if one.theme == theme.id]
        keywords = [one for one in words if one.theme == theme.id and not theme.sensitive]
        again = [*(one.text for one in sentences), *(keyword_line(k.word) for k in keywords)]
        made.append(
            Draft(
                theme=theme.id,
                least=least,
                sentences=tuple(one for one in sentences if one.text not in no),
                keywords=tuple(one for one in keywords if keyword_line(one.word) not in no),
                refused=tuple(line for line in again if line in no),
            )
        )
    return tuple(made)


def measured(
    made: Sequence[Draft],
    found: Suggested,
    bench: Bench,
    *,
    alone: int,
    progress: Progress = lambda _done, _total: None,
) -> Proposals:
    """The drafts with what they would bring, told by `bench`, which judges by `found.told`.

    Measured are all sentences together, those of each theme, each keyword, and each by itself
    the `alone` sentences that are read worst without them.
    """
    chosen = {draft.theme: _worst_read(draft.sentences, bench) for draft in made}
    every = [one for sentences in chosen.values() for one in sentences]
    whole: _Asked = {}
    if len(every) > 1:
        whole[_ALL] = partial(bench.of_sentences, _told(every), exact=True)
    by_theme: _Asked = {
        theme: partial(bench.of_sentences, _told(sentences))
        for theme, sentences in chosen.items()
        if len(sentences) > 1
    }
    lines: _Asked = {
        one.text: partial(bench.of_sentences, one.told)
        for one in sorted(every, key=partial(_margin, bench))[:alone]
    }
    for draft in made:
        for word in draft.keywords:
            # Those without whom it would not be proposed cannot judge it.
            proposers = word.sources if len(word.sources) <= draft.least else ()
            lines[keyword_line(word.word)] = partial(
                bench.of_keywords, word.theme, (word.word,), unjudged=proposers
            )
    gains: dict[str, Measured] = {}
    total = sum(map(len, (whole, by_theme, lines)))
    for asked in (whole, by_theme, lines):
        for name, measure in asked.items():
            gains[name] = Measured(gain=measure(), doubt=DOUBT / len(asked))
            progress(len(gains), total)
    return Proposals(
        themes=tuple(_proposed(draft, chosen[draft.theme], found, bench, gains) for draft in made),
        together=gains.get(_ALL),
    )


def nothing_new(made: Sequence[Draft]) -> Proposals:
    """What there is to say where nothing is drafted: what was refused stays so."""
    themes = (
        Proposed(
            theme=draft.theme,
            sentences=(),
            keywords=(),
            refused=draft.refused,
            more=0,
            together=None,
        )
        for draft in made
    )
    return Proposals(themes=tuple(themes), together=None)


def _proposed(
    draft: Draft,
    shown: Sequence[Offered],
    found: Suggested,
    bench: Bench,
    gains: Mapping[str, Measured],
) -> Proposed:
    return Proposed(
        theme=draft.theme,
        sentences=tuple(
            Proposal(
                line=one.text,
                concerns=len(one.told),
                people=found.people(one.told),
                read_as=bench.read_as(one.told[0]),
                gain=gains.get(one.text),
            )
            for one in shown
        ),
        keywords=tuple(
            Proposal(
                line=keyword_line(one.word),
                concerns=one.texts,
                people=len(one.sources),
                gain=gains[keyword_line(one.word)],
            )
            for one in draft.keywords
        ),
        refused=draft.refused,
        more=len(draft.sentences) - len(shown),
        together=gains.get(draft.theme),
    )


def _worst_read(sentences: Sequence[Offered], bench: Bench) -> list[Offered]:
    return sorted(sentences, key=partial(_margin, bench))[:MOST_SENTENCES]


def _margin(bench: Bench, one: Offered) -> float:
    return min(bench.margin(at) for at in one.told)


def _told(sentences: Sequence[Offered]) -> list[int]:
    """One concern of each: the same words are one example."""
    return [one.told[0] for one in sentences]
