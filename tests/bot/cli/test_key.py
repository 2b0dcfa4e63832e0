import stat

import pytest
from typer.testing import CliRunner

from bot.cli.key import app
from bot.cli.storage import app as storage_app
from bot.config.settings import load_settings
from bot.errors import SettingInvalid
from bot.storage_access import make_first_key
from storage.errors import DatabaseMoved, KeyChangeUnfinished, SecretKeyWrong
from storage.keys import new_secret

from .environment import settle_in, stored


@pytest.fixture
def home(monkeypatch, tmp_path):
    settle_in(monkeypatch, tmp_path)
    stored(know_somebody)
    return tmp_path


async def know_somebody(tx):
    from datetime import UTC, datetime

    return await tx.residents.recognise(7, now=datetime(2026, 11, 18, tzinfo=UTC), language="sv")


def key(*arguments, app=app):
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_new_key_takes_the_place_of_the_old_one_which_stays_beside_it(home):
    old = (home / "brabot.key").read_text()
    said = key("rotate", "--by", "eva").output
    new = (home / "brabot.key").read_text()
    assert new != old
    assert (home / "brabot.key.old").read_text() == old
    assert not (home / "brabot.key.new").exists()
    for path in home.glob("brabot.key*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert new.strip() not in said
    assert old.strip() not in said
    assert stored(know_somebody).id == 1


@pytest.mark.parametrize("step", ["nothing", "linked"])
def test_cut_short_before_the_file_is_replaced_it_is_told_and_can_be_finished(
    home, monkeypatch, step
):
    old = (home / "brabot.key").read_text()

    def die(file):
        if step == "linked":
            file.with_name("brabot.key.old").hardlink_to(file)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("storage.key_files.put_in_place", die)
        key("rotate")
    new = (home / "brabot.key.new").read_text()
    with pytest.raises(SecretKeyWrong, match="brabot key rotate igen"):
        stored(know_somebody)
    with pytest.raises(SecretKeyWrong):
        key("forget-old")
    assert "gjordes klart" in key("rotate").output
    assert (home / "brabot.key").read_text() == new
    assert (home / "brabot.key.old").read_text() == old
    assert stored(know_somebody).id == 1


def test_the_old_key_goes_when_it_is_said_so_and_only_then_there_is_room_for_another(home):
    key("rotate")
    with pytest.raises(KeyChangeUnfinished, match="forget-old"):
        key("rotate")
    assert "brabot.key.old" in key("forget-old").output
    assert not (home / "brabot.key.old").exists()
    key("rotate")
    assert stored(know_somebody).id == 1


def test_with_the_key_in_the_environment_the_new_one_waits_in_a_file(home, monkeypatch):
    old, file = (home / "brabot.key").read_text().strip(), home / "brabot.key"
    file.unlink()
    monkeypatch.setenv("BRABOT_SECRET_KEY", old)
    said = key("rotate").output
    new = (home / "brabot.key.new").read_text().strip()
    assert new not in said
    with pytest.raises(SecretKeyWrong, match="Sätt BRABOT_SECRET_KEY"):
        stored(know_somebody)
    monkeypatch.setenv("BRABOT_SECRET_KEY", new)
    assert stored(know_somebody).id == 1
    key("forget-old")
    assert not list(home.glob("brabot.key*"))


def test_a_lost_key_is_told_and_no_other_is_made_in_its_place(home):
    (home / "brabot.key").unlink()
    with pytest.raises(SecretKeyWrong, match="Lägg tillbaka"):
        stored(know_somebody)
    assert not (home / "brabot.key").exists()
    with pytest.raises(SettingInvalid, match="saknas"):
        key("rotate")


async def test_the_bot_makes_a_key_only_where_there_is_no_database_yet(home, monkeypatch):
    assert await make_first_key(load_settings()) is None
    (home / "brabot.key").unlink()
    with pytest.raises(SecretKeyWrong, match="Lägg tillbaka"):
        await make_first_key(load_settings())
    monkeypatch.setenv("BRABOT_DATABASE_URL", f"sqlite:///{home / 'ny.db'}")
    assert await make_first_key(load_settings()) == home / "brabot.key"


def test_a_wrong_key_is_refused_and_left_alone(home):
    (home / "brabot.key").write_text(new_secret())
    with pytest.raises(SecretKeyWrong, match="annan hemlig nyckel"):
        stored(know_somebody)
    with pytest.raises(SecretKeyWrong):
        key("rotate")
    assert (home / "brabot.key").exists()
    assert not (home / "brabot.key.old").exists()


def test_an_empty_key_file_tells_where_the_key_may_be(home):
    (home / "brabot.key").write_text("\n")
    with pytest.raises(SettingInvalid, match=r"är tom\. Lägg tillbaka nyckeln"):
        stored(know_somebody)


def test_a_key_that_others_may_read_is_told_in_the_log(home, capsys):
    (home / "brabot.key").chmod(0o644)
    assert stored(know_somebody).id == 1
    out = capsys.readouterr()
    assert "key_file_readable_by_others" in out.out + out.err


def test_an_archive_is_moved_by_command_and_the_sums_are_shown(home, monkeypatch):
    old, new = (f"sqlite:///{home / name}" for name in ("brabot.db", "flyttad.db"))
    said = key("move", old, new, "--by", "eva", app=storage_app)
    assert said.exit_code == 0
    assert "resident" in said.output
    with pytest.raises(DatabaseMoved):
        stored(know_somebody)
    monkeypatch.setenv("BRABOT_DATABASE_URL", new)
    assert stored(know_somebody).id == 1
