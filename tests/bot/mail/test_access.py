"""Where mail goes from: the configuration, and the secrets beside it."""

from datetime import datetime

import pytest

from bot.config.loader import load_config
from bot.config.models import MailSettings, Tls
from bot.config.settings import load_settings
from bot.errors import ConfigInvalid, SettingInvalid
from bot.mail.access import mail_access
from bot.mail.sender import mail_sender
from bot.roles.sender import build_mailer
from tests.bot.config.directory import write_config
from tests.bot.digest import builders
from tests.bot.mail.builders import config

clock = datetime.now
SECRET = "hemligt-losen-1"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    for name in ("USER", "PASSWORD", "PASSWORD_FILE"):
        monkeypatch.delenv(f"BRABOT_SMTP_{name}", raising=False)


def with_mail(tmp_path, *lines):
    written = "\n".join(lines)
    return write_config(
        tmp_path / "c", ("brabot.toml", "[retention]", f"[mail]\n{written}\n\n[retention]")
    )


def test_without_a_mail_server_no_mail_is_sent():
    assert builders.config().mail == MailSettings()
    assert mail_sender(builders.config()) is None
    assert build_mailer(builders.config(), load_settings(), clock=clock) is None


def test_user_and_password_come_from_the_environment_or_a_file(monkeypatch, tmp_path):
    monkeypatch.setenv("BRABOT_SMTP_USER", "brabot")
    monkeypatch.setenv("BRABOT_SMTP_PASSWORD", SECRET)
    access = mail_access(config(), load_settings())
    assert (access.user, access.password) == ("brabot", SECRET)
    assert SECRET not in repr(access) + repr(load_settings())
    monkeypatch.delenv("BRABOT_SMTP_PASSWORD")
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    monkeypatch.setenv("BRABOT_SMTP_PASSWORD_FILE", str(tmp_path / "secret"))
    assert mail_access(config(), load_settings()) == access
    assert build_mailer(config(), load_settings(), clock=clock) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [("USER", "brabot"), ("PASSWORD", SECRET), ("PASSWORD_FILE", "/nowhere/secret")],
)
def test_half_an_access_is_refused_without_its_secrets(monkeypatch, name, value):
    monkeypatch.setenv(f"BRABOT_SMTP_{name}", value)
    with pytest.raises(SettingInvalid, match="BRABOT_SMTP_") as caught:
        build_mailer(config(), load_settings(), clock=clock)
    assert SECRET not in str(caught.value)


def test_an_empty_password_file_is_refused(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("\n")
    monkeypatch.setenv("BRABOT_SMTP_USER", "brabot")
    monkeypatch.setenv("BRABOT_SMTP_PASSWORD_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingInvalid, match="tom"):
        mail_access(config(), load_settings())


def test_what_is_not_said_is_taken_from_what_is(tmp_path):
    host, sender = 'host = "smtp.example.se"', 'sender = "brabot@lillkoping.example"'
    found = mail_sender(load_config(with_mail(tmp_path, host, sender)))
    assert found.name == "Bråbot"
    assert found.reply_to == "bra@lillkoping.example"
    assert found.list_id == "brabot.lillkoping.example"
    assert found.bounces is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['host = "smtp.example.se"'], "ingen avsändare"),
        (['sender = "brabot"'], "ingen e-postadress"),
        (['sender = "åsa@example.se"'], "ingen e-postadress"),
        (['list_id = "a b"'], "inget giltigt id"),
        (["port = 70000"], "port"),
        (['tls = "ssl"'], "starttls"),
        (['host = "smtp.example.se"', 'sender = "a@b.se"', 'tls = "none"'], "okrypterade"),
    ],
)
def test_a_fault_of_the_mail_section_is_told_with_its_remedy(tmp_path, lines, said):
    with pytest.raises(ConfigInvalid) as caught:
        load_config(with_mail(tmp_path, *lines))
    (fault,) = caught.value.errors
    assert said in str(fault)
    assert fault.remedy or fault.allowed


@pytest.mark.parametrize(
    "lines", [['host = "localhost"'], ['host = "smtp.example.se"', "plaintext_allowed = true"]]
)
def test_on_the_own_machine_or_where_it_is_allowed_mail_may_go_in_clear(tmp_path, lines):
    loaded = load_config(with_mail(tmp_path, *lines, 'sender = "a@b.se"', 'tls = "none"'))
    assert loaded.mail.tls is Tls.NONE


def test_a_domain_with_letters_of_its_own_is_taken(tmp_path):
    loaded = load_config(with_mail(tmp_path, 'sender = "brabot@borås.example"'))
    assert loaded.mail.sender == "brabot@xn--bors-soa.example"
