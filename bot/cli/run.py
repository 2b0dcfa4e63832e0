"""`brabot run`: the bot itself."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell
from bot.roles.role import Role

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def run(
    role: Annotated[
        list[Role] | None,
        typer.Option(
            help="Bara en del av boten, bredvid andra processer på samma PostgreSQL. Går att "
            "ange flera gånger; utan den alla delar."
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch/--no-watch",
            help="Ta upp varje ändring av konfigurationen när den sparas; annars på SIGHUP.",
        ),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(metavar="SKÄL", help="Varför konfigurationen är ändrad; antecknas i loggen."),
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Kör boten: tar emot, svarar, skickar och håller tiderna."""
    from bot.cli.setup import configured
    from bot.concern_desk import plain_line
    from bot.roles.role import roles_of

    why = None if reason is None else plain_line(reason, "Skälet (--reason)")
    loaded, settings = configured(config)
    roles = roles_of(role or (), database_url=settings.database_url)

    from bot.app import run as run_bot
    from bot.logs import configure_logging
    from bot.storage_access import make_first_key

    configure_logging(as_json=settings.log_format == "json")
    created = asyncio.run(make_first_key(settings))
    if created is not None:
        tell(
            f"En ny nyckel har skapats i {created}. Utan den går databasen inte att läsa: "
            "spara en kopia på ett annat ställe än databasen."
        )
    asyncio.run(run_bot(loaded, settings, roles=roles, watch=watch, reason=why))
