"""The sentences of what is more, fewer, new or not told any more than before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.digest.values import Count, Facts, Notable, SameWords, Trend
from bot.digest.wording import Wording

_NAMED = 5
"""So many new ones are named, the rest are counted."""
_WORTH_A_WORD = 3
"""That one or two tell of what nobody told of for some weeks happens all the time."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A number that is shown, with its name; without theme and area it is sensitive."""

    name: str
    count: Count
    theme: str | None = None
    area: str | None = None

    @property
    def concerns(self) -> int:
        """Of how many concerns it is."""
        return self.count.concerns


N = TypeVar("N", Named, Notable)
_CHANGES = {Trend.MORE, Trend.FEWER}
_KINDS: dict[str, Callable[[Count], Trend | None]] = {
    "change": lambda count: count.trend,
    "change-maybe": lambda count: count.possible,
    "change-season": lambda count: count.seasonal,
}


def change_sentences(facts: Facts, words: Wording) -> Iterator[str]:
    """What is clearly more or fewer, then what may be, then what last year's season explains.

    Where some of it are copies that says so: they count one by one in the change.
    """
    counts = [one for one in named_counts(facts, words) if one.count.usual is not None]
    for kind, trend_of in _KINDS.items():
        changed = [one for one in counts if trend_of(one.count) in _CHANGES]
        for one in _most_exact(changed):
            yield _change(f"{kind}-{trend_of(one.count)}", one, facts, words)


def news(facts: Facts, words: Wording) -> Iterator[str]:
    """What had not been told before, and areas that are hardly told of any more.

    What `change_sentences` says is left out.
    """
    rising = {(one.theme, one.area) for one in facts.rising}
    new = _most_exact(
        [
            one
            for one in facts.new
            if (one.concerns or 0) >= _WORTH_A_WORD and (one.theme, one.area) not in rising
        ]
    )
    if new:
        names = [_counted(one, words) for one in new[:_NAMED]]
        if len(new) > _NAMED:
            names.append(words.say("news-others", count=len(new) - _NAMED))
        before = words.before(facts)
        yield words.say("news-new", what=words.listed(names), before=before)
    for one in facts.quiet:
        if one.concerns is None and one.usual is not None:
            yield words.say(
                "news-quiet",
                what=_name(one, words),
                minimum=facts.minimum_cell,
                usual=words.usual(one.usual),
            )


def named_counts(facts: Facts, words: Wording) -> Iterator[Named]:
    """Every number that is shown but the total, sensitive ones last."""
    for theme in facts.themes:
        yield Named(name=words.theme(theme.theme), count=theme.count, theme=theme.theme)
    for area in facts.areas:
        yield Named(name=area.area, count=area.count, area=area.area)
    for cell in facts.cells:
        name = words.cell(cell.theme, cell.area)
        yield Named(name=name, count=cell.count, theme=cell.theme, area=cell.area)
    for sensitive in facts.sensitive:
        if sensitive.count is not None:
            yield Named(name=words.theme(sensitive.theme), count=sensitive.count)


def _most_exact(counts: Sequence[N]) -> list[N]:
    """Without the themes and areas that a theme in an area says all of."""
    cells = [one for one in counts if one.theme is not None and one.area is not None]
    said: set[tuple[str | None, str | None, int | None]]
    said = {(cell.theme, None, cell.concerns) for cell in cells}
    said |= {(None, cell.area, cell.concerns) for cell in cells}
    return [one for one in counts if (one.theme, one.area, one.concerns) not in said]


def _change(key: str, one: Named, facts: Facts, words: Wording) -> str:
    usual = "" if one.count.usual is None else words.usual(one.count.usual)
    said = words.say(
        key, what=one.name, concerns=one.concerns, usual=usual, before=words.before(facts)
    )
    copies = sum(same.concerns for same in facts.same_words if _is_of(same, one))
    if not copies:
        return said
    return f"{said} {words.say('change-copies', count=copies, all=_yes(copies == one.concerns))}"


def _is_of(same: SameWords, one: Named) -> bool:
    """Whether copies are told to be of just that theme and area."""
    return (same.theme, same.area) == (one.theme, one.area) and same.theme is not None


def _yes(it_is: bool) -> str:
    return "yes" if it_is else "no"


def _counted(notable: Notable, words: Wording) -> str:
    name = _name(notable, words)
    if notable.concerns is None:
        return name
    return words.say("counted", what=name, concerns=notable.concerns)


def _name(notable: Notable, words: Wording) -> str:
    if notable.theme is None:
        return notable.area or ""
    theme = words.theme(notable.theme)
    return theme if notable.area is None else words.cell(notable.theme, notable.area)
