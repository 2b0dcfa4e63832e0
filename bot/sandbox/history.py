"""Every message written, by people and by the bot, as it stands now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.sandbox.errors import NoSuchMessageError, RefusalError, bad_request
from bot.sandbox.values import Json, SentMessage, Upload
from bot.sandbox.waiting import Change


@dataclass(kw_only=True)
class Record:
    """A message: Telegram's `Message`, and what Telegram does not show of it."""

    message: Json
    by_bot: bool
    parse_mode: str | None = None
    markup: Json | None = None
    file: Upload | None = None
    edited: bool = field(default=False)
    deleted: bool = field(default=False)

    def as_sent(self) -> SentMessage:
        """Return the message as tests and the demo see it."""
        message = self.message
        entities = message.get("entities") or message.get("caption_entities") or []
        return SentMessage(
            message_id=message["message_id"],
            chat_id=message["chat"]["id"],
            text=message.get("text") or message.get("caption") or "",
            parse_mode=self.parse_mode,
            entities=tuple(entities),
            reply_markup=self.markup,
            date=datetime.fromtimestamp(message["date"], UTC),
            edited=self.edited,
            deleted=self.deleted,
            file=self.file,
        )


class History:
    """The messages of all chats, numbered in one row as for private chats."""

    def __init__(self) -> None:
        self._records: dict[int, Record] = {}
        self.change = Change()

    def next_id(self) -> int:
        """Return the number that the next message gets."""
        return len(self._records) + 1

    def add(self, record: Record) -> None:
        """Keep a message that carries `next_id()`."""
        self._records[record.message["message_id"]] = record
        self.change.announce()

    def find(self, chat_id: int, message_id: int, *, to: str) -> Record:
        """Return a message that is still there.

        Raises:
            RefusalError: 400, "message `to` … not found".
        """
        record = self._records.get(message_id)
        if record is None or record.deleted or record.message["chat"]["id"] != chat_id:
            raise bad_request(f"message {to} not found")
        return record

    def get(self, message_id: int) -> Record:
        """Return a message, deleted or not.

        Raises:
            NoSuchMessageError: there never was one of this number.
        """
        try:
            return self._records[message_id]
        except KeyError as error:
            raise NoSuchMessageError(f"there is no message {message_id}") from error

    def reply_to(self, chat_id: int, parameters: Json | None) -> Json | None:
        """Return the message that is replied to, None when there is none.

        Raises:
            RefusalError: 400 when it is gone and the call insists on it.
        """
        if parameters is None:
            return None
        try:
            found = self.find(chat_id, parameters.get("message_id", 0), to="to be replied")
        except RefusalError:
            if parameters.get("allow_sending_without_reply"):
                return None
            raise
        return {name: value for name, value in found.message.items() if name != "reply_to_message"}

    def by_bot(self) -> Iterator[SentMessage]:
        """Yield what the bot has sent, oldest first."""
        return (record.as_sent() for record in self._records.values() if record.by_bot)
