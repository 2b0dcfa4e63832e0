"""`brabot lagesbild`: the longer picture for a meeting, as PDF and web page."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import tell

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.lagesbild.spans import Span

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def lagesbild(
    focus_area: Annotated[
        str, typer.Option(help="Fokusområdets id, eller all för hela kommunen.")
    ] = "all",
    first: Annotated[
        str | None, typer.Option("--from", help="Första dagen, som 2025-01-01.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="Sista dagen, som 2025-12-31.")] = None,
    period: Annotated[
        str | None, typer.Option(help="År eller kvartal, som 2025 eller 2025-Q4.")
    ] = None,
    since_last_meeting: Annotated[
        bool, typer.Option("--since-last-meeting", help="Sedan förra mötet i brabot.toml.")
    ] = False,
    formats: Annotated[str, typer.Option("--format", help="pdf, html eller båda.")] = "pdf,html",
    out: Annotated[Path, typer.Option(help="Katalog för filerna.")] = Path(),
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Gör en lägesbild på några sidor inför ett möte; utan period den av förra kvartalet."""
    from bot.cli.setup import configured
    from bot.focus_areas import known_focus_area
    from bot.form_files import parse_forms
    from bot.lagesbild.building import build
    from bot.lagesbild.forms import Form, write_forms
    from bot.lagesbild.material import Material, gather
    from bot.lagesbild.whole import WHOLE
    from bot.storage_access import open_storage
    from bot.texts.catalogue import load_texts

    loaded, settings = configured(config)
    if focus_area != WHOLE:
        known_focus_area(loaded, focus_area)
    forms = parse_forms(formats, Form)
    now = datetime.now(UTC)
    span = _span(loaded, focus_area, first, last, period, since=since_last_meeting, now=now)
    texts = load_texts(loaded.languages, default=loaded.languages[0])

    async def work() -> Material:
        database = await open_storage(settings)
        try:
            return await gather(database, loaded, texts, focus_area, span, now)
        finally:
            await database.close()

    made = build(asyncio.run(work()), texts)
    for notice in made.notices:
        tell(notice)
    for path in write_forms(made, f"lagesbild-{focus_area}-{span.period}", out, forms):
        tell(f"Skrev {path}")


def _span(
    config: "Config",
    focus_area: str,
    first: str | None,
    last: str | None,
    period: str | None,
    *,
    since: bool,
    now: datetime,
) -> "Span":
    from bot.digest.periods import parse_day
    from bot.errors import InputInvalid
    from bot.lagesbild.spans import last_quarter, span_between, span_since_meeting, written_span

    if (first is None) != (last is None):
        raise InputInvalid("Ange både --from och --to, den första och den sista dagen.")
    if sum([first is not None, period is not None, since]) > 1:
        raise InputInvalid("Ange bara en av --period, --from med --to, och --since-last-meeting.")
    if first is not None and last is not None:
        return span_between(parse_day(first), parse_day(last), config, now)
    if period is not None:
        return written_span(period, config, now)
    return span_since_meeting(config, focus_area, now) if since else last_quarter(config, now)
