# Tekstit suomeksi; lähtöteksti on sv.ftl.
# The Finnish texts; sv.ftl is the source. Read by a native speaker: not yet.

## Ensimmäinen yhteys

welcome =
    Hei. Olen { $bot_name }, botti (tietokoneohjelma), joka ottaa vastaan sen, mikä sinua huolestuttaa asuinpaikassasi: mopot kävelytiellä, pimeä tunneli, tappelu, huumeet tai pelkkä tunne.

    🚨 <b>Tapahtuuko se juuri nyt, tai onko joku vaarassa? Soita { $emergency }.</b> En voi lähettää apua.

    Kirjoittamasi lukee { $council }. Nimeäsi ei anneta millekään ryhmälle. Tämä ei ole rikosilmoitus.

    Kirjoita omin sanoin, juuri niin kuin asia on. Yksi viesti riittää.

    /hjalp näin se toimii
    /integritet kuka lukee ja kuinka kauan
    /mina mitä olet kertonut
    /radera poista
    /sprak kieli
help =
    <b>Näin se toimii</b>

    Kirjoita, mitä tapahtuu, missä ja suunnilleen milloin. Saat heti kuittauksen, jossa on viitenumero.

    • <b>Tapahtuuko se juuri nyt?</b> Soita { $emergency }.
    • <b>Rikosilmoitus tai vihje poliisille</b>, kun ei ole kiire: soita { $police }.
    • Joka viikko asian parissa työskentelevät ryhmät saavat yhteenvedon ilman nimiä.
    • Sinä päätät: vastaa kysymyksiini, jos haluat, muuten ohita ne.

    /mina näyttää, mitä olet kertonut
    /radera poistaa siitä jotain tai kaiken
    /integritet kertoo, kuka lukee ja kuinka kauan tiedot säilytetään
help-lines =
    <b>Joku, jolle puhua</b>
help-line = { $label }: { $number } ({ $hours })

## Tietosuoja

privacy =
    <b>Näin kirjoittamaasi käsitellään</b>

    <b>Rekisterinpitäjä:</b> { $controller }. Yhteys: { $email }. Tietosuojavastaava (dataskyddsombud): { $dpo }.

    <b>Miksi:</b> { $purpose }

    <b>Oikeusperuste:</b> { $legal_basis }

    <b>Kuka lukee:</b> { $who_reads } Nimeäsi ja tiliäsi ei näytetä millekään ryhmälle.

    <b>Mitä säilytän:</b> Kirjoittamasi tekstin salattuna. Kopion, josta henkilötiedot on poistettu. Telegram-numerosi salattuna, jotta voin vastata sinulle. Kielen, jolla vastaan. En säilytä nimeäsi enkä käyttäjänimeäsi.

    <b>Kuinka kauan:</b> Yhteys sinuun katkaistaan, kun asian sulkemisesta on kulunut { $contact_days }. Alkuperäinen teksti poistetaan, kun on kulunut { $text_days }, ja koko asia, kun on kulunut { $concern_days }. Viestit, jotka eivät koske huolia, poistetaan, kun on kulunut { $unsorted_days }.

    <b>Telegram:</b> Olet suojassa siltä, että kunta saisi tietää kuka olet, mutta et ole tuntematon Telegramille, joka tietää tilisi.

    <b>Ei rikosilmoitus:</b> { $not_a_police_report }

    <b>Oikeutesi:</b> /mina näyttää, mitä olet kertonut. /radera poistaa sen heti. Voit pyytää jäljennöstä tai oikaisua tai vastustaa käsittelyä osoitteessa { $email } ja valittaa Ruotsin tietosuojaviranomaiselle Integritetsskyddsmyndighetenille (imy.se).

days =
    { $days ->
        [one] { $days } päivä
       *[other] { $days } päivää
    }

## Kieli

language-name = Suomi
language-words = suomi, suomeksi, finska, finnish
language-button = 🌐 Kieli · Språk · Language · لغة
language-ask = Millä kielellä vastaan?
language-set = Vastaan nyt <b>suomeksi</b>. Voit vaihtaa uudelleen: /sprak
command-sprak = Vaihda kieltä · Byt språk

## Kuittaus

receipt =
    Kiitos, että kerroit. Se on tallessa viitteellä <b>{ $reference }</b>.
receipt-positive =
    Kiitos, mukava kuulla. Se on tallessa viitteellä <b>{ $reference }</b>.
receipt-added =
    Kiitos, lisäsin sen viitteeseen <b>{ $reference }</b>.
receipt-theme = Ymmärsin asian näin: <b>{ $theme }</b>
receipt-theme-guess = Luulen, että asia on: <b>{ $theme }</b>. Ihminen tarkistaa sen.
receipt-theme-unknown = Ihminen lukee ja lajittelee sen.
receipt-place = Paikka: <b>{ $place }</b>
receipt-next = Asian parissa työskentelevät saavat sen tämän viikon yhteenvedossa.
receipt-next-soon = Asian parissa työskenteleville kerrotaan heti.
receipt-other-language = Itse luen ruotsia ja englantia. Ihminen lukee kirjoittamasi.
receipt-not-read = En pystynyt itse lukemaan tekstiä, mutta se on tallessa. Ihminen lukee sen.
receipt-attachment = Teksti on tallessa. En pysty vielä ottamaan vastaan tätä: { $what }. Sitä ei siis ole tallennettu.
question-kept =
    Tämä kuulostaa kysymykseltä, enkä valitettavasti voi vastata kysymyksiin.

    • Poliisi, kun ei ole kiire: { $police }
    • { $municipality }: { $email }
    • Näin toimin: /hjalp

    Haluatko, että kysymyksen lukee { $council }?
question-keep-button = Kyllä, ota se mukaan
question-now-kept = Se on nyt mukana viitteellä <b>{ $reference }</b>.
chatter =
    Hei. Kerro, mikä sinua huolestuttaa asuinpaikassasi: mitä tapahtuu, missä ja milloin. Tapahtuuko se juuri nyt? Soita { $emergency }.
chatter-after =
    Kertomasi on yhä tallessa viitteellä <b>{ $reference }</b>. Kirjoita, jos on vielä jotain.
spam =
    Otan vastaan vain sellaista, mikä koskee turvallisuutta paikassa { $municipality }. Jos jokin huolestuttaa sinua, kirjoita siitä omin sanoin.

## Vaara

danger-now =
    🚨 <b>Soita { $emergency } nyt.</b>

    Kerro, missä olet ja mitä tapahtuu. Mene ensin itse turvaan. Jos et voi puhua: soita silti ja pidä linja auki.

    Olen botti enkä voi lähettää apua.
danger-crime =
    Jos on kiire tai tunnet olosi uhatuksi: soita <b>{ $emergency }</b>. Muuten tavoitat poliisin numerosta <b>{ $police }</b>.
danger-suicide =
    Kiitos, että kirjoitat. Et ole yksin, ja apua on saatavilla nyt. Jos henki on vaarassa: soita <b>{ $emergency }</b>.
danger-partner_violence =
    Kenenkään ei pidä joutua pelkäämään kotona. Jos vaara on nyt: soita <b>{ $emergency }</b>. Täällä on joku, jolle puhua:
danger-child =
    Lapsi, jolla on paha olla, tarvitsee aikuista. Jos vaara on nyt: soita <b>{ $emergency }</b>. Voit myös saada neuvoja täältä:

## Paikka

ask-place =
    Missä ongelma on? Kirjoita paikka tai valitse alta. Voit myös ohittaa tämän.
ask-place-list = Valitse alue (sivu { $page }/{ $pages }):
place-button-share = 📍 Jaa sijainti
place-button-list = Valitse luettelosta
place-button-skip = Ohita
place-button-change = Vaihda paikka
place-button-next = Lisää ▶
place-button-back = ◀ Takaisin
place-share-how = Jaa sijainti painamalla alla olevaa painiketta. Kysyn ensin enkä tallenna sitä, jos se on vain oma sijaintisi.
place-share-button = 📍 Jaa sijaintini
place-share-cancel = Ei, ohita
place-set = Kiitos. Viitteen <b>{ $reference }</b> paikka on nyt <b>{ $place }</b>.
place-skipped = Ei haittaa. <b>{ $reference }</b> on tallessa ilman paikkaa.
place-stays = Ei haittaa. Viitteen <b>{ $reference }</b> paikka on edelleen <b>{ $place }</b>.
position-ask = Onko ongelma <b>täällä</b> ({ $area })?
position-yes = Kyllä, täällä
position-no = Ei, vain minä olen täällä
position-forgotten = Sitten olen unohtanut sijainnin.
position-outside = Se paikka ei ole kunnan alueella ({ $municipality }). En tallentanut sijaintia. Kirjoita, missä ongelma on.
position-nothing-open = En tallentanut sijaintia. Kirjoita ensin, mistä on kyse.

## Omat

mine-empty = Sinulla ei ole täällä mitään tallessa.
mine-title = <b>Mitä olet kertonut</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Vain { $count } viimeisintä näytetään.
mine-end = Poista jotain: /radera
status-new = vastaanotettu
status-open = työn alla
status-done = hoidettu
status-closed = suljettu
no-theme = lajittelematta
no-place = ilman paikkaa
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Poista

delete-empty = Sinulla ei ole täällä mitään tallessa, joten poistettavaa ei ole.
delete-choose = Mitä haluat poistaa?
delete-button-all = Kaikki minusta
delete-confirm = Poistetaanko <b>{ $reference }</b>? Sitä ei voi perua.
delete-confirm-all = Poistetaanko <b>kaikki</b>, mitä sinusta on tallessa? Sitä ei voi perua.
delete-yes = Kyllä, poista
delete-no = Ei, säilytä
delete-done = <b>{ $reference }</b> on poistettu. Jo lähetettyä yhteenvetoa en voi ottaa takaisin, mutta nimesi ei ole siinä koskaan.
delete-done-all = Kaikki sinusta on poistettu. Jo lähetettyä yhteenvetoa en voi ottaa takaisin, mutta nimesi ei ole siinä koskaan.
delete-kept = Mitään ei poistettu.
delete-button = Poista
delete-unknown = En löydä sellaista asiaa omiesi joukosta. /mina näyttää ne.

## Muuta

button-old = Painike on liian vanha. Kirjoita minulle sen sijaan tai käytä komentoa /mina.
command-unknown = En tunne sitä komentoa. /hjalp näyttää, mitä osaan.
edited = Kiitos, luin muutoksesi viitteeseen <b>{ $reference }</b>.
edited-gone = Minulla ei ole enää sitä viestiä. Kirjoita se uudelleen, jos haluat, että otan sen vastaan.
unreadable =
    Osaan lukea vasta tekstiä. Tätä ei siis tallennettu: { $what }. Kerro sanoin, mikä sinua huolestuttaa.
unreadable-photo = kuva
unreadable-video = video
unreadable-voice = ääniviesti
unreadable-document = tiedosto
unreadable-sticker = tarra
unreadable-poll = kysely
unreadable-contact = yhteystieto
unreadable-other = lähettämäsi
trouble =
    Minulla meni jotain vikaan, mutta kirjoittamasi on vastaanotettu ja ihmiselle kerrotaan siitä. Tapahtuuko se juuri nyt? Soita { $emergency }.
trouble-storing =
    En pysty tallentamaan mitään juuri nyt. Kirjoita hetken päästä uudelleen. Tapahtuuko se juuri nyt? Soita { $emergency }. Poliisi, kun ei ole kiire: { $police }.
join-not-here = Se komento on koordinaattorien ryhmille. Kirjoita vain, mikä sinua huolestuttaa, niin otan sen vastaan.

# Mitä kirjoitetaan, kun paikkaa ei haluta kertoa, pilkku välissä.
place-skip-words = ei, en tiedä, ei mitään tietoa, ohita, ei kiitos, ei väliä, emmä tiiä

## Komentoluettelo

command-hjalp = Näin se toimii, ja kenelle voit soittaa
command-mina = Mitä olet kertonut
command-radera = Poista jotain tai kaikki
command-integritet = Kuka lukee ja kuinka kauan
