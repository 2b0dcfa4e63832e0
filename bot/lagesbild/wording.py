"""The words of a lägesbild besides those of a digest."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from bot.config.values import in_language
from bot.digest.periods import Kind, Period
from bot.digest.values import Facts, Trend, Usual
from bot.digest.wording import Wording

_DATE = "d MMMM y"


@dataclass(frozen=True, kw_only=True)
class Words(Wording):
    """Says things in `language`, as plain text.

    Of a single period before nothing is `usual`: then it is said what it was, not what it is
    as a rule.
    """

    single: bool = False

    def tell(self, key: str, /, **values: str | int) -> str:
        """The text `lagesbild-KEY`."""
        return self.texts.plain(self.language, f"lagesbild-{key}", **values)

    def usual(self, usual: Usual) -> str:
        """What is usual, or was before, in a sentence: `vanligen 4–9`, `förut 4`."""
        if not self.single:
            return super().usual(usual)
        return self.tell("usual-one", range=self.range(usual))

    def comparison(self, facts: Facts) -> str:
        """The sentence that compares the total with the periods before."""
        usual, count = facts.total.usual, facts.total
        if not self.single or usual is None:
            return super().comparison(facts)
        how = "chance" if count.trend in {Trend.USUAL, Trend.UNKNOWN} else count.trend.value
        return self.tell(
            "compared-one", how=how, before=self.before(facts), range=self.range(usual)
        )

    def briefly_compared(self, facts: Facts) -> str:
        """The comparison where it has been said before how sure it is."""
        usual = facts.total.usual
        if not self.single or usual is None or facts.total.trend in {Trend.MORE, Trend.FEWER}:
            return self.comparison(facts)
        return self.tell("compared-briefly", before=self.before(facts), range=self.range(usual))

    def is_of_places(self, facts: Facts) -> bool:
        """Whether the field gathers what happens in some areas."""
        found = self.config.focus_area(facts.focus_area)
        return found is not None and bool(found.areas)

    @property
    def compared_column(self) -> str:
        """The heading above what is usual, or was before."""
        return self.tell("column-before") if self.single else self.say("column-usual")

    @property
    def council(self) -> str:
        """What the council is called."""
        return in_language(self.config.municipality.council, self.language)

    def span(self, period: Period) -> str:
        """The days of a period: `1 januari–31 december 2025`."""
        shown = "d MMMM" if period.first.year == period.last.year else _DATE
        return f"{self.day(period.first, shown)}–{self.day(period.last)}"

    def name(self, period: Period) -> str:
        """What a period is called, with its days."""
        span = self.span(period)
        match period.kind:
            case Kind.YEAR:
                return self.tell("year", year=str(period.first.year), span=span)
            case Kind.QUARTER:
                number = (period.first.month + 2) // 3
                year = str(period.first.year)
                return self.tell("quarter", number=number, year=year, span=span)
            case Kind.WEEK | Kind.DAYS:
                return self.tell("days", span=span)

    def day(self, day: date, shown: str = _DATE) -> str:
        """A day: `31 december 2025`."""
        return format_date(day, shown, locale=self.language)
