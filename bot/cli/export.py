"""`brabot export`: masked concerns in a file, for those who work on with them."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import tell

if TYPE_CHECKING:
    from bot.digest.periods import Period
    from bot.exports import Exported

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def export(
    out: Annotated[Path, typer.Option(metavar="FIL", help="Filen att skriva.")],
    first: Annotated[
        str | None, typer.Option("--from", help="Första dagen, som 2025-01-01.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="Sista dagen, som 2025-12-31.")] = None,
    focus_area: Annotated[str | None, typer.Option(help="Bara det fokusområdets.")] = None,
    written: Annotated[str, typer.Option("--format", help="csv eller jsonl.")] = "csv",
    sensitive: Annotated[
        bool, typer.Option("--sensitive", help="Ta med känsliga teman; kräver --reason.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(metavar="SKÄL", help="Varför de behövs. Antecknas i loggen: skriv inga namn."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ersätt filen om den finns redan.")
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Skriv ut ärenden med maskerad text, utan något som leder till den som skrev."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured
    from bot.cli.terminal import rows_progress
    from bot.concern_desk import actor
    from bot.exports import Wanted, checked_reason, parse_format
    from bot.exports import export as export_concerns
    from bot.focus_areas import known_focus_area
    from bot.storage_access import open_storage
    from storage.private_files import check_free

    loaded, settings = configured(config)
    wanted = Wanted(
        format=parse_format(written),
        period=_period(first, last),
        focus_area=None if focus_area is None else known_focus_area(loaded, focus_area),
        reason=checked_reason(reason, sensitive=sensitive),
    )
    check_free(out, replace=force)
    who, now = actor(by), datetime.now(UTC)

    async def work() -> "Exported":
        database = await open_storage(settings)
        try:
            with rows_progress("Skriver") as progress:
                return await export_concerns(
                    database,
                    loaded,
                    wanted,
                    out,
                    now=now,
                    actor=who,
                    replace=force,
                    progress=progress,
                )
        finally:
            await database.close()

    done = asyncio.run(work())
    tell(f"{done.concerns} ärenden är skrivna till {out}. Det är antecknat i loggen.")
    if done.withheld:
        tell(f'{done.withheld} med känsliga teman är utelämnade (--sensitive --reason "…").')


def _period(first: str | None, last: str | None) -> "Period | None":
    from bot.digest.periods import Period, parse_day
    from bot.errors import InputInvalid

    if first is None and last is None:
        return None
    if first is None or last is None:
        raise InputInvalid("Ange både --from och --to, den första och den sista dagen.")
    return Period(parse_day(first), parse_day(last))
