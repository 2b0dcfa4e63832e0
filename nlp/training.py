"""What the categorizer is trained from: the configuration's examples and the shipped texts."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.categorizer import cache
from nlp.categorizer.component import KINDS, PRIMARY, THEMES, URGENCY, Categories
from nlp.categorizer.features import FEATURES_VERSION, word_data
from nlp.categorizer.fitting import (
    OF_REPORTS,
    TRAINING_VERSION,
    Examples,
    Progress,
    fit,
    held_out_scores,
)
from nlp.categorizer.model import Model
from nlp.config import ReaderConfig, Theme
from nlp.examples import split_example
from nlp.reading import Kind, Urgency

_DATA = Path(__file__).parent / "data"
_KIND_SHARES: dict[str, float] = {
    Kind.CONCERN: 0.8,
    Kind.POSITIVE: 0.05,
    Kind.QUESTION: 0.06,
    Kind.CHATTER: 0.06,
    Kind.SPAM: 0.03,
}
_URGENCY_SHARES: dict[str, float] = {Urgency.NOW: 0.07, Urgency.SOON: 0.1, Urgency.NORMAL: 0.83}


def trained_model(config: ReaderConfig, *, progress: Progress | None = None) -> Model:
    """The model for a configuration, from its cache or trained now.

    Raises:
        TrainingImpossible: there are fewer than two themes, or one without enough examples.
    """
    given = material(config.themes)
    name = fingerprint(given, config.themes)
    if config.cache_dir is not None:
        kept = cache.load(config.cache_dir, name)
        if kept is not None:
            return kept
    model = _train(given, config.themes, progress)
    if config.cache_dir is not None:
        cache.save(config.cache_dir, name, model)
    return model


def is_trained(config: ReaderConfig) -> bool:
    """Whether `trained_model` would find the model in the cache."""
    if config.cache_dir is None:
        return False
    return cache.holds(config.cache_dir, fingerprint(material(config.themes), config.themes))


def themes_held_out(
    themes: Sequence[Theme], *, progress: Progress | None = None
) -> tuple[tuple[str, ...], NDArray[np.bool_], NDArray[np.float64]]:
    """How the themes' examples would be read by a training that had not seen them.

    Returns:
        The messages, each once; whether they have each theme, and each theme's score: both of
        shape (messages, themes).

    Raises:
        TrainingImpossible: there are fewer than two themes, or one without enough examples.
    """
    told = material(themes)[THEMES]
    texts = tuple(dict.fromkeys(text for listed in told.values() for text in listed))
    task = examples_of(THEMES, told, texts)
    known = {theme.id: theme.keywords for theme in themes}
    return texts, task.truth, held_out_scores(texts, task, known=known, progress=progress)


def train_labels(
    texts: Sequence[str], labels: Sequence[str], *, progress: Progress | None = None
) -> Categories:
    """A component that gives each text one of the labels, as `doc.cats`.

    Raises:
        TrainingImpossible: there are fewer than two labels, or one with too few texts.
    """
    known = tuple(sorted(set(labels)))
    column = {label: number for number, label in enumerate(known)}
    truth = np.zeros((len(texts), len(known)), np.bool_)
    truth[np.arange(len(texts)), [column[label] for label in labels]] = True
    examples = Examples(
        name="labels",
        labels=known,
        exclusive=True,
        together=True,
        texts=np.arange(len(texts)),
        truth=truth,
    )
    component = Categories(most_words=200_000)
    component.use(fit(texts, [examples], known={}, weights=OF_REPORTS, progress=progress))
    return component


ByLabel = dict[str, tuple[str, ...]]
Material = dict[str, ByLabel]
"""Task → label → texts."""


def material(themes: Iterable[Theme]) -> Material:
    """All texts that are trained from: the themes' examples and those shipped here."""
    first, told = _by_theme(themes)
    return {
        THEMES: told,
        PRIMARY: first,
        KINDS: {kind.value: _lines("kinds", kind) for kind in Kind if kind is not Kind.CONCERN},
        URGENCY: {urgency.value: _lines("urgency", urgency) for urgency in Urgency},
    }


def _by_theme(themes: Iterable[Theme]) -> tuple[ByLabel, ByLabel]:
    """By theme the messages of which it is the first theme, and those that it is any of."""
    first = {theme.id: [split_example(line) for line in theme.examples] for theme in themes}
    told: dict[str, list[str]] = {
        theme: [text for text, _ in said] for theme, said in first.items()
    }
    for text, also in (said for lines in first.values() for said in lines):
        for theme in also:
            told.get(theme, []).append(text)
    return (
        {theme: tuple(text for text, _ in said) for theme, said in first.items()},
        {theme: tuple(dict.fromkeys(texts)) for theme, texts in told.items()},
    )


def _lines(folder: str, name: str) -> tuple[str, ...]:
    lines = (_DATA / folder / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(dict.fromkeys(s for s in map(str.strip, lines) if s and not s.startswith("#")))


def fingerprint(given: Material, themes: Iterable[Theme]) -> str:
    """A name for all that decides what a training gives: the same name, the same model."""
    decides = {
        "versions": [FEATURES_VERSION, TRAINING_VERSION],
        "word_data": [sha256(path.read_bytes()).hexdigest() for path in word_data()],
        "material": given,
        "themes": [[theme.id, theme.keywords, theme.precision] for theme in themes],
        "shares": [_KIND_SHARES, _URGENCY_SHARES],
    }
    return sha256(json.dumps(decides).encode("utf-8", "surrogatepass")).hexdigest()


def _train(given: Material, themes: Sequence[Theme], progress: Progress | None) -> Model:
    """What has a theme or is urgent is a concern, unless it is listed as of another kind."""
    of_themes = (text for texts in given[THEMES].values() for text in texts)
    urgent = (*given[URGENCY][Urgency.NOW], *given[URGENCY][Urgency.SOON])
    other = {text for texts in given[KINDS].values() for text in texts}
    concerns = tuple(text for text in (*of_themes, *urgent) if text not in other)
    kinds = {Kind.CONCERN.value: concerns, **given[KINDS]}
    asked = {**given, KINDS: kinds}
    texts = tuple(
        dict.fromkeys(text for by_label in asked.values() for t in by_label.values() for text in t)
    )
    tasks = [
        examples_of(THEMES, asked[THEMES], texts, fades=True),
        examples_of(
            PRIMARY,
            asked[PRIMARY],
            texts,
            fades=True,
            exclusive=True,
            beside=THEMES,
            precision=tuple(theme.precision for theme in themes),
        ),
        examples_of(KINDS, asked[KINDS], texts, shares=_KIND_SHARES),
        examples_of(URGENCY, asked[URGENCY], texts, shares=_URGENCY_SHARES),
    ]
    return fit(texts, tasks, known={t.id: t.keywords for t in themes}, progress=progress)


def examples_of(
    name: str,
    by_label: Mapping[str, Sequence[str]],
    texts: Sequence[str],
    *,
    fades: bool = False,
    exclusive: bool = False,
    beside: str = "",
    precision: tuple[float, ...] = (),
    shares: Mapping[str, float] | None = None,
) -> Examples:
    """The task of that name, of the texts that have one of its labels, in their order."""
    number = {text: position for position, text in enumerate(texts)}
    used = sorted({number[text] for listed in by_label.values() for text in listed})
    row = {position: at for at, position in enumerate(used)}
    truth = np.zeros((len(used), len(by_label)), np.bool_)
    for column, listed in enumerate(by_label.values()):
        truth[[row[number[text]] for text in listed], column] = True
    return Examples(
        name=name,
        labels=tuple(by_label),
        exclusive=exclusive or shares is not None,
        texts=np.array(used),
        truth=truth,
        fades=fades,
        beside=beside,
        precision=precision,
        shares=tuple(shares[label] for label in by_label) if shares else (),
    )
