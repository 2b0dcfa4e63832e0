"""The numbers to call, as a resident reads them."""

from collections.abc import Sequence

from bot.config.models import Helpline
from bot.config.values import in_language
from bot.dialogue.turn import Turn


def helplines(turn: Turn, lines: Sequence[Helpline], *, titled: bool = False) -> str:
    """The helplines given, one a line with their hours; with a title if wanted."""
    rows = [
        turn.text(
            "help-line",
            label=in_language(line.label, turn.language),
            number=line.number,
            hours=in_language(line.hours, turn.language),
        )
        for line in lines
    ]
    return "\n".join([turn.text("help-lines"), *rows] if titled else rows)
