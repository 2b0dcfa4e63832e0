"""A resident tells something: it is kept from the first message on, then answered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.alerts import SENSITIVE_DANGERS, alert_groups
from bot.concern_values import reading_json, stored_places, stored_themes
from bot.config.values import in_language
from bot.dialogue.conversation import Asked
from bot.dialogue.danger import answer_danger, assess, written_in
from bot.dialogue.events import Edited, Told
from bot.dialogue.languages import offered_language
from bot.dialogue.placing import answer_place, is_skip, place_buttons, skip_place
from bot.dialogue.receipt import buttons, question_buttons, understood
from bot.dialogue.turn import Turn
from nlp.reading import REPORTS, Danger, Doubt, Kind, Reading, Urgency
from storage.concerns import Concern, NewConcern, NewMessage, StoredTheme

_PLACE_ANSWER_WORDS = 6
"""A text of at most so many words, after the place was asked for, may be the place alone."""

_THANKS_WORDS = 3
_SURE = 0.5
"""A place alone ("i tunneln på Norrby") is read as being about something, but hardly surely."""


async def tell(turn: Turn, event: Told, reading: Reading | None) -> None:
    """Keep the text, answer danger first, then say what was understood."""
    if is_skip(turn, event.text):
        await skip_place(turn)
        return
    urgency, danger = assess(event.text, reading)
    await answer_danger(turn, urgency, danger, written=written_in(event.text, reading))
    current = await _current(turn)
    if current is None or not _belongs(turn, current, event, reading):
        await _record(turn, event, reading, urgency, danger)
    elif _answers_place(turn, current, event, reading):
        await turn.tx.concerns.add_message(current.id, _message(event, reading), now=turn.now)
        await answer_place(turn, current, reading)
    else:
        await _add(turn, current, event, reading, urgency, danger)
    if event.attachment is not None:
        what = turn.label(f"unreadable-{event.attachment.value}")
        await turn.say(turn.text("receipt-attachment", what=what))


async def edit(turn: Turn, event: Edited, reading: Reading | None) -> None:
    """Read a changed text anew; one that was never kept is told as if it were new.

    One that is not kept any more, because it was deleted or is old, stays so, unless it
    tells of danger.
    """
    told = Told(
        update_id=event.update_id,
        telegram_id=event.telegram_id,
        at=event.at,
        language=event.language,
        text=event.text,
        message_id=event.message_id,
    )
    concern_id = await turn.tx.concerns.replace_message(
        resident_id=turn.resident.id,
        telegram_message_id=event.message_id,
        message=_message(told, reading),
        now=turn.now,
    )
    concern = await turn.tx.concerns.get(concern_id) if concern_id is not None else None
    urgency, danger = assess(event.text, reading)
    if concern is None:
        if urgency is Urgency.NORMAL and _may_be_deleted(turn, event):
            await turn.say(turn.text("edited-gone"))
        else:
            await tell(turn, told, reading)
        return
    await answer_danger(turn, urgency, danger, written=written_in(event.text, reading))
    alone = concern.message_count == 1
    changed = await _resolve(turn, concern, reading, urgency, anew=alone)
    await _tell_groups(turn, changed, urgency, danger, reading, before=concern.urgency)
    if changed.kind not in REPORTS:
        await _answer_unsorted(turn, changed, Kind(changed.kind))
        return
    turn.conversation = turn.conversation.about(changed.id, turn.event.at)
    text = turn.text("edited", reference=changed.reference)
    await _receipt(turn, changed, reading, text, urgency)


def _may_be_deleted(turn: Turn, event: Edited) -> bool:
    """Whether a message that is not kept (any more) may have been, and was deleted or is old.

    Of somebody unknown everything may have been deleted just now.
    """
    erased_at = turn.conversation.erased_at
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    erased = turn.first or (erased_at is not None and event.at <= erased_at)
    return erased or turn.now - event.at > pause


async def _current(turn: Turn) -> Concern | None:
    """The concern being told, unless the pause was too long or it is gone."""
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    conversation = turn.conversation
    if conversation.concern_id is None or not conversation.continues(turn.event.at, pause):
        return None
    concern = await turn.tx.concerns.get(conversation.concern_id)
    return concern if concern and concern.resident_id == turn.resident.id else None


def _belongs(turn: Turn, current: Concern, event: Told, reading: Reading | None) -> bool:
    """Whether a text goes on with the concern being told.

    A text starts another concern when it has a subject of its own: themes, and none in
    common with what was told. One without a theme, or that answers a question, goes on.
    """
    if reading is None or _answers_place(turn, current, event, reading):
        return True
    if reading.kind not in REPORTS:
        return current.kind in REPORTS and reading.kind is not Kind.SPAM
    if current.kind not in REPORTS:
        return False
    if reading.urgency is Urgency.NOW and reading.area is None and not reading.places:
        return True  # what turns dangerous does so where it is
    return not _has_own_subject(current, reading) or _is_guess(reading)


def _is_guess(reading: Reading) -> bool:
    """Whether what a text is about is too unsure to begin a concern in the midst of another."""
    return Doubt.THEME_UNSURE in reading.doubts


def _is_thanks(event: Told, reading: Reading) -> bool:
    """Whether a text after a receipt is no more than a word of thanks."""
    few = len(event.text.split()) <= _THANKS_WORDS
    return few and reading.kind is Kind.POSITIVE and not reading.themes and not reading.places


def _has_own_subject(current: Concern, reading: Reading, *, from_score: float = 0.0) -> bool:
    own = {theme.id for theme in reading.themes if theme.score >= from_score}
    before = {theme.id for theme in current.themes}
    return bool(own and before) and own.isdisjoint(before)


def _answers_place(turn: Turn, current: Concern, event: Told, reading: Reading | None) -> bool:
    return (
        turn.conversation.asked is Asked.PLACE
        and reading is not None
        and reading.urgency is Urgency.NORMAL
        and not (reading.kind in REPORTS and _has_own_subject(current, reading, from_score=_SURE))
        and (reading.area is not None or bool(reading.places))
        and len(event.text.split()) <= _PLACE_ANSWER_WORDS
    )


async def _record(
    turn: Turn, event: Told, reading: Reading | None, urgency: Urgency, danger: Danger | None
) -> None:
    kind = _kind(reading, urgency)
    reports = kind in REPORTS
    concern = await turn.tx.concerns.record(
        NewConcern(
            resident_id=turn.resident.id,
            telegram_id=event.telegram_id,
            source="telegram",
            external_id=None,
            told_at=event.at,
            kind=kind.value,
            urgency=urgency.value,
            recurring=reading.recurring if reading else False,
            language=written_in(event.text, reading),
            area=reading.area if reading and reports else None,
            themes=stored_themes(reading) if reports else (),
            places=stored_places(reading) if reports else (),
            needs_human=reading is None or reading.needs_human,
            config_version=turn.config.version,
            message=_message(event, reading),
        ),
        now=turn.now,
    )
    if not reports:
        await _answer_unsorted(turn, concern, kind)
        return
    turn.conversation = turn.conversation.about(concern.id, event.at)
    await _tell_groups(turn, concern, urgency, danger, reading)
    key = "receipt-positive" if kind is Kind.POSITIVE else "receipt"
    text = turn.text(key, reference=concern.reference)
    await _receipt(turn, concern, reading, text, urgency)


async def _add(
    turn: Turn,
    current: Concern,
    event: Told,
    reading: Reading | None,
    urgency: Urgency,
    danger: Danger | None,
) -> None:
    await turn.tx.concerns.add_message(current.id, _message(event, reading), now=turn.now)
    asked = turn.conversation.asked
    turn.conversation = turn.conversation.about(current.id, event.at)
    if (
        reading is not None
        and urgency is Urgency.NORMAL
        and (reading.kind not in REPORTS or _is_thanks(event, reading))
    ):
        turn.conversation = replace(turn.conversation, asked=asked)
        await turn.say(turn.text("chatter-after", reference=current.reference))
        return
    changed = await _resolve(turn, current, reading, urgency, anew=False)
    await _tell_groups(turn, changed, urgency, danger, reading, before=current.urgency)
    text = turn.text("receipt-added", reference=changed.reference)
    await _receipt(turn, changed, reading, text, urgency)


async def _resolve(
    turn: Turn, concern: Concern, reading: Reading | None, urgency: Urgency, *, anew: bool
) -> Concern:
    """The concern with what another text adds, or, `anew`, with what its only text says.

    What a resident has corrected themselves stays.
    """
    if reading is None:
        await turn.tx.concerns.resolve(concern.id, needs_human=True)
        return await turn.tx.concerns.get(concern.id) or concern
    chosen = any(place.origin != "reading" for place in concern.places)
    keeps_place = chosen or (concern.area is not None and not anew)
    added = (
        () if _has_own_subject(concern, reading) and _is_guess(reading) else stored_themes(reading)
    )
    themes = stored_themes(reading) if anew else _merged(concern.themes, added)
    # An alert cannot be called back: what was urgent stays so, also when it is edited away.
    highest = max(urgency, Urgency(concern.urgency), key=lambda each: each.rank).value
    await turn.tx.concerns.resolve(
        concern.id,
        kind=_kind(reading, urgency).value if anew else concern.kind,
        urgency=highest,
        recurring=reading.recurring or (concern.recurring and not anew),
        area=concern.area if keeps_place else reading.area,
        places=concern.places if keeps_place else stored_places(reading),
        themes=themes,
        needs_human=reading.needs_human or (concern.needs_human and not anew),
    )
    return await turn.tx.concerns.get(concern.id) or concern


async def _tell_groups(
    turn: Turn,
    concern: Concern,
    urgency: Urgency,
    danger: Danger | None,
    reading: Reading | None,
    *,
    before: str = "normal",
) -> None:
    """Alert the coordinators when a concern is urgent, or more urgent than it was."""
    if danger in SENSITIVE_DANGERS:
        turn.conversation = replace(turn.conversation, guarded_at=turn.event.at)
    if urgency.rank > Urgency(before).rank:
        guarded = turn.conversation.is_guarded(turn.event.at)
        masked = reading.masked if reading and not guarded else None
        chats = await alert_groups(
            turn.tx,
            concern,
            urgency=urgency,
            danger=danger,
            masked=masked,
            withheld=guarded,
            config=turn.config,
            texts=turn.texts,
            now=turn.now,
        )
        turn.alerted = chats > 0


async def _receipt(
    turn: Turn, concern: Concern, reading: Reading | None, opening: str, urgency: Urgency
) -> None:
    """One message: kept as what, understood as what, and at most one question."""
    asks = concern.area is None and not concern.places and urgency is not Urgency.NOW
    lines = [opening, understood(turn, concern, reading)]
    if asks:
        turn.conversation = replace(turn.conversation, asked=Asked.PLACE)
        lines.append(turn.text("ask-place"))
    keyboard = place_buttons(turn, concern.id) if asks else buttons(turn, concern.id)
    keyboard = (*keyboard, *offered_language(turn, reading))
    await turn.say("\n\n".join(lines), keyboard=keyboard, concern_id=concern.id)


async def _answer_unsorted(turn: Turn, concern: Concern, kind: Kind) -> None:
    municipality, numbers = turn.config.municipality, turn.config.emergency
    match kind:
        case Kind.QUESTION:
            text = turn.text(
                "question-kept",
                police=numbers.police,
                municipality=municipality.name,
                email=turn.config.controller.contact_email,
                council=in_language(municipality.council, turn.language),
            )
            keyboard = question_buttons(turn, concern.id)
            await turn.say(text, keyboard=keyboard, concern_id=concern.id)
        case Kind.SPAM:
            await turn.say(turn.text("spam", municipality=municipality.short_name))
        case _:
            if not turn.first:
                await turn.say(turn.text("chatter", emergency=numbers.emergency))


def _kind(reading: Reading | None, urgency: Urgency) -> Kind:
    """What a text is kept as: danger, and what could not be read, is always a concern."""
    if reading is None or urgency is not Urgency.NORMAL:
        return Kind.CONCERN
    return reading.kind


def _message(event: Told, reading: Reading | None) -> NewMessage:
    return NewMessage(
        told_at=event.at,
        text=event.text,
        masked=reading.masked if reading else "",
        telegram_message_id=event.message_id,
        reading=reading_json(reading),
    )


def _merged(before: Sequence[StoredTheme], added: Sequence[StoredTheme]) -> tuple[StoredTheme, ...]:
    known = {theme.id for theme in before}
    return (*before, *(theme for theme in added if theme.id not in known))[:3]
