"""`brabot concern mute`, `unmute` and `muted`."""

import sys
from datetime import UTC, datetime

import pytest

from bot.cli.main import run_command_line
from storage.concerns import NewConcern, NewMessage

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def brabot(config, monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["brabot", "concern", *arguments, "--config", str(config)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


def told(*, by_somebody):
    async def record(tx):
        resident = await tx.residents.recognise(4711, now=NOW, language="sv")
        new = NewConcern(
            resident_id=resident.id if by_somebody else None,
            telegram_id=4711 if by_somebody else None,
            source="telegram",
            told_at=NOW,
            kind="concern",
            urgency="normal",
            recurring=False,
            language="sv",
            area=None,
            themes=(),
            places=(),
            needs_human=False,
            config_version="v1",
            message=NewMessage(told_at=NOW, text="hot", masked="hot", reading={}),
        )
        return (await tx.concerns.record(new, now=NOW)).reference

    return stored(record)


def test_who_threatens_is_muted_listed_and_passed_on_again(brabot):
    reference = told(by_somebody=True)
    code, _, said = brabot(
        "mute", reference, "--reason", "Hot mot personal", "--days", "30", "--by", "Eva"
    )
    assert code == 0 and "förs inte vidare, till 20" in said
    after = told(by_somebody=True)
    code, listed, _ = brabot("muted")
    assert code == 0 and after in listed
    assert "1 tips åt sidan" in listed and "cli:Eva: Hot mot personal" in listed
    assert brabot("unmute", after)[0] == 0
    assert "Ingens tips" in brabot("muted")[2]
    code, _, said = brabot("unmute", reference)
    assert code == 2 and "inte dämpad" in said


def test_a_mute_needs_a_reason_and_somebody(brabot):
    reference = told(by_somebody=True)
    assert brabot("mute", reference)[0] == 2
    assert brabot("mute", reference, "--reason", " ")[0] == 2
    code, _, said = brabot("mute", told(by_somebody=False), "--reason", "Hot")
    assert code == 2 and "leder inte till någon" in said
