"""What was understood, as the resident reads it, and the buttons to say that it is not so."""

from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from nlp.reading import Doubt, Reading
from storage.concerns import Concern, Origin
from storage.correction_values import place_is_read, themes_are_read

READ_FULLY = frozenset({"sv", "en"})
"""The languages whose themes are read; a person reads the others."""


def understood(turn: Turn, concern: Concern, reading: Reading | None) -> str:
    """Theme, place and what happens next, one a line; no place while it is asked which one."""
    lines = [_theme(turn, concern, reading)]
    place = place_name(concern)
    if place is not None and not is_ambiguous(concern, reading):
        lines.append(turn.text("receipt-place", place=place))
    return "\n".join([*lines, turn.text("receipt-next-soon" if turn.alerted else "receipt-next")])


def kept(turn: Turn, concern: Concern) -> str:
    """Theme and place as they are kept by now, one a line."""
    theme, place = theme_name(turn, concern), place_name(concern)
    lines = [
        turn.text("receipt-theme", theme=theme) if theme else turn.text("receipt-theme-unknown")
    ]
    if place is not None:
        lines.append(turn.text("receipt-place", place=place))
    return "\n".join(lines)


def place_name(concern: Concern) -> str | None:
    """The place with its area, `Hässle torg, Hässleholmen`; None when none is known."""
    names = [concern.places[0].name] if concern.places else []
    if concern.area is not None and concern.area not in names:
        names.append(concern.area)
    return ", ".join(names) or None


def theme_name(turn: Turn, concern: Concern) -> str | None:
    """The primary theme's label in the resident's language; None when there is none."""
    found = (turn.config.theme(theme.id) for theme in concern.themes)
    known = [in_language(theme.label, turn.language) for theme in found if theme is not None]
    return known[0] if known else None


def is_ambiguous(concern: Concern, reading: Reading | None) -> bool:
    """Whether the place read may be one of several, and nobody has said which."""
    alternatives = reading.alternatives if reading else ()
    taken = alternatives[0].area if alternatives else None
    return taken is not None and taken == concern.area and place_is_read(concern)


def receipt_buttons(turn: Turn, concern: Concern) -> Keyboard:
    """What can be done about a concern: at most two a row; once it is closed, only delete it."""
    delete = button(turn, "delete-button", Verb.DELETE_ASK, concern)
    if concern.status.closes:
        return ((delete,),)
    confirm = button(turn, "confirm-button", Verb.CONFIRM, concern)
    return (
        *(((confirm,),) if themes_are_read(concern) or place_is_read(concern) else ()),
        (
            button(turn, "place-button-change", Verb.ASK_PLACE, concern),
            button(turn, "theme-button-change", Verb.ASK_THEME, concern),
        ),
        (button(turn, "add-more-button", Verb.ADD_MORE, concern), delete),
    )


def other_buttons(turn: Turn, concern: Concern) -> Keyboard:
    """What else can be done while the place is asked for."""
    return (
        (
            button(turn, "theme-button-change", Verb.ASK_THEME, concern),
            button(turn, "delete-button", Verb.DELETE_ASK, concern),
        ),
    )


def button(turn: Turn, label: str, verb: Verb, concern: Concern, value: str = "") -> Button:
    """A button about a concern, its label in the resident's language."""
    action = Action(verb=verb, concern_id=concern.id, value=value)
    return Button(label=turn.label(label), action=action)


def question_buttons(turn: Turn, concern_id: int) -> Keyboard:
    """Lets a resident say that what was read as a question is meant for the council."""
    action = Action(verb=Verb.KEEP_QUESTION, concern_id=concern_id)
    return ((Button(label=turn.label("question-keep-button"), action=action),),)


def _theme(turn: Turn, concern: Concern, reading: Reading | None) -> str:
    theme = theme_name(turn, concern)
    if theme is not None and concern.themes[0].origin != Origin.READING:
        return turn.text("receipt-theme", theme=theme)
    if reading is None:
        return turn.text("receipt-not-read")
    full = reading.language in READ_FULLY
    if theme is None:
        return turn.text("receipt-theme-unknown" if full else "receipt-other-language")
    guessed = not full or not {Doubt.PLACE_UNSURE}.issuperset(reading.doubts)
    key = "receipt-theme-guess" if guessed else "receipt-theme"
    return turn.text(key, theme=theme)
