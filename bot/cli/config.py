"""`brabot config`: look at the configuration before it counts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.config_history import history, reason
from bot.cli.impact import impact
from bot.cli.output import complain, say
from bot.cli.try_text import try_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from bot.config import Config
    from bot.errors import ConfigError

config_app = typer.Typer(
    name="config", help="Granska konfigurationen innan den gäller.", no_args_is_help=True
)
app = config_app


@config_app.command("check")
def check(
    tests: Annotated[
        bool | None,
        typer.Option(
            help="Pröva texterna i tests.toml; annars bara om det inte behövs träning först."
        ),
    ] = None,
    thorough: Annotated[
        bool,
        typer.Option(help="Sök också teman som blandas ihop; tar så lång tid som en träning."),
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Läs hela konfigurationen och visa allt som är fel, eller vad som är inställt.

    Slutar med 2 om något är fel, med 1 om ett prov i tests.toml inte hålls.
    """
    from rich.console import Console
    from rich.text import Text

    from bot.cli.config_doubts import all_doubts
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
    past = _past_faults(loaded)
    for fault in past:
        complain(str(fault))
    if past:
        complain(f"\n{len(past)} fel i {directory}.")
        raise typer.Exit(2)
    console = Console()
    console.print(summary(loaded))
    console.print(
        f"{len(loaded.themes)} teman, {sum(map(len, loaded.examples.values()))} exempel, "
        f"{len(loaded.areas)} områden, {len(loaded.places)} platser, "
        f"språk: {', '.join(loaded.languages)}. Version {loaded.version}.",
        highlight=False,
        soft_wrap=True,
    )
    if loaded.mail.host is not None:
        console.print(
            f"E-post går genom {loaded.mail.host} från {loaded.mail.sender}.",
            highlight=False,
            soft_wrap=True,
        )
    for doubt in all_doubts(loaded, thorough=thorough):
        console.print(Text(f"Se över: {doubt}", style="yellow"), soft_wrap=True)
    console.print(f"Inga fel i {directory}.", style="green", highlight=False, soft_wrap=True)
    if tests is not False and loaded.tests and not _held(loaded, console, train=tests is True):
        raise typer.Exit(1)


@config_app.command("schema")
def schema(
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Skriv de scheman som textredigerare kontrollerar och kompletterar filerna med.

    De hör till programmets version: skriv om dem när du har uppdaterat det.
    """
    from bot.config.json_schema import write_schemas
    from bot.config.locations import default_config_dir
    from bot.config.settings import load_settings
    from bot.errors import DirectoryUnusable

    directory = config or load_settings().config or default_config_dir()
    try:
        written = write_schemas(directory)
    except OSError as error:
        raise DirectoryUnusable(
            f"{directory} går inte att skriva i ({error.strerror}). Ange konfigurationskatalogen "
            "med --config."
        ) from error
    for path in written:
        say(f"Skrev {path}")


config_app.command("try")(try_text)
config_app.command("impact")(impact)
config_app.command("history")(history)
config_app.command("reason")(reason)


def _past_faults(config: "Config") -> "tuple[ConfigError, ...]":
    """What the database of the settings says against it; nothing where there is none yet.

    Nor where it cannot be used: that is told beside what to look at once more.
    """
    from bot.cli.setup import in_transaction
    from bot.config.settings import load_settings
    from bot.errors import SettingInvalid
    from bot.storage_access import is_there
    from bot.theme_lives import past_faults
    from storage.errors import StorageError

    settings = load_settings()
    if not is_there(settings):
        return ()
    try:
        return in_transaction(settings, lambda tx: past_faults(tx, config))
    except (SettingInvalid, StorageError):
        return ()


def _held(config: "Config", console: "Console", *, train: bool) -> bool:
    """Try the configuration's own tests and tell those that fail; True if none did.

    Without `train` they are tried only where the reading is trained already.
    """
    from rich.text import Text

    from bot.cli.shown_reading import shown_reading
    from bot.cli.shown_trial import broken_line
    from bot.config.settings import load_settings
    from bot.tuning.trials import tried
    from nlp.training import is_trained

    reader_config = config.reader_config(cache_dir=load_settings().cache_dir)
    if not train and not is_trained(reader_config):
        console.print(
            f"De {len(config.tests)} proven i tests.toml är inte prövade: läsningen är ändrad och "
            "tar en stund att träna. Kör `brabot config check --tests`.",
            highlight=False,
            soft_wrap=True,
        )
        return True
    from nlp.reader import Reader

    reader = Reader(reader_config, show_progress=True)
    broken = [trial for trial in tried(config.tests, reader) if trial.misses]
    for trial in broken:
        console.print(Text(broken_line(trial), style="bold red"), soft_wrap=True)
        console.print(shown_reading(trial.expectation.text, trial.reading, config, legend=False))
    held = len(config.tests) - len(broken)
    console.print(
        f"{held} av {len(config.tests)} prov i tests.toml hålls.", highlight=False, soft_wrap=True
    )
    return not broken


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
