"""What a resident does, as the JSON that Telegram makes of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

POSITIONS = {
    "Norrby": (57.7256, 12.9271),
    "Göteborg": (57.7089, 11.9746),
}
"""The positions that conversations name."""

FILE = {"file_id": "f", "file_unique_id": "u"}
ATTACHMENTS: Mapping[str, dict[str, Any]] = {
    "bild": {"photo": [{**FILE, "width": 90, "height": 60}]},
    "film": {"video": {**FILE, "width": 90, "height": 60, "duration": 5}},
    "rund film": {"video_note": {**FILE, "length": 60, "duration": 5}},
    "röstmeddelande": {"voice": {**FILE, "duration": 5}},
    "ljudfil": {"audio": {**FILE, "duration": 5}},
    "fil": {"document": FILE},
    "stor fil": {"document": {**FILE, "file_size": 15_000_000}},
    "klistermärke": {
        "sticker": {
            **FILE,
            "width": 9,
            "height": 9,
            "type": "regular",
            "is_animated": False,
            "is_video": False,
        }
    },
    "kontakt": {"contact": {"phone_number": "070-1740605", "first_name": "Berit"}},
    "omröstning": {
        "poll": {
            "id": "1",
            "question": "Är det tryggt?",
            "options": [{"text": "ja", "voter_count": 0, "persistent_id": "1"}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "tärning": {"dice": {"value": 3, "emoji": "🎲"}},
}


def another(name: str, number: int) -> dict[str, Any]:
    """The same attachment, but another file."""
    own = {"file_id": f"f{number}", "file_unique_id": f"u{number}"}
    ((field, value),) = ATTACHMENTS[name].items()
    if isinstance(value, list):
        return {field: [{**one, **own} for one in value]}
    return {field: {**value, **own}}


def user(number: int, language: str | None, *, is_bot: bool = False) -> dict[str, Any]:
    found = {"id": 700_000_000 + number, "is_bot": is_bot, "first_name": "Invånare"}
    return found | ({"language_code": language} if language else {})


def private(sender: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": sender["id"], "type": "private", "first_name": sender["first_name"]}


def message(
    sender: Mapping[str, Any],
    *,
    number: int,
    at: datetime,
    chat: Mapping[str, Any] | None = None,
    **content: Any,
) -> dict[str, Any]:
    """A message as Telegram tells it; a text with a slash first has its command marked."""
    made = {
        "message_id": number,
        "date": int(at.timestamp()),
        "chat": chat or private(sender),
        "from": sender,
        **content,
    }
    text = content.get("text", "")
    if text.startswith("/"):
        word = text.split()[0]
        made["entities"] = [{"type": "bot_command", "offset": 0, "length": len(word)}]
    return made


def press(
    sender: Mapping[str, Any],
    data: str,
    *,
    number: int,
    at: datetime,
    chat: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    shown = {
        "message_id": number,
        "date": int(at.timestamp()),
        "chat": chat or private(sender),
        "text": "…",
    }
    return {
        "id": str(number),
        "from": sender,
        "message": shown,
        "chat_instance": "1",
        "data": data,
    }
