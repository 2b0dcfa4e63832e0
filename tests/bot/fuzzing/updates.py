"""Updates as Telegram sends them, as it may one day, and as nobody should: for Hypothesis."""

from collections.abc import Mapping
from typing import Any, Final

import telegram
from hypothesis import strategies as st
from telegram.constants import MessageEntityType, MessageType, UpdateType

from bot.dialogue.actions import Verb
from bot.digest.buttons import DigestVerb
from tests.bot.dialogues.acts import ATTACHMENTS
from tests.bot.dialogues.stage import GROUP
from tests.bot.fuzzing import shapes
from tests.bot.fuzzing.shapes import MOMENTS, content_of, optional_of, shaped
from tests.bot.fuzzing.wording import short, texts

Json = Any
Update = Mapping[str, Json]

RESIDENTS = range(700_000_100, 700_000_106)
NAMES = {"last_name": "Kornknarr", "username": "gul_kanarie"}
"""What nobody may find again, not in the log either."""
SUPERGROUP = {"id": -1_001_000_000_777, "type": "supergroup", "title": "Den stora"}
JOINED = (GROUP, SUPERGROUP)
"""Chats that are groups of the bot's."""


def user(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Zebrafink", "language_code": "sv"}


def bot_user(number: int = 4242) -> Json:
    return {"id": number, "is_bot": True, "first_name": "Bråbot"}


users = st.builds(
    lambda number, language, is_bot, name: {
        **user(number),
        **NAMES,
        "first_name": name,
        "is_bot": is_bot,
        "language_code": language,
    },
    st.sampled_from(RESIDENTS),
    st.sampled_from(["sv", "en", "so", "ar", "zz", "sv-SE", "", "\ud800", "x" * 300]),
    st.sampled_from([False, False, False, True]),
    short,
)
other_chats = st.sampled_from(
    [
        *JOINED,
        {"id": -1_000_778, "type": "group", "title": "En annan"},
        {**SUPERGROUP, "id": -1_001_000_000_778, "is_forum": True},
        {"id": -1_001_000_000_888, "type": "channel", "title": "Kanalen"},
        {"id": 5, "type": "sender"},
        {"id": 6, "type": "hologram"},
    ]
)
positions = st.builds(
    lambda lat, lon, live: {"latitude": lat, "longitude": lon, **live},
    st.one_of(st.just(57.7256), st.floats(-90, 90), st.sampled_from([1e308, -1e-320])),
    st.one_of(st.just(12.9271), st.floats(-180, 180)),
    st.sampled_from([{}, {}, {"live_period": 900, "heading": 3}]),
)
entities = st.builds(
    lambda kind, offset, length: {"type": kind, "offset": offset, "length": length},
    st.sampled_from([*(kind.value for kind in MessageEntityType), "entity_of_2030"]),
    st.one_of(st.just(0), shapes.whole_numbers),
    st.one_of(st.just(6), shapes.whole_numbers),
)
shapes.own.update(
    {
        telegram.User: users,
        telegram.Chat: st.one_of(users.map(lambda u: {**u, "type": "private"}), other_chats),
        telegram.Location: positions,
        telegram.MessageEntity: entities,
    }
)

_SERVICE_OF_2030 = st.sampled_from(
    [{"something_of_2030": {"deep": [[[{"x": 1}]]]}}, {"rich_message": {"blocks": []}}, {}]
)
_ABOUT = ("text", "caption", "chat", "from", "reply_to_message", *MessageType)
contents: st.SearchStrategy[Json] = st.one_of(
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda text: {"text": text}, texts),
    st.builds(
        lambda of, text: {**ATTACHMENTS[of], "caption": text},
        st.sampled_from(sorted(ATTACHMENTS)),
        texts,
    ),
    st.sampled_from(sorted(ATTACHMENTS)).map(ATTACHMENTS.__getitem__),
    positions.map(lambda where: {"location": where}),
    st.sampled_from(
        sorted(kind.value for kind in MessageType if kind in telegram.Message.__slots__)
    ).flatmap(lambda kind: content_of(telegram.Message, kind).map(lambda held: {kind: held})),
    _SERVICE_OF_2030,
)
extras = st.one_of(
    st.just({}),
    st.just({}),
    optional_of(telegram.Message, but=_ABOUT),
    st.builds(lambda album: {"media_group_id": album}, st.sampled_from(["1", "2"])),
    shaped(telegram.MessageOrigin).map(lambda origin: {"forward_origin": origin}),
    st.lists(entities, max_size=3).map(lambda all_: {"entities": all_, "caption_entities": all_}),
)


def message(number: int, who: Json, at: int, content: Json, more: Json) -> Json:
    chat = {"id": who["id"], "type": "private", "first_name": "Zebrafink", **NAMES}
    made = {**more, "message_id": number, "date": at, "chat": chat, "from": who, **content}
    text = content.get("text", "")
    if text.startswith("/"):
        command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
        made["entities"] = [command, *made.get("entities", ())]
    return made


messages = st.builds(
    message,
    st.one_of(st.integers(1, 30), st.just(2**31 - 1)),
    users,
    st.sampled_from(MOMENTS),
    contents,
    extras,
)
elsewhere = st.builds(lambda made, chat: {**made, "chat": chat}, messages, other_chats)
in_groups = st.builds(lambda made, chat: {**made, "chat": chat}, messages, st.sampled_from(JOINED))
replies = st.recursive(
    messages,
    lambda inner: st.builds(
        lambda outer, within: {**outer, "reply_to_message": within}, messages, inner
    ),
    max_leaves=8,
)
shapes.own[telegram.Message] = st.one_of(messages, messages, elsewhere)
shapes.own[telegram.MaybeInaccessibleMessage] = st.one_of(
    shapes.own[telegram.Message],
    st.builds(
        lambda chat, number: {"chat": chat, "message_id": number, "date": 0},
        shaped(telegram.Chat),
        st.integers(1, 30),
    ),
)

_VALUES = (
    "",
    "Norrby",
    "0",
    "1",
    "3",
    "999999999",
    "sv",
    "so",
    "😀" * 20,
    "\0",
    "²",
    "٣",
    "\ud800",
)
own_buttons = st.builds(
    lambda verb, number, value: f"{verb.value}:{number}:{value}",
    st.sampled_from(list(Verb)),
    st.one_of(
        st.integers(0, 12), st.sampled_from(["", "-1", "01", "٣", 10**18 - 1, 2**63, 10**30])
    ),
    st.one_of(st.sampled_from(_VALUES), short),
)
digest_buttons = st.builds(
    lambda verb, skipped, period, area: f"g{verb.value}:{skipped}:{period}:{area}",
    st.sampled_from(list(DigestVerb)),
    st.sampled_from([0, 1, 999_999, 10**9, "-1"]),
    st.sampled_from(["2026-W46", "2026-W47", "2026-W99", "9999-W53", "2026-Q4", "x", "-"]),
    st.sampled_from(["trafik", "trygghet", "admin", "x", "_"]),
)


@st.composite
def _bent(draw: st.DrawFn, buttons: st.SearchStrategy[str]) -> str:
    """Cut, doubled, or with something else put in."""
    data = draw(buttons)
    at = draw(st.integers(0, len(data)))
    return draw(st.sampled_from([data[:at], data + data, data[:at] + draw(short) + data[at:]]))


pressed = st.one_of(
    own_buttons, own_buttons, digest_buttons, _bent(st.one_of(own_buttons, digest_buttons)), texts
)


def callback(who: Json, number: int, data: str | None, shown: Json) -> Json:
    by_bot = {"message": {**shown, "from": bot_user()}} if shown else {"inline_message_id": "1"}
    what = {"game_short_name": "schack"} if data is None else {"data": data}
    return {"id": str(number), "from": who, "chat_instance": "1", **by_bot, **what}


callbacks = st.builds(
    callback,
    users,
    st.integers(1, 2**63 - 1),
    st.one_of(pressed, pressed, pressed, st.none()),
    st.one_of(messages, shaped(telegram.MaybeInaccessibleMessage), st.none()),
)

edited = st.builds(
    lambda made, at: {**made, "edit_date": at},
    st.one_of(messages, messages, elsewhere),
    st.sampled_from(MOMENTS),
)
_WELL_KNOWN: Mapping[str, st.SearchStrategy[Json]] = {
    UpdateType.MESSAGE: st.one_of(replies, messages, messages, messages, in_groups, elsewhere),
    UpdateType.EDITED_MESSAGE: edited,
    UpdateType.CALLBACK_QUERY: callbacks,
}
KINDS: Final[Mapping[str, st.SearchStrategy[Json]]] = {
    kind.value: _WELL_KNOWN[kind]
    if kind in _WELL_KNOWN
    else content_of(telegram.Update, kind.value)
    for kind in telegram.Update.ALL_TYPES
} | {"update_of_2030": st.deferred(lambda: anything)}
"""What stands in an update, by the kinds of update there are."""

_OFTEN = [UpdateType.MESSAGE.value] * 20 + [UpdateType.CALLBACK_QUERY.value] * 9
_OFTEN += [UpdateType.EDITED_MESSAGE.value] * 4
contained: st.SearchStrategy[Update] = st.sampled_from([*_OFTEN, *sorted(KINDS)]).flatmap(
    lambda kind: KINDS[kind].map(lambda held: {kind: held})
)

numbers = st.one_of(
    st.integers(-10, 10),
    st.sampled_from([2**31 - 1, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63), 10**30]),
)
leaves = st.one_of(
    st.none(), st.booleans(), numbers, texts, st.floats(allow_nan=False, allow_infinity=False)
)
anything: st.SearchStrategy[Json] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


def _damaged(update: Update, path: list[int], put: Json) -> Update:
    """The update with something else in one place, found by walking `path`."""

    def walk(node: Json, steps: list[int]) -> Json:
        if not steps or not isinstance(node, dict | list) or not node:
            return put
        if isinstance(node, list):
            at = steps[0] % len(node)
            return [walk(x, steps[1:]) if i == at else x for i, x in enumerate(node)]
        keys = list(node)
        key = keys[steps[0] % len(keys)]
        return {**node, key: walk(node[key], steps[1:])}

    return {key: walk(value, path) for key, value in update.items()}


def _nested(levels: int) -> Json:
    held: Json = "innerst"
    for number in range(levels):
        held = [held] if number % 2 else {"x": held}
    return held


damaged = st.builds(
    _damaged,
    contained,
    st.lists(st.integers(0, 50), min_size=1, max_size=5),
    st.one_of(anything, anything, st.integers(0, 90).map(_nested)),
)
