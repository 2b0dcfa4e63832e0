import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import find_commands, trim, utf16_length
from bot.sandbox.errors import RefusalError
from bot.sandbox.html import parse_html

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
TAGS = st.sampled_from(["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler"])


@st.composite
def marked_up(draw: st.DrawFn) -> tuple[str, str]:
    """Return a source and the text that should come out of it."""
    inner = st.recursive(
        TEXTS.map(lambda text: (html.escape(text, quote=False), text)),
        lambda parts: st.one_of(
            st.tuples(TAGS, parts).map(
                lambda pair: (f"<{pair[0]}>{pair[1][0]}</{pair[0]}>", pair[1][1])
            ),
            st.lists(parts, max_size=3).map(
                lambda many: ("".join(s for s, _ in many), "".join(t for _, t in many))
            ),
        ),
        max_leaves=8,
    )
    return draw(inner)


@given(TEXTS)
def test_escaped_text_comes_back_as_it_was_without_entities(text: str) -> None:
    parsed = parse_html(html.escape(text, quote=False))
    assert parsed.text == text
    assert parsed.entities == ()


@given(marked_up())
def test_nested_tags_leave_the_text_and_every_entity_lies_within_it(
    example: tuple[str, str],
) -> None:
    source, text = example
    parsed = parse_html(source)
    assert parsed.text == text
    for entity in parsed.entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= utf16_length(text) - entity["length"]


@given(marked_up(), TAGS)
def test_a_tag_that_is_never_closed_or_never_opened_is_refused(
    example: tuple[str, str], tag: str
) -> None:
    source, _ = example
    for broken in (f"<{tag}>{source}", f"{source}</{tag}>", f"{source}<", f"{source}&"):
        with pytest.raises(RefusalError, match="can't parse entities"):
            parse_html(broken)


@given(st.text("<>/&;ab =\"'#x1\n🙂", max_size=30))
def test_anything_at_all_is_parsed_or_refused_as_a_bad_request(source: str) -> None:
    try:
        parsed = parse_html(source)
    except RefusalError as refusal:
        assert refusal.code == 400
    else:
        assert utf16_length(parsed.text) <= utf16_length(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("🙂<b>fet</b>", "🙂fet", [{"type": "bold", "offset": 2, "length": 3}]),
        (
            '<a href="https://example.se/?a=1&amp;b=2">läs</a>',
            "läs",
            [
                {
                    "type": "text_link",
                    "offset": 0,
                    "length": 3,
                    "url": "https://example.se/?a=1&b=2",
                }
            ],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        (
            "<blockquote expandable>mer</blockquote>",
            "mer",
            [{"type": "expandable_blockquote", "offset": 0, "length": 3}],
        ),
        (
            '<span class="tg-spoiler">hemligt</span>',
            "hemligt",
            [{"type": "spoiler", "offset": 0, "length": 7}],
        ),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [
                {
                    "type": "custom_emoji",
                    "offset": 0,
                    "length": 2,
                    "custom_emoji_id": "5368324170671202286",
                }
            ],
        ),
        ("<B>stor</b>", "stor", [{"type": "bold", "offset": 0, "length": 4}]),
        ("<code><b>x</b></code>", "x", [{"type": "code", "offset": 0, "length": 1}]),
        ("&lt;&#229;&#xE5;&quot;&gt;", '<åå">', []),
        ("<b></b>tomt", "tomt", []),
    ],
)
def test_each_kind_of_markup_becomes_its_entity(
    source: str, text: str, entities: list[object]
) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert list(parsed.entities) == entities


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("åä<br>", 'Unsupported start tag "br" at byte offset 4'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("3 < 4", "Unclosed start tag at byte offset 2"),
        ("3 < 4 > 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b/>", 'Unclosed start tag "b" at byte offset 0'),
        ("Tips & råd", "Unsupported HTML entity at byte offset 5"),
        ("&nbsp;", "Unsupported HTML entity at byte offset 0"),
        ("&#xD800;", "Unsupported HTML entity at byte offset 0"),
        ("&#0;", "Unsupported HTML entity at byte offset 0"),
        ('<b class="x">y</b>', 'Unsupported attribute "class" of the tag "b" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<tg-emoji>x</tg-emoji>",
            'Tag "tg-emoji" must have a valid attribute "emoji-id" at byte offset 0',
        ),
        ('<a href="https://example.se>x</a>', 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_with_its_place(source: str, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    trimmed = trim(parse_html("\n <b> 🙂 ja </b> nej \n"))
    assert trimmed.text == "🙂 ja  nej"
    assert trimmed.entities == ({"type": "bold", "offset": 0, "length": 6},)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("/start", [(0, 6)]),
        ("🙂 /koppla@brabot_test_bot ABC", [(3, 23)]),
        ("hej/start", []),
        ("https://example.se/start", []),
        ("/start/", []),
        ("/å", []),
        ("/", []),
        ("\ud800 /start", [(2, 6)]),
    ],
)
def test_commands_are_found_where_telegram_marks_them(
    text: str, commands: list[tuple[int, int]]
) -> None:
    assert [(found["offset"], found["length"]) for found in find_commands(text)] == commands
