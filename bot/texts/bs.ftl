# Tekstovi na bosanskom; izvornik je sv.ftl.
# The Bosnian texts; sv.ftl is the source. Read by a native speaker: not yet.

## Prvi kontakt

welcome =
    Dobar dan. Ja sam { $bot_name }, bot (računarski program) koji prima ono što Vas brine tamo gdje živite: mopedi na pješačkoj stazi, mračan tunel, tuča, droga, loš osjećaj.

    🚨 <b>Dešava li se to upravo sada ili je neko u opasnosti? Nazovite { $emergency }.</b> Ja ne mogu poslati pomoć.

    Ono što napišete čita { $council }. Vaše ime se ne daje nijednoj grupi. Ovo nije prijava policiji.

    Pišite svojim riječima, onako kako jeste. Jedna poruka je dovoljna.

    /hjalp kako to radi
    /integritet ko čita i koliko dugo
    /mina šta ste ispričali
    /radera brisanje
    /sprak jezik
help =
    <b>Kako to radi</b>

    Napišite šta se dešava, gdje i otprilike kada. Odmah dobijate potvrdu s oznakom.

    • <b>Dešava li se upravo sada?</b> Nazovite { $emergency }.
    • <b>Prijava ili dojava policiji</b> koja nije hitna: nazovite { $police }.
    • Svake sedmice grupe koje rade na tom pitanju dobijaju sažetak, bez imena.
    • Vi odlučujete: odgovorite na moja pitanja ako želite, ili ih preskočite.

    /mina prikazuje šta ste ispričali
    /radera briše nešto od toga, ili sve
    /integritet govori ko čita i koliko se dugo čuva
help-lines =
    <b>Neko s kim možete razgovarati</b>
help-line = { $label }: { $number } ({ $hours })

## Privatnost

privacy =
    <b>Šta se dešava s onim što napišete</b>

    <b>Odgovoran:</b> { $controller }. Kontakt: { $email }. Službenik za zaštitu podataka (dataskyddsombud): { $dpo }.

    <b>Zašto:</b> { $purpose }

    <b>Pravni osnov:</b> { $legal_basis }

    <b>Ko čita:</b> { $who_reads } Vaše ime i Vaš račun se ne prikazuju nijednoj grupi.

    <b>Šta čuvam:</b> Tekst koji napišete, šifrovan. Kopiju iz koje su uklonjeni lični podaci. Vaš Telegram broj, šifrovan, da bih Vam mogao odgovoriti. Jezik na kojem odgovaram. Ne čuvam Vaše ime ni korisničko ime.

    <b>Koliko dugo:</b> Veza s Vama prekida se nakon { $contact_days } od zatvaranja slučaja. Originalni tekst se briše nakon { $text_days }, a cijeli slučaj nakon { $concern_days }. Poruke koje nisu dojave brišu se nakon { $unsorted_days }.

    <b>Telegram:</b> Zaštićeni ste od toga da općina sazna ko ste, ali niste anonimni za Telegram, koji zna Vaš račun.

    <b>Nije prijava policiji:</b> { $not_a_police_report }

    <b>Vaša prava:</b> /mina prikazuje šta ste ispričali. /radera to odmah briše. Možete tražiti kopiju, ispravku ili uložiti prigovor na { $email }, i žaliti se švedskoj agenciji za zaštitu privatnosti Integritetsskyddsmyndigheten (imy.se).

days =
    { $days ->
        [one] { $days } dana
        [few] { $days } dana
       *[other] { $days } dana
    }

## Jezik

language-name = Bosanski
language-words = bosanski, hrvatski, srpski, bosniska, bosnian, bks
language-button = 🌐 Jezik · Språk · Language · لغة
language-ask = Na kojem jeziku da odgovaram?
language-set = Sada odgovaram na <b>bosanskom</b>. Za novu promjenu: /sprak
command-sprak = Promjena jezika · Byt språk

## Potvrda

receipt =
    Hvala što ste to ispričali. Sačuvano je kao <b>{ $reference }</b>.
receipt-positive =
    Hvala, lijepo je to čuti. Sačuvano je kao <b>{ $reference }</b>.
receipt-added =
    Hvala, dodato je u <b>{ $reference }</b>.
receipt-theme = Razumijem to kao: <b>{ $theme }</b>
receipt-theme-guess = Mislim da se radi o: <b>{ $theme }</b>. Čovjek će to pogledati.
receipt-theme-unknown = Čovjek će to pročitati i razvrstati.
receipt-place = Mjesto: <b>{ $place }</b>
receipt-next = Oni koji rade na tom pitanju dobijaju to u sažetku ove sedmice.
receipt-next-soon = Oni koji rade na tom pitanju bit će odmah obaviješteni.
receipt-other-language = Ja čitam švedski i engleski. Ono što ste napisali pročitat će čovjek.
receipt-not-read = Tekst nije bilo moguće automatski pročitati, ali je sačuvan. Čovjek će ga pročitati.
receipt-attachment = Tekst je sačuvan. Ovo još ne mogu primiti: { $what }. Zato to nije sačuvano.
question-kept =
    To zvuči kao pitanje, a nažalost ne mogu odgovarati na pitanja.

    • Policija, kad nije hitno: { $police }
    • { $municipality }: { $email }
    • Kako radim: /hjalp

    Želite li da Vaše pitanje pročita { $council }?
question-keep-button = Da, uključi ga
question-now-kept = Uključeno je kao <b>{ $reference }</b>.
chatter =
    Dobar dan. Recite šta Vas brine tamo gdje živite: šta se dešava, gdje i kada. Dešava li se upravo sada? Nazovite { $emergency }.
chatter-after =
    Ono što ste ispričali i dalje je sačuvano kao <b>{ $reference }</b>. Pišite ako ima još nešto.
spam =
    Primam samo ono što se tiče sigurnosti u mjestu { $municipality }. Ako Vas nešto brine, napišite to svojim riječima.

## Opasnost

danger-now =
    🚨 <b>Nazovite { $emergency } odmah.</b>

    Recite gdje ste i šta se dešava. Prvo se sklonite na sigurno. Ako ne možete govoriti: svejedno nazovite i ostavite vezu otvorenu.

    Ja sam bot i ne mogu poslati pomoć.
danger-crime =
    Ako je hitno ili se osjećate ugroženo: nazovite <b>{ $emergency }</b>. Inače policiju dobijate na <b>{ $police }</b>.
danger-suicide =
    Hvala što pišete. Niste sami i pomoć postoji sada. Ako je život u opasnosti: nazovite <b>{ $emergency }</b>.
danger-partner_violence =
    Niko ne bi trebao živjeti u strahu u svom domu. Ako opasnost prijeti sada: nazovite <b>{ $emergency }</b>. Ovdje je neko s kim možete razgovarati:
danger-child =
    Djetetu kojem je loše treba odrasla osoba. Ako opasnost prijeti sada: nazovite <b>{ $emergency }</b>. Savjet možete dobiti i ovdje:

## Mjesto

ask-place =
    Gdje je problem? Napišite mjesto ili izaberite ispod. Možete i preskočiti.
ask-place-list = Izaberite područje (stranica { $page } od { $pages }):
place-button-share = 📍 Podijeli lokaciju
place-button-list = Izaberi s liste
place-button-skip = Preskoči
place-button-change = Promijeni mjesto
place-button-next = Više ▶
place-button-back = ◀ Nazad
place-share-how = Pritisnite dugme ispod da podijelite lokaciju. Prvo pitam, i ne čuvam je ako je to samo mjesto gdje se Vi nalazite.
place-share-button = 📍 Podijeli moju lokaciju
place-share-cancel = Ne, preskoči
place-set = Hvala. Mjesto za <b>{ $reference }</b> sada je <b>{ $place }</b>.
place-skipped = Sasvim je u redu. <b>{ $reference }</b> je sačuvano bez mjesta.
place-stays = Sasvim je u redu. Za <b>{ $reference }</b> ostaje <b>{ $place }</b>.
position-ask = Je li problem <b>ovdje</b> ({ $area })?
position-yes = Da, ovdje je
position-no = Ne, ovdje sam samo ja
position-forgotten = Onda sam lokaciju zaboravio.
position-outside = To mjesto nije u općini { $municipality }. Lokacija nije sačuvana. Napišite gdje je problem.
position-nothing-open = Lokacija nije sačuvana. Prvo napišite o čemu se radi.

## Moje

mine-empty = Ovdje nemate ništa sačuvano.
mine-title = <b>Šta ste ispričali</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Prikazano je samo posljednjih { $count }.
mine-end = Obriši nešto: /radera
status-new = primljeno
status-open = u toku
status-done = riješeno
status-closed = zatvoreno
no-theme = nerazvrstano
no-place = bez mjesta
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Brisanje

delete-empty = Ovdje nemate ništa sačuvano, pa nema šta da se obriše.
delete-choose = Šta želite obrisati?
delete-button-all = Sve o meni
delete-confirm = Obrisati <b>{ $reference }</b>? To se ne može poništiti.
delete-confirm-all = Obrisati <b>sve</b> što je o Vama sačuvano? To se ne može poništiti.
delete-yes = Da, obriši
delete-no = Ne, zadrži
delete-done = <b>{ $reference }</b> je obrisano. Ono što je već poslano u sažetku ne može se vratiti, ali Vaše ime tamo nikada ne stoji.
delete-done-all = Sve o Vama je obrisano. Ono što je već poslano u sažetku ne može se vratiti, ali Vaše ime tamo nikada ne stoji.
delete-kept = Ništa nije obrisano.
delete-button = Obriši
delete-unknown = Takvog slučaja nema među Vašima. /mina ih prikazuje.

## Ostalo

button-old = To dugme je prestaro. Pišite mi ili koristite /mina.
command-unknown = Tu naredbu ne poznajem. /hjalp prikazuje šta mogu.
edited = Hvala, Vaša izmjena za <b>{ $reference }</b> je pročitana.
edited-gone = Te poruke više nema kod mene. Napišite je ponovo ako želite da je primim.
unreadable =
    Zasad mogu čitati samo tekst. Zato ovo nije sačuvano: { $what }. Opišite riječima šta Vas brine.
unreadable-photo = slika
unreadable-video = snimak
unreadable-voice = glasovna poruka
unreadable-document = datoteka
unreadable-sticker = naljepnica
unreadable-poll = anketa
unreadable-contact = kontakt
unreadable-other = ono što ste poslali
trouble =
    Kod mene je nešto krenulo po zlu, ali ono što ste napisali je primljeno i čovjek će biti obaviješten. Dešava li se upravo sada? Nazovite { $emergency }.
trouble-storing =
    Trenutno ne mogu ništa sačuvati. Pišite ponovo za koji trenutak. Dešava li se upravo sada? Nazovite { $emergency }. Policija, kad nije hitno: { $police }.
join-not-here = Ta naredba je za grupe koordinatora. Samo napišite šta Vas brine, i ja ću to primiti.

# Šta neko napiše da ne bi odgovorio na pitanje o mjestu, sa zarezom između.
place-skip-words = ne, ne znam, nemam pojma, preskoči, preskoci, ne hvala, svejedno, nije važno

## Lista naredbi

command-hjalp = Kako to radi i koga možete nazvati
command-mina = Šta ste ispričali
command-radera = Obrišite nešto, ili sve
command-integritet = Ko čita i koliko dugo
