"""`brabot concern mute`, `unmute` and `muted`: of whom nothing is passed on for a while."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import say, tell

Reference = Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


def mute(
    reference: Reference,
    reason: Annotated[
        str,
        typer.Option(
            metavar="SKÄL",
            help="Varför. Antecknas, och visas för den som skrev om hen ber om sina uppgifter.",
        ),
    ],
    days: Annotated[
        int | None, typer.Option(min=1, max=366, help="Så många dagar; annars tills vidare.")
    ] = None,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """För inte vidare det som den som skrev tipset skriver härefter. Akut fara larmas ändå."""
    from bot import concern_desk as desk
    from bot import muting_desk
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    actor, now = desk.actor(by), datetime.now(UTC)
    until = in_transaction(
        settings,
        lambda tx: muting_desk.mute(tx, reference, reason=reason, days=days, actor=actor, now=now),
    )
    lasts = "tills vidare"
    if until is not None:
        lasts = f"till {until.astimezone(loaded.municipality.timezone):%Y-%m-%d}"
    tell(f"Det som den personen skriver förs inte vidare, {lasts}. Fara besvaras alltid.")


def unmute(reference: Reference, by: ByOption = None, config: ConfigOption = None) -> None:
    """För åter vidare det som den som skrev tipset skriver."""
    from bot import concern_desk as desk
    from bot import muting_desk
    from bot.cli.setup import configured, in_transaction

    _, settings = configured(config)
    actor, now = desk.actor(by), datetime.now(UTC)
    in_transaction(settings, lambda tx: muting_desk.unmute(tx, reference, actor=actor, now=now))
    tell("Det som den personen skriver härefter förs vidare igen.")


def muted(config: ConfigOption = None) -> None:
    """Lista dem vars tips inte förs vidare, med skäl och hur många tips det gäller."""
    from bot.cli.concern_text import legible
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    zone, now = loaded.municipality.timezone, datetime.now(UTC)
    found = in_transaction(settings, lambda tx: tx.muting.all(now=now))
    for one in found:
        until = (
            "tills vidare" if one.until is None else f"till {one.until.astimezone(zone):%Y-%m-%d}"
        )
        say(
            f"{one.reference or '–'}  {one.pseudonym or '–'}  "
            f"{one.muted_at.astimezone(zone):%Y-%m-%d} {until}  "
            f"{one.kept_apart} tips åt sidan  {one.actor}: {legible(one.reason)}"
        )
    if not found:
        tell("Ingens tips hålls åt sidan.")


def add_to(app: typer.Typer) -> None:
    """Make them commands of `app`."""
    app.command()(mute)
    app.command()(unmute)
    app.command()(muted)
