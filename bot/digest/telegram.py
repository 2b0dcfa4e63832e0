"""A digest as Telegram messages, and as plain text for a terminal."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markupsafe import escape

from bot.digest.report import Remarks, Report
from bot.digest.split import split_html
from bot.digest.tables import Table

_TAG = re.compile(r"<[^>]*>")
_QUOTE_END = "</blockquote>"


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
