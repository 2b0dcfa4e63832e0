"""How many people stand behind a number of concerns, and which of them say the same words.

What is counted are Telegram accounts, not people: one may write from two, a family from one.
An account is known

- as a resident, as long as the link to it is kept: the same in every month;
- by a pseudonym, within one calendar month of UTC;
- not at all, once the link is broken (retention) or where there never was one.

So the distinct voices are the most there can be. The least are the residents, or the most
pseudonyms of any month, whichever is more: those are different accounts for certain. In
between lies the estimate: all who are known, and of the unknown concerns as many people for
each as the known ones have, since nothing tells that they wrote more or less often.

People who send the same long text are as many people as they are accounts, but it is one
wording: a campaign, or copies. Short texts that are the same are not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta

from bot.digest.values import People, Sameness, SameWords
from bot.digest.wordings import Cluster, Saying

CAMPAIGN = 5
"""From so many voices on within `CAMPAIGN_TIME` the same words are a campaign."""
CAMPAIGN_TIME = timedelta(days=7)
_RESIDENT, _PSEUDONYM = "resident", "pseudonym"
_ENOUGH_KNOWN = 10
"""Fewer concerns of known voices say nothing about how often the unknown wrote."""


@dataclass(frozen=True, kw_only=True)
class Chorus:
    """Those who say the same words, the earliest first, and what is told of them."""

    sayings: tuple[Saying, ...]
    told: SameWords


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Who stands behind a number of concerns.

    `wordings` are the concerns with those in the same long text counted once. `choruses`
    begin with the most people.
    """

    concerns: int
    people: People
    wordings: int
    choruses: tuple[Chorus, ...]


def voices_of(sayings: Sequence[Saying], clusters: Iterable[Cluster]) -> Voices:
    """Who stands behind these concerns; of the clusters only what is in them counts."""
    by_id = {one.id: one for one in sayings}
    inside = ((cluster, [by_id[id] for id in cluster.ids if id in by_id]) for cluster in clusters)
    together = [(cluster, members) for cluster, members in inside if len(members) > 1]
    rate = _people_a_concern(sayings)
    choruses = [
        Chorus(sayings=tuple(members), told=_same_words(cluster, members, rate))
        for cluster, members in together
    ]
    return Voices(
        concerns=len(sayings),
        people=_people(sayings, rate),
        wordings=len(sayings) - sum(len(m) - 1 for cluster, m in together if cluster.is_long),
        choruses=tuple(sorted(choruses, key=_most_people_first)),
    )


def echoes(clusters: Iterable[Cluster]) -> frozenset[int]:
    """The ids of concerns that only say again, in the same long text, what one before said."""
    return frozenset(id for cluster in clusters if cluster.is_long for id in cluster.ids[1:])


def _people(sayings: Sequence[Saying], rate: float) -> People:
    known = {one.voice_key for one in sayings if _is_known(one)}
    unknown = {one.voice_key for one in sayings} - known
    residents = {key for key in known if key.startswith(_RESIDENT)}
    pseudonyms: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in sayings:
        if one.voice_key.startswith(_PSEUDONYM):
            told = one.told_at.astimezone(UTC)
            pseudonyms[told.year, told.month].add(one.voice_key)
    of_a_month = max(map(len, pseudonyms.values()), default=0)
    at_least = max(len(residents), of_a_month, min(len(sayings), 1))
    at_most = len(known) + len(unknown)
    about = round(len(known) + rate * len(unknown))
    return People(at_least=at_least, about=min(max(about, at_least), at_most), at_most=at_most)


def _people_a_concern(sayings: Sequence[Saying]) -> float:
    """How many people there are for each concern, among the known voices."""
    told = [one.voice_key for one in sayings if _is_known(one)]
    return len(set(told)) / len(told) if len(told) >= _ENOUGH_KNOWN else 1.0


def _is_known(saying: Saying) -> bool:
    return saying.voice_key.partition(":")[0] in (_RESIDENT, _PSEUDONYM)


def _most_people_first(chorus: Chorus) -> tuple[int, int, str, str, int]:
    told = chorus.told
    return (-told.people.about, -told.concerns, told.area or "", told.kind, chorus.sayings[0].id)


def _same_words(cluster: Cluster, members: Sequence[Saying], rate: float) -> SameWords:
    themes = Counter(theme for one in members for theme in one.themes)
    return SameWords(
        kind=_kind(cluster, members),
        concerns=len(members),
        people=_people(members, rate),
        area=members[0].area,
        theme=min(themes, key=lambda theme: (-themes[theme], theme), default=None),
        days=(members[-1].told_at - members[0].told_at).days + 1,
    )


def _kind(cluster: Cluster, members: Sequence[Saying]) -> Sameness:
    first_told = {one.voice_key: one.told_at for one in reversed(members)}
    if len(first_told) == 1:
        return Sameness.REPEATED
    if not cluster.is_long:
        return Sameness.ALIKE
    times = sorted(first_told.values())
    many = zip(times, times[CAMPAIGN - 1 :], strict=False)
    if any(last - first <= CAMPAIGN_TIME for first, last in many):
        return Sameness.CAMPAIGN
    return Sameness.COPIES
