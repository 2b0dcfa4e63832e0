"""Whatever has become of a backup: it is restored whole, or refused with nothing touched."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backup import write_backup
from storage.errors import StorageError
from storage.restore import restore_backup
from tests.bot.dialogues.conftest import KEYS
from tests.bot.fuzzing.effort import trying

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@st.composite
def bent(draw: st.DrawFn, whole: bytes) -> bytes:
    """The file after a bad disk, a bad copy or a bad person."""
    at = draw(st.integers(0, len(whole)))
    other = draw(st.integers(0, len(whole)))
    match draw(st.integers(0, 5)):
        case 0:
            return whole[:at]
        case 1:
            return whole[:at] + draw(st.binary(min_size=1, max_size=40)) + whole[at:]
        case 2:
            changed = bytearray(whole)
            changed[at % len(whole)] ^= draw(st.integers(1, 255))
            return bytes(changed)
        case 3:
            return whole[: min(at, other)] + whole[max(at, other) :]
        case 4:
            return whole[:at] + whole[other:]
        case _:
            return draw(st.binary(max_size=200))


def test_what_is_not_the_whole_backup_is_refused_and_nothing_touched(
    tmp_path: Path, empty: Path
) -> None:
    there = Path(shutil.copy(empty, tmp_path / "brabot.db"))
    made = tmp_path / "made.backup"
    write_backup(f"sqlite:///{there}", KEYS, made, now=NOW, actor="test")
    whole = made.read_bytes()

    @given(content=bent(whole))
    @trying(30, whole=4_000)
    def whatever(content: bytes) -> None:
        with tempfile.TemporaryDirectory() as name:
            copy, database = Path(name) / "a.backup", Path(name) / "brabot.db"
            copy.write_bytes(content)
            if content != whole:
                with pytest.raises(StorageError) as refused:
                    restore_backup(copy, f"sqlite:///{database}", KEYS, now=NOW, actor="test")
                assert str(refused.value)
                assert [path.name for path in Path(name).iterdir()] == ["a.backup"]

    whatever()
