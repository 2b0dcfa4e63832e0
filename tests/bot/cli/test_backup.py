import re
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.backups import drop_oldest, place_of_backup
from bot.cli.backup import app as backup_app
from bot.cli.restore import app as restore_app
from bot.errors import InputInvalid, SettingInvalid
from storage.concerns import NewConcern, NewMessage
from storage.errors import BackupKeyWrong, DatabaseNotEmpty, FileTaken
from storage.keys import new_secret
from storage.outbox import Outgoing, Priority

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
SAID = "Zanzibarkällaren luktar bränt"


@pytest.fixture
def home(monkeypatch, tmp_path):
    settle_in(monkeypatch, tmp_path)
    stored(tell)
    return tmp_path


@pytest.fixture
def copy(home):
    return home / "kopia.backup"


def backup(*arguments):
    return CliRunner().invoke(backup_app, [str(argument) for argument in arguments])


def restore(*arguments):
    return CliRunner().invoke(restore_app, [str(argument) for argument in arguments])


async def tell(tx):
    message = NewMessage(told_at=NOW, text=SAID, masked=SAID, reading={})
    concern = NewConcern(
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
        message=message,
    )
    return await tx.concerns.record(concern, now=NOW)


async def count(tx):
    return len(await tx.concerns.told_between(NOW, NOW + timedelta(days=1)))


async def audited(tx):
    return [(entry.actor, entry.action) for entry in await tx.audit.entries()]


def row(output, what):
    (line,) = [line for line in output.splitlines() if what in line]
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_a_backup_says_how_many_of_what_and_nothing_of_what_it_says(copy):
    done = backup(copy, "--by", "Eva")
    assert done.exit_code == 0, done.output
    assert row(done.stdout, "Ärenden") == ["Ärenden", "1"]
    assert "Zanzibar" not in done.output
    assert "Utan nyckeln" in " ".join(done.stderr.split())
    assert stored(audited) == [("cli:Eva", "backup_taken")]


def test_a_backup_is_restored_and_the_old_database_is_where_it_is_said(copy, home):
    backup(copy)
    stored(tell)
    refused = restore(copy)
    assert isinstance(refused.exception, DatabaseNotEmpty)
    assert stored(count) == 2

    done = restore(copy, "--force", "--by", "Bo")

    assert done.exit_code == 0, done.output
    assert row(done.stdout, "Ärenden") == ["Ärenden", "1"]
    aside = re.search(r"finns kvar: (\S+brabot\.db\.before-restore-\d{8}T\d{6}Z)", done.stderr)
    assert (home / aside[1]).exists()
    assert "1 ärenden har berättats efter kopian" in done.stderr
    assert "inget skickas två gånger" in done.stderr
    assert stored(count) == 1
    assert stored(audited)[0] == ("cli:Bo", "backup_restored")


@pytest.mark.parametrize(
    ("options", "said"), [((), "De skickas inte"), (("--resend",), "kanske för andra gången")]
)
def test_without_the_old_database_it_is_said_what_nobody_knows(copy, home, options, said):
    greeting = Outgoing(
        chat_id=7, method="sendMessage", params={"text": "hej"}, priority=Priority.REPLY
    )
    stored(lambda tx: tx.outbox.put(greeting, now=NOW))
    backup(copy)
    for path in home.glob("brabot.db*"):
        path.unlink()
    done = restore(copy, *options)
    assert done.exit_code == 0, done.output
    assert "är okänt" in done.stderr
    assert "1 meddelanden väntade" in done.stderr
    assert said in done.stderr


def test_verify_reads_a_copy_and_ends_with_1_when_it_is_damaged(copy):
    backup(copy)
    whole = copy.read_bytes()
    good = backup(copy, "--verify")
    assert (good.exit_code, row(good.stdout, "Ärenden")[1]) == (0, "1")
    copy.write_bytes(whole[:-1])
    damaged = backup(copy, "--verify")
    assert damaged.exit_code == 1
    assert "avklippt" in damaged.stderr
    assert stored(audited) == [("cli", "backup_taken")]


def test_a_wrong_key_is_wrong_use_and_a_missing_one_is_not_made(copy, home, monkeypatch):
    backup(copy)
    monkeypatch.setenv("BRABOT_SECRET_KEY", new_secret())
    assert isinstance(backup(copy, "--verify").exception, BackupKeyWrong)
    assert isinstance(restore(copy, "--force").exception, BackupKeyWrong)
    monkeypatch.delenv("BRABOT_SECRET_KEY")
    (home / "brabot.key").unlink()
    for run in (lambda: restore(copy, "--force"), lambda: backup(home)):
        assert isinstance(run().exception, SettingInvalid)
    assert not (home / "brabot.key").exists()


def test_a_broken_configuration_stops_no_backup(copy, home):
    (home / "config" / "themes.toml").write_text("trasig")
    assert backup(copy, "--config", home / "config").exit_code == 0


def test_what_stands_there_is_kept_unless_forced(copy):
    copy.write_text("den förra")
    assert isinstance(backup(copy).exception, FileTaken)
    assert copy.read_text() == "den förra"
    assert backup(copy, "--force").exit_code == 0


def test_in_a_folder_backups_get_the_time_as_name_and_the_oldest_go(home):
    folder = home / "kopior"
    folder.mkdir()
    (folder / "annat.backup").write_text("rör inte")
    for day in range(1, 5):
        at = NOW + timedelta(days=day)
        place_of_backup(folder, at).write_text("äldre")
    for path in list(folder.glob("brabot-2026*")):
        path.rename(folder / path.name.replace("2026", "2019"))

    done = backup(folder, "--keep", "3")

    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in folder.iterdir())
    assert names[:3] == [
        "annat.backup",
        "brabot-20191121T120000Z.backup",
        "brabot-20191122T120000Z.backup",
    ]
    assert len(names) == 4
    assert drop_oldest(folder, keep=3) == []
    assert isinstance(backup(home / "fil", "--keep", "3").exception, InputInvalid)
