"""`brabot health`: is everything there that the bot needs?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.config.settings import Settings
    from nlp.reader import Reader

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def health(
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Kontrollera inställningar, konfiguration, databas och läsning. Frågar inte Telegram."""
    from datetime import UTC, datetime

    from bot.health import look

    checks = []
    for check in look(config, build_reader=_build_reader, now=datetime.now(UTC)):
        say(f"{'ok' if check.ok else 'fel':<5}{check.name}: {check.found}")
        checks.append(check)
    if any(check.wrong_use for check in checks):
        raise typer.Exit(2)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def _build_reader(config: "Config", settings: "Settings") -> "Reader":
    from bot.app import build_reader

    return build_reader(config, settings, progress=True)
