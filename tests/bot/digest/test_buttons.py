"""What is under a digest in a group chat, and that nobody gets it for another group."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.dialogue.actions import MAX_BYTES
from bot.digest.buttons import (
    DigestAction,
    DigestVerb,
    decode_digest_action,
    encode_digest_action,
)
from bot.digest.channels import messages_to
from bot.digest.making import make_digest
from bot.digest.periods import Period
from bot.digest.report import build_report
from bot.digest.since import told_since
from bot.digest.telegram import plain_text
from bot.digest.values import facts_from_json
from bot.digest.wording import Wording
from bot.digest_desk import TIPS_READ, DigestDesk, GroupPressed
from storage.concern_values import NewConcern, NewMessage, Source, StoredPlace, StoredTheme
from storage.database import Database
from tests.bot.digest.builders import WEEK, ZONE, config, facts, texts, times

CHAT, OTHER_CHAT = -1001, -1002
NOW = datetime(2026, 11, 24, 7, tzinfo=UTC)
WORDS = Wording(language="sv", config=config(), texts=texts())


def concern(number: int, **given) -> NewConcern:
    """A concern of its own resident in the week."""
    values = {
        "source": Source.TELEGRAM,
        "kind": "concern",
        "urgency": "normal",
        "recurring": False,
        "language": "sv",
        "area": "Norrby",
        "themes": ("buskorning",),
        "places": (),
        "text": f"Mopeder kör fort på gångvägen, gång {number}.",
        **given,
    }
    at = WEEK.bounds(ZONE)[0] + timedelta(hours=30, minutes=number)
    text = values.pop("text")
    themes = tuple(StoredTheme(id=theme, score=0.9) for theme in values.pop("themes"))
    places = tuple(StoredPlace(name=name) for name in values.pop("places"))
    return NewConcern(
        **values,
        themes=themes,
        places=places,
        telegram_id=700_000_000 + number,
        told_at=at,
        needs_human=False,
        config_version="test",
        message=NewMessage(told_at=at, text=text, masked=text, reading={}),
    )


async def with_concerns(database: Database, *concerns: NewConcern) -> None:
    async with database.transaction() as tx:
        for one in concerns:
            await tx.concerns.record(one, now=one.told_at)


async def with_group(database: Database, chat_id: int, focus_area: str = "trafik") -> None:
    """A group of the focus area that has had the week's digest."""
    async with database.transaction() as tx:
        code = await tx.groups.invite(focus_area, now=NOW, valid_for=timedelta(hours=1))
        group = await tx.groups.redeem(code, chat_id=chat_id, now=NOW)
    digest = await make_digest(database, config(), focus_area, WEEK, now=NOW)
    found = facts_from_json(digest.facts)
    report = build_report(found, (), config(), texts())
    async with database.transaction() as tx:
        messages = messages_to(group, report, found, WORDS)
        assert await tx.digests.deliver(digest.id, group.id, messages, now=NOW)


async def press(
    database: Database,
    verb: DigestVerb | str,
    *,
    chat_id: int = CHAT,
    focus_area: str = "trafik",
    skipped: int = 0,
    desk_config=None,
):
    """What is put into the outbox for a press, without the answer that stops the button."""
    if isinstance(verb, DigestVerb):
        action = DigestAction(verb=verb, focus_area=focus_area, period=str(WEEK), skipped=skipped)
        data = encode_digest_action(action)
    else:
        data = verb
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=NOW, limit=50):
            for item in items:
                await tx.outbox.sent(item.id, now=NOW, message_id=1)
    desk = DigestDesk(
        config=desk_config or config(), texts=texts(), database=database, clock=lambda: NOW
    )
    pressed = GroupPressed(update_id=5, chat_id=chat_id, callback_id="77", data=data)
    await desk.pressed(pressed)
    sent = []
    async with database.transaction() as tx:
        while items := await tx.outbox.claim(now=NOW, limit=50):
            for item in items:
                await tx.outbox.sent(item.id, now=NOW, message_id=1)
            sent += items
    assert {item.chat_id for item in sent} == {chat_id}
    assert [item.method for item in sent[:1]] == ["answerCallbackQuery"]
    return sent[1:]


@pytest.fixture
async def week(database: Database) -> Database:
    """A week of Norrby (7), and of others that are too few to be named."""
    await with_concerns(
        database,
        *(concern(number) for number in range(7)),
        concern(20, area="Hulta", text="Bilar driftar utanför kiosken i Hulta."),
        *(concern(n, area="Göta", text="Epatraktorer i Göta.") for n in (30, 31)),
        concern(21, themes=("fortkorning",), text="De kör för fort förbi skolan."),
        concern(22, text="Min granne meckar med mopeder hela natten."),
    )
    await with_group(database, CHAT)
    return database


def test_a_button_is_unpacked_as_it_was_packed():
    for verb in DigestVerb:
        action = DigestAction(verb=verb, focus_area="trafik", period="2026-W47", skipped=10)
        assert decode_digest_action(encode_digest_action(action)) == action


def test_every_focus_area_of_the_default_configuration_has_room_in_a_button():
    for focus_area in config().focus_areas:
        for period in (str(WEEK), "2026-10-01--2026-11-22"):
            action = DigestAction(
                verb=DigestVerb.TIPS, focus_area=focus_area.id, period=period, skipped=99999
            )
            assert len(encode_digest_action(action)) <= MAX_BYTES


@pytest.mark.parametrize(
    "data", ["", "g", "gt", "gt:0", "gx:0:2026-W47:trafik", "gt:-1:2026-W47:trafik", "pa:1:x", ":"]
)
def test_other_data_is_no_button(data):
    assert decode_digest_action(data) is None


def test_a_digest_goes_out_as_its_picture_and_then_its_text_with_buttons():
    found = facts(times(9, "buskorning", area="Norrby"))
    report = build_report(found, (), config(), texts())
    group = type("Group", (), {"chat_id": CHAT, "address": None})()
    picture, *_, last = messages_to(group, report, found, WORDS)
    assert picture.method == "sendPhoto"
    assert picture.params["caption"].startswith("Linjediagram: 9 tips vecka 47.")
    rows = last.params["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [["Visa tipsen", "Karta", "PDF"]]


def test_an_empty_week_offers_neither_tips_nor_map():
    found = facts([], older=True)
    report = build_report(found, (), config(), texts())
    group = type("Group", (), {"chat_id": CHAT, "address": None})()
    last = messages_to(group, report, found, WORDS)[-1]
    rows = last.params["reply_markup"]["inline_keyboard"]
    assert [button["text"] for row in rows for button in row] == ["PDF"]


async def test_the_tips_are_read_a_page_at_a_time(week):
    (first,) = await press(week, DigestVerb.TIPS)
    assert "tips 1–5 av 7 som kan visas" in first.params["text"]
    assert first.params["text"].count("B-") == 5
    assert "tis 17 november kl. 6 · Norrby" in first.params["text"]
    (button,) = first.params["reply_markup"]["inline_keyboard"][0]
    assert button["text"] == "Visa fler"
    (second,) = await press(week, button["callback_data"])
    assert "tips 6–7 av 7" in second.params["text"]
    assert "reply_markup" not in second.params
    assert "5 tips till visas inte" in second.params["text"]


async def test_no_tip_shows_an_area_or_a_theme_there_that_the_digest_leaves_out(week):
    shown = ""
    for skipped in (0, 5):
        (page,) = await press(week, DigestVerb.TIPS, skipped=skipped)
        shown += page.params["text"]
    assert "Hulta" not in shown
    assert "Göta" not in shown
    assert "skolan" not in shown
    assert "granne" not in shown


async def test_sensitive_themes_and_imported_reports_are_never_shown_one_by_one(database):
    await with_concerns(
        database,
        *(concern(n, themes=("nara_relation",), text=f"Han slår henne {n}.") for n in range(6)),
        *(
            concern(n, themes=("hot",), source=Source.IMPORT, external_id=str(n), text="Rapport")
            for n in range(10, 16)
        ),
    )
    await with_group(database, CHAT, "vald")
    (page,) = await press(database, DigestVerb.TIPS, focus_area="vald")
    assert "slår" not in page.params["text"]
    assert "Rapport" not in page.params["text"]


async def test_no_tip_is_shown_in_a_language_whose_words_for_a_home_are_not_known(database):
    foreign = "Naapurini kolmannessa kerroksessa kaahaa mopolla."
    await with_concerns(
        database,
        *(concern(n) for n in range(3)),
        *(concern(n, language="fi", text=f"{foreign} {n}") for n in range(3, 6)),
    )
    await with_group(database, CHAT)
    (page,) = await press(database, DigestVerb.TIPS)
    assert "tips 1–3 av 3" in page.params["text"]
    assert "Naapurini" not in page.params["text"]
    assert "3 tips till visas inte" in page.params["text"]


async def test_who_read_tips_is_in_the_audit_log(week):
    await press(week, DigestVerb.TIPS)
    async with week.transaction() as tx:
        entry = next(e for e in await tx.audit.entries() if e.action == TIPS_READ)
        (group,) = await tx.groups.list()
    assert entry.actor == f"group:{group.id}"
    assert entry.subject.startswith("digest:")
    assert entry.detail == {"first": 1, "last": 5}


async def test_a_chat_that_has_not_had_the_digest_gets_a_kind_answer_and_nothing_else(week):
    await with_group(week, OTHER_CHAT, "vald")
    for chat_id in (OTHER_CHAT, -1003):
        for verb in DigestVerb:
            (answer,) = await press(week, verb, chat_id=chat_id)
            assert "gäller inte längre" in answer.params["text"]


async def test_a_group_that_has_left_gets_nothing_more(week):
    async with week.transaction() as tx:
        (group,) = await tx.groups.list()
        await tx.groups.remove(group.id, now=NOW)
    (answer,) = await press(week, DigestVerb.TIPS)
    assert "gäller inte längre" in answer.params["text"]


@pytest.mark.parametrize(
    "data", ["pa:1:Norrby", "gt:0:2020-W01:trafik", "gt:0:2026-W47:okand", "x"]
)
async def test_old_and_foreign_buttons_are_answered_kindly(week, data):
    (answer,) = await press(week, data)
    assert "gäller inte längre" in answer.params["text"]


async def test_the_map_comes_as_a_photo_and_the_pdf_as_a_document(week):
    (picture,) = await press(week, DigestVerb.MAP)
    assert picture.method == "sendPhoto"
    assert picture.params["caption"].startswith("Karta: tips efter område, vecka 47.")
    assert picture.params["photo"]["filename"] == "trafik-2026-W47-karta.png"
    (pdf,) = await press(week, DigestVerb.PDF)
    assert pdf.method == "sendDocument"
    assert pdf.params["document"]["filename"] == "trafik-2026-W47.pdf"


async def test_since_the_last_meeting_tells_themes_but_no_area_nor_sensitive_theme(week):
    meetings = config().meetings.model_copy(update={"council": (date(2026, 10, 1),)})
    met = type(config())(**{**vars(config()), "meetings": meetings})
    (told_since,) = await press(week, DigestVerb.SINCE_MEETING, desk_config=met)
    text = told_since.params["text"]
    assert "Trafik: läget" in text
    assert "1 oktober–22 november 2026" in text
    assert "12 tips från 12 personer" in text
    assert "Buskörning: 11" in text
    assert "Norrby" not in text
    assert "Hulta" not in text


def test_since_the_last_meeting_a_field_of_places_is_told_by_its_sum_alone():
    period = Period.parse("2026-10-01--2026-11-22")
    found = facts(times(9, "buskorning", area="Norrby"), focus_area="norrby", period=period)
    text = plain_text(told_since(found, config(), texts()))
    assert "9 tips från 9 personer" in text
    assert "Buskörning" not in text
