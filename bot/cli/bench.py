"""`brabot bench`: how fast this machine does the work."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import say

if TYPE_CHECKING:
    from rich.table import Table

    from bot.bench import Measured

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

_SAID = {
    "tokenizer": "Dela upp texten i ord (spaCy, inget mer)",
    "read": "Läsa, många åt gången",
    "read_one": "Läsa, en i taget",
    "import": "Läsa in gamla rapporter till databasen",
    "digest": "Sammanställa en vecka för ett fokusområde",
    "dialogue": "Ta emot, läsa, spara och skriva kvittot",
}


@app.command()
def bench(
    texts: Annotated[int, typer.Option(min=100, max=1_000_000, help="Så många texter.")] = 2000,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv måtten som JSON.")] = False,
    config: Annotated[Path | None, typer.Option(help="Konfigurationskatalog.")] = None,
) -> None:
    """Mät hur snabbt den här datorn arbetar. Inget skickas, och din databas rörs inte."""
    from dataclasses import asdict

    from rich.console import Console

    from bot.app import build_reader
    from bot.bench import bench as measure
    from bot.cli.setup import configured

    loaded, settings = configured(config)
    reader = build_reader(loaded, settings, progress=True)

    async def work() -> "list[Measured]":
        with Console(stderr=True).status("Mäter …"):
            return [one async for one in measure(loaded, reader, count=texts)]

    measured = asyncio.run(work())
    if as_json:
        say(json.dumps([asdict(one) for one in measured], indent=2))
    else:
        Console().print(table(measured))


def table(measured: "list[Measured]") -> "Table":
    """A row for each step: how many a second, next to the bare tokenizer, and for one."""
    from rich.table import Table

    shown = Table("Steg", "I sekunden", "Tid mot uppdelningen", "Hälften på", "99 av 100 på")
    for column in shown.columns[1:]:
        column.justify = "right"
    for one in measured:
        shown.add_row(
            _SAID[one.what],
            f"{one.a_second:,.0f}".replace(",", " "),
            f"× {one.times_bare:.1f}".replace(".", ","),
            _ms(one.p50),
            _ms(one.p99),
        )
    return shown


def _ms(value: float | None) -> str:
    return "" if value is None else f"{value:.1f} ms".replace(".", ",")
