"""`brabot concern`: single concerns, read and followed by a human."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.concern_answer import answer
from bot.cli.concern_correction import set_place, set_theme
from bot.cli.concern_media import add_media
from bot.cli.concern_muting import add_to
from bot.cli.output import say, tell

if TYPE_CHECKING:
    from bot.concern_desk import Original
    from bot.config.config import Config
    from bot.config.settings import Settings
    from storage.concern_values import Concern

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Lista, visa och besvara enskilda tips, och sätt deras status.",
)

Reference = Annotated[str, typer.Argument(metavar="REF", help="Till exempel B-7K3Q.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Konfigurationskatalog.")]


@app.command("list")
def list_concerns(
    week: Annotated[str | None, typer.Option(help="Bara ISO-veckan, som 2026-W47.")] = None,
    status: Annotated[
        str | None, typer.Option(help="Bara med status new, open, done eller closed.")
    ] = None,
    needs_human: Annotated[
        bool, typer.Option("--needs-human", help="Bara det som boten inte är säker på.")
    ] = False,
    answered: Annotated[
        bool, typer.Option("--answered", help="Bara där den som skrev har svarat sist.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Högst så många.")] = 50,
    config: ConfigOption = None,
) -> None:
    """Lista det senaste som har berättats, det nyaste sist, med maskerad text."""
    from bot import concern_desk as desk
    from bot.cli.concern_text import lines
    from bot.cli.setup import configured, in_transaction
    from bot.digest.weeks import Week

    loaded, settings = configured(config)
    zone = loaded.municipality.timezone
    wanted = desk.Wanted(
        limit=limit,
        week=None if week is None else Week.parse(week),
        status=None if status is None else desk.parse_status(status),
        needs_human=needs_human,
        answered=answered,
    )
    listed = in_transaction(settings, lambda tx: desk.list_concerns(tx, wanted, zone))
    for line in lines(listed.concerns, zone):
        say(line)
    if not listed.concerns:
        tell("Det finns inget sådant tips.")
    if listed.more:
        tell(f"Det finns äldre också: välj en vecka eller höj --limit (nu {limit}).")


@app.command()
def show(
    reference: Reference,
    original: Annotated[
        bool, typer.Option("--original", help="Visa också texten som den skrevs.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            metavar="SKÄL", help="Varför du behöver originalet. Antecknas: skriv inga namn."
        ),
    ] = None,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Visa ett tips med maskerad text, eller, med ett skäl, också originaltexten."""
    from bot import concern_desk as desk
    from bot.cli.concern_text import sheet
    from bot.cli.setup import configured, in_transaction
    from bot.concern_media import with_files
    from bot.errors import InputInvalid

    if original and reason is None:
        raise InputInvalid('Originaltexten visas bara med ett skäl: --original --reason "…".')
    if reason is not None and not original:
        raise InputInvalid("--reason hör ihop med --original.")
    loaded, settings = configured(config)
    if reason is None:
        concern, files = in_transaction(settings, lambda tx: with_files(tx, reference))
        say(sheet(concern, loaded, files))
        _show_answers(settings, concern, loaded)
        return
    actor, why, now = desk.actor(by), reason, datetime.now(UTC)
    found = in_transaction(
        settings, lambda tx: desk.read_original(tx, reference, reason=why, actor=actor, now=now)
    )
    _, files = in_transaction(settings, lambda tx: with_files(tx, reference))
    say(sheet(found.concern, loaded, files))
    _show_answers(settings, found.concern, loaded)
    _show_original(found)


@app.command("status")
def set_status(
    reference: Reference,
    status: Annotated[str, typer.Argument(metavar="new|open|done|closed")],
    note: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Skickas ordagrant med done och closed."),
    ] = None,
    by: ByOption = None,
    config: ConfigOption = None,
) -> None:
    """Sätt ett tips status. Den som skrev får veta det, på sitt språk."""
    from bot import concern_desk as desk
    from bot.cli.answer_text import outcome, teller
    from bot.cli.setup import configured, in_transaction

    loaded, settings = configured(config)
    wanted = desk.parse_status(status)
    kept_note = None if note is None else desk.note_for(wanted, note)
    telling = teller(loaded, desk.actor(by), datetime.now(UTC))
    concern, told = in_transaction(
        settings, lambda tx: desk.set_status(tx, reference, wanted, telling, note=kept_note)
    )
    if told.changed:
        tell(f"{concern.reference}: {concern.status} → {wanted}.")
    else:
        tell(f"{concern.reference} har redan status {wanted}.")
    for line in outcome(told, concern, loaded):
        tell(line)


app.command("theme")(set_theme)
app.command("place")(set_place)
app.command("answer")(answer)


def _show_answers(settings: "Settings", concern: "Concern", config: "Config") -> None:
    from bot.cli.answer_text import answers
    from bot.cli.setup import in_transaction

    told = answers(in_transaction(settings, lambda tx: tx.answers.of_concern(concern.id)), config)
    if told:
        say(told)


def _show_original(found: "Original") -> None:
    from bot.cli.concern_text import legible

    say("\nOriginaltext:")
    for text in found.texts:
        say(legible(text) or "(utan text, bara en fil)")
    gone = found.concern.message_count - len(found.texts)
    if gone:
        tell(f"Originalet till {gone} av {found.concern.message_count} meddelanden är gallrat.")
    tell("Att du har läst originalet, och varför, är antecknat.")


add_to(app)
add_media(app)
