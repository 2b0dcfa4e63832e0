"""Why a text was read as it was, in Swedish, for an admin."""

from collections.abc import Sequence

from nlp.categorizer.component import Evidence
from nlp.categorizer.decision import Doubt
from nlp.categorizer.words import words
from nlp.extensions import Findings
from nlp.reading import Kind, PersonalData, PlaceMention, Urgency

_MOST_WORDS = 4
_SHORTEST_WORD = 3
_LEAST_SHARE = 0.15

_DOUBTS = {
    Doubt.LANGUAGE: "språket ({language}) läses bara delvis",
    Doubt.KIND: "det är osäkert om det är ett tips",
    Doubt.NO_THEME: "inget tema passar tillräckligt bra",
    Doubt.THEME_UNSURE: "temat är osäkert",
}
_URGENT = {Urgency.NOW: "pågår nu", Urgency.SOON: "nära förestående"}


def why(known: Findings, places: Sequence[PlaceMention], area: str | None) -> tuple[str, ...]:
    """The lines that tell what the reading of a text rests on, without personal data.

    A line for each theme with the words that spoke for it and what was second best, one for
    each place, one for urgency, and one for each reason why a human should look.
    """
    kind, score = known.kind, known.kind_score
    lines = [f"Sort: {kind.value} ({_number(score)})"]
    lines += _themes(known)
    lines += [_place(place, known.text) for place in places]
    if kind in (Kind.CONCERN, Kind.POSITIVE) and area is None:
        lines.append("Område: framgår inte")
    if known.urgency is not Urgency.NORMAL:
        lines.append(f"Brådskar: {_URGENT[known.urgency]}")
    if known.recurring:
        lines.append("Återkommer eller pågår")
    language = known.language
    return (
        *lines,
        *(f"Behöver en människa: {_DOUBTS[d].format(language=language)}" for d in known.doubts),
    )


def _themes(known: Findings) -> list[str]:
    evidence: Evidence | None = known.evidence
    if evidence is None or not known.themes:
        return []
    hidden = _words_of(known.text, (*known.pii, *known.places))
    given = [evidence.themes.index(theme.id) for theme in known.themes]
    lines = []
    for column, theme in zip(given, known.themes, strict=True):
        spoke = ", ".join(_spoke(evidence, column, hidden))
        lines.append(f"Tema {theme.id} ({_number(theme.score)}){': ' if spoke else ''}{spoke}")
    chances = evidence.chances.tolist()
    rest = [(chance, -at) for at, chance in enumerate(chances) if at not in given]
    if rest:
        chance, at = max(rest)
        lines.append(f"Näst bästa tema: {evidence.themes[-at]} ({_number(chance)})")
    return lines


def _spoke(evidence: Evidence, column: int, hidden: frozenset[str]) -> list[str]:
    shares = evidence.by_word[:, column].tolist()
    least = _LEAST_SHARE * max(shares, default=0.0)
    heard = [
        (-share, word)
        for share, word in zip(shares, evidence.words, strict=True)
        if share > least and len(word) >= _SHORTEST_WORD and word not in hidden
    ]
    return list(dict.fromkeys(word for _, word in sorted(heard)))[:_MOST_WORDS]


def _words_of(text: str, spans: Sequence[PersonalData | PlaceMention]) -> frozenset[str]:
    return frozenset(word for s in spans for word in words(text[s.start : s.end]))


def _place(place: PlaceMention, text: str) -> str:
    area = f", område {place.area}" if place.area else ""
    said = text[place.start : place.end]
    return f"Plats {place.name}: ”{said}”{area}" if said else f"Plats {place.name}: delad position"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
