"""What differs from machine to machine, and all secrets: read from BRABOT_… once."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from platformdirs import user_cache_path
from pydantic import AfterValidator, Field, SecretStr, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingInvalid

_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}", re.ASCII)
"""Source: Telegram Bot API, setWebhook, which takes one sign already; nobody shall guess it."""

HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/@]+(/[^\s]*)?$")]


class LogFormat(StrEnum):
    """How log lines are written."""

    CONSOLE = "console"
    JSON = "json"


def _usable_as_secret(secret: SecretStr) -> SecretStr:
    if not _SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("not what Telegram takes, or too short to be secret")
    return secret


class Settings(BaseSettings):
    """The environment of a process; nothing else reads environment variables.

    `telegram_base_url` and `telegram_base_file_url` are taken as python-telegram-bot takes
    them and are None for Telegram's own server. `secret_key` (32 bytes, url-safe base64)
    goes before `secret_key_file`, `smtp_password` before `smtp_password_file`. `config` is the
    configuration directory, None for the shipped one. With a `webhook_url` updates are brought
    there instead of asked for, with a secret made from the key unless `webhook_secret` says
    another one; HTTP is then served, else only where a `http_port` is given.
    """

    model_config = SettingsConfigDict(
        env_prefix="BRABOT_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )

    telegram_token: SecretStr | None = None
    telegram_base_url: str | None = None
    telegram_base_file_url: str | None = None
    database_url: str = Field(default="sqlite:///brabot.db", repr=False)
    secret_key: SecretStr | None = None
    secret_key_file: Path = Path("brabot.key")
    smtp_user: str | None = Field(default=None, repr=False)
    smtp_password: SecretStr | None = None
    smtp_password_file: Path | None = None
    config: Path | None = None
    webhook_url: HttpsUrl | None = Field(default=None, repr=False)
    webhook_secret: Annotated[SecretStr, AfterValidator(_usable_as_secret)] | None = None
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(default=None, ge=1, le=65535)
    cache_dir: Path = Field(default_factory=lambda: user_cache_path("brabot"))
    log_format: LogFormat = LogFormat.CONSOLE


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingInvalid: names every variable that cannot be used, never its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        names = sorted({f"BRABOT_{str(fault['loc'][0]).upper()}" for fault in faults})
        raise SettingInvalid(
            f"Miljövariabler som inte går att använda: {', '.join(names)}. "
            "Rätta dem eller ta bort dem; docs/operators.md säger vad de kan vara."
        ) from error
