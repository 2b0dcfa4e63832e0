import numpy as np
import pytest

from nlp.categorizer.calibration import eased, probabilities
from nlp.categorizer.fitting import Examples, fit
from nlp.categorizer.model import Calibration
from nlp.categorizer.scorer import Scorer
from tests.nlp.builders import FIRE, LIGHT

POINT, ASIDE = "Lampan i tunneln är trasig", "en soptunna brann en gång för länge sedan på gården"


def scorer(*, fades: bool) -> Scorer:
    texts = FIRE + LIGHT
    truth = np.array([[text in FIRE, text in LIGHT] for text in texts])
    task = Examples(
        name="themes",
        labels=("fire", "light"),
        exclusive=False,
        fades=fades,
        texts=np.arange(len(texts)),
        truth=truth,
    )
    return Scorer(fit(texts, [task], known={}), most_words=100)


def lead_of_light(scorer: Scorer, text: str) -> float:
    fire, light = scorer.scores([text.lower()])[0].tolist()
    return float(light - fire)


def test_what_a_message_says_first_counts_most() -> None:
    fading, even = scorer(fades=True), scorer(fades=False)
    filler = "och det har jag sagt till er förut"
    first = f"{POINT}, {filler}, {ASIDE}"
    last = f"{ASIDE}, {filler}, {POINT}"
    assert lead_of_light(fading, first) > lead_of_light(even, first)
    assert lead_of_light(fading, first) > lead_of_light(fading, last)


def test_a_text_longer_than_any_message_is_scored() -> None:
    assert np.isfinite(scorer(fades=True).scores([f"{POINT} ".lower() * 2000])).all()


def test_a_text_is_scored_the_same_alone_and_among_others() -> None:
    texts = [text.lower() for text in (*FIRE, "", POINT * 500, *LIGHT, ASIDE)]
    together = scorer(fades=True).scores(texts)
    alone = scorer(fades=True)
    assert together.tolist() == [alone.scores([text])[0].tolist() for text in texts]


def test_no_texts_have_no_scores() -> None:
    assert scorer(fades=True).scores([]).shape == (0, 2)


def test_a_task_that_fades_may_stand_between_others() -> None:
    texts, truth = FIRE + LIGHT, np.array([[text in FIRE, text in LIGHT] for text in FIRE + LIGHT])
    tasks = [
        Examples(
            name=name,
            labels=("fire", "light"),
            exclusive=False,
            fades=name == "fades",
            texts=np.arange(len(texts)),
            truth=truth,
        )
        for name in ("first", "fades", "last")
    ]
    found = Scorer(fit(texts, tasks, known={}), most_words=100).scores([f"{POINT} {ASIDE}".lower()])
    fades, even = (
        lead_of_light(scorer(fades=fades), f"{POINT} {ASIDE}") for fades in (True, False)
    )
    first, faded, last = (found[0, 1::2] - found[0, ::2]).tolist()
    assert [first, faded, last] == pytest.approx([even, fades, even], abs=1e-5)
    assert abs(fades - even) > 0.01


def test_what_a_word_adds_is_told_by_label() -> None:
    told = scorer(fades=True).shares(["lampan", "eldar", "och"], [1, 0])
    assert told[0, 0] > told[0, 1]
    assert told[1, 1] > told[1, 0]


def test_chances_of_messages_keep_their_order_and_are_less_extreme() -> None:
    scores = np.array([2.0, 0.5, -3.0])
    found = Calibration(scale=3.0, rival=-1.0, offset=np.zeros(3, np.float32))
    strict = probabilities(scores, found, exclusive=False)
    mild = probabilities(scores, eased(found), exclusive=False)
    assert np.argsort(mild).tolist() == np.argsort(strict).tolist()
    assert np.ptp(mild) < np.ptp(strict)
    assert probabilities(np.zeros(3), eased(found), exclusive=False).tolist() == pytest.approx(
        [1 / (1 + np.exp(-0.5))] * 3, abs=1e-6
    )
