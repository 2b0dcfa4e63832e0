"""`brabot group mail` and `brabot mail bounce`, as an admin uses them."""

import io
import sys
from datetime import UTC, datetime

import pytest

from bot.cli.main import run_command_line
from bot.health import look
from storage.outbox import Outgoing, Priority
from tests.bot.config.directory import write_config
from tests.bot.mail.bounces import bounce

from .environment import settle_in, stored
from .test_health import Reads

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ADDRESS = "trygghet@boras.example.se"
MAIL = """[mail]
host = "smtp.example.se"
sender = "brabot@boras.example.se"

[retention]"""


@pytest.fixture
def config(monkeypatch, tmp_path):
    settle_in(monkeypatch, tmp_path)
    return write_config(tmp_path / "with-mail", ("brabot.toml", "[retention]", MAIL))


@pytest.fixture
def brabot(config, monkeypatch, capsys):
    """`brabot …`: its exit code, what it printed, and what it told."""

    def run(*arguments, directory=config):
        given = ["brabot", *arguments, "--config", str(directory)]
        monkeypatch.setattr(sys, "argv", given)
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


def test_a_mailbox_is_added_listed_and_removed(brabot):
    code, printed, _ = brabot("group", "mail", "norr", ADDRESS, "--by", "Eva")
    assert (code, printed) == (0, "1\tnorr\ttr…@boras.example.se\n")
    code, printed, _ = brabot("group", "list")
    assert printed.startswith("1\tnorr\tsedan ")
    assert printed.endswith("\te-post tr…@boras.example.se\n")
    assert brabot("group", "remove", "1")[0] == 0
    assert brabot("group", "list")[1] == ""
    entries = stored(lambda tx: tx.audit.entries())
    assert [(e.actor, e.action, e.subject) for e in reversed(entries)] == [
        ("cli:Eva", "group_mailbox_added", "group:1"),
        ("cli", "group_removed", "group:1"),
    ]
    assert ADDRESS not in str(entries)


def test_the_same_mailbox_twice_is_refused_kindly(brabot):
    brabot("group", "mail", "norr", ADDRESS)
    code, _, told = brabot("group", "mail", "norr", ADDRESS.upper())
    assert code == 2
    assert "redan en grupp för norr" in told
    assert "Ingenting har ändrats" in told


@pytest.mark.parametrize(
    ("focus_area", "address", "said"),
    [
        ("nor", ADDRESS, 'Menade du "norr"'),
        ("norr", "trygghet", "ingen e-postadress"),
        ("norr", "a@b.se, c@d.se", "en enda adress"),
        ("norr", "a@b.se\r\nBcc: c@d.se", "ingen e-postadress"),
    ],
)
def test_what_cannot_be_is_told_with_the_remedy(brabot, focus_area, address, said):
    code, printed, told = brabot("group", "mail", focus_area, address)
    assert (code, printed) == (2, "")
    assert said in told


def test_without_a_mail_server_no_mailbox_is_added(brabot, tmp_path):
    code, _, told = brabot("group", "mail", "norr", ADDRESS, directory=tmp_path / "config")
    assert code == 2
    assert "[mail]" in told


def test_a_bounce_is_noted_once(brabot, tmp_path):
    token = stored(sent)
    (tmp_path / "bounce.eml").write_bytes(bounce(token))
    code, _, told = brabot("mail", "bounce", str(tmp_path / "bounce.eml"))
    assert (code, "5.1.1" in told) == (0, True)
    assert stored(lambda tx: tx.outbox.count("failed")) == 1
    code, _, told = brabot("mail", "bounce", str(tmp_path / "bounce.eml"))
    assert (code, "känt sedan förut" in told) == (0, True)


def test_a_bounce_comes_from_standard_input_too(brabot, monkeypatch):
    content = io.TextIOWrapper(io.BytesIO(bounce(stored(sent), action="delayed")))
    monkeypatch.setattr(sys, "stdin", content)
    code, _, told = brabot("mail", "bounce")
    assert (code, "Ingenting har ändrats" in told) == (0, True)
    assert stored(lambda tx: tx.outbox.count("failed")) == 0


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"Subject: hej\n\nhej", 1, "RFC 3464"),
        (bounce("1.0123456789abcdef0123"), 1, "inget brev härifrån"),
        (None, 2, "går inte att läsa"),
    ],
)
def test_what_is_no_bounce_of_ours_changes_nothing(brabot, tmp_path, content, code, said):
    stored(sent)
    file = tmp_path / "bounce.eml"
    if content is not None:
        file.write_bytes(content)
    found, _, told = brabot("mail", "bounce", str(file))
    assert (found, said in told) == (code, True), told
    assert stored(lambda tx: tx.outbox.count("failed")) == 0


@pytest.mark.parametrize(("user", "ok"), [(None, True), ("brabot", False)])
def test_health_knows_whether_there_is_a_way_to_the_mail_server(config, monkeypatch, user, ok):
    stored(lambda tx: tx.outbox.count("waiting"))
    if user:
        monkeypatch.setenv("BRABOT_SMTP_USER", user)
    found = {c.name: c for c in look(config, build_reader=lambda *_: Reads(), now=NOW)}
    assert found["e-post"].ok == ok
    assert ("smtp.example.se" in found["e-post"].found) == ok


async def sent(tx):
    """The token of a mail that has been sent."""
    mail = Outgoing(address=ADDRESS, method="sendMail", params={}, priority=Priority.DIGEST)
    await tx.outbox.put(mail, now=NOW)
    (item,) = await tx.outbox.claim(now=NOW, limit=1)
    await tx.outbox.sent(item.id, now=NOW, message_id=None)
    return item.token
