"""What was told in many spans of time, counted for every focus area when it is asked for."""

from collections.abc import Iterable, Iterator

from bot.digest.tally import Key, Number, Part, Place, Sorter, number
from storage.counting import Counted, voice_keys


class Archive:
    """What was told in many spans of time, counted when it is asked for.

    The spans follow each other: a longer one is several of them together.
    """

    def __init__(self, rows: Iterable[Counted], sorter: Sorter, spans: int) -> None:
        self._targets: dict[tuple[str, Key], int] = {}
        self._said: list[dict[int, str]] = [{} for _ in range(spans)]
        self._any: set[int] = set()
        found: dict[tuple[str, str | None, str], tuple[int, ...]] = {}
        for span, kind, area, themes, voices in rows:
            self._any.add(span)
            what = kind, area, themes
            targets = found.get(what)
            if targets is None:
                targets = found[what] = tuple(self._targets_of(sorter.places(*what)))
            said = self._said[span]
            for target in targets:
                said[target] = f"{said[target]} {voices}" if target in said else voices

    def _targets_of(self, places: Iterable[Place]) -> Iterator[int]:
        for id, part, keys in places:
            if part is not Part.POSITIVE:
                for key in keys:
                    yield self._targets.setdefault((id, key), len(self._targets))

    def tally(self, field_id: str, spans: range) -> dict[Key, Number]:
        """The numbers of a field that are not zero in all of the spans together."""
        numbers = {key: self.number(field_id, key, spans) for key in self.keys(field_id)}
        return {key: number for key, number in numbers.items() if number.concerns}

    def number(self, field_id: str, key: Key, spans: range) -> Number:
        """A number of a field in all of the spans together."""
        target = self._targets.get((field_id, key))
        if target is None:
            return Number()
        found = (self._said[span].get(target) for span in spans)
        return number([voice for voices in found if voices for voice in voice_keys(voices)])

    def keys(self, field_id: str) -> Iterator[Key]:
        """Every key of a field under which something was told."""
        return (key for id, key in self._targets if id == field_id)

    def anything(self, spans: range) -> bool:
        """Whether anybody told anything, of whatever kind."""
        return not self._any.isdisjoint(spans)
