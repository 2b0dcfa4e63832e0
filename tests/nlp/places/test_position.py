"""A shared position is in an area by polygon, else by the nearest known place."""

import json
from pathlib import Path

import pytest

from nlp.places.position import Positions
from tests.nlp.places.builders import PLACES


def square(lat: float, lon: float, half: float) -> list[list[list[float]]]:
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    return [[[lon + x * half, lat + y * half] for x, y in corners]]


@pytest.fixture
def polygons(tmp_path: Path) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": square(*where)},
        }
        for properties, where in (
            ({"area": "Hulta"}, (57.72, 12.94, 0.002)),
            ({"name": "Fristad"}, (57.82, 13.01, 0.01)),
            ({"name": "Statistikområde 12"}, (57.72, 12.94, 0.01)),
        )
    ]
    file = tmp_path / "areas.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def test_the_nearest_known_place_tells_the_area() -> None:
    positions = Positions(PLACES)
    assert positions.area_at(57.7152, 12.9803) == "Hässleholmen"
    assert positions.area_at(57.7501, 12.9502) == "Sjöbo"


@pytest.mark.parametrize(("lat", "lon"), [(57.70, 11.97), (57.79, 13.41), (0.0, 0.0), (-90, 180)])
def test_far_away_is_no_area(lat: float, lon: float) -> None:
    assert Positions(PLACES).area_at(lat, lon) is None


def test_a_polygon_named_after_an_area_goes_first(polygons: Path) -> None:
    assert Positions(PLACES, polygons=polygons).area_at(57.7209, 12.9401) == "Hulta"


def test_a_polygon_of_another_name_tells_nothing(polygons: Path) -> None:
    assert Positions(PLACES, polygons=polygons).area_at(57.7265, 12.9450) != "Statistikområde 12"


def test_an_area_reaches_little_beyond_its_polygon(polygons: Path) -> None:
    positions = Positions(PLACES, polygons=polygons)
    assert positions.area_at(57.8301, 13.0201) == "Fristad"
    assert positions.area_at(57.8450, 13.0100) is None
    assert Positions(PLACES).area_at(57.8450, 13.0100) == "Fristad"


def test_without_places_there_is_no_area() -> None:
    assert Positions(()).area_at(57.7, 12.9) is None
