"""A resident gets all that is kept of them, as two files in the chat."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.dialogue import conversation as conversations
from bot.dialogue.actions import Action, Verb
from bot.dialogue.events import Event, Pressed
from bot.dialogue.turn import Turn
from bot.my_data import Packing
from bot.outgoing import Button, File, document
from bot.ports import Store

MOST_BYTES = 5 * 1024 * 1024
"""So much of photos and sounds is put into the files; of the rest is said that it is there."""


async def ask_for_my_data(turn: Turn) -> None:
    """Say what is about to lie in the chat before it does."""
    await turn.say(
        turn.text("mindata-ask"),
        keyboard=(
            (Button(label=turn.label("mindata-button-yes"), action=Action(verb=Verb.MY_DATA)),),
            (Button(label=turn.label("mindata-button-no"), action=Action(verb=Verb.MY_DATA_NOT)),),
        ),
    )


async def packed_for(
    event: Event, database: Store, packing: Packing, *, now: datetime
) -> tuple[File, ...]:
    """The files for who confirms that they want them; none if it is no such event.

    None either if they have just had them or nothing is kept of them. All is read at one moment,
    and packed off the loop.

    Raises:
        StorageError: it cannot be read.
    """
    action = event.action if isinstance(event, Pressed) else None
    if action is None or action.verb is not Verb.MY_DATA:
        return ()
    async with database.snapshot() as tx:
        resident_id = await tx.residents.id_of(event.telegram_id)
        if resident_id is None:
            return ()
        talk = conversations.load(await tx.conversations.load(resident_id))
        if _next_at(talk.pace.my_data_at, packing.config.limits.my_data_minutes) > now:
            return ()
        data = await tx.my_data.resident(resident_id, now=now, max_bytes=MOST_BYTES)
    if data is None:
        return ()
    return await packing.packed(data, telegram_id=event.telegram_id, now=now)


async def send_my_data(turn: Turn) -> None:
    """Send what was packed, or say when it can be asked for again."""
    pace = turn.conversation.pace
    next_at = _next_at(pace.my_data_at, turn.config.limits.my_data_minutes)
    if next_at > turn.now:
        local = next_at.astimezone(turn.config.municipality.timezone)
        await turn.say(turn.text("mindata-wait", time=local.strftime("%H.%M")))
        return
    if not turn.my_data:
        await turn.say(turn.text("mine-empty"))
        return
    for file, caption in zip(
        turn.my_data, ("mindata-caption", "mindata-caption-json"), strict=True
    ):
        outgoing = document(
            turn.event.telegram_id,
            file,
            caption=turn.label(caption),
            update_id=turn.event.update_id,
        )
        await turn.tx.outbox.put(outgoing, now=turn.now)
    turn.conversation = replace(turn.conversation, pace=replace(pace, my_data_at=turn.now))


def _next_at(sent_at: datetime | None, minutes: int) -> datetime:
    if sent_at is None:
        return datetime.min.replace(tzinfo=UTC)
    return sent_at + timedelta(minutes=minutes)
