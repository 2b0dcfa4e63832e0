"""What the dialogue remembers of a resident between two messages."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

_GUARD = timedelta(hours=24)


class Asked(StrEnum):
    """The one question that is open, if any. None has to be answered."""

    NOTHING = "nothing"
    PLACE = "place"


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The concern being told, the open question, and a position not yet confirmed.

    `position` is (latitude, longitude); it is forgotten when it is denied, when another
    question comes, or with the next concern. `guarded_at` is when thoughts of suicide, violence
    at home or harm to a child were told last, `erased_at` when something was deleted last.
    """

    concern_id: int | None = None
    told_at: datetime | None = None
    asked: Asked = Asked.NOTHING
    position: tuple[float, float] | None = None
    guarded_at: datetime | None = None
    erased_at: datetime | None = None

    def is_guarded(self, at: datetime) -> bool:
        """Whether something sensitive was told shortly before `at`: nothing is quoted then."""
        return self.guarded_at is not None and abs(at - self.guarded_at) <= _GUARD

    def continues(self, at: datetime, pause: timedelta) -> bool:
        """Whether a text told `at` may belong to the concern being told."""
        return (
            self.concern_id is not None
            and self.told_at is not None
            and abs(at - self.told_at) <= pause
        )

    def about(self, concern_id: int, at: datetime) -> "Conversation":
        """The conversation after a text of that concern came in: nothing asked yet."""
        return replace(self, concern_id=concern_id, told_at=at, asked=Asked.NOTHING, position=None)


def dump(conversation: Conversation) -> str:
    """The conversation as JSON text; `load` gives it back."""
    return json.dumps(
        {
            "concern_id": conversation.concern_id,
            "told_at": _written(conversation.told_at),
            "asked": conversation.asked.value,
            "position": conversation.position,
            "guarded_at": _written(conversation.guarded_at),
            "erased_at": _written(conversation.erased_at),
        }
    )


def load(stored: str | None) -> Conversation:
    """The conversation that was dumped, or a new one."""
    if stored is None:
        return Conversation()
    fields = json.loads(stored)
    position = fields["position"]
    return Conversation(
        concern_id=fields["concern_id"],
        told_at=_read(fields["told_at"]),
        guarded_at=_read(fields.get("guarded_at")),
        erased_at=_read(fields.get("erased_at")),
        asked=Asked(fields["asked"]),
        position=(position[0], position[1]) if position else None,
    )


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _read(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
