"""`make card`: measures the reading and writes what docs/reading.md says of it anew.

What stands outside the marks `<!-- NAME -->` … `<!-- /NAME -->` is written by hand and stays.
`measured` is made from the repository's own gold; `second` from another gold file, if one is
given on the command line, and else left as it is.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from nlp.evaluation.evaluate import evaluate
from nlp.evaluation.gold import read_gold
from nlp.evaluation.measures import Found
from nlp.evaluation.report import Group, Report
from nlp.reader import Reader

ROOT = Path(__file__).parents[2]
CARD = ROOT / "docs" / "reading.md"
GOLD = ROOT / "tests" / "data" / "held_out.jsonl"

HEADLINES = {
    "kind_accuracy": "kind, accuracy",
    "primary_theme_accuracy": "primary theme, accuracy (sv, en)",
    "themes_micro_f1": "themes, micro-F1 (sv, en)",
    "area_accuracy": "area, accuracy, none included",
    "wrong_area_where_none": "wrong area where there is none",
    "now_recall": "urgency `now`, recall",
    "now_precision": "urgency `now`, precision",
    "soon_recall": "urgency `soon`, recall",
    "soon_precision": "urgency `soon`, precision",
    "pii_recall": "personal data, recall",
    "pii_precision": "personal data, precision",
    "language_accuracy": "language, accuracy",
    "recurring_accuracy": "recurring, accuracy",
    "places_f1": "places, F1 over names",
    "calibration_error": "calibration of the primary theme, expected error",
    "other_languages_for_a_human": "other languages, marked for a human",
    "other_languages_area": "other languages, area right",
    "other_languages_urgency": "other languages, urgency right",
    "for_a_human": "marked for a human, share of all",
}
CERTAINTY = {
    ("kind", "sure"): "kind, sure",
    ("kind", "unsure"): "kind, in doubt",
    ("theme", "sure"): "primary theme, sure",
    ("theme", "unsure"): "primary theme, in doubt",
    ("theme", "none"): "primary theme, none fits",
    ("area", "given"): "area, told",
    ("area", "none"): "area, not told",
    ("whole", "alone"): "kind, theme and area, nothing asked",
    ("whole", "for_a_human"): "kind, theme and area, a human asked",
}
GOOD, BAD = 0.9, 0.75
ENOUGH = 5
"""Of fewer messages nothing is said in words."""


def main() -> None:
    """Measure, and replace what stands between the marks."""
    config = load_config(default_config_dir())
    reader = Reader(config.reader_config(cache_dir=Settings().cache_dir), show_progress=True)
    card = CARD.read_text("utf-8")
    card = replaced(card, "measured", measured_part(measured(reader, GOLD, config), config))
    for second in sys.argv[1:2]:
        card = replaced(card, "second", headlines(measured(reader, Path(second), config)))
    CARD.write_text(card, "utf-8")


def measured(reader: Reader, file: Path, config: Config) -> Report:
    themes = {theme.id for theme in config.themes}
    gold = read_gold(file.read_text("utf-8").split("\n"), themes=themes)
    return evaluate(gold, reader.read([message.text for message in gold]))


def replaced(card: str, mark: str, lines: Iterable[str]) -> str:
    """The page with the lines between the marks of that name."""
    opening, closing = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, rest = card.split(opening)
    after = rest.split(closing)[1]
    written = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return f"{before}{opening}\n\n{written}\n\n{closing}{after}"


def measured_part(report: Report, config: Config) -> Iterator[str]:
    yield f"## In short, of {report.messages} messages\n"
    for said in in_short(report, config):
        yield fill(said, 100, initial_indent="- ", subsequent_indent="  ")
    yield "\n## All figures\n"
    yield from headlines(report)
    yield from themes(report)
    yield from grouped("By language", "language", report.by_language)
    yield from grouped("By length", "words", report.by_length)
    yield from grouped("By what makes a text hard", "tag", report.by_tag)
    yield from calibration(report)
    yield from certainty(report)


def in_short(report: Report, config: Config) -> Iterator[str]:
    """The figures in words."""
    sure, unsure = report.certainty["theme"]["sure"], report.certainty["theme"]["unsure"]
    none = report.certainty["theme"]["none"]
    asked = sure.messages + unsure.messages + none.messages
    right = report.figures["primary_theme_accuracy"]
    if right is not None:
        by_chance = 1.96 * (right * (1 - right) / asked) ** 0.5
        yield (
            f"Of 100 concerns in Swedish or English, {hundred(right)} get the right first theme "
            f"(measured on {asked}; chance alone moves that by {hundred(by_chance)} either way)."
        )
    yield (
        f"It is sure of its theme in {hundred(sure.share)} of 100, and then right in "
        f"{hundred(sure.right)} of 100. Of the others, which go to a human, its guess is right in "
        f"{hundred(unsure.right)} of 100."
    )
    yield (
        f"The area is right in {hundred(report.figures['area_accuracy'])} of 100. Of 100 things to "
        f"mask {hundred(report.figures['pii_recall'])} are masked."
    )
    found = {label(config, theme): counts for theme, counts in report.themes.items()}
    enough = {name: counts for name, counts in found.items() if counts.wanted >= ENOUGH}
    yield f"Reads well (F1 from {number(GOOD)}): {listed(enough, GOOD, 2)}."
    yield f"Reads badly (F1 under {number(BAD)}): {listed(enough, 0, BAD)}."
    hard = {
        name.replace("_", " "): group.primary_theme
        for name, group in report.by_tag.items()
        if group.themed >= ENOUGH and (group.primary_theme or 0) < BAD
    }
    told = [f"{name} ({number(rate)})" for name, rate in sorted(hard.items(), key=by_rate)]
    yield f"The first theme is right in under {hundred(BAD)} of 100 of these: {joined(told)}."


def listed(found: Mapping[str, Found], least: float, most: float) -> str:
    rates = {name: counts.f1 or 0.0 for name, counts in found.items()}
    some = [name for name, rate in sorted(rates.items(), key=by_rate) if least <= rate < most]
    return joined(some if most <= 1 else some[::-1])


def by_rate(item: tuple[str, float | None]) -> tuple[float, str]:
    return (item[1] or 0.0, item[0])


def joined(names: Sequence[str]) -> str:
    return "; ".join(names) or "none"


def label(config: Config, theme_id: str) -> str:
    theme = config.theme(theme_id)
    return f"`{theme_id}`" if theme is None else theme.label["en"]


def headlines(report: Report) -> Iterator[str]:
    rows = [(HEADLINES[k], number(v)) for k, v in report.figures.items() if k in HEADLINES]
    yield from table(("what", "measured"), rows)


def themes(report: Report) -> Iterator[str]:
    yield "\n## By theme\n"
    rows = []
    for name, found in sorted(report.themes.items(), key=lambda item: -(item[1].f1 or 0.0)):
        rates = map(number, (found.precision, found.recall, found.f1))
        rows.append((f"`{name}`", str(found.wanted), *rates))
    yield from table(("theme", "messages", "precision", "recall", "F1"), rows)
    yield "\nMost often taken for another:\n"
    for right, given, times in report.confusions[:8]:
        yield f"- `{right}` read as {f'`{given}`' if given else 'none'}: {times}"


def grouped(title: str, what: str, groups: Mapping[str, Group]) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield from table(
        (what, "messages", "kind", "primary theme", "of", "area", "urgency"),
        [
            (
                name,
                str(group.messages),
                number(group.kind),
                number(group.primary_theme),
                str(group.themed),
                number(group.area),
                number(group.urgency),
            )
            for name, group in groups.items()
        ],
    )


def calibration(report: Report) -> Iterator[str]:
    yield "\n## What its probabilities are worth\n"
    yield "A theme said with 0.8 should be right in four of five."
    yield ""
    yield from table(
        ("probability of the primary theme", "messages", "said, on average", "right"),
        [
            (
                f"{held.least:.1f}–{held.most:.1f}",
                str(held.count),
                number(held.said),
                number(held.right),
            )
            for held in report.calibration
        ],
    )


def certainty(report: Report) -> Iterator[str]:
    yield "\n## What it is sure of, and what it asks about\n"
    yield from table(
        ("what", "messages", "share", "right"),
        [
            (CERTAINTY[what, said], str(some.messages), number(some.share), number(some.right))
            for what, parts in report.certainty.items()
            for said, some in parts.items()
        ],
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def hundred(share: float | None) -> str:
    """How many of a hundred a share is."""
    return "–" if share is None else f"{100 * share:.0f}"


if __name__ == "__main__":
    main()
