"""Corrections offer examples that single out nobody, and show where people disagree."""

from dataclasses import replace

import pytest

from bot.tuning.opinions import agree, opinions
from bot.tuning.suggested import suggested
from storage.concern_values import Concern, Origin, Source, Status, StoredPlace, StoredTheme
from storage.correction_values import RESIDENT, Correction, Said, What

from .conftest import TOLD_AT
from .sorts import KNOWN, load_sorts

TEXT = "Det dånar från högtalare på gångbanan varje kväll efter skolan"
OTHER = "En granne spelar trummor i källaren innan någon har vaknat"


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    return load_sorts(tmp_path_factory.mktemp("sorts") / "config")


def concern(text=TEXT, *, id=1, resident=1, **changed):
    plain = Concern(
        id=id,
        reference=f"B-{id}",
        source=Source.TELEGRAM,
        told_at=TOLD_AT,
        kind="concern",
        urgency="normal",
        recurring=False,
        language="sv",
        area="Norrängen",
        themes=(StoredTheme(id="buskorning", score=0.7),),
        places=(),
        status=Status.NEW,
        needs_human=False,
        pseudonym=None,
        message_count=1,
        masked=text,
        resident_id=resident,
    )
    return replace(plain, **changed)


def said_by(*said):
    return [
        Correction(
            id=number,
            concern_id=concern_id,
            what=What.THEME,
            read=Said(),
            said=Said(names=() if theme is None else (theme,)),
            by=by,
            at=TOLD_AT,
            config_version="1",
            text="",
        )
        for number, (concern_id, theme, by) in enumerate(said, start=1)
    ]


@pytest.fixture
def found(config):
    def find(*said, concerns, held=()):
        there = {one.id: one for one in concerns}
        return suggested(opinions(said_by(*said), config), there, config, held=held)

    return find


def test_nearly_the_same_words_are_offered_once_and_count_as_one_persons(found):
    twice = [concern(), concern(f"{TEXT}!!", id=2, resident=2)]
    result = found((1, "buller", RESIDENT), (2, "buller", RESIDENT), concerns=twice)
    (one,) = result.sentences
    assert (one.text, one.theme, len(one.told)) == (TEXT, "buller", 2)
    assert result.people(one.told) == 1


def test_what_one_person_told_twice_is_of_one_person(found):
    twice = [concern(), concern(OTHER, id=2)]
    result = found((1, "buller", RESIDENT), (2, "buller", RESIDENT), concerns=twice)
    assert len({one.source for one in result.told}) == 1


def test_two_who_disagree_are_shown_by_role_and_nothing_is_offered_or_judged_by_it(found):
    result = found((1, "buller", RESIDENT), (1, "buskorning", "cli:Ada"), concerns=[concern()])
    assert (result.sentences, result.told) == ((), ())
    (one,) = result.disputed
    assert one.said == {"buller": {Origin.RESIDENT: 1}, "buskorning": {Origin.COORDINATOR: 1}}
    assert "Ada" not in repr(one)


def test_that_no_theme_fits_is_an_opinion_like_any_other(found):
    alone = found((1, None, RESIDENT), concerns=[concern()])
    assert (alone.sentences, alone.disputed, alone.told) == ((), (), ())
    result = found((1, None, RESIDENT), (1, "buller", "cli"), concerns=[concern()])
    assert set(result.disputed[0].said) == {None, "buller"}


def test_two_concerns_in_the_same_words_may_disagree_too(found):
    twice = [concern(), concern(id=2, resident=2)]
    result = found((1, "buller", RESIDENT), (2, "buskorning", RESIDENT), concerns=twice)
    assert not result.sentences
    assert len(result.disputed) == 1


def test_who_changes_her_mind_does_not_disagree_with_herself(config):
    said = opinions(said_by((1, "buller", "resident"), (1, "buskorning", "resident")), config)
    assert agree(said[1])
    assert [opinion.theme for opinion in said[1]] == ["buskorning"]


def test_an_example_is_not_offered_again_and_disputes_another_theme(found):
    told = [concern(f"{KNOWN}!")]
    again = found((1, "buller", RESIDENT), concerns=told)
    assert (again.sentences, again.disputed) == ((), ())
    other = found((1, "buskorning", RESIDENT), concerns=told)
    assert [(set(one.said), one.examples) for one in other.disputed] == [
        ({"buskorning"}, ("buller",))
    ]


def test_a_place_is_taken_out_of_the_sentence_and_of_the_words(found):
    told = concern("Det dånar från högtalare på Storgatan varje kväll efter skolan")
    result = found((1, "buller", RESIDENT), concerns=[told])
    shown = "Det dånar från högtalare på … varje kväll efter skolan"
    assert [one.text for one in result.sentences] == [shown]
    assert [one.text for one in result.spoken] == [shown]


@pytest.mark.parametrize(
    "changed",
    [
        {"masked": f"{TEXT}, säger [person]"},
        {"masked": f"{TEXT}, säger Brolle"},
        {"masked": f"{TEXT}, säger fatima"},
        {"masked": "Det dånar hos mannen på 45 år varje kväll efter skolan"},
        {"masked": "Det dånar från lägenheten mittemot varje kväll efter skolan"},
        {"masked": "Mopeder"},
        {"masked": f"{TEXT} " * 5},
        {"masked": f"# {TEXT}"},
        {"masked": f"{TEXT} + buskorning"},
        {"masked": f"{TEXT} \u202e"},
        {"message_count": 2},
    ],
)
def test_a_text_that_may_point_at_somebody_or_is_no_example_is_not_shown(found, changed):
    result = found((1, "buller", RESIDENT), concerns=[concern(**changed)])
    assert (result.sentences, result.disputed, result.withheld) == ((), (), 1)


@pytest.mark.parametrize(
    "changed",
    [
        {"muted": True},
        {"urgency": "now"},
        {"urgency": "soon"},
        {"kind": "positive"},
        {"source": Source.IMPORT},
        {"language": "so"},
        {"themes": (StoredTheme(id="vald", score=0.9),)},
    ],
)
def test_of_a_delicate_concern_neither_sentence_nor_word_is_shown(found, changed):
    told = concern(**changed)
    for said in ((1, "buller", RESIDENT),), ((1, "buller", RESIDENT), (1, "buskorning", "cli")):
        result = found(*said, concerns=[told])
        assert (result.sentences, result.disputed, result.spoken) == ((), (), ())
        assert result.withheld == 1


def test_sensitive_held_and_deleted_ones_are_only_counted(found):
    said = ((1, "vald", RESIDENT), (2, "buller", RESIDENT), (3, "buller", RESIDENT))
    there = [concern(), concern(OTHER, id=2, places=(StoredPlace(name="Storgatan"),))]
    result = found(*said, concerns=there, held={2})
    assert (result.sentences, result.spoken, result.withheld) == ((), (), 3)
