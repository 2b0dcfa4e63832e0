from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import health as command
from bot.health import look
from nlp.errors import TrainingImpossible
from storage.inbox import IncomingUpdate
from storage.outbox import Outgoing, Priority
from tests.bot.fakes import a_reading

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
UPDATE = IncomingUpdate(update_id=1, chat_id=7, raw='{"text": "Kanariefågel"}')
MESSAGE = Outgoing(chat_id=7, method="sendMessage", params={}, priority=Priority.REPLY)


class Reads:
    def read_one(self, message):
        return a_reading()


class CannotLearn:
    def __init__(self):
        raise TrainingImpossible("Exemplen räcker inte.")


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def run_before(config):
    """The bot has run here: there are a key and a database."""
    stored(lambda tx: tx.inbox.count("waiting"))


def checks(config, *, reader=Reads, now=NOW):
    """What is found, by the name of the check."""
    return {c.name: c for c in look(config, build_reader=lambda *_: reader(), now=now)}


def wrong(found):
    return [name for name, check in found.items() if not check.ok]


@pytest.mark.usefixtures("run_before")
def test_all_is_well_after_a_first_run(config):
    found = checks(config)

    assert wrong(found) == []
    assert list(found) == [
        "inställningar",
        "konfiguration",
        "databas",
        "inkorg",
        "utkorg",
        "sammanställningar",
        "läsning",
        "Telegram",
    ]
    assert "inte prövats" in found["Telegram"].found
    assert "brabot group invite --admin" in found["sammanställningar"].found


def test_looking_makes_neither_key_nor_database(config, tmp_path):
    assert wrong(checks(config)) == ["nyckel"]
    (tmp_path / "brabot.key").write_text("x")
    assert wrong(checks(config)) == ["databas"]
    assert not (tmp_path / "brabot.db").exists()


@pytest.mark.usefixtures("run_before")
def test_a_key_of_another_database_is_told(config, tmp_path):
    (tmp_path / "brabot.key").unlink()
    (tmp_path / "brabot.db").rename(tmp_path / "old.db")
    stored(lambda tx: tx.inbox.count("waiting"))
    (tmp_path / "old.db").replace(tmp_path / "brabot.db")

    found = checks(config)

    assert wrong(found) == ["databas"]
    assert "annan hemlig nyckel" in found["databas"].found


async def fill(tx):
    await tx.inbox.receive([UPDATE], now=NOW)
    await tx.outbox.put(MESSAGE, now=NOW)


def test_what_waits_is_counted_and_wrong_only_when_it_waits_for_long(config):
    stored(fill)

    soon = checks(config, now=NOW + timedelta(minutes=5))
    late = checks(config, now=NOW + timedelta(minutes=45))

    assert wrong(soon) == []
    assert "1 väntar, det äldsta i 5 min" in soon["inkorg"].found
    assert wrong(late) == ["inkorg", "utkorg"]
    assert "brabot run" in late["utkorg"].found


async def fail(tx):
    await fill(tx)
    await tx.inbox.attempt_failed(1, now=NOW, retry_at=None, reason="KeyError")
    (item,) = await tx.outbox.claim(now=NOW, limit=1)
    await tx.outbox.failed(item.id, now=NOW, reason="Forbidden")


def test_an_update_nobody_could_handle_is_wrong_and_a_blocked_bot_is_not(config):
    stored(fail)

    found = checks(config)

    assert wrong(found) == ["inkorg"]
    assert "1 har misslyckats" in found["inkorg"].found
    assert "1 har misslyckats" in found["utkorg"].found


async def miss(tx):
    code = await tx.groups.invite("trafik", now=NOW, valid_for=timedelta(days=1))
    group = await tx.groups.redeem(code, chat_id=-9, now=NOW)
    await tx.deliveries.miss(group.id, [f"2026-W{week}" for week in (40, 41)], now=NOW)


async def miss_in_five_groups(tx):
    for chat_id in range(-5, 0):
        code = await tx.groups.invite("trafik", now=NOW, valid_for=timedelta(days=1))
        group = await tx.groups.redeem(code, chat_id=chat_id, now=NOW)
        await tx.deliveries.miss(group.id, ["2026-W40"], now=NOW)


def test_digests_that_did_not_come_are_wrong_until_somebody_sees_to_them(config):
    stored(miss)

    found = checks(config)

    assert wrong(found) == ["sammanställningar"]
    assert "2 sammanställningar, från vecka 40" in found["sammanställningar"].found
    stored(lambda tx: tx.deliveries.dismiss(1, now=NOW))
    stored(lambda tx: tx.deliveries.dismiss(2, now=NOW))
    assert wrong(checks(config)) == []


def test_of_many_digests_that_did_not_come_a_few_are_told(config):
    stored(miss_in_five_groups)

    found = checks(config)["sammanställningar"].found

    assert found.count("vecka 40") == 3
    assert "Och 2 till." in found


@pytest.mark.usefixtures("run_before")
def test_a_reading_that_cannot_be_built_is_told(config):
    found = checks(config, reader=CannotLearn)

    assert wrong(found) == ["läsning"]
    assert "Exemplen räcker inte." in found["läsning"].found


@pytest.mark.usefixtures("run_before")
def test_a_missing_token_is_told_with_where_to_get_one(config, monkeypatch):
    monkeypatch.delenv("BRABOT_TELEGRAM_TOKEN")

    found = checks(config)

    assert wrong(found) == ["Telegram"]
    assert "@BotFather" in found["Telegram"].found


@pytest.mark.usefixtures("run_before")
def test_every_fault_of_the_configuration_is_told_and_the_database_still_looked_at(config):
    brabot = config / "brabot.toml"
    brabot.write_text(brabot.read_text().replace('"måndag"', '"mandag"'))

    found = checks(config)

    assert wrong(found) == ["konfiguration"]
    assert "läsning" not in found
    assert "inkorg" in found


def test_settings_that_cannot_be_used_end_the_look(config, monkeypatch):
    monkeypatch.setenv("BRABOT_LOG_FORMAT", "xml")

    found = checks(config)

    assert list(found) == ["inställningar"]
    assert found["inställningar"].wrong_use


def invoke(monkeypatch, config: Path):
    monkeypatch.setattr(command, "_build_reader", lambda *_: Reads())
    return CliRunner().invoke(command.app, ["--config", str(config)])


@pytest.mark.usefixtures("run_before")
def test_the_command_prints_a_line_for_each_check_and_no_secret(config, monkeypatch):
    result = invoke(monkeypatch, config)

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 8
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
    assert "never-to-be-printed" not in result.output


def test_the_command_exits_with_1_when_something_is_wrong(config, monkeypatch):
    result = invoke(monkeypatch, config)

    assert result.exit_code == 1
    assert "fel  nyckel: " in result.stdout


@pytest.mark.usefixtures("run_before")
def test_the_command_exits_with_2_when_the_configuration_is(config, monkeypatch):
    (config / "themes.toml").write_text("[[theme")

    assert invoke(monkeypatch, config).exit_code == 2
