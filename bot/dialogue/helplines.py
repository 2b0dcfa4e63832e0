"""The numbers to call, as a resident reads them."""

from collections.abc import Sequence

from bot.config.models import Helpline
from bot.config.values import in_language
from bot.dialogue.turn import Turn


def helplines(turn: Turn, lines: Sequence[Helpline], *, language: str) -> str:
    """The helplines given, one a line with their hours."""
    rows = [
        turn.texts.html(
            language,
            "help-line",
            label=in_language(line.label, language),
            number=line.number,
            hours=in_language(line.hours, language),
        )
        for line in lines
    ]
    return "\n".join(rows)
