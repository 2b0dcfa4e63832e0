import pytest

from bot.config.settings import load_settings
from bot.errors import SettingInvalid


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    import os

    for name in [name for name in os.environ if name.startswith("BRABOT_")]:
        monkeypatch.delenv(name)


def test_without_a_setting_everything_has_a_default():
    settings = load_settings()

    assert settings.telegram_token is None
    assert settings.database_url == "sqlite:///brabot.db"
    assert settings.secret_key_file.name == "brabot.key"
    assert settings.cache_dir.name == "brabot"
    assert settings.config is None


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("BRABOT_TELEGRAM_BASE_URL", "http://127.0.0.1:8081/bot")
    monkeypatch.setenv("BRABOT_CONFIG", str(tmp_path))
    monkeypatch.setenv("BRABOT_LOG_FORMAT", "json")
    monkeypatch.setenv("BRABOT_SECRET_KEY", "")

    settings = load_settings()

    assert settings.telegram_base_url == "http://127.0.0.1:8081/bot"
    assert settings.config == tmp_path
    assert settings.log_format == "json"
    assert settings.secret_key is None


def test_secrets_do_not_show(monkeypatch):
    monkeypatch.setenv("BRABOT_TELEGRAM_TOKEN", "12345:hemlig-token")
    monkeypatch.setenv("BRABOT_SECRET_KEY", "hemlig-nyckel")
    monkeypatch.setenv("BRABOT_DATABASE_URL", "postgresql://bot:hemligt-losen@db.example/brabot")

    assert "hemlig" not in repr(load_settings())
    assert load_settings().telegram_token.get_secret_value() == "12345:hemlig-token"


def test_a_wrong_setting_is_named_without_its_value(monkeypatch):
    monkeypatch.setenv("BRABOT_LOG_FORMAT", "hemligt")

    with pytest.raises(SettingInvalid) as caught:
        load_settings()

    assert "BRABOT_LOG_FORMAT" in str(caught.value)
    assert "hemligt" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BRABOT_WEBHOOK_URL", "http://brabot.example.se/telegram"),
        ("BRABOT_WEBHOOK_URL", "https://anna:hemlig@brabot.example.se/telegram"),
        ("BRABOT_WEBHOOK_URL", "https://"),
        ("BRABOT_WEBHOOK_URL", "https://brabot.example.se/a b"),
        ("BRABOT_WEBHOOK_SECRET", "hemlig"),
        ("BRABOT_WEBHOOK_SECRET", "hemlig hemlig hemlig"),
        ("BRABOT_WEBHOOK_SECRET", "h" * 257),
        ("BRABOT_HTTP_PORT", "0"),
        ("BRABOT_HTTP_PORT", "hemlig"),
    ],
)
def test_an_address_or_secret_that_telegram_would_not_take_is_named_and_not_shown(
    monkeypatch, name, value
):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingInvalid) as caught:
        load_settings()
    assert name in str(caught.value)
    assert "hemlig" not in str(caught.value)


def test_without_settings_for_it_no_http_is_served_and_with_them_on_loopback(monkeypatch):
    plain = load_settings()
    assert (plain.webhook_url, plain.http_port, plain.http_host) == (None, None, "127.0.0.1")
    monkeypatch.setenv("BRABOT_WEBHOOK_URL", "https://brabot.example.se:8443/telegram")
    monkeypatch.setenv("BRABOT_WEBHOOK_SECRET", "hemlig-hemlig-hemlig")
    settings = load_settings()
    assert settings.webhook_url == "https://brabot.example.se:8443/telegram"
    assert "hemlig-" not in repr(settings)
