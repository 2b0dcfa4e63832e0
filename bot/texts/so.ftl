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

    <b>Inta la kaydiyo:</b> Xiriirka adiga kugu xiran waxaa la gooyaa { $contact_days } kadib marka kiiska la xiro. Qoraalka asalka ah waxaa la tirtiraa { $text_days } kadib, kiiska oo dhanna { $concern_days } kadib. Fariimaha aan xog ahayn waxaa la tirtiraa { $unsorted_days } kadib.

    <b>Telegram:</b> Waxaa lagaa ilaaliyaa in degmadu (kommun) ogaato cidda aad tahay, laakiin Telegram kama qarsoonid, waayo akoonkaaga way garanaysaa.

    <b>Maaha dacwad booliis:</b> { $not_a_police_report }

    <b>Xuquuqdaada:</b> /mina waxay tusaysaa waxa aad sheegtay. /radera isla markiiba way tirtirtaa. Waxaad nuqul, sixid ama diidmo ka codsan kartaa { $email }, waxaanad ka cabban kartaa Integritetsskyddsmyndigheten, hay'adda Iswiidhan ee ilaalinta asturnaanta (imy.se).

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
receipt-attachment = Qoraalka waa la kaydiyay. Weli ma qaadan karo { $what }, sidaas darteed lama kaydin.
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

## Kuwayga

mine-empty = Halkan wax kaaga kaydsan ma jiraan.
mine-title = <b>Waxa aad sheegtay</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Waxaa la tusayaa oo keliya { $count } kii ugu dambeeyay.
mine-end = Wax tirtir: /radera
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
delete-kept = Waxba lama tirtirin.
delete-button = Tirtir
delete-unknown = Kiis noocaas ah kuwaaga kama helin. /mina ayaa tusaysa.

## Wax kale

button-old = Badhankaasi waa duug. Fadlan ii soo qor, ama isticmaal /mina.
command-unknown = Amarkaas ma aqaan. /hjalp waxay tusaysaa waxa aan awoodo.
edited = Mahadsanid, waan akhriyay isbeddelka aad ku samaysay <b>{ $reference }</b>.
edited-gone = Fariintaas ma hayo hadda. Mar kale qor haddii aad rabto inaan qaato.
unreadable =
    Hadda qoraal oo keliya ayaan akhrin karaa, sidaas darteed { $what } lama kaydin. Fadlan erayo ku sheeg waxa kaa walwaliya.
unreadable-photo = sawirka
unreadable-video = muuqaalka
unreadable-voice = fariinta codka ah
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
