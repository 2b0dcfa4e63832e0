"""Whatever a resident does, in whatever order: nothing is lost, nothing gets stuck."""

import asyncio
import itertools
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.config.config import Config
from bot.dialogue.actions import Verb, decode
from bot.texts.catalogue import Texts
from nlp.reading import Danger, Kind, Reading, Urgency
from storage.database import open_database
from tests.bot.dialogues.acts import ATTACHMENTS, POSITIONS, message, press, user
from tests.bot.dialogues.conftest import KEYS
from tests.bot.dialogues.stage import Said, Stage, a_stage
from tests.bot.fakes import a_reading

POOL: dict[str, dict[str, Any]] = {
    "mopeder kör": {},
    "mopeder på Norrby": {"area": "Norrby"},
    "mörkt i tunneln": {"themes": ("belysning",)},
    "klotter på Hulta": {"themes": ("skadegorelse",), "area": "Hulta"},
    "på Hulta": {"themes": (), "area": "Hulta"},
    "fint har det blivit": {"kind": Kind.POSITIVE, "themes": ()},
    "tack så mycket": {"kind": Kind.CHATTER, "themes": ()},
    "när har ni öppet": {"kind": Kind.QUESTION, "themes": ()},
    "köp lån här": {"kind": Kind.SPAM, "themes": ()},
    "det brinner nu": {"urgency": Urgency.NOW, "danger": Danger.LIFE, "themes": ("brand",)},
    "orkar inte mer": {"urgency": Urgency.SOON, "danger": Danger.SUICIDE, "themes": ()},
    "mopedo Norrby": {"language": "so"},
}
"""What residents of this test write, and how it is read; a number is added to each."""

_MINUTE = timedelta(minutes=1)
REPORTS = {Kind.CONCERN.value, Kind.POSITIVE.value}
COMMANDS = ("/start", "/hjalp", "/integritet", "/mina", "/radera", "/sprak", "/koppla X", "/nej")
QUESTIONS = {"ask-place", "ask-which-place", "ask-place-list", "ask-theme", "position-ask"}
DELETING = {Verb.DELETE_ONE, Verb.DELETE_ALL}
# Danger is said in the language of the text too; alerts are for the coordinators.
IN_ANY_LANGUAGE = ("language-name", "language-words", "place-skip-words", "place-share-cancel")
FROM_DANGER = ("danger-", "help-line", "alert")

some = st.integers(min_value=0, max_value=30)
actions = st.one_of(
    st.tuples(st.just("tell"), st.sampled_from(list(POOL))),
    st.tuples(st.just("tell"), st.sampled_from(list(POOL))),
    st.tuples(st.just("say"), st.sampled_from(["vet inte", "nej"])),
    st.tuples(st.just("caption"), st.sampled_from(list(POOL))),
    st.tuples(st.just("edit"), some, st.sampled_from(list(POOL))),
    st.tuples(st.just("press"), some),
    st.tuples(st.just("press"), some),
    st.tuples(st.just("command"), st.sampled_from(COMMANDS)),
    st.tuples(st.just("position"), st.sampled_from(list(POSITIONS))),
    st.tuples(st.just("attachment"), st.sampled_from(list(ATTACHMENTS))),
    st.tuples(st.just("wait"), st.sampled_from([1, 20, 60 * 24])),
)


class Listening(Texts):
    """The shipped texts, remembering which were asked for."""

    def __init__(self, texts: Texts) -> None:
        self.__dict__.update(texts.__dict__)
        self.asked: list[tuple[str, str]] = []

    def html(self, language: str, key: str, /, **values: str | int) -> str:
        self.asked.append((self.supported(language), key))
        return super().html(language, key, **values)


@dataclass(kw_only=True)
class Resident:
    """One resident at the bot, and what must be true after each thing they do."""

    stage: Stage
    texts: Listening
    phone: str
    language: str
    kept: dict[int, Counter[str]] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)
    written: list[dict[str, Any]] = field(default_factory=list)
    serial: "itertools.count[int]" = field(default_factory=itertools.count)

    async def does(self, action: tuple[Any, ...]) -> None:
        self.texts.asked.clear()
        match action:
            case ("wait", minutes):
                self.stage.wait(minutes * _MINUTE)
            case ("tell" | "caption" as how, text):
                await self._tells(how, text)
            case ("say", text):
                await self._says(text)
            case ("edit", which, text):
                await self._edits(which, text)
            case ("press", which):
                await self._presses(which)
            case ("command", command):
                said = await self._sends(text=command)
                assert said
                await self._unchanged()
            case ("position", name):
                lat, lon = POSITIONS[name]
                assert await self._sends(location={"latitude": lat, "longitude": lon})
                await self._unchanged()
            case ("attachment", name):
                before = self._all()
                said = await self._sends(**ATTACHMENTS[name])
                assert said
                await self._receipts(said)
                assert not before - self._all()

    async def starts(self) -> None:
        self.texts.asked.clear()
        await self._sends(text="/start")
        assert (self.language, "welcome") in self.texts.asked

    async def _tells(self, how: str, text: str) -> None:
        told = f"{text} {next(self.serial)}"
        before = self._all()
        if how == "tell":
            said = await self._sends(text=told)
        else:
            said = await self._sends(**ATTACHMENTS["bild"], caption=told)
        assert said
        await self._receipts(said)
        assert self._all() == before + Counter([told])

    async def _says(self, text: str) -> None:
        """An answer to the question about the place, or else a text like any other."""
        before = self._all()
        said = await self._sends(text=text)
        assert said
        await self._receipts(said)
        if "place-skipped" in self._keys() or "place-stays" in self._keys():
            assert self._all() == before
        else:
            assert self._all() == before + Counter([text])

    async def _edits(self, which: int, text: str) -> None:
        if not self.written:
            return
        old = self.written[which % len(self.written)]
        kind = "text" if "text" in old else "caption"
        new = {**old, kind: f"{text} {next(self.serial)}"}
        new["edit_date"] = int(self.stage.at[0].timestamp())
        before = self._all()
        said = self._hear(await self.stage.happens({"edited_message": new}))
        await self._receipts(said)
        if "edited-gone" in self._keys():
            assert self._all() == before
            return
        self.written[self.written.index(old)] = new
        replaced = before - Counter([old[kind]]) if before[old[kind]] else before
        assert self._all() == replaced + Counter([new[kind]])

    async def _presses(self, which: int) -> None:
        if not self.buttons:
            return
        data = self.buttons[which % len(self.buttons)]
        action = decode(data)
        assert action is not None
        number, at = self.stage.number(), self.stage.at[0]
        sender = user(1, self.phone)
        before = self._all()
        made = press(sender, data, number=number, at=at)
        calls = await self.stage.happens({"callback_query": made})
        if action.verb is Verb.SET_LANGUAGE:
            self.language = action.value
        said = self._hear(calls)
        assert said or (action.verb is Verb.CONFIRM and calls)
        self.kept = await self._look()
        if action.verb in DELETING:
            assert not self._all() - before
        else:
            assert self._all() == before
        if action.verb is Verb.DELETE_ALL:
            assert not self.kept
            self.language = self.phone

    async def _receipts(self, said: list[Said]) -> None:
        """Each new concern has one message, and one alone, that says it is kept and as what."""
        before, self.kept = self.kept, await self._look()
        async with self.stage.database.transaction() as tx:
            for number in self.kept.keys() - before.keys():
                concern = await tx.concerns.get(number)
                assert concern is not None
                named = sum(concern.reference in one.html for one in said)
                assert named == (1 if concern.kind in REPORTS else 0)

    async def _unchanged(self) -> None:
        assert await self._look() == self.kept

    async def _sends(self, **content: Any) -> list[Said]:
        number, at = self.stage.number(), self.stage.at[0]
        made = message(user(1, self.phone), number=number, at=at, **content)
        told = content.get("text", content.get("caption", "/"))
        if not told.startswith("/"):
            self.written.append(made)
        return self._hear(await self.stage.happens({"message": made}))

    def _hear(self, calls: list[Said]) -> list[Said]:
        said = [one for one in calls if one.method == "sendMessage"]
        for one in said:
            self.buttons += [b["callback_data"] for b in one.buttons if "callback_data" in b]
        assert not {"trouble", "trouble-storing"} & self._keys()
        assert len(QUESTIONS & self._keys()) <= 1
        for language, key in self.texts.asked:
            if key not in IN_ANY_LANGUAGE and not key.startswith(FROM_DANGER):
                assert language == self.language, key
        return said

    def _keys(self) -> set[str]:
        return {key for _, key in self.texts.asked}

    def _all(self) -> Counter[str]:
        return sum(self.kept.values(), Counter[str]())

    async def _look(self) -> dict[int, Counter[str]]:
        """The texts of each live concern, as they are kept."""
        async with self.stage.database.transaction() as tx:
            concerns = await tx.concerns.latest(limit=1000)
            return {
                concern.id: Counter(
                    await tx.concerns.texts(
                        concern.id, actor="test", reason="test", now=self.stage.at[0]
                    )
                )
                for concern in concerns
            }


async def lives(
    doing: list[tuple[Any, ...]],
    *,
    phone: str,
    empty: Path,
    config: Config,
    texts: Texts,
) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = shutil.copy(empty, Path(directory) / "brabot.db")
        database = await open_database(f"sqlite:///{path}", KEYS)
        listening = Listening(texts)
        try:
            async with a_stage(
                database, config=config, texts=listening, read=reads, area_at=area_at
            ) as stage:
                resident = Resident(stage=stage, texts=listening, phone=phone, language=phone)
                for action in doing:
                    await resident.does(action)
                await resident.starts()
                assert await stage.stuck() == 0
        finally:
            await database.close()


async def reads(text: str) -> Reading:
    known = next((more for start, more in POOL.items() if text.startswith(start)), {})
    return a_reading(text, **known)


def area_at(lat: float, lon: float) -> str | None:
    return "Norrby" if lon > 12.5 else None


@pytest.mark.parametrize("phone", ["sv", "en", "so"])
def test_any_sequence_of_actions_keeps_what_was_told_and_is_answered(
    phone: str, empty_database: Path, config: Config, texts: Texts
) -> None:
    @settings(
        max_examples=6,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.lists(actions, min_size=3, max_size=15))
    def whatever(doing: list[tuple[Any, ...]]) -> None:
        asyncio.run(lives(doing, phone=phone, empty=empty_database, config=config, texts=texts))

    whatever()
