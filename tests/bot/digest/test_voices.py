"""Who stands behind concerns, and that the same words are seen as such, whoever sends them."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.digest.values import People, Sameness, SameWords
from bot.digest.voices import CAMPAIGN, Voices, echoes, voices_of
from bot.digest.wordings import Saying, clusters, normal
from tests.bot.digest.builders import told

MONDAY = datetime(2026, 11, 16, 8, tzinfo=UTC)
LAMPS = (
    "Belysningen på gångvägen mellan skolan och affären har varit släckt i tre veckor "
    "och ingen lagar den. Barnen vågar inte gå där. Kommunen måste göra något nu!"
)
OWN_WORDS = [
    "mopederna kör i hundra på gångbanan bakom förskolan varje kväll vid sju",
    "Hej, det är något fel på lamporna utanför nummer fyra, de blinkar hela natten lång",
    "Tre killar står och säljer något i cykelrummet, samma bil kommer varje fredag",
    "Någon har eldat i soprummet igen och det luktar rök i hela trapphuset",
    "Glas överallt på lekplatsen efter helgen, min dotter skar sig i foten",
    "They race their cars on the parking lot behind the arena until two at night",
]


def saying(text=LAMPS, *, number=1, by=None, area="Norrby", theme="belysning", after=0.0):
    """What number `number` says, so many hours after Monday morning."""
    return Saying(
        id=number,
        voice_key=by or f"resident:{number}",
        area=area,
        themes=(theme,) if theme else (),
        told_at=MONDAY + timedelta(hours=after),
        text=text,
    )


def sayings(texts, **given):
    return [saying(t, number=n, after=n, **given) for n, t in enumerate(texts, start=1)]


def seen(said) -> Voices:
    return voices_of(said, clusters(said))


def kinds(said):
    return [(one.kind, one.concerns, one.people.about) for one in told_of(seen(said))]


def told_of(found):
    return [chorus.told for chorus in found.choruses]


def edited(rng, text, edits):
    letters = list(text)
    for _ in range(edits):
        letters[rng.randrange(len(letters))] = rng.choice("abcdefghijklmnopqrstuvwxyzåäö ")
    return "".join(letters)


def test_the_same_long_text_from_seven_is_one_wording_of_seven_people():
    found = seen(sayings([LAMPS] * 7))
    assert [(one.kind, one.concerns) for one in told_of(found)] == [(Sameness.CAMPAIGN, 7)]
    assert told_of(found)[0].people == People(at_least=7, about=7, at_most=7)
    assert (found.concerns, found.wordings, found.people.about) == (7, 1, 7)


def test_a_wave_with_small_edits_is_one_wording():
    rng = random.Random(5)
    wave = sayings([edited(rng, LAMPS, rng.randrange(12)) for _ in range(40)])
    assert kinds(wave) == [(Sameness.CAMPAIGN, 40, 40)]


@pytest.mark.parametrize(
    "variant",
    [
        LAMPS.upper(),
        "😡😡😡 " + LAMPS.replace(" ", " 🔦 ") + " 🙏🏽",
        LAMPS.replace("e", "e\u200b").replace("ä", "a\u0308"),
        LAMPS.replace(".", "!!!").replace(" ", "  \n"),
        LAMPS.replace("a", "\uff41"),
        "Vidarebefordrat från grannen: " + LAMPS,
        LAMPS + " Jag håller med om vartenda ord!",
        LAMPS.replace("tre veckor", "en månad").replace("Barnen", "Våra barn"),
        "\ud83d" + LAMPS,
    ],
    ids=["capitals", "emoji", "invisible", "signs", "wide", "forwarded", "agrees", "words", "half"],
)
def test_a_copy_is_recognised_however_it_is_dressed(variant):
    assert kinds(sayings([LAMPS, variant])) == [(Sameness.COPIES, 2, 2)]


def test_what_people_write_by_themselves_is_no_copy():
    assert kinds(sayings(OWN_WORDS * 1)) == []
    assert seen(sayings(OWN_WORDS)).wordings == len(OWN_WORDS)


def test_the_same_few_words_from_many_are_no_campaign():
    found = seen(sayings(["mörkt här", "Mörkt här!", "MÖRKT HÄR 🌑"] * 10))
    assert [(one.kind, one.concerns) for one in told_of(found)] == [(Sameness.ALIKE, 30)]
    assert found.wordings == 30
    assert found.people.about == 30


@pytest.mark.parametrize(
    "other",
    [
        {"area": "Hässleholmen"},
        {"area": None},
        {"theme": "buskorning"},
        {"after": 24 * 4.0},
        {"text": "mörkt där"},
    ],
)
def test_few_words_belong_together_only_of_one_place_theme_and_time(other):
    first = {"text": "mörkt här", "number": 1}
    second = {"text": "mörkt här", "number": 2, "after": 1.0} | other
    assert kinds([saying(**first), saying(**second)]) == []


def test_few_words_without_a_place_are_never_put_together():
    assert kinds(sayings(["mörkt här"] * 9, area=None)) == []


def test_the_same_text_about_other_places_or_times_is_said_for_itself():
    assert kinds([saying(), saying(number=2, area="Hässleholmen")]) == []
    assert kinds([saying(), saying(number=2, after=24 * 15.0)]) == []


def test_a_campaign_that_goes_on_is_one():
    weekly = [saying(number=n, after=24.0 * 6 * n) for n in range(1, 20)]
    assert kinds(weekly) == [(Sameness.COPIES, 19, 19)], "nineteen, but never many in a short time"
    daily = [saying(number=n, after=24.0 * n) for n in range(1, 20)]
    assert kinds(daily) == [(Sameness.CAMPAIGN, 19, 19)]


def test_one_voice_that_says_it_again_is_one_person():
    found = seen(sayings([LAMPS] * 9, by="resident:1"))
    assert [(one.kind, one.concerns, one.people.about) for one in told_of(found)] == [
        (Sameness.REPEATED, 9, 1)
    ]
    assert found.people == People(at_least=1, about=1, at_most=1)


def test_small_steps_never_lead_to_quite_another_text():
    steps, target = [LAMPS], ("en helt annan text om något annat " * 5)[: len(LAMPS)]
    for n in range(0, len(LAMPS), 4):
        steps.append(target[: n + 4] + LAMPS[n + 4 :])
    found = clusters(sayings(steps))
    by_id = dict(enumerate(steps, start=1))
    assert len(found) > 1
    for cluster in found:
        first = by_id[cluster.ids[0]]
        assert all(
            sum(a == b for a, b in zip(first, by_id[i], strict=True)) > 80 for i in cluster.ids
        )


def test_nothing_but_signs_says_nothing():
    assert normal("😡🔥!!! \u200b…") == ""
    assert clusters(sayings(["😡🔥", "", "   ", "!!!", "\ud83d"] * 3)) == ()


def test_echoes_are_all_but_the_first_of_a_long_text():
    said = [*sayings([LAMPS] * 3), *[saying("mörkt här", number=n) for n in (10, 11, 12)]]
    assert echoes(clusters(said)) == {2, 3}


def test_of_a_cluster_only_what_is_asked_for_counts():
    said = sayings([LAMPS] * 6)
    found = voices_of(said[:4], clusters(said))
    assert [(one.kind, one.concerns) for one in told_of(found)] == [(Sameness.COPIES, 4)]
    assert voices_of(said[:1], clusters(said)).choruses == ()
    assert CAMPAIGN == 5


def test_known_residents_need_no_estimate():
    said = [saying(OWN_WORDS[n % 6], number=n, by=f"resident:{n % 6}") for n in range(9)]
    assert seen(said).people == People(at_least=6, about=6, at_most=6)
    assert seen(said).people.is_known


def test_a_pseudonym_tells_people_apart_within_its_month_only():
    month = timedelta(days=30) / timedelta(hours=1)
    said = [
        saying(OWN_WORDS[n], number=n, by=f"pseudonym:{n}", after=month * (n // 3))
        for n in range(6)
    ]
    assert seen(said).people == People(at_least=3, about=6, at_most=6)


def test_unknown_voices_are_taken_to_write_as_often_as_known_ones():
    known = [saying(f"{n}", number=n, by=f"resident:{n % 10}") for n in range(20)]
    unknown = [saying(f"{n}", number=n, by=f"concern:{n}") for n in range(20, 30)]
    assert seen([*known, *unknown]).people == People(at_least=10, about=15, at_most=20)
    assert seen(unknown).people == People(at_least=1, about=10, at_most=10)
    assert seen([]) == Voices(
        concerns=0, people=People(at_least=0, about=0, at_most=0), wordings=0, choruses=()
    )


def test_the_keys_are_those_of_storage():
    resident = told("belysning", by=7)
    assert resident.voice_key == "resident:7"
    unlinked = told("belysning", by=None, source="import")
    assert unlinked.voice_key.startswith("concern:")


def test_what_facts_keep_holds_no_text_and_survives_json():
    told_by_seven = told_of(seen(sayings([LAMPS] * 7)))[0]
    adapter = TypeAdapter(SameWords)
    stored = adapter.dump_json(told_by_seven)
    assert adapter.validate_json(stored) == told_by_seven
    assert b"Belysningen" not in stored
    assert "Belysningen" not in repr(saying())


texts = st.one_of(
    st.sampled_from([LAMPS, LAMPS + " Jag med!", "mörkt här", "mörkt", *OWN_WORDS]),
    st.text(max_size=80),
)
voices = st.builds(
    "{}:{}".format, st.sampled_from(["resident", "pseudonym", "concern"]), st.integers(0, 9)
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(texts, voices, st.sampled_from([None, "Norrby"]), st.floats(0, 2000))))
def test_every_concern_is_counted_once_and_bounds_hold(drawn):
    said = [
        saying(text, number=n, by=by, area=area, after=after)
        for n, (text, by, area, after) in enumerate(drawn)
    ]
    found = clusters(said)
    ids = [id for cluster in found for id in cluster.ids]
    assert len(ids) == len(set(ids))
    assert found == clusters(list(reversed(said))), "the order given does not matter"
    whole = voices_of(said, found)
    assert whole.concerns - whole.wordings == len(echoes(found))
    for people in (whole.people, *(one.people for one in told_of(whole))):
        assert people.at_least <= people.about <= people.at_most <= len(said)
