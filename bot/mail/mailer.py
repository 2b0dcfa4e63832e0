"""Hands mails to the mail server, and says what its answer means."""

import re
import ssl
from collections.abc import Callable
from datetime import datetime
from email.errors import MessageError

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPHeloError,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.config.models import Tls
from bot.errors import MailDelayed, MailRefused, MailServerRefuses
from bot.mail.access import MailAccess
from bot.mail.address import domain_of
from bot.mail.mail import Mail
from bot.mail.message import message_bytes
from bot.mail.sender import MailSender

_TIMEOUT_SECONDS = 30.0
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")
"""Source: RFC 2034, 4: the enhanced status code begins the text of an answer."""
_PERMANENT = 500
_WANTS_TO_KNOW_US = frozenset({530, 534, 535, 538})
"""Source: RFC 4954, 6: these answers are about our access, whatever they follow."""


class Mailer:
    """Sends each mail over a connection of its own.

    What it raises has no cause: the text of a server's answer often holds the address.
    """

    def __init__(
        self,
        access: MailAccess,
        sender: MailSender,
        *,
        clock: Callable[[], datetime],
        tls_context: ssl.SSLContext | None = None,
        timeout: float = _TIMEOUT_SECONDS,
    ) -> None:
        self._access = access
        self._sender = sender
        self._clock = clock
        self._tls_context = tls_context
        self._timeout = timeout

    async def send(self, mail: Mail, *, to: str, token: str) -> None:
        """Hand a mail to the server; once this returns, the server answers for it.

        Raises:
            MailRefused: the server will never take this mail for this mailbox.
            MailDelayed: another time it may.
            MailServerRefuses: it takes none from us before somebody mends our access.
        """
        try:
            message = message_bytes(mail, self._sender, to=to, token=token, at=self._clock())
        except (ValueError, MessageError):
            raise MailRefused("unsendable") from None
        try:
            async with self._connection() as connection:
                await connection.sendmail(self._sender.envelope(token), [to], message)
        except SMTPRecipientsRefused as error:
            raise _of_answer(error.recipients[0]) from None
        except (SMTPAuthenticationError, SMTPSenderRefused, SMTPHeloError) as error:
            raise _of_access(error) from None
        except SMTPResponseException as error:
            raise _of_answer(error) from None
        except SMTPNotSupported:
            raise MailServerRefuses("not_supported") from None
        except (SMTPException, OSError, ssl.SSLError) as error:
            raise MailDelayed(type(error).__name__) from None

    def _connection(self) -> SMTP:
        access = self._access
        return SMTP(
            hostname=access.host,
            port=access.port,
            username=access.user,
            password=access.password,
            use_tls=access.tls is Tls.TLS,
            start_tls=access.tls is Tls.STARTTLS,
            tls_context=self._tls_context,
            local_hostname=domain_of(self._sender.address),
            timeout=self._timeout,
        )


def _of_answer(error: SMTPResponseException) -> MailRefused | MailDelayed | MailServerRefuses:
    if error.code in _WANTS_TO_KNOW_US:
        return MailServerRefuses(_status(error))
    if error.code >= _PERMANENT:
        return MailRefused(_status(error))
    return MailDelayed(_status(error), answered=True)


def _of_access(error: SMTPResponseException) -> MailDelayed | MailServerRefuses:
    if error.code >= _PERMANENT:
        return MailServerRefuses(_status(error))
    return MailDelayed(_status(error), answered=True)


def _status(error: SMTPResponseException) -> str:
    """The enhanced code if the answer has one, else the code."""
    found = _STATUS.match(error.message)
    return found[0] if found else str(error.code)
