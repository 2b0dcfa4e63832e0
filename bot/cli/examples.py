"""`brabot examples suggest`: what people corrected, as examples and keywords to take over."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table

    from bot.config.config import Config
    from bot.tuning.proposals import Draft, Proposals
    from bot.tuning.suggested import Suggested

examples_app = typer.Typer(
    name="examples", help="Ta till vara det som människor har rättat.", no_args_is_help=True
)
app = examples_app


@examples_app.callback()
def examples() -> None:
    """Ta till vara det som människor har rättat."""


@examples_app.command("suggest")
def suggest(
    theme: Annotated[
        str | None, typer.Option(metavar="ID", help="Bara förslag till det temat.")
    ] = None,
    alone: Annotated[
        int,
        typer.Option(min=0, help="Så många meningar mäts en och en, de som läses sämst först."),
    ] = 40,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="KATALOG",
            help="Där förslagen skrivs; annars suggestions i konfigurationskatalogen.",
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Konfigurationskatalogen.")
    ] = None,
) -> None:
    """Föreslå exempel och nyckelord ur det som människor har rättat, och mät vad de skulle ge.

    Inget ändras i konfigurationen: du tar det du vill ha genom att flytta en rad.
    """
    from bot.app import utc_now
    from bot.cli.setup import configured, in_transaction
    from bot.cli.terminal import console
    from bot.concern_desk import actor
    from bot.corrections import parse_theme
    from bot.tuning.proposal_files import DISPUTED, prepare, read_refused, write_proposals
    from bot.tuning.proposals import drafts
    from bot.tuning.suggesting import found_in, note

    who = actor(by)
    loaded, settings = configured(config)
    only = None if theme is None else parse_theme(theme, loaded)
    folder = _folder(loaded, out)
    prepare(folder)
    found = in_transaction(settings, lambda tx: found_in(tx, loaded))
    made = drafts(found, loaded, refused=read_refused(folder))
    made = tuple(draft for draft in made if only in (None, draft.theme))
    proposals = _measured(made, found, loaded, alone)
    now = utc_now()
    in_transaction(settings, lambda tx: note(tx, found, proposals, loaded, actor=who, now=now))
    written = write_proposals(folder, proposals, found.disputed, loaded, only=only)
    if any(one.sentences or one.keywords for one in proposals.themes):
        console().print(_table(proposals, loaded))
    for line in _summary(proposals, found):
        say(line)
    if found.disputed:
        told = _several(len(found.disputed), "mening", "meningar")
        say(f"{told} är människor oense om: se {folder / DISPUTED}")
    if written:
        tell(
            f"Skrev {_several(len(written), 'fil', 'filer')} i {folder}. Läs varje rad, flytta dem "
            "du vill ha, och pröva med `brabot config impact`."
        )


def _folder(config: "Config", out: Path | None) -> Path:
    """Where the files go; never into what a new version of the program writes over."""
    from bot.config.locations import default_config_dir
    from bot.config.suggestions import FOLDER
    from bot.errors import InputInvalid

    if out is not None:
        return out
    if config.directory.resolve() == default_config_dir().resolve():
        raise InputInvalid(
            "Det här är inställningarna som följer med programmet, och de skrivs över när det "
            "uppdateras. Ange din egen katalog med --config, eller var förslagen ska skrivas "
            "med --out."
        )
    return config.directory / FOLDER


def _measured(
    made: "Sequence[Draft]", found: "Suggested", config: "Config", alone: int
) -> "Proposals":
    from bot.cli.terminal import rows_progress
    from bot.tuning.proposals import measured, nothing_new
    from nlp.gains import Bench

    if not any(draft.sentences or draft.keywords for draft in made):
        return nothing_new(made)
    with rows_progress("Lär sig exemplen") as progress:
        bench = Bench(config.reader_config().themes, found.told, progress=progress)
    with rows_progress("Mäter förslagen") as progress:
        return measured(made, found, bench, alone=alone, progress=progress)


def _table(proposals: "Proposals", config: "Config") -> "Table":
    from rich.table import Table

    from bot.cli.resort import theme_name
    from bot.tuning.gain_words import short_words

    table = Table("Tema", "Meningar", "Nyckelord", "Alla meningarna tillsammans")
    for column in table.columns[1:3]:
        column.justify = "right"
    for one in proposals.themes:
        if one.sentences or one.keywords:
            only = one.sentences[0].gain if len(one.sentences) == 1 else one.together
            table.add_row(
                theme_name(one.theme, config),
                str(len(one.sentences)),
                str(len(one.keywords)),
                short_words(only) if one.sentences else "",
            )
    return table


def _summary(proposals: "Proposals", found: "Suggested") -> "Iterator[str]":
    from bot.tuning.gain_words import gain_words

    sentences = sum(len(one.sentences) for one in proposals.themes)
    keywords = sum(len(one.keywords) for one in proposals.themes)
    yield (
        f"{len(found.told)} tips är rättade eller bekräftade utan att någon säger emot. De ger "
        f"{_several(sentences, 'mening', 'meningar')} och {keywords} nyckelord."
    )
    if proposals.together is not None:
        yield f"Alla meningarna tillsammans. {gain_words(proposals.together, several=True)}"
    if found.withheld:
        yield (
            f"{found.withheld} tips visas inte: de är för långa, korta eller brådskande, rör "
            "känsliga teman, eller kunde peka ut någon."
        )


def _several(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
