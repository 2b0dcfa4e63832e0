"""A group chat becomes a group of a focus area by a one-time code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.troubles import note_group_lost
from bot.logs import get_logger
from bot.outgoing import message
from bot.ports import Store, Transaction
from bot.texts.catalogue import Texts
from storage.errors import InviteExpired, InviteUnknown, InviteUsed
from storage.groups import ADMIN

JOINED: Final = "group_joined"
"""The audit log's action when a chat has used a code; who gave it out stands there as well."""

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class JoinAsked:
    """`/koppla CODE` was written in a group chat."""

    update_id: int
    chat_id: int
    code: str


@dataclass(frozen=True, kw_only=True)
class Groups:
    """Lets chats join, move and leave. Each call is one commit."""

    config: Config
    texts: Texts
    database: Store
    clock: Callable[[], datetime]

    async def join(self, asked: JoinAsked) -> None:
        """Make the chat a group if the code is good; say how it went either way."""
        async with self.database.transaction() as tx:
            html = await self._redeem(tx, asked)
            outgoing = message(asked.chat_id, html, update_id=asked.update_id)
            await tx.outbox.put(outgoing, now=self.clock())
            await tx.inbox.handled(asked.update_id, now=self.clock())

    async def move(self, update_id: int, *, old_chat_id: int, new_chat_id: int) -> None:
        """Follow a group chat that Telegram has given another id."""
        async with self.database.transaction() as tx:
            await tx.groups.moved(old_chat_id, new_chat_id)
            await tx.inbox.handled(update_id, now=self.clock())

    async def added(self, update_id: int, *, chat_id: int) -> None:
        """Say how the chat is connected, and that nothing in it is read; once, as it is new."""
        async with self.database.transaction() as tx:
            if not await tx.groups.by_chat(chat_id):
                language = self.config.languages[0]
                bot_name = self.config.municipality.bot_name
                html = self.texts.html(language, "group-added", bot_name=bot_name)
                outgoing = message(chat_id, html, update_id=update_id)
                await tx.outbox.put(outgoing, now=self.clock())
            await tx.inbox.handled(update_id, now=self.clock())

    async def removed(self, update_id: int, *, chat_id: int) -> None:
        """End the chat's groups: nobody is promised what cannot be sent. The admin is told."""
        async with self.database.transaction() as tx:
            for group in await tx.groups.by_chat(chat_id):
                log.error("group_lost", group_id=group.id, focus_area=group.focus_area)
                await tx.groups.remove(group.id, now=self.clock())
                await note_group_lost(tx, group, now=self.clock())
            await tx.inbox.handled(update_id, now=self.clock())

    async def _redeem(self, tx: Transaction, asked: JoinAsked) -> str:
        language = self.config.languages[0]
        if not asked.code:
            return self.texts.html(language, "group-code-missing")
        try:
            before = {group.id for group in await tx.groups.by_chat(asked.chat_id)}
            group = await tx.groups.redeem(asked.code, chat_id=asked.chat_id, now=self.clock())
        except InviteUnknown:
            return self.texts.html(language, "group-code-wrong")
        except InviteExpired:
            return self.texts.html(language, "group-code-expired")
        except InviteUsed:
            return self.texts.html(language, "group-code-used")
        if group.id not in before:
            await tx.audit.write(
                at=self.clock(),
                actor=f"group:{group.id}",
                action=JOINED,
                subject=f"group:{group.id}",
                detail={"focus_area": group.focus_area},
            )
        if group.focus_area == ADMIN:
            return self.texts.html(language, "group-joined-admin")
        focus_area = self.config.focus_area(group.focus_area)
        schedule = self.config.schedule_of(group.focus_area)
        return self.texts.html(
            language,
            "group-joined",
            focus_area=in_language(focus_area.label, language) if focus_area else group.focus_area,
            weekday=self.texts.plain(language, f"weekday-{schedule.weekday.name.lower()}"),
            time=schedule.time.strftime("%H.%M"),
        )
