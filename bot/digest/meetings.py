"""When people last met over the picture of their field."""

from datetime import date

from bot.config.config import Config


def last_meeting(config: Config, focus_area_id: str, on: date) -> date | None:
    """The last meeting before the day `on`; None if none is configured.

    That of the focus area's own group where it has meetings of its own, else the council's.
    """
    meetings = config.meetings
    days = meetings.focus_areas.get(focus_area_id) or meetings.council
    return max((day for day in days if day < on), default=None)
