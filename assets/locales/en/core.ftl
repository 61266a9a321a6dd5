# What the core says to the person at the desk: what happened, what it means for the data, what to do.

## What it means for the data

data-unchanged = Nothing was changed.
data-not-saved = What was being saved was not saved; everything before it is safe.
data-untouched = The data is untouched.
data-file-unchanged = The file was not changed.

## What the system said

io-not-found = it is not there
io-denied = the system does not allow it
io-read-only = the disk may only be read
io-full = the disk is full
io-not-text = it is not text in UTF-8
io-other = the system says “{ $detail }”

## Opening and closing

disk-full = The disk is full.
disk-full-next = Free some space on the disk and do it again.
locked = The practice is locked.
locked-next = Unlock the practice first.
absent = There is no practice in this folder.
absent-next = Choose another folder, or set up a new practice.
half = The file { $file } is missing from the practice’s folder.
half-next = Do not set up a new practice in this folder. Bring the missing file back from your own copy of the folder.
wait = { $seconds ->
    [one] Too many wrong passphrases; the next try is possible in { $seconds } second.
   *[other] Too many wrong passphrases; the next try is possible in { $seconds } seconds.
  }
wait-next = Wait, then try again, or use the recovery code.
invalid-next = Correct it and try again.
request-malformed = The window asked for { $name } in a way that is not understood: { $detail }.
request-malformed-next = Restart Daybook; if it happens again, install it anew.
window-fault = Daybook met a fault of its own.
window-fault-data = Everything you saved is safe; what you just asked for was not done, or not shown.
window-fault-next = Look whether it is there, and try again.
window-closing = The window is closing.
window-closing-data = What you just asked for was not done.
window-closing-next = Open Daybook again.

## Booking

clash-provider = { $provider } is with { $patient } from { $from } to { $to }.
clash-chair = { $chair } is taken by { $patient } from { $from } to { $to }.
clash-patient = The patient is here already: { $patient } from { $from } to { $to }.
clash-next = Choose another time or chair, or book over it knowingly.
clash-unreadable = a visit that cannot be read
closed-practice = The practice is closed on { $date }: { $name }.
closed-provider-off = { $provider } does not work then.
closed-provider-elsewhere = { $provider } works in another chair then.
closed-provider-inactive = { $provider } no longer takes visits.
closed-chair-off = { $chair } is closed then.
closed-chair-inactive = { $chair } is no longer in use.
closed-of = of { $whose }
closed-of-practice = of the practice
closed-blocked = The time { $of } is blocked until { $until }: { $name }.
closed-kept = The time { $of } is kept until { $until } for { $types }: { $name }.
closed-kept-others = other types
closed-chair-not-for = { $kind } is not done in { $chair }.
closed-provider-not-for = { $kind } is not done by { $provider }.
lands-on = { $count ->
    [one] A visit is booked where “{ $what }” is to be: { $visits }
   *[other] { $count } visits are booked where “{ $what }” is to be: { $visits } { $more ->
        [0] { "" }
       *[other] And { $more } more.
    }
  }
lands-on-visit = { $patient } on { $date } from { $from } to { $to }.
other-hours-of = the other hours of { $who }
day-off-of = { $note } of { $who }
closure-unnamed = the closure
lands-on-next = Move or cancel them first, or save it all the same: then they stay where they are.
closed-next = Choose another time, or book it all the same.
wall-zone-unknown = “{ $zone }” is not a time zone; use a name such as Europe/Berlin
wall-skipped = { $at } does not exist on that day: the clocks are set forward over it
duplicate = This is probably a patient who is there already: { $names }.
duplicate-next = Open the patient who is there, or save as another person.
status-locked = The visit is completed and locked.
status-not-begun = The visit has not begun yet.
status-not-today = The visit is not today.
status-locked-next = If it was marked by mistake, change it knowingly; the trail then says so.
status-time-to-come = That time is still to come.
status-time-other-day = That time is on another day than the visit.
status-time-next = Correct the time and try again.
status-not-arrived = The visit has not come so far: the patient has not arrived.
status-not-seated = The visit has not come so far: the patient is not in the chair yet.
status-not-done = The visit has not come so far: the patient is not done yet.
status-out-of-order = The times are out of order: a patient arrives, then is seated, then is done; correct the other one first.
status-set-by-person = A person set the confirmation, so no machine does.
status-set-by-person-next = Leave it; a person can still change it at the desk.
status-answered = The patient has answered already.
status-at-beginning = The visit is where it began.
status-next = Check that it is the right visit.
deceased = { $patient } has died; no visit can be booked.
import-running = An import is running.
import-running-next = Wait until it is done, or cancel it. Reading goes on meanwhile.
stale = Somebody else changed this in the meantime.
stale-next = Look at it as it is now and change it again.
in-use = It is in use by now, so it stays.
in-use-next = Leave it, or take it out of use where it is kept.
not-found = { $thing ->
    [appointment] The visit is not there.
    [appointment-type] The appointment type is not there.
    [block-out] The block-out is not there.
    [block-out-type] The kind of block-out is not there.
    [chair] The chair is not there.
    [closure] The closure is not there.
    [day] The day is not there.
    [entry-of-the-list] The entry of the list is not there.
    [household] The household is not there.
    [mailbox] The mailbox is not there.
    [message] The message is not there.
    [rule] The rule is not there.
    [stop] It is not on the list.
    [notice] The notice is not there.
    [import] There is no import.
    [patient] The patient is not there.
    [provider] The provider is not there.
    [recovery-code] No recovery code was offered.
    [view] The saved view is not there.
   *[record] The record is not there.
  }
not-found-next = Read the list again; it may have been changed elsewhere.

## Fields, and what may be wrong with them

invalid-date = “{ $text }” is not a date; write 2026-11-23.
invalid-time = “{ $text }” is not a time; write 2026-11-23T09:00.
invalid-clock = “{ $text }” is not a time of day; write 08:30, or 24:00 for the end of the day
invalid-year = The year must be from { $first } to { $last }.
invalid-id = “{ $text }” is not an id.
invalid-pattern = “{ $text }” is not a pattern; write X for five minutes of the provider’s, / for an assistant’s
invalid-week = A week has seven days.
invalid-shift = { $to } is not after { $from }.
invalid-minutes = A visit takes between 1 minute and 24 hours.
invalid-last-day = The last day is before the first.
invalid-whole-path = Give the whole path, from the root folder on.
invalid-import-field = There is no field { $field }.
invalid-language = Daybook does not speak “{ $language }”.
invalid-passphrase-short = The passphrase needs at least { $shortest } characters.
invalid-code-other = This is not the code that was shown.
invalid-email = { $address } is not an e-mail address.
name-missing = A name is needed.
name-missing-practice = The practice needs a name.
name-missing-patient = The patient needs a name.
name-missing-household = The household needs a name.
name-taken-provider = There is a provider named { $name } already.
name-taken-chair = There is a chair named { $name } already.
name-taken-type = There is a type named { $name } already.
chart-number-taken = Chart number { $number } belongs to another patient.
openings-too-far = Openings are looked for over { $days } days at the most; from { $from } that is until { $until }.
move-ended = A cancelled or missed visit is booked anew, not moved.
asap-not-to-come = Only a visit that is still to come can come sooner.
list-not-written = Only the waiting list and planned visits are written.
list-booked-already = A visit that is booked already is moved, not booked again.
let-go-no-reason = Say why it is not booked; the reason stays on record with it.
let-go-booked = Only a missed or cancelled visit is let go; this one is booked.
confirmed-not-to-come = Only a visit that is still to come is confirmed.
list-another-patient = The entry of the list is another patient’s.
waiting-not-active = { $patient } is not an active patient; make the patient active first.
invalid-wish-hours = { $to } is not after { $from }.
cancel-no-reason = Say why the visit is cancelled; the reason stays on record with it.
cancel-already = The visit is cancelled already.
status-cancelled = A visit is cancelled with a reason, not by its status alone.
series-no-step = Visits of a series are at least a day apart.
series-too-few = A series has at least two visits.
series-too-many = A series has at most { $most } visits.
series-too-late = The series would go on beyond the year { $year }.
series-nothing-left = No visit of the series from here on is still to be.
series-none = This visit belongs to no series; change it by itself.
series-no-end = Say how many visits, or until which day.
family-too-many = Up to { $most } people are booked together.
invalid-no-such-day = No calendar has that day.
schedule-too-long = At most { $days } days can be shown at once.
name-taken-view = There is a view named { $name } already.
view-name-long = The name is longer than { $limit } characters.
view-keys = The keys are F1 to F12.
view-key-taken = F{ $key } is the key of { $name }.
view-grid = A step is 5, 10 or 15 minutes.
view-from = A day cannot begin at its end.
view-not-kept = The view could not be kept for the next start: { $error }.
waiting-alert-range = The waiting room warns after 1 to { $most } minutes.
calls-days = The list is for 1 to { $most } days.
calendar-whose = Say whose calendar it is.
print-which = Say which: { $field }.
card-of-one-to-come = This visit is over or will not take place; a card is of one to come.
letter-no-visit = { $patient } has no visit to come.
letter-died = { $patient } has died; nothing is sent.
letter-not-active = { $patient } is { $status }; only active and prospective patients are written to.
folder-not-there = There is no folder { $folder }.
power-cut-evening = The sheet of the next day is made in the afternoon or evening, from 12:00 to 23:59.
power-cut-folder = Choose the folder with its whole path, from the root folder on.
power-cut-keep = Sheets are kept for { $least } to { $most } days.
power-cut-short = A sheet is encrypted with a passphrase of at least { $shortest } letters, digits or signs.
power-cut-passphrase = No reader program takes a passphrase that long, or with such characters in it.
power-cut-no-folder = No folder was chosen for the sheet yet; say which.
power-cut-no-day = Nobody works in the next two months; say which day.
power-cut-no-passphrase = No passphrase was chosen for the sheet yet; choose one in the settings.
name-taken-block-out-type = There is a kind of block-out named { $name } already.
block-out-for-which = Say for which types of visit the time is kept.
block-out-not-on = It does not fall on { $date }; read the day again.
block-out-type-retired = { $name } is no longer in use; choose another kind.
block-out-never = It would fall on no day at all; look at its weekdays and its last day.
block-out-weekday = Choose at least one weekday.
block-out-round = It repeats every 1 to { $most } weeks or months.
away-too-long = { $most } days at the most; who is away for longer is taken out of use.
hours-say-when = Say from when to when.
hours-overlap = Two of the times lie over each other.
closures-too-many = { $most } days are added at once at the most.
holidays-country = The holidays of “{ $country }” are not known; there are: { $known }.
holidays-region = { $country } has no region “{ $region }”; there are: { $known }.
holidays-years = Holidays are known from { $first } to { $last }.
invalid-weekday = A weekday is 0, Monday, to 6, Sunday.
demo-not-empty = There are patients in this practice already; the demo fills only an empty one.
unfit-long = { $field } has more than { $limit } characters
unfit-long-notes = { $field } are longer than { $kilobytes } KiB
unfit-future = { $date } is in the future
unfit-before-anyone = { $date } is before { $year }
unfit-no-visit-day = { $date } cannot be the day of a visit
unfit-died-before-birth = Died on { $death }, before the birth on { $birth }
of-field = { $field }: { $what }

## Files

file-path-no-name = The path { $path } names no file.
file-path-link = The path { $path } is a link; name the file that it leads to.
file-path-folder = The path { $path } is a folder; name a file in it.
file-path-odd = The path { $path } is no ordinary file.
file-path-practice = The path { $path } is in the practice’s own folder, where everything is encrypted; choose another folder.
file-not-opened = The file { $path } could not be opened: { $error }.
file-not-written = The file { $path } could not be written: { $error }.
file-not-read = The file { $path } could not be read: { $error }.
folder-not-made = The folder { $path } could not be made: { $error }.
theme-not-kept = Light or dark could not be kept: { $error }.
language-not-kept = The language could not be kept: { $error }.
file-next-not-found = Check the name: the file or its folder is not there.
file-next-denied = Choose a file or folder of your own, or have the rights to this one given to you.
file-next-not-text = Save the file as plain text in the encoding UTF-8, then try again.
file-next = Check that the disk is connected and the file not in use, then try again.
print-failed-part = The printing part { $part } of this installation is damaged.
print-failed-part-next = Install the program again.
print-failed-clock = The time of printing is not one that a PDF can hold.
print-failed-clock-next = Check the computer’s clock.
print-failed-write = The PDF could not be written: { $error }.
print-failed-write-next = Try again; if it fails again, print another day to see whether it is this one.

## The database

store-absent = The database { $path } is not there.
store-absent-data = Nothing was made in its place.
store-absent-next = Bring practice.db back, with practice.db-wal if there is one: from where they were moved to, or from your own copy of the folder.
store-already-there = There is a database already: { $path }.
store-cut-short = The database file is cut short: only { $bytes } bytes of it are left, too few to hold anything.
store-hollow = The database has nothing in it: what was saved is not in the file.
store-lost-data = No file was changed. What was saved last may still be in practice.db-wal.
store-lost-next = Do not delete anything. Copy the whole folder to another disk first, then bring practice.db back from your own copy of the folder.
store-unreadable = The database cannot be read with this practice’s key: the file is damaged or belongs to another practice.
store-damaged = The database is damaged: { $detail }.
store-row = A record cannot be read: { $detail }.
store-damaged-next = Do not delete anything. Run the check-up to see what is damaged, and keep a copy of the whole folder as it is. Daybook itself copies the database only before it changes its format, into the folder backups; a copy of your own may be newer.
store-newer = The database was written by a newer Daybook (format { $found }, this one knows { $known }).
store-newer-next = Install the newer Daybook and open the practice with that.
store-no-copy = The database is of an older format, and no copy of it could be kept before bringing it up to date: { $detail }.
store-no-copy-data = The data is untouched and was left in the older format.
store-no-copy-next = See that the disk has room and that you may write in the practice’s folder, then open the practice again.
store-busy = Another Daybook is writing to this practice right now.
store-busy-next = Wait until the other one is done and try again.
store-read-only = The practice’s folder may not be written to.
store-read-only-next = Check that the folder and the files in it belong to you and may be written to, and that the disk is not mounted for reading only.
store-io = The database did not answer the disk: { $detail }.
store-sql = The database refused: { $detail }.
store-next = Check the disk and try again.

## Keys

vault-absent = There is no key file (vault.json) in this folder. Either it is not a practice folder, or the file was moved away.
vault-absent-data = The data cannot be read without it.
vault-absent-next = Choose the right folder, or bring vault.json back from a backup.
vault-unreadable = The key file (vault.json) could not be read: { $error }.
vault-unreadable-next = Check that the disk is connected and that you may read the folder, then try again.
vault-newer = The key file (vault.json) has format { $found }; this version of Daybook knows formats up to { $known }.
vault-newer-next = Install the newer version of Daybook and open the practice with that.
vault-damaged = The key file (vault.json) is damaged: { $detail }.
vault-damaged-data = The database itself may be whole, but cannot be opened without its key.
vault-damaged-next = Do not delete anything; bring vault.json back from the latest backup.
vault-already-there = There is already a practice in this folder ({ $file } exists).
vault-already-there-next = Open that practice, or choose an empty folder for the new one.
vault-not-empty = This folder is not empty, so no practice was set up in it.
vault-not-empty-data = Nothing in it was changed.
vault-not-empty-next = Choose an empty folder, or a name that does not exist yet: the practice’s folder is then closed to other users.
vault-not-set-up = The practice could not be set up: { $error }.
vault-not-set-up-data = Nothing of it is left, and no data is lost.
vault-room-next = Check that the disk is not full and that you may write in the folder, then try again.
vault-not-written = The key file could not be written: { $error }.
vault-not-written-data = The earlier file is still in force and no data is lost.
vault-other = The key file (vault.json) in this folder belongs to another practice than the one that was opened.
vault-other-next = Close the practice and open it again.
vault-other-key = This key does not belong to this practice.
vault-other-key-next = Lock the practice, unlock it and try again.
vault-empty-passphrase = The passphrase is empty.
vault-empty-passphrase-next = Choose a passphrase of several words.
vault-wrong-passphrase = The passphrase is not right.
vault-wrong-passphrase-next = Check the keyboard layout and Caps Lock and try again, or use the recovery code.
vault-wrong-code = The recovery code is free of typing errors but does not open this practice.
vault-wrong-code-next = Look for the code that was printed last for this practice.
vault-not-tried = Nothing was tried.
vault-code-length = The recovery code has { $found } characters; a whole one has { $expected }.
vault-code-next = Compare it with the print, group by group.
vault-code-character = Group { $group } of the recovery code has a character that no recovery code contains.
vault-code-character-next = Compare that group with the print.
vault-code-typo = The recovery code has a typing error somewhere.
vault-no-slot = { $way ->
    [passphrase] This practice cannot be opened by passphrase: none is set up.
    [keyring] This practice cannot be opened by keyring: none is set up.
   *[recovery-code] This practice cannot be opened by recovery code: none is set up.
  }
vault-no-slot-next = Use another way in.
vault-slot-damaged = { $way ->
    [passphrase] The key file’s entry for the passphrase is damaged or was edited, and is not used.
    [keyring] The key file’s entry for the keyring is damaged or was edited, and is not used.
   *[recovery-code] The key file’s entry for the recovery code is damaged or was edited, and is not used.
  }
vault-slot-damaged-next = Use another way in and set this one up again, or bring vault.json back from a backup.
vault-slot-gone = This way in was already removed.
vault-slot-gone-next = Look at the list again.
vault-last-slot = { $way ->
    [passphrase] This is the last passphrase of the practice; without it the data could become unreadable for good.
    [keyring] This is the last keyring entry of the practice; without it the data could become unreadable for good.
   *[recovery-code] This is the last recovery code of the practice; without it the data could become unreadable for good.
  }
vault-last-slot-next = Set up another one first.
vault-keyring-absent = The keyring of this machine has no entry for this practice, or is locked.
vault-keyring-next = Unlock with the passphrase.
vault-keyring-locked = The keyring of this machine is locked.
vault-keyring-locked-next = Unlock the keyring, or use the passphrase.
vault-keyring-unavailable = This machine offers no working keyring.
vault-keyring-unavailable-next = Use the passphrase.
vault-keyring-wrong = The keyring of this machine holds a secret for this practice that does not open it.
vault-keyring-wrong-next = Unlock with the passphrase and set up the keyring again.
vault-anchor = The record of the last saved state in vault.json was changed by something other than Daybook, or is damaged.
vault-anchor-data = Whether the database is up to date cannot be told from it.
vault-anchor-next = Compare the practice with the latest backup before working on.
vault-no-randomness = The system gave no random numbers, so no safe key can be made.
vault-no-randomness-next = Restart the machine and try again.
vault-no-memory = The key could not be derived: there is too little memory.
vault-no-memory-next = Close other programs and try again.
vault-not-sealed = This is not a sealed file of Daybook.
vault-not-sealed-data = Nothing was taken from it.
vault-not-sealed-next = Choose another file.
vault-newer-seal = This file was sealed by a newer version of Daybook (format { $found }).
vault-newer-seal-data = It is untouched.
vault-newer-seal-next = Install the newer version to open it.
vault-seal-broken = The sealed file is damaged, cut short, or does not belong here.
vault-seal-broken-data = What was read from it must not be used.
vault-seal-broken-next = Use another copy of the file.
vault-too-long = The file is too large to be sealed.
vault-too-long-data = Nothing of it may be kept.
vault-too-long-next = Split it.
vault-half-data = What was written so far must not be used.
vault-input-next = Check the disk and try again.
vault-output-next = Check the free space and try again.
vault-input = The file could not be read: { $error }.
vault-output = The file could not be written: { $error }.

## Warnings on opening, and the check-up

warn-no-witness = The vault no longer says how far the database had come, so an older database in its place would not show.
warn-older = The database is older than it was, or another one stands in its place: { $saved } changes were saved, { $found } are in it. Changes made since may be missing. Compare with the latest backup before going on.
warn-salt = The first bytes of the database were altered. The data was opened with the copy kept in the vault. Make a backup and check the disk.
warn-left-out = { $count ->
    [one] One record cannot be read and is left out of lists, searches and exports: { $kind } { $id }. The others are shown. Do not delete anything; run the check-up, and bring back what it names from your own copy of the folder.
   *[other] { $count } records cannot be read and are left out of lists, searches and exports, such as { $kind } { $id }. The others are shown. Do not delete anything; run the check-up, and bring back what it names from your own copy of the folder.
  }
kind-practice = the practice
kind-provider = provider
kind-chair = chair
kind-appointment-type = appointment type
kind-closure = closure
kind-patient = patient
kind-household = household
kind-appointment = appointment
kind-block-out-type = block-out type
kind-block-out = block-out
kind-waiting = waiting list entry
kind-saved-view = saved view
kind-power-cut = sheet for a power cut
kind-notice = notice
kind-reminder-rule = rule for messages
kind-message-settings = settings of messages
kind-message-text = a text of messages
kind-consent = consent
kind-contact-wish = contact wish
kind-contact-stop = stopped number or address
kind-outbox = message
kind-mailbox = mailbox
unreadable-not-a-visit = This is no visit but a { $kind } of the practice: { $detail }.
check-page-hmacs = page HMACs
check-sql-integrity = SQL integrity
check-foreign-keys = foreign keys
check-audit-chain = audit chain
check-records = records against the audit trail
check-search-index = search index
check-outbox = outbox of messages
check-commit-counter = commit counter
check-next = Copy the practice’s folder to another disk, then restore the latest backup.
check-next-search = Save the patients that are named again; the data itself is whole.
check-next-outbox = Nothing is sent twice by it, but a message that is named may not be sent at all: look at it on the patient’s page. If there are many, restore the latest backup.
check-next-counter = Compare with the latest backup. If this is the file you want, say so with “daybook doctor --accept”.

## Reading a file

interop-ambiguous = The dates in { $source } can be read in several ways: { $formats }.
interop-ambiguous-next = Say which date format is meant.
interop-nothing-read = Nothing was read.
interop-no-columns = No column of { $source } is known as a patient’s or an appointment’s: { $columns }.
interop-no-columns-next = Name the columns with a column map.
interop-empty = The file { $source } is empty.
interop-empty-next = Check that it is the right file and that it was written to its end.
interop-no-files = No file in the folder { $path } ends with { $endings }.
interop-no-files-next = Name the file itself if it ends otherwise.
interop-too-large = The file { $source } is larger than { $megabytes } MB.
interop-too-large-next = Split it into smaller files.
interop-column-map = The column map cannot be used: { $detail }.
interop-column-map-next = Write one JSON object of column names and fields, such as {"{"}"Birthday": "birth_date"{"}"}.
interop-date-format = “{ $text }” is not a date format.
interop-date-format-next = Use ymd, dmy or mdy, or a pattern such as DD.MM.YYYY.
interop-source = The file or folder { $path } cannot be opened: { $error }.
interop-read = The file { $source } could not be read to its end: { $error }.
interop-read-data = What comes after is missing.
interop-write = The file could not be written to its end: { $error }.
interop-write-data = Do not use the file.
interop-write-next = Free some space and export again.
interop-next = Check the file and try again.

## Records that an import refuses. Each is read after the file and the line.

reason-no-name = has no name
reason-whose = does not say which patient
reason-no-start = has no start
reason-no-time = has a date but no time of day
reason-no-length = has no length
reason-too-long = lasts { $minutes } minutes, more than a day
reason-ends-before = ends before it starts
reason-minutes = “{ $text }” is not a number of minutes
reason-number = { $name } is not a number
reason-status = the status “{ $status }” is not known
reason-sex = the sex “{ $text }” is not known; write female, male, other or unknown, or leave the column out
reason-patient-status = the status “{ $text }” is not known; write prospective, active, inactive, archived or deceased, or leave the column out
reason-date = “{ $text }” is not a date
reason-serial = “{ $text }” is not a date but a spreadsheet’s number of a day; format the column as a date and save again
reason-no-such-day = “{ $text }” is a day that does not exist
reason-date-as = “{ $text }” is not a date when read as { $format }
reason-clock = “{ $text }” is not a time of day
reason-instant = “{ $text }” is not an instant
reason-cells = has { $cells } cells where there are { $columns } columns; a cell that holds the delimiter needs quotes around it
reason-never-closed = a quotation mark that opens here is never closed; this row and all after it could not be read
reason-not-text = { $name } is not a text
reason-holds-no-text = { $name } holds something that is not a text
reason-holds-no-object = { $name } holds something that is not an object
reason-no-object = { $name } is not an object
reason-no-flag = { $name } is neither true nor false
reason-too-deep = is nested too deeply
reason-json = is not as FHIR has it: { $detail }
reason-not-json = is not JSON: { $detail }
reason-not-fhir = is not FHIR in JSON from here on: { $detail }; what stands before was read
reason-not-utf8 = is not UTF-8 text
reason-empty = is empty
reason-ends-early = the file ends too early; what stands before was read, the rest is missing
reason-too-large = is larger than { $megabytes } MB
reason-no-entry = is not an entry of a bundle: { $what }
reason-no-type = is no FHIR resource: it has no resourceType
reason-several = refers to { $reference }, which means different records in different files
reason-entered-in-error = is marked as entered in error
reason-group = is of a group, not of a patient
reason-many-events = comes after { $most } events, which is all that is read from one file; this and what follows was not read
reason-many-dates = comes after more dates than are read from one file; import it from a file of its own
reason-no-event = has no event in it
reason-no-calendar = is no calendar: nothing in it begins with BEGIN:VCALENDAR
reason-no-address-book = is no address book: nothing in it begins with BEGIN:VCARD
reason-none-since = has no date from { $from } on, the first day that was asked for; ask for an earlier one to take it over
reason-over = was over on { $last }, before { $from }, the first day that was asked for; ask for an earlier one to take it over
reason-begins-later = begins on { $first }, after { $to }, the last day that was asked for; ask for a later one to take it over
reason-not-whole = is not whole: no END:{ $name } follows, so that nothing of it was taken over
reason-parts-deep = has parts within parts, too deep to be a calendar’s or a card’s; nothing of it was taken over
reason-line-long = has a line that is longer than any that is read; nothing of it was taken over
reason-part-large = is larger than any that is read; nothing of it was taken over
reason-unread = cannot be read
reason-no-dtstart = has no start (DTSTART)
reason-empty-property = has an empty { $name }
reason-below-nothing = has a length below nothing (DURATION)
reason-property = has a { $name } that cannot be read: "{ $text }"
reason-property-odd = has a { $name } that cannot be, such as a day that does not exist
reason-days-long = lasts longer than { $most } days
reason-rule = repeats by a rule that cannot be read: { $what }
reason-rule-odd = repeats by a rule that cannot be: { $what }
reason-rule-slow = repeats in a way that takes too long to work out, as others in this file do; import it from a file of its own
reason-rule-times = repeats at { $times } times a day or more; { $most } are read at the most
reason-rule-often = repeats too often: more than { $most } dates, or more than can be worked out, lie between the days asked for; nothing of it was taken over; ask for fewer days
rule-long = it is longer than any that is read
rule-two-counts = it has two counts
rule-two-ends = it has two ends
reason-moves-kind = moves all later dates from days to times, or the other way round; only this one was taken over
reason-zone = is in the time zone "{ $zone }", which is not known and which the file does not describe
reason-blocks-nothing = has no length, so that it blocks nothing
reason-cancelled = is cancelled, so that it blocks nothing
reason-free = is marked as free in its calendar, so that it blocks nothing; ask for free ones too if it is to
reason-firm = is of a firm or a group, not of a person
reason-same-event = has the id of the event in line { $line } of { $source }, and says otherwise; only that one was taken over
reason-died = says { $status } of a patient who has died; nothing of it was taken over; if the death was noted by mistake, take it back on the patient’s page first
reason-chart-number = chart number { $number } belongs to another patient
reason-another-patient = carries the id or chart number of another patient, who has another name or birth date; nothing of it was taken over; is it the same person, correct name or birth date here first; does this list count for itself, import it without its id column
reason-another-visit = carries the id of another patient’s visit; nothing of it was taken over; does this list count for itself, import it without its id column
reason-same-patient = is the same patient as line { $line }, with other data; only that line was taken over
reason-same-visit = is the same visit as line { $line }, with other data; only that line was taken over
reason-completed-here = says that a visit has not taken place that is completed here; nothing of it was taken over
reason-changed-here = differs from the visit as the desk has it, which nobody may change but the desk; nothing of it was taken over; is the file right, change the visit here
reason-provider-shared = has a name that several providers share, and no id that says which is meant
reason-shared-provider = names the provider { $name }, a name that several share; nothing says which is meant, so the visit was not taken over
reason-shared-chair = names the chair { $name }, a name that several share; nothing says which is meant, so the visit was not taken over
reason-shared-type = names the appointment type { $name }, a name that several share; nothing says which is meant, so the visit was not taken over
reason-disputed = names a patient whose own record in this import was refused
reason-contradicted = names one patient, but the id of another with another name or birth date: { $number }
reason-nobody = names a patient who is neither in this import nor in the practice
reason-guardian = the guardian was not taken over, all else was: it { $reason }
reason-does-not-pay = does not pay for the household, since line { $line } does; all else was taken over
year-rule = Two-digit years: in birth dates 00 to { $this } mean { $century } to { $year }, { $next } to 99 mean { $from } to { $to }, and no birth is in the future; in appointments 00 to 99 mean 2000 to 2099.
year-rule-99 = Two-digit years: in birth dates 00 to { $this } mean { $century } to { $year }, and no birth is in the future; in appointments 00 to 99 mean 2000 to 2099.

## Parts of sentences

all = { $said }
detail = { $detail }
date = { $day } { $month } { $year }
date-time = { $date }, { $time }
month = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  }
field = { $key ->
    [address_lines] the address
    [alert] the alert
    [alerts_together] the alerts here and in the file together
    [arrive_early] the minutes to arrive early
    [arrived_at] when the patient arrived
    [birth_date] the birth date
    [birthDate] the birth date
    [chair] the chair
    [chart_number] the chart number
    [city] the city
    [country] the country
    [date] the date
    [deceased_on] the date of death
    [deceasedDateTime] the date of death
    [dismissed_at] when the patient left
    [email] the e-mail address
    [end] the end
    [ended_at] when it was ended
    [ended_reason] the reason for ending
    [family_name] the last name
    [full_name] the name
    [given_name] the first name
    [household] the household’s name
    [id] the id
    [label] a label
    [language] the language
    [middle_name] the middle name
    [minutes] the length
    [name] the name
    [note] the note
    [notes] the notes
    [recall_trigger] the recall
    [notes_together] the notes here and in the file together
    [patient_id] the patient’s id
    [phone] the phone number
    [postal_code] the postal code
    [preferred_name] the preferred name
    [prefix] the prefix
    [provider] the provider
    [reason] the reason
    [region] the region
    [seated_at] when the patient was seated
    [start] the start
    [status] the status
    [street] the street
    [suffix] the suffix
    [time] the time
    [type] the type
   *[other] { $key }
  }

## The command line

cli-fault = Daybook stopped because of a fault of its own.
cli-fault-data = Everything that was saved is safe; what was just asked for was not done, or only in part shown.
cli-fault-next = Look whether it is there, and try again.
cli-usage-next = See what can be asked with daybook --help.
cli-warning = Warning: { $what }
cli-waiting = Waiting.
cli-not-noted = What was opened, shown or printed could not be written into the audit trail:
cli-not-the-same = The two are not the same.
cli-empty-secret-next = Write the passphrase or the code into it, on one line, and try again.
cli-not-asked = The passphrase could not be asked for: { $error }.
cli-agent-next = Unlock the keyring by logging in to the desktop, or give a file with the passphrase by --passphrase-file that only you can read. A practice that refused the keyring is opened in no other way.
cli-not-asked-next = Give it with --passphrase-file, or run this in a terminal.
cli-no-data-folder = There is no data folder of yours here; say which folder with --practice.
cli-series-no-end = Say how many visits with --count, or until which day with --until.
cli-port = Port { $port } of this computer could not be used: { $error }.
cli-address = The address could not be told: { $error }.
cli-token-file = The file { $path } holds something else.
cli-token-file-next = Name a file that is not there yet, or one that this command made.
cli-calendars-alone = --provider, --from, --to, --include-free and --private are for calendars (ics) alone.
cli-whose-card = Say whose card it is.
cli-unlock = If it was marked by mistake, change it knowingly with --unlock; the trail then says so.
cli-anyway = Move or cancel them first, or leave them where they are with --anyway.
cli-columns-next = Say how dates are written with --date-format ymd, dmy or mdy, and what columns hold with --map FILE.
cli-practice-there = There is a practice in { $folder } already.
cli-code-not-written = The recovery code could not be written to { $path }: { $error }.
cli-shared = { $kind ->
    [provider] { $count } providers are named { $name }; say which by its id: { $ids }.
    [block-out-type] { $count } kinds of block-out are named { $name }; say which by its id: { $ids }.
    [chair] { $count } chairs are named { $name }; say which by its id: { $ids }.
   *[type] { $count } types are named { $name }; say which by its id: { $ids }.
  }
cli-unknown = { $kind ->
    [provider] There is no provider named { $name }; there are: { $names }.
    [block-out-type] There is no kind of block-out named { $name }; there are: { $names }.
    [chair] There is no chair named { $name }; there are: { $names }.
   *[type] There is no type named { $name }; there are: { $names }.
  }
cli-unknown-none = { $kind ->
    [provider] There is no provider named { $name }; add one with “daybook provider add”.
    [chair] There is no chair named { $name }; add one with “daybook chair add”.
   *[type] There is no type named { $name }; add one with “daybook type add”.
  }
check-opening = opening

## Messages to patients

rule-lead-of-other-kind = A message of this kind does not go out at such a time.
rule-days = Days are up to { $most }.
rule-hours = Hours are 1 to { $most }.
rule-end-of-day = The time is up to 23:59.
rule-words = { $lead }, { $ways }
rule-way = { $channel ->
    [email] by e-mail
    [sms] by text
    [phone] by call
   *[desktop] on the screen
  }
rule-ways = { $first }, else { $next }
lead-at-once = at once
lead-days-before = { $days ->
    [0] on the day itself at { $at }
    [one] { $days } day before at { $at }
   *[other] { $days } days before at { $at }
  }
lead-hours-before = { $hours ->
    [one] { $hours } hour before
   *[other] { $hours } hours before
  }
lead-hours-after = { $hours ->
    [one] { $hours } hour after the end
   *[other] { $hours } hours after the end
  }
lead-days-after = { $days ->
    [0] on the day itself at { $at }
    [one] { $days } day after at { $at }
   *[other] { $days } days after at { $at }
  }
rule-no-channel = Say by which way the message goes.
rule-channel-twice = Each way is named once.
unsent-cancelled = The visit was cancelled.
unsent-missed = The visit was missed.
unsent-came = The patient has been here already.
unsent-moved = The visit was moved.
unsent-gone = What it was about is no longer in the records.
unsent-unreadable = A record of this patient, or a message to them, cannot be read, so nothing is sent to them. Nothing was changed. Tell them another way, and have the practice checked in the settings.
unsent-declined = The patient has said that they will not come.
unsent-answered = The patient had confirmed before being asked.
unsent-deceased = The patient has died.
unsent-not-contacted = The patient is not active, so nothing is sent.
unsent-booked-inside = The visit was booked or moved after this message would have gone out.
unsent-superseded = A message nearer to the visit goes out instead.
unsent-rule-newer = The rule was switched on after this message would have gone out.
unsent-rule-off = The rule by which it was to go was switched off or taken away.
unsent-too-late = It is too late for it to be of use.
unsent-quiet = By the end of the quiet hours it would be too late.
unsent-complaint = The patient complained of this visit.
unsent-no-guardian = The patient is under age, and nobody is named who decides for them.
unsent-recipient = Whoever is written to for the patient is not to be contacted, or is not in the records.
unsent-replaced = Another message says it.
unsent-no-way = No way reaches them. { $ways }
no-way = { $channel ->
    [email] E-mail
    [sms] Text
    [phone] Call
   *[desktop] Notice on the screen
  }: { $why ->
    [not-set-up] not set up
    [no-address] no number or address on record
    [wished] the patient wishes to be reached otherwise
    [stopped] stopped by whoever has this number or address
    [refused] not wished
    [not-asked] nobody has asked whether it is wished
   *[failed] tried, and it failed
  }
sending-refused = It was refused: { $what }
sending-busy = The message is being sent at this moment.
sending-not-begun = The message is not being sent.
sending-gone-out = The message has gone out.
sending-too-early = It is too early to try again.
sending-withdrawn = The message was withdrawn.
sending-unknown = The message may have been sent; look whether it got there, and send it again if not.
sending-failed = The message failed.
sending-not-set-up = Nothing goes by this way any more, as it is not set up. Set it up and send the message again, or tell the patient yourself.
sending-next = Read the list again; it shows how far the message has come.
consent-no-source = Say from where it is known, such as a form or a call.
stop-no-number = “{ $address }” is not a number.
stop-no-words = Write who asked for it, and how.
stop-no-why = Write why it may be written to again; that stays in the trail.
stop-not-the-desks = Whoever has this number or address stopped it, and only they open it again: by the word START from there.
sending-blank = There is nothing to fill { "{" }{ $field }{ "}" } of its text with, so it was not sent. Fill it in where it is kept, and send the message again.
mailbox-host = This is no name of a server. It looks like mail.example.org.
mailbox-port = A port is a number from 1 to 65535; as a rule it is 465 or 587.
mailbox-plain = Without encryption only a server on this very computer may be used. Choose TLS or STARTTLS.
mailbox-address = This is no e-mail address.
mailbox-user = A password needs a user to log in as; as a rule that is the address.
mailbox-other-password = The password that is kept is for another server or user. Enter the one for this.
mailbox-none = No mailbox is set up yet.
messages-thread = Messages cannot be seen to: the system starts no thread for them ({ $error }).
mail-told = { $what } The server said: { $said }
mail-step-settings = The mailbox as it was set up
mail-step-letter = The message itself
mail-step-name = Finding the server by its name
mail-step-connect = Reaching the server
mail-step-greeting = Waiting for the server's greeting
mail-step-hello = Greeting the server
mail-step-encryption = Encrypting the line
mail-step-login = Logging in
mail-step-sender = Naming the sender
mail-step-recipient = Naming the recipient
mail-step-text = Handing the text over
mail-step-verdict = Waiting for the word that it was taken
mail-fault-unknown = Mail does not go out.
mail-fault-bad-host = The name of the server is none.
mail-fault-bad-sender = The address that mail comes from is none.
mail-fault-bad-reply-to = The address for answers is none.
mail-fault-bad-login = User or password cannot be used to log in with.
mail-fault-bad-certificate = The certificate to be trusted is none.
mail-fault-bad-recipient = The recipient's address is none that mail can be sent to.
mail-fault-bad-letter = Daybook could not make a mail of it.
mail-fault-name-not-found = No server goes by that name, or this computer is offline.
mail-fault-port-refused = Nobody listens on that port of the server.
mail-fault-unreachable = There is no way to the server.
mail-fault-no-answer = The server did not answer in time.
mail-fault-cut = The line to the server broke.
mail-fault-not-mail = What answers there is no mail server.
mail-fault-not-tls = The server does not encrypt from the start.
mail-fault-wants-tls = The server seems to want encryption from the start.
mail-fault-no-starttls = The server does not know STARTTLS.
mail-fault-plain-not-allowed = Without encryption, mail is only handed to this very computer.
mail-fault-tls-failed = Server and Daybook know no way of encrypting in common.
mail-fault-certificate-untrusted = Nobody whom this computer trusts vouches for the server.
mail-fault-certificate-wrong-name = The server's certificate is for another name.
mail-fault-certificate-expired = The server's certificate has run out.
mail-fault-certificate-too-new = The server's certificate is not valid yet.
mail-fault-certificate-unfit = The server's certificate is not fit for use.
mail-fault-login-missing = The server takes no mail without a login.
mail-fault-login-not-offered = The server offers no login with a password, or not for this mailbox.
mail-fault-login-refused = The server refused user or password.
mail-fault-app-password-needed = The provider wants a password that is made for programs.
mail-fault-token-refused = The server refused the access token.
mail-fault-sender-refused = The mailbox may not send from this address.
mail-fault-recipient-refused = The server refused the recipient's address.
mail-fault-recipient-not-now = The recipient's mailbox takes nothing for now.
mail-fault-address-not-carried = The server does not carry the letters of the recipient's address.
mail-fault-text-refused = The server refused the message.
mail-fault-text-not-now = The server does not take the message for now.
mail-fault-quota-reached = So many mails were sent that the provider takes no more for now.
mail-fault-server-busy = The server is busy.
mail-fault-server-refuses = The server does not speak to this computer.
mail-todo-wait = There is nothing to do: it is tried again.
mail-todo-check-host = See whether this computer is online, and whether the server's name is right.
mail-todo-check-port = See whether the port is right (465 or 587 as a rule), and whether a firewall is in between.
mail-todo-check-network = See whether this computer is online.
mail-todo-choose-tls = Choose TLS, as a rule with port 465.
mail-todo-choose-starttls = Choose STARTTLS, as a rule with port 587.
mail-todo-choose-encryption = Choose TLS or STARTTLS.
mail-todo-use-providers-name = Use the name of the server that the provider gives, not another one of the same computer.
mail-todo-trust-certificate = Use the name of the server that the provider gives. A server of your own needs a certificate by an authority that is known to all.
mail-todo-check-clock = See whether date and time of this computer are right. If they are, tell the provider.
mail-todo-ask-provider = Ask the provider of the mailbox, and name what the server said.
mail-todo-enter-login = Enter user and password of the mailbox.
mail-todo-check-login = See whether user and password are right. Some providers want programs to be allowed first, or a password of their own for them.
mail-todo-make-app-password = Make a password for programs (an app password) in the provider's settings, and enter it here.
mail-todo-renew-token = Allow access at the provider anew, and enter the new token.
mail-todo-check-sender = Send from the address that the login belongs to.
mail-todo-check-reply-to = Put the address for answers right.
mail-todo-check-recipient = See whether the recipient's address is right.
mail-todo-report = Tell those who make Daybook of it; the message stays in the list.
template-at = Line { $line }, character { $column }: { $what }
template-unknown = There is no field { "{" }{ $field }{ "}" }.
template-unfitting = A message of this kind has nothing for { "{" }{ $field }{ "}" }.
template-meant = { $what } Do you mean { "{" }{ $field }{ "}" }?
template-open = The field that begins here does not end. For a brace write two.
template-stray = No field begins before this brace. For a brace write two.
template-empty = There is no text.
template-unfilled = There is nothing to fill { "{" }{ $field }{ "}" } with.
template-tells = The field { "{" }{ $field }{ "}" } tells whoever sees the message why somebody goes there.
template-says = “{ $words }” tells whoever sees the message why somebody goes there.
template-start-alone = This says when the visit begins, and not when to be there.
template-no-names = Whoever is written to for a family does not learn from it who is to come.
text-subject = In the subject: { $what }
text-long-subject = A subject has up to { $most } characters.
text-long-body = A text has up to { $most } characters.
text-not-for-patients = The screen is for the practice itself; patients read nothing there.
text-language = There are no names of days and months in this language; write the text in English, German, Spanish or French.
field-first-name = First name of whoever is written to.
field-names = First names of those whom it is about: the patient, or each of a family.
field-day = Day of the visit.
field-arrival = Time at which to be there.
field-start = Time at which the visit begins.
field-old-day = Day on which the visit was to be before it was moved.
field-old-arrival = Time at which to be there before the visit was moved.
field-dose-time = Time at which the medicine is to be taken.
field-practice = What the practice calls itself towards patients.
field-phone = Phone number of the practice.
field-review-link = Page on which others can be told of the visit.
field-provider = Name of whoever the visit is with.
field-treatment = Type of the visit.
field-medicine = Name of the medicine.

## What keeps the window from opening

failure-no-data-folder = Daybook does not know where your data folder is. Nothing was changed. Start it with --practice and the folder of your practice.
failure-no-desktop = There is no desktop to open a window on. Nothing was changed. Start Daybook from a desktop, or use the command daybook in a terminal.
failure-no-window = The window could not be opened. Your practice was not touched. Is WebKitGTK 4.1 installed? The system says: { $error }
failure-fault = Daybook stopped because of a fault of its own. Everything you saved is safe: each change is on disk before it is shown. Start it again.

## What a practice begins with

first-type-check-up = Check-up
first-type-cleaning = Cleaning
first-type-treatment = Treatment
first-type-new-patient = New patient
first-type-emergency = Emergency
first-block-out-lunch = Lunch
first-block-out-meeting = Meeting
first-block-out-emergencies = Kept for emergencies
first-block-out-note = Note
first-chair = Chair 1
