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
    /folj mówi, co zrobiono w danej okolicy
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

    <b>Zdjęcia, filmy, wiadomości głosowe i pliki PDF:</b> Usuwam miejsce, czas, aparat i autora, a resztę przechowuję zaszyfrowaną tak długo jak oryginalny tekst. Nic nie jest automatycznie spisywane ani interpretowane. Ogląda lub słucha tylko ten, kto ma powód, i jest to odnotowane. Twarze, głosy i napisy pozostają.

    <b>Jak długo:</b> Powiązanie z Tobą znika po upływie { $contact_days } od zamknięcia sprawy. Oryginalny tekst jest usuwany po upływie { $text_days }, a cała sprawa po upływie { $concern_days }. Wiadomości, które nie są zgłoszeniami, są usuwane po upływie { $unsorted_days }.

    <b>Telegram:</b> Gmina nie dowie się, kim jesteś, ale nie jesteś osobą anonimową dla Telegrama, który zna Twoje konto.

    <b>To nie zgłoszenie na policję:</b> { $not_a_police_report }

    <b>Twoje prawa:</b> /mina pokazuje Twoje wiadomości. /mindata wysyła wszystko, co jest o Tobie zapisane. /radera usuwa je od razu. Możesz poprosić o kopię lub sprostowanie albo wnieść sprzeciw pod adresem { $email } i złożyć skargę do szwedzkiego urzędu ochrony danych Integritetsskyddsmyndigheten (imy.se).

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
media-danger = 🚨 <b>Dzieje się to teraz albo ktoś jest w niebezpieczeństwie? Zadzwoń pod { $emergency }.</b> Nikt nie obejrzy ani nie odsłucha tego od razu.
media-begun =
    Dziękuję. Otrzymano: { $what }. Jest w <b>{ $reference }</b>.

    Nie mogę zobaczyć ani usłyszeć, co jest w pliku: zapozna się z nim człowiek. Miejsce, czas, aparat i autor są usuwane, zanim plik zostanie zapisany i zaszyfrowany.
media-ask = Napisz w kilku słowach, o co chodzi i gdzie to jest. Wystarczy następna wiadomość.
media-joined = Otrzymano: { $what }. Dołączono do <b>{ $reference }</b>. Zapozna się z tym człowiek.
media-with-text = Otrzymano także: { $what }. Zapozna się z tym człowiek. Miejsce, czas, aparat i autor są usuwane z pliku, zanim zostanie zapisany i zaszyfrowany.
media-replaced = Zmieniono to w <b>{ $reference }</b>: { $what }. Poprzednia wersja jest usunięta.
media-lost = Dotyczy <b>{ $reference }</b>.
media-refused-off = Nie mogę tego zapisać: { $what }. Takich plików tu nie przyjmuję. Opisz to słowami.
media-refused-big = Nie mogę tego zapisać: { $what }. Plik jest większy niż { $megabytes } MB. Wyślij mniejszy albo opisz to słowami.
media-refused-many = Nie mogę tego zapisać: { $what }. Liczba plików w tej sprawie to już { $count }. Resztę opisz słowami.
media-refused-type = Nie mogę tego zapisać: { $what }. Takiego rodzaju plików nie przyjmuję. Napisz to jako tekst albo wyślij zdjęcie lub PDF.
media-refused-broken = Nie mogę tego zapisać: { $what }. Pliku nie da się odczytać. Wyślij go ponownie albo opisz to słowami.
media-refused-gone = Nie mogę tego zapisać: { $what }. Nie udało się pobrać pliku z Telegrama. Wyślij go ponownie albo opisz to słowami.
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
danger-where-near = Udostępniono położenie. Powiedz pod { $emergency }: w pobliżu <b>{ $place }</b>, <b>{ $lat }</b> szerokości północnej, <b>{ $lon }</b> długości wschodniej.
danger-where = Udostępniono położenie. Powiedz pod { $emergency }: <b>{ $lat }</b> szerokości północnej, <b>{ $lon }</b> długości wschodniej.

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

## Poprawianie

confirm-button = Zgadza się
confirmed = Dziękuję, teraz to wiem.
theme-button-change = Zmień temat
theme-button-all = Wszystkie tematy
theme-button-none = Coś innego
add-more-button = Dodaj więcej
add-more = Napisz, co chcesz dodać. Twoja następna wiadomość trafi do <b>{ $reference }</b>.
place-button-type = Wpiszę miejsce
place-button-other = Gdzie indziej
place-type-how = Napisz własnymi słowami, gdzie to jest. Twoja następna wiadomość będzie miejscem dla <b>{ $reference }</b>.
place-not-found = Nie znajduję tego miejsca, ale to, co piszesz, jest zapisane w <b>{ $reference }</b> i przeczyta to człowiek. Możesz też wybrać dzielnicę z listy.
ask-which-place = Kilka miejsc tak się nazywa. O które chodzi?
ask-theme = Czego dotyczy <b>{ $reference }</b>?
theme-set = Dziękuję. <b>{ $reference }</b> dotyczy teraz: <b>{ $theme }</b>.
theme-none = Dziękuję. <b>{ $reference }</b> przeczyta i przydzieli człowiek.
theme-stays = W porządku. <b>{ $reference }</b> pozostaje bez zmian.
concern-closed = Sprawa <b>{ $reference }</b> jest zamknięta i nie można jej już zmienić. Jeśli jest coś jeszcze, napisz do mnie.
concern-shown = <b>{ $reference }</b> · { $status }

## Moje

mine-empty = Nie masz tu nic zapisanego.
mine-title = <b>Twoje wiadomości</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
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
delete-held = Nie mogę usunąć <b>{ $reference }</b>. Gmina musi to przechowywać na podstawie decyzji ({ $decision }), a dopóki ona obowiązuje, zachowane jest też powiązanie z Tobą. Napisz na { $email }, jeśli chcesz wiedzieć dlaczego albo się nie zgadzasz.
delete-done-held = Wszystko inne o Tobie jest usunięte, ale nie <b>{ $reference }</b>. Gmina musi to przechowywać na podstawie decyzji ({ $decision }), a dopóki ona obowiązuje, zachowane jest też powiązanie z Tobą. Napisz na { $email }, jeśli chcesz wiedzieć dlaczego albo się nie zgadzasz.
delete-kept = Nic nie zostało usunięte.
delete-button = Usuń
delete-unknown = Nie ma takiej sprawy wśród Twoich. /mina je pokazuje.

## Inne

button-old = Ten przycisk jest za stary. Napisz do mnie albo użyj /mina.
command-unknown = Nie znam tego polecenia. /hjalp pokazuje, co potrafię.
edited = Dziękuję, Twoja zmiana w <b>{ $reference }</b> jest odczytana.
edited-gone = Nie mam już tej wiadomości. Napisz ją jeszcze raz, jeśli mam ją przyjąć.
unreadable =
    Czegoś takiego nie mogę przyjąć, dlatego to nie zostało zapisane: { $what }. Opisz słowami, co Cię niepokoi, albo wyślij zdjęcie, film, wiadomość głosową lub PDF.
unreadable-photo = zdjęcie
unreadable-video = film
unreadable-voice = wiadomość głosowa
unreadable-audio = plik dźwiękowy
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

## Moje dane i gdy jest za dużo

mine-page = Strona { $page } z { $pages }.
mine-end = Naciśnij zgłoszenie, aby je zobaczyć lub zmienić. Wszystkie dane: /mindata. Usuń: /radera
limited = Przyjmuję i zachowuję wszystko, co piszesz, ale teraz nie odpowiadam na każdą wiadomość. Za chwilę znów będę odpowiadać. Czy ktoś jest w niebezpieczeństwie? Zadzwoń pod { $emergency }.
muted = Przyjmuję i zachowuję to, co piszesz, ale już tego nie przekazuję. Jeśli uważasz, że to błąd, lub masz coś ważnego: napisz na { $email }. Policja, gdy sprawa nie jest pilna: { $police }. Czy ktoś jest w niebezpieczeństwie? Zadzwoń pod { $emergency }: na to zawsze odpowiadam.
muted-until = Przyjmuję i zachowuję to, co piszesz, ale nie przekazuję tego do { $date }. Jeśli uważasz, że to błąd, lub masz coś ważnego: napisz na { $email }. Policja, gdy sprawa nie jest pilna: { $police }. Czy ktoś jest w niebezpieczeństwie? Zadzwoń pod { $emergency }: na to zawsze odpowiadam.
delete-recallable = Zostało to pokazane w grupie. Tam też to usunę, ale ktoś mógł już to przeczytać.
delete-lasting = Część tego pokazano w grupie ponad dwie doby temu. Tam nie mogę tego usunąć, ale Twojego imienia nigdy tam nie ma.
command-mindata = Otrzymaj wszystko, co jest o Tobie zapisane
privacy-pace = <b>Jak często piszesz:</b> Najwyżej przez dwie doby pamiętam, kiedy i jak często piszesz, aby nikt nie mógł mnie zalać wiadomościami.
mindata-ask =
    Mogę wysłać wszystko, co jest o Tobie zapisane, jako dwa pliki: jeden do czytania i jeden dla komputerów.

    <b>Pliki pozostaną potem tutaj w czacie.</b> Kto może otworzyć Twój telefon, może je przeczytać. Usuń je z czatu po przeczytaniu.
mindata-button-yes = Tak, wyślij pliki
mindata-button-no = Nie
mindata-not = W takim razie nic nie wysyłam.
mindata-wait = Pliki były wysłane przed chwilą. O nowe możesz poprosić od godziny { $time }.
mindata-caption = Wszystko, co jest o Tobie zapisane, do czytania. Otwórz plik w przeglądarce. Usuń go z czatu, jeśli ktoś inny może czytać na Twoim telefonie.
mindata-caption-json = To samo dla komputerów (JSON).
mindata-title = Co jest o Tobie zapisane
mindata-made = Sporządzono { $date }.
mindata-you = Ty
mindata-account = Twój numer w Telegramie (zapisany w postaci zaszyfrowanej)
mindata-since = Znany od
mindata-language = Język
mindata-muted = Nie jest przekazywane
mindata-concerns = Co zostało przez Ciebie opowiedziane
mindata-empty = Nic.
mindata-told = Wysłano
mindata-kind = Rodzaj
mindata-kind-value =
    { $kind ->
        [concern] coś niepokojącego
        [question] pytanie
        [positive] coś dobrego
        [chatter] powitanie lub rozmowa
        [spam] reklama
       *[other] inne
    }
mindata-theme = Temat
mindata-place = Miejsce
mindata-urgency = Jak pilne
mindata-urgency-value =
    { $urgency ->
        [now] niebezpieczeństwo teraz
        [soon] pilne
       *[normal] niepilne
    }
mindata-status = Status
mindata-pseudonym = Co koordynator widzi zamiast Ciebie w tym miesiącu
mindata-original = Twój tekst
mindata-gone = Usunięty zgodnie z zasadami.
mindata-masked = Kopia bez danych osobowych
mindata-reading = Jak bot odczytał tekst
mindata-files = Pliki
mindata-file-missing = Plik jest za duży, aby go tu dołączyć. Poproś o niego: { $email }.
mindata-file-none = Nic z niego nie zapisano.
mindata-held = Musi być przechowywane na mocy decyzji
mindata-answers = Odpowiedzi
mindata-following = Obszary, które obserwujesz
mindata-corrections = Poprawki
mindata-by =
    { $who ->
        [resident] od Ciebie
       *[other] od rady
    }
mindata-history = Co zrobiła rada
mindata-action =
    { $what ->
        [concern_status_set] nowy status
        [original_read] przeczytano oryginalny tekst
        [media_read] obejrzano pliki
        [concern_area_set] zmieniono miejsce
        [concern_theme_set] zmieniono temat
        [resident_muted] przestano przekazywać to, co piszesz
        [resident_unmuted] znów przekazuje się to, co piszesz
       *[other] coś innego
    }
mindata-conversation = Rozmowa
mindata-conversation-what = Bot pamięta, którego zgłoszenia dotyczy rozmowa, czy jakieś pytanie jest otwarte, kiedy piszesz i jak często. Zapomina to w ciągu dwóch dób. Oto zapis:
mindata-waiting = Czeka na wysłanie do Ciebie
mindata-unhandled = Dotarło, ale nie udało się tego obsłużyć
mindata-rules = Zasady i czas przechowywania
mindata-not-kept = Nie zapisuje się: imienia i nazwiska, nazwy użytkownika, numeru telefonu ani położenia, o którym nie było powiedziane, że tam jest problem. W zestawieniach wysłano tylko liczby i krótkie cytaty bez nazwisk.

## Odpowiedzi i obserwowane okolice

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Odpowiedź w sprawie { $reference }. Nadawca: { $council }</b>
answer-language = Język tekstu: { $language }
answer-button = Odpowiedz
answer-ask = Napisz, co chcesz odpowiedzieć w sprawie <b>{ $reference }</b>. Przekażę to bez Twojego nazwiska.
answer-taken = Dziękuję. To, co napisałeś lub napisałaś w sprawie <b>{ $reference }</b>, przekażę bez Twojego nazwiska. Odbiorca: { $council }.
answer-reopened = Sprawa <b>{ $reference }</b> jest znowu otwarta.
answer-shown = <b>Odpowiedź dla Ciebie { $date }</b>
follow-none = Nie obserwujesz żadnej okolicy. Wybierz jedną, a dowiesz się, gdy coś zostanie tam zrobione. Nikt się nie dowie, że ją obserwujesz.
follow-list = <b>Obserwujesz:</b> { $areas }
follow-choose = Którą okolicę chcesz obserwować? Strona { $page } z { $pages }.
follow-choose-button = Wybierz okolicę
follow-button = Obserwuj: { $area }
follow-stop-button = Przestań obserwować: { $area }
follow-started = Obserwujesz <b>{ $area }</b>. Dowiesz się, gdy coś zostanie tam zrobione, i nic poza tym. Nikt się nie dowie, że ją obserwujesz.
follow-stopped = Nie obserwujesz już <b>{ $area }</b>.
follow-unknown = Nie znam okolicy { $area }.
follow-nearest = Nie znam okolicy { $area }. Czy chodzi o <b>{ $guess }</b>?
followup-told = <b>Wy nam powiedzieliście. To zostało zrobione: { $area }</b>
command-folj = Dowiedz się, co zrobiono w danej okolicy
privacy-answers = <b>Odpowiedzi i obserwowane okolice:</b> Odpowiedzi do Ciebie są przechowywane zaszyfrowane przy sprawie. Twoją odpowiedź przekazuję bez danych osobowych. Obserwowana okolica jest przechowywana, dopóki nie przestaniesz jej obserwować lub nie usuniesz wszystkiego o sobie, także bez żadnej sprawy.
