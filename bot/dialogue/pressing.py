"""A button is pressed: it still works, or says kindly that it is too old."""

from bot.dialogue import languages, placing, rights
from bot.dialogue.actions import Action, Verb
from bot.dialogue.events import Pressed
from bot.dialogue.turn import Turn
from bot.outgoing import button_answer
from storage.concerns import Concern

_WITHOUT_CONCERN = frozenset(
    {
        Verb.ASK_LANGUAGE,
        Verb.SET_LANGUAGE,
        Verb.DELETE_ALL_ASK,
        Verb.DELETE_NOT,
    }
)


async def press(turn: Turn, event: Pressed) -> None:
    """Do what the button says, if the concern it is about is the presser's own."""
    action = event.action
    if action is not None and action.verb is Verb.DELETE_ALL:
        await rights.delete_all(turn)
        await _stop_spinning(turn, event)  # last: what waits for the resident was deleted as well
        return
    await _stop_spinning(turn, event)
    if action is None:
        await turn.say(turn.text("button-old"))
    elif action.verb in _WITHOUT_CONCERN:
        await _without_concern(turn, action)
    else:
        concern = await turn.tx.concerns.get(action.concern_id)
        if concern is None or concern.resident_id != turn.resident.id:
            await turn.say(turn.text("button-old"))
        else:
            await _about(turn, action, concern)


async def _stop_spinning(turn: Turn, event: Pressed) -> None:
    answer = button_answer(event.telegram_id, event.callback_id, update_id=event.update_id)
    await turn.tx.outbox.put(answer, now=turn.now)


async def _without_concern(turn: Turn, action: Action) -> None:
    match action.verb:
        case Verb.ASK_LANGUAGE:
            await languages.ask_language(turn)
        case Verb.SET_LANGUAGE if action.value in turn.texts.languages:
            await languages.choose_language(turn, action.value)
        case Verb.DELETE_ALL_ASK:
            await rights.confirm_all(turn)
        case Verb.DELETE_NOT:
            await turn.say(turn.text("delete-kept"))
        case _:
            await turn.say(turn.text("button-old"))


async def _about(turn: Turn, action: Action, concern: Concern) -> None:
    match action.verb:
        case Verb.ASK_PLACE:
            await placing.ask_place(turn, concern)
        case Verb.LIST_AREAS:
            page = int(action.value) if action.value.isdecimal() else 0
            await placing.list_areas(turn, concern, page)
        case Verb.SET_AREA if action.value in turn.config.areas:
            await placing.choose_area(turn, concern, action.value)
        case Verb.SHARE_POSITION:
            await placing.ask_position(turn, concern)
        case Verb.SKIP_PLACE:
            await placing.skip_place(turn, concern)
        case Verb.POSITION_YES:
            await placing.confirm_position(turn, concern, action.value)
        case Verb.POSITION_NO:
            await placing.forget_position(turn)
        case Verb.KEEP_QUESTION:
            await turn.tx.concerns.resolve(concern.id, kind="concern", needs_human=True)
            await turn.say(turn.text("question-now-kept", reference=concern.reference))
        case Verb.DELETE_ASK:
            await rights.confirm_one(turn, concern)
        case Verb.DELETE_ONE:
            await rights.delete_one(turn, concern)
        case _:
            await turn.say(turn.text("button-old"))
