"""Numbers by part: of a week, of a day, of the cases; small ones are withheld."""

from collections.abc import Iterable, Sequence

from bot.digest.privacy import parts_to_show
from bot.digest.tally import number
from bot.digest.values import PartCount


def parts(
    names: Sequence[str], told: Iterable[tuple[str, str]], minimum: int
) -> tuple[PartCount, ...]:
    """How many there are of each part, given as pairs of part and voice."""
    voices: dict[str, list[str]] = {name: [] for name in names}
    for name, voice in told:
        voices[name].append(voice)
    shown = parts_to_show({name: number(said) for name, said in voices.items()}, minimum)
    return tuple(
        PartCount(part=name, concerns=len(voices[name]) if name in shown else None)
        for name in names
    )
