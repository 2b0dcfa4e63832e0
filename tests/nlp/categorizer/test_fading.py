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
    fire, light = scorer.scores(text).values.tolist()
    return float(light - fire)


def test_what_a_message_says_first_counts_most() -> None:
    fading, even = scorer(fades=True), scorer(fades=False)
    filler = "och det har jag sagt till er förut"
    first = f"{POINT}, {filler}, {ASIDE}"
    last = f"{ASIDE}, {filler}, {POINT}"
    assert lead_of_light(fading, first) > lead_of_light(even, first)
    assert lead_of_light(fading, first) > lead_of_light(fading, last)


def test_a_text_longer_than_any_message_is_scored() -> None:
    values = scorer(fades=True).scores(f"{POINT} " * 2000).values
    assert np.isfinite(values).all()


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
