"""`brabot backup`: a copy of everything, encrypted, while the bot runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import complain, tell

if TYPE_CHECKING:
    from storage.keys import Keyring

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def backup(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FIL", help="Filen att skriva, eller en katalog: då får filen tiden som namn."
        ),
    ],
    verify: Annotated[
        bool, typer.Option("--verify", help="Kontrollera en kopia som finns; skriv ingen.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Ersätt filen om den finns redan.")
    ] = False,
    keep: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Behåll bara katalogens N nyaste kopior."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Konfigurationskatalog; kopian klarar sig utan.")
    ] = None,
) -> None:
    """Skriv en krypterad säkerhetskopia av allt, också medan boten kör."""
    from bot.cli.backup_text import contents_table
    from bot.cli.setup import settled
    from bot.cli.terminal import console
    from bot.errors import InputInvalid
    from bot.storage_access import existing_keyring

    settings = settled()
    keyring = existing_keyring(settings)
    if verify:
        _verify(file, keyring)
        return
    if keep is not None and not file.is_dir():
        raise InputInvalid("--keep gäller en katalog: ange den i stället för en fil.")

    from datetime import UTC, datetime

    from bot.backups import drop_oldest, place_of_backup
    from bot.cli.terminal import rows_progress
    from bot.concern_desk import actor
    from storage.backup import write_backup

    now = datetime.now(UTC)
    target = place_of_backup(file, now)
    with rows_progress("Kopierar") as progress:
        contents = write_backup(
            settings.database_url,
            keyring,
            target,
            now=now,
            actor=actor(by),
            replace=force,
            progress=progress,
        )
    console().print(contents_table(contents))
    tell(
        f"{target} är skriven ({target.stat().st_size / 1e6:.1f} MB) och kontrollerad. Utan "
        "nyckeln går den inte att läsa: ha en kopia av nyckeln, på ett annat ställe."
    )
    if keep is not None:
        for path in drop_oldest(file, keep=keep):
            tell(f"{path} var äldre än de {keep} nyaste och är borttagen.")


def _verify(file: Path, keyring: "Keyring") -> None:
    from bot.cli.backup_text import contents_table
    from bot.cli.terminal import console, rows_progress
    from storage.backup import check_backup
    from storage.errors import BackupDamaged

    try:
        with rows_progress("Kontrollerar") as progress:
            contents = check_backup(file, keyring, progress=progress)
    except BackupDamaged as error:
        complain(str(error))
        raise typer.Exit(1) from error
    console().print(contents_table(contents))
    tell("Kopian är hel och går att läsa med nyckeln.")
