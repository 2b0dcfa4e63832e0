"""What differs from machine to machine, and all secrets: read from BRABOT_… once."""

from enum import StrEnum
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingInvalid


class LogFormat(StrEnum):
    """How log lines are written."""

    CONSOLE = "console"
    JSON = "json"


class Settings(BaseSettings):
    """The environment of a process; nothing else reads environment variables.

    `telegram_base_url` and `telegram_base_file_url` are taken as python-telegram-bot takes
    them and are None for Telegram's own server. `secret_key` (32 bytes, url-safe base64)
    goes before `secret_key_file`. `config` is the configuration directory, None for the
    shipped one.
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
    config: Path | None = None
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
