"""What a mail that came back says; whoever wrote it may have meant harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BounceUnreadable
from bot.mail.bounce import MOST_BYTES, read_bounce
from tests.bot.mail.bounces import HEADERS, bounce

TOKEN = "7.0123456789abcdef0123"


def test_it_tells_which_mail_did_not_arrive_and_why():
    told = read_bounce(bounce(TOKEN))
    assert (told.tokens, told.status, told.failed) == ((TOKEN,), "5.1.1", True)


@pytest.mark.parametrize("kind", ["message/rfc822", "message/rfc822-headers", "message/global"])
def test_the_whole_mail_may_have_come_back(kind):
    whole = HEADERS.format(token=TOKEN) + "Hej\n"
    told = read_bounce(bounce(TOKEN, returned_type=kind, returned=whole))
    assert told.tokens == (TOKEN,)


def test_without_the_mail_the_address_it_came_to_tells_which():
    told = read_bounce(bounce("", to=f"<studs+{TOKEN}@boras.example.se>", returned="nothing"))
    assert told.tokens == (TOKEN,)


def test_what_is_only_late_or_arrived_has_not_failed():
    for action in ("delayed", "delivered", "relayed", "expanded"):
        assert not read_bounce(bounce(TOKEN, action=action, status="4.4.1")).failed
    assert read_bounce(bounce(TOKEN, action="Failed")).failed


def test_a_status_that_is_none_is_not_passed_on():
    assert read_bounce(bounce(TOKEN, status="<b>x</b>")).status == "5.0.0"
    assert read_bounce(bounce(TOKEN, status="5.1.1 (user@example.se)")).status == "5.1.1"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: hej\n\nJag ar bortrest.\n",
        b"Content-Type: multipart/report\n\nno boundary",
        b'Content-Type: multipart/report; boundary="x"\n\n--x\n\n--x',
        b"Content-Type: message/delivery-status\n\n",
        bounce(TOKEN).split(b"Final-Recipient")[0],
    ],
)
def test_what_is_no_bounce_is_told(content):
    with pytest.raises(BounceUnreadable, match="RFC 3464"):
        read_bounce(content)


def test_what_is_too_large_is_told():
    with pytest.raises(BounceUnreadable, match="större"):
        read_bounce(b"x" * (MOST_BYTES + 1))


def test_parts_in_parts_without_end_are_told():
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
    )
    with pytest.raises(BounceUnreadable):
        read_bounce(nested)


@given(st.integers(0, 1200), st.binary(min_size=1, max_size=30))
def test_whatever_is_written_into_it_does_no_harm(at, noise):
    content = bounce(TOKEN)
    try:
        told = read_bounce(content[:at] + noise + content[at:])
    except BounceUnreadable:
        return
    assert told.status.replace(".", "").isdigit()
