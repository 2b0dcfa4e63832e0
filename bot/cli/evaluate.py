"""`brabot evaluate`: how well a gold file is read, and what has changed since another time."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.output import say, tell
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from collections.abc import Collection

    from nlp.evaluation.gold import GoldMessage
    from nlp.evaluation.saved import Run

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Facit, JSON Lines.")],
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv alla mått som JSON.")] = False,
    save: Annotated[
        Path | None, typer.Option(help="Spara mätningen i en fil, utan texter.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="Jämför med en sparad mätning på samma facit.")
    ] = None,
) -> None:
    """Mät läsningen mot en facitfil: alla mått, per tema, språk, längd och etikett."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured
    from nlp.evaluation.comparison import compare
    from nlp.evaluation.evaluate import report
    from nlp.evaluation.gold import gold_hash
    from nlp.evaluation.read import read_of
    from nlp.evaluation.saved import Run

    loaded, settings = configured(config)
    messages = _gold(gold, {theme.id for theme in loaded.themes})
    before = None if against is None else _saved(against, messages)
    if save is not None and not save.parent.is_dir():
        raise InputInvalid(f"Katalogen {save.parent} finns inte. Skapa den, eller välj en annan.")

    from nlp.reader import Reader

    reader = Reader(loaded.reader_config(cache_dir=settings.cache_dir), show_progress=True)
    reads = tuple(map(read_of, reader.read(message.text for message in messages)))
    measured = report(messages, reads)
    compared = None if before is None else compare(messages, before.reads, reads)
    if save is not None:
        run = Run(
            measured_at=datetime.now(UTC),
            config_hash=reader.config_hash,
            gold_hash=gold_hash(messages),
            reads=reads,
        )
        _save(save, run, messages, measured.figures)
    if as_json:
        data: dict[str, Any] = measured.as_json()
        if before is not None and compared is not None:
            then = {"date": before.measured_at.isoformat(), "config": before.config_hash}
            data["against"] = {**then, **compared.as_json()}
        say(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        from bot.cli.comparison_tables import show_comparison
        from bot.cli.evaluate_tables import show_report

        show_report(measured)
        if before is not None and compared is not None:
            when = before.measured_at.astimezone(loaded.municipality.timezone)
            same = before.config_hash == reader.config_hash
            show_comparison(compared, when=when, same_config=same)


def _gold(file: Path, themes: "Collection[str]") -> "tuple[GoldMessage, ...]":
    from nlp.errors import GoldInvalid
    from nlp.evaluation.gold import read_gold

    try:
        messages = read_gold(_text(file).split("\n"), themes=themes)
    except GoldInvalid as error:
        raise InputInvalid(f"{file}, {error}") from error
    if not messages:
        raise InputInvalid(f"{file} har inga meddelanden. Varje rad ska vara ett JSON-objekt.")
    return messages


def _saved(file: Path, gold: "tuple[GoldMessage, ...]") -> "Run":
    from nlp.errors import RunInvalid
    from nlp.evaluation.saved import check_same_gold, unpacked

    try:
        run = unpacked(_text(file))
        check_same_gold(run, gold)
    except RunInvalid as error:
        raise InputInvalid(f"{file} {error}") from error
    return run


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise InputInvalid(f"{file} går inte att läsa: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputInvalid(f"{file} är inte UTF-8. Spara om filen som UTF-8.") from error


def _save(
    file: Path, run: "Run", gold: "tuple[GoldMessage, ...]", figures: dict[str, float | None]
) -> None:
    from nlp.evaluation.saved import packed

    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        unfinished.write_text(packed(run, gold, figures), "utf-8")
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise InputInvalid(f"{file} går inte att skriva: {error.strerror}.") from error
    tell(f"Sparat i {file}. Jämför senare med --against {file}.")
