"""`brabot hold`: concerns that must be kept by a decision."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import say, tell

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Lås ärenden som inte får gallras, enligt ett beslut.",
)
Reference = Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


@app.command()
def add(
    reference: Reference,
    reason: Annotated[str, typer.Option("--reason", help="Varför; sparas krypterat.")],
    decision: Annotated[
        str, typer.Option("--decision", metavar="NUMMER", help='Beslutets, som "KS 2026-123".')
    ],
    by: By = None,
    config: ConfigOption = None,
) -> None:
    """Lås ett ärende: varken gallringen eller den som skrev tar bort det."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor, hold

    _, settings = configured(config)
    who, now = actor(by), datetime.now(UTC)
    concern = in_transaction(
        settings,
        lambda tx: hold(tx, reference, reason=reason, decision=decision, actor=who, now=now),
    )
    say(f"{concern.reference} är låst: det gallras inte förrän brabot hold lift.")
    tell(
        "Vill den som skrev ta bort ärendet får den veta att det sparas enligt beslutet, och vart "
        "den kan vända sig."
    )


@app.command("list")
def list_holds(config: ConfigOption = None) -> None:
    """Lista det som är låst, det som har varit det längst först."""
    from rich.table import Table

    from bot.cli.setup import configured, in_transaction
    from bot.cli.terminal import console

    loaded, settings = configured(config)
    found = in_transaction(settings, lambda tx: tx.holds.all())
    if not found:
        tell("Inget är låst.")
        return
    table = Table("Ärende", "Beslut", "Sedan", "Av", "Skäl")
    for one in found:
        since = one.held_at.astimezone(loaded.municipality.timezone)
        table.add_row(one.reference, one.decision, f"{since:%Y-%m-%d}", one.actor, one.reason)
    console().print(table)


@app.command()
def lift(reference: Reference, by: By = None, config: ConfigOption = None) -> None:
    """Häv låsningen: gallringen gäller igen, från första natten."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor, lift_hold

    _, settings = configured(config)
    who, now = actor(by), datetime.now(UTC)
    concern = in_transaction(settings, lambda tx: lift_hold(tx, reference, actor=who, now=now))
    say(f"{concern.reference} är inte låst längre.")
