"""What the buttons under a digest give the group that has had it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.config.config import Config
from bot.digest.buttons import DigestAction, DigestVerb, decode_digest_action
from bot.digest.forms import Form, form_content
from bot.digest.illustrations import AREA_MAP, illustration
from bot.digest.making import preview_digest
from bot.digest.meetings import last_meeting
from bot.digest.periods import Period
from bot.digest.report import build_report
from bot.digest.since import told_since
from bot.digest.tally import Sorter
from bot.digest.telegram import telegram_messages
from bot.digest.tips import TipsPage, of_digest, tips_page, worth_showing
from bot.digest.values import Facts, facts_from_json
from bot.digest.wording import Wording
from bot.logs import get_logger
from bot.outgoing import Button, File, button_answer, document, message, photo
from bot.texts.catalogue import Texts
from storage.database import Database, Transaction
from storage.digests import Digest
from storage.groups import Group
from storage.outbox import Outgoing

TIPS_READ: Final = "tips_read"
"""The audit log's action when a group has read masked tips one by one."""
_MOST_READ: Final = 1000
_A_DAY: Final = timedelta(days=1)

Note = Callable[[Transaction], Awaitable[None]]
"""What is noted of a press in the commit that answers it."""

log = get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class GroupPressed:
    """A button was pressed in a group chat."""

    update_id: int
    chat_id: int
    callback_id: str
    data: str


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """A press that counts: the group, the digest it has had, and what it wants of it."""

    pressed: GroupPressed
    action: DigestAction
    group: Group
    digest: Digest

    @property
    def facts(self) -> Facts:
        return facts_from_json(self.digest.facts)


@dataclass(frozen=True, kw_only=True)
class DigestDesk:
    """Answers presses. What is drawn or set takes part of a second, one at a time."""

    config: Config
    texts: Texts
    database: Database
    clock: Callable[[], datetime]

    async def pressed(self, pressed: GroupPressed) -> None:
        """Answer a press; the answer and that it is handled are one commit."""
        asked = await self._asked(pressed)
        if asked is None:
            html = self._words.say("button-old")
            await self._answer(
                pressed, [message(pressed.chat_id, html, update_id=pressed.update_id)]
            )
            return
        match asked.action.verb:
            case DigestVerb.TIPS:
                await self._tips(asked)
            case DigestVerb.MAP:
                await self._answer(pressed, await asyncio.to_thread(self._map, asked))
            case DigestVerb.PDF:
                await self._answer(pressed, await asyncio.to_thread(self._pdf, asked))
            case DigestVerb.SINCE_MEETING:
                await self._answer(pressed, await self._since_meeting(asked))

    @property
    def _words(self) -> Wording:
        language = self.texts.supported(self.config.languages[0])
        return Wording(language=language, config=self.config, texts=self.texts)

    async def _asked(self, pressed: GroupPressed) -> _Asked | None:
        """What is asked, if the chat is a group that has had that digest."""
        action = decode_digest_action(pressed.data)
        if action is None or self.config.focus_area(action.focus_area) is None:
            return None
        async with self.database.transaction() as tx:
            groups = await tx.groups.by_chat(pressed.chat_id)
            group = next((g for g in groups if g.focus_area == action.focus_area), None)
            if group is None or action.period not in await tx.digests.delivered(group.id):
                return None
            digest = await tx.digests.get(action.focus_area, action.period)
        if digest is None:
            return None
        return _Asked(pressed=pressed, action=action, group=group, digest=digest)

    async def _tips(self, asked: _Asked) -> None:
        page = await self._page(asked)
        keyboard = []
        if page.following is not None:
            more = replace(asked.action, skipped=page.following)
            keyboard = [[Button(label=self._words.say("button-more"), action=more)]]
        shown = message(
            asked.pressed.chat_id, page.html, keyboard=keyboard, update_id=asked.pressed.update_id
        )
        shown = replace(shown, also_about=page.concern_ids)

        async def note(tx: Transaction) -> None:
            await tx.audit.write(
                at=self.clock(),
                actor=f"group:{asked.group.id}",
                action=TIPS_READ,
                subject=f"digest:{asked.digest.id}",
                detail={"first": page.first, "last": page.last},
            )

        await self._answer(asked.pressed, [shown], note)

    async def _page(self, asked: _Asked) -> TipsPage:
        facts = asked.facts
        sorter = Sorter(self.config)
        async with self.database.transaction() as tx:
            span = facts.period.bounds(self.config.municipality.timezone)
            told = of_digest(await tx.counting.details(span), sorter, facts)
            ids = worth_showing(told, sorter, facts)[-_MOST_READ:]
            concerns = await tx.counting.of_ids(ids) if ids else []
        return tips_page(
            concerns, facts, self._words, all_told=len(told), skipped=asked.action.skipped
        )

    def _map(self, asked: _Asked) -> list[Outgoing]:
        pressed, words = asked.pressed, self._words
        drawn = illustration(asked.facts, words, AREA_MAP)
        if drawn is None:
            return [message(pressed.chat_id, words.say("map-none"), update_id=pressed.update_id)]
        picture = File(name=f"{_name(asked)}-karta.png", content=drawn.content("png"))
        return [photo(pressed.chat_id, picture, caption=drawn.alt, update_id=pressed.update_id)]

    def _pdf(self, asked: _Asked) -> list[Outgoing]:
        facts = asked.facts
        quotes = [text for _, text in asked.digest.quotes]
        report = build_report(facts, quotes, self.config, self.texts)
        content = form_content(Form.PDF, facts, report, self._words)
        file = File(name=f"{_name(asked)}.pdf", content=content)
        caption = f"{report.title}. {report.period}."
        return [
            document(
                asked.pressed.chat_id, file, caption=caption, update_id=asked.pressed.update_id
            )
        ]

    async def _since_meeting(self, asked: _Asked) -> list[Outgoing]:
        pressed, facts = asked.pressed, asked.facts
        last = facts.period.last
        met = last_meeting(self.config, facts.focus_area, last + _A_DAY)
        if met is None:
            html = self._words.say("since-none")
            return [message(pressed.chat_id, html, update_id=pressed.update_id)]
        since, _ = await preview_digest(
            self.database, self.config, facts.focus_area, Period(met, last), now=self.clock()
        )
        report = await asyncio.to_thread(told_since, since, self.config, self.texts)
        return [
            message(pressed.chat_id, html, update_id=pressed.update_id)
            for html in telegram_messages(report)
        ]

    async def _answer(
        self, pressed: GroupPressed, messages: Sequence[Outgoing], note: Note | None = None
    ) -> None:
        stop = button_answer(pressed.chat_id, pressed.callback_id, update_id=pressed.update_id)
        async with self.database.transaction() as tx:
            if note is not None:
                await note(tx)
            await tx.outbox.put_all([stop, *messages], now=self.clock())
            await tx.inbox.handled(pressed.update_id, now=self.clock())
        log.info("digest_button_answered", messages=len(messages))


def _name(asked: _Asked) -> str:
    return f"{asked.digest.focus_area}-{asked.digest.week}"
