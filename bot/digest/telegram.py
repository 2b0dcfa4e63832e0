"""A digest as Telegram messages, and as plain text for a terminal."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import unescape

from markupsafe import escape

from bot.digest.buttons import DigestAction, DigestVerb
from bot.digest.illustrations import AREA_MAP, TIMELINE, illustrations_of
from bot.digest.meetings import last_meeting
from bot.digest.report import Remarks, Report
from bot.digest.split import split_html
from bot.digest.tables import Table
from bot.digest.values import Facts
from bot.digest.wording import Wording
from bot.outgoing import Button, File, message, photo
from storage.outbox import Outgoing, Priority

_TAG = re.compile(r"<[^>]*>")
_QUOTE_END = "</blockquote>"
_A_DAY = timedelta(days=1)
_MOST_IN_A_ROW = 3


def digest_outgoings(chat_id: int, facts: Facts, report: Report, words: Wording) -> list[Outgoing]:
    """What brings a digest to a group chat, in order: the timeline, then the text with buttons.

    The timeline's caption says the same in words. The drawing takes part of a second.
    """
    pictures = {one.name: one for one in illustrations_of(facts, words)}
    timeline = pictures[TIMELINE]
    file = File(name=f"{facts.focus_area}-{facts.week}.png", content=timeline.content("png"))
    told = [photo(chat_id, file, caption=timeline.alt, priority=Priority.DIGEST)]
    keyboard = _keyboard(facts, words, has_map=AREA_MAP in pictures)
    *parts, last = telegram_messages(report)
    told += [message(chat_id, html, priority=Priority.DIGEST) for html in parts]
    told.append(message(chat_id, last, keyboard=keyboard, priority=Priority.DIGEST))
    return told


def _keyboard(facts: Facts, words: Wording, *, has_map: bool) -> list[list[Button]]:
    met = last_meeting(words.config, facts.focus_area, facts.period.last + _A_DAY)
    offered = {
        DigestVerb.TIPS: facts.total.concerns > 0,
        DigestVerb.MAP: has_map,
        DigestVerb.PDF: True,
        DigestVerb.SINCE_MEETING: met is not None,
    }
    buttons = [
        Button(
            label=words.say(f"button-{verb.name.lower().replace('_', '-')}"),
            action=DigestAction(verb=verb, focus_area=facts.focus_area, period=facts.week),
        )
        for verb, is_offered in offered.items()
        if is_offered
    ]
    return (
        [buttons[:_MOST_IN_A_ROW], buttons[_MOST_IN_A_ROW:]]
        if len(buttons) > _MOST_IN_A_ROW
        else [buttons]
    )


def telegram_messages(report: Report) -> list[str]:
    """The messages, in order: Telegram HTML of at most 4,096 characters each."""
    return split_html("\n\n".join(_paragraphs(report)))


def plain_text(report: Report) -> str:
    """The same text without markup."""
    text = "\n\n".join(_paragraphs(report)).replace("<blockquote>", "» ")
    return unescape(_TAG.sub("", text))


def _paragraphs(report: Report) -> Iterator[str]:
    yield f"<b>{escape(report.title)}</b>\n{escape(report.period)}"
    for notice in report.notices:
        yield f"<i>{escape(notice)}</i>"
    yield f"<b>{escape(report.lead)}</b> {escape(report.comparison)}"
    yield from _section(report.changes)
    for table in report.tables:
        yield _listed(table)
    if report.quotes.sentences:
        yield _quoted(report.quotes)
    yield from _section(report.remarks)
    if report.notes.sentences:
        yield f"<i>{escape(' '.join(report.notes.sentences))}</i>"


def _section(section: Remarks) -> Iterator[str]:
    if section.sentences:
        yield _list(section.heading, section.sentences)


def _listed(table: Table) -> str:
    lines = (f"{'   –' if row.inner else '•'} {escape(row.line)}" for row in table.rows)
    return "\n".join([f"<b>{escape(table.heading)}</b>", *lines])


def _list(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([f"<b>{escape(heading)}</b>", *(f"• {escape(line)}" for line in lines)])


def _quoted(quotes: Remarks) -> str:
    texts = (f"<blockquote>{escape(text)}{_QUOTE_END}" for text in quotes.sentences)
    return "\n".join([f"<b>{escape(quotes.heading)}</b>", *texts])
