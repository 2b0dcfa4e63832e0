"""All forms of a digest tell the same numbers, and each is what it should be."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from openpyxl import load_workbook

from bot.digest.document import pdf_document
from bot.digest.features import geojson
from bot.digest.forms import Form, form_content, write_forms
from bot.digest.periods import Period
from bot.digest.pictures import area_outlines
from bot.digest.report import build_report
from bot.digest.wording import Wording
from bot.errors import DirectoryUnusable, InputInvalid
from bot.form_files import parse_forms
from tests.bot.digest.builders import config, facts, texts, times, told, weeks_before

HOSTILE = '<script>alert("x")</script> #import "x.typ": y $ \\ *fet* [länk] & åäö'


def a_week():
    return facts(
        [
            *times(9, "buskorning", area="Norrby"),
            *times(4, "fortkorning", area="Göta"),
            *times(2, "trafikfara"),
            told("buskorning", "fortkorning", area="Hulta"),
        ],
        weeks_before([1, 2, 1, 2], "buskorning", area="Norrby"),
    )


class Page(HTMLParser):
    """The rows of a page's tables, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.tags, self.text = [], [], []
        self.in_cell = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag):
        self.in_cell = self.in_cell and tag not in {"td", "th"}

    def handle_data(self, data):
        self.text.append(data)
        if self.in_cell:
            self.rows[-1][-1] += data.strip()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    directory = tmp_path_factory.mktemp("forms") / "new"
    paths = write_forms(a_week(), config(), texts(), directory, list(Form), quotes=[HOSTILE])
    return {path.suffix: path for path in paths}


def contrast(ink: str, ground: str) -> float:
    """Source: WCAG 2.2, contrast ratio and relative luminance."""
    light, dark = sorted(map(luminance, (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def alternatives(element) -> Iterator[str]:
    """The alternative texts in the structure of a PDF."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for one in element:
            yield from alternatives(one)
    elif isinstance(element, dict):
        if "/Alt" in element:
            yield str(element["/Alt"])
        if "/K" in element:
            yield from alternatives(element["/K"])


def test_every_form_has_its_file(written):
    endings = ("txt", "html", "json", "png", "pdf", "csv", "xlsx", "geojson")
    assert {path.name for path in written.values()} == {
        f"digest-trafik-2026-W47.{ending}" for ending in endings
    }
    assert written[".png"].read_bytes().startswith(b"\x89PNG")
    assert written[".pdf"].read_bytes().startswith(b"%PDF")


def test_json_is_the_facts(written):
    assert json.loads(written[".json"].read_text("utf-8")) == a_week().as_json()


def test_page_and_text_have_every_row_of_the_report(written):
    report = build_report(a_week(), [HOSTILE], config(), texts())
    page = Page(written[".html"].read_text("utf-8"))
    text = written[".txt"].read_text("utf-8")
    for table in report.tables:
        for row in table.rows:
            assert list(row.cells) in page.rows
            assert row.line in text
    for row in report.weeks.rows:
        assert list(row.cells) in page.rows


def test_the_rows_are_the_facts(written):
    page = Page(written[".html"].read_text("utf-8"))
    for theme in a_week().themes:
        label = config().theme(theme.theme).label["sv"]
        row = next(row for row in page.rows if row[0] == label)
        assert row[1:3] == [str(theme.count.concerns), str(theme.count.voices)]


def test_the_page_is_accessible_and_needs_nothing_else(written):
    page = Page(written[".html"].read_text("utf-8"))
    names = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "sv"}) in page.tags
    assert names.count("h1") == 1
    assert names.count("caption") == names.count("table") == 3
    assert "script" not in names
    for tag, attributes in page.tags:
        assert not attributes.get("href")
        assert attributes.get("src", "data:").startswith("data:")
        if tag == "img":
            assert "vecka 47" in attributes["alt"]
        if tag == "th":
            assert attributes["scope"] in {"col", "row"}
    assert HOSTILE in "".join(page.text)


def test_headings_begin_with_one_and_skip_no_level(written):
    page = Page(written[".html"].read_text("utf-8"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_shows_each_picture_with_a_text_and_in_its_own_proportions(written):
    page = Page(written[".html"].read_text("utf-8"))
    pictures = [attributes for tag, attributes in page.tags if tag == "img"]
    alts = [attributes["alt"] for attributes in pictures]
    assert [alt.split(":")[0] for alt in alts] == ["Linjediagram", "Tabell i färg", "Karta"]
    assert not any({"width", "height"} & attributes.keys() for attributes in pictures)


def test_all_that_scrolls_can_be_reached_by_keyboard_and_seen_to_be(written):
    html = written[".html"].read_text("utf-8")
    scrolling = [
        attributes for _, attributes in Page(html).tags if attributes.get("class") == "scroll"
    ]
    assert scrolling
    for attributes in scrolling:
        assert attributes["tabindex"] == "0"
        assert attributes["role"] == "region"
        assert attributes["aria-label"]
    assert ":focus-visible" in html
    assert "outline: none" not in html


def test_every_colour_of_text_is_legible_on_every_ground_it_may_stand_on(written):
    style = re.search(r"<style>(.*?)</style>", written[".html"].read_text("utf-8"), re.DOTALL)[1]
    grounds = re.findall(r"background: (#[0-9a-f]+)", style)
    inks = re.findall(r"[{;] *color: (#[0-9a-f]+)", style)
    assert grounds and inks
    for ground in grounds:
        for ink in inks:
            assert contrast(ink, ground) >= 4.5
    for edge in re.findall(r"outline: 3px solid (#[0-9a-f]+)", style):
        assert contrast(edge, "#fff") >= 3


def test_nothing_on_the_page_is_wider_than_a_small_phone(written):
    html = written[".html"].read_text("utf-8")
    assert "width=device-width, initial-scale=1" in html
    assert "img { width: 100%;" in html
    for rem in re.findall(r"flex: 1 1 ([0-9.]+)rem", html):
        assert float(rem) * 17 <= 320 + 40  # wraps and shrinks: `min-width: 0`
    assert not re.search(r"(?<!max-)(?<!min-)width: [0-9.]+(?:px|rem)", html)


def test_the_pdf_is_tagged_and_titled_and_its_pictures_are_told(written):
    from pypdf import PdfReader

    document = PdfReader(written[".pdf"])
    assert document.metadata.title == "Trafik: veckans bild, Vecka 47, 16–22 november 2026"
    root = document.trailer["/Root"]
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"]
    told = set(alternatives(root["/StructTreeRoot"]))
    assert {alt.split(":")[0] for alt in told} == {"Linjediagram", "Tabell i färg", "Karta"}
    for number, page in enumerate(document.pages, start=1):
        assert f"{number} ({len(document.pages)})" in page.extract_text()


def test_csv_opens_in_excel_in_swedish(written):
    content = written[".csv"].read_bytes()
    assert content.startswith("\ufeffFokusområde;Period;Avsnitt;".encode())
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines.pop() == ""
    assert {line.count(";") for line in lines} == {11}
    assert "Trafik;2026-W47;Områden;Norrby;;Norrby;9;9;;2;tydligt fler;" in lines


HARMFUL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"]


@pytest.mark.parametrize("name", HARMFUL)
def test_no_text_becomes_a_formula(name):
    named = replace(a_week(), areas=(replace(a_week().areas[0], area=name),), cells=())
    words = Wording(language="sv", config=config(), texts=texts())
    report = build_report(named, (), config(), texts())
    rows = form_content(Form.CSV, named, report, words).decode("utf-8-sig").split("\r\n")
    assert any(f";'{name};" in row for row in rows)
    book = load_workbook(io.BytesIO(form_content(Form.XLSX, named, report, words)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    found = [cell for cell in cells if cell.value == name.strip("\t") or cell.value == name]
    assert found
    assert all(cell.quotePrefix for cell in found) or name[0] not in "=+-@"


def test_the_workbook_has_frozen_heads_and_real_numbers(written):
    book = load_workbook(written[".xlsx"])
    assert book.sheetnames[:4] == ["Läget", "Totalt", "Teman", "Områden"]
    areas = book["Områden"]
    assert areas.freeze_panes == "A2"
    assert [cell.value for cell in areas[1]][3:8] == ["Vad", "Tema", "Område", "Tips", "Personer"]
    assert [cell.value for cell in areas[2]][3:8] == ["Norrby", None, "Norrby", 9, 9]


def test_geojson_is_valid_and_its_outer_rings_run_anticlockwise(written):
    from shapely.geometry import Polygon, shape

    collection = json.loads(written[".geojson"].read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    bounds = config().municipality.bounds
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert {"id", "geometry", "properties"} <= feature.keys()
        if feature["geometry"] is None:
            continue
        assert shape(feature["geometry"]).is_valid
        west, south, east, north = shape(feature["geometry"]).bounds
        assert bounds.west - 1 < west < east < bounds.east + 1
        assert bounds.south - 1 < south < north < bounds.north + 1
        for polygon in feature["geometry"]["coordinates"]:
            assert Polygon(polygon[0]).exterior.is_ccw
    norrby = next(f for f in collection["features"] if f["id"] == "Norrby")
    assert norrby["properties"]["concerns"] == norrby["properties"]["voices"] == 9
    assert norrby["properties"]["trend"] == "more"
    assert norrby["properties"]["withheld"] is False


def test_an_area_without_a_place_on_the_map_is_still_in_geojson():
    words = Wording(language="sv", config=config(), texts=texts())
    drawn = {outline.name for outline in area_outlines(config())}
    told = {f["id"]: f["geometry"] for f in json.loads(geojson(a_week(), words))["features"]}
    assert told.keys() == set(config().areas)
    for area, geometry in told.items():
        assert (geometry is not None) == (area in drawn)


def test_a_longer_period_has_all_forms(tmp_path):
    quarter = facts(times(9, "buskorning", area="Norrby"), period=Period.parse("2026-Q4"))
    paths = write_forms(quarter, config(), texts(), tmp_path, list(Form))
    text = next(path for path in paths if path.suffix == ".txt").read_text("utf-8")
    assert text.startswith("Trafik: läget\n4:e kvartalet 2026\n")


def test_the_first_week_and_an_empty_one_have_all_forms(tmp_path):
    for empty in (facts([]), facts([], focus_area="norrby"), facts([told("buskorning")])):
        assert len(write_forms(empty, config(), texts(), tmp_path, list(Form))) == len(Form)


def test_a_directory_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DirectoryUnusable, match="--out"):
        write_forms(a_week(), config(), texts(), tmp_path / "file" / "x", ["text"])


def test_forms_are_read_from_a_list():
    assert parse_forms("html, PDF,html", Form) == (Form.HTML, Form.PDF)


def test_an_unknown_form_is_refused_with_the_nearest():
    with pytest.raises(InputInvalid, match='Menade du "html"'):
        parse_forms("text,htlm", Form)


def test_characters_that_no_font_has_do_not_keep_the_pdf_from_being_made():
    from pypdf import PdfReader

    quotes = ["Mopeder igen 😀👩‍👩‍👧 varje kväll 𓀀 #let $x$ *y*", "دراجات نارية på torget 摩托车"]
    report = build_report(facts(times(5, "buskorning")), quotes, config(), texts())
    printed = pdf_document(report, ())
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
    assert "Mopeder igen" in text
    assert "#let $x$ *y*" in text
    assert "på torget" in text
