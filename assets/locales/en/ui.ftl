# Texts of the window. Prints and messages have their own files.

app-name = Daybook
window-title = { $practice } – Daybook
window-missing = This page is the inside of the Daybook window. Start Daybook to use it.
loading = Reading…
minutes = { $minutes } min

## Errors that have no words of their own

error-unexpected-what = Something unexpected happened: { $detail }
error-unexpected-data = What was saved before is safe.
error-unexpected-next = Try again. If it stays so, start Daybook again.

## Actions

action-undo = Undo
action-redo = Do again
action-close = Close
action-try-again = Try again
action-back = Back
action-cancel = Cancel
action-change = Change
action-print = Print
action-book = Book
action-move = Move
action-cancel-visit = Cancel visit
action-missed = Missed
action-step-back = One step back
action-open-patient = Patient
action-confirmed = Confirmed
action-arrived = Arrived
action-seated = In chair
action-completed = Done

## The rail

rail-label = Screens
rail-day = Day
rail-board = Waiting
rail-patients = Patients
rail-lists = Lists
rail-lists-todo = { $count } to see to: visits to book again, and calls to make
rail-import = Import
rail-settings = Settings
rail-lock = Lock
rail-key = { $label }, key { $key }

## Unlock

unlock-title = Practice
unlock-explain = This practice is locked. Its data is encrypted on this computer.
unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening…
unlock-keyring = Open with this computer’s keyring
unlock-forgot = Forgot it?
unlock-wait = { $seconds ->
    [one] Try again in { $seconds } second.
   *[other] Try again in { $seconds } seconds.
  }
unlock-folder = Kept in { $folder }
recover-explain = The recovery code was printed when the practice was set up. It opens the practice and replaces the passphrase; no data is changed.
recover-code = Recovery code
recover-open = Open with the code
passphrase-new = New passphrase
passphrase-again = The same again
passphrase-differs = The two differ.
passphrase-hint = Several words that only you would put together.
passphrase-short = It needs at least { $shortest } characters.
passphrase-weak = Easy to guess. Longer is better: four words that only you would put together.
passphrase-fair = It would hold for a while. A word or two more would hold for good.
passphrase-strong = Good. Write it down nowhere near this computer.

## The day

day-calendar = Schedule
day-previous = Previous day
day-next = Next day
day-today = Today
day-week = week { $week }
day-pick-date = Choose a date
date-previous-month = Previous month
date-next-month = Next month
day-column-provider = { $name }, { $hours }
day-no-chair = No chair
day-no-provider = No provider
day-off = Not working
day-nobody = Nobody works here
day-no-chairs = There is no chair yet
day-add-chair = Add a chair
search-placeholder = Patient, phone, birth date, or a command
closed-practice = Closed
closed-nobody = Not working
closed-chair = Not in use
unreadable-label = Visits that cannot be read
unreadable-title = A visit at { $time } cannot be read.
unreadable-next = The rest of the day is complete. Run the check-up in Settings.

confirmation-unconfirmed = not confirmed
confirmation-sent = no answer
confirmation-confirmed = confirmed
confirmation-declined = declined
status-arrived = { $minutes ->
    [-1] arrived
   *[other] arrived { $minutes }′
  }
status-seated = { $minutes ->
    [-1] in chair
   *[other] in chair { $minutes }′
  }
status-completed = done
status-missed = missed
status-cancelled = cancelled

foot-saved = Everything is saved on this computer, encrypted
foot-offline = Works offline
foot-visits = { $count ->
    [0] No visits
    [one] { $count } visit
   *[other] { $count } visits
  }
foot-unconfirmed = { $count } not confirmed
foot-flow = { $here } here{ $long ->
    [0] {""}
   *[other] {", "}{ $long } waiting longer than { $minutes } min
  }, { $open } still open
foot-key-arrows = ↑ ↓ move
foot-key-enter = Enter open
foot-key-move = M move
foot-key-undo = Ctrl Z undo
foot-key-help = ? keys

summary-next = Next
summary-first = First
summary-call = To be confirmed
summary-more = and { $count } more
summary-empty = Nothing booked
summary-empty-explain = Click an empty time, or press B to book.
first-title = The first steps
first-import = Bring in the patients you have, from a file
first-patient = Or write down the first one
first-hours = Look over hours, providers and chairs
first-book = Book the first visit: click an empty time, or press B
first-keys = Everything has a key: press ? to see them
summary-closed = Closed: { $name }
summary-closed-explain = Nobody can be booked on this day without asking twice.
summary-explain = Select a visit to see its patient, or click an empty time to book.

## Week, month and list

span-label = How much is shown
span-day = Day
span-week = Week
span-month = Month
span-agenda = List
week-previous = Previous week
week-next = Next week
week-open-day = Open { $day }
month-label = Month
month-more = { $count } more
month-unreadable = { $count ->
    [one] { $count } cannot be read
   *[other] { $count } cannot be read
  }
month-open = Open this day
agenda-label = Visits of a week
live-chair = { $name } is in this chair
live-provider = the provider has { $name }
live-patient = { $name } is elsewhere then

## Views

views-title = Views
views-none = Choose below what is shown, give it a name and a key, and it is one key away.
view-everything = Everything
view-changed = changed
view-unsaved = Own choice
view-span = Shows
view-by = Columns
view-by-chair = Chairs
view-by-provider = Providers
view-by-both = Both
view-chairs = Chairs
view-providers = Providers
view-all = All
view-colour = Colour of a card
view-colour-type = Type
view-colour-provider = Provider
view-colour-status = Status
view-card = Beside the name a card tells
view-card-up = { $line }: earlier
view-card-down = { $line }: later
card-time = Time
view-grid = Steps of the grid
view-from = Begins at
view-from-now = Where the day stands
view-keep = Keep as a view
view-name = Name
view-name-example = Front desk
view-key = Key
view-key-none = None
view-key-taken = F{ $key } ({ $name })
view-save-changes = Save changes
view-save-new = Save as new
view-remove = Remove { $name }

## A visit

visit-panel = Selected visit
visit-status = Status
visit-when = When
visit-times = { $times }, { $chair }
visit-second-pass = after the clocks went back
visit-arrive = Asked to come
visit-provider = Provider
visit-chair = Chair
visit-waiting = Waiting
visit-phone = Phone
visit-no-phone = no phone
visit-reason = Reason
visit-ended = Ended
visit-confirmation = Answer
visit-type = Type
visit-untyped = Visit
visit-notes = Notes
visit-notes-none = None
visit-overbooked = overbooked
patient-alert = Alert
patient-age = { $age ->
    [0] under 1 year
    [one] { $age } year
   *[other] { $age } years
  }
patient-called = called { $name }
patient-chart = chart { $number }
story-next = Next
story-nothing-booked = Nothing booked
story-find-opening = find an opening
story-balance = { $kept } kept, { $missed } missed
story-late = { $count } cancelled late
story-journey = Journey
story-first-visit = This is the first visit.
journey-arrived = Arrived
journey-seated = In chair
journey-dismissed = Done
cancel-reason = Why is it cancelled?
cancel-reason-example = Ill, work, moved away…
cancel-by-practice = By the practice, not the patient
cancel-confirm = Cancel the visit
cancel-keep = Keep it
notice-before = { $span } before
notice-after = { $span } after the start
ended-by-patient = by the patient
ended-by-practice = by the practice
ended-late = a late cancellation
ended-written = written down by { $actor }
unlock-question = This visit is done and locked.
unlock-question-explain = If that was a mistake, change it all the same. The record will say that you did.
unlock-change = Change it
unlock-leave = Leave it

said-scheduled = { $patient }: scheduled again
said-arrived = { $patient }: arrived
said-seated = { $patient }: in chair
said-completed = { $patient }: done
said-missed = { $patient }: missed
said-cancelled = { $patient }: cancelled
said-confirmed = { $patient }: confirmed
said-unconfirmed = { $patient }: not confirmed
said-sent = { $patient }: asked, no answer yet
said-declined = { $patient }: declined
said-step-back = { $patient }: one step back
said-time = { $patient }: { $time } is written down
said-alert = { $said }. Alert: { $alert }
said-edited = { $patient }: visit changed
said-booked = { $patient } booked at { $time }
said-moved = { $patient } moved to { $time }, { $chair }
said-moved-provider = { $patient } moved to { $time }, { $chair }, with { $provider }
said-moved-date = { $patient } moved to { $date }, { $time }, { $chair }
said-resized = { $patient } takes { $minutes } min now
said-to-confirm = It has to be confirmed again
undone-nothing = There is nothing left to undo.
redone-nothing = There is nothing to do again.
undone = Taken back: { $what }
undone-now = Taken back: { $what }, now { $when }
redone = Done again: { $what }
redone-now = Done again: { $what }, now { $when }
change-booking = the booking of { $names }
change-move = the move of { $names }
change-cancellation = the cancellation of { $names }
change-status = the status of { $names }
change-edit = the change to the visit of { $names }
change-waiting = the list entry of { $names }
change-block-out = the block-out { $names }
change-block-out-type = the kind of block-out { $names }
change-closure = the closed days { $names }
change-view = the view { $names }
change-notice = what { $names } is to be told
change-patient = the record of { $names }
change-household = who belongs to { $names }
change-practice = the practice's own data
change-power-cut = how the sheet for a power cut is made
change-message-rule = the rule for messages
change-message-text = the text of messages
change-message-settings = what holds for all messages
change-provider = the provider { $names }
change-chair = the chair { $names }
change-type = the appointment type { $names }
names-more =
    { $count ->
        [one] { $names } and one more
       *[other] { $names } and { $count } more
    }
said-view-saved = View saved: { $name }
said-view-removed = View removed: { $name }

## The waiting room

board-title = Waiting room
board-waiting = Waiting
board-late = Not here yet
board-in-chair = In chair
board-next = To come
board-providers = Providers
board-alert-after = Warn after minutes
board-here = here
board-here-since = { $minutes } min, since { $time }
board-chair-since = { $minutes } min, since { $time }
board-too-long = too long
board-late-by = { $minutes } min late
board-over = { $minutes } min over
board-forgotten = somebody else sits there
board-on-time = on time
board-expected = begins about { $time }, { $minutes } min later
board-behind = { $name } { $minutes } min behind
board-provider-on-time = { $name } on time
board-nobody-waits = Nobody is waiting.
board-empty = Nobody is here, and nobody is expected
board-empty-explain = Whoever is booked for today is shown here: who comes next, who waits, who is in which chair.
board-empty-done = { $count ->
    [one] { $count } visit of today is done.
   *[other] { $count } visits of today are done.
  }
board-no-chair-free = No chair is free for those who wait.
board-unreadable = { $count ->
    [one] A visit cannot be read; the others are all here. Run the check-up in Settings.
   *[other] { $count } visits cannot be read; the others are all here. Run the check-up in Settings.
  }
board-more = and { $count } more
board-seat = Next: { $patient }, { $chair }
board-day-over = { $count ->
    [one] The hours are over, and { $count } visit is still open.
   *[other] The hours are over, and { $count } visits are still open.
  }
board-left-open = { $count ->
    [one] { $count } visit of days gone by is still open.
   *[other] { $count } visits of days gone by are still open.
  }

## The end of the day

end-title = End of day
end-today = Still open today
end-left = Still open from { $date }
end-calls = Not confirmed for { $date }
end-in-chair = in chair
end-waiting = waiting, not seated
end-not-arrived = did not arrive
end-to-come = still to come
end-show = Show
end-progress = { $open } still open, { $done } came to an end.
end-all-done = { $count ->
    [0] Nothing of today is open.
    [one] Everything of today is done: { $count } visit came to an end.
   *[other] Everything of today is done: { $count } visits came to an end.
  }
end-next-confirmed = Everybody has confirmed for { $date }.
end-unlisted = { $count ->
    [one] { $count } more visit of older days is still open. It shows once these are checked off.
   *[other] { $count } more visits of older days are still open. They show once these are checked off.
  }

## Moving

move-title = Move a visit
move-heading = Move { $patient }
move-from = From
move-to = To
move-explain = Arrow keys choose time and chair, [ and ] the day, + and − the length; Enter puts the visit there. Or click an empty time.
move-give = With { $provider } instead
move-longer = Longer
move-shorter = Shorter
move-commit = Put here
move-cancel = Leave it
move-anyway = Put here all the same
clash-both = { $provider } and { $chair } are taken: { $times }, { $patient }.
clash-provider = { $provider } is taken: { $times }, { $patient }, { $chair }.
clash-chair = { $chair } is taken: { $times }, { $patient }, { $provider }.
clash-patient = { $patient } is here already: { $times }, { $provider }, { $chair }.

## Booking

booking-title = Book a visit
booking-patient = Patient
booking-new-patient = New patient
booking-search-instead = Search instead
booking-type = { $name }, { $minutes } min
booking-no-type = No type
booking-date = Date
booking-time = Time
booking-minutes = Minutes
booking-second-pass = The second { $time }, after the clocks go back
booking-save = Book
booking-openings = Openings
booking-block = Block this time instead
booking-patient-added = { $name } is on file now; only the visit was not booked.
booking-anyway = Book all the same
booking-nearest = Nearest openings
booking-no-openings = No opening of this length in two weeks.
booking-use-existing = Use { $name }, born { $birth }
booking-new-anyway = It is somebody else: save and book
patient-picker-example = Name, phone, birth date
patient-picker-new = New patient “{ $text }”
patient-given = Given name
patient-family = Family name
patient-birth = Birth date
date-example = Such as { $short } or { $long }
date-birth = { $age ->
    [0] { $date }, under 1 year
    [one] { $date }, { $age } year
   *[other] { $date }, { $age } years
  }
date-wrong = This is no date.

## Telling the patient

tell-label = Tell the patient?
tell-booked = Tell { $names } of the visit?
tell-moved = Tell { $names } of the new time?
tell-cancelled = Tell { $names } of the cancellation?
tell-yes = Yes, later
tell-no = No need
notice-booked = Visit booked
notice-moved = Moved, was { $date }, { $time }
notice-cancelled = Visit cancelled
notice-pending = To be told: { $what }
notice-told = Told by phone
notice-withdraw = Need not be told
notices-title = To be told
foot-notices = { $count } to be told
said-told = { $patient } was told
said-not-told = { $patient } need not be told

## The history of a visit

history-title = History
history-change = { $part }: { $from } → { $to }
history-nothing = nothing
history-yes = yes
history-booked = Booked
history-booking-undone = Booking taken back
history-booking-redone = Booked after all
history-undone = Taken back:
history-redone = Done again:
history-imported = Imported
history-length = Length
history-confirmation = Confirmation
history-early = Come early
history-overbooked = Overbooked
history-asap = Would come sooner
history-other = Other particulars
history-scheduled = Scheduled

## Series

series-repeat = Repeat
series-every = Every
series-unit = Unit
series-days = { $count ->
    [one] day
   *[other] days
  }
series-weeks = { $count ->
    [one] week
   *[other] weeks
  }
series-months = { $count ->
    [one] month
   *[other] months
  }
series-chosen = chosen days
series-count = Visits
series-until = Until
series-dates = Further days
series-dates-add = Add a day
series-dates-remove = Remove { $date }
series-free = free
series-refused = { $count ->
    [one] One date cannot be booked.
   *[other] { $count } dates cannot be booked.
  }
series-nothing = Nothing was booked.
series-instead = instead { $when }
series-leave-out = Leave out
series-left-out = left out
series-rest = { $count ->
    [one] Book the other one
   *[other] Book the other { $count }
  }
series-place = { $number } of { $count } in a series
series-move-on = Move this and the following
series-move-rest = Move the others
series-cancel-on = { $count ->
    [one] Also the one that follows in its series
   *[other] Also the { $count } that follow in its series
  }
series-moved = { $count ->
    [one] One date cannot be moved.
   *[other] { $count } dates cannot be moved.
  }
series-nothing-moved = Nothing was moved.
said-series-booked = { $patient } booked { $count } times, the first at { $time }
said-series-moved = { $count } visits of { $patient } moved
said-series-cancelled = { $count } visits of { $patient } cancelled

## Family

family-title = Come together
family-with = With the family
family-side = at the same time
family-turn = one after the other
family-find = Find times
family-none = No time for all of them in two weeks.
family-book = Book { $count } visits
family-place = { $name }: { $time }, { $chair }, { $provider }
said-family-booked = { $names } booked on { $date }
family-alone = Nobody else belongs to the household of { $name } yet.
family-type = Type of the visit of { $name }

## Copying and the pinboard

action-copy = Copy
action-pin = Pin
copy-heading = Copy the visit of { $patient }
copy-commit = Book here
copy-cancel = No copy
copy-explain = Arrow keys choose time and chair, [ and ] the day; Enter books a second visit there. Or click an empty time.
said-copied = { $patient } booked once more: { $date }, { $time }
pinboard-title = Pinboard
pinboard-explain = These visits stay where they are until they are put elsewhere.
pinboard-place = Place
pinboard-remove = Take { $patient } off the pinboard
pinboard-was = { $date }, { $time }, { $chair }
## Lists, and who could take a gap

wish-days = On these days
wish-from = Not before
wish-to = Over by
wish-anybody = Anybody
wish-any-chair = Any chair
wish-none = Any time
wish-after = after { $time }
wish-before = until { $time }
wish-since = from { $date }
wish-until = by { $date }
opening-also = or { $count ->
    [one] { $count } other
   *[other] { $count } others
  }
list-unscheduled = Unscheduled
list-asap = ASAP
list-waiting = Waiting list
list-unconfirmed = To confirm
list-planned = Planned
list-unscheduled-empty = Nothing to book again
list-unscheduled-explain = Visits that are missed or cancelled come here, until they are booked again or let go.
list-asap-empty = Nobody asked to come sooner
list-asap-explain = Select a visit in the day and press Q: its patient is then offered what is freed.
list-waiting-empty = Nobody is waiting
list-waiting-explain = Press A for a patient who wants a visit and cannot be booked yet. They are offered what is freed.
list-unconfirmed-empty = Nobody to call
list-unconfirmed-explain = Everybody who comes in the next seven days has confirmed or declined.
list-planned-empty = Nothing planned
list-planned-explain = Press A for a visit that is agreed upon and not booked yet, such as the next step of a treatment.
list-filtered-empty = Nobody of these
list-filtered-explain = Choose every type and every provider to see all of the list.
list-every-type = Every type
list-every-provider = Every provider
list-sort = Order
list-sort-usual = Usual order
list-sort-name = By name
list-sort-since = Longest first
list-sort-minutes = Shortest first
list-sort-kind = By type
list-all-years = Older than a year too
list-all-days = Three months ahead
list-count = { $count } shown
list-more = The first { $count } are shown
list-days = { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  }
list-waits = waits { $days }
list-next = comes { $when }
list-nothing-booked = nothing booked
list-urgent = urgent
list-notice = Notice
list-notice-hours = { $hours ->
    [0] cancelled within the hour
    [one] cancelled { $hours } hour before
   *[other] cancelled { $hours } hours before
  }
list-notice-days = cancelled { $days } days before
list-by-practice = by the practice
list-noted = { $date }, { $by }
list-called = Called
list-not-called = not yet
list-calls = { $count ->
    [one] { $count } call, no answer
   *[other] { $count } calls, no answer
  }
list-no-answer-at = no answer { $when }
list-no-answer = No answer
list-declined = Declined
list-show-day = Show in the day
list-sooner = Find sooner
list-not-asap = Not sooner
list-let-go = Let go
let-go-reason = Why is { $patient } not booked again?
let-go-hint = The reason stays on record. Nothing else changes.
let-go-example = Moved away, goes elsewhere…
let-go-confirm = Let go
let-go-keep = Keep on the list
waiting-add = Add to the waiting list
waiting-plan = Plan a visit
waiting-urgent = Urgent: before those who wait longer
sooner-title = Sooner
sooner-now = Booked
sooner-wish = Wish
sooner-openings = Sooner openings
sooner-none = Nothing is free sooner. Whatever is freed is offered by itself.
gap-title = Who could take it
gap-free = { $times } free, { $minutes } min
gap-asked = { $count ->
    [one] { $count } who would come sooner fits
   *[other] { $count } who would come sooner fit
  }
gap-others = { $count ->
    [one] { $count } could take it
   *[other] { $count } could take it
  }
gap-names = { $count ->
    [one] { $count } would like it: { $names }
   *[other] { $count } would like it: { $names }
  }
gap-card-open = Who could take { $times }
gap-fill = Fill it
gap-kept = kept for { $types }
gap-nobody = Nobody on the lists fits. Book it like any other time.
gap-at = { $time }, { $minutes } min
gap-booked = booked { $when }
gap-wished = as wished
gap-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
  }
gap-move = Move here
gap-book = Book
gap-gone = Nothing is free there any more.
gap-none = Nobody on the ASAP or the waiting list fits into a gap of this day.
asap-when = When would it suit them?
asap-on = ASAP: would come sooner
asap-put-on = ASAP: would come sooner
asap-with-wish = with a wish…
asap-take-off = take off
said-asap = { $patient } is on the ASAP list
said-not-asap = { $patient } is off the ASAP list
said-no-answer = { $patient }: no answer, noted
said-let-go = { $patient } is off the list
said-waits = { $patient } is on the waiting list
said-planned = { $patient }: planned
keys-fill = Who could take what was freed, or the next gap
keys-lists = Which list
keys-rows = Choose a row
keys-take = Book it, or find something sooner

## Set-up

setup-steps = Steps
setup-folder = The practice is made in { $folder }
setup-practice = Practice
setup-hours = Opening hours
setup-providers = Providers
setup-chairs = Chairs
setup-passphrase = Passphrase
setup-recovery = Recovery code
setup-next = Next
setup-create = Make the practice
setup-creating = Making it…
setup-practice-explain = It stands on prints and messages. You can change it later.
setup-name = Name of the practice
setup-name-missing = Write the name of the practice.
setup-zone = Time zone
setup-zone-hint = Type a city near you.
setup-zone-wrong = Choose a zone from the list.
setup-phone-hint = For prints and messages.
setup-hours-explain = When the practice is open. A lunch break makes two shifts. Providers can have hours of their own later.
setup-providers-explain = Who sees patients: dentists, hygienists, practitioners.
setup-provider-missing = Write at least one name.
setup-provider-add = Add a provider
setup-provider-example = Such as Dr Okafor
setup-chairs-explain = Rooms or operatories: each is a column of the day.
setup-chair-missing = Write at least one name.
setup-chair-add = Add a chair
setup-chair-example = Such as Hygiene
setup-first-chair = Chair 1
setup-passphrase-explain = It encrypts everything on this computer. Nobody can find it out for you, and nobody can read the data without it.
setup-keyring = Open on this computer without asking for it
setup-recovery-explain = This code opens the practice when the passphrase is forgotten. It is shown only now. Print it or write it down, and keep it away from this computer.
setup-print-code = Print the code…
setup-code-again = Type the code back
setup-code-hint = So that we know it is on paper. Dashes and capitals do not matter.
setup-code-wrong = This differs from the code above. Compare it letter by letter.

hours-from = { $day }, from
hours-to = { $day }, to
hours-any-chair = any chair
hours-remove = Remove a shift on { $day }
hours-closed = Closed
hours-open = Open
hours-add = Add a shift
hours-copy = Same until Friday
hours-wrong = Shifts must end after they start and not overlap.
list-item = { $label } { $number }
list-label = { $label } { $number }, kind
list-label-example = home, work…
list-remove = Remove { $label } { $number }

## Patients

action-save = Save
action-edit = Edit
action-remove = Remove
patients-name = Name
patients-age = Age
patients-email = E-mail
patients-chart = Chart
patients-count = { $count } in all
patients-found = { $count } found
patients-search = Name, phone, birth date, e-mail
patients-all = Every status
patients-new = New patient
patients-import = Import patients
patients-none = There are no patients yet
patients-none-explain = Bring in the ones you have from another system, or write the first one.
patients-none-status = No patient has this status
patients-none-found = Nobody found for “{ $text }”
patients-none-found-explain = Try a part of the name, the last digits of a phone, or a birth date.
patient-back = Back to the list
patient-prospective = prospective
patient-active = active
patient-inactive = inactive
patient-archived = archived
patient-deceased = deceased
patient-identity = Who it is
patient-prefix = Title
patient-suffix = Suffix
patient-preferred = Called
patient-sex = Sex
patient-deceased-on = Died on
patient-language = Language
patient-alert-label = Alert, shown at every visit
patient-phones = Phones
patient-add-phone = Add a phone
patient-emails = E-mails
patient-add-email = Add an e-mail
patient-address = Address
patient-street = Street
patient-postal-code = Postal code
patient-city = City
patient-region = Region
patient-country = Country
patient-unknown = not known
patient-household = Household
patient-household-none = None
patient-guarantor = pays
patient-guardian = Guardian
patient-guardian-none = None
guardian-pick = Who decides for this patient?
guardian-remove = No guardian
household-new = New household
household-join = Join a household…
household-add = Add somebody…
household-of = { $name } household
household-name = Name of the household
household-pays = Who pays
household-pays-self = Everyone for themselves
household-leave = { $patient } leaves
said-household = Who belongs with { $patient } is changed
patient-history = What was changed
patient-future = Coming
patient-past = Past
patient-no-past = No visits yet
patient-all-visits = All { $count } visits
patient-save-anyway = It is somebody else: save
said-patient-saved = { $patient } is saved
sex-female = female
sex-male = male
sex-other = other
sex-unknown = not known

## Import and export

import-title = Import
export-title = Export
import-direction = Direction
import-format = Format
import-csv = CSV
import-fhir = FHIR R4
import-ics = Calendar
import-vcf = Address book
import-csv-explain = A table as spreadsheets save it. Columns are matched by their names; you see the first rows before anything is changed.
import-fhir-explain = Patients, practitioners, appointments and past visits: a bundle, ndjson, or a folder of them.
import-ics-explain = A provider’s calendar as other programs save it (iCalendar, .ics): its events become block-outs of that provider. Read it again after a change, and only the change is made.
import-vcf-explain = Contacts of a phone or mail program (vCard, .vcf) as patients.
import-free-too = Block the time of events that are marked as free, too
calendar-what = Whose calendar, and which days
calendar-everybody = Everybody
calendar-choose = Choose whose it is
calendar-from = From
calendar-to = To
import-pick = Choose a file…
import-pick-folder = Choose a folder…
import-path = Or write where it is
import-look = Look at it
import-date-question = How are dates written here?
import-date-explain = These dates fit more than one way of writing, so you have to say which.
import-dmy = day, month, year
import-mdy = month, day, year
import-ymd = year, month, day
import-columns = Columns
import-read-as = Read with “{ $delimiter }” between columns, { $encoding }.
import-tab = tab
import-dates-as = Dates are { $format }.
import-column = Column
import-samples = First values
import-field = Goes to
import-field-of = { $column } goes to
import-leave-out = leave out
field-middle-name = Middle name
field-patient-id = Patient’s number elsewhere
field-id = Number elsewhere
field-start = Start
field-end = End
import-first-rows = First rows
import-line = Line
import-kind = What
import-summary = As it will be read
import-no-rows = There is nothing to read in it.
import-counted = { $read } rows read, { $refused } refused so far.
import-refused = Refused: { $count }
import-refused-explain = These rows stay out. Mend them in the file and import it again: what is there already does not double.
import-refused-line = { $source }, line { $line }: { $reason }
import-more-refused = and { $count } more; copying takes all of them.
import-copy = Copy as text
import-copied = Copied
import-source = File
import-run = Import
import-answer-first = First answer the question about dates.
import-running = Importing
import-share = { $share } % read. Nothing is changed until all of it is in.
import-stop = Stop
import-stopped = Stopped
import-stopped-explain = Nothing was changed.
import-done = Imported
import-read = Read
import-created = New
import-updated = Changed
import-unchanged = As they were
import-refused-count = Refused
import-left-out = Not taken over
import-unused-columns = { $source }: nothing was taken from these columns: { $columns }
import-no-place = Daybook has no place for { $kinds }
import-going-on = Series that go on after { $day }: { $count }. Import the calendar again before then.
import-to-patients = To the patients
import-another = Import another file
export-explain = Patients and appointments, to be read by other programs or imported again. The file is not encrypted: keep it where only you can read it.
export-ics-explain = Visits as a calendar (iCalendar, .ics) that other programs show. The file is not encrypted.
export-private = Without names: only that there is a visit
export-vcf-explain = Names, numbers and addresses of the patients whom you may contact (vCard, .vcf), for a phone or mail program. Notes and alerts are not in it. The file is not encrypted.
export-not-contacted = Not in it, since they are not to be contacted: { $count }.
export-pick = Choose where…
export-path = File
export-run = Export
export-done = { $patients } patients and { $appointments } appointments written

## Print

print-title = Print
print-day = The day by chair
print-list = The day as a list
print-week = The week by provider
print-paper = Paper
print-letter = Letter
print-way = Way up
print-portrait = Upright
print-landscape = Across
print-private = Initials only, for a wall
print-path = Save under a written path
print-save = Save as PDF…
print-drawing = Drawing the pages…
print-page = Page { $page } of { $pages }
said-saved-pdf = Saved as { $path }

## Printing beside days and weeks, and the sheet for a power cut

action-card = Card
action-letter = Letter
print-schedule = The schedule
print-desk = For the desk
print-patient = For a patient
print-provider-week = One provider's week
print-month = A month
print-unconfirmed = Visits to confirm
print-routing = Routing slips
print-power-cut = Sheet for a power cut
print-card = Card
print-letter-to = Letter
print-for = For
print-other = somebody else
print-one-visit = This visit alone
print-all-visits = all to come
print-whole-practice = Whole practice
print-choose-provider = Choose a provider
print-choose-patient = Choose whom it is for
print-how-long = For how long
print-days = { $count ->
    [one] one day
   *[other] { $count } days
  }
print-size = Size
print-size-card = Card, { $size }
print-size-label = Label, { $size }
print-size-hint = Choose the same in the printer.
print-initials = Initials instead of the name

power-cut-title = Power cut
power-cut-explain = Every evening Daybook can put the next working day into a folder, as a PDF with names, numbers, alerts and notes. On a phone, a stick or paper it helps when the power or this computer is out. Daybook has to be open and unlocked then; if it was not, the sheet is made as soon as it is, before the day begins.
power-cut-on = Make the sheet every evening
power-cut-at = From
power-cut-keep = Keep for days
power-cut-folder = Folder
power-cut-folder-hint = Best one that is copied elsewhere, such as to a phone. Older sheets of this practice are taken away from it.
power-cut-choose = Choose…
power-cut-lock = Whoever finds the file
power-cut-encrypted = needs its passphrase (encrypted)
power-cut-plain = can read it: every patient of the day in clear text
power-cut-has-passphrase = The sheets have a passphrase.
power-cut-change = Choose another
power-cut-passphrase-explain = Take another one than the practice's, of 10 letters or more, and write it down where it is found without power. PDF readers on computers and phones ask for it.
power-cut-make = Make it now
power-cut-made = The last sheet is for { $date }.
power-cut-failed = The sheet for a power cut could not be made. { $what } { $next }

## Settings

settings-types = Appointment types
settings-closures = Closures
settings-doctor = Check of the data
settings-appearance = Appearance
settings-exceptions = Days off and other hours
settings-exceptions-explain = Holidays of a provider, a Saturday on duty, a chair under repair: days that differ from the week.
settings-no-exceptions = Nobody is away.
settings-exception-add = Add days off or other hours
exception-who = Who or which chair
exception-hours = Hours then
exception-off = Off
exception-shifts = Other hours
exception-usual = Usual hours again
settings-block-types = Block-out types
settings-block-types-explain = What keeps time free: lunch, meetings, what is kept for emergencies. Put them into the day with K.
settings-no-block-types = There are no types yet.
settings-block-type-add = Add a type
effect-title = What it does
effect-no-scheduling = Nothing is booked over it
effect-reserved = Kept for some types of visit
effect-note = Only shown
effect-types = Kept for
effect-types-none = Choose at least one.
settings-type-chairs = Chairs it is done in
settings-type-any-chair = In any chair.
settings-type-providers = Providers who do it
settings-type-any-provider = By any provider.
settings-type-recall = Recall that it sets off
settings-type-recall-hint = Such as “Check-up”; empty for none.
holidays-title = Public holidays
holidays-explain = Tick those on which the practice is closed. Adding them again changes nothing.
holidays-country = Country
holidays-region = Region
holidays-whole-country = The whole country
holidays-year = Year
holidays-tick = Closed on { $date }, { $name }
holidays-name = Name for { $date }
holidays-there = closed already: { $name }
holidays-partly = not everywhere, or half a day
holidays-visits =
    { $count ->
        [one] 1 visit is booked
       *[other] { $count } visits are booked
    }
holidays-add =
    { $count ->
        [one] Close on 1 day
       *[other] Close on { $count } days
    }
holidays-added =
    { $count ->
        [0] The practice was closed on those days already.
        [one] 1 closure added.
       *[other] { $count } closures added.
    }
settings-version = Daybook { $version }
settings-hours-explain = The hours of the practice. Providers and chairs follow them unless they have their own.
settings-print-language = Language of prints
settings-providers-explain = One who left is retired, not removed: past visits keep the name.
settings-chairs-explain = Each chair in use is a column of the day.
settings-item-name = Name
settings-active = In use
settings-own-hours = Own hours
settings-retired = retired
settings-types-explain = A type gives a visit its length and its colour, says who is busy when, and where it is done.
settings-no-types = There are no types yet.
settings-type-add = Add a type
settings-tint = Colour
settings-tint-number = Colour { $number }
settings-arrive-early = Come early, minutes
settings-early = come { $minutes } min early
settings-closures-explain = Days on which nobody works: holidays, a move, a course.
settings-no-closures = No closures.
settings-closure-add = Add a closure
settings-closure-dates = { $from } – { $to }
settings-closure-name = Why
settings-from = First day
settings-to = Last day
settings-passphrase-explain = Changing it does not touch the data. The recovery code stays the same.
settings-old-passphrase = Present passphrase
settings-passphrase-change = Change it
settings-doctor-explain = Reads the whole file and compares it with what this computer wrote. It changes nothing.
settings-doctor-run = Check now
settings-doctor-running = Checking…
settings-doctor-ok = Everything is as it should be
settings-doctor-bad = Something is wrong
said-saved = Saved
said-passphrase-changed = The passphrase is changed
theme-label = Light or dark
theme-explain = High contrast and less motion follow the desktop.
theme-system = As the desktop
theme-light = Light
theme-dark = Dark
language-label = Language
language-system = As the desktop
language-en = English
language-de = Deutsch
clock-label = Times of day
clock-region = As the region
clock-12 = 12 hours, { $example }
clock-24 = 24 hours, { $example }

## Ctrl K and the keys

search-title = Find anything
search-commands = Commands
search-nothing = Nothing found for “{ $text }”
command-today = Go to today
command-day = Show the day
command-week = Show the week
command-month = Show the month
command-agenda = Show the list
command-view = View: { $name }
command-tomorrow = Go to tomorrow
command-date = Go to { $date }
command-print = Print the day
command-block-out = New block-out: block out time
command-settings = Settings: { $section }
command-undo = Undo the last change
command-redo = Do again what was undone
command-light = Light
command-dark = Dark
keys-title = All keys
keys-everywhere = Everywhere
keys-search = Find anything
keys-escape = Close, or leave as it was
keys-days = Day, week or month before and after
keys-arrows = Choose a visit
keys-zoom = Taller, lower, fit the window
keys-seat-next = Seat the next one
keys-spans = Day, week, month, list
keys-views = Your saved views
keys-move = Move or resize: arrows, + −, then Enter
keys-move-block = Move the selected block-out: arrows, + −, then Enter
keys-find = Find a patient
keys-patient = A patient's page
keys-prints = What is printed

# Block-outs: time that is not for every visit.
block-out-title = Block out time
block-out-key = Block out time
block-out-label = { $name }, { $from } to { $to }. { $words }
block-out-kept = kept for { $types }
block-out-from = From
block-out-to = Until
block-out-everybody = Everybody
block-out-any-provider = Whoever works there
block-out-every-chair = Every chair
block-out-which = It repeats. { $date }:
block-out-only = This day only
block-out-from-here = This day and all later ones
block-out-all = All of its days
visit-anyway = Change it all the same
block-out-anyway = Save it, the visits stay
booked-there = { $count ->
    [one] { $count } visit stands there:
   *[other] { $count } visits stand there:
  }
block-out-added = { $name } added.
block-out-changed = Block-out changed.
block-out-removed = { $name } removed.
block-out-move = Move
block-out-move-explain = Arrow keys choose time and column, + and − the length, [ and ] the day; Enter puts it there.
block-out-put = { $name }: { $date }, { $times }.
block-out-put-only = { $name }: { $date }, { $times }. Its other days stay as they are.
repeat-title = Repeats
repeat-once = No
repeat-weekly = Weekly
repeat-monthly = Monthly
repeat-days = Weekdays
repeat-every-weeks = Every … weeks
repeat-every-months = Every … months
repeat-last = On the last { $day } of the month
repeat-until = Until (empty: goes on)

# Who is busy in each five minutes of a visit.
pattern-title = Who is busy when
pattern-provider = Minute { $from } to { $to }: the provider
pattern-assistant = Minute { $from } to { $to }: an assistant
pattern-explain =
    { $assisted ->
        [0] X: the provider is there throughout. Click or press / where an assistant goes on alone.
       *[other] X: the provider, { $minutes } min. /: an assistant alone, { $assisted } min, in which the provider can be in another chair.
    }

## Messages to patients

rail-messages = Messages
messages-tabs = Lists of messages
messages-settings = Rules and texts
messages-desk = To see to
messages-coming = Coming
messages-sent = Sent
messages-desk-explain = Messages that did not get there, or that nobody can get. Call, or send them again.
messages-coming-explain = What goes to whom in the next 14 days and when, and why something does not go.
messages-sent-explain = What was sent last, and what became of it.
messages-desk-none = Nothing to see to
messages-coming-none = Nothing goes out in the next 14 days
messages-sent-none = Nothing was sent yet
message-booking-confirmation = Booking confirmation
message-moved = New time
message-cancelled = Cancellation
message-reminder = Reminder
message-please-confirm = Please confirm
message-missed-visit = Missed visit
message-follow-up = Follow-up
message-survey = Survey
message-birthday = Birthday
message-medication = Medication
message-planned = planned
message-claimed = being sent
message-accepted = sent
message-transient = is tried again
message-permanent = not delivered
message-unknown = may have been sent
message-withdrawn = withdrawn
message-unsent = does not go
message-again = Send again
said-message-again = It is sent again
channel-email = E-mail
channel-sms = Text
channel-phone = Call
channel-desktop = On the desktop
mailbox-title = Mailbox
mailbox-explain = Messages to patients go out through the practice’s own mailbox, straight from this computer to its server. Nothing goes anywhere else.
mailbox-from = E-mail address of the practice
mailbox-from-hint = The server is filled in from it.
mailbox-password = Password
mailbox-password-hint = Gmail, Outlook, Yahoo, iCloud and others want an app password instead of the usual one: make one in the settings of the mailbox.
mailbox-password-kept = It is saved, encrypted. Leave it empty to keep it.
mailbox-token = Access token
mailbox-by-token = Sign in with an access token instead of a password (XOAUTH2)
mailbox-server = Server for outgoing mail
mailbox-host = Name
mailbox-port = Port
mailbox-security = Encryption
mailbox-security-none = None, on this computer only
mailbox-user = User name
mailbox-reply-to = Answers go to
mailbox-reply-to-hint = Empty: the same address.
mailbox-remove = Remove the mailbox
mailbox-test-to = Test mail to
mailbox-test = Send a test mail
mailbox-testing = Sending…
mailbox-test-sent = { $server } has taken the test mail, over an encrypted line. Look whether it arrived.
mailbox-test-sent-plain = { $server } has taken the test mail. Look whether it arrived.
mailbox-test-said = The server said: { $said }
said-mailbox-removed = The mailbox is removed. No mail goes out any more.
message-text = Its text
patient-no-messages = No message yet
patient-all-messages = Show all { $count } messages
consent-title = May be written to and called
consent-appointments = About visits
consent-recalls = To come back
consent-surveys = Surveys
consent-marketing = News and offers
consent-unknown = not asked
consent-yes = yes
consent-no = no
consent-of = { $kind }, { $channel }
consent-told = { $source }, { $date }
consent-never = Nobody asked yet
consent-at-desk = at the desk
messages-no-mailbox = E-mail goes out once the mailbox is set up.
messages-set-up = Set it up
messages-rules = What goes out
messages-rules-explain = Each rule sends one message about a visit. Whoever booked too late for a rule does not get it.
messages-rule-on = { $kind }, { $words }: is sent
messages-rule-add = Add a rule
messages-rule-kind = Message
messages-rule-when = When
messages-rule-days = Days
messages-rule-hours = Hours
messages-rule-at = At
messages-rule-way = By
messages-rule-else = If that fails, by
messages-rule-no-way = –
messages-rule-types = For visits of these types
messages-rule-all-types = Every type
lead-at-once = when it happens
lead-days-before = days before, at
lead-hours-before = hours before
lead-hours-after = hours after
lead-days-after = days after, at
lead-days-birthday = days before the birthday, at
messages-always = For all messages
messages-sender = The practice is called
messages-sender-hint = Empty: its name. A name that says what somebody is treated for is best left out.
messages-review-link = Page to tell others of a visit
messages-review-hint = It stands in surveys, the same for everybody. Empty: none.
messages-quiet = Nothing goes out from – to
messages-quiet-to = Nothing goes out until
messages-quiet-closures = Nothing goes out on days on which the practice is closed
messages-of-age = Patients are written to themselves from an age of
messages-of-age-hint = Younger ones through whoever answers for them.
mailbox-trouble = No mail goes out since { $since }.
messages-calls = To call
messages-failed = Not delivered
messages-unknown = May have been sent
messages-unreached = Reaches nobody
message-done = Seen to
said-message-done = It is off the list
messages-texts = Change what messages say
texts-title = Texts of messages
texts-explain = What messages say, in the language of the patient. Words in braces are filled in for each of them. Less is more: who reads along should not learn what a visit is for.
texts-language = Language
texts-subject = Subject
texts-body = Text
texts-fields = Fields to put in
texts-shipped = Back to the usual text
texts-preview = How it reads
texts-preview-of = With the next visit of
texts-length =
    { $segments ->
        [one] { $characters } characters, one text message.
       *[other] { $characters } characters, { $segments } text messages.
    }
texts-dear = These letters make it dearer: { $letters }
messages-no-phone = The practice has no phone number. Most texts name it, and are not sent without one.
messages-phone = Write it down
contact-wish = Wishes to be reached only by
contact-wish-none = Nothing is ticked: by every usual way.
contact-wish-some = Only so: by no other number, and not through family or guardian.
stop-title = Nothing goes to
stop-explain = Numbers and addresses that asked to be left alone, or that mail came back from. It holds for everybody who has them; what somebody stopped by an answer, only an answer starts again.
stop-none = Nobody asked to be left alone
stop-add = Add a number or address
stop-address = Number or address
stop-words = What was said
stop-why = Why may it be written to again?
stop-by-reply = stopped by an answer
stop-by-unsubscribed = unsubscribed
stop-by-bounced = mail came back
stop-by-desk = written down at the desk
rail-messages-todo =
    { $count ->
        [one] { $count } to see to: a message that did not get there, a call, or mail that does not go
       *[other] { $count } to see to: messages that did not get there, calls, or mail that does not go
    }
messages-to-mailbox = To the mailbox
messages-rule-unused = No way of it is set up
mailbox-remove-really = Remove it: no mail goes out any more
