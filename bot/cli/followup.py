"""`brabot followup`: those who follow an area are told what has been done there."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import tell

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def followup(
    area: Annotated[str, typer.Argument(metavar="OMRÅDE", help="Till exempel Norrby.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Skickas ordagrant.")],
    theme: Annotated[
        str | None, typer.Option(metavar="ID", help="Temat det handlar om, till exempel belysning.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")] = None,
) -> None:
    """Berätta vad som är gjort för dem som följer ett område (/folj)."""
    from bot import concern_desk as desk
    from bot.answering import fit_for_residents
    from bot.cli.setup import configured, in_transaction
    from bot.corrections import parse_area, parse_theme
    from bot.followups import followers_in_words, send_followup
    from bot.texts.catalogue import load_texts
    from storage.database import Transaction
    from storage.following import NewFollowup

    loaded, settings = configured(config)
    named = parse_area(area, loaded)
    about = None if theme is None else parse_theme(theme, loaded)
    written, actor, now = fit_for_residents(text, "Texten"), desk.actor(by), datetime.now(UTC)
    texts = load_texts(loaded.languages, default=loaded.languages[0])

    async def send(tx: Transaction) -> tuple[str, datetime | None]:
        new = NewFollowup(area=named, text=written, by=actor, theme=about)
        kept = await tx.following.drafted(await tx.following.draft(new, now=now))
        assert kept is not None  # noqa: S101 - it was kept just now
        many = await followers_in_words(tx, named, loaded, texts, "sv")
        return many, await send_followup(tx, kept, loaded, texts, now=now)

    many, at = in_transaction(settings, send)
    tell(f"Skickas till dem som följer {named} ({many}).")
    if at is not None:
        local = at.astimezone(loaded.municipality.timezone)
        tell(f"De får det {local:%Y-%m-%d %H:%M}, efter de tysta timmarna.")
