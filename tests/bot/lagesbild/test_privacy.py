"""What one picture leaves out does not follow from others of the same time: an attacker tries."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.periods import Period
from bot.lagesbild.whole import WHOLE
from tests.bot.digest.builders import times, told
from tests.bot.digest.test_privacy import given_away
from tests.bot.lagesbild.builders import QUARTER, WEEKS, lagesbild, pictures

THEMES = ("buskorning", "fortkorning", "missbruk", "skadegorelse", "inbrott")
FIELDS = ("trafik", "narkotika", "utemiljo", "stold")
AREAS = ("Norrby", "Göta", "Hulta")
MINIMUM = 3


@st.composite
def quarters(draw):
    """Concerns of one theme each in four weeks, so that every sum is known exactly."""
    return [
        told(
            draw(st.sampled_from(THEMES)),
            area=draw(st.sampled_from(AREAS)),
            by=number,
            week=draw(st.sampled_from(WEEKS)).week,
        )
        for number in range(draw(st.integers(4, 45)))
    ]


def in_area(facts):
    return {one.area: one.count.concerns for one in facts.areas}


def in_cell(facts):
    return {(one.theme, one.area): one.count.concerns for one in facts.cells}


@settings(max_examples=60, deadline=None)
@given(quarters())
def test_no_small_number_of_a_week_follows_from_the_quarter_and_the_other_weeks(concerns):
    """Unknown is how many there were in each area and week."""
    long, weeks = pictures(concerns, QUARTER), [pictures(concerns, week) for week in WEEKS]
    for field in (*FIELDS, WHOLE):
        place = {(a, w): w * len(AREAS) + i for i, a in enumerate(AREAS) for w in range(len(WEEKS))}
        rows, sums, hidden = [], [], []
        for w, week in enumerate(weeks):
            shown = in_area(week[field]) if field != WHOLE else {}
            for area, count in shown.items():
                rows.append([place[area, w]])
                sums.append(count)
            rest = [place[area, w] for area in AREAS if area not in shown]
            hidden += [[one] for one in rest]
            if field != WHOLE:
                rows.append(rest)
                sums.append(week[field].other_areas)
        for area, count in in_area(long[field]).items():
            rows.append([place[area, w] for w in range(len(WEEKS))])
            sums.append(count)
            if field != WHOLE:
                left = [place[area, w] for w in range(len(WEEKS)) if [place[area, w]] in hidden]
                hidden.append(left or [place[area, 0]])
        targets = [one for one in hidden if not (len(one) == 1 and one in rows)]
        assert list(given_away(rows, sums, len(place), targets, MINIMUM)) == []


@settings(max_examples=60, deadline=None)
@given(quarters())
def test_no_small_number_of_a_focus_area_follows_from_the_whole_municipality(concerns):
    """Unknown is how many there were of each theme in each area."""
    found = pictures(concerns, QUARTER)
    place = {(t, a): n * len(AREAS) + i for n, t in enumerate(THEMES) for i, a in enumerate(AREAS)}
    rows, sums = [], []
    shown = {}
    for id in (*FIELDS, WHOLE):
        facts = found[id]
        mine = [t.theme for t in facts.themes if t.theme in THEMES]
        shown |= in_cell(facts)
        for theme in facts.themes:
            rows.append([place[theme.theme, a] for a in AREAS])
            sums.append(theme.count.concerns)
        for area, count in in_area(facts).items():
            rows.append([place[t, area] for t in mine])
            sums.append(count)
        rows.append([place[t, a] for t in mine for a in AREAS if a not in in_area(facts)])
        sums.append(facts.other_areas)
    for cell, count in shown.items():
        rows.append([place[cell]])
        sums.append(count)
    hidden = [[place[cell]] for cell in place if cell not in shown]
    assert list(given_away(rows, sums, len(place), hidden, MINIMUM)) == []


def test_a_week_that_was_left_out_is_not_the_difference_to_the_quarter():
    first, second = WEEKS[0].week, WEEKS[1].week
    concerns = [
        *times(5, "buskorning", area="Norrby", week=first),
        *times(2, "buskorning", area="Norrby", week=second),
        *times(9, "buskorning", area="Göta", week=second),
        *times(4, "buskorning", area="Hulta", week=second),
    ]
    assert "Norrby" in in_area(pictures(concerns, WEEKS[0])["trafik"])
    assert "Norrby" not in in_area(pictures(concerns, WEEKS[1])["trafik"])
    assert "Norrby" not in in_area(pictures(concerns, QUARTER)["trafik"])


def test_a_concern_of_a_sensitive_theme_is_in_no_other_number_of_any_field():
    both = told("buskorning", "rekrytering", area="Norrby", week=WEEKS[0].week)
    concerns = [*times(4, "buskorning", area="Norrby", week=WEEKS[0].week), both]
    found = pictures(concerns, QUARTER)
    assert {found[id].total.concerns for id in ("trafik", "norrby", WHOLE)} == {4}
    assert in_area(found["trafik"]) == in_area(found[WHOLE])


def test_a_focus_area_of_places_tells_only_what_the_whole_picture_tells():
    concerns = [
        *times(1, "buskorning", area="Norrby", week=WEEKS[0].week),
        *times(2, "buskorning", area="Göta", week=WEEKS[0].week),
        *times(5, "buskorning", area="Hulta", week=WEEKS[0].week),
    ]
    chapters = {section.heading: section.blocks for section in lagesbild(concerns).sections}
    told_of = {block.heading: " ".join(block.sentences) for block in chapters["Fokusområdena"]}
    assert not any(digit in told_of["Norrby"].replace("färre än 3", "") for digit in "123456789")


def test_weeks_in_which_a_few_told_of_a_place_are_not_drawn():
    of_few = lagesbild(times(5, "buskorning", area="Norrby", week=WEEKS[0].week), "norrby")
    once = times(1, "buskorning", area="Norrby", week=WEEKS[1].week)
    both = [*times(5, "buskorning", area="Norrby", week=WEEKS[0].week), *once]
    assert [one.name for one in of_few.pictures] == ["timeline"]
    assert lagesbild(both, "norrby").pictures == ()


def test_what_the_picture_before_left_out_is_not_told_as_what_it_was_like():
    """Else that number less those of the other weeks would be one of few people."""
    year, weeks = Period.year(2026), Period.year(2025).weeks()
    now = [
        one
        for area in ("Norrby", "Hulta", "Göta")
        for one in times(5, "buskorning", area=area, week=WEEKS[0].week)
    ]
    then = [
        *times(5, "buskorning", area="Norrby", week=weeks[2]),
        *times(2, "buskorning", area="Norrby", week=weeks[3]),
        *times(9, "buskorning", area="Göta", week=weeks[3]),
        *times(4, "buskorning", area="Viared", week=weeks[3]),
        *times(4, "buskorning", area="Hulta", week=weeks[3]),
        told("buskorning", week=weeks[3].shifted(-54)),
    ]
    shown = {one.area: one.count for one in pictures([*now, *then], year)["trafik"].areas}
    assert shown["Norrby"].usual is None
    assert shown["Göta"].usual is not None
