import json
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.config import default_config_dir, load_config
from bot.config.loader import version_of
from bot.config.models import Schedule
from bot.config.values import Weekday, in_language
from nlp.reading import Danger

from .directory import write_config


@pytest.fixture(scope="module")
def default():
    return load_config(default_config_dir())


def test_the_values_have_their_final_types(tmp_path):
    config = load_config(write_config(tmp_path / "c"))

    assert config.municipality.timezone == ZoneInfo("Europe/Stockholm")
    assert config.digest.time == time(7, 30)
    assert config.digest.weekday is Weekday.MONDAY
    assert Weekday.MONDAY.number == 0
    assert config.areas == ("Lillköping", "Norrängen")
    assert config.themes[0].keywords == ("moped", "epa")
    assert config.helplines_for(Danger.CHILD)[0].number == "116 111"
    assert len(config.examples["buskorning"]) == 12
    assert config.area_polygons is None


def test_a_focus_area_may_have_its_own_schedule(tmp_path):
    config = load_config(write_config(tmp_path / "c"))

    assert config.schedule_of("norr") == Schedule(weekday=Weekday.FRIDAY, time=time(8))
    assert config.schedule_of("trafik") == Schedule(weekday=Weekday.MONDAY, time=time(7, 30))


def test_the_reader_gets_themes_examples_and_places(tmp_path):
    config = load_config(write_config(tmp_path / "c"))

    reader = config.reader_config(cache_dir=tmp_path)

    assert [theme.id for theme in reader.themes] == ["buskorning"]
    assert reader.themes[0].precision == 0.8
    assert reader.themes[0].examples == config.examples["buskorning"]
    assert reader.places[1].aliases == ("norr", "ängen")
    assert reader.places[-1].area is None
    assert reader.no_area_names == ("Lillköping",)
    assert reader.cache_dir == tmp_path


def test_a_language_without_a_text_falls_back_to_swedish():
    assert in_language({"sv": "hej", "en": "hello"}, "so") == "hej"


def test_the_version_is_the_same_until_a_file_changes(tmp_path):
    first = version_of(write_config(tmp_path / "a"))
    moved = version_of(write_config(tmp_path / "b"))
    changed = version_of(
        write_config(tmp_path / "c", ("themes.toml", "precision = 0.8", "precision = 0.9"))
    )

    assert first == moved
    assert first != changed


def test_a_file_saved_by_windows_is_read(tmp_path):
    directory = write_config(tmp_path / "c")
    for path in (*directory.glob("*.*"), *directory.glob("examples/*")):
        windows = path.read_text("utf-8").replace("\n", "\r\n").encode("utf-8-sig")
        path.write_bytes(windows)

    assert load_config(directory).areas == ("Lillköping", "Norrängen")


def test_borders_of_areas_are_taken_when_there(tmp_path):
    directory = write_config(tmp_path / "c")
    path = directory / "areas.geojson"
    ring = "[[[13,57],[13,58],[14,58],[13,57]]]"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
        '{"area":"Norrängen"},"geometry":{"type":"Polygon","coordinates":' + ring + "}}]}"
    )

    assert load_config(directory).area_polygons == path


def test_the_default_has_every_theme_and_focus_area(default):
    by_focus_area = {
        focus_area.id: {theme.id for theme in default.themes_of(focus_area.id)}
        for focus_area in default.focus_areas
    }

    assert by_focus_area == {
        "trafik": {"fortkorning", "buskorning", "trafikfara"},
        "utemiljo": {"belysning", "nedskrapning", "skadegorelse", "otrygg_plats", "olycksrisk"},
        "narkotika": {"droghandel", "missbruk", "langning"},
        "unga": {"ungdomsgang", "mobbning", "rekrytering"},
        "vald": {"misshandel_hot", "vapen_sprangning", "sexuella_trakasserier", "nara_relation"},
        "stold": {"inbrott", "fordonsstold", "stold", "bedrageri"},
        "boende": {"storning", "obehoriga"},
        "brand": {"brand", "fyrverkeri"},
        "hat": {"hatbrott", "extremism"},
        "annat": {"annat"},
        "hassleholmen_hulta": set(),
        "norrby": set(),
    }
    assert default.focus_area("hassleholmen_hulta").areas == ("Hässleholmen", "Hulta")


def test_the_default_has_the_gazetteer_of_boras(default):
    assert len(default.areas) == 72
    assert len(default.places) == 1106
    assert default.municipality.no_area_names == ("Borås",)


def test_the_default_has_forty_examples_a_theme(default):
    assert {theme: len(lines) for theme, lines in default.examples.items() if len(lines) < 40} == {}


def test_no_keyword_of_the_default_belongs_to_two_themes(default):
    owners: dict[str, list[str]] = {}
    for theme in default.themes:
        for keyword in theme.keywords:
            owners.setdefault(keyword, []).append(theme.id)

    assert {word: themes for word, themes in owners.items() if len(themes) > 1} == {}


def test_what_must_never_be_quoted_is_sensitive(default):
    assert {theme.id for theme in default.themes if theme.sensitive} == {
        "rekrytering",
        "sexuella_trakasserier",
        "nara_relation",
        "hatbrott",
    }


def test_every_source_of_a_place_is_credited():
    directory = default_config_dir()
    credits_text = (directory / "SOURCES.md").read_text("utf-8")
    rows = (directory / "places.csv").read_text("utf-8").splitlines()[1:]
    sources = {row.rsplit(";", 1)[1].removesuffix("+estimate") for row in rows}

    assert {source for source in sources if f"`{source}`" not in credits_text} == set()


def test_the_borders_hold_the_places_of_their_areas(default):
    from shapely import from_geojson
    from shapely.geometry import Point

    features = json.loads(default.area_polygons.read_text("utf-8"))["features"]
    borders = {f["properties"]["area"]: from_geojson(json.dumps(f["geometry"])) for f in features}
    placed = [place for place in default.places if place.lat is not None and place.area in borders]
    held = [borders[place.area].covers(Point(place.lon, place.lat)) for place in placed]

    assert set(default.areas) - set(borders) == {"Borås"}
    assert sum(held) / len(held) > 0.9
