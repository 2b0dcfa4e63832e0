"""The pictures' inputs, taken from the facts of a digest."""

from babel.dates import format_date

from bot.config.config import Config
from bot.digest.periods import Kind, Period
from bot.digest.pictures.areas import AreaMap, AreaNumber
from bot.digest.pictures.heat_table import HeatCell, HeatLine, HeatMap
from bot.digest.pictures.outlines import AreaOutline
from bot.digest.pictures.points import Point, Timeline
from bot.digest.values import Facts, Usual, WeekCount
from bot.digest.weeks import Week
from bot.digest.wording import Wording


def timeline_of(facts: Facts, words: Wording) -> Timeline:
    """The period after those it is compared with; of a longer one the weeks within it."""
    if facts.course:
        return _course(facts, words)
    year_before = {_a_year_later(one): one.concerns for one in facts.last_year}
    told = [(one.week, one.concerns) for one in facts.history]
    told.append((facts.week, facts.total.concerns))
    return Timeline(
        field=words.focus_area(facts.focus_area),
        points=tuple(
            Point(when=when, concerns=concerns, year_before=year_before.get(when))
            for when, concerns in told
        ),
        usual=_band(facts.total.usual),
        complete=facts.complete,
    )


def heat_map_of(facts: Facts, words: Wording) -> HeatMap:
    """The themes and areas that are told openly; sensitive themes are in no cell."""
    return HeatMap(
        field=words.focus_area(facts.focus_area),
        period=period_in_words(facts, words),
        themes=tuple(
            HeatLine(name=words.theme(one.theme), concerns=one.count.concerns)
            for one in facts.themes
            if one.count.concerns
        ),
        areas=tuple(HeatLine(name=one.area, concerns=one.count.concerns) for one in facts.areas),
        cells=tuple(
            HeatCell(
                theme=words.theme(cell.theme),
                area=cell.area,
                concerns=cell.count.concerns,
                trend=cell.count.trend,
            )
            for cell in facts.cells
        ),
        minimum=facts.minimum_cell,
    )


def area_map_of(facts: Facts, words: Wording, outlines: tuple[AreaOutline, ...]) -> AreaMap:
    """The areas of the field; those not told by name are withheld, or none if they sum to none."""
    told = {one.area: one.count.concerns for one in facts.areas}
    rest = None if facts.other_areas else 0
    return AreaMap(
        field=words.focus_area(facts.focus_area),
        period=period_in_words(facts, words),
        outlines=outlines,
        numbers=tuple(
            AreaNumber(area=area, concerns=told.get(area, rest))
            for area in _areas_of(facts, words.config)
        ),
        withheld=facts.other_areas,
        without_place=facts.without_place,
        minimum=facts.minimum_cell,
    )


def period_in_words(facts: Facts, words: Wording) -> str:
    """The period of the facts in a sentence: `vecka 47`, `2026`, or its days."""
    return period_named(facts.period, words)


def period_named(period: Period, words: Wording) -> str:
    """A period in a sentence: `vecka 47`, `2026`, `4:e kvartalet 2026`, or its days."""
    match period.kind:
        case Kind.WEEK:
            return words.say("picture-week", number=Week.of_day(period.first).number)
        case Kind.DAYS:
            return _days(period, words)
        case Kind.QUARTER | Kind.YEAR:
            return Point(when=str(period), concerns=0).long(words)


def _days(period: Period, words: Wording) -> str:
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        first_shown = "d"
    else:
        first_shown = "d MMMM" if period.first.year == period.last.year else "d MMMM y"
    first = format_date(period.first, first_shown, locale=words.language)
    return f"{first}–{format_date(period.last, 'd MMMM y', locale=words.language)}"


def _course(facts: Facts, words: Wording) -> Timeline:
    """The weeks within a longer period; of the first and last one perhaps some days only."""
    return Timeline(
        field=words.focus_area(facts.focus_area),
        points=tuple(_week_of(one, facts.period) for one in facts.course),
        now=len(facts.course),
        complete=facts.complete,
    )


def _week_of(one: WeekCount, within: Period) -> Point:
    """A week of a longer period, perhaps cut to its days."""
    week = Week.of_day(Period.parse(one.week).first)
    whole = within.first <= week.monday and week.sunday <= within.last
    return Point(when=str(week), concerns=one.concerns, whole=whole)


def _a_year_later(one: WeekCount) -> str:
    """The same week or quarter of the year after, as it is written."""
    return f"{int(one.week[:4]) + 1:04}{one.week[4:]}"


def _band(usual: Usual | None) -> tuple[int, int] | None:
    if usual is None or usual.high is None:
        return None
    return usual.low or 0, usual.high


def _areas_of(facts: Facts, config: Config) -> tuple[str, ...]:
    """The areas that the field gathers from: all, or of a field of places its own."""
    focus_area = config.focus_area(facts.focus_area)
    if focus_area is None or not focus_area.areas or config.themes_of(focus_area.id):
        return config.areas
    return focus_area.areas
