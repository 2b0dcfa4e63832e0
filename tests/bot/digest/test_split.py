"""Parts of a digest parse by themselves, are short enough and lose nothing."""

from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import escape

from bot.digest.split import LIMIT, split_html
from bot.sandbox.entities import utf16_length
from bot.sandbox.html import parse_html

_TAGS = st.sampled_from(["b", "i", "u", "s", "code", "blockquote"])
_texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("aåäö <>&\"'\n\n   😀👨‍👩‍👧"),
        st.characters(codec="utf-8", exclude_characters="\r\x00"),
    ),
    max_size=40,
)


@st.composite
def htmls(draw, depth=3):
    parts = []
    for _ in range(draw(st.integers(0, 5))):
        if depth and draw(st.booleans()):
            tag = draw(_TAGS)
            parts.append(f"<{tag}>{draw(htmls(depth=depth - 1))}</{tag}>")
        else:
            parts.append(str(escape(draw(_texts))))
    if draw(st.booleans()):
        parts.append('<a href="https://example.se/?a=1&amp;b=2">länk</a>')
    return "".join(parts)


def text_of(html):
    return parse_html(html).text


def without_space(text):
    return "".join(text.split())


@given(htmls(), st.integers(2, 60))
@example("<b>" + "å " * 30 + "</b>", 7)
@example("&#128512;&amp;", 2)
def test_parts_parse_are_short_enough_and_hold_the_whole_text(html, limit):
    parts = split_html(html, limit=limit)
    shown = [text_of(part) for part in parts]
    assert without_space("".join(shown)) == without_space(text_of(html))
    for text in shown:
        assert text.strip()
        assert utf16_length(text) <= limit


@given(htmls())
def test_what_is_short_enough_stays_in_one_part(html):
    parts = split_html(html)
    assert len(parts) <= 1
    assert "".join(map(text_of, parts)) == text_of(html).strip()


def test_a_text_is_cut_between_paragraphs_then_lines_then_words():
    assert split_html("aaa bbb\n\nccc\nddd", limit=12) == ["aaa bbb", "ccc\nddd"]
    assert split_html("aaa bbb\nccc", limit=9) == ["aaa bbb", "ccc"]
    assert split_html("aaa bbb ccc", limit=9) == ["aaa bbb", "ccc"]
    assert split_html("aaabbb", limit=4) == ["aaab", "bb"]


def test_tags_are_closed_before_a_cut_and_opened_after_it():
    html = '<b>ett <a href="https://example.se">två tre</a></b>'
    assert split_html(html, limit=8) == [
        '<b>ett <a href="https://example.se">två</a></b>',
        '<b><a href="https://example.se">tre</a></b>',
    ]


def test_the_limit_counts_as_telegram_does():
    assert len(split_html("😀" * (LIMIT // 2))) == 1
    assert len(split_html("😀" * (LIMIT // 2) + "a")) == 2
    assert len(split_html("&amp;" * LIMIT)) == 1
