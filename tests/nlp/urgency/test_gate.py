import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import Danger, Urgency
from nlp.urgency.gate import gate


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("en kille har ramlat ihop och andas inte", Danger.LIFE),
        ("det brinner i trapphuset just nu", Danger.LIFE),
        ("två män slår en kille utanför affären nu", Danger.CRIME),
        ("någon försöker bryta sig in hos mig just nu", Danger.CRIME),
        ("jag vill inte leva längre", Danger.SUICIDE),
        ("min sambo slår mig när han dricker och jag vågar inte gå", Danger.PARTNER_VIOLENCE),
        ("hon ska giftas bort mot sin vilja i sommar", Danger.PARTNER_VIOLENCE),
        ("min pappa slår mig hemma", Danger.CHILD),
        ("en okänd man bad min dotter hoppa in i bilen", Danger.CHILD),
        ("han hotar att döda mig", Danger.CRIME),
    ],
)
def test_danger_tells_which_number_to_show(text, danger):
    assert gate(text)[1] is danger


@pytest.mark.parametrize(
    "text",
    [
        "DET BRINNER I TRAPPHUSET NU",
        "det brinnner i trapphuset nuuu",
        "det brinner i trapphuset nu 🔥🔥",
    ],
)
def test_case_drawn_out_letters_and_emoji_hide_no_danger(text):
    assert gate(text)[0] is Urgency.NOW


def test_letters_without_dots_are_understood():
    assert gate("dom slar honom hjalp")[0] is Urgency.NOW


def test_what_is_over_far_away_or_played_is_not_now():
    for text in (
        "i lördags blev en kille knivhuggen på torget",
        "min son spelar skjutspel och skriker hela natten",
        "brandövningen i skolan skrämde barnen",
        "vad gör man om någon blir rånad?",
    ):
        assert gate(text) == (Urgency.NORMAL, None)


@pytest.mark.parametrize("text", ["", "👍", "...", "\x00", "a" * 4096, "😡" * 4096, "\ud800"])
def test_odd_texts_are_normal(text):
    assert gate(text) == (Urgency.NORMAL, None)


@given(st.text(max_size=300))
def test_any_text_gets_an_answer_with_a_danger_exactly_when_urgent(text):
    urgency, danger = gate(text)
    assert (danger is None) == (urgency is Urgency.NORMAL)


def test_the_gate_needs_neither_spacy_nor_numpy():
    code = (
        "import sys; from nlp.urgency.gate import gate; gate('det brinner');"
        "sys.exit(bool({'spacy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
