"""`brabot demo`: the whole of it, on this machine, with invented people."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say, tell

if TYPE_CHECKING:
    from bot.config.config import Config
    from storage.concern_values import Concern

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Katalog för databas och sammanställningar.")] = Path(
        "demo"
    ),
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Spela upp fyra veckor av påhittade meddelanden genom den riktiga boten.

    Ingen token och inget nät behövs: Telegram spelas på den här datorn.
    """
    from bot.app import build_reader
    from bot.cli.setup import configured

    loaded, settings = configured(config)
    build_reader(loaded, settings, progress=True)  # the bot then finds it trained
    asyncio.run(_show(loaded, settings.cache_dir, out.resolve()))


async def _show(config: "Config", cache_dir: Path, out: Path) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from bot.app import utc_now
    from bot.demo.player import (
        join_groups,
        open_stage,
        play,
        press_buttons,
        send_digests,
        share_a_position,
    )
    from bot.demo.script import read_script
    from bot.demo.show import concern_line, shown_message
    from bot.digest.forms import Form, write_forms
    from bot.digest.publish import make_digest
    from bot.texts.catalogue import load_texts

    console = Console(stderr=True, highlight=False)
    texts = load_texts(config.languages, default=config.languages[0])
    zone = config.municipality.timezone
    total = len(read_script(now=utc_now(), zone=zone))
    async with open_stage(config, texts, out, cache_dir=cache_dir, clock=utc_now) as stage:
        chats = await join_groups(stage)
        columns = (TextColumn("Invånare berättar"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console) as progress:
            bar = progress.add_task("", total=total)

            def told(count: int, concerns: "list[Concern]") -> None:
                for concern in concerns:
                    progress.console.print(
                        concern_line(concern, config), no_wrap=True, overflow="ellipsis"
                    )
                progress.advance(bar, count)

            weeks = await play(stage, told)
        await share_a_position(stage)
        sent = await send_digests(stage, weeks)
        for focus_area in config.focus_areas:
            *_, picture, last = stage.sandbox.sent(chats[focus_area.id].id)
            say(f"\n{shown_message(picture)}\n\n{shown_message(last)}\n{'─' * 72}")
        first = config.focus_areas[0].id
        for answer in await press_buttons(stage, chats[first]):
            say(f"\n{shown_message(answer)}\n{'─' * 72}")
        for focus_area in config.focus_areas:
            digest = await make_digest(
                stage.database, config, focus_area.id, weeks[-1], now=utc_now()
            )
            await asyncio.to_thread(write_forms, digest, config, texts, out, tuple(Form))
    tell(f"{total} meddelanden, {sent} sammanställningar. Allt ligger i {out}.")
