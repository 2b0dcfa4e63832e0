"""Whatever stands in the files, the answer is a Config or the faults, never a crash."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import load_config
from bot.errors import ConfigInvalid

from .directory import BRABOT, PLACES, THEMES, write_config

JUNK = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "theme = 3",
            "helpline = [1, {}]",
            "[theme]",
            "[[theme.label]]",
            "[[digest]]",
            'id = ["a"]',
            'id = "\\u0000"',
            'id = "../../x"',
            "focus_area = {}",
            "areas = [[]]",
            "languages = {}",
            "when = 2026-01-01",
            "digest.schedule = 1",
            "label = { sv = nan }",
            "x;area;x;nan;inf;;",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["brabot.toml", "themes.toml", "places.csv"]), st.data())
def test_any_line_may_hold_anything(file, data):
    lines = {"brabot.toml": BRABOT, "themes.toml": THEMES, "places.csv": PLACES}[file].split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number : number + data.draw(st.integers(0, 2))] = [data.draw(JUNK)]
    with tempfile.TemporaryDirectory() as name:
        directory = write_config(Path(name) / "c")
        (directory / file).write_text("\n".join(lines), "utf-8")

        try:
            load_config(directory)
        except ConfigInvalid as invalid:
            assert all(str(fault).startswith(fault.file) for fault in invalid.errors)


@pytest.mark.parametrize("content", [b"\x00", b"\xef\xbb\xbf", b";" * 100, b'"' * 7])
@pytest.mark.parametrize("file", ["brabot.toml", "themes.toml", "places.csv"])
def test_a_file_of_rubbish_is_told(tmp_path, file, content):
    directory = write_config(tmp_path / "c")
    (directory / file).write_bytes(content)

    with pytest.raises(ConfigInvalid) as caught:
        load_config(directory)

    assert file in {fault.file for fault in caught.value.errors}
