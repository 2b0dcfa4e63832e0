import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.evaluate import app
from bot.errors import InputInvalid
from nlp.evaluation.gold import read_gold
from nlp.reading import PersonalData
from tests.bot.fakes import a_reading

from .environment import settle_in

NAME = "Kalle"
TEXT = f"{NAME} kör moped i Norrängen"
LINE = {
    "id": "m1",
    "text": TEXT,
    "lang": "sv",
    "kind": "concern",
    "themes": ["buskorning"],
    "area": "Norrängen",
    "places": ["Norrängen"],
    "urgency": "normal",
    "recurring": False,
    "pii": [{"label": "PERSON", "text": NAME}],
    "tags": ["genitive"],
}
PII = (PersonalData(label="PERSON", start=0, end=len(NAME)),)


class Reads:
    """Reads every text as `area` says and is otherwise right."""

    config_hash = "hash"
    area = "Norrängen"

    def __init__(self, config, *, show_progress=False):
        pass

    def read(self, texts):
        for _ in texts:
            yield replace(a_reading(area=self.area), pii=PII)


@pytest.fixture
def config(monkeypatch, tmp_path):
    monkeypatch.setattr("nlp.reader.Reader", Reads)
    monkeypatch.setattr(Reads, "area", "Norrängen")
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def gold(tmp_path):
    return written(tmp_path / "gold.jsonl", LINE, LINE | {"id": "m2"})


@pytest.fixture
def evaluate(config):
    def run(*arguments):
        return CliRunner().invoke(app, [*map(str, arguments), "--config", str(config)])

    return run


def written(file, *lines):
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return file


def test_the_tables_name_every_part(evaluate, gold):
    out = evaluate(gold).stdout
    for part in (
        "sort, andel rätt",
        "Per tema",
        "Per personuppgift",
        "Per språk",
        "Per längd",
        "Per etikett",
        "Kalibrering",
        "säkert",
    ):
        assert part in out


def test_json_has_every_part_under_its_key(evaluate, gold):
    data = json.loads(evaluate(gold, "--json").stdout)
    assert list(data) == [
        "messages",
        "figures",
        "themes",
        "pii",
        "confusions",
        "kind_confusions",
        "urgency_confusions",
        "by_language",
        "by_tag",
        "by_length",
        "calibration",
        "certainty",
        "mistakes",
    ]
    assert data["figures"]["primary_theme_accuracy"] == 1.0


def test_a_saved_run_holds_no_text_and_shows_no_difference_to_itself(evaluate, gold, tmp_path):
    saved = tmp_path / "run.json"
    assert evaluate(gold, "--save", saved).exit_code == 0
    assert NAME not in saved.read_text("utf-8")
    assert "Inget meddelande läses annorlunda" in evaluate(gold, "--against", saved).stdout


def test_what_changed_since_a_saved_run_is_told_with_the_masked_text(
    evaluate, gold, tmp_path, monkeypatch
):
    saved = tmp_path / "run.json"
    evaluate(gold, "--save", saved)
    monkeypatch.setattr(Reads, "area", None)

    out = evaluate(gold, "--against", saved).stdout
    data = json.loads(evaluate(gold, "--against", saved, "--json").stdout)

    assert "Blev fel (2)" in out
    assert "område: Norrängen → inget  blev fel" in out
    assert "[namn] kör moped" in out
    assert NAME not in out
    assert data["against"]["figures"]["area_accuracy"]["difference"] == -1.0
    assert [message["id"] for message in data["against"]["changed"]] == ["m1", "m2"]


def test_a_run_may_be_compared_with_and_saved_anew_in_one_file(evaluate, gold, tmp_path):
    saved = tmp_path / "run.json"
    evaluate(gold, "--save", saved)
    assert evaluate(gold, "--against", saved, "--save", saved).exit_code == 0


def test_a_run_on_other_gold_is_refused(evaluate, gold, tmp_path):
    saved = tmp_path / "run.json"
    evaluate(gold, "--save", saved)
    other = written(tmp_path / "other.jsonl", LINE | {"area": None})
    assert "annat facit" in refused(evaluate(other, "--against", saved), saved)


def test_a_file_that_is_no_saved_run_is_refused(evaluate, gold):
    assert "ingen sparad mätning" in refused(evaluate(gold, "--against", gold), gold)


def test_a_directory_that_is_not_there_is_told_before_anything_is_read(evaluate, gold, tmp_path):
    missing = tmp_path / "nowhere" / "run.json"
    assert "finns inte" in refused(evaluate(gold, "--save", missing), missing.parent)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "rad 2: inte giltig JSON"),
        (json.dumps(LINE | {"themes": ["buskornig"]}), 'menade du "buskorning"'),
        (json.dumps(LINE | {"urgency": "later"}), "rad 2: kind, urgency eller pii"),
    ],
)
def test_a_bad_line_of_the_gold_is_told_with_file_line_and_remedy(evaluate, tmp_path, line, told):
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{json.dumps(LINE)}\n{line}\n", "utf-8")
    assert told in refused(evaluate(file), file)


def test_the_gold_that_the_page_for_admins_shows_is_right():
    page = (Path(__file__).parents[3] / "docs" / "admin.md").read_text("utf-8")
    line = re.search(r'^\{"id": "1".*$', page, re.MULTILINE)[0]
    assert read_gold([line])[0].pii == (("PERSON", "Kalle"),)


def refused(result, file):
    assert isinstance(result.exception, InputInvalid)
    assert str(file) in str(result.exception)
    return str(result.exception)
