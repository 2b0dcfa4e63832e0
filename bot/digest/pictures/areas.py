"""The areas and their numbers, as the map is given them."""

from dataclasses import dataclass

from bot.digest.pictures.outlines import AreaOutline


@dataclass(frozen=True, kw_only=True)
class AreaNumber:
    """An area and its number of concerns; None where it is withheld."""

    area: str
    concerns: int | None


@dataclass(frozen=True, kw_only=True)
class AreaMap:
    """The areas of a field (its label) in a period (as in "tips vecka 47").

    `numbers` are those of all areas in the field; an outline of another one is drawn faintly.
    Those withheld sum to `withheld`, each of fewer than `minimum` people or such that it would
    give one of those away. `without_place` counts the concerns that no area is known for.
    """

    field: str
    period: str
    outlines: tuple[AreaOutline, ...]
    numbers: tuple[AreaNumber, ...]
    withheld: int
    without_place: int
    minimum: int

    @property
    def is_empty(self) -> bool:
        """Whether there is no number on the map."""
        return not self.largest

    @property
    def largest(self) -> tuple[tuple[str, int], ...]:
        """The areas on the map that something was told of, and how much; the largest first."""
        told = [(n.area, n.concerns) for n in self._outlined if n.concerns]
        return tuple(sorted(told, key=lambda one: (-one[1], one[0])))

    @property
    def hatched(self) -> int:
        """How many areas on the map are withheld."""
        return sum(number.concerns is None for number in self._outlined)

    @property
    def off_map(self) -> tuple[tuple[str, int], ...]:
        """The areas that are not on the map, and how much was told of them."""
        outlined = set(self._outlined)
        return tuple(
            (number.area, number.concerns)
            for number in self.numbers
            if number.concerns and number not in outlined
        )

    @property
    def _outlined(self) -> list[AreaNumber]:
        names = {outline.name for outline in self.outlines}
        return [number for number in self.numbers if number.area in names]
