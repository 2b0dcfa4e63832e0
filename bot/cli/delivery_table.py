"""Deliveries for a terminal and as JSON: numbers and states, never chats or addresses."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from bot.cli.terminal import console
from bot.delivery_words import DeliveryWords
from storage.deliveries import Delivery, DeliveryState

_TAG = re.compile(r"<[^>]*>")
_LEAST = {"Fokusområde": 11, "Läge": 11, "När": 10}
_STYLES = {
    DeliveryState.SENT: "green",
    DeliveryState.FAILED: "bold red",
    DeliveryState.MISSED: "bold red",
    DeliveryState.WAITING: "yellow",
    DeliveryState.WITHDRAWN: "dim",
}


def show_table(
    shown: Sequence[Delivery], words: DeliveryWords, joined: Collection[int], *, zone: ZoneInfo
) -> None:
    """Print a row for each delivery, then why and what to do about those that need a word."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("Nr", "Period", "Fokusområde", "Grupp", "Genom", "Läge", "När"):
        table.add_column(
            name, no_wrap=name in {"Nr", "Period", "Grupp", "Genom"}, min_width=_LEAST.get(name)
        )
    table.add_column("Omförsök", justify="right", no_wrap=True)
    for delivery in shown:
        style = "dim" if delivery.dismissed_at is not None else _STYLES[delivery.state]
        table.add_row(
            str(delivery.id),
            delivery.period,
            words.focus_area(delivery.focus_area),
            str(delivery.group_id),
            words.channel(delivery),
            Text(words.state(delivery), style=style),
            _when(delivery).astimezone(zone).strftime("%Y-%m-%d %H:%M"),
            str(delivery.attempts),
        )
    out = console()
    out.print(table)
    for delivery in shown:
        if said := " ".join(_sentences(delivery, words, joined)):
            out.print(Text.assemble((f"{delivery.id}: ", "bold"), said))


def _sentences(delivery: Delivery, words: DeliveryWords, joined: Collection[int]) -> Iterator[str]:
    why = words.reason(delivery.reason)
    if why and delivery.state is not DeliveryState.SENT and delivery.dismissed_at is None:
        yield f"{why[0].upper()}{why[1:]}."
    if delivery.doubtful:
        yield "Kan ha kommit två gånger: boten stoppades medan den skickade."
    if remedy := _remedy(delivery, words, joined):
        yield remedy


def as_rows(
    deliveries: Sequence[Delivery], words: DeliveryWords, joined: Collection[int]
) -> list[dict[str, Any]]:
    """The same as JSON holds it; times in UTC, states and reasons as codes and in words."""
    return [
        {
            "number": delivery.id,
            "period": delivery.period,
            "focus_area": delivery.focus_area,
            "group": delivery.group_id,
            "channel": None if delivery.channel is None else delivery.channel.value,
            "state": delivery.state.value,
            "at": _when(delivery).isoformat(),
            "sendings": delivery.sendings,
            "retries": delivery.attempts,
            "doubtful": delivery.doubtful,
            "reason": delivery.reason,
            "why": words.reason(delivery.reason),
            "unresolved": delivery.unresolved,
            "remedy": _remedy(delivery, words, joined),
        }
        for delivery in deliveries
    ]


def _when(delivery: Delivery) -> datetime:
    return delivery.settled_at or delivery.queued_at or delivery.created_at


def _remedy(delivery: Delivery, words: DeliveryWords, joined: Collection[int]) -> str:
    html = words.remedy(delivery, joined=delivery.group_id in joined)
    return unescape(_TAG.sub("`", html))
