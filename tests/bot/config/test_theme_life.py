"""A theme that was retired gets nothing new, keeps its name, and its id is never used again."""

from datetime import date

import pytest

from bot.config import load_config
from bot.config.retiring import retire
from bot.config.theme_life import reused, vanished
from bot.errors import ConfigInvalid, InputInvalid

from .directory import write_config

TODAY = date(2026, 11, 22)
MORE = """
# Ett till.
[[theme]]
id = "mopeder"
focus_area = "trafik"
keywords = ["moppe"]
sensitive = {sensitive}

[theme.label]
sv = "Mopeder"
en = "Mopeds"
"""


@pytest.fixture
def directory(tmp_path):
    return with_mopeds(tmp_path)


def with_mopeds(tmp_path, *, sensitive="false"):
    directory = write_config(tmp_path / "config")
    themes = directory / "themes.toml"
    themes.write_text(themes.read_text("utf-8") + MORE.format(sensitive=sensitive), "utf-8")
    lines = [f"Moppen står i vägen, gång {n}." for n in range(10)]
    lines.append("Moppen körde på henne och stack. + buskorning")
    (directory / "examples" / "mopeder.txt").write_text("\n".join(lines), "utf-8")
    buskorning = directory / "examples" / "buskorning.txt"
    line = "Mopeden på fel sida tutade åt oss. + mopeder\n"
    buskorning.write_text(buskorning.read_text("utf-8") + line, "utf-8")
    (directory / "tests.toml").write_text(
        '[[test]]\ntext = "Moppen igen"\ntheme = "mopeder"\n', "utf-8"
    )
    return directory


def faults(directory):
    with pytest.raises(ConfigInvalid) as raised:
        load_config(directory)
    return [str(error) for error in raised.value.errors]


def test_a_merged_theme_goes_on_in_its_successor_with_all_its_sentences(directory):
    retire(directory, "mopeder", into=["buskorning"], since=TODAY)
    config = load_config(directory)
    assert [theme.id for theme in config.themes] == ["buskorning"]
    assert config.theme("mopeder").label["sv"] == "Mopeder"
    assert config.heirs(["mopeder", "buskorning", "mopeder"]) == ("buskorning",)
    assert config.tests[0].theme == "buskorning"
    sentences = config.examples["buskorning"]
    assert "Moppen står i vägen, gång 3." in sentences
    assert "Moppen körde på henne och stack." in sentences
    assert "Mopeden på fel sida tutade åt oss." in sentences
    assert not (directory / "examples" / "mopeder.txt").exists()
    written = (directory / "themes.toml").read_text("utf-8")
    assert "# Ett till." in written
    assert 'id = "mopeder"\nsince = 2026-11-22\ninto = ["buskorning"]\n' in written
    assert "[retired_theme.label]" in written
    assert [theme.id for theme in config.reader_config().themes] == ["buskorning"]


def test_a_theme_may_end_and_its_sentences_stay_unread(directory):
    (directory / "tests.toml").unlink()
    retire(directory, "mopeder", into=(), since=TODAY)
    config = load_config(directory)
    assert config.heir("mopeder") == "mopeder"
    assert config.ended_themes == {"mopeder"}
    assert (directory / "examples" / "mopeder.txt").exists()
    assert "Mopeden på fel sida tutade åt oss." in config.examples["buskorning"]


def test_what_would_not_be_valid_changes_nothing_and_is_said(directory):
    before = (directory / "themes.toml").read_text("utf-8")
    with pytest.raises(ConfigInvalid, match=r"tests\.toml, rad 3"):
        retire(directory, "mopeder", into=(), since=TODAY)
    with pytest.raises(InputInvalid, match='Menade du "buskorning"'):
        retire(directory, "mopeder", into=["buskorningar"], since=TODAY)
    with pytest.raises(InputInvalid, match='Menade du "mopeder"'):
        retire(directory, "moped", into=(), since=TODAY)
    with pytest.raises(InputInvalid, match="sig självt"):
        retire(directory, "mopeder", into=["mopeder"], since=TODAY)
    assert (directory / "themes.toml").read_text("utf-8") == before


def test_a_sensitive_theme_goes_up_in_no_open_one(tmp_path):
    directory = with_mopeds(tmp_path, sensitive="true")
    with pytest.raises(ConfigInvalid, match="känsligt"):
        retire(directory, "mopeder", into=["buskorning"], since=TODAY)


def test_a_chain_of_successors_is_followed_and_a_circle_refused(directory):
    retire(directory, "mopeder", into=["buskorning"], since=TODAY)
    themes = directory / "themes.toml"
    whole = themes.read_text("utf-8")
    oldest = (
        '\n[[retired_theme]]\nid = "moppar"\nfocus_area = "trafik"\nsince = 2025-01-01\n'
        'label = { sv = "Moppar", en = "Mopeds" }\ninto = ["mopeder"]\n'
    )
    themes.write_text(whole + oldest, "utf-8")
    assert load_config(directory).heir("moppar") == "buskorning"
    themes.write_text(whole.replace('into = ["buskorning"]', 'into = ["moppar"]') + oldest, "utf-8")
    assert all("går upp i sig självt" in fault for fault in faults(directory))


def test_an_id_stands_once_among_the_living_and_the_retired(directory):
    themes = directory / "themes.toml"
    again = (
        '\n[[retired_theme]]\nid = "mopeder"\nfocus_area = "trafk"\nsince = 2025-01-01\n'
        'label = { sv = "Moppar", en = "Mopeds" }\n'
    )
    themes.write_text(themes.read_text("utf-8") + again, "utf-8")
    unknown, both = sorted(faults(directory), key=lambda fault: "både" in fault)
    assert "både som [[theme]] och som [[retired_theme]]" in both
    assert 'fokusområdet "trafk" finns inte. Menade du "trafik"?' in unknown


def test_an_id_that_was_retired_or_has_gone_is_told_with_the_remedy(directory):
    config = load_config(directory)
    (fault,) = reused(config, {"mopeder": TODAY, "gammalt": TODAY})
    assert "2026-11-22" in str(fault)
    assert "annat id" in str(fault)
    (gone,) = vanished(config, {"mopeder", "buskorning", "moped"})
    assert "brabot theme retire moped`" in str(gone)
