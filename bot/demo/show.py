"""How the demo shows what was made of a message, on one line."""

from rich.text import Text

from bot.config.config import Config
from bot.config.values import in_language
from bot.sandbox import SentMessage
from storage.concern_values import Concern

_WIDTH = 62
_COLOURS = {"now": "bold red", "soon": "yellow", "normal": "green"}
_KINDS = {
    "positive": "glädjande",
    "question": "fråga",
    "chatter": "småprat",
    "spam": "reklam",
}


def concern_line(concern: Concern, config: Config) -> Text:
    """Reference, time, theme and place, and the beginning of the masked text."""
    at = concern.told_at.astimezone(config.municipality.timezone)
    themes = [t for t in (config.theme(x.id) for x in concern.themes) if t is not None]
    named = in_language(themes[0].label, config.languages[0]) if themes else "osorterat"
    kind = _KINDS.get(concern.kind)
    what = named if kind is None else f"{kind}: {named}" if themes else kind
    where = concern.area or "ingen plats"
    line = " ".join(concern.masked.split())
    shown = line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
    return Text.assemble(
        (f"{concern.reference}  ", "dim"),
        (f"{at:%d/%m %H:%M}  ", "dim"),
        (f"{what} · {where}  ", _COLOURS[concern.urgency]),
        f"«{shown}»",
    )


def shown_message(message: SentMessage) -> str:
    """A message as a group sees it, on a terminal: its file by name, its buttons in brackets."""
    rows = (message.reply_markup or {}).get("inline_keyboard", [])
    buttons = " ".join(f"[{button['text']}]" for row in rows for button in row)
    file = "" if message.file is None else f"[{message.file.name}]"
    return "\n".join(part for part in (file, message.text, buttons) if part)
