"""The receiver: updates from Telegram, asked for or brought, into the inbox."""

from functools import partial

from bot.config.settings import Settings
from bot.roles.duties import lead
from bot.roles.part import Part, Shared
from bot.storage_access import open_keyring
from bot.telegram.intake import Intake
from bot.telegram.receiver import Receiver
from bot.telegram.webhook import Subscription
from bot.web.webhook import Webhook
from storage.leading import Duty


def receiver_part(shared: Shared) -> Part:
    """Ask Telegram, which answers one at a time; or be brought updates, any number at a time.

    Raises:
        SettingInvalid: there is no usable key to make the webhook's secret from.
    """
    settings = shared.settings
    intake = Intake(
        shared.database,
        clock=shared.clock,
        received=shared.inbox.ring,
        fallback=shared.fallback,
        meter=shared.metrics,
    )
    if settings.webhook_url is None:
        asks = Receiver(shared.client, intake).run
        return Part(takes_in=(partial(lead, shared.database, Duty.RECEIVING, asks),))
    url, secret = settings.webhook_url, _webhook_secret(settings)
    subscription = Subscription(shared.client, url=url, secret=secret, clock=shared.clock)
    return Part(
        takes_in=(subscription.run,),
        webhook=Webhook(secret=secret, take=intake.take, answered=shared.metrics.answered),
    )


def _webhook_secret(settings: Settings) -> str:
    if settings.webhook_secret is not None:
        return settings.webhook_secret.get_secret_value()
    keyring, _ = open_keyring(settings)
    return keyring.fingerprint("telegram", purpose="webhook secret")
