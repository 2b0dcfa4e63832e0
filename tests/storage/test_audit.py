from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

HOUR = timedelta(hours=1)


async def test_entries_come_back_newest_first(database, now):
    async with database.transaction() as tx:
        for n in range(4):
            await tx.audit.write(
                at=now + n * HOUR,
                actor="eva",
                action="export",
                subject=f"week:{n}",
                detail={"rows": n},
            )
        found = await tx.audit.entries(limit=2, since=now + HOUR)
        everything = await tx.audit.entries()
    assert [(entry.subject, entry.detail) for entry in found] == [
        ("week:3", {"rows": 3}),
        ("week:2", {"rows": 2}),
    ]
    assert len(everything) == 4


@pytest.mark.parametrize("statement", ["DELETE FROM audit", "UPDATE audit SET actor = 'ingen'"])
async def test_the_database_refuses_to_change_the_log(database, now, statement):
    async with database.transaction() as tx:
        await tx.audit.write(at=now, actor="eva", action="export", subject="all", detail={})
    with pytest.raises(DBAPIError, match="append-only"):
        async with database._engine.begin() as connection:
            await connection.exec_driver_sql(statement)
    async with database.transaction() as tx:
        assert [entry.actor for entry in await tx.audit.entries()] == ["eva"]
