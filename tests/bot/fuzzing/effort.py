"""How much is tried: little in the suite, always the same; `make fuzz` tries far more.

`FUZZ` is how many updates; of everything else a part of that. `FUZZ_SEED` is what
the whole is drawn from: the same number draws the same.
"""

import os
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

UPDATES = int(os.environ.get("FUZZ", "120"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))
WHOLE = "FUZZ" in os.environ

T = TypeVar("T")


def trying(examples: int, *, whole: int) -> settings:
    """Settings for a property: so many examples in the suite, and of 20,000 updates `whole`."""
    return settings(
        max_examples=max(1, whole * UPDATES // 20_000) if WHOLE else examples,
        deadline=None,
        derandomize=not WHOLE,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )


def drawn(strategy: st.SearchStrategy[T], count: int, *, part: int = 0) -> list[T]:
    """So many values, hardly two of them alike.

    Each is drawn with a seed of its own: within one run Hypothesis makes every example from those
    before, and gives up lists of many. What they do to something that lives on is not shrunk, but
    it happens again with the same seed.
    """
    first = (SEED * 1_000 + part) * 1_000_000
    return [_one(strategy, number) for number in range(first, first + count)]


def _one(strategy: st.SearchStrategy[T], number: int) -> T:
    found: list[T] = []

    @seed(number)
    @settings(
        max_examples=2,  # the first is the simplest there is
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(value: Any) -> None:
        found.append(value)

    take()
    return found[-1]
