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

digest-week-short = w { $number }
digest-made-by = { $council } · put together by { $bot_name } from what residents have told

## The pictures: timeline, heat map, map

digest-picture-week = week { $number }
digest-picture-week-of-year = week { $number } of { $year }
digest-picture-line-title =
    { $step ->
        [week] { $field }: reports a week
        [month] { $field }: reports a month
        [quarter] { $field }: reports a quarter
       *[year] { $field }: reports a year
    }
digest-picture-quarter-short = Q{ $number }
digest-picture-partly = Only a part of the week is counted.
digest-picture-band = Usually { $range }
digest-picture-year-before = The same time the year before
digest-picture-unfinished = Not over yet: the number may change.
digest-picture-line-alt = Line chart: { $concerns } reports in { $when }.
digest-picture-lines-alt = Line chart: { $concerns } reports, { $first }–{ $last }.
digest-picture-most-alt = Most in { $when }: { $concerns }.
digest-picture-usual-alt = Usually { $range }.
digest-picture-before-alt = Before that, the oldest first: { $numbers }.
digest-picture-each-alt = The oldest first: { $numbers }.

digest-picture-heat-title = { $field }: themes and areas
digest-picture-map-title = { $field }: reports on the map
digest-picture-period = Reports, { $period }
digest-picture-hatched = Not shown alone: fewer than { $minimum } people, or it could be worked out from the rest
digest-picture-hatched-sum =
    { $why }. { $concerns ->
        [one] 1 report
       *[other] { $concerns } reports
    } in all.
digest-picture-none = No reports
digest-picture-outside = Not included
digest-picture-more = ▲ clearly more than usual
digest-picture-fewer = ▼ clearly fewer than usual
digest-picture-all = All
digest-picture-left-out =
    No room for, or nothing to show of: { $themes ->
        [0] { "" }
        [one] 1 theme
       *[other] { $themes } themes
    }{ $themes ->
        [0] { "" }
       *[other] { $areas ->
            [0] { "" }
           *[other] , { "" }
        }
    }{ $areas ->
        [0] { "" }
        [one] 1 area
       *[other] { $areas } areas
    }.
digest-picture-heat-empty = No area has so many reports that it can be shown alone.
digest-picture-map-empty = No area on the map has so many reports that it can be shown alone.
digest-picture-map-none = No reports from any area on the map.
digest-picture-whole = The whole municipality
digest-picture-cutout = The frame on the map below, enlarged
digest-picture-off-map = Not on the map: { $what }.
digest-picture-counted = { $what } ({ $concerns })
digest-picture-kilometres = { $km } km
digest-picture-heat-alt = Table in colours: reports by theme and area, { $period }.
digest-picture-map-alt = Map: reports by area, { $period }.
digest-picture-most-told-alt = Most: { $what }.
digest-picture-hatched-alt =
    { $count ->
        [one] 1 cell is not shown alone.
       *[other] { $count } cells are not shown alone.
    }
digest-picture-hatched-areas-alt =
    { $count ->
        [one] 1 area is not shown alone.
       *[other] { $count } areas are not shown alone.
    }
