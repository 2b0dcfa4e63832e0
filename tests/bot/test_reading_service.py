"""What waits is read together, and asked for one by one."""

import asyncio

from bot.reading import ReadingService
from tests.bot.fakes import a_reading

BROKEN = "går inte att läsa"


class Reader:
    """Notes what it is given at a time."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def read_one(self, message):
        return next(self.read([message]))

    def read(self, messages):
        self.given.append(list(messages))
        if BROKEN in self.given[-1]:
            raise ValueError
        return map(a_reading, self.given[-1])

    def area_at(self, lat, lon):
        return None


async def test_what_is_expected_is_read_together_and_once():
    reader = Reader()
    service = ReadingService(reader)
    service.expect(["ett", "två", "ett"])
    read = [await service(text) for text in ("ett", "två", "tre")]
    assert [one.masked for one in read] == ["ett", "två", "tre"]
    assert reader.given == [["ett", "två", "ett"], ["tre"]]
    service.close()


async def test_a_text_that_cannot_be_read_spoils_no_other():
    service = ReadingService(Reader())
    service.expect(["ett", BROKEN])
    first, broken = await service("ett"), await service(BROKEN)
    assert first.masked == "ett"
    assert broken is None
    service.close()


async def test_what_nobody_asked_for_is_forgotten():
    service = ReadingService(Reader())
    service.expect(["ett", "två"])
    service.expect(["tre", "fyra"])
    assert set(service._ahead) == {"tre", "fyra"}
    assert (await service("ett")).masked == "ett"
    service.close()


async def test_who_stops_waiting_leaves_the_others_theirs():
    service = ReadingService(Reader())
    service.expect(["ett", "två"])
    one = asyncio.create_task(service("ett"))
    await asyncio.sleep(0)
    one.cancel()
    await asyncio.gather(one, return_exceptions=True)
    assert (await service("två")).masked == "två"
    service.close()
