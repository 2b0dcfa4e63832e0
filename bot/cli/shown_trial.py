"""A test of the configuration that does not hold, in words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.tuning.trials import Trial


def broken_line(trial: "Trial") -> str:
    """Which text is read otherwise than wanted, and how."""
    missed = "; ".join(f"{m.what} {m.wanted}, läses som {m.read}" for m in trial.misses)
    return f"Provet hålls inte: ”{trial.expectation.text}” ska ge {missed}."
