"""`brabot examples suggest` with a real archive: what residents and coordinators said of it."""

from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.cli.examples import app
from bot.config import load_config
from bot.config.locations import default_config_dir
from bot.config.suggestions import FOLDER
from bot.errors import InputInvalid
from bot.tuning.proposal_files import DISPUTED
from storage.concerns import NewConcern, NewMessage, StoredTheme
from storage.correction_values import RESIDENT
from tests.bot.tuning.sorts import add_sorts

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 18, tzinfo=UTC)
FIRST_ID = 701_740_605
DRUMS = "Någon spelar trummor ute på gården innan andra har vaknat"
DRUMMERS = [
    "Nu spelar någon trummor igen när alla andra ska sova",
    "De trummar och spelar trummor så att hela kvarteret vaknar",
    "Någon övar trummor med öppna fönster varje kväll efter tio",
]


@pytest.fixture
def config(monkeypatch, tmp_path):
    return add_sorts(settle_in(monkeypatch, tmp_path))


def suggest(config, *arguments):
    words = ["suggest", "--config", str(config), "--by", "Eva Exempel", *arguments]
    return CliRunner().invoke(app, words, catch_exceptions=False)


def tell(text, *, by, original="", **changed):
    """Keep a concern; the id of it."""

    async def work(tx):
        resident = await tx.residents.recognise(FIRST_ID + by, now=NOW, language="sv")
        new = {
            "resident_id": resident.id,
            "telegram_id": FIRST_ID + by,
            "source": "telegram",
            "told_at": NOW,
            "kind": "concern",
            "urgency": "normal",
            "recurring": False,
            "language": "sv",
            "area": "Norrängen",
            "themes": (StoredTheme(id="buskorning", score=0.6),),
            "places": (),
            "needs_human": False,
            "config_version": "1",
            "message": NewMessage(
                told_at=NOW, text=original or text, masked=text, reading={"themes": []}
            ),
        }
        return (await tx.concerns.record(NewConcern(**new | changed), now=NOW)).id

    return stored(work)


def correct(concern_id, theme, *, by=RESIDENT):
    async def work(tx):
        origin = "resident" if by == RESIDENT else "coordinator"
        themes = (StoredTheme(id=theme, score=1.0, origin=origin),) if theme else ()
        await tx.corrections.themes(concern_id, themes, by=by, config_version="1", now=NOW)

    stored(work)


def written(config):
    folder = config / FOLDER
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.txt")}


def test_what_people_corrected_becomes_a_line_that_can_be_moved(config):
    for number, text in enumerate([DRUMS, *DRUMMERS]):
        correct(tell(text, by=number), "buller", by="cli:Ada" if number == 2 else RESIDENT)

    async def confirm(tx):
        await tx.corrections.confirm(confirmed, by=RESIDENT, config_version="1", now=NOW)

    confirmed = tell("Mopederna kör alldeles för fort på gångbanan efter skolan", by=9)
    stored(confirm)

    done = suggest(config)
    assert done.exit_code == 0
    assert "5 tips är rättade eller bekräftade" in done.output
    files = written(config)
    assert set(files) == {"buller.txt", "buskorning.txt"}
    lines = files["buller.txt"].splitlines()
    assert {DRUMS, *DRUMMERS, '"trumm",'} <= set(lines)
    assert "# 4 tips av minst 4 personer." in lines
    assert "Ada" not in str(files)

    examples = config / "examples" / "buller.txt"
    examples.write_text(f"{examples.read_text('utf-8')}{DRUMS}\n", "utf-8")
    assert load_config(config).examples["buller"][-1] == DRUMS  # the folder disturbs nothing
    again = suggest(config, "--theme", "buller", "--alone", "0")
    assert again.exit_code == 0
    assert DRUMS not in written(config)["buller.txt"].splitlines()

    (first, second) = stored(lambda tx: tx.audit.entries(limit=9, actions=["examples_suggested"]))
    assert {first.actor, second.actor} == {"cli:Eva Exempel"}
    assert second.detail["themes"]["buller"] == {"sentences": 4, "keywords": 2}
    assert "trummor" not in repr((first, second))


def test_disagreement_is_told_by_role_and_offers_nothing(config):
    concern = tell(DRUMS, by=1)
    correct(concern, "buller")
    correct(concern, None, by="cli:Ada")
    done = suggest(config)
    assert "1 mening är människor oense om" in done.output
    files = written(config)
    assert set(files) == {DISPUTED}
    assert "Buller: 1 invånare" in files[DISPUTED]
    assert "inget tema passar: 1 samordnare" in files[DISPUTED]
    assert "Ada" not in files[DISPUTED]


def test_nothing_that_may_point_at_somebody_comes_out_of_the_archive(config):
    secret = "Brolle med hunden {n} spelar trummor i källaren om nätterna"
    before = tell("Mopederna kör alldeles för fort på gångbanan efter skolan", by=4)

    async def mute(tx):
        await tx.muting.mute(before, reason="hot", until=None, actor="cli", now=NOW)

    stored(mute)
    kept = {
        "masked": tell("[person] på [bostad], [telefon], spelar trummor om nätterna", by=1,
                       original="Kalle på Storgatan 3, 070-1740605, spelar trummor"),
        "name": tell(secret.format(n="Ettan"), by=2),
        "sensitive": tell("Han slår henne varje gång han spelar trummor i källaren", by=3),
        "muted": tell("De låtsas att någon spelar trummor utanför rådhuset", by=4),
        "held": tell("Någon spelar trummor i ett hus som rätten har låst", by=5),
        "urgent": tell("Nu slår de sönder trummor på torget utanför kiosken", by=6, urgency="now"),
        "erased": tell("Den som har ångrat sig spelar trummor på sin altan", by=7),
        "imported": tell("I rapporten står att någon spelar trummor", by=8, source="import"),
    }  # fmt: skip
    for name, concern in kept.items():
        correct(concern, "vald" if name == "sensitive" else "buller")
    correct(tell(DRUMS, by=20), "buller")

    async def change(tx):
        await tx.holds.add(kept["held"], decision="1", reason="dom", actor="cli", now=NOW)
        erased = await tx.concerns.get(kept["erased"])
        await tx.residents.forget(erased.resident_id, now=NOW + timedelta(hours=1))

    stored(change)
    assert suggest(config).exit_code == 0
    text = "\n".join(written(config).values())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines == [DRUMS, '"spelar",', '"trummor",']
    for word in ("Kalle", "Brolle", "070", "henne", "rådhuset", "rätten", "torget", "altan"):
        assert word not in text


def test_it_refuses_to_write_into_what_an_update_writes_over(config):
    with pytest.raises(InputInvalid, match="--config"):
        suggest(default_config_dir())


def test_with_nothing_corrected_there_is_nothing_to_write(config, tmp_path):
    done = suggest(config, "--out", str(tmp_path / "out"))
    assert done.exit_code == 0
    assert "0 meningar och 0 nyckelord" in done.output
    assert not list((tmp_path / "out").glob("*.txt"))
