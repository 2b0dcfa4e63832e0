"""What is taken out of an update before it is kept: names that nobody needs.

Telegram sends along what people are called. The bot answers by number alone, so names,
user names and the contents of a shared contact never reach the inbox. Nor do halves of
characters, which no answer and no column could take.
"""

from typing import Any

_DROPPED = frozenset({"last_name", "username", "author_signature", "vcard"})
_EMPTIED = frozenset({"first_name", "phone_number", "sender_user_name"})
"""Fields that Telegram's types require; they are kept, without their content."""


def without_names(update: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """The same JSON with the names of people taken out; titles of groups stay.

    Lone surrogates are replaced by U+FFFD.
    """
    if isinstance(update, str):
        return update if update.isascii() else _whole(update)
    if isinstance(update, list):
        return [without_names(item) for item in update]
    if not isinstance(update, dict):
        return update
    return {
        _whole(key): "" if key in _EMPTIED else without_names(value)
        for key, value in update.items()
        if key not in _DROPPED
    }


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
