"""The tips behind a digest that its group may read one by one, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from babel.dates import format_datetime
from markupsafe import escape

from bot.digest.pictures.from_facts import period_in_words
from bot.digest.quotes import points_at_nobody
from bot.digest.tally import Field, Part, Sorter
from bot.digest.values import Facts
from bot.digest.wording import Wording
from bot.texts.catalogue import GROUP_LANGUAGES
from storage.concern_values import Concern, Source
from storage.counting import Detailed, theme_ids

A_PAGE: Final = 5
_MOST_CHARS: Final = 400
_WHEN: Final = "EEE d MMMM 'kl.' H"
"""To the hour: who saw somebody write need not know what."""


@dataclass(frozen=True, kw_only=True)
class TipsPage:
    """A page as Telegram HTML, the tips on it, which of all they are, and where the next begins.

    `following` is None on the last page.
    """

    html: str
    concern_ids: tuple[int, ...]
    first: int
    last: int
    following: int | None


def of_digest(told: Sequence[Detailed], sorter: Sorter, facts: Facts) -> list[Detailed]:
    """What of all that was told in the period counts openly in the digest's field."""
    return [c for c in told if _is_open(c, sorter, facts)]


def worth_showing(told: Sequence[Detailed], sorter: Sorter, facts: Facts) -> tuple[int, ...]:
    """The ids of those `of_digest` that may be shown as far as is seen without their texts.

    None is of an area that the digest does not name, nor of a theme in an area that fewer than
    the minimum write of. Imported reports are left out: others' words, about people who do not
    know of them. So is what is written in a language whose words for a home are not known.
    """
    of = sorter.fields[facts.focus_area]
    areas = {one.area for one in facts.areas}
    if of.is_one_place:
        areas |= set(of.focus_area.areas)
    voices: dict[tuple[str, str | None], set[str]] = {}
    for c in told:
        for theme in _themes(c, of):
            voices.setdefault((theme, c.area), set()).add(c.voice)
    return tuple(
        c.id
        for c in told
        if c.source == Source.TELEGRAM
        and c.language in GROUP_LANGUAGES
        and (
            c.area is None
            or (
                c.area in areas
                and all(len(voices[t, c.area]) >= facts.minimum_cell for t in _themes(c, of))
            )
        )
    )


def tips_page(
    concerns: Sequence[Concern], facts: Facts, words: Wording, *, all_told: int, skipped: int
) -> TipsPage:
    """A page of those that point at nobody, the oldest first; `all_told` stand in the digest."""
    fit = sorted(filter(points_at_nobody, concerns), key=lambda c: (c.told_at, c.id))
    shown = fit[skipped : skipped + A_PAGE]
    last = skipped + len(shown)
    is_last = last >= len(fit)
    return TipsPage(
        concern_ids=tuple(concern.id for concern in shown),
        html="\n\n".join(_paragraphs(shown, facts, words, skipped, len(fit), all_told, is_last)),
        first=skipped + 1,
        last=last,
        following=None if is_last else last,
    )


def _paragraphs(
    shown: Sequence[Concern],
    facts: Facts,
    words: Wording,
    skipped: int,
    fit: int,
    all_told: int,
    is_last: bool,
) -> Sequence[str]:
    field, period = words.focus_area(facts.focus_area), period_in_words(facts, words)
    if not shown:
        return [str(escape(words.say("tips-none", field=field, period=period)))]
    numbers = {"first": skipped + 1, "last": skipped + len(shown), "all": fit}
    title = words.say("tips-title", field=field, period=period, **numbers)
    told = [f"<b>{escape(title)}</b>", *(_tip(concern, words) for concern in shown)]
    if is_last and all_told > fit:
        told.append(f"<i>{escape(words.say('tips-withheld', count=all_told - fit))}</i>")
    return told


def _tip(concern: Concern, words: Wording) -> str:
    zone = words.config.municipality.timezone
    at = format_datetime(concern.told_at, _WHEN, tzinfo=zone, locale=words.language)
    where = concern.area or words.say("without-place").lower()
    line = " ".join(concern.masked.split())
    if len(line) > _MOST_CHARS:
        line = line[: _MOST_CHARS - 1].rsplit(" ", 1)[0] + "…"
    return f"<b>{escape(concern.reference)}</b> · {escape(at)} · {escape(where)}\n{escape(line)}"


def _themes(concern: Detailed, of: Field) -> tuple[str, ...]:
    """Those it counts under; one that is empty if there is none."""
    return of.openly_counted(theme_ids(concern.themes)) or ("",)


def _is_open(concern: Detailed, sorter: Sorter, facts: Facts) -> bool:
    """Whether the concern counts openly in the field of the digest."""
    places = sorter.places(concern.kind, concern.area, concern.themes)
    return any(p.field == facts.focus_area and p.part is Part.OPEN for p in places)
