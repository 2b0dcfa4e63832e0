"""What a call says: text or caption, with markup or entities, within Telegram's length."""

from bot.sandbox.entities import FormattedText, trim, utf16_length
from bot.sandbox.errors import bad_request, not_played
from bot.sandbox.html import parse_html
from bot.sandbox.methods import limit
from bot.sandbox.values import Json


def read_text(arguments: Json) -> FormattedText:
    """Return the message text of a call.

    Raises:
        RefusalError: 400 for text that is empty, too long or not parsed.
    """
    formatted = _format(arguments.get("text", ""), arguments, "entities")
    if not formatted.text:
        raise bad_request("message text is empty")
    if utf16_length(formatted.text) > limit("text_units"):
        raise bad_request("message is too long")
    return formatted


def read_caption(arguments: Json) -> FormattedText:
    """Return the caption of a call, empty when it has none.

    Raises:
        RefusalError: 400 for a caption that is too long or not parsed.
    """
    formatted = _format(arguments.get("caption", ""), arguments, "caption_entities")
    if utf16_length(formatted.text) > limit("caption_units"):
        raise bad_request("message caption is too long")
    return formatted


def _format(text: str, arguments: Json, entities: str) -> FormattedText:
    match arguments.get("parse_mode", "").lower():
        case "html":
            return trim(parse_html(text))
        case "":
            return trim(FormattedText(text=text, entities=_given_entities(arguments, entities)))
        case "markdown" | "markdownv2":
            raise not_played("Markdown")
        case _:
            raise bad_request("unsupported parse_mode")


def _given_entities(arguments: Json, name: str) -> tuple[Json, ...]:
    entities = arguments.get(name) or []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    for entity in entities:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request("can't parse MessageEntity: fields are missing")
    return tuple(entities)
