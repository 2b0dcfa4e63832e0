"""A conversation in each language, and how the language is chosen."""

from dataclasses import replace

import pytest

from bot.dialogue.events import Attachment, Command
from nlp.reading import Danger, Urgency
from tests.bot.fakes import MemoryStore, a_reading
from tests.bot.talk import CONFIG, TEXTS, Talk

TELEGRAMS = {"sv-simple": "sv"}
"""What a Telegram says where it cannot say the language itself."""


async def speaking(language: str, store: MemoryStore | None = None) -> Talk:
    talk = Talk(language=TELEGRAMS.get(language, language), store=store)
    if language in TELEGRAMS:
        await talk.commands(Command.LANGUAGE, TEXTS.plain(language, "language-name"))
    return talk


def opening(language: str, key: str) -> str:
    """The first words of a text, up to its first value."""
    return TEXTS.html(language, key, reference="B-0001").split("B-0001")[0].rstrip("<b>\u2066")


@pytest.mark.parametrize("language", CONFIG.languages)
async def test_a_resident_is_answered_in_their_language_all_along(language):
    talk = await speaking(language)
    answers = await talk.commands(Command.START)
    assert CONFIG.municipality.council[language].split(" (")[0] in bare(answers[0])
    (receipt,) = await talk.says("mopeder på gångvägen")
    assert receipt.startswith(opening(language, "receipt"))
    theme = next(t for t in CONFIG.themes if t.id == "buskorning")
    assert theme.label[language] in receipt
    assert TEXTS.plain(language, "place-button-skip") in talk.shown_buttons
    (receipt,) = await talk.presses(TEXTS.plain(language, "place-button-skip"))
    assert receipt.startswith(opening(language, "place-skipped").split("B-0001")[0])
    privacy, special = await talk.commands(Command.PRIVACY)
    assert CONFIG.controller.not_a_police_report[language] in bare(privacy)
    assert len(privacy) <= 4096 and len(special) <= 4096
    (mine,) = await talk.commands(Command.MINE)
    assert theme.label[language] in mine and TEXTS.html(language, "status-new") in mine
    (ask,) = await talk.commands(Command.LANGUAGE)
    assert ask == TEXTS.html(language, "language-ask")
    await talk.commands(Command.DELETE)
    await talk.presses(TEXTS.plain(language, "delete-button-all"))
    (gone,) = await talk.presses(TEXTS.plain(language, "delete-yes"))
    assert gone == TEXTS.html(language, "delete-done-all")
    assert not talk.store.residents.known


async def test_the_languages_are_shown_each_named_in_itself():
    talk = Talk()
    answers = await talk.commands(Command.LANGUAGE)
    assert answers[0] == "Vilket språk ska jag svara på?"
    shown = [b["text"] for o in talk.store.outbox.waiting for row in rows(o) for b in row]
    assert {"Svenska", "Lätt svenska", "العربية", "Soomaali", "Українська"} <= set(shown)
    assert "112" in answers[1], "the first contact is told all the same"


async def test_a_chosen_language_stays_whatever_the_telegram_says():
    talk = Talk(language="sv")
    await talk.commands(Command.LANGUAGE)
    set_, welcome = await talk.presses("Soomaali")
    assert "af Soomaali" in set_ and "Wac 112" in welcome
    talk.language = "en"
    (answer,) = await talk.says("mopeder på gångvägen")
    assert "Waad ku mahadsan tahay" in answer


async def test_the_first_contact_leads_to_the_languages_in_one_tap():
    talk = Talk(language="de")
    await talk.commands(Command.START)
    (button,) = talk.shown_buttons
    assert "Language" in button and "لغة" in button
    await talk.presses(button)
    assert "Polski" in talk.shown_buttons


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("English", "English"),
        ("العربية", "بالعربية"),
        ("arabiska!", "بالعربية"),
        ("suomi", "suomeksi"),
    ],
)
async def test_the_name_of_a_language_chooses_it_and_is_no_concern(written, said):
    talk = Talk(language="sv")
    await talk.commands(Command.START)
    answer, _ = await talk.says(written)
    assert said in answer
    assert not talk.store.concerns.messages


async def test_a_caption_is_told_even_when_it_is_the_name_of_a_language():
    talk = Talk(language="sv")
    await talk.says("English", attachment=Attachment.PHOTO)
    assert talk.store.concerns.messages


async def test_a_text_in_another_language_is_offered_that_language_until_one_is_chosen():
    text = "mopeetooyin ayaa ku ordaya waddada"
    talk = Talk({text: a_reading(text, language="so", themes=(), needs_human=True)})
    await talk.commands(Command.START)
    answers = await talk.says(text)
    assert "Tack för att du berättar" in answers[0]
    assert talk.shown_buttons[-1] == "Soomaali"
    await talk.presses("Soomaali")
    talk.waits(hours=1)
    await talk.says(text)
    assert "Soomaali" not in talk.shown_buttons


async def test_danger_is_answered_in_the_language_of_the_phone_and_in_that_of_the_message():
    text = "qof baa mindi wata hadda"
    reading = replace(a_reading(text, language="so"), urgency=Urgency.NOW, danger=Danger.LIFE)
    talk = Talk({text: reading}, language="sv")
    await talk.commands(Command.START)
    danger, _ = await talk.says(text)
    assert danger.startswith("🚨 <b>Ring 112 nu.</b>")
    assert "🚨 <b>Hadda wac 112.</b>" in danger
    assert len(danger) < 700


async def test_danger_is_said_once_where_both_languages_are_the_same():
    text = "de slåss med kniv här nu"
    reading = replace(a_reading(text), urgency=Urgency.NOW, danger=Danger.LIFE)
    for language in ("sv", "so"):
        talk = Talk({text: reading}, language=language)
        await talk.commands(Command.START)
        danger, _ = await talk.says(text)
        assert danger.count("112") == 1


async def test_helplines_are_told_in_both_languages():
    text = "ninkaygu wuu i garaacaa"
    reading = replace(
        a_reading(text, language="so"), urgency=Urgency.SOON, danger=Danger.PARTNER_VIOLENCE
    )
    talk = Talk({text: reading}, language="sv")
    await talk.commands(Command.START)
    danger, *_ = await talk.says(text)
    assert danger.count("020-50 50 50") == 2 and "Khadka caawinta haweenka" in danger


async def test_a_chosen_language_that_is_not_offered_any_more_gives_way_to_the_telegrams():
    talk = Talk(language="en")
    await talk.commands(Command.START)
    (resident,) = talk.store.residents.known.values()
    await talk.store.residents.choose_language(resident.id, "tlh")
    assert "How it works" in (await talk.commands(Command.HELP))[0]


def bare(html: str) -> str:
    return html.translate(str.maketrans("", "", "\u2066\u2069\u200f"))


def rows(outgoing) -> list[list[dict[str, str]]]:
    return outgoing.params.get("reply_markup", {}).get("inline_keyboard", [])
