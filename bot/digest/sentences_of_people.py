"""The sentences of who told, in which words, and when."""

from collections.abc import Iterator, Sequence

from bot.digest.values import Facts, PartCount, Sameness, SameWords
from bot.digest.wording import Wording


def people(facts: Facts, words: Wording) -> Iterator[str]:
    """How many concerns and people, and how sure that is where it was estimated."""
    yield words.lead(facts)
    yield from estimate(facts, words)


def estimate(facts: Facts, words: Wording) -> Iterator[str]:
    """How sure the number of people is; nothing where it needed no estimate."""
    if facts.people is not None and not facts.people.is_known:
        least, most = facts.people.at_least, facts.people.at_most
        yield words.say("people-estimated", least=least, most=most)


def same_words(facts: Facts, words: Wording) -> Iterator[str]:
    """Copies and campaigns, and that each is quoted once at most; nothing where there are none."""
    if facts.wordings is None:
        return
    for same in facts.same_words:
        yield words.say(
            "same-campaign" if same.kind is Sameness.CAMPAIGN else "same-copies",
            concerns=same.concerns,
            where=_where(same, words),
            people=words.people(same.people),
            days=same.days,
        )
    told = facts.total.concerns - facts.imported
    if facts.same_words:
        yield words.say("same-counted")
    elif facts.wordings < told:
        yield words.say("same-some", concerns=told, wordings=facts.wordings)


def times_of_day(facts: Facts, words: Wording) -> Iterator[str]:
    """In which parts of the day and on which weekdays it was told; not when it happened."""
    for name, parts in (("day", facts.day_parts), ("weekdays", facts.weekdays)):
        shown = [part for part in parts if part.concerns]
        if shown:
            yield words.say(f"times-{name}", parts=_parts(shown, parts, words))
    if any(part.concerns for part in (*facts.day_parts, *facts.weekdays)):
        yield words.say("times-told")


def _parts(shown: Sequence[PartCount], parts: Sequence[PartCount], words: Wording) -> str:
    names = [
        words.say("counted", what=words.say(f"times-{part.part}"), concerns=part.concerns or 0)
        for part in shown
    ]
    if any(part.concerns is None for part in parts):
        names.append(words.say("times-rest"))
    return words.listed(names)


def _where(same: SameWords, words: Wording) -> str:
    if same.theme is not None and same.area is not None:
        return words.say("same-of", what=words.inside(words.cell(same.theme, same.area)))
    if same.theme is not None:
        return words.say("same-of", what=words.inside(words.theme(same.theme)))
    return "" if same.area is None else words.say("same-from", area=same.area)
