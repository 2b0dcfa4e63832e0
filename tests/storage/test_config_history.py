from datetime import timedelta

HOUR = timedelta(hours=1)


async def test_the_configuration_noted_last_is_the_only_one_kept(database, now):
    async with database.transaction() as tx:
        assert await tx.configs.last() is None
        await tx.configs.keep(version="a", files={"themes.toml": 'id = "å"\n'}, at=now)
    async with database.transaction() as tx:
        await tx.configs.keep(version="b", files={"themes.toml": "id = 1\n"}, at=now + HOUR)
        await tx.configs.keep(version="b", files={"brabot.toml": "x\r\n😀"}, at=now + HOUR)
    async with database.transaction() as tx:
        kept = await tx.configs.last()
    assert (kept.version, kept.files) == ("b", {"brabot.toml": "x\r\n😀"})
    assert kept.noted_at == now + HOUR


async def test_entries_of_some_actions_alone_are_found(database, now):
    async with database.transaction() as tx:
        for action in ("export", "config_changed", "export"):
            await tx.audit.write(at=now, actor="eva", action=action, subject="x")
        found = await tx.audit.entries(actions=("config_changed",))
    assert [entry.action for entry in found] == ["config_changed"]
