"""`brabot deliveries`: which digests came, which did not, and what to do about it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config.config import Config
    from bot.delivery_words import DeliveryWords
    from storage.database import Transaction
    from storage.deliveries import Delivery

app = typer.Typer(
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Visa vilka sammanställningar som har kommit fram, och skicka igen.",
)

ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]
Number = Annotated[
    int, typer.Argument(metavar="NUMMER", help="Leveransens nummer, se `brabot deliveries`.")
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
_SHOWN = 50


@app.callback()
def deliveries(
    context: typer.Context,
    focus_area: Annotated[
        str | None, typer.Option(metavar="ID", help="Bara det här fokusområdet.")
    ] = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Bara de som någon behöver göra något åt.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Allt, som JSON.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Högst så många, de senaste.")] = _SHOWN,
    config: ConfigOption = None,
) -> None:
    """Visa leveranserna. Avslutas med 1 om någon är misslyckad eller missad och inte åtgärdad."""
    if context.invoked_subcommand is not None:
        return
    from bot.cli.delivery_table import as_rows, show_table
    from bot.cli.output import say
    from bot.cli.setup import configured, in_transaction
    from bot.focus_areas import known_focus_area

    loaded, settings = configured(config)
    if focus_area is not None:
        known_focus_area(loaded, focus_area)

    async def read(tx: "Transaction") -> "tuple[Sequence[Delivery], set[int]]":
        joined = {group.id for group in await tx.groups.list()}
        return await tx.deliveries.list(focus_area=focus_area), joined

    found, joined = in_transaction(settings, read)
    unresolved = [delivery for delivery in found if delivery.unresolved]
    wanted = unresolved if failed else found
    words = _words(loaded)
    if as_json:
        import json

        say(json.dumps(as_rows(wanted, words, joined), ensure_ascii=False, indent=2))
    elif wanted:
        show_table(wanted[-limit:], words, joined, zone=loaded.municipality.timezone)
        if len(wanted) > limit:
            tell(f"De {limit} senaste av {len(wanted)}. --limit visar fler.")
        if hidden := len(set(unresolved) - set(wanted[-limit:])):
            tell(f"{hidden} äldre behöver åtgärdas: `brabot deliveries --failed` visar dem.")
    else:
        tell("Allt har kommit fram." if failed else "Ingen sammanställning har skickats ännu.")
    if unresolved:
        raise typer.Exit(1)


@app.command()
def resend(number: Number, by: ByOption = None, config: ConfigOption = None) -> None:
    """Skicka en sammanställning igen med samma innehåll, eller en som missades."""
    import asyncio
    from datetime import UTC, datetime

    from bot.cli.setup import configured
    from bot.concern_desk import actor
    from bot.digest.resending import resend as send_again
    from bot.storage_access import open_storage
    from bot.texts.catalogue import load_texts
    from storage.digests import Digest

    loaded, settings = configured(config)
    texts = load_texts(loaded.languages, default=loaded.languages[0])
    who = actor(by)

    async def work() -> Digest:
        database = await open_storage(settings)
        try:
            return await send_again(database, loaded, texts, number, by=who, now=datetime.now(UTC))
        finally:
            await database.close()

    digest = asyncio.run(work())
    tell(f"Leverans {number} skickas av `brabot run`. `brabot deliveries` visar när den är framme.")
    if digest.quotes_gone:
        gone = "Ett citat" if digest.quotes_gone == 1 else f"{digest.quotes_gone} citat"
        tell(f"{gone} har tagits bort sedan den gjordes och är inte med.")


@app.command()
def dismiss(number: Number, by: ByOption = None, config: ConfigOption = None) -> None:
    """Avskriv en som misslyckades eller missades: inget mer ska göras åt den."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor
    from bot.errors import InputInvalid

    _, settings = configured(config)
    who, now = actor(by), datetime.now(UTC)

    async def drop(tx: "Transaction") -> bool:
        dismissed = await tx.deliveries.dismiss(number, now=now)
        if dismissed:
            await tx.audit.write(
                at=now, actor=who, action="delivery_dismissed", subject=f"delivery:{number}"
            )
        return dismissed

    if not in_transaction(settings, drop):
        raise InputInvalid(
            f"Det finns ingen leverans {number} som är misslyckad eller missad. "
            "`brabot deliveries --failed` visar dem."
        )
    tell(f"Leverans {number} är avskriven.")


def _words(config: "Config") -> "DeliveryWords":
    from bot.delivery_words import DeliveryWords
    from bot.texts.catalogue import load_texts

    texts = load_texts(config.languages, default=config.languages[0])
    return DeliveryWords(language=texts.supported(config.languages[0]), config=config, texts=texts)
