"""The same alarm from many accounts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.alert_waves import tell_of_waves
from bot.alerts import alert_groups
from nlp.reading import Danger, Urgency
from storage.concerns import NewConcern, NewMessage
from storage.database import Database, open_database
from storage.keys import Keyring
from tests.bot.talk import CONFIG, TEXTS

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
LONG = "Det står en man med kniv utanför skolan och hotar alla som går förbi"
GROUP = -4


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    keyring = Keyring.from_secret(bytes(range(32)))
    opened = await open_database(f"sqlite:///{tmp_path / 'brabot.db'}", keyring)
    async with opened.transaction() as tx:
        code = await tx.groups.invite("vald", now=NOW, valid_for=timedelta(days=7))
        await tx.groups.redeem(code, chat_id=GROUP, now=NOW)
    yield opened
    await opened.close()


async def alarmed(
    database: Database,
    text: str = LONG,
    *,
    area: str | None = "Norrby",
    urgency: Urgency = Urgency.NOW,
    danger: Danger = Danger.CRIME,
) -> list[str]:
    """What the group gets when somebody raises the alarm."""
    async with database.transaction() as tx:
        concern = await tx.concerns.record(
            NewConcern(
                source="telegram",
                told_at=NOW,
                kind="concern",
                urgency=urgency.value,
                recurring=False,
                language="sv",
                area=area,
                themes=(),
                places=(),
                needs_human=False,
                config_version="v1",
                message=NewMessage(told_at=NOW, text=text, masked=text, reading={}),
            ),
            now=NOW,
        )
        alerted = await alert_groups(
            tx,
            concern,
            urgency=urgency,
            danger=danger,
            masked=text,
            withheld=False,
            config=CONFIG,
            texts=TEXTS,
            now=NOW,
        )
        assert alerted == 1
    return await sent(database)


async def sent(database: Database) -> list[str]:
    async with database.transaction() as tx:
        items = await tx.outbox.claim(now=NOW, limit=9)
        for item in items:
            await tx.outbox.sent(item.id, now=NOW, message_id=1)
    return [item.params.get("text", "") for item in items]


async def test_a_wave_of_the_same_words_is_one_alert_and_a_count(database):
    assert len(await alarmed(database)) == 1
    for n in range(6):
        assert await alarmed(database, f"{LONG}{'!' * n}".upper()) == []
    assert await tell_of_waves(database, CONFIG, TEXTS, now=NOW + timedelta(minutes=9)) == 0
    assert await tell_of_waves(database, CONFIG, TEXTS, now=NOW + timedelta(minutes=10)) == 1
    (told,) = await sent(database)
    assert "7 gånger" in told
    assert await tell_of_waves(database, CONFIG, TEXTS, now=NOW + timedelta(minutes=30)) == 0


async def test_danger_at_another_place_and_cries_for_help_are_never_folded(database):
    assert await alarmed(database)
    assert await alarmed(database, area="Hulta")
    for _ in range(2):
        assert await alarmed(database, area=None)
        assert await alarmed(database, "Han har kniv")
        assert await alarmed(database, danger=Danger.SUICIDE, urgency=Urgency.SOON)
        assert await alarmed(database, danger=Danger.LIFE)


async def test_a_folded_alert_is_not_told_of_when_the_first_was_deleted(database):
    await alarmed(database)
    await alarmed(database)
    async with database.transaction() as tx:
        await tx.concerns.delete(1, now=NOW, by="resident")
    await sent(database)
    assert await tell_of_waves(database, CONFIG, TEXTS, now=NOW + timedelta(hours=1)) == 0
    assert await alarmed(database)
