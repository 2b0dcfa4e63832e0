"""What coordinators tell residents from the command line."""

import sys
from datetime import UTC, datetime

import pytest

from bot.cli.main import run_command_line
from storage.answers import AnswerKind, NewAnswer
from storage.concerns import NewConcern, NewMessage

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
def brabot(monkeypatch, tmp_path, capsys):
    config = settle_in(monkeypatch, tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["brabot", *arguments, "--config", str(config)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


def tell(*, known=True):
    async def record(tx):
        who = await tx.residents.recognise(4711, now=NOW, language="sv") if known else None
        new = NewConcern(
            resident_id=who and who.id,
            source="telegram",
            told_at=NOW,
            kind="concern",
            urgency="normal",
            recurring=False,
            language="sv",
            area="Norr",
            themes=(),
            places=(),
            needs_human=False,
            config_version="v1",
            message=NewMessage(told_at=NOW, text="Mörkt", masked="Mörkt", reading={}),
        )
        return await tx.concerns.record(new, now=NOW)

    return stored(record)


def waiting():
    return stored(lambda tx: tx.outbox.count("waiting"))


def test_an_answer_is_queued_shown_and_not_in_the_log(brabot):
    concern = tell()
    code, _, err = brabot("concern", "answer", concern.reference, "Lagas i dag", "--by", "Eva")
    assert (code, waiting()) == (0, 1)
    assert "Den som skrev får det" in err
    out = brabot("concern", "show", concern.reference)[1]
    assert "svar (cli:Eva): väntar på att skickas" in out
    assert "  Lagas i dag" in out
    entries = stored(lambda tx: tx.audit.entries(actions=["concern_answered"]))
    assert [(entry.actor, entry.detail) for entry in entries] == [("cli:Eva", {})]


def test_who_has_blocked_the_bot_is_said_not_to_be_reached(brabot):
    concern = tell()
    brabot("concern", "answer", concern.reference, "Lagas i dag")
    stored(lambda tx: tx.outbox.failed(1, now=NOW, reason="Forbidden"))
    assert "kom inte fram" in brabot("concern", "show", concern.reference)[1]


def test_who_cannot_be_reached_any_more_is_said_kindly(brabot):
    concern = tell(known=False)
    for words in (("answer", concern.reference, "Tack"), ("status", concern.reference, "done")):
        code, _, err = brabot("concern", *words)
        assert code == 0
        assert "går inte att nå längre" in err
    assert waiting() == 0


def test_a_note_goes_only_with_what_closes(brabot):
    concern = tell()
    assert brabot("concern", "status", concern.reference, "open", "--note", "Vi kommer")[0] == 2
    assert brabot("concern", "status", concern.reference, "done", "--note", "Lagat")[0] == 0
    assert brabot("concern", "answer", concern.reference, "  ")[0] == 2


def test_who_answered_back_is_listed(brabot):
    concern = tell()
    assert brabot("concern", "list", "--answered")[1] == ""
    new = NewAnswer(concern_id=concern.id, kind=AnswerKind.REPLY, by="resident")
    stored(lambda tx: tx.answers.add(new, now=NOW))
    assert brabot("concern", "list", "--answered")[1].startswith(concern.reference)


def test_a_followup_goes_to_those_who_follow_the_area(brabot):
    concern = tell()
    stored(lambda tx: tx.following.follow(concern.resident_id, "Norrängen", now=NOW))
    code, _, err = brabot("followup", "Norrängen", "Nya lampor")
    assert (code, waiting()) == (0, 1), err
    assert "ingen eller några få" in err
    assert brabot("followup", "Nirgends", "Nya lampor")[0] == 2
