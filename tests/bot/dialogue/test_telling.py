"""What a resident is answered when they tell something."""

import pytest

from bot.dialogue.events import Attachment, Command
from nlp.reading import Danger, Kind, Urgency
from storage.groups import Group
from storage.outbox import Priority
from tests.bot.fakes import a_reading
from tests.bot.talk import START, Talk

MOPED = "mopeder kör på gångvägen i Norrby"


@pytest.fixture
def talk() -> Talk:
    return Talk(
        {
            MOPED: a_reading(MOPED, area="Norrby"),
            "mopeder på gångvägen": a_reading("mopeder på gångvägen"),
            "Norrby": a_reading("Norrby", kind=Kind.CHATTER, themes=(), area="Norrby"),
            "hej": a_reading("hej", kind=Kind.CHATTER, themes=()),
            "hur anmäler jag?": a_reading("hur anmäler jag?", kind=Kind.QUESTION, themes=()),
            "tjäna pengar": a_reading("tjäna pengar", kind=Kind.SPAM, themes=()),
            "det är mörkt i parken": a_reading(themes=("belysning",), area="Centrum"),
            "de kör varje kväll": a_reading(themes=("buskorning",)),
            "tack": a_reading(kind=Kind.CHATTER, themes=()),
        }
    )


async def after_greeting(talk: Talk) -> Talk:
    await talk.commands(Command.START)
    return talk


async def test_the_receipt_tells_reference_theme_and_place(talk):
    answers = await (await after_greeting(talk)).says(MOPED)
    assert len(answers) == 1
    assert "B-0001" in answers[0]
    assert "Buskörning" in answers[0]
    assert "Plats: <b>Norrby</b>" in answers[0]


async def test_somebody_new_is_told_what_this_is_after_the_receipt(talk):
    receipt, welcome = await talk.says(MOPED)
    assert "B-0001" in receipt
    assert "112" in welcome and "inte en polisanmälan" in welcome


async def test_the_place_is_asked_for_when_there_is_none(talk):
    (answer,) = await (await after_greeting(talk)).says("mopeder på gångvägen")
    assert "Var är problemet?" in answer
    assert talk.shown_buttons == [
        "📍 Dela position",
        "Välj i en lista",
        "Hoppa över",
        "Ändra tema",
        "Ta bort",
    ]


async def test_the_place_can_be_written(talk):
    await (await after_greeting(talk)).says("mopeder på gångvägen")
    (answer,) = await talk.says("Norrby")
    assert "Platsen för <b>B-0001</b> är nu <b>Norrby</b>" in answer
    assert talk.store.concerns.kept[1].area == "Norrby"
    assert len(talk.store.concerns.kept) == 1


@pytest.mark.parametrize("words", ["vet inte", "Hoppa över", "skip", "Nej, hoppa över"])
async def test_the_question_need_not_be_answered(talk, words):
    await (await after_greeting(talk)).says("mopeder på gångvägen")
    (answer,) = await talk.says(words)
    assert "sparat utan plats" in answer
    assert talk.store.concerns.kept[1].area is None


async def test_more_about_the_same_within_the_pause_is_one_concern(talk):
    await (await after_greeting(talk)).says(MOPED)
    talk.waits(minutes=3)
    (answer,) = await talk.says("de kör varje kväll")
    assert "lagt till det i <b>B-0001</b>" in answer
    assert talk.store.concerns.kept[1].message_count == 2


async def test_another_subject_is_another_concern(talk):
    await (await after_greeting(talk)).says(MOPED)
    talk.waits(minutes=3)
    (answer,) = await talk.says("det är mörkt i parken")
    assert "B-0002" in answer


async def test_after_the_pause_the_same_subject_is_another_concern(talk):
    await (await after_greeting(talk)).says(MOPED)
    talk.waits(minutes=11)
    (answer,) = await talk.says("de kör varje kväll")
    assert "B-0002" in answer


async def test_thanks_after_a_receipt_start_nothing_new_and_are_kept(talk):
    await (await after_greeting(talk)).says(MOPED)
    (answer,) = await talk.says("tack")
    assert "finns kvar som <b>B-0001</b>" in answer
    assert list(talk.store.concerns.kept) == [1]
    assert [m.text for m in talk.store.concerns.messages[1]] == [MOPED, "tack"]


async def test_a_greeting_is_answered_with_an_invitation(talk):
    (answer,) = await (await after_greeting(talk)).says("hej")
    assert "Berätta gärna" in answer and "112" in answer


async def test_a_question_is_kept_and_can_be_sent_on(talk):
    (answer,) = await (await after_greeting(talk)).says("hur anmäler jag?")
    assert "114 14" in answer
    await talk.presses("Ja, ta med den")
    assert talk.store.concerns.kept[1].kind == "concern"


async def test_even_what_looks_like_spam_is_not_lost(talk):
    (answer,) = await (await after_greeting(talk)).says("tjäna pengar")
    assert "trygghet" in answer
    assert talk.store.concerns.kept[1].kind == "spam"


async def test_danger_now_is_answered_with_112_before_all_else():
    text = "de slåss med kniv här nu hjälp"
    reading = a_reading(text, themes=("misshandel_hot",), urgency=Urgency.NOW, danger=Danger.LIFE)
    talk = await after_greeting(Talk({text: reading}))
    first, receipt = await talk.says(text)
    assert "Ring 112 nu" in first
    assert "B-0001" in receipt and "Var är problemet" not in receipt
    danger = next(o for o in talk.store.outbox.waiting if "Ring 112 nu" in o.params["text"])
    assert danger.priority is Priority.DANGER


async def test_thoughts_of_suicide_get_a_helpline():
    text = "jag orkar inte leva längre"
    reading = a_reading(text, themes=("annat",), urgency=Urgency.SOON, danger=Danger.SUICIDE)
    talk = await after_greeting(Talk({text: reading}))
    first, *_ = await talk.says(text)
    assert "Du är inte ensam" in first and "90101" in first.replace(" ", "")


async def test_the_coordinators_are_told_of_danger_at_once_and_masked():
    text = "de ska skjuta min granne Kalle"
    masked = "de ska skjuta min granne [namn]"
    reading = a_reading(
        masked, themes=("misshandel_hot",), urgency=Urgency.SOON, danger=Danger.CRIME
    )
    talk = await after_greeting(Talk({text: reading}))
    group = Group(id=1, focus_area="vald", chat_id=-100, created_at=START)
    talk.store.groups.joined.append(group)
    await talk.says(text)
    (alert,) = [o for o in talk.store.outbox.waiting if o.chat_id == -100]
    assert "[namn]" in alert.params["text"] and "Kalle" not in alert.params["text"]
    assert "B-0001" in alert.params["text"]


async def test_of_a_sensitive_subject_no_text_reaches_a_group():
    text = "min man slår mig"
    reading = a_reading(
        text, themes=("nara_relation",), urgency=Urgency.SOON, danger=Danger.PARTNER_VIOLENCE
    )
    talk = await after_greeting(Talk({text: reading}))
    group = Group(id=1, focus_area="vald", chat_id=-100, created_at=START)
    talk.store.groups.joined.append(group)
    await talk.says(text)
    (alert,) = [o for o in talk.store.outbox.waiting if o.chat_id == -100]
    assert "slår mig" not in alert.params["text"]


async def test_when_reading_fails_the_text_is_kept_and_danger_still_answered():
    text = "hjälp de slåss med kniv här nu"
    talk = await after_greeting(Talk())
    talk.readings[text] = None
    answers = await talk.says(text)
    assert "Ring 112 nu" in answers[0]
    assert talk.store.concerns.messages[1][0].text == text
    assert talk.store.concerns.kept[1].needs_human


async def test_another_language_is_answered_honestly(talk):
    talk.readings["mopo"] = a_reading("mopo", themes=(), language="fi", needs_human=True)
    talk.language = "fi"
    answers = await talk.says("mopo")
    assert "Ihminen lukee kirjoittamasi" in answers[0]


async def test_english_is_answered_in_english():
    talk = Talk({"mopeds": a_reading("mopeds", area="Norrby", language="en")}, language="en-GB")
    answers = await talk.says("mopeds")
    assert "Thank you for telling" in answers[0]
    assert "Reckless" in answers[0] or "riding" in answers[0] or "Norrby" in answers[0]


async def test_a_caption_counts_and_the_picture_is_not_silently_dropped(talk):
    await after_greeting(talk)
    answers = await talk.says(MOPED, attachment=Attachment.PHOTO)
    assert "B-0001" in answers[0]
    assert "bilden" in answers[1]


@pytest.mark.parametrize("attachment", list(Attachment))
async def test_what_cannot_be_read_is_answered_kindly(talk, attachment):
    await after_greeting(talk)
    (answer,) = await talk.sends(attachment)
    assert "Beskriv gärna med ord" in answer


async def test_an_edited_text_is_read_anew_and_stays_one_concern(talk):
    await after_greeting(talk)
    await talk.says("mopeder på gångvägen", message_id=7)
    (answer,) = await talk.edits(7, "det är mörkt i parken")
    assert "ändring av <b>B-0001</b>" in answer
    concern = talk.store.concerns.kept[1]
    assert [t.id for t in concern.themes] == ["belysning"] and concern.area == "Centrum"


async def test_every_event_marks_its_update_as_handled(talk):
    await talk.says("hej")
    await talk.commands(Command.HELP)
    await talk.sends(Attachment.STICKER)
    assert len(talk.store.inbox.done) == 3


async def test_what_a_text_says_is_escaped():
    text = "<b>hej</b> & <script>"
    talk = await after_greeting(Talk({text: a_reading(text, area="<i>Norrby")}))
    (answer,) = await talk.says(text)
    assert "&lt;i&gt;Norrby" in answer
