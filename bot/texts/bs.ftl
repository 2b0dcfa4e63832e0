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
    /folj javlja šta je urađeno na nekom području
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

    <b>Slike, snimci, glasovne poruke i PDF:</b> Uklanjam mjesto, vrijeme, kameru i autora, a ostalo čuvam šifrovano, isto koliko i originalni tekst. Ništa se ne zapisuje niti tumači automatski. Gleda ili sluša samo onaj ko ima razlog, i to se bilježi. Lica, glasovi i natpisi ostaju.

    <b>Koliko dugo:</b> Veza s Vama prekida se nakon { $contact_days } od zatvaranja slučaja. Originalni tekst se briše nakon { $text_days }, a cijeli slučaj nakon { $concern_days }. Poruke koje nisu dojave brišu se nakon { $unsorted_days }.

    <b>Telegram:</b> Zaštićeni ste od toga da općina sazna ko ste, ali niste anonimni za Telegram, koji zna Vaš račun.

    <b>Nije prijava policiji:</b> { $not_a_police_report }

    <b>Vaša prava:</b> /mina prikazuje šta ste ispričali. /mindata šalje sve što je sačuvano o Vama. /radera to odmah briše. Možete tražiti kopiju, ispravku ili uložiti prigovor na { $email }, i žaliti se švedskoj agenciji za zaštitu privatnosti Integritetsskyddsmyndigheten (imy.se).

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
media-danger = 🚨 <b>Dešava li se upravo sada ili je neko u opasnosti? Nazovite { $emergency }.</b> Niko ovo ne gleda niti sluša odmah.
media-begun =
    Hvala. Primljeno je ovo: { $what }. Nalazi se u <b>{ $reference }</b>.

    Ne mogu sam vidjeti ni čuti šta je u datoteci: pregledat će je čovjek. Mjesto, vrijeme, kamera i autor uklanjaju se prije nego što se datoteka sačuva, šifrovana.
media-ask = Opišite s nekoliko riječi o čemu se radi i gdje je to. Napišite to kao sljedeću poruku.
media-joined = Primljeno je ovo: { $what }. Dodano je u <b>{ $reference }</b>. Pregledat će to čovjek.
media-with-text = Primljeno je i ovo: { $what }. Pregledat će to čovjek. Mjesto, vrijeme, kamera i autor uklanjaju se iz datoteke prije nego što se sačuva, šifrovana.
media-replaced = Zamijenili ste ovo u <b>{ $reference }</b>: { $what }. Ono što ste ranije poslali je obrisano.
media-lost = Odnosi se na <b>{ $reference }</b>.
media-refused-off = Ovo ne mogu sačuvati: { $what }. Takve datoteke ovdje ne primam. Opišite riječima.
media-refused-big = Ovo ne mogu sačuvati: { $what }. Datoteka je veća od { $megabytes } MB. Pošaljite manju ili opišite riječima.
media-refused-many = Ovo ne mogu sačuvati: { $what }. Broj datoteka u istom slučaju je već { $count }. Ostatak opišite riječima.
media-refused-type = Ovo ne mogu sačuvati: { $what }. Takvu vrstu datoteke ne primam. Napišite to kao tekst ili pošaljite sliku ili PDF.
media-refused-broken = Ovo ne mogu sačuvati: { $what }. Datoteku nije moguće pročitati. Pošaljite je ponovo ili opišite riječima.
media-refused-gone = Ovo ne mogu sačuvati: { $what }. Datoteku nije bilo moguće preuzeti s Telegrama. Pošaljite je ponovo ili opišite riječima.
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
danger-where-near = Podijelili ste lokaciju. Recite na { $emergency }: blizu mjesta <b>{ $place }</b>, <b>{ $lat }</b> sjeverno, <b>{ $lon }</b> istočno.
danger-where = Podijelili ste lokaciju. Recite na { $emergency }: <b>{ $lat }</b> sjeverno, <b>{ $lon }</b> istočno.

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

## Ispravljanje

confirm-button = Tačno
confirmed = Hvala, sada to znam.
theme-button-change = Promijeni temu
theme-button-all = Sve teme
theme-button-none = Nešto drugo
add-more-button = Dodaj još
add-more = Napišite šta želite dodati. Vaša sljedeća poruka ide u <b>{ $reference }</b>.
place-button-type = Upiši mjesto
place-button-other = Negdje drugdje
place-type-how = Napišite svojim riječima gdje je to. Vaša sljedeća poruka postaje mjesto za <b>{ $reference }</b>.
place-not-found = To mjesto ne mogu naći, ali je ono što ste napisali sačuvano u <b>{ $reference }</b> i čovjek će to pročitati. Možete i izabrati područje s liste.
ask-which-place = Više mjesta se tako zove. Na koje mislite?
ask-theme = O čemu se radi u <b>{ $reference }</b>?
theme-set = Hvala. <b>{ $reference }</b> se sada odnosi na: <b>{ $theme }</b>.
theme-none = Hvala. Čovjek će pročitati i razvrstati <b>{ $reference }</b>.
theme-stays = Sasvim je u redu. <b>{ $reference }</b> ostaje kako je bilo.
concern-closed = <b>{ $reference }</b> je zatvoreno i više se ne može mijenjati. Ako ima još nešto, pišite mi.
concern-shown = <b>{ $reference }</b> · { $status }

## Moje

mine-empty = Ovdje nemate ništa sačuvano.
mine-title = <b>Šta ste ispričali</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
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
delete-held = <b>{ $reference }</b> ne mogu izbrisati. Općina to mora čuvati prema odluci ({ $decision }), i dok ona važi, čuva se i veza s Vama. Pišite na { $email } ako želite znati zašto ili se ne slažete.
delete-done-held = Sve ostalo o Vama je obrisano, ali <b>{ $reference }</b> nije. Općina to mora čuvati prema odluci ({ $decision }), i dok ona važi, čuva se i veza s Vama. Pišite na { $email } ako želite znati zašto ili se ne slažete.
delete-kept = Ništa nije obrisano.
delete-button = Obriši
delete-unknown = Takvog slučaja nema među Vašima. /mina ih prikazuje.

## Ostalo

button-old = To dugme je prestaro. Pišite mi ili koristite /mina.
command-unknown = Tu naredbu ne poznajem. /hjalp prikazuje šta mogu.
edited = Hvala, Vaša izmjena za <b>{ $reference }</b> je pročitana.
edited-gone = Te poruke više nema kod mene. Napišite je ponovo ako želite da je primim.
unreadable =
    Takvo što ne mogu primiti, zato ovo nije sačuvano: { $what }. Opišite riječima šta Vas brine ili pošaljite sliku, snimak, glasovnu poruku ili PDF.
unreadable-photo = slika
unreadable-video = snimak
unreadable-voice = glasovna poruka
unreadable-audio = audio datoteka
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

## Moji podaci, i kad je previše

mine-page = Stranica { $page } od { $pages }.
mine-end = Pritisnite prijavu da je vidite ili promijenite. Sve o Vama: /mindata. Brisanje: /radera
limited = Primam i čuvam sve što pišete, ali trenutno ne odgovaram na svaku poruku. Uskoro ću opet odgovarati. Je li neko u opasnosti? Nazovite { $emergency }.
muted = Primam i čuvam ono što pišete, ali to više ne prosljeđujem. Ako mislite da je to pogrešno ili imate nešto važno: pišite na { $email }. Policija, kad nije hitno: { $police }. Je li neko u opasnosti? Nazovite { $emergency }: na to uvijek odgovaram.
muted-until = Primam i čuvam ono što pišete, ali to ne prosljeđujem do { $date }. Ako mislite da je to pogrešno ili imate nešto važno: pišite na { $email }. Policija, kad nije hitno: { $police }. Je li neko u opasnosti? Nazovite { $emergency }: na to uvijek odgovaram.
delete-recallable = To je prikazano u jednoj grupi. I tamo ću to izbrisati, ali neko je to možda već pročitao.
delete-lasting = Nešto od toga je prikazano u grupi prije više od dva dana. Tamo to ne mogu izbrisati, ali Vašeg imena tu nikad nema.
command-mindata = Dobiti sve što je sačuvano o Vama
privacy-pace = <b>Koliko često pišete:</b> Najviše dva dana pamtim kada i koliko često ste pisali, da me niko ne bi mogao zatrpati.
mindata-ask =
    Mogu Vam poslati sve što je sačuvano o Vama kao dvije datoteke: jednu za čitanje i jednu za računare.

    <b>Datoteke zatim ostaju ovdje u razgovoru.</b> Ko može otvoriti Vaš telefon, može ih pročitati. Izbrišite ih iz razgovora kad ih pročitate.
mindata-button-yes = Da, pošalji datoteke
mindata-button-no = Ne
mindata-not = Onda ne šaljem ništa.
mindata-wait = Datoteke ste upravo dobili. Nove možete zatražiti od { $time }.
mindata-caption = Sve što je sačuvano o Vama, za čitanje. Otvorite datoteku u pregledniku. Izbrišite je iz razgovora ako neko drugi može čitati na Vašem telefonu.
mindata-caption-json = Isto, za računare (JSON).
mindata-title = Šta je sačuvano o Vama
mindata-made = Napravljeno { $date }.
mindata-you = Vi
mindata-account = Vaš broj kod Telegrama (čuva se šifrirano)
mindata-since = Poznati od
mindata-language = Jezik
mindata-muted = Ne prosljeđuje se
mindata-concerns = Šta ste ispričali
mindata-empty = Ništa.
mindata-told = Poslano
mindata-kind = Vrsta
mindata-kind-value =
    { $kind ->
        [concern] nešto što brine
        [question] pitanje
        [positive] nešto dobro
        [chatter] pozdrav ili razgovor
        [spam] reklama
       *[other] drugo
    }
mindata-theme = Tema
mindata-place = Mjesto
mindata-urgency = Koliko je hitno
mindata-urgency-value =
    { $urgency ->
        [now] opasnost sada
        [soon] hitno
       *[normal] nije hitno
    }
mindata-status = Status
mindata-pseudonym = Šta koordinator vidi umjesto Vas tog mjeseca
mindata-original = Vaš tekst
mindata-gone = Izbrisano, kako kažu pravila.
mindata-masked = Kopija bez ličnih podataka
mindata-reading = Kako je bot pročitao tekst
mindata-files = Datoteke
mindata-file-missing = Datoteka je prevelika da bi bila ovdje. Zatražite je na { $email }.
mindata-file-none = Ništa od nje nije sačuvano.
mindata-held = Mora se čuvati po odluci
mindata-answers = Odgovori
mindata-following = Područja koja pratite
mindata-corrections = Ispravke
mindata-by =
    { $who ->
        [resident] od Vas
       *[other] od vijeća
    }
mindata-history = Šta je vijeće uradilo
mindata-action =
    { $what ->
        [concern_status_set] novi status
        [original_read] pročitan je izvorni tekst
        [media_read] pregledane su datoteke
        [concern_area_set] promijenjeno je mjesto
        [concern_theme_set] promijenjena je tema
        [resident_muted] ono što pišete više se nije prosljeđivalo
        [resident_unmuted] ono što pišete opet se prosljeđuje
       *[other] nešto drugo
    }
mindata-conversation = Razgovor
mindata-conversation-what = Bot pamti o kojoj prijavi je razgovor, da li je neko pitanje otvoreno, kada ste pisali i koliko često. To se zaboravlja u roku od dva dana. Ovako piše:
mindata-waiting = Čeka da Vam bude poslano
mindata-unhandled = Stiglo je, ali se nije moglo obraditi
mindata-rules = Pravila i koliko dugo se šta čuva
mindata-not-kept = Ne čuva se: Vaše ime, korisničko ime, broj telefona i položaj za koji niste rekli da je tu problem. U pregledima su poslani samo brojevi i kratki citati bez imena.

## Odgovori i područja koja se prate

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Odgovor o { $reference } od: { $council }</b>
answer-language = Tekst je napisan na jeziku: { $language }
answer-button = Odgovori
answer-ask = Napišite šta želite odgovoriti o <b>{ $reference }</b>. Prosljeđujem to bez Vašeg imena.
answer-taken = Hvala. Ono što ste napisali o <b>{ $reference }</b> prosljeđuje se bez Vašeg imena. Prima: { $council }.
answer-reopened = <b>{ $reference }</b> je ponovo otvoreno.
answer-shown = <b>Odgovor Vama { $date }</b>
follow-none = Ne pratite nijedno područje. Izaberite jedno i saznat ćete kada se tamo nešto uradi. Niko neće saznati da ga pratite.
follow-list = <b>Pratite:</b> { $areas }
follow-choose = Koje područje želite pratiti? Stranica { $page } od { $pages }.
follow-choose-button = Izaberi područje
follow-button = Prati { $area }
follow-stop-button = Prestani pratiti { $area }
follow-started = Pratite <b>{ $area }</b>. Saznat ćete kada se tamo nešto uradi, ništa drugo. Niko neće saznati da ga pratite.
follow-stopped = Više ne pratite <b>{ $area }</b>.
follow-unknown = Ne poznajem područje { $area }.
follow-nearest = Ne poznajem područje { $area }. Jeste li mislili <b>{ $guess }</b>?
followup-told = <b>Vi ste nam rekli. Ovo je urađeno: { $area }</b>
command-folj = Saznajte šta je urađeno na nekom području
privacy-answers = <b>Odgovori i područja koja pratite:</b> Odgovori Vama čuvaju se šifrirani uz prijavu. Vaš odgovor prosljeđuje se bez ličnih podataka. Područje koje pratite čuva se dok ga ne prestanete pratiti ili ne obrišete sve o sebi, i bez ijedne prijave.
