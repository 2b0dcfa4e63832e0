"""`make card`: writes the measured tables of docs/reading.md anew.

What stands above the line `<!-- measured -->` is written by hand and stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from nlp.evaluation.evaluate import Group, Report, evaluate
from nlp.evaluation.gold import GoldMessage, read_gold
from nlp.reader import Reader

ROOT = Path(__file__).parents[2]
CARD = ROOT / "docs" / "reading.md"
GOLD = ROOT / "tests" / "data" / "held_out.jsonl"
MARK = "<!-- measured -->"

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
    "for_a_human": "marked for a human, share of all",
}


def main() -> None:
    """Read the held-out messages and replace the tables."""
    config = load_config(default_config_dir())
    reader = Reader(config.reader_config(cache_dir=Settings().cache_dir), show_progress=True)
    gold = read_gold(GOLD.read_text("utf-8").split("\n"))
    whole = measured(reader, gold)
    lines = [*headlines(whole), *languages(whole), *lengths(reader, gold), *themes(whole)]
    written_by_hand = CARD.read_text("utf-8").split(MARK)[0]
    CARD.write_text(f"{written_by_hand}{MARK}\n\n" + "\n".join(lines) + "\n", "utf-8")


def measured(reader: Reader, gold: Sequence[GoldMessage]) -> Report:
    return evaluate(gold, reader.read([message.text for message in gold]))


def headlines(report: Report) -> Iterator[str]:
    yield f"## All {report.messages} messages\n"
    rows = [(HEADLINES[k], number(v)) for k, v in report.figures.items() if k in HEADLINES]
    yield from table(("what", "measured"), rows)


def languages(report: Report) -> Iterator[str]:
    yield "\n## By language\n"
    yield from table(
        ("language", "messages", "kind", "primary theme", "area", "urgency"),
        [(name, *group_row(group)) for name, group in report.by_language.items()],
    )


def lengths(reader: Reader, gold: Sequence[GoldMessage]) -> Iterator[str]:
    """Short, middling and long, counted in words."""
    bounds = {"up to 8 words": (0, 8), "9 to 25 words": (9, 25), "more": (26, 10_000)}
    rows = []
    for name, (least, most) in bounds.items():
        some = [m for m in gold if least <= len(m.text.split()) <= most]
        figures = measured(reader, some).figures
        names = ("kind_accuracy", "primary_theme_accuracy", "area_accuracy")
        rows.append((name, str(len(some)), *(number(figures[x]) for x in names)))
    yield "\n## By length\n"
    yield from table(("length", "messages", "kind", "primary theme", "area"), rows)


def themes(report: Report) -> Iterator[str]:
    yield "\n## By theme\n"
    rows = []
    for name, found in sorted(report.themes.items()):
        figures = found.as_json()
        rows.append((f"`{name}`", *(number(figures[x]) for x in ("precision", "recall"))))
    yield from table(("theme", "precision", "recall"), rows)
    yield "\nMost often taken for another:\n"
    for right, given, times in report.confusions[:8]:
        yield f"- `{right}` read as {f'`{given}`' if given else 'none'}: {times}"


def group_row(group: Group) -> tuple[str, ...]:
    fields = group.as_json()
    names = ("kind", "primary_theme", "area", "urgency")
    return (str(fields["messages"]), *(number(fields[name]) for name in names))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
