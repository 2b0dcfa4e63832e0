"""What goes wrong with the digests reaches the admin: once, plainly, and never nobody."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from html import unescape
from textwrap import shorten
from typing import Any

from markupsafe import Markup

from bot.config.config import Config
from bot.delivery_words import DeliveryWords
from bot.digest.troubles import UNSENT_AFTER, Cause, find_troubles
from bot.logs import get_logger
from bot.mail.mail import Mail
from bot.outgoing import message
from bot.texts.catalogue import Texts
from storage.database import Database, Transaction
from storage.groups import ADMIN, Group
from storage.notices import Notice
from storage.outbox import Outgoing, Priority

_MOST_TOLD = 6
"""In one message; of more only the number is told. A line has up to 500 characters."""
_MOST_FAULTS, _MOST_CHARS = 3, 500
_AT_ONCE = timedelta(seconds=10)
"""Within so long several processes find the same fault."""
_ABOUT_CONFIG = frozenset({Cause.CONFIG_REFUSED, Cause.CONFIG_TAKEN_UP})
_HAPPENED = frozenset({Cause.GROUP_LOST, *_ABOUT_CONFIG})
"""Are told though nothing shows them afterwards."""
_TAG = re.compile(r"<[^>]*>")

log = get_logger(__name__)


async def watch_deliveries(
    database: Database, config: Config, texts: Texts, *, now: datetime
) -> int:
    """Note what has gone wrong and tell the admin what is new; how many messages that took.

    Everything is told once, all that is new in one message to each chat and mailbox of the
    admin. Without any it is logged, stands in `brabot health`, and is told when there is one.
    """
    async with database.transaction() as tx:
        await tx.deliveries.settle(now=now)
        await tx.notices.settle(now=now)
        await _note(tx, config, now)
        untold, admins = await tx.notices.untold(), await tx.groups.admins()
        if not untold or not admins:
            return 0
        messages = [_message(admin, untold, config, texts) for admin in admins]
        outbox_ids = await tx.outbox.put_all(messages, now=now)
        await tx.notices.telling([notice.id for notice in untold], outbox_ids)
        return len(messages)


async def note_refused(tx: Transaction, faults: Sequence[str], *, now: datetime) -> None:
    """Keep for the admin that a changed configuration was not taken up, and why.

    Of several processes that were asked at once the first one tells.
    """
    told = [shorten(fault, _MOST_CHARS, placeholder=" …") for fault in faults[:_MOST_FAULTS]]
    detail = {"faults": told, "more": max(0, len(faults) - _MOST_FAULTS)}
    await tx.configs.wait_turn()
    last = await was_refused(tx)
    if last is not None and last.detail == detail and now - last.noted_at < _AT_ONCE:
        return
    await _note_news(tx, Cause.CONFIG_REFUSED, detail, now)


async def note_taken_up(tx: Transaction, version: str, what: str, *, now: datetime) -> None:
    """Keep for the admin that the configuration `version` is in use, and `what` is new in it."""
    detail = {"version": version, "what": shorten(what, _MOST_CHARS, placeholder=" …")}
    await _note_news(tx, Cause.CONFIG_TAKEN_UP, detail, now)


async def was_refused(tx: Transaction) -> Notice | None:
    """What was wrong with the configuration tried last, if it was not taken up."""
    last = await tx.notices.latest([cause.value for cause in _ABOUT_CONFIG])
    return last if last is not None and last.cause == Cause.CONFIG_REFUSED else None


async def standing_troubles(
    tx: Transaction, config: Config, texts: Texts, *, now: datetime
) -> list[str]:
    """What is wrong now, and which groups were lost without anybody knowing, with the remedy.

    Plain text, a few sentences for each.
    """
    found = [
        (trouble.cause, trouble.detail) for trouble in await find_troubles(tx, config, now=now)
    ]
    for notice in await tx.notices.unknown_to_all():
        if notice.cause == Cause.GROUP_LOST:
            found.append((Cause.GROUP_LOST, notice.detail))
    words = _words(config, texts)
    return [_plain(_line(cause, detail, words)) for cause, detail in found]


async def _note_news(
    tx: Transaction, cause: Cause, detail: Mapping[str, Any], now: datetime
) -> None:
    """Keep it, and let go of what it makes old before anybody was told."""
    old = [notice.id for notice in await tx.notices.untold() if notice.cause in _ABOUT_CONFIG]
    await tx.notices.drop(old, now=now)
    await tx.notices.note(cause.value, now.isoformat(), detail, now=now)


async def _note(tx: Transaction, config: Config, now: datetime) -> None:
    """Keep what is new, and let go of what nobody has been told and is over."""
    admins = len(await tx.groups.admins())
    standing = await find_troubles(tx, config, now=now)
    for trouble in standing:
        new = await tx.notices.note(trouble.cause.value, trouble.subject, trouble.detail, now=now)
        if new:
            log.error(
                "trouble_found", cause=trouble.cause.value, subject=trouble.subject, admins=admins
            )
    found = {(trouble.cause.value, trouble.subject) for trouble in standing}
    over = [
        notice.id
        for notice in await tx.notices.untold()
        if notice.cause not in _HAPPENED and (notice.cause, notice.subject) not in found
    ]
    await tx.notices.drop(over, now=now)


def _message(admin: Group, notices: Sequence[Notice], config: Config, texts: Texts) -> Outgoing:
    words = _words(config, texts)
    language = words.language
    of_config = all(notice.cause in _ABOUT_CONFIG for notice in notices)
    heading = texts.html(language, "admin-config-heading" if of_config else "admin-heading")
    told = notices[:_MOST_TOLD]
    lines = [f"• {_line(Cause(notice.cause), notice.detail, words)}" for notice in told]
    if len(notices) > _MOST_TOLD:
        lines.append(texts.html(language, "admin-more", count=len(notices) - _MOST_TOLD))
    if not of_config:
        lines.append(texts.html(language, "admin-see-all"))
    if admin.chat_id is not None:
        html = "\n\n".join([f"<b>{heading}</b>", *lines])
        return message(admin.chat_id, html, priority=Priority.ALERT)
    assert admin.address is not None  # noqa: S101 - a group is one of both
    plain = "\n\n".join(_plain(line) for line in (heading, *lines))
    paragraphs = "".join(f"<p>{line}</p>\n" for line in lines)
    page = (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{heading}</title></head><body><h1>{heading}</h1>\n{paragraphs}</body></html>\n"
    )
    return Mail(
        subject=f"{config.municipality.bot_name}: {_plain(heading)}",
        text=f"{plain}\n",
        html=page,
        language=language,
        topic="admin",
        unsubscribe=texts.plain(language, "digest-mail-unsubscribe", group=str(admin.id)),
    ).to(admin.address, priority=Priority.ALERT)


def _words(config: Config, texts: Texts) -> DeliveryWords:
    language = texts.supported(config.languages[0])
    return DeliveryWords(language=language, config=config, texts=texts)


def _line(cause: Cause, detail: Mapping[str, Any], words: DeliveryWords) -> str:
    if cause in _ABOUT_CONFIG:
        return _line_of_config(cause, detail, words)
    focus_area, group = words.focus_area(detail["focus_area"]), str(detail["group"])
    of_admin = detail["focus_area"] == ADMIN
    about = {
        "focus_area": focus_area,
        "group": group,
        "id": "--admin" if of_admin else detail["focus_area"],
    }
    if cause is Cause.GROUP_LOST:
        return words.texts.html(words.language, "admin-group-lost", **about)
    if cause is Cause.FOCUS_AREA_GONE:
        return words.texts.html(words.language, "admin-focus-area-gone", **about)
    about |= {"period": words.period(detail["period"])}
    if cause is Cause.DIGEST_NOT_MADE:
        return words.texts.html(words.language, "admin-digest-not-made", **about)
    if cause is Cause.DIGESTS_MISSED:
        first = words.period(detail["first"])
        count = int(detail["count"])
        return words.texts.html(
            words.language, "admin-digests-missed", **about, first=first, count=count
        )
    about |= {"number": str(detail["delivery"]), "reason": words.reason(detail["reason"])}
    if cause is Cause.DIGEST_WAITING:
        hours = int(UNSENT_AFTER.total_seconds()) // 3600
        why = "known" if detail["reason"] else "unknown"
        return words.texts.html(
            words.language, "admin-digest-waiting", **about, hours=hours, why=why
        )
    remedy = Markup(words.remedy_of(detail))  # noqa: S704 - comes out of the texts escaped
    return words.texts.html(words.language, "admin-delivery-failed", **about, remedy=remedy)


def _line_of_config(cause: Cause, detail: Mapping[str, Any], words: DeliveryWords) -> str:
    if cause is Cause.CONFIG_TAKEN_UP:
        version, what = str(detail["version"]), str(detail["what"])
        return words.texts.html(words.language, "admin-config-taken-up", version=version, what=what)
    faults, more = "\n".join(detail["faults"]), int(detail["more"])
    return words.texts.html(words.language, "admin-config-refused", faults=faults, more=more)


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))
