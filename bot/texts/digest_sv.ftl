# Veckans sammanställning, som grupperna läser den. Ren text utan taggar.

## Rubrik

digest-title = { $focus_area }: veckans bild
digest-period = Vecka { $number }, { $dates }
digest-late = Den här sammanställningen kommer i efterhand.
digest-unfinished = Veckan är inte slut. Siffrorna kan ändras.

## Ingressen

digest-lead =
    { $concerns } tips från { $people ->
        [one] 1 person
       *[other] { $people } personer
    }.
digest-lead-mixed =
    { $concerns } tips: { $told } från { $people ->
        [one] 1 person
       *[other] { $people } personer
    } och { $imported ->
        [one] 1 införd rapport
       *[other] { $imported } införda rapporter
    }.
digest-lead-imported =
    { $imported ->
        [one] 1 införd rapport
       *[other] { $imported } införda rapporter
    }.
digest-lead-none = Inget att rapportera den här veckan.
digest-lead-none-why = Ingen har skrivit om det här. Det betyder inte säkert att inget har hänt, bara att ingen har berättat.

digest-compared =
    { $how ->
        [more] Det är tydligt fler än vanligt (vanligen { $range } i veckan).
        [fewer] Det är tydligt färre än vanligt (vanligen { $range } i veckan).
        [usual] Det är som vanligt (vanligen { $range } i veckan).
        [chance] Vanligen är det { $range } i veckan; skillnaden kan vara en slump.
        [unfinished] Veckorna före var det { $range }.
       *[unknown] Veckorna före var det { $range }; det är för få veckor för att säga vad som är vanligt.
    }
digest-first = Det är första veckan, så det finns inget att jämföra med ännu.

## Vad som är vanligt

digest-usual = vanligen { $range }
digest-range-at-most = högst { $high }
digest-range-below = färre än { $below }
digest-more = tydligt fler
digest-fewer = tydligt färre

## Det som har ändrats

digest-changes-heading = Tydligt annorlunda än vanligt
digest-change-more = ▲ { $what }: { $concerns }, { $usual }
digest-change-fewer = ▼ { $what }: { $concerns }, { $usual }
digest-in-area = { $theme } i { $area }
digest-no-changes = Inget tema eller område skiljer sig tydligt från det vanliga.

## Tabeller

digest-themes-heading = Teman
digest-themes-caption = Tips och personer efter tema, jämfört med veckorna före
digest-areas-heading = Områden
digest-areas-caption = Tips och personer efter område, jämfört med veckorna före
digest-sensitive-heading = Känsliga teman, hela kommunen
digest-sensitive-caption = Känsliga teman räknas för sig och bara för hela kommunen
digest-weeks-heading = Vecka för vecka
digest-weeks-caption = Tips och personer, vecka för vecka
digest-quotes-heading = Ur tipsen
digest-remarks-heading = Dessutom
digest-notes-heading = Så räknas det

digest-column-theme = Tema
digest-column-area = Område
digest-column-week = Vecka
digest-column-concerns = Tips
digest-column-voices = Personer
digest-column-usual = Vanligen

digest-row = { $what }: { $concerns }
digest-row-usual = { $what }: { $concerns } ({ $usual })
digest-row-marked = { $line } { $mark }
digest-other-themes = Övriga teman
digest-small-themes = Teman som inte nämns för sig
digest-without-theme = Utan tema
digest-other-areas = Övriga områden
digest-small-areas = Områden som inte nämns för sig
digest-without-place = Utan plats
digest-withheld = { $what }: färre än { $minimum } personer, antalet visas inte
digest-withheld-cell = färre än { $minimum }

## Dessutom

digest-urgent-now =
    { $count ->
        [one] 1 tips var akut.
       *[other] { $count } tips var akuta.
    }
digest-urgent-soon =
    { $count ->
        [one] 1 tips var brådskande.
       *[other] { $count } tips var brådskande.
    }
digest-positives =
    { $count ->
        [one] 1 meddelande var glädjande: något har blivit bättre.
       *[other] { $count } meddelanden var glädjande: något har blivit bättre.
    }
digest-other-languages = { $count } tips var skrivna på andra språk än svenska.
digest-needs-human =
    { $count ->
        [one] 1 tips är svårt för boten att läsa. En människa behöver titta på det.
       *[other] { $count } tips är svåra för boten att läsa. En människa behöver titta på dem.
    }
digest-without-theme-anywhere =
    { $count ->
        [one] 1 tips i kommunen har inget tema. Det ingår inte i siffrorna här.
       *[other] { $count } tips i kommunen har inget tema. De ingår inte i siffrorna här.
    }

## Så räknas det

digest-note-again =
    { $count ->
        [one] Ett tips kan ha flera teman. Därför är summan av teman 1 högre än antalet tips.
       *[other] Ett tips kan ha flera teman. Därför är summan av teman { $count } högre än antalet tips.
    }
digest-note-weeks =
    { $weeks ->
        [one] Jämförelsen är med den enda veckan före.
       *[other] Jämförelsen är med de { $weeks } veckorna före.
    }
digest-note-chance = ”Tydligt” står bara där slumpen knappast räcker som förklaring.
digest-note-areas = Ett område eller tema på en plats nämns bara om minst { $minimum } personer har skrivit om det. Resten slås ihop, så att ingen kan räkna ut vem som skrev.
digest-note-sensitive = Känsliga teman ingår inte i de andra siffrorna.
digest-note-sensitive-places = Känsliga teman visas inte för enskilda områden och ingår inte i siffrorna.

## Bilden

digest-week-short = v. { $number }
digest-made-by = { $council } · sammanställt av { $bot_name } ur det som invånare har berättat

## Bilderna: tidslinje, värmekarta, karta

digest-picture-week = vecka { $number }
digest-picture-week-of-year = vecka { $number } { $year }
digest-picture-line-title =
    { $step ->
        [week] { $field }: tips i veckan
        [month] { $field }: tips i månaden
        [quarter] { $field }: tips per kvartal
       *[year] { $field }: tips om året
    }
digest-picture-quarter-short = kv. { $number }
digest-picture-partly = Bara en del av veckan är med.
digest-picture-band = Vanligen { $range }
digest-picture-year-before = Samma tid året före
digest-picture-unfinished = Inte slut än: siffran kan ändras.
digest-picture-line-alt = Linjediagram: { $concerns } tips { $when }.
digest-picture-lines-alt = Linjediagram: { $concerns } tips { $first }–{ $last }.
digest-picture-most-alt = Flest { $when }: { $concerns }.
digest-picture-usual-alt = Vanligen { $range }.
digest-picture-before-alt = Dessförinnan, det äldsta först: { $numbers }.
digest-picture-each-alt = Det äldsta först: { $numbers }.

digest-picture-heat-title = { $field }: teman och områden
digest-picture-map-title = { $field }: tips på kartan
digest-picture-period = Tips { $period }
digest-picture-hatched = Visas inte för sig: färre än { $minimum } personer, eller skulle gå att räkna ut
digest-picture-hatched-sum = { $why }. Sammanlagt { $concerns } tips.
digest-picture-none = Inga tips
digest-picture-outside = Ingår inte
digest-picture-more = ▲ tydligt fler än vanligt
digest-picture-fewer = ▼ tydligt färre än vanligt
digest-picture-all = Alla
digest-picture-left-out =
    Får inte plats eller har inget att visa: { $themes ->
        [0] { "" }
        [one] 1 tema
       *[other] { $themes } teman
    }{ $themes ->
        [0] { "" }
       *[other] { $areas ->
            [0] { "" }
           *[other] , { "" }
        }
    }{ $areas ->
        [0] { "" }
        [one] 1 område
       *[other] { $areas } områden
    }.
digest-picture-heat-empty = Inget område har så många tips att det kan visas för sig.
digest-picture-map-empty = Inget område på kartan har så många tips att det kan visas för sig.
digest-picture-map-none = Inga tips från något område på kartan.
digest-picture-whole = Hela kommunen
digest-picture-cutout = Rutan på kartan nedan, förstorad
digest-picture-off-map = Inte på kartan: { $what }.
digest-picture-counted = { $what } ({ $concerns })
digest-picture-kilometres = { $km } km
digest-picture-heat-alt = Tabell i färg: tips efter tema och område, { $period }.
digest-picture-map-alt = Karta: tips efter område, { $period }.
digest-picture-most-told-alt = Flest: { $what }.
digest-picture-hatched-alt =
    { $count ->
        [one] 1 ruta visas inte för sig.
       *[other] { $count } rutor visas inte för sig.
    }
digest-picture-hatched-areas-alt =
    { $count ->
        [one] 1 område visas inte för sig.
       *[other] { $count } områden visas inte för sig.
    }
