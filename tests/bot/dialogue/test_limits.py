"""Who writes very much, or the same again, or is muted."""

from datetime import timedelta

from bot.dialogue.conversation import Conversation, dump, load
from bot.dialogue.pace import Pace
from nlp.reading import Danger, Urgency
from storage.muting import Mute
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, START, Talk

MOST = CONFIG.limits.messages_a_minute


async def test_all_of_a_burst_is_kept_and_little_of_it_answered():
    talk = Talk()
    answered = [await talk.says(f"mopeder {n}") for n in range(MOST + 20)]
    kept = [m.text for messages in talk.store.concerns.messages.values() for m in messages]
    assert kept == [f"mopeder {n}" for n in range(MOST + 20)]
    (notice,) = answered[MOST]
    assert "svarar inte på varje" in notice and "112" in notice
    assert not any(answered[MOST + 1 :])


async def test_answers_come_back_by_themselves():
    talk = Talk()
    for n in range(MOST + 5):
        await talk.says(f"mopeder {n}")
    talk.waits(minutes=2)
    assert "lagt till" in (await talk.says("mopeder till sist"))[0]


async def test_danger_is_answered_however_much_was_written():
    talk = Talk({"hjälp": a_reading("hjälp", urgency=Urgency.NOW, danger=Danger.LIFE)})
    for n in range(MOST + 5):
        await talk.says(f"mopeder {n}")
    for _ in range(3):
        (answer,) = await talk.says("hjälp")
        assert "Ring 112 nu" in answer


async def test_one_too_many_is_looked_at_by_a_human():
    talk = Talk()
    for n in range(MOST + 2):
        await talk.says(f"mopeder {n}")
    assert talk.store.concerns.kept[1].needs_human


async def test_the_minute_and_the_hour_are_counted_apart():
    pace = Pace()
    for n in range(30):
        pace = pace.with_one(START + timedelta(minutes=n))
    assert pace.minute.count == 1 and pace.hour.count == 30
    assert pace.is_over(a_minute=20, an_hour=29) and not pace.is_over(a_minute=20, an_hour=30)


async def test_a_copy_is_known_by_its_words_but_a_few_words_are_none():
    pace = Pace().having_heard("det är  mörkt VID gungorna", 7, START)
    within = timedelta(minutes=10)
    assert pace.copied("Det är mörkt vid gungorna", START + within, within) == 7
    assert pace.copied("Det är mörkt vid gungorna", START + 2 * within, within) is None
    assert pace.copied("Det är mörkt vid gungorna nu", START, within) is None
    assert Pace().having_heard("ja tack", 7, START) == Pace()
    assert pace.having_forgotten(7).heard == ()


def test_the_pace_is_kept_and_an_older_version_knew_none():
    talk = Conversation(
        pace=Pace(is_limited=True).with_one(START).having_heard("a b c d", 1, START)
    )
    assert load(dump(talk)) == talk
    old = '{"concern_id": 1, "told_at": null, "asked": "nothing", "position": null}'
    assert load(old).pace == Pace()


async def test_a_muted_resident_is_told_once_and_what_they_tell_begins_anew():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    talk.store.muting.muted[1] = Mute(
        resident_id=1, reason="hot", actor="cli", muted_at=START, until=None, told_at=None
    )
    (answer,) = await talk.says("ni är dumma")
    assert "inte vidare" in answer and CONFIG.controller.contact_email in answer
    assert await talk.says("ni är dumma igen") == []
    assert [m.text for m in talk.store.concerns.messages[1]] == ["mopeder på gångvägen"]
    assert await talk.presses_data("cl:0:0") != []
