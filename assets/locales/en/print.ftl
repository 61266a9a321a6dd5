# Words on printed pages.

page = Page { $page } of { $pages }
printed = Printed { $date }, { $time }
date-long = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month-short }
date-year = { $day } { $month-short } { $year }
day-title = { $weekday-short } { $day } { $month-short }
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

recovery-title = Recovery code
recovery-what = With this code the practice's data can be opened when the passphrase is forgotten or the computer is lost. It opens this practice and every backup of it.
recovery-keep = Keep this page on paper in a safe place, away from the computer. Do not photograph it and do not store it in an e-mail.
recovery-lost = Without the passphrase and without this code nobody can open the data, nor can the makers of Daybook.
recovery-use = To use it: choose "Forgot the passphrase" on the unlock screen and type the code. Capitals, spaces and dashes do not matter.

# In calendars that leave the practice.
calendar-busy = Busy
