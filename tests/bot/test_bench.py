"""The bench measures every step, and leaves nothing behind."""

import tempfile

from bot.bench import bench
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from tests.bot.tuning.conftest import WordReader


class Reads(WordReader):
    def area_at(self, lat, lon):
        return None


async def test_every_step_is_measured_and_its_databases_are_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    config = load_config(default_config_dir())
    measured = [one async for one in bench(config, Reads(), count=20)]
    assert [one.what for one in measured] == [
        "tokenizer",
        "read",
        "read_one",
        "import",
        "digest",
        "dialogue",
    ]
    assert all(one.a_second > 0 for one in measured)
    assert measured[0].times_bare == 1
    assert all(one.p50 <= one.p99 for one in measured if one.p50 is not None)
    assert list(tmp_path.iterdir()) == []
