"""What goes wrong between people and bots: old buttons, edits, haste, and bad intent."""

from dataclasses import replace

import pytest

from bot.dialogue.events import Attachment, Command
from nlp.reading import Danger, Kind, Urgency
from storage.groups import Group
from tests.bot.fakes import a_reading
from tests.bot.talk import NORRBY, START, Talk


@pytest.fixture
async def talk() -> Talk:
    talk = Talk(
        {
            "klotter": a_reading(themes=("skadegorelse",)),
            "klotter i Hulta": a_reading(themes=("skadegorelse",), area="Hulta"),
            "moped i Norrby": a_reading(themes=("buskorning",), area="Norrby"),
            "Hässleholmen": a_reading(kind=Kind.CHATTER, themes=(), area="Hässleholmen"),
            "hej": a_reading(kind=Kind.CHATTER, themes=()),
            "hej hej": a_reading(kind=Kind.CHATTER, themes=()),
        }
    )
    await talk.commands(Command.START)
    return talk


def a_group(talk: Talk, focus_area: str = "narkotika") -> None:
    group = Group(id=1, focus_area=focus_area, chat_id=-100, created_at=START)
    talk.store.groups.joined.append(group)


def alerts(talk: Talk) -> list[str]:
    return [o.params["text"] for o in talk.store.outbox.waiting if o.chat_id == -100]


async def test_another_worry_with_a_place_is_no_answer_to_the_question_about_the_place(talk):
    await talk.says("klotter")
    (answer,) = await talk.says("moped i Norrby")
    assert "B-0002" in answer
    assert talk.store.concerns.kept[1].area is None


async def test_a_place_alone_is_an_answer_though_it_may_sound_like_another_subject(talk):
    unsure = a_reading(kind=Kind.POSITIVE, themes=("vapen_sprangning",), area="Hulta")
    hardly = tuple(replace(theme, score=0.2) for theme in unsure.themes)
    talk.readings["i Hulta"] = replace(unsure, themes=hardly)
    await talk.says("klotter")
    (answer,) = await talk.says("i Hulta")
    assert "B-0001" in answer
    kept = talk.store.concerns.kept[1]
    assert (kept.area, [theme.id for theme in kept.themes]) == ("Hulta", ["skadegorelse"])


async def test_after_an_edit_the_question_is_about_the_edited_concern(talk):
    await talk.says("klotter i Hulta", message_id=5)
    await talk.says("moped i Norrby")
    (answer,) = await talk.edits(5, "klotter")
    assert "B-0001" in answer and "Var är problemet?" in answer
    (answer,) = await talk.says("Hässleholmen")
    assert "B-0001" in answer


async def test_yes_counts_only_for_the_position_that_was_asked_about(talk):
    await talk.says("klotter")
    await talk.shares(*NORRBY)
    old_yes = talk.store.outbox.waiting[-1].params["reply_markup"]["inline_keyboard"][0][0]
    await talk.presses_data(old_yes["callback_data"].replace("Norrby", "Hulta"))
    assert talk.store.concerns.kept[1].area is None


async def test_skipping_says_what_is_so(talk):
    await talk.says("klotter i Hulta")
    await talk.presses("Ändra plats")
    (answer,) = await talk.presses("Hoppa över")
    assert "står kvar vid <b>Hulta</b>" in answer


async def test_the_location_keyboard_can_be_declined(talk):
    await talk.says("klotter")
    await talk.presses("📍 Dela position")
    (answer,) = await talk.says("Nej, hoppa över")
    assert "sparat utan plats" in answer


@pytest.mark.parametrize("attachment", [Attachment.VOICE, Attachment.PHOTO])
async def test_whoever_begins_without_words_is_told_what_this_is(attachment):
    answers = await Talk().sends(attachment)
    assert "inte en polisanmälan" in answers[-1]


async def test_edited_small_talk_stays_small_talk(talk):
    await talk.says("hej", message_id=5)
    (answer,) = await talk.edits(5, "hej hej")
    assert "Berätta gärna" in answer


async def test_an_edit_of_what_was_deleted_does_not_bring_it_back(talk):
    await talk.says("klotter", message_id=5)
    await talk.commands(Command.DELETE, "B-0001")
    await talk.presses("Ja, ta bort")
    told_at = talk.at
    talk.waits(hours=1)
    answers = await talk.edits(5, "klotter", at=told_at)
    assert "finns inte kvar" in answers[0]
    assert not talk.store.concerns.kept


async def test_editing_back_and_forth_alerts_once(talk):
    a_group(talk, "vald")
    danger = a_reading("kniv", themes=("misshandel_hot",), urgency=Urgency.NOW, danger=Danger.CRIME)
    talk.readings["de slåss med kniv här nu"] = danger
    await talk.says("de slåss med kniv här nu", message_id=5)
    for _ in range(5):
        await talk.edits(5, "klotter")
        await talk.edits(5, "de slåss med kniv här nu")
    assert len(alerts(talk)) == 1


async def test_after_thoughts_of_suicide_nothing_is_quoted_to_a_group(talk):
    a_group(talk)
    talk.readings["jag vill inte leva"] = a_reading(
        "jag vill inte leva", themes=("annat",), urgency=Urgency.SOON, danger=Danger.SUICIDE
    )
    talk.readings["jag har tagit tabletter nu"] = a_reading(
        "jag har tagit tabletter nu",
        themes=("missbruk",),
        urgency=Urgency.NOW,
        danger=Danger.LIFE,
    )
    await talk.says("jag vill inte leva")
    talk.waits(minutes=30)
    await talk.says("jag har tagit tabletter nu")
    assert alerts(talk)
    assert not any("tabletter" in text or "leva" in text for text in alerts(talk))


async def test_the_language_follows_the_persons_telegram(talk):
    talk.language = "en"
    (answer,) = await talk.commands(Command.HELP)
    assert "How it works" in answer


@pytest.mark.parametrize("number", ["9" * 19, "9" * 40, "-1", "1e3", "١"])
async def test_forged_numbers_in_buttons_are_refused(talk, number):
    (answer,) = await talk.presses_data(f"d?:{number}:")
    assert "för gammal" in answer


async def test_small_talk_that_is_kept_can_be_seen_and_deleted(talk):
    await talk.says("hej")
    (answer,) = await talk.commands(Command.MINE)
    assert "B-0001" in answer and "osorterat" in answer


@pytest.mark.parametrize("word", ["Norrby" * 600, "&" * 4000, "x" * 4090])
async def test_an_area_that_is_a_very_long_word_is_named_by_its_beginning(word):
    said, *_ = await Talk().commands(Command.FOLLOW, word)
    assert "…" in said
    assert len(said) < 600
