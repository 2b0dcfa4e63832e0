"""`brabot config`: look at the configuration before it counts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import complain

if TYPE_CHECKING:
    from rich.table import Table

    from bot.config import Config
    from nlp.reading import Reading

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


@config_app.command("try")
def try_text(
    text: Annotated[str, typer.Argument(help="En text, som en invånare skulle skriva den.")],
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Visa hur en text läses och varför. Inget sparas."""
    from rich.console import Console

    from bot.cli.setup import configured
    from nlp.reader import Reader

    loaded, settings = configured(config)
    reader = Reader(loaded.reader_config(cache_dir=settings.cache_dir), show_progress=True)
    Console().print(how_it_is_read(reader.read_one(text), loaded))


def how_it_is_read(reading: "Reading", config: "Config") -> "Table":
    """A reading as an admin looks at it: what was understood, and what it rests on."""
    from rich.table import Table
    from rich.text import Text

    named = [
        f"{theme.label['sv']} ({score.score:.2f})".replace(".", ",")
        for score in reading.themes
        if (theme := config.theme(score.id)) is not None
    ]
    rows = {
        "Sort": reading.kind.value,
        "Tema": ", ".join(named) or "inget",
        "Område": reading.area or "framgår inte",
        "Platser": ", ".join(reading.place_names) or "inga",
        "Brådska": reading.urgency.value,
        "Återkommer": "ja" if reading.recurring else "nej",
        "Språk": reading.language,
        "Maskerad": reading.masked,
        "Till en människa": "ja" if reading.needs_human else "nej",
        "Varför": "\n".join(reading.why),
    }
    table = Table(show_header=False)
    for name, value in rows.items():
        table.add_row(Text(name, style="bold"), Text(value))
    return table


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
