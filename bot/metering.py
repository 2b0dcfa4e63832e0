"""What the bot tells of its work in numbers, to whoever counts them."""

from collections.abc import Sequence
from typing import Protocol


class Meter(Protocol):
    """Takes down what happens; never who, where or what was written."""

    def received(self, count: int, *, new: int) -> None:
        """Updates were committed; `new` of them had not come before."""

    def read(self, kind: str, themes: Sequence[str]) -> None:
        """A text was read."""

    def not_read(self) -> None:
        """The reading of a text failed."""

    def handled(self, outcome: str, *, seconds: float) -> None:
        """An update was `handled`, `ignored` or `given_up`, so long after it was received."""

    def sent(self, *, digest: bool, seconds: float) -> None:
        """A message is out, so long after it was queued."""

    def not_sent(self, reason: str, *, given_up: bool) -> None:
        """A message could not be sent, now or ever."""

    def digests_queued(self, count: int) -> None:
        """So many deliveries of digests were queued by the schedule."""


class Unmetered:
    """A meter that counts nothing."""

    def received(self, count: int, *, new: int) -> None:
        """Nothing is counted."""

    def read(self, kind: str, themes: Sequence[str]) -> None:
        """Nothing is counted."""

    def not_read(self) -> None:
        """Nothing is counted."""

    def handled(self, outcome: str, *, seconds: float) -> None:
        """Nothing is counted."""

    def sent(self, *, digest: bool, seconds: float) -> None:
        """Nothing is counted."""

    def not_sent(self, reason: str, *, given_up: bool) -> None:
        """Nothing is counted."""

    def digests_queued(self, count: int) -> None:
        """Nothing is counted."""


UNMETERED = Unmetered()
