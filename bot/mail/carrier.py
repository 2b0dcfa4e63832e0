"""Takes mails from the outbox to the mail server, and knows when to try again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.errors import MailDelayed, MailRefused, MailServerRefuses
from bot.logs import get_logger
from bot.mail.mail import Mail, mail_from
from bot.metering import UNMETERED, Meter
from storage.database import Transaction
from storage.outbox import OutboxItem

_FIRST_RETRY_SECONDS = 60
_LONGEST_RETRY_SECONDS = 15 * 60
_MOST_ATTEMPTS = 5 * 24 * 4
"""Five days in quarters of an hour. Source: RFC 5321, 4.5.4.1, gives up after 4 to 5 days."""

Outcome = Callable[[Transaction], Awaitable[object]]
"""What has to be remembered of a message that was sent, or not."""

log = get_logger(__name__)


class SendsMail(Protocol):
    """What is needed of `bot.mail.mailer.Mailer`."""

    async def send(self, mail: Mail, *, to: str, token: str) -> None:
        """Hand a mail to the server, or raise MailRefused, MailDelayed, MailServerRefuses."""


@dataclass(frozen=True, kw_only=True)
class MailCarrier:
    """Takes mails from the outbox to the mail server; without one (None) they wait."""

    mailer: SendsMail | None
    clock: Callable[[], datetime]
    meter: Meter = UNMETERED

    async def outcome(self, item: OutboxItem) -> Outcome:
        """Send, and say what has to be remembered of how it went."""
        if self.mailer is None:
            return self._postponed(item, _LONGEST_RETRY_SECONDS, "mail_not_configured")
        assert item.address is not None  # noqa: S101 - the sender gives no others
        try:
            await self.mailer.send(mail_from(item.params), to=item.address, token=item.token)
        except MailRefused as error:
            return self._given_up(item, f"mail_refused {error}")
        except MailServerRefuses as error:
            log.error("mail_server_refuses", status=str(error))
            return self._postponed(item, _LONGEST_RETRY_SECONDS, f"mail_server_refuses {error}")
        except MailDelayed as error:
            if error.answered and item.attempts >= _MOST_ATTEMPTS:
                return self._given_up(item, f"mail_delayed {error}")
            return self._postponed(item, _backoff(item.attempts), f"mail_delayed {error}")
        log.info("message_sent", method=item.method)
        seconds = (self.clock() - item.created_at).total_seconds()
        self.meter.sent(digest=item.delivery_id is not None, seconds=seconds)
        return lambda tx: tx.outbox.sent(item.id, now=self.clock(), message_id=None)

    def _postponed(self, item: OutboxItem, seconds: int, reason: str) -> Outcome:
        log.warning("sending_postponed", reason=reason, seconds=seconds)
        self.meter.not_sent(reason, given_up=False)
        until = self.clock() + timedelta(seconds=seconds)
        return lambda tx: tx.outbox.postpone(item.id, until=until, reason=reason)

    def _given_up(self, item: OutboxItem, reason: str) -> Outcome:
        log.error("sending_failed", method=item.method, reason=reason)
        self.meter.not_sent(reason, given_up=True)
        return lambda tx: tx.outbox.failed(item.id, now=self.clock(), reason=reason)


def _backoff(attempts: int) -> int:
    return int(min(_FIRST_RETRY_SECONDS * 2 ** min(attempts, 8), _LONGEST_RETRY_SECONDS))
