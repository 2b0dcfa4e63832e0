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

    <b>For how long:</b> The link to you is broken { $contact_days } after the case is closed. The original text is removed after { $text_days }, and the whole case after { $concern_days }. Messages that are not tips are removed after { $unsorted_days }.

    <b>Telegram:</b> You are protected from the municipality learning who you are, but you are not anonymous to Telegram, which knows your account.

    <b>Not a police report:</b> { $not_a_police_report }

    <b>Your rights:</b> /mina shows what you have told. /radera deletes it at once. You can ask for a copy, a correction, or object at { $email }, and complain to the Swedish Authority for Privacy Protection (imy.se).

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
receipt-attachment = The text is kept. I cannot take in { $what } yet, so it is not kept.
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

## Mine

mine-empty = You have nothing kept here.
mine-title = <b>What you have told</b>
mine-row = <b>{ $reference }</b> · { $date } · { $what } · { $status }
mine-more = Only the latest { $count } are shown.
mine-end = Delete something: /radera
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
delete-kept = Nothing is deleted.
delete-button = Delete
delete-unknown = I find no such case among yours. /mina shows them.

## Other

button-old = That button is too old. Please write to me instead, or use /mina.
command-unknown = I do not know that command. /hjalp shows what I can do.
edited = Thank you, I have read your change of <b>{ $reference }</b>.
edited-gone = I no longer have that message. Please write it anew if you want me to take it in.
unreadable =
    I can only read text so far, so { $what } is not kept. Please describe in words what worries you.
unreadable-photo = the picture
unreadable-video = the video
unreadable-voice = the voice message
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
admin-more =
    { $count ->
        [one] And one thing more.
       *[other] And { $count } things more.
    }
admin-see-all = All that has not arrived: <code>brabot deliveries --failed</code>
