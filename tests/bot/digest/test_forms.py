"""All forms of a digest tell the same numbers."""

import json
from html.parser import HTMLParser

import pytest

from bot.digest.forms import Form, parse_forms, write_forms
from bot.digest.report import build_report
from bot.errors import DirectoryUnusable, InputInvalid
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


def test_every_form_has_its_file(written):
    assert {path.name for path in written.values()} == {
        f"digest-trafik-2026-W47.{ending}" for ending in ("txt", "html", "json", "png", "pdf")
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
            assert "tips vecka 47" in attributes["alt"]
        if tag == "th":
            assert attributes["scope"] in {"col", "row"}
    assert HOSTILE in "".join(page.text)


def test_the_first_week_and_an_empty_one_have_all_forms(tmp_path):
    for empty in (facts([]), facts([], focus_area="norrby"), facts([told("buskorning")])):
        assert len(write_forms(empty, config(), texts(), tmp_path, list(Form))) == 5


def test_a_directory_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DirectoryUnusable, match="--out"):
        write_forms(a_week(), config(), texts(), tmp_path / "file" / "x", ["text"])


def test_forms_are_read_from_a_list():
    assert parse_forms("html, PDF,html") == (Form.HTML, Form.PDF)


def test_an_unknown_form_is_refused_with_the_nearest():
    with pytest.raises(InputInvalid, match='Menade du "html"'):
        parse_forms("text,htlm")
