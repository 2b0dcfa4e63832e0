# النصوص بالعربية، والأصل في sv.ftl.
# The Arabic texts; sv.ftl is the source. Read by a native speaker: not yet.
# Isolates for numbers and commands are put in by bot/texts/direction.py: write none here.

## التواصل الأول

welcome =
    مرحباً. أنا { $bot_name }، روبوت محادثة (برنامج حاسوب) يستقبل ما يقلقك في مكان سكنك: دراجات نارية على ممر المشاة، نفق مظلم، شجار، مخدرات، أو مجرد شعور بعدم الأمان.

    🚨 <b>هل يحدث ذلك الآن، أو هل هناك شخص في خطر؟ اتصل بالرقم { $emergency }.</b> لا أستطيع إرسال المساعدة.

    ما تكتبه يقرؤه { $council }. لا يُعطى اسمك لأي مجموعة. هذا ليس بلاغاً للشرطة.

    اكتب بكلماتك، كما هو الأمر تماماً. رسالة واحدة تكفي.

    كيف يعمل: /hjalp
    من يقرأ وكم يُحفظ: /integritet
    ما أخبرتني به: /mina
    الحذف: /radera
    اللغة: /sprak
help =
    <b>كيف يعمل</b>

    اكتب ماذا يحدث وأين ومتى تقريباً. ستحصل فوراً على إيصال فيه رقم مرجعي.

    • <b>هل يحدث ذلك الآن؟</b> اتصل بالرقم { $emergency }.
    • <b>بلاغ أو معلومة للشرطة</b> دون استعجال: اتصل بالرقم { $police }.
    • كل أسبوع تحصل المجموعات التي تعمل على الموضوع على ملخص بدون أسماء.
    • القرار لك: أجب عن أسئلتي إن أردت، وإلا فتجاوزها.

    عرض ما أخبرتني به: /mina
    حذف شيء منه أو كله: /radera
    معرفة ما أُنجز في منطقة: /folj
    من يقرأ وكم يُحفظ: /integritet
help-lines =
    <b>من يمكنك التحدث إليه</b>
help-line = { $label }: { $number } ({ $hours })

## الخصوصية

privacy =
    <b>كيف يُعامَل ما تكتبه</b>

    <b>المسؤول:</b> { $controller }. للتواصل: { $email }. مسؤول حماية البيانات (dataskyddsombud): { $dpo }.

    <b>لماذا:</b> { $purpose }

    <b>الأساس القانوني:</b> { $legal_basis }

    <b>من يقرأ:</b> { $who_reads } لا يُعرض اسمك ولا حسابك على أي مجموعة.

    <b>ما أحفظه:</b> النص الذي تكتبه، مشفّراً. نسخة حُذفت منها البيانات الشخصية. رقمك في تيليغرام، مشفّراً، لكي أستطيع الرد عليك. اللغة التي أرد بها. لا أحفظ اسمك ولا اسم المستخدم.

    <b>الصور والفيديو والرسائل الصوتية وملفات PDF:</b> أحذف المكان والوقت والكاميرا واسم المؤلف وأحفظ الباقي مشفّراً، بقدر مدة حفظ النص الأصلي. لا يُفرَّغ شيء ولا يُفسَّر آلياً. لا يشاهد أو يستمع إلا من لديه سبب، ويُسجَّل ذلك. تذكّر أن الوجوه والأصوات واللافتات تبقى.

    <b>كم من الوقت:</b> يُقطع الارتباط بك بعد { $contact_days } من إغلاق القضية. يُحذف النص الأصلي بعد { $text_days }، والقضية كلها بعد { $concern_days }. الرسائل التي ليست بلاغات عن مخاوف تُحذف بعد { $unsorted_days }.

    <b>تيليغرام:</b> أنت محميّ من أن تعرف البلدية من أنت، لكنك لست مجهولاً لدى تيليغرام الذي يعرف حسابك.

    <b>ليس بلاغاً للشرطة:</b> { $not_a_police_report }

    <b>حقوقك:</b> الأمر /mina يعرض ما أخبرتني به. الأمر /mindata يرسل كل ما هو محفوظ عنك. الأمر /radera يحذفه فوراً. يمكنك طلب نسخة أو تصحيح أو الاعتراض لدى { $email }، وتقديم شكوى إلى الهيئة السويدية لحماية الخصوصية Integritetsskyddsmyndigheten (imy.se).

days =
    { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }

## اللغة

language-name = العربية
language-words = عربي, عربية, العربيه, arabiska, arabic
language-button = 🌐 لغة · Språk · Language · Luqad
language-ask = بأي لغة أردّ عليك؟
language-set = الآن أردّ <b>بالعربية</b>. لتغيير اللغة مرة أخرى: /sprak
command-sprak = تغيير اللغة · Byt språk

## الإيصال

receipt =
    شكراً على إخبارنا. حُفظ تحت الرقم <b>{ $reference }</b>.
receipt-positive =
    شكراً، يسعدنا سماع ذلك. حُفظ تحت الرقم <b>{ $reference }</b>.
receipt-added =
    شكراً، أضفت ذلك إلى <b>{ $reference }</b>.
receipt-theme = فهمت أن الموضوع هو: <b>{ $theme }</b>
receipt-theme-guess = أظن أن الموضوع هو: <b>{ $theme }</b>. سينظر فيه إنسان.
receipt-theme-unknown = سيقرؤه إنسان ويصنّفه.
receipt-place = المكان: <b>{ $place }</b>
receipt-next = يصل إلى من يعملون على الموضوع في ملخص هذا الأسبوع.
receipt-next-soon = يُبلَّغ به من يعملون على الموضوع فوراً.
receipt-other-language = أنا نفسي أقرأ السويدية والإنجليزية. سيقرأ إنسان ما كتبته.
receipt-not-read = لم أستطع قراءة النص بنفسي، لكنه محفوظ. سيقرؤه إنسان.
media-danger = 🚨 <b>هل يحدث ذلك الآن، أو هل هناك شخص في خطر؟ اتصل بالرقم { $emergency }.</b> لا أحد يشاهد هذا أو يستمع إليه فوراً.
media-begun =
    شكراً لك. وصل هذا: { $what }، وهو محفوظ ضمن <b>{ $reference }</b>.

    لا أستطيع أن أرى أو أسمع ما في الملف: سيطّلع عليه إنسان. يُحذف من الملف المكان والوقت والكاميرا واسم المؤلف قبل حفظه مشفّراً.
media-ask = أخبرني من فضلك ببضع كلمات عمّا يدور الأمر وأين. اكتب ذلك في رسالتك التالية.
media-joined = وصل هذا: { $what }، وأُضيف إلى <b>{ $reference }</b>. سيطّلع عليه إنسان.
media-with-text = وصل هذا أيضاً: { $what }. سيطّلع عليه إنسان. يُحذف من الملف المكان والوقت والكاميرا واسم المؤلف قبل حفظه مشفّراً.
media-replaced = استبدلتَ هذا في <b>{ $reference }</b>: { $what }. حُذف ما أرسلته سابقاً.
media-lost = يتعلق هذا بـ <b>{ $reference }</b>.
media-refused-off = لا أستطيع حفظ هذا: { $what }. لا أستقبل مثل هذه الملفات هنا. صِف ذلك بالكلمات من فضلك.
media-refused-big = لا أستطيع حفظ هذا: { $what }. الملف أكبر من { $megabytes } ميغابايت. أرسل ملفاً أصغر، أو صِف ذلك بالكلمات.
media-refused-many = لا أستطيع حفظ هذا: { $what }. عدد الملفات في القضية نفسها بلغ { $count }. صِف الباقي بالكلمات من فضلك.
media-refused-type = لا أستطيع حفظ هذا: { $what }. لا أستقبل هذا النوع من الملفات. اكتب ذلك نصاً، أو أرسل صورة أو ملف PDF.
media-refused-broken = لا أستطيع حفظ هذا: { $what }. لا يمكن قراءة الملف. أرسله من جديد من فضلك، أو صِف ذلك بالكلمات.
media-refused-gone = لا أستطيع حفظ هذا: { $what }. تعذّر جلب الملف من تيليغرام. أرسله من جديد من فضلك، أو صِف ذلك بالكلمات.
question-kept =
    يبدو هذا سؤالاً، ويؤسفني أنني لا أستطيع الإجابة عن الأسئلة.

    • الشرطة، لما ليس عاجلاً: { $police }
    • بلدية { $municipality }: { $email }
    • كيف أعمل: /hjalp

    هل تريد أن يقرأ سؤالك { $council }؟
question-keep-button = نعم، احفظه
question-now-kept = تم حفظه تحت الرقم <b>{ $reference }</b>.
chatter =
    مرحباً. أخبرني بما يقلقك في مكان سكنك: ماذا يحدث وأين ومتى. هل يحدث ذلك الآن؟ اتصل بالرقم { $emergency }.
chatter-after =
    ما أخبرتني به ما زال محفوظاً تحت الرقم <b>{ $reference }</b>. اكتب إن كان هناك شيء آخر.
spam =
    أستقبل فقط ما يخص الأمان في { $municipality }. إن كان هناك ما يقلقك فاكتبه بكلماتك.

## الخطر

danger-now =
    🚨 <b>اتصل الآن بالرقم { $emergency }.</b>

    قل أين أنت وماذا يحدث. اذهب أولاً إلى مكان آمن. إن لم تستطع الكلام: اتصل على أي حال واترك الخط مفتوحاً.

    أنا روبوت ولا أستطيع إرسال المساعدة.
danger-crime =
    إن كان الأمر عاجلاً أو كنت تشعر بالتهديد: اتصل بالرقم <b>{ $emergency }</b>. وإلا فرقم الشرطة هو <b>{ $police }</b>.
danger-suicide =
    شكراً لأنك كتبت. لست وحدك، والمساعدة موجودة الآن. إن كانت الحياة في خطر: اتصل بالرقم <b>{ $emergency }</b>.
danger-partner_violence =
    لا ينبغي أن يخاف أحد في بيته. إن كان هناك خطر الآن: اتصل بالرقم <b>{ $emergency }</b>. هنا من يمكنك التحدث إليه:
danger-child =
    الطفل الذي يتعرض للأذى يحتاج إلى شخص بالغ. إن كان هناك خطر الآن: اتصل بالرقم <b>{ $emergency }</b>. ويمكنك أيضاً الحصول على مشورة هنا:
danger-where-near = لقد شاركتَ موقعاً. قل لمن يردّ على الرقم { $emergency }: بالقرب من <b>{ $place }</b>، <b>{ $lat }</b> شمالاً، <b>{ $lon }</b> شرقاً.
danger-where = لقد شاركتَ موقعاً. قل لمن يردّ على الرقم { $emergency }: <b>{ $lat }</b> شمالاً، <b>{ $lon }</b> شرقاً.

## المكان

ask-place =
    أين المشكلة؟ اكتب المكان، أو اختر أدناه. ويمكنك أيضاً التجاوز.
ask-place-list = اختر منطقة (صفحة { $page } من { $pages }):
place-button-share = 📍 مشاركة الموقع
place-button-list = الاختيار من قائمة
place-button-skip = تجاوز
place-button-change = تغيير المكان
place-button-next = المزيد ◀
place-button-back = ▶ رجوع
place-share-how = اضغط على الزر أدناه لمشاركة الموقع. سأسأل أولاً، ولن أحفظه إن كان مجرد مكان وجودك.
place-share-button = 📍 مشاركة موقعي
place-share-cancel = لا، تجاوز
place-set = شكراً. مكان <b>{ $reference }</b> هو الآن <b>{ $place }</b>.
place-skipped = لا بأس إطلاقاً. <b>{ $reference }</b> محفوظ بدون مكان.
place-stays = لا بأس إطلاقاً. يبقى مكان <b>{ $reference }</b> هو <b>{ $place }</b>.
position-ask = هل المشكلة <b>هنا</b> ({ $area })؟
position-yes = نعم، هنا
position-no = لا، أنا فقط موجود هنا
position-forgotten = لقد نسيت الموقع إذن.
position-outside = هذا المكان خارج { $municipality }. لم أحفظ الموقع. اكتب من فضلك أين المشكلة.
position-nothing-open = لم أحفظ الموقع. اكتب أولاً ما هو الموضوع.

## تصحيح الفهم

confirm-button = صحيح
confirmed = شكراً، علمت ذلك.
theme-button-change = تغيير الموضوع
theme-button-all = كل المواضيع
theme-button-none = شيء آخر
add-more-button = إضافة المزيد
add-more = اكتب ما تريد إضافته. رسالتك التالية ستُضاف إلى <b>{ $reference }</b>.
place-button-type = كتابة المكان
place-button-other = مكان آخر
place-type-how = اكتب أين المكان بكلماتك. رسالتك التالية ستكون مكان <b>{ $reference }</b>.
place-not-found = لم أجد هذا المكان، لكن ما كتبته محفوظ في <b>{ $reference }</b> وسيقرؤه إنسان. يمكنك أيضاً اختيار منطقة من القائمة.
ask-which-place = هناك أكثر من مكان بهذا الاسم. أيها تقصد؟
ask-theme = ما موضوع <b>{ $reference }</b>؟
theme-set = شكراً. موضوع <b>{ $reference }</b> هو الآن: <b>{ $theme }</b>.
theme-none = شكراً. سيقرأ إنسان <b>{ $reference }</b> ويصنّفه.
theme-stays = لا بأس إطلاقاً. يبقى <b>{ $reference }</b> كما كان.
concern-closed = أُغلق <b>{ $reference }</b> ولم يعد من الممكن تغييره. إن كان هناك شيء آخر فاكتب لي.
concern-shown = <b>{ $reference }</b> · { $status }

## ما أخبرتني به

mine-empty = ليس لديك شيء محفوظ هنا.
mine-title = <b>ما أخبرتني به</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
status-new = تم الاستلام
status-open = قيد العمل
status-done = تمت المعالجة
status-closed = مغلق
no-theme = غير مصنّف
no-place = بدون مكان
concern-what = { $theme }، { $place }
concern-button = { $reference } · { $what }

## الحذف

delete-empty = ليس لديك شيء محفوظ هنا، فلا يوجد ما يُحذف.
delete-choose = ماذا تريد أن تحذف؟
delete-button-all = كل شيء عني
delete-confirm = حذف <b>{ $reference }</b>؟ لا يمكن التراجع عن ذلك.
delete-confirm-all = حذف <b>كل</b> ما هو محفوظ عنك؟ لا يمكن التراجع عن ذلك.
delete-yes = نعم، احذف
delete-no = لا، احتفظ به
delete-done = تم حذف <b>{ $reference }</b>. ما أُرسل من قبل في ملخص لا أستطيع استعادته، لكن اسمك لا يرد فيه أبداً.
delete-done-all = تم حذف كل شيء عنك. ما أُرسل من قبل في ملخص لا أستطيع استعادته، لكن اسمك لا يرد فيه أبداً.
delete-held = لا أستطيع حذف <b>{ $reference }</b>. على البلدية الاحتفاظ به بموجب قرار ({ $decision })، وما دام القرار سارياً يبقى الارتباط بك محفوظاً أيضاً. اكتب إلى { $email } إذا أردت معرفة السبب أو لم تكن موافقاً.
delete-done-held = تم حذف كل شيء آخر عنك، لكن ليس <b>{ $reference }</b>. على البلدية الاحتفاظ به بموجب قرار ({ $decision })، وما دام القرار سارياً يبقى الارتباط بك محفوظاً أيضاً. اكتب إلى { $email } إذا أردت معرفة السبب أو لم تكن موافقاً.
delete-kept = لم يُحذف شيء.
delete-button = حذف
delete-unknown = لا أجد قضية كهذه بين قضاياك. الأمر /mina يعرضها.

## أمور أخرى

button-old = هذا الزر قديم جداً. اكتب لي بدلاً من ذلك، أو استخدم /mina.
command-unknown = لا أعرف هذا الأمر. لمعرفة ما أستطيع: /hjalp
edited = شكراً، قرأت تعديلك على <b>{ $reference }</b>.
edited-gone = لم تعد تلك الرسالة موجودة عندي. اكتبها من جديد إن أردت أن أستقبلها.
unreadable =
    لا أستطيع استقبال مثل هذا، لذلك لم أحفظ { $what }. صِف بالكلمات ما يقلقك، أو أرسل صورة أو فيديو أو رسالة صوتية أو ملف PDF.
unreadable-photo = الصورة
unreadable-video = الفيديو
unreadable-voice = الرسالة الصوتية
unreadable-audio = الملف الصوتي
unreadable-document = الملف
unreadable-sticker = الملصق
unreadable-poll = الاستطلاع
unreadable-contact = جهة الاتصال
unreadable-other = ما أرسلته
trouble =
    حدث خطأ عندي، لكن ما كتبته وصل وسيُبلَّغ به إنسان. هل يحدث ذلك الآن؟ اتصل بالرقم { $emergency }.
trouble-storing =
    لا أستطيع حفظ أي شيء الآن. اكتب مرة أخرى بعد قليل. هل يحدث ذلك الآن؟ اتصل بالرقم { $emergency }. الشرطة، لما ليس عاجلاً: { $police }.
join-not-here = هذا الأمر مخصص لمجموعات المنسقين. اكتب فقط ما يقلقك وسأستقبله.

# ما يكتبه من لا يريد الإجابة عن سؤال المكان، والفاصل هو الفاصلة اللاتينية.
place-skip-words = لا, لا أعرف, لا اعرف, لا أدري, لا ادري, تجاوز, لا شكرا, لا شكراً, غير مهم

## قائمة الأوامر

command-hjalp = كيف يعمل، وبمن يمكنك الاتصال
command-mina = ما أخبرتني به
command-radera = حذف شيء أو كل شيء
command-integritet = من يقرأ، وكم يُحفظ

## بياناتي، وعندما يكثر الأمر

mine-page = صفحة { $page } من { $pages }.
mine-end = اضغط على بلاغ لرؤيته أو تغييره. للحصول على كل شيء: /mindata. للحذف: /radera
limited = أستلم كل ما تكتبه وأحفظه، لكنني لا أجيب الآن عن كل رسالة. سأجيب من جديد بعد قليل. هل هناك من هو في خطر؟ اتصل بالرقم { $emergency }.
muted = أستلم ما تكتبه وأحفظه، لكنني لم أعد أنقله إلى أحد. إن كنت ترى أن هذا خطأ، أو كان لديك أمر مهم: اكتب إلى { $email }. الشرطة، لما ليس عاجلاً: { $police }. هل هناك من هو في خطر؟ اتصل بالرقم { $emergency }: عن هذا أجيب دائماً.
muted-until = أستلم ما تكتبه وأحفظه، لكنني لا أنقله إلى أحد قبل { $date }. إن كنت ترى أن هذا خطأ، أو كان لديك أمر مهم: اكتب إلى { $email }. الشرطة، لما ليس عاجلاً: { $police }. هل هناك من هو في خطر؟ اتصل بالرقم { $emergency }: عن هذا أجيب دائماً.
delete-recallable = لقد عُرض في مجموعة. سأحذفه هناك أيضاً، لكن ربما قرأه أحد من قبل.
delete-lasting = عُرض بعضه في مجموعة قبل أكثر من يومين. لا أستطيع حذفه هناك، لكن اسمك لا يظهر فيه أبداً.
command-mindata = الحصول على كل ما هو محفوظ عنك
privacy-pace = <b>كم مرة تكتب:</b> أتذكر لمدة يومين على الأكثر متى كتبتَ وكم مرة، حتى لا يُغرقني أحد بالرسائل.
mindata-ask =
    يمكنني أن أرسل لك كل ما هو محفوظ عنك في ملفين: واحد للقراءة وواحد للحواسيب.

    <b>سيبقى الملفان هنا في المحادثة.</b> ومن يستطيع فتح هاتفك يستطيع قراءتهما. احذفهما من المحادثة بعد القراءة.
mindata-button-yes = نعم، أرسل الملفين
mindata-button-no = لا
mindata-not = إذن لن أرسل شيئاً.
mindata-wait = لقد استلمت الملفين قبل قليل. يمكنك طلبهما من جديد ابتداءً من الساعة { $time }.
mindata-caption = كل ما هو محفوظ عنك، للقراءة. افتح الملف في متصفح. احذفه من المحادثة إن كان غيرك يستطيع القراءة على هاتفك.
mindata-caption-json = الشيء نفسه، للحواسيب (JSON).
mindata-title = ما هو محفوظ عنك
mindata-made = أُعدّ في { $date }.
mindata-you = أنت
mindata-account = رقمك لدى Telegram (محفوظ مشفّراً)
mindata-since = معروف منذ
mindata-language = اللغة
mindata-muted = لا يُنقل
mindata-concerns = ما أخبرتني به
mindata-empty = لا شيء.
mindata-told = أُرسل
mindata-kind = النوع
mindata-kind-value =
    { $kind ->
        [concern] أمر مقلق
        [question] سؤال
        [positive] أمر جيد
        [chatter] تحية أو دردشة
        [spam] إعلان
       *[other] غير ذلك
    }
mindata-theme = الموضوع
mindata-place = المكان
mindata-urgency = مدى الاستعجال
mindata-urgency-value =
    { $urgency ->
        [now] خطر الآن
        [soon] عاجل
       *[normal] غير عاجل
    }
mindata-status = الحالة
mindata-pseudonym = ما يراه المنسّق بدلاً منك في ذلك الشهر
mindata-original = نصّك
mindata-gone = حُذف، كما تنص القواعد.
mindata-masked = النسخة بدون بيانات شخصية
mindata-reading = كيف قرأ البوت النص
mindata-files = الملفات
mindata-file-missing = الملف أكبر من أن يُضاف هنا. اطلبه من { $email }.
mindata-file-none = لم يُحفظ منه شيء.
mindata-held = يجب حفظه بموجب قرار
mindata-answers = الأجوبة
mindata-following = المناطق التي تتابعها
mindata-corrections = التصحيحات
mindata-by =
    { $who ->
        [resident] منك
       *[other] من المجلس
    }
mindata-history = ما فعله المجلس
mindata-action =
    { $what ->
        [concern_status_set] حالة جديدة
        [original_read] قُرئ النص الأصلي
        [media_read] جرى الاطلاع على الملفات
        [concern_area_set] تغيّر المكان
        [concern_theme_set] تغيّر الموضوع
        [resident_muted] توقف نقل ما تكتبه
        [resident_unmuted] عاد نقل ما تكتبه
       *[other] أمر آخر
    }
mindata-conversation = المحادثة
mindata-conversation-what = يتذكر البوت أي بلاغ تدور حوله المحادثة، وهل هناك سؤال مفتوح، ومتى كتبتَ وكم مرة. وينسى ذلك خلال يومين. هذا ما هو مكتوب:
mindata-waiting = ينتظر الإرسال إليك
mindata-unhandled = وصل، لكن تعذّرت معالجته
mindata-rules = القواعد، ومدة الحفظ
mindata-not-kept = لا يُحفظ: اسمك، واسم المستخدم، ورقم هاتفك، وأي موقع لم تقل إن المشكلة فيه. وما أُرسل في ملخّص هو أرقام واقتباسات قصيرة بدون أسماء.

## الردود والمناطق المتابَعة

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>رد بشأن { $reference } من { $council }</b>
answer-language = لغة النص: { $language }
answer-button = الرد
answer-ask = اكتب ردك بشأن <b>{ $reference }</b>. سأنقله دون ذكر اسمك.
answer-taken = شكرًا. ما كتبته بشأن <b>{ $reference }</b> يُنقل إلى { $council } دون ذكر اسمك.
answer-reopened = فُتح <b>{ $reference }</b> من جديد.
answer-shown = <b>رد إليك { $date }</b>
follow-none = أنت لا تتابع أي منطقة. اختر منطقة لتعرف متى أُنجز شيء فيها. لن يعرف أحد أنك تتابعها.
follow-list = <b>أنت تتابع:</b> { $areas }
follow-choose = أي منطقة تريد متابعتها؟ الصفحة { $page } من { $pages }.
follow-choose-button = اختر منطقة
follow-button = متابعة { $area }
follow-stop-button = إلغاء متابعة { $area }
follow-started = أنت تتابع <b>{ $area }</b>. سأخبرك عندما يُنجز شيء هناك، ولا شيء غير ذلك. لن يعرف أحد أنك تتابعها.
follow-stopped = لم تعد تتابع <b>{ $area }</b>.
follow-unknown = لا أعرف المنطقة { $area }.
follow-nearest = لا أعرف المنطقة { $area }. هل تقصد <b>{ $guess }</b>؟
followup-told = <b>أخبرتمونا، وهذا ما أُنجز: { $area }</b>
command-folj = اعرف ما أُنجز في منطقة ما
privacy-answers = <b>الردود والمناطق التي تتابعها:</b> تُحفظ الردود المرسلة إليك مشفّرة مع بلاغك. ويُنقل ردك دون بيانات شخصية. تُحفظ المنطقة التي تتابعها حتى تلغي متابعتها أو تحذف كل ما يخصك، حتى دون أي بلاغ.
