"""Mails and what sends them, as tests need them."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from bot.config.config import Config
from bot.config.models import MailSettings, Tls
from bot.mail.access import MailAccess
from bot.mail.mail import InlineImage, Mail
from bot.mail.mailer import Mailer
from bot.mail.sender import MailSender, mail_sender
from bot.telegram.sender import Sender
from tests.bot.digest import builders

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ADDRESS = "trygghet@boras.example.se"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@cache
def config() -> Config:
    mail = MailSettings(
        host="127.0.0.1",
        tls=Tls.NONE,
        sender="brabot@boras.example.se",
        sender_name="Bråbot Borås",
        bounces="studs@boras.example.se",
    )
    return replace(builders.config(), mail=mail)


def sender(**changes) -> MailSender:
    found = mail_sender(config())
    assert found is not None
    return replace(found, **changes)


def mail(**changes) -> Mail:
    values = {
        "subject": "Fönster och dörrar: veckans bild – Vecka 47, 16–22 november 2026",
        "text": "Hej på er!\n\nÅska över ån.\n",
        "html": '<p>Hej på er!</p><img src="cid:timeline" alt="Åtta veckor">',
        "language": "sv",
        "topic": "trafik",
        "unsubscribe": "Avsluta grupp 3",
        "images": (InlineImage(name="timeline", alt="Åtta veckor", png=PNG),),
    }
    return Mail(**{**values, **changes})


def mailer(port: int, *, tls: Tls = Tls.NONE, user=None, password=None, **options) -> Mailer:
    access = MailAccess(host="127.0.0.1", port=port, tls=tls, user=user, password=password)
    return Mailer(access, sender(), **{"clock": lambda: NOW, "timeout": 5.0, **options})


class NoTelegram:
    """Fails whoever calls it."""

    async def call(self, method, params):
        raise AssertionError(f"{method} was called")


class Clock:
    """A clock that a test moves."""

    def __init__(self, now=NOW):
        self.now = now

    def __call__(self):
        return self.now

    def passes(self, **time):
        self.now += timedelta(**time)


@asynccontextmanager
async def a_bot(database, mailer, clock):
    """A sender at work; beside others on the same database, if there are any."""
    import asyncio

    task = asyncio.create_task(Sender(NoTelegram(), database, clock=clock, mailer=mailer).run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
