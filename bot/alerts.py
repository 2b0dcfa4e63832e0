"""What the coordinators are told at once: an urgent concern, masked."""

from datetime import datetime, timedelta

from markupsafe import Markup, escape

from bot.config.config import Config
from bot.config.values import in_language
from bot.focus_areas import focus_areas_of
from bot.logs import get_logger
from bot.outgoing import message
from bot.ports import Transaction
from bot.texts.catalogue import Texts
from nlp.reading import Danger, Urgency
from storage.concerns import Concern
from storage.groups import Group
from storage.outbox import Priority

SENSITIVE_DANGERS = frozenset({Danger.SUICIDE, Danger.PARTNER_VIOLENCE, Danger.CHILD})
_MAX_QUOTED = 1500
"""Code points of a masked text shown in an alert; the message holds 4,096 with the rest."""

log = get_logger(__name__)


async def alert_groups(
    tx: Transaction,
    concern: Concern,
    *,
    urgency: Urgency,
    danger: Danger | None,
    masked: str | None,
    withheld: bool,
    config: Config,
    texts: Texts,
    now: datetime,
    files: int = 0,
) -> int:
    """Put an alert about `concern` into the outbox for each group chat of its focus areas.

    Mailboxes get none: nobody looks into them at once. A concern in no chat's field goes to
    every chat: urgent is never told to nobody. Of a sensitive subject, and where `withheld`
    says so, only theme and reference are shown. Of `files` only how many they are.

    Of a muted resident only danger now is told. One in the same long words and at the same place
    as one shortly before, whoever wrote it, is only counted: `bot.alert_waves` tells how many.

    Returns:
        The number of chats alerted, by this alert or by the one that it is counted with.
    """
    if concern.muted and urgency is not Urgency.NOW:
        return 0
    groups = await groups_to_alert(tx, concern, config)
    withheld = withheld or is_sensitive(concern, danger, config)
    shown = None if withheld else masked
    html = _alert(concern, urgency, shown, withheld, config, texts, files=files)
    chats = {group.chat_id for group in groups if group.chat_id is not None}
    words = None if withheld else same_words(concern, urgency, danger, masked)
    within = timedelta(minutes=config.limits.wave_minutes)
    if words and chats and await tx.waves.join(words, concern.id, now=now, within=within):
        return len(chats)
    for chat_id in sorted(chats):
        outgoing = message(chat_id, html, priority=Priority.ALERT, concern_id=concern.id)
        await tx.outbox.put(outgoing, now=now)
    if not chats:
        log.warning("alert_without_group", concern_id=concern.id, urgency=urgency.value)
    return len(chats)


async def groups_to_alert(tx: Transaction, concern: Concern, config: Config) -> list[Group]:
    """The groups with a chat whose field a concern is in; all of them if there is none."""
    themes = [theme.id for theme in concern.themes]
    fields = {f.id for f in focus_areas_of(themes=themes, area=concern.area, config=config)}
    everyone = [group for group in await tx.groups.list() if group.chat_id is not None]
    return [group for group in everyone if group.focus_area in fields] or everyone


def same_words(
    concern: Concern, urgency: Urgency, danger: Danger | None, masked: str | None
) -> str | None:
    """What must be the same for an alert to be counted with another; None if it never is.

    People come upon a few words by themselves, and danger now at a place unknown may be another.
    """
    from bot.digest.wordings import LONG, normal

    words = normal(masked or "")
    places = [place.name for place in concern.places]
    nowhere = concern.area is None and not places
    if len(words) < LONG or (urgency is Urgency.NOW and nowhere):
        return None
    return "\n".join([urgency.value, danger or "", concern.area or "", *places, words])


def _alert(
    concern: Concern,
    urgency: Urgency,
    masked: str | None,
    withheld: bool,
    config: Config,
    texts: Texts,
    *,
    files: int,
) -> str:
    language = config.languages[0]
    themes = [t for t in (config.theme(x.id) for x in concern.themes) if t is not None]
    at = concern.told_at.astimezone(config.municipality.timezone).strftime("%Y-%m-%d %H:%M")
    lines = [
        texts.html(language, "alert", urgency=urgency.value, reference=concern.reference, at=at)
    ]
    if themes:
        named = ", ".join(in_language(theme.label, language) for theme in themes)
        lines.append(texts.html(language, "alert-theme", theme=named))
    if withheld:
        lines.append(texts.html(language, "alert-withheld"))
    else:
        place = concern.places[0].name if concern.places else concern.area
        if place:
            lines.append(texts.html(language, "alert-place", place=place))
        if masked:
            lines.append(_quoted(masked))
    if files:
        lines.append(texts.html(language, "alert-files", count=files))
    told = f"alert-told-{urgency.value}"
    lines.append(texts.html(language, told, emergency=config.emergency.emergency))
    return "\n".join(lines)


def is_sensitive(concern: Concern, danger: Danger | None, config: Config) -> bool:
    """Whether a text may be about somebody's own life at home, or be a cry for help.

    Danger to life without a theme is more often an illness or an attempt than a crime.
    """
    themes = [config.theme(stored.id) for stored in concern.themes]
    return (
        danger in SENSITIVE_DANGERS
        or (danger is Danger.LIFE and not themes)
        or any(theme is not None and theme.sensitive for theme in themes)
    )


def _quoted(masked: str) -> str:
    short = masked if len(masked) <= _MAX_QUOTED else masked[: _MAX_QUOTED - 1] + "…"
    return Markup("<blockquote>{}</blockquote>").format(escape(short))
