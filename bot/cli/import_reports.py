"""`brabot import`: old reports, through the same reading, into storage."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="JSON Lines med text, when och id.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Läs in gamla rapporter. Samma fil kan läsas in igen: det som finns hoppas över."""
    from rich.console import Console
    from rich.progress import Progress

    from bot.app import build_reader, utc_now
    from bot.cli.setup import configured
    from bot.concern_desk import actor
    from bot.errors import InputInvalid
    from bot.imports import Imported, import_reports, parse_reports
    from bot.storage_access import open_storage

    who = actor(by)
    loaded, settings = configured(config)
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputInvalid(f"{file} går inte att läsa: {type(error).__name__}.") from error
    reports = parse_reports(lines, loaded.municipality.timezone)
    reader = build_reader(loaded, settings, progress=True)

    async def work() -> Imported:
        database = await open_storage(settings)
        new = known = 0
        try:
            with Progress(console=Console(stderr=True)) as progress:
                bar = progress.add_task("Läser in", total=len(reports))
                async for step in import_reports(
                    reports, reader=reader, database=database, config=loaded, now=utc_now()
                ):
                    new, known = new + step.new, known + step.known
                    progress.advance(bar, step.new + step.known)
        finally:
            if new:
                async with database.transaction() as tx:
                    await tx.audit.write(
                        at=utc_now(),
                        actor=who,
                        action="reports_imported",
                        subject=f"config:{loaded.version}",
                        detail={"new": new, "known": known},
                    )
            await database.close()
        return Imported(new=new, known=known)

    done = asyncio.run(work())
    tell(f"{done.new} rapporter har lästs in, {done.known} fanns redan.")
