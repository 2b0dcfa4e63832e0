"""The valid spelling that looks most like what stands in a file."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

CUTOFF = 60.0


def nearest(found: object, valid: Iterable[str]) -> str | None:
    """The one of `valid` most like `found`, or None where none is near enough to suggest."""
    match = process.extractOne(
        str(found),
        list(valid),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=CUTOFF,
    )
    return None if match is None else match[0]
