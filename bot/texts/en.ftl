# Texts that the person who writes to the bot reads. HTML: only <b>, <i>, <a>, <blockquote>.

## First contact

welcome =
    Hello. I am { $bot_name }, a bot that takes in what worries you where you live: mopeds on the footpath, a dark tunnel, a fight, drugs, a feeling.

    🚨 <b>Is it happening now, or is someone in danger? Call { $emergency }.</b> I cannot send help.

    What you write is read by { $council }. Your name is not passed on to any group. This is not a police report.

    Write in your own words, just as it is. One message is enough.

    /hjalp how it works
    /integritet who reads and for how long
    /mina what you have told
    /radera delete
    /sprak change language
help =
    <b>How it works</b>

    Write what happens, where and roughly when. You get a receipt with a reference at once.

    • <b>Is it happening now?</b> Call { $emergency }.
    • <b>A police report or a tip to the police</b> that can wait: call { $police }.
    • Every week the groups that work with the matter get a summary, without names.
    • You decide: answer my questions if you like, skip them otherwise.

    /mina shows what you have told
    /radera deletes some of it, or everything
    /folj tells you what has been done in an area
    /integritet tells who reads it and for how long it is kept
help-lines =
    <b>Someone to talk to</b>
help-line = { $label }: { $number } ({ $hours })

## Privacy

privacy =
    <b>How what you write is handled</b>

    <b>Controller:</b> { $controller }. Contact: { $email }. Data protection officer: { $dpo }.

    <b>Why:</b> { $purpose }

    <b>Legal basis:</b> { $legal_basis }

    <b>Who reads it:</b> { $who_reads } Your name and your account are not shown to any group.

    <b>What I keep:</b> The text you write, encrypted. A copy with personal data taken out. Your Telegram number, encrypted, so that I can answer you. The language I answer in. I do not keep your name or user name.

    <b>Pictures, videos, voice messages and PDFs:</b> I take out position, time, camera and author and keep the rest encrypted, as long as the original text. Nothing is transcribed or interpreted automatically. Only somebody with a reason looks or listens, and that is noted. Remember that faces, voices and signs remain.

    <b>For how long:</b> The link to you is broken { $contact_days } after the case is closed. The original text is removed after { $text_days }, and the whole case after { $concern_days }. Messages that are not tips are removed after { $unsorted_days }.

    <b>Telegram:</b> You are protected from the municipality learning who you are, but you are not anonymous to Telegram, which knows your account.

    <b>Not a police report:</b> { $not_a_police_report }

    <b>Your rights:</b> /mina shows what you have told. /mindata sends all that is kept about you. /radera deletes it at once. You can ask for a copy, a correction, or object at { $email }, and complain to the Swedish Authority for Privacy Protection (imy.se).

days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

## Language

language-name = English
# What somebody writes to change the language, comma between.
language-words = english, engelska
language-button = 🌐 Language · Språk · لغة · Luqad
language-ask = Which language shall I answer in?
language-set = I now answer in <b>English</b>. To change again: /sprak
command-sprak = Change language · Byt språk

## Receipt

receipt =
    Thank you for telling. It is kept as <b>{ $reference }</b>.
receipt-positive =
    Thank you, that is good to hear. It is kept as <b>{ $reference }</b>.
receipt-added =
    Thank you, I have added it to <b>{ $reference }</b>.
receipt-theme = I understand it as: <b>{ $theme }</b>
receipt-theme-guess = I think it is about: <b>{ $theme }</b>. A person will look at it.
receipt-theme-unknown = A person will read and sort it.
receipt-place = Place: <b>{ $place }</b>
receipt-next = Those who work with the matter get it in this week's summary.
receipt-next-soon = Those who work with the matter are told at once.
receipt-other-language = I read Swedish and English myself. A person will read what you have written.
receipt-not-read = I could not read the text myself, but it is kept. A person will read it.
media-danger = 🚨 <b>Is it happening now, or is anybody in danger? Call { $emergency }.</b> Nobody looks at or listens to this at once.
media-begun =
    Thank you. I have received { $what }, which is in <b>{ $reference }</b>.

    I cannot see or hear what the file holds myself: a person goes through it. Position, time, camera and author are taken out before it is kept, encrypted.
media-ask = Please tell me in a few words what it is about and where it is. Just write it as your next message.
media-joined = I have received { $what }, which is now part of <b>{ $reference }</b>. A person goes through it.
media-with-text = I have received { $what } too. A person goes through it. Position, time, camera and author are taken out of the file before it is kept, encrypted.
media-replaced = You have replaced { $what } in <b>{ $reference }</b>. What you sent before is removed.
media-lost = This is about <b>{ $reference }</b>.
media-refused-off = I cannot keep { $what }: I do not take in such files here. Please describe it in words.
media-refused-big = I cannot keep { $what }: the file is larger than { $megabytes } MB. Please send a smaller one, or describe it in words.
media-refused-many = I cannot keep { $what }: there are { $count } files in the same case already. Please describe the rest in words.
media-refused-type = I cannot keep { $what }: I do not take in that type of file. Write it as text, or send a picture or a PDF.
media-refused-broken = I cannot keep { $what }: the file cannot be read. Please send it again, or describe it in words.
media-refused-gone = I cannot keep { $what }: the file could not be fetched from Telegram. Please send it again, or describe it in words.
question-kept =
    That sounds like a question, and I am sorry that I cannot answer questions.

    • The police, when it can wait: { $police }
    • { $municipality }: { $email }
    • How I work: /hjalp

    Would you like { $council } to read the question?
question-keep-button = Yes, include it
question-now-kept = It is included, as <b>{ $reference }</b>.
chatter =
    Hello. Please tell me what worries you where you live: what happens, where and when. Is it happening now? Call { $emergency }.
chatter-after =
    What you told is still kept as <b>{ $reference }</b>. Write if there is anything more.
spam =
    I only take in what concerns safety in { $municipality }. If something worries you, write it in your own words.

## Danger

danger-now =
    🚨 <b>Call { $emergency } now.</b>

    Say where you are and what is happening. Get yourself to safety first. If you cannot speak: call anyway and keep the line open.

    I am a bot and cannot send help.
danger-crime =
    If it is urgent, or you feel threatened: call <b>{ $emergency }</b>. Otherwise you reach the police at <b>{ $police }</b>.
danger-suicide =
    Thank you for writing. You are not alone, and there is help now. If life is in danger: call <b>{ $emergency }</b>.
danger-partner_violence =
    Nobody should have to be afraid at home. If there is danger now: call <b>{ $emergency }</b>. Here is someone to talk to:
danger-child =
    A child who is being harmed needs an adult. If there is danger now: call <b>{ $emergency }</b>. You can also get advice here:
danger-where-near = You have shared a position. Tell { $emergency }: near <b>{ $place }</b>, <b>{ $lat }</b> north, <b>{ $lon }</b> east.
danger-where = You have shared a position. Tell { $emergency }: <b>{ $lat }</b> north, <b>{ $lon }</b> east.

## Place

ask-place =
    Where is the problem? Write the place, or choose below. You can also skip this.
ask-place-list = Choose a district (page { $page } of { $pages }):
place-button-share = 📍 Share a position
place-button-list = Choose from a list
place-button-skip = Skip
place-button-change = Change place
place-button-next = More ▶
place-button-back = ◀ Back
place-share-how = Press the button below to share a position. I ask first, and do not keep it if it is only your own.
place-share-button = 📍 Share my position
place-share-cancel = No, skip it
place-set = Thank you. The place of <b>{ $reference }</b> is now <b>{ $place }</b>.
place-skipped = That is quite all right. <b>{ $reference }</b> is kept without a place.
place-stays = That is quite all right. <b>{ $reference }</b> stays at <b>{ $place }</b>.
position-ask = Is the problem <b>here</b> ({ $area })?
position-yes = Yes, it is here
position-no = No, that is only where I am
position-forgotten = Then I have forgotten the position.
position-outside = That place is outside { $municipality }. I have not kept the position. Please write where the problem is.
position-nothing-open = I have not kept the position. Please write first what it is about.

## Correcting a receipt

confirm-button = That's right
confirmed = Thank you, good to know.
theme-button-change = Change topic
theme-button-all = All topics
theme-button-none = Something else
add-more-button = Add more
add-more = Write what you would like to add. Your next message goes to <b>{ $reference }</b>.
place-button-type = Type it myself
place-button-other = Somewhere else
place-type-how = Write where it is, in your own words. Your next message becomes the place of <b>{ $reference }</b>.
place-not-found = I cannot find that place, but what you wrote is kept in <b>{ $reference }</b> and a person will read it. You can also choose a district from the list.
ask-which-place = Several places have that name. Which one do you mean?
ask-theme = What is <b>{ $reference }</b> about?
theme-set = Thank you. <b>{ $reference }</b> is now about: <b>{ $theme }</b>.
theme-none = Thank you. A person will read and sort <b>{ $reference }</b>.
theme-stays = That is quite all right. <b>{ $reference }</b> stays as it was.
concern-closed = <b>{ $reference }</b> is closed and can no longer be changed. If there is something more, please write to me.
concern-shown = <b>{ $reference }</b> · { $status }

## Mine

mine-empty = You have nothing kept here.
mine-title = <b>What you have told</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
status-new = received
status-open = in progress
status-done = dealt with
status-closed = closed
no-theme = not sorted
no-place = without a place
concern-what = { $theme }, { $place }
concern-button = { $reference } · { $what }

## Delete

delete-empty = You have nothing kept here, so there is nothing to delete.
delete-choose = What would you like to delete?
delete-button-all = Everything about me
delete-confirm = Delete <b>{ $reference }</b>? This cannot be undone.
delete-confirm-all = Delete <b>everything</b> that is kept about you? This cannot be undone.
delete-yes = Yes, delete
delete-no = No, keep it
delete-done = <b>{ $reference }</b> is deleted. What has already been sent in a summary cannot be called back, but your name is never in it.
delete-done-all = Everything about you is deleted. What has already been sent in a summary cannot be called back, but your name is never in it.
delete-held = I cannot delete <b>{ $reference }</b>. The municipality has to keep it by a decision ({ $decision }), and while that stands, the link to you is kept too. Write to { $email } if you wonder why or do not agree.
delete-done-held = Everything else about you is deleted, but not <b>{ $reference }</b>. The municipality has to keep it by a decision ({ $decision }), and while that stands, the link to you is kept too. Write to { $email } if you wonder why or do not agree.
delete-kept = Nothing is deleted.
delete-button = Delete
delete-unknown = I find no such case among yours. /mina shows them.

## Other

button-old = That button is too old. Please write to me instead, or use /mina.
command-unknown = I do not know that command. /hjalp shows what I can do.
edited = Thank you, I have read your change of <b>{ $reference }</b>.
edited-gone = I no longer have that message. Please write it anew if you want me to take it in.
unreadable =
    I cannot take in such things, so { $what } is not kept. Please describe in words what worries you, or send a picture, a video, a voice message or a PDF.
unreadable-photo = the picture
unreadable-video = the video
unreadable-voice = the voice message
unreadable-audio = the audio file
unreadable-document = the file
unreadable-sticker = the sticker
unreadable-poll = the poll
unreadable-contact = the contact
unreadable-other = what you sent
trouble =
    Something went wrong on my side, but what you wrote is received and a person is told. Is it happening now? Call { $emergency }.
trouble-storing =
    I cannot keep anything right now. Please write again in a while. Is it happening now? Call { $emergency }. The police, when it can wait: { $police }.

join-not-here = That command is for the coordinators' groups. Just write what worries you, and I will take it in.

## Groups

group-joined =
    This group now gets the weekly digest of <b>{ $focus_area }</b>: { $weekday } at { $time }.
group-added =
    Hello. I am { $bot_name }. This group gets nothing from me yet: ask whoever looks after the bot for a code and write <code>/koppla CODE</code> here. I do not read what is written in the group. If you want to tell about something that worries you, write to me in private.
group-code-wrong = The code is not right. Ask for a new one: <code>brabot group invite</code>.
group-code-expired = The code is too old. Ask for a new one: <code>brabot group invite</code>.
group-code-used = The code has been used. Ask for a new one: <code>brabot group invite</code>.
group-code-missing = Write the code after the command: /koppla CODE
alert =
    { $urgency ->
        [now] 🚨 <b>Acute</b>
       *[soon] ⚠️ <b>Urgent</b>
    } · { $reference } · { $at }
alert-told-now = The person who wrote has been told to call { $emergency }.
alert-told-soon = The person who wrote has been given numbers for help.
alert-theme = Theme: { $theme }
alert-place = Place: { $place }
alert-withheld = The text is not shown here since the subject is sensitive. The coordinator can read it.
alert-files = 📎 { $count ->
        [one] One file (picture, video, sound or document) is with the coordinator.
       *[other] { $count } files (pictures, videos, sounds or documents) are with the coordinator.
    }
alert-wave =
    🔁 { $reference } has now come { $count } times with the same text and the same place, since { $since }. There is no alert for each.
weekday-monday = Mondays
weekday-tuesday = Tuesdays
weekday-wednesday = Wednesdays
weekday-thursday = Thursdays
weekday-friday = Fridays
weekday-saturday = Saturdays
weekday-sunday = Sundays

# What somebody writes so as not to answer the question about the place, comma between.
place-skip-words = no, don't know, dont know, no idea, skip, doesn't matter, no thanks, never mind

## The list of commands

command-hjalp = How it works, and whom you can call
command-mina = What you have told
command-radera = Delete something, or everything
command-integritet = Who reads it, and for how long

## Deliveries of digests, for who looks after the bot

group-joined-admin =
    This group is now told when something goes wrong with the digests. Nothing that residents write is shown here.
delivery-admin = those who look after the bot
delivery-week = week { $number } { $year }
delivery-channel =
    { $channel ->
        [telegram] Telegram
        [mail] e-mail
       *[none] removed
    }
delivery-state =
    { $state ->
        [waiting] waiting
        [sent] sent
        [failed] failed
        [missed] missed
       *[withdrawn] taken back
    }{ $sendings ->
        [0] { "" }
        [1] { "" }
       *[other] { " " }({ $sendings } times)
    }{ $dismissed ->
        [yes] , dismissed
       *[no] { "" }
    }
delivery-reason =
    { $reason ->
        [Forbidden] the bot may not write in the group any more
        [BadRequest] Telegram did not accept the message
        [RetryAfter] Telegram asked the bot to wait
        [retry_after] Telegram asked the bot to wait
        [TimedOut] Telegram did not answer in time
        [NetworkError] Telegram could not be reached
        [InvalidToken] Telegram does not accept the bot's token
        [chat_migrated] the group got a new number at Telegram
        [mail_refused] the mail server did not take the mail
        [mail_bounced] the mail came back
        [mail_delayed] the mailbox could not be reached
        [mail_server_refuses] the mail server does not let the bot in
        [mail_not_configured] no mail server is set
        [beyond_catch_up] too old to be sent belatedly
        [quote_deleted] something quoted in it has been removed; made anew without the quote
        [group_removed] the group was removed before it arrived
       *[other] { $code }
    }
delivery-remedy =
    { $how ->
        [missed] Send it all the same: <code>brabot deliveries resend { $number }</code>. If nobody needs it: <code>brabot deliveries dismiss { $number }</code>.
        [group_gone] The group is gone. Invite it anew (<code>brabot group invite { $focus_area }</code>), then send: <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>. Dismiss this one: <code>brabot deliveries dismiss { $number }</code>.
        [mail_refused] Check the address. If it is right: <code>brabot deliveries resend { $number }</code>. If not: remove the group, add the right address and send with <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>.
        [mail_bounced] Check the address. If it is right: <code>brabot deliveries resend { $number }</code>. If not: remove the group, add the right address and send with <code>brabot digest --focus-area { $focus_area } --period { $period } --send</code>.
       *[other] Try again: <code>brabot deliveries resend { $number }</code>. If it happens again, the cause stands in the log, under sending_failed.
    }
admin-heading = The digests need somebody to look after them
admin-delivery-failed = { $focus_area }, { $period }, to group { $group } (delivery { $number }) did not arrive: { $reason }. { $remedy }
admin-digests-missed =
    { $focus_area }, group { $group }: { $count ->
        [one] the digest of { $period } has not been sent, and is too old to be sent belatedly.
       *[other] { $count } digests, from { $first } to { $period }, have not been sent and are too old to be sent belatedly.
    } To send all the same, one at a time: <code>brabot deliveries resend NUMBER</code>. <code>brabot deliveries --failed</code> shows the numbers.
admin-digest-waiting =
    { $focus_area }, { $period }, to group { $group } (delivery { $number }) has waited for more than { $hours } hours{ $why ->
        [known] : { $reason }
       *[unknown] { "" }
    }. Check that <code>brabot run</code> is running, and what its log says.
admin-digest-not-made = { $focus_area }, { $period }, to group { $group } should have been sent but has not been made. Check that <code>brabot run</code> is running. If it is, the cause stands in its log, under digest_not_made.
admin-group-lost = Group { $group } ({ $focus_area }) has removed the bot or shut it out, and gets nothing more. Invite it anew: <code>brabot group invite { $id }</code>.
admin-focus-area-gone = Group { $group } belongs to the focus area { $id } ({ $focus_area }), which themes.toml has no more, and gets no digests. Put the focus area back or remove the group: <code>brabot group remove { $group }</code>.
admin-config-heading = The configuration
admin-config-taken-up = A change is in use now (version { $version }). { $what }
admin-config-refused =
    A change was not taken up, and the bot answers as before. { $faults }{ $more ->
        [0] { "" }
        [one] { " " }And one fault more.
       *[other] { " " }And { $more } faults more.
    } All that is wrong: <code>brabot config check --tests</code>.
admin-more =
    { $count ->
        [one] And one thing more.
       *[other] And { $count } things more.
    }
admin-see-all = All that has not arrived: <code>brabot deliveries --failed</code>

## My data, and when it gets too much

mine-page = Page { $page } of { $pages }.
mine-end = Press a report to see or change it. Get everything: /mindata. Delete: /radera
limited = I take in and keep everything you write, but I am not answering every message right now. I will answer again in a while. Is anyone in danger? Call { $emergency }.
muted = I take in and keep what you write, but I no longer pass it on. If you think that is wrong, or have something important to tell: write to { $email }. The police, if it is not urgent: { $police }. Is anyone in danger? Call { $emergency }: that I always answer.
muted-until = I take in and keep what you write, but I do not pass it on until { $date }. If you think that is wrong, or have something important to tell: write to { $email }. The police, if it is not urgent: { $police }. Is anyone in danger? Call { $emergency }: that I always answer.
delete-recallable = It has been shown in a group. I will delete it there too, but somebody may have read it already.
delete-lasting = Some of it was shown in a group more than two days ago. I cannot delete it there, but your name is never in it.
command-mindata = Get everything that is kept about you
privacy-pace = <b>How often you write:</b> For at most two days I remember when and how often you have written, so that nobody can flood me.
mindata-ask =
    I can send you everything that is kept about you as two files: one to read and one for computers.

    <b>The files then stay here in the chat.</b> Whoever can open your phone can read them. Delete them from the chat when you have read them.
mindata-button-yes = Yes, send the files
mindata-button-no = No
mindata-not = Then I send nothing.
mindata-wait = You have just had the files. You can ask for new ones from { $time }.
mindata-caption = Everything that is kept about you, to read. Open the file in a web browser. Delete it from the chat if somebody else can read on your phone.
mindata-caption-json = The same, for computers (JSON).
mindata-title = What is kept about you
mindata-made = Made { $date }.
mindata-you = You
mindata-account = Your number at Telegram (kept encrypted)
mindata-since = Known since
mindata-language = Language
mindata-muted = Not passed on
mindata-concerns = What you have told
mindata-empty = Nothing.
mindata-told = Sent
mindata-kind = Kind
mindata-kind-value =
    { $kind ->
        [concern] something that worries
        [question] question
        [positive] something good
        [chatter] greeting or small talk
        [spam] advertising
       *[other] other
    }
mindata-theme = Subject
mindata-place = Place
mindata-urgency = How urgent
mindata-urgency-value =
    { $urgency ->
        [now] acute
        [soon] urgent
       *[normal] not urgent
    }
mindata-status = Status
mindata-pseudonym = What the coordinator sees instead of you that month
mindata-original = Your text
mindata-gone = Deleted, as the rules say.
mindata-masked = The copy without personal data
mindata-reading = How the bot read the text
mindata-files = Files
mindata-file-missing = The file is too large to be included here. Ask { $email } for it.
mindata-file-none = Nothing of it is kept.
mindata-held = Must be kept by decision
mindata-answers = Answers
mindata-following = Areas you follow
mindata-corrections = Corrections
mindata-by =
    { $who ->
        [resident] by you
       *[other] by the council
    }
mindata-history = What the council has done
mindata-action =
    { $what ->
        [concern_status_set] new status
        [original_read] the original text was read
        [media_read] the files were looked at
        [concern_area_set] the place was changed
        [concern_theme_set] the subject was changed
        [resident_muted] what you write was no longer passed on
        [resident_unmuted] what you write is passed on again
       *[other] something else
    }
mindata-conversation = The conversation
mindata-conversation-what = The bot remembers which report the conversation is about, whether a question is open, when you wrote and how often. It is forgotten within two days. This is what it says:
mindata-waiting = Waiting to be sent to you
mindata-unhandled = Came in, but could not be dealt with
mindata-rules = Rules, and how long things are kept
mindata-not-kept = Not kept: your name, your username, your phone number, and a position that you have not said the problem is at. What has been sent in a summary is numbers and short quotes without names.

## Answers, and areas that are followed

status-told = <b>{ $reference }</b>: { $status }
answer-told = <b>Answer about { $reference } from { $council }</b>
answer-language = The text is written in: { $language }
answer-button = Answer
answer-ask = Write what you would like to answer about <b>{ $reference }</b>. I pass it on without your name.
answer-taken = Thank you. What you wrote about <b>{ $reference }</b> goes to { $council }, without your name.
answer-reopened = <b>{ $reference }</b> is open again.
answer-shown = <b>Answer to you { $date }</b>
follow-none = You do not follow any area. Choose one, and you will be told when something has been done there. Nobody is told that you follow it.
follow-list = <b>You follow:</b> { $areas }
follow-choose = Which area would you like to follow? Page { $page } of { $pages }.
follow-choose-button = Choose an area
follow-button = Follow { $area }
follow-stop-button = Stop following { $area }
follow-started = You follow <b>{ $area }</b>. You will be told when something has been done there, nothing else. Nobody is told that you follow it.
follow-stopped = You no longer follow <b>{ $area }</b>.
follow-unknown = I do not know the area { $area }.
follow-nearest = I do not know the area { $area }. Did you mean <b>{ $guess }</b>?
followup-told = <b>You told us. This has been done: { $area }</b>
command-folj = Be told what has been done in an area
privacy-answers = <b>Answers and areas you follow:</b> Answers to you are kept encrypted with your report. What you answer is passed on without personal data. An area that you follow is kept until you stop following it or delete everything about you, even without any report.

## Groups: answer, status, done

group-not-joined = This chat is not a group of a focus area, so I cannot do that here. Whoever runs the bot joins it with a code: /koppla CODE
group-help =
    <b>What the group can do</b>

    /svara B-7K3Q your text: answer whoever wrote
    /status B-7K3Q open: say how far the work has come (new, open, done, closed)
    /status B-7K3Q done The lamps are mended: the same, with a note
    /gjort Norrby your text: tell those who follow the area what has been done

    What you write is sent word for word. Who wrote it, and in which group, is never told. You are never told who receives it.
group-reference-unknown = I find no { $reference } that this group works with.
group-answer-usage = Write the reference and then the answer: /svara B-7K3Q Thank you, the lamps are mended on Thursday.
group-answer-soon = The answer about <b>{ $reference }</b> is on its way, without your name. An answer back will stand here.
group-answer-later = The answer about <b>{ $reference }</b> is sent at { $time }, after the quiet hours, without your name. An answer back will stand here.
group-answer-nobody = Whoever wrote <b>{ $reference }</b> can no longer be reached: the link to a person has been removed, or never was. The answer is not sent.
group-status-usage = Write the reference and how far the work has come: /status B-7K3Q done. There are new, open, done and closed.
group-status-note = A note can be given when something is done or closed. Otherwise write /svara { $reference } and your text.
group-status-soon = <b>{ $reference }</b>: { $status }. Whoever wrote is told.
group-status-later = <b>{ $reference }</b>: { $status }. Whoever wrote is told at { $time }, after the quiet hours.
group-status-nobody = <b>{ $reference }</b>: { $status }. Whoever wrote can no longer be reached.
group-status-nothing = <b>{ $reference }</b>: { $status }. There is nothing new to tell whoever wrote.
group-text-long = The text has { $count } characters. At most { $most } fit.
group-text-names = Nothing is sent: "{ $name }" may show who somebody is. Write without names, accounts and the name of the group.
group-reply = Answer about <b>{ $reference }</b> from whoever wrote:
group-reply-unread = There is an answer about <b>{ $reference }</b> that could not be masked. The coordinator can read it.
group-reply-withheld = There is an answer about <b>{ $reference }</b>. The text is not shown here since the subject is sensitive. The coordinator can read it.
group-reply-file = There is a picture or file about <b>{ $reference }</b>. The coordinator can open it.
group-reopened = <b>{ $reference }</b> was closed and is open again: there is more.
group-done-usage = Write the area and what has been done: /gjort Norrby There are new lamps in the tunnel.
group-done-nearest = I do not know the area { $area }. Did you mean { $guess }? Then write /gjort { $guess } and your text.
group-done-elsewhere = { $area } is outside the group's field. Nothing is sent.
group-done-few = nobody or a few
group-done-many = { $count } people
group-done-confirm = This is sent word for word to those who follow <b>{ $area }</b> ({ $many }):
group-done-yes-button = Send
group-done-no-button = Do not send
group-done-sent = Sent to those who follow <b>{ $area }</b>.
group-done-later = Sent at { $time }, after the quiet hours, to those who follow <b>{ $area }</b>.
group-done-already = It has been sent to those who follow <b>{ $area }</b> already.
group-done-dropped = Nothing is sent.
group-done-gone = It can no longer be sent. Write it again with /gjort.
group-command-svara = Answer whoever wrote: B-7K3Q and text
group-command-status = How far the work has come: B-7K3Q done
group-command-gjort = Tell what has been done: area and text
group-command-hjalp = What the group can do
