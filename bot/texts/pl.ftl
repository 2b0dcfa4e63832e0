# Teksty po polsku; źródłem jest sv.ftl.
# The Polish texts; sv.ftl is the source. Read by a native speaker: not yet.

## Pierwszy kontakt

welcome =
    Dzień dobry. Jestem { $bot_name }, bot (program komputerowy), który przyjmuje to, co Cię niepokoi w miejscu, gdzie mieszkasz: motorowery na chodniku, ciemny tunel, bójka, narkotyki, złe przeczucie.

    🚨 <b>Dzieje się to teraz albo ktoś jest w niebezpieczeństwie? Zadzwoń pod { $emergency }.</b> Nie mogę wysłać pomocy.

    To, co napiszesz, czyta { $council }. Twoje imię i nazwisko nie trafia do żadnej grupy. To nie jest zgłoszenie na policję.

    Napisz własnymi słowami, tak jak jest. Jedna wiadomość wystarczy.

    /hjalp jak to działa
    /integritet kto czyta i jak długo
    /mina Twoje wiadomości
    /radera usuwanie
    /sprak język
help =
    <b>Jak to działa</b>

    Napisz, co się dzieje, gdzie i mniej więcej kiedy. Od razu dostaniesz potwierdzenie z numerem sprawy.

    • <b>Dzieje się to teraz?</b> Zadzwoń pod { $emergency }.
    • <b>Zgłoszenie lub informacja dla policji</b>, gdy to nic pilnego: zadzwoń pod { $police }.
    • Co tydzień grupy, które zajmują się sprawą, dostają podsumowanie, bez nazwisk.
    • Ty decydujesz: odpowiedz na moje pytania, jeśli chcesz, albo je pomiń.

    /mina pokazuje Twoje wiadomości
    /radera usuwa coś z nich albo wszystko
    /integritet mówi, kto czyta i jak długo się to przechowuje
help-lines =
    <b>Ktoś, z kim można porozmawiać</b>
help-line = { $label }: { $number } ({ $hours })

## Prywatność

privacy =
    <b>Co się dzieje z tym, co napiszesz</b>

    <b>Administrator:</b> { $controller }. Kontakt: { $email }. Inspektor ochrony danych (dataskyddsombud): { $dpo }.

    <b>Dlaczego:</b> { $purpose }

    <b>Podstawa prawna:</b> { $legal_basis }

    <b>Kto czyta:</b> { $who_reads } Twoje nazwisko i konto nie są pokazywane żadnej grupie.

    <b>Co przechowuję:</b> Tekst, który napiszesz, zaszyfrowany. Kopię, z której usunięto dane osobowe. Twój numer w Telegramie, zaszyfrowany, żeby móc Ci odpowiedzieć. Język, w którym odpowiadam. Nie przechowuję Twojego nazwiska ani nazwy użytkownika.

    <b>Jak długo:</b> Powiązanie z Tobą znika po upływie { $contact_days } od zamknięcia sprawy. Oryginalny tekst jest usuwany po upływie { $text_days }, a cała sprawa po upływie { $concern_days }. Wiadomości, które nie są zgłoszeniami, są usuwane po upływie { $unsorted_days }.

    <b>Telegram:</b> Gmina nie dowie się, kim jesteś, ale nie jesteś osobą anonimową dla Telegrama, który zna Twoje konto.

    <b>To nie zgłoszenie na policję:</b> { $not_a_police_report }

    <b>Twoje prawa:</b> /mina pokazuje Twoje wiadomości. /radera usuwa je od razu. Możesz poprosić o kopię lub sprostowanie albo wnieść sprzeciw pod adresem { $email } i złożyć skargę do szwedzkiego urzędu ochrony danych Integritetsskyddsmyndigheten (imy.se).

days =
    { $days ->
        [one] { $days } dnia
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }

## Język

language-name = Polski
language-words = polski, po polsku, polska, polish
language-button = 🌐 Język · Språk · Language · لغة
language-ask = W jakim języku mam odpowiadać?
language-set = Teraz odpowiadam <b>po polsku</b>. Ponowna zmiana: /sprak
command-sprak = Zmiana języka · Byt språk

## Potwierdzenie

receipt =
    Dziękuję za wiadomość. Jest zapisana jako <b>{ $reference }</b>.
receipt-positive =
    Dziękuję, miło to słyszeć. Wiadomość jest zapisana jako <b>{ $reference }</b>.
receipt-added =
    Dziękuję, dodano to do <b>{ $reference }</b>.
receipt-theme = Rozumiem to jako: <b>{ $theme }</b>
receipt-theme-guess = Myślę, że chodzi o: <b>{ $theme }</b>. Sprawdzi to człowiek.
receipt-theme-unknown = Przeczyta to i przydzieli człowiek.
receipt-place = Miejsce: <b>{ $place }</b>
receipt-next = Osoby, które zajmują się sprawą, dostaną to w podsumowaniu tego tygodnia.
receipt-next-soon = Osoby, które zajmują się sprawą, dowiedzą się od razu.
receipt-other-language = Ja czytam po szwedzku i angielsku. Twoją wiadomość przeczyta człowiek.
receipt-not-read = Nie udało mi się odczytać tekstu, ale jest zapisany. Przeczyta go człowiek.
receipt-attachment = Tekst jest zapisany. Tego jeszcze nie mogę przyjąć: { $what }. Dlatego to nie zostało zapisane.
question-kept =
    To brzmi jak pytanie, a niestety nie mogę odpowiadać na pytania.

    • Policja, gdy to nic pilnego: { $police }
    • { $municipality }: { $email }
    • Jak działam: /hjalp

    Czy Twoje pytanie ma przeczytać { $council }?
question-keep-button = Tak, dołącz je
question-now-kept = Pytanie jest dołączone jako <b>{ $reference }</b>.
chatter =
    Dzień dobry. Napisz, co Cię niepokoi w miejscu, gdzie mieszkasz: co się dzieje, gdzie i kiedy. Dzieje się to teraz? Zadzwoń pod { $emergency }.
chatter-after =
    Twoja wiadomość jest nadal zapisana jako <b>{ $reference }</b>. Napisz, jeśli jest coś jeszcze.
spam =
    Przyjmuję tylko to, co dotyczy bezpieczeństwa w gminie { $municipality }. Jeśli coś Cię niepokoi, napisz to własnymi słowami.

## Niebezpieczeństwo

danger-now =
    🚨 <b>Zadzwoń teraz pod { $emergency }.</b>

    Powiedz, gdzie jesteś i co się dzieje. Najpierw zadbaj o swoje bezpieczeństwo. Jeśli nie możesz mówić: zadzwoń mimo to i nie rozłączaj się.

    Jestem botem i nie mogę wysłać pomocy.
danger-crime =
    Jeśli to pilne albo czujesz zagrożenie: zadzwoń pod <b>{ $emergency }</b>. W innym razie numer policji to <b>{ $police }</b>.
danger-suicide =
    Dziękuję za wiadomość. Nie musisz mierzyć się z tym w samotności, pomoc jest dostępna teraz. Jeśli zagrożone jest życie: zadzwoń pod <b>{ $emergency }</b>.
danger-partner_violence =
    Nikt nie powinien bać się we własnym domu. Jeśli grozi niebezpieczeństwo teraz: zadzwoń pod <b>{ $emergency }</b>. Tutaj możesz z kimś porozmawiać:
danger-child =
    Dziecko, któremu dzieje się krzywda, potrzebuje kogoś dorosłego. Jeśli grozi niebezpieczeństwo teraz: zadzwoń pod <b>{ $emergency }</b>. Radę dostaniesz też tutaj:

## Miejsce

ask-place =
    Gdzie jest problem? Napisz miejsce albo wybierz poniżej. Możesz też to pominąć.
ask-place-list = Wybierz dzielnicę (strona { $page } z { $pages }):
place-button-share = 📍 Udostępnij położenie
place-button-list = Wybierz z listy
place-button-skip = Pomiń
place-button-change = Zmień miejsce
place-button-next = Więcej ▶
place-button-back = ◀ Wstecz
place-share-how = Naciśnij przycisk poniżej, aby udostępnić położenie. Najpierw zapytam i nie zapiszę go, jeśli to tylko miejsce, gdzie jesteś.
place-share-button = 📍 Udostępnij moje położenie
place-share-cancel = Nie, pomiń
place-set = Dziękuję. Miejsce dla <b>{ $reference }</b> to teraz <b>{ $place }</b>.
place-skipped = W porządku. <b>{ $reference }</b> jest zapisane bez miejsca.
place-stays = W porządku. Dla <b>{ $reference }</b> pozostaje <b>{ $place }</b>.
position-ask = Czy problem jest <b>tutaj</b> ({ $area })?
position-yes = Tak, to tutaj
position-no = Nie, tutaj jestem tylko ja
position-forgotten = W takim razie położenie jest zapomniane.
position-outside = To miejsce leży poza gminą { $municipality }. Położenie nie zostało zapisane. Napisz, gdzie jest problem.
position-nothing-open = Położenie nie zostało zapisane. Najpierw napisz, o co chodzi.

## Moje

mine-empty = Nie masz tu nic zapisanego.
mine-title = <b>Twoje wiadomości</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Pokazuję tylko ostatnie { $count }.
mine-end = Usuń coś: /radera
status-new = przyjęte
status-open = w toku
status-done = załatwione
status-closed = zamknięte
no-theme = nieprzydzielone
no-place = bez miejsca
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Usuwanie

delete-empty = Nie masz tu nic zapisanego, więc nie ma czego usuwać.
delete-choose = Co chcesz usunąć?
delete-button-all = Wszystko o mnie
delete-confirm = Usunąć <b>{ $reference }</b>? Tego nie da się cofnąć.
delete-confirm-all = Usunąć <b>wszystko</b>, co jest o Tobie zapisane? Tego nie da się cofnąć.
delete-yes = Tak, usuń
delete-no = Nie, zachowaj
delete-done = <b>{ $reference }</b> jest usunięte. Tego, co już wysłano w podsumowaniu, nie da się cofnąć, ale nigdy nie ma tam Twojego nazwiska.
delete-done-all = Wszystko o Tobie jest usunięte. Tego, co już wysłano w podsumowaniu, nie da się cofnąć, ale nigdy nie ma tam Twojego nazwiska.
delete-kept = Nic nie zostało usunięte.
delete-button = Usuń
delete-unknown = Nie ma takiej sprawy wśród Twoich. /mina je pokazuje.

## Inne

button-old = Ten przycisk jest za stary. Napisz do mnie albo użyj /mina.
command-unknown = Nie znam tego polecenia. /hjalp pokazuje, co potrafię.
edited = Dziękuję, Twoja zmiana w <b>{ $reference }</b> jest odczytana.
edited-gone = Nie mam już tej wiadomości. Napisz ją jeszcze raz, jeśli mam ją przyjąć.
unreadable =
    Na razie czytam tylko tekst. Dlatego to nie zostało zapisane: { $what }. Opisz słowami, co Cię niepokoi.
unreadable-photo = zdjęcie
unreadable-video = film
unreadable-voice = wiadomość głosowa
unreadable-document = plik
unreadable-sticker = naklejka
unreadable-poll = ankieta
unreadable-contact = kontakt
unreadable-other = to, co zostało wysłane
trouble =
    Coś poszło u mnie nie tak, ale Twoja wiadomość dotarła i dowie się o niej człowiek. Dzieje się to teraz? Zadzwoń pod { $emergency }.
trouble-storing =
    Nie mogę teraz nic zapisać. Napisz ponownie za chwilę. Dzieje się to teraz? Zadzwoń pod { $emergency }. Policja, gdy to nic pilnego: { $police }.
join-not-here = To polecenie jest dla grup koordynatorów. Napisz po prostu, co Cię niepokoi, a ja to przyjmę.

# Co ktoś pisze, żeby nie odpowiadać na pytanie o miejsce, po przecinku.
place-skip-words = nie, nie wiem, nie mam pojęcia, pomiń, pomin, nie dziękuję, nieważne, obojętnie

## Lista poleceń

command-hjalp = Jak to działa i do kogo można zadzwonić
command-mina = Twoje wiadomości
command-radera = Usuń coś albo wszystko
command-integritet = Kto czyta i jak długo
