"""Whatever becomes of a configuration's files: it is taken, or its faults are told, never more."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.errors import ConfigInvalid
from tests.bot.config.directory import write_config
from tests.bot.fuzzing.effort import trying
from tests.bot.fuzzing.wording import nasty, short

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

FILES = (
    "brabot.toml",
    "themes.toml",
    "places.csv",
    "tests.toml",
    "areas.geojson",
    "examples/buskorning.txt",
)
_VALUES = (
    "{}",
    "[]",
    "[[[]]]",
    "true",
    "0",
    "-1",
    "1e400",
    "nan",
    "9" * 30,
    "9" * 5_000,
    "2026-02-30",
    "07:61",
    '""',
    '"\\u0000"',
    '"\\uD800"',
    '"../../../etc/passwd"',
    "'''",
    '"""',
    "[" * 3_000,
    "[" * 3_000 + "]" * 3_000,
    "{a=" * 2_000 + "1" + "}" * 2_000,
    '{ sv = "x", sv = "y" }',
    '{ "" = 1 }',
    "a.b.c.d = 1",
)
_LINES = (
    "[[theme]]",
    "[theme]",
    "[[focus_area]]",
    "[" + "a." * 1_500 + "b]",
    "[[" + "'a'." * 900 + "b]]",
    '"" = 1',
    "'a b'.\"c\\td\" = 1",
    "\ufeff",
    "\r",
    "\x00",
    "\x85x = 1\u2028y = 2",
    "a;b;c;d;e;f;g",
    ";" * 6,
    '"' + "x" * 200_000 + '"',
    "Norrängen;area;Norrängen;1e999;nan;|||;",
    '{"type": "FeatureCollection", "features": [{}, 5, null, {"geometry": []}]}',
    '{"features": {"a": 1}}',
    "[" * 100_000,
    "9" * 5_000,
)
POLYGONS = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"area":\n'
    '"Norrängen"}, "geometry": {"type": "Polygon", "coordinates":\n'
    "[[[13.0, 57.5], [13.1, 57.5], [13.1, 57.6], [13.0, 57.5]]]}}]}\n"
)
EXPECTED = '[[test]]\ntext = "mopeder på Storgatan"\ntheme = "buskorning"\n'


@st.composite
def bent(draw: st.DrawFn, content: bytes) -> bytes:
    """A file as it comes out of an editor, a merge or a disk that failed."""
    lines = content.decode().split("\n")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 6)):
            case 0:
                del lines[at]
                lines = lines or [""]
            case 1:
                lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
            case 2:
                key, is_one, _ = lines[at].partition("=")
                value = draw(st.one_of(st.sampled_from(_VALUES), short.map(repr)))
                lines[at] = f"{key}= {value}" if is_one else value
            case 3:
                lines.insert(at, draw(st.sampled_from(_LINES)))
            case 4:
                lines[at] = draw(nasty)
            case 5:
                lines[at] = lines[at].replace(";", draw(st.sampled_from([",", ";;", '";', "\t"])))
            case 6:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    text = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])).join(lines)
    put = draw(st.sampled_from([b"", b"", b"", b"\xef\xbb\xbf", b"\xff", b"\x00", b"\xc3"]))
    at = draw(st.integers(0, len(text)))
    return text[:at].encode("utf-8", "replace") + put + text[at:].encode("utf-8", "replace")


@given(st.data())
@trying(40, whole=6_000)
def test_a_file_with_anything_in_it_is_taken_or_its_faults_are_told(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        directory = a_config(Path(name))
        for file in data.draw(
            st.lists(st.sampled_from(FILES), min_size=1, max_size=2, unique=True)
        ):
            path = directory / file
            path.write_bytes(data.draw(bent(path.read_bytes())))
        assert_told(directory)


@given(st.data())
@trying(3, whole=600)
def test_so_are_the_files_that_are_shipped(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        directory = Path(shutil.copytree(default_config_dir(), Path(name) / "c"))
        path = directory / data.draw(st.sampled_from(FILES))
        path.write_bytes(data.draw(bent(path.read_bytes())))
        assert_told(directory)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("what", ["none", "empty", "directory", "itself", "dangling", "nobodys"])
def test_what_is_no_file_at_all_is_told(tmp_path: Path, file: str, what: str) -> None:
    directory = a_config(tmp_path)
    path = directory / file
    path.unlink()
    match what:
        case "empty":
            path.touch()
        case "directory":
            path.mkdir()
        case "itself":
            path.symlink_to(path)
        case "dangling":
            path.symlink_to(directory / "nowhere")
        case "nobodys":
            path.touch(mode=0o000)
    assert_told(directory)


def a_config(directory: Path) -> Path:
    made = write_config(directory / "c")
    (made / "areas.geojson").write_text(POLYGONS, "utf-8")
    (made / "tests.toml").write_text(EXPECTED, "utf-8")
    return made


def assert_told(directory: Path) -> None:
    """Each fault names its file, the line if there is one, and what to do."""
    try:
        load_config(directory)
    except ConfigInvalid as invalid:
        assert invalid.errors
        for fault in invalid.errors:
            assert str(fault).startswith(fault.file)
            assert (directory / fault.file).parent in (directory, directory / "examples")
            assert fault.line is None or fault.line >= 1
            assert fault.problem
            assert fault.remedy or fault.nearest or fault.allowed, fault
