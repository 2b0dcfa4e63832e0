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

digest-chart-title = { $focus_area }: tips i veckan
digest-chart-band = Grått fält: veckorna före, { $range }
digest-chart-alt = Stapeldiagram över { $weeks } veckor: { $concerns } tips vecka { $number }, { $usual }.
digest-chart-alt-first = Stapeldiagram: { $concerns } tips vecka { $number }, den första veckan.
digest-week-short = v. { $number }
digest-made-by = { $council } · sammanställt av { $bot_name } ur det som invånare har berättat
