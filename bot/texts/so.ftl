# Qoraallada af Soomaaliga. sv.ftl waa asalka.
# The Somali texts; sv.ftl is the source. Read by a native speaker: not yet.

## Xiriirka ugu horreeya

welcome =
    Salaan. Waxaan ahay { $bot_name }, waa bot (barnaamij kombiyuutar) qaata waxa kaa walwaliya meesha aad ku nooshahay: mootooyin ku socda waddada lugta, tuneel mugdi ah, dagaal, daroogo, ama dareen xun.

    🚨 <b>Hadda ma socdaa, mise qof baa khatar ku jira? Wac { $emergency }.</b> Anigu gargaar ma soo diri karo.

    Waxa aad qorto waxaa akhriya { $council }. Magacaaga lama siiyo wax koox ah. Tani maaha dacwad booliis.

    Ku qor erayadaada, sida ay xaqiiqdu tahay. Hal fariin baa ku filan.

    /hjalp sida ay u shaqeyso
    /integritet cidda akhrisa iyo muddada
    /mina waxa aad sheegtay
    /radera tirtir
    /sprak luqadda
help =
    <b>Sida ay u shaqeyso</b>

    Qor waxa dhacaya, meesha iyo goorta qiyaas ahaan. Isla markiiba waxaad helaysaa rasiid leh tixraac.

    • <b>Hadda ma socdaa?</b> Wac { $emergency }.
    • <b>Dacwad ama xog booliis</b> oo aan degdeg ahayn: wac { $police }.
    • Toddobaad kasta kooxaha arrinta ka shaqeeya waxay helaan warbixin kooban oo aan magacyo lahayn.
    • Adigaa go'aansanaya: su'aalahayga ka jawaab haddii aad rabto, haddii kale ka bood.

    /mina waxay tusaysaa waxa aad sheegtay
    /radera waxay tirtirtaa qayb ka mid ah, ama dhammaan
    /folj waxay sheegaysaa waxa laga qabtay xaafad
    /integritet waxay sheegaysaa cidda akhrisa iyo inta la kaydiyo
help-lines =
    <b>Qof aad la hadasho</b>
help-line = { $label }: { $number } ({ $hours })

## Asturnaanta

privacy =
    <b>Sida loo maareeyo waxa aad qorto</b>

    <b>Masuulka:</b> { $controller }. Xiriir: { $email }. Masuulka ilaalinta xogta (dataskyddsombud): { $dpo }.

    <b>Sababta:</b> { $purpose }

    <b>Sharciga lagu saleeyay:</b> { $legal_basis }

    <b>Cidda akhrisa:</b> { $who_reads } Magacaaga iyo akoonkaaga looma tuso wax koox ah.

    <b>Waxa aan kaydiyo:</b> Qoraalka aad qorto, isagoo sir ah (la siray). Nuqul laga saaray xogta shakhsiyeed. Lambarkaaga Telegram, isagoo la siray, si aan kuugu jawaabo. Luqadda aan kugu jawaabo. Ma kaydiyo magacaaga ama magaca isticmaalaha.

    <b>Sawirrada, muuqaallada, fariimaha codka iyo PDF:</b> Waxaan ka saaraa goobta, waqtiga, kamarada iyo qofka sameeyay, inta kalena waan kaydiyaa iyagoo la siray, inta qoraalka asalka ah la hayo. Waxba si toos ah looma qoro loomana fasiro. Qof sabab u haya oo keliya ayaa daawada ama dhegeysta, waana la diiwaangeliyaa. Wejiyada, codadka iyo calaamaduhu way harayaan.

    <b>Inta la kaydiyo:</b> Xiriirka adiga kugu xiran waxaa la gooyaa { $contact_days } kadib marka kiiska la xiro. Qoraalka asalka ah waxaa la tirtiraa { $text_days } kadib, kiiska oo dhanna { $concern_days } kadib. Fariimaha aan xog ahayn waxaa la tirtiraa { $unsorted_days } kadib.

    <b>Telegram:</b> Waxaa lagaa ilaaliyaa in degmadu (kommun) ogaato cidda aad tahay, laakiin Telegram kama qarsoonid, waayo akoonkaaga way garanaysaa.

    <b>Maaha dacwad booliis:</b> { $not_a_police_report }

    <b>Xuquuqdaada:</b> /mina waxay tusaysaa waxa aad sheegtay. /mindata waxay soo dirtaa wax kasta oo adiga kugu saabsan oo kaydsan. /radera isla markiiba way tirtirtaa. Waxaad nuqul, sixid ama diidmo ka codsan kartaa { $email }, waxaanad ka cabban kartaa Integritetsskyddsmyndigheten, hay'adda Iswiidhan ee ilaalinta asturnaanta (imy.se).

days =
    { $days ->
        [one] { $days } maalin
       *[other] { $days } maalmood
    }

## Luqadda

language-name = Soomaali
language-words = soomaali, af soomaali, af-soomaali, somali, somaliska
language-button = 🌐 Luqad · Språk · Language · لغة
language-ask = Luqaddee baan kuugu jawaabaa?
language-set = Hadda waxaan kuugu jawaabayaa <b>af Soomaali</b>. Si aad mar kale u beddesho: /sprak
command-sprak = Beddel luqadda · Byt språk

## Rasiidka

receipt =
    Waad ku mahadsan tahay inaad noo sheegtay. Waxaa loo kaydiyay <b>{ $reference }</b>.
receipt-positive =
    Mahadsanid, waa wax wanaagsan in la maqlo. Waxaa loo kaydiyay <b>{ $reference }</b>.
receipt-added =
    Mahadsanid, waxaan ku daray <b>{ $reference }</b>.
receipt-theme = Waxaan u fahmay: <b>{ $theme }</b>
receipt-theme-guess = Waxaan u malaynayaa inay ku saabsan tahay: <b>{ $theme }</b>. Qof bini'aadam ah ayaa eegi doona.
receipt-theme-unknown = Qof bini'aadam ah ayaa akhrin doona oo kala saari doona.
receipt-place = Meesha: <b>{ $place }</b>
receipt-next = Dadka arrinta ka shaqeeya waxay ku helayaan warbixinta toddobaadkan.
receipt-next-soon = Dadka arrinta ka shaqeeya isla hadda ayaa loo sheegayaa.
receipt-other-language = Anigu waxaan akhriyaa Iswiidhish iyo Ingiriis. Waxa aad qortay qof bini'aadam ah ayaa akhrin doona.
receipt-not-read = Anigu ma akhrin karin qoraalka, laakiin waa la kaydiyay. Qof bini'aadam ah ayaa akhrin doona.
media-danger = 🚨 <b>Hadda ma socdaa, ama qof ma khatar buu ku jiraa? Wac { $emergency }.</b> Qofna isla markiiba ma daawado ama ma dhegeysto kan.
media-begun =
    Mahadsanid. Waan helay { $what }, waxayna ku jirtaa <b>{ $reference }</b>.

    Anigu ma arki karo mana maqli karo waxa faylka ku jira: qof bini'aadam ah ayaa eegi doona. Goobta, waqtiga, kamarada iyo qofka sameeyay waa laga saaraa ka hor inta aan la kaydin, isagoo la siray.
media-ask = Fadlan erayo kooban ku sheeg waxa ay ku saabsan tahay iyo meesha. Ku qor fariintaada xigta.
media-joined = Waan helay { $what }, waxaana lagu daray <b>{ $reference }</b>. Qof bini'aadam ah ayaa eegi doona.
media-with-text = Sidoo kale waan helay { $what }. Qof bini'aadam ah ayaa eegi doona. Goobta, waqtiga, kamarada iyo qofka sameeyay waa laga saaraa faylka ka hor inta aan la kaydin, isagoo la siray.
media-replaced = Waxaad beddeshay { $what } ee <b>{ $reference }</b>. Wixii aad hore u soo dirtay waa la tirtiray.
media-lost = Waxay ku saabsan tahay <b>{ $reference }</b>.
media-refused-off = Ma kaydin karo { $what }: faylasha noocaas ah halkan kama qaado. Fadlan erayo ku sheeg.
media-refused-big = Ma kaydin karo { $what }: faylku wuu ka weyn yahay { $megabytes } MB. Fadlan mid ka yar soo dir, ama erayo ku sheeg.
media-refused-many = Ma kaydin karo { $what }: kiiskan waxaa horeba ugu jira { $count } fayl. Fadlan inta kale erayo ku sheeg.
media-refused-type = Ma kaydin karo { $what }: noocaas fayl ma qaado. Qoraal ahaan u qor, ama soo dir sawir ama PDF.
media-refused-broken = Ma kaydin karo { $what }: faylka lama akhrin karo. Fadlan mar kale soo dir, ama erayo ku sheeg.
media-refused-gone = Ma kaydin karo { $what }: faylka lagama soo qaadi karin Telegram. Fadlan mar kale soo dir, ama erayo ku sheeg.
question-kept =
    Waxay u eg tahay su'aal, waana ka xumahay, su'aalo kama jawaabi karo.

    • Booliiska, waxa aan degdeg ahayn: { $police }
    • { $municipality }: { $email }
    • Sida aan u shaqeeyo: /hjalp

    Ma rabtaa in su'aasha uu akhriyo { $council }?
question-keep-button = Haa, ku dar
question-now-kept = Waa lagu daray, waana <b>{ $reference }</b>.
chatter =
    Salaan. Fadlan ii sheeg waxa kaa walwaliya meesha aad ku nooshahay: waxa dhacaya, meesha iyo goorta. Hadda ma socdaa? Wac { $emergency }.
chatter-after =
    Waxa aad sheegtay weli waa kaydsan yahay: <b>{ $reference }</b>. Qor haddii ay wax kale jiraan.
spam =
    Waxaan qaataa oo keliya waxa khuseeya ammaanka { $municipality }. Haddii wax kaa walwaliyaan, ku qor erayadaada.

## Khatar

danger-now =
    🚨 <b>Hadda wac { $emergency }.</b>

    Sheeg meesha aad joogto iyo waxa dhacaya. Marka hore naftaada badbaadi. Haddii aadan hadli karin: wac sidaas oo kale, khadkana ha xirin.

    Waxaan ahay bot, gargaarna ma soo diri karo.
danger-crime =
    Haddii ay degdeg tahay, ama aad dareento in laguu hanjabayo: wac <b>{ $emergency }</b>. Haddii kale booliiska waxaad ka helaysaa <b>{ $police }</b>.
danger-suicide =
    Waad ku mahadsan tahay inaad soo qortay. Keligaa ma tihid, gargaarna hadda ayuu jiraa. Haddii nafi khatar ku jirto: wac <b>{ $emergency }</b>.
danger-partner_violence =
    Qofna waa inuusan ku cabsan gurigiisa. Haddii hadda khatar jirto: wac <b>{ $emergency }</b>. Halkan waxaa jooga qof aad la hadli karto:
danger-child =
    Cunug dhib haysto wuxuu u baahan yahay qof weyn. Haddii hadda khatar jirto: wac <b>{ $emergency }</b>. Halkan talo ayaad ka heli kartaa:
danger-where-near = Goob ayaad la wadaagtay. U sheeg { $emergency }: meel u dhow <b>{ $place }</b>, <b>{ $lat }</b> waqooyi, <b>{ $lon }</b> bari.
danger-where = Goob ayaad la wadaagtay. U sheeg { $emergency }: <b>{ $lat }</b> waqooyi, <b>{ $lon }</b> bari.

## Meesha

ask-place =
    Xaggee buu dhibku ku yaal? Qor meesha, ama hoos ka dooro. Waad ka boodi kartaa sidoo kale.
ask-place-list = Dooro xaafad (bogga { $page } ee { $pages }):
place-button-share = 📍 Dir goobta
place-button-list = Ka dooro liis
place-button-skip = Ka bood
place-button-change = Beddel meesha
place-button-next = Kuwo kale ▶
place-button-back = ◀ Dib u noqo
place-share-how = Taabo badhanka hoose si aad goobta u dirto. Marka hore waan ku weydiinayaa, mana kaydiyo haddii ay tahay oo keliya meesha aad adigu joogto.
place-share-button = 📍 Dir goobtayda
place-share-cancel = Maya, ka bood
place-set = Mahadsanid. Meesha <b>{ $reference }</b> hadda waa <b>{ $place }</b>.
place-skipped = Waa caadi, dhib ma leh. <b>{ $reference }</b> waxaa la kaydiyay isagoo aan meel lahayn.
place-stays = Waa caadi, dhib ma leh. <b>{ $reference }</b> meeshiisu weli waa <b>{ $place }</b>.
position-ask = Dhibku ma <b>halkan</b> buu ku yaal ({ $area })?
position-yes = Haa, waa halkan
position-no = Maya, aniga uun baa halkan jooga
position-forgotten = Goobtii waan iska illoobay.
position-outside = Meeshaasi waxay ka baxsan tahay { $municipality }. Goobta ma kaydin. Fadlan qor meesha dhibku ku yaal.
position-nothing-open = Goobta ma kaydin. Marka hore fadlan qor waxa ay ku saabsan tahay.

## Saxid

confirm-button = Waa sax
confirmed = Mahadsanid, waan ogaaday.
theme-button-change = Beddel mawduuca
theme-button-all = Dhammaan mawduucyada
theme-button-none = Wax kale
add-more-button = Wax ku dar
add-more = Qor waxa aad rabto inaad ku darto. Farriintaada xigta waxay galaysaa <b>{ $reference }</b>.
place-button-type = Adigu qor
place-button-other = Meel kale
place-type-how = Ku qor erayadaada meesha ay tahay. Farriintaada xigta waxay noqonaysaa meesha <b>{ $reference }</b>.
place-not-found = Meeshaas ma helin, laakiin waxa aad qortay waxaa lagu kaydiyay <b>{ $reference }</b>, qof bini'aadam ah ayaana akhrin doona. Waxaad kaloo liiska ka dooran kartaa xaafad.
ask-which-place = Dhowr meelood ayaa magacaas leh. Tee baad ula jeeddaa?
ask-theme = <b>{ $reference }</b> maxay ku saabsan tahay?
theme-set = Mahadsanid. <b>{ $reference }</b> hadda waxay ku saabsan tahay: <b>{ $theme }</b>.
theme-none = Mahadsanid. Qof bini'aadam ah ayaa akhrin doona oo kala saari doona <b>{ $reference }</b>.
theme-stays = Waa caadi, dhib ma leh. <b>{ $reference }</b> sidii ayay tahay.
concern-closed = <b>{ $reference }</b> waa la xiray, lamana beddeli karo hadda. Haddii ay wax kale jiraan, fadlan ii soo qor.
concern-shown = <b>{ $reference }</b> · { $status }

## Kuwayga

mine-empty = Halkan wax kaaga kaydsan ma jiraan.
mine-title = <b>Waxa aad sheegtay</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
status-new = waa la helay
status-open = waa socotaa
status-done = wax baa laga qabtay
status-closed = waa la xiray
no-theme = lama kala saarin
no-place = meel la'aan
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Tirtir

delete-empty = Halkan wax kaaga kaydsan ma jiraan, sidaas darteed wax la tirtiro ma jiraan.
delete-choose = Maxaad rabtaa inaad tirtirto?
delete-button-all = Wax kasta oo igu saabsan
delete-confirm = Ma tirtiraa <b>{ $reference }</b>? Dib looma soo celin karo.
delete-confirm-all = Ma tirtiraa <b>wax kasta</b> oo kugu saabsan oo la kaydiyay? Dib looma soo celin karo.
delete-yes = Haa, tirtir
delete-no = Maya, hayso
delete-done = <b>{ $reference }</b> waa la tirtiray. Wixii horay warbixin loogu diray dib uma soo celin karo, laakiin magacaagu weligiis kuma jiro.
delete-done-all = Wax kasta oo kugu saabsan waa la tirtiray. Wixii horay warbixin loogu diray dib uma soo celin karo, laakiin magacaagu weligiis kuma jiro.
delete-held = Ma tirtiri karo <b>{ $reference }</b>. Degmadu waa inay kaydisaa sida uu qabo go'aan ({ $decision }), inta go'aankaasi jirana xiriirka adiga kula leeyahay waa la kaydinayaa. U qor { $email } haddii aad rabto inaad ogaato sababta ama aadan oggolayn.
delete-done-held = Wax kasta oo kale oo kugu saabsan waa la tirtiray, laakiin maaha <b>{ $reference }</b>. Degmadu waa inay kaydisaa sida uu qabo go'aan ({ $decision }), inta go'aankaasi jirana xiriirka adiga kula leeyahay waa la kaydinayaa. U qor { $email } haddii aad rabto inaad ogaato sababta ama aadan oggolayn.
delete-kept = Waxba lama tirtirin.
delete-button = Tirtir
delete-unknown = Kiis noocaas ah kuwaaga kama helin. /mina ayaa tusaysa.

## Wax kale

button-old = Badhankaasi waa duug. Fadlan ii soo qor, ama isticmaal /mina.
command-unknown = Amarkaas ma aqaan. /hjalp waxay tusaysaa waxa aan awoodo.
edited = Mahadsanid, waan akhriyay isbeddelka aad ku samaysay <b>{ $reference }</b>.
edited-gone = Fariintaas ma hayo hadda. Mar kale qor haddii aad rabto inaan qaato.
unreadable =
    Waxaas oo kale ma qaadan karo, sidaas darteed { $what } lama kaydin. Fadlan erayo ku sheeg waxa kaa walwaliya, ama soo dir sawir, muuqaal, fariin cod ah ama PDF.
unreadable-photo = sawirka
unreadable-video = muuqaalka
unreadable-voice = fariinta codka ah
unreadable-audio = faylka codka
unreadable-document = faylka
unreadable-sticker = istiikarka
unreadable-poll = codbixinta
unreadable-contact = lambarka qofka
unreadable-other = waxa aad soo dirtay
trouble =
    Dhinacayga wax baa ka qaldamay, laakiin waxa aad qortay waa la helay, qof bini'aadam ahna waa loo sheegayaa. Hadda ma socdaa? Wac { $emergency }.
trouble-storing =
    Hadda waxba ma kaydin karo. Fadlan wax yar kadib mar kale qor. Hadda ma socdaa? Wac { $emergency }. Booliiska, waxa aan degdeg ahayn: { $police }.
join-not-here = Amarkaasi waa kooxaha isku-duwayaasha. Iska qor waxa kaa walwaliya, waanan qaadayaa.

# Waxa qofku qoro si uusan uga jawaabin su'aasha meesha, hakad u dhexeeyo.
place-skip-words = maya, ma aqaan, ma garanayo, ma ogi, ka bood, maya mahadsanid, dhib malaha

## Liiska amarrada

command-hjalp = Sida ay u shaqeyso, iyo cidda aad wici karto
command-mina = Waxa aad sheegtay
command-radera = Tirtir wax, ama dhammaan
command-integritet = Cidda akhrisa, iyo muddada

## Xogtayda, iyo marka ay badato

mine-page = Bogga { $page } ee { $pages }.
mine-end = Riix warbixin si aad u aragto ama u beddesho. Wax walba hel: /mindata. Tirtir: /radera
limited = Waan qaataa oo kaydiyaa wax kasta oo aad qorto, laakiin hadda fariin kasta kama jawaabo. Waxyar kadib mar kale ayaan jawaabi doonaa. Qof miyuu khatar ku jiraa? Wac { $emergency }.
muted = Waan qaataa oo kaydiyaa waxa aad qorto, laakiin hadda cid kale uma gudbiyo. Haddii aad u malaynayso inay khalad tahay, ama aad hayso wax muhiim ah: u qor { $email }. Booliiska, waxa aan degdeg ahayn: { $police }. Qof miyuu khatar ku jiraa? Wac { $emergency }: taas mar walba waan ka jawaabaa.
muted-until = Waan qaataa oo kaydiyaa waxa aad qorto, laakiin cid kale uma gudbiyo ilaa { $date }. Haddii aad u malaynayso inay khalad tahay, ama aad hayso wax muhiim ah: u qor { $email }. Booliiska, waxa aan degdeg ahayn: { $police }. Qof miyuu khatar ku jiraa? Wac { $emergency }: taas mar walba waan ka jawaabaa.
delete-recallable = Waxaa lagu muujiyay koox. Halkaas sidoo kale waan ka tirtiri doonaa, laakiin qof baa laga yaabaa inuu hore u akhriyay.
delete-lasting = Qayb ka mid ah waxaa koox lagu muujiyay wax ka badan laba maalmood ka hor. Halkaas kama tirtiri karo, laakiin magacaagu weligiis kuma jiro.
command-mindata = Hel wax kasta oo adiga kugu saabsan oo kaydsan
privacy-pace = <b>Inta jeer ee aad qorto:</b> Ugu badnaan laba maalmood waxaan xasuustaa goorta aad qortay iyo inta jeer, si aan qofna fariimo iigu buuxin.
mindata-ask =
    Waxaan kuu diri karaa wax kasta oo adiga kugu saabsan oo kaydsan, laba fayl ahaan: mid la akhriyo iyo mid kombiyuutarro ah.

    <b>Faylasha waxay markaa ku hadhayaan wadahadalkan.</b> Qofka furi kara telefoonkaaga wuu akhriyi karaa. Ka tirtir wadahadalka markaad akhrido.
mindata-button-yes = Haa, dir faylasha
mindata-button-no = Maya
mindata-not = Markaa waxba ma diro.
mindata-wait = Faylasha hadda uun baad heshay. Kuwo cusub waxaad codsan kartaa laga bilaabo { $time }.
mindata-caption = Wax kasta oo adiga kugu saabsan oo kaydsan, si loo akhriyo. Faylka ku fur biraawsar. Ka tirtir wadahadalka haddii qof kale telefoonkaaga ka akhrin karo.
mindata-caption-json = Isla wixii, kombiyuutarro loogu talagalay (JSON).
mindata-title = Waxa adiga kugu saabsan oo kaydsan
mindata-made = La sameeyay { $date }.
mindata-you = Adiga
mindata-account = Lambarkaaga Telegram (waa la sireeyay)
mindata-since = La yaqaan ilaa
mindata-language = Luqad
mindata-muted = Lama gudbiyo
mindata-concerns = Waxa aad sheegtay
mindata-empty = Waxba.
mindata-told = La diray
mindata-kind = Nooc
mindata-kind-value =
    { $kind ->
        [concern] wax walaac leh
        [question] su'aal
        [positive] wax wanaagsan
        [chatter] salaan ama sheeko
        [spam] xayaysiis
       *[other] wax kale
    }
mindata-theme = Mawduuc
mindata-place = Meel
mindata-urgency = Sida ay degdeg u tahay
mindata-urgency-value =
    { $urgency ->
        [now] khatar hadda
        [soon] degdeg
       *[normal] degdeg maaha
    }
mindata-status = Xaalad
mindata-pseudonym = Waxa isku-duwuhu arko beddelkaaga bishaas
mindata-original = Qoraalkaaga
mindata-gone = Waa la tirtiray, sida xeerarku dhigayaan.
mindata-masked = Nuqulka aan lahayn xogta shakhsiga
mindata-reading = Sida botku qoraalka u akhriyay
mindata-files = Faylal
mindata-file-missing = Faylku aad buu u weyn yahay inuu halkan ku jiro. Ka codso { $email }.
mindata-file-none = Waxba lagama kaydin.
mindata-held = Waa in la kaydiyo go'aan awgiis
mindata-answers = Jawaabo
mindata-following = Xaafadaha aad la socoto
mindata-corrections = Saxitaanno
mindata-by =
    { $who ->
        [resident] adiga
       *[other] golaha
    }
mindata-history = Waxa goluhu sameeyay
mindata-action =
    { $what ->
        [concern_status_set] xaalad cusub
        [original_read] qoraalka asalka ah waa la akhriyay
        [media_read] faylasha waa la eegay
        [concern_area_set] meesha waa la beddelay
        [concern_theme_set] mawduuca waa la beddelay
        [resident_muted] waxa aad qorto gudbintiisa waa la joojiyay
        [resident_unmuted] waxa aad qorto mar kale waa la gudbiyaa
       *[other] wax kale
    }
mindata-conversation = Wadahadalka
mindata-conversation-what = Botku wuxuu xasuustaa warbixinta wadahadalku ku saabsan yahay, haddii su'aal furan tahay, goorta aad qortay iyo inta jeer. Laba maalmood gudahood waa la ilaaway. Sidan ayay u qoran tahay:
mindata-waiting = Sugaya in laguu diro
mindata-unhandled = Wuu yimid, laakiin lama maarayn karin
mindata-rules = Xeerarka, iyo inta wax la kaydiyo
mindata-not-kept = Lama kaydiyo: magacaaga, magacaaga isticmaale, lambarka telefoonkaaga, iyo goob aadan sheegin in dhibaatadu ka jirto. Waxa lagu diray warbixinta guud waa tirooyin iyo xigashooyin gaagaaban oo aan magac lahayn.

## Jawaabaha iyo xaafadaha la raaco

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Jawaab ku saabsan { $reference } oo ka timid { $council }</b>
answer-language = Luqadda qoraalka: { $language }
answer-button = Ka jawaab
answer-ask = Qor waxa aad rabto inaad kaga jawaabto <b>{ $reference }</b>. Waan gudbinayaa iyada oo aan magacaaga la sheegin.
answer-taken = Mahadsanid. Waxa aad ka qortay <b>{ $reference }</b> waxaa loo gudbinayaa { $council }, iyada oo aan magacaaga la sheegin.
answer-reopened = <b>{ $reference }</b> mar kale ayaa la furay.
answer-shown = <b>Jawaab laguu soo diray { $date }</b>
follow-none = Ma raacdo xaafad. Mid dooro, waxaana laguu sheegi doonaa marka wax laga qabto halkaas. Cidna lama ogeysiin doono inaad raacdo.
follow-list = <b>Waxaad raacdaa:</b> { $areas }
follow-choose = Xaafaddee ayaad rabtaa inaad raacdo? Bogga { $page } ee { $pages }.
follow-choose-button = Dooro xaafad
follow-button = Raac { $area }
follow-stop-button = Jooji raacitaanka { $area }
follow-started = Waxaad raacdaa <b>{ $area }</b>. Waxaa laguu sheegi doonaa marka wax laga qabto halkaas, wax kale maya. Cidna lama ogeysiin doono inaad raacdo.
follow-stopped = Mar dambe ma raacdo <b>{ $area }</b>.
follow-unknown = Ma aqaan xaafadda { $area }.
follow-nearest = Ma aqaan xaafadda { $area }. Ma waxaad ula jeeddaa <b>{ $guess }</b>?
followup-told = <b>Idinka ayaa noo sheegay. Waxan ayaa la qabtay: { $area }</b>
command-folj = Ogow waxa laga qabtay xaafad
privacy-answers = <b>Jawaabaha iyo xaafadaha aad raacdo:</b> Jawaabaha laguu soo diro waxaa lagu kaydiyaa arrinta iyagoo sir ah. Xaafadda aad raacdo waa la kaydiyaa ilaa aad joojiso ama wax walba tirtirto, xitaa arrin la'aan.
