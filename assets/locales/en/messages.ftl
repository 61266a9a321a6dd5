# What patients read. A blank such as { $names } is a field of a template: it is filled when a message
# is made, and a practice may write its own text with the same fields. No treatment, no speciality.
# A text message is to fit into 160 letters of its alphabet, blanks filled.

weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
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
day = { $order ->
    [month-first] { $weekday }, { $month } { $day }
   *[day-first] { $weekday } { $day } { $month }
  }
time-am = { $time } AM
time-pm = { $time } PM
several = { $first } and { $last }
# What a calendar shows of a visit.
calendar = Appointment, { $practice }
# What an example in the editor is filled with.
example-name = Maria
example-medicine = Amoxicillin

booking-confirmation-email =
    Hello { $first_name },

    this appointment is booked:

    { $names }
    { $day }, please be here at { $arrival }

    If it does not suit you, please call us: { $phone }.

    { $practice }
    .subject = Your appointment on { $day } at { $arrival }
booking-confirmation-sms = Booked: { $names }, { $day }, please be here at { $arrival }. If it does not suit you, call { $phone }. { $practice }
booking-confirmation-phone = This is { $practice } for { $first_name }. An appointment is booked for { $names }: { $day }, please be here at { $arrival }. Does it suit you? Our number is { $phone }.

moved-email =
    Hello { $first_name },

    this appointment is at another time now:

    { $names }
    { $day }, please be here at { $arrival }

    It was to be on { $old_day } at { $old_arrival }. If the new time does not suit you, please call us: { $phone }.

    { $practice }
    .subject = Your appointment is now on { $day } at { $arrival }
moved-sms = New time: { $names }, { $day }, please be here at { $arrival }. If it does not suit you, call { $phone }. { $practice }
moved-phone = This is { $practice } for { $first_name }. The appointment for { $names } on { $old_day } at { $old_arrival } is now on { $day }, please be here at { $arrival }. Does it suit you? Our number is { $phone }.

cancelled-email =
    Hello { $first_name },

    this appointment does not take place:

    { $names }
    { $day }, { $arrival }

    For another one please call us: { $phone }.

    { $practice }
    .subject = Your appointment on { $day } at { $arrival } is cancelled
cancelled-sms = Cancelled: { $names }, { $day }, { $arrival }. For another appointment call { $phone }. { $practice }
cancelled-phone = This is { $practice } for { $first_name }. The appointment for { $names } on { $day } at { $arrival } does not take place. Shall we find another one? Our number is { $phone }.

reminder-email =
    Hello { $first_name },

    we are expecting you:

    { $names }
    { $day }, please be here at { $arrival }

    If you cannot come, please call us: { $phone }.

    { $practice }
    .subject = Reminder: { $day } at { $arrival }
reminder-sms = Reminder: { $names }, { $day }, please be here at { $arrival }. If you cannot come, call { $phone }. { $practice }
reminder-phone = This is { $practice } for { $first_name }. A reminder for { $names }: { $day }, please be here at { $arrival }. Our number is { $phone }.

please-confirm-email =
    Hello { $first_name },

    will you come?

    { $names }
    { $day }, please be here at { $arrival }

    Please answer this mail with YES, or accept the appointment in your calendar. If you cannot come, please call us: { $phone }.

    { $practice }
    .subject = Please confirm: { $day } at { $arrival }
please-confirm-sms = { $names }, { $day }, please be here at { $arrival }. Answer YES to confirm, or call { $phone } if you cannot come. { $practice }
please-confirm-phone = This is { $practice } for { $first_name }. Please confirm the appointment for { $names }: { $day }, please be here at { $arrival }. Will you come? Our number is { $phone }.

missed-visit-email =
    Hello { $first_name },

    we missed you, and hope that all is well:

    { $names }
    { $day }

    For another appointment please call us: { $phone }.

    { $practice }
    .subject = We missed you on { $day }
missed-visit-sms = We missed you: { $names }, { $day }. For another appointment call { $phone }. { $practice }
missed-visit-phone = This is { $practice } for { $first_name }. We missed { $names } on { $day } and hope that all is well. Shall we find another appointment? Our number is { $phone }.

follow-up-email =
    Hello { $first_name },

    thank you for coming:

    { $names }
    { $day }

    If anything is unclear or does not feel right, please call us: { $phone }.

    { $practice }
    .subject = After your appointment on { $day }
follow-up-sms = Thank you for coming: { $names }, { $day }. If anything is unclear or does not feel right, call { $phone }. { $practice }
follow-up-phone = This is { $practice } for { $first_name }. How is { $names } after { $day }? Is anything unclear? Our number is { $phone }.

survey-email =
    Hello { $first_name },

    thank you for coming:

    { $names }
    { $day }

    How likely are you to recommend us, from 0 (not at all) to 10 (very)? Please answer this mail with a number, and with a few words if you like.

    { $practice }, { $phone }
    .subject = How was it on { $day }?
survey-sms = { $names }, { $day }: how likely are you to recommend us, from 0 (not at all) to 10 (very)? Answer with a number. { $practice }
survey-phone = This is { $practice } for { $first_name }. About { $names } on { $day }: how likely are you to recommend us, from 0 (not at all) to 10 (very)?

birthday-email =
    Hello { $first_name },

    all of us wish you a happy birthday.

    { $practice }
    .subject = Happy birthday
birthday-sms = Happy birthday, { $first_name }! { $practice }
birthday-phone = This is { $practice }. Happy birthday, { $first_name }!

medication-email =
    Hello { $first_name },

    { $names }: it is { $dose_time }, time for what we agreed on.

    If you have questions, please call us: { $phone }.

    { $practice }
    .subject = { $dose_time }: a reminder
medication-sms = { $names }: it is { $dose_time }, time for what we agreed on. Questions? Call { $phone }. { $practice }
medication-phone = This is { $practice } for { $first_name }. { $names }: it is { $dose_time }, time for what we agreed on. Our number is { $phone }.

# Answers that one click begins to write. The word is what is sent, and has to be understood.
answer-confirm = Yes, I will come
    .word = Yes
answer-call = Please call me
    .word = Call me
answer-cancel = I cannot come
    .word = Cancel

test-email =
    This mail shows that the mailbox of { $practice } is set up: Daybook can send by it.

    There is nothing to do.
    .subject = A test mail by Daybook
