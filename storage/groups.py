"""The focus areas' groups: Telegram chats that joined with a one-time code, and mailboxes."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.codes import bare, random_code
from storage.errors import InviteExpired, InviteUnknown, InviteUsed, MailboxKnown
from storage.inbox import CHAT
from storage.keys import Keyring
from storage.outbox import Outbox
from storage.tables import GroupRow, InviteRow

_CHAT_ID = "group_chat_id"
_ADDRESS = "group_address"
_INVITE = "invite"
ADMIN = "*admin*"
"""In place of a focus area: the chats and mailboxes of those who look after the bot."""
_CODE_CHARS = 8  # 32**8 codes: guessing one before it expires is hopeless


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group chat or a shared mailbox that gets the digests of a focus area: one of both."""

    id: int
    focus_area: str
    chat_id: int | None = None
    address: str | None = field(default=None, repr=False)
    created_at: datetime


_GroupList = list[Group]  # inside the class, `list` is its method


class Groups:
    """The groups there are now. A chat or mailbox may be a group of several focus areas."""

    def __init__(self, session: AsyncSession, keyring: Keyring, outbox: Outbox) -> None:
        self._session = session
        self._keyring = keyring
        self._outbox = outbox

    async def invite(self, focus_area: str, *, now: datetime, valid_for: timedelta) -> str:
        """A new one-time code like `K7QF-2MXD`; only its keyed hash is kept."""
        code = random_code(_CODE_CHARS)
        self._session.add(
            InviteRow(
                code=self._keyring.fingerprint(code, purpose=_INVITE),
                focus_area=focus_area,
                created_at=now,
                expires_at=now + valid_for,
            )
        )
        await self._session.flush()
        return f"{code[:4]}-{code[4:]}"

    async def redeem(self, code: str, *, chat_id: int, now: datetime) -> Group:
        """Make a chat a group of the code's focus area; one that is already stays as it is.

        Raises:
            InviteUnknown, InviteExpired, InviteUsed: the code does not count (any more).
        """
        invite = await self._session.get(
            InviteRow,
            self._keyring.fingerprint(bare(code), purpose=_INVITE),
            populate_existing=True,
            with_for_update=True,
        )
        if invite is None:
            raise InviteUnknown("Koden finns inte.")
        row = await self._session.scalar(
            select(GroupRow).where(
                col(GroupRow.focus_area) == invite.focus_area,
                col(GroupRow.chat) == self._chat(chat_id),
            )
        )
        if row is not None and invite.group_id == row.id:
            return self._group(row)
        if invite.used_at is not None:
            raise InviteUsed("Koden är redan använd.")
        if invite.expires_at <= now:
            raise InviteExpired("Koden har gått ut.")
        if row is None:
            row = GroupRow(
                focus_area=invite.focus_area,
                chat=self._chat(chat_id),
                chat_id=self._sealed(chat_id),
                created_at=now,
            )
            self._session.add(row)
            await self._session.flush()
        invite.used_at = now
        invite.group_id = row.id
        await self._session.flush()
        return self._group(row)

    async def add_mailbox(self, focus_area: str, address: str, *, now: datetime) -> Group:
        """Make a mailbox a group of the focus area.

        Raises:
            MailboxKnown: it is one already, however the address is written.
        """
        chat = self._outbox.mailbox(address)
        known = col(GroupRow.focus_area) == focus_area, col(GroupRow.chat) == chat
        if await self._session.scalar(select(GroupRow).where(*known)) is not None:
            raise MailboxKnown("Brevlådan får redan det fokusområdets sammanställningar.")
        row = GroupRow(
            focus_area=focus_area,
            chat=chat,
            address=self._keyring.encrypt(address, purpose=_ADDRESS),
            created_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return self._group(row)

    async def list(self) -> _GroupList:
        """All groups of focus areas, by focus area, the oldest first."""
        return [group for group in await self._groups() if group.focus_area != ADMIN]

    async def admins(self) -> _GroupList:
        """Where the admin is reached, the oldest first."""
        return await self._groups(focus_area=ADMIN)

    async def of_focus_area(self, focus_area: str) -> _GroupList:
        """The groups of a focus area, the oldest first."""
        return await self._groups(focus_area=focus_area)

    async def by_chat(self, chat_id: int) -> _GroupList:
        """What a chat is a group of; empty if of nothing."""
        return await self._groups(chat=self._chat(chat_id))

    async def chat_ids(self) -> dict[str, int]:
        """The ids of all chats of groups, by the keyed hash that the outbox knows them by."""
        rows = await self._session.scalars(
            select(GroupRow).where(
                col(GroupRow.chat).is_not(None), col(GroupRow.chat_id).is_not(None)
            )
        )
        return {
            row.chat: int(self._opened(row.chat_id, _CHAT_ID))
            for row in rows
            if row.chat is not None and row.chat_id is not None
        }

    async def remove(self, group_id: int, *, now: datetime) -> bool:
        """End a group and what waits to be sent to it; False if there is none.

        What waits stays if the chat is a group of another focus area as well.
        """
        row = await self._session.get(GroupRow, group_id)
        if row is None or row.chat is None:
            return False
        chat = row.chat
        row.chat, row.chat_id, row.address, row.removed_at = None, None, None, now
        await self._session.flush()
        if not await self._groups(chat=chat):
            await self._outbox.cancel_for_chat(chat)
        return True

    async def moved(self, old_chat_id: int, new_chat_id: int) -> int:
        """Telegram has given a chat another id: follow it. How many groups that were."""
        known = {group.focus_area for group in await self.by_chat(new_chat_id)}
        query = select(GroupRow).where(col(GroupRow.chat) == self._chat(old_chat_id))
        rows = (await self._session.scalars(query)).all()
        for row in rows:
            there = row.focus_area in known
            row.chat = None if there else self._chat(new_chat_id)
            row.chat_id = None if there else self._sealed(new_chat_id)
        await self._session.flush()
        await self._outbox.move_chat(old_chat_id, new_chat_id)
        return len(rows)

    async def _groups(
        self, *, focus_area: str | None = None, chat: str | None = None
    ) -> _GroupList:
        query = select(GroupRow).where(col(GroupRow.chat).is_not(None))
        if focus_area is not None:
            query = query.where(col(GroupRow.focus_area) == focus_area)
        if chat is not None:
            query = query.where(col(GroupRow.chat) == chat)
        query = query.order_by(col(GroupRow.focus_area), col(GroupRow.id))
        return [self._group(row) for row in await self._session.scalars(query)]

    def _chat(self, chat_id: int) -> str:
        return self._keyring.fingerprint(chat_id, purpose=CHAT)

    def _sealed(self, chat_id: int) -> bytes:
        return self._keyring.encrypt(str(chat_id), purpose=_CHAT_ID)

    def _opened(self, sealed: bytes, purpose: str) -> str:
        return self._keyring.decrypt(sealed, purpose=purpose)

    def _group(self, row: GroupRow) -> Group:
        return Group(
            id=row.id or 0,
            focus_area=row.focus_area,
            chat_id=None if row.chat_id is None else int(self._opened(row.chat_id, _CHAT_ID)),
            address=None if row.address is None else self._opened(row.address, _ADDRESS),
            created_at=row.created_at,
        )
