"""The words for numbers, trends, dates and names, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.values import Count, Facts, People, Trend, Usual
from bot.digest.weeks import Week
from bot.texts.catalogue import Texts

_DATE = "d MMMM y"
_MARKS = {Trend.MORE: "▲", Trend.FEWER: "▼"}


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Says things in `language`, as plain text."""

    language: str
    config: Config
    texts: Texts

    def say(self, key: str, /, **values: str | int) -> str:
        """The text `digest-KEY`."""
        return self.texts.plain(self.language, f"digest-{key}", **values)

    def theme(self, theme_id: str) -> str:
        """A theme's label; the id itself if the configuration has it no more."""
        theme = self.config.theme(theme_id)
        return theme_id if theme is None else in_language(theme.label, self.language)

    def focus_area(self, focus_area_id: str) -> str:
        """A focus area's label; the id itself if the configuration has it no more."""
        found = self.config.focus_area(focus_area_id)
        return focus_area_id if found is None else in_language(found.label, self.language)

    def cell(self, theme_id: str, area: str) -> str:
        """A theme in an area: `Buskörning i Norrby`."""
        return self.say("in-area", theme=self.theme(theme_id), area=area)

    @staticmethod
    def inside(name: str) -> str:
        """A name that begins no sentence: `buskörning`, but `A-traktorer`."""
        return name[:1].lower() + name[1:] if name[1:2].islower() else name

    def listed(self, names: Sequence[str]) -> str:
        """Several in a sentence: `a, b och c`."""
        return format_list(names, locale=self.language)

    def before(self, facts: Facts) -> str:
        """What it is compared with: `de 8 veckorna före`, `kvartalet före`."""
        return self.say("before", kind=facts.period.kind.value, count=len(facts.history))

    def dates(self, week: Week) -> str:
        """The days of a week: `16–22 november 2026`."""
        first, last = week.monday, week.sunday
        if (first.year, first.month) == (last.year, last.month):
            shown = "d"
        else:
            shown = "d MMMM" if first.year == last.year else _DATE
        return f"{self._date(first, shown)}–{self._date(last, _DATE)}"

    def _date(self, day: date, shown: str) -> str:
        return format_date(day, shown, locale=self.language)

    def usual(self, usual: Usual) -> str:
        """What is usual, in a sentence: `vanligen 4–9`."""
        return self.say("usual", range=self.range(usual))

    def range(self, usual: Usual) -> str:
        """What is usual, in a cell: `4–9`, `högst 5`."""
        if usual.below is not None:
            return self.say("range-below", below=usual.below)
        if usual.low is None:
            return self.say("range-at-most", high=usual.high or 0)
        if usual.low == usual.high:
            return str(usual.low)
        return f"{usual.low}–{usual.high}"

    def compared(self, count: Count) -> str:
        """What is usual and whether it has changed, in a cell: `1–3 ▲ tydligt fler`."""
        usual = "" if count.usual is None else self.range(count.usual)
        if count.trend in _MARKS:
            return f"{usual} {_MARKS[count.trend]} {self.say(count.trend.value)}"
        return usual

    def line(self, what: str, count: Count) -> str:
        """A number with what is usual: `Buskörning: 12 (vanligen 4–9) ▲`."""
        if count.usual is None or count.trend is Trend.UNKNOWN:
            line = self.say("row", what=what, concerns=count.concerns)
        else:
            usual = self.usual(count.usual)
            line = self.say("row-usual", what=what, concerns=count.concerns, usual=usual)
        if mark := _MARKS.get(count.trend):
            return self.say("row-marked", line=line, mark=mark)
        return line

    def lead(self, facts: Facts) -> str:
        """The sentence with the number of concerns and voices."""
        concerns = facts.total.concerns
        if not concerns:
            none = "lead-none-good" if facts.positives else "lead-none"
            none = "lead-none-open" if facts.sensitive else none
            return self.say(none, kind=facts.period.kind.value)
        if facts.imported == concerns:
            return self.say("lead-imported", imported=concerns)
        people = self.people(facts.people or _counted(facts.total.voices - facts.imported))
        if facts.imported:
            told = concerns - facts.imported
            return self.say(
                "lead-mixed",
                concerns=concerns,
                told=told,
                people=people,
                imported=facts.imported,
            )
        return self.say("lead", concerns=concerns, people=people)

    def people(self, people: People) -> str:
        """How many people: `6 personer`, `ungefär 6 personer`."""
        return self.say("people" if people.is_known else "people-about", people=people.about)

    def comparison(self, facts: Facts) -> str:
        """The sentence that compares the total with the periods before."""
        usual, kind = facts.total.usual, facts.period.kind.value
        if usual is None:
            return self.say("first", kind=kind)
        return self.say(
            "compared",
            how=_how(facts, usual),
            range=self.range(usual),
            each=self.say("each", kind=kind),
            before=self.before(facts),
        )


def _how(facts: Facts, usual: Usual) -> str:
    count = facts.total
    if not facts.complete:
        return "unfinished"
    if count.possible is not None:
        return f"maybe-{count.possible.value}"
    if count.seasonal is not None:
        return f"season-{count.seasonal.value}"
    within = (usual.low or 0) <= count.concerns <= (usual.high or 0)
    return "chance" if count.trend is Trend.USUAL and not within else count.trend.value


def _counted(voices: int) -> People:
    return People(at_least=voices, about=voices, at_most=voices)
