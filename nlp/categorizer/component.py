"""`brabot_categories`: kind, themes and the trained part of urgency, in one spaCy component."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from nlp.categorizer.calibration import probabilities
from nlp.categorizer.decision import Chances, decide
from nlp.categorizer.model import Floats, Model
from nlp.categorizer.scorer import Scorer
from nlp.extensions import BATCH, Component, Findings, findings
from nlp.reading import PersonalData

THEMES, PRIMARY, KINDS, URGENCY = "themes", "primary", "kinds", "urgency"
_OF_MESSAGES = (KINDS, PRIMARY, THEMES, URGENCY)
_MODEL_FILE = "model.msgpack"


class Categories(Component):
    """Sorts texts by a trained model, which `use` or `from_bytes` hands over.

    With a model of themes, kinds and urgency it reads `doc._.language` and sets `doc._.kind`,
    `kind_score`, `kind_scores`, `themes`, `second`, `other_themes`, `urgency_scores` and
    `doubts`; what stands in `doc._.pii` is left out. With any other model it sets `doc.cats` to
    the probability of each label of the model's first task.
    """

    def __init__(self, *, most_words: int) -> None:
        super().__init__()
        self._most_words = most_words
        self._model: Model | None = None

    def use(self, model: Model) -> None:
        """Sort by this model from now on."""
        self._model = model
        self._scorer = Scorer(model, most_words=self._most_words)
        self._tasks = {task.name: (task, model.columns(task.name)) for task in model.tasks}
        self._reads_messages = self._tasks.keys() >= set(_OF_MESSAGES)

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, sorted."""
        return next(self.pipe((doc,)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The same docs in their order, sorted in batches."""
        if self._reads_messages:
            yield from super().pipe(stream, batch_size=batch_size)
            return
        waiting, first = iter(stream), next(iter(self._tasks))
        while docs := list(islice(waiting, batch_size)):
            labels = self._tasks[first][0].labels
            chances = self._chances([_counted(findings(doc)) for doc in docs])[first]
            for doc, row in zip(docs, chances.tolist(), strict=True):
                doc.cats = dict(zip(labels, row, strict=True))
            yield from docs

    def read(self, batch: Sequence[Findings]) -> None:
        """Tell the kind, the themes and the chances of urgency of each message."""
        chances = self._chances([_counted(known) for known in batch])
        kinds, primary, themes, urgency = (
            Chances(self._tasks[name][0], chances[name]) for name in _OF_MESSAGES
        )
        decisions = decide(kinds, primary, themes, [known.language for known in batch])
        for known, decision, kind_scores, urgency_scores in zip(
            batch, decisions, kinds.values.tolist(), urgency.values.tolist(), strict=True
        ):
            known.kind, known.kind_score, known.themes, known.second = decision[:4]
            known.doubts, known.other_themes = decision[4:]
            known.kind_scores = dict(zip(kinds.task.labels, kind_scores, strict=True))
            known.urgency_scores = dict(zip(urgency.task.labels, urgency_scores, strict=True))

    def shares(self, spoken: Sequence[str], themes: Sequence[str]) -> Floats:
        """What each word adds to the score of each of these themes: (words, themes).

        Any thread may ask.
        """
        task, columns = self._tasks[PRIMARY]
        return self._scorer.shares(
            spoken, [columns.start + task.labels.index(theme) for theme in themes]
        )

    def _chances(self, texts: Sequence[str]) -> dict[str, Floats]:
        """By task the probabilities of its labels, of shape (texts, labels)."""
        scores = self._scorer.scores(texts)
        return {
            name: probabilities(scores[:, columns], task.calibration, exclusive=task.exclusive)
            for name, (task, columns) in self._tasks.items()
        }

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """The trained model as bytes; empty before there is one."""
        return b"" if self._model is None else self._model.to_bytes()

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> "Categories":
        """Take back what `to_bytes` gave."""
        if data:
            self.use(Model.from_bytes(data))
        return self

    def to_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Write the trained model into a directory."""
        path.mkdir(parents=True, exist_ok=True)
        (path / _MODEL_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> "Categories":
        """Take back what `to_disk` wrote."""
        return self.from_bytes((path / _MODEL_FILE).read_bytes())


def without(text: str, spans: Iterable[PersonalData]) -> str:
    """The text with spaces for what is nobody's business, so that no name speaks for a theme."""
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def _counted(known: Findings) -> str:
    return without(known.text, known.pii).lower() if known.pii else known.lower


@Language.factory("brabot_categories", default_config={"most_words": 50_000})
def make_categories(nlp: Language, name: str, most_words: int) -> Categories:
    """A component without a model yet; `most_words` bounds what it remembers."""
    return Categories(most_words=most_words)
