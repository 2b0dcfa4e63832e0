"""What people say that concerns are about: the last word of each, and whether they agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.config.config import Config
from storage.concern_values import Origin
from storage.correction_values import Correction, What, origin_of
from storage.database import Transaction

_AT_ONCE = 1_000


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """That somebody says it is about `theme`, or that none fits (None).

    `by` tells two coordinators apart; it is shown to nobody.
    """

    theme: str | None
    role: Origin
    by: str


Opinions = Mapping[int, tuple[Opinion, ...]]
"""By the ids of the concerns that somebody has spoken of, in the order of their ids."""


def opinions(corrections: Iterable[Correction], config: Config) -> Opinions:
    """Everybody's last word, from corrections in the order of their ids.

    Who confirms what was read says so, too. A merged theme is the one it went into.
    """
    words: dict[int, dict[str, Opinion]] = {}
    for one in corrections:
        if one.what is What.THEME:
            theme = config.heir(one.said.names[0]) if one.said.names else None
            opinion = Opinion(theme=theme, role=origin_of(one.by), by=one.by)
            words.setdefault(one.concern_id, {})[one.by] = opinion
    return {concern: tuple(by.values()) for concern, by in sorted(words.items())}


def agree(said: Iterable[Opinion]) -> bool:
    """Whether all say the same."""
    return len({opinion.theme for opinion in said}) == 1


async def every_correction(tx: Transaction) -> list[Correction]:
    """All that has been said, in the order of the ids."""
    found: list[Correction] = []
    while page := await tx.corrections.all(after=found[-1].id if found else 0, limit=_AT_ONCE):
        found += page
    return found
