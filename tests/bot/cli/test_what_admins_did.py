"""What an admin changes at the command line is in the audit log: who, what and why."""

import json
import sys
from datetime import UTC, datetime

import pytest

from bot.cli.main import run_command_line
from tests.bot.fakes import a_reading

from .environment import settle_in, stored


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def brabot(config, monkeypatch, capsys):
    """`brabot …`: what it printed; it must go well."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["brabot", *arguments, "--config", str(config)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        assert not ended.value.code, printed.err
        return printed.out

    return run


def audited():
    entries = stored(lambda tx: tx.audit.entries())
    return [(e.actor, e.action, e.subject, dict(e.detail)) for e in reversed(entries)]


def test_an_invitation_and_a_removal_say_who_and_why_but_never_the_code(brabot):
    code = brabot("group", "invite", "trafik", "--by", "Eva").strip()

    async def joins(tx):
        return await tx.groups.redeem(code, chat_id=-100, now=datetime.now(UTC))

    group = stored(joins)
    brabot("group", "remove", str(group.id), "--by", "Bo", "--reason", "Gruppen är upplöst")
    assert audited() == [
        ("cli:Eva", "group_invited", "focus_area:trafik", {"valid_days": 7}),
        (
            *("cli:Bo", "group_removed", f"group:{group.id}"),
            {"focus_area": "trafik", "reason": "Gruppen är upplöst"},
        ),
    ]


def test_an_import_says_who_and_how_many(brabot, tmp_path, monkeypatch):
    class Reads:
        def read(self, texts):
            return [a_reading(str(text)) for text in texts]

    monkeypatch.setattr("bot.app.build_reader", lambda *_, **__: Reads())
    reports = tmp_path / "reports.jsonl"
    reports.write_text('{"id": "1", "when": "2026-11-12T18:00", "text": "En moped"}\n', "utf-8")
    brabot("import", str(reports), "--by", "Eva")
    brabot("import", str(reports), "--by", "Bo")
    ((actor, action, _, detail),) = audited()
    assert (actor, action, detail) == ("cli:Eva", "reports_imported", {"new": 1, "known": 0})


def test_a_purge_by_hand_says_by_whose(brabot):
    brabot("purge", "--by", "Eva")
    ((actor, action, _, _),) = audited()
    assert (actor, action) == ("cli:Eva", "retention_applied")


def test_the_history_shows_the_configuration_and_on_request_everything(brabot):
    brabot("group", "invite", "trafik", "--by", "Eva")
    assert json.loads(brabot("config", "history", "--json") or "[]") == []
    everything = brabot("config", "history", "--all")
    assert "grupp inbjuden" in everything
    assert "cli:Eva" in everything
