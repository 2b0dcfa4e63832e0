"""The archive read again: every concern sorted as the configuration in use would."""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from bot.imports import ReadsMany
from bot.tuning.archive import read_archive
from bot.tuning.sorting import sorted_by
from storage.concern_values import Concern
from storage.database import Database
from storage.resorting import KeptConcern, Sorted

_AT_ONCE = 20
"""Concerns kept in one commit, so that a bot beside it gets its turn."""
_MOST_PASSES = 3
"""What was changed while it was read is read again so many times."""


@dataclass(kw_only=True)
class Resorted:
    """What has changed so far: `moves` counts pairs of primary themes, before and after.

    `busy` were changed by somebody while they were read, and left as they are.
    """

    read: int = 0
    themes: int = 0
    areas: int = 0
    kinds: int = 0
    busy: int = 0
    moves: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)

    def add(self, before: Concern, now: Sorted) -> None:
        """Count a concern that was sorted anew."""
        ids = [theme.id for theme in before.themes], [theme.id for theme in now.themes]
        self.read += 1
        self.themes += ids[0] != ids[1]
        self.areas += before.area != now.area
        self.kinds += before.kind != now.kind
        first_before, first_now = ((one[0] if one else None) for one in ids)
        if first_before != first_now:
            self.moves[first_before, first_now] += 1

    @property
    def counts(self) -> dict[str, int]:
        """The numbers alone, for the audit log."""
        return {name: value for name, value in asdict(self).items() if name != "moves"}


async def resort(
    database: Database,
    reader: ReadsMany,
    *,
    version: str,
    done: Resorted,
    since: datetime | None = None,
    dry_run: bool = False,
    ended: Collection[str] = (),
) -> AsyncIterator[int]:
    """Sort what is not sorted under `version` yet; after each commit how many that were.

    What has changed is counted in `done`. Every commit leaves those it holds done, so it may
    be interrupted and begun again. Nothing is sent to anybody, and digests that were made stay
    as they are. What nothing is found for stays under the themes that have `ended`.
    """
    for _ in range(_MOST_PASSES):
        done.busy = 0
        async for batch in read_archive(database, (reader,), version=version, since=since):
            sorted_now = [(kept, sorted_by(kept, found, ended=ended)) for kept, (found,) in batch]
            for start in range(0, len(sorted_now), _AT_ONCE):
                part = sorted_now[start : start + _AT_ONCE]
                await _keep(database, part, version, done, dry_run=dry_run)
                yield len(part)
        if not done.busy or dry_run:
            return


async def _keep(
    database: Database,
    part: Sequence[tuple[KeptConcern, Sorted]],
    version: str,
    done: Resorted,
    *,
    dry_run: bool,
) -> None:
    kept_now = [(kept.concern, now) for kept, now in part]
    if not dry_run:
        async with database.transaction() as tx:
            sorted_ids = await tx.resorting.sort_all(part, version=version)
        kept_now = [(before, now) for before, now in kept_now if before.id in sorted_ids]
    done.busy += len(part) - len(kept_now)
    for before, now in kept_now:
        done.add(before, now)
