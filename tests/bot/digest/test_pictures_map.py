"""The map shows where, the town large enough, and never more than may be told."""

from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.pictures import (
    AreaMap,
    AreaNumber,
    AreaOutline,
    area_map_alt,
    area_outlines,
    draw_area_map,
)
from bot.digest.pictures.area_map import lay_out_area_map
from bot.digest.pictures.labels import Box, Wanted, place
from bot.digest.pictures.outlines import projected
from bot.digest.pictures.zoom import zoom_of
from nlp.config import Place
from tests.bot.digest.builders import config
from tests.bot.digest.test_pictures import EN, SV, Seen, assert_legible

OUTLINES = area_outlines(config())
AREAS = config().areas
TOLD = {"Centrum": 39, "Norrby": 14, "Hässleholmen": 12, "Knalleland": 11, "Sjöbo": 10, "Hulta": 8}
RURAL = {"Dalsjöfors": 8, "Viskafors": 7, "Fristad": 4, "Aplared": 3, "Viared": 7, "Kinnarumma": 3}


def area_map(told, outlines=OUTLINES, rest=None, areas=AREAS, **given_):
    values = {
        "field": "Trafik",
        "period": "vecka 47",
        "outlines": outlines,
        "numbers": tuple(AreaNumber(area=area, concerns=told.get(area, rest)) for area in areas),
        "withheld": 0 if rest == 0 else 26,
        "without_place": 20,
        "minimum": 3,
    }
    return AreaMap(**{**values, **given_})


def grid(side, size, name="Område"):
    """Square areas, side by side."""
    return tuple(
        AreaOutline(
            name=f"{name} {i}",
            shape=shapely.box(
                13 + size * (i % side),
                57 + size * (i // side) / 2,
                13 + size * (i % side + 1),
                57 + size * (i // side + 1) / 2,
            ),
        )
        for i in range(side * side)
    )


def grid_map(outlines, number):
    names = [outline.name for outline in outlines]
    return area_map({n: number(i) for i, n in enumerate(names)}, outlines, areas=names)


MAPS = {
    "town and country": area_map(TOLD | RURAL),
    "all areas": area_map({a: i * 7 % 40 + 3 for i, a in enumerate(config().areas)}, rest=0),
    "one concern": area_map({}),
    "nothing": area_map({}, rest=0, without_place=0),
    "one area": area_map({"Kråkered": 5}),
    "a field of places": area_map(
        {"Hässleholmen": 7, "Hulta": 4}, areas=("Hässleholmen", "Hulta"), rest=0
    ),
    "no outlines": area_map(TOLD, ()),
    "equal areas": grid_map(grid(4, 0.05), lambda i: i * 3 % 11),
    "many, long names": grid_map(
        grid(9, 0.01, "Östra Ångermanlandsgatan med omnejd"), lambda i: i * 7 % 40 + 3
    ),
    "a single one": grid_map(grid(1, 0.05), lambda i: 3),
}


@pytest.mark.parametrize("words", [SV, EN], ids=["sv", "en"])
@pytest.mark.parametrize("name", MAPS)
def test_nothing_on_a_map_lies_over_another_thing(name, words):
    assert_legible(Seen(lay_out_area_map, MAPS[name], words))


def test_cells_around_the_centres_make_a_map_too():
    cells = area_outlines(replace(config(), area_polygons=None))

    assert_legible(Seen(lay_out_area_map, area_map(TOLD | RURAL, cells)))


@settings(max_examples=4, deadline=None)
@given(st.dictionaries(st.sampled_from(AREAS), st.integers(3, 9999), max_size=72))
def test_any_numbers_can_be_read(told):
    assert_legible(Seen(lay_out_area_map, area_map(told)))


@pytest.mark.parametrize("form", ["png", "svg"])
def test_equal_values_give_an_equal_map(form):
    again = area_map(TOLD | RURAL, area_outlines(config()))

    assert draw_area_map(MAPS["town and country"], SV, form=form) == draw_area_map(
        again, SV, form=form
    )


def test_the_largest_areas_are_labelled_with_their_number():
    texts = Seen(lay_out_area_map, MAPS["town and country"]).texts

    assert {"Centrum: 39", "Norrby: 14", "Hässleholmen: 12", "Viskafors: 7"} <= set(texts)
    assert "Rutan på kartan nedan, förstorad" in texts


def test_withheld_areas_are_explained_and_not_named():
    texts = Seen(lay_out_area_map, MAPS["one area"]).texts

    assert any("färre än 3 personer" in text and "26 tips" in text for text in texts)
    assert not any("Norrby" in text for text in texts)


def test_what_has_no_place_on_the_map_is_told():
    texts = Seen(lay_out_area_map, area_map({**TOLD, "Borås": 4})).texts

    assert "Inte på kartan: Borås (4), utan plats (20)." in texts


def test_a_map_of_some_places_shows_those_large_and_the_rest_faintly():
    texts = Seen(lay_out_area_map, MAPS["a field of places"]).texts

    assert {"Hässleholmen: 7", "Ingår inte"} <= set(texts)
    assert "Hela kommunen" not in texts


def test_a_map_is_told_in_words():
    assert area_map_alt(area_map({**TOLD, "Borås": 4}), SV) == (
        "Karta: tips efter område, vecka 47. Flest: Centrum (39), Norrby (14), "
        "Hässleholmen (12), Knalleland (11), Sjöbo (10). 65 områden visas inte för sig. "
        "Inte på kartan: Borås (4), utan plats (20)."
    )
    assert area_map_alt(MAPS["nothing"], SV).endswith("Inga tips från något område på kartan.")
    assert area_map_alt(MAPS["one concern"], SV).startswith(
        "Karta: tips efter område, vecka 47. Inget område på kartan har så många tips"
    )


def test_the_town_is_enlarged_where_most_areas_are_tiny():
    zoom = zoom_of(projected(OUTLINES), width=336)

    assert zoom is not None
    assert {"Centrum", "Norrby", "Hässleholmen", "Sjöbo", "Göta"} <= zoom.areas
    assert zoom.areas.isdisjoint({"Fristad", "Aplared", "Viskafors", "Sandared"})
    assert zoom.ground.right - zoom.ground.left < 12  # kilometres


@pytest.mark.parametrize("side", [1, 4, 30])
def test_nothing_is_enlarged_where_areas_are_alike(side):
    assert zoom_of(projected(grid(side, 0.02)), width=336) is None


def test_the_drawn_borders_are_used_where_there_are_some():
    assert {outline.name for outline in OUTLINES} == set(config().areas) - {"Borås"}


def test_cells_hold_their_centre_and_share_no_ground():
    cells = area_outlines(replace(config(), area_polygons=None))
    centres = {place.name: place for place in config().places}
    bounds = config().municipality.bounds

    assert {cell.name for cell in cells} == set(config().areas) - {"Borås"}
    for cell in cells:
        at = centres[cell.name]
        assert cell.shape.buffer(1e-9).covers(shapely.Point(at.lon, at.lat))
    whole = shapely.union_all([cell.shape for cell in cells])
    assert sum(cell.shape.area for cell in cells) == pytest.approx(whole.area)
    west, south, east, north = whole.bounds
    assert (bounds.west <= west, bounds.south <= south) == (True, True)
    assert (east <= bounds.east, north <= bounds.north) == (True, True)


@pytest.mark.parametrize(
    ("centres", "celled"),
    [
        ({}, []),
        ({"A": (57.7, 12.9)}, ["A"]),
        ({"A": (57.7, 12.9), "B": (57.8, 12.9)}, ["A", "B"]),
        ({"A": (57.7, 12.9), "B": (57.7, 12.9), "C": (57.8, 13.0)}, ["A", "C"]),
    ],
)
def test_few_centres_or_two_at_one_point_are_no_error(centres, celled):
    places = tuple(
        Place(name=name, kind="area", area=name, lat=lat, lon=lon)
        for name, (lat, lon) in centres.items()
    )
    cells = area_outlines(replace(config(), area_polygons=None, places=places))

    assert [cell.name for cell in cells] == celled
    assert all(cell.shape.area > 0 for cell in cells)


points = st.tuples(st.floats(10, 330), st.floats(10, 330))
sizes = st.tuples(st.floats(10, 110), st.floats(10, 40))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(points, sizes), max_size=7))
def test_labels_lie_over_no_other_label_nor_its_point(labels):
    within = Box(0, 0, 340, 340)
    wanted = [Wanted(size=size, at=at, shape=shapely.Point(at).buffer(20)) for at, size in labels]
    boxes = place(wanted, within=within, hidden=shapely.union_all([w.shape for w in wanted]))

    placed = [(i, box) for i, box in enumerate(boxes) if box is not None]
    for i, box in placed:
        assert within.holds(box)
        for j, other in placed:
            assert i == j or not box.overlaps(other, gap=0)
            x, y = wanted[j].at
            assert i == j or not box.overlaps(Box(x, y, x, y), gap=0)


def test_a_label_fits_into_its_own_area_or_hides_little_of_those_shaded():
    large, small = shapely.box(0, 0, 100, 100), shapely.box(160, 40, 180, 60)
    wanted = [
        Wanted(size=(60, 14), at=(50, 50), shape=large),
        Wanted(size=(60, 14), at=(170, 50), shape=small),
    ]
    inside, beside = place(
        wanted, within=Box(0, 0, 300, 100), hidden=shapely.union_all([large, small])
    )

    assert inside is not None
    assert inside.middle == (50, 50)
    assert beside is not None
    assert not shapely.box(*beside).intersects(large)
    assert shapely.box(*beside).intersection(small).area < small.area / 3
