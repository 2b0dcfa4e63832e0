"""`brabot config impact`: what a changed configuration would do, before it counts."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.archive_readers import Processes, archive_readers
from bot.cli.output import complain, say, tell
from bot.cli.resort import theme_name
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from rich.console import Console

    from bot.config.config import Config
    from bot.config.settings import Settings
    from bot.tuning.impact import Impact, Loss

_GIT = "git:"


def impact(
    weeks: Annotated[int, typer.Option(min=1, max=520, help="Så många veckor bakåt.")] = 12,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="KATALOG|git:VERSION",
            help="Jämför med den katalogen, eller med konfigurationen som den är sparad i git "
            "(git:HEAD, git:HEAD~1), i stället för med hur det är sorterat nu.",
        ),
    ] = None,
    processes: Processes = None,
    show: Annotated[int, typer.Option(min=0, help="Högst så många tips visas.")] = 10,
    html: Annotated[Path | None, typer.Option(help="Skriv en sida att läsa och skicka.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv allt som JSON.")] = False,
    accept_loss: Annotated[
        str | None,
        typer.Option("--accept-loss", metavar="SKÄL", help="Godta att teman töms; antecknas."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Konfigurationskatalogen som prövas.")
    ] = None,
) -> None:
    """Visa vad som skulle flytta om det som berättats lästes med konfigurationen. Inget ändras.

    Slutar med 1 om ett tema töms eller uppslukas, eller ett prov i tests.toml inte hålls.
    """
    from bot.cli.impact_page import impact_page
    from bot.cli.setup import configured
    from bot.cli.terminal import console
    from bot.concern_desk import actor, plain_line

    who = actor(by)
    reason = None if accept_loss is None else plain_line(accept_loss, "Skälet (--accept-loss)")
    loaded, settings = configured(config)
    with earlier(against, loaded) as compared:
        found = asyncio.run(_found(loaded, settings, compared, weeks, processes))
    if as_json:
        say(json.dumps(as_plain(found), ensure_ascii=False, indent=2))
    else:
        _print(console(), found, loaded, show)
    if html is not None:
        html.write_text(impact_page(found, loaded, weeks=weeks), "utf-8")
        tell(f"Skrev {html}")
    refused = bool(found.losses) and reason is None
    if found.losses and reason is not None:
        _note(settings, loaded, found.losses, who=who, reason=reason)
        tell("Skälet är antecknat i loggen.")
    if refused:
        complain(
            "Ändringen tar bort för mycket från ett tema. Är det meningen, kör igen med "
            '--accept-loss "skälet".'
        )
    if refused or found.broken:
        raise typer.Exit(1)


@contextmanager
def earlier(against: str | None, config: "Config") -> "Iterator[Config | None]":
    """The configuration to compare with: of a directory, or of a revision that git has.

    Raises:
        InputInvalid: git knows no such revision.
        ConfigInvalid: that configuration has faults.
    """
    from bot.config.git import write_revision
    from bot.config.loader import load_config

    if against is None:
        yield None
    elif not against.startswith(_GIT):
        yield load_config(Path(against))
    else:
        revision = against.removeprefix(_GIT)
        with TemporaryDirectory(prefix="brabot-") as place:
            if not write_revision(config.directory, revision, Path(place)):
                raise InputInvalid(
                    f'git känner ingen version "{revision}" av {config.directory}. '
                    "`brabot config history` visar vilka som finns; HEAD är den senaste."
                )
            yield load_config(Path(place))


async def _found(
    config: "Config",
    settings: "Settings",
    earlier: "Config | None",
    weeks: int,
    processes: int | None,
) -> "Impact":
    from datetime import timedelta

    from rich.console import Console
    from rich.progress import Progress

    from bot.app import utc_now
    from bot.storage_access import open_storage
    from bot.tuning.impact import impact as find_impact

    configs = [config] if earlier is None else [config, earlier]
    since = utc_now() - timedelta(weeks=weeks)
    database = await open_storage(settings)
    try:
        async with database.transaction() as tx:
            total = await tx.resorting.count(version=None, since=since)
        with (
            archive_readers(configs, settings, texts=total, processes=processes) as readers,
            Progress(console=Console(stderr=True)) as progress,
        ):
            bar = progress.add_task("Läser om", total=total)
            return await find_impact(
                database,
                config=config,
                reader=readers[0],
                before=readers[1] if earlier is not None else None,
                since=since,
                looked=lambda count: progress.advance(bar, count),
            )
    finally:
        await database.close()


def _note(
    settings: "Settings",
    config: "Config",
    losses: "tuple[Loss, ...]",
    *,
    who: str,
    reason: str,
) -> None:
    from dataclasses import asdict
    from datetime import UTC, datetime

    from bot.cli.setup import in_transaction
    from bot.config_history import LOSS_ACCEPTED

    detail = {"reason": reason, "losses": [asdict(loss) for loss in losses]}
    in_transaction(
        settings,
        lambda tx: tx.audit.write(
            at=datetime.now(UTC),
            actor=who,
            action=LOSS_ACCEPTED,
            subject=f"config:{config.version}",
            detail=detail,
        ),
    )


def as_plain(found: "Impact") -> dict[str, Any]:
    """What would change as JSON can hold it."""
    return {
        "read": found.read,
        "moved": [
            {
                "reference": one.reference,
                "before": {"kind": one.before.kind, "themes": one.before.themes}
                | {"area": one.before.area},
                "after": {"kind": one.after.kind, "themes": one.after.themes}
                | {"area": one.after.area},
                "masked": one.masked,
            }
            for one in found.moved
        ],
        "moves": [
            {"from": before, "to": after, "concerns": count}
            for (before, after), count in sorted(found.moves.items(), key=str)
        ],
        "themes": _both(found.themes),
        "focus_areas": _both(found.focus_areas),
        "areas": found.areas,
        "kinds": found.kinds,
        "corrected": vars(found.corrected),
        "disputed": found.disputed,
        "learnt": found.learnt,
        "tests": vars(found.trials),
        "broken_tests": [
            {"text": trial.expectation.text, "missed": [vars(miss) for miss in trial.misses]}
            for trial in found.broken
        ],
        "losses": [vars(loss) for loss in found.losses],
    }


def _both(counts: Any) -> dict[str, dict[str, int]]:  # noqa: ANN401 - a mapping of pairs
    return {name: {"before": before, "after": after} for name, (before, after) in counts.items()}


def _print(out: "Console", found: "Impact", config: "Config", show: int) -> None:
    from rich.table import Table
    from rich.text import Text

    from bot.cli.impact_page import focus_area_name, said_of, said_of_loss, summary_lines
    from bot.cli.shown_trial import broken_line

    for line in summary_lines(found):
        out.print(Text(line))
    if found.moves:
        table = Table("Från", "Till", "Antal")
        table.columns[2].justify = "right"
        for (before, after), count in sorted(found.moves.items(), key=lambda m: (-m[1], str(m[0]))):
            table.add_row(theme_name(before, config), theme_name(after, config), str(count))
        out.print(table)
    changed = {n: pair for n, pair in found.focus_areas.items() if pair[0] != pair[1]}
    if changed:
        table = Table("Sammanställning", "Tips nu", "Skulle bli")
        for column in table.columns[1:]:
            column.justify = "right"
        for name, (before_count, after_count) in changed.items():
            table.add_row(focus_area_name(name, config), str(before_count), str(after_count))
        out.print(table)
    for moved in found.moved[:show]:
        out.print(Text(said_of(moved, config)))
    if len(found.moved) > show:
        out.print(Text(f"… och {len(found.moved) - show} till. --show visar fler, --html alla."))
    for trial in found.broken:
        out.print(Text(broken_line(trial)))
    for loss in found.losses:
        out.print(Text(said_of_loss(loss, config), style="bold red"))
