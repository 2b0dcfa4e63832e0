"""What was understood, as the resident reads it under the reference."""

from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from nlp.reading import Doubt, Reading
from storage.concerns import Concern

READ_FULLY = frozenset({"sv", "en"})
"""The languages whose themes are read; a person reads the others."""


def understood(turn: Turn, concern: Concern, reading: Reading | None) -> str:
    """Theme, place and what happens next, one a line."""
    lines = [_theme(turn, concern, reading)]
    place = place_name(concern)
    if place is not None:
        lines.append(turn.text("receipt-place", place=place))
    return "\n".join([*lines, turn.text("receipt-next-soon" if turn.alerted else "receipt-next")])


def place_name(concern: Concern) -> str | None:
    """The place with its area, `Hässle torg, Hässleholmen`; None when none is known."""
    names = [concern.places[0].name] if concern.places else []
    if concern.area is not None and concern.area not in names:
        names.append(concern.area)
    return ", ".join(names) or None


def theme_name(turn: Turn, concern: Concern) -> str | None:
    """The primary theme's label in the resident's language; None when there is none."""
    labels = {theme.id: theme.label for theme in turn.config.themes}
    known = [
        in_language(labels[theme.id], turn.language)
        for theme in concern.themes
        if theme.id in labels
    ]
    return known[0] if known else None


def buttons(turn: Turn, concern_id: int) -> Keyboard:
    """What can be done about a receipt that needs no answer."""
    return (
        (
            Button(
                label=turn.label("place-button-change"),
                action=Action(verb=Verb.ASK_PLACE, concern_id=concern_id),
            ),
            Button(
                label=turn.label("delete-button"),
                action=Action(verb=Verb.DELETE_ASK, concern_id=concern_id),
            ),
        ),
    )


def question_buttons(turn: Turn, concern_id: int) -> Keyboard:
    """Lets a resident say that what was read as a question is meant for the council."""
    action = Action(verb=Verb.KEEP_QUESTION, concern_id=concern_id)
    return ((Button(label=turn.label("question-keep-button"), action=action),),)


def _theme(turn: Turn, concern: Concern, reading: Reading | None) -> str:
    if reading is None:
        return turn.text("receipt-not-read")
    theme = theme_name(turn, concern)
    if reading.language not in READ_FULLY:
        return turn.text("receipt-other-language")
    if theme is None:
        return turn.text("receipt-theme-unknown")
    guessed = not {Doubt.PLACE_UNSURE}.issuperset(reading.doubts)
    key = "receipt-theme-guess" if guessed else "receipt-theme"
    return turn.text(key, theme=theme)
