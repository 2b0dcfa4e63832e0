"""One turn of a dialogue: what happened, who it is, and where the answers go."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.config.config import Config
from bot.dialogue import conversation as conversations
from bot.dialogue.conversation import Conversation
from bot.dialogue.events import Event
from bot.outgoing import File, Keyboard, message
from bot.ports import Transaction
from bot.texts.catalogue import Texts
from nlp.reading import Reading
from storage.muting import Mute
from storage.outbox import Priority
from storage.residents import Resident


class ReadText(Protocol):
    """Reads one text off the loop; None when reading failed, which has been logged."""

    async def __call__(self, text: str) -> Reading | None:
        """The reading of `text`."""
        ...


class AreaAt(Protocol):
    """The reporting area at a position, or None outside all of them."""

    def __call__(self, lat: float, lon: float) -> str | None:
        """The area at WGS84 degrees."""
        ...


@dataclass(kw_only=True)
class Turn:
    """All that answering one event needs, within one transaction.

    `conversation` is set anew by whoever changes it and saved when the turn is closed.
    `first` says that this is the resident's first contact, `greeted` that they have been told
    in it what this is, `alerted` that coordinators are told at once of what was said in it,
    `forgotten` that nothing of the resident is kept any more. `mute` says that nothing they tell
    is passed on, `hushed` that nothing but danger is answered. `my_data` is all that is kept of
    them, packed, if they want it sent.
    """

    tx: Transaction
    event: Event
    config: Config
    texts: Texts
    resident: Resident
    conversation: Conversation
    now: datetime
    area_at: AreaAt
    first: bool = False
    greeted: bool = False
    alerted: bool = False
    forgotten: bool = False
    mute: Mute | None = None
    hushed: bool = False
    my_data: tuple[File, ...] = ()

    @property
    def language(self) -> str:
        """The language the resident is answered in."""
        return self.texts.supported(self.resident.language)

    def text(self, key: str, /, **values: str | int) -> str:
        """A text in the resident's language, as HTML."""
        return self.texts.html(self.language, key, **values)

    def label(self, key: str, /, **values: str | int) -> str:
        """A button's text in the resident's language."""
        return self.texts.plain(self.language, key, **values)

    async def say(
        self,
        html: str,
        *,
        keyboard: Keyboard = (),
        priority: Priority = Priority.REPLY,
        concern_id: int | None = None,
    ) -> None:
        """Put an answer to the resident into the outbox, unless they are hushed.

        What danger is answered with is always said.
        """
        if self.hushed and priority is not Priority.DANGER:
            return
        outgoing = message(
            self.event.telegram_id,
            html,
            keyboard=keyboard,
            priority=priority,
            concern_id=concern_id,
            update_id=self.event.update_id,
        )
        await self.tx.outbox.put(outgoing, now=self.now)


async def open_turn(
    tx: Transaction,
    event: Event,
    *,
    config: Config,
    texts: Texts,
    area_at: AreaAt,
    now: datetime,
) -> Turn:
    """The turn in which `event` is answered: the resident recognised, the dialogue loaded."""
    resident = await tx.residents.recognise(event.telegram_id, now=now, language=event.language)
    if resident.language_chosen:
        if resident.language not in texts.languages:  # not offered any more
            resident = replace(resident, language=event.language)
    elif event.language is not None and event.language != resident.language:
        await tx.residents.set_language(resident.id, event.language)
        resident = replace(resident, language=event.language)
    return Turn(
        tx=tx,
        event=event,
        config=config,
        texts=texts,
        resident=resident,
        conversation=conversations.load(await tx.conversations.load(resident.id)),
        now=now,
        area_at=area_at,
        first=resident.created_at == now,
    )


async def close_turn(turn: Turn) -> None:
    """Keep what the dialogue has to remember and mark the update as handled."""
    if not turn.forgotten:
        stored = conversations.dump(turn.conversation)
        await turn.tx.conversations.save(turn.resident.id, stored, now=turn.now)
    await turn.tx.inbox.handled(turn.event.update_id, now=turn.now)
