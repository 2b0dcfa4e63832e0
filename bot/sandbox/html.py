"""Telegram's HTML, parsed as strictly as its documentation asks.

Telegram's own parser forgives what the documentation forbids: an ampersand that begins no
entity, an attribute that means nothing. Here both are refused, since they are the marks of
a text that somebody forgot to escape.

Source: https://core.telegram.org/bots/api#html-style; error texts as TDLib words them.
"""

import re
from dataclasses import dataclass

from bot.sandbox.entities import FormattedText, utf16_length
from bot.sandbox.errors import bad_request
from bot.sandbox.values import Json

_ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_ATTRIBUTES = {
    "a": "href",
    "span": "class",
    "code": "class",
    "tg-emoji": "emoji-id",
    "blockquote": "expandable",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PLAIN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));")
_START = re.compile(r"<([^\s>/]*)")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(
    r"""\s+([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)(?=[\s>])))?"""
)
_CLOSE = re.compile(r"\s*>")


@dataclass(kw_only=True)
class _Tag:
    name: str
    offset: int
    attributes: dict[str, str]
    language: str = ""


def parse_html(source: str) -> FormattedText:
    """Return the text without its markup, and the entities.

    Raises:
        RefusalError: 400, "can't parse entities", with the byte offset of the fault.
    """
    parser = _Parser(source)
    parser.run()
    order = sorted(parser.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return FormattedText(text="".join(parser.pieces), entities=tuple(order))


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.entities: list[Json] = []
        self._position = 0
        self._offset = 0
        self._open: list[_Tag] = []

    def run(self) -> None:
        while self._position < len(self.source):
            if plain := _PLAIN.match(self.source, self._position):
                self._write(plain[0])
                self._position = plain.end()
            elif self.source[self._position] == "&":
                self._write(self._read_reference())
            elif self.source.startswith("</", self._position):
                self._read_end()
            else:
                self._open.append(self._read_start())
        if self._open:
            raise bad_request(
                "can't parse entities: "
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"'
            )

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._offset += utf16_length(text)

    def _refuse(self, what: str, rest: str = "") -> Exception:
        begin = len(self.source[: self._position].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {begin}{rest}")

    def _read_reference(self) -> str:
        match = _REFERENCE.match(self.source, self._position)
        character = match and _character(match)
        if match is None or character is None:
            raise self._refuse("Unsupported HTML entity")
        self._position = match.end()
        return character

    def _read_start(self) -> _Tag:
        match = _START.match(self.source, self._position)
        name = match[1].lower() if match else ""
        if match is None or name not in _ENTITY_OF_TAG:
            if ">" not in self.source[self._position :]:
                raise self._refuse("Unclosed start tag")
            raise self._refuse(f'Unsupported start tag "{name}"')
        attributes: dict[str, str] = {}
        end = match.end()
        while attribute := _ATTRIBUTE.match(self.source, end):
            attributes[attribute[1].lower()] = _unescape(
                next((value for value in attribute.groups()[1:] if value is not None), "")
            )
            end = attribute.end()
        close = _CLOSE.match(self.source, end)
        if close is None:
            raise self._refuse(f'Unclosed start tag "{name}"')
        self._check_attributes(name, attributes)
        self._position = close.end()
        return _Tag(name=name, offset=self._offset, attributes=attributes)

    def _check_attributes(self, name: str, attributes: dict[str, str]) -> None:
        for attribute in attributes:
            if attribute != _ATTRIBUTES.get(name):
                raise self._refuse(f'Unsupported attribute "{attribute}" of the tag "{name}"')
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refuse('Tag "span" must have class "tg-spoiler"')
        if name == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise self._refuse('Tag "tg-emoji" must have a valid attribute "emoji-id"')
        if name == "code" and not attributes.get("class", "language-").startswith("language-"):
            raise self._refuse('Tag "code" must have class "language-…"')

    def _read_end(self) -> None:
        if not self._open:
            raise self._refuse("Unexpected end tag")
        match = _END.match(self.source, self._position)
        if match is None:
            raise self._refuse("Unclosed end tag")
        tag = self._open[-1]
        found = match[1].lower()
        if found != tag.name:
            expected = f', expected "</{tag.name}>", found "</{found}>"'
            raise self._refuse("Unmatched end tag", expected)
        self._position = match.end()
        self._open.pop()
        self._close(tag)

    def _close(self, tag: _Tag) -> None:
        parent = self._open[-1] if self._open else None
        if parent and parent.name == "pre" and tag.name == "code" and parent.offset == tag.offset:
            parent.language = tag.attributes.get("class", "").removeprefix("language-")
        length = self._offset - tag.offset
        if length == 0 or {"code", "pre"} & {outer.name for outer in self._open}:
            return
        entity = {"type": _ENTITY_OF_TAG[tag.name], "offset": tag.offset, "length": length}
        match tag.name:
            case "a":
                entity["url"] = tag.attributes.get("href") or self._text_since(tag.offset)
            case "tg-emoji":
                entity["custom_emoji_id"] = tag.attributes["emoji-id"]
            case "blockquote" if "expandable" in tag.attributes:
                entity["type"] = "expandable_blockquote"
            case "pre" if tag.language:
                entity["language"] = tag.language
        self.entities.append(entity)

    def _text_since(self, offset: int) -> str:
        text = "".join(self.pieces).encode("utf-16-le")
        return text[2 * offset :].decode("utf-16-le")


def _character(match: re.Match[str]) -> str | None:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def _unescape(value: str) -> str:
    return _REFERENCE.sub(lambda match: _character(match) or match[0], value)
