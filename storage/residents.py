"""The people who write: recognised by a keyed hash, reached by an encrypted id."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.erasure import Erasure
from storage.inbox import CHAT
from storage.keys import Keyring
from storage.statements import insert_new
from storage.tables import ResidentRow

_PURPOSE = "telegram_id"
_KNOWN = select(
    col(ResidentRow.id),
    col(ResidentRow.language),
    col(ResidentRow.created_at),
    col(ResidentRow.language_chosen),
).where(col(ResidentRow.chat) == bindparam("chat"))


@dataclass(frozen=True, kw_only=True)
class Resident:
    """A person who writes; nothing here tells who it is.

    `language_chosen` says that they chose the language themselves.
    """

    id: int
    language: str | None
    created_at: datetime
    language_chosen: bool = False


class Residents:
    """The residents who are known."""

    def __init__(self, session: AsyncSession, keyring: Keyring, erasure: Erasure) -> None:
        self._session = session
        self._keyring = keyring
        self._erasure = erasure

    async def recognise(self, telegram_id: int, *, now: datetime, language: str | None) -> Resident:
        """The resident with that account; made, with this language, at the first meeting."""
        chat = self._keyring.fingerprint(telegram_id, purpose=CHAT)
        known = (await self._session.execute(_KNOWN, {"chat": chat})).one_or_none()
        if known is None:
            new = {
                "chat": chat,
                "telegram_id": self._keyring.encrypt(str(telegram_id), purpose=_PURPOSE),
                "language": language,
                "created_at": now,
            }
            await insert_new(self._session, ResidentRow, [new], unique=["chat"])
            known = (await self._session.execute(_KNOWN, {"chat": chat})).one()
        return Resident(**known._mapping)

    async def id_of(self, telegram_id: int) -> int | None:
        """The id of the resident with that account; None of somebody unknown."""
        chat = self._keyring.fingerprint(telegram_id, purpose=CHAT)
        return await self._session.scalar(
            select(col(ResidentRow.id)).where(col(ResidentRow.chat) == chat)
        )

    async def set_language(self, id: int, language: str) -> None:
        """Answer this resident in that language from now on."""
        await self._session.execute(
            update(ResidentRow).where(col(ResidentRow.id) == id).values(language=language)
        )

    async def choose_language(self, id: int, language: str) -> None:
        """Answer this resident in the language that they have chosen, whatever else is known."""
        await self._session.execute(
            update(ResidentRow)
            .where(col(ResidentRow.id) == id)
            .values(language=language, language_chosen=True)
        )

    async def find(self, id: int) -> Resident | None:
        """The resident with that id; None if they have been forgotten."""
        row = await self._session.get(ResidentRow, id)
        if row is None:
            return None
        return Resident(
            id=id,
            language=row.language,
            created_at=row.created_at,
            language_chosen=row.language_chosen,
        )

    async def telegram_id(self, id: int) -> int | None:
        """The account to answer to; None if the resident has been forgotten."""
        row = await self._session.get(ResidentRow, id)
        if row is None:
            return None
        return int(self._keyring.decrypt(row.telegram_id, purpose=_PURPOSE))

    async def forget(self, id: int, *, now: datetime) -> int:
        """Delete the resident with everything told, at once; how many concerns that were.

        Gone are the concerns (as by `Concerns.delete`), the conversation, what waits to be
        sent to this chat and what is not handled yet from it, except the update that is being
        handled right now. Content-free tombstones stay. Nothing happens for an unknown id.
        """
        return await self._erasure.resident(id, now=now)
