"""Every language has every text, and every text says the same values."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message, SelectExpression
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot.config.duties import languages_with_texts
from bot.dialogue.events import Command
from bot.dialogue.languages import _LONGEST_NAME
from bot.errors import TextMissing
from bot.texts.catalogue import GROUP_LANGUAGES, Texts, load_texts, primary
from bot.texts.direction import END, ISOLATE, MARK, RIGHT_TO_LEFT, right_to_left, undirected
from tests.bot.talk import CONFIG

LANGUAGES = languages_with_texts()
OTHERS = [language for language in LANGUAGES if language != "sv"]
TEXTS = load_texts(LANGUAGES, default="sv")

FOR_GROUPS = ("group-", "alert", "admin-", "digest-", "delivery-", "weekday-")
"""How the keys begin that only groups and admins read, in the languages of theirs."""

NOT_SENT = {"place-skip-words", "language-words"}
BUTTONS = re.compile(
    r".*-button(-.*)?|position-(yes|no)|delete-(yes|no)|place-share-cancel|language-name"
)

PLURALS = {
    "sv": {"one", "other"},
    "en": {"one", "other"},
    "ar": {"zero", "one", "two", "few", "many", "other"},
    "so": {"one", "other"},
    "fi": {"one", "other"},
    "bs": {"one", "few", "other"},
    "fa": {"one", "other"},
    "pl": {"one", "few", "many", "other"},
    "uk": {"one", "few", "many", "other"},
}
"""Source: Unicode CLDR 46, cardinal plural rules."""

LONGEST = {
    "controller": "Kommunstyrelsen i Upplands Väsby kommun, brottsförebyggande enheten",
    "council": "Brottsförebyggande rådet och folkhälsorådet i Upplands Väsby kommun",
    "municipality": "Upplands Väsby kommun",
    "email": "brottsforebyggande.samordnare@trygghet.upplandsvasby.example.se",
    "dpo": "dataskyddsombud@kommunstyrelsen.upplandsvasby.example.se",
    "emergency": "112",
    "police": "114 14",
    "number": "020-50 50 50",
    "reference": "B-7K3Q",
    "date": "2026-11-16",
    "days": 3650,
    "count": 10,
    "page": 3,
    "pages": 4,
}
"""As long as they may plausibly get; other values are `LONG_NAME`, the four privacy texts too."""
LONG_NAME = "Våld i nära relation och hedersförtryck, Nedre Hässleholmstorgets gångtunnel"
PRIVACY = dict.fromkeys(("purpose", "legal_basis", "who_reads", "not_a_police_report"), "å" * 450)

TAG = re.compile(r"</?(\w+)>")
LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")


def entries(language: str) -> dict[str, Message]:
    source = (files("bot.texts") / f"{language}.ftl").read_text("utf-8")
    return {e.id.name: e for e in parse(source).body if isinstance(e, Message)}


def messages(language: str) -> dict[str, set[str]]:
    source = (files("bot.texts") / f"{language}.ftl").read_text("utf-8")
    return {
        key: set(re.findall(r"\{ ?\$(\w+)", source[entry.span.start : entry.span.end]))
        for key, entry in entries(language).items()
    }


VALUES = messages("sv")
RESIDENTS = [key for key in VALUES if not key.startswith(FOR_GROUPS)]


def said(language: str, key: str) -> str:
    """The text with values as long as may be."""
    known = LONGEST | PRIVACY
    return TEXTS.html(language, key, **{v: known.get(v, LONG_NAME) for v in VALUES[key]})


def everything(language: str) -> Iterator[tuple[str, str]]:
    return ((key, said(language, key)) for key in RESIDENTS)


def test_the_ten_languages_are_there_and_offered():
    assert set(LANGUAGES) == {"sv", "sv-simple", "en", "ar", "so", "fi", "bs", "fa", "pl", "uk"}
    assert set(CONFIG.languages) == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_texts_of_swedish_with_the_same_values(language):
    wanted = VALUES if language in GROUP_LANGUAGES else {key: VALUES[key] for key in RESIDENTS}
    assert messages(language) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_no_broken_entries_and_only_known_markup(language):
    source = (files("bot.texts") / f"{language}.ftl").read_text("utf-8")
    assert [e for e in parse(source).body if type(e).__name__ == "Junk"] == []
    for key, text in everything(language):
        tags = TAG.findall(text)
        assert set(tags) <= {"b", "i"}, key
        assert tags == [tag for tag in tags[::2] for _ in "ab"], key
        assert not re.search(r"[<>]", TAG.sub("", text)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_the_limits_of_telegram(language):
    for key, text in everything(language):
        if key.startswith("command-"):
            assert len(text) <= 256, key
        elif BUTTONS.fullmatch(key) and not VALUES[key]:
            assert len(text) <= 64, key
        else:
            assert len(text.encode("utf-16-le")) <= 2 * 4096, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_special_about_privacy_fits_one_message(language):
    told = "\n\n".join([said(language, "privacy-answers"), said(language, "privacy-pace")])
    assert len(told.encode("utf-16-le")) <= 2 * 4096


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_with_its_helplines_fits_one_message(language):
    lines = [
        TEXTS.html(language, "help-line", label="å" * 90, number="020-50 50 50", hours="å" * 90)
        for _ in range(10)
    ]
    assert len("\n".join([said(language, "help"), said(language, "help-lines"), *lines])) <= 4096


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_told_in_every_category_of_the_language(language):
    found: list[set[str]] = []

    class Selections(Visitor):
        def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802
            found.append({getattr(v.key, "name", "") for v in node.variants})
            self.generic_visit(node)

    own = entries(language)
    for key in RESIDENTS:
        Selections().visit(own[key])
    plural = [names for names in found if names & {"one", "two", "few", "many"}]
    assert plural == [PLURALS[primary(language)]]


@pytest.mark.parametrize(
    ("language", "days", "text"),
    [
        ("sv", 1, "1 dag"),
        ("sv-simple", 90, "90 dagar"),
        ("ar", 2, "يومين"),
        ("ar", 90, "يوماً"),
        ("pl", 22, "22 dni"),
        ("uk", 1, "1 день"),
        ("uk", 22, "22 дні"),
        ("uk", 90, "90 днів"),
        ("fi", 90, "90 päivää"),
    ],
)
def test_days_are_counted_as_the_language_does(language, days, text):
    assert TEXTS.html(language, "days", days=days).endswith(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_begins_with_the_number_to_call_in_ascii(language):
    first, *_ = said(language, "danger-now").splitlines()
    assert "112" in first and len(TAG.sub("", first)) <= 45
    for key in (k for k in RESIDENTS if "emergency" in VALUES[k]):
        assert "112" in said(language, key), key
    assert not re.search(r"[٠-٩۰-۹]", "".join(text for _, text in everything(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_contact_names_every_way_on(language):
    known = {f"/{command.value}" for command in Command}
    assert {f"/{c}" for c in ("hjalp", "integritet", "mina", "radera", "sprak")} <= set(
        re.findall(r"/[a-z]+", TAG.sub("", said(language, "welcome")))
    )
    for key, text in everything(language):
        assert set(re.findall(r"(?<![\w<])/[a-z]+", text)) <= known, key


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_what_runs_from_left_to_right_is_isolated_and_lines_begin_from_the_right(language):
    for key, text in everything(language):
        bare = TAG.sub("", text)
        outside = re.sub(f"{ISOLATE}[^{ISOLATE}{END}]*{END}", "", bare)
        assert not LATIN.search(outside) and not {ISOLATE, END} & set(outside), key
        for line in outside.splitlines():
            strong = next((sign for sign in line if sign.isalpha()), None)
            assert strong is None or "\u0590" < strong < "\u0800", key


def test_numbers_commands_and_names_are_isolated_whole():
    def shown(html: str) -> str:
        marks = str.maketrans({ISOLATE: "[", END: "]", MARK: "~"})
        return right_to_left(html).translate(marks)

    assert shown("اتصل 020-50 50 50.") == "اتصل [020-50 50 50]."
    assert shown("<b>B-7K3Q</b> حُفظ") == "~<b>[B-7K3Q]</b> حُفظ"
    assert shown("/mina يعرض") == "~[/mina] يعرض"
    assert shown("في Hässle torg, Hässleholmen.") == "في [Hässle torg, Hässleholmen]."
    assert shown("الأرقام 112, 114 14") == "الأرقام [112], [114 14]"
    assert shown("من A&amp;B &lt; (imy.se)") == "من [A&amp;B] &lt; ([imy.se])"
    assert shown("سطر\n\nHej") == "سطر\n\n~[Hej]"
    assert right_to_left(right_to_left("في Borås")) == right_to_left("في Borås")


@given(
    st.lists(st.sampled_from(["في", "Borås", "020-50 50", " ", ", ", ". ", "<b>", "&amp;", "\n"]))
)
def test_directing_a_text_changes_nothing_else_and_is_done_once(pieces):
    text = "".join(pieces)
    directed = right_to_left(text)
    assert undirected(directed) == text
    assert right_to_left(directed) == directed
    assert directed.count(ISOLATE) == directed.count(END)


def test_every_name_of_a_language_is_short_enough_to_be_known_as_one():
    names = {
        name
        for language in TEXTS.languages
        for name in TEXTS.words(language, "language-words", "language-name")
    }
    assert max(map(len, names)) <= _LONGEST_NAME


def test_values_are_escaped():
    texts = Texts({"sv": "x = Hej { $name }"}, default="sv")
    assert texts.html("sv", "x", name="<b>&") == "Hej &lt;b&gt;&amp;"
    assert texts.plain("sv", "x", name="<b>&") == "Hej <b>&"


def test_an_unknown_language_falls_back_to_the_default_or_to_the_nearest():
    texts = Texts(
        {"sv": "x = Hej", "sv-simple": "x = Hej!", "en": "x = Hello", "bs": "x = Zdravo"},
        default="sv",
    )
    assert texts.html("en-US", "x") == "Hello"
    assert texts.html("de", "x") == "Hej"
    assert texts.html("sv-SE", "x") == "Hej"
    assert texts.html("sv-simple", "x") == "Hej!"
    assert texts.html("hr", "x") == "Zdravo"


def test_a_text_for_groups_is_in_the_default_language_where_it_is_not_translated():
    texts = Texts({"sv": "x = Hej\ny = Tema", "ar": "x = مرحباً"}, default="sv")
    assert texts.html("ar", "y") == "Tema"


@pytest.mark.parametrize("key", ["nothing", "x"])
def test_a_missing_text_or_value_is_an_error(key):
    texts = Texts({"sv": "x = Hej { $name }"}, default="sv")
    with pytest.raises(TextMissing):
        texts.html("sv", key)


def test_a_language_without_texts_is_an_error():
    with pytest.raises(TextMissing):
        load_texts(["sv", "xx"], default="sv")


def test_every_text_is_said_somewhere():
    code = "\n".join(path.read_text("utf-8") for path in Path("bot").rglob("*.py"))
    begun = (
        "unreadable-",
        "status-",
        "weekday-",
        "alert-told-",
        "danger-",
        "command-",
        "media-refused-",
        "group-answer-",
        "group-status-",
        "group-command-",
    )
    unsaid = [k for k in messages("sv") if f'"{k}"' not in code and not k.startswith(begun)]
    assert unsaid == []
