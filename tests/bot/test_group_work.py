"""What groups can do in their chat, and what neither side learns of the other."""

import asyncio
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.actions import Action, Verb, encode
from bot.dialogue.events import Pressed, Told
from bot.dialogue.service import Dialogue
from bot.digest_desk import GroupPressed
from bot.group_work import GroupCommand, GroupCommanded, GroupWork
from nlp.reading import PersonalData
from storage.answers import AnswerKind
from storage.concern_values import Status
from storage.database import Database, open_database
from storage.keys import Keyring
from tests.bot.fakes import a_reading
from tests.bot.talk import CONFIG, TEXTS

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
RESIDENT, GROUP, STRANGERS = 4711, -1001, -1002
KEYS = Keyring.from_secret(bytes(range(32)))


@dataclass
class Scene:
    """A resident, a group of the focus area `trafik`, and what was sent to each."""

    database: Database
    themes: tuple[str, ...] = ("buskorning",)
    names: list[PersonalData] = field(default_factory=list)
    at: datetime = NOW
    update: int = 0

    async def read(self, text):
        reading = a_reading(text, themes=self.themes, area="Norrby")
        object.__setattr__(reading, "masked", text.replace("070-1740605", "[telefon]"))
        object.__setattr__(reading, "pii", tuple(self.names))
        return reading

    async def _number(self):
        self.update += 1
        return self.update

    async def tells(self, text):
        await self._happens(Told, text=text, message_id=self.update + 1)

    async def presses(self, verb, concern_id):
        action = Action(verb=verb, concern_id=concern_id)
        await self._happens(Pressed, action=action, callback_id="1")

    async def _happens(self, event, **values):
        dialogue = Dialogue(
            config=CONFIG,
            texts=TEXTS,
            database=self.database,
            read=self.read,
            area_at=lambda lat, lon: None,
            clock=lambda: self.at,
        )
        number = await self._number()
        await dialogue.handle(
            event(update_id=number, telegram_id=RESIDENT, at=self.at, language="sv", **values)
        )

    @property
    def work(self):
        return GroupWork(
            config=CONFIG,
            texts=TEXTS,
            database=self.database,
            read=self.read,
            clock=lambda: self.at,
        )

    async def commands(self, command, argument, *, chat_id=GROUP, title="Trygga gruppen"):
        given = GroupCommanded(
            update_id=await self._number(),
            chat_id=chat_id,
            command=command,
            argument=argument,
            title=title,
        )
        await self.work.commanded(given)

    async def confirms(self, verb, id, *, chat_id=GROUP):
        data = encode(Action(verb=verb, value=str(id)))
        pressed = GroupPressed(
            update_id=await self._number(), chat_id=chat_id, callback_id="1", data=data
        )
        await self.work.confirmed(pressed)

    async def sent(self, chat_id):
        """The texts that have gone to a chat since last asked; all others go as well."""
        found = []
        async with self.database.transaction() as tx:
            while items := await tx.outbox.claim(now=self.at, limit=50):
                for item in items:
                    await tx.outbox.sent(item.id, now=self.at, message_id=item.id)
                    if item.chat_id == chat_id and "text" in item.params:
                        found.append(item.params["text"])
        return found

    async def concern(self):
        async with self.database.transaction() as tx:
            return (await tx.concerns.latest(limit=1))[0]


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory):
    path = tmp_path_factory.mktemp("group_work") / "empty.db"

    async def make():
        await (await open_database(f"sqlite:///{path}", KEYS)).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def scene(empty_database, tmp_path):
    path = shutil.copy(empty_database, tmp_path / "brabot.db")
    database = await open_database(f"sqlite:///{path}", KEYS)
    async with database.transaction() as tx:
        code = await tx.groups.invite("trafik", now=NOW, valid_for=timedelta(days=1))
        await tx.groups.redeem(code, chat_id=GROUP, now=NOW)
    yield Scene(database)
    await database.close()


async def answered(scene, text="Vilken tid brukar det vara?"):
    await scene.tells("Mopeder kör på gångvägen")
    concern = await scene.concern()
    await scene.sent(RESIDENT)
    await scene.commands(GroupCommand.ANSWER, f"{concern.reference} {text}")
    return concern


async def test_an_answer_is_kept_with_the_group_that_gave_it(scene):
    concern = await answered(scene)
    async with scene.database.transaction() as tx:
        (answer,) = await tx.answers.of_concern(concern.id)
        assert await tx.answers.asking_groups(concern.id) == [answer.group_id]
    assert (answer.kind, answer.by) == (AnswerKind.ANSWER, f"group:{answer.group_id}")
    (shown,) = await scene.sent(RESIDENT)
    assert "Vilken tid brukar det vara?" in shown
    assert "Trafik" not in shown


async def test_an_answer_back_comes_masked_and_of_a_sensitive_theme_not_at_all(scene):
    sensitive = next(theme.id for theme in CONFIG.themes if theme.sensitive)
    for theme, quoted in (("buskorning", True), (sensitive, False)):
        scene.themes = ("buskorning",)
        concern = await answered(scene)
        await scene.sent(GROUP)
        await scene.presses(Verb.ANSWER, concern.id)
        scene.themes = (theme,)
        await scene.tells("Efter tio, ring 070-1740605")
        (reply,) = await scene.sent(GROUP)
        assert concern.reference in reply
        assert ("Efter tio, ring [telefon]" in reply) is quoted
        assert "070" not in reply
        scene.at += timedelta(hours=2)


async def test_a_group_learns_nothing_of_what_is_not_its_own(scene):
    scene.themes = ("droghandel",)
    await scene.tells("De säljer vid porten")
    other = (await scene.concern()).reference
    await scene.sent(RESIDENT)
    said = []
    for reference in (other, "B-0000"):
        for command, words in ((GroupCommand.ANSWER, "Vem?"), (GroupCommand.STATUS, "avslutat")):
            await scene.commands(command, f"{reference} {words}")
            (answer,) = await scene.sent(GROUP)
            said.append(answer.replace(reference, "B-…"))
    assert len(set(said)) == 1
    assert (await scene.concern()).status is Status.NEW


async def test_a_chat_that_is_no_group_learns_nothing(scene):
    await scene.tells("Mopeder kör på gångvägen")
    reference = (await scene.concern()).reference
    await scene.sent(RESIDENT)
    for known in (reference, "B-0000"):
        await scene.commands(GroupCommand.ANSWER, f"{known} Vem?", chat_id=STRANGERS)
        (said,) = await scene.sent(STRANGERS)
        assert known not in said
    assert await scene.sent(RESIDENT) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hälsningar Vera", [PersonalData(label="PERSON", start=18, end=22)]),
        ("Skriv till @vera_ek", []),
        ("Se t.me/trygga", []),
        ("Från trygga gruppen", []),
    ],
)
async def test_an_answer_that_shows_who_wrote_it_is_not_sent(scene, text, names):
    scene.names = names
    await answered(scene, text)
    (said,) = await scene.sent(GROUP)
    assert said.startswith("Inget är skickat")
    assert await scene.sent(RESIDENT) == []


async def test_an_answer_too_long_is_not_cut_but_refused(scene):
    for text in ("å" * 2001, "😀" * 1001):  # most emoji count as two
        await answered(scene, text)
        (said,) = await scene.sent(GROUP)
        assert said.startswith("Texten har")
        assert await scene.sent(RESIDENT) == []


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (GroupCommand.ANSWER, "B" * 4000 + " hej"),
        (GroupCommand.ANSWER, "&" * 3000 + " hej"),
        (GroupCommand.STATUS, "<" * 3000 + " öppen hej"),
        (GroupCommand.DONE, "Norrb" + "y" * 4000 + " lagat"),
    ],
)
async def test_a_very_long_word_is_named_by_its_beginning(scene, command, written):
    await scene.commands(command, written)
    (said,) = await scene.sent(GROUP)
    assert len(said) < 600


async def test_how_few_follow_an_area_is_not_told(scene):
    for number, shown in ((0, "ingen eller några få"), (2, "ingen eller några få"), (3, "3")):
        async with scene.database.transaction() as tx:
            for telegram_id in range(number):
                resident = await tx.residents.recognise(telegram_id, now=NOW, language="sv")
                await tx.following.follow(resident.id, "Norrby", now=NOW)
        await scene.commands(GroupCommand.DONE, "Norrby Nya lampor")
        (asked,) = await scene.sent(GROUP)
        assert f"({shown}" in asked


async def test_a_followup_goes_once_and_only_for_the_group_that_wrote_it(scene):
    async with scene.database.transaction() as tx:
        resident = await tx.residents.recognise(RESIDENT, now=NOW, language="sv")
        await tx.following.follow(resident.id, "Norrby", now=NOW)
    await scene.commands(GroupCommand.DONE, "Norrby Nya lampor")
    await scene.confirms(Verb.FOLLOWUP_SEND, 1, chat_id=STRANGERS)
    assert await scene.sent(RESIDENT) == []
    await scene.confirms(Verb.FOLLOWUP_SEND, 1)
    await scene.confirms(Verb.FOLLOWUP_SEND, 1)
    (told,) = await scene.sent(RESIDENT)
    assert "Nya lampor" in told


async def test_a_forged_number_of_a_followup_is_none(scene):
    await scene.confirms(Verb.FOLLOWUP_SEND, "9" * 40)
    (said,) = await scene.sent(GROUP)
    assert said == TEXTS.html("sv", "group-done-gone")


async def test_an_answer_to_who_is_muted_comes_back_to_nobody(scene):
    concern = await answered(scene)
    await scene.sent(GROUP)
    async with scene.database.transaction() as tx:
        await tx.muting.mute(concern.id, reason="Hot", until=None, actor="cli", now=NOW)
    await scene.presses(Verb.ANSWER, concern.id)
    await scene.tells("Efter tio")
    assert await scene.sent(GROUP) == []
