"""A digest read aloud: true sentences, right numbers and forms of words."""

import re
from importlib.resources import files

from fluent.syntax import parse
from fluent.syntax.ast import Message
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digest.report import build_report
from bot.digest.telegram import plain_text, telegram_messages
from bot.sandbox.entities import utf16_length
from bot.sandbox.html import parse_html
from bot.texts.catalogue import load_texts
from storage.concern_values import Source
from tests.bot.digest.builders import WEEK, config, facts, texts, times, told, weeks_before


def said(concerns, before=None, *, quotes=(), focus_area="trafik", notices=(), older=False):
    found = facts(concerns, before, focus_area, older=older)
    return plain_text(build_report(found, quotes, config(), texts(), notices=notices))


def test_the_title_tells_focus_area_week_and_dates():
    assert said([]).startswith("Trafik: veckans bild\nVecka 47, 16–22 november 2026\n")


def test_dates_over_the_end_of_a_month_and_a_year():
    report = {
        week: build_report(
            facts([]).__class__(**{**vars(facts([])), "week": week}), (), config(), texts()
        ).period
        for week in ("2026-W49", "2026-W53")
    }
    assert report["2026-W49"] == "Vecka 49, 30 november–6 december 2026"
    assert report["2026-W53"] == "Vecka 53, 28 december 2026–3 januari 2027"


def test_one_concern_from_one_person():
    assert "1 tips från 1 person." in said([told("buskorning")])


def test_several_concerns_from_fewer_people():
    concerns = [told("buskorning", by=1), told("buskorning", by=1), told("buskorning", by=2)]
    assert "3 tips från 2 personer." in said(concerns)


def test_imported_reports_are_not_called_people():
    imported = times(2, "buskorning", source=Source.IMPORT)
    assert "2 införda rapporter." in said(imported)
    both = said([*imported, told("buskorning")])
    assert "3 tips: 1 från 1 person och 2 införda rapporter." in both


def test_an_empty_week_says_so():
    text = said([], older=True)
    assert "Inget att rapportera den här veckan." in text
    assert "Ingen har skrivit om det här." in text
    assert "Teman" not in text


def test_nobody_is_said_to_be_silent_where_something_may_be_withheld():
    nothing = {
        "norrby": "Inget att rapportera den här veckan.",
        "vald": "Inga tips den här veckan, känsliga teman oräknade.",
    }
    for focus_area, lead in nothing.items():
        text = said([told("nara_relation", area="Norrby")], focus_area=focus_area)
        assert lead in text
        assert "Ingen har skrivit" not in text


def test_the_first_week_has_nothing_to_compare_with():
    assert "Det är första veckan" in said([told("buskorning")])


def test_too_few_weeks_to_say_what_is_usual():
    text = said(times(4, "buskorning"), weeks_before([2, 3], "buskorning"))
    assert "Tidigare var det 2–3 i veckan; det är för lite" in text
    assert "tydligt" not in text.lower()


def test_a_difference_that_may_be_chance_is_called_so():
    text = said(times(8, "buskorning"), weeks_before([5, 6, 5, 6], "buskorning"))
    assert "Vanligen är det 5–6 i veckan; skillnaden kan vara en slump." in text


def test_a_real_increase_is_told_with_its_place():
    text = said(
        times(9, "buskorning", area="Norrby"),
        weeks_before([1, 1, 2, 1, 0, 2, 1, 1], "buskorning", area="Norrby"),
    )
    assert "▲ Buskörning i Norrby: 9, vanligen färre än 3" in text
    assert "Det är tydligt fler än vanligt (vanligen 0–2 i veckan)." in text
    assert "▲ Norrby: 9" not in text  # one line says it


def test_a_theme_gone_quiet_is_told():
    text = said([], weeks_before([9, 8, 10, 9, 9, 8, 11, 9], "buskorning"))
    assert "▼ Buskörning: 0, vanligen 8–11" in text


def test_what_is_withheld_is_said():
    text = said(times(2, "nara_relation", area="Norrby"), focus_area="vald")
    assert "färre än 3 personer, antalet visas inte" in text
    assert "Norrby" not in text


def test_how_a_digest_comes_is_said_before_its_content():
    text = said([], notices=["Den kommer två veckor sent."])
    assert text.index("två veckor sent") < text.index("Inget att rapportera")
    assert "kommer i efterhand" not in said([])


def test_what_residents_wrote_never_becomes_markup():
    quote = '<b>fet</b> & <a href="tg://x">länk</a> </blockquote>'
    messages = telegram_messages(build_report(facts([]), [quote], config(), texts()))
    assert quote in "".join(parse_html(message).text for message in messages)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=200), max_size=10), st.integers(0, 72))
def test_every_message_parses_and_is_short_enough(quotes, areas):
    concerns = [
        concern for area in config().areas[:areas] for concern in times(3, "brand", area=area)
    ]
    report = build_report(facts(concerns, focus_area="brand"), quotes, config(), texts())
    for message in telegram_messages(report):
        assert 0 < utf16_length(parse_html(message).text) <= 4096


def test_a_digest_too_long_for_one_message_comes_in_several():
    concerns = [concern for area in config().areas for concern in times(3, "brand", area=area)]
    report = build_report(facts(concerns, focus_area="brand"), ["å" * 190] * 10, config(), texts())
    assert len(telegram_messages(report)) > 1


def test_the_week_and_all_sentences_exist_in_english_too():
    english = load_texts(["en", "sv"], default="en")
    swedish_first = config()
    english_first = swedish_first.__class__(
        **{**vars(swedish_first), "languages": ("en", *swedish_first.languages)}
    )
    concerns = [
        *times(9, "buskorning", area="Norrby", urgency="soon"),
        told("fortkorning", "buskorning", urgency="now", needs_human=True),
        told("buskorning", kind="positive"),
        told(),
        *times(3, "buskorning", language="so"),
    ]
    found = facts(concerns, weeks_before([1, 1, 2], "buskorning", area="Norrby"))
    text = plain_text(build_report(found, [], english_first, english))
    assert f"Week {WEEK.number}, 16–22 November 2026" in text
    assert "13 reports from 13 people." in text
    assert "▲ Reckless riding in Norrby: 9, usually fewer than 3: a clear increase." in text


def test_every_language_has_the_same_texts_with_the_same_values():
    assert _messages("en") == _messages("sv")


def _messages(language):
    source = (files("bot.texts") / f"digest_{language}.ftl").read_text("utf-8")
    entries = [entry for entry in parse(source).body if isinstance(entry, Message)]
    return {
        entry.id.name: set(re.findall(r"\$(\w+)", source[entry.span.start : entry.span.end]))
        for entry in entries
    }
