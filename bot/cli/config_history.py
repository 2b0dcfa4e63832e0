"""`brabot config history`: what was changed in the configuration, when, by whom and why."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from datetime import tzinfo

    from rich.table import Table

    from bot.config_history import Happening

_WHAT = {
    None: "sparad i git",
    "config_changed": "tagen i bruk",
    "config_reason_given": "skäl antecknat",
    "config_loss_accepted": "förlust godtagen",
    "archive_resorted": "arkivet omsorterat",
    "backup_restored": "säkerhetskopia inläst",
    "backup_taken": "säkerhetskopia tagen",
    "concern_answered": "tips besvarat",
    "concern_answered_back": "invånare svarade",
    "concern_area_set": "område rättat",
    "concern_confirmed": "läsning bekräftad",
    "concern_deleted": "tips borttaget",
    "concern_held": "tips låst",
    "concern_hold_lifted": "lås upphävt",
    "concern_status_set": "status satt",
    "concern_theme_set": "tema rättat",
    "concerns_exported": "tips exporterade",
    "delivery_dismissed": "leverans avskriven",
    "digest_resent": "sammanställning omskickad",
    "digest_sent": "sammanställning skickad",
    "examples_suggested": "förslag visade",
    "followup_sent": "uppföljning skickad",
    "group_invited": "grupp inbjuden",
    "group_joined": "grupp kopplad",
    "group_lost": "grupp stängde boten ute",
    "group_mailbox_added": "brevlåda tillagd",
    "group_removed": "grupp borttagen",
    "media_read": "bilder uttagna",
    "original_read": "originaltext läst",
    "reports_imported": "rapporter inlästa",
    "resident_forgotten": "invånare glömd",
    "resident_muted": "invånare tystad",
    "resident_unmuted": "tystnad upphävd",
    "retention_applied": "gallrat",
    "secret_key_rotated": "nyckel bytt",
    "storage_moved": "arkivet flyttat",
    "tips_read": "tips lästa i grupp",
}
"""What the actions of the audit log are called; one that has no name here is shown as it is."""


def history(
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Högst så många händelser.")] = 30,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Allt som är antecknat i loggen, om grupper och tips också."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv allt som JSON.")] = False,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Visa vad som har ändrats i konfigurationen, när och varför: loggen och git tillsammans."""
    from bot.cli.setup import configured, in_transaction
    from bot.cli.terminal import console
    from bot.config_history import history as happened

    loaded, settings = configured(config)
    found = in_transaction(
        settings, lambda tx: happened(tx, loaded.directory, limit=limit, everything=everything)
    )
    if as_json:
        plain = [{**asdict(one), "at": one.at.isoformat()} for one in found]
        say(json.dumps(plain, ensure_ascii=False, indent=2))
    elif found:
        console().print(_table(found, loaded.municipality.timezone))
    else:
        tell("Inget är antecknat än. Det första antecknas när boten startas.")


def reason(
    why: Annotated[str, typer.Argument(metavar="SKÄL", help="Varför, på en rad.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Konfigurationskatalogen."),
    ] = None,
) -> None:
    """Anteckna varför konfigurationen är som den är nu. Under git räcker det att skriva det där."""
    from datetime import UTC, datetime

    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor, plain_line
    from bot.config_history import give_reason

    who, line = actor(by), plain_line(why, "Skälet")
    loaded, settings = configured(config)
    in_transaction(
        settings, lambda tx: give_reason(tx, loaded, line, actor=who, now=datetime.now(UTC))
    )
    tell(f"Antecknat för version {loaded.version}.")


def _table(found: "list[Happening]", zone: "tzinfo") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table("När", "Vad", "Vem", "Skäl och ändringar")
    for one in found:
        what = _WHAT.get(one.action, one.action or "")
        about = one.version or one.subject
        version = " ".join(part for part in (about, one.commit) if part)
        told = [*([f"”{one.reason}”"] if one.reason else []), *one.lines]
        table.add_row(
            Text(f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}"),
            Text(f"{what}\n{version}"),
            Text(one.actor),
            Text("\n".join(told)),
        )
    return table
