import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import extensions
from nlp import reader as reader_module
from nlp.config import Place, Theme
from nlp.errors import BaseModelMissing
from nlp.extensions import findings
from nlp.reader import Reader, keep_what_is_urgent
from nlp.reading import Doubt, Kind, Message, Urgency
from tests.nlp.builders import FIRE, LIGHT, MOPED, PLACES, THEMES, reader_config

NAMED = "Min granne Kalle Karlsson eldar i en papperskorg på Norrby, ring 070-1740611"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(reader_config())


def test_a_concern_has_its_theme_place_and_area(reader: Reader) -> None:
    reading = reader.read_one("Det brinner i en container på Norrby")
    assert reading.kind is Kind.CONCERN
    assert reading.theme_ids[:1] == ("brand",)
    assert (reading.area, reading.place_names) == ("Norrby", ("Norrby",))


def test_what_else_a_text_may_mean_is_told_but_not_in_the_line_of_the_contract() -> None:
    twice = (
        *PLACES,
        Place(name="Ekvägen", kind="street", area="Norrby", lat=57.7, lon=12.9),
        Place(name="Ekvägen", kind="street", area="Sjöbo", lat=57.8, lon=12.9),
    )
    reader = Reader(replace(reader_config(), places=twice))
    reading = reader.read_one("Det brinner i en container på Ekvägen")
    assert [place.area for place in reading.alternatives] == ["Norrby", "Sjöbo"]
    assert Doubt.PLACE_UNSURE in reading.doubts
    unsure = reader.read_one("något konstigt händer här varje kväll")
    assert 0 < len(unsure.other_themes) <= 3
    assert not {theme.id for theme in unsure.other_themes} & {*unsure.theme_ids}
    assert not {"alternatives", "other_themes"} & reading.as_json().keys()
    assert reader.read_one("Det brinner på Ekvägen i Sjöbo").alternatives == ()


def test_readings_come_in_order_with_their_ids(reader: Reader) -> None:
    messages = [Message(text=text, id=str(n)) for n, text in enumerate(FIRE + LIGHT + MOPED)]
    readings = list(reader.read(messages, batch_size=7))
    assert [r.id for r in readings] == [m.id for m in messages]
    assert readings == [reader.read_one(m) for m in messages]


def test_messages_are_taken_as_they_come(reader: Reader) -> None:
    taken = 0

    def messages() -> Iterator[str]:
        nonlocal taken
        for text in FIRE:
            taken += 1
            yield text

    next(reader.read(messages(), batch_size=2))
    assert taken == 2


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "👍", "🔥" * 4096, "a" * 4096, "\ud800", "\u202e\u0301", "?" * 500]
)
def test_any_text_is_read(reader: Reader, text: str) -> None:
    reading = reader.read_one(text)
    json.dumps(reading.as_json(), ensure_ascii=False).encode("utf-8")


def test_an_empty_text_is_chatter(reader: Reader) -> None:
    assert reader.read_one("").kind is Kind.CHATTER


def test_a_lone_surrogate_moves_no_offset(reader: Reader) -> None:
    before = reader.read_one("x " + NAMED)
    after = reader.read_one("\ud800 " + NAMED)
    assert after.pii == before.pii
    assert after.masked[0] == "\N{REPLACEMENT CHARACTER}"


def test_personal_data_is_neither_in_the_masked_text_nor_in_the_reasons(reader: Reader) -> None:
    reading = reader.read_one(NAMED)
    told = f"{reading.masked} {' '.join(reading.why)}".lower()
    for hidden in ("kalle", "karlsson", "1740611"):
        assert hidden not in told


def test_the_reasons_name_the_words_that_spoke_for_theme_and_place(reader: Reader) -> None:
    reading = reader.read_one("mopedbuset kör runt på norrby")
    assert any(line.startswith("Tema buskorning") and "mopedbuset" in line for line in reading.why)
    assert any(line.startswith("Plats Norrby") and "norrby" in line for line in reading.why)
    assert any(line.startswith("Näst bästa tema") for line in reading.why)


def test_a_shared_position_tells_the_area_where_the_text_does_not(reader: Reader) -> None:
    reading = reader.read_one(Message(text="mopeder kör på gångvägen", lat=57.723, lon=12.92))
    assert reading.area == "Norrby"
    assert [(p.name, p.start, p.end) for p in reading.places] == [("Norrby", 0, 0)]


def test_what_the_text_says_goes_before_a_shared_position(reader: Reader) -> None:
    reading = reader.read_one(
        Message(text="mopeder kör på Sjöbo varje kväll", lat=57.723, lon=12.92)
    )
    assert reading.area == "Sjöbo"


def test_a_question_has_neither_themes_nor_places(reader: Reader) -> None:
    reading = reader.read_one("Hur anmäler jag en stulen cykel på Norrby?")
    assert reading.kind is Kind.QUESTION
    assert (reading.themes, reading.places, reading.area) == ((), (), None)


def test_another_language_is_kept_for_a_human(reader: Reader) -> None:
    reading = reader.read_one("Nuoret ajavat mopoilla Norrbyssa joka ilta ja pelottaa")
    assert reading.language == "fi"
    assert reading.kind is Kind.CONCERN
    assert reading.needs_human
    assert any("språket" in line for line in reading.why)


def test_what_is_urgent_is_a_concern_though_it_looks_like_talk() -> None:
    extensions.register()
    doc = spacy.blank("sv").make_doc("hjälp")
    doc._.kind, doc._.urgency = Kind.CHATTER, Urgency.NOW
    keep_what_is_urgent(findings(doc))
    assert doc._.kind is Kind.CONCERN
    assert doc._.doubts == (Doubt.KIND, Doubt.NO_THEME)


def test_spam_stays_spam_however_urgent() -> None:
    extensions.register()
    doc = spacy.blank("sv").make_doc("köp nu")
    doc._.kind, doc._.urgency = Kind.SPAM, Urgency.NOW
    keep_what_is_urgent(findings(doc))
    assert doc._.kind is Kind.SPAM


def test_needing_a_human_is_always_explained(reader: Reader) -> None:
    for text in (*FIRE, "något annat konstigt", "hej", "??", "jag vet inte"):
        reading = reader.read_one(text)
        assert reading.needs_human == any("Behöver en människa" in line for line in reading.why)


def test_a_crowded_memory_changes_nothing(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [reader.read_one(text) for text in (*FIRE, NAMED)]
    monkeypatch.setattr(reader_module, "_MOST_WORDS_KEPT", 0)
    assert list(reader.read([*FIRE, NAMED])) == before


def test_equal_configurations_have_the_same_hash_and_others_another(reader: Reader) -> None:
    config = reader_config()
    other = replace(config, no_area_names=())
    assert Reader(reader_config()).config_hash == reader.config_hash
    assert Reader(other).config_hash != reader.config_hash


def test_a_new_theme_with_ten_examples_works_at_once() -> None:
    dogs = Theme(
        id="hundar",
        keywords=("hund",),
        examples=(
            "Lösa hundar springer på skolgården.",
            "En stor hund utan koppel skrämde barnen.",
            "Hunden bet min katt.",
            "Grannens hund går lös varje dag.",
            "Någon släpper sin kamphund i parken.",
            "Hundarna skäller och ingen håller i dem.",
            "En lös hund hoppade på min mamma.",
            "Två schäfrar utan ägare vid lekplatsen.",
            "Jag vågar inte gå ut för hunden.",
            "Valpen sprang rakt ut i gatan, ingen koppel.",
        ),
    )
    taught = Reader(reader_config(themes=(*THEMES, dogs)))
    reading = taught.read_one("en lös hund utan koppel skrämmer barnen i parken")
    assert reading.theme_ids[:1] == ("hundar",)


def test_a_base_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(BaseModelMissing, match="sv_core_nowhere"):
        Reader(replace(reader_config(), base_model="sv_core_nowhere"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_offsets_lie_inside_the_text(reader: Reader, text: str) -> None:
    reading = reader.read_one(text)
    position = 0
    for span in reading.pii:
        assert position <= span.start < span.end <= len(text)
        position = span.end
    for place in reading.places:
        assert 0 <= place.start < place.end <= len(text)
    assert len(reading.theme_ids) == len(set(reading.theme_ids)) <= 3


def test_a_place_spelled_like_one_elsewhere_is_left_to_a_human() -> None:
    street = [
        Place(name="Långgatan", kind="street", area=area, lat=57.7, lon=12.9)
        for area in ("Norrby", "Sjöbo")
    ]
    config = replace(reader_config(), places=(*PLACES, *street))
    reading = Reader(config).read_one("Lampan är trasig på Långgatan")
    assert reading.doubts[-1:] == (Doubt.PLACE_UNSURE,)
    assert reading.needs_human
