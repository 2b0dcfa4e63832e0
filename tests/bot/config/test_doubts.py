"""What is allowed, and yet hardly meant, is told with the file and what to do."""

import pytest

from bot.config import load_config
from bot.config.doubts import doubts

from .directory import line_of, write_config


@pytest.fixture
def told(tmp_path):
    def find(*edits):
        return [str(doubt) for doubt in doubts(load_config(write_config(tmp_path / "c", *edits)))]

    return find


def test_a_theme_with_few_examples_is_told(told):
    (few,) = told()
    assert few.startswith('examples/buskorning.txt: temat "buskorning" har 12 exempel.')


def test_a_time_that_the_clocks_skip_is_told(told):
    found = told(("brabot.toml", '"fredag"\ntime = "08:00"', '"söndag"\ntime = "02:30"'))
    line = line_of("brabot.toml", 'time = "08:00"')
    assert found[-1].startswith(f"brabot.toml, rad {line}: klockan ställs om över söndag 02:30")


def test_an_alias_that_is_a_place_elsewhere_is_told(told):
    found = told(("places.csv", "Långån;water;;;;;test", "Ån;water;Lillköping;;;norrängen;test"))
    line = line_of("places.csv", "Långån;water")
    start = f'places.csv, rad {line}: "norrängen", ett annat namn på "Ån" i Lillköping'
    assert any(doubt.startswith(start) for doubt in found)


def test_a_keyword_of_two_themes_is_told(tmp_path):
    directory = write_config(tmp_path / "c")
    with (directory / "themes.toml").open("a", encoding="utf-8") as themes:
        themes.write(
            '\n[[theme]]\nid = "mer"\nfocus_area = "trafik"\n'
            'label = { sv = "Mer", en = "More" }\nkeywords = ["moped", "gång"]\n'
        )
    sentences = "".join(f"Påhittat nummer {n}.\n" for n in range(70))
    (directory / "examples" / "mer.txt").write_text(sentences, "utf-8")
    lines = "".join(f"Mopederna i gången, för {n} gånger sedan.\n" for n in range(70))
    (directory / "examples" / "buskorning.txt").write_text(lines, "utf-8")
    found = [str(doubt) for doubt in doubts(load_config(directory))]
    assert any('"moped" står också under temat "buskorning"' in doubt for doubt in found)
    assert any('"gång" står i 100 procent av alla andra temans exempel' in doubt for doubt in found)
