"""Files that a resident sends: each lies with a concern, and is fetched by somebody else later."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.concern_values import reading_json
from bot.config.models import MediaSettings
from bot.dialogue.belonging import current_concern
from bot.dialogue.events import (
    Attachment,
    Edited,
    FileReplaced,
    FileSent,
    SentFile,
    Told,
)
from bot.dialogue.keeping import record
from bot.dialogue.receipt import receipt_buttons
from bot.dialogue.turn import Turn
from bot.outgoing import message
from nlp.reading import Kind, Urgency
from storage.concerns import Concern, NewMessage
from storage.media import MediaState, NewMedia, kept

SPOKEN: Final = frozenset({Attachment.VOICE, Attachment.AUDIO, Attachment.VIDEO})
"""What may hold a cry for help that nobody hears at once."""

_REST_OF_ALBUM = timedelta(seconds=2)
"""So long the receipt of an album waits for a caption that stands under a later part of it."""


async def receive(turn: Turn, event: FileSent) -> None:
    """Keep a file without a word: with what is being told, or as a concern that needs words."""
    if await _goes_on_with_album(turn, event):
        return
    danger = _danger(turn, event.attachment)
    current = await current_concern(turn)
    refusal = await _refusal(turn, event.attachment, event.file, current)
    if refusal is not None and current is None:
        await turn.say("\n\n".join([*danger, _said(turn, refusal, event.attachment)]))
    elif current is None:
        await _begin(turn, event, danger)
    else:
        turn.conversation = replace(turn.conversation, told_at=event.at)
        await _lay(turn, event, event.file, event.attachment, current.id, refusal)
        if event.attachment in SPOKEN:
            await turn.tx.concerns.resolve(current.id, needs_human=True)
        what = _what(turn, event.attachment)
        text = (
            turn.text("media-joined", what=what, reference=current.reference)
            if refusal is None
            else _said(turn, refusal, event.attachment)
        )
        await turn.say("\n\n".join([*danger, text]), concern_id=current.id)


async def expect_caption(turn: Turn, event: Told) -> None:
    """Take back the receipt of an album that only waited for the caption that comes now.

    Nothing else waits because of a concern that is but an album: nobody is alerted of it.
    """
    if event.file is None or event.file.album is None:
        return
    concern_id = await turn.tx.media.concern_of_album(turn.resident.id, event.file.album)
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    only_album = concern is not None and concern.message_count == 1 and not concern.masked
    if concern is not None and only_album and concern.urgency == Urgency.NORMAL:
        await turn.tx.outbox.cancel_for_concern(concern.id)


async def attach(turn: Turn, event: Told) -> None:
    """Keep the file that a text was the caption of, wherever that text is kept by now."""
    if event.attachment is None:
        return
    if event.file is None:
        what = turn.label(f"unreadable-{event.attachment.value}")
        await turn.say(turn.text("unreadable", what=what))
        return
    concern_id = await turn.tx.media.concern_of_message(turn.resident.id, event.message_id)
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    if concern is None:
        return
    album = event.file.album
    if album is not None:
        await turn.tx.media.move_album(turn.resident.id, album, concern.id)
    refusal = await _refusal(turn, event.attachment, event.file, concern)
    await _lay(turn, event, event.file, event.attachment, concern.id, refusal)
    if refusal is not None:
        await turn.say(_said(turn, refusal, event.attachment), concern_id=concern.id)
        return
    what = _what(turn, event.attachment)
    if concern.kind == Kind.CHATTER:
        # A few words that tell nothing may stand under a picture that tells it all.
        await turn.tx.concerns.resolve(concern.id, kind=Kind.CONCERN.value, needs_human=True)
        turn.conversation = turn.conversation.about(concern.id, event.at)
        begun = turn.text("media-begun", what=what, reference=concern.reference)
        html = "\n\n".join([begun, turn.text("media-ask")])
        await turn.say(html, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)
        return
    if event.attachment in SPOKEN:
        await turn.tx.concerns.resolve(concern.id, needs_human=True)
    await turn.say(turn.text("media-with-text", what=what), concern_id=concern.id)


async def change(turn: Turn, event: Edited | FileReplaced) -> bool:
    """Put another file in the place of an earlier one; False if it is the same, or unknown."""
    if event.attachment is None or event.file is None:
        return False
    refusal = await _refusal(turn, event.attachment, event.file, None)
    new = _new(event, event.file, event.attachment, refusal)
    concern_id = await turn.tx.media.replace(turn.resident.id, new, now=turn.now)
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    if concern is None:
        return False
    what = _what(turn, event.attachment)
    lines = [turn.text("media-replaced", what=what, reference=concern.reference)]
    if refusal is not None:
        lines.append(_said(turn, refusal, event.attachment))
    await turn.say("\n\n".join(lines), concern_id=concern.id)
    return True


async def late_caption(turn: Turn, event: Edited) -> Told | None:
    """The text that a file got afterwards which lies with a concern; None where it had one.

    A file that began a concern has one, however empty.
    """
    files, who, number = turn.tx.media, turn.resident.id, event.message_id
    concern_id = await files.concern_of_file(who, number)
    if concern_id is None or await files.concern_of_message(who, number) is not None:
        return None
    turn.conversation = turn.conversation.about(concern_id, event.at)
    return Told(
        update_id=event.update_id,
        telegram_id=event.telegram_id,
        at=event.at,
        language=event.language,
        text=event.text,
        message_id=event.message_id,
    )


async def lose_caption(turn: Turn, event: FileReplaced) -> None:
    """Forget the caption of a file that has none any more."""
    gone = NewMessage(
        told_at=event.at,
        text="",
        masked="",
        telegram_message_id=event.message_id,
        reading=reading_json(None),
    )
    known = await turn.tx.media.concern_of_file(turn.resident.id, event.message_id)
    await turn.tx.concerns.replace_message(turn.resident.id, event.message_id, gone, now=turn.now)
    if known is None:
        await turn.say(turn.text("edited-gone"))


async def _begin(turn: Turn, event: FileSent, danger: list[str]) -> None:
    """A concern that is only a file: nothing is guessed of it, and one question is asked."""
    wordless = Told(
        update_id=event.update_id,
        telegram_id=event.telegram_id,
        at=event.at,
        language=event.language,
        text="",
        message_id=event.message_id,
    )
    concern = await record(turn, wordless, None, Urgency.NORMAL)
    turn.conversation = turn.conversation.about(concern.id, event.at)
    await _lay(turn, event, event.file, event.attachment, concern.id, None)
    what = _what(turn, event.attachment)
    begun = turn.text("media-begun", what=what, reference=concern.reference)
    html = "\n\n".join([*danger, begun, turn.text("media-ask")])
    if event.file.album is None or danger:
        await turn.say(html, keyboard=receipt_buttons(turn, concern), concern_id=concern.id)
    else:
        await _say_later(turn, html, concern)


async def _say_later(turn: Turn, html: str, concern: Concern) -> None:
    if turn.hushed:
        return
    outgoing = message(
        turn.event.telegram_id,
        html,
        keyboard=receipt_buttons(turn, concern),
        concern_id=concern.id,
        update_id=turn.event.update_id,
    )
    later = replace(outgoing, not_before=turn.now + _REST_OF_ALBUM)
    await turn.tx.outbox.put(later, now=turn.now)


async def _goes_on_with_album(turn: Turn, event: FileSent) -> bool:
    """Lay a later part of an album with the first, without a word unless it is refused."""
    album = event.file.album
    if album is None:
        return False
    concern_id = await turn.tx.media.concern_of_album(turn.resident.id, album)
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    if concern is None:
        return False
    refusal = await _refusal(turn, event.attachment, event.file, concern)
    said = {
        one.reason
        for one in await turn.tx.media.of_concern(concern.id)
        if one.state is MediaState.REFUSED
    }
    await _lay(turn, event, event.file, event.attachment, concern.id, refusal)
    if turn.conversation.concern_id == concern.id:
        turn.conversation = replace(turn.conversation, told_at=event.at)
    if event.attachment in SPOKEN:
        await turn.tx.concerns.resolve(concern.id, needs_human=True)
    if refusal is not None and refusal not in said:
        await turn.say(_said(turn, refusal, event.attachment), concern_id=concern.id)
    return True


async def _lay(
    turn: Turn,
    event: FileSent | Told,
    file: SentFile,
    attachment: Attachment,
    concern_id: int,
    refusal: str | None,
) -> None:
    new = _new(event, file, attachment, refusal)
    await turn.tx.media.add(concern_id, new, now=turn.now)


async def _refusal(
    turn: Turn, attachment: Attachment, file: SentFile, concern: Concern | None
) -> str | None:
    """Why a file is not even fetched; None if it is."""
    settings = turn.config.media
    if attachment.value not in settings.kinds:
        return "off"
    if file.size is not None and file.size > settings.max_bytes:
        return "big"
    if concern is not None:
        there = kept(await turn.tx.media.of_concern(concern.id))
        if len(there) >= settings.per_concern:
            return "many"
    return None


def limits(settings: MediaSettings) -> dict[str, int]:
    """The limits that the texts `media-refused-…` name."""
    return {"megabytes": settings.max_megabytes, "count": settings.per_concern}


def _said(turn: Turn, refusal: str, attachment: Attachment) -> str:
    what = _what(turn, attachment)
    return turn.text(f"media-refused-{refusal}", what=what, **limits(turn.config.media))


def _danger(turn: Turn, attachment: Attachment) -> list[str]:
    """What is said first of what nobody hears or sees at once."""
    if attachment not in SPOKEN:
        return []
    return [turn.text("media-danger", emergency=turn.config.emergency.emergency)]


def _what(turn: Turn, attachment: Attachment) -> str:
    return turn.label(f"unreadable-{attachment.value}")


def _new(
    event: FileSent | Told | Edited | FileReplaced,
    file: SentFile,
    attachment: Attachment,
    refusal: str | None,
) -> NewMedia:
    return NewMedia(
        telegram_message_id=event.message_id,
        kind=attachment.value,
        file_id=file.file_id,
        unique_id=file.unique_id,
        album=file.album,
        told_at=event.at,
        refused=refusal,
    )
