"""A resident follows areas: what has been done there is told to them."""

from bot.config.spelling import nearest
from bot.dialogue.actions import Action, Verb
from bot.dialogue.area_list import AREAS_PER_PAGE, swedish
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from bot.texts.echo import echoed


async def answer_follow(turn: Turn, argument: str) -> None:
    """Follow the area that is named, or, without a name, list those that are followed."""
    if not argument:
        await list_followed(turn)
        return
    areas = turn.config.areas
    known = [area for area in areas if area.casefold() == argument.casefold()]
    if known:
        await follow(turn, known[0])
        return
    guess = nearest(argument, areas)
    if guess is None:
        text = turn.text("follow-unknown", area=echoed(argument))
        await turn.say(text, keyboard=(_choose(turn),))
        return
    text = turn.text("follow-nearest", area=echoed(argument), guess=guess)
    button = _button(turn, "follow-button", Verb.FOLLOW, guess)
    await turn.say(text, keyboard=((button,), _choose(turn)))


async def follow(turn: Turn, area: str) -> None:
    """Tell the resident from now on what has been done in an area."""
    await turn.tx.following.follow(turn.resident.id, area, now=turn.now)
    stop = _button(turn, "follow-stop-button", Verb.FOLLOW_STOP, area)
    await turn.say(turn.text("follow-started", area=area), keyboard=((stop,),))


async def stop_following(turn: Turn, area: str) -> None:
    """Tell nothing of it any more."""
    await turn.tx.following.stop(turn.resident.id, area)
    await turn.say(turn.text("follow-stopped", area=area))


async def list_followed(turn: Turn) -> None:
    """The areas that the resident follows, with a button each to stop that."""
    areas = [one.area for one in await turn.tx.following.of_resident(turn.resident.id)]
    if not areas:
        await turn.say(turn.text("follow-none"), keyboard=(_choose(turn),))
        return
    stops = [(_button(turn, "follow-stop-button", Verb.FOLLOW_STOP, area),) for area in areas]
    text = turn.text("follow-list", areas=", ".join(areas))
    await turn.say(text, keyboard=(*stops, _choose(turn)))


async def list_areas_to_follow(turn: Turn, page: int) -> None:
    """One page of the areas, two a row, in alphabetical order."""
    areas = sorted(turn.config.areas, key=swedish)
    pages = -(-len(areas) // AREAS_PER_PAGE)
    page = min(max(page, 0), pages - 1)
    shown = areas[page * AREAS_PER_PAGE : (page + 1) * AREAS_PER_PAGE]
    cells = [Button(label=x, action=Action(verb=Verb.FOLLOW, value=x)) for x in shown]
    rows = [cells[i : i + 2] for i in range(0, len(cells), 2)]
    text = turn.text("follow-choose", page=page + 1, pages=pages)
    await turn.say(text, keyboard=(*rows, *_turning(turn, page, pages)))


def _turning(turn: Turn, page: int, pages: int) -> Keyboard:
    def to(key: str, number: int) -> Button:
        action = Action(verb=Verb.FOLLOW_LIST, value=str(number))
        return Button(label=turn.label(key), action=action)

    back = (to("place-button-back", page - 1),) if page > 0 else ()
    more = (to("place-button-next", page + 1),) if page < pages - 1 else ()
    return ((*back, *more),) if back or more else ()


def _choose(turn: Turn) -> tuple[Button, ...]:
    action = Action(verb=Verb.FOLLOW_LIST, value="0")
    return (Button(label=turn.label("follow-choose-button"), action=action),)


def _button(turn: Turn, label: str, verb: Verb, area: str) -> Button:
    return Button(label=turn.label(label, area=area), action=Action(verb=verb, value=area))
