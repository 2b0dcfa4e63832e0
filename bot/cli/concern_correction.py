"""`brabot concern theme` and `place`: a coordinator says what is right."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

Reference = Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


def set_theme(
    reference: Reference,
    theme: Annotated[str, typer.Argument(metavar="TEMA", help="Temats id, som buskorning.")],
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Rätta ett tips tema. Vad som lästes och vem som rättade sparas, också inför omläsningar."""
    from bot import concern_desk as desk
    from bot import corrections
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    wanted, actor = corrections.parse_theme(theme, loaded), desk.actor(by)
    now = datetime.now(UTC)
    concern = in_transaction(
        settings,
        lambda tx: corrections.set_theme(tx, reference, wanted, loaded, actor=actor, now=now),
    )
    before = concern.themes[0].id if concern.themes else "utan tema"
    tell(f"{concern.reference}: {before} → {wanted}.")


def set_place(
    reference: Reference,
    area: Annotated[str, typer.Argument(metavar="OMRÅDE", help="Området, som i places.csv.")],
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Rätta ett tips område. Vad som lästes och vem som rättade sparas, också inför omläsningar."""
    from bot import concern_desk as desk
    from bot import corrections
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    wanted, actor = corrections.parse_area(area, loaded), desk.actor(by)
    now = datetime.now(UTC)
    concern = in_transaction(
        settings,
        lambda tx: corrections.set_area(tx, reference, wanted, loaded, actor=actor, now=now),
    )
    tell(f"{concern.reference}: {concern.area or 'utan område'} → {wanted}.")
