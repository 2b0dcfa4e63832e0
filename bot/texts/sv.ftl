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

    <b>Hur länge:</b> Kopplingen till dig bryts { $contact_days } efter att ärendet är avslutat. Originaltexten tas bort efter { $text_days }, och hela ärendet efter { $concern_days }. Meddelanden som inte är tips tas bort efter { $unsorted_days }.

    <b>Telegram:</b> Du är skyddad mot att kommunen får veta vem du är, men inte anonym för Telegram, som känner ditt konto.

    <b>Inte en polisanmälan:</b> { $not_a_police_report }

    <b>Dina rättigheter:</b> /mina visar det du har berättat. /radera tar bort det genast. Du kan begära ut, rätta eller invända hos { $email }, och klaga hos Integritetsskyddsmyndigheten (imy.se).

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
receipt-attachment = Texten är sparad, men inte { $what }: sådant kan jag inte ta emot ännu.
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

## Mina

mine-empty = Du har inget sparat här.
mine-title = <b>Det du har berättat</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Bara de { $count } senaste visas.
mine-end = Ta bort något: /radera
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
delete-kept = Inget är borttaget.
delete-button = Ta bort
delete-unknown = Jag hittar inget sådant ärende bland dina. /mina visar dem.

## Övrigt

button-old = Den knappen är för gammal. Skriv till mig i stället, eller använd /mina.
command-unknown = Det kommandot känner jag inte till. /hjalp visar vad jag kan.
edited = Tack, jag har läst din ändring av <b>{ $reference }</b>.
edited-gone = Det meddelandet finns inte kvar hos mig. Skriv det på nytt om du vill att jag tar emot det.
unreadable =
    Jag kan bara läsa text ännu, så jag har inte sparat { $what }. Beskriv gärna med ord vad som oroar dig.
unreadable-photo = bilden
unreadable-video = filmen
unreadable-voice = röstmeddelandet
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
admin-more =
    { $count ->
        [one] Och en sak till.
       *[other] Och { $count } saker till.
    }
admin-see-all = Allt som inte har kommit fram: <code>brabot deliveries --failed</code>
