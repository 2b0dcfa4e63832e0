"""How to reach the mail server: the configuration, and the secrets of the environment."""

from dataclasses import dataclass, field

from bot.config.config import Config
from bot.config.models import Tls
from bot.config.settings import Settings
from bot.errors import SettingInvalid


@dataclass(frozen=True, kw_only=True)
class MailAccess:
    """A mail server and, where it wants to know who comes, a user and a password."""

    host: str
    port: int
    tls: Tls
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)


def mail_access(config: Config, settings: Settings) -> MailAccess | None:
    """The way to the mail server; None if no mail is to be sent.

    Raises:
        SettingInvalid: user and password do not come together, or the file cannot be read.
    """
    mail = config.mail
    if mail.host is None:
        return None
    password = _password(settings)
    if (settings.smtp_user is None) != (password is None):
        raise SettingInvalid(
            "E-postservern behöver både BRABOT_SMTP_USER och ett lösenord "
            "(BRABOT_SMTP_PASSWORD eller BRABOT_SMTP_PASSWORD_FILE), eller inget av dem."
        )
    return MailAccess(
        host=mail.host,
        port=mail.port,
        tls=mail.tls,
        user=settings.smtp_user,
        password=password,
    )


def _password(settings: Settings) -> str | None:
    if settings.smtp_password is not None:
        return settings.smtp_password.get_secret_value()
    path = settings.smtp_password_file
    if path is None:
        return None
    try:
        password = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingInvalid(
            f"Filen {path} i BRABOT_SMTP_PASSWORD_FILE går inte att läsa. "
            "Kontrollera att den finns och att du får läsa den."
        ) from error
    if not password:
        raise SettingInvalid(f"Filen {path} i BRABOT_SMTP_PASSWORD_FILE är tom.")
    return password
