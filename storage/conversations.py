"""Where the dialogue with each resident stands, encrypted."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.keys import Keyring
from storage.statements import put_row
from storage.tables import ConversationRow

_PURPOSE = "conversation"
_CONTENT = select(col(ConversationRow.content)).where(
    col(ConversationRow.resident_id) == bindparam("resident_id")
)


class Conversations:
    """One JSON text a resident."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def load(self, resident_id: int) -> str | None:
        """What was saved last, if anything."""
        content = await self._session.scalar(_CONTENT, {"resident_id": resident_id})
        return None if content is None else self._keyring.decrypt(content, purpose=_PURPOSE)

    async def save(self, resident_id: int, value: str, *, now: datetime) -> None:
        """Keep `value` in place of what was saved before."""
        content = self._keyring.encrypt(value, purpose=_PURPOSE)
        await put_row(
            self._session,
            ConversationRow,
            {"resident_id": resident_id, "content": content, "saved_at": now},
            unique=["resident_id"],
        )
