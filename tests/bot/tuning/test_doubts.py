"""What the database and the training know of a configuration is told to the admin."""

from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from bot.cli.config import app
from bot.config import load_config
from bot.tuning.doubts import LEAST_CONCERNS, confusions, doubts_in_use
from storage.database import open_database
from storage.keys import Keyring
from tests.bot.config.directory import line_of, write_config

from .conftest import TOLD_AT as NOW


class Pages:
    """Concerns of which each has a text, as `storage.paging` gives them."""

    def __init__(self, texts):
        self._texts = texts

    async def page(self, selection, *, after, limit):
        start = 0 if after is None else after.id
        return [
            SimpleNamespace(id=number + 1, told_at=NOW, masked=text)
            for number, text in enumerate(self._texts)
        ][start : start + limit]


class Groups:
    def __init__(self, *focus_areas):
        self._focus_areas = focus_areas

    async def list(self):
        return [SimpleNamespace(focus_area=one) for one in self._focus_areas]


async def doubts(directory, *, texts=(), focus_areas=("trafik", "norr")):
    tx = SimpleNamespace(paging=Pages(texts), groups=Groups(*focus_areas))
    return [str(one) for one in await doubts_in_use(tx, load_config(directory), now=NOW)]


async def test_a_focus_area_that_reaches_nobody_is_told_with_the_way_to_mend_it(tmp_path):
    (found,) = await doubts(write_config(tmp_path / "c"), focus_areas=("trafik",))
    line = line_of("themes.toml", 'id = "norr"')
    assert found.startswith(f'themes.toml, rad {line}: ingen grupp och ingen brevlåda får "norr".')
    assert "brabot group invite norr" in found


async def test_where_nobody_is_reached_at_all_it_is_told_once(tmp_path):
    (found,) = await doubts(write_config(tmp_path / "c"), focus_areas=())
    assert "får något fokusområde än" in found


async def test_a_keyword_in_a_third_of_all_concerns_is_told(tmp_path):
    texts = ["Mopeder igen", "Lampan är trasig", "Det är skräp här"] * 210
    (found,) = await doubts(write_config(tmp_path / "c"), texts=texts)
    assert '"moped" står i 33 procent av de 630 tips' in found


async def test_a_few_concerns_tell_nothing_of_a_keyword(tmp_path):
    texts = ["Mopeder igen"] * (LEAST_CONCERNS - 1)
    assert await doubts(write_config(tmp_path / "c"), texts=texts) == []


@pytest.fixture
def confusing(tmp_path):
    directory = write_config(tmp_path / "c")
    with (directory / "themes.toml").open("a", encoding="utf-8") as themes:
        for id in ("buller", "brand"):
            themes.write(
                f'\n[[theme]]\nid = "{id}"\nfocus_area = "trafik"\nlabel = {{ sv = "{id}" }}\n'
            )
    said = {
        "buskorning": [f"Mopederna kör fort på gatan nummer {n}" for n in range(30)],
        "buller": [
            *(f"Musiken dånar från grannen natt {n}" for n in range(20)),
            *(f"Mopederna kör fort på gatan nummer {n}" for n in range(40, 50)),
        ],
        "brand": [f"Det brinner i containern dag {n}" for n in range(30)],
    }
    for id, lines in said.items():
        text = "# Påhittade.\n" + "".join(f"{line}\n" for line in lines)
        (directory / "examples" / f"{id}.txt").write_text(text, "utf-8")
    return directory


def test_themes_that_the_training_mixes_up_are_told_with_the_lines_of_the_sentences(confusing):
    worst, *_ = confusions(load_config(confusing))
    assert 'temat "buller" blandas ihop med "buskorning"' in worst.problem
    assert "examples/buller.txt, rad 2" in worst.problem
    assert "Mopederna kör fort" in worst.problem


@pytest.fixture
def settings(monkeypatch, tmp_path):
    monkeypatch.setenv("BRABOT_DATABASE_URL", f"sqlite:///{tmp_path / 'brabot.db'}")
    monkeypatch.setenv("BRABOT_SECRET_KEY_FILE", str(tmp_path / "brabot.key"))
    monkeypatch.setenv("BRABOT_CACHE_DIR", str(tmp_path / "cache"))


def check(directory, *arguments):
    return CliRunner().invoke(app, ["check", "--config", str(directory), *arguments])


def test_check_tells_what_the_training_mixes_up_only_if_it_is_asked_to(settings, confusing):
    assert "blandas ihop" not in check(confusing).stdout
    result = check(confusing, "--thorough")
    assert result.exit_code == 0
    assert "blandas ihop" in result.stdout


def test_check_looks_into_a_database_that_is_there_and_makes_none(settings, tmp_path):
    directory = write_config(tmp_path / "c")
    assert "ingen brevlåda" not in check(directory).stdout
    assert not (tmp_path / "brabot.db").exists()

    (tmp_path / "brabot.key").write_text(_key())
    _made(tmp_path / "brabot.db")

    assert "ingen grupp och ingen brevlåda får" in check(directory).stdout


def test_a_database_that_cannot_be_used_does_not_keep_check_from_its_work(settings, tmp_path):
    (tmp_path / "brabot.key").write_text(_key())
    (tmp_path / "brabot.db").write_bytes(b"inte en databas" * 99)
    result = check(write_config(tmp_path / "c"))
    assert result.exit_code == 0
    assert "är inte prövade" in result.stderr


def _key():
    import base64

    return base64.urlsafe_b64encode(bytes(range(32))).decode()


def _made(path):
    import asyncio

    async def make():
        database = await open_database(f"sqlite:///{path}", Keyring.from_secret(bytes(range(32))))
        await database.close()

    asyncio.run(make())
