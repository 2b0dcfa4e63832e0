"""What the dialogue remembers of a resident between two messages."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.dialogue import pace
from bot.dialogue.pace import Pace

_GUARD = timedelta(hours=24)


class Asked(StrEnum):
    """The one question that is open, if any. None has to be answered."""

    NOTHING = "nothing"
    PLACE = "place"
    PLACE_IN_WORDS = "place_in_words"


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The concern being told, the open question, and a position not yet confirmed.

    `position` is (latitude, longitude); it is forgotten when it is denied, when another
    question comes, or with the next concern. `guarded_at` is when thoughts of suicide, violence
    at home or harm to a child were told last, `danger_at` when danger now was, `erased_at` when
    something was deleted last.
    `adding_until` is until when the next text goes to that concern, whatever it is about.
    `pace` is how fast they write, `answering` that what they write of the concern answers back to
    coordinators.
    """

    concern_id: int | None = None
    told_at: datetime | None = None
    asked: Asked = Asked.NOTHING
    position: tuple[float, float] | None = None
    guarded_at: datetime | None = None
    danger_at: datetime | None = None
    erased_at: datetime | None = None
    adding_until: datetime | None = None
    pace: Pace = field(default_factory=Pace)
    answering: bool = False

    @property
    def asks_place(self) -> bool:
        """Whether it is open where the problem is, in words of their own or otherwise."""
        return self.asked in (Asked.PLACE, Asked.PLACE_IN_WORDS)

    def is_adding(self, at: datetime) -> bool:
        """Whether a text told `at` goes to the concern, whatever it is about."""
        return self.adding_until is not None and at <= self.adding_until

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
        return replace(
            self,
            concern_id=concern_id,
            told_at=at,
            asked=Asked.NOTHING,
            position=None,
            adding_until=None,
            answering=False,
        )


def dump(conversation: Conversation) -> str:
    """The conversation as JSON text; `load` gives it back."""
    return json.dumps(
        {
            "concern_id": conversation.concern_id,
            "told_at": _written(conversation.told_at),
            "asked": conversation.asked.value,
            "position": conversation.position,
            "guarded_at": _written(conversation.guarded_at),
            "danger_at": _written(conversation.danger_at),
            "erased_at": _written(conversation.erased_at),
            "adding_until": _written(conversation.adding_until),
            "pace": pace.as_json(conversation.pace),
            "answering": conversation.answering,
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
        danger_at=_read(fields.get("danger_at")),
        erased_at=_read(fields.get("erased_at")),
        adding_until=_read(fields.get("adding_until")),
        pace=pace.from_json(fields.get("pace")),
        answering=fields.get("answering", False),
        asked=Asked(fields["asked"]),
        position=(position[0], position[1]) if position else None,
    )


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _read(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
