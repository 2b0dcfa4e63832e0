"""Where the problem is: asked once, never demanded, and kept apart from where you are."""

from dataclasses import replace

from bot.dialogue.actions import Verb
from bot.dialogue.conversation import Asked
from bot.dialogue.likely_places import alike_buttons, likely_buttons
from bot.dialogue.receipt import button, other_buttons, place_name, receipt_buttons
from bot.dialogue.turn import Turn
from bot.outgoing import Keyboard
from nlp.config import Place
from nlp.reading import Reading
from storage.concerns import Concern
from storage.correction_values import RESIDENT


def place_buttons(turn: Turn, concern: Concern) -> Keyboard:
    """The ways to answer where it is, besides writing it, and what else can be done."""
    return (
        (button(turn, "place-button-share", Verb.SHARE_POSITION, concern),),
        (
            button(turn, "place-button-list", Verb.LIST_AREAS, concern),
            button(turn, "place-button-skip", Verb.SKIP_PLACE, concern),
        ),
        *other_buttons(turn, concern),
    )


def which_buttons(turn: Turn, concern: Concern, reading: Reading) -> Keyboard:
    """The places that one name may mean, and the way to all others."""
    return (
        *alike_buttons(turn, concern, reading.alternatives),
        (button(turn, "place-button-other", Verb.ASK_PLACE, concern),),
        *other_buttons(turn, concern),
    )


async def ask_place(turn: Turn, concern: Concern) -> None:
    """Ask where a concern's problem is, the likeliest places first."""
    turn_to(turn, concern)
    keyboard = (
        *await likely_buttons(turn, concern),
        (
            button(turn, "place-button-list", Verb.LIST_AREAS, concern),
            button(turn, "place-button-type", Verb.TYPE_PLACE, concern),
        ),
        (button(turn, "place-button-share", Verb.SHARE_POSITION, concern),),
        (button(turn, "place-button-skip", Verb.SKIP_PLACE, concern),),
    )
    await turn.say(turn.text("ask-place"), keyboard=keyboard, concern_id=concern.id)


async def ask_in_words(turn: Turn, concern: Concern) -> None:
    """Take the next text as the place, however it is worded."""
    turn_to(turn, concern)
    turn.conversation = replace(turn.conversation, asked=Asked.PLACE_IN_WORDS)
    text = turn.text("place-type-how", reference=concern.reference)
    await turn.say(text, concern_id=concern.id)


async def answer_place(turn: Turn, concern: Concern, reading: Reading | None) -> None:
    """Take the place that a resident wrote in answer to the question.

    One that is not known is kept in their words, for a human.
    """
    if reading is not None and (reading.area is not None or reading.places):
        await set_place(turn, concern, reading.area, list(reading.place_names))
        return
    await turn.tx.concerns.resolve(concern.id, needs_human=True)
    turn.conversation = replace(turn.conversation, asked=Asked.NOTHING)
    text = turn.text("place-not-found", reference=concern.reference)
    keyboard = ((button(turn, "place-button-list", Verb.LIST_AREAS, concern),),)
    await turn.say(text, keyboard=keyboard, concern_id=concern.id)


async def choose_area(turn: Turn, concern: Concern, area: str) -> None:
    """Take the area that a resident chose in the list."""
    await set_place(turn, concern, area, [area])


async def choose_place(turn: Turn, concern: Concern, place: Place) -> None:
    """Take the place that a resident chose among the likeliest."""
    await set_place(turn, concern, place.area, [place.name])


async def set_place(turn: Turn, concern: Concern, area: str | None, names: list[str]) -> None:
    """Keep what the resident says of the place, and show what is understood now."""
    await turn.tx.corrections.place(
        concern.id,
        area=area,
        names=names,
        by=RESIDENT,
        config_version=turn.config.version,
        now=turn.now,
    )
    turn.conversation = replace(turn.conversation, asked=Asked.NOTHING, position=None)
    placed = await turn.tx.concerns.get(concern.id) or concern
    place = place_name(placed) or turn.text("no-place")
    text = turn.text("place-set", reference=placed.reference, place=place)
    await turn.say(text, keyboard=receipt_buttons(turn, placed), concern_id=concern.id)


async def skip_place(turn: Turn, concern: Concern | None = None) -> None:
    """Leave a concern, by default the one being told, as it is and ask no more."""
    if concern is None and turn.conversation.concern_id is not None:
        concern = await turn.tx.concerns.get(turn.conversation.concern_id)
    turn.conversation = replace(turn.conversation, asked=Asked.NOTHING, position=None)
    if concern is None:
        await turn.say(turn.text("button-old"))
        return
    place = place_name(concern)
    key = "place-skipped" if place is None else "place-stays"
    text = turn.text(key, reference=concern.reference, place=place or "")
    await turn.say(text, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)


def is_skip(turn: Turn, text: str) -> bool:
    """Whether a text says no to the question about the place, in any of the languages."""
    if not turn.conversation.asks_place:
        return False
    said = text.strip().strip(".!").casefold()
    return any(_says_skip(turn, language, said) for language in turn.texts.languages)


def turn_to(turn: Turn, concern: Concern) -> None:
    """From now on it is this concern's place that is asked for."""
    turned = turn.conversation.about(concern.id, turn.now)
    turn.conversation = replace(turned, asked=Asked.PLACE)


def _says_skip(turn: Turn, language: str, said: str) -> bool:
    cancel = turn.texts.plain(language, "place-share-cancel")
    return said == cancel.casefold() or said in turn.texts.words(language, "place-skip-words")
