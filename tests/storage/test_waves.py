"""Alerts in the same words."""

from datetime import timedelta

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


async def test_the_first_alert_stands_for_those_that_follow_until_an_hour_is_quiet(
    database, concern, now
):
    async with database.transaction() as tx:
        first = await tx.concerns.record(concern(), now=now)
        other = await tx.concerns.record(concern(), now=now)

        async def join(words, number, at):
            return await tx.waves.join(words, number, now=at, within=HOUR)

        assert await join("kniv", first.id, now) is None
        assert await join("brand", other.id, now) is None
        second = await join("kniv", other.id, now + 50 * MINUTE)
        assert (second.concern_id, second.alerts, second.told) == (first.id, 2, 1)
        assert (await join("kniv", other.id, now + 109 * MINUTE)).alerts == 3
        assert await join("kniv", other.id, now + 170 * MINUTE) is None


async def test_only_what_grew_is_told_and_not_too_often(database, concern, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.waves.join("brand", kept.id, now=now, within=HOUR)
        for _ in range(3):
            await tx.waves.join("kniv", kept.id, now=now, within=HOUR)
        assert await tx.waves.untold(told_before=now - MINUTE) == []
        (wave,) = await tx.waves.untold(told_before=now)
        assert wave.alerts == 3
        await tx.waves.told(wave, now=now)
        assert await tx.waves.untold(told_before=now) == []


async def test_a_wave_is_forgotten_when_it_is_over_or_its_first_concern_is_deleted(
    database, concern, now
):
    async with database.transaction() as tx:
        for words in ("kniv", "brand"):
            kept = await tx.concerns.record(concern(), now=now)
            await tx.waves.join(words, kept.id, now=now, within=HOUR)
        await tx.concerns.delete(kept.id, now=now, by="resident")
        assert await tx.waves.join("brand", 1, now=now, within=HOUR) is None
        await tx.waves.forget(last_before=now + MINUTE)
        assert await tx.waves.join("kniv", 1, now=now, within=HOUR) is None


async def test_words_are_kept_as_a_keyed_hash_alone(database, concern, on_disk, now):
    async with database.transaction() as tx:
        kept = await tx.concerns.record(concern(), now=now)
        await tx.waves.join("kanariefågel", kept.id, now=now, within=HOUR)
    assert "kanariefågel".encode() not in on_disk()
