"""Every text of a lägesbild is there in every language, says the same values, and is said."""

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from fluent.syntax import parse
from fluent.syntax.ast import Message

from bot.lagesbild.building import build
from bot.lagesbild.material import Material
from bot.lagesbild.spans import Span
from bot.lagesbild.whole import WHOLE
from bot.texts.catalogue import load_texts
from tests.bot.digest.builders import ZONE, times
from tests.bot.lagesbild.builders import QUARTER, WEEKS, pictures, wider

SAID_BY_NAME = ("heading", "caption")


def messages(language):
    source = (files("bot.texts") / f"lagesbild_{language}.ftl").read_text("utf-8")
    entries = [e for e in parse(source).body if isinstance(e, Message)]
    lines = {e.id.name: source[e.span.start : e.span.end] for e in entries}
    return {key: set(re.findall(r"\{ ?\$(\w+)", text)) for key, text in lines.items()}


def test_english_has_the_same_texts_with_the_same_values_as_swedish():
    assert messages("en") == messages("sv")


def test_every_text_is_said_somewhere():
    code = "\n".join(path.read_text("utf-8") for path in Path("bot/lagesbild").rglob("*.py"))
    keys = [key.removeprefix("lagesbild-") for key in messages("sv")]
    unsaid = [k for k in keys if f'"{k}"' not in code and k.rsplit("-")[-1] not in SAID_BY_NAME]
    assert unsaid in ([], ["whole"])


def test_a_municipality_may_have_it_in_english():
    config = replace(wider(), languages=("en", "sv"))
    found = pictures(times(5, "buskorning", area="Norrby", week=WEEKS[0].week))
    material = Material(
        span=Span(period=QUARTER),
        now=QUARTER.bounds(ZONE)[1],
        config=config,
        facts=found[WHOLE],
        quotes=(),
    )
    made = build(material, load_texts(["en", "sv"], default="en"))
    assert (made.language, made.title) == ("en", "Situation report: The whole municipality")
