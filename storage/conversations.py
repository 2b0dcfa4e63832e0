"""Where the dialogue with each resident stands, encrypted."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.keys import Keyring
from storage.tables import ConversationRow

_PURPOSE = "conversation"


class Conversations:
    """One JSON text a resident."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def load(self, resident_id: int) -> str | None:
        """What was saved last, if anything."""
        row = await self._session.get(ConversationRow, resident_id)
        return None if row is None else self._keyring.decrypt(row.content, purpose=_PURPOSE)

    async def save(self, resident_id: int, value: str, *, now: datetime) -> None:
        """Keep `value` in place of what was saved before."""
        content = self._keyring.encrypt(value, purpose=_PURPOSE)
        await self._session.merge(
            ConversationRow(resident_id=resident_id, content=content, saved_at=now)
        )
        await self._session.flush()
