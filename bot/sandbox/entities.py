"""Texts with entities, whose offsets count UTF-16 code units as Telegram does."""

import re
from dataclasses import dataclass

from bot.sandbox.values import Json

# As TDLib finds them: a slash that no word character, slash or angle bracket touches.
_COMMAND = re.compile(r"(?<![\w/<>])/([a-zA-Z0-9_]{1,64})(?:@([a-zA-Z0-9_]{3,32}))?(?![\w/<>@])")


@dataclass(frozen=True, kw_only=True)
class FormattedText:
    """Plain text and its entities, in the order of their offsets, longer ones first."""

    text: str
    entities: tuple[Json, ...] = ()


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 code units; lone surrogates count as one."""
    return len(text) + sum(character > "\uffff" for character in text)


def find_commands(text: str) -> tuple[Json, ...]:
    """Return the `bot_command` entities that Telegram would mark in a person's text."""
    return tuple(
        {
            "type": "bot_command",
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in _COMMAND.finditer(text)
    )


def trim(formatted: FormattedText) -> FormattedText:
    """Return the text without white space around it, entities moved and cut along."""
    text = formatted.text.strip()
    left = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    end = utf16_length(text)
    entities = []
    for entity in formatted.entities:
        start = max(entity["offset"] - left, 0)
        stop = min(entity["offset"] + entity["length"] - left, end)
        if stop > start:
            entities.append({**entity, "offset": start, "length": stop - start})
    return FormattedText(text=text, entities=tuple(entities))
