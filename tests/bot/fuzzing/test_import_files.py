"""Whatever stands in a file of old reports: all of it is kept, or its faulty lines are told."""

import asyncio
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli.import_reports import app
from bot.config.config import Config
from bot.errors import InputInvalid
from bot.imports import Report, import_reports, parse_reports
from nlp.reading import Message, Reading
from storage.database import open_database
from tests.bot.cli.environment import settle_in
from tests.bot.dialogues.conftest import KEYS
from tests.bot.fakes import a_reading
from tests.bot.fuzzing.effort import trying
from tests.bot.fuzzing.playing import assert_sound
from tests.bot.fuzzing.updates import anything
from tests.bot.fuzzing.wording import texts

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)

times = st.one_of(
    st.integers(0, 800_000_000).map(lambda s: datetime.fromtimestamp(s, UTC).isoformat()),
    st.sampled_from(
        [
            "2025-03-01T12:00",
            "2025-03-30T02:30",  # there was no such time
            "2025-03-01T12:00+14:00",
            "2025-W09-6",
        ]
    ),
)
ids = st.one_of(
    st.integers(0, 5),
    st.sampled_from(["1", "2", " ", "å" * 5_000, "１", "e\u0301", "\u202e"]),
)
reports = st.builds(
    lambda id, when, text: {"id": id, "when": when, "text": text}, ids, times, texts
)
good_lines = reports.map(json.dumps)
odd_lines = st.one_of(
    st.builds(
        lambda report, key, value: json.dumps({**report, key: value}),
        reports,
        st.sampled_from(["id", "when", "text", "annat"]),
        anything,
    ),
    st.builds(
        lambda report, more: json.dumps({**report, **more}),
        reports,
        st.sampled_from(
            [
                {"when": "0001-01-01T00:00"},
                {"when": "9999-12-31T23:59-12:00"},
                {"id": "a\0b"},
                {"id": ""},
                {"id": "\udc00"},
            ]
        ),
    ),
    anything.map(json.dumps),
    st.builds(lambda line, at: line[: at % len(line)], good_lines, st.integers(0, 10_000)),
    st.sampled_from(
        ["[" * 100_000, '{"id": ' + "9" * 5_000 + "}", "\0", "id;text;when", "\ufeff{}", "{}" * 3]
    ),
)
contents = st.lists(st.one_of(good_lines, good_lines, good_lines, odd_lines), max_size=6)


class Reader:
    def read(self, messages: Iterable[str | Message]) -> Iterator[Reading]:
        for message in messages:
            yield a_reading(message if isinstance(message, str) else message.text)


@given(lines=contents)
@trying(60, whole=6_000)
def test_lines_are_all_taken_or_none_and_the_faulty_ones_named(lines: list[str]) -> None:
    try:
        taken = parse_reports(lines, ZONE)
    except InputInvalid as told:
        numbers = [int(number) for number in re.findall(r"^rad (\d+): ", str(told), re.MULTILINE)]
        assert numbers
        for number in numbers:
            with pytest.raises(InputInvalid):
                parse_reports([lines[number - 1]], ZONE)
        assert len(str(told)) < 2_000
    else:
        assert len(taken) == sum(1 for line in lines if line.strip())
        assert all(report.told_at.tzinfo is UTC for report in taken)


@pytest.mark.parametrize("id", ["", "a\0b", "\udc00"])
def test_an_id_that_would_not_be_found_again_is_refused(id: str) -> None:
    line = json.dumps({"id": id, "when": "2025-03-01T12:00", "text": "mopeder"})
    with pytest.raises(InputInvalid, match='rad 1: "id" är tomt, eller har ett tecken'):
        parse_reports([line], ZONE)


def test_what_is_taken_is_kept_once_with_every_word_however_often_the_file_is_read(
    empty: Path, config: Config
) -> None:
    @given(lines=st.lists(good_lines, min_size=1, max_size=8))
    @trying(8, whole=1_500)
    def whatever(lines: list[str]) -> None:
        with tempfile.TemporaryDirectory() as name:
            path = Path(shutil.copy(empty, Path(name) / "brabot.db"))
            asyncio.run(keep(path, parse_reports(lines, ZONE), config))
            assert_sound(path)

    whatever()


async def keep(path: Path, taken: list[Report], config: Config) -> None:
    known = {report.id for report in taken}
    database = await open_database(f"sqlite:///{path}", KEYS)
    try:
        for time in range(2):
            new = 0
            async for step in import_reports(
                taken, reader=Reader(), database=database, config=config, now=NOW
            ):
                new += step.new
            assert new == (0 if time else len(known))
        async with database.transaction() as tx:
            kept = await tx.concerns.latest(limit=1_000)
            assert len(kept) == len(known)
            told = [
                written
                for concern in kept
                for written in await tx.concerns.texts(
                    concern.id, actor="test", reason="test", now=NOW
                )
            ]
        assert sorted(told) == sorted({report.id: report.text for report in taken}.values())
    finally:
        await database.close()


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        '{"id": 1, "when": "2025-03-01T12:00", "text": "\xe5"}'.encode("latin-1"),
        '{"id": 1, "when": "2025-03-01T12:00", "text": "\xe5"}'.encode("utf-16"),
        b"PK\x03\x04" + bytes(range(256)),
        b"\0" * 1_000,
        b"\r" * 1_000 + b"{",
        None,
    ],
)
def test_a_file_that_is_no_list_of_reports_is_told_of_and_nothing_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    config = settle_in(monkeypatch, tmp_path)
    file = tmp_path / "reports.jsonl"
    file.mkdir() if content is None else file.write_bytes(content)
    found = CliRunner().invoke(app, [str(file), "--config", str(config)]).exception
    assert isinstance(found, InputInvalid)
    assert not (tmp_path / "brabot.db").exists()
