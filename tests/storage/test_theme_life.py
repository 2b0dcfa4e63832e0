"""Themes are remembered for good, and when they were first seen to be retired."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


async def test_what_was_in_use_is_known_and_the_first_retirement_counts(database):
    async with database.transaction() as tx:
        await tx.themes.note(["stold", "brand"], [], now=NOW)
        await tx.themes.note(["stold"], ["brand", "hat"], now=NOW + timedelta(days=1))
        await tx.themes.note(["stold"], ["brand", "hat"], now=NOW + timedelta(days=2))
    async with database.transaction() as tx:
        found = {life.theme: life.retired_at for life in await tx.themes.all()}
    retired = NOW + timedelta(days=1)
    assert found == {"brand": retired, "hat": retired, "stold": None}


async def test_the_latest_of_some_notices_is_found_told_or_not(database):
    async with database.transaction() as tx:
        assert await tx.notices.latest(["config_refused"]) is None
        await tx.notices.note("config_refused", "1", {}, now=NOW)
        await tx.notices.note("config_taken_up", "2", {}, now=NOW)
        await tx.notices.note("group_lost", "3", {}, now=NOW)
        both = await tx.notices.latest(["config_refused", "config_taken_up"])
    assert both is not None
    assert both.subject == "2"
