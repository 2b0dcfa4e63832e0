# Texter som den som skriver till boten läser. Nycklarna som börjar med group-, alert, weekday-,
# delivery- och admin- är för grupper och för dem som sköter boten: de finns bara här och i en.ftl.
# Allt annat finns i varje språk; ett prov i tests/bot/test_texts.py säger vad som saknas. HTML: bara <b>, <i>, <a>, <blockquote>.

## Första kontakten

welcome =
    Hej. Jag är { $bot_name }, en bot som tar emot det som oroar dig där du bor: mopeder på gångvägen, en mörk tunnel, bråk, droger, en känsla.

    🚨 <b>Pågår det nu, eller är någon i fara? Ring { $emergency }.</b> Jag kan inte skicka hjälp.

    Det du skriver läses av { $council }. Ditt namn lämnas inte till någon grupp. Det här är inte en polisanmälan.

    Skriv med egna ord, precis som det är. Ett meddelande räcker.

    /hjalp så fungerar det
    /integritet vem som läser och hur länge
    /mina det du har berättat
    /radera ta bort
    /sprak byt språk · change language
help =
    <b>Så fungerar det</b>

    Skriv vad som händer, var och ungefär när. Du får ett kvitto med en referens direkt.

    • <b>Pågår det nu?</b> Ring { $emergency }.
    • <b>Polisanmälan eller tips till polisen</b> som inte brådskar: ring { $police }.
    • Varje vecka får de grupper som arbetar med frågan en sammanställning, utan namn.
    • Du bestämmer: svara på mina frågor om du vill, hoppa över annars.

    /mina visar det du har berättat
    /radera tar bort något av det, eller allt
    /folj får veta vad som är gjort i ett område
    /integritet berättar vem som läser och hur länge det sparas
help-lines =
    <b>Någon att prata med</b>
help-line = { $label }: { $number } ({ $hours })

## Integritet

privacy =
    <b>Så hanteras det du skriver</b>

    <b>Ansvarig:</b> { $controller }. Kontakt: { $email }. Dataskyddsombud: { $dpo }.

    <b>Varför:</b> { $purpose }

    <b>Laglig grund:</b> { $legal_basis }

    <b>Vem som läser:</b> { $who_reads } Ditt namn och ditt konto visas inte för någon grupp.

    <b>Vad jag sparar:</b> Texten du skriver, krypterad. En kopia där personuppgifter är borttagna. Ditt Telegram-nummer, krypterat, så att jag kan svara dig. Språket jag svarar på. Jag sparar inte ditt namn eller användarnamn.

    <b>Bilder, filmer, röstmeddelanden och PDF:</b> Jag tar bort plats, tid, kamera och upphovsman och sparar resten krypterat, lika länge som originaltexten. Inget skrivs ut eller tolkas automatiskt. Bara den som har ett skäl tittar eller lyssnar, och det antecknas. Tänk på att ansikten, röster och skyltar finns kvar.

    <b>Hur länge:</b> Kopplingen till dig bryts { $contact_days } efter att ärendet är avslutat. Originaltexten tas bort efter { $text_days }, och hela ärendet efter { $concern_days }. Meddelanden som inte är tips tas bort efter { $unsorted_days }.

    <b>Telegram:</b> Du är skyddad mot att kommunen får veta vem du är, men inte anonym för Telegram, som känner ditt konto.

    <b>Inte en polisanmälan:</b> { $not_a_police_report }

    <b>Dina rättigheter:</b> /mina visar det du har berättat. /mindata skickar allt som är sparat om dig. /radera tar bort det genast. Du kan begära ut, rätta eller invända hos { $email }, och klaga hos Integritetsskyddsmyndigheten (imy.se).

days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }

## Språk

language-name = Svenska
# Det någon skriver för att byta språk, med komma emellan.
language-words = svenska, swedish
language-button = 🌐 Språk · Language · لغة · Luqad
language-ask = Vilket språk ska jag svara på?
language-set = Nu svarar jag på <b>svenska</b>. Byt igen: /sprak
command-sprak = Byt språk · Change language

## Kvitto

receipt =
    Tack för att du berättar. Det är sparat som <b>{ $reference }</b>.
receipt-positive =
    Tack, det är gott att höra. Det är sparat som <b>{ $reference }</b>.
receipt-added =
    Tack, jag har lagt till det i <b>{ $reference }</b>.
receipt-theme = Jag förstår det som: <b>{ $theme }</b>
receipt-theme-guess = Jag tror att det gäller: <b>{ $theme }</b>. En människa tittar på det.
receipt-theme-unknown = En människa läser och sorterar det.
receipt-place = Plats: <b>{ $place }</b>
receipt-next = De som arbetar med frågan får det i veckans sammanställning.
receipt-next-soon = De som arbetar med frågan får veta det genast.
receipt-other-language = En människa läser det du har skrivit.
receipt-not-read = Jag kunde inte läsa texten själv, men den är sparad. En människa läser den.
media-danger = 🚨 <b>Pågår det nu, eller är någon i fara? Ring { $emergency }.</b> Ingen tittar eller lyssnar på det här genast.
media-begun =
    Tack. Jag har tagit emot { $what }, som ligger i <b>{ $reference }</b>.

    Jag kan inte själv se eller höra vad som finns i filen: en människa går igenom den. Plats, tid, kamera och upphovsman tas bort innan den sparas, krypterad.
media-ask = Berätta gärna med några ord vad det gäller och var det är. Skriv det bara som nästa meddelande.
media-joined = Jag har tagit emot { $what }, som ligger med i <b>{ $reference }</b>. En människa går igenom innehållet.
media-with-text = Jag har tagit emot { $what } också. En människa går igenom innehållet. Plats, tid, kamera och upphovsman tas bort ur filen innan den sparas, krypterad.
media-replaced = Du har bytt ut { $what } i <b>{ $reference }</b>. Det du skickade förut är borttaget.
media-lost = Det gäller <b>{ $reference }</b>.
media-refused-off = Jag kan inte spara { $what }: sådant tar jag inte emot här. Beskriv gärna med ord.
media-refused-big = Jag kan inte spara { $what }: filen är större än { $megabytes } MB. Skicka gärna en mindre, eller beskriv med ord.
media-refused-many = Jag kan inte spara { $what }: det finns redan { $count } filer i samma ärende. Beskriv gärna resten med ord.
media-refused-type = Jag kan inte spara { $what }: den sortens fil tar jag inte emot. Skriv det som text, eller skicka en bild eller PDF.
media-refused-broken = Jag kan inte spara { $what }: filen går inte att läsa. Skicka gärna igen, eller beskriv med ord.
media-refused-gone = Jag kan inte spara { $what }: filen gick inte att hämta från Telegram. Skicka gärna igen, eller beskriv med ord.
question-kept =
    Det låter som en fråga, och jag kan tyvärr inte svara på frågor.

    • Polisen, det som inte brådskar: { $police }
    • { $municipality }: { $email }
    • Så fungerar jag: /hjalp

    Vill du att frågan ska läsas av { $council }?
question-keep-button = Ja, ta med den
question-now-kept = Då är den med, som <b>{ $reference }</b>.
chatter =
    Hej. Berätta gärna vad som oroar dig där du bor: vad som händer, var och när. Pågår det nu? Ring { $emergency }.
chatter-after =
    Det du berättade finns kvar som <b>{ $reference }</b>. Skriv om det är något mer.
spam =
    Jag tar bara emot det som rör trygghet i { $municipality }. Är det något som oroar dig, skriv det med egna ord.

## Fara

danger-now =
    🚨 <b>Ring { $emergency } nu.</b>

    Säg var du är och vad som händer. Sätt dig själv i säkerhet först. Kan du inte prata: ring ändå och låt samtalet vara öppet.

    Jag är en bot och kan inte skicka hjälp.
danger-crime =
    Är det bråttom, eller känner du dig hotad: ring <b>{ $emergency }</b>. Annars når du polisen på <b>{ $police }</b>.
danger-suicide =
    Tack för att du skriver. Du är inte ensam, och det finns hjälp nu. Är det fara för livet: ring <b>{ $emergency }</b>.
danger-partner_violence =
    Ingen ska behöva vara rädd hemma. Är det fara nu: ring <b>{ $emergency }</b>. Här finns någon att prata med:
danger-child =
    Ett barn som far illa behöver en vuxen. Är det fara nu: ring <b>{ $emergency }</b>. Du kan också få råd här:
danger-where-near = Du har delat en position. Säg till { $emergency }: nära <b>{ $place }</b>, <b>{ $lat }</b> nord, <b>{ $lon }</b> öst.
danger-where = Du har delat en position. Säg till { $emergency }: <b>{ $lat }</b> nord, <b>{ $lon }</b> öst.

## Plats

ask-place =
    Var är problemet? Skriv platsen, eller välj här under. Du kan också hoppa över.
ask-place-list = Välj område (sida { $page } av { $pages }):
place-button-share = 📍 Dela position
place-button-list = Välj i en lista
place-button-skip = Hoppa över
place-button-change = Ändra plats
place-button-next = Fler ▶
place-button-back = ◀ Tillbaka
place-share-how = Tryck på knappen här under för att dela en position. Jag frågar först, och sparar den inte om den bara är din egen.
place-share-button = 📍 Dela min position
place-share-cancel = Nej, hoppa över
place-set = Tack. Platsen för <b>{ $reference }</b> är nu <b>{ $place }</b>.
place-skipped = Det är helt i sin ordning. <b>{ $reference }</b> är sparat utan plats.
place-stays = Det är helt i sin ordning. <b>{ $reference }</b> står kvar vid <b>{ $place }</b>.
position-ask = Är det <b>här</b> problemet är ({ $area })?
position-yes = Ja, det är här
position-no = Nej, det är bara jag som är här
position-forgotten = Då har jag glömt positionen.
position-outside = Den platsen ligger utanför { $municipality }. Jag har inte sparat positionen. Skriv gärna var problemet är.
position-nothing-open = Jag har inte sparat positionen. Skriv först vad det gäller.

## Rätta ett kvitto

confirm-button = Stämmer
confirmed = Tack, då vet jag det.
theme-button-change = Ändra tema
theme-button-all = Alla teman
theme-button-none = Något annat
add-more-button = Lägg till mer
add-more = Skriv det du vill lägga till. Ditt nästa meddelande hamnar i <b>{ $reference }</b>.
place-button-type = Skriv den själv
place-button-other = Någon annanstans
place-type-how = Skriv med egna ord var det är. Ditt nästa meddelande blir platsen för <b>{ $reference }</b>.
place-not-found = Den platsen hittar jag inte, men det du skrev är sparat i <b>{ $reference }</b> och en människa läser det. Du kan också välja ett område i listan.
ask-which-place = Flera platser heter så. Vilken menar du?
ask-theme = Vad handlar <b>{ $reference }</b> om?
theme-set = Tack. <b>{ $reference }</b> handlar nu om: <b>{ $theme }</b>.
theme-none = Tack. En människa läser och sorterar <b>{ $reference }</b>.
theme-stays = Det är helt i sin ordning. <b>{ $reference }</b> står kvar som det var.
concern-closed = <b>{ $reference }</b> är avslutat och går inte att ändra längre. Är det något mer, så skriv till mig.
concern-shown = <b>{ $reference }</b> · { $status }

## Mina

mine-empty = Du har inget sparat här.
mine-title = <b>Det du har berättat</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
status-new = mottaget
status-open = pågår
status-done = åtgärdat
status-closed = avslutat
no-theme = osorterat
no-place = utan plats
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Radera

delete-empty = Du har inget sparat här, så det finns inget att ta bort.
delete-choose = Vad vill du ta bort?
delete-button-all = Allt om mig
delete-confirm = Ta bort <b>{ $reference }</b>? Det går inte att ångra.
delete-confirm-all = Ta bort <b>allt</b> som finns sparat om dig? Det går inte att ångra.
delete-yes = Ja, ta bort
delete-no = Nej, behåll
delete-done = <b>{ $reference }</b> är borttaget. Det som redan har skickats i en sammanställning kan jag inte hämta tillbaka, men där finns aldrig ditt namn.
delete-done-all = Allt som fanns om dig är borttaget. Det som redan har skickats i en sammanställning kan jag inte hämta tillbaka, men där finns aldrig ditt namn.
delete-held = <b>{ $reference }</b> kan jag inte ta bort. Kommunen måste spara det enligt ett beslut ({ $decision }), och så länge det gäller finns också kopplingen till dig kvar. Skriv till { $email } om du undrar varför eller inte håller med.
delete-done-held = Allt annat om dig är borttaget, men inte <b>{ $reference }</b>. Det måste kommunen spara enligt ett beslut ({ $decision }), och så länge det gäller finns också kopplingen till dig kvar. Skriv till { $email } om du undrar varför eller inte håller med.
delete-kept = Inget är borttaget.
delete-button = Ta bort
delete-unknown = Jag hittar inget sådant ärende bland dina. /mina visar dem.

## Övrigt

button-old = Den knappen är för gammal. Skriv till mig i stället, eller använd /mina.
command-unknown = Det kommandot känner jag inte till. /hjalp visar vad jag kan.
edited = Tack, jag har läst din ändring av <b>{ $reference }</b>.
edited-gone = Det meddelandet finns inte kvar hos mig. Skriv det på nytt om du vill att jag tar emot det.
unreadable =
    Sådant kan jag inte ta emot, så jag har inte sparat { $what }. Beskriv gärna med ord vad som oroar dig, eller skicka en bild, en film, ett röstmeddelande eller en PDF.
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
    Något gick fel hos mig, men det du skrev är mottaget och en människa får veta det. Pågår det nu? Ring { $emergency }.
trouble-storing =
    Jag kan inte spara något just nu. Skriv igen om en stund. Pågår det nu? Ring { $emergency }. Polisen, det som inte brådskar: { $police }.

join-not-here = Det kommandot är för samordnarnas grupper. Skriv bara vad som oroar dig, så tar jag emot det.

## Grupper

group-joined =
    Den här gruppen får nu veckans sammanställning för <b>{ $focus_area }</b>: { $weekday } kl. { $time }.
group-added =
    Hej. Jag är { $bot_name }. Den här gruppen får inget av mig ännu: be den som sköter boten om en kod och skriv <code>/koppla KOD</code> här. Jag läser inte det som skrivs i gruppen. Vill du själv berätta om något som oroar dig, skriv till mig privat.
group-code-wrong = Koden stämmer inte. Be om en ny: <code>brabot group invite</code>.
group-code-expired = Koden är för gammal. Be om en ny: <code>brabot group invite</code>.
group-code-used = Koden är redan använd. Be om en ny: <code>brabot group invite</code>.
group-code-missing = Skriv koden efter kommandot: /koppla KOD
alert =
    { $urgency ->
        [now] 🚨 <b>Akut</b>
       *[soon] ⚠️ <b>Brådskar</b>
    } · { $reference } · { $at }
alert-told-now = Den som skrev har blivit uppmanad att ringa { $emergency }.
alert-told-soon = Den som skrev har fått telefonnummer till hjälp.
alert-theme = Tema: { $theme }
alert-place = Plats: { $place }
alert-withheld = Texten visas inte här eftersom ämnet är känsligt. Samordnaren kan läsa den.
alert-files = 📎 { $count ->
        [one] En fil (bild, film, ljud eller dokument) finns hos samordnaren.
       *[other] { $count } filer (bilder, filmer, ljud eller dokument) finns hos samordnaren.
    }
alert-wave =
    🔁 { $reference } har nu kommit { $count } gånger med samma text och samma plats, sedan { $since }. De larmas inte en och en.
weekday-monday = måndagar
weekday-tuesday = tisdagar
weekday-wednesday = onsdagar
weekday-thursday = torsdagar
weekday-friday = fredagar
weekday-saturday = lördagar
weekday-sunday = söndagar

# Det någon skriver för att slippa svara på frågan om plats, med komma emellan.
place-skip-words = nej, vet inte, vet ej, ingen aning, hoppa över, spelar ingen roll, nej tack, strunt samma

## Listan över kommandon

command-hjalp = Så fungerar det, och vem du kan ringa
command-mina = Det du har berättat
command-radera = Ta bort något, eller allt
command-integritet = Vem som läser, och hur länge

## Leveranser av sammanställningar, för den som sköter boten

group-joined-admin =
    Den här gruppen får nu veta när något går fel med sammanställningarna. Inget av vad invånare skriver visas här.
delivery-admin = de som sköter boten
delivery-week = vecka { $number } { $year }
delivery-channel =
    { $channel ->
        [telegram] Telegram
        [mail] e-post
       *[none] borttagen
    }
delivery-state =
    { $state ->
        [waiting] väntar
        [sent] skickad
        [failed] misslyckad
        [missed] missad
       *[withdrawn] återtagen
    }{ $sendings ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }({ $sendings } gånger)
    }{ $dismissed ->
        [yes] , avskriven
       *[no] { "" }
    }
delivery-reason =
    { $reason ->
        [Forbidden] boten får inte skriva i gruppen längre
        [BadRequest] Telegram godtog inte meddelandet
        [RetryAfter] Telegram bad boten att vänta
        [retry_after] Telegram bad boten att vänta
        [TimedOut] Telegram svarade inte i tid
        [NetworkError] Telegram gick inte att nå
        [InvalidToken] Telegram godtar inte botens token
        [chat_migrated] gruppen fick ett nytt nummer hos Telegram
        [mail_refused] e-postservern tog inte emot brevet
        [mail_bounced] brevet kom i retur
        [mail_delayed] brevlådan gick inte att nå
        [mail_server_refuses] e-postservern släpper inte in boten
        [mail_not_configured] ingen e-postserver är inställd
        [beyond_catch_up] för gammal för att skickas i efterhand
        [quote_deleted] något som citerades har tagits bort; görs om utan citatet
        [group_removed] gruppen togs bort innan den var framme
       *[other] { $code }
    }
delivery-remedy =
    { $how ->
        [missed] Skicka den ändå: <code>brabot deliveries resend { $number }</code>. Behövs den inte: <code>brabot deliveries dismiss { $number }</code>.
        [group_gone] Gruppen finns inte längre. Bjud in den på nytt (<code>brabot group invite { $focus_area }</code>) och skicka sedan: <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>. Avskriv den här: <code>brabot deliveries dismiss { $number }</code>.
        [mail_refused] Kontrollera adressen. Stämmer den: <code>brabot deliveries resend { $number }</code>. Annars: ta bort gruppen, lägg till den rätta adressen och skicka med <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>.
        [mail_bounced] Kontrollera adressen. Stämmer den: <code>brabot deliveries resend { $number }</code>. Annars: ta bort gruppen, lägg till den rätta adressen och skicka med <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>.
       *[other] Försök igen: <code>brabot deliveries resend { $number }</code>. Händer det på nytt står orsaken i loggen, under sending_failed.
    }
admin-heading = Sammanställningarna behöver tillsyn
admin-delivery-failed = { $focus_area }, { $period }, till grupp { $group } (leverans { $number }) kom inte fram: { $reason }. { $remedy }
admin-digests-missed =
    { $focus_area }, grupp { $group }: { $count ->
        [one] sammanställningen för { $period } har inte skickats, och är för gammal för att skickas i efterhand.
       *[other] { $count } sammanställningar, från { $first } till { $period }, har inte skickats och är för gamla för att skickas i efterhand.
    } Skicka ändå, en i taget: <code>brabot deliveries resend NUMMER</code>. <code>brabot deliveries --failed</code> visar numren.
admin-digest-waiting =
    { $focus_area }, { $period }, till grupp { $group } (leverans { $number }) har väntat i mer än { $hours } timmar{ $why ->
        [known] : { $reason }
       *[unknown] { "" }
    }. Kontrollera att <code>brabot run</code> körs, och vad dess logg säger.
admin-digest-not-made = { $focus_area }, { $period }, till grupp { $group } skulle ha skickats men är inte gjord. Kontrollera att <code>brabot run</code> körs. Gör den det står orsaken i loggen, under digest_not_made.
admin-group-lost = Grupp { $group } ({ $focus_area }) har tagit bort boten eller stängt den ute, och får inget mer. Bjud in den på nytt: <code>brabot group invite { $id }</code>.
admin-focus-area-gone = Grupp { $group } hör till fokusområdet { $id } ({ $focus_area }), som inte finns i themes.toml, och får inga sammanställningar. Lägg tillbaka fokusområdet eller ta bort gruppen: <code>brabot group remove { $group }</code>.
admin-config-heading = Konfigurationen
admin-config-taken-up = En ändring gäller nu (version { $version }). { $what }
admin-config-refused =
    En ändring togs inte upp, och boten svarar som förut. { $faults }{ $more ->
        [0] { "" }
        [one] { " " }Och ett fel till.
       *[other] { " " }Och { $more } fel till.
    } Allt som är fel visar <code>brabot config check --tests</code>.
admin-more =
    { $count ->
        [one] Och en sak till.
       *[other] Och { $count } saker till.
    }
admin-see-all = Allt som inte har kommit fram: <code>brabot deliveries --failed</code>

## Mina uppgifter, och när det blir för mycket

mine-page = Sida { $page } av { $pages }.
mine-end = Tryck på ett ärende för att se eller ändra det. Få ut allt: /mindata. Ta bort: /radera
limited = Jag tar emot och sparar allt du skriver, men svarar inte på varje meddelande just nu. Jag svarar igen om en stund. Är någon i fara? Ring { $emergency }.
muted = Jag tar emot och sparar det du skriver, men för det inte vidare längre. Tycker du att det är fel, eller har du något viktigt att berätta: skriv till { $email }. Polisen, det som inte brådskar: { $police }. Är någon i fara? Ring { $emergency }: det svarar jag alltid på.
muted-until = Jag tar emot och sparar det du skriver, men för det inte vidare förrän { $date }. Tycker du att det är fel, eller har du något viktigt att berätta: skriv till { $email }. Polisen, det som inte brådskar: { $police }. Är någon i fara? Ring { $emergency }: det svarar jag alltid på.
delete-recallable = Det har visats i en grupp. Där tar jag bort det också, men någon kan redan ha läst det.
delete-lasting = Något av det visades i en grupp för mer än två dygn sedan. Det kan jag inte ta bort där, men där finns aldrig ditt namn.
command-mindata = Få ut allt som finns sparat om dig
privacy-pace = <b>Hur ofta du skriver:</b> Jag minns i högst två dygn när och hur ofta du har skrivit, så att ingen kan översvämma mig.
mindata-ask =
    Jag kan skicka allt som finns sparat om dig som två filer: en att läsa och en för datorer.

    <b>Filerna ligger sedan kvar här i chatten.</b> Den som kan öppna din telefon kan läsa dem. Ta bort dem ur chatten när du har läst.
mindata-button-yes = Ja, skicka filerna
mindata-button-no = Nej
mindata-not = Då skickar jag inget.
mindata-wait = Du har nyss fått filerna. Du kan be om nya från kl. { $time }.
mindata-caption = Allt som finns sparat om dig, att läsa. Öppna filen i en webbläsare. Ta bort den här ur chatten om någon annan kan läsa på din telefon.
mindata-caption-json = Samma sak, för datorer (JSON).
mindata-title = Det som finns sparat om dig
mindata-made = Gjord { $date }.
mindata-you = Du
mindata-account = Ditt nummer hos Telegram (sparat krypterat)
mindata-since = Känd sedan
mindata-language = Språk
mindata-muted = Förs inte vidare
mindata-concerns = Det du har berättat
mindata-empty = Inget.
mindata-told = Skickat
mindata-kind = Slag
mindata-kind-value =
    { $kind ->
        [concern] något som oroar
        [question] fråga
        [positive] något bra
        [chatter] hälsning eller prat
        [spam] reklam
       *[other] annat
    }
mindata-theme = Ämne
mindata-place = Plats
mindata-urgency = Hur bråttom
mindata-urgency-value =
    { $urgency ->
        [now] akut
        [soon] brådskar
       *[normal] inte bråttom
    }
mindata-status = Status
mindata-pseudonym = Det samordnaren ser i stället för dig den månaden
mindata-original = Din text
mindata-gone = Borttagen, som reglerna säger.
mindata-masked = Kopian utan personuppgifter
mindata-reading = Så läste boten texten
mindata-files = Filer
mindata-file-missing = Filen är för stor för att vara med här. Be om den hos { $email }.
mindata-file-none = Inget av den är sparat.
mindata-held = Måste sparas enligt beslut
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
        [concern_status_set] ny status
        [original_read] originaltexten lästes
        [media_read] filerna lästes
        [concern_area_set] platsen ändrades
        [concern_theme_set] ämnet ändrades
        [resident_muted] det du skriver slutade föras vidare
        [resident_unmuted] det du skriver förs vidare igen
       *[other] något annat
    }
mindata-conversation = Samtalet
mindata-conversation-what = Boten minns vilket ärende samtalet gäller, om en fråga är öppen, när du skrev och hur ofta. Det glöms inom två dygn. Så här står det:
mindata-waiting = Väntar på att skickas till dig
mindata-unhandled = Kom in, men kunde inte tas om hand
mindata-rules = Regler, och hur länge saker sparas
mindata-not-kept = Sparas inte: ditt namn, ditt användarnamn, ditt telefonnummer och en position som du inte har sagt att problemet är på. Det som har skickats i en sammanställning är siffror och korta citat utan namn.

## Svar, och områden man följer

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Svar om { $reference } från { $council }</b>
answer-language = Texten är skriven på: { $language }
answer-button = Svara
answer-ask = Skriv det du vill svara om <b>{ $reference }</b>. Jag skickar det vidare utan ditt namn.
answer-taken = Tack. Det du skrev om <b>{ $reference }</b> går vidare till { $council }, utan ditt namn.
answer-reopened = <b>{ $reference }</b> är öppnat igen.
answer-shown = <b>Svar till dig { $date }</b>
follow-none = Du följer inget område. Välj ett, så får du veta när något är gjort där. Ingen får veta att du följer det.
follow-list = <b>Du följer:</b> { $areas }
follow-choose = Vilket område vill du följa? Sida { $page } av { $pages }.
follow-choose-button = Välj ett område
follow-button = Följ { $area }
follow-stop-button = Sluta följa { $area }
follow-started = Du följer <b>{ $area }</b>. Du får veta när något är gjort där, inget annat. Ingen får veta att du följer det.
follow-stopped = Du följer inte <b>{ $area }</b> längre.
follow-unknown = Jag känner inte till området { $area }.
follow-nearest = Jag känner inte till området { $area }. Menade du <b>{ $guess }</b>?
followup-told = <b>Ni berättade. Det här är gjort: { $area }</b>
command-folj = Få veta vad som är gjort i ett område
privacy-answers = <b>Svar och områden du följer:</b> Svar till dig sparas krypterade hos ärendet. Det du svarar lämnas vidare utan personuppgifter. Ett område som du följer sparas tills du slutar följa det eller tar bort allt om dig, även utan något ärende.

## Grupper: svara, status, gjort

group-not-joined = Den här chatten är ingen grupp för något fokusområde, så här kan jag inte göra det. Den som sköter boten kopplar den med en kod: /koppla KOD
group-help =
    <b>Det här kan gruppen göra</b>

    /svara B-7K3Q er text: svara den som skrev
    /status B-7K3Q pågår: säg hur långt arbetet har kommit (mottaget, pågår, åtgärdat, avslutat)
    /status B-7K3Q åtgärdat Lamporna är lagade: detsamma, med en kommentar
    /gjort Norrby er text: berätta vad som är gjort för dem som följer området

    Det ni skriver skickas ordagrant. Vem som skrev, och vilken grupp, får mottagaren aldrig veta. Ni får aldrig veta vem mottagaren är.
group-reference-unknown = Jag hittar inget { $reference } som den här gruppen arbetar med.
group-answer-usage = Skriv referensen och sedan svaret: /svara B-7K3Q Tack, lamporna lagas på torsdag.
group-answer-soon = Svaret om <b>{ $reference }</b> är på väg, utan ert namn. Kommer det ett svar tillbaka står det här.
group-answer-later = Svaret om <b>{ $reference }</b> skickas kl. { $time }, efter de tysta timmarna, utan ert namn. Kommer det ett svar tillbaka står det här.
group-answer-nobody = Den som skrev <b>{ $reference }</b> går inte att nå längre: kopplingen till en person är borttagen, eller har aldrig funnits. Svaret är inte skickat.
group-status-usage = Skriv referensen och hur långt arbetet har kommit: /status B-7K3Q åtgärdat. Det finns mottaget, pågår, åtgärdat och avslutat.
group-status-note = En kommentar får plats när något är åtgärdat eller avslutat. Skriv annars /svara { $reference } och er text.
group-status-soon = <b>{ $reference }</b>: { $status }. Den som skrev får veta det.
group-status-later = <b>{ $reference }</b>: { $status }. Den som skrev får veta det kl. { $time }, efter de tysta timmarna.
group-status-nobody = <b>{ $reference }</b>: { $status }. Den som skrev går inte att nå längre.
group-status-nothing = <b>{ $reference }</b>: { $status }. Det finns inget nytt att säga till den som skrev.
group-text-long = Texten har { $count } tecken. Högst { $most } får plats.
group-text-names = Inget är skickat: "{ $name }" kan visa vem någon är. Skriv utan namn, konton och gruppens namn.
group-reply = Svar om <b>{ $reference }</b> från den som skrev:
group-reply-unread = Det har kommit ett svar om <b>{ $reference }</b> som inte kunde maskeras. Samordnaren kan läsa det.
group-reply-withheld = Det har kommit ett svar om <b>{ $reference }</b>. Texten visas inte här eftersom ämnet är känsligt. Samordnaren kan läsa den.
group-reply-file = Det har kommit en bild eller fil om <b>{ $reference }</b>. Samordnaren kan öppna den.
group-reopened = <b>{ $reference }</b> var avslutat och är öppnat igen: det har kommit mer.
group-done-usage = Skriv området och vad som är gjort: /gjort Norrby Nya lampor sitter i gångtunneln.
group-done-nearest = Jag känner inte till området { $area }. Menade du { $guess }? Skriv då /gjort { $guess } och er text.
group-done-elsewhere = { $area } ligger utanför gruppens område. Inget är skickat.
group-done-few = ingen eller några få
group-done-many = { $count } personer
group-done-confirm = Det här skickas ordagrant till dem som följer <b>{ $area }</b> ({ $many }):
group-done-yes-button = Skicka
group-done-no-button = Skicka inte
group-done-sent = Skickat till dem som följer <b>{ $area }</b>.
group-done-later = Skickas kl. { $time }, efter de tysta timmarna, till dem som följer <b>{ $area }</b>.
group-done-already = Det är redan skickat till dem som följer <b>{ $area }</b>.
group-done-dropped = Inget är skickat.
group-done-gone = Det går inte att skicka längre. Skriv det igen med /gjort.
group-command-svara = Svara den som skrev: B-7K3Q och text
group-command-status = Hur långt arbetet har kommit: B-7K3Q åtgärdat
group-command-gjort = Berätta vad som är gjort: område och text
group-command-hjalp = Det här kan gruppen göra
