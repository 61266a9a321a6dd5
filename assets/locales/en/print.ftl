# Words on printed pages.

page = Page { $page } of { $pages }
printed = Printed { $date }, { $time }
date-long = { $order ->
    [month-first] { $weekday }, { $month } { $day }, { $year }
   *[day-first] { $weekday } { $day } { $month } { $year }
  }
date-short = { $order ->
    [month-first] { $month-short } { $day }
   *[day-first] { $day } { $month-short }
  }
date-year = { $order ->
    [month-first] { $month-short } { $day }, { $year }
   *[day-first] { $day } { $month-short } { $year }
  }
date-month = { $month } { $year }
day-title = { $order ->
    [month-first] { $weekday-short }, { $month-short } { $day }
   *[day-first] { $weekday-short } { $day } { $month-short }
  }
time-of-twelve = { $order ->
    [month-first] { $time } { $half ->
        [am] AM
       *[pm] PM
      }
   *[day-first] { $time } { $half ->
        [am] am
       *[pm] pm
      }
  }
week-title = Week { $week }, { $from } – { $to }
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  }
weekday-short = { $number ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
  }
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
month-short = { $number ->
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

day-by-chair = Day by chair
day-as-list = Day list
week-by-provider = Week by provider
columns-part = { $first }–{ $last } of { $all }
notes-title = In full: what the boxes had no room for
empty-day = Nothing is booked on this day.
closed-day = Closed on this day: { $name }.
empty-week = Nothing is booked in this week.
nothing-between = Nothing booked { $from }–{ $to }
visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
  }
more = +{ $count }
continued = continued
until-date = until { $date } { $time }
from-date = from { $date } { $time }
arrive = arrive { $time }
age = ({ $age })
overbooked = overbooked
unreadable-notice = { $count ->
    [one] { $count } entry could not be read and is missing from the plan. It is listed after the plan.
   *[other] { $count } entries could not be read and are missing from the plan. They are listed after the plan.
  }
unreadable-notice-private = { $count ->
    [one] { $count } entry could not be read and is missing from the plan.
   *[other] { $count } entries could not be read and are missing from the plan.
  }
unreadable-title = Entries that could not be read

block-out-kept = kept for { $types }

column-time = Time
column-patient = Patient
column-age = Age
column-phone = Phone
column-type = Type
column-where = Provider, chair
column-chair = Chair
column-status = Status

status-booked = booked
status-asked = no answer
status-confirmed = confirmed
status-declined = declined
status-arrived = arrived
status-seated = in chair
status-completed = done
status-missed = missed
status-cancelled = cancelled

no-chair = Without a chair
no-provider = Without a provider

whole-practice = Whole practice
weekday-only = { $weekday }
date-weekday = { $order ->
    [month-first] { $weekday-short }, { $month-short } { $day }, { $year }
   *[day-first] { $weekday-short } { $day } { $month-short } { $year }
  }
days-from-to = { $from } – { $to }
closed = Closed
age-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
  }
born = born { $date }

card-arrive = Please be here at
card-arrive-short = Be here
card-begins = visit at { $time }
card-with = with { $provider }
card-then = Then { $day }, { $time }
card-more = { $count ->
    [one] and { $count } more visit
   *[other] and { $count } more visits
  }
card-keep = If you cannot come, please call us in good time.

letter-subject = Your visits
letter-greeting = Hello { $name },
letter-greeting-parents = Dear parents,
letter-parents = To the parents of { $name }
letter-opening = { $count ->
    [one] This is when we expect you:
   *[other] These are the times at which we expect you:
  }
letter-opening-about = { $count ->
    [one] This is when we expect { $patient }:
   *[other] These are the times at which we expect { $patient }:
  }
letter-day = Day
letter-arrive = Please be here at
letter-begins = Visit at
letter-provider = With
letter-closing = If a time does not suit you, please call us as early as you can: { $phone }. Then somebody else can have it.
letter-closing-no-phone = If a time does not suit you, please tell us as early as you can. Then somebody else can have it.
letter-regards = Kind regards

unconfirmed-title = Visits to confirm
unconfirmed-none = Everybody has said that they will come.
unconfirmed-left-out = { $count ->
    [one] { $count } visit is not listed, because its patient is not to be contacted.
   *[other] { $count } visits are not listed, because their patients are not to be contacted.
  }
column-result = Result
call-whom = speak to { $name }
call-no-number = no number
call-confirmed = will come
call-no-answer = no answer
call-other-time = other time

routing-title = Routing slips
routing-next = Next: { $day }, { $time }
routing-no-next = Next: nothing booked
routing-done = Done, and what comes next

recovery-title = Recovery code
recovery-what = With this code the practice's data can be opened when the passphrase is forgotten or the computer is lost. It opens this practice and every backup of it.
recovery-keep = Keep this page on paper in a safe place, away from the computer. Do not photograph it and do not store it in an e-mail.
recovery-lost = Without the passphrase and without this code nobody can open the data, nor can the makers of Daybook.
recovery-use = To use it: choose "Forgot the passphrase" on the unlock screen and type the code. Capitals, spaces and dashes do not matter.

# In calendars that leave the practice.
calendar-busy = Busy
