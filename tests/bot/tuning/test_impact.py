"""What a change would do is seen before it counts."""

import json
from dataclasses import replace

import pytest

from bot.cli.impact import as_plain
from bot.cli.impact_page import impact_page, summary_lines
from bot.config import load_config
from bot.config.expectations import Expectation
from bot.tuning.impact import impact
from storage.concerns import StoredTheme
from tests.bot.config.directory import write_config

from .conftest import TOLD_AT, WordReader

BEFORE = WordReader(
    moped={"themes": ["buskorning"], "area": "Norrängen"},
    kniv={"themes": ["hot"]},
    slag={"themes": ["hemma"]},
)
AFTER = WordReader(
    moped={"themes": ["hot"], "area": "Norrängen"},
    kniv={"themes": ["hot"]},
    slag={"themes": ["hot"]},
)
MORE_THEMES = """\

[[theme]]
id = "hot"
focus_area = "trafik"
label = { sv = "Hot", en = "Threats" }

[[theme]]
id = "hemma"
focus_area = "trafik"
label = { sv = "Hemma", en = "At home" }
sensitive = true
"""


@pytest.fixture
def config(tmp_path):
    directory = write_config(tmp_path / "config")
    themes = directory / "themes.toml"
    themes.write_text(themes.read_text("utf-8") + MORE_THEMES, "utf-8")
    for theme in ("hot", "hemma"):
        lines = "".join(f"Påhittad mening {n} om {theme}.\n" for n in range(12))
        (directory / "examples" / f"{theme}.txt").write_text(lines, "utf-8")
    return load_config(directory)


@pytest.fixture
def found(database, config):
    async def find(reader=AFTER, **given):
        return await impact(database, **{"config": config, "reader": reader, **given})

    return find


async def test_the_same_configuration_moves_nothing(told, found):
    await told(BEFORE, "en moped igen")
    await told(BEFORE, "han hade kniv")
    same = await found(BEFORE)
    assert (same.read, same.moved, same.losses) == (2, (), ())


async def test_it_tells_what_moves_from_where_to_where(told, found):
    concern = await told(BEFORE, "en moped igen")
    would = await found()
    assert dict(would.moves) == {("buskorning", "hot"): 1}
    assert [(m.reference, m.masked) for m in would.moved] == [(concern.reference, "en moped igen")]
    assert would.themes == {"buskorning": (1, 0), "hot": (0, 1)}
    assert would.focus_areas == {"norr": (1, 1), "trafik": (1, 1)}


async def test_a_sensitive_text_is_not_shown(told, found, config):
    await told(BEFORE, "slag varje kväll")
    would = await found()
    assert [moved.masked for moved in would.moved] == [None]
    assert "slag varje" not in impact_page(would, config, weeks=12)
    assert "slag varje" not in json.dumps(as_plain(would))


async def test_a_theme_that_is_emptied_is_a_loss(told, found):
    for _ in range(3):
        await told(BEFORE, "en moped igen")
    (loss,) = (await found()).losses
    assert (loss.theme, loss.before, loss.lost, loss.to) == ("buskorning", 3, 3, None)


async def test_a_theme_that_another_swallows_is_a_loss(told, found):
    reader = WordReader(**{**BEFORE.known, "epa": {"themes": ["hot"]}})
    for text in ("en moped igen", "en moped", "mopeden", *["en epa"] * 3):
        await told(BEFORE, text)
    (loss,) = (await found(reader)).losses
    assert (loss.theme, loss.lost, loss.to) == ("buskorning", 3, "hot")


async def test_a_theme_of_two_concerns_may_go(told, found):
    await told(BEFORE, "en moped igen")
    await told(BEFORE, "en moped")
    assert (await found()).losses == ()


async def test_what_people_said_measures_both_and_does_not_move(told, found):
    said = (StoredTheme(id="hot", score=1.0, origin="resident"),)
    await told(BEFORE, "en moped igen", themes=said)
    would = await found()
    assert would.moved == ()
    assert (would.corrected.of, would.corrected.before, would.corrected.after) == (1, 0, 1)


@pytest.fixture
def say(database):
    async def keep(concern, theme, by="resident"):
        themes = (StoredTheme(id=theme, score=1.0, origin="resident"),) if theme else ()
        async with database.transaction() as tx:
            await tx.corrections.themes(concern.id, themes, by=by, config_version="1", now=TOLD_AT)

    return keep


async def test_that_no_theme_fits_is_a_truth_that_both_are_measured_by(told, found, say):
    await say(await told(BEFORE, "en moped igen"), None)
    would = await found(WordReader(moped={"themes": []}))
    assert (would.corrected.of, would.corrected.before, would.corrected.after) == (1, 0, 1)


async def test_what_was_confirmed_measures_both(database, told, found):
    concern = await told(BEFORE, "en moped igen")
    async with database.transaction() as tx:
        await tx.corrections.confirm(concern.id, by="resident", config_version="1", now=TOLD_AT)
    would = await found()
    assert (would.corrected.of, would.corrected.before, would.corrected.after) == (1, 1, 0)


async def test_what_people_disagree_on_measures_nothing_and_is_counted(told, found, say):
    concern = await told(BEFORE, "en moped igen")
    await say(concern, "hot")
    await say(concern, None, by="cli:Ada")
    would = await found()
    assert (would.corrected.of, would.disputed) == (0, 1)
    assert as_plain(would)["disputed"] == 1
    assert "1 som människor är oense om" in " ".join(summary_lines(would))


async def test_a_concern_is_measured_by_all_of_its_messages(told, found, say):
    before, after = (WordReader(**{**r.known, "hej": {"themes": []}}) for r in (BEFORE, AFTER))
    await say(await told(before, "hej igen", "en moped"), "hot")
    would = await found(after)
    assert (would.corrected.of, would.corrected.before, would.corrected.after) == (1, 0, 1)


async def test_what_has_become_an_example_shows_nothing_of_others(told, found, say, config):
    text = "Mopederna kör på gångbanan varje kväll efter skolan"
    examples = {**config.examples, "buskorning": (*config.examples["buskorning"], f"{text}!")}
    await say(await told(BEFORE, text), "buskorning")
    await say(await told(BEFORE, "en moped igen"), "hot")
    would = await found(config=replace(config, examples=examples))
    assert (would.corrected.of, would.learnt) == (1, 1)
    assert "1 som står bland exemplen" in " ".join(summary_lines(would))


async def test_two_configurations_may_be_compared(told, found):
    await told(WordReader(), "en moped igen", themes=(), area=None)
    would = await found(before=BEFORE)
    assert dict(would.moves) == {("buskorning", "hot"): 1}


async def test_the_configurations_own_tests_are_tried_with_both(told, found, config):
    tests = (
        Expectation(text="en moped", theme="buskorning"),
        Expectation(text="han har kniv", theme="hot", area=None),
    )
    would = await found(config=replace(config, tests=tests), before=BEFORE)
    assert (would.trials.of, would.trials.before, would.trials.after) == (2, 2, 1)
    assert [trial.expectation.text for trial in would.broken] == ["en moped"]
    assert [(m.wanted, m.read) for m in would.broken[0].misses] == [("buskorning", "hot")]


async def test_nothing_is_changed(told, found, now_stands):
    concern = await told(BEFORE, "en moped igen")
    await found()
    assert await now_stands(concern) == concern
