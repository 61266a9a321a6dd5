# Wörter auf gedruckten Seiten.

page = Seite { $page } von { $pages }
printed = Gedruckt am { $date }, { $time }
date-long = { $weekday }, { $day }. { $month } { $year }
date-short = { $day }. { $month-short }
date-year = { $day }. { $month-short } { $year }
date-month = { $month } { $year }
day-title = { $weekday-short } { $day }. { $month-short }
time-of-twelve = { $time } { $half ->
    [am] vorm.
   *[pm] nachm.
  }
week-title = Woche { $week }, { $from } – { $to }
weekday = { $number ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
  }
weekday-short = { $number ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
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
month-short = { $number ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
  }

day-by-chair = Tag nach Zimmern
day-as-list = Tagesliste
week-by-provider = Woche nach Behandlern
columns-part = { $first }–{ $last } von { $all }
notes-title = Vollständig: wofür in den Feldern kein Platz war
empty-day = An diesem Tag ist nichts gebucht.
closed-day = An diesem Tag geschlossen: { $name }.
empty-week = In dieser Woche ist nichts gebucht.
nothing-between = { $from }–{ $to } nichts gebucht
visits = { $count ->
    [one] { $count } Termin
   *[other] { $count } Termine
  }
more = +{ $count }
continued = Fortsetzung
until-date = bis { $date } { $time }
from-date = ab { $date } { $time }
arrive = da sein { $time }
age = ({ $age })
overbooked = doppelt belegt
unreadable-notice = { $count ->
    [one] { $count } Eintrag war nicht lesbar und fehlt im Plan. Er steht hinter dem Plan.
   *[other] { $count } Einträge waren nicht lesbar und fehlen im Plan. Sie stehen hinter dem Plan.
  }
unreadable-notice-private = { $count ->
    [one] { $count } Eintrag war nicht lesbar und fehlt im Plan.
   *[other] { $count } Einträge waren nicht lesbar und fehlen im Plan.
  }
unreadable-title = Nicht lesbare Einträge

block-out-kept = frei für { $types }

column-time = Zeit
column-patient = Patient
column-age = Alter
column-phone = Telefon
column-type = Terminart
column-where = Behandler, Zimmer
column-chair = Zimmer
column-status = Status

status-booked = gebucht
status-asked = keine Antwort
status-confirmed = bestätigt
status-declined = abgelehnt
status-arrived = da
status-seated = im Zimmer
status-completed = fertig
status-missed = nicht erschienen
status-cancelled = abgesagt

no-chair = Ohne Zimmer
no-provider = Ohne Behandler

whole-practice = Ganze Praxis
weekday-only = { $weekday }
date-weekday = { $weekday-short }, { $day }. { $month-short } { $year }
days-from-to = { $from } – { $to }
closed = Geschlossen
age-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
  }
born = geboren am { $date }

card-arrive = Bitte da sein um
card-arrive-short = Da sein
card-begins = Termin um { $time }
card-with = bei { $provider }
card-then = Danach { $day }, { $time }
card-more = { $count ->
    [one] und { $count } weiterer Termin
   *[other] und { $count } weitere Termine
  }
card-keep = Bitte rufen Sie an, wenn Sie nicht kommen können.

letter-subject = Ihre Termine
letter-greeting = Guten Tag { $name },
letter-greeting-parents = Liebe Eltern,
letter-parents = An die Eltern von { $name }
letter-opening = { $count ->
    [one] zu diesem Termin erwarten wir Sie:
   *[other] zu diesen Terminen erwarten wir Sie:
  }
letter-opening-about = { $count ->
    [one] zu diesem Termin erwarten wir { $patient }:
   *[other] zu diesen Terminen erwarten wir { $patient }:
  }
letter-day = Tag
letter-arrive = Bitte da sein um
letter-begins = Termin um
letter-provider = Bei
letter-closing = Passt Ihnen ein Termin nicht, rufen Sie uns bitte so früh wie möglich an: { $phone }. Dann kann ihn jemand anderes bekommen.
letter-closing-no-phone = Passt Ihnen ein Termin nicht, sagen Sie uns bitte so früh wie möglich Bescheid. Dann kann ihn jemand anderes bekommen.
letter-regards = Mit freundlichen Grüßen

unconfirmed-title = Termine zu bestätigen
unconfirmed-none = Alle haben gesagt, dass sie kommen.
unconfirmed-left-out = { $count ->
    [one] { $count } Termin steht nicht hier, weil der Patient nicht kontaktiert werden soll.
   *[other] { $count } Termine stehen nicht hier, weil die Patienten nicht kontaktiert werden sollen.
  }
column-result = Ergebnis
call-whom = am Telefon: { $name }
call-no-number = keine Nummer
call-confirmed = kommt
call-no-answer = keine Antwort
call-other-time = andere Zeit

routing-title = Laufzettel
routing-next = Nächster: { $day }, { $time }
routing-no-next = Nächster: nichts gebucht
routing-done = Gemacht, und was als Nächstes kommt

recovery-title = Wiederherstellungscode
recovery-what = Mit diesem Code lassen sich die Daten der Praxis öffnen, wenn die Passphrase vergessen oder der Computer verloren ist. Er öffnet diese Praxis und jede ihrer Sicherungen.
recovery-keep = Bewahren Sie diese Seite auf Papier an einem sicheren Ort auf, nicht beim Computer. Fotografieren Sie sie nicht und speichern Sie sie nicht in einer E-Mail.
recovery-lost = Ohne die Passphrase und ohne diesen Code kann niemand die Daten öffnen, auch nicht die Hersteller von Daybook.
recovery-use = So geht es: Wählen Sie beim Entsperren »Passphrase vergessen« und tippen Sie den Code ein. Großschreibung, Leerzeichen und Striche spielen keine Rolle.

# In Kalendern, die die Praxis verlassen.
calendar-busy = Belegt
