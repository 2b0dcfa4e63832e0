"""Texts in, Readings out: the whole public surface of `nlp` besides training and evaluation."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import cast

from nlp.categorizer.component import Categories
from nlp.categorizer.decision import FULLY_READ
from nlp.config import ReaderConfig
from nlp.extensions import BATCH, Findings, findings, make_doc
from nlp.personal_data.markers import MARKERS
from nlp.pipeline import build_pipeline, places_of
from nlp.progress import shown_progress
from nlp.reading import Doubt, Kind, Message, PlaceMention, Reading, Urgency, mask
from nlp.why import Explanation, explain, why

_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MOST_WORDS_KEPT = 200_000
"""So many words spaCy may keep (some 100 MB); beyond them, new ones are forgotten anew."""
_TOLD = frozenset({Kind.CONCERN, Kind.POSITIVE})
_NORMAL = Urgency.NORMAL
_WITHOUT_POSITION = Message(text="")


class Reader:
    """Reads texts as a configuration says; equal configurations read alike.

    Building one trains the categorizer, or takes it from the configuration's cache. One
    Reader reads in one thread at a time; its Readings may go anywhere.

    Raises:
        TrainingImpossible: the examples do not suffice.
        BaseModelMissing: the configuration names a spaCy model that is not installed.
    """

    def __init__(self, config: ReaderConfig, *, show_progress: bool = False) -> None:
        with shown_progress("Lär sig exemplen", shown=show_progress) as progress:
            self._nlp = build_pipeline(config, progress=progress)
        self._places = places_of(self._nlp)
        self._categories = cast("Categories", self._nlp.get_pipe("brabot_categories"))
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
        while batch := list(islice(stream, batch_size)):
            yield from self._read_batch(batch)

    def read_one(self, message: str | Message) -> Reading:
        """The Reading of one message."""
        return self._read_batch([message])[0]

    def explain(self, message: str | Message) -> Explanation:
        """The Reading of one message and what it rests on, word by word."""
        (known,) = self._known([message])
        return explain(self._categories, known, self._reading(known, message))

    def area_at(self, lat: float, lon: float) -> str | None:
        """The reporting area at a position (WGS84 degrees), or None outside all of them."""
        return self._places.area_at(lat, lon)

    def _read_batch(self, messages: list[str | Message]) -> list[Reading]:
        return list(map(self._reading, self._known(messages), messages))

    def _known(self, messages: list[str | Message]) -> list[Findings]:
        crowded = len(self._nlp.vocab) > _MOST_WORDS_KEPT
        with self._nlp.memory_zone() if crowded else nullcontext():
            docs = self._nlp.pipe(make_doc(self._nlp, _text(message)) for message in messages)
            return list(map(findings, docs))

    def _reading(self, known: Findings, message: str | Message) -> Reading:
        if known.urgency is not _NORMAL:
            keep_what_is_urgent(known)
        given = _WITHOUT_POSITION if isinstance(message, str) else message
        places, area = (known.places, known.area) if known.kind in _TOLD else ((), None)
        alternatives: tuple[PlaceMention, ...] = ()
        if area is None and known.kind in _TOLD:
            places, area = self._placed(known, given)
        elif known.unsure_place and known.kind in _TOLD:
            known.doubts = (*known.doubts, Doubt.PLACE_UNSURE)
            alternatives = known.alternatives
        return Reading(
            id=given.id,
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
            doubts=known.doubts,
            alternatives=alternatives,
            other_themes=known.other_themes,
            why=partial(why, self._categories, known),
        )

    def _placed(
        self, known: Findings, message: Message
    ) -> tuple[tuple[PlaceMention, ...], str | None]:
        """The places, and the area of a shared position, where the text tells no area."""
        if message.lat is not None and message.lon is not None:
            area = self._places.area_at(message.lat, message.lon)
            if area is not None:
                return (*known.places, PlaceMention(name=area, area=area, start=0, end=0)), area
        if any(place.area is None for place in known.places):
            known.doubts = (*known.doubts, Doubt.PLACE_UNSURE)
        return known.places, None


def keep_what_is_urgent(said: Findings) -> None:
    """Make a concern, for a human, of an urgent text that looks like talk or a question."""
    if said.urgency is not _NORMAL and said.kind in (Kind.CHATTER, Kind.QUESTION):
        said.kind = Kind.CONCERN
        said.kind_score = said.kind_scores.get(Kind.CONCERN.value, 0.0)
        said.doubts = tuple(dict.fromkeys((*said.doubts, Doubt.KIND, Doubt.NO_THEME)))


def _hash(config: ReaderConfig) -> str:
    """The same for configurations that read alike, wherever their files lie."""
    what = repr(replace(config, cache_dir=None, area_polygons=None)).encode("utf-8", "replace")
    polygons = config.area_polygons.read_bytes() if config.area_polygons else b""
    return hashlib.sha256(what + b"\0" + polygons).hexdigest()


def _text(message: str | Message) -> str:
    """What is read of a message: lone surrogates have no place in Unicode."""
    text = message if isinstance(message, str) else message.text
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(_REPLACEMENT, text)
    return text
