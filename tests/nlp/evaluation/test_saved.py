import json
from datetime import UTC, datetime

import pytest

from nlp.errors import RunInvalid
from nlp.evaluation.gold import gold_hash
from nlp.evaluation.read import read_of
from nlp.evaluation.saved import Run, check_same_gold, packed, unpacked

from .builders import UNSURE, gold, reading

GOLD = (gold(), gold(id="m2"))


def run() -> Run:
    return Run(
        measured_at=datetime(2026, 11, 18, 12, 0, tzinfo=UTC),
        config_hash="c",
        gold_hash=gold_hash(GOLD),
        reads=(read_of(reading()), read_of(reading(None, area=None, **UNSURE))),
    )


def written() -> str:
    return packed(run(), GOLD, {"kind_accuracy": 1.0})


def test_a_run_comes_back_as_it_was_saved() -> None:
    assert unpacked(written()) == run()


def test_a_saved_run_holds_no_text() -> None:
    for told in ("Kalle", "eldar"):
        assert told not in written()


def test_a_saved_run_says_when_with_what_and_how_well() -> None:
    data = json.loads(written())
    assert data["date"] == "2026-11-18T12:00:00+00:00"
    assert (data["config"], data["figures"]) == ("c", {"kind_accuracy": 1.0})
    assert [read["id"] for read in data["readings"]] == ["m1", "m2"]
    assert data["readings"][1]["doubts"] == ["theme_unsure"]


@pytest.mark.parametrize("text", ["", "hej", "[]", "{}", '{"id": 1}', "[" * 100_000])
def test_what_is_no_saved_run_is_refused(text: str) -> None:
    with pytest.raises(RunInvalid, match="ingen sparad mätning"):
        unpacked(text)


def test_a_run_saved_by_a_newer_version_is_refused() -> None:
    with pytest.raises(RunInvalid, match="nyare Bråbot"):
        unpacked(json.dumps(json.loads(written()) | {"brabot_evaluation": 2}))


@pytest.mark.parametrize(
    "damage",
    [
        {"readings": [{"id": "m1"}]},
        {"readings": None},
        {"readings": [[]]},
        {"date": "igår"},
        {"date": 3},
    ],
)
def test_a_damaged_run_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises(RunInvalid, match="skadad"):
        unpacked(json.dumps(json.loads(written()) | damage))


def test_a_run_on_other_gold_is_refused() -> None:
    check_same_gold(run(), GOLD)
    with pytest.raises(RunInvalid, match="annat facit"):
        check_same_gold(run(), (gold(area=None), GOLD[1]))
