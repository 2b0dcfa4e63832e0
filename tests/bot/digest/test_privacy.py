"""What is left out cannot be worked out: an attacker with the published numbers tries."""

from collections import Counter
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bot.digest.correctness import corrections
from bot.digest.measures import DAY_PARTS, WEEKDAYS
from bot.digest.periods import Period
from bot.digest.tally import Sorter
from bot.digest.values import Facts
from bot.digest.weeks import Week
from storage.concern_values import Status
from tests.bot.digest.builders import (
    WEEK,
    ZONE,
    config,
    detailed,
    facts,
    times,
    told,
)

THEMES = ("buskorning", "fortkorning", "trafikfara")
AREAS = ("Norrby", "Göta", "Druvefors", "Hulta")


class Attacker:
    """Bounds every theme-in-area number by what the published facts allow.

    Unknown: how many concerns of each theme in each area shown. Known: the sum of each theme
    over all areas, that each area's concerns have a theme each, and how many have more.
    """

    def __init__(self, published: Facts) -> None:
        self.facts = published
        self.themes = {t.theme: t.count.concerns for t in published.themes}
        self.areas = {a.area: a.count.concerns for a in published.areas}
        self.shown = {(c.theme, c.area): c.count.concerns for c in published.cells}
        self.cells = [(t, a) for t in self.themes for a in self.areas]
        self.elsewhere = published.other_areas + published.without_place
        self.otherwise = published.other_themes + published.without_theme

    def bounds(self, cell):
        aim = np.array([1.0 if other == cell else 0.0 for other in self.cells])
        rows, limits = self._rows()
        box = [
            (self.shown[c], self.shown[c]) if c in self.shown else (0, self.areas[c[1]])
            for c in self.cells
        ]
        low = linprog(aim, A_ub=rows, b_ub=limits, bounds=box)
        high = linprog(-aim, A_ub=rows, b_ub=limits, bounds=box)
        assert low.success and high.success
        return low.fun, -high.fun

    def _rows(self):
        rows, limits = [], []
        for theme, total in self.themes.items():
            row = np.array([1.0 if c[0] == theme else 0.0 for c in self.cells])
            rows += [row, -row]
            limits += [total, self.elsewhere - total]
        for area, total in self.areas.items():
            row = np.array([1.0 if c[1] == area else 0.0 for c in self.cells])
            rows += [-row, row]
            limits += [self.otherwise - total, total + self.facts.counted_again]
        return np.array(rows), np.array(limits)

    def found(self):
        """The numbers left out that must lie between 1 and the minimum less 1."""
        hidden = [cell for cell in self.cells if cell not in self.shown]
        for cell in hidden:
            low, high = self.bounds(cell)
            if low > 0.99 and high < self.facts.minimum_cell - 0.01:
                yield cell, low, high


@st.composite
def weeks(draw):
    most = st.just(draw(st.integers(1, 2)))
    areas = AREAS[: draw(st.integers(1, 4))]
    return [
        told(
            *draw(st.lists(st.sampled_from(THEMES), min_size=1, max_size=draw(most), unique=True)),
            area=draw(st.sampled_from(areas)),
            by=by % 20,
        )
        for by in range(draw(st.integers(4, 30)))
    ]


@settings(max_examples=200, deadline=None)
@given(weeks())
def test_no_small_number_follows_from_those_that_are_shown(concerns):
    assert list(Attacker(facts(concerns)).found()) == []


def test_what_is_left_of_an_area_is_never_a_few_together():
    concerns = [
        *times(8, "buskorning", area="Norrby"),
        told("fortkorning", area="Norrby"),
        *times(3, "fortkorning", area="Göta"),
        *times(3, "trafikfara", area="Göta"),
    ]
    found = facts(concerns)
    areas = {area.area: area.count.concerns for area in found.areas}
    for area, total in areas.items():
        told_apart = sum(c.count.concerns for c in found.cells if c.area == area)
        assert not told_apart or total - told_apart not in {1, 2}


def test_a_cell_that_would_give_away_another_by_subtraction_is_left_out():
    concerns = [
        *times(4, "buskorning", area="Norrby"),
        told("fortkorning", area="Norrby"),
        *times(5, "buskorning", area="Göta"),
    ]
    found = facts(concerns)
    assert {area.area for area in found.areas} == {"Norrby", "Göta"}
    assert list(Attacker(found).found()) == []


def test_cells_of_enough_voices_are_shown():
    found = facts([*times(4, "buskorning", area="Norrby"), *times(5, "fortkorning", area="Göta")])
    assert {(c.theme, c.area) for c in found.cells} == {
        ("buskorning", "Norrby"),
        ("fortkorning", "Göta"),
    }


def test_an_area_whose_number_gives_away_a_theme_is_not_named():
    found = facts([*times(5, "buskorning", area="Norrby"), told("fortkorning", area="Norrby")])
    assert found.areas == ()
    assert found.other_areas == 6


# What came with the longer pictures: parts of a known sum, and what was usual.

PLACES = "hassleholmen_hulta"


def in_between(rows, sums, width, target, ceilings=None):
    """Between what the sum of some of `width` unknown numbers lies, given sums of others."""
    aim = np.zeros(width)
    aim[list(target)] = 1.0
    known = np.zeros((len(rows), width))
    for number, row in enumerate(rows):
        known[number, list(row)] = 1.0
    box = ceilings or [(0, None)] * width
    low = linprog(aim, A_eq=known, b_eq=sums, bounds=box)
    high = linprog(-aim, A_eq=known, b_eq=sums, bounds=box)
    assert low.success
    return low.fun, -high.fun if high.success else np.inf


def given_away(rows, sums, width, targets, minimum, ceilings=None):
    for target in targets:
        low, high = in_between(rows, sums, width, target, ceilings)
        if low > 0.99 and high < minimum - 0.01:
            yield target, low, high


def attacked_times(found):
    """Weekday by part of day: the sums of the parts shown and of all are known."""
    width = len(WEEKDAYS) * len(DAY_PARTS)
    of_day = [range(d * len(DAY_PARTS), (d + 1) * len(DAY_PARTS)) for d in range(len(WEEKDAYS))]
    of_part = [range(p, width, len(DAY_PARTS)) for p in range(len(DAY_PARTS))]
    rows, sums, hidden = [range(width)], [found.total.concerns], []
    for group, parts in ((of_day, found.weekdays), (of_part, found.day_parts)):
        for cells, part in zip(group, parts, strict=True):
            if part.concerns is None:
                hidden.append(cells)
            else:
                rows.append(cells)
                sums.append(part.concerns)
    return list(given_away(rows, sums, width, hidden, found.minimum_cell))


def attacked_parts(parts, whole, minimum):
    """Parts of which the sum is known."""
    hidden = [n for n, part in enumerate(parts) if part.concerns is None]
    rows = [range(len(parts)), *([n] for n in range(len(parts)) if n not in hidden)]
    sums = [whole, *(part.concerns for part in parts if part.concerns is not None)]
    return list(given_away(rows, sums, len(parts), [[n] for n in hidden], minimum))


@st.composite
def varied(draw):
    """Concerns that differ in all that is counted of them, in a field of places."""
    return [
        told(
            *draw(st.lists(st.sampled_from(THEMES), max_size=2, unique=True)),
            area=draw(st.sampled_from(config().focus_area(PLACES).areas)),
            by=draw(st.integers(1, 12)),
            at=WEEK.bounds(ZONE)[0]
            + timedelta(days=draw(st.integers(0, 6)), hours=draw(st.sampled_from((1, 9, 14, 20)))),
            urgency=draw(st.sampled_from(("normal", "soon", "now"))),
            kind=draw(st.sampled_from(("concern", "concern", "positive"))),
            recurring=draw(st.booleans()),
            status=draw(st.sampled_from(list(Status))),
        )
        for _ in range(draw(st.integers(0, 25)))
    ]


@settings(max_examples=150, deadline=None)
@given(varied())
def test_no_small_part_of_a_known_sum_follows_from_the_other_parts(concerns):
    found = facts(concerns, focus_area=PLACES)
    minimum = found.minimum_cell
    assert attacked_times(found) == []
    urgent = found.urgent_now + found.urgent_soon
    assert attacked_parts(found.urgent_status, urgent, minimum) == []
    still_open = sum(c.kind == "concern" and not c.status.closes for c in concerns)
    assert attacked_parts(found.open_ages, still_open, minimum) == []
    again = sum(c.recurring for c in concerns if c.kind == "concern")
    assert found.recurring in (None, again)
    for shown in (found.weekdays, found.day_parts, found.urgent_status, found.open_ages):
        assert all(
            part.concerns == 0 or part.concerns is None or part.concerns >= minimum
            for part in shown
        )
    if found.recurring is not None:
        others = found.total.concerns - found.recurring
        assert all(n == 0 or n >= minimum for n in (found.recurring, others))
    assert all(part.concerns >= minimum for part in found.positive_themes)
    assert len({c.voice_key for c in concerns if c.kind == "positive"}) == 0 or (
        not 0 < found.other_positives < minimum
        or len(found.positive_themes) == 0
        or _several_hidden(concerns, found)
    )


def _several_hidden(concerns, found):
    themes = {t.id for c in concerns if c.kind == "positive" for t in c.themes}
    return len(themes - {part.part for part in found.positive_themes}) > 1


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*[st.booleans()] * 3, st.integers(1, 9)), max_size=30))
def test_what_people_corrected_is_not_told_of_a_few(verdicts):
    rows = []
    for said, read, right, by in verdicts:
        areas = frozenset({"Norrby" if right else "Hulta"} if read else ())
        concern = told("buskorning", area="Norrby", by=by)
        rows.append(detailed(concern, area_said=said, read_areas=areas))
    read = corrections(rows, Sorter(config()), config().digest.minimum_cell).places
    for number in (read.confirmed, read.corrected, read.added, read.read):
        assert number is None or number == 0 or number >= config().digest.minimum_cell
    if read.error is not None:
        assert read.error == round(read.corrected / (read.confirmed + read.corrected), 3)


class LaterAttacker(Attacker):
    """Knows the digest of a week, and what the one after it tells of that week.

    Where a mean is told the number of the last week is taken as known (it may follow from the
    two means); else it lies under what the highest was.
    """

    def __init__(self, published, after, truth):
        super().__init__(published)
        self.later = {("", a.area): a.count.usual for a in after.areas}
        self.later |= {(c.theme, c.area): c.count.usual for c in after.cells}
        self.later |= {(t.theme, ""): t.count.usual for t in after.themes}
        self.later |= {(n.theme or "", n.area or ""): n.usual for n in after.quiet}
        self.none = {(n.theme or "", n.area or "") for n in after.new}
        self.truth = truth

    def box(self, cell, most):
        usual = self.later.get(cell)
        if cell in self.none:
            return 0, 0
        if usual is None:
            return 0, most
        if usual.mean is not None:
            return self.truth(*cell), self.truth(*cell)
        return 0, min(most, usual.high if usual.below is None else usual.below - 1)

    def bounds(self, cell):
        aim = np.array([1.0 if other == cell else 0.0 for other in self.cells])
        rows, limits = self._rows()
        box = [
            (self.shown[c], self.shown[c]) if c in self.shown else self.box(c, self.areas[c[1]])
            for c in self.cells
        ]
        low = linprog(aim, A_ub=rows, b_ub=limits, bounds=box)
        high = linprog(-aim, A_ub=rows, b_ub=limits, bounds=box)
        assert low.success and high.success
        return low.fun, -high.fun

    def found_in_rests(self):
        """Areas, and in a field of places themes, that were summed and are told now."""
        themes = [theme.id for theme in config().themes if not theme.sensitive]
        areas = config().focus_area(self.facts.focus_area).areas or config().areas
        for rest, cells in (
            (self.facts.other_areas, [("", area) for area in areas if area not in self.areas]),
            (self.facts.other_themes, [(t, "") for t in themes if t not in self.themes]),
        ):
            box = [self.box(cell, rest) for cell in cells]
            width, targets = len(cells), [[n] for n in range(len(cells))]
            told_now = [n for n, one in enumerate(box) if one != (0, rest)]
            if told_now and rest:
                yield from given_away(
                    [range(width)], [rest], width, targets, self.facts.minimum_cell, box
                )


@st.composite
def two_weeks(draw, areas, themes):
    """Concerns of a week, the week before and some before that, each area much alike."""
    weeks = [*WEEK.before(6), WEEK]
    concerns = []
    for area in areas:
        for week in weeks:
            for by in range(draw(st.integers(0, 5))):
                theme = draw(st.sampled_from(themes))
                concerns.append(told(theme, area=area, by=by + 10 * areas.index(area), week=week))
    return concerns


@pytest.mark.parametrize(
    ("focus_area", "areas"),
    [("trafik", AREAS[:3]), (PLACES, tuple(config().focus_area(PLACES).areas)[:3])],
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_small_number_of_a_week_follows_from_the_digest_after_it(focus_area, areas, data):
    concerns = data.draw(two_weeks(list(areas), THEMES))
    last = WEEK.shifted(-1)
    start, end = (week.bounds(ZONE)[0] for week in (last, WEEK))
    then = [c for c in concerns if start <= c.told_at < end]
    earlier = [c for c in concerns if c.told_at < start]
    now = [c for c in concerns if c.told_at >= end]
    published = facts(then, earlier, focus_area, older=True, period=last)
    after = facts(now, [*earlier, *then], focus_area, older=True)

    def truth(theme, area):
        return sum(
            (not area or c.area == area) and (not theme or theme in {t.id for t in c.themes})
            for c in then
        )

    attacker = LaterAttacker(published, after, truth)
    assert list(attacker.found()) == []
    assert list(attacker.found_in_rests()) == []


def test_what_is_usual_is_withheld_where_it_tells_what_was_left_out():
    areas = config().focus_area(PLACES).areas
    earlier = [
        concern
        for week in WEEK.before(8)
        for number, area in enumerate(areas)
        for concern in times(3 if number else 4, "buskorning", area=area, week=week)
    ]
    last = WEEK.shifted(-1).bounds(ZONE)[0]
    kept = [c for c in earlier if c.told_at < last or c.area != areas[0]]
    one = told("buskorning", area=areas[0], week=WEEK.shifted(-1))
    now = [concern for area in areas for concern in times(4, "buskorning", area=area)]
    found = facts(now, [*kept, one], PLACES, older=True)
    assert "usual" in found.withheld
    assert all(area.count.usual is None for area in found.areas)
    assert "usual" not in facts(now, earlier, PLACES, older=True).withheld


# What came with voices: how many people, how many texts, and copies of one text.

COPIED = "Det är samma text som alla har fått att skicka vidare om det som händer här."
COPIES = {
    "buskorning": COPIED,
    "fortkorning": "Bilarna håller nittio förbi lekplatsen och ingen bromsar, sätt upp ett gupp.",
    "trafikfara": "Häcken skymmer sikten i korsningen vid affären så att cyklister blir påkörda.",
}
ALONE = "Någonting alldeles för sig"


@st.composite
def with_copies(draw, areas, week=WEEK):
    """Concerns of which some are copies of texts, one text for each theme."""
    return [
        told(
            theme := draw(st.sampled_from(THEMES)),
            area=draw(st.sampled_from([*areas, None])),
            by=by % 15,
            week=week,
            text=COPIES[theme] if draw(st.booleans()) else f"{ALONE} {by}",
        )
        for by in range(draw(st.integers(4, 25)))
    ]


class Insider(Attacker):
    """Knows of every copy that is told of where it comes from and what it is about."""

    def __init__(self, published, copies):
        super().__init__(published)
        self.least = Counter(copies)
        self.copies = copies

    def bounds(self, cell):
        aim = np.array([1.0 if other == cell else 0.0 for other in self.cells])
        rows, limits = self._rows()
        box = []
        for theme, area in self.cells:
            others = sum(n for (t, a), n in self.copies.items() if t == theme and a != area)
            most = min(self.areas[area], self.themes[theme] - others)
            least = self.least[theme, area]
            known = self.shown.get((theme, area))
            box.append((least, most) if known is None else (known, known))
        low = linprog(aim, A_ub=rows, b_ub=limits, bounds=box)
        high = linprog(-aim, A_ub=rows, b_ub=limits, bounds=box)
        assert low.success and high.success
        return low.fun, -high.fun


def copies_told(concerns, found):
    """How many copies that are told of are of each theme and area, where that is no guess."""
    sent = {}
    for concern in concerns:
        in_field = concern.area is not None or found.focus_area != PLACES
        if concern.masked in COPIES.values() and in_field:
            sent.setdefault((concern.themes[0].id, concern.area), []).append(concern.voice_key)
    alike = {cell: (len(voices), len(set(voices))) for cell, voices in sent.items()}
    told_of = Counter((same.concerns, same.people.at_most) for same in found.same_words)
    could_be = Counter(alike.values())
    return {cell: many[0] for cell, many in alike.items() if told_of[many] == could_be[many]}


@pytest.mark.parametrize(
    ("focus_area", "areas"),
    [("trafik", AREAS[:2]), (PLACES, tuple(config().focus_area(PLACES).areas)[:2])],
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_small_number_follows_from_the_copies_that_are_told_of(focus_area, areas, data):
    concerns = data.draw(with_copies(areas))
    found = facts(concerns, focus_area=focus_area)
    copies = copies_told(concerns, found)
    event("told of" if copies else "none")
    assert list(Insider(found, copies).found()) == []
    for same in found.same_words:
        assert same.people.at_most >= found.minimum_cell
        if same.area is not None:
            assert (same.theme, same.area) in {(c.theme, c.area) for c in found.cells}
    assert not list(rest_given_away(found, copies, areas))


def rest_given_away(found, copies, areas):
    """Areas that are summed, of which an insider knows how many are there at least."""
    shown = {one.area for one in found.areas}
    places = config().focus_area(found.focus_area).areas or [*areas, *config().areas[:5]]
    hidden = [area for area in dict.fromkeys(places) if area not in shown]
    least = Counter()
    for (_, area), count in copies.items():
        least[area] += count
    if found.other_areas:
        box = [(least[area], found.other_areas) for area in hidden]
        width, targets = len(hidden), [[n] for n in range(len(hidden))]
        rest = [found.other_areas]
        yield from given_away([range(width)], rest, width, targets, found.minimum_cell, box)


class LaterInsider(LaterAttacker):
    """Knows the digest after it too, and of every copy told of in the first where it is from."""

    def __init__(self, published, after, truth, copies):
        super().__init__(published, after, truth)
        self.copies = Counter(copies)

    def box(self, cell, most):
        low, high = super().box(cell, most)
        theme, area = cell
        of_theme = sum(n for (t, _), n in self.copies.items() if t == theme)
        if theme and area:
            here = self.copies[cell]
            return max(low, here), min(high, self.themes.get(theme, most) - (of_theme - here))
        here = of_theme if theme else sum(n for (_, a), n in self.copies.items() if a == area)
        return max(low, here), high


@pytest.mark.parametrize(
    ("focus_area", "areas"),
    [("trafik", AREAS[:2]), (PLACES, tuple(config().focus_area(PLACES).areas)[:2])],
)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_no_small_number_follows_from_copies_and_the_digest_after_them(focus_area, areas, data):
    last = WEEK.shifted(-1)
    earlier = data.draw(two_weeks(list(areas), THEMES))
    start, end = (week.bounds(ZONE)[0] for week in (last, WEEK))
    before = [c for c in earlier if c.told_at < start]
    now = [c for c in earlier if c.told_at >= end]
    then = data.draw(with_copies(areas, week=last))
    published = facts(then, before, focus_area, older=True, period=last)
    after = facts(now, [*before, *then], focus_area, older=True)

    def truth(theme, area):
        return sum(
            (not area or c.area == area) and (not theme or theme in {t.id for t in c.themes})
            for c in then
        )

    copies = copies_told(then, published)
    event("told of" if copies else "none")
    attacker = LaterInsider(published, after, truth, copies)
    assert list(attacker.found()) == []
    assert list(attacker.found_in_rests()) == []


def test_copies_of_a_few_or_of_a_sensitive_theme_are_not_told_of():
    few = facts(times(2, "buskorning", area="Norrby", text=f"{COPIED}"))
    assert few.same_words == ()
    assert "same_words" in few.withheld
    mixed = times(9, "buskorning", "nara_relation", area="Norrby", text=f"{COPIED}")
    assert facts(mixed).same_words == ()
    hidden = [*mixed, *times(3, "misshandel_hot", "nara_relation", text=f"{COPIED}")]
    assert facts(hidden, focus_area="vald").same_words == ()


def test_one_who_writes_again_and_again_is_not_told_of():
    found = facts([told("buskorning", area="Norrby", text=COPIED, by=1) for _ in range(6)])
    assert (found.same_words, found.wordings) == ((), 1)
    assert "same_words" not in found.withheld


QUARTER = Period.parse("2026-Q3")


def _of_weeks(counts):
    weeks = [w for w in QUARTER.weeks() if QUARTER.first <= w.monday and w.sunday <= QUARTER.last]
    return [
        concern
        for week, count in zip(weeks, counts, strict=True)
        for concern in times(count, "nara_relation", week=week)
    ]


def _told_of_quarter(counts):
    found = facts(_of_weeks(counts), focus_area="vald", period=QUARTER)
    return next(one.count for one in found.sensitive if one.theme == "nara_relation")


def test_a_sensitive_number_of_a_quarter_does_not_tell_what_a_week_left_out():
    assert _told_of_quarter([3, 3, 1, *[3] * 9]) is None
    assert _told_of_quarter([3, 3, 0, *[3] * 9]).concerns == 33
    assert _told_of_quarter([2, 2, 2, *[3] * 9]).concerns == 33
    assert _told_of_quarter([1, 1, 2, *[0] * 9]).concerns == 4


def test_what_was_usual_of_a_sensitive_theme_is_not_a_number_that_was_left_out():
    before = _of_weeks([3, 3, 1, *[3] * 9])
    period = Period.parse("2026-Q4")
    now = times(9, "nara_relation", week=Week(2026, 45))
    found = facts(now, before, focus_area="vald", period=period, older=True)
    told = next(one.count for one in found.sensitive if one.theme == "nara_relation")
    assert told.usual is None or told.usual.mean is None


def _shown_areas(concerns, period):
    start, end = period.bounds(ZONE)
    told = [c for c in concerns if start <= c.told_at < end]
    return {one.area: one.count.concerns for one in facts(told, period=period).areas}


def _norrby(counts):
    """So many from Norrby in each week, and elsewhere enough to hide behind."""
    return [
        concern
        for week, count in counts.items()
        for area, number in {"Norrby": count, "Hulta": 6, "Göta": 1, "Sjöbo": 2}.items()
        for concern in times(number, "buskorning", area=area, week=week)
    ]


def test_a_quarter_does_not_tell_what_a_week_left_out_to_who_has_the_weeks_at_its_ends():
    weeks = [Week(2025, number) for number in range(40, 53)]  # week 40 begins in September
    concerns = _norrby({week: 1 if week.number == 45 else 3 for week in weeks})
    assert "Norrby" not in _shown_areas(concerns, Period.of_week(Week(2025, 45)))
    assert "Norrby" not in _shown_areas(concerns, Period.quarter(2025, 4))


def test_a_year_does_not_tell_a_quarter_that_is_left_out_for_what_it_tells_of_a_week():
    few = {3: 1, 4: 1, 5: 1, 45: 1}
    weeks = [Week(2025, number) for number in range(2, 53)]
    concerns = _norrby({week: few.get(week.number, 3) for week in weeks})
    assert "Norrby" in _shown_areas(concerns, Period.quarter(2025, 1))
    assert "Norrby" not in _shown_areas(concerns, Period.quarter(2025, 4))
    assert "Norrby" not in _shown_areas(concerns, Period.year(2025))
