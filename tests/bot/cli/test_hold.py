from typer.testing import CliRunner

from bot.cli.hold import app
from bot.errors import InputInvalid

from .environment import settle_in, stored
from .test_purge import tell


async def reference(tx):
    (concern,) = await tx.concerns.latest(limit=9)
    return concern.reference


def hold(config, *arguments):
    return CliRunner().invoke(app, [*arguments, "--config", str(config)])


def test_a_concern_is_held_listed_and_lifted(monkeypatch, tmp_path):
    config = settle_in(monkeypatch, tmp_path)
    stored(tell)
    found = stored(reference)
    why = ("--reason", "domstolen", "--decision", "KS 2026-123")
    assert "är låst" in hold(config, "add", found, *why, "--by", "eva").output
    listed = hold(config, "list").output
    for said in (found, "KS 2026-123", "domstolen", "cli:eva"):
        assert said in listed
    assert "inte låst längre" in hold(config, "lift", found).output
    assert "Inget är låst" in hold(config, "list").output
    assert isinstance(hold(config, "lift", found).exception, InputInvalid)
    assert isinstance(hold(config, "add", "B-0000", *why).exception, InputInvalid)
