"""The PDF and the page say the same, and the page can be read by everybody."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bot.errors import InputInvalid
from bot.form_files import parse_forms
from bot.lagesbild.forms import Form, write_forms
from bot.lagesbild.page import html_page
from bot.lagesbild.summary import MOST
from tests.bot.digest.builders import times
from tests.bot.lagesbild.builders import WEEKS, lagesbild

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
QUOTE = "Det är <b>mörkt</b> & läskigt vid bron varje kväll."


@pytest.fixture(scope="module")
def made():
    concerns = [
        *times(9, "buskorning", area="Norrby", week=WEEKS[0].week),
        *times(6, "klotter", "skadegorelse", area="Göta", week=WEEKS[1].week, urgency="soon"),
        *times(2, "rekrytering", area="Hulta", week=WEEKS[2].week),
    ]
    return lagesbild(concerns, quotes=(QUOTE,), widened=True)


@pytest.fixture(scope="module")
def page(made):
    return html_page(made, [SVG] * len(made.pictures)).decode()


class Outline(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def of(self, *names):
        return [(tag, attrs) for tag, attrs in self.tags if tag in names]


def test_everything_that_is_said_is_on_the_page(made, page):
    words = " ".join(Outline(page).words.split())
    said = [made.title, made.period, made.made_for, made.made_when, *made.notices, *made.summary]
    for section in made.sections:
        said.append(section.heading)
        for block in section.blocks:
            said += [block.heading, *block.sentences, *block.quotes]
            if block.table is not None:
                said += [cell for row in block.table.rows for cell in row.cells]
    assert [one for one in said if " ".join(one.split()) not in words] == []


def test_the_page_has_headings_in_order_captions_alternatives_and_a_language(page):
    outline = Outline(page)
    levels = [int(tag[1]) for tag, _ in outline.of("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert len(outline.of("caption")) == len(outline.of("table")) > 2
    assert all(len(attrs["alt"]) > 20 for _, attrs in outline.of("img"))
    assert all(attrs.get("scope") in {"col", "row"} for _, attrs in outline.of("th"))
    assert dict(outline.of("html"))["html"]["lang"] == "sv"
    ids = {attrs["id"] for _, attrs in outline.tags if "id" in attrs}
    assert {attrs["href"].removeprefix("#") for _, attrs in outline.of("a")} <= ids


def test_the_page_needs_no_script_and_no_other_file(page):
    outline = Outline(page)
    assert not outline.of("script", "link", "iframe")
    assert all(attrs["src"].startswith("data:") for _, attrs in outline.of("img"))
    assert not re.search(r"url\(|https?://", page)


def test_what_residents_wrote_is_never_markup(page):
    assert "<b>" not in page


def test_the_summary_is_short_and_says_that_tips_are_not_crimes(made):
    assert 3 <= len(made.summary) <= MOST
    assert "inte antal brott" in made.summary[-1]


def test_a_pdf_of_some_pages_is_set(made, tmp_path):
    (path,) = write_forms(made, "lagesbild-all", tmp_path / "new", [Form.PDF])
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) <= 8


def test_forms_are_told_by_name():
    assert parse_forms("html, PDF,html", Form) == (Form.HTML, Form.PDF)
    with pytest.raises(InputInvalid, match='Menade du "html"'):
        parse_forms("htm", Form)


def test_a_quote_with_an_emoji_or_a_rare_letter_can_be_printed(tmp_path):
    concerns = times(9, "buskorning", area="Norrby", week=WEEKS[0].week)
    made = lagesbild(concerns, quotes=("De kör i full fart 😡 förbi 𓀀",))
    (written,) = write_forms(made, "x", tmp_path, [Form.PDF])
    assert written.read_bytes().startswith(b"%PDF")
