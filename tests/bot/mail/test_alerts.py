"""What is urgent goes to chats: nobody looks into a mailbox at once."""

from bot.alerts import alert_groups
from nlp.reading import Urgency
from storage.groups import Group
from tests.bot.digest import builders
from tests.bot.fakes import MemoryStore
from tests.bot.mail.builders import ADDRESS, NOW, config


def mailbox(number=1):
    return Group(id=number, focus_area="trafik", address=ADDRESS, created_at=NOW)


def chat(number, focus_area):
    return Group(id=number, focus_area=focus_area, chat_id=-number, created_at=NOW)


async def alerted(*groups):
    """The chats that are told of something urgent about traffic."""
    store = MemoryStore()
    store.groups.joined = list(groups)
    count = await alert_groups(
        store,
        builders.told("buskorning"),
        urgency=Urgency.NOW,
        danger=None,
        masked="Mopeder kör på gångvägen.",
        withheld=False,
        config=config(),
        texts=builders.texts(),
        now=NOW,
    )
    assert count == len(store.outbox.waiting)
    return [outgoing.chat_id for outgoing in store.outbox.waiting]


async def test_a_mailbox_gets_no_alert():
    assert await alerted(mailbox(), chat(2, "trafik")) == [-2]


async def test_where_only_a_mailbox_would_get_it_every_chat_does():
    assert await alerted(mailbox(), chat(3, "brand"), chat(2, "norrby")) == [-3, -2]


async def test_with_mailboxes_alone_nobody_is_promised_anything():
    assert await alerted(mailbox()) == []
