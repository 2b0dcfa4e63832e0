"""Single sentences, for every kind of period and in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from bot.digest.periods import Period
from bot.digest.sentences import changes, comparison, remarks
from bot.digest.sentences_of_change import change_sentences, news
from bot.digest.sentences_of_people import people, same_words, times_of_day
from bot.digest.sentences_of_reading import good_news, reading_quality, recurring, withheld
from bot.digest.sentences_of_work import late_arrivals, open_cases, urgent_work
from bot.digest.values import (
    AgeCount,
    AreaCount,
    CellCount,
    Corrections,
    Count,
    Notable,
    PartCount,
    People,
    Sameness,
    SameWords,
    ThemeCount,
    Trend,
    Usual,
    WeekCount,
)
from bot.digest.wording import Wording
from bot.texts.catalogue import load_texts
from storage.concern_values import Source
from tests.bot.digest.builders import WEEK, config, facts, times, told, weeks_before

PERIODS = (
    Period.of_week(WEEK),
    Period.quarter(2026, 4),
    Period.year(2026),
    Period(date(2026, 10, 1), date(2026, 11, 22)),
)
SENTENCES = (
    changes,
    remarks,
    people,
    same_words,
    times_of_day,
    urgent_work,
    open_cases,
    reading_quality,
    recurring,
    good_news,
    late_arrivals,
    withheld,
)
COPY = "Mopeder kör på gångvägen mellan skolan och affären varje kväll. Gör något nu!"


def words(language="sv"):
    texts = load_texts(["sv", "en"], default="sv")
    return Wording(language=language, config=config(), texts=texts)


def of(period=PERIODS[0], **fields):
    """Empty facts but for these fields."""
    return replace(facts([], period=period), **fields)


def theme(concerns, usual=None, **count):
    given = {"voices": concerns, "trend": Trend.USUAL, **count}
    usual = Usual(mean=2, low=1, high=3) if usual is None else usual
    return ThemeCount(theme="buskorning", count=Count(concerns=concerns, usual=usual, **given))


def weeks(count):
    return tuple(WeekCount(week=str(w), concerns=2, voices=2) for w in WEEK.before(count))


def test_a_clear_change_a_possible_one_and_one_of_the_season_read_differently():
    def said(count):
        return list(change_sentences(of(themes=(count,), history=weeks(8)), words()))

    assert said(theme(6, trend=Trend.MORE)) == ["▲ Buskörning: 6, vanligen 1–3: tydlig ökning."]
    assert said(theme(0, trend=Trend.FEWER)) == ["▼ Buskörning: 0, vanligen 1–3: tydlig minskning."]
    assert said(theme(6, possible=Trend.MORE)) == [
        "Buskörning: 6, vanligen 1–3. Det kan vara en ökning, men det kan också vara slumpen."
    ]
    assert said(theme(6, seasonal=Trend.MORE)) == [
        "Buskörning: 6, fler än de 8 veckorna före, men så var det vid samma tid i fjol."
    ]
    assert said(theme(2)) == []


@pytest.mark.parametrize(
    ("period", "count", "before"),
    [
        (PERIODS[0], 8, "de 8 veckorna före"),
        (PERIODS[0], 1, "veckan före"),
        (PERIODS[1], 1, "kvartalet före"),
        (PERIODS[2], 2, "de 2 åren före"),
        (PERIODS[3], 1, "lika många dagar före"),
    ],
)
def test_what_it_is_compared_with_is_named_by_its_period(period, count, before):
    assert words().before(of(period, history=weeks(count))) == before


def test_an_increase_made_of_copies_says_so():
    earlier = weeks_before([1, 1, 2, 1, 0, 2, 1, 1], "buskorning", area="Norrby")
    concerns = [*times(7, "buskorning", area="Norrby", text=COPY), told("buskorning")]
    found = facts(concerns, earlier)
    (cell,) = [text for text in change_sentences(found, words()) if "i Norrby" in text]
    assert cell.endswith("vanligen färre än 3: tydlig ökning. Alla har samma text.")
    assert "7 av dem har samma text som ett annat." in list(comparison(found, config(), words()))


def test_a_theme_in_an_area_says_all_of_its_area_and_its_theme():
    earlier = weeks_before([1, 1, 2, 1, 0, 2, 1, 1], "fortkorning", area="Göta")
    found = facts(times(7, "buskorning", area="Norrby"), earlier)
    (text,) = change_sentences(found, words())
    assert text.startswith("▲ Buskörning i Norrby: 7")


def test_a_clear_change_is_never_left_to_one_that_may_be_chance():
    usual = Usual(mean=2, low=1, high=3)
    clear = Count(concerns=9, voices=9, usual=usual, trend=Trend.MORE)
    maybe = replace(clear, trend=Trend.USUAL, possible=Trend.MORE)
    found = of(
        areas=(AreaCount(area="Norrby", count=clear),),
        cells=(CellCount(theme="buskorning", area="Norrby", count=maybe),),
    )
    first, second = change_sentences(found, words())
    assert first == "▲ Norrby: 9, vanligen 1–3: tydlig ökning."
    assert second.startswith("Buskörning i Norrby: 9, vanligen 1–3. Det kan vara en ökning")


def test_what_is_new_is_named_and_what_grew_from_nothing_is_not_said_twice():
    found = of(
        history=weeks(8),
        new=(
            Notable(theme="buskorning", area="Norrby", concerns=3, usual=None),
            Notable(theme="fortkorning", concerns=9, usual=None),
            Notable(theme="trafikfara", concerns=2, usual=None),
        ),
        rising=(Notable(theme="fortkorning", concerns=9, usual=None),),
    )
    assert list(news(found, words())) == [
        "Nytt jämfört med de 8 veckorna före: Buskörning i Norrby (3)."
    ]


def test_an_area_gone_quiet_is_told_without_its_number():
    quiet = Notable(area="Norrby", concerns=None, usual=Usual(mean=5, low=4, high=6))
    assert list(news(of(quiet=(quiet,)), words())) == [
        "Norrby: färre än 3 personer, vanligen 4–6. Det är tydligt tystare än förut."
    ]


def test_people_are_about_so_many_where_not_all_are_known():
    known = Count(concerns=9, voices=8, usual=None, trend=Trend.UNKNOWN)
    found = of(total=known, people=People(at_least=4, about=6, at_most=8))
    lead, sure = people(found, words())
    assert lead == "9 tips från ungefär 6 personer."
    assert "minst 4 och högst 8" in sure
    counted = of(total=known, people=People(at_least=6, about=6, at_most=6))
    assert list(people(counted, words())) == ["9 tips från 6 personer."]


def test_copies_and_campaigns_are_told_with_their_people():
    about = People(at_least=2, about=4, at_most=5)
    copies = SameWords(
        kind=Sameness.COPIES, concerns=5, people=about, area=None, theme=None, days=9
    )
    many = replace(copies, kind=Sameness.CAMPAIGN, theme="buskorning", area="Norrby", days=1)
    total = Count(concerns=12, voices=9, usual=None, trend=Trend.UNKNOWN)
    said = list(same_words(of(total=total, wordings=4, same_words=(many, copies)), words()))
    assert said[0] == (
        "5 av tipsen om buskörning i Norrby har samma text, från ungefär 4 personer på en dag: "
        "det liknar en kampanj."
    )
    assert said[1] == "5 av tipsen har samma text, från ungefär 4 personer."
    assert said[2].endswith("som en röst i citaten.")
    (some,) = same_words(of(total=total, wordings=9), words())
    assert some == "Några har skickat samma text: de 12 tipsen är 9 olika texter."
    assert list(same_words(of(total=total, wordings=12), words())) == []
    of_before = of(total=total, wordings=None)
    assert list(same_words(of_before, words())) == []


def test_urgent_ones_are_told_with_what_was_done():
    status = tuple(
        PartCount(part=part, concerns=n)
        for part, n in {"new": 1, "open": 0, "done": 2, "closed": 0}.items()
    )
    found = of(urgent_now=1, urgent_soon=2, urgent_status=status)
    assert " ".join(urgent_work(found, words())) == (
        "1 tips var akut. 2 tips var brådskande. Av dem är 1 inte påbörjat och 2 åtgärdade."
    )
    hidden = replace(found, urgent_status=(PartCount(part="new", concerns=None), *status[1:]))
    assert "visas inte, för att ingen ska pekas ut" in " ".join(urgent_work(hidden, words()))


def test_open_cases_are_told_by_age_and_small_ones_are_not():
    ages = (
        AgeCount(from_days=0, to_days=6, concerns=4),
        AgeCount(from_days=7, to_days=29, concerns=0),
        AgeCount(from_days=30, to_days=89, concerns=2),
        AgeCount(from_days=90, to_days=None, concerns=1, at_least=True),
    )
    found = of(open_ages=ages)
    assert list(open_cases(found, words())) == [
        "Öppna ärenden: 4 från den senaste veckan, 2 som väntat 1–3 månader och "
        "minst 1 som väntat över 3 månader."
    ]
    assert any("Öppna ärenden" in text for text in remarks(found, words()))
    young = of(open_ages=ages[:1])
    assert not any("Öppna ärenden" in text for text in remarks(young, words()))
    few = of(open_ages=tuple(replace(age, concerns=None) for age in ages))
    assert list(open_cases(few, words())) == [
        "Det finns öppna ärenden, men så få att antalet inte visas."
    ]


def test_how_well_it_was_read_is_told_of_what_people_checked():
    read = Corrections(read=30, confirmed=10, corrected=2, added=3, error=0.167)
    said = list(reading_quality(of(places_read=read), words()))
    assert said[0] == (
        "Platsen: människor har kontrollerat vad boten läste i 12 tips och rättat 2 (17 %)."
    )
    assert said[1].startswith("I 3 tips hade boten inte hittat någon plats")
    unknown = Corrections(read=30, confirmed=0, corrected=0, added=0, error=None)
    assert list(reading_quality(of(themes_read=unknown), words())) == []


def test_what_came_late_is_told_by_week():
    late = (
        WeekCount(week="2026-W45", concerns=1, voices=1),
        WeekCount(week="2026-W46", concerns=2, voices=1),
    )
    (text,) = late_arrivals(of(late=late), words())
    assert text.startswith("3 tips från tidigare veckor")
    assert "vecka 45 (1) och vecka 46 (2)" in text


def test_times_tell_when_it_was_written_and_hide_what_is_withheld():
    parts = (
        PartCount(part="night", concerns=None),
        PartCount(part="morning", concerns=None),
        PartCount(part="afternoon", concerns=4),
        PartCount(part="evening", concerns=12),
    )
    said = list(times_of_day(of(day_parts=parts), words()))
    assert said[0] == (
        "När på dygnet det skrevs: eftermiddag (4), kväll (12) och övrig tid (visas inte för sig)."
    )
    assert "inte säkert när det hände" in said[1]


def test_everything_that_can_be_withheld_has_a_name_in_plain_words():
    concerns = [
        *times(2, "buskorning", "fortkorning", text=COPY, area="Norrby", urgency="soon"),
        told("nara_relation"),
        told("buskorning", kind="positive"),
    ]
    for field in ("trafik", "vald", "hassleholmen_hulta"):
        found = facts(concerns, focus_area=field)
        (text,) = withheld(found, words())
        assert text.startswith("För att ingen ska pekas ut")
    everything = of(withheld=("usual", "urgent_status", "open_ages", "places_read", "same_words"))
    assert len(list(withheld(everything, words()))) == 1


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_every_sentence_can_be_said_of_every_kind_of_period(period, language):
    concerns = [
        *times(7, "buskorning", area="Norrby", text=COPY),
        *times(4, "fortkorning", urgency="soon", recurring=True),
        told("buskorning", kind="positive"),
        told("trafikfara", source=Source.IMPORT),
    ]
    earlier = weeks_before([1, 1, 2, 1, 0, 2, 1, 1], "trafikfara")
    for older in (False, True):
        found = facts(concerns, earlier, older=older, period=period)
        say = words(language)
        said = [text for sentences in SENTENCES for text in sentences(found, say)]
        said += comparison(found, config(), say)
        assert all(text.strip() and text[-1] in ".!" for text in said)
        assert not any("None" in text or "  " in text for text in said)


@pytest.mark.parametrize("trend", [Trend.MORE, Trend.FEWER])
@pytest.mark.parametrize("how", ["trend", "possible", "seasonal"])
def test_the_whole_is_compared_in_the_same_words(how, trend):
    usual = Usual(mean=5, low=3, high=7)
    count = {"trend": Trend.USUAL, how: trend}
    total = Count(concerns=12, voices=12, usual=usual, **count)
    text = words().comparison(of(PERIODS[1], total=total, history=weeks(4)))
    assert "3–7" in text
    assert {"trend": "tydligt", "possible": "slumpen", "seasonal": "i fjol"}[how] in text
    assert "veck" not in text


def test_a_week_of_nothing_but_sensitive_themes_is_not_called_nothing_to_report():
    found = facts(times(4, "nara_relation"), focus_area="vald")
    words = Wording(language="sv", config=config(), texts=load_texts(["sv", "en"], default="sv"))
    assert words.lead(found) == "Inga tips den här veckan, känsliga teman oräknade."


def test_a_week_of_nothing_but_praise_is_not_called_nothing_to_report():
    found = facts([told("buskorning", kind="positive")])
    assert words().lead(found) == "Inga tips om något som oroar den här veckan."
