"""The facts of a focus area and period, computed from what was told then and before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.digest.change import Change, changes
from bot.digest.measures import (
    LANGUAGE,
    late,
    open_ages,
    parts_of_day,
    positives,
    recurring,
    statuses,
    urgent_status,
    weekdays,
    withheld,
)
from bot.digest.periods import Period
from bot.digest.released import sensitive_beside, shown_beside, shown_of_whole
from bot.digest.same_words import who_told
from bot.digest.series import Series
from bot.digest.shown import Shown, gives_away
from bot.digest.tally import BARE, CONCERN, TOTAL, Field, Key, Number, Tally
from bot.digest.told import Told
from bot.digest.usual import as_seen, bounds_of, usual_of
from bot.digest.values import (
    AreaCount,
    CellCount,
    Count,
    Facts,
    Notable,
    SensitiveCount,
    ThemeCount,
    Trend,
    Usual,
    WeekCount,
)
from storage.concern_values import Source
from storage.counting import theme_ids

_ENOUGH_BEFORE = 3
"""Of fewer periods before it is not worth a word that something had not been told in them."""


def compute_facts(told: Told, focus_area: FocusArea, config: Config) -> Facts:
    """The facts of a focus area and the period that was read."""
    picture = _Picture(
        told=told,
        of=told.sorter.fields[focus_area.id],
        now=told.tallies[focus_area.id],
        minimum=config.digest.minimum_cell,
    )
    return picture.facts()


@dataclass(frozen=True, kw_only=True)
class _Picture:
    told: Told
    of: Field
    now: Tally
    minimum: int

    def facts(self) -> Facts:
        period, times, told = self.told.period, self.told.times, self.now.concerns
        shown = self._shown(self.of)
        counts, quiet = self._counts(shown)
        new = tuple(self._new(shown.keys, counts))
        tells_too_much = self._tells_of_the_one_before(shown, counts, quiet, new)
        if tells_too_much:
            counts = {
                key: replace(count, usual=None) if self.of.is_guarded(key) else count
                for key, count in counts.items()
            }
            quiet, new = [], tuple(one for one in new if not self.of.is_guarded(_key(one)))
        thanks, other_thanks = positives(self.now.positives, self.of, self.minimum)
        who = who_told(self.told, self.now, self.of, shown, self.minimum)
        facts = Facts(
            focus_area=self.of.focus_area.id,
            week=str(period),
            complete=self.told.complete,
            history=self._weeks(times.before),
            total=counts[TOTAL],
            imported=sum(c.source == Source.IMPORT for c in told),
            themes=tuple(
                ThemeCount(theme=t, count=counts[Key(t)])
                for t in shown.themes
                if self.now[Key(t)].concerns or counts[Key(t)].trend is Trend.FEWER
            ),
            other_themes=shown.other_themes,
            without_theme=self.now[BARE].concerns,
            counted_again=shown.margins.again,
            areas=tuple(AreaCount(area=a, count=counts[Key(area=a)]) for a in shown.areas),
            other_areas=shown.other_areas,
            without_place=sum(c.area is None for c in told),
            cells=tuple(
                CellCount(theme=k.theme or "", area=k.area or "", count=counts[k])
                for k in shown.cells
            ),
            sensitive=self._sensitive(counts),
            urgent_now=sum(c.urgency == "now" for c in told),
            urgent_soon=sum(c.urgency == "soon" for c in told),
            positives=len(self.now.positives),
            other_languages=self._other_languages(),
            needs_human=sum(c.needs_human for c in told),
            without_theme_anywhere=self._sorted_nowhere(),
            minimum_cell=self.minimum,
            first_day=period.first.isoformat(),
            last_day=period.last.isoformat(),
            last_year=self._weeks(sorted({*times.year_before, *times.around})),
            course=self._weeks(times.course),
            weekdays=weekdays(told, self.told.zone, self.minimum),
            day_parts=parts_of_day(told, self.told.zone, self.minimum),
            new=new,
            rising=tuple(
                _notable(key, counts[key]) for key in shown.keys if counts[key].trend is Trend.MORE
            ),
            quiet=(*self._silent(shown.keys, counts), *quiet),
            recurring=recurring(told, self.minimum),
            urgent_status=urgent_status(told, self._guard_of_places),
            statuses=() if self.of.of_places else statuses(told),
            open_ages=open_ages(self.told, self.of, self._guard_of_places),
            places_read=self.told.read.places,
            themes_read=self.told.read.themes,
            positive_themes=thanks,
            other_positives=other_thanks,
            late=late(self.told, self.of),
            people=who.people,
            wordings=who.wordings,
            same_words=who.same_words,
        )
        also = {"usual": tells_too_much, "same_words": not who.is_whole}
        return replace(facts, withheld=withheld(facts, also))

    def _shown(self, of: Field) -> Shown:
        """What is shown of the period in a field, whose weeks and parts are shown as well."""
        known = self.told.shown
        if of.focus_area.id not in known:
            known[of.focus_area.id] = self._found_out(of)
        return known[of.focus_area.id]

    def _found_out(self, of: Field) -> Shown:
        tally = self.told.tallies[of.focus_area.id]
        splits = self._splits_of(of)[1 if of.is_whole else 0 :]
        if not of.is_whole:
            return shown_beside(tally, of, self.minimum, splits)
        fields = self.told.sorter.fields.values()
        parts = [self._shown(one) for one in fields if not one.of_places and not one.is_whole]
        return shown_of_whole(tally, of, self.minimum, parts=parts, splits=splits)

    def _splits_of(self, of: Field) -> list[list[Tally]]:
        return [[one[of.focus_area.id] for one in split] for split in self.told.splits]

    @cached_property
    def _shown_before(self) -> Shown | None:
        """What the only picture before shows; None where its weeks are not known."""
        if not self.told.times.weeks:
            return None
        if not self.of.is_whole:
            return self._beside_before(self.of)
        then = Tally(numbers=self.told.tally(self.of.focus_area.id, self.told.times.before[0]))
        fields = self.told.sorter.fields.values()
        parts = [
            self._beside_before(one) for one in fields if not one.of_places and not one.is_whole
        ]
        return shown_of_whole(then, self.of, self.minimum, parts=parts)

    def _beside_before(self, of: Field) -> Shown:
        id, before = of.focus_area.id, self.told.times.before[0]
        weeks = [Tally(numbers=self.told.tally(id, week)) for week in self.told.times.weeks]
        then = Tally(numbers=self.told.tally(id, before))
        return shown_beside(then, of, self.minimum, [weeks])

    def _usual_of(self, key: Key, series: Series) -> Usual | None:
        """What is usual, unless it would be a number that the picture before left out."""
        usual = usual_of(series.before, self.minimum if self.of.is_guarded(key) else 0)
        exact = usual is not None and usual.high is not None
        if exact and key.area is not None and self._shown_before is not None:
            return usual if key in self._shown_before.keys else None
        if exact and key.theme in self.of.sensitive and not self._was_told(key.theme or ""):
            return None
        return usual

    def _was_told(self, sensitive: str) -> bool:
        """Whether the longer pictures before showed the number of a sensitive theme."""
        times, id = self.told.times, self.of.focus_area.id
        for one in times.before:
            inside = [w for w in times.weeks if one.first <= w.first and w.last <= one.last]
            weeks = [Tally(numbers=self.told.tally(id, week)) for week in inside]
            then = Tally(numbers=self.told.tally(id, one))
            if sensitive not in sensitive_beside(then, self.of, self.minimum, [weeks]):
                return False
        return True

    @property
    def _guard_of_places(self) -> int:
        """Under what a number of the council's work is withheld: it tells nothing of a place."""
        return self.minimum if self.of.of_places else 0

    def _tells_of_the_one_before(
        self,
        shown: Shown,
        counts: Mapping[Key, Count],
        quiet: Sequence[Notable],
        new: Sequence[Notable],
    ) -> bool:
        """Whether what is usual would give away what the picture before this one left out."""
        if not self.told.times.before:
            return False
        previous = self.told.times.before[-1]
        then = Tally(numbers=self.told.tally(self.of.focus_area.id, previous))
        usual = {key: counts[key].usual for key in shown.keys if self.of.is_guarded(key)}
        usual |= {_key(one): one.usual for one in quiet}
        known = {
            key: bounds_of(one, then[key].concerns) for key, one in usual.items() if one is not None
        }
        known |= {_key(one): (0, 0) for one in new}
        return gives_away(then, known, self.of, self.minimum)

    def _counts(self, shown: Shown) -> tuple[dict[Key, Count], list[Notable]]:
        """What is shown, with its trend, and areas not shown that have gone quiet.

        A period that is not over has no trends yet.
        """
        sensitive = map(
            Key, sensitive_beside(self.now, self.of, self.minimum, self._splits_of(self.of))
        )
        series = {key: self._series(key, self.now[key]) for key in (TOTAL, *shown.keys, *sensitive)}
        silent = dict(self._perhaps_quiet(shown.areas))
        found: Mapping[Key, Change]
        if self.told.complete:
            found = changes({**series, **silent})
        else:
            found = dict.fromkeys([*series, *silent], Change(trend=Trend.UNKNOWN))
        counts = {key: self._count(key, one, found[key]) for key, one in series.items()}
        quiet = [
            Notable(area=key.area, concerns=None, usual=usual_of(one.before, self.minimum))
            for key, one in silent.items()
            if found[key].trend is Trend.FEWER
        ]
        return counts, quiet

    def _perhaps_quiet(self, shown: Sequence[str]) -> Iterator[tuple[Key, Series]]:
        """Areas of fewer than the minimum that never were: taken as just under it.

        So whether one is told to be quiet says no more than that.
        """
        if self.of.is_one_place or self.of.of_places:
            return
        most = Number(concerns=self.minimum - 1, voices=self.minimum - 1)
        keys = {k for k in self.told.archive.keys(self.of.focus_area.id) if k.theme is None}
        for key in sorted(keys - {TOTAL, *(Key(area=area) for area in shown)}, key=str):
            series = self._series(key, most)
            always = all(number.voices >= self.minimum for number in series.before)
            if always and self.now[key].concerns < self.minimum:
                yield key, series

    def _series(self, key: Key, now: Number) -> Series:
        times, days = self.told.times, self.told.period.days
        even = all(period.days == days for period in times.before)
        return Series(
            now=now,
            before=self._numbers(key, times.before),
            lengths=() if even else tuple(period.days / days for period in times.before),
            last_year=self._numbers(key, times.around),
            last_year_before=self._numbers(key, times.year_before),
            weeks=self._numbers(key, times.weeks),
        )

    def _numbers(self, key: Key, periods: Sequence[Period]) -> tuple[Number, ...]:
        return tuple(self.told.number(self.of.focus_area.id, key, one) for one in periods)

    def _count(self, key: Key, series: Series, change: Change) -> Count:
        usual = self._usual_of(key, series)
        if usual is not None and usual.below is not None:
            change = as_seen(change, series.now.concerns, usual.below)
        return Count(
            concerns=series.now.concerns,
            voices=series.now.voices,
            usual=usual,
            trend=change.trend,
            possible=change.possible,
            seasonal=change.seasonal,
        )

    def _weeks(self, periods: Sequence[Period]) -> tuple[WeekCount, ...]:
        numbers = self._numbers(TOTAL, periods)
        return tuple(
            WeekCount(week=str(period), concerns=number.concerns, voices=number.voices)
            for period, number in zip(periods, numbers, strict=True)
        )

    def _new(self, shown: Sequence[Key], counts: Mapping[Key, Count]) -> Iterator[Notable]:
        """What was told and had not been before, where there is enough before."""
        before = self.told.times.before
        if len(before) < _ENOUGH_BEFORE:
            return
        for key in shown:
            earlier = self._numbers(key, before)
            if self.now[key].concerns and not any(number.concerns for number in earlier):
                yield _notable(key, counts[key])

    def _silent(self, shown: Sequence[Key], counts: Mapping[Key, Count]) -> Iterator[Notable]:
        for key in shown:
            if counts[key].trend is Trend.FEWER and not counts[key].concerns:
                yield _notable(key, counts[key])

    def _sensitive(self, counts: Mapping[Key, Count]) -> tuple[SensitiveCount, ...]:
        return tuple(
            SensitiveCount(theme=theme.id, count=counts.get(Key(theme.id)))
            for theme in self.of.config.themes
            if theme.id in self.of.sensitive
        )

    def _other_languages(self) -> int | None:
        others = [c for c in self.now.concerns if c.language != LANGUAGE]
        few = len({c.voice for c in others}) < self.minimum
        return None if few else len(others)

    def _sorted_nowhere(self) -> int | None:
        """What no field of themes has; None where `without_theme` has it."""
        if self.of.of_places or self.of.is_whole:
            return None
        known = {theme.id for theme in self.of.config.themes}
        return sum(
            c.kind == CONCERN and known.isdisjoint(theme_ids(c.themes)) for c in self.told.concerns
        )


def _notable(key: Key, count: Count) -> Notable:
    return Notable(theme=key.theme, area=key.area, concerns=count.concerns, usual=count.usual)


def _key(notable: Notable) -> Key:
    return Key(notable.theme, notable.area)
