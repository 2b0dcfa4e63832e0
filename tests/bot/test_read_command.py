import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.read import app, parse_messages
from bot.errors import InputInvalid


def test_messages_are_parsed_in_order_and_empty_lines_skipped() -> None:
    lines = ['{"text": "ett", "id": "a"}', "", '{"text": "två", "lat": 57.7, "lon": 12.9}\r']
    messages = list(parse_messages(lines))
    assert [m.text for m in messages] == ["ett", "två"]
    assert (messages[0].id, messages[1].lat) == ("a", 57.7)


def test_a_number_as_id_becomes_text_and_other_keys_are_let_be() -> None:
    (message,) = parse_messages(['{"text": "", "id": 7, "when": null, "type": "Brand"}'])
    assert message.id == "7"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        "{}",
        '{"text": 1}',
        '{"text": "a", "id": [1]}',
        '{"text": "a", "lat": 57.7}',
        '{"text": "a", "lat": 91, "lon": 12}',
        '{"text": "a", "lat": true, "lon": 12}',
        '{"text": "a", "lat": NaN, "lon": 12}',
        '{"text": "a", "when": 3}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_remedy(line: str) -> None:
    with pytest.raises(InputInvalid, match=r"Rad 2: .*JSON"):
        list(parse_messages(['{"text": "a"}', line]))


def test_nothing_is_printed_when_a_later_line_is_bad(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"text": "hej"}) + "\n{\n", "utf-8")
    result = CliRunner().invoke(app, [str(file)])
    assert result.stdout == ""
    assert isinstance(result.exception, InputInvalid)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes('{"text": "å"}'.encode("latin-1"))
    result = CliRunner().invoke(app, [str(file)])
    assert isinstance(result.exception, InputInvalid)
    assert "UTF-8" in str(result.exception)
