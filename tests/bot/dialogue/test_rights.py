"""To know, to see and to have deleted."""

from datetime import UTC, datetime

from bot.dialogue.events import Command
from storage.holds import Hold
from tests.bot.talk import CONFIG, Talk

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


async def test_privacy_is_told_from_the_running_configuration():
    talk = Talk()
    answer, *_ = await talk.commands(Command.PRIVACY)
    assert CONFIG.controller.dpo_email in answer
    assert str(CONFIG.retention.original_text_days) in answer
    assert CONFIG.controller.not_a_police_report["sv"] in answer
    assert len(answer) < 4096


async def test_mine_lists_only_ones_own():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    other = Talk(telegram_id=4712, store=talk.store)
    answer, *_ = await other.commands(Command.MINE)
    assert "inget sparat" in answer
    (answer,) = await talk.commands(Command.MINE)
    assert "B-0001" in answer and "2026-11-16" in answer and "mottaget" in answer


async def test_one_concern_is_deleted_after_asking_once():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    await talk.commands(Command.DELETE, "b-0001")
    (answer,) = await talk.presses("Ja, ta bort")
    assert "B-0001</b> är borttaget" in answer
    assert not talk.store.concerns.kept


async def test_deleting_can_be_thought_better_of():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    await talk.commands(Command.DELETE)
    await talk.presses("Allt om mig")
    (answer,) = await talk.presses("Nej, behåll")
    assert "Inget är borttaget" in answer
    assert talk.store.concerns.kept


async def test_everything_is_deleted_the_person_included():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    await talk.commands(Command.DELETE)
    await talk.presses("Allt om mig")
    (answer,) = await talk.presses("Ja, ta bort")
    assert "Allt som fanns om dig är borttaget" in answer
    assert not talk.store.concerns.kept
    assert not talk.store.residents.known
    assert not talk.store.conversations.saved


async def test_a_reference_of_somebody_else_is_unknown():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    other = Talk(telegram_id=4712, store=talk.store)
    await other.says("mopeder igen")
    (answer,) = await other.commands(Command.DELETE, "B-0001")
    assert "hittar inget sådant" in answer


async def test_start_help_and_unknown_commands_are_answered_in_the_persons_language():
    talk = Talk(language="en")
    assert "This is not a police report" in (await talk.commands(Command.START))[0]
    assert "114 14" in (await talk.commands(Command.HELP))[0]
    assert "/hjalp" in (await talk.commands(Command.UNKNOWN))[0]


def held(talk, concern_id=1):
    return Hold(
        concern_id=concern_id,
        reference=talk.store.concerns.kept[concern_id].reference,
        decision="KS 2026-123",
        reason="hemligt",
        actor="cli",
        held_at=NOW,
    )


async def test_a_concern_that_is_held_is_honestly_said_to_stay_and_whom_to_ask():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    talk.store.holds.held.append(held(talk))
    await talk.commands(Command.DELETE, "b-0001")
    (answer,) = await talk.presses("Ja, ta bort")
    assert "KS 2026-123" in answer and CONFIG.controller.contact_email in answer
    assert "hemligt" not in answer
    assert talk.store.concerns.kept


async def test_who_deletes_everything_is_told_what_stays():
    talk = Talk()
    await talk.says("mopeder på gångvägen")
    talk.store.holds.held.append(held(talk))
    await talk.commands(Command.DELETE)
    await talk.presses("Allt om mig")
    (answer,) = await talk.presses("Ja, ta bort")
    assert "Allt annat om dig är borttaget, men inte <b>B-0001</b>" in answer
