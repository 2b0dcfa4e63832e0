import csv
import json
import stat
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

import bot.exports as exports
from bot.cli.export import app
from bot.errors import InputInvalid
from storage.concerns import NewConcern, NewMessage, StoredPlace, StoredTheme
from storage.errors import FileTaken

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)  # the 19th in Borås
KEYS = ["reference", "told", "kind", "themes", "area", "status", "urgency", "language", "text"]


SENSITIVE = """
[[theme]]
id = "nara_relation"
focus_area = "trafik"
label = { sv = "Nära relation", en = "Partner violence" }
sensitive = true
"""


@pytest.fixture
def config(monkeypatch, tmp_path):
    directory = settle_in(monkeypatch, tmp_path)
    with (directory / "themes.toml").open("a", encoding="utf-8") as file:
        file.write(SENSITIVE)
    examples = directory / "examples"
    (examples / "nara_relation.txt").write_text((examples / "buskorning.txt").read_text("utf-8"))
    return directory


@pytest.fixture
def out(tmp_path):
    return tmp_path / "ut.csv"


def export(config, out, *arguments):
    return CliRunner().invoke(app, ["--config", str(config), "--out", str(out), *arguments])


def tell(masked="det är mörkt", *, theme="buskorning", area="Norrängen", at=NOW, kind="concern"):
    async def work(tx):
        resident = await tx.residents.recognise(701_740_605, now=NOW, language="sv")
        message = NewMessage(
            told_at=at,
            text=f"{masked} ring 070-1740605",
            masked=masked,
            reading={"point": [57.7210, 12.9401]},
            telegram_message_id=4242,
        )
        concern = NewConcern(
            resident_id=resident.id,
            telegram_id=701_740_605,
            source="telegram",
            told_at=at,
            kind=kind,
            urgency="normal",
            recurring=False,
            language="sv",
            area=area,
            themes=(StoredTheme(id=theme, score=0.8),) if theme else (),
            places=(StoredPlace(name="Hultagatan"),),
            needs_human=False,
            config_version="v1",
            message=message,
        )
        return await tx.concerns.record(concern, now=NOW)

    return stored(work)


async def audited(tx):
    return [(e.actor, e.action, dict(e.detail)) for e in await tx.audit.entries()]


def table(out):
    return list(csv.DictReader(out.read_text("utf-8-sig").splitlines(), delimiter=";"))


def test_a_concern_is_written_without_anything_that_leads_to_who_told_it(config, out):
    told = tell()
    done = export(config, out, "--by", "Eva")
    assert done.exit_code == 0, done.output
    (row,) = table(out)
    assert list(row) == KEYS
    assert row == {
        "reference": told.reference,
        "told": "2026-11-19",
        "kind": "concern",
        "themes": "buskorning",
        "area": "Norrängen",
        "status": "new",
        "urgency": "normal",
        "language": "sv",
        "text": "det är mörkt",
    }
    data = out.read_text("utf-8-sig")
    for hidden in (told.pseudonym, "701740605", "1740605", "57.72", "Hultagatan", "23:30", "4242"):
        assert hidden not in data
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_json_lines_hold_the_same(config, out):
    told = tell()
    assert export(config, out, "--format", "jsonl").exit_code == 0
    (row,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert list(row) == KEYS
    assert (row["reference"], row["themes"]) == (told.reference, ["buskorning"])


def test_sensitive_themes_need_a_reason_which_the_audit_log_keeps(config, out, tmp_path):
    tell()
    secret = tell("hemligt", theme="nara_relation")
    assert isinstance(export(config, out, "--sensitive").exception, InputInvalid)
    assert isinstance(export(config, out, "--reason", "nyfiken").exception, InputInvalid)
    assert isinstance(export(config, out, "--sensitive", "--reason", " ").exception, InputInvalid)
    assert not out.exists()

    done = export(config, out)
    assert "1 ärenden" in done.stderr
    assert "1 med känsliga teman är utelämnade" in done.stderr
    assert "hemligt" not in out.read_text("utf-8-sig")
    both = tmp_path / "alla.csv"
    assert export(config, both, "--sensitive", "--reason", "Kvinnofridsgruppen").exit_code == 0

    assert secret.reference in {row["reference"] for row in table(both)}
    (_, _, second), (actor, action, first) = stored(audited)
    assert (actor, action) == ("cli", "concerns_exported")
    assert (first["concerns"], first["withheld"], first["reason"]) == (1, 1, None)
    assert (second["concerns"], second["withheld"], second["reason"]) == (
        2,
        0,
        "Kvinnofridsgruppen",
    )


@pytest.mark.parametrize(
    "masked", ["=1+1", "+46", "-2", "@SUM(A1)", "\t=1", " =1", '=HYPERLINK("x";"y")', "＝1+1"]
)
def test_no_cell_is_computed_by_a_spreadsheet(config, out, masked):
    tell(masked)
    export(config, out)
    cells = next(iter(csv.reader([*out.read_text("utf-8-sig").splitlines()][1:], delimiter=";")))
    assert cells[-1] == f"'{masked}"


def test_text_of_several_lines_quotes_and_semicolons_stays_in_its_cell(config, out):
    masked = 'ett; "två"\ntre\r\nfyra 🙂'
    tell(masked)
    export(config, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert row["text"] == masked


def test_days_are_those_of_the_municipality_and_both_are_included(config, out):
    at = datetime(2026, 11, 17, 23, 0, tzinfo=UTC)  # midnight
    wanted = [tell(at=at).reference, tell(at=at + timedelta(hours=24, seconds=-1)).reference]
    tell(at=at - timedelta(seconds=1))
    tell(at=at + timedelta(hours=24))
    export(config, out, "--from", "2026-11-18", "--to", "2026-11-18")
    assert [row["reference"] for row in table(out)] == wanted
    for wrong in (["--from", "2026-11-18"], ["--from", "2026-11-19", "--to", "2026-11-18"]):
        assert isinstance(export(config, out, "--force", *wrong).exception, InputInvalid)


def test_a_focus_area_gets_its_own_by_theme_or_area(config, out):
    by_theme = tell(area=None)
    by_area = tell(theme=None)
    tell(theme=None, area="Hulta")
    export(config, out, "--focus-area", "trafik")
    assert [row["reference"] for row in table(out)] == [by_theme.reference]
    export(config, out, "--focus-area", "norr", "--force")
    assert [row["reference"] for row in table(out)] == [by_area.reference]
    unknown = export(config, out, "--focus-area", "trafic", "--force")
    assert isinstance(unknown.exception, InputInvalid)


def test_a_theme_that_is_configured_no_more_counts_as_sensitive(config, out):
    tell(theme="rekrytering")
    assert "1 med känsliga teman" in export(config, out).stderr
    assert table(out) == []


def test_questions_and_chatter_are_no_concerns(config, out):
    tell(kind="question")
    tell(kind="chatter")
    tell(kind="spam")
    praise = tell(kind="positive")
    export(config, out)
    assert [row["reference"] for row in table(out)] == [praise.reference]


def test_many_pages_neither_skip_nor_repeat(config, out, monkeypatch):
    monkeypatch.setattr(exports, "_PAGE", 3)
    told = [tell(at=NOW + timedelta(minutes=n // 4)).reference for n in range(11)]
    export(config, out)
    assert [row["reference"] for row in table(out)] == told


def test_interrupted_it_leaves_neither_file_nor_entry(config, out, monkeypatch, tmp_path):
    tell()
    out.write_text("den förra")
    assert isinstance(export(config, out).exception, FileTaken)

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(exports, "_row", fail)
    assert isinstance(export(config, out, "--force").exception, ZeroDivisionError)
    assert out.read_text() == "den förra"
    assert not list(tmp_path.glob(".*"))
    assert stored(audited) == []


def test_an_unknown_format_is_named_with_those_there_are(config, out):
    refused = export(config, out, "--format", "xlsx")
    assert isinstance(refused.exception, InputInvalid)
    assert "csv, jsonl" in str(refused.exception)
