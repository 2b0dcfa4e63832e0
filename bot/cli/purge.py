"""`brabot purge`: take away what has been kept long enough."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import tell

if TYPE_CHECKING:
    from datetime import timedelta

    from rich.table import Table

    from storage.retention import Purged, RetentionRule

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Räkna bara, ta inte bort.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Gallra det som har sparats länge nog. `brabot run` gör det själv varje natt."""
    from datetime import UTC, datetime

    from rich.console import Console

    from bot.cli.setup import configured
    from bot.concern_desk import actor
    from bot.retention import purge as purge_stored
    from bot.retention import retention_rule
    from bot.storage_access import open_storage

    who, now = actor(by), datetime.now(UTC)
    loaded, settings = configured(config)

    async def work() -> "Purged":
        database = await open_storage(settings)
        try:
            return await purge_stored(database, loaded, now=now, dry_run=dry_run, actor=who)
        finally:
            await database.close()

    purged = asyncio.run(work())
    Console().print(summary(retention_rule(loaded), purged, dry_run=dry_run))
    if dry_run:
        tell("Inget har tagits bort. Utan --dry-run tas det bort.")


def summary(rule: "RetentionRule", purged: "Purged", *, dry_run: bool) -> "Table":
    """One row for each rule: what, after how long, how many."""
    from rich.table import Table

    table = Table("Vad", "Efter", "Skulle tas bort" if dry_run else "Borttaget")
    table.columns[2].justify = "right"
    if rule.decision:
        table.title = f"Gallringsbeslut {rule.decision}"
    of_themes = []
    for one, taken in zip(rule.themes, purged.by_theme, strict=True):
        named = ", ".join(taken.themes) + (f" ({one.decision})" if one.decision else "")
        of_themes += [
            (f"Hela ärenden: {named}", one.concern, taken.concerns),
            (f"Originaltexter: {named}", one.original_text, taken.texts),
            (f"Bilder, ljud, filer: {named}", one.original_text, taken.files),
        ]
    rows = (
        *of_themes,
        ("Hela ärenden", rule.concern, purged.concerns),
        ("Frågor, prat och reklam", rule.unsorted, purged.unsorted),
        ("Kopplingar till den som skrev", rule.contact, purged.contacts),
        ("Originaltexter", rule.original_text, purged.texts),
        ("Bilder, ljud och andra filer", rule.original_text, purged.files),
        ("Avbrutna samtal", rule.conversation, purged.conversations),
        ("Invånare utan ärenden", rule.contact, purged.residents),
        ("Hanterade meddelanden in", rule.handled, purged.updates),
        ("Ohanterbara meddelanden in", rule.unsorted, purged.failed_updates),
        ("Skickade meddelanden ut", rule.handled, purged.outgoing),
        ("Inbjudningar som gått ut", rule.handled, purged.invites),
    )
    for what, after, count in rows:
        table.add_row(what, _days(after), str(count))
    return table


def _days(time: "timedelta") -> str:
    return f"{time.days} dag" if time.days == 1 else f"{time.days} dagar"
