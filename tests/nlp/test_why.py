import copy
import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace

import pytest

from nlp.config import Place
from nlp.extensions import Findings
from nlp.reader import Reader
from nlp.reading import Doubt, Kind, Message, Reading, Urgency
from tests.nlp.builders import FIRE, LIGHT, MOPED, PLACES, reader_config

LONG_STREET = Place(name="Långgatan", kind="street", lat=57.72, lon=12.93)
NAMED = "Min granne Kalle Karlsson eldar i en papperskorg på Norrby, eldar jämt"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(replace(reader_config(), places=(*PLACES, LONG_STREET)))


def is_kept(text: str) -> bool:
    """Whether what was found in a text is still in memory."""
    gc.collect()
    return any(isinstance(kept, Findings) and kept.text == text for kept in gc.get_objects())


def test_the_reasons_stay_the_same_whenever_they_are_asked_for(reader: Reader) -> None:
    texts = [*FIRE, NAMED, *LIGHT, *MOPED]
    at_once = [reader.read_one(text).why for text in texts]
    later = list(reader.read(texts))
    list(reader.read(f"{text} och ord{number}" for number, text in enumerate(texts * 20)))
    assert [reading.why for reading in later] == at_once


def test_any_thread_may_ask_for_the_reasons_while_others_are_read(reader: Reader) -> None:
    texts = [f"{text} nytt{number}" for number, text in enumerate((*FIRE, *LIGHT, *MOPED) * 20)]
    alone = [reading.why for reading in reader.read(texts)]
    unasked = list(reader.read(texts))
    with ThreadPoolExecutor(3) as threads:
        asked = threads.map(lambda reading: reading.why, unasked)
        list(reader.read(f"{text} annat{number}" for number, text in enumerate(texts)))
        assert list(asked) == alone


def test_a_reading_without_its_reasons_yet_is_a_value_like_any_other(reader: Reader) -> None:
    told = reader.read_one(NAMED)
    lines = told.why

    def unasked() -> Reading:
        return reader.read_one(NAMED)

    assert unasked() == told
    assert repr(unasked()) == repr(told)
    assert hash(unasked()) == hash(told)
    assert unasked().as_json() == told.as_json()
    assert replace(unasked(), id="7").why == lines
    assert copy.deepcopy(unasked()) == copy.copy(unasked()) == told
    assert pickle.loads(pickle.dumps(unasked())) == told
    assert isinstance(unasked().why, tuple)
    with pytest.raises(FrozenInstanceError):
        unasked().why = ()  # type: ignore[misc]


def test_what_is_kept_elsewhere_holds_no_personal_data(reader: Reader) -> None:
    assert b"Karlsson" not in pickle.dumps(reader.read_one(NAMED))


def test_the_text_is_let_go_once_the_reasons_are_told(reader: Reader) -> None:
    text = f"{NAMED}, och det har ingen annan läst"
    reading = reader.read_one(text)
    assert is_kept(text)
    assert reading.why
    assert not is_kept(text)


def test_a_reading_cannot_be_made_without_reasons() -> None:
    with pytest.raises(TypeError, match="why"):
        Reading()  # type: ignore[call-arg]


def test_the_words_that_spoke_are_told_with_where_they_stand(reader: Reader) -> None:
    explained = reader.explain(NAMED)
    fire = explained.themes[0]
    assert (fire.id, fire.score) == ("brand", explained.reading.themes[0].score)
    assert {NAMED[heard.start : heard.end].lower() for heard in fire.heard} == {
        heard.word for heard in fire.heard
    }
    assert [heard.start for heard in fire.heard if heard.word == "eldar"] == [
        NAMED.index("eldar"),
        NAMED.rindex("eldar"),
    ]
    shares = [heard.share for heard in fire.heard]
    assert shares == sorted(shares, reverse=True)
    assert 0 < min(shares) <= max(shares) < 1
    assert explained.second is not None and explained.second.id != "brand"


def test_words_said_of_people_and_places_are_never_told(reader: Reader) -> None:
    heard = {heard.word for theme in reader.explain(NAMED).themes for heard in theme.heard}
    assert heard.isdisjoint({"kalle", "karlsson", "norrby"})


def test_probabilities_of_all_kinds_and_urgencies_are_told(reader: Reader) -> None:
    explained = reader.explain(NAMED)
    assert set(explained.kinds) == set(Kind)
    assert set(explained.urgency) == set(Urgency)
    assert sum(explained.kinds.values()) == pytest.approx(1, abs=1e-5)
    assert explained.kinds[explained.reading.kind] == max(explained.kinds.values())


def test_an_explanation_is_of_the_same_reading(reader: Reader) -> None:
    message = Message(text="mopeder kör på gångvägen", id="7", lat=57.723, lon=12.92)
    assert reader.explain(message).reading == reader.read_one(message)


def test_a_place_in_several_areas_leaves_the_area_to_a_human(reader: Reader) -> None:
    text = "Det brinner i en papperskorg på Långgatan"
    explained = reader.explain(text)
    assert (explained.reading.area, explained.reading.needs_human) == (None, True)
    assert Doubt.PLACE_UNSURE in explained.doubts
    assert any("flera områden" in line for line in explained.reading.why)


@pytest.mark.parametrize(
    "message",
    [
        Message(text="Det brinner i en papperskorg på Långgatan på Norrby"),
        Message(text="Det brinner i en papperskorg på Långgatan", lat=57.723, lon=12.92),
        Message(text="Det brinner i en papperskorg"),
        Message(text="Hur anmäler jag en stulen cykel på Långgatan?"),
    ],
)
def test_without_a_place_to_choose_an_area_of_nothing_is_unsure(
    reader: Reader, message: Message
) -> None:
    assert Doubt.PLACE_UNSURE not in reader.explain(message).doubts
