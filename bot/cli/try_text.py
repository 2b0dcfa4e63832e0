"""`brabot config try`: how a text is read, and why. Nothing is kept."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.cli.output import tell
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.config.config import Config
    from nlp.reader import Reader

T = TypeVar("T")
_PROMPT = "› "


def try_text(
    text: Annotated[
        str | None,
        typer.Argument(help="En text, som en invånare skulle skriva den. Utan den får du skriva."),
    ] = None,
    file: Annotated[Path | None, typer.Option(help="En fil med en text på varje rad.")] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Visa hur en text läses och varför. Inget sparas."""
    from bot.cli.setup import configured

    if text is not None and file is not None:
        raise InputInvalid("Ange antingen en text eller --file, inte båda.")
    if text is not None and not text.strip():
        raise InputInvalid("Texten är tom. Skriv en inom citattecken, eller ingen alls.")
    given = [text] if text is not None else None if file is None else _lines(file)
    if file is not None and not given:
        raise InputInvalid(f"{file} är tom. Skriv en text på varje rad.")
    loaded, settings = configured(config)

    def reader(*, show_progress: bool) -> "Reader":
        from nlp.reader import Reader

        made = loaded.reader_config(cache_dir=settings.cache_dir)
        return Reader(made, show_progress=show_progress)

    if given is None and sys.stdin.isatty():
        _converse(_in_background(lambda: reader(show_progress=False)), loaded)
    else:
        texts = _piped() if given is None else given
        if not texts:
            raise InputInvalid("Ingen text kom in. Skriv en text på varje rad.")
        _show(reader(show_progress=True), texts, loaded)


def _show(reader: "Reader", texts: "Iterable[str]", config: "Config") -> None:
    from bot.cli.shown_reading import shown_reading
    from bot.cli.terminal import console

    out = console()
    for text in texts:
        reading = reader.read_one(text)
        out.print(shown_reading(text, reading, config, legend=out.is_terminal))


def _converse(reader: "Future[Reader]", config: "Config") -> None:
    """Show each text typed, until an empty line; the reader is made while the first is typed."""
    tell("Skriv som en invånare skulle skriva. En tom rad avslutar.")
    for text in _typed():
        _show(_waited_for(reader), [text], config)


def _typed() -> Iterator[str]:
    with suppress(ImportError):  # Windows has none; its own terminal does the same
        import readline  # noqa: F401 - gives `input` its arrow keys and what was typed before
    while True:
        try:
            text = input(_PROMPT if sys.stdout.isatty() else "").strip()
        except EOFError:
            tell("")
            return
        except KeyboardInterrupt:
            tell("")
            raise
        if not text:
            return
        yield text


def _waited_for(reader: "Future[Reader]") -> "Reader":
    if not reader.done():
        from rich.console import Console

        with Console(stderr=True).status("Läser in exemplen; första gången tar det en stund …"):
            wait([reader])
    return reader.result()


def _in_background(make: Callable[[], T]) -> "Future[T]":
    """What will be made in a thread that nobody waits for at the end."""
    made: Future[T] = Future()

    def run() -> None:
        try:
            made.set_result(make())
        except BaseException as error:
            made.set_exception(error)

    Thread(target=run, daemon=True).start()
    return made


def _lines(file: Path) -> list[str]:
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputInvalid(f"{file} finns inte.") from error
    except OSError as error:
        raise InputInvalid(f"{file} går inte att läsa: {error.strerror}.") from error
    return _texts(data, str(file))


def _piped() -> list[str]:
    return _texts(sys.stdin.buffer.read(), "Standard in")


def _texts(data: bytes, name: str) -> list[str]:
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise InputInvalid(f"{name} är inte UTF-8. Spara om med teckenkodningen UTF-8.") from error
    return [line.strip() for line in lines if line.strip()]
