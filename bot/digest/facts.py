"""The facts of a focus area and week, computed from its concerns and those before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.digest.change import Series, trends
from bot.digest.privacy import Margins, showable, showable_cells
from bot.digest.tally import CONCERN, TOTAL, Field, Key, Number, Tally, field_of, tally
from bot.digest.values import (
    AreaCount,
    CellCount,
    Count,
    Facts,
    SensitiveCount,
    ThemeCount,
    Trend,
    Usual,
    WeekCount,
)
from bot.digest.weeks import Week
from storage.concern_values import Concern, Source

_COMMON_LANGUAGE = "sv"


def compute_facts(
    concerns: Sequence[Concern],
    before: Iterable[Concern],
    focus_area: FocusArea,
    config: Config,
    week: Week,
    *,
    older: bool = False,
    complete: bool = True,
) -> Facts:
    """The facts of a focus area and week.

    `concerns` are all of the municipality told in the week, `before` those of the
    `weeks_compared` weeks before it. Unless `older` says that something was told even
    earlier, weeks before the first one with a concern do not count as quiet: the bot was
    not there yet. `complete` says whether the week is over.
    """
    of = field_of(focus_area, config)
    picture = _Picture(
        of=of,
        now=tally(concerns, of),
        past=_past(before, of, week, older=older),
        minimum=config.digest.minimum_cell,
    )
    return picture.facts(week, concerns, complete=complete)


def _past(before: Iterable[Concern], of: Field, week: Week, *, older: bool) -> dict[Week, Tally]:
    """The tallies of the weeks to compare with, the earliest first."""
    zone = of.config.municipality.timezone
    weeks = week.before(of.config.digest.weeks_compared)
    told: dict[Week, list[Concern]] = {one: [] for one in weeks}
    for concern in before:
        told_in = Week.of(concern.told_at, zone)
        if told_in in told:
            told[told_in].append(concern)
    began = next((i for i, one in enumerate(weeks) if told[one]), len(weeks))
    return {one: tally(told[one], of) for one in weeks[0 if older else began :]}


@dataclass(frozen=True, kw_only=True)
class _Picture:
    of: Field
    now: Tally
    past: Mapping[Week, Tally]
    minimum: int

    def facts(self, week: Week, everything: Sequence[Concern], *, complete: bool) -> Facts:
        told = self.now.concerns
        bare = sum(not self.of.themes_of(c) for c in told)
        named = sum(len(self.of.themes_of(c)) for c in told)
        without_place = sum(c.area is None for c in told)

        themes = self._themes()
        other_themes = named - sum(self.now[Key(t)].concerns for t in themes)
        again = named + bare - len(told)
        areas, cells = self._places(themes, otherwise=other_themes + bare, again=again)
        in_areas = sum(self.now[Key(area=area)].concerns for area in areas)
        counts = self._counts(themes, areas, cells, complete=complete)
        return Facts(
            focus_area=self.of.focus_area.id,
            week=str(week),
            complete=complete,
            history=tuple(
                WeekCount(week=str(one), concerns=t[TOTAL].concerns, voices=t[TOTAL].voices)
                for one, t in self.past.items()
            ),
            total=counts[TOTAL],
            imported=sum(c.source is Source.IMPORT for c in told),
            themes=tuple(
                ThemeCount(theme=t, count=counts[Key(t)])
                for t in themes
                if self.now[Key(t)].concerns or counts[Key(t)].trend is Trend.FEWER
            ),
            other_themes=other_themes,
            without_theme=bare,
            counted_again=again,
            areas=tuple(AreaCount(area=a, count=counts[Key(area=a)]) for a in areas),
            other_areas=len(told) - without_place - in_areas,
            without_place=without_place,
            cells=tuple(
                CellCount(theme=k.theme or "", area=k.area or "", count=counts[k]) for k in cells
            ),
            sensitive=self._sensitive(counts),
            urgent_now=sum(c.urgency == "now" for c in told),
            urgent_soon=sum(c.urgency == "soon" for c in told),
            positives=len(self.now.positives),
            other_languages=self._other_languages(),
            needs_human=sum(c.needs_human for c in told),
            without_theme_anywhere=None if self.of.of_places else self._sorted_nowhere(everything),
            minimum_cell=self.minimum,
        )

    def _themes(self) -> list[str]:
        """The themes to show; in a field of places not the small ones."""
        numbers = {theme: self.now[Key(theme)] for theme in self.of.themes}
        if self.of.of_places:
            told = {theme: number for theme, number in numbers.items() if number.concerns}
            return showable(told, self.minimum)
        return sorted(numbers, key=lambda theme: (-numbers[theme].concerns, theme))

    def _places(
        self, themes: Sequence[str], *, otherwise: int, again: int
    ) -> tuple[Sequence[str], Sequence[Key]]:
        """The areas to show and the themes within them; of a single place only its total."""
        numbers = {
            key.area: number
            for key, number in self.now.numbers.items()
            if key.area is not None and key.theme is None
        }
        if self._is_one_place():
            return list(numbers), ()
        margins = Margins(
            tally=self.now,
            themes=themes,
            areas=showable(numbers, self.minimum),
            otherwise=otherwise,
            again=again,
        )
        return showable_cells(margins, minimum=self.minimum, all_or_none=self.of.of_places)

    def _is_one_place(self) -> bool:
        return not self.of.config.themes_of(self.of.focus_area.id) and (
            len(self.of.focus_area.areas) == 1
        )

    def _counts(
        self, themes: Sequence[str], areas: Sequence[str], cells: Sequence[Key], *, complete: bool
    ) -> dict[Key, Count]:
        """What is shown, with its trend; a week that is not over has none yet."""
        sensitive = [
            theme for theme in self.of.sensitive if self.now[Key(theme)].voices >= self.minimum
        ]
        keys = [TOTAL, *map(Key, themes), *map(Key, sensitive), *(Key(area=a) for a in areas)]
        series = {key: self._series(key) for key in [*keys, *cells]}
        found = trends(series) if complete else dict.fromkeys(series, Trend.UNKNOWN)
        return {key: self._count(key, one, found[key]) for key, one in series.items()}

    def _series(self, key: Key) -> Series:
        return Series(now=self.now[key], before=tuple(t[key] for t in self.past.values()))

    def _count(self, key: Key, series: Series, trend: Trend) -> Count:
        narrow = key.area is not None or key.theme in self.of.sensitive
        guarded = narrow or (self.of.of_places and key != TOTAL)
        return Count(
            concerns=series.now.concerns,
            voices=series.now.voices,
            usual=_usual(series.before, self.minimum if guarded else 0),
            trend=trend,
        )

    def _sensitive(self, counts: Mapping[Key, Count]) -> tuple[SensitiveCount, ...]:
        return tuple(
            SensitiveCount(theme=theme.id, count=counts.get(Key(theme.id)))
            for theme in self.of.config.themes
            if theme.id in self.of.sensitive
        )

    def _other_languages(self) -> int | None:
        others = [c for c in self.now.concerns if c.language != _COMMON_LANGUAGE]
        few = len({c.voice_key for c in others}) < self.minimum
        return None if few else len(others)

    def _sorted_nowhere(self, everything: Sequence[Concern]) -> int:
        known = {theme.id for theme in self.of.config.themes}
        return sum(
            c.kind == CONCERN and known.isdisjoint(theme.id for theme in c.themes)
            for c in everything
        )


def _usual(before: Sequence[Number], minimum: int) -> Usual | None:
    """What a number was like; the numbers under `minimum` are not told apart."""
    if not before:
        return None
    concerns = [number.concerns for number in before]
    low, high = min(concerns), max(concerns)
    if high < minimum:
        return Usual(below=minimum)
    if low < minimum:
        return Usual(high=high)
    return Usual(mean=round(fmean(concerns), 2), low=low, high=high)
