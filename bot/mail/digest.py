"""A digest as a mail: the same words and pictures as in its other forms."""

from collections.abc import Sequence
from importlib.resources import files

from bot.digest.illustrations import illustrations_of
from bot.digest.report import Report
from bot.digest.telegram import plain_text
from bot.digest.values import Facts
from bot.digest.wording import Wording
from bot.mail.mail import InlineImage, Mail
from bot.mail.sender import reply_address
from storage.groups import Group


def digest_mail(group: Group, report: Report, facts: Facts, words: Wording) -> Mail:
    """The mail for a group that is a mailbox; takes a second for the pictures."""
    subject = words.say("mail-subject", title=report.title, period=report.period)
    footer = words.say(
        "mail-footer",
        focus_area=words.focus_area(group.focus_area),
        address=reply_address(words.config),
        group=str(group.id),
    )
    pictures = [
        InlineImage(name=one.name, alt=one.alt, png=one.content("png"))
        for one in illustrations_of(facts, words)
    ]
    return Mail(
        subject=subject,
        text="\n\n".join((plain_text(report), report.footer, footer)) + "\n",
        html=_html(report, pictures, subject=subject, footer=footer),
        language=report.language,
        topic=group.focus_area,
        unsubscribe=words.say("mail-unsubscribe", group=str(group.id)),
        images=tuple(pictures),
    )


def _html(report: Report, pictures: Sequence[InlineImage], *, subject: str, footer: str) -> str:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = (files("bot.mail") / "mail.html.jinja").read_text("utf-8")
    template = environment.from_string(source)
    return template.render(report=report, pictures=pictures, subject=subject, footer=footer)
