"""What an admin changed is in the audit log: what, when, why, and nothing that was told."""

import base64
import json
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.config import app
from bot.cli.impact import earlier
from bot.config import load_config
from bot.config.git import commits, committed_as, write_revision
from bot.config_history import CHANGED, REASON_GIVEN, history, note_config
from bot.errors import InputInvalid
from storage.database import open_database
from storage.keys import Keyring

from .directory import write_config
from .test_commands import run

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
async def database(tmp_path):
    found = await open_database(
        f"sqlite:///{tmp_path / 'brabot.db'}", Keyring.from_secret(bytes(range(32)))
    )
    yield found
    await found.close()


@pytest.fixture
def directory(tmp_path):
    return write_config(tmp_path / "c")


def edit(directory, file, old, new):
    path = directory / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


async def noted(database, directory, *, reason=None, now=NOW):
    async with database.transaction() as tx:
        return await note_config(tx, load_config(directory), reason, now)


async def lines(database, directory, **given):
    await noted(database, directory, **given)
    async with database.transaction() as tx:
        return (await history(tx, directory, limit=1))[0].lines


async def test_a_configuration_is_noted_once_however_often_the_bot_starts(database, directory):
    first = await noted(database, directory)
    assert (first.before, first.after) == (None, load_config(directory).version)
    assert await noted(database, directory, now=NOW + HOUR) is None
    async with database.transaction() as tx:
        (entry,) = await tx.audit.entries()
    assert (entry.action, entry.actor, entry.detail["from"]) == (CHANGED, "bot", None)


async def test_a_configuration_that_comes_back_is_noted_again(database, directory):
    await noted(database, directory)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    second = await noted(database, directory)
    edit(directory, "brabot.toml", '"08:30"', '"07:30"')
    third = await noted(database, directory)
    assert (third.before, third.after) == (second.after, second.before)


async def test_the_difference_is_told_in_words(database, directory):
    await noted(database, directory)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    edit(directory, "themes.toml", '"EPA"', '"mopp"')
    edit(directory, "themes.toml", "precision = 0.8", "sensitive = true")
    rows = "Långån;water;;;;;egen\nViken;water;;;;;x"
    edit(directory, "places.csv", "Långån;water;;;;;test", rows)
    with (directory / "themes.toml").open("a", encoding="utf-8") as themes:
        themes.write(
            '\n[[theme]]\nid = "buller"\nfocus_area = "trafik"\nlabel = { sv = "Buller" }\n'
        )
    sentences = "".join(f"Det bullrar natt nummer {n}.\n" for n in range(11))
    (directory / "examples" / "buller.txt").write_text(sentences, "utf-8")
    edit(directory, "examples/buskorning.txt", "Mopederna kör fort, gång 3.\n", "")
    assert await lines(database, directory, reason="Ljud är ett eget problem") == (
        'brabot.toml, digest.time: "07:30" → "08:30".',
        "examples/buller.txt: + 11 rader.",
        "examples/buskorning.txt: − 1 rad.",
        "places.csv, nya: + Viken (water).",
        "places.csv, ändrade: + Långån (water).",
        "Temat buskorning, keywords: + mopp, − EPA.",
        "Temat buskorning, precision: inte längre 0.8.",
        "Temat buskorning, sensitive: nu true.",
        "Temat buller tillkom.",
    )


async def test_a_theme_that_is_retired_is_told_as_such(database, directory):
    with (directory / "themes.toml").open("a", encoding="utf-8") as themes:
        themes.write(
            '\n[[theme]]\nid = "buller"\nfocus_area = "trafik"\nlabel = { sv = "Buller" }\n'
        )
    sentences = "".join(f"Det bullrar natt nummer {n}.\n" for n in range(11))
    (directory / "examples" / "buller.txt").write_text(sentences, "utf-8")
    await noted(database, directory)
    text = (directory / "themes.toml").read_text("utf-8")
    before, after = text.rsplit("[[theme]]", 1)
    retired = f"{before}[[retired_theme]]{after}since = 2026-11-01\n"
    (directory / "themes.toml").write_text(retired, "utf-8")
    assert await lines(database, directory) == (
        "Temat buller togs bort.",
        "Det avslutade temat buller tillkom.",
    )


async def test_neither_sentences_nor_addresses_nor_long_texts_are_told(database, directory):
    await noted(database, directory)
    edit(directory, "brabot.toml", "dso@lillkoping", "kim.testsson@lillkoping")
    edit(directory, "brabot.toml", '"Därför."', f'"{"För att det hjälper. " * 9}"')
    edit(directory, "examples/buskorning.txt", "gång 3.", "hos Kim på Hemvägen 3.")
    await noted(database, directory)
    async with database.transaction() as tx:
        entry, _ = await tx.audit.entries()
    assert len(entry.detail["changes"]) == 3
    assert not any(word in str(entry.detail) for word in ("testsson", "hjälper", "Hemvägen"))


async def test_the_files_that_are_kept_are_encrypted_and_only_the_last_ones(
    database, directory, tmp_path
):
    await noted(database, directory)
    edit(directory, "examples/buskorning.txt", "gång 3.", "hos Kim på Hemvägen 3.")
    await noted(database, directory)
    async with database.transaction() as tx:
        kept = await tx.configs.last()
    assert "Hemvägen" in kept.files["examples/buskorning.txt"]
    edit(directory, "examples/buskorning.txt", "hos Kim på Hemvägen 3.", "gång 3.")
    await noted(database, directory)
    async with database.transaction() as tx:
        kept = await tx.configs.last()
    assert "Hemvägen" not in str(kept.files)
    assert b"Mopederna" not in (tmp_path / "brabot.db").read_bytes()


async def test_what_was_changed_again_meanwhile_is_noted_without_a_difference(database, directory):
    await noted(database, directory)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    loaded = load_config(directory)
    edit(directory, "brabot.toml", '"08:30"', '"09:30"')
    async with database.transaction() as tx:
        change = await note_config(tx, loaded, None, NOW)
    assert change.after == loaded.version
    assert change.differences is None
    assert await lines(database, directory, now=NOW + HOUR) == (
        'brabot.toml, digest.time: "07:30" → "09:30".',
    )


@pytest.fixture
def committed(directory):
    def commit(message):
        _git(directory, "add", ".")
        _git(directory, "commit", "--quiet", "--message", message)
        return committed_as(directory)

    _git(directory, "init", "--quiet")
    commit("Börjar")
    return commit


def _git(directory, *arguments):
    who = ("-c", "user.name=Testa Testsson", "-c", "user.email=testa@example.se")
    subprocess.run(["git", *who, *arguments], cwd=directory, check=True)


async def test_the_reason_is_the_message_of_the_commit_unless_one_is_given(
    database, directory, committed
):
    first = await noted(database, directory)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    uncommitted = await noted(database, directory)
    edit(directory, "brabot.toml", '"08:30"', '"09:30"')
    commit = committed("Skicka senare\n\nMötet är flyttat.")
    second = await noted(database, directory)
    edit(directory, "brabot.toml", '"09:30"', '"10:30"')
    committed("Ännu senare")
    third = await noted(database, directory, reason="Som rådet ville")
    assert [one.reason for one in (first, uncommitted, second, third)] == [
        "Börjar",
        None,
        "Skicka senare",
        "Som rådet ville",
    ]
    assert second.commit == commit.id


async def test_the_history_has_the_log_and_the_commits_by_time_each_once(
    database, directory, committed
):
    later = datetime.now(UTC) + HOUR
    await noted(database, directory, now=later)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    committed("Bara sparat")
    async with database.transaction() as tx:
        await tx.audit.write(at=NOW, actor="cli", action="export", subject="all")
        told = await history(tx, directory, limit=9)
    assert [(one.action, one.reason) for one in told] == [
        (CHANGED, "Börjar"),
        (None, "Bara sparat"),
    ]


def test_a_revision_is_written_as_the_directory_was(directory, committed, tmp_path):
    before = load_config(directory).version
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    committed("Senare")
    assert write_revision(directory, "HEAD~1", tmp_path / "then")
    assert load_config(tmp_path / "then").version == before
    assert not write_revision(directory, "finns-inte", tmp_path / "never")
    assert not write_revision(directory, "--output=/tmp/x", tmp_path / "never")


def test_a_directory_without_git_has_no_commits(directory):
    assert commits(directory) is None
    assert committed_as(directory) is None


def test_without_git_installed_there_are_no_commits(directory, committed, monkeypatch):
    assert commits(directory)
    monkeypatch.setattr("shutil.which", lambda program: None)
    assert commits(directory) is None


@pytest.fixture
def settings(monkeypatch, tmp_path):
    monkeypatch.setenv("BRABOT_DATABASE_URL", f"sqlite:///{tmp_path / 'brabot.db'}")
    monkeypatch.setenv("BRABOT_SECRET_KEY", base64.urlsafe_b64encode(bytes(range(32))).decode())
    monkeypatch.setenv("COLUMNS", "120")


def test_the_command_shows_the_log_and_the_commits(settings, directory, committed):
    assert run(app, "history", "--config", directory).stdout.count("Börjar") == 1
    given = run(app, "reason", "Som rådet ville", "--by", "Testa Testsson", "--config", directory)
    assert given.exit_code == 0
    table = run(app, "history", "--config", directory).stdout
    assert "Som rådet ville" in table
    assert "cli:Testa Testsson" in table
    first, second = json.loads(run(app, "history", "--json", "--config", directory).stdout)
    assert (first["action"], first["version"]) == (REASON_GIVEN, load_config(directory).version)
    assert (second["action"], second["reason"]) == (None, "Börjar")


def test_without_anything_noted_the_command_says_when_there_will_be(settings, directory):
    result = run(app, "history", "--config", directory)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "när boten startas" in result.stderr


def test_impact_compares_with_what_git_has(directory, committed, tmp_path):
    now = load_config(directory)
    edit(directory, "brabot.toml", '"07:30"', '"08:30"')
    changed = load_config(directory)
    with earlier("git:HEAD", changed) as found:
        assert found.version == now.version
    with earlier(str(directory), now) as found:
        assert found.version == changed.version
    with pytest.raises(InputInvalid, match="ingen version"), earlier("git:borta", now):
        pass
    with earlier(None, now) as found:
        assert found is None
