"""What a mail looks like to whoever gets it."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.mail import mail_from
from bot.mail.message import message_bytes
from tests.bot.mail.builders import ADDRESS, NOW, PNG, mail, sender

TOKEN = "7.0123456789abcdef0123"


def raw(written=None, by=None):
    return message_bytes(written or mail(), by or sender(), to=ADDRESS, token=TOKEN, at=NOW)


def parsed(*given):
    return message_from_bytes(raw(*given), policy=default)


def test_headers_say_who_what_when_and_how_to_end_it():
    message = parsed()
    assert message["Subject"] == mail().subject
    assert message["From"].addresses[0].display_name == "Bråbot Borås"
    assert message["From"].addresses[0].addr_spec == "brabot@boras.example.se"
    assert message["To"] == ADDRESS
    assert message["Reply-To"] == "brottsforebyggande@boras.example.se"
    assert message["Date"].datetime == NOW
    assert message["Message-ID"] == f"<brabot.{TOKEN}@boras.example.se>"
    assert message["List-Id"] == "<trafik.brabot.boras.example.se>"
    assert message["List-Unsubscribe"] == (
        "<mailto:brottsforebyggande@boras.example.se?subject=Avsluta%20grupp%203>"
    )
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"
    assert message["Content-Language"] == "sv"


def test_it_is_plain_text_or_html_with_its_images_within():
    message = parsed()
    assert message.get_content_type() == "multipart/alternative"
    plain, related = message.iter_parts()
    assert plain.get_content_type() == "text/plain"
    assert plain.get_content_charset() == "utf-8"
    assert plain.get_content().replace("\r\n", "\n") == mail().text
    assert related.get_content_type() == "multipart/related"
    html, image = related.iter_parts()
    assert html.get_content_charset() == "utf-8"
    assert image.get_content() == PNG
    assert image.get_content_disposition() == "inline"
    cid = image["Content-ID"].strip("<>")
    assert f'src="cid:{cid}" alt="Åtta veckor"' in html.get_content()
    assert TOKEN in cid


def test_what_travels_is_ascii_in_lines_that_every_server_takes():
    content = raw()
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_mail_has_the_same_id_and_another_one_another():
    other = message_bytes(mail(), sender(), to=ADDRESS, token="8.ffff", at=NOW)
    assert parsed()["Message-ID"] == parsed()["Message-ID"]
    assert parsed()["Message-ID"] != message_from_bytes(other, policy=default)["Message-ID"]


def test_a_long_address_or_id_is_not_broken():
    local, domain = "a" * 60, "b" * 60 + ".example.se"
    message = raw(mail(topic="trafik"), sender(reply_to=f"{local}@{domain}", list_id=domain))
    assert f"<mailto:{local}@{domain}?subject=Avsluta%20grupp%203>\r\n".encode() in message
    assert f"<trafik.{domain}>\r\n".encode() in message


@given(st.text(max_size=200))
def test_no_text_makes_a_header_of_its_own(text):
    evil = text + "\r\nBcc: nagon@evil.example\r\n\r\nHej"
    given_names = {"subject": evil, "unsubscribe": evil}
    by = replace(sender(), name=evil)
    written = replace(mail(), **given_names)
    message = message_from_bytes(raw(written, by), policy=default)
    assert message["Bcc"] is None
    assert message["To"] == ADDRESS
    assert sorted(message.keys()) == sorted(parsed().keys())
    assert message.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize("to", ["a@b.se\r\nBcc: c@d.se", "a@b.se, c@d.se", ""])
def test_no_address_makes_two(to):
    with pytest.raises(Exception, match=r".+"):
        message_bytes(mail(), sender(), to=to, token=TOKEN, at=NOW)


def test_a_mail_comes_out_of_the_outbox_as_it_went_in():
    outgoing = mail().to(ADDRESS)
    assert outgoing.address == ADDRESS
    assert mail_from(outgoing.params) == mail()
    assert ADDRESS not in repr(outgoing)


def test_a_bounce_finds_the_mail_by_the_address_it_comes_to():
    assert sender().envelope(TOKEN) == f"studs+{TOKEN}@boras.example.se"
    assert sender(bounces=None).envelope(TOKEN) == "brabot@boras.example.se"
    long = "s" * 50 + "@boras.example.se"
    assert sender(bounces=long).envelope(TOKEN) == long


def test_nothing_is_fetched_from_elsewhere():
    assert not re.search(rb"https?://", raw())
