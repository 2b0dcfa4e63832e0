"""All commands in one place, and what their errors look like."""

import gc
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import Any

import typer

from bot.cli.output import complain
from bot.errors import BrabotError

_COMMANDS = {
    "demo": ("bot.cli.demo", "Spela upp fyra veckor av påhittade meddelanden, utan Telegram."),
    "init": ("bot.cli.init", "Skriv standardkonfigurationen i en katalog."),
    "run": ("bot.cli.run", "Kör boten."),
    "group": ("bot.cli.group", "Bjud in, lista och ta bort grupper."),
    "mail": ("bot.cli.mail", "Ta hand om e-post som studsar."),
    "concern": ("bot.cli.concern", "Lista, visa och besvara enskilda tips, och sätt deras status."),
    "followup": ("bot.cli.followup", "Berätta vad som är gjort för dem som följer ett område."),
    "read": ("bot.cli.read", "Läs texter (JSON Lines) och visa hur de förstås."),
    "evaluate": ("bot.cli.evaluate", "Mät läsningen mot en facitfil."),
    "import": ("bot.cli.import_reports", "Läs in gamla rapporter (JSON Lines)."),
    "digest": ("bot.cli.digest", "Visa eller skicka en veckas sammanställning."),
    "lagesbild": ("bot.cli.lagesbild", "Gör en lägesbild inför ett möte, som PDF och webbsida."),
    "deliveries": ("bot.cli.deliveries", "Visa vilka sammanställningar som har kommit fram."),
    "config": ("bot.cli.config", "Kontrollera och pröva konfigurationen."),
    "theme": ("bot.cli.theme", "Visa teman, och avsluta ett."),
    "examples": ("bot.cli.examples", "Ta till vara det som människor har rättat."),
    "resort": ("bot.cli.resort", "Läs om arkivet med den konfiguration som gäller."),
    "purge": ("bot.cli.purge", "Gallra det som har sparats länge nog."),
    "hold": ("bot.cli.hold", "Lås ärenden som inte får gallras, enligt ett beslut."),
    "export": ("bot.cli.export", "Skriv ut ärenden, maskerade, som CSV eller JSON Lines."),
    "backup": ("bot.cli.backup", "Skriv en krypterad säkerhetskopia, också medan boten kör."),
    "restore": ("bot.cli.restore", "Läs in en säkerhetskopia som databas."),
    "key": ("bot.cli.key", "Byt den hemliga nyckeln."),
    "storage": ("bot.cli.storage", "Flytta arkivet mellan SQLite och PostgreSQL."),
    "bench": ("bot.cli.bench", "Mät hur snabbt den här datorn arbetar."),
    "health": ("bot.cli.health", "Kontrollera konfiguration, databas och läsning."),
}
"""Command → the module whose `app` it is, and its help: `--help` imports none of them."""
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Python's own 700 make it look for garbage in what is being imported a fourth of the time."""


def run_command_line() -> None:
    """Run what the arguments say.

    Exit codes: 0 done, 1 it found what it was asked to look for to be wrong, 2 wrong usage
    or configuration.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    app = build_command_line(sys.argv[1:2])
    _guard(lambda: app(prog_name="brabot"))


def build_command_line(wanted: Sequence[str]) -> typer.Typer:
    """The whole command line; only the module of the `wanted` command is imported."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        # To import what draws the boxes takes longer than all the rest of `brabot --help`.
        rich_markup_mode="rich" if any(name in _COMMANDS for name in wanted) else None,
        help="Bråbot: invånare berättar, rådet får bilden.",
    )
    for name, (module, summary) in _COMMANDS.items():
        if name not in wanted:
            app.command(name, help=summary)(_not_imported)
            continue
        found: typer.Typer = importlib.import_module(module).app
        if len(found.registered_commands) > 1 or found.registered_callback is not None:
            app.add_typer(found, name=name)
        else:
            app.command(name)(_only_command(found))
    return app


def _only_command(app: typer.Typer) -> Callable[..., Any]:
    callback = app.registered_commands[0].callback
    if callback is None:
        raise TypeError("a command without a function")
    return callback


def _not_imported() -> None:
    """Stands in the list of commands for one whose module is not needed."""


def _guard(app: Callable[[], Any]) -> None:
    from nlp.errors import ReadingError
    from storage.errors import StorageError

    try:
        app()
    except (BrabotError, ReadingError, StorageError) as error:
        complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
