"""The words for numbers, trends, dates and names, in one language."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from bot.config.config import Config
from bot.config.values import in_language
from bot.digest.values import Count, Facts, Trend, Usual
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
        concerns, voices = facts.total.concerns, facts.total.voices
        if not concerns:
            return self.say("lead-none")
        if facts.imported == concerns:
            return self.say("lead-imported", imported=concerns)
        people = voices - facts.imported
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

    def comparison(self, facts: Facts) -> str:
        """The sentence that compares the total with the weeks before."""
        usual, trend = facts.total.usual, facts.total.trend
        if usual is None:
            return self.say("first")
        within = (usual.low or 0) <= facts.total.concerns <= (usual.high or 0)
        how = "chance" if trend is Trend.USUAL and not within else trend.value
        if not facts.complete:
            how = "unfinished"
        return self.say("compared", how=how, range=self.range(usual))
