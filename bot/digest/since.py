"""The picture since the last meeting, as a group reads it between the weeks' digests."""

from dataclasses import replace

from bot.config.config import Config
from bot.digest.report import Report, build_report
from bot.digest.tally import field_of
from bot.digest.values import Facts, Notable
from bot.digest.wording import Wording
from bot.texts.catalogue import Texts


def told_since(facts: Facts, config: Config, texts: Texts) -> Report:
    """The period's total and, of a field of themes, its themes; nothing that points at a place.

    It grows by a week at a time: who has it of two weeks can subtract one from the other, and
    would know what the week's digest left out.
    """
    focus_area = config.focus_area(facts.focus_area)
    of_places = focus_area is not None and field_of(focus_area, config).of_places
    report = build_report(_without_guarded(facts, of_places=of_places), (), config, texts)
    words = Wording(language=report.language, config=config, texts=texts)
    note = words.say("since-note-places" if of_places else "since-note")
    return replace(report, notices=(*report.notices, note))


def _without_guarded(facts: Facts, *, of_places: bool) -> Facts:
    bare = replace(
        facts,
        areas=(),
        other_areas=0,
        without_place=0,
        cells=(),
        sensitive=(),
        new=_of_themes(facts.new),
        rising=_of_themes(facts.rising),
        quiet=_of_themes(facts.quiet),
        same_words=(),
        wordings=None,
        late=(),
    )
    if not of_places:
        return bare
    return replace(
        bare,
        themes=(),
        other_themes=0,
        without_theme=0,
        counted_again=0,
        new=(),
        rising=(),
        quiet=(),
        urgent_now=0,
        urgent_soon=0,
        urgent_status=(),
        open_ages=(),
        positives=0,
        positive_themes=(),
        other_positives=0,
        other_languages=None,
        needs_human=0,
    )


def _of_themes(notable: tuple[Notable, ...]) -> tuple[Notable, ...]:
    return tuple(one for one in notable if one.area is None)
