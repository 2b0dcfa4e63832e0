"""The configuration that was last in use: what the next one is compared with.

Only the last one is kept. What changed before stands in the audit log, without the files, so
that a sentence which an admin takes out of the examples is not kept here for good.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.advisory_locks import NOTING_CONFIG
from storage.keys import Keyring
from storage.statements import one_at_a_time
from storage.tables import ConfigSnapshotRow

_PURPOSE = "config snapshot"


@dataclass(frozen=True, kw_only=True)
class ConfigSnapshot:
    """A configuration as it was: the text of each file by its path within the directory."""

    version: str
    files: Mapping[str, str]
    noted_at: datetime


class ConfigSnapshots:
    """The one configuration that was noted last."""

    def __init__(self, session: AsyncSession, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def wait_turn(self) -> None:
        """Wait for others who note a configuration; they wait until this transaction ends."""
        await one_at_a_time(self._session, NOTING_CONFIG)

    async def last(self) -> ConfigSnapshot | None:
        """The configuration noted last; None before the first."""
        row = await self._session.scalar(select(ConfigSnapshotRow).limit(1))
        if row is None:
            return None
        packed = self._keyring.decrypt_bytes(row.files, purpose=_PURPOSE)
        files = json.loads(zlib.decompress(packed))
        return ConfigSnapshot(version=row.version, files=files, noted_at=row.noted_at)

    async def keep(self, *, version: str, files: Mapping[str, str], at: datetime) -> None:
        """Note a configuration in place of the one before."""
        packed = zlib.compress(json.dumps(dict(files)).encode())
        await self._session.execute(delete(ConfigSnapshotRow))
        self._session.add(
            ConfigSnapshotRow(
                version=version,
                files=self._keyring.encrypt_bytes(packed, purpose=_PURPOSE),
                noted_at=at,
            )
        )
        await self._session.flush()
