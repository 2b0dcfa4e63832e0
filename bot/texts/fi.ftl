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
    /folj kertoo, mitä alueella on tehty
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

    <b>Kuvat, videot, ääniviestit ja PDF-tiedostot:</b> Poistan paikan, ajan, kameran ja tekijän ja säilytän muun salattuna yhtä kauan kuin alkuperäisen tekstin. Mitään ei kirjoiteta auki eikä tulkita automaattisesti. Vain se katsoo tai kuuntelee, jolla on syy, ja siitä jää merkintä. Muista, että kasvot, äänet ja kyltit jäävät.

    <b>Kuinka kauan:</b> Yhteys sinuun katkaistaan, kun asian sulkemisesta on kulunut { $contact_days }. Alkuperäinen teksti poistetaan, kun on kulunut { $text_days }, ja koko asia, kun on kulunut { $concern_days }. Viestit, jotka eivät koske huolia, poistetaan, kun on kulunut { $unsorted_days }.

    <b>Telegram:</b> Olet suojassa siltä, että kunta saisi tietää kuka olet, mutta et ole tuntematon Telegramille, joka tietää tilisi.

    <b>Ei rikosilmoitus:</b> { $not_a_police_report }

    <b>Oikeutesi:</b> /mina näyttää, mitä olet kertonut. /mindata lähettää kaiken, mitä sinusta on tallennettu. /radera poistaa sen heti. Voit pyytää jäljennöstä tai oikaisua tai vastustaa käsittelyä osoitteessa { $email } ja valittaa Ruotsin tietosuojaviranomaiselle Integritetsskyddsmyndighetenille (imy.se).

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
media-danger = 🚨 <b>Tapahtuuko se juuri nyt, tai onko joku vaarassa? Soita { $emergency }.</b> Kukaan ei katso tai kuuntele tätä heti.
media-begun =
    Kiitos. Sain tämän: { $what }. Se on asiassa <b>{ $reference }</b>.

    En itse pysty näkemään tai kuulemaan, mitä tiedostossa on: ihminen käy sen läpi. Paikka, aika, kamera ja tekijä poistetaan, ennen kuin tiedosto tallennetaan salattuna.
media-ask = Kerro muutamalla sanalla, mistä on kyse ja missä. Kirjoita se seuraavana viestinä.
media-joined = Sain tämän: { $what }. Se on nyt mukana asiassa <b>{ $reference }</b>. Ihminen käy sen läpi.
media-with-text = Sain myös tämän: { $what }. Ihminen käy sen läpi. Paikka, aika, kamera ja tekijä poistetaan tiedostosta, ennen kuin se tallennetaan salattuna.
media-replaced = Vaihdoit tämän asiassa <b>{ $reference }</b>: { $what }. Aiemmin lähettämäsi on poistettu.
media-lost = Tämä koskee asiaa <b>{ $reference }</b>.
media-refused-off = En voi tallentaa tätä: { $what }. En ota sellaisia vastaan täällä. Kerro sanoin.
media-refused-big = En voi tallentaa tätä: { $what }. Tiedosto on suurempi kuin { $megabytes } Mt. Lähetä pienempi tai kerro sanoin.
media-refused-many = En voi tallentaa tätä: { $what }. Samassa asiassa on jo { $count } tiedostoa. Kerro loput sanoin.
media-refused-type = En voi tallentaa tätä: { $what }. En ota vastaan sellaista tiedostoa. Kirjoita se tekstinä tai lähetä kuva tai PDF.
media-refused-broken = En voi tallentaa tätä: { $what }. Tiedostoa ei voi lukea. Lähetä se uudelleen tai kerro sanoin.
media-refused-gone = En voi tallentaa tätä: { $what }. Tiedostoa ei saatu haettua Telegramista. Lähetä se uudelleen tai kerro sanoin.
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
danger-where-near = Olet jakanut sijainnin. Kerro numeroon { $emergency }: lähellä paikkaa <b>{ $place }</b>, <b>{ $lat }</b> pohjoista, <b>{ $lon }</b> itäistä.
danger-where = Olet jakanut sijainnin. Kerro numeroon { $emergency }: <b>{ $lat }</b> pohjoista, <b>{ $lon }</b> itäistä.

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

## Korjaaminen

confirm-button = Oikein
confirmed = Kiitos, hyvä tietää.
theme-button-change = Vaihda aihe
theme-button-all = Kaikki aiheet
theme-button-none = Jokin muu
add-more-button = Lisää tietoa
add-more = Kirjoita, mitä haluat lisätä. Seuraava viestisi liitetään viitteeseen <b>{ $reference }</b>.
place-button-type = Kirjoita itse
place-button-other = Jossain muualla
place-type-how = Kirjoita omin sanoin, missä se on. Seuraavasta viestistäsi tulee viitteen <b>{ $reference }</b> paikka.
place-not-found = En löydä sitä paikkaa, mutta kirjoittamasi on tallessa viitteellä <b>{ $reference }</b>, ja ihminen lukee sen. Voit myös valita alueen luettelosta.
ask-which-place = Sen nimisiä paikkoja on useita. Mitä tarkoitat?
ask-theme = Mistä viitteessä <b>{ $reference }</b> on kyse?
theme-set = Kiitos. Viitteen <b>{ $reference }</b> aihe on nyt: <b>{ $theme }</b>.
theme-none = Kiitos. Ihminen lukee ja lajittelee viitteen <b>{ $reference }</b>.
theme-stays = Ei haittaa. <b>{ $reference }</b> pysyy ennallaan.
concern-closed = <b>{ $reference }</b> on päätetty, eikä sitä voi enää muuttaa. Jos on jotain muuta, kirjoita minulle.
concern-shown = <b>{ $reference }</b> · { $status }

## Omat

mine-empty = Sinulla ei ole täällä mitään tallessa.
mine-title = <b>Mitä olet kertonut</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
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
delete-held = En voi poistaa tätä: <b>{ $reference }</b>. Kunnan on säilytettävä se päätöksen ({ $decision }) mukaan, ja niin kauan kuin päätös on voimassa, myös yhteys sinuun säilyy. Kirjoita osoitteeseen { $email }, jos haluat tietää syyn tai olet eri mieltä.
delete-done-held = Kaikki muu sinusta on poistettu, mutta ei tätä: <b>{ $reference }</b>. Kunnan on säilytettävä se päätöksen ({ $decision }) mukaan, ja niin kauan kuin päätös on voimassa, myös yhteys sinuun säilyy. Kirjoita osoitteeseen { $email }, jos haluat tietää syyn tai olet eri mieltä.
delete-kept = Mitään ei poistettu.
delete-button = Poista
delete-unknown = En löydä sellaista asiaa omiesi joukosta. /mina näyttää ne.

## Muuta

button-old = Painike on liian vanha. Kirjoita minulle sen sijaan tai käytä komentoa /mina.
command-unknown = En tunne sitä komentoa. /hjalp näyttää, mitä osaan.
edited = Kiitos, luin muutoksesi viitteeseen <b>{ $reference }</b>.
edited-gone = Minulla ei ole enää sitä viestiä. Kirjoita se uudelleen, jos haluat, että otan sen vastaan.
unreadable =
    Tällaista en pysty ottamaan vastaan. Tätä ei siis tallennettu: { $what }. Kerro sanoin, mikä sinua huolestuttaa, tai lähetä kuva, video, ääniviesti tai PDF.
unreadable-photo = kuva
unreadable-video = video
unreadable-voice = ääniviesti
unreadable-audio = äänitiedosto
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

## Omat tiedot, ja kun tulee liikaa

mine-page = Sivu { $page }/{ $pages }.
mine-end = Paina ilmoitusta nähdäksesi sen tai muuttaaksesi sitä. Kaikki tiedot: /mindata. Poista: /radera
limited = Otan vastaan ja tallennan kaiken, mitä kirjoitat, mutta en nyt vastaa joka viestiin. Vastaan taas hetken päästä. Onko joku vaarassa? Soita { $emergency }.
muted = Otan vastaan ja tallennan, mitä kirjoitat, mutta en enää välitä sitä eteenpäin. Jos se on mielestäsi väärin tai sinulla on tärkeää kerrottavaa: kirjoita osoitteeseen { $email }. Poliisi, kun ei ole kiire: { $police }. Onko joku vaarassa? Soita { $emergency }: siihen vastaan aina.
muted-until = Otan vastaan ja tallennan, mitä kirjoitat, mutta en välitä sitä eteenpäin ennen kuin { $date }. Jos se on mielestäsi väärin tai sinulla on tärkeää kerrottavaa: kirjoita osoitteeseen { $email }. Poliisi, kun ei ole kiire: { $police }. Onko joku vaarassa? Soita { $emergency }: siihen vastaan aina.
delete-recallable = Se on näytetty ryhmässä. Poistan sen sieltäkin, mutta joku on voinut jo lukea sen.
delete-lasting = Osa siitä näytettiin ryhmässä yli kaksi vuorokautta sitten. En voi poistaa sitä sieltä, mutta nimeäsi siinä ei ole koskaan.
command-mindata = Saat kaiken, mitä sinusta on tallennettu
privacy-pace = <b>Kuinka usein kirjoitat:</b> Muistan enintään kaksi vuorokautta, milloin ja kuinka usein olet kirjoittanut, jottei kukaan voi tukkia minua.
mindata-ask =
    Voin lähettää kaiken, mitä sinusta on tallennettu, kahtena tiedostona: yhden luettavaksi ja yhden tietokoneille.

    <b>Tiedostot jäävät sen jälkeen tähän keskusteluun.</b> Se, joka voi avata puhelimesi, voi lukea ne. Poista ne keskustelusta, kun olet lukenut.
mindata-button-yes = Kyllä, lähetä tiedostot
mindata-button-no = Ei
mindata-not = En siis lähetä mitään.
mindata-wait = Sait tiedostot juuri. Voit pyytää uudet kello { $time } alkaen.
mindata-caption = Kaikki, mitä sinusta on tallennettu, luettavaksi. Avaa tiedosto selaimessa. Poista se keskustelusta, jos joku muu voi lukea puhelimestasi.
mindata-caption-json = Sama tietokoneille (JSON).
mindata-title = Mitä sinusta on tallennettu
mindata-made = Tehty { $date }.
mindata-you = Sinä
mindata-account = Numerosi Telegramissa (tallennettu salattuna)
mindata-since = Tunnettu alkaen
mindata-language = Kieli
mindata-muted = Ei välitetä eteenpäin
mindata-concerns = Mitä olet kertonut
mindata-empty = Ei mitään.
mindata-told = Lähetetty
mindata-kind = Laji
mindata-kind-value =
    { $kind ->
        [concern] jotain huolestuttavaa
        [question] kysymys
        [positive] jotain hyvää
        [chatter] tervehdys tai juttelu
        [spam] mainos
       *[other] muu
    }
mindata-theme = Aihe
mindata-place = Paikka
mindata-urgency = Kuinka kiireinen
mindata-urgency-value =
    { $urgency ->
        [now] vaara nyt
        [soon] kiireinen
       *[normal] ei kiireinen
    }
mindata-status = Tila
mindata-pseudonym = Mitä koordinaattori näkee sinun sijastasi siinä kuussa
mindata-original = Tekstisi
mindata-gone = Poistettu sääntöjen mukaan.
mindata-masked = Kopio ilman henkilötietoja
mindata-reading = Miten botti luki tekstin
mindata-files = Tiedostot
mindata-file-missing = Tiedosto on liian suuri tähän. Pyydä se osoitteesta { $email }.
mindata-file-none = Siitä ei ole tallennettu mitään.
mindata-held = Säilytettävä päätöksen mukaan
mindata-answers = Vastaukset
mindata-following = Alueet, joita seuraat
mindata-corrections = Korjaukset
mindata-by =
    { $who ->
        [resident] sinulta
       *[other] neuvostolta
    }
mindata-history = Mitä neuvosto on tehnyt
mindata-action =
    { $what ->
        [concern_status_set] uusi tila
        [original_read] alkuperäinen teksti luettiin
        [media_read] tiedostot katsottiin
        [concern_area_set] paikka muutettiin
        [concern_theme_set] aihe muutettiin
        [resident_muted] kirjoittamaasi ei enää välitetty eteenpäin
        [resident_unmuted] kirjoittamasi välitetään taas eteenpäin
       *[other] jotain muuta
    }
mindata-conversation = Keskustelu
mindata-conversation-what = Botti muistaa, mitä ilmoitusta keskustelu koskee, onko jokin kysymys avoinna, milloin kirjoitit ja kuinka usein. Se unohtuu kahdessa vuorokaudessa. Näin siinä lukee:
mindata-waiting = Odottaa lähettämistä sinulle
mindata-unhandled = Saapui, mutta sitä ei voitu käsitellä
mindata-rules = Säännöt ja säilytysajat
mindata-not-kept = Ei tallenneta: nimeäsi, käyttäjänimeäsi, puhelinnumeroasi eikä sijaintia, jota et ole sanonut ongelman paikaksi. Koosteessa on lähetetty vain lukuja ja lyhyitä lainauksia ilman nimiä.

## Vastaukset ja seurattavat alueet

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Vastaus viitteeseen { $reference }, lähettäjä: { $council }</b>
answer-language = Tekstin kieli: { $language }
answer-button = Vastaa
answer-ask = Kirjoita, mitä haluat vastata viitteestä <b>{ $reference }</b>. Välitän sen eteenpäin ilman nimeäsi.
answer-taken = Kiitos. Se, mitä kirjoitit viitteestä <b>{ $reference }</b>, välitetään eteenpäin ilman nimeäsi. Vastaanottaja: { $council }.
answer-reopened = <b>{ $reference }</b> on avattu uudelleen.
answer-shown = <b>Vastaus sinulle { $date }</b>
follow-none = Et seuraa mitään aluetta. Valitse alue, niin saat tietää, kun siellä on tehty jotain. Kukaan ei saa tietää, että seuraat sitä.
follow-list = <b>Seuraat:</b> { $areas }
follow-choose = Mitä aluetta haluat seurata? Sivu { $page }/{ $pages }.
follow-choose-button = Valitse alue
follow-button = Seuraa: { $area }
follow-stop-button = Lopeta seuraaminen: { $area }
follow-started = Seuraat aluetta <b>{ $area }</b>. Saat tietää, kun siellä on tehty jotain, etkä muuta. Kukaan ei saa tietää, että seuraat sitä.
follow-stopped = Et enää seuraa aluetta <b>{ $area }</b>.
follow-unknown = En tunne aluetta { $area }.
follow-nearest = En tunne aluetta { $area }. Tarkoititko <b>{ $guess }</b>?
followup-told = <b>Te kerroitte. Tämä on tehty: { $area }</b>
command-folj = Saat tietää, mitä alueella on tehty
privacy-answers = <b>Vastaukset ja seuraamasi alueet:</b> Vastaukset sinulle säilytetään salattuina ilmoituksen yhteydessä. Vastauksesi välitetään ilman henkilötietoja. Seuraamasi alue säilytetään, kunnes lopetat seuraamisen tai poistat kaikki tietosi, myös ilman ilmoitusta.
