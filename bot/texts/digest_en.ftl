# The weekly digest as the groups read it. Plain text without tags.

## Heading

digest-title = { $focus_area }: the week
digest-period = Week { $number }, { $dates }
digest-late = This digest comes belatedly.
digest-unfinished = The week is not over. The numbers may change.

## Lead

digest-lead =
    { $concerns ->
        [one] 1 report
       *[other] { $concerns } reports
    } from { $people ->
        [one] 1 person
       *[other] { $people } people
    }.
digest-lead-mixed =
    { $concerns } reports: { $told } from { $people ->
        [one] 1 person
       *[other] { $people } people
    } and { $imported } imported.
digest-lead-imported =
    { $imported ->
        [one] 1 imported report
       *[other] { $imported } imported reports
    }.
digest-lead-none = Nothing to report this week.
digest-lead-none-why = Nobody has written about this. It does not have to mean that nothing happened, only that nobody told.

digest-compared =
    { $how ->
        [more] That is clearly more than usual (usually { $range } a week).
        [fewer] That is clearly fewer than usual (usually { $range } a week).
        [usual] That is as usual (usually { $range } a week).
        [chance] Usually it is { $range } a week; the difference may be chance.
        [unfinished] In the weeks before it was { $range }.
       *[unknown] In the weeks before it was { $range }; too few weeks to say what is usual.
    }
digest-first = It is the first week, so there is nothing to compare with yet.

## What is usual

digest-usual = usually { $range }
digest-range-at-most = at most { $high }
digest-range-below = fewer than { $below }
digest-more = clearly more
digest-fewer = clearly fewer

## What has changed

digest-changes-heading = Clearly different from the usual
digest-change-more = ▲ { $what }: { $concerns }, { $usual }
digest-change-fewer = ▼ { $what }: { $concerns }, { $usual }
digest-in-area = { $theme } in { $area }
digest-no-changes = No theme or area differs clearly from the usual.

## Tables

digest-themes-heading = Themes
digest-themes-caption = Reports and people by theme, compared with the weeks before
digest-areas-heading = Areas
digest-areas-caption = Reports and people by area, compared with the weeks before
digest-sensitive-heading = Sensitive themes, whole municipality
digest-sensitive-caption = Sensitive themes are counted apart, and only for the whole municipality
digest-weeks-heading = Week by week
digest-weeks-caption = Reports and people, week by week
digest-quotes-heading = From the reports
digest-remarks-heading = Also
digest-notes-heading = How it is counted

digest-column-theme = Theme
digest-column-area = Area
digest-column-week = Week
digest-column-concerns = Reports
digest-column-voices = People
digest-column-usual = Usually

digest-row = { $what }: { $concerns }
digest-row-usual = { $what }: { $concerns } ({ $usual })
digest-row-marked = { $line } { $mark }
digest-other-themes = Other themes
digest-small-themes = Themes not named alone
digest-without-theme = Without a theme
digest-other-areas = Other areas
digest-small-areas = Areas not named alone
digest-without-place = Without a place
digest-withheld = { $what }: fewer than { $minimum } people, the number is not shown
digest-withheld-cell = fewer than { $minimum }

## Also

digest-urgent-now =
    { $count ->
        [one] 1 report was acute.
       *[other] { $count } reports were acute.
    }
digest-urgent-soon =
    { $count ->
        [one] 1 report was urgent.
       *[other] { $count } reports were urgent.
    }
digest-positives =
    { $count ->
        [one] 1 message was good news: something is better now.
       *[other] { $count } messages were good news: something is better now.
    }
digest-other-languages = { $count } reports were written in other languages than Swedish.
digest-needs-human =
    { $count ->
        [one] 1 report is hard for the bot to read. Somebody needs to look at it.
       *[other] { $count } reports are hard for the bot to read. Somebody needs to look at them.
    }
digest-without-theme-anywhere =
    { $count ->
        [one] 1 report in the municipality has no theme. It is not in the numbers here.
       *[other] { $count } reports in the municipality have no theme. They are not in the numbers here.
    }

## How it is counted

digest-note-again =
    { $count ->
        [one] A report may have several themes. So the themes sum to 1 more than the reports.
       *[other] A report may have several themes. So the themes sum to { $count } more than the reports.
    }
digest-note-weeks =
    { $weeks ->
        [one] Compared with the only week before.
       *[other] Compared with the { $weeks } weeks before.
    }
digest-note-chance = “Clearly” stands only where chance hardly explains it.
digest-note-areas = An area, or a theme in a place, is named only if at least { $minimum } people wrote about it. The rest is summed, so that nobody can work out who wrote.
digest-note-sensitive = Sensitive themes are not in the other numbers.
digest-note-sensitive-places = Sensitive themes are not shown for single areas and are not in the numbers.

## The picture

digest-chart-title = { $focus_area }: reports a week
digest-chart-band = Grey band: the weeks before, { $range }
digest-chart-alt = Bar chart of { $weeks } weeks: { $concerns } in week { $number }, { $usual }.
digest-chart-alt-first = Bar chart: { $concerns } in week { $number }, the first week.
digest-week-short = w { $number }
digest-made-by = { $council } · put together by { $bot_name } from what residents have told
