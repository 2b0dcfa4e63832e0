"""`brabot concern answer`: whoever told a concern gets an answer."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


def answer(
    reference: Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Skickas ordagrant.")],
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Svara den som skrev. Svaret skickas ordagrant, utan ditt namn."""
    from bot import concern_desk as desk
    from bot.answering import fit_for_residents
    from bot.cli.answer_text import outcome, teller
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    written = fit_for_residents(text, "Texten")
    telling = teller(loaded, desk.actor(by), datetime.now(UTC))
    concern, told = in_transaction(
        settings, lambda tx: desk.answer(tx, reference, written, telling)
    )
    for line in outcome(told, concern, loaded):
        tell(line)
