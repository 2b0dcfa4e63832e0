"""A shared position is the problem's, or it is forgotten."""

from dataclasses import replace

from bot.dialogue.actions import Action, Verb
from bot.dialogue.events import PositionShared
from bot.dialogue.placing import set_place, turn_to
from bot.dialogue.turn import Turn
from bot.dialogue.whereabouts import help_to_say_where
from bot.outgoing import Button, position_request
from storage.concerns import Concern


async def ask_position(turn: Turn, concern: Concern) -> None:
    """Show the phone's own button for sharing a position."""
    turn_to(turn, concern)
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
    """Hold a shared position until the resident says that it is the problem's.

    Of somebody in danger it is first of all what they can say to 112.
    """
    helped = await help_to_say_where(turn, event.lat, event.lon)
    concern_id = turn.conversation.concern_id
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    if concern is None:
        if not helped:
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
    await set_place(turn, concern, area, [area])


async def forget_position(turn: Turn) -> None:
    """Forget the held position: it was only where the resident is."""
    turn.conversation = replace(turn.conversation, position=None)
    await turn.say(turn.text("position-forgotten"))
