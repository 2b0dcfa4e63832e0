"""`brabot concern media`: the cleaned files of a concern, written to a folder."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import say, tell


def add_media(app: typer.Typer) -> None:
    """Add the command to those about single concerns."""
    app.command("media")(write_media)


def write_media(
    reference: Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")],
    out: Annotated[Path, typer.Option(metavar="MAPP", help="Dit filerna skrivs.")],
    reason: Annotated[
        str,
        typer.Option(metavar="SKÄL", help="Varför du behöver filerna. Antecknas: skriv inga namn."),
    ],
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")] = None,
) -> None:
    """Skriv ut bilder och andra filer som hör till ett tips. De är rensade från metadata."""
    from bot import concern_media as desk
    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor

    _, settings = configured(config)
    who, now = actor(by), datetime.now(UTC)
    taken = in_transaction(
        settings, lambda tx: desk.take_out(tx, reference, reason=reason, actor=who, now=now)
    )
    for path in desk.write_out(taken, out):
        say(str(path))
    if not taken:
        tell("Det finns inga sparade filer till det tipset.")
    else:
        tell("Filerna ligger okrypterade där. Ta bort dem när du är klar.")
    tell("Att du har hämtat dem, och varför, är antecknat.")
