"""What is kept of a text: a concern of its own, or what it adds to one."""

from collections.abc import Sequence

from bot.concern_values import reading_json, stored_places, stored_themes
from bot.dialogue.belonging import has_own_subject, is_guess
from bot.dialogue.danger import written_in
from bot.dialogue.events import Told
from bot.dialogue.turn import Turn
from nlp.reading import REPORTS, Kind, Reading, Urgency
from storage.concerns import Concern, NewConcern, NewMessage, Origin, StoredTheme


async def record(turn: Turn, event: Told, reading: Reading | None, urgency: Urgency) -> Concern:
    """Keep a text as a concern of its own, whatever it is."""
    kind = kept_as(reading, urgency)
    reports = kind in REPORTS
    return await turn.tx.concerns.record(
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
            message=new_message(event, reading),
        ),
        now=turn.now,
    )


async def resolve(
    turn: Turn, concern: Concern, reading: Reading | None, urgency: Urgency, *, anew: bool
) -> Concern:
    """The concern with what another text adds, or, `anew`, with what its only text says.

    What a person has corrected or confirmed stays.
    """
    if reading is None:
        await turn.tx.concerns.resolve(concern.id, needs_human=True)
        return await turn.tx.concerns.get(concern.id) or concern
    chosen = any(place.origin != "reading" for place in concern.places)
    keeps_place = chosen or (concern.area is not None and not anew)
    added = (
        () if has_own_subject(concern, reading) and is_guess(reading) else stored_themes(reading)
    )
    chosen_theme = bool(concern.themes) and concern.themes[0].origin != Origin.READING
    read_anew = anew and not chosen_theme
    themes = stored_themes(reading) if read_anew else _merged(concern.themes, added)
    # An alert cannot be called back: what was urgent stays so, also when it is edited away.
    highest = max(urgency, Urgency(concern.urgency), key=lambda each: each.rank).value
    await turn.tx.concerns.resolve(
        concern.id,
        kind=kept_as(reading, urgency).value if anew else concern.kind,
        urgency=highest,
        recurring=reading.recurring or (concern.recurring and not anew),
        area=concern.area if keeps_place else reading.area,
        places=concern.places if keeps_place else stored_places(reading),
        themes=themes,
        needs_human=reading.needs_human or (concern.needs_human and not anew),
    )
    return await turn.tx.concerns.get(concern.id) or concern


def kept_as(reading: Reading | None, urgency: Urgency) -> Kind:
    """What a text is kept as: danger, and what could not be read, is always a concern."""
    if reading is None or urgency is not Urgency.NORMAL:
        return Kind.CONCERN
    return reading.kind


def new_message(event: Told, reading: Reading | None) -> NewMessage:
    """The text as it is kept, with what was read of it."""
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
