"""A button is pressed: it still works, or says kindly that it is too old."""

from bot.dialogue import following, languages, my_data, rights
from bot.dialogue.actions import Action, Verb
from bot.dialogue.adding import add_more
from bot.dialogue.answering import ask_for_answer
from bot.dialogue.confirming import confirm
from bot.dialogue.correcting import correct
from bot.dialogue.events import Pressed
from bot.dialogue.receipt import receipt_buttons
from bot.dialogue.showing import show
from bot.dialogue.turn import Turn
from bot.outgoing import button_answer
from storage.concerns import Concern

WITHOUT_CONCERN = frozenset(
    {
        Verb.ASK_LANGUAGE,
        Verb.SET_LANGUAGE,
        Verb.DELETE_ALL_ASK,
        Verb.DELETE_NOT,
        Verb.LIST_MINE,
        Verb.LIST_DELETION,
        Verb.MY_DATA,
        Verb.MY_DATA_NOT,
        Verb.FOLLOW_LIST,
        Verb.FOLLOW,
        Verb.FOLLOW_STOP,
    }
)
"""What is about no single concern."""

_WHILE_OPEN = frozenset(
    {
        Verb.CONFIRM,
        Verb.ASK_PLACE,
        Verb.LIST_AREAS,
        Verb.SET_AREA,
        Verb.SET_PLACE,
        Verb.TYPE_PLACE,
        Verb.SHARE_POSITION,
        Verb.POSITION_YES,
        Verb.ASK_THEME,
        Verb.LIST_FOCUS_AREAS,
        Verb.LIST_THEMES,
        Verb.SET_THEME,
        Verb.NO_THEME,
        Verb.ADD_MORE,
    }
)
"""What changes a concern; nobody works any more with one that is closed."""


async def press(turn: Turn, event: Pressed) -> None:
    """Do what the button says, if the concern it is about is the presser's own."""
    action = event.action
    if action is not None and action.verb is Verb.DELETE_ALL:
        await rights.delete_all(turn)
        await _stop_spinning(turn, event)  # last: what waits for the resident was deleted as well
        return
    concern = await _own_concern(turn, action)
    if concern is not None and action is not None and _confirms(action, concern):
        await confirm(turn, event, concern)
        return
    await _stop_spinning(turn, event)
    if action is None:
        await turn.say(turn.text("button-old"))
    elif action.verb in WITHOUT_CONCERN:
        await _without_concern(turn, action)
    elif concern is None:
        await turn.say(turn.text("button-old"))
    elif concern.status.closes and action.verb in _WHILE_OPEN:
        text = turn.text("concern-closed", reference=concern.reference)
        await turn.say(text, concern_id=concern.id)
    else:
        await _about(turn, action, concern)


async def _own_concern(turn: Turn, action: Action | None) -> Concern | None:
    """The concern that a button is about, if it is there and the presser's own."""
    if action is None or action.verb in WITHOUT_CONCERN:
        return None
    concern = await turn.tx.concerns.get(action.concern_id)
    return concern if concern and concern.resident_id == turn.resident.id else None


def _confirms(action: Action, concern: Concern) -> bool:
    return action.verb is Verb.CONFIRM and not concern.status.closes


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
        case Verb.LIST_MINE:
            await rights.list_mine(turn, _page(action))
        case Verb.LIST_DELETION:
            await rights.choose_deletion(turn, page=_page(action))
        case Verb.MY_DATA:
            await my_data.send_my_data(turn)
        case Verb.MY_DATA_NOT:
            await turn.say(turn.text("mindata-not"))
        case Verb.FOLLOW_LIST:
            await following.list_areas_to_follow(turn, _page(action))
        case Verb.FOLLOW if action.value in turn.config.areas:
            await following.follow(turn, action.value)
        case Verb.FOLLOW_STOP:
            await following.stop_following(turn, action.value)
        case _:
            await turn.say(turn.text("button-old"))


async def _about(turn: Turn, action: Action, concern: Concern) -> None:
    match action.verb:
        case Verb.SHOW:
            await show(turn, concern)
        case Verb.ADD_MORE:
            await add_more(turn, concern)
        case Verb.ANSWER:
            await ask_for_answer(turn, concern)
        case Verb.KEEP_QUESTION:
            await turn.tx.concerns.resolve(concern.id, kind="concern", needs_human=True)
            text = turn.text("question-now-kept", reference=concern.reference)
            await turn.say(text, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)
        case Verb.DELETE_ASK:
            await rights.confirm_one(turn, concern)
        case Verb.DELETE_ONE:
            await rights.delete_one(turn, concern)
        case _ if not await correct(turn, action, concern):
            await turn.say(turn.text("button-old"))


def _page(action: Action) -> int:
    """The number of a page; anybody may send any data."""
    return int(action.value) if action.value.isdecimal() and len(action.value) < 6 else 0
