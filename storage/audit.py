"""The audit log: every look at an original text and every change. It only grows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import AuditRow


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """Who (`actor`) did what (`action`) to what (`subject`, e.g. `concern:7`), and when."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]


class Audit:
    """The append-only log; the database itself refuses to change or delete an entry."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def write(
        self,
        *,
        at: datetime,
        actor: str,
        action: str,
        subject: str,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Add an entry; `detail` is plain JSON and holds no text or identity of a resident."""
        self._session.add(
            AuditRow(at=at, actor=actor, action=action, subject=subject, detail=dict(detail or {}))
        )
        await self._session.flush()

    async def entries(
        self,
        *,
        limit: int = 100,
        since: datetime | None = None,
        actions: Sequence[str] | None = None,
    ) -> list[AuditEntry]:
        """The latest entries, newest first, from `since` on, of all actions or of these."""
        query = select(AuditRow).order_by(col(AuditRow.id).desc()).limit(limit)
        if since is not None:
            query = query.where(col(AuditRow.at) >= since)
        if actions is not None:
            query = query.where(col(AuditRow.action).in_(actions))
        return [
            AuditEntry(
                id=row.id or 0,
                at=row.at,
                actor=row.actor,
                action=row.action,
                subject=row.subject,
                detail=row.detail,
            )
            for row in await self._session.scalars(query)
        ]
