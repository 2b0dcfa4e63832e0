"""What a button does, packed into the 64 bytes that Telegram gives it."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import ButtonTooLong

_NUMBER = re.compile(r"[0-9]{1,18}")
"""What fits a row's number; anybody may send any callback data."""

MAX_BYTES = 64
"""Source: Telegram Bot API, InlineKeyboardButton.callback_data."""


class Verb(StrEnum):
    """What can be pressed. The values travel in old messages: never reuse one."""

    ASK_PLACE = "p?"
    LIST_AREAS = "pl"
    SET_AREA = "pa"
    SHARE_POSITION = "ps"
    SKIP_PLACE = "p0"
    POSITION_YES = "py"
    POSITION_NO = "pn"
    SET_PLACE = "pc"
    TYPE_PLACE = "pt"
    CONFIRM = "ok"
    ASK_THEME = "t?"
    LIST_FOCUS_AREAS = "tf"
    LIST_THEMES = "tl"
    SET_THEME = "ts"
    NO_THEME = "tn"
    KEEP_THEME = "t0"
    ADD_MORE = "a+"
    SHOW = "c?"
    KEEP_QUESTION = "qk"
    ASK_LANGUAGE = "l?"
    SET_LANGUAGE = "l!"
    DELETE_ASK = "d?"
    DELETE_ONE = "d1"
    DELETE_ALL_ASK = "D?"
    DELETE_ALL = "D!"
    DELETE_NOT = "d0"
    LIST_MINE = "cl"
    LIST_DELETION = "dl"
    MY_DATA = "m!"
    MY_DATA_NOT = "m0"
    ANSWER = "an"
    FOLLOW_LIST = "fl"
    FOLLOW = "f+"
    FOLLOW_STOP = "f-"
    FOLLOWUP_SEND = "f!"
    FOLLOWUP_DROP = "f0"


@dataclass(frozen=True, kw_only=True)
class Action:
    """A button's meaning: the verb, the concern it is about, and a value of the verb's.

    Whether the concern is the presser's own is looked up when it is pressed; the button
    proves nothing.
    """

    verb: Verb
    concern_id: int = 0
    value: str = ""


def short(*names: str) -> str:
    """What stands for names of any length in a button, always the same: 10 characters."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:10]


def encode(action: Action) -> str:
    """Pack a button action for Telegram: 1 to 64 bytes, the same action always the same.

    Raises:
        ButtonTooLong: the packed form would exceed 64 bytes.
    """
    packed = f"{action.verb.value}:{action.concern_id}:{action.value}"
    if len(packed.encode()) > MAX_BYTES:
        raise ButtonTooLong(f"button {action.verb.name} needs more than {MAX_BYTES} bytes")
    return packed


def decode(data: str) -> Action | None:
    """The action packed in `data`, or None when it is not one of ours (any more)."""
    verb, _, rest = data.partition(":")
    number, _, value = rest.partition(":")
    if verb not in {v.value for v in Verb} or not _NUMBER.fullmatch(number):
        return None
    return Action(verb=Verb(verb), concern_id=int(number), value=value)
