"""A real mail server on loopback that keeps what it takes and answers as it is told."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 2.0.0 taken"


@dataclass
class Letterbox:
    """What came, and what the next answers to RCPT and DATA are; then it takes everything."""

    letters: list[Envelope] = field(default_factory=list)
    rcpt: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    hellos: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd names it so
        self, server: SMTP, session: Session, envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        session.host_name = name
        self.hellos.append(name)
        return answers

    async def handle_RCPT(  # noqa: N802 - aiosmtpd names it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt:
            return self.rcpt.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(  # noqa: N802 - aiosmtpd names it so
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.data:
            return self.data.pop(0)
        self.letters.append(envelope)
        self.encrypted.append(session.ssl is not None)
        return OK

    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(one.original_content, policy=default) for one in self.letters]


@asynccontextmanager
async def serving(
    box: Letterbox, *, port: int = 0, tls: ssl.SSLContext | None = None, **options: object
) -> AsyncIterator[int]:
    """The port on which the letterbox is served."""
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        return SMTP(
            box,
            hostname="mx.example.se",
            loop=loop,
            tls_context=tls,
            require_starttls=tls is not None,
            enable_SMTPUTF8=False,
            **options,
        )

    server = await loop.create_server(protocol, "127.0.0.1", port)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()
