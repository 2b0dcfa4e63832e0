"""Every language has every text, and every text says the same values."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message

from bot.errors import TextMissing
from bot.texts.catalogue import Texts, load_texts


def messages(language: str) -> dict[str, set[str]]:
    source = (files("bot.texts") / f"{language}.ftl").read_text("utf-8")
    entries = [e for e in parse(source).body if isinstance(e, Message)]
    lines = {e.id.name: source[e.span.start : e.span.end] for e in entries}
    return {key: set(re.findall(r"\{ ?\$(\w+)", text)) for key, text in lines.items()}


def test_english_has_the_same_texts_with_the_same_values_as_swedish():
    assert messages("en") == messages("sv")


def test_values_are_escaped():
    texts = Texts({"sv": "x = Hej { $name }"}, default="sv")
    assert texts.html("sv", "x", name="<b>&") == "Hej &lt;b&gt;&amp;"
    assert texts.plain("sv", "x", name="<b>&") == "Hej <b>&"


def test_an_unknown_language_falls_back_to_the_default():
    texts = Texts({"sv": "x = Hej", "en": "x = Hello"}, default="sv")
    assert texts.html("en-US", "x") == "Hello"
    assert texts.html("de", "x") == "Hej"
    assert texts.html("sv", "x") == "Hej"


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
    begun = ("unreadable-", "status-", "weekday-", "alert-told-", "danger-", "command-")
    unsaid = [k for k in messages("sv") if f'"{k}"' not in code and not k.startswith(begun)]
    assert unsaid == []
