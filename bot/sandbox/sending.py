"""Calls that write something new into a chat."""

from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import bad_request
from bot.sandbox.files import StoredFile
from bot.sandbox.formatting import read_caption, read_text
from bot.sandbox.history import Record
from bot.sandbox.keyboards import check_markup
from bot.sandbox.methods import book
from bot.sandbox.values import Chat, Json, Upload
from bot.sandbox.world import World


async def send_message(world: World, arguments: Json) -> Json:
    """Answer `sendMessage`."""
    chat = world.chats.find_writable(arguments["chat_id"])
    return _deliver(world, chat, arguments, text_content(read_text(arguments)))


async def send_document(world: World, arguments: Json) -> Json:
    """Answer `sendDocument`."""
    chat = world.chats.find_writable(arguments["chat_id"])
    caption = caption_content(read_caption(arguments))
    stored = world.files.take(arguments, "document", folder="documents", largest="upload_bytes")
    content = {"document": document(stored), **caption}
    return _deliver(world, chat, arguments, content, file=stored.upload)


async def send_photo(world: World, arguments: Json) -> Json:
    """Answer `sendPhoto`; every photo is one size."""
    chat = world.chats.find_writable(arguments["chat_id"])
    caption = caption_content(read_caption(arguments))
    stored = world.files.take(arguments, "photo", folder="photos", largest="photo_bytes")
    content = {"photo": [photo_size(stored)], **caption}
    return _deliver(world, chat, arguments, content, file=stored.upload)


async def send_location(world: World, arguments: Json) -> Json:
    """Answer `sendLocation`; live positions are shown as still ones."""
    chat = world.chats.find_writable(arguments["chat_id"])
    latitude, longitude = arguments["latitude"], arguments["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    content = {"location": {"latitude": latitude, "longitude": longitude}}
    return _deliver(world, chat, arguments, content)


async def send_chat_action(world: World, arguments: Json) -> bool:
    """Answer `sendChatAction`, which nobody sees."""
    world.chats.find_writable(arguments["chat_id"])
    if arguments["action"] not in book().chat_actions:
        raise bad_request("wrong parameter action in request")
    return True


async def forward_message(world: World, arguments: Json) -> Json:
    """Answer `forwardMessage`, which shows who wrote it."""
    chat = world.chats.find_writable(arguments["chat_id"])
    source = _source(world, arguments, to="to forward")
    origin = {
        "type": "user",
        "sender_user": source.message.get("from", world.bot),
        "date": source.message["date"],
    }
    content = {**_content(source), "forward_origin": origin}
    return _deliver(world, chat, {}, content, file=source.file)


async def copy_message(world: World, arguments: Json) -> Json:
    """Answer `copyMessage`, which does not show who wrote it; a caption may be changed."""
    chat = world.chats.find_writable(arguments["chat_id"])
    source = _source(world, arguments, to="to copy")
    content = _content(source)
    if "caption" in arguments and "text" not in content:
        content = {
            name: value for name, value in content.items() if not name.startswith("caption")
        } | caption_content(read_caption(arguments))
    sent = _deliver(world, chat, arguments, content, file=source.file)
    return {"message_id": sent["message_id"]}


def text_content(text: FormattedText) -> Json:
    """Return the fields of a `Message` that hold a text."""
    return {"text": text.text} | ({"entities": list(text.entities)} if text.entities else {})


def caption_content(caption: FormattedText) -> Json:
    """Return the fields of a `Message` that hold a caption, none when it is empty."""
    if not caption.text:
        return {}
    entities = list(caption.entities)
    return {"caption": caption.text} | ({"caption_entities": entities} if entities else {})


def document(stored: StoredFile) -> Json:
    """Return Telegram's `Document`."""
    upload = stored.upload
    return {**stored.as_file(), "file_name": upload.name, "mime_type": upload.media_type}


def photo_size(stored: StoredFile) -> Json:
    """Return Telegram's `PhotoSize`; the picture is not looked into."""
    return {**stored.as_file(), "width": 1280, "height": 960}


def attached(kind: str, stored: StoredFile) -> Json | list[Json]:
    """Return what stands under `kind` in a `Message`; the file is not looked into."""
    match kind:
        case "photo":
            return [photo_size(stored)]
        case "video":
            return {**stored.as_file(), "width": 640, "height": 480, "duration": 5}
        case "video_note":
            return {**stored.as_file(), "length": 240, "duration": 5}
        case "voice" | "audio":
            return {**stored.as_file(), "duration": 5}
        case _:
            return document(stored)


_CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "document",
    "photo",
    "location",
    "sticker",
    "poll",
)


def _source(world: World, arguments: Json, *, to: str) -> Record:
    chat = world.chats.find(arguments["from_chat_id"])
    return world.history.find(chat.id, arguments["message_id"], to=to)


def _content(record: Record) -> Json:
    return {name: record.message[name] for name in _CONTENT if name in record.message}


def _deliver(
    world: World, chat: Chat, arguments: Json, content: Json, *, file: Upload | None = None
) -> Json:
    markup = check_markup(arguments.get("reply_markup"), is_private=chat.kind == "private")
    reply_to = world.history.reply_to(chat.id, arguments.get("reply_parameters"))
    world.admit(chat)
    sender: Json = (
        {"sender_chat": chat.as_chat()} if chat.kind == "channel" else {"from": world.bot}
    )
    message: Json = {
        "message_id": world.history.next_id(),
        **sender,
        "chat": chat.as_chat(),
        "date": world.timestamp(),
        **content,
    }
    if reply_to:
        message["reply_to_message"] = reply_to
    if markup and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    world.history.add(
        Record(
            message=message,
            by_bot=True,
            parse_mode=arguments.get("parse_mode"),
            markup=markup,
            file=file,
        )
    )
    return message
