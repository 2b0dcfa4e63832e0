"""Readings against gold: every figure that the project is measured by."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from nlp.evaluation.aspects import mistakes
from nlp.evaluation.certainty import certainty
from nlp.evaluation.figures import figures, scored
from nlp.evaluation.gold import GoldMessage
from nlp.evaluation.measures import Found, accuracy, calibration, found
from nlp.evaluation.pairs import Pair
from nlp.evaluation.read import Read, read_of
from nlp.evaluation.report import Confusion, Group, Mistake, Report
from nlp.reading import Reading

LENGTHS = {"1-8": 8, "9-15": 15, "16-25": 25, "26-40": 40}
"""Length of a text → the most words it has; longer ones are `LONGEST`."""
LONGEST = "41+"

_WORST_PAIRS = 15


def evaluate(gold: Sequence[GoldMessage], readings: Iterable[Reading]) -> Report:
    """The figures for readings of the gold messages' texts, in the same order."""
    return report(gold, [read_of(reading) for reading in readings])


def report(gold: Sequence[GoldMessage], reads: Iterable[Read]) -> Report:
    """The figures for what was read of the gold messages' texts, in the same order."""
    pairs = [Pair(gold=g, read=r) for g, r in zip(gold, reads, strict=True)]
    themed = [p for p in pairs if p.is_themed]
    labels = sorted({label for g in gold for label, _ in g.pii})
    wrong = ((p.gold.id, mistakes(p)) for p in pairs)
    return Report(
        messages=len(pairs),
        figures=figures(pairs),
        themes={theme: _one_theme(themed, theme) for theme in _themes(themed)},
        pii={label: _personal_data(pairs, label) for label in labels},
        confusions=_confusions(
            (p.gold.themes[0], next(iter(p.read.theme_ids), None)) for p in themed
        ),
        kind_confusions=_confusions((p.gold.kind.value, p.read.kind.value) for p in pairs),
        urgency_confusions=_confusions((p.gold.urgency.value, p.read.urgency.value) for p in pairs),
        by_language=_grouped(pairs, lambda p: (p.gold.language,)),
        by_tag=_grouped(pairs, lambda p: p.gold.tags),
        by_length=_by_length(pairs),
        calibration=calibration(*scored(themed)),
        certainty=certainty(pairs),
        mistakes=tuple(Mistake(id=id, wrong=aspects) for id, aspects in wrong if aspects),
    )


def length_of(text: str) -> str:
    """The name of a text's length in words."""
    words = len(text.split())
    return next((name for name, most in LENGTHS.items() if words <= most), LONGEST)


def _personal_data(pairs: Sequence[Pair], label: str) -> Found:
    return found(
        (p.masked(label), (text for named, text in p.gold.pii if named == label)) for p in pairs
    )


def _themes(themed: Sequence[Pair]) -> list[str]:
    """The themes wanted or given, the commonest wanted first."""
    support = Counter(theme for p in themed for theme in p.gold.themes)
    support.update({theme: 0 for p in themed for theme in p.read.theme_ids})
    return [theme for theme, _ in sorted(support.items(), key=lambda item: (-item[1], item[0]))]


def _one_theme(themed: Sequence[Pair], theme: str) -> Found:
    return found(
        (
            [theme] if theme in p.read.theme_ids else [],
            [theme] if theme in p.gold.themes else [],
        )
        for p in themed
    )


def _confusions(rights_and_reads: Iterable[tuple[str, str | None]]) -> tuple[Confusion, ...]:
    wrong = Counter((right, read) for right, read in rights_and_reads if right != read)
    ordered = sorted(wrong.items(), key=lambda item: (-item[1], str(item[0])))
    return tuple((right, read, times) for (right, read), times in ordered[:_WORST_PAIRS])


def _grouped(pairs: Sequence[Pair], names: Callable[[Pair], Iterable[str]]) -> dict[str, Group]:
    members = _members(pairs, names)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    return {name: _group(held) for name, held in ordered}


def _by_length(pairs: Sequence[Pair]) -> dict[str, Group]:
    members = _members(pairs, lambda p: (length_of(p.gold.text),))
    return {name: _group(members[name]) for name in (*LENGTHS, LONGEST) if name in members}


def _members(
    pairs: Sequence[Pair], names: Callable[[Pair], Iterable[str]]
) -> dict[str, list[Pair]]:
    members: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for name in names(pair):
            members[name].append(pair)
    return members


def _group(pairs: Sequence[Pair]) -> Group:
    themed = [p.primary_is_right for p in pairs if p.is_themed]
    return Group(
        messages=len(pairs),
        kind=accuracy(p.read.kind is p.gold.kind for p in pairs),
        primary_theme=accuracy(themed),
        area=accuracy(p.read.area == p.gold.area for p in pairs),
        urgency=accuracy(p.read.urgency is p.gold.urgency for p in pairs),
        themed=len(themed),
    )
