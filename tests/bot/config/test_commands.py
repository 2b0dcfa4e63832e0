import pytest
from typer.testing import CliRunner

from bot.cli.config import app as config_command
from bot.cli.init import app as init_command
from bot.cli.init import init
from bot.config import default_config_dir, load_config
from bot.errors import DirectoryUnusable

from .directory import write_config


def run(app, *arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_init_writes_a_configuration_that_loads(tmp_path):
    directory = tmp_path / "deep" / "config"

    files = init(directory)

    assert files[0].parent == directory
    assert directory / "brabot.toml" in files
    assert load_config(directory).version == load_config(default_config_dir()).version


def test_init_takes_an_empty_directory(tmp_path):
    assert init(tmp_path)


def test_init_overwrites_nothing(tmp_path):
    (tmp_path / "brev.txt").write_text("mitt")

    with pytest.raises(DirectoryUnusable):
        init(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_the_init_command_says_what_to_do_next(tmp_path):
    result = run(init_command, tmp_path / "c")

    assert result.exit_code == 0
    assert f"brabot config check --config {tmp_path / 'c'}" in result.stdout


def test_the_init_command_refuses_a_directory_in_use(tmp_path):
    (tmp_path / "brev.txt").write_text("mitt")

    result = run(init_command, tmp_path)

    assert result.exit_code == 2
    assert "inte är tom" in result.stderr or "är inte tom" in result.stderr


def test_check_shows_what_is_configured(tmp_path):
    result = run(config_command, "check", "--config", write_config(tmp_path / "c"))

    assert result.exit_code == 0
    assert "Buskörning" in result.stdout
    assert "allt i Norrängen" in result.stdout
    assert "fredag 08:00" in result.stdout
    assert "2 områden, 5 platser" in result.stdout


def test_check_reads_the_shipped_configuration_when_none_is_named(monkeypatch):
    monkeypatch.delenv("BRABOT_CONFIG", raising=False)

    assert "72 områden, 1106 platser" in run(config_command, "check").stdout


def test_check_reads_the_configuration_that_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("BRABOT_CONFIG", str(write_config(tmp_path / "c")))

    assert "2 områden, 5 platser" in run(config_command, "check").stdout


def test_check_shows_every_fault_and_exits_with_2(tmp_path):
    directory = write_config(
        tmp_path / "c",
        ("brabot.toml", '"måndag"', '"mandag"'),
        ("themes.toml", "precision", "precison"),
    )

    result = run(config_command, "check", "--config", directory)

    assert result.exit_code == 2
    assert 'Menade du "måndag"?' in result.stderr
    assert 'Menade du "precision"?' in result.stderr
    assert "2 fel i" in result.stderr
    assert result.stdout == ""
