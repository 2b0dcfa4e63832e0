"""`brabot concern`: single concerns, read and followed by a human."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from bot.concern_desk import Original

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Lista och visa enskilda tips, och sätt deras status.",
)

Reference = Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


@app.command("list")
def list_concerns(
    week: Annotated[str | None, typer.Option(help="Bara ISO-veckan, som 2026-W47.")] = None,
    status: Annotated[
        str | None, typer.Option(help="Bara med status new, open, done eller closed.")
    ] = None,
    needs_human: Annotated[
        bool, typer.Option("--needs-human", help="Bara det som boten inte är säker på.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Högst så många.")] = 50,
    config: ConfigOption = None,
) -> None:
    """Lista det senaste som har berättats, det nyaste sist, med maskerad text."""
    from bot import concern_desk as desk
    from bot.cli.concern_text import lines
    from bot.cli.setup import configured, in_transaction
    from bot.digest.weeks import Week

    loaded, settings = configured(config)
    zone = loaded.municipality.timezone
    wanted = desk.Wanted(
        limit=limit,
        week=None if week is None else Week.parse(week),
        status=None if status is None else desk.parse_status(status),
        needs_human=needs_human,
    )
    listed = in_transaction(settings, lambda tx: desk.list_concerns(tx, wanted, zone))
    for line in lines(listed.concerns, zone):
        say(line)
    if not listed.concerns:
        tell("Det finns inget sådant tips.")
    if listed.more:
        tell(f"Det finns äldre också: välj en vecka eller höj --limit (nu {limit}).")


@app.command()
def show(
    reference: Reference,
    original: Annotated[
        bool, typer.Option("--original", help="Visa också texten som den skrevs.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            metavar="SKÄL", help="Varför du behöver originalet. Antecknas: skriv inga namn."
        ),
    ] = None,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Visa ett tips med maskerad text, eller, med ett skäl, också originaltexten."""
    from bot import concern_desk as desk
    from bot.cli.concern_text import sheet
    from bot.cli.setup import configured, in_transaction
    from bot.errors import InputInvalid

    if original and reason is None:
        raise InputInvalid('Originaltexten visas bara med ett skäl: --original --reason "…".')
    if reason is not None and not original:
        raise InputInvalid("--reason hör ihop med --original.")
    loaded, settings = configured(config)
    if reason is None:
        concern = in_transaction(settings, lambda tx: desk.find_concern(tx, reference))
        say(sheet(concern, loaded))
        return
    actor, why, now = desk.actor(by), reason, datetime.now(UTC)
    found = in_transaction(
        settings, lambda tx: desk.read_original(tx, reference, reason=why, actor=actor, now=now)
    )
    say(sheet(found.concern, loaded))
    _show_original(found)


@app.command("status")
def set_status(
    reference: Reference,
    status: Annotated[str, typer.Argument(metavar="new|open|done|closed")],
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Sätt ett tips status. Den som skrev ser den i /mina, men får inget meddelande."""
    from bot import concern_desk as desk
    from bot.cli.setup import configured, in_transaction

    _, settings = configured(config)
    wanted, actor, now = desk.parse_status(status), desk.actor(by), datetime.now(UTC)
    concern, changed = in_transaction(
        settings, lambda tx: desk.set_status(tx, reference, wanted, actor=actor, now=now)
    )
    if not changed:
        tell(f"{concern.reference} har redan status {wanted}.")
        return
    tell(f"{concern.reference}: {concern.status} → {wanted}.")


def _show_original(found: "Original") -> None:
    from bot.cli.concern_text import legible

    say("\nOriginaltext:")
    for text in found.texts:
        say(legible(text))
    gone = found.concern.message_count - len(found.texts)
    if gone:
        tell(f"Originalet till {gone} av {found.concern.message_count} meddelanden är gallrat.")
    tell("Att du har läst originalet, och varför, är antecknat.")
