"""`brabot mail`: mails that came back."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import complain, tell

if TYPE_CHECKING:
    from bot.mail.bounce import Bounce
    from storage.database import Transaction

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Ta hand om e-post som studsar.",
)


@app.callback()
def mail() -> None:
    """Ta hand om e-post som studsar."""


@app.command()
def bounce(
    file: Annotated[
        str, typer.Argument(metavar="[FIL|-]", help="Studsen som .eml; - är standard in.")
    ] = "-",
    config: Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")] = None,
) -> None:
    """Anteckna att ett brev inte kom fram, så att `brabot deliveries` visar det."""
    from bot.cli.setup import configured, in_transaction
    from bot.errors import BounceUnreadable
    from bot.mail.bounce import read_bounce

    _, settings = configured(config)
    try:
        told = read_bounce(_content(file))
    except BounceUnreadable as error:
        complain(str(error))
        raise typer.Exit(1) from None
    if not told.failed:
        tell(f"Brevet är försenat eller framme ({told.status}). Ingenting har ändrats.")
        return

    async def note(tx: "Transaction") -> list[bool | None]:
        return await _note(tx, told)

    noted = in_transaction(settings, note)
    if True in noted:
        tell(f"Antecknat: brevet kom inte fram ({told.status}). `brabot deliveries` visar det.")
    elif False in noted:
        tell("Det är känt sedan förut att brevet inte kom fram. Ingenting har ändrats.")
    else:
        complain("Studsen gäller inget brev härifrån, eller ett så gammalt att det inte är kvar.")
        raise typer.Exit(1)


async def _note(tx: "Transaction", told: "Bounce") -> "list[bool | None]":
    now = datetime.now(UTC)
    reason = f"mail_bounced {told.status}"
    return [await tx.outbox.bounced(token, now=now, reason=reason) for token in told.tokens]


def _content(file: str) -> bytes:
    from bot.errors import InputInvalid
    from bot.mail.bounce import MOST_BYTES

    try:
        if file == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(file).open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputInvalid(f"{file} går inte att läsa ({error.strerror}).") from error
