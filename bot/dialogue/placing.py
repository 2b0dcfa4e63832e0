"""Where the problem is: asked once, never demanded, and kept apart from where you are."""

from dataclasses import replace

from bot.dialogue.actions import Action, Verb
from bot.dialogue.conversation import Asked
from bot.dialogue.events import PositionShared
from bot.dialogue.receipt import place_name
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard, position_request
from nlp.reading import Reading
from storage.concerns import Concern, StoredPlace

AREAS_PER_PAGE = 20

_SWEDISH_ORDER = str.maketrans("åäöÅÄÖ", "{|}{|}")
"""Å, ä and ö come after z, which these three signs do."""


def place_buttons(turn: Turn, concern_id: int) -> Keyboard:
    """The three ways to answer where it is, besides writing it."""
    verbs = {
        "place-button-share": Verb.SHARE_POSITION,
        "place-button-list": Verb.LIST_AREAS,
        "place-button-skip": Verb.SKIP_PLACE,
    }
    return tuple(
        (Button(label=turn.label(key), action=Action(verb=verb, concern_id=concern_id)),)
        for key, verb in verbs.items()
    )


async def ask_place(turn: Turn, concern: Concern) -> None:
    """Ask where a concern's problem is."""
    _turn_to(turn, concern)
    keyboard = place_buttons(turn, concern.id)
    await turn.say(turn.text("ask-place"), keyboard=keyboard, concern_id=concern.id)


async def answer_place(turn: Turn, concern: Concern, reading: Reading | None) -> None:
    """Take the place that a resident wrote in answer to the question."""
    if reading is None:
        return
    names = list(reading.place_names)
    await _set_place(turn, concern, reading.area, names)


async def choose_area(turn: Turn, concern: Concern, area: str) -> None:
    """Take the area that a resident chose in the list."""
    await _set_place(turn, concern, area, [area])


async def list_areas(turn: Turn, concern: Concern, page: int) -> None:
    """Show one page of the areas, two a row, in alphabetical order."""
    areas = sorted(turn.config.areas, key=_swedish)
    pages = -(-len(areas) // AREAS_PER_PAGE)
    page = min(max(page, 0), pages - 1)
    shown = areas[page * AREAS_PER_PAGE : (page + 1) * AREAS_PER_PAGE]
    cells = [
        Button(label=x, action=Action(verb=Verb.SET_AREA, concern_id=concern.id, value=x))
        for x in shown
    ]
    rows = [cells[i : i + 2] for i in range(0, len(cells), 2)]
    text = turn.text("ask-place-list", page=page + 1, pages=pages)
    keyboard = (*rows, _turning(turn, concern.id, page, pages))
    await turn.say(text, keyboard=keyboard, concern_id=concern.id)


async def ask_position(turn: Turn, concern: Concern) -> None:
    """Show the phone's own button for sharing a position."""
    _turn_to(turn, concern)
    outgoing = position_request(
        turn.event.telegram_id,
        turn.text("place-share-how"),
        share=turn.label("place-share-button"),
        cancel=turn.label("place-share-cancel"),
        concern_id=concern.id,
        update_id=turn.event.update_id,
    )
    await turn.tx.outbox.put(outgoing, now=turn.now)


async def share_position(turn: Turn, event: PositionShared) -> None:
    """Hold a shared position until the resident says that it is the problem's."""
    concern_id = turn.conversation.concern_id
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    if concern is None:
        await turn.say(turn.text("position-nothing-open"))
        return
    area = turn.area_at(event.lat, event.lon)
    if area is None:
        municipality = turn.config.municipality.short_name
        await turn.say(turn.text("position-outside", municipality=municipality))
        return
    turn.conversation = replace(turn.conversation, position=(event.lat, event.lon))
    answers = {"position-yes": Verb.POSITION_YES, "position-no": Verb.POSITION_NO}
    keyboard = tuple(
        (
            Button(
                label=turn.label(key),
                action=Action(verb=verb, concern_id=concern.id, value=area),
            ),
        )
        for key, verb in answers.items()
    )
    await turn.say(turn.text("position-ask", area=area), keyboard=keyboard, concern_id=concern.id)


async def confirm_position(turn: Turn, concern: Concern, shown: str) -> None:
    """Keep the area of the held position, and forget the position itself.

    Only if it is the one that was `shown`, for the concern being told: an older button
    asked about another position.
    """
    held = turn.conversation.position
    area = turn.area_at(*held) if held else None
    if area is None or area != shown or turn.conversation.concern_id != concern.id:
        await turn.say(turn.text("button-old"))
        return
    turn.conversation = replace(turn.conversation, position=None)
    await _set_place(turn, concern, area, [area])


async def forget_position(turn: Turn) -> None:
    """Forget the held position: it was only where the resident is."""
    turn.conversation = replace(turn.conversation, position=None)
    await turn.say(turn.text("position-forgotten"))


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
    await turn.say(text, concern_id=concern.id)


def is_skip(turn: Turn, text: str) -> bool:
    """Whether a text says no to the question about the place, in any of the languages."""
    if turn.conversation.asked is not Asked.PLACE:
        return False
    said = text.strip().strip(".!").casefold()
    return any(_says_skip(turn, language, said) for language in turn.texts.languages)


def _turn_to(turn: Turn, concern: Concern) -> None:
    """From now on it is this concern's place that is asked for."""
    told_at = turn.conversation.told_at or turn.event.at
    turn.conversation = replace(turn.conversation.about(concern.id, told_at), asked=Asked.PLACE)


def _swedish(name: str) -> str:
    return name.translate(_SWEDISH_ORDER).lower()


def _says_skip(turn: Turn, language: str, said: str) -> bool:
    button = turn.texts.plain(language, "place-share-cancel")
    return said == button.casefold() or said in turn.texts.words(language, "place-skip-words")


async def _set_place(turn: Turn, concern: Concern, area: str | None, names: list[str]) -> None:
    places = tuple(StoredPlace(name=name, origin="resident") for name in names)
    await turn.tx.concerns.set_area(concern.id, area, places, origin="resident", now=turn.now)
    turn.conversation = replace(turn.conversation, asked=Asked.NOTHING, position=None)
    placed = await turn.tx.concerns.get(concern.id) or concern
    place = place_name(placed) or turn.text("no-place")
    text = turn.text("place-set", reference=placed.reference, place=place)
    await turn.say(text, concern_id=concern.id)


def _turning(turn: Turn, concern_id: int, page: int, pages: int) -> tuple[Button, ...]:
    def to(key: str, number: int) -> Button:
        action = Action(verb=Verb.LIST_AREAS, concern_id=concern_id, value=str(number))
        return Button(label=turn.label(key), action=action)

    back = (to("place-button-back", page - 1),) if page > 0 else ()
    skip = Button(
        label=turn.label("place-button-skip"),
        action=Action(verb=Verb.SKIP_PLACE, concern_id=concern_id),
    )
    more = (to("place-button-next", page + 1),) if page < pages - 1 else ()
    return (*back, skip, *more)
