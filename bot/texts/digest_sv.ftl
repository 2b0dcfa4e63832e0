# Veckans sammanställning, som grupperna läser den. Ren text utan taggar.

## Rubrik

digest-title = { $focus_area }: veckans bild
digest-title-period = { $focus_area }: läget
digest-period = Vecka { $number }, { $dates }
digest-late = Den här sammanställningen kommer i efterhand.
digest-unfinished = Veckan är inte slut. Siffrorna kan ändras.

## Ingressen

digest-people =
    { $people ->
        [one] 1 person
       *[other] { $people } personer
    }
digest-people-about =
    { $people ->
        [one] ungefär 1 person
       *[other] ungefär { $people } personer
    }
digest-people-estimated = Antalet personer är uppskattat: minst { $least } och högst { $most }. För äldre tips går det inte alltid att veta vilka som kommer från samma person.
digest-lead = { $concerns } tips från { $people }.
digest-lead-mixed =
    { $concerns } tips: { $told } från { $people } och { $imported ->
        [one] 1 införd rapport
       *[other] { $imported } införda rapporter
    }.
digest-lead-imported =
    { $imported ->
        [one] 1 införd rapport
       *[other] { $imported } införda rapporter
    }.
digest-lead-none =
    { $kind ->
        [week] Inget att rapportera den här veckan.
        [quarter] Inget att rapportera det här kvartalet.
        [year] Inget att rapportera det här året.
       *[days] Inget att rapportera de här dagarna.
    }
digest-lead-none-open =
    { $kind ->
        [week] Inga tips den här veckan, känsliga teman oräknade.
        [quarter] Inga tips det här kvartalet, känsliga teman oräknade.
        [year] Inga tips det här året, känsliga teman oräknade.
       *[days] Inga tips de här dagarna, känsliga teman oräknade.
    }
digest-lead-none-good =
    { $kind ->
        [week] Inga tips om något som oroar den här veckan.
        [quarter] Inga tips om något som oroar det här kvartalet.
        [year] Inga tips om något som oroar det här året.
       *[days] Inga tips om något som oroar de här dagarna.
    }
digest-lead-none-why = Ingen har skrivit om det här. Det betyder inte säkert att inget har hänt, bara att ingen har berättat.

digest-compared =
    { $how ->
        [more] Det är tydligt fler än vanligt (vanligen { $range } { $each }).
        [fewer] Det är tydligt färre än vanligt (vanligen { $range } { $each }).
        [usual] Det är som vanligt (vanligen { $range } { $each }).
        [chance] Vanligen är det { $range } { $each }; skillnaden kan vara en slump.
        [maybe-more] Det kan vara en ökning (vanligen { $range } { $each }), men det kan också vara slumpen.
        [maybe-fewer] Det kan vara en minskning (vanligen { $range } { $each }), men det kan också vara slumpen.
        [season-more] Det är fler än { $before } ({ $range }), men så var det vid samma tid i fjol.
        [season-fewer] Det är färre än { $before } ({ $range }), men så var det vid samma tid i fjol.
        [unfinished] Tidigare var det { $range } { $each }.
       *[unknown] Tidigare var det { $range } { $each }; det är för lite för att säga vad som är vanligt.
    }
digest-compared-copies = { $count } av dem har samma text som ett annat.
digest-first =
    { $kind ->
        [week] Det är första veckan, så det finns inget att jämföra med ännu.
        [quarter] Det är första kvartalet, så det finns inget att jämföra med ännu.
        [year] Det är första året, så det finns inget att jämföra med ännu.
       *[days] Det finns ingen tid före att jämföra med ännu.
    }
digest-each =
    { $kind ->
        [week] i veckan
        [quarter] per kvartal
        [year] om året
       *[days] på lika många dagar
    }
digest-before =
    { $kind ->
        [week] { $count ->
            [one] veckan före
           *[other] de { $count } veckorna före
        }
        [quarter] { $count ->
            [one] kvartalet före
           *[other] de { $count } kvartalen före
        }
        [year] { $count ->
            [one] året före
           *[other] de { $count } åren före
        }
       *[days] { $count ->
            [one] lika många dagar före
           *[other] de { $count } lika långa perioderna före
        }
    }

## Vad som är vanligt

digest-usual = vanligen { $range }
digest-range-at-most = högst { $high }
digest-range-below = färre än { $below }
digest-more = tydligt fler
digest-fewer = tydligt färre

## Det som har ändrats

digest-changes-heading = Det som har ändrats
digest-change-more = ▲ { $what }: { $concerns }, { $usual }: tydlig ökning.
digest-change-fewer = ▼ { $what }: { $concerns }, { $usual }: tydlig minskning.
digest-change-maybe-more = { $what }: { $concerns }, { $usual }. Det kan vara en ökning, men det kan också vara slumpen.
digest-change-maybe-fewer = { $what }: { $concerns }, { $usual }. Det kan vara en minskning, men det kan också vara slumpen.
digest-change-season-more = { $what }: { $concerns }, fler än { $before }, men så var det vid samma tid i fjol.
digest-change-season-fewer = { $what }: { $concerns }, färre än { $before }, men så var det vid samma tid i fjol.
digest-change-copies =
    { $all ->
        [yes] Alla har samma text.
       *[no] { $count } av dem har samma text.
    }
digest-news-new = Nytt jämfört med { $before }: { $what }.
digest-news-others =
    { $count ->
        [one] 1 till
       *[other] { $count } till
    }
digest-news-quiet = { $what }: färre än { $minimum } personer, { $usual }. Det är tydligt tystare än förut.
digest-counted = { $what } ({ $concerns })
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
# Över en längre tid kan antalet vara större, men ha gått att räkna ut av veckornas.
digest-withheld-long = { $what }: antalet visas inte, så att ingen pekas ut
digest-withheld-cell-long = visas inte

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
digest-urgent-work = Av dem är { $parts }.
digest-urgent-work-withheld = Hur långt arbetet med dem har kommit visas inte, för att ingen ska pekas ut.
digest-urgent-new =
    { $count ->
        [one] 1 inte påbörjat
       *[other] { $count } inte påbörjade
    }
digest-urgent-open =
    { $count ->
        [one] 1 under arbete
       *[other] { $count } under arbete
    }
digest-urgent-done =
    { $count ->
        [one] 1 åtgärdat
       *[other] { $count } åtgärdade
    }
digest-urgent-closed =
    { $count ->
        [one] 1 avslutat på annat sätt
       *[other] { $count } avslutade på annat sätt
    }
digest-open = Öppna ärenden: { $parts }.
digest-open-some-withheld = Öppna ärenden: { $parts }. Resten är så få att antalet inte visas.
digest-open-withheld = Det finns öppna ärenden, men så få att antalet inte visas.
digest-open-age = { $count } { $age }
digest-open-age-at-least = minst { $count } { $age }
digest-open-from-0 = från den senaste veckan
digest-open-from-7 = som väntat 1–4 veckor
digest-open-from-30 = som väntat 1–3 månader
digest-open-from-90 = som väntat över 3 månader
digest-late-arrivals =
    { $count ->
        [one] 1 tips från en tidigare vecka kom in efter den veckans sammanställning: { $weeks }. Det ingår i jämförelsen, inte i siffrorna här.
       *[other] { $count } tips från tidigare veckor kom in efter de veckornas sammanställningar: { $weeks }. De ingår i jämförelsen, inte i siffrorna här.
    }
digest-same-copies = { $concerns } av tipsen{ $where } har samma text, från { $people }.
digest-same-campaign =
    { $days ->
        [one] { $concerns } av tipsen{ $where } har samma text, från { $people } på en dag: det liknar en kampanj.
       *[other] { $concerns } av tipsen{ $where } har samma text, från { $people } på { $days } dagar: det liknar en kampanj.
    }
digest-same-of = { " " }om { $what }
digest-same-from = { " " }från { $area }
digest-same-counted = Sådana tips räknas vart och ett i siffrorna, men som en röst i citaten.
digest-same-some = Några har skickat samma text: de { $concerns } tipsen är { $wordings } olika texter.
digest-times-day = När på dygnet det skrevs: { $parts }.
digest-times-weekdays = Vilka dagar det skrevs: { $parts }.
digest-times-told = Det är när tipset skrevs, inte säkert när det hände.
digest-times-night = natt
digest-times-morning = förmiddag
digest-times-afternoon = eftermiddag
digest-times-evening = kväll
digest-times-mon = måndag
digest-times-tue = tisdag
digest-times-wed = onsdag
digest-times-thu = torsdag
digest-times-fri = fredag
digest-times-sat = lördag
digest-times-sun = söndag
digest-times-rest = övrig tid (visas inte för sig)
digest-recurring = { $count } av { $concerns } tips gäller något som händer gång på gång.
digest-reading-places =
    { $count ->
        [one] Platsen: människor har kontrollerat vad boten läste i 1 tips och rättat { $corrected } ({ $percent } %).
       *[other] Platsen: människor har kontrollerat vad boten läste i { $count } tips och rättat { $corrected } ({ $percent } %).
    }
digest-reading-places-added = I { $count } tips hade boten inte hittat någon plats; människor har lagt till den.
digest-reading-places-withheld = Platsen: så få tips har kontrollerats att antalet inte visas.
digest-reading-themes =
    { $count ->
        [one] Temat: människor har kontrollerat vad boten läste i 1 tips och rättat { $corrected } ({ $percent } %).
       *[other] Temat: människor har kontrollerat vad boten läste i { $count } tips och rättat { $corrected } ({ $percent } %).
    }
digest-reading-themes-added = I { $count } tips hade boten inte hittat något tema; människor har lagt till det.
digest-reading-themes-withheld = Temat: så få tips har kontrollerats att antalet inte visas.
digest-reading-note = Siffrorna gäller hela kommunen. De tips som kontrolleras är inte slumpvis utvalda, så felet kan vara större eller mindre i de andra.
digest-positive-themes = De gäller: { $parts }.
digest-withheld-fields = För att ingen ska pekas ut visas inte allt om: { $fields }.
digest-withheld-usual = vad som är vanligt
digest-withheld-sensitive = känsliga teman
digest-withheld-areas = områden
digest-withheld-themes = teman
digest-withheld-other-languages = andra språk
digest-withheld-weekdays = veckodagar
digest-withheld-day-parts = tid på dygnet
digest-withheld-recurring = vad som händer gång på gång
digest-withheld-urgent-status = arbetet med brådskande tips
digest-withheld-open-ages = öppna ärenden
digest-withheld-places-read = rättade platser
digest-withheld-themes-read = rättade teman
digest-withheld-positive-themes = det som har blivit bättre
digest-withheld-same-words = tips med samma text
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
digest-note-before = Jämförelsen är med { $before }.
digest-note-usual = Vad som är vanligt visas inte överallt: det skulle avslöja vad förra sammanställningen lämnade ute.
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

## Brevet

digest-mail-subject = { $title } – { $period }
digest-mail-footer = Brevet kommer av sig självt till den här brevlådan, som är grupp { $group } för { $focus_area }. Det går att svara på det. Vill ni inte ha fler? Skriv till { $address } och nämn grupp { $group }.
digest-mail-unsubscribe = Avsluta grupp { $group }

## Hur den kommer

digest-late-days = Den här sammanställningen kommer { $number } dagar sent.
digest-late-weeks = Den här sammanställningen kommer { $number } veckor sent.
digest-again = Den här sammanställningen skickas igen. Första försöket var den { $first }.
digest-quotes-gone =
    { $count ->
        [one] Ett citat som var med då har tagits bort.
       *[other] { $count } citat som var med då har tagits bort.
    }
digest-number =
    { $count ->
        [2] två
        [3] tre
        [4] fyra
        [5] fem
        [6] sex
        [7] sju
        [8] åtta
        [9] nio
        [10] tio
        [11] elva
        [12] tolv
       *[other] { $count }
    }

## Filerna: CSV och Excel

digest-file-focus-area = Fokusområde
digest-file-period = Period
digest-file-section = Avsnitt
digest-file-what = Vad
digest-file-theme = Tema
digest-file-area = Område
digest-file-concerns = Tips
digest-file-voices = Personer
digest-file-usual-low = Vanligen lägst
digest-file-usual-high = Vanligen högst
digest-file-trend = Mot det vanliga
digest-file-withheld = Visas inte
digest-file-yes = ja
digest-file-usual = som vanligt
digest-file-maybe-more = kanske fler, kan vara slump
digest-file-maybe-fewer = kanske färre, kan vara slump
digest-file-total = Alla tips
digest-file-sheet-lead = Läget
digest-file-section-total = Totalt
digest-file-section-themes = Teman
digest-file-section-areas = Områden
digest-file-section-cells = Teman i områden
digest-file-section-sensitive = Känsliga teman
digest-file-section-times = När det skrevs
digest-file-section-remarks = Dessutom
digest-file-section-weeks = Tidigare
digest-file-mon = Måndag
digest-file-tue = Tisdag
digest-file-wed = Onsdag
digest-file-thu = Torsdag
digest-file-fri = Fredag
digest-file-sat = Lördag
digest-file-sun = Söndag
digest-file-night = Kl. 0–6
digest-file-morning = Kl. 6–12
digest-file-afternoon = Kl. 12–18
digest-file-evening = Kl. 18–24
digest-file-urgent-now = Akuta
digest-file-urgent-soon = Brådskande
digest-file-recurring = Händer gång på gång
digest-file-positives = Glädjande
digest-file-other-languages = På andra språk än svenska
digest-file-needs-human = Svåra att läsa för boten
digest-file-imported = Införda rapporter

## Knapparna under sammanställningen i Telegram

digest-button-tips = Visa tipsen
digest-button-map = Karta
digest-button-pdf = PDF
digest-button-since-meeting = Sedan förra mötet
digest-button-more = Visa fler
digest-button-old = Den knappen gäller inte längre, eller inte den här gruppen. Knapparna under er senaste sammanställning fungerar.
digest-tips-title = { $field }, { $period }: tips { $first }–{ $last } av { $all } som kan visas
digest-tips-none = { $field }, { $period }: inga tips kan visas ett och ett utan att peka ut någon.
digest-tips-withheld =
    { $count ->
        [one] 1 tips till visas inte: för få har skrivit från samma område om samma sak, texten kan peka ut någon, den är på ett språk som boten inte läser, eller så är det en införd rapport.
       *[other] { $count } tips till visas inte: för få har skrivit från samma område om samma sak, texten kan peka ut någon, den är på ett språk som boten inte läser, eller så är det införda rapporter.
    }
digest-map-none = Inget område har så många tips att det kan visas på kartan.
digest-since-none = Det finns inget möte före den här sammanställningen i konfigurationen.
digest-since-note = Sedan förra mötet. Områden och känsliga teman visas inte här: tillsammans med veckornas sammanställningar skulle enstaka tips gå att räkna ut.
digest-since-note-places = Sedan förra mötet. Här visas bara summan: tillsammans med veckornas sammanställningar skulle enstaka tips gå att räkna ut av teman och områden.
