"""`brabot resort`: the archive, sorted as the configuration in use would."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.archive_readers import Processes, archive_readers, clustered_reader
from bot.cli.output import say, tell
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from rich.table import Table

    from bot.config.config import Config
    from bot.tuning.resort import Resorted

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

_MOST_MOVES = 20


@app.command()
def resort(
    address: Annotated[
        str | None, typer.Argument(metavar="ADRESS", help="Klustrets adress, se --cluster.")
    ] = None,
    cluster: Annotated[
        bool,
        typer.Option(
            "--cluster",
            help="Låt ett Dask-kluster läsa: det på ADRESS (tls://värd:8786), annars ett eget här.",
        ),
    ] = False,
    since: Annotated[
        str | None, typer.Option(help="Bara det som berättats från och med dagen, 2026-01-31.")
    ] = None,
    processes: Processes = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Räkna bara, ändra inget.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="SKÄL", help="Varför; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Läs om arkivet med den konfiguration som gäller. Det som människor rättat står kvar.

    Det går att avbryta och köra igen: det som redan är omläst hoppas över.
    """
    from rich.console import Console
    from rich.progress import Progress

    from bot.app import utc_now
    from bot.cli.setup import configured
    from bot.concern_desk import actor, plain_line
    from bot.config_history import RESORTED
    from bot.digest.periods import parse_day
    from bot.digest.weeks import midnight
    from bot.storage_access import open_storage
    from bot.tuning.cluster import check_cluster
    from bot.tuning.resort import Resorted
    from bot.tuning.resort import resort as resort_archive

    who = actor(by)
    why = None if reason is None else plain_line(reason, "Skälet")
    if address is not None and not cluster:
        raise InputInvalid("En adress är ett klusters: skriv --cluster före den.")
    if cluster:
        check_cluster(address)
    loaded, settings = configured(config)
    zone = loaded.municipality.timezone
    told_from = None if since is None else midnight(parse_day(since), zone)

    async def work() -> Resorted:
        database = await open_storage(settings)
        done, whole = Resorted(), False
        try:
            async with database.transaction() as tx:
                total = await tx.resorting.count(version=loaded.version, since=told_from)
            reading = (
                clustered_reader(loaded, settings, address=address, processes=processes)
                if cluster
                else archive_readers([loaded], settings, texts=total, processes=processes)
            )
            with reading as (reader,), Progress(console=Console(stderr=True)) as progress:
                bar = progress.add_task("Läser om", total=total)
                async for looked_at in resort_archive(
                    database,
                    reader,
                    version=loaded.version,
                    done=done,
                    since=told_from,
                    dry_run=dry_run,
                    ended=loaded.ended_themes,
                ):
                    progress.advance(bar, looked_at)
            whole = True
            return done
        finally:
            if done.read and not dry_run:
                async with database.transaction() as tx:
                    await tx.audit.write(
                        at=utc_now(),
                        actor=who,
                        action=RESORTED,
                        subject=f"config:{loaded.version}",
                        detail={**done.counts, "since": since, "whole": whole, "reason": why},
                    )
            await database.close()

    done = asyncio.run(work())
    if done.moves:
        Console().print(moves_table(done, loaded))
    say(
        f"{done.read} omlästa: {done.themes} får andra teman, {done.areas} ett annat område, "
        f"{done.kinds} en annan sort."
    )
    if done.busy:
        tell(f"{done.busy} ändrades medan de lästes och står kvar som de var. Kör igen.")
    if dry_run:
        tell("Inget har ändrats. Utan --dry-run ändras det.")


def moves_table(done: "Resorted", config: "Config") -> "Table":
    """From which first theme to which, the most frequent first."""
    from rich.table import Table

    table = Table("Från", "Till", "Antal")
    table.columns[2].justify = "right"
    for (before, now), count in done.moves.most_common(_MOST_MOVES):
        table.add_row(theme_name(before, config), theme_name(now, config), str(count))
    return table


def theme_name(theme_id: str | None, config: "Config") -> str:
    """The Swedish name of a theme, or its id where the configuration has it no more."""
    if theme_id is None:
        return "inget tema"
    theme = config.theme(theme_id)
    return theme.label["sv"] if theme else f"{theme_id} (borttaget)"
