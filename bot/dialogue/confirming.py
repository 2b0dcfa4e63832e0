"""A resident says that they were understood rightly."""

from bot.dialogue.events import Pressed
from bot.dialogue.receipt import receipt_buttons
from bot.dialogue.turn import Turn
from bot.outgoing import button_answer, changed_buttons
from storage.concerns import Concern
from storage.correction_values import RESIDENT


async def confirm(turn: Turn, event: Pressed, concern: Concern) -> None:
    """Keep that, thank for a moment, and take the button away; no message comes of it.

    What is pressed again is thanked for again and changes nothing.
    """
    confirmed = await turn.tx.corrections.confirm(
        concern.id, by=RESIDENT, config_version=turn.config.version, now=turn.now
    )
    chat_id, update_id = event.telegram_id, event.update_id
    thanks = turn.label("confirmed")
    answer = button_answer(chat_id, event.callback_id, update_id=update_id, text=thanks)
    await turn.tx.outbox.put(answer, now=turn.now)
    changed = await turn.tx.concerns.get(concern.id)
    if not confirmed or changed is None or event.message_id is None:
        return
    keyboard = receipt_buttons(turn, changed)
    outgoing = changed_buttons(
        chat_id, event.message_id, keyboard, concern_id=concern.id, update_id=update_id
    )
    await turn.tx.outbox.put(outgoing, now=turn.now)
