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
    /folj berättar vad som är gjort i ett område
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

    <b>Bilder, filmer, röstmeddelanden och PDF:</b> Jag tar bort plats, tid och kamera ur filen. Resten sparar jag, låst med en kod, lika länge som din text. Ingen dator lyssnar eller tolkar. En människa får titta eller lyssna om det behövs. Då skrivs det upp. Ansikten och röster finns kvar i filen.

    <b>Hur länge?</b> När ärendet är klart sparas ditt nummer i { $contact_days } till. Din text tas bort efter { $text_days }. Hela ärendet tas bort efter { $concern_days }. Annat, till exempel hälsningar, tas bort efter { $unsorted_days }.

    <b>Telegram:</b> Kommunen får inte veta vem du är. Men Telegram vet vem du är.

    <b>Inte en anmälan till polisen:</b> { $not_a_police_report }

    <b>Dina rättigheter:</b> /mina visar det du har skrivit. /mindata skickar allt som är sparat om dig. /radera tar bort det direkt. Vill du se det som sparas, ändra det eller säga nej? Skriv till { $email }. Du kan klaga hos Integritetsskyddsmyndigheten (imy.se). Den myndigheten skyddar uppgifter om människor.

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
media-danger = 🚨 <b>Är det fara nu? Ring { $emergency }.</b> Ingen tittar eller lyssnar genast.
media-begun =
    Tack. Jag har fått { $what }. Det ligger i <b>{ $reference }</b>.

    Jag kan inte se eller höra vad som finns i filen. En människa går igenom den. Jag tar bort plats, tid och kamera ur filen. Sedan sparar jag den, låst med en kod.
media-ask = Skriv gärna vad det handlar om. Skriv också var det är. Skriv det som nästa meddelande.
media-joined = Jag har fått { $what }. Det ligger i <b>{ $reference }</b>. En människa går igenom det.
media-with-text = Jag har fått { $what } också. En människa går igenom det. Jag tar bort plats, tid och kamera ur filen. Sedan sparar jag den, låst med en kod.
media-replaced = Du har bytt { $what } i <b>{ $reference }</b>. Jag har tagit bort det gamla.
media-lost = Det handlar om <b>{ $reference }</b>.
media-refused-off = Jag kan inte spara { $what }. Jag tar inte emot sådant. Skriv gärna med ord.
media-refused-big = Jag kan inte spara { $what }. Filen är för stor. Den får vara högst { $megabytes } MB. Skicka en mindre fil, eller skriv med ord.
media-refused-many = Jag kan inte spara { $what }. Det finns redan { $count } filer i ärendet. Skriv gärna resten med ord.
media-refused-type = Jag kan inte spara { $what }. Jag tar inte emot den sortens fil. Skriv med ord, eller skicka en bild eller en PDF.
media-refused-broken = Jag kan inte spara { $what }. Filen går inte att läsa. Skicka igen, eller skriv med ord.
media-refused-gone = Jag kan inte spara { $what }. Jag kunde inte hämta filen från Telegram. Skicka igen, eller skriv med ord.
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
danger-where-near = Du har delat var du är. Säg så här till { $emergency }: nära <b>{ $place }</b>, <b>{ $lat }</b> nord, <b>{ $lon }</b> öst.
danger-where = Du har delat var du är. Säg så här till { $emergency }: <b>{ $lat }</b> nord, <b>{ $lon }</b> öst.

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

## Rätta ett kvitto

confirm-button = Det är rätt
confirmed = Tack! Då vet jag.
theme-button-change = Ändra ämne
theme-button-all = Alla ämnen
theme-button-none = Något annat
add-more-button = Skriv mer
add-more = Skriv det du vill berätta mer. Jag sparar ditt nästa meddelande i <b>{ $reference }</b>.
place-button-type = Skriv platsen
place-button-other = En annan plats
place-type-how = Skriv var det är. Du kan skriva med dina egna ord. Ditt nästa meddelande blir platsen för <b>{ $reference }</b>.
place-not-found = Jag hittar inte den platsen. Men jag har sparat det du skrev i <b>{ $reference }</b>. En människa läser det. Du kan också välja en plats i listan.
ask-which-place = Det finns flera platser som heter så. Vilken menar du?
ask-theme = Vad handlar <b>{ $reference }</b> om?
theme-set = Tack! <b>{ $reference }</b> handlar nu om: <b>{ $theme }</b>.
theme-none = Tack! En människa läser <b>{ $reference }</b>.
theme-stays = Det går bra. Jag har inte ändrat <b>{ $reference }</b>.
concern-closed = <b>{ $reference }</b> är avslutat. Det går inte att ändra. Vill du berätta något mer? Skriv till mig.
concern-shown = <b>{ $reference }</b> · { $status }

## Mina

mine-empty = Du har inget sparat här.
mine-title = <b>Det du har skrivit</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
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
delete-held = Jag kan inte ta bort <b>{ $reference }</b>. Kommunen har bestämt att det måste sparas ({ $decision }). Då sparas också att det var du som skrev. Har du frågor, eller tycker du att det är fel? Skriv till { $email }.
delete-done-held = Jag har tagit bort allt annat om dig. Men <b>{ $reference }</b> finns kvar. Kommunen har bestämt att det måste sparas ({ $decision }). Då sparas också att det var du som skrev. Har du frågor, eller tycker du att det är fel? Skriv till { $email }.
delete-kept = Jag tog inte bort något.
delete-button = Ta bort
delete-unknown = Jag hittar inte det bland det du har skrivit. /mina visar vad som finns.

## Övrigt

button-old = Knappen är för gammal. Skriv till mig, eller använd /mina.
command-unknown = Jag förstår inte det kommandot. /hjalp visar vad jag kan.
edited = Tack! Jag har läst din ändring av <b>{ $reference }</b>.
edited-gone = Jag har inte kvar det meddelandet. Skriv det en gång till om du vill att jag sparar det.
unreadable =
    Jag kan inte ta emot sådant. Jag har inte sparat { $what }. Skriv med ord vad som gör dig orolig. Du kan också skicka en bild, en film, ett röstmeddelande eller en PDF.
unreadable-photo = bilden
unreadable-video = filmen
unreadable-voice = röstmeddelandet
unreadable-audio = ljudfilen
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

## Mina uppgifter, och när det blir för mycket

mine-page = Sida { $page } av { $pages }.
mine-end = Tryck på ett ärende. Då kan du läsa det eller ändra det. Vill du få allt som är sparat om dig? /mindata. Vill du ta bort något? /radera
limited = Jag tar emot och sparar allt du skriver. Men nu svarar jag inte på varje meddelande. Jag svarar igen om en stund. Är någon i fara? Ring { $emergency }.
muted = Jag tar emot och sparar det du skriver. Men jag skickar det inte vidare längre. Tycker du att det är fel? Eller vill du berätta något viktigt? Skriv till { $email }. Är det inte bråttom kan du ringa polisen: { $police }. Är någon i fara? Ring { $emergency }. Det svarar jag alltid på.
muted-until = Jag tar emot och sparar det du skriver. Men jag skickar det inte vidare förrän { $date }. Tycker du att det är fel? Eller vill du berätta något viktigt? Skriv till { $email }. Är det inte bråttom kan du ringa polisen: { $police }. Är någon i fara? Ring { $emergency }. Det svarar jag alltid på.
delete-recallable = En grupp har sett det. Jag tar bort det i gruppen också. Men någon kan redan ha läst det.
delete-lasting = En grupp såg något av det för mer än två dygn sedan. Det kan jag inte ta bort i gruppen. Men ditt namn finns aldrig där.
command-mindata = Få allt som är sparat om dig
privacy-pace = <b>Hur ofta du skriver:</b> Jag minns när du har skrivit och hur ofta, i högst två dygn. Det är för att ingen ska kunna skriva för mycket.
mindata-ask =
    Jag kan skicka allt som är sparat om dig. Du får två filer. En fil kan du läsa. En fil är för datorer.

    <b>Filerna finns sedan kvar här i chatten.</b> Den som kan öppna din telefon kan läsa dem. Ta bort filerna när du har läst.
mindata-button-yes = Ja, skicka filerna
mindata-button-no = Nej
mindata-not = Då skickar jag inget.
mindata-wait = Du har redan fått filerna. Du kan be om nya från klockan { $time }.
mindata-caption = Här är allt som är sparat om dig. Öppna filen i en webbläsare. Ta bort filen här om någon annan kan läsa på din telefon.
mindata-caption-json = Samma sak, för datorer (JSON).
mindata-title = Det som är sparat om dig
mindata-made = Gjord { $date }.
mindata-you = Du
mindata-account = Ditt nummer hos Telegram (sparat i kod)
mindata-since = Du skrev första gången
mindata-language = Språk
mindata-muted = Skickas inte vidare
mindata-concerns = Det du har berättat
mindata-empty = Inget.
mindata-told = Skickat
mindata-kind = Sort
mindata-kind-value =
    { $kind ->
        [concern] något som oroar
        [question] fråga
        [positive] något bra
        [chatter] hälsning eller prat
        [spam] reklam
       *[other] annat
    }
mindata-theme = Vad det handlar om
mindata-place = Plats
mindata-urgency = Är det bråttom?
mindata-urgency-value =
    { $urgency ->
        [now] ja, fara nu
        [soon] ja, ganska
       *[normal] nej
    }
mindata-status = Hur långt det har kommit
mindata-pseudonym = Det samordnaren ser i stället för ditt namn den månaden
mindata-original = Din text
mindata-gone = Borttagen. Det säger reglerna.
mindata-masked = Kopian utan namn och nummer
mindata-reading = Så läste boten texten
mindata-files = Filer
mindata-file-missing = Filen är för stor för att vara med här. Be om den hos { $email }.
mindata-file-none = Inget av filen är sparat.
mindata-held = Måste sparas enligt ett beslut
mindata-answers = Svar
mindata-following = Områden du följer
mindata-corrections = Rättelser
mindata-by =
    { $who ->
        [resident] av dig
       *[other] av rådet
    }
mindata-history = Vad rådet har gjort
mindata-action =
    { $what ->
        [concern_status_set] det har kommit längre
        [original_read] någon läste din text
        [media_read] någon tittade på filerna
        [concern_area_set] platsen ändrades
        [concern_theme_set] ämnet ändrades
        [resident_muted] det du skriver slutade skickas vidare
        [resident_unmuted] det du skriver skickas vidare igen
       *[other] något annat
    }
mindata-conversation = Samtalet
mindata-conversation-what = Boten minns vilket ärende ni pratar om. Den minns om den har frågat något, när du skrev och hur ofta. Det glömmer den inom två dygn. Så här står det:
mindata-waiting = Ska skickas till dig
mindata-unhandled = Kom fram, men boten kunde inte ta hand om det
mindata-rules = Regler, och hur länge saker sparas
mindata-not-kept = Jag sparar inte ditt namn, ditt användarnamn eller ditt telefonnummer. Jag sparar inte en plats på kartan om du inte har sagt att problemet är där. I en sammanställning finns bara siffror och korta citat utan namn.

## Svar, och områden man följer

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Svar om { $reference } från { $council }</b>
answer-language = Texten är på: { $language }
answer-button = Svara
answer-ask = Skriv ditt svar om <b>{ $reference }</b>. Jag skickar det vidare. Ditt namn syns inte.
answer-taken = Tack. Jag skickar det du skrev om <b>{ $reference }</b> till { $council }. Ditt namn syns inte.
answer-reopened = <b>{ $reference }</b> är öppet igen.
answer-shown = <b>Svar till dig { $date }</b>
follow-none = Du följer inget område. Välj ett område. Då berättar jag när något är gjort där. Ingen får veta att du följer det.
follow-list = <b>Du följer:</b> { $areas }
follow-choose = Vilket område vill du följa? Sida { $page } av { $pages }.
follow-choose-button = Välj ett område
follow-button = Följ { $area }
follow-stop-button = Sluta följa { $area }
follow-started = Du följer <b>{ $area }</b>. Jag berättar när något är gjort där. Ingen får veta att du följer det.
follow-stopped = Du följer inte <b>{ $area }</b> längre.
follow-unknown = Jag känner inte till { $area }.
follow-nearest = Jag känner inte till { $area }. Menar du <b>{ $guess }</b>?
followup-told = <b>Ni berättade. Nu är det här gjort: { $area }</b>
command-folj = Få veta vad som är gjort i ett område
privacy-answers = <b>Svar och områden du följer:</b> Jag sparar svaren till dig, krypterade. Det du svarar skickas vidare utan ditt namn. Ett område som du följer sparas tills du slutar följa det eller tar bort allt om dig. Det gäller även när du inte har något ärende.
