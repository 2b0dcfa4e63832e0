"""Updates as Telegram sends them, as it may one day, and as nobody should: for Hypothesis."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from bot.dialogue.actions import Verb
from tests.bot.dialogues.acts import ATTACHMENTS

Json = Any

RESIDENTS = range(700_000_100, 700_000_110)
MOMENTS = range(1_795_000_000, 1_795_000_600)

_NASTY = (
    "",
    " ",
    "\0",
    "\u200b\u200d\ufeff",
    "\u202e\u2066bakvänt\u2069\u202c",
    "\ud800",
    "ljud\udfff i slutet",
    "e" + "\u0301" * 400,
    "👩‍👩‍👧‍👦" * 50,
    "ﷺ" * 300,
    "<b>inte <i>stängd",
    "&lt;&#0;&amp;&#x110000;",
    "<script>alert(1)</script>",
    "{ $reference } { bot_name } %s %(x)s {0}",
    "'; DROP TABLE concern; --",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "\x1b[2J\x1b]0;titel\x07",
    "/start@nagon_annan_bot",
    "/radera B-0000",
    "/" + "a" * 4_000,
    "/\u202estart",
    "a" * 4_096,
    "å" * 4_097,
    "hjälp " * 2_000,
    "ord\n" * 1_500,
    "mopeder på Norrby " * 200,
    "Hjälp, de slåss med kniv här nu",
    "Mopeder kör på gångvägen i Norrby varje kväll",
)
"""Texts that have broken other programs, and a few that this one is for."""

nasty = st.integers(0, len(_NASTY) - 1).map(_NASTY.__getitem__)  # a list has too long a repr
texts = st.one_of(
    nasty,
    st.text(max_size=200),
    st.text(st.characters(), max_size=40),  # lone surrogates too
    st.lists(nasty, max_size=3).map(" ".join),
)
numbers = st.one_of(
    st.integers(-10, 10),
    st.sampled_from([2**31 - 1, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63), 10**30]),
)
leaves = st.one_of(
    st.none(), st.booleans(), numbers, texts, st.floats(allow_nan=False, allow_infinity=False)
)
anything = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


def user(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Invånare", "language_code": "sv"}


users = st.builds(
    lambda number, language, is_bot, name: {
        **user(number),
        "first_name": name,
        "is_bot": is_bot,
        "language_code": language,
    },
    st.sampled_from(RESIDENTS),
    st.sampled_from(["sv", "en", "so", "ar", "zz", "sv-SE", "", "x" * 300]),
    st.sampled_from([False, False, False, True]),
    texts,
)
other_chats = st.sampled_from(
    [
        {"id": -1_000_777, "type": "group", "title": "Gruppen"},
        {"id": -1_001_000_000_777, "type": "supergroup", "title": "Den stora", "is_forum": True},
        {"id": -1_001_000_000_888, "type": "channel", "title": "Kanalen"},
        {"id": 5, "type": "sender"},
        {"id": 6, "type": "hologram"},
    ]
)
origins = st.one_of(
    st.builds(lambda u: {"type": "user", "sender_user": u, "date": MOMENTS[0]}, users),
    st.just({"type": "hidden_user", "sender_user_name": "Någon", "date": MOMENTS[0]}),
    st.builds(
        lambda c: {"type": "channel", "chat": c, "message_id": 1, "date": MOMENTS[0]}, other_chats
    ),
)
positions = st.builds(
    lambda lat, lon: {"latitude": lat, "longitude": lon},
    st.one_of(st.floats(-90, 90), st.just(57.7256)),
    st.one_of(st.floats(-180, 180), st.just(12.9271)),
)
contents: st.SearchStrategy[Json] = st.one_of(
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda text: {"text": text}, texts),
    st.builds(
        lambda of, text: {**ATTACHMENTS[of], "caption": text},
        st.sampled_from(sorted(ATTACHMENTS)),
        texts,
    ),
    st.sampled_from(sorted(ATTACHMENTS)).map(ATTACHMENTS.__getitem__),
    st.builds(lambda where: {"location": where}, positions),
    st.builds(
        lambda where, text: {
            "location": where,
            "venue": {"location": where, "title": text, "address": text},
        },
        positions,
        texts,
    ),
    st.builds(lambda where: {"location": {**where, "live_period": 900, "heading": 3}}, positions),
    st.builds(lambda members: {"new_chat_members": members}, st.lists(users, max_size=3)),
    st.builds(lambda member: {"left_chat_member": member}, users),
    st.builds(lambda title: {"new_chat_title": title}, texts),
    st.sampled_from(
        [
            {"delete_chat_photo": True},
            {"group_chat_created": True},
            {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
            {"migrate_to_chat_id": -1_001_000_000_777},
            {"migrate_from_chat_id": -1_000_777},
            {"web_app_data": {"data": "x", "button_text": "y"}},
            {"story": {"id": 1, "chat": {"id": 5, "type": "private"}}},
            {"users_shared": {"request_id": 1, "users": [{"user_id": 4}]}},
            {"something_of_2030": {"deep": [[[{"x": 1}]]]}},
            {},
        ]
    ),
)


def message(number: int, who: Json, at: int, content: Json, more: Json) -> Json:
    chat = {"id": who["id"], "type": "private", "first_name": "Invånare"}
    made = {"message_id": number, "date": at, "chat": chat, "from": who, **content, **more}
    text = content.get("text", "")
    if text.startswith("/"):
        made["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    return made


messages = st.builds(
    message,
    st.integers(1, 2**31 - 1),
    users,
    st.sampled_from(MOMENTS),
    contents,
    st.one_of(
        st.just({}),
        st.just({}),
        st.builds(lambda origin: {"forward_origin": origin}, origins),
        st.builds(lambda album: {"media_group_id": album}, st.sampled_from(["1", "2"])),
        st.just({"via_bot": user(5) | {"is_bot": True}}),
        st.just({"edit_date": MOMENTS[5]}),
        st.just({"sender_chat": {"id": -1_001_000_000_888, "type": "channel", "title": "x"}}),
    ),
)
replies = st.recursive(
    messages,
    lambda inner: st.builds(
        lambda outer, within: {**outer, "reply_to_message": within}, messages, inner
    ),
    max_leaves=8,
)
elsewhere = st.builds(lambda made, chat: {**made, "chat": chat}, messages, other_chats)
callbacks = st.builds(
    lambda who, number, data, shown: {
        "id": str(number),
        "from": who,
        "chat_instance": "1",
        **({"message": {**shown, "from": user(4242) | {"is_bot": True}}} if shown else {}),
        **({"data": data} if data is not None else {"game_short_name": "schack"}),
    },
    users,
    st.integers(1, 2**63 - 1),
    st.one_of(
        st.none(),
        texts,
        st.builds(
            lambda verb, number, value: f"{verb.value}:{number}:{value}",
            st.sampled_from(list(Verb)),
            st.one_of(st.integers(0, 60), st.just(10**18 - 1), st.just(10**30)),
            st.sampled_from(
                ["", "Norrby", "0", "3", "999999999", "sv", "so", "😀" * 20, "\0", "²"]
            ),
        ),
    ),
    st.one_of(st.none(), messages, elsewhere),
)
_MEMBER = {"user": user(4242) | {"is_bot": True}, "status": "member"}
_KICKED = {"user": user(4242) | {"is_bot": True}, "status": "kicked", "until_date": 0}
moves = st.builds(
    lambda chat, who, old, new: {
        "chat": chat,
        "from": who,
        "date": MOMENTS[0],
        "old_chat_member": old,
        "new_chat_member": new,
    },
    st.one_of(other_chats, st.builds(lambda u: {**u, "type": "private"}, users)),
    users,
    st.sampled_from([_MEMBER, _KICKED]),
    st.sampled_from([_MEMBER, _KICKED]),
)
contained: st.SearchStrategy[Mapping[str, Json]] = st.one_of(
    replies.map(lambda m: {"message": m}),
    replies.map(lambda m: {"message": m}),
    callbacks.map(lambda c: {"callback_query": c}),
    messages.map(lambda m: {"edited_message": {**m, "edit_date": MOMENTS[-1]}}),
    elsewhere.map(lambda m: {"message": m}),
    elsewhere.map(lambda m: {"channel_post": m}),
    elsewhere.map(lambda m: {"edited_channel_post": m}),
    messages.map(lambda m: {"business_message": {**m, "business_connection_id": "b"}}),
    moves.map(lambda m: {"my_chat_member": m}),
    moves.map(lambda m: {"chat_member": m}),
    users.map(lambda u: {"inline_query": {"id": "1", "from": u, "query": "x", "offset": ""}}),
    users.map(
        lambda u: {
            "message_reaction": {
                "chat": {"id": u["id"], "type": "private"},
                "message_id": 1,
                "user": u,
                "date": MOMENTS[0],
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            }
        }
    ),
    users.map(
        lambda u: {
            "poll_answer": {
                "poll_id": "1",
                "user": u,
                "option_ids": [0],
                "option_persistent_ids": ["1"],
            }
        },
    ),
    anything.map(lambda a: {"update_of_2030": a}),
)


def _damaged(update: Mapping[str, Json], path: list[int], put: Json) -> Mapping[str, Json]:
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


damaged = st.builds(
    _damaged, contained, st.lists(st.integers(0, 50), min_size=1, max_size=5), anything
)
