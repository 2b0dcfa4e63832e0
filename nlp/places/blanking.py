"""Texts without the places that they name."""

from collections.abc import Iterable

from nlp.config import Place
from nlp.places.gazetteer import Gazetteer
from nlp.places.matcher import Matcher

BLANK = "…"
"""What stands where a place was named; the categorizer hears nothing of a theme in it."""


class Blanking:
    """Takes the names of a gazetteer out of texts."""

    def __init__(self, places: Iterable[Place], *, no_area_names: Iterable[str] = ()) -> None:
        self._matcher = Matcher(Gazetteer(places, no_area_names=no_area_names))

    def blanked(self, text: str, *, language: str) -> str:
        """The text with `BLANK` for every place, however it is spelled, and for whole compounds.

        `language` is its ISO 639-1 code.
        """
        found = self._matcher.find(text, language=language)
        if found is None:
            return text
        parted, hits = found
        for hit in reversed(hits):
            start, end = parted.span(hit.first, hit.last)
            text = f"{text[:start]}{BLANK}{text[end:]}"
        return text
