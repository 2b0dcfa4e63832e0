"""The areas to choose from, page by page."""

from bot.dialogue.actions import Action, Verb
from bot.dialogue.turn import Turn
from bot.outgoing import Button
from storage.concerns import Concern

AREAS_PER_PAGE = 20

_SWEDISH_ORDER = str.maketrans("åäöÅÄÖ", "{|}{|}")
"""Å, ä and ö come after z, which these three signs do."""


async def list_areas(turn: Turn, concern: Concern, page: int) -> None:
    """Show one page of the areas, two a row, in alphabetical order."""
    areas = sorted(turn.config.areas, key=swedish)
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


def swedish(name: str) -> str:
    """What sorts a name as Swedish does."""
    return name.translate(_SWEDISH_ORDER).lower()


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
