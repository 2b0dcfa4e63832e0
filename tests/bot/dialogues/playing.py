"""Plays a written conversation, and says in Swedish where the bot did something else."""

import html
import re
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.texts.direction import undirected
from storage.concern_values import Status
from tests.bot.dialogues.acts import ATTACHMENTS, POSITIONS, another, message, press, user
from tests.bot.dialogues.script import ANSWERS, Conversation, Step
from tests.bot.dialogues.stage import GROUP, START, Said, Stage

_UNITS = {"sekund": 1, "minut": 60, "timm": 3600, "dag": 86400, "dygn": 86400}
_TAG = re.compile(r"<[^>]+>")
_REFERENCE = re.compile(r"B-[0-9A-Z]{4,8}")
_COORDINATORS = -2_000_000
COORDINATORS = {"id": _COORDINATORS, "type": "supergroup", "title": "Trygghetsgruppen Norrby"}
COORDINATOR = {
    "id": 700_000_099,
    "is_bot": False,
    "first_name": "Vera",
    "last_name": "Ek",
    "username": "vera_ek_boras",
}
_ATTACHED = {"Skickar bild": "bild", "Skickar fil": "fil", "Skickar film": "film"}


def starts_at(conversation: Conversation) -> datetime:
    """When a conversation begins: as written, in the municipality's time, or a Monday at ten."""
    for step in conversation.settings:
        if step.word == "Klockan":
            local = datetime.strptime(step.rest, "%Y-%m-%d %H.%M").replace(
                tzinfo=ZoneInfo("Europe/Stockholm")
            )
            return local.astimezone(UTC)
    return START


def visible(markup: str) -> str:
    """A text as it is read: without markup, every run of space as one."""
    return " ".join(undirected(html.unescape(_TAG.sub("", markup))).split())


def fits(expected: str, got: str) -> bool:
    """Whether a text is the expected one, in which `…` stands for anything."""
    parts = [re.escape(" ".join(part.split())) for part in expected.split("…")]
    return re.fullmatch(r"\s*.*?\s*".join(parts), got, re.DOTALL) is not None


class Player:
    """One conversation: what was said and pressed so far, and what is not yet expected."""

    def __init__(self, conversation: Conversation, stage: Stage) -> None:
        self._conversation = conversation
        self._stage = stage
        self._language: str | None = "sv"
        self._shown: list[dict[str, Any]] = []
        self._shown_to_group: list[dict[str, Any]] = []
        self._written: list[dict[str, Any]] = []
        self._files: list[dict[str, Any]] = []
        self._answers: deque[Said] = deque()
        self._alerts: deque[str] = deque()
        self._in_group: deque[Said] = deque()
        self._last: Said | None = None
        self._stopped = False
        self._shortly = ""
        self._changed: Said | None = None
        self._reference = ""
        self._code = ""

    async def play(self) -> None:
        for step in self._conversation.settings:
            await self._set(step)
        previous: Step | None = None
        for step in self._conversation.steps:
            if step.word in ANSWERS:
                self._expect(step)
            else:
                self._nothing_left(previous or step)
                await self._act(step)
            previous = step
        assert previous is not None
        self._nothing_left(previous)
        if await self._stage.stuck():
            self._fail(previous, "att allt som kom in är besvarat", "något ligger kvar i inkorgen")

    async def _set(self, step: Step) -> None:
        match step.word:
            case "Språk":
                self._language = None if step.rest == "okänt" else step.rest
            case "Har redan hälsat":
                await self._writes(self._me(), "/start")
                self._forget_answers()
            case "Samordnare":
                for number, area in enumerate(step.rest.split(",")):
                    await self._joins(area.strip(), _COORDINATORS - number)
            case "Kod":
                self._code = await self._invite(step.rest)

    async def _invite(self, focus_area: str) -> str:
        now = self._stage.at[0]
        async with self._stage.database.transaction() as tx:
            return await tx.groups.invite(focus_area, now=now, valid_for=timedelta(days=7))

    async def _joins(self, focus_area: str, chat_id: int) -> None:
        code = await self._invite(focus_area)
        async with self._stage.database.transaction() as tx:
            await tx.groups.redeem(code, chat_id=chat_id, now=self._stage.at[0])

    async def _act(self, step: Step) -> None:
        rest = step.rest.replace("{referens}", self._reference).replace("{kod}", self._code)
        me = self._me()
        match step.word:
            case "Invånaren":
                await self._writes(me, rest)
            case "En annan invånare":
                await self._writes(user(2, "sv"), rest)
            case "En annan bot":
                await self._writes(user(3, "sv", is_bot=True), rest)
            case "Vidarebefordrar":
                date = int(self._stage.at[0].timestamp()) - 600
                origin = {"type": "hidden_user", "sender_user_name": "Någon", "date": date}
                await self._sends(me, text=rest, forward_origin=origin)
            case "Vidarebefordrar från Kalle":
                date = int(self._stage.at[0].timestamp()) - 600
                origin = {"type": "user", "sender_user": user(4, "sv"), "date": date}
                await self._sends(me, text=rest, forward_origin=origin)
            case "Upprepar":
                times, _, text = rest.partition(" ")
                for _ in range(int(times)):
                    await self._writes(me, text.removeprefix("gånger "))
            case "Skrev nyss":
                times, _, text = rest.partition(" gånger ")
                for number in range(int(times)):
                    await self._writes(me, f"{text} {number}")
                self._forget_answers()
                self._alerts.clear()
            case "Låses":
                await self._is_held(step)
            case "Dämpas":
                await self._is_muted(step)
            case "Boten läggs till i gruppen":
                await self._membership("left", "member")
            case "Boten tas bort ur gruppen":
                await self._membership("member", "kicked")
            case "Till ett företagskonto":
                number, at = self._stage.number(), self._stage.at[0]
                made = message(me, number=number, at=at, text=rest)
                business = {**made, "business_connection_id": "b"}
                self._hear(await self._stage.happens({"business_message": business}))
            case "Ändrar" | "Ändrar bildtexten":
                await self._edits(step, rest)
            case "Trycker":
                await self._presses(step, me, rest, list(reversed(self._shown)))
            case "Trycker på den äldsta":
                await self._presses(step, me, rest, self._shown)
            case "En annan invånare trycker":
                await self._presses(step, user(2, "sv"), rest, list(reversed(self._shown)))
            case "Delar position":
                await self._sends(me, location=self._position(step))
            case "Delar ställe":
                where = self._position(step)
                venue = {"location": where, "title": rest, "address": rest}
                await self._sends(me, location=where, venue=venue)
            case "Skickar":
                if rest not in ATTACHMENTS:
                    self._fail(step, "något av " + ", ".join(ATTACHMENTS), rest)
                await self._sends(me, **ATTACHMENTS[rest])
            case "Skickar bild" | "Skickar fil" | "Skickar film":
                await self._sends(me, **ATTACHMENTS[_ATTACHED[step.word]], caption=rest)
            case "Skickar album":
                await self._sends_album(me, rest)
            case "Byter":
                await self._replaces(step, rest)
            case "Väntar":
                self._hear(await self._stage.passes(self._duration(step)))
                self._hear(await self._stage.due())
            case "I gruppen":
                await self._sends(me, chat=GROUP, text=rest)
            case "I en annan grupp":
                await self._sends(me, chat={**GROUP, "id": GROUP["id"] - 1}, text=rest)
            case "Samordnarna skriver":
                await self._sends(COORDINATOR, chat=COORDINATORS, text=rest)
            case "Samordnarna trycker":
                await self._presses(
                    step, COORDINATOR, rest, list(reversed(self._shown_to_group)), COORDINATORS
                )
            case "Samordnaren svarar":
                self._hear(await self._stage.tells(self._reference, text=rest))
            case "Samordnaren sätter":
                word, _, note = rest.partition(" ")
                status = Status(word)
                self._hear(await self._stage.tells(self._reference, note or None, status=status))
            case "Kontakten bryts":
                await self._stage.breaks_contact()
            case "I kanalen":
                await self._posts(rest)

    async def _writes(self, sender: Mapping[str, Any], text: str) -> None:
        await self._sends(sender, text=text)

    async def _sends(self, sender: Mapping[str, Any], **content: Any) -> None:
        number, at = self._stage.number(), self._stage.at[0]
        made = message(sender, number=number, at=at, **content)
        if "text" in content or "caption" in content:
            self._written.append(made)
        if any(name in content for kind in ATTACHMENTS.values() for name in kind):
            self._files.append(made)
        self._hear(await self._stage.happens({"message": made}))

    async def _sends_album(self, sender: Mapping[str, Any], parts: str) -> None:
        """`bild + film: texten under den`; the parts come at the same moment."""
        album = str(self._stage.number())
        for part in parts.split(" + "):
            name, _, caption = part.partition(":")
            content = {**ATTACHMENTS[name.strip()], "media_group_id": album}
            await self._sends(sender, **content, **({"caption": caption} if caption else {}))
            self._stage.wait(-timedelta(seconds=1))

    async def _replaces(self, step: Step, rest: str) -> None:
        """`bild => film`: the last message with a picture becomes one with another file, a film."""
        old, _, new = (part.strip() for part in rest.partition("=>"))
        name = next(iter(ATTACHMENTS[old]))
        wanted = [made for made in self._files if name in made]
        if not wanted:
            self._fail(step, "något att byta", "inget sådant har skickats")
        kept = {key: value for key, value in wanted[-1].items() if key != name}
        at = int(self._stage.at[0].timestamp())
        changed = {**kept, **another(new, self._stage.number()), "edit_date": at}
        self._hear(await self._stage.happens({"edited_message": changed}))

    async def _is_muted(self, step: Step) -> None:
        """Who told the concern that was shown last; for so many days, or until further notice."""
        now = self._stage.at[0]
        until = None if step.rest == "tills vidare" else now + self._duration(step)
        async with self._stage.database.transaction() as tx:
            concern = await tx.concerns.by_reference(self._reference)
            assert concern is not None
            await tx.muting.mute(concern.id, reason="prov", until=until, actor="cli", now=now)

    async def _is_held(self, step: Step) -> None:
        """The concern that was shown last, by the decision of that number."""
        async with self._stage.database.transaction() as tx:
            concern = await tx.concerns.by_reference(self._reference)
            assert concern is not None
            held = {"decision": step.rest, "reason": "prov", "actor": "cli"}
            await tx.holds.add(concern.id, **held, now=self._stage.at[0])

    async def _membership(self, before: str, after: str) -> None:
        bot = {"id": 4242, "is_bot": True, "first_name": "Bråbot"}
        date = int(self._stage.at[0].timestamp())
        change = {
            "chat": GROUP,
            "from": user(5, "sv"),
            "date": date,
            "old_chat_member": {"user": bot, "status": before, "until_date": 0},
            "new_chat_member": {"user": bot, "status": after, "until_date": 0},
        }
        self._hear(await self._stage.happens({"my_chat_member": change}))

    async def _posts(self, text: str) -> None:
        channel = {"id": -1_000_888, "type": "channel", "title": "Kanalen"}
        made = message({}, number=self._stage.number(), at=self._stage.at[0], chat=channel)
        del made["from"]
        self._hear(await self._stage.happens({"channel_post": {**made, "text": text}}))

    async def _edits(self, step: Step, rest: str) -> None:
        """`gammal text => ny text` edits that message, a new text alone the latest one."""
        old, arrow, new = rest.rpartition("=>")
        kind = "caption" if step.word == "Ändrar bildtexten" else "text"
        wanted = [
            made
            for made in (self._files if kind == "caption" else self._written)
            if (kind in made or kind == "caption")
            and (not arrow or fits(old.strip(), " ".join(made.get(kind, "").split())))
        ]
        if not wanted:
            self._fail(step, "ett meddelande att ändra", "inget sådant har skickats")
        changed = {**wanted[-1], kind: new.strip(), "edit_date": int(self._stage.at[0].timestamp())}
        self._hear(await self._stage.happens({"edited_message": changed}))

    async def _presses(
        self,
        step: Step,
        sender: Mapping[str, Any],
        rest: str,
        shown: list[dict[str, Any]],
        chat: Mapping[str, Any] | None = None,
    ) -> None:
        label = rest.strip().removeprefix("[").removesuffix("]")
        found = [b for b in shown if fits(label, visible(b["text"]))]
        if not found:
            labels = " | ".join(visible(b["text"]) for b in self._shown)
            self._fail(step, f"en knapp [{label}]", labels or "inga knappar har visats")
        if "callback_data" not in found[0]:
            await self._writes(sender, found[0]["text"])
            return
        number, at = self._stage.number(), self._stage.at[0]
        pressed = press(sender, found[0]["callback_data"], number=number, at=at, chat=chat)
        said = await self._stage.happens({"callback_query": pressed})
        self._stopped = any(x.method == "answerCallbackQuery" for x in said)
        self._hear(said)

    def _hear(self, said: list[Said]) -> None:
        self._shortly, self._changed = "", None
        alerted: set[str] = set()
        for one in said:
            if one.method == "answerCallbackQuery":
                self._shortly = undirected(one.params.get("text", ""))
                continue
            if one.method == "editMessageReplyMarkup":
                self._changed = one
                continue
            if one.method == "deleteMessage":
                self._alerts.append("(ett meddelande tas bort)")
                continue
            if one.chat_id <= _COORDINATORS:
                text = visible(one.html)
                if text not in alerted:
                    self._alerts.append(text)
                alerted.add(text)
                self._shown_to_group += one.buttons
                continue
            if one.chat_id < 0:
                self._in_group.append(one)
                continue
            self._answers.append(one)
            self._shown += one.buttons
            references = _REFERENCE.findall(one.html)
            self._reference = references[-1] if references else self._reference

    def _expect(self, step: Step) -> None:
        match step.word:
            case "Ingenting":
                self._nothing_left(step)
            case "Knappen slutar snurra":
                if not self._stopped:
                    self._fail(step, "att Telegram får veta att trycket är taget", "inget svar")
            case "Boten":
                self._last = self._next(step, self._answers)
                self._compare(step, visible(self._last.html))
            case "Gruppen får":
                self._compare(step, visible(self._next(step, self._in_group).html))
            case "Samordnarna får":
                if not self._alerts:
                    self._fail(step, step.rest, "samordnarna fick ingenting")
                self._compare(step, self._alerts.popleft())
            case "Knappar":
                labels = [visible(b["text"]) for b in self._last.buttons] if self._last else []
                self._compare(step, " | ".join(labels) or "inga")
            case "Knapparna blir":
                changed = self._changed.buttons if self._changed else []
                self._compare(step, " | ".join(visible(b["text"]) for b in changed) or "inga")
            case "Visar kort":
                self._compare(step, self._shortly or "ingenting")
            case "Boten nämner inte":
                got = visible(self._last.html) if self._last else ""
                if visible(step.rest).casefold() in got.casefold():
                    self._fail(step, f"inte: {step.rest}", got)

    def _next(self, step: Step, queue: deque[Said]) -> Said:
        if not queue:
            self._fail(step, step.rest, "ingenting")
        return queue.popleft()

    def _compare(self, step: Step, got: str) -> None:
        if not fits(step.rest, got):
            self._fail(step, step.rest, got)

    def _nothing_left(self, step: Step) -> None:
        left = [visible(said.html) for said in (*self._answers, *self._in_group)]
        if left:
            self._fail(step, "ingenting mer", "\n         ".join(left))
        if self._alerts:
            self._fail(step, "inget till samordnarna", "\n         ".join(self._alerts))

    def _forget_answers(self) -> None:
        self._answers.clear()
        self._shown.clear()

    def _me(self) -> dict[str, Any]:
        return user(1, self._language)

    def _position(self, step: Step) -> dict[str, float]:
        if step.rest not in POSITIONS:
            self._fail(step, "något av " + ", ".join(POSITIONS), step.rest)
        lat, lon = POSITIONS[step.rest]
        return {"latitude": lat, "longitude": lon}

    def _duration(self, step: Step) -> timedelta:
        count, _, unit = step.rest.partition(" ")
        seconds = next((s for name, s in _UNITS.items() if unit.startswith(name)), None)
        if seconds is None or not count.isdecimal():
            self._fail(step, "till exempel: Väntar: 20 minuter", step.rest)
        return timedelta(seconds=int(count) * (seconds or 0))

    def _fail(self, step: Step, expected: str, got: str) -> None:
        pytest.fail(
            f"{self._conversation.where(step)} ({self._conversation.title})\n"
            f"{step.word}: {step.rest}\n"
            f"Väntat:  {expected}\nFick:    {got}",
            pytrace=False,
        )
