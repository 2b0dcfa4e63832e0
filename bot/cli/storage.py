"""`brabot storage`: an archive moved from one database to another."""

from typing import Annotated

import typer

from bot.cli.output import tell

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)


@app.callback()
def storage() -> None:
    """Flytta arkivet mellan SQLite och PostgreSQL."""


@app.command()
def move(
    source: Annotated[
        str, typer.Argument(metavar="FRÅN", help="Databasens adress, som i BRABOT_DATABASE_URL.")
    ],
    target: Annotated[str, typer.Argument(metavar="TILL", help="Den nyas, som ska vara tom.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
) -> None:
    """Flytta allt till en annan databas, jämfört rad för rad. Stoppa boten först."""
    from datetime import UTC, datetime

    from rich.table import Table

    from bot.cli.setup import settled
    from bot.cli.terminal import console, rows_progress
    from bot.concern_desk import actor
    from bot.storage_access import existing_keyring
    from storage.moving import move as move_archive

    settings = settled()
    keyring = existing_keyring(settings)
    with rows_progress("Flyttar och jämför") as progress:
        moved = move_archive(
            source, target, keyring, now=datetime.now(UTC), actor=actor(by), progress=progress
        )
    table = Table("Tabell", "Rader", "Summa, lika i båda", title="Flyttat")
    table.columns[1].justify = "right"
    for name, told in moved.tables.items():
        table.add_row(name, str(told.rows), told.hash[:16])
    console().print(table)
    tell(
        f"{moved.rows} rader är flyttade och jämförda. Sätt BRABOT_DATABASE_URL till den nya och "
        "starta boten. Den gamla öppnas inte mer av misstag; ta bort den när den nya har en "
        "säkerhetskopia."
    )
