"""What is left out cannot be worked out: an attacker with the published numbers tries."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bot.digest.values import Facts
from tests.bot.digest.builders import facts, times, told

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
