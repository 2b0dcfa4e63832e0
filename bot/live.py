"""What answers, and what it answers by: all of it exchanged at once between two events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.config.config import Config
from bot.dialogue.events import Event
from bot.dialogue.service import Dialogue
from bot.digest_desk import DigestDesk, GroupPressed
from bot.group_work import GroupCommanded, GroupWork
from bot.groups import Groups, JoinAsked
from bot.reading import ReadingService
from bot.texts.catalogue import Texts, load_texts
from storage.database import Database


class InUse(Protocol):
    """The configuration and the texts as they are now."""

    @property
    def config(self) -> Config:
        """The configuration in use."""
        ...

    @property
    def texts(self) -> Texts:
        """Its texts."""
        ...


@dataclass(kw_only=True)
class Followed:
    """`InUse` in a process that answers nobody."""

    config: Config
    texts: Texts

    def follow(self, config: Config, texts: Texts) -> None:
        """Use these from now on."""
        self.config, self.texts = config, texts


@dataclass(frozen=True, kw_only=True)
class Parts:
    """All that follows one configuration: what is sorted by its reading bears its version."""

    config: Config
    texts: Texts
    reading: ReadingService
    dialogue: Dialogue
    groups: Groups
    desk: DigestDesk
    work: GroupWork


def texts_of(config: Config) -> Texts:
    """What residents and groups are told.

    Raises:
        TextMissing: the bot has no texts in one of its languages.
    """
    return load_texts(config.languages, default=config.languages[0])


def parts_of(
    config: Config, reading: ReadingService, database: Database, *, clock: Callable[[], datetime]
) -> Parts:
    """The parts of a configuration, with the reading that belongs to it.

    Raises:
        TextMissing: the bot has no texts in one of its languages.
    """
    texts = texts_of(config)
    return Parts(
        config=config,
        texts=texts,
        reading=reading,
        dialogue=Dialogue(
            config=config,
            texts=texts,
            database=database,
            read=reading,
            area_at=reading.area_at,
            clock=clock,
        ),
        groups=Groups(config=config, texts=texts, database=database, clock=clock),
        desk=DigestDesk(config=config, texts=texts, database=database, clock=clock),
        work=GroupWork(config=config, texts=texts, database=database, read=reading, clock=clock),
    )


class Live:
    """Answers by the parts in use; an event is answered whole by those it began with."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def exchange(self, parts: Parts) -> None:
        """Answer by these from the next event on."""
        self.parts = parts

    @property
    def config(self) -> Config:
        """The configuration in use."""
        return self.parts.config

    @property
    def texts(self) -> Texts:
        """Its texts."""
        return self.parts.texts

    def expect(self, texts: Sequence[str]) -> None:
        """Begin to read what is told next, as `ReadingService` does."""
        self.parts.reading.expect(texts)

    async def handle(self, event: Event) -> None:
        """Answer a resident, as `Dialogue` does."""
        await self.parts.dialogue.handle(event)

    async def join(self, asked: JoinAsked) -> None:
        """Make a chat a group, as `Groups` does."""
        await self.parts.groups.join(asked)

    async def move(self, update_id: int, *, old_chat_id: int, new_chat_id: int) -> None:
        """Follow a group chat, as `Groups` does."""
        await self.parts.groups.move(update_id, old_chat_id=old_chat_id, new_chat_id=new_chat_id)

    async def added(self, update_id: int, *, chat_id: int) -> None:
        """Say how a group chat is connected, as `Groups` does."""
        await self.parts.groups.added(update_id, chat_id=chat_id)

    async def removed(self, update_id: int, *, chat_id: int) -> None:
        """End the groups of a chat, as `Groups` does."""
        await self.parts.groups.removed(update_id, chat_id=chat_id)

    async def pressed(self, pressed: GroupPressed) -> None:
        """Answer a press in a group, as `DigestDesk` does."""
        await self.parts.desk.pressed(pressed)

    async def commanded(self, given: GroupCommanded) -> None:
        """Do what a group asks for, as `GroupWork` does."""
        await self.parts.work.commanded(given)

    async def confirmed(self, pressed: GroupPressed) -> None:
        """Answer a press that confirms, as `GroupWork` does."""
        await self.parts.work.confirmed(pressed)
