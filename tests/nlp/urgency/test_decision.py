from nlp.reading import Danger, Urgency
from nlp.urgency.decision import decide
from nlp.urgency.evidence import UrgencyEvidence, weigh
from nlp.urgency.signs import weights


def _scores(now=0.0, soon=0.0):
    return {"now": now, "soon": soon, "normal": 1 - now - soon}


def test_words_alone_decide_where_nothing_is_trained():
    assert decide(weigh("någon slår min granne just nu", "sv"), None)[0] is Urgency.NOW


def test_a_sure_categorizer_finds_danger_that_no_phrase_names():
    assert decide(UrgencyEvidence(), _scores(now=0.97)) == (Urgency.NOW, Danger.LIFE)


def test_a_sure_categorizer_calms_a_single_weak_sign():
    weak = UrgencyEvidence(now=0.7, danger_now=Danger.CRIME)
    assert decide(weak, _scores(now=0.001, soon=0.001))[0] is Urgency.NORMAL


def test_strong_words_outweigh_a_calm_categorizer():
    strong = UrgencyEvidence(now=1.8, danger_now=Danger.LIFE)
    assert decide(strong, _scores(now=0.001, soon=0.001))[0] is Urgency.NOW


def test_the_persons_named_tell_the_danger_of_a_categorizer_that_stands_alone():
    evidence = weigh("det är något med min son och hans nya vänner", "sv")
    assert decide(evidence, _scores(soon=0.97)) == (Urgency.SOON, Danger.CHILD)


def test_every_label_that_weighs_has_a_danger():
    table = weights()
    assert (table.now.keys() | table.soon.keys()) == table.danger.keys()
