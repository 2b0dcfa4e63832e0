"""What is answered to a text that is kept: the receipt, or what else it seems to be."""

from dataclasses import replace

from bot.config.values import in_language
from bot.dialogue.answers_shown import answers_shown
from bot.dialogue.conversation import Asked
from bot.dialogue.languages import offered_language
from bot.dialogue.placing import place_buttons, which_buttons
from bot.dialogue.receipt import (
    is_ambiguous,
    kept,
    question_buttons,
    receipt_buttons,
    understood,
)
from bot.dialogue.turn import Turn
from bot.outgoing import Keyboard
from nlp.reading import Kind, Reading, Urgency
from storage.concerns import Concern


async def send_receipt(
    turn: Turn, concern: Concern, reading: Reading | None, opening: str, urgency: Urgency
) -> None:
    """One message: kept as what, understood as what, and at most one question."""
    question, keyboard = _asked(turn, concern, reading, urgency)
    lines = [opening, understood(turn, concern, reading), *question]
    if question:
        turn.conversation = replace(turn.conversation, asked=Asked.PLACE)
    keyboard = (*keyboard, *offered_language(turn, reading))
    await turn.say("\n\n".join(lines), keyboard=keyboard, concern_id=concern.id)


async def show(turn: Turn, concern: Concern) -> None:
    """Show one concern as it is by now, with all that can be done about it."""
    status = turn.text(f"status-{concern.status}")
    opening = turn.text("concern-shown", reference=concern.reference, status=status)
    text = "\n\n".join([opening, kept(turn, concern), *await answers_shown(turn, concern)])
    await turn.say(text, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)


async def answer_unsorted(turn: Turn, concern: Concern, kind: Kind) -> None:
    """Answer what is kept but is no concern."""
    municipality, numbers = turn.config.municipality, turn.config.emergency
    match kind:
        case Kind.QUESTION:
            text = turn.text(
                "question-kept",
                police=numbers.police,
                municipality=municipality.name,
                email=turn.config.controller.contact_email,
                council=in_language(municipality.council, turn.language),
            )
            keyboard = question_buttons(turn, concern.id)
            await turn.say(text, keyboard=keyboard, concern_id=concern.id)
        case Kind.SPAM:
            await turn.say(turn.text("spam", municipality=municipality.short_name))
        case _:
            if not turn.first:
                await turn.say(turn.text("chatter", emergency=numbers.emergency))


def _asked(
    turn: Turn, concern: Concern, reading: Reading | None, urgency: Urgency
) -> tuple[list[str], Keyboard]:
    """The one question, if there is any, and the buttons: nobody in danger is asked."""
    if urgency is not Urgency.NOW:
        if concern.area is None and not concern.places:
            return [turn.text("ask-place")], place_buttons(turn, concern)
        if reading is not None and is_ambiguous(concern, reading):
            return [turn.text("ask-which-place")], which_buttons(turn, concern, reading)
    return [], receipt_buttons(turn, concern)
