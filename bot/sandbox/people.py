"""What people do on their side of Telegram."""

from collections.abc import Callable
from datetime import datetime

from bot.sandbox.chats import Standing
from bot.sandbox.entities import find_commands
from bot.sandbox.errors import NoSuchButtonError
from bot.sandbox.history import Record
from bot.sandbox.sending import attached, photo_size
from bot.sandbox.values import Chat, Json, Person, SentMessage, Upload
from bot.sandbox.world import World

_OWNER = Person(id=900_000_001, first_name="Gruppägare")
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class People:
    """What invented people do; each deed becomes the update that the bot would get.

    `at` is Telegram's `date`, by default the current time. What a bot does not get to see
    (an ordinary word in a group where it is no administrator) is kept, but not delivered.
    """

    def __init__(self, world: World) -> None:
        self._world = world

    def says(
        self, person: Person, text: str, *, at: datetime | None = None, chat: Chat | None = None
    ) -> int:
        """Write to the bot, or in a group; return the number of the message."""
        return self._write(person, _text(text), at=at, chat=chat)

    def edits(
        self, person: Person, message_id: int, text: str, *, at: datetime | None = None
    ) -> None:
        """Change an earlier text."""
        record = self._world.history.get(message_id)
        kept = {name: value for name, value in record.message.items() if name != "entities"}
        record.message = {**kept, **_text(text), "edit_date": self._timestamp(at)}
        record.edited = True
        chat = self._world.chats.find(record.message["chat"]["id"])
        if self._is_seen(chat, record.message):
            self._world.updates.put("edited_message", record.message)

    def shares_position(
        self,
        person: Person,
        latitude: float,
        longitude: float,
        *,
        at: datetime | None = None,
        chat: Chat | None = None,
    ) -> int:
        """Send a position (WGS84 degrees)."""
        location = {"latitude": latitude, "longitude": longitude}
        return self._write(person, {"location": location}, at=at, chat=chat)

    def sends_sticker(
        self, person: Person, *, at: datetime | None = None, chat: Chat | None = None
    ) -> int:
        """Send a sticker."""
        upload = Upload(name="sticker.webp", content=b"RIFF", media_type="image/webp")
        sticker = {
            **self._world.files.add(upload, folder="stickers").as_file(),
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙂",
        }
        return self._write(person, {"sticker": sticker}, at=at, chat=chat)

    def sends_photo(
        self,
        person: Person,
        caption: str | None = None,
        *,
        content: bytes = _PICTURE,
        at: datetime | None = None,
        chat: Chat | None = None,
    ) -> int:
        """Send a photo, which the bot can download."""
        upload = Upload(name="photo.png", content=content, media_type="image/png")
        photo = photo_size(self._world.files.add(upload, folder="photos"))
        message = {"photo": [photo]} | ({"caption": caption} if caption else {})
        return self._write(person, message, at=at, chat=chat, file=upload)

    def sends_file(
        self,
        person: Person,
        kind: str,
        content: bytes,
        *,
        caption: str | None = None,
        album: str | None = None,
        at: datetime | None = None,
    ) -> int:
        """Send a `photo`, `video`, `video_note`, `voice`, `audio` or `document` of these bytes.

        What is sent with the same `album` is one.
        """
        upload = Upload(name=f"{kind}.bin", content=content, media_type="application/octet-stream")
        stored = self._world.files.add(upload, folder=kind)
        message: Json = {kind: attached(kind, stored)}
        if caption:
            message["caption"] = caption
        if album:
            message["media_group_id"] = album
        return self._write(person, message, at=at, chat=None, file=upload)

    def loses_files(self) -> None:
        """Let Telegram have none of the files any more that were sent until now."""
        self._world.files.lose()

    def sends_poll(
        self, person: Person, *, at: datetime | None = None, chat: Chat | None = None
    ) -> int:
        """Send a poll with two options."""
        options = [
            {"persistent_id": text, "text": text, "voter_count": 0} for text in ("Ja", "Nej")
        ]
        poll = {
            "id": str(self._world.history.next_id()),
            "question": "Ska vi ses?",
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
        return self._write(person, {"poll": poll}, at=at, chat=chat)

    def presses(
        self, person: Person, message: SentMessage | int, button: str, *, at: datetime | None = None
    ) -> str:
        """Press an inline button, found by its label or callback data; return the query's id.

        Raises:
            NoSuchButtonError: the message is gone or has no such button.
        """
        number = message if isinstance(message, int) else message.message_id
        record = self._world.history.get(number)
        data = _find_button(record, button)
        self._world.chats.meet(person)
        query_id = self._world.callbacks.press(at or self._world.clock())
        query = {
            "id": query_id,
            "from": person.as_user(),
            "message": record.message,
            "chat_instance": str(record.message["chat"]["id"]),
            "data": data,
        }
        self._world.updates.put("callback_query", query)
        return query_id

    def blocks(self, person: Person, *, at: datetime | None = None) -> None:
        """Block the bot; the person unblocks it by writing again."""
        chat = self._world.chats.meet(person)
        self._move_bot(chat, Standing.KICKED, by=person, at=at)

    def group(self, title: str, *, owner: Person = _OWNER, kind: str = "group") -> Chat:
        """Found a group (`group` or `supergroup`), which the bot is not in yet."""
        return self._world.chats.found(title, kind=kind, owner=owner)

    def joins(self, person: Person, chat: Chat, *, status: str = "member") -> None:
        """Enter a group as member, or as `administrator`."""
        self._world.chats.join(chat, person, status=status)

    def adds_bot_to(
        self,
        chat: Chat,
        *,
        by: Person = _OWNER,
        as_administrator: bool = False,
        at: datetime | None = None,
    ) -> None:
        """Take the bot into a group; as administrator it sees everything said there."""
        self._world.chats.join(chat, by)
        standing = Standing.ADMINISTRATOR if as_administrator else Standing.MEMBER
        self._move_bot(chat, standing, by=by, at=at)
        if chat.kind != "channel":
            self._write(by, {"new_chat_members": [self._world.bot]}, at=at, chat=chat)

    def upgrades(self, chat: Chat) -> Chat:
        """Make a group a supergroup, which has another id; nobody tells the bot beforehand."""
        return self._world.chats.upgrade(chat)

    def removes_bot_from(
        self, chat: Chat, *, by: Person = _OWNER, at: datetime | None = None
    ) -> None:
        """Throw the bot out of a group."""
        self._move_bot(chat, Standing.KICKED, by=by, at=at)

    def channel_post(
        self, text: str, *, channel: Chat | None = None, at: datetime | None = None
    ) -> int:
        """Post in a channel where the bot is administrator, a new one by default."""
        if channel is None:
            channel = self.group("Kanal", kind="channel")
            self._world.chats.set_standing(channel, Standing.ADMINISTRATOR)
        sender = {"sender_chat": channel.as_chat()}
        return self._record("channel_post", channel, {**sender, **_text(text)}, at=at)

    def raw(self, update: Json) -> int:
        """Deliver any update, known to Telegram or not, and return its `update_id`.

        It passes `allowed_updates`; strings may hold lone surrogates.
        """
        return self._world.updates.put_raw(update)

    def _write(
        self,
        person: Person,
        content: Json,
        *,
        at: datetime | None,
        chat: Chat | None,
        file: Upload | None = None,
    ) -> int:
        private = self._world.chats.meet(person)
        place = chat or private
        if place is private:
            self._begin(place, person, at=at)
        else:
            self._world.chats.join(place, person)
        return self._record(
            "message", place, {"from": person.as_user(), **content}, at=at, file=file
        )

    def _begin(self, chat: Chat, person: Person, *, at: datetime | None) -> None:
        match self._world.chats.standing(chat):
            case Standing.KICKED:
                self._move_bot(chat, Standing.MEMBER, by=person, at=at)
            case Standing.LEFT:
                self._world.chats.set_standing(chat, Standing.MEMBER)

    def _record(
        self,
        kind: str,
        chat: Chat,
        content: Json,
        *,
        at: datetime | None,
        file: Upload | None = None,
    ) -> int:
        number = self._world.history.next_id()
        message = {
            "message_id": number,
            "chat": chat.as_chat(),
            "date": self._timestamp(at),
            **content,
        }
        self._world.history.add(Record(message=message, by_bot=False, file=file))
        if self._is_seen(chat, message):
            self._world.updates.put(kind, message)
        return number

    def _is_seen(self, chat: Chat, message: Json) -> bool:
        """Tell whether the bot gets the message: privacy mode, as bots have it by default.

        Source: https://core.telegram.org/bots/features#privacy-mode.
        """
        standing = self._world.chats.standing(chat)
        if chat.kind == "private" or standing is Standing.ADMINISTRATOR:
            return True
        if standing is not Standing.MEMBER:
            return False
        name = self._world.bot["username"]
        return "new_chat_members" in message or any(
            _is_addressed(message["text"], entity, name) for entity in message.get("entities", ())
        )

    def _move_bot(self, chat: Chat, standing: Standing, *, by: Person, at: datetime | None) -> None:
        self._world.move_bot(chat, standing, by=by.as_user(), date=self._timestamp(at))

    def _timestamp(self, at: datetime | None) -> int:
        return int((at or self._world.clock()).timestamp())


def _text(text: str) -> Json:
    entities = find_commands(text)
    return {"text": text} | ({"entities": list(entities)} if entities else {})


def _is_addressed(text: str, entity: Json, bot_name: str) -> bool:
    units = text.encode("utf-16-le", "surrogatepass")
    begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    _, _, addressee = units[begin:end].decode("utf-16-le").partition("@")
    return addressee.lower() in {"", bot_name.lower()}


def _find_button(record: Record, wanted: str) -> str:
    keyboard = [] if record.deleted else (record.markup or {}).get("inline_keyboard", [])
    buttons = [button for row in keyboard for button in row if "callback_data" in button]
    finders: tuple[Callable[[Json], bool], ...] = (
        lambda button: button["text"] == wanted,
        lambda button: button["callback_data"] == wanted,
    )
    for matches in finders:
        for button in filter(matches, buttons):
            return str(button["callback_data"])
    labels = ", ".join(button["text"] for button in buttons) or "none"
    raise NoSuchButtonError(f"no button {wanted!r}; the message has: {labels}")
