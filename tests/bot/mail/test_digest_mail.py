"""A digest as a mail, made as the bot makes it."""

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

import pytest

from bot.digest.publish import deliver_due
from bot.mail.mail import mail_from
from bot.mail.message import message_bytes
from storage.concern_values import NewConcern, NewMessage, StoredTheme
from storage.deliveries import DeliveryState
from tests.bot.digest.builders import WEEK, ZONE, after, texts
from tests.bot.mail.builders import ADDRESS, Clock, a_bot, config, mailer, sender
from tests.bot.mail.server import Letterbox, serving
from tests.bot.mail.test_sending import standing, until

MONDAY = after(WEEK, hours=8)
QUOTED = "Mopeder kör fort på <b>gångvägen</b> varje kväll."


class Page(HTMLParser):
    """What stands in a page: its text, its images, and where it leads."""

    def __init__(self, html):
        super().__init__()
        self.text, self.images, self.tags, self.links = "", [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "img":
            self.images.append((given["src"], given["alt"]))
        self.links += [v for k, v in attrs if k in {"href", "src", "background", "action"}]

    def handle_data(self, data):
        self.text += data


async def tell(database, themes=("buskorning",)):
    at = WEEK.bounds(ZONE)[0] + timedelta(days=2)
    async with database.transaction() as tx:
        await tx.concerns.record(
            NewConcern(
                source="telegram",
                told_at=at,
                kind="concern",
                urgency="normal",
                recurring=False,
                language="sv",
                area=None,
                themes=tuple(StoredTheme(id=theme, score=0.9) for theme in themes),
                places=(),
                needs_human=False,
                config_version="1",
                message=NewMessage(told_at=at, text=QUOTED, masked=QUOTED, reading={}),
            ),
            now=at,
        )


async def add_mailbox(database, focus_area="trafik", at=MONDAY - timedelta(days=1)):
    async with database.transaction() as tx:
        return await tx.groups.add_mailbox(focus_area, ADDRESS, now=at)


async def due(database, now=MONDAY):
    return await deliver_due(database, config(), texts(), now=now)


async def mails(database, now=MONDAY + timedelta(days=400)):
    """What waits to be sent, as mails."""
    found = []
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=now, limit=50):
            for item in items:
                found.append(mail_from(item.params))
                await tx.outbox.sent(item.id, now=MONDAY, message_id=None)
    return found


async def test_a_mailbox_gets_the_digest_once_as_one_mail(database):
    await tell(database)
    group = await add_mailbox(database)
    box, clock = Letterbox(), Clock(MONDAY)
    assert await due(database) == 1
    assert await due(database) == 0
    async with serving(box) as port, a_bot(database, mailer(port), clock):
        await until(standing(database, "sent"))
    (message,) = box.messages()
    assert box.letters[0].rcpt_tos == [ADDRESS]
    assert message["Subject"].startswith("Trafik")
    assert "Vecka 47" in message["Subject"]
    assert f"grupp%20{group.id}" in message["List-Unsubscribe"]
    async with database.transaction() as tx:
        await tx.deliveries.settle(now=MONDAY)
        assert await tx.digests.delivered(group.id) == {str(WEEK): DeliveryState.SENT}


async def test_both_parts_say_the_same_and_end_with_how_to_end_it(database):
    await tell(database)
    await add_mailbox(database)
    await due(database)
    (mail,) = await mails(database)
    page = Page(mail.html)
    for said in ("1 tips", QUOTED, "brottsforebyggande@boras.example.se", "grupp 1"):
        assert said in mail.text
        assert said in page.text
    assert "<b>gångvägen" not in mail.html
    assert mail.language == "sv"


async def test_its_pictures_are_within_and_said_in_words(database):
    await tell(database)
    await add_mailbox(database)
    await due(database)
    (mail,) = await mails(database)
    assert mail.images[0].name == "timeline"
    assert all(image.png.startswith(b"\x89PNG") for image in mail.images)
    page = Page(mail.html)
    assert page.images == [(f"cid:{image.name}", image.alt) for image in mail.images]
    assert all(image.alt for image in mail.images)
    assert set(page.links) == {f"cid:{image.name}" for image in mail.images}
    assert not {"script", "link", "iframe", "object", "form"} & set(page.tags)
    written = message_bytes(mail, sender(), to=ADDRESS, token="1.a", at=MONDAY)
    message = message_from_bytes(written, policy=default)
    images = [part for part in message.walk() if part.get_content_type() == "image/png"]
    assert [one.get_content() for one in images] == [image.png for image in mail.images]


async def test_a_late_one_says_so(database):
    await add_mailbox(database)
    await due(database, MONDAY + timedelta(weeks=3))
    found = await mails(database)
    for said in (found[0].text, Page(found[0].html).text):
        assert re.search(r"kommer \w+ veckor sent", said)


async def test_a_mail_that_comes_back_is_a_delivery_that_failed(database):
    await tell(database)
    group = await add_mailbox(database)
    await due(database)
    async with database.transaction() as tx:
        (item,) = await tx.outbox.claim(now=MONDAY, limit=1)
        await tx.outbox.sent(item.id, now=MONDAY, message_id=None)
        await tx.deliveries.settle(now=MONDAY)
        await tx.outbox.bounced(item.token, now=MONDAY, reason="mail_bounced 5.1.1")
        await tx.deliveries.settle(now=MONDAY)
        (delivery,) = await tx.deliveries.of_group(group.id)
    assert (delivery.state, delivery.reason) == (DeliveryState.FAILED, "mail_bounced 5.1.1")


@pytest.mark.parametrize("languages", [("sv", "en"), ("en", "sv")])
async def test_it_is_in_the_language_of_the_council(database, languages):
    await add_mailbox(database)
    spoken = replace(config(), languages=languages)
    await deliver_due(database, spoken, texts(), now=MONDAY)
    (mail,) = await mails(database)
    assert mail.language == languages[0]
    assert ("mention group" in mail.text) == (languages[0] == "en")
