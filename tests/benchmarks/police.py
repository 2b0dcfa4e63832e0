"""The categorizer on real texts: `python -m tests.benchmarks.police EVENTS.jsonl.gz`.

Event notices of the Swedish police (`when`, `type`, `text` a line; not part of this project):
trained on those before 1 July 2025, asked about those after. Next to the categorizer stand two
that others use, trained on the same texts in the same run: that of Amsterdam's Signalen
(stemmed words and pairs, term frequencies, L1 logistic regression) and fastText. Needs
`pip install -e .[benchmarks]`.
"""

import gzip
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

SPLIT = "2025-07-01"
EPOCHS, LEARNING_RATE = 15, 0.5


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a classifier did: shares of 1, and seconds."""

    name: str
    accuracy: float
    macro_f1: float
    training: float
    asking: float


Texts = Sequence[str]
Classify = Callable[[Texts], list[str]]
Train = Callable[[Texts, Sequence[str]], Classify]


def main() -> None:
    """Train all three and print the table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("Say which file: python -m tests.benchmarks.police EVENTS.jsonl.gz")
    learnt, asked = events(Path(sys.argv[1]))
    table = Table("classifier", "accuracy", "macro-F1", "training, s", "texts a second")
    for name, train in CLASSIFIERS.items():
        told = outcome(name, train, learnt, asked)
        speed = f"{len(asked) / told.asking:,.0f}"
        table.add_row(
            name, f"{told.accuracy:.4f}", f"{told.macro_f1:.4f}", f"{told.training:.0f}", speed
        )
    table.title = f"{len(learnt):,} texts learnt, {len(asked):,} asked"
    Console().print(table)


def events(path: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs of text and type: those to learn from, and those to be asked about."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = [(row["when"] < SPLIT, (row["text"], row["type"])) for row in rows]
    return [pair for early, pair in pairs if early], [pair for early, pair in pairs if not early]


def outcome(
    name: str, train: Train, learnt: list[tuple[str, str]], asked: list[tuple[str, str]]
) -> Outcome:
    """Train, ask, and compare."""
    from sklearn.metrics import accuracy_score, f1_score

    start = time.perf_counter()
    classify = train([text for text, _ in learnt], [label for _, label in learnt])
    trained = time.perf_counter()
    answers = classify([text for text, _ in asked])
    done = time.perf_counter()
    right = [label for _, label in asked]
    return Outcome(
        name=name,
        accuracy=float(accuracy_score(right, answers)),
        macro_f1=float(f1_score(right, answers, average="macro")),
        training=trained - start,
        asking=done - trained,
    )


def brabot(texts: Texts, labels: Sequence[str]) -> Classify:
    """Our component, in a pipeline of its own."""
    import spacy

    from nlp.training import train_labels

    component, tokenizer = train_labels(texts, labels), spacy.blank("sv")

    def classify(asked: Texts) -> list[str]:
        docs = component.pipe(map(tokenizer.make_doc, asked))
        return [max(doc.cats, key=doc.cats.__getitem__) for doc in docs]

    return classify


def signalen(texts: Texts, labels: Sequence[str]) -> Classify:
    """The classifier of Signalen."""
    import snowballstemmer
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline

    stem = cache(snowballstemmer.stemmer("swedish").stemWord)

    def stemmed(text: str) -> str:
        return " ".join(map(stem, text.lower().split()))

    classifier = OneVsRestClassifier(
        LogisticRegression(l1_ratio=1, solver="liblinear", max_iter=300, random_state=0)
    )
    pipeline = make_pipeline(
        CountVectorizer(preprocessor=stemmed, ngram_range=(1, 2)),
        TfidfTransformer(use_idf=False),
        classifier,
    ).fit(texts, labels)
    return lambda asked: list(pipeline.predict(asked))


def fasttext(texts: Texts, labels: Sequence[str]) -> Classify:
    """fastText with pairs of words and groups of three to five letters."""
    import fasttext as library

    names = sorted(set(labels))
    number = {name: at for at, name in enumerate(names)}

    def line(text: str) -> str:
        return " ".join(re.findall(r"\w+|[^\w\s]", text.lower()))

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(
            f"__label__{number[label]} {line(text)}\n"
            for text, label in zip(texts, labels, strict=True)
        )
        file.flush()
        model: Any = library.train_supervised(
            file.name,
            wordNgrams=2,
            minn=3,
            maxn=5,
            epoch=EPOCHS,
            lr=LEARNING_RATE,
            thread=1,
            verbose=0,
        )
    return lambda asked: [
        names[int(found[0].removeprefix("__label__"))]
        for found in model.predict([line(text) for text in asked])[0]
    ]


CLASSIFIERS: dict[str, Train] = {"Signalen": signalen, "fastText": fasttext, "Bråbot": brabot}


if __name__ == "__main__":
    try:
        main()
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing.name} is not installed: pip install -e .[benchmarks]")
