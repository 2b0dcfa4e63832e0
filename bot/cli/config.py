"""`brabot config`: look at the configuration before it counts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import complain
from bot.cli.try_text import try_text

if TYPE_CHECKING:
    from rich.table import Table

    from bot.config import Config

config_app = typer.Typer(
    name="config", help="Granska konfigurationen innan den gäller.", no_args_is_help=True
)
app = config_app


@config_app.command("check")
def check(
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Läs hela konfigurationen och visa allt som är fel, eller vad som är inställt."""
    from rich.console import Console

    from bot.config.loader import load_config
    from bot.config.locations import default_config_dir
    from bot.config.settings import load_settings
    from bot.errors import ConfigInvalid

    directory = config or load_settings().config or default_config_dir()
    try:
        loaded = load_config(directory)
    except ConfigInvalid as error:
        for fault in error.errors:
            complain(str(fault))
        complain(f"\n{len(error.errors)} fel i {directory}.")
        raise typer.Exit(2) from error
    console = Console()
    console.print(summary(loaded))
    console.print(
        f"{len(loaded.themes)} teman, {sum(map(len, loaded.examples.values()))} exempel, "
        f"{len(loaded.areas)} områden, {len(loaded.places)} platser, "
        f"språk: {', '.join(loaded.languages)}. Version {loaded.version}.",
        highlight=False,
        soft_wrap=True,
    )
    console.print(f"Inga fel i {directory}.", style="green", highlight=False, soft_wrap=True)


config_app.command("try")(try_text)


def summary(config: "Config") -> "Table":
    """What each focus area gathers, from how many examples, and when it is told."""
    from rich.table import Table
    from rich.text import Text

    table = Table("Fokusområde", "Samlar", "Exempel", "Skickas")
    table.columns[2].justify = "right"
    for focus_area in config.focus_areas:
        themes = config.themes_of(focus_area.id)
        gathers = [(theme.label["sv"], str(len(config.examples[theme.id]))) for theme in themes]
        gathers += [(f"allt i {area}", "") for area in focus_area.areas]
        schedule = config.schedule_of(focus_area.id)
        when = f"{schedule.weekday} {schedule.time:%H:%M}"
        for row, (gathered, examples) in enumerate(gathers):
            name = "" if row else focus_area.label["sv"]
            table.add_row(Text(name), Text(gathered), examples, "" if row else when)
    return table
