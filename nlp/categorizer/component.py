"""`brabot_categories`: kind, themes and the trained part of urgency, in one spaCy component."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from nlp.categorizer.calibration import probabilities
from nlp.categorizer.decision import decide
from nlp.categorizer.model import Floats, Model
from nlp.categorizer.scorer import Scorer
from nlp.extensions import BATCH, Component, Findings, findings
from nlp.reading import PersonalData

THEMES, PRIMARY, KINDS, URGENCY = "themes", "primary", "kinds", "urgency"
_MODEL_FILE = "model.msgpack"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What every word of a text says of every theme: `by_word` is (words, themes).

    `chances` are the themes' probabilities.
    """

    words: list[str]
    by_word: Floats
    themes: tuple[str, ...]
    chances: Floats


class Categories(Component):
    """Sorts a `Doc` by a trained model, which `use` or `from_bytes` hands over.

    Sets `doc.cats` to the probability of each label of the model's first task. With a model
    of themes, kinds and urgency it also reads `doc._.language` and sets `doc._.kind`,
    `kind_score`, `themes`, `urgency_scores`, `doubts` and `evidence`. What stands in
    `doc._.pii` is left out.
    """

    def __init__(self, *, most_words: int) -> None:
        super().__init__()
        self._most_words = most_words
        self._model: Model | None = None

    def use(self, model: Model) -> None:
        """Sort by this model from now on."""
        self._model = model
        self._scorer = Scorer(model, most_words=self._most_words)
        self._columns = [(task, model.columns(task.name)) for task in model.tasks]
        by_name = {task.name: (task, columns) for task, columns in self._columns}
        self._reads_messages = {THEMES, KINDS, URGENCY} <= by_name.keys()
        if self._reads_messages:
            self._asked = (by_name[THEMES], by_name[KINDS], by_name[URGENCY])

    def __call__(self, doc: Doc) -> Doc:
        """Sort one text."""
        known = findings(doc)
        scores = self._scorer.scores(_without(known.text, known.pii))
        chances = {
            task.name: probabilities(
                scores.values[columns], task.calibration, exclusive=task.exclusive
            )
            for task, columns in self._columns
        }
        first = self._columns[0][0]
        doc.cats = dict(zip(first.labels, chances[first.name].tolist(), strict=True))
        if self._reads_messages:
            self._tell(known, scores.words, scores.by_word, chances)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The same docs in their order, sorted."""
        yield from map(self, stream)

    def _tell(
        self, said: Findings, words: list[str], by_word: Floats, chances: dict[str, Floats]
    ) -> None:
        (themes, columns), (kinds, _), (urgency, _) = self._asked
        decision = decide(chances[KINDS], kinds, chances[THEMES], themes, said.language)
        said.kind = decision.kind
        said.kind_score = decision.kind_score
        said.themes = decision.themes
        said.doubts = decision.doubts
        said.urgency_scores = dict(zip(urgency.labels, chances[URGENCY].tolist(), strict=True))
        said.evidence = Evidence(
            words=words,
            by_word=by_word[:, columns],
            themes=themes.labels,
            chances=chances[THEMES],
        )

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


def _without(text: str, spans: tuple[PersonalData, ...]) -> str:
    """The text without what is nobody's business, so that no name speaks for a theme."""
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


@Language.factory("brabot_categories", default_config={"most_words": 50_000})
def make_categories(nlp: Language, name: str, most_words: int) -> Categories:
    """A component without a model yet; `most_words` bounds what it remembers."""
    return Categories(most_words=most_words)
