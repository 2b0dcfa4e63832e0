"""Those who follow an area are told what has been done there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.answering import as_written
from bot.config.config import Config
from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.outgoing import Button, message
from bot.quiet_hours import may_be_sent_at
from bot.texts.catalogue import Texts
from storage.database import Transaction
from storage.following import Followup
from storage.outbox import Priority

FOLLOWUP_SENT = "followup_sent"
"""The audit log's action; to how many it went is not noted, for they may be few."""


async def send_followup(
    tx: Transaction, followup: Followup, config: Config, texts: Texts, *, now: datetime
) -> datetime | None:
    """Tell each who follows the area, once; when it goes (UTC), None for at once."""
    at = may_be_sent_at(config, now)
    for resident_id in await tx.following.followers(followup.area):
        resident = await tx.residents.find(resident_id)
        chat_id = await tx.residents.telegram_id(resident_id)
        if resident is None or chat_id is None:
            continue
        language = texts.supported(resident.language)
        stop = Button(
            label=texts.plain(language, "follow-stop-button", area=followup.area),
            action=Action(verb=Verb.FOLLOW_STOP, value=followup.area),
        )
        html = _html(followup, language, config, texts)
        outgoing = message(chat_id, html, keyboard=((stop,),), priority=Priority.PUSH)
        await tx.outbox.put(replace(outgoing, not_before=at), now=now)
    await tx.following.sent(followup.id, now=now)
    await tx.audit.write(
        at=now,
        actor=followup.by,
        action=FOLLOWUP_SENT,
        subject=f"followup:{followup.id}",
        detail={"area": followup.area, "theme": followup.theme},
    )
    return at


async def followers_in_words(
    tx: Transaction, area: str, config: Config, texts: Texts, language: str
) -> str:
    """How many follow an area, as coordinators may know it: few are not counted."""
    count = await tx.following.count(area)
    if count < config.digest.minimum_cell:
        return texts.plain(language, "group-done-few")
    return texts.plain(language, "group-done-many", count=count)


def may_tell(config: Config, focus_area_id: str, area: str) -> bool:
    """Whether an area is in a focus area's field: one that gathers by themes is everywhere."""
    focus_area = config.focus_area(focus_area_id)
    if focus_area is None:
        return False
    by_theme = any(theme.focus_area == focus_area_id for theme in config.themes)
    return by_theme or area in focus_area.areas


def area_first(written: str, areas: Iterable[str]) -> tuple[str | None, str]:
    """The area that a text begins with, the longest name that fits, and what stands after it."""
    found = [
        area
        for area in areas
        if written.casefold().startswith(area.casefold())
        and not written[len(area) : len(area) + 1].isalnum()
    ]
    if not found:
        return None, ""
    area = max(found, key=len)
    return area, written[len(area) :].lstrip(" :,.–-\n").rstrip()


def _html(followup: Followup, language: str, config: Config, texts: Texts) -> str:
    theme = None if followup.theme is None else config.theme(followup.theme)
    lines = [texts.html(language, "followup-told", area=followup.area)]
    if theme is not None:
        named = in_language(theme.label, language)
        lines.append(texts.html(language, "receipt-theme", theme=named))
    return "\n".join([*lines, as_written(followup.text, language, texts)])
