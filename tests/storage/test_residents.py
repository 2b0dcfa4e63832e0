async def test_a_resident_is_recognised_and_can_be_answered(database, now):
    async with database.transaction() as tx:
        first = await tx.residents.recognise(42, now=now, language="sv")
    async with database.transaction() as tx:
        assert await tx.residents.recognise(42, now=now, language="en") == first
        assert (await tx.residents.recognise(43, now=now, language=None)).id != first.id
        assert await tx.residents.telegram_id(first.id) == 42
    assert (first.language, first.created_at) == ("sv", now)


async def test_a_chosen_language_is_remembered(database, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        await tx.residents.set_language(resident.id, "en")
        assert (await tx.residents.recognise(42, now=now, language="sv")).language == "en"


async def test_a_language_chosen_by_the_resident_is_marked_as_such(database, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        assert not resident.language_chosen
        await tx.residents.choose_language(resident.id, "so")
        known = await tx.residents.recognise(42, now=now, language="sv")
        assert (known.language, known.language_chosen) == ("so", True)


async def test_a_conversation_is_what_was_saved_last(database, now):
    async with database.transaction() as tx:
        resident = await tx.residents.recognise(42, now=now, language="sv")
        assert await tx.conversations.load(resident.id) is None
        for value in ('{"step": 1}', '{"step": "\ud800"}'):
            await tx.conversations.save(resident.id, value, now=now)
    async with database.transaction() as tx:
        assert await tx.conversations.load(resident.id) == '{"step": "\ud800"}'
