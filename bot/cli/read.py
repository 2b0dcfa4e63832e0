"""`brabot read`: texts in, a Reading a line out."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.output import say
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from nlp.reading import Message

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def read(
    file: Annotated[
        Path | None, typer.Argument(help="JSON Lines med text, id, lat, lon, when.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Läs texter, en JSON-rad var (annars från standard in), och skriv en läsning per rad."""
    from bot.cli.setup import configured

    loaded, settings = configured(config)
    messages = list(parse_messages(_lines(file)))

    from nlp.reader import Reader

    reader = Reader(loaded.reader_config(cache_dir=settings.cache_dir), show_progress=True)
    for reading in reader.read(messages):
        say(json.dumps(reading.as_json(), ensure_ascii=False))


def parse_messages(lines: Iterable[str]) -> Iterator["Message"]:
    """The messages of JSON Lines, in order; empty lines are skipped.

    Raises:
        InputInvalid: a line is not of the format; tells its number and the remedy.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _message(line, number)


def _lines(file: Path | None) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if file is None else file.read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise InputInvalid(f"{file} går inte att läsa: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputInvalid(
            f"{file or 'Standard in'} är inte UTF-8. Spara om med teckenkodningen UTF-8."
        ) from error


def _message(line: str, number: int) -> "Message":
    from nlp.reading import Message

    try:
        data: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise _invalid(number, f"inte giltig JSON ({error.msg}, tecken {error.colno})") from error
    except RecursionError as error:
        raise _invalid(number, "inte giltig JSON (för djupt nästlad)") from error
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise _invalid(number, 'ett objekt med texten i "text" väntas')
    identity = data.get("id")
    if not isinstance(identity, str | int | None) or isinstance(identity, bool):
        raise _invalid(number, '"id" ska vara en text eller ett heltal')
    if not isinstance(data.get("when"), str | None):
        raise _invalid(number, '"when" ska vara en tid som text')
    lat, lon = (_degrees(data, key, limit, number) for key, limit in (("lat", 90), ("lon", 180)))
    if (lat is None) != (lon is None):
        raise _invalid(number, '"lat" och "lon" hör ihop: ange båda eller ingen')
    return Message(
        text=data["text"],
        id=None if identity is None else str(identity),
        lat=lat,
        lon=lon,
        when=data.get("when"),
    )


def _degrees(data: dict[str, Any], key: str, limit: int, number: int) -> float | None:
    value = data.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= limit:
        raise _invalid(number, f'"{key}" ska vara grader mellan -{limit} och {limit}')
    return float(value)


def _invalid(number: int, problem: str) -> InputInvalid:
    return InputInvalid(
        f"Rad {number}: {problem}. Varje rad ska vara ett JSON-objekt med "
        '"text" och, om du vill, "id", "lat" och "lon", "when".'
    )
