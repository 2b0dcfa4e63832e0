"""Whether a text goes on with the concern being told, and as what."""

from datetime import timedelta

from bot.dialogue.conversation import Asked
from bot.dialogue.events import Told
from bot.dialogue.turn import Turn
from nlp.reading import REPORTS, Doubt, Kind, Reading, Urgency
from storage.concerns import Concern

_PLACE_ANSWER_WORDS = 6
"""A text of at most so many words, after the place was asked for, may be the place alone."""

_THANKS_WORDS = 3
_SURE = 0.5
"""A place alone ("i tunneln på Norrby") is read as being about something, but hardly surely."""


async def current_concern(turn: Turn) -> Concern | None:
    """The concern being told, or added to, unless the pause was too long or it is gone."""
    pause = timedelta(minutes=turn.config.dialogue.pause_minutes)
    conversation = turn.conversation
    at = turn.event.at
    goes_on = conversation.is_adding(at) or conversation.continues(at, pause)
    if conversation.concern_id is None or not goes_on:
        return None
    concern = await turn.tx.concerns.get(conversation.concern_id)
    return concern if concern and concern.resident_id == turn.resident.id else None


def belongs(turn: Turn, current: Concern, event: Told, reading: Reading | None) -> bool:
    """Whether a text goes on with the concern being told.

    A text starts another concern when it has a subject of its own: themes, and none in
    common with what was told. One without a theme, or that answers a question, goes on, and
    so does any that the resident has said goes on.
    """
    if (
        turn.conversation.is_adding(event.at)
        or reading is None
        or answers_place(turn, current, event, reading)
    ):
        return True
    if reading.kind not in REPORTS:
        return current.kind in REPORTS and reading.kind is not Kind.SPAM
    if current.kind not in REPORTS:
        return False
    if reading.urgency is Urgency.NOW and reading.area is None and not reading.places:
        return True  # what turns dangerous does so where it is
    return not has_own_subject(current, reading) or is_guess(reading)


def answers_place(turn: Turn, current: Concern, event: Told, reading: Reading | None) -> bool:
    """Whether a text is the place that was asked for, and little else.

    One that was announced as the place may be worded as it likes, but not tell another story.
    """
    asked = turn.conversation.asked
    if not turn.conversation.asks_place or reading is None:
        return False
    few = len(event.text.split()) <= _PLACE_ANSWER_WORDS
    other = reading.kind in REPORTS and has_own_subject(current, reading, from_score=_SURE)
    if reading.urgency is not Urgency.NORMAL:
        return False
    if asked is Asked.PLACE_IN_WORDS:
        return few or not other or is_guess(reading)
    return few and not other and (reading.area is not None or bool(reading.places))


def is_thanks(event: Told, reading: Reading) -> bool:
    """Whether a text after a receipt is no more than a word of thanks."""
    few = len(event.text.split()) <= _THANKS_WORDS
    return few and reading.kind is Kind.POSITIVE and not reading.themes and not reading.places


def is_guess(reading: Reading) -> bool:
    """Whether what a text is about is too unsure to begin a concern in the midst of another."""
    return Doubt.THEME_UNSURE in reading.doubts


def has_own_subject(current: Concern, reading: Reading, *, from_score: float = 0.0) -> bool:
    """Whether a reading has themes, and none in common with what was told."""
    own = {theme.id for theme in reading.themes if theme.score >= from_score}
    before = {theme.id for theme in current.themes}
    return bool(own and before) and own.isdisjoint(before)
