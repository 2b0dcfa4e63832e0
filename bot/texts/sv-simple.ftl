# Texterna på lätt svenska: korta meningar, vanliga ord, en sak i taget. sv.ftl är förlagan.

## Första kontakten

welcome =
    Hej! Jag heter { $bot_name }. Jag är en bot. En bot är ett datorprogram.
    Berätta för mig om något gör dig orolig där du bor.
    Till exempel mopeder, bråk, droger eller en mörk väg.

    🚨 <b>Är det fara nu? Ring { $emergency }.</b>
    Jag kan inte skicka hjälp.

    { $council } läser det du skriver.
    Ingen grupp får veta ditt namn.
    Det här är inte en anmälan till polisen.

    Skriv som du vill. Ett meddelande räcker.

    /hjalp så fungerar det
    /integritet vem som läser
    /mina det du har skrivit
    /radera ta bort
    /sprak byt språk · change language
help =
    <b>Så fungerar det</b>

    Skriv vad som händer. Skriv var det är och när.
    Du får svar direkt. I svaret finns ett nummer för det du har skrivit.

    • <b>Är det fara nu?</b> Ring { $emergency }.
    • <b>Vill du prata med polisen, och det är inte bråttom?</b> Ring { $police }.
    • Varje vecka får de som arbetar med frågan veta vad folk har skrivit. De får inga namn.
    • Jag kan fråga dig något. Du måste inte svara.

    /mina visar det du har skrivit
    /radera tar bort något, eller allt
    /integritet berättar vem som läser och hur länge det sparas
help-lines =
    <b>Vill du prata med någon?</b>
help-line = { $label }: { $number } ({ $hours })

## Integritet

privacy =
    <b>Vad händer med det du skriver?</b>

    <b>Ansvarig är:</b> { $controller }. Skriv till: { $email }. Dataskyddsombud: { $dpo }. Ett dataskyddsombud ser till att uppgifter om människor sköts rätt.

    <b>Varför:</b> { $purpose }

    <b>Lagen säger:</b> { $legal_basis }

    <b>Vem läser:</b> { $who_reads } Ingen grupp får se ditt namn eller ditt konto.

    <b>Vad sparar jag?</b> Texten du skriver. Den är låst med en kod. En kopia av texten utan namn och nummer. Ditt nummer hos Telegram, låst med en kod, så att jag kan svara dig. Språket jag svarar på. Jag sparar inte ditt namn.

    <b>Hur länge?</b> När ärendet är klart sparas ditt nummer i { $contact_days } till. Din text tas bort efter { $text_days }. Hela ärendet tas bort efter { $concern_days }. Annat, till exempel hälsningar, tas bort efter { $unsorted_days }.

    <b>Telegram:</b> Kommunen får inte veta vem du är. Men Telegram vet vem du är.

    <b>Inte en anmälan till polisen:</b> { $not_a_police_report }

    <b>Dina rättigheter:</b> /mina visar det du har skrivit. /radera tar bort det direkt. Vill du se det som sparas, ändra det eller säga nej? Skriv till { $email }. Du kan klaga hos Integritetsskyddsmyndigheten (imy.se). Den myndigheten skyddar uppgifter om människor.

days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }

## Språk

language-name = Lätt svenska
language-words = lätt svenska, lättläst, lättläst svenska, easy swedish
language-button = 🌐 Språk · Language · لغة · Luqad
language-ask = Vilket språk vill du ha?
language-set = Nu svarar jag på <b>lätt svenska</b>. Vill du byta igen? Skriv /sprak
command-sprak = Byt språk · Change language

## Kvitto

receipt =
    Tack för att du berättar. Jag har sparat det. Det heter <b>{ $reference }</b>.
receipt-positive =
    Tack! Det var roligt att höra. Jag har sparat det. Det heter <b>{ $reference }</b>.
receipt-added =
    Tack! Jag har lagt till det i <b>{ $reference }</b>.
receipt-theme = Det handlar om: <b>{ $theme }</b>
receipt-theme-guess = Jag tror att det handlar om: <b>{ $theme }</b>. En människa tittar på det.
receipt-theme-unknown = En människa läser det.
receipt-place = Plats: <b>{ $place }</b>
receipt-next = De som arbetar med frågan får veta det när veckan är slut.
receipt-next-soon = De som arbetar med frågan får veta det nu.
receipt-other-language = En människa läser det du har skrivit.
receipt-not-read = Jag kunde inte läsa texten. Men den är sparad. En människa läser den.
receipt-attachment = Texten är sparad. Men jag kan inte ta emot { $what }. Det är inte sparat.
question-kept =
    Det låter som en fråga. Jag kan tyvärr inte svara på frågor.

    • Polisen, när det inte är bråttom: { $police }
    • { $municipality }: { $email }
    • Så fungerar jag: /hjalp

    Vill du att { $council } läser din fråga?
question-keep-button = Ja, det vill jag
question-now-kept = Bra. Frågan är sparad. Den heter <b>{ $reference }</b>.
chatter =
    Hej! Berätta om något gör dig orolig där du bor. Skriv vad som händer, var och när. Är det fara nu? Ring { $emergency }.
chatter-after =
    Det du skrev är kvar. Det heter <b>{ $reference }</b>. Skriv om du vill säga mer.
spam =
    Jag tar bara emot sådant som gör människor otrygga i { $municipality }. Är det något som gör dig orolig? Skriv det med egna ord.

## Fara

danger-now =
    🚨 <b>Ring { $emergency } nu.</b>

    Gå först till en säker plats. Säg var du är. Säg vad som händer. Kan du inte prata? Ring ändå, och lägg inte på.

    Jag är en bot. Jag kan inte skicka hjälp.
danger-crime =
    Är det bråttom, eller är du rädd att någon ska skada dig? Ring <b>{ $emergency }</b>. Är det inte bråttom? Ring polisen: <b>{ $police }</b>.
danger-suicide =
    Tack för att du skriver. Du är inte ensam. Det finns hjälp nu. Är det fara för livet? Ring <b>{ $emergency }</b>.
danger-partner_violence =
    Ingen ska behöva vara rädd hemma. Är det fara nu? Ring <b>{ $emergency }</b>. Här kan du prata med någon:
danger-child =
    Ett barn som har det svårt behöver hjälp av en vuxen. Är det fara nu? Ring <b>{ $emergency }</b>. Här kan du få råd:

## Plats

ask-place =
    Var är det? Skriv platsen, eller tryck på en knapp. Du måste inte svara.
ask-place-list = Välj område (sida { $page } av { $pages }):
place-button-share = 📍 Skicka min plats
place-button-list = Välj i en lista
place-button-skip = Svara inte
place-button-change = Ändra plats
place-button-next = Fler ▶
place-button-back = ◀ Tillbaka
place-share-how = Tryck på knappen här under för att skicka din plats. Jag frågar först om det är där det händer. Är det inte det, så sparar jag den inte.
place-share-button = 📍 Skicka min plats
place-share-cancel = Nej, jag vill inte
place-set = Tack! Platsen för <b>{ $reference }</b> är nu <b>{ $place }</b>.
place-skipped = Det går bra. <b>{ $reference }</b> är sparat utan plats.
place-stays = Det går bra. Platsen för <b>{ $reference }</b> är fortfarande <b>{ $place }</b>.
position-ask = Är det <b>här</b> det händer ({ $area })?
position-yes = Ja, det är här
position-no = Nej, det är bara jag som är här
position-forgotten = Jag har inte sparat platsen.
position-outside = Den platsen är inte i { $municipality }. Jag har inte sparat den. Skriv var det händer.
position-nothing-open = Jag har inte sparat platsen. Skriv först vad det handlar om.

## Mina

mine-empty = Du har inget sparat här.
mine-title = <b>Det du har skrivit</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Jag visar bara de { $count } senaste.
mine-end = Vill du ta bort något? /radera
status-new = vi har fått det
status-open = vi arbetar med det
status-done = klart, något har gjorts
status-closed = avslutat
no-theme = inte sorterat
no-place = ingen plats
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Radera

delete-empty = Du har inget sparat här. Det finns inget att ta bort.
delete-choose = Vad vill du ta bort?
delete-button-all = Allt om mig
delete-confirm = Ska jag ta bort <b>{ $reference }</b>? Du kan inte ångra dig sedan.
delete-confirm-all = Ska jag ta bort <b>allt</b> om dig? Du kan inte ångra dig sedan.
delete-yes = Ja, ta bort
delete-no = Nej, spara det
delete-done = <b>{ $reference }</b> är borttaget. Om något redan har skickats till en grupp kan jag inte ta bort det där. Men ditt namn finns aldrig med.
delete-done-all = Allt om dig är borttaget. Om något redan har skickats till en grupp kan jag inte ta bort det där. Men ditt namn finns aldrig med.
delete-kept = Jag tog inte bort något.
delete-button = Ta bort
delete-unknown = Jag hittar inte det bland det du har skrivit. /mina visar vad som finns.

## Övrigt

button-old = Knappen är för gammal. Skriv till mig, eller använd /mina.
command-unknown = Jag förstår inte det kommandot. /hjalp visar vad jag kan.
edited = Tack! Jag har läst din ändring av <b>{ $reference }</b>.
edited-gone = Jag har inte kvar det meddelandet. Skriv det en gång till om du vill att jag sparar det.
unreadable =
    Jag kan bara läsa text. Jag har inte sparat { $what }. Skriv med ord vad som gör dig orolig.
unreadable-photo = bilden
unreadable-video = filmen
unreadable-voice = röstmeddelandet
unreadable-document = filen
unreadable-sticker = klistermärket
unreadable-poll = omröstningen
unreadable-contact = kontakten
unreadable-other = det du skickade
trouble =
    Något gick fel hos mig. Men jag har fått det du skrev, och en människa får veta det. Är det fara nu? Ring { $emergency }.
trouble-storing =
    Jag kan inte spara något nu. Skriv igen om en stund. Är det fara nu? Ring { $emergency }. Polisen, när det inte är bråttom: { $police }.
join-not-here = Det kommandot är för grupper som arbetar med frågorna. Skriv bara vad som gör dig orolig.

# Det någon skriver för att slippa svara på frågan om plats, med komma emellan.
place-skip-words = nej, vet inte, vet ej, ingen aning, hoppa över, nej tack, jag vet inte, svara inte

## Listan över kommandon

command-hjalp = Så fungerar det, och vem du kan ringa
command-mina = Det du har skrivit
command-radera = Ta bort något, eller allt
command-integritet = Vem som läser, och hur länge
