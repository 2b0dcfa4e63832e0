"""What coordinators can do in their group's chat: answer, say how far the work has come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from bot.alerts import groups_to_alert
from bot.answering import MOST_CHARS, Reached, Teller, Told, name_in, quoted
from bot.config.config import Config
from bot.config.spelling import nearest
from bot.dialogue.actions import Action, Verb, decode
from bot.dialogue.turn import ReadText
from bot.digest_desk import GroupPressed
from bot.focus_areas import focus_areas_of
from bot.followups import area_first, followers_in_words, may_tell, send_followup
from bot.outgoing import Button, Keyboard, button_answer, message, utf16_units
from bot.texts.catalogue import GROUP_LANGUAGES, Texts
from bot.texts.echo import echoed
from nlp.reading import Urgency
from storage.concern_values import Concern, Status
from storage.database import Database, Transaction
from storage.following import NewFollowup
from storage.groups import ADMIN, Group

CONFIRMING: Final = frozenset({Verb.FOLLOWUP_SEND, Verb.FOLLOWUP_DROP})
"""What a group presses to have a followup sent, or not."""
_DRAFT_LASTS = timedelta(days=1)
_NUMBER_CHARS: Final = 18
"""What fits a row's number; anybody may send any callback data."""


class GroupCommand(StrEnum):
    """The commands that a group may give, beside `/koppla`."""

    ANSWER = "svara"
    STATUS = "status"
    DONE = "gjort"
    HELP = "hjalp"


@dataclass(frozen=True, kw_only=True)
class GroupCommanded:
    """A command was given in a group chat; nobody knows who wrote it."""

    update_id: int
    chat_id: int
    command: GroupCommand
    argument: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What the group is answered."""

    html: str
    keyboard: Keyboard = ()
    concern_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class GroupWork:
    """Does what groups ask for. Each call is one commit."""

    config: Config
    texts: Texts
    database: Database
    read: ReadText
    clock: Callable[[], datetime]

    async def commanded(self, given: GroupCommanded) -> None:
        """Do it, and answer in the chat; one that is no group learns nothing but that."""
        text = given.argument
        name = name_in(text, await self.read(text) if text else None, given.title)
        async with self.database.transaction() as tx:
            groups = [g for g in await tx.groups.by_chat(given.chat_id) if g.focus_area != ADMIN]
            if groups:
                said = await self._done(tx, given, groups, name)
            else:
                said = self._say("group-not-joined")
            await self._put(tx, given.chat_id, given.update_id, said)

    async def confirmed(self, pressed: GroupPressed) -> None:
        """Send what was to be confirmed, or drop it."""
        action = decode(pressed.data)
        async with self.database.transaction() as tx:
            stop = button_answer(pressed.chat_id, pressed.callback_id, update_id=pressed.update_id)
            await tx.outbox.put(stop, now=self.clock())
            said = await self._confirmed(tx, pressed, action)
            await self._put(tx, pressed.chat_id, pressed.update_id, said)

    async def _put(self, tx: Transaction, chat_id: int, update_id: int, said: _Said) -> None:
        outgoing = message(
            chat_id,
            said.html,
            keyboard=said.keyboard,
            concern_id=said.concern_id,
            update_id=update_id,
        )
        await tx.outbox.put(outgoing, now=self.clock())
        await tx.inbox.handled(update_id, now=self.clock())

    async def _done(
        self, tx: Transaction, given: GroupCommanded, groups: list[Group], name: str | None
    ) -> _Said:
        match given.command:
            case GroupCommand.ANSWER:
                return await self._answer(tx, given, groups, name)
            case GroupCommand.STATUS:
                return await self._status(tx, given, groups, name)
            case GroupCommand.DONE:
                return await self._draft(tx, given, groups, name)
            case GroupCommand.HELP:
                return self._say("group-help")

    async def _answer(
        self, tx: Transaction, given: GroupCommanded, groups: list[Group], name: str | None
    ) -> _Said:
        reference, _, text = _words(given.argument)
        if not reference or not text:
            return self._say("group-answer-usage")
        wrong = self._unfit(text, name)
        if wrong is not None:
            return wrong
        found = await self._concern(tx, reference, groups)
        if found is None:
            return self._say("group-reference-unknown", reference=echoed(reference))
        concern, group = found
        told = await self._teller(group).answer(tx, concern, text)
        return self._told("group-answer", told, concern)

    async def _status(
        self, tx: Transaction, given: GroupCommanded, groups: list[Group], name: str | None
    ) -> _Said:
        reference, word, note = _words(given.argument, words=2)
        status = self._status_named(word)
        if not reference or status is None:
            return self._say("group-status-usage")
        if note and not status.closes:
            return self._say("group-status-note", reference=echoed(reference))
        wrong = self._unfit(note, name) if note else None
        if wrong is not None:
            return wrong
        found = await self._concern(tx, reference, groups)
        if found is None:
            return self._say("group-reference-unknown", reference=echoed(reference))
        concern, group = found
        told = await self._teller(group).set_status(tx, concern, status, note=note or None)
        return self._told("group-status", told, concern, status)

    async def _draft(
        self, tx: Transaction, given: GroupCommanded, groups: list[Group], name: str | None
    ) -> _Said:
        area, text = area_first(given.argument, self.config.areas)
        if area is None:
            first = given.argument.split(":")[0].split("\n")[0].split(" ")[0]
            guess = nearest(first, self.config.areas) if first else None
            if guess is None:
                return self._say("group-done-usage")
            return self._say("group-done-nearest", area=echoed(first), guess=guess)
        if not text:
            return self._say("group-done-usage")
        wrong = self._unfit(text, name)
        if wrong is not None:
            return wrong
        own = [g for g in groups if may_tell(self.config, g.focus_area, area)]
        if not own:
            return self._say("group-done-elsewhere", area=area)
        now = self.clock()
        await tx.following.forget_drafts(now - _DRAFT_LASTS)
        new = NewFollowup(area=area, text=text, by=f"group:{own[0].id}", group_id=own[0].id)
        id = await tx.following.draft(new, now=now)
        many = await followers_in_words(tx, area, self.config, self.texts, self._language)
        asked = self._say("group-done-confirm", area=area, many=many)
        buttons = (
            self._button("group-done-yes-button", Verb.FOLLOWUP_SEND, id),
            self._button("group-done-no-button", Verb.FOLLOWUP_DROP, id),
        )
        return _Said(html=f"{asked.html}\n{quoted(text)}", keyboard=(buttons,))

    async def _confirmed(
        self, tx: Transaction, pressed: GroupPressed, action: Action | None
    ) -> _Said:
        number = action.value if action else ""
        known = number.isdecimal() and len(number) <= _NUMBER_CHARS
        draft = await tx.following.drafted(int(number)) if known else None
        groups = {group.id for group in await tx.groups.by_chat(pressed.chat_id)}
        if action is None or draft is None or draft.group_id not in groups:
            return self._say("group-done-gone")
        if draft.sent_at is not None:
            return self._say("group-done-already", area=draft.area)
        if action.verb is Verb.FOLLOWUP_DROP:
            await tx.following.drop(draft.id)
            return self._say("group-done-dropped")
        at = await send_followup(tx, draft, self.config, self.texts, now=self.clock())
        if at is None:
            return self._say("group-done-sent", area=draft.area)
        return self._say("group-done-later", area=draft.area, time=self._clock_time(at))

    async def _concern(
        self, tx: Transaction, reference: str, groups: list[Group]
    ) -> tuple[Concern, Group] | None:
        """A concern that one of the groups works with, and that group."""
        concern = await tx.concerns.by_reference(reference)
        if concern is None or concern.muted:
            return None
        themes = [theme.id for theme in concern.themes]
        fields = focus_areas_of(themes=themes, area=concern.area, config=self.config)
        if fields or concern.urgency == Urgency.NORMAL:
            known = {field.id for field in fields}
        else:  # nobody's, and urgent: all groups have been told of it
            known = {group.focus_area for group in await groups_to_alert(tx, concern, self.config)}
        own = next((group for group in groups if group.focus_area in known), None)
        return None if own is None else (concern, own)

    def _unfit(self, text: str, name: str | None) -> _Said | None:
        """What is said of a text that cannot be sent as it is; None of one that can."""
        length = utf16_units(text)
        if length > MOST_CHARS:
            return self._say("group-text-long", count=length, most=MOST_CHARS)
        return None if name is None else self._say("group-text-names", name=echoed(name))

    def _told(self, key: str, told: Told, concern: Concern, status: Status | None = None) -> _Said:
        values: dict[str, str] = {"reference": concern.reference}
        if status is not None:
            named = self.texts.html(self._language, f"status-{status}")
            values["status"] = Markup(named)  # noqa: S704 - our own text
        if told.reached is Reached.LATER and told.at is not None:
            values["time"] = self._clock_time(told.at)
        said = self._say(f"{key}-{told.reached}", **values)
        return _Said(html=said.html, concern_id=concern.id)

    def _status_named(self, word: str) -> Status | None:
        """The status called so, in Swedish or English, or as it stands in the terminal."""
        wanted = word.strip(".,:;").casefold()
        for status in Status:
            names = {self.texts.plain(lang, f"status-{status}") for lang in GROUP_LANGUAGES}
            if wanted in {status.value, *(name.casefold() for name in names)}:
                return status
        return None

    def _teller(self, group: Group) -> Teller:
        return Teller(
            config=self.config,
            texts=self.texts,
            by=f"group:{group.id}",
            now=self.clock(),
            group_id=group.id,
        )

    def _clock_time(self, at: datetime) -> str:
        return at.astimezone(self.config.municipality.timezone).strftime("%H.%M")

    @property
    def _language(self) -> str:
        return self.config.languages[0]

    def _say(self, key: str, **values: str | int) -> _Said:
        return _Said(html=self.texts.html(self._language, key, **values))

    def _button(self, key: str, verb: Verb, id: int) -> Button:
        label = self.texts.plain(self._language, key)
        return Button(label=label, action=Action(verb=verb, value=str(id)))


def _words(argument: str, *, words: int = 1) -> tuple[str, str, str]:
    """The reference in capitals, the word after it if `words` is 2, and the rest."""
    parts = argument.split(None, words)
    parts += [""] * (3 - len(parts))
    reference = parts[0].strip(".,:;").upper()
    if words == 1:
        return reference, "", parts[1].strip()
    return reference, parts[1], parts[2].strip()
