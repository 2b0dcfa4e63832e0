"""How what is told to residents looks in a terminal."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cli.concern_text import legible

if TYPE_CHECKING:
    from bot.answering import Teller, Told
    from bot.config.config import Config
    from storage.answers import Answer
    from storage.concern_values import Concern

_KINDS = {"answer": "svar", "status": "status", "reply": "svar från den som skrev"}
_REACHED = {
    "waiting": "väntar på att skickas",
    "came": "skickat",
    "failed": "kom inte fram",
    "unknown": "",
}


def teller(config: "Config", by: str, now: datetime) -> "Teller":
    """Who tells residents, with the texts of the configuration."""
    from bot.answering import Teller
    from bot.texts.catalogue import load_texts

    texts = load_texts(config.languages, default=config.languages[0])
    return Teller(config=config, texts=texts, by=by, now=now)


def outcome(told: "Told", concern: "Concern", config: "Config") -> list[str]:
    """What became of a word to a resident, one sentence a line."""
    from storage.concern_values import Source

    lines = ["Ett tidigare besked hade inte skickats och ersätts."] if told.replaced else []
    match told.reached.value:
        case "soon":
            lines.append("Den som skrev får det nu.")
        case "later" if told.at is not None:
            local = told.at.astimezone(config.municipality.timezone)
            lines.append(f"Den som skrev får det {local:%Y-%m-%d %H:%M}, efter de tysta timmarna.")
        case "nobody" if concern.source is Source.IMPORT:
            lines.append("Det är inläst från en gammal rapport: det finns ingen att skicka till.")
        case "nobody":
            lines.append(
                "Den som skrev går inte att nå längre: kopplingen är gallrad, som det var lovat. "
                "Inget är skickat."
            )
    return lines


def answers(told: "Sequence[Answer]", config: "Config") -> str:
    """What passed between coordinators and the resident, the oldest first; empty if nothing."""
    if not told:
        return ""
    return "\n".join(["", "Svar:", *(_line(answer, config) for answer in told)])


def _line(answer: "Answer", config: "Config") -> str:
    local = answer.at.astimezone(config.municipality.timezone)
    status = f" {answer.status}" if answer.status else ""
    reached = _REACHED[answer.reach.value]
    head = f"{local:%Y-%m-%d %H:%M} {_KINDS[answer.kind.value]}{status} ({answer.by})"
    lines = [f"{head}: {reached}" if reached else head]
    if answer.text:
        lines += [f"  {line}" for line in legible(answer.text).splitlines()]
    return "\n".join(lines)
