"""The measurements of tests/benchmarks/scale run; what they measure is not looked at."""

from itertools import islice

import pytest

from tests.benchmarks.scale import figures, growth, importing, memory
from tests.benchmarks.scale.load import flood, stream
from tests.benchmarks.scale.loopback import Loopback, update
from tests.benchmarks.scale.processes import bare_bot
from tests.benchmarks.scale.texts import messages


@pytest.mark.parametrize("module", [growth, importing, memory])
async def test_a_measurement_runs_at_tiny_sizes_and_has_its_place_in_the_page(module):
    measured = await module.measure(small=True)
    assert measured.figures
    assert f"<!-- measured: {measured.name} -->" in figures.PAGE.read_text("utf-8")


async def test_the_bare_bot_answers_what_it_is_brought(tmp_path):
    brought = [update(n, 700 + n, f"text {n}", date=1_700_000_000) for n in range(1, 6)]
    async with (
        Loopback(is_receipt=lambda text: "text" in text) as loopback,
        bare_bot(loopback, tmp_path) as bot,
    ):
        assert await flood(bot, loopback, brought) > 0
        waits, took = await stream(bot, loopback, brought, a_second=100)
    assert len(waits) == 5
    assert max(waits) <= took


def test_no_two_messages_are_alike_and_they_are_the_same_every_time():
    first = list(islice(messages(), 500))
    assert len(set(first)) == 500
    assert list(islice(messages(), 500)) == first


def test_tables_are_written_between_their_markers_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- measured: some -->old<!-- /measured: some -->\nafter\n", "utf-8")
    figure = figures.Figure(what="speed", measured="1 of it", aim="1", met=True)
    some = figures.Measurement(name="some", title="Some", figures=(figure,), numbers={})
    figures.write([some], page)
    written = page.read_text("utf-8")
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert "| speed | 1 of it |  | 1 | yes |" in written
    with pytest.raises(ValueError, match="no place"):
        figures.write([figures.Measurement(name="other", title="", figures=(), numbers={})], page)
