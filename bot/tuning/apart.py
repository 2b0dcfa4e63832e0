"""A configuration trained and tried in a process of its own, so that nobody's answer waits."""

import asyncio
import json
import os
import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from bot.config.expectations import Expectation
from bot.errors import ReadingNotBuilt
from bot.tuning.trials import Trial, tried
from nlp.config import ReaderConfig

_NICENESS = 10
"""Whoever writes meanwhile goes first."""


async def trained_apart(
    config: ReaderConfig, tests: Sequence[Expectation]
) -> tuple[tuple[int, str], ...]:
    """Train what `config` reads with into its cache, and try the tests with it.

    Cancelled, it ends the process at once.

    Returns:
        Of each test that is not held its place among `tests` and what was missed.

    Raises:
        ReadingNotBuilt: it cannot be trained, or its cache cannot be written.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        out, _ = await process.communicate(pickle.dumps((config, tuple(tests))))
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode:
        raise ReadingNotBuilt(f"träningen avbröts (slutkod {process.returncode}).")
    found: dict[str, Any] = json.loads(out)
    if "error" in found:
        raise ReadingNotBuilt(found["error"])
    return tuple((place, missed) for place, missed in found["missed"])


def missed_in(trial: Trial) -> str:
    """What a test wanted and what was read: `tema: inbrott (lästes som stold)`."""
    return ", ".join(f"{m.what}: {m.wanted} (lästes som {m.read})" for m in trial.misses)


def _trained(config: ReaderConfig, tests: Sequence[Expectation]) -> dict[str, Any]:
    from nlp.errors import ReadingError
    from nlp.reader import Reader
    from nlp.training import is_trained

    try:
        reader = Reader(config)
    except ReadingError as error:
        return {"error": str(error)}
    if not is_trained(config):
        return {"error": f"det gick inte att skriva i {config.cache_dir} (BRABOT_CACHE_DIR)."}
    trials = enumerate(tried(tests, reader))
    return {"missed": [(place, missed_in(trial)) for place, trial in trials if trial.misses]}


def _main() -> None:
    os.nice(_NICENESS)
    config, tests = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from our own process
    sys.stdout.write(json.dumps(_trained(config, tests)))


if __name__ == "__main__":
    _main()
