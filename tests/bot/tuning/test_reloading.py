"""A changed configuration is taken up whole, or refused with a reason while the old one stays."""

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs

from bot import reloading
from bot.admin_notices import note_refused, was_refused
from bot.config import load_config
from bot.config.settings import Settings
from bot.config.watching import watch
from bot.errors import ReadingNotBuilt, SettingInvalid
from bot.reloading import Reloading
from bot.texts.catalogue import load_texts
from storage.groups import ADMIN
from tests.bot.config.directory import write_config

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ADMINS = -900


class Town:
    """A bot of which only the configuration is there; `training` is what the process gives."""

    def __init__(self, directory, database):
        config = load_config(directory)
        self.directory, self.database = directory, database
        self.live = SimpleNamespace(config=config, texts=load_texts(("sv", "en"), default="sv"))
        self.asked, self.begun, self.training = asyncio.Event(), [], []
        self.unusable = None

    async def trained(self, config, tests):
        self.begun.append(config)
        found = self.training.pop(0) if self.training else ()
        if isinstance(found, asyncio.Event):
            await found.wait()
            return ()
        if isinstance(found, Exception):
            raise found
        return found

    def usable(self, config):
        if self.unusable is not None:
            raise self.unusable

    def take_up(self, new):
        self.live.config = new.config

    async def taken_up(self):
        pass

    @asynccontextmanager
    async def running(self):
        work = Reloading(
            live=self.live,
            settings=Settings(),
            database=self.database,
            asked=self.asked,
            usable=self.usable,
            build_reader=lambda config: config.version,
            take_up=self.take_up,
            taken_up=self.taken_up,
            told=lambda: None,
            clock=lambda: datetime.now(UTC),
        )
        task = asyncio.create_task(work.run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def write(self, old, new, file="themes.toml"):
        path = self.directory / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    async def told(self, *containing):
        """Wait for a message to the admins that has all of these."""
        async with asyncio.timeout(10):
            while True:
                async with self.database.transaction() as tx:
                    items = await tx.outbox.claim(now=datetime.now(UTC), limit=50)
                    for item in items:
                        await tx.outbox.sent(item.id, now=datetime.now(UTC), message_id=1)
                texts = [unescape(item.params["text"]) for item in items]
                found = [text for text in texts if all(part in text for part in containing)]
                if found:
                    return found[0]
                await asyncio.sleep(0.01)

    async def refused(self):
        async with self.database.transaction() as tx:
            return await was_refused(tx) is not None


@pytest.fixture
async def town(tmp_path, database, monkeypatch):
    async with database.transaction() as tx:
        code = await tx.groups.invite(ADMIN, now=NOW, valid_for=NOW - NOW.replace(year=2025))
        await tx.groups.redeem(code, chat_id=ADMINS, now=NOW)
    found = Town(write_config(tmp_path / "config"), database)
    monkeypatch.setattr(reloading, "trained_apart", found.trained)
    return found


async def test_a_valid_change_is_in_use_and_told_with_what_is_new(town):
    before = town.live.config.version
    town.write('sv = "Buskörning"', 'sv = "Vårdslös körning"')
    town.asked.set()
    async with town.running():
        text = await town.told("gäller nu")
    assert "Ändrade teman: buskorning." in text
    assert town.live.config.version != before
    assert not await town.refused()
    async with town.database.transaction() as tx:
        entries = await tx.audit.entries(actions=["config_changed"])
    assert [entry.subject for entry in entries] == [f"config:{town.live.config.version}"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("precision = 0.8", "precison = 0.8", ("themes.toml, rad 15", "precison")),
        ('id = "buskorning"', 'id = "buskorningar"', ("examples/buskorningar.txt",)),
    ],
)
async def test_a_fault_is_told_with_file_line_and_remedy_and_the_old_one_stays(
    town, old, new, said
):
    before = town.live.config
    town.write(old, new)
    town.asked.set()
    with capture_logs() as logs:
        async with town.running():
            await town.told("togs inte upp", *said)
    assert town.live.config is before
    assert await town.refused()
    assert not town.begun
    refused = [entry for entry in logs if entry["event"] == "config_refused"]
    assert refused
    assert all(set(entry) == {"event", "log_level", "file", "line"} for entry in refused)


async def test_of_several_processes_that_refuse_the_same_at_once_one_tells(database):
    async def refused(*faults, seconds):
        async with database.transaction() as tx:
            await note_refused(tx, faults, now=NOW + timedelta(seconds=seconds))
            found = [notice.id for notice in await tx.notices.untold()]
            await tx.notices.telling(found, [number for number, _ in enumerate(found, start=1)])
            return len(found)

    told = [await refused("fel", seconds=seconds) for seconds in (0, 3, 30)]
    assert told == [1, 0, 1]  # the third was asked for anew
    assert await refused("fel", "ett till", seconds=31) == 1


async def test_what_the_environment_or_the_training_refuses_is_refused(town):
    town.write("precision = 0.8", "precision = 0.7")
    town.unusable = SettingInvalid("Lösenordet saknas.")
    town.asked.set()
    async with town.running():
        await town.told("Lösenordet saknas.")
        town.unusable, town.training = None, [ReadingNotBuilt("Disken är full.")]
        town.asked.set()
        await town.told("Disken är full.")
    assert town.live.config.theme("buskorning").precision == 0.8


async def test_a_test_that_is_not_held_refuses_with_its_line(town):
    (town.directory / "tests.toml").write_text(
        '# Ett.\n[[test]]\ntext = "Mopeden"\ntheme = "buskorning"\n', "utf-8"
    )
    town.write("precision = 0.8", "precision = 0.7")
    town.training = [((0, "tema: buskorning (lästes som inget)"),)]
    town.asked.set()
    async with town.running():
        text = await town.told("tests.toml, rad 2")
    assert "lästes som inget" in text


async def test_a_fault_that_is_taken_back_is_over(town):
    town.write("precision = 0.8", "precison = 0.8")
    town.asked.set()
    async with town.running():
        await town.told("togs inte upp")
        town.write("precison = 0.8", "precision = 0.8")
        town.asked.set()
        await town.told("allt är som förut")
    assert not await town.refused()


async def test_after_a_restart_with_a_right_one_it_is_over(town):
    town.write("precision = 0.8", "precison = 0.8")
    town.asked.set()
    async with town.running():
        await town.told("togs inte upp")
    async with town.running():
        await town.told("startats om")
    assert not await town.refused()


async def test_of_two_changes_while_it_trains_the_last_one_wins(town):
    town.training = [asyncio.Event()]
    town.write("precision = 0.8", "precision = 0.7")
    town.asked.set()
    async with town.running():
        async with asyncio.timeout(10):
            while not town.begun:
                await asyncio.sleep(0.01)
        assert town.live.config.theme("buskorning").precision == 0.8
        town.write("precision = 0.7", "precision = 0.6")
        town.asked.set()
        await town.told("gäller nu")
    assert len(town.begun) == 2
    assert town.live.config.theme("buskorning").precision == 0.6


async def test_a_theme_that_was_in_use_may_not_vanish_nor_one_that_ended_come_back(town):
    async with town.database.transaction() as tx:
        await tx.themes.note(["buskorning", "mopeder"], ["gammalt"], now=NOW)
    town.write("precision = 0.8", "precision = 0.7")
    town.asked.set()
    async with town.running():
        await town.told('temat "mopeder" är borta', "brabot theme retire mopeder")
        town.write(
            'id = "buskorning"\nfocus_area',
            'id = "gammalt"\nfocus_area = "trafik"\nlabel = { sv = "A", en = "B" }\n'
            '[[theme]]\nid = "buskorning"\nfocus_area',
        )
        lines = "".join(f"Gammalt exempel {n}.\n" for n in range(10))
        (town.directory / "examples" / "gammalt.txt").write_text(lines, "utf-8")
        town.asked.set()
        await town.told('id "gammalt" hör till ett tema som avslutades 2026-11-23')
    assert town.live.config.theme("gammalt") is None


async def test_a_change_is_seen_once_it_has_settled(tmp_path):
    directory = write_config(tmp_path / "config")
    seen = []
    watching = asyncio.create_task(watch(directory, lambda: seen.append(1), look_seconds=0.01))
    await asyncio.sleep(0.05)
    assert not seen
    (directory / "themes.toml").write_text("# Ny.\n", "utf-8")
    async with asyncio.timeout(10):
        while not seen:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    watching.cancel()
    assert seen == [1]


def test_a_config_is_told_by_its_parts(tmp_path):
    from bot.config.differences import difference

    config = load_config(write_config(tmp_path / "config"))
    other = replace(config, version="x", languages=("sv",), places=())
    assert difference(config, other) == "Ändrat: språken, platserna."
    assert difference(config, replace(config, version="x")).startswith("Bara kommentarer")


async def test_a_fault_in_the_program_is_told_by_its_place_and_the_next_change_is_taken_up(town):
    town.write("precision = 0.8", "precision = 0.7")
    town.training = [ValueError("words of Zebrafink")]
    town.asked.set()
    with capture_logs() as logs:
        async with town.running():
            async with asyncio.timeout(10):
                while not any(entry["event"] == "config_reload_failed" for entry in logs):
                    await asyncio.sleep(0.01)
            town.asked.set()
            await town.told("gäller nu")
    (failed,) = [entry for entry in logs if entry["event"] == "config_reload_failed"]
    assert failed.keys() == {"event", "log_level", "error", "where"}
    assert failed["where"].startswith("test_reloading.py:")
    assert "Zebrafink" not in str(logs)
