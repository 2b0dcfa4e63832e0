from dataclasses import replace
from datetime import date

from bot.config.models import MeetingSettings
from bot.digest.meetings import last_meeting
from tests.bot.digest.builders import config


def with_meetings(**meetings):
    return replace(config(), meetings=MeetingSettings.model_validate(meetings))


def test_the_last_meeting_is_the_one_before_the_day():
    council = with_meetings(council=[date(2026, 6, 3), date(2026, 2, 11)])
    assert last_meeting(council, "trafik", date(2026, 6, 3)) == date(2026, 2, 11)
    assert last_meeting(council, "trafik", date(2026, 6, 4)) == date(2026, 6, 3)
    assert last_meeting(council, "trafik", date(2026, 2, 11)) is None


def test_a_group_with_meetings_of_its_own_goes_by_them_alone():
    both = with_meetings(council=["2026-06-03"], focus_areas={"trafik": ["2026-04-15"]})
    assert last_meeting(both, "trafik", date(2026, 7, 1)) == date(2026, 4, 15)
    assert last_meeting(both, "norrby", date(2026, 7, 1)) == date(2026, 6, 3)


def test_without_meetings_there_is_no_last_one():
    assert last_meeting(config(), "trafik", date(2026, 7, 1)) is None
