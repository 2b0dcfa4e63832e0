"""The sentences of what was done: with urgent concerns, open cases, and what came late."""

from collections.abc import Iterator

from bot.digest.values import AgeCount, Facts
from bot.digest.weeks import Week
from bot.digest.wording import Wording

_OLD_DAYS = 30


def urgent_work(facts: Facts, words: Wording) -> Iterator[str]:
    """How many were urgent, and how far the work with them has come."""
    if not facts.urgent_now and not facts.urgent_soon:
        return
    for key, count in (("urgent-now", facts.urgent_now), ("urgent-soon", facts.urgent_soon)):
        if count:
            yield words.say(key, count=count)
    done = [
        words.say(f"urgent-{part.part}", count=part.concerns)
        for part in facts.urgent_status
        if part.concerns
    ]
    if any(part.concerns is None for part in facts.urgent_status):
        yield words.say("urgent-work-withheld")
    elif done:
        yield words.say("urgent-work", parts=words.listed(done))


def open_cases(facts: Facts, words: Wording) -> Iterator[str]:
    """How long the open cases have waited; nothing where there are none."""
    told = [_waiting(age, words) for age in facts.open_ages if age.concerns]
    if any(age.concerns is None for age in facts.open_ages):
        yield words.say("open-some-withheld" if told else "open-withheld", parts=words.listed(told))
    elif told:
        yield words.say("open", parts=words.listed(told))


def waits_long(facts: Facts) -> bool:
    """Whether a case that may be told of has been open for a month."""
    return any(age.concerns for age in facts.open_ages if age.from_days >= _OLD_DAYS)


def late_arrivals(facts: Facts, words: Wording) -> Iterator[str]:
    """What of earlier weeks came after their digests, week by week."""
    if not facts.late:
        return
    weeks = [
        words.say(
            "counted",
            what=words.say("picture-week", number=Week.parse(late.week).number),
            concerns=late.concerns,
        )
        for late in facts.late
    ]
    count = sum(late.concerns for late in facts.late)
    yield words.say("late-arrivals", count=count, weeks=words.listed(weeks))


def _waiting(age: AgeCount, words: Wording) -> str:
    key = "open-age-at-least" if age.at_least else "open-age"
    return words.say(key, count=age.concerns or 0, age=words.say(f"open-from-{age.from_days}"))
