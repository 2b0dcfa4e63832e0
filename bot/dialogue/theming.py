"""What a concern is about, as the resident says: a few taps, never demanded."""

from collections.abc import Sequence

from bot.config.models import FocusArea, Theme
from bot.config.values import in_language
from bot.corrections import themes_with
from bot.dialogue.actions import Action, Verb, short
from bot.dialogue.receipt import button, receipt_buttons, theme_name
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from storage.concerns import Concern, Origin, StoredTheme
from storage.correction_values import RESIDENT

_MOST_LIKELY = 3
_SHORT_LABEL = 18
"""Characters of a label beside which another one still can be read on a phone."""


async def ask_theme(turn: Turn, concern: Concern) -> None:
    """Ask what it is about, the likeliest themes beyond the one given first."""
    likely = [_choice(turn, concern, theme) for theme in await _likely(turn, concern)]
    await _ask(turn, concern, [*likely, _way_to_all(turn, concern)])


async def list_focus_areas(turn: Turn, concern: Concern) -> None:
    """Show the fields that have themes, in the order of the configuration."""
    fields = [area for area in turn.config.focus_areas if turn.config.themes_of(area.id)]
    await _ask(turn, concern, [_field(turn, concern, area) for area in fields])


async def list_themes(turn: Turn, concern: Concern, value: str) -> None:
    """Show the themes of one field; an old button leads nowhere any more."""
    fields = [area for area in turn.config.focus_areas if short(area.id) == value]
    themes = [theme for area in fields for theme in turn.config.themes_of(area.id)]
    if not themes:
        await turn.say(turn.text("button-old"))
        return
    choices = [_choice(turn, concern, theme) for theme in themes]
    await _ask(turn, concern, [*choices, _way_to_all(turn, concern)])


async def choose_theme(turn: Turn, concern: Concern, theme: Theme) -> None:
    """Take the theme that a resident chose; what else was read of it stays beside it."""
    await _set(turn, concern, themes_with(concern, theme.id, Origin.RESIDENT))


async def choose_none(turn: Turn, concern: Concern) -> None:
    """Take it that no theme fits: a human sorts it."""
    await _set(turn, concern, ())


async def keep_theme(turn: Turn, concern: Concern) -> None:
    """Leave it as it is."""
    text = turn.text("theme-stays", reference=concern.reference)
    await turn.say(text, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)


def theme_meant(turn: Turn, value: str) -> Theme | None:
    """The theme that a button's value stands for, None if there is none (any more)."""
    return next((theme for theme in turn.config.themes if short(theme.id) == value), None)


async def _set(turn: Turn, concern: Concern, themes: Sequence[StoredTheme]) -> None:
    await turn.tx.corrections.themes(
        concern.id, themes, by=RESIDENT, config_version=turn.config.version, now=turn.now
    )
    changed = await turn.tx.concerns.get(concern.id) or concern
    key = "theme-set" if themes else "theme-none"
    theme = theme_name(turn, changed) or ""
    text = turn.text(key, reference=changed.reference, theme=theme)
    await turn.say(text, keyboard=receipt_buttons(turn, changed), concern_id=concern.id)


async def _likely(turn: Turn, concern: Concern) -> list[Theme]:
    """The likeliest themes besides the one that comes first, which may be the wrong one.

    First those read as well, then what else scored as likely, then the neighbours of the
    first one in its focus area.
    """
    readings = (await turn.tx.concerns.readings(concern.id))[::-1]
    others = [other for reading in readings for other in reading.get("other_themes", ())]
    known = {theme.id: theme for theme in turn.config.themes}
    first = known.get(concern.themes[0].id) if concern.themes else None
    field = turn.config.themes_of(first.focus_area) if first else ()
    likely = dict.fromkeys(
        [
            *(theme.id for theme in concern.themes[1:]),
            *(other["id"] for other in others),
            *(theme.id for theme in field),
        ]
    )
    return [known[id] for id in likely if id in known and known[id] != first][:_MOST_LIKELY]


async def _ask(turn: Turn, concern: Concern, choices: Sequence[Button]) -> None:
    last = [
        button(turn, "theme-button-none", Verb.NO_THEME, concern),
        button(turn, "place-button-skip", Verb.KEEP_THEME, concern),
    ]
    text = turn.text("ask-theme", reference=concern.reference)
    keyboard = (*_rows(choices), *_rows(last))
    await turn.say(text, keyboard=keyboard, concern_id=concern.id)


def _rows(buttons: Sequence[Button]) -> Keyboard:
    """The buttons in their order: two a row where both labels are short, else one."""
    rows: list[list[Button]] = []
    for each in buttons:
        beside = rows[-1] if rows else []
        if len(beside) == 1 and max(len(each.label), len(beside[0].label)) <= _SHORT_LABEL:
            beside.append(each)
        else:
            rows.append([each])
    return rows


def _choice(turn: Turn, concern: Concern, theme: Theme) -> Button:
    action = Action(verb=Verb.SET_THEME, concern_id=concern.id, value=short(theme.id))
    return Button(label=in_language(theme.label, turn.language), action=action)


def _field(turn: Turn, concern: Concern, area: FocusArea) -> Button:
    action = Action(verb=Verb.LIST_THEMES, concern_id=concern.id, value=short(area.id))
    return Button(label=in_language(area.label, turn.language), action=action)


def _way_to_all(turn: Turn, concern: Concern) -> Button:
    return button(turn, "theme-button-all", Verb.LIST_FOCUS_AREAS, concern)
