"""`brabot restore`: put a backup in the place of the database."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En kopia från `brabot backup`.")],
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Ställ undan databasen som finns, om den inte är tom eller är skadad."
        ),
    ] = False,
    resend: Annotated[
        bool,
        typer.Option(
            "--resend", help="Skicka det som väntade när kopian togs, fast det kan ha kommit fram."
        ),
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Konfigurationskatalog; den återställs inte.")
    ] = None,
) -> None:
    """Läs in en säkerhetskopia som databas. Stoppa boten först."""
    from datetime import UTC, datetime

    from bot.cli.backup_text import contents_table, what_became
    from bot.cli.setup import settled
    from bot.cli.terminal import console, rows_progress
    from bot.concern_desk import actor
    from bot.storage_access import existing_keyring
    from storage.restore import restore_backup

    settings = settled()
    keyring = existing_keyring(settings)
    with rows_progress("Läser in") as progress:
        restored = restore_backup(
            file,
            settings.database_url,
            keyring,
            now=datetime.now(UTC),
            actor=actor(by),
            force=force,
            resend=resend,
            progress=progress,
        )
    console().print(contents_table(restored.contents))
    for line in what_became(restored, resend=resend):
        tell(line)
