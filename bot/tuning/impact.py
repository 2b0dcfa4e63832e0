"""What another configuration would do to what has been told: seen before it counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.config.config import Config
from bot.digest.wordings import Wordings
from bot.focus_areas import focus_areas_of
from bot.imports import ReadsMany
from bot.tuning.archive import ReadConcern, read_archive
from bot.tuning.opinions import Opinions, every_correction, opinions
from bot.tuning.sorting import is_corrected, is_report, sorted_by
from bot.tuning.trials import ReadsOne, Trial, tried
from nlp.examples import split_example
from nlp.reading import Kind, Reading
from storage.concern_values import StoredTheme
from storage.database import Database
from storage.resorting import KeptConcern, KeptMessage

LEAST = 3
"""So many concerns a theme must have had for its loss to be worth a refusal."""
SWALLOWED = 0.25
"""From such a share of a theme's concerns on another one swallows it."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a concern stands: `themes` with the first one first."""

    kind: str
    themes: tuple[str, ...]
    area: str | None

    @property
    def theme(self) -> str | None:
        """The first theme."""
        return self.themes[0] if self.themes else None


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A concern that would stand elsewhere; `masked` is None where a theme is sensitive."""

    reference: str
    before: Place
    after: Place
    masked: str | None = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Loss:
    """A theme that would lose its concerns: all of them, or many to the theme `to`."""

    theme: str
    before: int
    lost: int
    to: str | None


@dataclass(frozen=True, kw_only=True)
class Hits:
    """How many of `of` were read right, before and after."""

    of: int
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class Impact:
    """What would change.

    `moves` counts pairs of first themes (None: none), `themes` and `focus_areas` how many
    concerns each has before and after. `corrected` are the concerns whose theme people said or
    confirmed, that none fits included. Those that people disagree on (`disputed`) judge nothing,
    nor do those that stand among the examples in nearly the same words (`learnt`).
    """

    read: int
    moved: tuple[Moved, ...]
    moves: Mapping[tuple[str | None, str | None], int]
    themes: Mapping[str, tuple[int, int]]
    focus_areas: Mapping[str, tuple[int, int]]
    areas: int
    kinds: int
    corrected: Hits
    disputed: int
    learnt: int
    trials: Hits
    broken: tuple[Trial, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, kw_only=True)
class _Looked:
    """A concern before and after, and what was read of it beside what people `said` it is.

    `said` has None where that is no theme, two where people disagree, and nothing if nobody spoke.
    """

    kept: KeptConcern
    before: Place
    after: Place
    said: frozenset[str | None]
    read_before: str | None
    read_after: str | None


class Reader(ReadsMany, ReadsOne, Protocol):
    """What is needed of `nlp.reader.Reader`."""


async def impact(
    database: Database,
    *,
    config: Config,
    reader: Reader,
    before: Reader | None = None,
    since: datetime | None = None,
    looked: Callable[[int], None] = lambda _: None,
) -> Impact:
    """Compare how concerns told from `since` on stand with how `reader` would sort them.

    They stand as they are kept, or as the reader `before` would sort them. `looked` is told
    how many more have been read. Nothing is changed.
    """
    seen: list[_Looked] = []
    readers = (reader,) if before is None else (reader, before)
    async with database.transaction() as tx:
        said = opinions(await every_correction(tx), config)
    async for batch in read_archive(database, readers, since=since):
        seen += _compared(batch, config, said)
        looked(len(batch))
    return _told(seen, config, reader, before)


def _compared(batch: Sequence[ReadConcern], config: Config, said: Opinions) -> Iterator[_Looked]:
    for kept, (readings, *earlier) in batch:
        now = sorted_by(kept, readings, ended=config.ended_themes)
        concern = kept.concern
        if not earlier:
            stood = _place(concern.kind, concern.themes, concern.area, config)
            read_before = _first_stored(kept.messages)
        else:
            (found,) = earlier
            was = sorted_by(kept, found)
            stood = _place(was.kind, was.themes, was.area, config)
            read_before = _first_read(kept, found)
        yield _Looked(
            kept=kept,
            before=stood,
            after=_place(now.kind, now.themes, now.area, config),
            said=_said_of(kept, said, config),
            read_before=None if read_before is None else config.heir(read_before),
            read_after=_first_read(kept, readings),
        )


def _told(seen: Sequence[_Looked], config: Config, reader: Reader, before: Reader | None) -> Impact:
    moved = [one for one in seen if one.before != one.after]
    trials = list(tried(config.tests, reader))
    trials_before = trials if before is None else list(tried(config.tests, before))
    agreed = [one for one in seen if len(one.said) == 1]
    corrected = list(_unlearnt(agreed, config))
    themes = _numbers((one.before.themes, one.after.themes) for one in seen)
    moves = Counter(
        (one.before.theme, one.after.theme) for one in moved if one.before.theme != one.after.theme
    )
    return Impact(
        read=len(seen),
        moved=tuple(_moved(one, config) for one in moved),
        moves=moves,
        themes=themes,
        focus_areas=_numbers((_fields(o.before, config), _fields(o.after, config)) for o in seen),
        areas=sum(one.before.area != one.after.area for one in moved),
        kinds=sum(one.before.kind != one.after.kind for one in moved),
        corrected=Hits(
            of=len(corrected),
            before=sum(one.read_before in one.said for one in corrected),
            after=sum(one.read_after in one.said for one in corrected),
        ),
        disputed=sum(len(one.said) > 1 for one in seen),
        learnt=len(agreed) - len(corrected),
        trials=Hits(
            of=len(trials),
            before=sum(not trial.misses for trial in trials_before),
            after=sum(not trial.misses for trial in trials),
        ),
        broken=tuple(trial for trial in trials if trial.misses),
        losses=tuple(loss for loss in _losses(seen) if loss.theme not in config.ended_themes),
    )


def _unlearnt(agreed: Sequence[_Looked], config: Config) -> Iterator[_Looked]:
    """Those that no example repeats: what was learnt by heart shows nothing of the others."""
    if not agreed:
        return
    examples = Wordings()
    for line in (line for listed in config.examples.values() for line in listed):
        examples.add(split_example(line)[0])
    for one in agreed:
        if examples.find(one.kept.concern.masked) is None:
            yield one


def _losses(seen: Sequence[_Looked]) -> Iterator[Loss]:
    """The themes that are emptied, or lose many concerns to one other theme."""
    stood = Counter(theme for one in seen for theme in one.before.themes)
    stands = Counter(theme for one in seen for theme in one.after.themes)
    gone: Counter[tuple[str, str]] = Counter()
    for one in seen:
        for theme in set(one.before.themes) - set(one.after.themes):
            for other in set(one.after.themes) - set(one.before.themes):
                gone[theme, other] += 1
    for theme, before in sorted(stood.items()):
        if before < LEAST:
            continue
        if not stands[theme]:
            yield Loss(theme=theme, before=before, lost=before, to=None)
            continue
        for (lost_by, to), lost in sorted(gone.items()):
            if lost_by == theme and lost >= LEAST and lost >= SWALLOWED * before:
                yield Loss(theme=theme, before=before, lost=lost, to=to)


def _numbers(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]],
) -> dict[str, tuple[int, int]]:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for stood, stands in pairs:
        before.update(stood)
        after.update(stands)
    return {name: (before[name], after[name]) for name in sorted({*before, *after})}


def _fields(place: Place, config: Config) -> list[str]:
    if place.kind != Kind.CONCERN:
        return []
    found = focus_areas_of(themes=place.themes, area=place.area, config=config)
    return [focus_area.id for focus_area in found]


def _moved(one: _Looked, config: Config) -> Moved:
    themes = {*one.before.themes, *one.after.themes}
    sensitive = not config.sensitive_themes.isdisjoint(themes)
    unknown = any(config.theme(theme) is None for theme in themes)
    return Moved(
        reference=one.kept.concern.reference,
        before=one.before,
        after=one.after,
        masked=None if sensitive or unknown else one.kept.concern.masked,
    )


def _place(kind: str, themes: Sequence[StoredTheme], area: str | None, config: Config) -> Place:
    """With the successor in the place of a theme that was merged: nothing has moved then."""
    return Place(kind=kind, themes=config.heirs(theme.id for theme in themes), area=area)


def _said_of(kept: KeptConcern, said: Opinions, config: Config) -> frozenset[str | None]:
    """What people say; of what was told before their words were kept, what they left it as."""
    words = said.get(kept.concern.id, ())
    if not words and is_corrected(kept.concern):
        return frozenset({config.heir(kept.concern.themes[0].id)})
    return frozenset(opinion.theme for opinion in words)


def _first_read(kept: KeptConcern, readings: Sequence[Reading]) -> str | None:
    """The first theme that the readings alone would give it, whatever people said."""
    unsaid = replace(kept, concern=replace(kept.concern, themes=()), no_theme_fits=False)
    found = sorted_by(unsaid, readings).themes
    return found[0].id if found else None


def _first_stored(messages: Sequence[KeptMessage]) -> str | None:
    """The same by what was read of its messages when they were sorted last."""
    for message in messages:
        if is_report(message.reading):
            for theme in message.reading.get("themes") or ():
                return str(theme["id"])
    return None
