"""One rich week in every form: the same numbers stand in all, what is withheld in none."""

import csv
import io
import json
import re
import warnings
from html.parser import HTMLParser
from importlib.util import find_spec

import pytest

from bot.digest.csv_table import csv_table
from bot.digest.features import geojson
from bot.digest.forms import Form, form_content
from bot.digest.report import build_report
from bot.digest.telegram import digest_outgoings
from bot.digest.values import Facts, facts_from_json
from bot.digest.wording import Wording
from storage.groups import Group
from tests.bot.digest.builders import after, config, facts, texts, times, weeks_before

WORDS = Wording(language="sv", config=config(), texts=texts())
OPEN, OTHER, SENSITIVE = "misshandel_hot", "vapen_sprangning", "nara_relation"
SHOWN = "sexuella_trakasserier"
SECRET_AREAS = ("Hulta", "Sandared", "Viskafors")


def a_rich_week() -> Facts:
    """Numbers that are all different, three areas and a sensitive theme that are withheld."""
    return facts(
        [
            *times(19, OPEN, area="Norrby"),
            *times(13, OTHER, area="Norrby"),
            *times(11, OPEN, area="Göta"),
            *times(7, OTHER, area="Fristad"),
            *times(2, OPEN, area="Hulta"),
            *times(2, OTHER, area="Sandared"),
            *times(1, OPEN, area="Viskafors"),
            *times(6, OPEN),
            *times(2, SENSITIVE, area="Norrby"),
            *times(5, SHOWN, area="Göta"),
            *times(4, OTHER, kind="positive"),
        ],
        [
            *weeks_before([1, 2, 1, 2, 1, 2, 1, 2], OPEN, area="Norrby"),
            *weeks_before([9, 11, 8, 12, 10, 9, 11, 10], OTHER, area="Göta"),
        ],
        "vald",
    )


FACTS = a_rich_week()
REPORT = build_report(FACTS, (), config(), texts())


class Tables(HTMLParser):
    """The rows of a page's tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._in_cell = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag):
        self._in_cell = self._in_cell and tag not in {"td", "th"}

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1] += data.strip()


def told() -> dict[tuple[str, str], int]:
    """Each number of the facts by theme and area in words, either may be empty."""
    found = {("", ""): FACTS.total.concerns}
    found |= {(WORDS.theme(one.theme), ""): one.count.concerns for one in FACTS.themes}
    found |= {("", one.area): one.count.concerns for one in FACTS.areas}
    found |= {(WORDS.theme(one.theme), one.area): one.count.concerns for one in FACTS.cells}
    found |= {
        (WORDS.theme(one.theme), ""): one.count.concerns
        for one in FACTS.sensitive
        if one.count is not None
    }
    return found


def written(form: Form) -> bytes:
    return form_content(form, FACTS, REPORT, WORDS)


def numbers_in_rows(rows: list[list[str]]) -> dict[tuple[str, str], int]:
    """The numbers of a table that lists an area and then the themes in it."""
    areas = {one.area for one in FACTS.areas}
    themes = {theme.label["sv"] for theme in config().themes}
    found: dict[tuple[str, str], int] = {}
    area = ""
    for row in rows:
        if len(row) < 2 or not row[1].isdecimal():
            area = "" if row[:1] != [area] else area
            continue
        if row[0] in areas:
            area = row[0]
            found["", area] = int(row[1])
        elif row[0] in themes:
            found[row[0], area] = int(row[1])
        else:
            area = ""
    return found


def numbers_in_lines(text: str) -> dict[tuple[str, str], int]:
    """The numbers of the lists in a text: `• Norrby: 32 …`, and `– Tema: 19 …` below it."""
    rows = [
        [found["what"], found["number"]] if found else [line]
        for line in text.splitlines()
        for found in [re.match(r"\s*[•–]\s(?P<what>[^:]+): (?P<number>\d+)(?!\d)", line)]
    ]
    return numbers_in_rows(rows)


def numbers_in_pdf(content: bytes) -> dict[tuple[str, str], int]:
    names = [*(theme.label["sv"] for theme in config().themes), *config().areas]
    names += [WORDS.say(key) for key in ("other-areas", "without-place", "without-theme")]
    pattern = re.compile(rf"({'|'.join(map(re.escape, sorted(names, reverse=True)))}) (\d+)\b.*")
    found = [pattern.fullmatch(line.strip()) for line in pdf_text(content).splitlines()]
    return numbers_in_rows([[one[1], one[2]] if one else [""] for one in found])


def pdf_text(content: bytes) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def numbers_in_table(rows: list[dict[str, str | int | None]]) -> dict[tuple[str, str], int]:
    """The numbers of the long table in CSV and XLSX, by its columns."""
    sections = {"Totalt", "Teman", "Områden", "Teman i områden", "Känsliga teman"}
    return {
        (str(row["Tema"] or ""), str(row["Område"] or "")): int(row["Tips"])
        for row in rows
        if row["Avsnitt"] in sections
        and row["Tips"] not in {"", None}
        and (row["Tema"] or row["Område"] or row["Avsnitt"] == "Totalt")
    }


def csv_rows() -> list[dict[str, str]]:
    text = csv_table(FACTS, WORDS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def xlsx_rows() -> list[dict[str, str | int | None]]:
    from openpyxl import load_workbook

    rows = []
    for sheet in load_workbook(io.BytesIO(written(Form.XLSX))).worksheets:
        head, *body = sheet.iter_rows(values_only=True)
        if "Avsnitt" in head:
            rows += [dict(zip(head, row, strict=True)) for row in body]
    return rows


def telegram_text() -> str:
    """The digest's messages as a reader sees them."""
    parts = [o.params.get("text", "") for o in digest_outgoings(-1, FACTS, REPORT, WORDS)]
    return re.sub(r"<[^>]*>", "", "\n".join(parts))


def mail_parts() -> tuple[str, str]:
    from bot.mail.digest import digest_mail

    group = Group(id=1, focus_area="vald", address="vald@example.se", created_at=after())
    mail = digest_mail(group, REPORT, FACTS, WORDS)
    return mail.text, mail.html


def the_rest() -> dict[tuple[str, str], int]:
    """All numbers but the total, which texts tell in a sentence."""
    return {key: number for key, number in told().items() if key != ("", "")}


def test_the_week_is_rich_enough_to_compare():
    numbers = told()
    assert len(FACTS.areas) >= 3
    assert len(FACTS.cells) >= 4
    assert any(one.count is None for one in FACTS.sensitive)
    assert any(one.count is not None for one in FACTS.sensitive)
    assert FACTS.other_areas == 5
    assert not set(SECRET_AREAS) & {area for _, area in numbers}


def test_json_is_the_facts():
    assert facts_from_json(json.loads(written(Form.JSON))) == FACTS


def test_text_and_telegram_have_the_numbers():
    for text in (written(Form.TEXT).decode(), telegram_text()):
        assert f"{FACTS.total.concerns} tips från" in text
        assert numbers_in_lines(text) == the_rest()


def test_the_page_has_the_numbers():
    html = written(Form.HTML).decode()
    assert f"{FACTS.total.concerns} tips från" in html
    assert numbers_in_rows(Tables(html).rows) == the_rest()


def test_the_pdf_has_the_numbers():
    content = written(Form.PDF)
    assert f"{FACTS.total.concerns} tips från" in pdf_text(content)
    assert numbers_in_pdf(content) == the_rest()


def test_csv_and_workbook_have_the_numbers():
    assert numbers_in_table(csv_rows()) == told()
    assert numbers_in_table(xlsx_rows()) == told()


def test_geojson_has_the_total_and_the_areas():
    collection = json.loads(geojson(FACTS, WORDS))
    assert collection["total"] == FACTS.total.concerns
    assert collection["without_place"] == FACTS.without_place
    assert collection["withheld_together"] == FACTS.other_areas
    shown = {
        ("", feature["properties"]["area"]): feature["properties"]["concerns"]
        for feature in collection["features"]
        if feature["properties"]["concerns"]
    }
    assert shown == {key: number for key, number in the_rest().items() if not key[0]}


@pytest.mark.skipif(find_spec("bot.mail.digest") is None, reason="there is no mail")
def test_the_mail_has_the_numbers_in_both_parts():
    text, html = mail_parts()
    for part in (text, html):
        assert f"{FACTS.total.concerns} tips från" in part
    assert numbers_in_lines(text) == the_rest()
    assert numbers_in_rows(Tables(html).rows) == the_rest()


def test_the_other_numbers_are_the_same_in_all():
    """What has no place, what is in areas not named, and the weeks before."""
    rows = {row["Vad"]: row["Tips"] for row in csv_rows()}
    html = {row[0]: row[1] for row in Tables(written(Form.HTML).decode()).rows}
    for key, number in {
        "other-areas": FACTS.other_areas,
        "without-place": FACTS.without_place,
    }.items():
        name = WORDS.say(key)
        assert rows[name] == html[name] == str(number)
        assert f"{name}: {number}" in written(Form.TEXT).decode()
        assert f"{name} {number}" in pdf_text(written(Form.PDF))
    weeks = {row["Period"]: row["Tips"] for row in csv_rows() if row["Avsnitt"] == "Tidigare"}
    assert weeks == {one.week: str(one.concerns) for one in FACTS.history}
    for one in FACTS.history:
        number = int(one.week[-2:])
        row = next(v for name, v in html.items() if name.startswith(f"v. {number},"))
        assert row == str(one.concerns)


def test_no_form_names_an_area_that_is_withheld():
    forms = [written(form).decode() for form in (Form.TEXT, Form.JSON)]
    forms += [telegram_text(), pdf_text(written(Form.PDF)), csv_table(FACTS, WORDS).decode()]
    html = re.sub(r'src="data:[^"]*"', "", written(Form.HTML).decode())
    forms += [html, str(xlsx_rows())]
    if find_spec("bot.mail.digest"):
        forms += mail_parts()
    for form in forms:
        for area in SECRET_AREAS:
            assert area not in form


def test_a_withheld_area_has_no_number_in_geojson_and_says_so():
    features = json.loads(geojson(FACTS, WORDS))["features"]
    hidden = [f["properties"] for f in features if f["properties"]["area"] in SECRET_AREAS]
    assert len(hidden) == len(SECRET_AREAS)
    for properties in hidden:
        assert properties.pop("area")
        assert properties.pop("withheld") is True
        assert set(properties.values()) == {None}


def test_a_withheld_theme_has_no_number_and_says_so():
    label = WORDS.theme(SENSITIVE)
    assert f"{label}: färre än 3 personer" in written(Form.TEXT).decode()
    row = next(row for row in Tables(written(Form.HTML).decode()).rows if row[0] == label)
    assert not any(cell.isdecimal() for cell in row)
    for rows in (csv_rows(), xlsx_rows()):
        row = next(row for row in rows if row["Vad"] == label)
        assert row["Visas inte"] == "ja"
        assert row["Tips"] in {"", None}
        assert row["Personer"] in {"", None}
    assert not re.search(rf"{label} \d", pdf_text(written(Form.PDF)))
