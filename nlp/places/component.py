"""The pipeline component that reads places: sets `doc._.places` and `doc._.area`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language

from nlp.config import Place
from nlp.extensions import Component, Findings
from nlp.places.gazetteer import Gazetteer
from nlp.places.matcher import Matcher
from nlp.places.position import Positions
from nlp.places.roles import roles
from nlp.places.told import NOTHING_TOLD, Told, told


class Places(Component):
    """Reads which places a text means, where it happens first, and the area it is about.

    Reads `doc._.language`. Knows no place before `initialize`.
    """

    def __init__(self) -> None:
        """Make a component that knows no place yet."""
        super().__init__()
        self.initialize(())

    def initialize(
        self,
        places: Iterable[Place],
        no_area_names: Iterable[str] = (),
        area_polygons: Path | None = None,
    ) -> None:
        """Take in the gazetteer; names in `no_area_names` (the town itself) are no places."""
        gazetteer = Gazetteer(places, no_area_names=no_area_names)
        self._matcher = Matcher(gazetteer)
        self._positions = Positions(gazetteer.places, polygons=area_polygons)

    def read(self, batch: Sequence[Findings]) -> None:
        """Set the places and the area of each text."""
        for known in batch:
            outcome = self.told(known.text, language=known.language)
            if outcome is not NOTHING_TOLD:
                known.places, known.area, known.unsure_place, known.alternatives = outcome

    def told(self, text: str, *, language: str) -> Told:
        """What a text in a language (ISO 639-1) tells of places."""
        found = self._matcher.find(text, language=language)
        if found is None:
            return NOTHING_TOLD
        parted, hits = found
        return told(roles(hits, parted), parted)

    def area_at(self, lat: float, lon: float) -> str | None:
        """The area of a position (WGS84 degrees), or None outside the municipality."""
        return self._positions.area_at(lat, lon)


@Language.factory("brabot_places")
def make_places(nlp: Language, name: str) -> Places:
    """The component that reads places, before it is initialised."""
    return Places()
