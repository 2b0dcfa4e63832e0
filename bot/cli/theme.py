"""`brabot theme`: which themes there are, and retiring one."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import say, tell

theme_app = typer.Typer(
    name="theme", help="Visa teman, och avsluta ett.", no_args_is_help=True, add_completion=False
)
app = theme_app

_ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalogen.")]


@theme_app.command("list")
def list_themes(config: _ConfigOption = None) -> None:
    """Visa alla teman, också dem som är avslutade och vart deras siffror har gått."""
    from rich.table import Table
    from rich.text import Text

    from bot.cli.setup import configured
    from bot.cli.terminal import console

    loaded, _ = configured(config)
    table = Table("Id", "Namn", "Fokusområde", "Läge")
    for theme in loaded.themes:
        table.add_row(theme.id, Text(theme.label["sv"]), theme.focus_area, "")
    for theme in loaded.retired_themes:
        into = f", blev {', '.join(theme.into)}" if theme.into else ""
        state = f"avslutat {theme.since}{into}"
        table.add_row(theme.id, Text(theme.label["sv"]), theme.focus_area, state)
    console().print(table)


@theme_app.command("retire")
def retire_theme(
    theme_id: Annotated[str, typer.Argument(metavar="ID", help="Temat som ska avslutas.")],
    into: Annotated[
        list[str] | None,
        typer.Option(
            "--into",
            metavar="ID",
            help="Temat som det går upp i. Flera gånger: de som det delas i.",
        ),
    ] = None,
    config: _ConfigOption = None,
) -> None:
    """Avsluta ett tema: det får inget mer, men behåller det som har berättats.

    Ändrar i konfigurationens filer, om resultatet går att använda. Ett id används aldrig igen.
    """
    from bot.app import utc_now
    from bot.cli.setup import configured
    from bot.config.retiring import retire

    loaded, _ = configured(config)
    keywords = [k for theme in loaded.themes if theme.id == theme_id for k in theme.keywords]
    today = utc_now().astimezone(loaded.municipality.timezone).date()
    changed = retire(loaded.directory, theme_id, into=into or (), since=today)
    for path in changed:
        say(f"Skrev {path}" if path.exists() else f"Tog bort {path}")
    if into and keywords:
        tell(f"Nyckelorden följde inte med: {', '.join(keywords)}. Flytta dem som ska vara kvar.")
    tell(
        "Se vad det gör med `brabot config impact`. Ladda sedan om boten, och kör `brabot resort` "
        "för att läsa om det som redan har berättats."
    )
