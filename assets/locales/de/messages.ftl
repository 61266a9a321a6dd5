# Was Patienten lesen. Eine Lücke wie { $names } ist ein Feld einer Vorlage: Sie wird gefüllt, wenn
# eine Nachricht entsteht; eine Praxis kann mit denselben Feldern ihren eigenen Text schreiben. Keine
# Behandlung, kein Fachgebiet. Eine SMS soll gefüllt in 160 Zeichen ihres Alphabets passen.

weekday = { $number ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
  }
month = { $number ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
  }
day = { $weekday }, { $day }. { $month }
time-am = { $time } Uhr
time-pm = { $time } Uhr
several = { $first } und { $last }
# Was ein Kalender von einem Termin zeigt.
calendar = Termin, { $practice }
# What an example in the editor is filled with.
example-name = Maria
example-medicine = Amoxicillin

booking-confirmation-email =
    Guten Tag { $first_name },

    dieser Termin ist eingetragen:

    { $names }
    { $day }, bitte seien Sie um { $arrival } da

    Wenn er Ihnen nicht passt, rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Ihr Termin am { $day } um { $arrival }
booking-confirmation-sms = Termin: { $names }, { $day }, bitte um { $arrival } da sein. Passt es nicht, rufen Sie an: { $phone }. { $practice }
booking-confirmation-phone = Hier ist { $practice } für { $first_name }. Ein Termin für { $names } ist eingetragen: { $day }, bitte um { $arrival } da sein. Passt Ihnen das? Unsere Nummer ist { $phone }.

moved-email =
    Guten Tag { $first_name },

    dieser Termin ist jetzt zu einer anderen Zeit:

    { $names }
    { $day }, bitte seien Sie um { $arrival } da

    Er sollte am { $old_day } um { $old_arrival } sein. Wenn Ihnen die neue Zeit nicht passt, rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Ihr Termin ist jetzt am { $day } um { $arrival }
moved-sms = Neue Zeit: { $names }, { $day }, bitte um { $arrival } da sein. Passt es nicht, rufen Sie an: { $phone }. { $practice }
moved-phone = Hier ist { $practice } für { $first_name }. Der Termin für { $names } am { $old_day } um { $old_arrival } ist jetzt am { $day }, bitte um { $arrival } da sein. Passt Ihnen das? Unsere Nummer ist { $phone }.

cancelled-email =
    Guten Tag { $first_name },

    dieser Termin findet nicht statt:

    { $names }
    { $day }, { $arrival }

    Für einen anderen rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Ihr Termin am { $day } um { $arrival } fällt aus
cancelled-sms = Abgesagt: { $names }, { $day }, { $arrival }. Für einen anderen Termin rufen Sie an: { $phone }. { $practice }
cancelled-phone = Hier ist { $practice } für { $first_name }. Der Termin für { $names } am { $day } um { $arrival } findet nicht statt. Sollen wir einen anderen suchen? Unsere Nummer ist { $phone }.

reminder-email =
    Guten Tag { $first_name },

    wir erwarten Sie:

    { $names }
    { $day }, bitte seien Sie um { $arrival } da

    Wenn Sie nicht kommen können, rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Erinnerung: { $day } um { $arrival }
reminder-sms = Erinnerung: { $names }, { $day }, bitte um { $arrival } da sein. Verhindert? Rufen Sie an: { $phone }. { $practice }
reminder-phone = Hier ist { $practice } für { $first_name }. Eine Erinnerung für { $names }: { $day }, bitte um { $arrival } da sein. Unsere Nummer ist { $phone }.

please-confirm-email =
    Guten Tag { $first_name },

    kommen Sie?

    { $names }
    { $day }, bitte seien Sie um { $arrival } da

    Bitte antworten Sie auf diese Mail mit JA, oder nehmen Sie den Termin in Ihrem Kalender an. Wenn Sie nicht kommen können, rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Bitte bestätigen: { $day } um { $arrival }
please-confirm-sms = { $names }, { $day }, bitte um { $arrival } da sein. Antworten Sie JA, oder rufen Sie an, wenn Sie verhindert sind: { $phone }. { $practice }
please-confirm-phone = Hier ist { $practice } für { $first_name }. Bitte bestätigen Sie den Termin für { $names }: { $day }, bitte um { $arrival } da sein. Kommen Sie? Unsere Nummer ist { $phone }.

missed-visit-email =
    Guten Tag { $first_name },

    wir haben Sie vermisst und hoffen, dass alles in Ordnung ist:

    { $names }
    { $day }

    Für einen anderen Termin rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Wir haben Sie am { $day } vermisst
missed-visit-sms = Wir haben Sie vermisst: { $names }, { $day }. Für einen anderen Termin rufen Sie an: { $phone }. { $practice }
missed-visit-phone = Hier ist { $practice } für { $first_name }. Wir haben { $names } am { $day } vermisst und hoffen, dass alles in Ordnung ist. Sollen wir einen anderen Termin suchen? Unsere Nummer ist { $phone }.

follow-up-email =
    Guten Tag { $first_name },

    danke für Ihren Besuch:

    { $names }
    { $day }

    Wenn etwas unklar ist oder sich nicht gut anfühlt, rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = Nach Ihrem Termin am { $day }
follow-up-sms = Danke für Ihren Besuch: { $names }, { $day }. Ist etwas unklar oder nicht gut, rufen Sie an: { $phone }. { $practice }
follow-up-phone = Hier ist { $practice } für { $first_name }. Wie geht es { $names } nach { $day }? Ist etwas unklar? Unsere Nummer ist { $phone }.

survey-email =
    Guten Tag { $first_name },

    danke für Ihren Besuch:

    { $names }
    { $day }

    Wie wahrscheinlich empfehlen Sie uns weiter, von 0 (gar nicht) bis 10 (sehr)? Bitte antworten Sie auf diese Mail mit einer Zahl, gern auch mit ein paar Worten.

    { $practice }, { $phone }
    .subject = Wie war es am { $day }?
survey-sms = { $names }, { $day }: Empfehlen Sie uns weiter, von 0 (gar nicht) bis 10 (sehr)? Antworten Sie mit einer Zahl. { $practice }
survey-phone = Hier ist { $practice } für { $first_name }. Zu { $names } am { $day }: Wie wahrscheinlich empfehlen Sie uns weiter, von 0 (gar nicht) bis 10 (sehr)?

birthday-email =
    Guten Tag { $first_name },

    wir alle wünschen Ihnen einen schönen Geburtstag.

    { $practice }
    .subject = Alles Gute zum Geburtstag
birthday-sms = Alles Gute zum Geburtstag, { $first_name }! { $practice }
birthday-phone = Hier ist { $practice }. Alles Gute zum Geburtstag, { $first_name }!

medication-email =
    Guten Tag { $first_name },

    { $names }: Es ist { $dose_time }, Zeit für das, was wir besprochen haben.

    Bei Fragen rufen Sie uns bitte an: { $phone }.

    { $practice }
    .subject = { $dose_time }: eine Erinnerung
medication-sms = { $names }: Es ist { $dose_time }, Zeit für das, was wir besprochen haben. Fragen? { $phone }. { $practice }
medication-phone = Hier ist { $practice } für { $first_name }. { $names }: Es ist { $dose_time }, Zeit für das, was wir besprochen haben. Unsere Nummer ist { $phone }.

# Answers that one click begins to write. The word is what is sent, and has to be understood.
answer-confirm = Ja, ich komme
    .word = Ja
answer-call = Bitte rufen Sie mich an
    .word = Rufen Sie mich an
answer-cancel = Ich kann nicht kommen
    .word = Absagen

test-email =
    Diese E-Mail zeigt, dass das Postfach von { $practice } eingerichtet ist: Daybook kann darüber senden.

    Es ist nichts zu tun.
    .subject = Eine Testmail von Daybook
