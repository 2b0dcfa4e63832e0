"""`brabot group`: which chats and mailboxes are groups of which focus area."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from bot.config.config import Config
    from storage.database import Transaction
    from storage.groups import Group

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Bjud in, lista och ta bort grupper.",
)

AdminOption = Annotated[
    bool, typer.Option("--admin", help="För den som sköter boten: får veta när något går fel.")
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


@app.command()
def invite(
    focus_area: Annotated[
        str | None, typer.Argument(help="Fokusområdets id, till exempel trafik.")
    ] = None,
    admin: AdminOption = False,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Skriv ut en engångskod: /koppla KOD i en gruppchatt gör chatten till en grupp."""
    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor

    loaded, settings = configured(config)
    of = _whose(focus_area, loaded, admin=admin)
    who, now, days = actor(by), datetime.now(UTC), loaded.groups.invite_valid_days

    async def make(tx: "Transaction") -> str:
        code = await tx.groups.invite(of, now=now, valid_for=timedelta(days=days))
        await tx.audit.write(
            at=now,
            actor=who,
            action="group_invited",
            subject=f"focus_area:{of}",
            detail={"valid_days": days},
        )
        return code

    code = in_transaction(settings, make)
    say(code)
    tell(f"Skriv /koppla {code} i gruppchatten inom {days} dagar. Koden gäller en gång.")


@app.command()
def mail(
    focus_area: Annotated[
        str, typer.Argument(help="Fokusområdets id; utelämnas med --admin.", metavar="FOKUSOMRÅDE")
    ],
    address: Annotated[
        str | None, typer.Argument(metavar="ADRESS", help="Brevlådans adress.")
    ] = None,
    admin: AdminOption = False,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Gör en gemensam brevlåda till en grupp: den får sammanställningarna som brev."""
    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor
    from bot.errors import InputInvalid
    from bot.mail.address import masked
    from bot.mail.mailboxes import add_mailbox

    loaded, settings = configured(config)
    to = focus_area if admin and address is None else address
    if to is None:
        raise InputInvalid("Skriv brevlådans adress efter fokusområdet.")
    of = _whose(None if admin and address is None else focus_area, loaded, admin=admin)
    who, now = actor(by), datetime.now(UTC)
    group = in_transaction(
        settings,
        lambda tx: add_mailbox(tx, of, to, config=loaded, actor=who, now=now),
    )
    say(f"{group.id}\t{_of(group)}\t{masked(group.address or '')}")
    if admin:
        tell(f"Brevlådan får veta när något går fel. Ångra: `brabot group remove {group.id}`.")
        return
    tell(
        "Brevlådan får nästa sammanställning som blir klar. Ångra: `brabot group remove "
        f"{group.id}`."
    )


@app.command("list")
def list_groups(config: ConfigOption = None) -> None:
    """Lista grupperna: nummer, fokusområde, sedan när och hur de nås."""
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)

    async def read(tx: "Transaction") -> "list[Group]":
        return [*await tx.groups.list(), *await tx.groups.admins()]

    groups = in_transaction(settings, read)
    for group in groups:
        since = group.created_at.astimezone(loaded.municipality.timezone).date().isoformat()
        say(f"{group.id}\t{_of(group)}\tsedan {since}\t{_reached(group)}")
    if not groups:
        tell(
            "Det finns inga grupper. Bjud in en med `brabot group invite FOKUSOMRÅDE`, eller lägg "
            "till en brevlåda med `brabot group mail FOKUSOMRÅDE ADRESS`."
        )


@app.command()
def remove(
    group_id: Annotated[int, typer.Argument(help="Gruppens nummer, se `brabot group list`.")],
    by: ByOption = None,
    reason: Annotated[
        str | None, typer.Option(metavar="SKÄL", help="Varför; antecknas i loggen.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Ta bort en grupp: den får inga fler sammanställningar."""
    from bot.cli.setup import configured, in_transaction
    from bot.concern_desk import actor, plain_line
    from bot.errors import InputInvalid

    why = None if reason is None else plain_line(reason, "Skälet")
    _, settings = configured(config)
    who, now = actor(by), datetime.now(UTC)

    async def drop(tx: "Transaction") -> bool:
        groups = [*await tx.groups.list(), *await tx.groups.admins()]
        of = next((group.focus_area for group in groups if group.id == group_id), None)
        removed = await tx.groups.remove(group_id, now=now)
        if removed:
            await tx.audit.write(
                at=now,
                actor=who,
                action="group_removed",
                subject=f"group:{group_id}",
                detail={"focus_area": of, "reason": why},
            )
        return removed

    if not in_transaction(settings, drop):
        raise InputInvalid(f"Det finns ingen grupp {group_id}. `brabot group list` visar dem.")
    tell(f"Grupp {group_id} är borttagen.")


def _whose(focus_area: str | None, config: "Config", *, admin: bool) -> str:
    """The focus area named, or what stands for the admin; one of both."""
    from bot.errors import InputInvalid
    from bot.focus_areas import known_focus_area
    from storage.groups import ADMIN

    if (focus_area is None) is not admin:
        raise InputInvalid("Skriv ett fokusområde, eller --admin för den som sköter boten.")
    if focus_area is None:
        return ADMIN
    return known_focus_area(config, focus_area).id


def _of(group: "Group") -> str:
    from storage.groups import ADMIN

    return "(admin)" if group.focus_area == ADMIN else group.focus_area


def _reached(group: "Group") -> str:
    from bot.mail.address import masked

    return "Telegram" if group.address is None else f"e-post {masked(group.address)}"
