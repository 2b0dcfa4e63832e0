"""Why a text was read as it was: as values, and in Swedish, for an admin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.categorizer.component import Categories, without
from nlp.categorizer.words import located, words
from nlp.extensions import Findings
from nlp.reading import Doubt, Kind, PersonalData, PlaceMention, Reading, ThemeScore, Urgency

_MOST_WORDS = 4
_SHORTEST_WORD = 3
_LEAST_SHARE = 0.15

_DOUBTS = {
    Doubt.LANGUAGE: "språket ({language}) läses bara delvis",
    Doubt.KIND: "det är osäkert om det är ett tips",
    Doubt.NO_THEME: "inget tema passar tillräckligt bra",
    Doubt.THEME_UNSURE: "temat är osäkert",
    Doubt.PLACE_UNSURE: "platsen finns i flera områden",
}
_URGENT = {Urgency.NOW: "pågår nu", Urgency.SOON: "nära förestående"}


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A word that spoke for a theme, at the code points [start, end) of the text.

    `share` is its part (0 to 1) of all that spoke for the theme.
    """

    word: str
    share: float
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class ThemeReason:
    """A theme given, and the words that spoke most for it, the strongest first."""

    id: str
    score: float
    heard: tuple[Heard, ...]


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """What a reading rests on.

    `kinds` and `urgency` are the trained probabilities of each, from which words may have
    made something else. `second` is the likeliest theme that was not given, None where the
    kind has no themes. `doubts` say why a human should look.
    """

    reading: Reading
    kinds: Mapping[Kind, float]
    themes: tuple[ThemeReason, ...]
    second: ThemeScore | None
    urgency: Mapping[Urgency, float]
    doubts: tuple[Doubt, ...]


def explain(categories: Categories, known: Findings, reading: Reading) -> Explanation:
    """What the reading of a text rests on, without personal data."""
    said = located(without(known.text, known.pii))
    themes = tuple(
        ThemeReason(
            id=theme.id,
            score=theme.score,
            heard=tuple(
                Heard(word=word, share=share, start=start, end=end)
                for word, share in telling.items()
                for spoken, start, end in said
                if spoken == word
            ),
        )
        for theme, telling in _reasons(categories, known)
    )
    urgency = known.urgency_scores or {}
    return Explanation(
        reading=reading,
        kinds={Kind(name): chance for name, chance in known.kind_scores.items()},
        themes=themes,
        second=ThemeScore(id=known.second[0], score=known.second[1]) if known.second else None,
        urgency={Urgency(name): chance for name, chance in urgency.items()},
        doubts=known.doubts,
    )


def why(categories: Categories, known: Findings, reading: Reading) -> tuple[str, ...]:
    """The lines that tell what the reading of a text rests on, without personal data.

    A line for each theme with the words that spoke for it and what was second best, one for
    each place, one for urgency, and one for each reason why a human should look.
    """
    lines = [f"Sort: {reading.kind.value} ({_number(known.kind_score)})"]
    for theme, telling in _reasons(categories, known):
        spoke = ", ".join(telling)
        lines.append(f"Tema {theme.id} ({_number(theme.score)}){': ' if spoke else ''}{spoke}")
    if known.themes and known.second is not None:
        second, score = known.second
        lines.append(f"Näst bästa tema: {second} ({_number(score)})")
    lines += [_place(place, known.text) for place in reading.places]
    if reading.kind in (Kind.CONCERN, Kind.POSITIVE) and reading.area is None:
        lines.append("Område: framgår inte")
    if reading.urgency is not Urgency.NORMAL:
        lines.append(f"Brådskar: {_URGENT[reading.urgency]}")
    if reading.recurring:
        lines.append("Återkommer eller pågår")
    reasons = (_DOUBTS[doubt].format(language=reading.language) for doubt in known.doubts)
    return (*lines, *(f"Behöver en människa: {reason}" for reason in reasons))


def _reasons(categories: Categories, known: Findings) -> list[tuple[ThemeScore, dict[str, float]]]:
    """Each theme given, with the words that spoke most for it and their shares."""
    if not known.themes:
        return []
    hidden = _words_of(known.text, (*known.pii, *known.places))
    spoken = words(without(known.text, known.pii))
    shares = categories.shares(spoken, [theme.id for theme in known.themes])
    return [
        (theme, _telling(spoken, column, hidden))
        for theme, column in zip(known.themes, shares.T.tolist(), strict=True)
    ]


def _telling(
    spoken: Sequence[str], shares: Sequence[float], hidden: frozenset[str]
) -> dict[str, float]:
    """The words that spoke most, the strongest first, and which part of all that spoke."""
    least = _LEAST_SHARE * max(shares, default=0.0)
    heard = sorted(
        (-share, word)
        for share, word in zip(shares, spoken, strict=True)
        if share > least and len(word) >= _SHORTEST_WORD and word not in hidden
    )
    most = list(dict.fromkeys(heard))[:_MOST_WORDS]
    total = sum(share for share in shares if share > 0)
    return {word: -share / total for share, word in most}


def _words_of(text: str, spans: Sequence[PersonalData | PlaceMention]) -> frozenset[str]:
    return frozenset(word for s in spans for word in words(text[s.start : s.end]))


def _place(place: PlaceMention, text: str) -> str:
    area = f", område {place.area}" if place.area else ""
    said = text[place.start : place.end]
    return f"Plats {place.name}: ”{said}”{area}" if said else f"Plats {place.name}: delad position"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
