"""What no database can keep as text is kept without harm to the rest."""

from datetime import timedelta

from storage.concerns import StoredPlace

DAY = timedelta(days=1)
NASTY = "No\x00rr\ud800by"
CLEAN = "No\ufffdrr\ufffdby"


async def test_nul_and_lone_surrogates_anywhere_are_replaced(database, concern, message, now):
    new = concern(
        area=NASTY,
        language=NASTY,
        external_id=NASTY,
        places=(StoredPlace(name=NASTY, origin="reading"),),
        message=message("hej", masked=NASTY, reading={"area": NASTY, NASTY: [{"a": (NASTY, 1)}]}),
    )
    async with database.transaction() as tx:
        await tx.residents.recognise(7, now=now, language=NASTY)
        await tx.concerns.record(new, now=now)
    async with database.transaction() as tx:
        (kept,) = await tx.resorting.kept(version=None, since=None, after=0, limit=9)
        (counted,) = await tx.counting.details((now, now + DAY))
        known = await tx.concerns.known_external([CLEAN])
    found = kept.concern
    assert (found.area, found.language, found.masked, found.places[0].name) == (CLEAN,) * 4
    assert kept.messages[0].reading == {"area": CLEAN, CLEAN: [{"a": [CLEAN, 1]}]}
    assert counted.read_areas == {CLEAN}
    assert known == {CLEAN}
