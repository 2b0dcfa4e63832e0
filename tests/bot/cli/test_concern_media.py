"""Files of a concern are shown by what they are, and handed out for a reason that is logged."""

import sys
from datetime import UTC, datetime

import pytest

from bot.cli.main import run_command_line
from storage.concerns import NewConcern, NewMessage
from storage.media import MEDIA_READ, MediaState, NewMedia

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)
PICTURE = b"\xff\xd8 a cleaned picture"


@pytest.fixture
def brabot(monkeypatch, tmp_path, capsys):
    config = settle_in(monkeypatch, tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["brabot", "concern", *arguments, "--config", str(config)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture
def told(brabot):
    """A concern with a kept picture and a refused file; its reference."""

    async def record(tx):
        new = NewConcern(
            source="telegram",
            told_at=NOW,
            kind="concern",
            urgency="normal",
            recurring=False,
            language="sv",
            area=None,
            themes=(),
            places=(),
            needs_human=True,
            config_version="v1",
            message=NewMessage(told_at=NOW, text="", masked="", reading={}),
        )
        concern = await tx.concerns.record(new, now=NOW)
        for number, kind in enumerate(("photo", "document")):
            file = NewMedia(
                telegram_message_id=number,
                kind=kind,
                file_id=f"../../{kind}",
                unique_id=kind,
                album=None,
                told_at=NOW,
            )
            await tx.media.add(concern.id, file, now=NOW)
        picture, office = await tx.media.claim(now=NOW, limit=5)
        await tx.media.keep(picture, PICTURE, media_type="image/jpeg", now=NOW)
        await tx.media.give_up(office, state=MediaState.REFUSED, reason="type", now=NOW)
        return concern.reference

    return stored(record)


def test_a_concern_shows_what_files_there_are(brabot, told):
    code, out, _ = brabot("show", told)
    assert code == 0
    assert "1. bild, image/jpeg, 1 kB, sparad" in out
    assert "2. fil, inte sparad: den typen tas inte emot" in out


def test_the_kept_files_are_written_for_a_reason_and_both_are_logged(brabot, told, tmp_path):
    folder = tmp_path / "ut"
    code, out, err = brabot(
        "media", told, "--out", str(folder), "--reason", "utredning", "--by", "Eva"
    )
    assert code == 0
    (path,) = folder.iterdir()
    assert path.name == f"{told}-1.jpg"
    assert path.read_bytes() == PICTURE
    assert path.stat().st_mode & 0o077 == 0
    assert str(path) in out
    assert "Ta bort dem" in err
    (entry,) = [e for e in stored(lambda tx: tx.audit.entries()) if e.action == MEDIA_READ]
    assert (entry.actor, entry.detail) == ("cli:Eva", {"reason": "utredning"})


def test_nothing_that_stands_there_is_replaced(brabot, told, tmp_path):
    (tmp_path / f"{told}-1.jpg").write_bytes(b"another")
    code, _, err = brabot("media", told, "--out", str(tmp_path), "--reason", "utredning")
    assert code == 2
    assert "finns redan" in err
    assert (tmp_path / f"{told}-1.jpg").read_bytes() == b"another"


def test_without_a_reason_nothing_is_written(brabot, told, tmp_path):
    code, _, _ = brabot("media", told, "--out", str(tmp_path / "ut"), "--reason", " ")
    assert code == 2
    assert not (tmp_path / "ut").exists()
