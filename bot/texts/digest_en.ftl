# The weekly digest as the groups read it. Plain text without tags.

## Heading

digest-title = { $focus_area }: the week
digest-title-period = { $focus_area }: the picture
digest-period = Week { $number }, { $dates }
digest-late = This digest comes belatedly.
digest-unfinished = The week is not over. The numbers may change.

## Lead

digest-people =
    { $people ->
        [one] 1 person
       *[other] { $people } people
    }
digest-people-about =
    { $people ->
        [one] about 1 person
       *[other] about { $people } people
    }
digest-people-estimated = The number of people is estimated: at least { $least } and at most { $most }. Of older reports nobody can always tell which come from the same person.
digest-lead =
    { $concerns ->
        [one] 1 report
       *[other] { $concerns } reports
    } from { $people }.
digest-lead-mixed = { $concerns } reports: { $told } from { $people } and { $imported } imported.
digest-lead-imported =
    { $imported ->
        [one] 1 imported report
       *[other] { $imported } imported reports
    }.
digest-lead-none =
    { $kind ->
        [week] Nothing to report this week.
        [quarter] Nothing to report this quarter.
        [year] Nothing to report this year.
       *[days] Nothing to report in these days.
    }
digest-lead-none-open =
    { $kind ->
        [week] No reports this week, sensitive themes not counted.
        [quarter] No reports this quarter, sensitive themes not counted.
        [year] No reports this year, sensitive themes not counted.
       *[days] No reports in these days, sensitive themes not counted.
    }
digest-lead-none-good =
    { $kind ->
        [week] No reports of anything worrying this week.
        [quarter] No reports of anything worrying this quarter.
        [year] No reports of anything worrying this year.
       *[days] No reports of anything worrying these days.
    }
digest-lead-none-why = Nobody has written about this. It does not have to mean that nothing happened, only that nobody told.

digest-compared =
    { $how ->
        [more] That is clearly more than usual (usually { $range } { $each }).
        [fewer] That is clearly fewer than usual (usually { $range } { $each }).
        [usual] That is as usual (usually { $range } { $each }).
        [chance] Usually it is { $range } { $each }; the difference may be chance.
        [maybe-more] That may be an increase (usually { $range } { $each }), but it may also be chance.
        [maybe-fewer] That may be a decrease (usually { $range } { $each }), but it may also be chance.
        [season-more] That is more than { $before } ({ $range }), but so it was at this time last year.
        [season-fewer] That is fewer than { $before } ({ $range }), but so it was at this time last year.
        [unfinished] Earlier it was { $range } { $each }.
       *[unknown] Earlier it was { $range } { $each }; too little to say what is usual.
    }
digest-compared-copies = { $count } of them have the same text as another.
digest-first =
    { $kind ->
        [week] It is the first week, so there is nothing to compare with yet.
        [quarter] It is the first quarter, so there is nothing to compare with yet.
        [year] It is the first year, so there is nothing to compare with yet.
       *[days] There is no time before to compare with yet.
    }
digest-each =
    { $kind ->
        [week] a week
        [quarter] a quarter
        [year] a year
       *[days] in as many days
    }
digest-before =
    { $kind ->
        [week] { $count ->
            [one] the week before
           *[other] the { $count } weeks before
        }
        [quarter] { $count ->
            [one] the quarter before
           *[other] the { $count } quarters before
        }
        [year] { $count ->
            [one] the year before
           *[other] the { $count } years before
        }
       *[days] { $count ->
            [one] as many days before
           *[other] the { $count } periods of that length before
        }
    }

## What is usual

digest-usual = usually { $range }
digest-range-at-most = at most { $high }
digest-range-below = fewer than { $below }
digest-more = clearly more
digest-fewer = clearly fewer

## What has changed

digest-changes-heading = What has changed
digest-change-more = ▲ { $what }: { $concerns }, { $usual }: a clear increase.
digest-change-fewer = ▼ { $what }: { $concerns }, { $usual }: a clear decrease.
digest-change-maybe-more = { $what }: { $concerns }, { $usual }. It may be an increase, but it may also be chance.
digest-change-maybe-fewer = { $what }: { $concerns }, { $usual }. It may be a decrease, but it may also be chance.
digest-change-season-more = { $what }: { $concerns }, more than { $before }, but so it was at this time last year.
digest-change-season-fewer = { $what }: { $concerns }, fewer than { $before }, but so it was at this time last year.
digest-change-copies =
    { $all ->
        [yes] All have the same text.
       *[no] { $count } of them have the same text.
    }
digest-news-new = New compared with { $before }: { $what }.
digest-news-others =
    { $count ->
        [one] 1 more
       *[other] { $count } more
    }
digest-news-quiet = { $what }: fewer than { $minimum } people, { $usual }. That is clearly quieter than before.
digest-counted = { $what } ({ $concerns })
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
# Over a longer time the number may be larger, but could be worked out from those of the weeks.
digest-withheld-long = { $what }: the number is not shown, so that nobody is pointed at
digest-withheld-cell-long = not shown

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
digest-urgent-work = Of these { $parts }.
digest-urgent-work-withheld = How far the work with them has come is not shown, so that nobody is pointed at.
digest-urgent-new =
    { $count ->
        [one] 1 has not been begun
       *[other] { $count } have not been begun
    }
digest-urgent-open =
    { $count ->
        [one] 1 is being worked on
       *[other] { $count } are being worked on
    }
digest-urgent-done =
    { $count ->
        [one] 1 is done
       *[other] { $count } are done
    }
digest-urgent-closed =
    { $count ->
        [one] 1 was closed otherwise
       *[other] { $count } were closed otherwise
    }
digest-open = Open cases: { $parts }.
digest-open-some-withheld = Open cases: { $parts }. The rest are so few that the number is not shown.
digest-open-withheld = There are open cases, but so few that the number is not shown.
digest-open-age = { $count } { $age }
digest-open-age-at-least = at least { $count } { $age }
digest-open-from-0 = of the last week
digest-open-from-7 = waiting for 1–4 weeks
digest-open-from-30 = waiting for 1–3 months
digest-open-from-90 = waiting for over 3 months
digest-late-arrivals =
    { $count ->
        [one] 1 report of an earlier week came after that week’s digest: { $weeks }. It is in the comparison, not in the numbers here.
       *[other] { $count } reports of earlier weeks came after those weeks’ digests: { $weeks }. They are in the comparison, not in the numbers here.
    }
digest-same-copies = { $concerns } of the reports{ $where } have the same text, from { $people }.
digest-same-campaign =
    { $days ->
        [one] { $concerns } of the reports{ $where } have the same text, from { $people } in one day: it looks like a campaign.
       *[other] { $concerns } of the reports{ $where } have the same text, from { $people } in { $days } days: it looks like a campaign.
    }
digest-same-of = { " " }about { $what }
digest-same-from = { " " }from { $area }
digest-same-counted = Such reports count one by one in the numbers, but as one voice among the quotes.
digest-same-some = Some have sent the same text: the { $concerns } reports are { $wordings } different texts.
digest-times-day = When in the day it was written: { $parts }.
digest-times-weekdays = On which days it was written: { $parts }.
digest-times-told = That is when the report was written, not surely when it happened.
digest-times-night = night
digest-times-morning = morning
digest-times-afternoon = afternoon
digest-times-evening = evening
digest-times-mon = Monday
digest-times-tue = Tuesday
digest-times-wed = Wednesday
digest-times-thu = Thursday
digest-times-fri = Friday
digest-times-sat = Saturday
digest-times-sun = Sunday
digest-times-rest = other times (not shown alone)
digest-recurring = { $count } of { $concerns } reports are of something that happens again and again.
digest-reading-places =
    { $count ->
        [one] The place: people have checked what the bot read in 1 report and corrected { $corrected } ({ $percent }%).
       *[other] The place: people have checked what the bot read in { $count } reports and corrected { $corrected } ({ $percent }%).
    }
digest-reading-places-added = In { $count } reports the bot had found no place; people have added it.
digest-reading-places-withheld = The place: so few reports have been checked that the number is not shown.
digest-reading-themes =
    { $count ->
        [one] The theme: people have checked what the bot read in 1 report and corrected { $corrected } ({ $percent }%).
       *[other] The theme: people have checked what the bot read in { $count } reports and corrected { $corrected } ({ $percent }%).
    }
digest-reading-themes-added = In { $count } reports the bot had found no theme; people have added it.
digest-reading-themes-withheld = The theme: so few reports have been checked that the number is not shown.
digest-reading-note = These numbers are of the whole municipality. What is checked is not chosen at random, so there may be more or fewer errors in the rest.
digest-positive-themes = They are about: { $parts }.
digest-withheld-fields = So that nobody is pointed at, not all is shown of: { $fields }.
digest-withheld-usual = what is usual
digest-withheld-sensitive = sensitive themes
digest-withheld-areas = areas
digest-withheld-themes = themes
digest-withheld-other-languages = other languages
digest-withheld-weekdays = weekdays
digest-withheld-day-parts = time of day
digest-withheld-recurring = what happens again and again
digest-withheld-urgent-status = the work with urgent reports
digest-withheld-open-ages = open cases
digest-withheld-places-read = corrected places
digest-withheld-themes-read = corrected themes
digest-withheld-positive-themes = what has become better
digest-withheld-same-words = reports with the same text
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
digest-note-before = Compared with { $before }.
digest-note-usual = What is usual is not shown everywhere: it would reveal what the last digest left out.
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

## The mail

digest-mail-subject = { $title } – { $period }
digest-mail-footer = This mail comes by itself to this mailbox, which is group { $group } of { $focus_area }. You can reply to it. If you want no more of them, write to { $address } and mention group { $group }.
digest-mail-unsubscribe = End group { $group }

## How it comes

digest-late-days = This digest comes { $number } days late.
digest-late-weeks = This digest comes { $number } weeks late.
digest-again = This digest is sent again. It was first tried on { $first }.
digest-quotes-gone =
    { $count ->
        [one] One quote that was in it then has been removed.
       *[other] { $count } quotes that were in it then have been removed.
    }
digest-number =
    { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $count }
    }

## The files: CSV and Excel

digest-file-focus-area = Focus area
digest-file-period = Period
digest-file-section = Section
digest-file-what = What
digest-file-theme = Theme
digest-file-area = Area
digest-file-concerns = Reports
digest-file-voices = People
digest-file-usual-low = Usually at least
digest-file-usual-high = Usually at most
digest-file-trend = Against the usual
digest-file-withheld = Not shown
digest-file-yes = yes
digest-file-usual = as usual
digest-file-maybe-more = perhaps more, may be chance
digest-file-maybe-fewer = perhaps fewer, may be chance
digest-file-total = All reports
digest-file-sheet-lead = The picture
digest-file-section-total = Total
digest-file-section-themes = Themes
digest-file-section-areas = Areas
digest-file-section-cells = Themes by area
digest-file-section-sensitive = Sensitive themes
digest-file-section-times = When it was written
digest-file-section-remarks = Also
digest-file-section-weeks = Before
digest-file-mon = Monday
digest-file-tue = Tuesday
digest-file-wed = Wednesday
digest-file-thu = Thursday
digest-file-fri = Friday
digest-file-sat = Saturday
digest-file-sun = Sunday
digest-file-night = 0–6
digest-file-morning = 6–12
digest-file-afternoon = 12–18
digest-file-evening = 18–24
digest-file-urgent-now = Emergencies
digest-file-urgent-soon = Urgent
digest-file-recurring = Happens again and again
digest-file-positives = Good news
digest-file-other-languages = In other languages than Swedish
digest-file-needs-human = Hard for the bot to read
digest-file-imported = Imported reports

## The buttons under the digest in Telegram

digest-button-tips = Show the reports
digest-button-map = Map
digest-button-pdf = PDF
digest-button-since-meeting = Since the last meeting
digest-button-more = Show more
digest-button-old = That button does not count any more, or not for this group. Those under your latest digest work.
digest-tips-title = { $field }, { $period }: reports { $first }–{ $last } of { $all } that can be shown
digest-tips-none = { $field }, { $period }: no report can be shown by itself without pointing at somebody.
digest-tips-withheld =
    { $count ->
        [one] 1 more report is not shown: too few have written from the same area about the same thing, its words may point at somebody, it is in a language that the bot does not read, or it was imported.
       *[other] { $count } more reports are not shown: too few have written from the same area about the same thing, their words may point at somebody, they are in a language that the bot does not read, or they were imported.
    }
digest-map-none = No area has so many reports that it can be shown on the map.
digest-since-none = The configuration has no meeting before this digest.
digest-since-note = Since the last meeting. Areas and sensitive themes are not shown here: together with the digests of the weeks single reports could be worked out.
digest-since-note-places = Since the last meeting. Only the sum is shown here: themes and areas, together with the digests of the weeks, would let single reports be worked out.
