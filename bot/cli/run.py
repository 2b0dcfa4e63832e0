"""`brabot run`: the bot itself."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def run(config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None) -> None:
    """Kör boten: tar emot, svarar, skickar och håller tiderna."""
    from bot.cli.setup import configured

    loaded, settings = configured(config)

    from bot.app import run as run_bot
    from bot.logs import configure_logging
    from bot.storage_access import open_keyring

    configure_logging(as_json=settings.log_format == "json")
    _, created = open_keyring(settings)
    if created is not None:
        tell(
            f"En ny nyckel har skapats i {created}. Utan den går databasen inte att läsa: "
            "spara en kopia på ett annat ställe än databasen."
        )
    asyncio.run(run_bot(loaded, settings))
