# Lägesbilden, som rådet och fokusområdenas grupper läser den. Ren text utan taggar.

## Början

lagesbild-whole = Hela kommunen
lagesbild-title = Lägesbild: { $field }
lagesbild-year = År { $year }
lagesbild-quarter = Kvartal { $number } { $year }, { $span }
lagesbild-days = { $span }
lagesbild-made-for = { $municipality } · { $council }
lagesbild-made-when = Gjord { $day }
lagesbild-widened = Perioden är utvidgad till hela veckor, så att två lägesbilder inte skiljer sig med några få dagar.
lagesbild-cut = Perioden är inte slut. Lägesbilden går till och med den senaste söndagen.
lagesbild-summary-heading = Sammanfattning
lagesbild-contents-heading = Innehåll
lagesbild-nothing-told = Ingen har berättat något som räknas här. Det betyder inte säkert att inget har hänt, bara att ingen har berättat.
lagesbild-most-themes = Mest berättades om { $what }.
lagesbild-most-areas = Flest tips kom från { $what }.
lagesbild-not-crimes = Siffrorna är sådant som har berättats, inte antal brott; vem som skriver och inte står under ”Så är bilden gjord”.
lagesbild-footer = { $council } · gjord av { $bot_name } ur det som har berättats

## Kapitlen

lagesbild-time-heading = Hur mycket, och när
lagesbild-themes-heading = Vad det gällde
lagesbild-places-heading = Var det hände
lagesbild-changes-heading = Vad som har ändrats, och hur säkert det är
lagesbild-fields-heading = Fokusområdena
lagesbild-voices-heading = Vilka som berättade, och när
lagesbild-work-heading = Vad som har gjorts
lagesbild-quotes-heading = Med egna ord
lagesbild-method-heading = Så är bilden gjord

## Jämförelser

lagesbild-usual-one = förut { $range }
lagesbild-compared-one =
    { $how ->
        [more] Det är tydligt fler än { $before } ({ $range }).
        [fewer] Det är tydligt färre än { $before } ({ $range }).
       *[chance] Det går att jämföra bara med { $before }: { $range }. En skillnad kan vara en slump.
    }
lagesbild-compared-briefly = Mot { $range } { $before }.
lagesbild-band = Det skuggade bandet visar perioden själv: i åtta veckor av tio var det så många.

## Tabeller

lagesbild-history-heading = Jämfört med tidigare
lagesbild-history-caption = Tips och personer i varje period, den äldsta först
lagesbild-column-period = Period
lagesbild-column-before = Förut
lagesbild-themes-caption = Tips och personer efter tema, det största först
lagesbild-areas-caption = Tips och personer efter område, det största först
lagesbild-sensitive-caption = Känsliga teman räknas bara för hela kommunen, och ingår inte i andra siffror
lagesbild-further-themes =
    { $count ->
        [one] 1 tema till
       *[other] { $count } teman till
    }
lagesbild-further-areas =
    { $count ->
        [one] 1 område till
       *[other] { $count } områden till
    }

## Det som har ändrats

lagesbild-how-sure = Pilar och ordet ”tydlig” står bara där slumpen knappast räcker som förklaring. Där det står att det kan vara slumpen vet vi inte: följ det, men dra inga slutsatser av det.
lagesbild-no-change = Inget tema eller område skiljer sig tydligt från { $before }.
lagesbild-nothing-before = Det finns för lite före perioden att jämföra med. Vad som har ändrats går inte att säga ännu.

## Fokusområdena

lagesbild-field-nothing = Inget har berättats i perioden.
lagesbild-field-themes = Mest gällde det { $what }.
lagesbild-field-areas = { $what }.
lagesbild-field-few = Områden som färre än { $minimum } personer har berättat om visas inte för sig.

## Vad som har gjorts

lagesbild-statuses = Så långt har arbetet med tipsen kommit: { $parts }.
lagesbild-open-when = Hur länge ärendena har väntat är räknat den dag då lägesbilden gjordes, också äldre än perioden.
lagesbild-work-imported = Införda rapporter är inte med här: vad som gjordes åt dem vet boten inte.
lagesbild-answers = Den som skriver till boten får genast veta att tipset är mottaget, får ett meddelande när det har kommit längre eller när någon svarar, och kan när som helst se det med /mina. Hur många som har fått svar räknas inte här.

## Citaten

lagesbild-quotes-chosen = Typiska tips, högst ett från var och en, utan personuppgifter. Brådskande och känsliga tips citeras aldrig, och inte heller något som pekar ut en bostad.

## Så är bilden gjord

lagesbild-law-heading = Vad den är till för
lagesbild-law = Enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete ska varje kommun ta fram en lägesbild av brottsligheten och en åtgärdsplan. Det här är ett underlag från { $council }.
lagesbild-law-more = Det visar vad som har berättats och räcker inte ensamt: lägg det bredvid polisens statistik, trygghetsmätningar och det som skola, socialtjänst och bostadsbolag ser.
lagesbild-counted-heading = Vad som räknas
lagesbild-counted = Ett tips är ett meddelande om en sak, inte ett brott: flera kan berätta om samma händelse, och mycket anmäls eller berättas aldrig.
lagesbild-counted-voices = Antalet personer är hur många som har berättat, så långt det går att veta utan att spara vilka de är.
lagesbild-counted-imported =
    { $count ->
        [one] 1 av tipsen är en rapport som har förts in från en annan källa. Hur många som står bakom den vet ingen, så den räknas som en person.
       *[other] { $count } av tipsen är rapporter som har förts in från en annan källa. Hur många som står bakom dem vet ingen, så var och en räknas som en person.
    }
lagesbild-who-heading = Vilka som hörs och inte
lagesbild-who = Boten hör den som har Telegram, känner till boten och vill skriva till kommunen. Den svarar på { $languages } språk, men läser ut temat bara ur svenska och engelska; det som skrivs på andra språk läses av en människa. Den som inte har en telefon, inte litar på kommunen eller är rädd hörs sämre, och boten frågar inte efter ålder, kön eller bakgrund. Därför går det inte att säga hur väl de som skriver stämmer med dem som bor här.
lagesbild-who-silent = Att ett område är tyst betyder inte att det är lugnt, och att det är högljutt inte att det är värst. Antalen är inte räknade per invånare.
lagesbild-chance-heading = Jämförelser och slump
lagesbild-chance = Antalen är små, och små antal svänger av sig själva. Därför är varje jämförelse prövad mot slumpen, med hänsyn till hur många som görs. En tydlig ändring kan ändå vara slump någon gång, och en verklig kan missas när det är få tips. Varför något har ändrats säger siffrorna inte: fler tips kan också bero på att fler känner till boten.
lagesbild-chance-none = Det finns för lite före perioden för att pröva någon ändring mot slumpen.
lagesbild-withheld-heading = Vad som inte visas, och varför
lagesbild-withheld = Ett område nämns bara när minst { $minimum } personer har berättat om det. Resten slås ihop, och ibland slås ett större område ihop med ett litet, så att inget litet tal går att räkna fram ur de andra, ur veckornas sammanställningar eller ur fokusområdenas bilder.
lagesbild-withheld-sensitive = Känsliga teman visas bara som antal för hela kommunen, aldrig med plats eller citat, och inte alls när de är få.
lagesbild-reading-heading = Hur väl boten har läst
lagesbild-reading = En dator har läst ut tema och plats, och den läser ibland fel.
lagesbild-reading-unmeasured = Hur ofta går inte att säga här: för få tips i perioden har kontrollerats av någon.
