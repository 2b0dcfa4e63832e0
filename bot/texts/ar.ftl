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

    <b>كم من الوقت:</b> يُقطع الارتباط بك بعد { $contact_days } من إغلاق القضية. يُحذف النص الأصلي بعد { $text_days }، والقضية كلها بعد { $concern_days }. الرسائل التي ليست بلاغات عن مخاوف تُحذف بعد { $unsorted_days }.

    <b>تيليغرام:</b> أنت محميّ من أن تعرف البلدية من أنت، لكنك لست مجهولاً لدى تيليغرام الذي يعرف حسابك.

    <b>ليس بلاغاً للشرطة:</b> { $not_a_police_report }

    <b>حقوقك:</b> الأمر /mina يعرض ما أخبرتني به. الأمر /radera يحذفه فوراً. يمكنك طلب نسخة أو تصحيح أو الاعتراض لدى { $email }، وتقديم شكوى إلى الهيئة السويدية لحماية الخصوصية Integritetsskyddsmyndigheten (imy.se).

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
receipt-attachment = النص محفوظ. لا أستطيع استقبال { $what } بعد، لذلك لم يُحفظ ذلك.
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

## ما أخبرتني به

mine-empty = ليس لديك شيء محفوظ هنا.
mine-title = <b>ما أخبرتني به</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = تظهر آخر { $count } فقط.
mine-end = حذف شيء: /radera
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
delete-kept = لم يُحذف شيء.
delete-button = حذف
delete-unknown = لا أجد قضية كهذه بين قضاياك. الأمر /mina يعرضها.

## أمور أخرى

button-old = هذا الزر قديم جداً. اكتب لي بدلاً من ذلك، أو استخدم /mina.
command-unknown = لا أعرف هذا الأمر. لمعرفة ما أستطيع: /hjalp
edited = شكراً، قرأت تعديلك على <b>{ $reference }</b>.
edited-gone = لم تعد تلك الرسالة موجودة عندي. اكتبها من جديد إن أردت أن أستقبلها.
unreadable =
    لا أستطيع حتى الآن قراءة غير النص، لذلك لم أحفظ { $what }. صِف بالكلمات ما يقلقك.
unreadable-photo = الصورة
unreadable-video = الفيديو
unreadable-voice = الرسالة الصوتية
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
