# The lägesbild, as the council and the groups of the focus areas read it. Plain text, no tags.

## The beginning

lagesbild-whole = The whole municipality
lagesbild-title = Situation report: { $field }
lagesbild-year = { $year }
lagesbild-quarter = Quarter { $number } { $year }, { $span }
lagesbild-days = { $span }
lagesbild-made-for = { $municipality } · { $council }
lagesbild-made-when = Made on { $day }
lagesbild-widened = The period has been widened to whole weeks, so that two reports never differ by a few days.
lagesbild-cut = The period is not over. The report ends with last Sunday.
lagesbild-summary-heading = Summary
lagesbild-contents-heading = Contents
lagesbild-nothing-told = Nobody has told anything that counts here. That does not mean for sure that nothing has happened, only that nobody has told.
lagesbild-most-themes = Most was told about { $what }.
lagesbild-most-areas = Most tips came from { $what }.
lagesbild-not-crimes = The numbers are what has been told, not how many crimes there were; who writes and who does not is told under “How this was made”.
lagesbild-footer = { $council } · made by { $bot_name } from what has been told

## The chapters

lagesbild-time-heading = How much, and when
lagesbild-themes-heading = What it was about
lagesbild-places-heading = Where it happened
lagesbild-changes-heading = What has changed, and how sure that is
lagesbild-fields-heading = The focus areas
lagesbild-voices-heading = Who told, and when
lagesbild-work-heading = What has been done
lagesbild-quotes-heading = In their own words
lagesbild-method-heading = How this was made

## Comparisons

lagesbild-usual-one = before { $range }
lagesbild-compared-one =
    { $how ->
        [more] That is clearly more than { $before } ({ $range }).
        [fewer] That is clearly fewer than { $before } ({ $range }).
       *[chance] It can be compared with { $before } only: { $range }. A difference may be chance.
    }
lagesbild-compared-briefly = Against { $range } { $before }.
lagesbild-band = The shaded band shows the period itself: in eight weeks of ten there were so many.

## Tables

lagesbild-history-heading = Compared with before
lagesbild-history-caption = Tips and people in each period, the earliest first
lagesbild-column-period = Period
lagesbild-column-before = Before
lagesbild-themes-caption = Tips and people by theme, the largest first
lagesbild-areas-caption = Tips and people by area, the largest first
lagesbild-sensitive-caption = Sensitive themes are counted for the whole municipality only, and are in no other number
lagesbild-further-themes =
    { $count ->
        [one] 1 more theme
       *[other] { $count } more themes
    }
lagesbild-further-areas =
    { $count ->
        [one] 1 more area
       *[other] { $count } more areas
    }

## What has changed

lagesbild-how-sure = Arrows and the word “clear” stand only where chance is hardly enough to explain it. Where it says that it may be chance we do not know: keep an eye on it, but conclude nothing.
lagesbild-no-change = No theme or area differs clearly from { $before }.
lagesbild-nothing-before = There is too little before the period to compare with. What has changed cannot be said yet.

## The focus areas

lagesbild-field-nothing = Nothing was told in the period.
lagesbild-field-themes = Most of it was about { $what }.
lagesbild-field-areas = { $what }.
lagesbild-field-few = Areas that fewer than { $minimum } people told of are not shown by themselves.

## What has been done

lagesbild-statuses = How far the work with the tips has come: { $parts }.
lagesbild-open-when = How long the cases have waited is counted on the day the report was made, those older than the period included.
lagesbild-work-imported = Imported reports are not counted here: the bot does not know what was done about them.
lagesbild-answers = Whoever writes to the bot is told at once that the tip is received, gets a message when work has come further or somebody answers, and can see that at any time with /mina. How many have been answered is not counted here.

## The quotes

lagesbild-quotes-chosen = Typical tips, at most one from each person, without personal data. Urgent and sensitive tips are never quoted, nor is anything that points at a home.

## How this was made

lagesbild-law-heading = What it is for
lagesbild-law = By the Swedish act (2023:196) on municipalities’ responsibility for crime prevention every municipality makes a situation report on crime and an action plan. This is material for it from { $council }.
lagesbild-law-more = It shows what has been told and is not enough alone: put it beside police statistics, surveys of safety, and what schools, social services and housing companies see.
lagesbild-counted-heading = What is counted
lagesbild-counted = A tip is a message about one thing, not a crime: several people may tell of the same event, and much is never reported or told.
lagesbild-counted-voices = The number of people is how many have told, as far as that can be known without keeping who they are.
lagesbild-counted-imported =
    { $count ->
        [one] 1 of the tips is a report that was brought in from another source. Nobody knows how many stand behind it, so it counts as one person.
       *[other] { $count } of the tips are reports that were brought in from another source. Nobody knows how many stand behind them, so each counts as one person.
    }
lagesbild-who-heading = Who is heard and who is not
lagesbild-who = The bot hears people who have Telegram, know of the bot and want to write to the municipality. It answers in { $languages } languages, but reads the theme only from Swedish and English; what is written in others is read by a person. Those without a phone, without trust in the municipality, or who are afraid, are heard less, and the bot does not ask for age, sex or background. So it cannot be said how well those who write match those who live here.
lagesbild-who-silent = That an area is silent does not mean that it is calm, nor that a loud one is the worst. The numbers are not per inhabitant.
lagesbild-chance-heading = Comparisons and chance
lagesbild-chance = The numbers are small, and small numbers swing by themselves. So each comparison is tested against chance, with regard to how many are made. A clear change may still be chance now and then, and a real one may be missed where there are few tips. Why something has changed the numbers do not tell: more tips may also come from more people knowing of the bot.
lagesbild-chance-none = There is too little before the period to test any change against chance.
lagesbild-withheld-heading = What is not shown, and why
lagesbild-withheld = An area is named only if at least { $minimum } people have told of it. The rest are put together, and sometimes a larger area with a small one, so that no small number can be worked out from the others, from the weekly digests or from the focus areas’ own pictures.
lagesbild-withheld-sensitive = Sensitive themes are shown only as numbers for the whole municipality, never with a place or a quote, and not at all where they are few.
lagesbild-reading-heading = How well the bot has read
lagesbild-reading = A computer has read themes and places, and sometimes reads wrongly.
lagesbild-reading-unmeasured = How often cannot be said here: too few tips of the period have been checked by anybody.
