"""tests.toml: what it may hold, and what is said where it is wrong."""

import pytest

from bot.config import load_config
from bot.errors import ConfigInvalid

from .directory import write_config

GOOD = """\
[[test]]
text = "Mopederna kör på gångvägen"
theme = "buskorning"
area = "Norrängen"
urgency = "normal"
"""


@pytest.fixture
def directory(tmp_path):
    return write_config(tmp_path / "config")


def loaded(directory, tests):
    (directory / "tests.toml").write_text(tests, "utf-8")
    return load_config(directory)


def test_a_configuration_needs_no_tests(directory):
    assert load_config(directory).tests == ()


def test_tests_are_read_and_are_no_part_of_the_version(directory):
    version = load_config(directory).version
    config = loaded(directory, GOOD)
    assert [(t.theme, t.area) for t in config.tests] == [("buskorning", "Norrängen")]
    assert config.version == version


@pytest.mark.parametrize(
    ("wrong", "instead", "line", "said"),
    [
        ("buskorning", "buskorninng", 3, 'Menade du "buskorning"?'),
        ("Norrängen", "Norrangen", 4, 'Menade du "Norrängen"?'),
        ('"normal"', '"norml"', 5, "går inte att välja"),
        ("area =", "omrade =", 4, "är ingen nyckel"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(directory, wrong, instead, line, said):
    with pytest.raises(ConfigInvalid) as caught:
        loaded(directory, GOOD.replace(wrong, instead))
    (fault,) = caught.value.errors
    assert (fault.file, fault.line) == ("tests.toml", line)
    assert said in str(fault)


def test_a_test_that_expects_nothing_is_refused(directory):
    with pytest.raises(ConfigInvalid, match="vad texten ska läsas som"):
        loaded(directory, '[[test]]\ntext = "Hej"\n')
