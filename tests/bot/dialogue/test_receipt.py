"""The buttons of a receipt: read well on a phone, work for good, belong to whom they are shown."""

from dataclasses import replace

import pytest

from bot.dialogue import conversation, pressing
from bot.dialogue.actions import Action, Verb, encode, short
from bot.dialogue.events import Command
from nlp.reading import Doubt, Kind, PlaceMention, Urgency
from storage.concern_values import Origin, Status
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, TEXTS, Talk, buttons

MOPED = "mopeder på Norrby"
LONGEST_LABEL = 20
FREE = pressing.WITHOUT_CONCERN | {Verb.DELETE_ALL}
RECEIPT = ["Stämmer", "Ändra plats", "Ändra tema", "Lägg till mer", "Ta bort"]
GUESSED = replace(
    a_reading("mopeder på Ekvägen", area="Hulta", place="Ekvägen"),
    doubts=(Doubt.PLACE_UNSURE,),
    needs_human=True,
    alternatives=(
        PlaceMention(name="Hulta", area="Hulta", start=0, end=0),
        PlaceMention(name="Norrby", area="Norrby", start=0, end=0),
    ),
)


@pytest.fixture
async def talk() -> Talk:
    talk = Talk(
        {
            MOPED: a_reading(MOPED, area="Norrby"),
            "mopeder": a_reading("mopeder"),
            "mopeder på Ekvägen": GUESSED,
            "klotter": a_reading("klotter", themes=("skadegorelse",), area="Hulta"),
            "Hulta": a_reading("Hulta", kind=Kind.CHATTER, themes=(), area="Hulta"),
            "tack": a_reading("tack", kind=Kind.CHATTER, themes=()),
            "det brinner": a_reading(urgency=Urgency.NOW, themes=("brand",)),
        }
    )
    await talk.commands(Command.START)
    return talk


def remembered(talk: Talk) -> conversation.Conversation:
    (stored,) = talk.store.conversations.saved.values()
    return conversation.load(stored)


def rows(talk: Talk) -> list[int]:
    keyboard = talk.store.outbox.waiting[-1].params["reply_markup"]["inline_keyboard"]
    return [len(row) for row in keyboard]


async def test_the_receipt_has_five_buttons_at_most_two_a_row(talk):
    await talk.says(MOPED)
    assert talk.shown_buttons == RECEIPT
    assert rows(talk) == [1, 2, 2]


@pytest.mark.parametrize("language", TEXTS.languages)
async def test_labels_are_short_and_two_a_row_in_every_language(language):
    talk = Talk({MOPED: a_reading(MOPED, area="Norrby")}, language=language)
    await talk.says(MOPED)
    pressed = [
        Action(verb=verb, concern_id=1)
        for verb in (Verb.SHOW, Verb.ASK_PLACE, Verb.ASK_THEME, Verb.LIST_FOCUS_AREAS)
    ]
    for action in pressed:
        await talk.presses_data(encode(action))
        assert max(rows(talk)) <= 2
    own = {TEXTS.plain(language, key) for key in OWN_LABELS}
    assert {label for label in own if len(label) > LONGEST_LABEL} == set()
    for outgoing in talk.store.outbox.waiting:
        for row in outgoing.params.get("reply_markup", {}).get("inline_keyboard", []):
            assert len(row) == 1 or all(len(b["text"]) <= LONGEST_LABEL for b in row)


OWN_LABELS = (
    "confirm-button",
    "place-button-change",
    "place-button-list",
    "place-button-type",
    "place-button-other",
    "place-button-skip",
    "theme-button-change",
    "theme-button-all",
    "theme-button-none",
    "add-more-button",
    "delete-button",
)


async def test_a_confirmation_is_kept_and_says_nothing_more_than_thanks(talk):
    await talk.says(MOPED)
    assert await talk.presses("Stämmer") == []
    answer = next(o for o in talk.store.outbox.waiting[::-1] if o.method == "answerCallbackQuery")
    assert answer.params["text"] == "Tack, då vet jag det."
    assert talk.store.corrections.said == [("confirmed", 1)]
    assert talk.store.concerns.kept[1].themes[0].origin == Origin.RESIDENT


async def test_the_button_goes_away_once_it_is_confirmed(talk):
    await talk.says(MOPED)
    await talk.presses("Stämmer", message_id=17)
    changed = talk.store.outbox.waiting[-1]
    assert (changed.method, changed.params["message_id"]) == ("editMessageReplyMarkup", 17)
    assert talk.shown_buttons == RECEIPT[1:]
    count = len(talk.store.outbox.waiting)
    await talk.presses_data("ok:1:", message_id=17)
    assert [o.method for o in talk.store.outbox.waiting[count:]] == ["answerCallbackQuery"]


async def test_nothing_is_asked_to_be_confirmed_where_nothing_was_understood(talk):
    talk.readings["?"] = None
    await talk.says("?")
    await talk.presses("Hoppa över")
    assert talk.shown_buttons == RECEIPT[1:]


async def test_the_receipt_asks_which_place_where_the_name_is_anothers_too(talk):
    (answer,) = await talk.says("mopeder på Ekvägen")
    assert "Vilken menar du?" in answer and "Plats:" not in answer
    assert talk.shown_buttons == ["Hulta", "Norrby", "Någon annanstans", "Ändra tema", "Ta bort"]
    (answer,) = await talk.presses("Norrby")
    assert "är nu <b>Norrby</b>" in answer
    assert talk.store.corrections.said == [("place", 1, "Norrby", "Norrby")]


async def test_nobody_in_danger_is_asked_which_place(talk):
    talk.readings["hjälp"] = replace(GUESSED, urgency=Urgency.NOW)
    *_, receipt = await talk.says("hjälp")
    assert "Vilken menar du?" not in receipt
    assert talk.shown_buttons == RECEIPT


async def test_the_likeliest_places_are_others_named_then_ones_own_then_the_nearest(talk):
    await talk.says("klotter")
    talk.waits(days=1)
    both = replace(
        a_reading("båda", area="Norrby"),
        places=(
            PlaceMention(name="Norrby", area="Norrby", start=0, end=0),
            PlaceMention(name="Sjöbo", area="Sjöbo", start=0, end=0),
        ),
    )
    talk.readings["båda"] = both
    await talk.says("båda")
    await talk.presses("Ändra plats")
    first, second, third, *others = talk.shown_buttons
    assert (first, second) == ("Sjöbo", "Hulta")
    assert third in CONFIG.areas and third != "Norrby"
    assert others == ["Välj i en lista", "Skriv den själv", "📍 Dela position", "Hoppa över"]
    assert rows(talk) == [1, 1, 1, 2, 1, 1]


async def test_where_no_place_is_known_none_is_guessed(talk):
    await talk.says("mopeder")
    await talk.presses("Hoppa över")
    await talk.presses("Ändra plats")
    assert talk.shown_buttons[0] == "Välj i en lista"


async def test_a_place_announced_is_taken_though_it_is_told_at_length(talk):
    told = "jo det var alltså där borta på Hulta nära affären"
    talk.readings[told] = a_reading(told, area="Hulta")
    await talk.says(MOPED)
    await talk.presses("Ändra plats")
    await talk.presses("Skriv den själv")
    (answer,) = await talk.says(told)
    assert "är nu <b>Hulta</b>" in answer
    assert talk.store.concerns.kept[1].message_count == 2


async def test_a_place_nobody_knows_is_kept_for_a_human(talk):
    talk.readings["bakom ladan"] = a_reading("bakom ladan", kind=Kind.CHATTER, themes=())
    await talk.says(MOPED)
    await talk.presses("Ändra plats")
    await talk.presses("Skriv den själv")
    (answer,) = await talk.says("bakom ladan")
    assert "hittar jag inte" in answer
    kept = talk.store.concerns.kept[1]
    assert (kept.area, kept.needs_human, kept.message_count) == ("Norrby", True, 2)
    assert remembered(talk).asked is conversation.Asked.NOTHING


async def test_another_story_is_not_taken_for_the_place_that_was_announced(talk):
    story = "någon har klottrat på skolan på Hulta igen i natt"
    talk.readings[story] = a_reading(story, themes=("skadegorelse",), area="Hulta")
    await talk.says(MOPED)
    await talk.presses("Ändra plats")
    await talk.presses("Skriv den själv")
    await talk.says(story)
    assert talk.store.concerns.kept[1].area == "Norrby"
    assert talk.store.concerns.kept[2].area == "Hulta"


@pytest.mark.parametrize("text", ["klotter", "tack", "Hulta"])
async def test_what_is_added_goes_to_the_concern_whatever_it_is(talk, text):
    await talk.says(MOPED)
    talk.waits(minutes=45)
    (answer,) = await talk.presses("Lägg till mer")
    assert "nästa meddelande hamnar i <b>B-0001</b>" in answer
    talk.waits(minutes=45)
    (answer,) = await talk.says(text)
    assert "lagt till det i <b>B-0001</b>" in answer
    assert [m.text for m in talk.store.concerns.messages[1]] == [MOPED, text]
    assert not remembered(talk).is_adding(talk.at)


async def test_danger_that_is_added_is_answered_first_and_makes_it_urgent(talk):
    await talk.says(MOPED)
    await talk.presses("Lägg till mer")
    danger, receipt = await talk.says("det brinner")
    assert "112" in danger and "B-0001" in receipt
    assert talk.store.concerns.kept[1].urgency == "now"


async def test_adding_ends_with_its_time_or_with_a_command(talk):
    await talk.says(MOPED)
    await talk.presses("Lägg till mer")
    talk.waits(minutes=CONFIG.dialogue.add_more_minutes + 1)
    await talk.says("klotter")
    assert list(talk.store.concerns.kept) == [1, 2]
    await talk.presses("Lägg till mer")
    await talk.commands(Command.HELP)
    await talk.says(MOPED)
    assert list(talk.store.concerns.kept) == [1, 2, 3]


async def test_a_corrected_place_and_theme_stay_when_the_text_is_edited(talk):
    await talk.says(MOPED, message_id=7)
    await talk.presses("Ändra plats")
    await talk.says("Hulta")
    await talk.presses_data(encode(set_theme("fortkorning")))
    talk.readings["bilar på Sjöbo"] = a_reading(themes=("belysning",), area="Sjöbo")
    await talk.edits(7, "bilar på Sjöbo")
    kept = talk.store.concerns.kept[1]
    assert (kept.area, kept.themes[0].id) == ("Hulta", "fortkorning")


async def test_one_concern_is_shown_with_its_buttons(talk):
    await talk.says(MOPED)
    (answer,) = await talk.presses_data("c?:1:")
    assert "<b>B-0001</b> · mottaget" in answer
    assert "Buskörning" in answer and "Plats: <b>Norrby</b>" in answer
    assert talk.shown_buttons == RECEIPT


@pytest.mark.parametrize("status", [Status.DONE, Status.CLOSED])
async def test_what_is_closed_can_be_deleted_and_not_changed(talk, status):
    await talk.says(MOPED)
    talk.store.concerns.kept[1] = replace(talk.store.concerns.kept[1], status=status)
    await talk.presses_data("c?:1:")
    assert talk.shown_buttons == ["Ta bort"]
    for data in ("ok:1:", "p?:1:", "pa:1:Hulta", "t?:1:", "tn:1:", "a+:1:", "pt:1:"):
        (answer,) = await talk.presses_data(data)
        assert "avslutat" in answer, data
    assert talk.store.corrections.said == []


@pytest.mark.parametrize(
    "data",
    [
        "pc:1:0123456789",
        "pc:1:",
        "ts:1:0123456789",
        "ts:1:buskorning",
        "tl:1:0123456789",
        "tl:1:",
        "ok:99:",
        "a+:99:",
        "c?:0:",
        "pa:1:Atlantis",
    ],
)
async def test_a_place_theme_or_concern_that_is_gone_is_said_kindly(talk, data):
    await talk.says(MOPED)
    (answer,) = await talk.presses_data(data)
    assert "för gammal" in answer
    assert talk.store.corrections.said == []


def set_theme(theme: str) -> Action:
    return Action(verb=Verb.SET_THEME, concern_id=1, value=short(theme))


async def test_nobody_can_press_anothers_buttons(talk):
    await talk.says(MOPED)
    stranger = Talk(telegram_id=4712, store=talk.store)
    own = [Action(verb=verb, concern_id=1) for verb in Verb if verb not in FREE]
    for action in (*own, set_theme("fortkorning")):
        before = talk.store.concerns.kept[1]
        answers = await stranger.presses_data(encode(action))
        assert "för gammal" in answers[0], action
        assert talk.store.concerns.kept[1] == before
    assert talk.store.corrections.said == []


def test_an_older_conversation_still_loads():
    known = conversation.Conversation(concern_id=7)
    older = conversation.dump(known).replace(', "adding_until": null', "")
    assert "adding_until" not in older
    assert conversation.load(older) == known


async def test_every_button_that_was_shown_can_be_pressed(talk):
    await talk.says("mopeder på Ekvägen")
    seen: set[str] = set()
    for _ in range(3):
        for outgoing in list(talk.store.outbox.waiting):
            for shown in buttons(outgoing):
                data = shown["callback_data"]
                if data not in seen and not data.startswith(("d1", "D!", "l!")):
                    seen.add(data)
                    await talk.presses_data(data)
    assert len(seen) > 30
    last = [o.params["text"] for o in talk.store.outbox.waiting if o.method == "sendMessage"]
    assert sum("för gammal" in text for text in last) == 0
