"""How right the readings are that are sure of themselves, and those that are not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nlp.categorizer.decision import FULLY_READ
from nlp.evaluation.measures import accuracy, share
from nlp.evaluation.pairs import Pair
from nlp.reading import Doubt

_NO_THEME, _THEME_UNSURE, _KIND = (
    frozenset({doubt.value}) for doubt in (Doubt.NO_THEME, Doubt.THEME_UNSURE, Doubt.KIND)
)


@dataclass(frozen=True, kw_only=True)
class Certainty:
    """Some of the messages: how many, which share of all asked, the share read right."""

    messages: int
    share: float | None
    right: float | None

    def as_json(self) -> dict[str, float | int | None]:
        """The figures by name."""
        return {"messages": self.messages, "share": self.share, "right": self.right}


def certainty(pairs: Sequence[Pair]) -> dict[str, dict[str, Certainty]]:
    """For kind, theme, area and the whole: what was said with certainty, and what was not.

    Kind and theme are asked of the languages that are read fully, theme of what has one.
    `sure` is what no human is asked about on that account. The whole is right where kind,
    area and the primary theme, if there should be one, are.
    """
    read_fully = [p for p in pairs if p.gold.language in FULLY_READ]
    themed = [p for p in read_fully if p.is_themed]
    return {
        "kind": _split(
            read_fully,
            lambda p: "unsure" if _KIND & {*p.read.doubts} else "sure",
            ("sure", "unsure"),
            lambda p: p.read.kind is p.gold.kind,
        ),
        "theme": _split(
            themed, _theme_said, ("sure", "unsure", "none"), lambda p: p.primary_is_right
        ),
        "area": _split(
            pairs,
            lambda p: "none" if p.read.area is None else "given",
            ("given", "none"),
            lambda p: p.read.area == p.gold.area,
        ),
        "whole": _split(
            pairs,
            lambda p: "for_a_human" if p.read.needs_human else "alone",
            ("alone", "for_a_human"),
            _whole_is_right,
        ),
    }


def _theme_said(pair: Pair) -> str:
    doubts = {*pair.read.doubts}
    if _NO_THEME & doubts:
        return "none"
    return "unsure" if _THEME_UNSURE & doubts else "sure"


def _whole_is_right(pair: Pair) -> bool:
    read, gold = pair.read, pair.gold
    theme_is_right = pair.primary_is_right or not pair.is_themed
    return read.kind is gold.kind and read.area == gold.area and theme_is_right


def _split(
    pairs: Sequence[Pair],
    said: Callable[[Pair], str],
    names: Iterable[str],
    right: Callable[[Pair], bool],
) -> dict[str, Certainty]:
    held = {name: [p for p in pairs if said(p) == name] for name in names}
    return {
        name: Certainty(
            messages=len(some),
            share=share(len(some), len(pairs)),
            right=accuracy(right(p) for p in some),
        )
        for name, some in held.items()
    }
