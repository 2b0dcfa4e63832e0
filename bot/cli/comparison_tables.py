"""Two measurements next to each other, for a terminal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.concern_text import legible
from bot.cli.evaluate_tables import FIGURES, LOW_IS_GOOD, UNJUDGED, table
from bot.cli.terminal import console, rate
from nlp.evaluation.aspects import Value
from nlp.evaluation.comparison import Change, ChangedMessage, Comparison, Difference, Verdict

_ASPECTS = {
    "kind": "sort",
    "primary_theme": "viktigaste tema",
    "themes": "teman",
    "area": "område",
    "places": "platser",
    "urgency": "brådska",
    "recurring": "återkommer",
    "language": "språk",
    "pii": "personuppgifter",
    "doubts": "frågas en människa om",
}
_DOUBTS = {
    "language": "läses bara delvis",
    "kind": "osäker sort",
    "no_theme": "inget tema passar",
    "theme_unsure": "osäkert tema",
    "other": "annat skäl",
}
_HEADINGS = {
    Verdict.WORSE: ("Blev fel", "red"),
    Verdict.MIXED: ("Blev både rätt och fel", "yellow"),
    Verdict.BETTER: ("Blev rätt", "green"),
    Verdict.OTHER: ("Läses annorlunda, varken bättre eller sämre", "dim"),
}
_JUDGED = {
    (True, False): Text("blev fel", style="red"),
    (False, True): Text("blev rätt", style="green"),
    (False, False): Text("fel som förut", style="dim"),
    (True, True): Text("rätt som förut", style="dim"),
}
_LEAST = 0.0005


def show_comparison(comparison: Comparison, *, when: datetime, same_config: bool) -> None:
    """Print which figures differ from those measured at `when`, and what changed."""
    out = console()
    config = "samma konfiguration" if same_config else "en annan konfiguration"
    out.print(Text(f"\nJämfört med {when:%Y-%m-%d %H:%M}, {config}", style="bold"))
    named = {FIGURES[name]: figure for name, figure in comparison.figures.items()}
    falling = {FIGURES[name] for name in LOW_IS_GOOD}
    out.print(_differences("Mått", named, falling, {FIGURES[name] for name in UNJUDGED}))
    moved = {
        theme: figure
        for theme, figure in comparison.themes.items()
        if figure.before != figure.after
    }
    if moved:
        out.print(_differences("F1 per tema, där det skiljer", moved, frozenset(), frozenset()))
    for verdict, (heading, style) in _HEADINGS.items():
        of_it = [message for message in comparison.changed if message.verdict is verdict]
        if of_it:
            _show_messages(out, Text(f"{heading} ({len(of_it)})", style=f"bold {style}"), of_it)
    if not comparison.changed:
        out.print("Inget meddelande läses annorlunda.")


def _differences(
    title: str,
    rows: Mapping[str, Difference],
    falling: frozenset[str] | set[str],
    unjudged: frozenset[str] | set[str],
) -> Table:
    made = table("", title, "Förut", "Nu", "Skillnad")
    for name, figure in rows.items():
        change = figure.change
        good = None if name in unjudged or not change else (change > 0) is not (name in falling)
        made.add_row(name, rate(figure.before), rate(figure.after), _signed(change, good))
    return made


def _signed(change: float | None, good: bool | None) -> Text:
    if change is None or abs(change) < _LEAST:
        return Text("–" if change is None else "0", style="dim")
    style = "" if good is None else "green" if good else "red"
    return Text(f"{change:+.3f}".replace(".", ",").replace("-", "−"), style=style)


def _show_messages(out: Console, heading: Text, messages: Sequence[ChangedMessage]) -> None:
    out.print(heading)
    made = Table(box=SIMPLE_HEAD, show_header=False, pad_edge=False)
    made.add_column(no_wrap=True, style="bold")
    made.add_column()
    for message in messages:
        told = Text(legible(" ".join(message.masked.split())), style="italic")
        made.add_row(message.id, Text("\n").join([told, *map(_change, _worth_telling(message))]))
        made.add_section()
    out.print(made)


def _worth_telling(message: ChangedMessage) -> list[Change]:
    """The changes, without all themes where the primary one says the same."""
    primary = any(change.aspect == "primary_theme" for change in message.changes)
    return [
        change
        for change in message.changes
        if not (change.aspect == "themes" and primary and _is_one(change))
    ]


def _is_one(change: Change) -> bool:
    return all(isinstance(v, list) and len(v) <= 1 for v in (change.before, change.after))


def _change(change: Change) -> Text:
    told = Text(f"  {_ASPECTS[change.aspect]}: {_value(change.before)} → {_value(change.after)}  ")
    if change.was_right is not None and change.is_right is not None:
        told.append_text(_JUDGED[change.was_right, change.is_right])
    if change.is_right is False:
        told.append(f" (rätt är {_value(change.wanted)})", style="dim")
    return told


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return ", ".join(_DOUBTS.get(item, item) for item in value) or "inget"
    return value or "inget"
