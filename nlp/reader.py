"""Texts in, Readings out: the whole public surface of `nlp` besides training and evaluation."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice

from nlp.categorizer.decision import FULLY_READ, Doubt
from nlp.config import ReaderConfig
from nlp.extensions import BATCH, Findings, findings, make_doc
from nlp.personal_data.markers import MARKERS
from nlp.pipeline import build_pipeline, places_of
from nlp.progress import shown_progress
from nlp.reading import Kind, Message, PlaceMention, Reading, Urgency, mask
from nlp.why import why

_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MOST_WORDS_KEPT = 200_000
"""So many words spaCy may keep (some 100 MB); beyond them, new ones are forgotten anew."""
_TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})


class Reader:
    """Reads texts as a configuration says; equal configurations read alike.

    Building one trains the categorizer, or takes it from the configuration's cache. One
    Reader reads in one thread at a time.

    Raises:
        TrainingImpossible: the examples do not suffice.
        BaseModelMissing: the configuration names a spaCy model that is not installed.
    """

    def __init__(self, config: ReaderConfig, *, show_progress: bool = False) -> None:
        with shown_progress("Lär sig exemplen", shown=show_progress) as progress:
            self._nlp = build_pipeline(config, progress=progress)
        self._places = places_of(self._nlp)
        self.config_hash = _hash(config)

    @property
    def languages_read(self) -> frozenset[str]:
        """The ISO 639-1 codes of the languages that are read fully."""
        return FULLY_READ

    def read(
        self, messages: Iterable[str | Message], *, batch_size: int = BATCH
    ) -> Iterator[Reading]:
        """A Reading for each message, in their order, as they come.

        At most `batch_size` messages are taken ahead of what has been read. Lone surrogates
        are read as U+FFFD, so that offsets count the code points of the text given.
        """
        stream = iter(messages)
        while batch := [_message(m) for m in islice(stream, batch_size)]:
            yield from self._read_batch(batch)

    def read_one(self, message: str | Message) -> Reading:
        """The Reading of one message."""
        return self._read_batch([_message(message)])[0]

    def area_at(self, lat: float, lon: float) -> str | None:
        """The reporting area at a position (WGS84 degrees), or None outside all of them."""
        return self._places.area_at(lat, lon)

    def _read_batch(self, messages: list[Message]) -> list[Reading]:
        crowded = len(self._nlp.vocab) > _MOST_WORDS_KEPT
        with self._nlp.memory_zone() if crowded else nullcontext():
            texts = (_SURROGATE.sub(_REPLACEMENT, message.text) for message in messages)
            docs = self._nlp.pipe(make_doc(self._nlp, text) for text in texts)
            return [
                self._reading(findings(doc), message)
                for doc, message in zip(docs, messages, strict=True)
            ]

    def _reading(self, known: Findings, message: Message) -> Reading:
        keep_what_is_urgent(known)
        told = known.kind in _TOLD
        places, area = (known.places, known.area) if told else ((), None)
        if told and area is None and message.lat is not None and message.lon is not None:
            area = self._places.area_at(message.lat, message.lon)
            if area is not None:
                places = (*places, PlaceMention(name=area, area=area, start=0, end=0))
        return Reading(
            id=message.id,
            kind=known.kind,
            themes=known.themes,
            area=area,
            places=places,
            urgency=known.urgency,
            danger=known.danger,
            recurring=known.recurring,
            language=known.language,
            masked=mask(known.text, known.pii, MARKERS),
            pii=known.pii,
            needs_human=bool(known.doubts),
            why=why(known, places, area),
        )


def keep_what_is_urgent(said: Findings) -> None:
    """Make a concern, for a human, of an urgent text that looks like talk or a question."""
    if said.urgency is not Urgency.NORMAL and said.kind in (Kind.CHATTER, Kind.QUESTION):
        said.kind = Kind.CONCERN
        said.doubts = tuple(dict.fromkeys((*said.doubts, Doubt.KIND, Doubt.NO_THEME)))


def _hash(config: ReaderConfig) -> str:
    """The same for configurations that read alike, wherever their files lie."""
    what = repr(replace(config, cache_dir=None, area_polygons=None)).encode("utf-8", "replace")
    polygons = config.area_polygons.read_bytes() if config.area_polygons else b""
    return hashlib.sha256(what + b"\0" + polygons).hexdigest()


def _message(given: str | Message) -> Message:
    return Message(text=given) if isinstance(given, str) else given
