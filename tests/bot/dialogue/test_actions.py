"""Buttons are packed into what Telegram carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.actions import MAX_BYTES, Action, Verb, decode, encode
from bot.errors import ButtonTooLong


@given(
    st.builds(
        Action,
        verb=st.sampled_from(list(Verb)),
        concern_id=st.integers(min_value=0, max_value=10**9),
        value=st.text(max_size=10),
    )
)
def test_what_was_packed_is_unpacked(action):
    assert decode(encode(action)) == action


def test_64_bytes_fit_and_65_do_not():
    room = MAX_BYTES - len("pa:1:")
    assert len(encode(Action(verb=Verb.SET_AREA, concern_id=1, value="x" * room))) == MAX_BYTES
    with pytest.raises(ButtonTooLong):
        encode(Action(verb=Verb.SET_AREA, concern_id=1, value="x" * (room + 1)))


@given(st.text())
def test_what_is_not_ours_is_refused_not_guessed(data):
    action = decode(data)
    assert action is None or data.startswith(action.verb.value + ":")
