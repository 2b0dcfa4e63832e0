"""Files are kept encrypted, apart from what is known of them, and go with their concern."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from storage.concerns import NewConcern
from storage.database import Database
from storage.errors import ConcernUnknown, DecryptionFailed
from storage.keys import Keyring
from storage.media import LEASE, MEDIA_READ, MediaState, NewMedia
from storage.retention import RetentionRule

CONTENT = b"\xff\xd8 en bild av en soptunna " + bytes(range(256)) * 4_000
"""Larger than a piece."""


def a_file(now: datetime, *, number: int = 1, **changes: object) -> NewMedia:
    values = {
        "telegram_message_id": number,
        "kind": "photo",
        "file_id": f"AgAC-{number}-secret",
        "unique_id": f"unique-{number}",
        "album": None,
        "told_at": now,
    }
    return NewMedia(**{**values, **changes})


async def kept(
    database: Database, concern: Callable[..., NewConcern], now: datetime, **changes: object
) -> tuple[int, int]:
    """A resident's concern with a kept file; the ids of both."""
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(7, now=now, language="sv")
        new = concern(resident_id=resident.id, telegram_id=7)
        made = await tx.concerns.record(new, now=now)
        await tx.media.add(made.id, a_file(now, **changes), now=now)
        (item,) = await tx.media.claim(now=now, limit=5)
        assert item.file_id.startswith("AgAC")
        assert await tx.media.keep(item, CONTENT, media_type="image/jpeg", now=now)
    return made.id, item.id


async def test_a_file_comes_back_whole_and_is_nowhere_in_clear(database, concern, now, on_disk):
    concern_id, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        (file,) = await tx.media.of_concern(concern_id)
        assert (file.state, file.size) == (MediaState.KEPT, len(CONTENT))
        assert await tx.media.content(media_id) == CONTENT
        assert await tx.media.of_resident(1) == [file]
        assert await tx.media.of_resident(2) == []
    assert b"soptunna" not in on_disk()
    assert b"secret" not in on_disk()


async def test_another_key_reads_nothing(database, concern, now):
    _, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        tx.media._keyring = Keyring.from_secret(bytes(32))
        with pytest.raises(DecryptionFailed):
            await tx.media.content(media_id)


async def test_a_file_goes_with_its_concern_without_a_trace(database, concern, now, on_disk):
    concern_id, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        pieces = await tx.media.pieces(media_id)
    assert len(pieces) > 2
    assert all(piece[1000:1200] in on_disk() for piece in pieces[:2])
    async with database.transaction() as tx:
        assert await tx.concerns.delete(concern_id, now=now, by="resident")
    async with database.transaction() as tx:
        assert await tx.media.content(media_id) is None
        assert await tx.media.of_concern(concern_id) == []
    assert not any(piece[1000:1200] in on_disk() for piece in pieces)


async def test_who_forgets_everything_forgets_the_files(database, concern, now):
    _, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        await tx.residents.forget(1, now=now)
    async with database.transaction() as tx:
        assert await tx.media.content(media_id) is None


async def test_a_file_goes_when_the_original_text_goes(database, concern, now):
    day = timedelta(days=1)
    rule = RetentionRule(
        contact=90 * day,
        original_text=180 * day,
        concern=730 * day,
        unsorted=30 * day,
        unsorted_kinds=frozenset({"chatter"}),
        handled=8 * day,
        conversation=day,
    )
    concern_id, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        assert (await tx.retention.apply(rule, now=now + 179 * day)).files == 0
        assert await tx.media.content(media_id) == CONTENT
    async with database.transaction() as tx:
        assert (await tx.retention.apply(rule, now=now + 180 * day)).files == 1
    async with database.transaction() as tx:
        assert await tx.media.content(media_id) is None
        assert await tx.concerns.get(concern_id) is not None


async def test_another_file_takes_the_place_of_the_first(database, concern, now, on_disk):
    concern_id, media_id = await kept(database, concern, now)
    async with database.transaction() as tx:
        assert await tx.media.replace(1, a_file(now), now=now) is None
        other = a_file(now, unique_id="another", file_id="AgAC-new")
        assert await tx.media.replace(1, other, now=now) == concern_id
        assert await tx.media.replace(2, other, now=now) is None
    async with database.transaction() as tx:
        assert await tx.media.content(media_id) is None
        (item,) = await tx.media.claim(now=now, limit=5)
        assert item.file_id == "AgAC-new"


async def test_what_was_fetched_before_it_was_replaced_is_not_kept(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(7, now=now, language="sv")
        made = await tx.concerns.record(concern(resident_id=resident.id), now=now)
        await tx.media.add(made.id, a_file(now), now=now)
        (item,) = await tx.media.claim(now=now, limit=5)
        await tx.media.replace(resident.id, a_file(now, unique_id="another"), now=now)
        assert not await tx.media.keep(item, CONTENT, media_type="image/jpeg", now=now)
        assert await tx.media.content(item.id) is None


async def test_an_album_is_found_again_by_its_resident_alone(database, concern, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(7, now=now, language="sv")
        first = await tx.concerns.record(concern(resident_id=resident.id), now=now)
        second = await tx.concerns.record(concern(resident_id=resident.id), now=now)
        await tx.media.add(first.id, a_file(now, album="a"), now=now)
        assert await tx.media.concern_of_album(resident.id, "a") == first.id
        assert await tx.media.concern_of_album(resident.id, "b") is None
        assert await tx.media.concern_of_album(resident.id + 1, "a") is None
        assert await tx.media.concern_of_file(resident.id, 1) == first.id
        await tx.media.move_album(resident.id, "a", second.id)
        assert await tx.media.concern_of_album(resident.id, "a") == second.id


async def test_a_look_at_files_is_in_the_log(database, concern, now):
    concern_id, _ = await kept(database, concern, now)
    async with database.transaction() as tx:
        await tx.media.read(concern_id, actor="cli:Berit", now=now, reason="utredning")
        entries = await tx.audit.entries()
    assert [e.detail for e in entries if e.action == MEDIA_READ] == [{"reason": "utredning"}]


async def test_a_file_that_ends_the_bot_is_not_tried_for_ever(database, concern, now):
    async with database.transaction() as tx:
        made = await tx.concerns.record(concern(), now=now)
        await tx.media.add(made.id, a_file(now), now=now)
    for attempt in (1, 2, 3):
        async with database.transaction() as tx:
            (item,) = await tx.media.claim(now=now + attempt * LEASE, limit=5)
            assert item.attempts == attempt
            assert await tx.media.claim(now=now + attempt * LEASE, limit=5) == []


async def test_a_refused_file_is_known_but_never_fetched(database, concern, now):
    async with database.transaction() as tx:
        made = await tx.concerns.record(concern(), now=now)
        await tx.media.add(made.id, a_file(now, refused="big"), now=now)
        assert await tx.media.claim(now=now, limit=5) == []
        (file,) = await tx.media.of_concern(made.id)
        assert (file.state, file.reason) == (MediaState.REFUSED, "big")
        with pytest.raises(ConcernUnknown):
            await tx.media.add(99, a_file(now), now=now)


def test_what_is_shown_of_a_file_hides_how_it_is_fetched(now):
    assert "secret" not in repr(a_file(now))
