"""Pictures can be read: on a phone, in grey print, by the colour-blind; none says too much."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, pairwise

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.pictures import (
    HeatCell,
    HeatLine,
    HeatMap,
    Point,
    Timeline,
    draw_heat_map,
    draw_timeline,
    heat_map_alt,
    timeline_alt,
)
from bot.digest.pictures.heat_map import lay_out_heat_map
from bot.digest.pictures.shades import Scale, scale_of
from bot.digest.pictures.sheet import MARGIN, open_sheet
from bot.digest.pictures.timeline import lay_out_timeline
from bot.digest.values import Trend
from bot.digest.weeks import Week
from bot.digest.wording import Wording
from tests.bot.digest.builders import config, texts

SV = Wording(language="sv", config=config(), texts=texts())
EN = Wording(language="en", config=config(), texts=texts())
LONG = "Kommunikationscentralens södra område med omnejd"
DOTS_PER_PIXEL = 3
POINTS_PER_PIXEL = 1.2
# Machado, Oliveira and Fernandes 2009: deuteranopia on linear RGB.
DEUTERANOPIA = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)


def weeks(*concerns, last="2026-W47", year_before=(), field="Trafik", **given_):
    week = Week.parse(last)
    names = [*week.before(len(concerns) - 1), week]
    earlier = [*year_before, *[None] * (len(concerns) - len(year_before))]
    points = tuple(
        Point(when=str(name), concerns=n, year_before=before)
        for name, n, before in zip(names, concerns, earlier, strict=True)
    )
    return Timeline(field=field, points=points, **given_)


def months(*concerns, **given_):
    points = tuple(
        Point(when=f"2025-{month:02}", concerns=n) for month, n in enumerate(concerns, start=1)
    )
    return Timeline(field="Hela rådet", points=points, now=len(points), **given_)


def heat(themes, areas, cells, minimum=3):
    return HeatMap(
        field="Trafik",
        period="vecka 47",
        themes=tuple(HeatLine(name=name, concerns=n) for name, n in themes),
        areas=tuple(HeatLine(name=name, concerns=n) for name, n in areas),
        cells=tuple(HeatCell(theme=t, area=a, concerns=n, trend=trend) for t, a, n, trend in cells),
        minimum=minimum,
    )


def large_heat(themes, areas, highest=40, name="Område"):
    labels = [theme.label["sv"] for theme in config().themes][:themes]
    places = [f"{name} {number}" for number in range(areas)]
    trends = [Trend.USUAL, Trend.MORE, Trend.FEWER]
    cells = [
        (theme, place, (i * 7 + j * 11) % highest + 3, trends[(i + j) % 3])
        for i, theme in enumerate(labels)
        for j, place in enumerate(places)
        if (i * j) % 3
    ]
    return heat([(t, 90) for t in labels], [(p, 70) for p in places], cells)


class Seen:
    """What is written on a picture, where, and how high the picture is; all in pixels."""

    def __init__(self, lay_out, picture, words=SV):
        with open_sheet() as sheet:
            self.height = lay_out(sheet, picture, words)
            sheet.resize(self.height)
            written = [t for t in sheet.figure.axes[0].texts if t.get_text()]
            self.texts = [t.get_text().replace("\n", " ") for t in written]
            self.sizes = [t.get_fontsize() / POINTS_PER_PIXEL for t in written]
            self.boxes = [t.get_window_extent() for t in written]

    def overlapping(self):
        pairs = combinations(zip(self.texts, self.boxes, strict=True), 2)
        return [(a, b) for (a, one), (b, other) in pairs if _share(one, other)]

    def outside(self):
        width, height = 360 * DOTS_PER_PIXEL, self.height * DOTS_PER_PIXEL
        return [
            text
            for text, box in zip(self.texts, self.boxes, strict=True)
            if box.x0 < 0 or box.x1 > width or box.y0 < 0 or box.y1 > height
        ]


def _share(one, other, rounding=1.0):
    return (
        one.x0 + rounding < other.x1
        and other.x0 + rounding < one.x1
        and one.y0 + rounding < other.y1
        and other.y0 + rounding < one.y1
    )


def assert_legible(seen):
    assert seen.overlapping() == []
    assert seen.outside() == []
    assert min(seen.sizes) > 10.9


TIMELINES = {
    "usual": weeks(4, 7, 5, 9, 6, 4, 8, 5, 14, usual=(4, 9)),
    "first": weeks(3),
    "nothing": weeks(*[0] * 9, usual=(0, 0)),
    "new year, unfinished": weeks(2, 3, 1, 0, 2, 3, 1, 2, 0, last="2027-W02", complete=False),
    "just after new year": weeks(*range(30), last="2027-W01", now=13),
    "53 weeks": weeks(*[i * 37 % 90 for i in range(53)], last="2026-W53", now=53),
    "large": weeks(1234, 990, 15000, 1480, 1710, 15, 1800, 999999, 2210, usual=(15, 1900)),
    "last year": weeks(4, 7, 5, 9, last="2027-W02", year_before=(3, 3, None, 12), usual=(4, 7)),
    "months": months(2, 15, 5, 3, 12, 10, 9, 11, 4, 19, 8, 11),
    "quarters": Timeline(
        field="Narkotika och alkohol",
        points=tuple(
            Point(when=f"{y}-Q{q}", concerns=q * 9) for y in (2025, 2026) for q in (1, 2, 3, 4)
        ),
        usual=(9, 36),
    ),
    "years": Timeline(
        field=LONG, points=tuple(Point(when=f"{y}", concerns=y % 7) for y in range(2022, 2027))
    ),
}
HEAT_MAPS = {
    "few themes": large_heat(3, 7),
    "many of both": large_heat(24, 40, highest=300),
    "one": heat([("Fortkörning", 3)], [("Å", 3)], [("Fortkörning", "Å", 3, Trend.MORE)]),
    "nothing": heat([("Fortkörning", 3)], [], []),
    "long names": large_heat(4, 6, name=LONG),
    "long names across": large_heat(9, 12, name=LONG),
    "large": large_heat(5, 9, highest=1_000_000),
}


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
@pytest.mark.parametrize("name", TIMELINES)
def test_nothing_on_a_timeline_lies_over_another_thing(name, words):
    assert_legible(Seen(lay_out_timeline, TIMELINES[name], words))


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
@pytest.mark.parametrize("name", HEAT_MAPS)
def test_nothing_on_a_heat_map_lies_over_another_thing(name, words):
    assert_legible(Seen(lay_out_heat_map, HEAT_MAPS[name], words))


@settings(max_examples=10, deadline=None)
@given(
    concerns=st.lists(st.integers(0, 10_000), min_size=1, max_size=60),
    last=st.sampled_from(["2026-W53", "2027-W01", "2027-W30"]),
    complete=st.booleans(),
)
def test_any_weeks_can_be_read(concerns, last, complete):
    usual = (min(concerns), max(concerns))
    assert_legible(
        Seen(lay_out_timeline, weeks(*concerns, last=last, complete=complete, usual=usual))
    )


def test_week_53_and_the_year_after_it_stand_below_the_line():
    seen = Seen(lay_out_timeline, weeks(1, 2, 3, 4, last="2027-W02"))

    assert {"v. 52", "v. 53", "v. 1", "v. 2", "2026", "2027"} <= set(seen.texts)


def test_swedish_letters_are_written():
    seen = Seen(lay_out_timeline, weeks(3, field="Åtgärder på Östermalm, Älvsborg"))

    assert seen.texts[0] == "Åtgärder på Östermalm, Älvsborg: tips i veckan"


def test_signs_of_formulas_are_only_signs():
    seen = Seen(lay_out_timeline, weeks(3, field=r"$\frac{1}{2}$ & <b> \alpha $"))

    assert seen.texts[0].startswith(r"$\frac{1}{2}$ & <b> \alpha $:")


@pytest.mark.parametrize("form", ["png", "svg"])
def test_equal_values_give_equal_bytes_also_at_the_same_time(form):
    def draw(_):
        return draw_timeline(weeks(4, 7, 5), SV, form=form), draw_heat_map(
            large_heat(3, 4), SV, form=form
        )

    with ThreadPoolExecutor(3) as threads:
        pictures = set(threads.map(draw, range(3)))

    assert pictures == {draw(0)}
    assert all(p.startswith(b"\x89PNG" if form == "png" else b"<?xml") for p in draw(0))


def test_the_settings_of_the_process_neither_matter_nor_change():
    usual = draw_timeline(weeks(4, 7, 5), SV, form="svg")
    with mpl.rc_context({"font.size": 40, "axes.facecolor": "red", "savefig.bbox": "tight"}):
        before = dict(mpl.rcParams)
        assert draw_timeline(weeks(4, 7, 5), SV, form="svg") == usual
        assert dict(mpl.rcParams) == before


def test_importing_the_pictures_imports_no_drawing():
    code = (
        "import sys, bot.digest.pictures;"
        "sys.exit(any(name in sys.modules for name in ('matplotlib', 'shapely', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_heat_map_explains_what_it_withholds():
    seen = Seen(lay_out_heat_map, HEAT_MAPS["few themes"])
    whole = Seen(lay_out_heat_map, HEAT_MAPS["one"])

    assert any("färre än 3 personer" in text for text in seen.texts)
    assert not any("färre än" in text for text in whole.texts)


def test_a_heat_map_has_no_other_numbers_than_it_was_given():
    one = heat(
        [("Fortkörning", 17), ("Buskörning", 9)],
        [("Norrby", 11), ("Göta", None)],
        [("Fortkörning", "Norrby", 8, Trend.USUAL)],
    )
    seen = Seen(lay_out_heat_map, one)

    assert {text for text in seen.texts if text.isdigit()} == {"8", "11"}


def test_what_a_heat_map_leaves_out_is_told():
    seen = Seen(lay_out_heat_map, HEAT_MAPS["many of both"])

    assert any(text.startswith("Får inte plats eller har inget att visa:") for text in seen.texts)


def test_a_change_is_marked_and_explained():
    seen = Seen(lay_out_heat_map, HEAT_MAPS["one"])

    assert "▲ tydligt fler än vanligt" in seen.texts
    assert "▼ tydligt färre än vanligt" not in seen.texts


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_shades_are_apart_in_grey_print_and_for_the_colour_blind(count):
    shades = Scale(classes=tuple((n, n) for n in range(1, count + 1))).shades
    for seen in (lambda rgb: rgb, lambda rgb: np.clip(DEUTERANOPIA @ rgb, 0, 1)):
        levels = [lightness(seen(linear(shade))) for shade in ("#ffffff", *shades)]
        assert all(lighter - darker > 8 for lighter, darker in pairwise(levels))


def test_numbers_stand_out_from_their_shade():
    scale = Scale(classes=((1, 1), (2, 2), (3, 3), (4, 4)))
    for number in range(5):
        one, other = (
            luminance(linear(colour)) + 0.05 for colour in (scale.shade(number), scale.ink(number))
        )
        assert max(one, other) / min(one, other) >= 4.5  # WCAG AA


@given(st.lists(st.integers(0, 10**7), max_size=60))
def test_every_number_has_its_class_the_darker_the_higher(numbers):
    scale = scale_of(numbers)
    told = sorted(n for n in numbers if n)
    edges = [edge for one in scale.classes for edge in one]

    assert len(scale.classes) <= 4
    assert edges == sorted(edges)
    assert not told or (edges[0], edges[-1]) == (told[0], told[-1])
    for number in told:
        assert sum(low <= number <= high for low, high in scale.classes) == 1
    levels = [lightness(linear(scale.shade(number))) for number in told]
    assert levels == sorted(levels, reverse=True)


def linear(colour):
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(rgb):
    return float(np.array([0.2126, 0.7152, 0.0722]) @ rgb)


def lightness(rgb):
    """CIE L*, 0 to 100."""
    return 116 * luminance(rgb) ** (1 / 3) - 16


def test_a_timeline_is_told_in_words():
    assert timeline_alt(TIMELINES["usual"], SV) == (
        "Linjediagram: 14 tips vecka 47. Vanligen 4–9. "
        "Dessförinnan, det äldsta först: 4, 7, 5, 9, 6, 4, 8, 5."
    )
    assert timeline_alt(TIMELINES["first"], SV) == "Linjediagram: 3 tips vecka 47."
    assert timeline_alt(TIMELINES["months"], SV) == (
        "Linjediagram: 109 tips januari 2025–december 2025. Flest oktober 2025: 19. "
        "Det äldsta först: 2, 15, 5, 3, 12, 10, 9, 11, 4, 19, 8, 11."
    )


def test_a_heat_map_is_told_in_words():
    told = heat_map_alt(HEAT_MAPS["few themes"], SV)

    assert told.startswith("Tabell i färg: tips efter tema och område, vecka 47. Flest: ")
    assert told.endswith("rutor visas inte för sig.")
    assert "inget att visa" not in told
    assert heat_map_alt(HEAT_MAPS["nothing"], SV).endswith("kan visas för sig.")


def test_the_margin_is_kept_free():
    seen = Seen(lay_out_heat_map, HEAT_MAPS["few themes"])

    assert min(box.x0 for box in seen.boxes) >= MARGIN * DOTS_PER_PIXEL - 2
