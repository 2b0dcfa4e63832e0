"""The hours in which nobody is sent what they did not ask for just then."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.config.models import QuietHours


def may_be_sent_at(config: Config, now: datetime) -> datetime | None:
    """When something unasked may go (UTC); None means at once."""
    return end_of_quiet(config.dialogue.quiet_hours, config.municipality.timezone, now)


def end_of_quiet(quiet: QuietHours, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the quiet hours that `now` lies in are over (UTC); None outside of them.

    By the clock on the wall: a night in which it is set is an hour shorter or longer.
    """
    local = now.astimezone(zone)
    if not _is_within(local.time(), quiet):
        return None
    today = local.date()
    day = today if local.time() < quiet.end else today + timedelta(days=1)
    end = datetime.combine(day, quiet.end, tzinfo=zone)
    if end.astimezone(UTC) <= now:  # the hour comes twice, and this is the second time
        end = end.replace(fold=1)
    return end.astimezone(UTC)


def _is_within(at: time, quiet: QuietHours) -> bool:
    if quiet.start <= quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end
