"""`brabot group`: which chats are groups of which focus area."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from storage.database import Transaction

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Bjud in, lista och ta bort grupper.",
)

ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


@app.command()
def invite(
    focus_area: Annotated[str, typer.Argument(help="Fokusområdets id, till exempel trafik.")],
    config: ConfigOption = None,
) -> None:
    """Skriv ut en engångskod: /koppla KOD i en gruppchatt gör chatten till en grupp."""
    from bot.cli.setup import configured, in_transaction
    from bot.config.spelling import nearest
    from bot.errors import InputInvalid

    loaded, settings = configured(config)
    known = [f.id for f in loaded.focus_areas]
    if focus_area not in known:
        guess = nearest(focus_area, known)
        hint = f' Menade du "{guess}"?' if guess else ""
        raise InputInvalid(
            f'"{focus_area}" är inget fokusområde.{hint} Det finns: {", ".join(known)}.'
        )
    days = loaded.groups.invite_valid_days

    async def make(tx: "Transaction") -> str:
        return await tx.groups.invite(
            focus_area, now=datetime.now(UTC), valid_for=timedelta(days=days)
        )

    code = in_transaction(settings, make)
    say(code)
    tell(f"Skriv /koppla {code} i gruppchatten inom {days} dagar. Koden gäller en gång.")


@app.command("list")
def list_groups(config: ConfigOption = None) -> None:
    """Lista grupperna: nummer, fokusområde och sedan när."""
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    groups = in_transaction(settings, lambda tx: tx.groups.list())
    for group in groups:
        since = group.created_at.astimezone(loaded.municipality.timezone).date().isoformat()
        say(f"{group.id}\t{group.focus_area}\tsedan {since}")
    if not groups:
        tell("Det finns inga grupper. Bjud in en med `brabot group invite FOKUSOMRÅDE`.")


@app.command()
def remove(
    group_id: Annotated[int, typer.Argument(help="Gruppens nummer, se `brabot group list`.")],
    config: ConfigOption = None,
) -> None:
    """Ta bort en grupp: den får inga fler sammanställningar."""
    from bot.cli.setup import configured, in_transaction
    from bot.errors import InputInvalid

    _, settings = configured(config)

    async def drop(tx: "Transaction") -> bool:
        known = {group.id for group in await tx.groups.list()}
        if group_id in known:
            await tx.groups.remove(group_id, now=datetime.now(UTC))
        return group_id in known

    if not in_transaction(settings, drop):
        raise InputInvalid(f"Det finns ingen grupp {group_id}. `brabot group list` visar dem.")
    tell(f"Grupp {group_id} är borttagen.")
