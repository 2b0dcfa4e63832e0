"""What coordinators tell a resident of their concern, who never learns which of them did."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from markupsafe import Markup, escape

from bot.config.config import Config
from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.errors import InputInvalid
from bot.outgoing import Button, Keyboard, message, utf16_units
from bot.quiet_hours import may_be_sent_at
from bot.texts.catalogue import Texts, primary
from nlp.language.detect import detect
from nlp.reading import Reading
from storage.answers import AnswerKind, NewAnswer
from storage.concern_values import Concern, Status
from storage.database import Transaction
from storage.outbox import Priority

MOST_CHARS: Final = 2000
"""UTF-16 units of a text to residents; Telegram's message has 4,096 with the frame."""

_LEADS_TO_SOMEBODY = re.compile(r"(?<!\w)@\w{4,}|\bt\.me/|\btg://", re.IGNORECASE)
"""A user name or link of Telegram's."""
_PERSON: Final = "PERSON"
"""The label of a name. Source: the annotation guide."""


class Reached(StrEnum):
    """What becomes of it: on its way, waiting for the morning, nobody to tell, nothing to tell."""

    SOON = "soon"
    LATER = "later"
    NOBODY = "nobody"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Told:
    """How a word to a resident went; `at` is when one that waits goes (UTC).

    `changed` says whether the status is another one now, `replaced` that an earlier change,
    which nobody had been told of yet, will not be told any more.
    """

    reached: Reached
    at: datetime | None = None
    changed: bool = False
    replaced: bool = False


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells residents, for whoever is `by` in the audit log, in a group or at the terminal."""

    config: Config
    texts: Texts
    by: str
    now: datetime
    group_id: int | None = None

    async def answer(self, tx: Transaction, concern: Concern, text: str) -> Told:
        """Answer a concern as written; one whose contact is broken is not answered."""
        return await self._push(tx, concern, kind=AnswerKind.ANSWER, text=text)

    async def set_status(
        self, tx: Transaction, concern: Concern, status: Status, *, note: str | None = None
    ) -> Told:
        """Say how far the work has come, and have the resident told if that is news to them.

        A change that still waits to be told is replaced by this one.
        """
        changed = await tx.concerns.set_status(concern.id, status, actor=self.by, now=self.now)
        if not changed and note is None:
            return Told(reached=Reached.NOTHING)
        replaced = await tx.answers.take_back_status(concern.id)
        if note is None and status == await tx.answers.status_told(concern.id):
            return Told(reached=Reached.NOTHING, changed=changed, replaced=replaced)
        told = await self._push(tx, concern, kind=AnswerKind.STATUS, text=note, status=status)
        return replace(told, changed=changed, replaced=replaced)

    async def _push(
        self,
        tx: Transaction,
        concern: Concern,
        *,
        kind: AnswerKind,
        text: str | None,
        status: Status | None = None,
    ) -> Told:
        id = concern.resident_id
        resident = None if id is None else await tx.residents.find(id)
        chat_id = None if resident is None else await tx.residents.telegram_id(resident.id)
        if resident is None or chat_id is None:
            return Told(reached=Reached.NOBODY)
        language = self.texts.supported(resident.language)
        at = may_be_sent_at(self.config, self.now)
        html = self._html(language, concern, text, status)
        outgoing = message(
            chat_id,
            html,
            keyboard=answer_button(self.texts, language, concern.id),
            priority=Priority.PUSH,
            concern_id=concern.id,
        )
        outbox_id = await tx.outbox.put(replace(outgoing, not_before=at), now=self.now)
        new = NewAnswer(
            concern_id=concern.id,
            kind=kind,
            by=self.by,
            text=text,
            status=status,
            group_id=self.group_id,
            outbox_id=outbox_id,
        )
        await tx.answers.add(new, now=self.now)
        return Told(reached=Reached.SOON if at is None else Reached.LATER, at=at)

    def _html(
        self, language: str, concern: Concern, text: str | None, status: Status | None
    ) -> str:
        council = in_language(self.config.municipality.council, language)
        if status is None:
            values = {"reference": concern.reference, "council": council}
            lines = [self.texts.html(language, "answer-told", **values)]
        else:
            named = self.texts.html(language, f"status-{status}")
            values = {"reference": concern.reference, "status": Markup(named)}  # noqa: S704
            lines = [self.texts.html(language, "status-told", **values)]
        if text is not None:
            lines.append(as_written(text, language, self.texts))
        return "\n".join(lines)


def answer_button(texts: Texts, language: str, concern_id: int) -> Keyboard:
    """The button with which a resident answers back."""
    action = Action(verb=Verb.ANSWER, concern_id=concern_id)
    return ((Button(label=texts.plain(language, "answer-button"), action=action),),)


def quoted(text: str) -> str:
    """The text as a quotation, as Telegram HTML."""
    return Markup("<blockquote>{}</blockquote>").format(escape(text))


def as_written(text: str, language: str, texts: Texts) -> str:
    """A coordinator's text for who reads in `language`; if it is in another one, which."""
    found = detect(text)
    written = found if found in texts.languages else texts.languages[0]
    if primary(written) == primary(language):
        return quoted(text)
    named = texts.plain(written, "language-name")
    return "\n".join([quoted(text), texts.html(language, "answer-language", language=named)])


def fit_for_residents(written: str, name: str) -> str:
    """What is written, without space around it, if it can be sent as it is.

    Raises:
        InputInvalid: nothing is written, or too much.
    """
    text = written.strip()
    if not text:
        raise InputInvalid(f"{name} är tom. Det som står där skickas ordagrant.")
    length = utf16_units(text)
    if length > MOST_CHARS:
        raise InputInvalid(f"{name} har {length} tecken. Högst {MOST_CHARS} får plats.")
    return text


def name_in(text: str, reading: Reading | None, title: str) -> str | None:
    """What in a text would tell a resident who wrote it, or in which chat; None if nothing.

    The names of people are those that the reading would mask: the bot knows no coordinator's.
    A title of one word is often that of a place, and says nothing.
    """
    link = _LEADS_TO_SOMEBODY.search(text)
    if link is not None:
        return link.group()
    if len(title.split()) > 1 and title.casefold() in text.casefold():
        return title
    masked = reading.pii if reading else ()
    return next((text[one.start : one.end] for one in masked if one.label == _PERSON), None)
