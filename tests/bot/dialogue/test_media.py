"""What a file does in a conversation, where the written conversations cannot set the scene."""

from dataclasses import replace

from bot.config.models import MediaKind, MediaSettings
from bot.dialogue.events import Attachment, FileSent, SentFile
from bot.tuning.sorting import sorted_by
from nlp.reading import Danger, Kind, Urgency
from storage.resorting import KeptConcern, KeptMessage
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, START, Talk


def talking(settings: MediaSettings, **readings) -> Talk:
    talk = Talk(readings)
    talk._dialogue._config = replace(CONFIG, media=settings)
    return talk


def a_file(number: int = 1, **more) -> SentFile:
    return SentFile(file_id=f"f{number}", unique_id=f"u{number}", **more)


async def sends(talk: Talk, attachment: Attachment, file: SentFile) -> list[str]:
    sent = FileSent(attachment=attachment, file=file, message_id=talk._next(), **talk._common())
    return await talk._do(sent)


async def test_a_kind_that_is_turned_off_is_refused_and_nothing_begins():
    talk = talking(MediaSettings(kinds=(MediaKind.PHOTO,)))
    answers = await sends(talk, Attachment.VOICE, a_file())
    assert "Ring 112" in answers[0]
    assert "sådant tar jag inte emot här" in answers[0]
    assert talk.store.concerns.kept == {}


async def test_a_concern_holds_only_so_many_files():
    talk = talking(MediaSettings(per_concern=1))
    await sends(talk, Attachment.PHOTO, a_file(1))
    (answer,) = await sends(talk, Attachment.PHOTO, a_file(2))
    assert "redan 1 filer" in answer
    refused = [new.refused for _, new in talk.store.media.sent.values()]
    assert refused == [None, "many"]


async def test_an_album_of_what_is_refused_says_so_once():
    talk = talking(MediaSettings(per_concern=1))
    answers = await sends(talk, Attachment.PHOTO, a_file(1, album="a"))
    for number in (2, 3, 4):
        answers += await sends(talk, Attachment.PHOTO, a_file(number, album="a"))
    assert sum("redan 1 filer" in answer for answer in answers) == 1


async def test_an_alert_tells_how_many_files_there_are_and_shows_none():
    burning = a_reading("det brinner", urgency=Urgency.NOW, danger=Danger.LIFE, themes=("brand",))
    talk = Talk({"det brinner": burning})
    talk.store.groups.codes["x"] = "trafik"
    await talk.store.groups.redeem("x", chat_id=-5, now=START)
    await talk.says("det brinner", attachment=Attachment.PHOTO, file=a_file())
    (alert,) = [o.params["text"] for o in talk.store.outbox.waiting if o.chat_id == -5]
    assert "En fil (bild, film, ljud eller dokument) finns hos samordnaren." in alert


async def test_a_wordless_concern_waits_for_a_human_and_raises_no_alarm():
    talk = Talk()
    talk.store.groups.codes["x"] = "trafik"
    await talk.store.groups.redeem("x", chat_id=-5, now=START)
    await sends(talk, Attachment.PHOTO, a_file())
    (concern,) = talk.store.concerns.kept.values()
    assert (concern.kind, concern.urgency, concern.needs_human) == ("concern", "normal", True)
    assert concern.themes == ()
    assert all(o.chat_id != -5 for o in talk.store.outbox.waiting)


async def test_reading_the_archive_anew_does_not_make_chatter_of_a_wordless_picture():
    talk = Talk()
    await sends(talk, Attachment.PHOTO, a_file())
    (concern,) = talk.store.concerns.kept.values()
    message = KeptMessage(id=1, text="", is_original=True, reading={}, recorded_at=START)
    empty = a_reading("", kind=Kind.CHATTER, themes=())
    found = sorted_by(KeptConcern(concern=concern, messages=(message,)), [empty])
    assert (found.kind, found.needs_human) == ("concern", True)
    words = replace(message, id=2, text="klotter")
    read = a_reading("klotter", themes=("skadegorelse",))
    both = sorted_by(KeptConcern(concern=concern, messages=(message, words)), [empty, read])
    assert [theme.id for theme in both.themes] == ["skadegorelse"]
    assert both.needs_human
    assert len(both.messages) == 2
