"""`brabot digest`: one focus area and week, shown, written to files or sent."""

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.digest.forms import Form
    from bot.digest.periods import Period
    from bot.digest.weeks import Week
    from bot.texts.catalogue import Texts
    from storage.database import Database

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def digest(
    focus_area: Annotated[str, typer.Option(help="Fokusområdets id, till exempel trafik.")],
    week: Annotated[
        str | None, typer.Option(help="ISO-vecka som 2026-W47; annars den senaste hela.")
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(help="I stället för en vecka: 2026-Q4, 2026 eller 2026-10-01--2026-11-22."),
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", help="En eller flera av text,html,json,png,pdf,csv,xlsx,geojson."),
    ] = "text",
    send: Annotated[
        bool, typer.Option("--send", help="Skicka till fokusområdets grupper, en gång var.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Katalog för filerna.")] = Path(),
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAMN", help="Vem som skickar; antecknas i loggen."),
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Visa, skriv eller skicka en veckas sammanställning för ett fokusområde."""
    from bot.cli.setup import configured
    from bot.concern_desk import actor
    from bot.digest.forms import Form
    from bot.digest.weeks import Week
    from bot.focus_areas import known_focus_area
    from bot.form_files import parse_forms
    from bot.logs import configure_logging
    from bot.storage_access import open_storage
    from bot.texts.catalogue import load_texts

    who = actor(by)
    loaded, settings = configured(config)
    configure_logging(as_json=settings.log_format == "json", level=logging.WARNING)
    known_focus_area(loaded, focus_area)
    forms = parse_forms(formats, Form)
    now = datetime.now(UTC)
    zone = loaded.municipality.timezone
    wanted = _wanted(week, period, Week.last_complete(now, zone))
    texts = load_texts(loaded.languages, default=loaded.languages[0])

    async def work() -> None:
        database = await open_storage(settings)
        try:
            if send:
                await _send(database, loaded, texts, focus_area, wanted, who, now=now)
            await _show(database, loaded, texts, focus_area, wanted, forms, out, now=now)
        finally:
            await database.close()

    asyncio.run(work())


def _wanted(week: str | None, period: str | None, otherwise: "Week") -> "Period":
    from bot.digest.periods import Period
    from bot.digest.weeks import Week
    from bot.errors import InputInvalid

    if week is not None and period is not None:
        raise InputInvalid("Ange --week eller --period, inte båda.")
    if period is not None:
        return Period.parse(period)
    return Period.of_week(otherwise if week is None else Week.parse(week))


async def _show(
    database: "Database",
    config: "Config",
    texts: "Texts",
    focus_area: str,
    period: "Period",
    forms: "tuple[Form, ...]",
    out: Path,
    *,
    now: datetime,
) -> None:
    from bot.digest.forms import Form, json_text, write_forms
    from bot.digest.making import preview_digest
    from bot.digest.report import build_report
    from bot.digest.telegram import plain_text

    facts, quotes = await preview_digest(database, config, focus_area, period, now=now)
    if Form.TEXT in forms:
        say(plain_text(build_report(facts, quotes, config, texts)))
    if forms == (Form.JSON,):
        say(json_text(facts).rstrip())
        return
    filed = [form for form in forms if form is not Form.TEXT]
    for path in write_forms(facts, config, texts, out, filed, quotes=quotes):
        tell(f"Skrev {path}")


async def _send(
    database: "Database",
    config: "Config",
    texts: "Texts",
    focus_area: str,
    period: "Period",
    who: str,
    *,
    now: datetime,
) -> None:
    from bot.digest.publish import deliver_to_all

    sent = await deliver_to_all(database, config, texts, focus_area, period, now=now)
    if sent.queued:
        async with database.transaction() as tx:
            await tx.audit.write(
                at=now,
                actor=who,
                action="digest_sent",
                subject=f"focus_area:{focus_area}",
                detail={"period": str(period), "groups": sent.queued},
            )
    if not sent.queued and not sent.before:
        tell(
            f"{focus_area} har inga grupper ännu. "
            f"Bjud in en med `brabot group invite {focus_area}`."
        )
        return
    tell(f"Skickas till {_groups(sent.queued)}; {_groups(sent.before)} hade redan fått den.")


def _groups(count: int) -> str:
    return "1 grupp" if count == 1 else f"{count} grupper"
