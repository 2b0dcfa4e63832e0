"""A reading as an admin looks at it: what was understood, and what it rests on."""

import re
from collections.abc import Iterable, Iterator

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.cli.concern_text import legible
from bot.cli.terminal import bar, rate
from bot.config.config import Config
from bot.focus_areas import focus_areas_of
from nlp.explanation import Explanation, explanation_of
from nlp.personal_data.markers import MARKERS
from nlp.reading import Danger, Kind, Reading, Urgency

_SPOKE, _PLACE, _MASKED = "bold magenta", "underline cyan", "reverse yellow"
_LABEL = 18
KINDS = {
    Kind.CONCERN: "tips eller oro",
    Kind.POSITIVE: "beröm",
    Kind.QUESTION: "fråga",
    Kind.CHATTER: "småprat",
    Kind.SPAM: "skräp",
}
URGENCIES = {
    Urgency.NOW: ("nu", "bold red"),
    Urgency.SOON: ("snart", "bold yellow"),
    Urgency.NORMAL: ("nej", "dim"),
}
_DANGERS = {
    Danger.LIFE: "fara för liv",
    Danger.SUICIDE: "tankar på självmord",
    Danger.PARTNER_VIOLENCE: "våld i nära relation",
    Danger.CHILD: "ett barn som far illa",
    Danger.CRIME: "brott",
}
LANGUAGES = {
    "sv": "svenska",
    "en": "engelska",
    "ar": "arabiska",
    "bs": "bosniska",
    "fa": "persiska",
    "fi": "finska",
    "pl": "polska",
    "so": "somaliska",
    "uk": "ukrainska",
}
_REMEDIES = {
    "theme_unsure": "Fler meningar i examples/{theme}.txt gör temat säkrare.",
    "no_theme": "Fler meningar i det tema som borde passa hjälper, eller ett nytt tema.",
}


def shown_reading(text: str, reading: Reading, config: Config, *, legend: bool) -> RenderableType:
    """The text with what was found in it marked, and a line for everything read of it.

    A `legend` says what the colours mean, where there are any.
    """
    told = explanation_of(reading)
    spoke = told.words.get(reading.theme_ids[0], ()) if reading.themes else ()
    panel = Panel(
        _marked(text, reading, spoke),
        box=ROUNDED,
        border_style="dim",
        subtitle=_legend(reading, spoke) if legend else None,
        subtitle_align="right",
    )
    return Group(panel, _sorted(reading, told, config), _facts(reading, told, config), Text())


def _marked(text: str, reading: Reading, spoke: Iterable[str]) -> Text:
    """The masked text; the words that spoke for the primary theme and the places are marked."""
    marked = Text(text)
    for word in spoke:
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            marked.stylize(_SPOKE, found.start(), found.end())
    for place in reading.places:
        marked.stylize(_PLACE, place.start, place.end)
    shown, position = Text(), 0
    for span in reading.pii:
        shown.append_text(marked[position : span.start])
        shown.append(MARKERS[span.label], style=_MASKED)
        position = span.end
    shown.append_text(marked[position:])
    shown.plain = legible(shown.plain.replace("\r", " "))
    return shown


def _legend(reading: Reading, spoke: Iterable[str]) -> Text:
    used = {
        ("talar för temat", _SPOKE): bool(tuple(spoke)),
        ("plats", _PLACE): any(place.end > place.start for place in reading.places),
        ("maskeras", _MASKED): bool(reading.pii),
    }
    named = [Text(name, style=style) for (name, style), shown in used.items() if shown]
    return Text(" · ", style="dim").join(named)


def _sorted(reading: Reading, told: Explanation, config: Config) -> Table:
    """Kind and themes, each with its probability and the words that spoke for it."""
    made = _grid()
    made.add_column(no_wrap=True)
    made.add_column(no_wrap=True)
    made.add_column()
    score = told.kind_score
    style = _bar_style(unsure="kind" in told.doubts)
    drawn = (bar(score, style), rate(score, 2)) if score is not None else ("", "")
    made.add_row("  Sort", *drawn, Text(KINDS[reading.kind]))
    for label, theme_score, style, said in _themes(reading, told, config):
        made.add_row(f"  {label}", bar(theme_score, style), rate(theme_score, 2), said)
    return made


def _themes(
    reading: Reading, told: Explanation, config: Config
) -> Iterator[tuple[str, float, str, Text]]:
    """Label, probability, style of the bar, and the theme with its words."""
    for number, theme in enumerate(reading.themes):
        unsure = not number and "theme_unsure" in told.doubts
        said = Text(_label(theme.id, config))
        if words := told.words.get(theme.id):
            said.append(" ←\N{NO-BREAK SPACE}", style="dim").append(
                ", ".join(words), style="" if number else _SPOKE
            )
        yield ("" if number else "Teman"), theme.score, _bar_style(unsure=unsure), said
    if told.second is not None:
        said = Text(f"{_label(told.second.id, config)}, näst bäst", style="dim")
        yield "", told.second.score, "dim", said


def _grid() -> Table:
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(style="bold", no_wrap=True, min_width=_LABEL)
    return made


def _bar_style(*, unsure: bool) -> str:
    return "yellow" if unsure else "green"


def _label(theme_id: str, config: Config) -> str:
    theme = config.theme(theme_id)
    return theme_id if theme is None else theme.label["sv"]


def _facts(reading: Reading, told: Explanation, config: Config) -> Table:
    made = _grid()
    made.add_column()
    for name, value in {
        **({} if reading.themes else {"Teman": Text("inget", style="dim")}),
        "Område": Text(reading.area) if reading.area else Text("framgår inte", style="dim"),
        "Platser": _places(reading),
        "Brådskar": _urgency(reading),
        "Återkommer": Text("ja") if reading.recurring else _no(),
        "Språk": Text(LANGUAGES.get(reading.language, reading.language)),
        "Hamnar hos": _focus_areas(reading, config),
        "Till en människa": _human(reading, told),
    }.items():
        made.add_row(f"  {name}", value)
    return made


def _places(reading: Reading) -> Text:
    named = [
        Text.assemble(
            (place.name, _PLACE), f" i {place.area}" if place.area not in (None, place.name) else ""
        )
        for place in reading.places
    ]
    return Text(", ").join(named) if named else Text("inga", style="dim")


def _urgency(reading: Reading) -> Text:
    named, style = URGENCIES[reading.urgency]
    danger = f", {_DANGERS[reading.danger]}" if reading.danger else ""
    return Text(named + danger, style=style)


def _focus_areas(reading: Reading, config: Config) -> Text:
    if reading.kind not in (Kind.CONCERN, Kind.POSITIVE):
        return Text("ingen grupp", style="dim")
    areas = focus_areas_of(themes=reading.theme_ids, area=reading.area, config=config)
    return Text(", ".join(area.label["sv"] for area in areas) or "ingen grupp")


def _no() -> Text:
    return Text("nej", style="dim")


def _human(reading: Reading, told: Explanation) -> Text:
    if not reading.needs_human:
        return _no()
    lines = [Text(f"ja: {', '.join(told.reasons.values())}", style="yellow")]
    theme = next(iter(reading.theme_ids), "")
    if "language" not in told.doubts:
        lines += [
            Text(_REMEDIES[doubt].format(theme=theme), style="dim")
            for doubt in told.doubts
            if doubt in _REMEDIES
        ]
    return Text("\n").join(lines)
