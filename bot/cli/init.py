"""`brabot init`: a configuration directory to begin from."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import complain, say

app = typer.Typer(add_completion=False)


def init(directory: Path) -> tuple[Path, ...]:
    """Write the shipped configuration to a directory, which is made if need be.

    Returns:
        The files written, in the order that an admin should look at them.

    Raises:
        DirectoryUnusable: the directory holds something already, and nothing is written; or
            it cannot be written.
    """
    from bot.config.json_schema import write_schemas
    from bot.config.locations import default_config_dir
    from bot.errors import DirectoryUnusable

    source = default_config_dir()
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise DirectoryUnusable(
            f"{directory} finns redan och är inte tom, så inget skrevs. "
            "Välj en ny katalog, eller flytta undan den som finns."
        )
    try:
        shutil.copytree(source, directory, dirs_exist_ok=True)
        write_schemas(directory)
    except OSError as error:
        raise DirectoryUnusable(
            f"{directory} går inte att skriva. Välj en annan katalog, eller ge dig rätt till den."
        ) from error
    written = (path for path in directory.rglob("*") if path.is_file())
    return tuple(sorted(written, key=lambda path: (len(path.relative_to(directory).parts), path)))


@app.command()
def init_command(
    directory: Annotated[Path, typer.Argument(help="Katalogen att skriva till.")],
) -> None:
    """Skriv en kommenterad konfiguration att börja från."""
    from bot.errors import DirectoryUnusable

    try:
        files = init(directory)
    except DirectoryUnusable as error:
        complain(str(error))
        raise typer.Exit(2) from error
    say(f"Klart: {len(files)} filer i {directory}.\n")
    say("Nästa steg:")
    say(f"  1. Öppna {directory / 'brabot.toml'} och byt ut det som är märkt BYT UT.")
    say(f"  2. Kontrollera: brabot config check --config {directory}")
    say(f"  3. Starta:      brabot run --config {directory}")
