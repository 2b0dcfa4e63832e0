"""Whatever is posted to the webhook is answered 2xx or 4xx, and kept once if it is an update."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.web.body import MAX_BYTES
from bot.web.webhook import SECRET_HEADER
from tests.bot.fuzzing.effort import trying
from tests.bot.fuzzing.playing import texts_in
from tests.bot.fuzzing.updates import contained, damaged
from tests.bot.web.test_webhook import RIGHT, SECRET, Bot, Inbox

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

LARGEST_ID = 2**63 - 1
DEEPEST = 99
"""Levels below the update itself."""
_NUMBERS = (0, 1, LARGEST_ID)
_NO_NUMBERS = (-1, LARGEST_ID + 1, 1.0, "5", None, True, [], 10**4_000)

updates = st.builds(
    lambda number, content: {"update_id": number, **content},
    st.sampled_from(_NUMBERS),
    st.one_of(contained, damaged),
)


@st.composite
def bent(draw: st.DrawFn) -> bytes:
    """An update's bytes with something wrong in them, or nothing."""
    update = draw(updates)
    match draw(st.integers(0, 9)):
        case 0:
            update["update_id"] = draw(st.sampled_from(_NO_NUMBERS))
        case 1:
            update["deep"] = nested(draw(st.sampled_from([50, 97, 98, 99, 100, 101, 500])))
    body = json.dumps(update).encode()
    at = draw(st.integers(0, len(body)))
    match draw(st.integers(0, 12)):
        case 0:
            body = body[:at]
        case 1:
            body = body[:at] + draw(st.binary(max_size=8)) + body[at:]
        case 2:
            body = body[:at] + body
        case 3:  # the same key twice: the last one counts
            body = body[:-1] + b', "update_id": 7}'
        case 4:
            body = b"\xef\xbb\xbf" + body
        case 5:
            body = json.dumps(update).encode(draw(st.sampled_from(["utf-16", "utf-32-le"])))
        case 6:
            body = b"[" * draw(st.sampled_from([10, 1_000, 200_000])) + body
        case 7:
            body = body[:-1] + b', "x": ' + draw(st.sampled_from(_ODD)) + b"}"
    return body.ljust(draw(st.sampled_from([0, 0, 0, 0, MAX_BYTES, MAX_BYTES + 1])))


_ODD = (b"NaN", b"-Infinity", b"1e999", b"-0", b"9" * 4_300, b"9" * 4_301, b'"\\ud800"', b'"\xff"')

headers = st.one_of(
    st.just(RIGHT),
    st.just(RIGHT),
    st.just(RIGHT),
    st.builds(
        lambda secret, kind: {SECRET_HEADER: secret, "Content-Type": kind},
        st.sampled_from([SECRET, SECRET, SECRET[1:], "", SECRET + " x", "å" * 9]).map(str.encode),
        st.one_of(
            st.sampled_from(["application/json", "APPLICATION/JSON;charset=x", "text/json", ";"]),
            st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20),
        ).map(str.encode),
    ),
    st.sampled_from(["0", "-1", "5", "1048577", "9" * 40, "x", "٣"]).map(
        lambda length: {**RIGHT, "Content-Length": length.encode()}
    ),
)


@given(
    body=st.one_of(bent(), bent(), bent(), st.binary(max_size=400)),
    headers=headers,
    in_pieces=st.booleans(),
)
@trying(80, whole=8_000)
async def test_every_body_is_answered_and_an_update_is_kept_once(
    body: bytes, headers: Mapping[str, Any], in_pieces: bool
) -> None:
    bot = Bot(Inbox())
    with capture_logs() as logged:
        for _ in range(2):  # Telegram brings it again if it has not heard the answer
            answer = await bot.gets(pieces(body) if in_pieces else body, headers)
            assert answer.status_code in {200, 400, 401, 413, 415}
            assert answer.content == b""
            assert len(bot.database.kept) == (answer.status_code == 200)
    if headers == RIGHT:
        assert (answer.status_code == 200) == (number_in(body) is not None)
        assert list(bot.database.kept) == [number_in(body)] * len(bot.database.kept)
    told = "\n".join(str(value) for event in logged for value in event.values())
    assert not [one for one in strings(body) if one in told]


def number_in(body: bytes) -> int | None:
    """By what number it is to be kept, if it is."""
    if len(body) > MAX_BYTES:
        return None
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = update.get("update_id") if isinstance(update, dict) else None
    is_number = type(number) is int and 0 <= number <= LARGEST_ID
    return number if is_number and depth(update) <= DEEPEST else None


def depth(value: Any) -> int:
    deepest, level = 0, [value]
    while level := [inner for one in level for inner in children(one)]:
        deepest += 1
    return deepest


def children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def nested(levels: int) -> Any:
    held: Any = 1
    for _ in range(levels):
        held = [held]
    return held


def strings(body: bytes) -> set[str]:
    try:
        return texts_in(json.loads(body))
    except (ValueError, RecursionError):
        return set()


async def pieces(body: bytes) -> AsyncIterator[bytes]:
    """Without a length announced."""
    for begin in range(0, len(body), 60_000):
        yield body[begin : begin + 60_000]
