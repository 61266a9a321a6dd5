# Texte des Fensters. Drucke und Nachrichten haben eigene Dateien.

app-name = Daybook
window-title = { $practice } – Daybook
window-missing = Diese Seite ist das Innere des Daybook-Fensters. Starten Sie Daybook, um damit zu arbeiten.
loading = Wird gelesen …
minutes = { $minutes } Min.

## Fehler ohne eigene Worte

error-unexpected-what = Etwas Unerwartetes ist geschehen: { $detail }
error-unexpected-data = Was vorher gespeichert wurde, ist sicher.
error-unexpected-next = Versuchen Sie es noch einmal. Bleibt es dabei, starten Sie Daybook neu.

## Aktionen

action-undo = Rückgängig
action-redo = Wiederholen
action-close = Schließen
action-try-again = Noch einmal versuchen
action-back = Zurück
action-cancel = Abbrechen
action-change = Ändern
action-print = Drucken
action-book = Buchen
action-move = Verschieben
action-cancel-visit = Termin absagen
action-missed = Nicht erschienen
action-step-back = Ein Schritt zurück
action-open-patient = Patient
action-confirmed = Bestätigt
action-arrived = Da
action-seated = Im Zimmer
action-completed = Fertig

## Die Leiste

rail-label = Bereiche
rail-day = Tag
rail-board = Warten
rail-patients = Patienten
rail-lists = Listen
rail-lists-todo = { $count } zu erledigen: Termine neu zu vergeben, Anrufe zu machen
rail-import = Import
rail-settings = Einstellungen
rail-lock = Sperren
rail-key = { $label }, Taste { $key }

## Entsperren

unlock-title = Praxis
unlock-explain = Diese Praxis ist gesperrt. Ihre Daten liegen verschlüsselt auf diesem Computer.
unlock-passphrase = Passphrase
unlock-open = Öffnen
unlock-opening = Wird geöffnet …
unlock-keyring = Mit dem Schlüsselbund dieses Computers öffnen
unlock-forgot = Vergessen?
unlock-wait = { $seconds ->
    [one] Nächster Versuch in { $seconds } Sekunde.
   *[other] Nächster Versuch in { $seconds } Sekunden.
  }
unlock-folder = Liegt in { $folder }
recover-explain = Der Wiederherstellungscode wurde beim Einrichten der Praxis gedruckt. Er öffnet die Praxis und ersetzt die Passphrase; an den Daten ändert er nichts.
recover-code = Wiederherstellungscode
recover-open = Mit dem Code öffnen
passphrase-new = Neue Passphrase
passphrase-again = Noch einmal dieselbe
passphrase-differs = Die beiden sind verschieden.
passphrase-hint = Mehrere Wörter, die nur Sie zusammenstellen würden.
passphrase-short = Sie braucht mindestens { $shortest } Zeichen.
passphrase-weak = Leicht zu erraten. Länger ist besser: vier Wörter, die nur Sie zusammenstellen würden.
passphrase-fair = Sie hielte eine Weile. Ein, zwei Wörter mehr, und sie hält für immer.
passphrase-strong = Gut. Schreiben Sie sie nicht in der Nähe dieses Computers auf.

## Der Tag

day-calendar = Terminplan
day-previous = Vorheriger Tag
day-next = Nächster Tag
day-today = Heute
day-week = KW { $week }
day-pick-date = Datum wählen
date-previous-month = Vorheriger Monat
date-next-month = Nächster Monat
day-column-provider = { $name }, { $hours }
day-no-chair = Ohne Zimmer
day-no-provider = Ohne Behandler
day-off = Nicht da
day-nobody = Hier arbeitet niemand
day-no-chairs = Es gibt noch kein Zimmer
day-add-chair = Zimmer anlegen
search-placeholder = Patient, Telefon, Geburtsdatum oder ein Befehl
closed-practice = Geschlossen
closed-nobody = Niemand da
closed-chair = Nicht in Betrieb
unreadable-label = Termine, die nicht lesbar sind
unreadable-title = Ein Termin um { $time } ist nicht lesbar.
unreadable-next = Der Rest des Tages ist vollständig. Starten Sie die Prüfung in den Einstellungen.

confirmation-unconfirmed = nicht bestätigt
confirmation-sent = keine Antwort
confirmation-confirmed = bestätigt
confirmation-declined = abgelehnt
status-arrived = { $minutes ->
    [-1] da
   *[other] da { $minutes }′
  }
status-seated = { $minutes ->
    [-1] im Zimmer
   *[other] im Zimmer { $minutes }′
  }
status-completed = fertig
status-missed = nicht erschienen
status-cancelled = abgesagt

foot-saved = Alles ist auf diesem Computer gespeichert, verschlüsselt
foot-offline = Arbeitet ohne Internet
foot-visits = { $count ->
    [0] Keine Termine
    [one] { $count } Termin
   *[other] { $count } Termine
  }
foot-unconfirmed = { $count } nicht bestätigt
foot-flow = { $here } da{ $long ->
    [0] {""}
   *[other] {", "}{ $long } länger als { $minutes } Min. wartend
  }, { $open } noch offen
foot-key-arrows = ↑ ↓ wählen
foot-key-enter = Enter öffnen
foot-key-move = M verschieben
foot-key-undo = Ctrl Z rückgängig
foot-key-help = ? Tasten

summary-next = Als Nächstes
summary-first = Zuerst
summary-call = Noch zu bestätigen
summary-more = und { $count } weitere
summary-empty = Nichts gebucht
summary-empty-explain = Klicken Sie auf eine freie Zeit oder drücken Sie B, um zu buchen.
first-title = Die ersten Schritte
first-import = Vorhandene Patienten aus einer Datei übernehmen
first-patient = Oder den ersten Patienten anlegen
first-hours = Zeiten, Behandler und Zimmer durchsehen
first-book = Den ersten Termin buchen: auf eine freie Zeit klicken oder B drücken
first-keys = Alles hat eine Taste: ? zeigt sie
summary-closed = Geschlossen: { $name }
summary-closed-explain = An diesem Tag kann nur nach Rückfrage gebucht werden.
summary-explain = Wählen Sie einen Termin, um den Patienten zu sehen, oder klicken Sie auf eine freie Zeit, um zu buchen.

## Woche, Monat und Liste

span-label = Wie viel zu sehen ist
span-day = Tag
span-week = Woche
span-month = Monat
span-agenda = Liste
week-previous = Vorherige Woche
week-next = Nächste Woche
week-open-day = { $day } öffnen
month-label = Monat
month-more = { $count } weitere
month-unreadable = { $count ->
    [one] { $count } nicht lesbar
   *[other] { $count } nicht lesbar
  }
month-open = Diesen Tag öffnen
agenda-label = Termine einer Woche
live-chair = { $name } ist in diesem Zimmer
live-provider = der Behandler hat { $name }
live-patient = { $name } ist dann woanders

## Ansichten

views-title = Ansichten
views-none = Wählen Sie unten, was zu sehen ist, geben Sie Namen und Taste: dann genügt ein Tastendruck.
view-everything = Alles
view-changed = geändert
view-unsaved = Eigene Auswahl
view-span = Zeigt
view-by = Spalten
view-by-chair = Zimmer
view-by-provider = Behandler
view-by-both = Beides
view-chairs = Zimmer
view-providers = Behandler
view-all = Alle
view-colour = Farbe einer Karte
view-colour-type = Art
view-colour-provider = Behandler
view-colour-status = Status
view-card = Neben dem Namen steht
view-card-up = { $line }: früher
view-card-down = { $line }: später
card-time = Zeit
view-grid = Schritte des Rasters
view-from = Beginnt um
view-from-now = Wo der Tag steht
view-keep = Als Ansicht behalten
view-name = Name
view-name-example = Empfang
view-key = Taste
view-key-none = Keine
view-key-taken = F{ $key } ({ $name })
view-save-changes = Änderungen speichern
view-save-new = Als neue speichern
view-remove = { $name } entfernen

## Ein Termin

visit-panel = Gewählter Termin
visit-status = Status
visit-when = Wann
visit-times = { $times }, { $chair }
visit-second-pass = nach der Umstellung auf Winterzeit
visit-arrive = Bestellt für
visit-provider = Behandler
visit-chair = Zimmer
visit-waiting = Wartet
visit-phone = Telefon
visit-no-phone = kein Telefon
visit-reason = Grund
visit-ended = Beendet
visit-confirmation = Antwort
visit-type = Terminart
visit-untyped = Termin
visit-notes = Notizen
visit-notes-none = Keine
visit-overbooked = doppelt belegt
patient-alert = Warnhinweis
patient-age = { $age ->
    [0] unter 1 Jahr
    [one] { $age } Jahr
   *[other] { $age } Jahre
  }
patient-called = genannt { $name }
patient-chart = Akte { $number }
story-next = Nächster Termin
story-nothing-booked = Nichts gebucht
story-find-opening = freie Zeit suchen
story-balance = { $kept } wahrgenommen, { $missed } nicht erschienen
story-late = { $count } kurzfristig abgesagt
story-journey = Verlauf
story-first-visit = Dies ist der erste Termin.
journey-arrived = Da
journey-seated = Im Zimmer
journey-dismissed = Fertig
cancel-reason = Warum wird abgesagt?
cancel-reason-example = Krank, Arbeit, umgezogen …
cancel-by-practice = Durch die Praxis, nicht durch den Patienten
cancel-confirm = Termin absagen
cancel-keep = Behalten
notice-before = { $span } vorher
notice-after = { $span } nach dem Beginn
ended-by-patient = vom Patienten
ended-by-practice = von der Praxis
ended-late = kurzfristig abgesagt
ended-written = eingetragen von { $actor }
unlock-question = Dieser Termin ist fertig und gesperrt.
unlock-question-explain = War das ein Versehen, kann er trotzdem geändert werden. Das wird festgehalten.
unlock-change = Trotzdem ändern
unlock-leave = So lassen

said-scheduled = { $patient }: wieder geplant
said-arrived = { $patient }: da
said-seated = { $patient }: im Zimmer
said-completed = { $patient }: fertig
said-missed = { $patient }: nicht erschienen
said-cancelled = { $patient }: abgesagt
said-confirmed = { $patient }: bestätigt
said-unconfirmed = { $patient }: nicht bestätigt
said-sent = { $patient }: gefragt, noch keine Antwort
said-declined = { $patient }: abgelehnt
said-step-back = { $patient }: ein Schritt zurück
said-time = { $patient }: { $time } ist eingetragen
said-alert = { $said }. Warnhinweis: { $alert }
said-edited = { $patient }: Termin geändert
said-booked = { $patient } ist für { $time } gebucht
said-moved = { $patient } ist auf { $time }, { $chair } verschoben
said-moved-provider = { $patient } ist auf { $time }, { $chair }, zu { $provider } verschoben
said-moved-date = { $patient } ist auf { $date }, { $time }, { $chair } verschoben
said-resized = { $patient } dauert jetzt { $minutes } Min.
said-to-confirm = Er ist wieder zu bestätigen
said-view-saved = Ansicht gespeichert: { $name }
said-view-removed = Ansicht entfernt: { $name }
undone-nothing = Es gibt nichts mehr rückgängig zu machen.
redone-nothing = Es gibt nichts zu wiederholen.
undone = Zurückgenommen: { $what }
undone-now = Zurückgenommen: { $what }, jetzt { $when }
redone = Wiederholt: { $what }
redone-now = Wiederholt: { $what }, jetzt { $when }
change-booking = die Buchung von { $names }
change-move = die Verschiebung von { $names }
change-cancellation = die Absage von { $names }
change-status = der Status von { $names }
change-edit = die Änderung am Termin von { $names }
change-waiting = der Listeneintrag von { $names }
change-block-out = die Sperrzeit { $names }
change-block-out-type = die Art der Sperrzeit { $names }
change-closure = die Schließtage { $names }
change-view = die Ansicht { $names }
change-notice = was { $names } mitgeteilt werden soll
change-patient = die Akte von { $names }
change-household = wer zu { $names } gehört
change-practice = die Angaben der Praxis
change-power-cut = wie das Blatt für den Stromausfall entsteht
change-message-rule = die Regel für Nachrichten
change-message-text = der Text von Nachrichten
change-message-settings = was für alle Nachrichten gilt
change-provider = { $names }
change-chair = das Zimmer { $names }
change-type = die Terminart { $names }
names-more =
    { $count ->
        [one] { $names } und eine weitere Person
       *[other] { $names } und { $count } weitere
    }
board-title = Wartezimmer
board-waiting = Im Wartezimmer
board-late = Noch nicht da
board-in-chair = Im Zimmer
board-next = Kommen noch
board-providers = Behandler
board-alert-after = Warnen nach Minuten
board-here = da
board-here-since = { $minutes } Min., seit { $time }
board-chair-since = { $minutes } Min., seit { $time }
board-too-long = zu lange
board-late-by = { $minutes } Min. verspätet
board-over = { $minutes } Min. länger
board-forgotten = dort sitzt schon jemand anderes
board-on-time = pünktlich
board-expected = beginnt etwa { $time }, { $minutes } Min. später
board-behind = { $name } { $minutes } Min. im Verzug
board-provider-on-time = { $name } pünktlich
board-nobody-waits = Niemand wartet.
board-empty = Niemand ist da, und niemand wird erwartet
board-empty-explain = Hier steht, wer heute kommt, wer wartet und wer wo behandelt wird.
board-empty-done = { $count ->
    [one] { $count } Termin von heute ist fertig.
   *[other] { $count } Termine von heute sind fertig.
  }
board-no-chair-free = Für die Wartenden ist kein Zimmer frei.
board-unreadable = { $count ->
    [one] Ein Termin ist nicht lesbar; alle anderen sind hier. Starten Sie die Prüfung in den Einstellungen.
   *[other] { $count } Termine sind nicht lesbar; alle anderen sind hier. Starten Sie die Prüfung in den Einstellungen.
  }
board-more = und { $count } weitere
board-seat = Als Nächstes: { $patient }, { $chair }
board-day-over = { $count ->
    [one] Die Sprechzeit ist vorbei, und { $count } Termin ist noch offen.
   *[other] Die Sprechzeit ist vorbei, und { $count } Termine sind noch offen.
  }
board-left-open = { $count ->
    [one] { $count } Termin vergangener Tage ist noch offen.
   *[other] { $count } Termine vergangener Tage sind noch offen.
  }
end-title = Tagesabschluss
end-today = Heute noch offen
end-left = Noch offen vom { $date }
end-calls = Nicht bestätigt für { $date }
end-in-chair = im Zimmer
end-waiting = wartet noch
end-not-arrived = nicht erschienen?
end-to-come = kommt noch
end-show = Zeigen
end-progress = { $open } noch offen, { $done } abgeschlossen.
end-all-done = { $count ->
    [0] Von heute ist nichts offen.
    [one] Für heute ist alles erledigt: { $count } Termin abgeschlossen.
   *[other] Für heute ist alles erledigt: { $count } Termine abgeschlossen.
  }
end-next-confirmed = Für { $date } haben alle bestätigt.
end-unlisted = { $count ->
    [one] { $count } weiterer Termin älterer Tage ist noch offen. Er erscheint, sobald diese abgehakt sind.
   *[other] { $count } weitere Termine älterer Tage sind noch offen. Sie erscheinen, sobald diese abgehakt sind.
  }

## Verschieben

move-title = Termin verschieben
move-heading = { $patient } verschieben
move-from = Von
move-to = Auf
move-explain = Die Pfeiltasten wählen Zeit und Zimmer, [ und ] den Tag, + und − die Länge; Enter legt den Termin dorthin. Oder auf eine freie Zeit klicken.
move-give = Stattdessen bei { $provider }
move-longer = Länger
move-shorter = Kürzer
move-commit = Hierher legen
move-cancel = So lassen
move-anyway = Trotzdem hierher legen
clash-both = { $provider } und { $chair } sind belegt: { $times }, { $patient }.
clash-provider = { $provider } ist belegt: { $times }, { $patient }, { $chair }.
clash-chair = { $chair } ist belegt: { $times }, { $patient }, { $provider }.
clash-patient = { $patient } ist dann schon hier: { $times }, { $provider }, { $chair }.

## Buchen

booking-title = Termin buchen
booking-patient = Patient
booking-new-patient = Neuer Patient
booking-search-instead = Lieber suchen
booking-type = { $name }, { $minutes } Min.
booking-no-type = Ohne Terminart
booking-date = Datum
booking-time = Uhrzeit
booking-minutes = Minuten
booking-second-pass = Das zweite { $time }, nach der Umstellung auf Winterzeit
booking-save = Buchen
booking-openings = Freie Zeiten
booking-block = Diese Zeit stattdessen sperren
booking-patient-added = { $name } ist jetzt angelegt; nur der Termin wurde nicht gebucht.
booking-anyway = Trotzdem buchen
booking-nearest = Nächste freie Zeiten
booking-no-openings = In zwei Wochen ist nichts von dieser Länge frei.
booking-use-existing = { $name } nehmen, geboren { $birth }
booking-new-anyway = Das ist jemand anderes: speichern und buchen
patient-picker-example = Name, Telefon, Geburtsdatum
patient-picker-new = Neuer Patient „{ $text }“
patient-given = Vorname
patient-family = Nachname
patient-birth = Geburtsdatum
date-birth = { $age ->
    [0] { $date }, unter 1 Jahr
    [one] { $date }, { $age } Jahr
   *[other] { $date }, { $age } Jahre
  }
date-example = Etwa { $short } oder { $long }
date-wrong = Das ist kein Datum.

## Bescheid geben

tell-label = Bescheid geben?
tell-booked = { $names } den Termin mitteilen?
tell-moved = { $names } die neue Zeit mitteilen?
tell-cancelled = { $names } die Absage mitteilen?
tell-yes = Ja, später
tell-no = Nicht nötig
notice-booked = Termin gebucht
notice-moved = Verschoben, war { $date }, { $time }
notice-cancelled = Termin abgesagt
notice-pending = Noch mitzuteilen: { $what }
notice-told = Telefonisch mitgeteilt
notice-withdraw = Muss nicht mitgeteilt werden
notices-title = Noch mitzuteilen
foot-notices = { $count } noch mitzuteilen
said-told = { $patient } weiß Bescheid
said-not-told = { $patient } muss nichts mitgeteilt werden

## Der Verlauf eines Termins

history-title = Verlauf
history-change = { $part }: { $from } → { $to }
history-nothing = nichts
history-yes = ja
history-booked = Gebucht
history-booking-undone = Buchung zurückgenommen
history-booking-redone = Doch gebucht
history-undone = Zurückgenommen:
history-redone = Wiederholt:
history-imported = Importiert
history-length = Dauer
history-confirmation = Bestätigung
history-early = Früher kommen
history-overbooked = Doppelt belegt
history-asap = Käme früher
history-other = Andere Angaben
history-scheduled = Gebucht

## Serien

series-repeat = Wiederholen
series-every = Alle
series-unit = Einheit
series-days = { $count ->
    [one] Tag
   *[other] Tage
  }
series-weeks = { $count ->
    [one] Woche
   *[other] Wochen
  }
series-months = { $count ->
    [one] Monat
   *[other] Monate
  }
series-chosen = einzelne Tage
series-count = Termine
series-until = Bis
series-dates = Weitere Tage
series-dates-add = Tag hinzufügen
series-dates-remove = { $date } entfernen
series-free = frei
series-refused = { $count ->
    [one] Ein Tag kann nicht gebucht werden.
   *[other] { $count } Tage können nicht gebucht werden.
  }
series-nothing = Nichts wurde gebucht.
series-instead = stattdessen { $when }
series-leave-out = Auslassen
series-left-out = ausgelassen
series-rest = { $count ->
    [one] Den anderen buchen
   *[other] Die anderen { $count } buchen
  }
series-place = { $number } von { $count } einer Serie
series-move-on = Diesen und die folgenden verschieben
series-move-rest = Die anderen verschieben
series-cancel-on = { $count ->
    [one] Auch den folgenden der Serie
   *[other] Auch die { $count } folgenden der Serie
  }
series-moved = { $count ->
    [one] Ein Termin kann nicht verschoben werden.
   *[other] { $count } Termine können nicht verschoben werden.
  }
series-nothing-moved = Nichts wurde verschoben.
said-series-booked = { $patient }: { $count } Termine gebucht, der erste um { $time }
said-series-moved = { $count } Termine von { $patient } verschoben
said-series-cancelled = { $count } Termine von { $patient } abgesagt

## Familie

family-title = Gemeinsam kommen
family-with = Mit der Familie
family-side = zur selben Zeit
family-turn = nacheinander
family-find = Zeiten suchen
family-none = In zwei Wochen keine Zeit für alle.
family-book = { $count } Termine buchen
family-place = { $name }: { $time }, { $chair }, { $provider }
said-family-booked = { $names } gebucht am { $date }
family-alone = Zum Haushalt von { $name } gehört noch niemand sonst.
family-type = Art des Termins von { $name }

## Kopieren und die Pinnwand

action-copy = Kopieren
action-pin = Anheften
copy-heading = Termin von { $patient } kopieren
copy-commit = Hier buchen
copy-cancel = Keine Kopie
copy-explain = Pfeiltasten wählen Zeit und Zimmer, [ und ] den Tag; Enter bucht dort einen zweiten Termin. Oder auf eine freie Zeit klicken.
said-copied = { $patient } noch einmal gebucht: { $date }, { $time }
pinboard-title = Pinnwand
pinboard-explain = Diese Termine bleiben, wo sie sind, bis sie verlegt werden.
pinboard-place = Verlegen
pinboard-remove = { $patient } von der Pinnwand nehmen
pinboard-was = { $date }, { $time }, { $chair }
## Listen, und wer eine Lücke nehmen könnte

wish-days = An diesen Tagen
wish-from = Nicht vor
wish-to = Zu Ende bis
wish-anybody = Egal bei wem
wish-any-chair = Egal wo
wish-none = Jederzeit
wish-after = ab { $time }
wish-before = bis { $time }
wish-since = ab { $date }
wish-until = bis { $date }
opening-also = oder { $count ->
    [one] { $count } andere
   *[other] { $count } andere
  }
list-unscheduled = Neu zu vergeben
list-asap = Früher
list-waiting = Warteliste
list-unconfirmed = Zu bestätigen
list-planned = Geplant
list-unscheduled-empty = Nichts neu zu vergeben
list-unscheduled-explain = Versäumte und abgesagte Termine kommen hierher, bis sie neu vergeben oder aufgegeben sind.
list-asap-empty = Niemand möchte früher kommen
list-asap-explain = Wählen Sie im Tag einen Termin und drücken Sie Q: Was frei wird, wird dann angeboten.
list-waiting-empty = Niemand wartet
list-waiting-explain = Drücken Sie A für jemanden, der einen Termin möchte und noch keinen bekommen kann. Was frei wird, wird dann angeboten.
list-unconfirmed-empty = Niemand anzurufen
list-unconfirmed-explain = Alle, die in den nächsten sieben Tagen kommen, haben zu- oder abgesagt.
list-planned-empty = Nichts geplant
list-planned-explain = Drücken Sie A für einen Termin, der verabredet und noch nicht vergeben ist, etwa den nächsten Schritt einer Behandlung.
list-filtered-empty = Niemand von diesen
list-filtered-explain = Wählen Sie alle Arten und alle Behandler, um die ganze Liste zu sehen.
list-every-type = Alle Arten
list-every-provider = Alle Behandler
list-sort = Reihenfolge
list-sort-usual = Übliche Reihenfolge
list-sort-name = Nach Namen
list-sort-since = Längste Wartezeit zuerst
list-sort-minutes = Kürzeste zuerst
list-sort-kind = Nach Art
list-all-years = Auch älter als ein Jahr
list-all-days = Drei Monate voraus
list-count = { $count } angezeigt
list-more = Die ersten { $count } sind angezeigt
list-days = { $days ->
    [0] heute
    [one] { $days } Tag
   *[other] { $days } Tage
  }
list-waits = wartet: { $days }
list-next = kommt { $when }
list-nothing-booked = kein Termin
list-urgent = dringend
list-notice = Vorlauf
list-notice-hours = { $hours ->
    [0] in der letzten Stunde abgesagt
    [one] { $hours } Stunde vorher abgesagt
   *[other] { $hours } Stunden vorher abgesagt
  }
list-notice-days = { $days } Tage vorher abgesagt
list-by-practice = durch die Praxis
list-noted = { $date }, { $by }
list-called = Angerufen
list-not-called = noch nicht
list-calls = { $count ->
    [one] { $count } Anruf, nicht erreicht
   *[other] { $count } Anrufe, nicht erreicht
  }
list-no-answer-at = nicht erreicht { $when }
list-no-answer = Nicht erreicht
list-declined = Abgelehnt
list-show-day = Im Tag zeigen
list-sooner = Früheren suchen
list-not-asap = Nicht früher
list-let-go = Aufgeben
let-go-reason = Warum bekommt { $patient } keinen neuen Termin?
let-go-hint = Der Grund bleibt vermerkt. Sonst ändert sich nichts.
let-go-example = Weggezogen, geht woandershin …
let-go-confirm = Aufgeben
let-go-keep = Auf der Liste lassen
waiting-add = Auf die Warteliste
waiting-plan = Termin planen
waiting-urgent = Dringend: vor denen, die länger warten
sooner-title = Früher
sooner-now = Vergeben
sooner-wish = Wunsch
sooner-openings = Frühere freie Zeiten
sooner-none = Früher ist nichts frei. Was frei wird, wird von selbst angeboten.
gap-title = Wer es nehmen könnte
gap-free = { $times } frei, { $minutes } min
gap-asked = { $count ->
    [one] { $count } Person, die früher kommen möchte, passt
   *[other] { $count } Personen, die früher kommen möchten, passen
  }
gap-others = { $count ->
    [one] { $count } könnte es nehmen
   *[other] { $count } könnten es nehmen
  }
gap-names = { $count ->
    [one] { $count } möchte früher: { $names }
   *[other] { $count } möchten früher: { $names }
  }
gap-card-open = Wer { $times } nehmen könnte
gap-fill = Füllen
gap-kept = vorgesehen für { $types }
gap-nobody = Auf den Listen passt niemand. Vergeben Sie die Zeit wie jede andere.
gap-at = { $time }, { $minutes } min
gap-booked = vergeben { $when }
gap-wished = wie gewünscht
gap-more = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
  }
gap-move = Hierher verschieben
gap-book = Vergeben
gap-gone = Dort ist nichts mehr frei.
gap-none = In keine Lücke dieses Tages passt jemand, der früher kommen will oder auf der Warteliste steht.
asap-when = Wann würde es passen?
asap-on = Möchte früher kommen
asap-put-on = Möchte früher kommen
asap-with-wish = mit Wunsch …
asap-take-off = von der Liste nehmen
said-asap = { $patient } möchte früher kommen
said-not-asap = { $patient } möchte nicht mehr früher kommen
said-no-answer = { $patient }: nicht erreicht, vermerkt
said-let-go = { $patient } ist nicht mehr auf der Liste
said-waits = { $patient } ist auf der Warteliste
said-planned = { $patient }: geplant
keys-fill = Wer das Freigewordene oder die nächste Lücke nehmen könnte
keys-lists = Welche Liste
keys-rows = Zeile wählen
keys-take = Vergeben, oder Früheres suchen

## Einrichten

setup-steps = Schritte
setup-folder = Die Praxis wird angelegt in { $folder }
setup-practice = Praxis
setup-hours = Öffnungszeiten
setup-providers = Behandler
setup-chairs = Zimmer
setup-passphrase = Passphrase
setup-recovery = Wiederherstellungscode
setup-next = Weiter
setup-create = Praxis anlegen
setup-creating = Wird angelegt …
setup-practice-explain = Das steht auf Drucken und Nachrichten. Sie können es später ändern.
setup-name = Name der Praxis
setup-name-missing = Schreiben Sie den Namen der Praxis.
setup-zone = Zeitzone
setup-zone-hint = Tippen Sie eine Stadt in Ihrer Nähe.
setup-zone-wrong = Wählen Sie eine Zone aus der Liste.
setup-phone-hint = Für Drucke und Nachrichten.
setup-hours-explain = Wann die Praxis geöffnet ist. Mit einer Mittagspause sind es zwei Zeiten. Behandler können später eigene Zeiten haben.
setup-providers-explain = Wer Patienten behandelt: Ärztinnen, Prophylaxe, Therapeuten.
setup-provider-missing = Schreiben Sie mindestens einen Namen.
setup-provider-add = Behandler hinzufügen
setup-provider-example = Etwa Dr. Okafor
setup-chairs-explain = Zimmer oder Behandlungsstühle: Jedes ist eine Spalte des Tages.
setup-chair-missing = Schreiben Sie mindestens einen Namen.
setup-chair-add = Zimmer hinzufügen
setup-chair-example = Etwa Prophylaxe
setup-first-chair = Zimmer 1
setup-passphrase-explain = Sie verschlüsselt alles auf diesem Computer. Niemand kann sie für Sie herausfinden, und niemand kann die Daten ohne sie lesen.
setup-keyring = Auf diesem Computer öffnen, ohne nach ihr zu fragen
setup-recovery-explain = Dieser Code öffnet die Praxis, wenn die Passphrase vergessen ist. Er wird nur jetzt gezeigt. Drucken Sie ihn oder schreiben Sie ihn ab, und bewahren Sie ihn nicht bei diesem Computer auf.
setup-print-code = Code drucken …
setup-code-again = Tippen Sie den Code ab
setup-code-hint = Damit sicher ist, dass er auf Papier steht. Striche und Großschreibung spielen keine Rolle.
setup-code-wrong = Das weicht vom Code oben ab. Vergleichen Sie Zeichen für Zeichen.

hours-from = { $day }, von
hours-to = { $day }, bis
hours-any-chair = jedes Zimmer
hours-remove = Eine Zeit am { $day } entfernen
hours-closed = Geschlossen
hours-open = Öffnen
hours-add = Zeit hinzufügen
hours-copy = Bis Freitag gleich
hours-wrong = Jede Zeit muss nach ihrem Anfang enden, und keine darf eine andere überschneiden.
list-item = { $label } { $number }
list-label = { $label } { $number }, Art
list-label-example = privat, Arbeit …
list-remove = { $label } { $number } entfernen

## Patienten

action-save = Speichern
action-edit = Bearbeiten
action-remove = Entfernen
patients-name = Name
patients-age = Alter
patients-email = E-Mail
patients-chart = Akte
patients-count = { $count } insgesamt
patients-found = { $count } gefunden
patients-search = Name, Telefon, Geburtsdatum, E-Mail
patients-all = Jeder Status
patients-new = Neuer Patient
patients-import = Patienten importieren
patients-none = Es gibt noch keine Patienten
patients-none-explain = Übernehmen Sie die Patienten aus einem anderen System, oder schreiben Sie den ersten.
patients-none-status = Kein Patient hat diesen Status
patients-none-found = Niemand gefunden für „{ $text }“
patients-none-found-explain = Versuchen Sie einen Teil des Namens, die letzten Ziffern einer Telefonnummer oder ein Geburtsdatum.
patient-back = Zurück zur Liste
patient-prospective = Interessent
patient-active = aktiv
patient-inactive = inaktiv
patient-archived = archiviert
patient-deceased = verstorben
patient-identity = Person
patient-prefix = Titel
patient-suffix = Namenszusatz
patient-preferred = Rufname
patient-sex = Geschlecht
patient-deceased-on = Gestorben am
patient-language = Sprache
patient-alert-label = Warnhinweis, bei jedem Termin zu sehen
patient-phones = Telefone
patient-add-phone = Telefon hinzufügen
patient-emails = E-Mails
patient-add-email = E-Mail hinzufügen
patient-address = Adresse
patient-street = Straße
patient-postal-code = PLZ
patient-city = Ort
patient-region = Region
patient-country = Land
patient-unknown = nicht bekannt
patient-household = Haushalt
patient-household-none = Keiner
patient-guarantor = zahlt
patient-guardian = Vertretung
patient-guardian-none = Keine
guardian-pick = Wer entscheidet für diesen Patienten?
guardian-remove = Keine Vertretung
household-new = Neuer Haushalt
household-join = Zu einem Haushalt …
household-add = Jemanden hinzufügen …
household-of = Haushalt { $name }
household-name = Name des Haushalts
household-pays = Wer zahlt
household-pays-self = Jeder für sich
household-leave = { $patient } scheidet aus
said-household = Wer zu { $patient } gehört, ist geändert
patient-history = Was geändert wurde
patient-future = Kommende
patient-past = Vergangene
patient-no-past = Noch keine Termine
patient-all-visits = Alle { $count } Termine
patient-save-anyway = Das ist jemand anderes: speichern
said-patient-saved = { $patient } ist gespeichert
sex-female = weiblich
sex-male = männlich
sex-other = divers
sex-unknown = nicht bekannt

## Import und Export

import-title = Import
export-title = Export
import-direction = Richtung
import-format = Format
import-csv = CSV
import-fhir = FHIR R4
import-ics = Kalender
import-vcf = Adressbuch
import-csv-explain = Eine Tabelle, wie Tabellenprogramme sie speichern. Die Spalten werden an ihren Namen erkannt; Sie sehen die ersten Zeilen, bevor etwas geändert wird.
import-fhir-explain = Patienten, Behandler, kommende und vergangene Termine: ein Bundle, ndjson oder ein Ordner davon.
import-ics-explain = Der Kalender eines Behandlers, wie andere Programme ihn speichern (iCalendar, .ics): Seine Einträge werden Sperrzeiten dieses Behandlers. Lesen Sie ihn nach einer Änderung noch einmal ein, dann wird nur diese übernommen.
import-vcf-explain = Kontakte eines Telefons oder Mailprogramms (vCard, .vcf) als Patienten.
import-free-too = Auch die Zeit von Einträgen sperren, die als frei markiert sind
calendar-what = Wessen Kalender, und welche Tage
calendar-everybody = Alle
calendar-choose = Wählen, wessen Kalender es ist
calendar-from = Von
calendar-to = Bis
import-pick = Datei wählen …
import-pick-folder = Ordner wählen …
import-path = Oder schreiben Sie, wo sie liegt
import-look = Ansehen
import-date-question = Wie sind Datumsangaben hier geschrieben?
import-date-explain = Diese Angaben passen zu mehr als einer Schreibweise, deshalb müssen Sie sagen, welche es ist.
import-dmy = Tag, Monat, Jahr
import-mdy = Monat, Tag, Jahr
import-ymd = Jahr, Monat, Tag
import-columns = Spalten
import-read-as = Gelesen mit „{ $delimiter }“ zwischen den Spalten, { $encoding }.
import-tab = Tabulator
import-dates-as = Datumsangaben: { $format }.
import-column = Spalte
import-samples = Erste Werte
import-field = Kommt nach
import-field-of = { $column } kommt nach
import-leave-out = weglassen
field-middle-name = Zweiter Vorname
field-patient-id = Patientennummer anderswo
field-id = Nummer anderswo
field-start = Beginn
field-end = Ende
import-first-rows = Erste Zeilen
import-line = Zeile
import-kind = Was
import-summary = So wird es gelesen
import-no-rows = Darin gibt es nichts zu lesen.
import-counted = { $read } Zeilen gelesen, { $refused } bisher abgewiesen.
import-refused = Abgewiesen: { $count }
import-refused-explain = Diese Zeilen bleiben draußen. Berichtigen Sie sie in der Datei und importieren Sie noch einmal: Was schon da ist, verdoppelt sich nicht.
import-refused-line = { $source }, Zeile { $line }: { $reason }
import-more-refused = und { $count } weitere; beim Kopieren sind alle dabei.
import-copy = Als Text kopieren
import-copied = Kopiert
import-source = Datei
import-run = Importieren
import-answer-first = Beantworten Sie zuerst die Frage nach dem Datum.
import-running = Wird importiert
import-share = { $share } % gelesen. Geändert wird erst, wenn alles gelesen ist.
import-stop = Anhalten
import-stopped = Angehalten
import-stopped-explain = Es wurde nichts geändert.
import-done = Importiert
import-read = Gelesen
import-created = Neu
import-updated = Geändert
import-unchanged = Unverändert
import-refused-count = Abgewiesen
import-left-out = Nicht übernommen
import-unused-columns = { $source }: Aus diesen Spalten wurde nichts übernommen: { $columns }
import-no-place = Daybook hat keinen Platz für { $kinds }
import-going-on = Serien, die nach dem { $day } weitergehen: { $count }. Importieren Sie den Kalender vorher noch einmal.
import-to-patients = Zu den Patienten
import-another = Noch eine Datei importieren
export-explain = Patienten und Termine, für andere Programme oder um sie wieder zu importieren. Die Datei ist nicht verschlüsselt: Legen Sie sie dorthin, wo nur Sie sie lesen können.
export-ics-explain = Termine als Kalender (iCalendar, .ics), den andere Programme zeigen. Die Datei ist nicht verschlüsselt.
export-private = Ohne Namen: nur dass es einen Termin gibt
export-vcf-explain = Namen, Nummern und Adressen der Patienten, die Sie anschreiben und anrufen dürfen (vCard, .vcf), für ein Telefon oder Mailprogramm. Notizen und Hinweise sind nicht darin. Die Datei ist nicht verschlüsselt.
export-not-contacted = Nicht darin, weil sie nicht kontaktiert werden sollen: { $count }.
export-pick = Ort wählen …
export-path = Datei
export-run = Exportieren
export-done = { $patients } Patienten und { $appointments } Termine geschrieben

## Drucken

print-title = Drucken
print-day = Der Tag nach Zimmern
print-list = Der Tag als Liste
print-week = Die Woche nach Behandlern
print-paper = Papier
print-letter = US Letter
print-way = Ausrichtung
print-portrait = Hochformat
print-landscape = Querformat
print-private = Nur Initialen, für den Aushang
print-path = Unter einem geschriebenen Pfad speichern
print-save = Als PDF speichern …
print-drawing = Die Seiten werden gezeichnet …
print-page = Seite { $page } von { $pages }
said-saved-pdf = Gespeichert als { $path }

## Drucken außer Tagen und Wochen, und das Blatt für den Stromausfall

action-card = Karte
action-letter = Brief
print-schedule = Der Terminplan
print-desk = Für den Empfang
print-patient = Für einen Patienten
print-provider-week = Woche eines Behandlers
print-month = Ein Monat
print-unconfirmed = Zu bestätigende Termine
print-routing = Laufzettel
print-power-cut = Blatt für den Stromausfall
print-card = Terminkarte
print-letter-to = Brief
print-for = Für
print-other = jemand anderes
print-one-visit = Nur dieser Termin
print-all-visits = alle kommenden
print-whole-practice = Ganze Praxis
print-choose-provider = Wählen Sie einen Behandler
print-choose-patient = Wählen Sie, für wen es ist
print-how-long = Wie lange
print-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
  }
print-size = Größe
print-size-card = Karte, { $size }
print-size-label = Etikett, { $size }
print-size-hint = Wählen Sie im Drucker dieselbe.
print-initials = Initialen statt des Namens

power-cut-title = Stromausfall
power-cut-explain = Jeden Abend kann Daybook den nächsten Arbeitstag in einen Ordner legen, als PDF mit Namen, Nummern, Warnungen und Notizen. Auf einem Telefon, einem Stick oder auf Papier hilft er, wenn der Strom oder dieser Computer ausfällt. Daybook muss dann offen und entsperrt sein; war es das nicht, entsteht das Blatt, sobald es so weit ist, bevor der Tag beginnt.
power-cut-on = Das Blatt jeden Abend anlegen
power-cut-at = Ab
power-cut-keep = Tage aufheben
power-cut-folder = Ordner
power-cut-folder-hint = Am besten einer, der anderswohin kopiert wird, etwa auf ein Telefon. Ältere Blätter dieser Praxis werden daraus entfernt.
power-cut-choose = Wählen …
power-cut-lock = Wer die Datei findet
power-cut-encrypted = braucht ihre Passphrase (verschlüsselt)
power-cut-plain = kann sie lesen: alle Patienten des Tages im Klartext
power-cut-has-passphrase = Die Blätter haben eine Passphrase.
power-cut-change = Eine andere wählen
power-cut-passphrase-explain = Nehmen Sie eine andere als die der Praxis, mit 10 Zeichen oder mehr, und schreiben Sie sie dort auf, wo man sie ohne Strom findet. PDF-Programme auf Computern und Telefonen fragen danach.
power-cut-make = Jetzt anlegen
power-cut-made = Das letzte Blatt ist für { $date }.
power-cut-failed = Das Blatt für den Stromausfall konnte nicht angelegt werden. { $what } { $next }

## Einstellungen

settings-types = Terminarten
settings-closures = Schließtage
settings-doctor = Prüfung der Daten
settings-appearance = Darstellung
settings-version = Daybook { $version }
settings-hours-explain = Die Zeiten der Praxis. Behandler und Zimmer folgen ihnen, wenn sie keine eigenen haben.
settings-print-language = Sprache der Drucke
settings-providers-explain = Wer gegangen ist, wird stillgelegt, nicht entfernt: Vergangene Termine behalten den Namen.
settings-chairs-explain = Jedes Zimmer in Betrieb ist eine Spalte des Tages.
settings-item-name = Name
settings-active = In Betrieb
settings-own-hours = Eigene Zeiten
settings-retired = stillgelegt
settings-types-explain = Eine Art gibt einem Termin Länge und Farbe und sagt, wer wann gebraucht wird und wo es geht.
settings-no-types = Es gibt noch keine Terminarten.
settings-type-add = Terminart anlegen
settings-tint = Farbe
settings-tint-number = Farbe { $number }
settings-arrive-early = Früher kommen, Minuten
settings-early = { $minutes } Min. früher kommen
settings-closures-explain = Tage, an denen niemand arbeitet: Feiertage, ein Umzug, eine Fortbildung.
settings-no-closures = Keine Schließtage.
settings-closure-add = Schließtage anlegen
settings-closure-dates = { $from } – { $to }
settings-closure-name = Warum
settings-from = Erster Tag
settings-to = Letzter Tag
settings-passphrase-explain = Sie zu ändern, rührt die Daten nicht an. Der Wiederherstellungscode bleibt derselbe.
settings-old-passphrase = Jetzige Passphrase
settings-passphrase-change = Ändern
settings-doctor-explain = Liest die ganze Datei und vergleicht sie mit dem, was dieser Computer geschrieben hat. Es wird nichts geändert.
settings-doctor-run = Jetzt prüfen
settings-doctor-running = Wird geprüft …
settings-doctor-ok = Alles ist, wie es sein soll
settings-doctor-bad = Etwas stimmt nicht
said-saved = Gespeichert
said-passphrase-changed = Die Passphrase ist geändert
theme-label = Hell oder dunkel
theme-explain = Hoher Kontrast und weniger Bewegung richten sich nach dem Desktop.
theme-system = Wie der Desktop
theme-light = Hell
theme-dark = Dunkel
language-label = Sprache
language-system = Wie der Desktop
language-en = English
language-de = Deutsch
clock-label = Uhrzeit
clock-region = Wie in der Region
clock-12 = 12 Stunden, { $example }
clock-24 = 24 Stunden, { $example }

## Ctrl K und die Tasten

search-title = Alles finden
search-commands = Befehle
search-nothing = Nichts gefunden für „{ $text }“
command-today = Zu heute
command-day = Den Tag zeigen
command-week = Die Woche zeigen
command-month = Den Monat zeigen
command-agenda = Die Liste zeigen
command-view = Ansicht: { $name }
command-tomorrow = Zu morgen
command-date = Zu { $date }
command-print = Den Tag drucken
command-block-out = Neue Sperrzeit: Zeit sperren
command-settings = Einstellungen: { $section }
command-undo = Letzte Änderung rückgängig machen
command-redo = Zurückgenommenes wiederholen
command-light = Hell
command-dark = Dunkel
keys-title = Alle Tasten
keys-everywhere = Überall
keys-search = Alles finden
keys-escape = Schließen oder lassen, wie es war
keys-days = Tag, Woche oder Monat davor und danach
keys-arrows = Termin wählen
keys-zoom = Höher, niedriger, ans Fenster anpassen
keys-spans = Tag, Woche, Monat, Liste
keys-views = Gespeicherte Ansichten
keys-seat-next = Den Nächsten aufrufen
keys-move = Verschieben, Länge ändern: Pfeile, + −, dann Enter
keys-move-block = Die gewählte Sperrzeit verschieben: Pfeile, + −, dann Enter
keys-find = Patienten suchen
keys-patient = Seite des Patienten
keys-prints = Was gedruckt wird

# Sperrzeiten: Zeit, die nicht für jeden Termin da ist.
block-out-title = Zeit sperren
block-out-key = Zeit sperren
block-out-label = { $name }, { $from } bis { $to }. { $words }
block-out-kept = frei für { $types }
block-out-from = Von
block-out-to = Bis
block-out-everybody = Alle
block-out-any-provider = Wer dort arbeitet
block-out-every-chair = Jedes Zimmer
block-out-which = Sie wiederholt sich. { $date }:
block-out-only = Nur dieser Tag
block-out-from-here = Dieser Tag und alle späteren
block-out-all = Alle Tage
visit-anyway = Trotzdem ändern
block-out-anyway = Speichern, die Termine bleiben
booked-there = { $count ->
    [one] { $count } Termin liegt dort:
   *[other] { $count } Termine liegen dort:
  }
block-out-added = { $name } eingetragen.
block-out-changed = Sperrzeit geändert.
block-out-removed = { $name } entfernt.
block-out-move = Verschieben
block-out-move-explain = Die Pfeiltasten wählen Zeit und Spalte, + und − die Länge, [ und ] den Tag; Enter legt sie dorthin.
block-out-put = { $name }: { $date }, { $times }.
block-out-put-only = { $name }: { $date }, { $times }. Ihre anderen Tage bleiben, wie sie sind.
repeat-title = Wiederholt sich
repeat-once = Nein
repeat-weekly = Wöchentlich
repeat-monthly = Monatlich
repeat-days = Wochentage
repeat-every-weeks = Alle … Wochen
repeat-every-months = Alle … Monate
repeat-last = Am letzten { $day } des Monats
repeat-until = Bis (leer: ohne Ende)

# Wer in welchen fünf Minuten eines Termins gebraucht wird.
pattern-title = Wer wann gebraucht wird
pattern-provider = Minute { $from } bis { $to }: Behandler
pattern-assistant = Minute { $from } bis { $to }: Assistenz
pattern-explain =
    { $assisted ->
        [0] X: Der Behandler ist durchgehend da. Klick oder Taste /, wo die Assistenz allein weitermacht.
       *[other] X: Behandler, { $minutes } min. /: Assistenz allein, { $assisted } min; der Behandler kann in einem anderen Zimmer sein.
    }
settings-exceptions = Freie Tage und andere Zeiten
settings-exceptions-explain = Urlaub, ein Samstagsdienst, ein Zimmer in Reparatur: Tage, die von der Woche abweichen.
settings-no-exceptions = Niemand ist abwesend.
settings-exception-add = Freie Tage oder andere Zeiten eintragen
exception-who = Wer oder welches Zimmer
exception-hours = Zeiten dann
exception-off = Frei
exception-shifts = Andere Zeiten
exception-usual = Wieder übliche Zeiten
settings-block-types = Arten von Sperrzeiten
settings-block-types-explain = Was Zeit freihält: Mittag, Besprechungen, was für Notfälle frei bleibt. In den Tag kommen sie mit K.
settings-no-block-types = Noch keine Arten.
settings-block-type-add = Art hinzufügen
effect-title = Wirkung
effect-no-scheduling = Nichts wird darüber gebucht
effect-reserved = Frei für manche Terminarten
effect-note = Wird nur angezeigt
effect-types = Frei für
effect-types-none = Mindestens eine wählen.
settings-type-chairs = Zimmer, in denen es geht
settings-type-any-chair = In jedem Zimmer.
settings-type-providers = Behandler, die es machen
settings-type-any-provider = Jeder Behandler.
settings-type-recall = Recall, den es auslöst
settings-type-recall-hint = Etwa „Kontrolle“; leer für keinen.
holidays-title = Feiertage
holidays-explain = Ankreuzen, wann die Praxis geschlossen ist. Noch einmal hinzufügen ändert nichts.
holidays-country = Land
holidays-region = Region
holidays-whole-country = Das ganze Land
holidays-year = Jahr
holidays-tick = Geschlossen am { $date }, { $name }
holidays-name = Name für { $date }
holidays-there = schon geschlossen: { $name }
holidays-partly = nicht überall oder nur halbtags
holidays-visits =
    { $count ->
        [one] 1 Termin ist gebucht
       *[other] { $count } Termine sind gebucht
    }
holidays-add =
    { $count ->
        [one] An 1 Tag schließen
       *[other] An { $count } Tagen schließen
    }
holidays-added =
    { $count ->
        [0] An diesen Tagen war schon geschlossen.
        [one] 1 Schließtag eingetragen.
       *[other] { $count } Schließtage eingetragen.
    }

## Nachrichten an Patienten

rail-messages = Nachrichten
messages-tabs = Listen der Nachrichten
messages-settings = Regeln und Texte
messages-desk = Zu erledigen
messages-coming = Kommende
messages-sent = Gesendet
messages-desk-explain = Nachrichten, die nicht angekommen sind oder die niemand bekommen kann. Rufen Sie an, oder senden Sie sie noch einmal.
messages-coming-explain = Was in den nächsten 14 Tagen wann an wen geht, und warum etwas nicht geht.
messages-sent-explain = Was zuletzt gesendet wurde und was daraus geworden ist.
messages-desk-none = Nichts zu erledigen
messages-coming-none = In den nächsten 14 Tagen geht nichts hinaus
messages-sent-none = Noch wurde nichts gesendet
message-booking-confirmation = Terminbestätigung
message-moved = Neue Zeit
message-cancelled = Absage
message-reminder = Erinnerung
message-please-confirm = Bitte bestätigen
message-missed-visit = Versäumter Termin
message-follow-up = Nachfrage
message-survey = Umfrage
message-birthday = Geburtstag
message-medication = Medikament
message-planned = geplant
message-claimed = wird gesendet
message-accepted = gesendet
message-transient = wird noch einmal versucht
message-permanent = nicht zugestellt
message-unknown = vielleicht gesendet
message-withdrawn = zurückgezogen
message-unsent = geht nicht hinaus
message-again = Noch einmal senden
said-message-again = Sie wird noch einmal gesendet
channel-email = E-Mail
channel-sms = SMS
channel-phone = Anruf
channel-desktop = Auf dem Bildschirm
mailbox-title = Postfach
mailbox-explain = Nachrichten an Patienten gehen durch das eigene Postfach der Praxis, von diesem Computer geradewegs zu dessen Server. Nirgendwohin sonst.
mailbox-from = E-Mail-Adresse der Praxis
mailbox-from-hint = Der Server wird daraus ausgefüllt.
mailbox-password = Passwort
mailbox-password-hint = Gmail, Outlook, Yahoo, iCloud und andere wollen statt des üblichen ein App-Passwort: Legen Sie eines in den Einstellungen des Postfachs an.
mailbox-password-kept = Es ist gespeichert, verschlüsselt. Leer bleibt es, wie es ist.
mailbox-token = Zugangstoken
mailbox-by-token = Mit einem Zugangstoken statt eines Passworts anmelden (XOAUTH2)
mailbox-server = Server für ausgehende Post
mailbox-host = Name
mailbox-port = Port
mailbox-security = Verschlüsselung
mailbox-security-none = Keine, nur auf diesem Computer
mailbox-user = Benutzername
mailbox-reply-to = Antworten gehen an
mailbox-reply-to-hint = Leer: dieselbe Adresse.
mailbox-remove = Postfach entfernen
mailbox-test-to = Testmail an
mailbox-test = Testmail senden
mailbox-testing = Wird gesendet …
mailbox-test-sent = { $server } hat die Testmail über eine verschlüsselte Leitung angenommen. Sehen Sie nach, ob sie angekommen ist.
mailbox-test-sent-plain = { $server } hat die Testmail angenommen. Sehen Sie nach, ob sie angekommen ist.
mailbox-test-said = Der Server sagte: { $said }
said-mailbox-removed = Das Postfach ist entfernt. Es geht keine Mail mehr hinaus.
message-text = Ihr Text
patient-no-messages = Noch keine Nachricht
patient-all-messages = Alle { $count } Nachrichten zeigen
consent-title = Darf angeschrieben und angerufen werden
consent-appointments = Zu Terminen
consent-recalls = Um wiederzukommen
consent-surveys = Umfragen
consent-marketing = Neues und Angebote
consent-unknown = nicht gefragt
consent-yes = ja
consent-no = nein
consent-of = { $kind }, { $channel }
consent-told = { $source }, { $date }
consent-never = Noch hat niemand gefragt
consent-at-desk = am Empfang
messages-no-mailbox = E-Mails gehen hinaus, sobald das Postfach eingerichtet ist.
messages-set-up = Einrichten
messages-rules = Was hinausgeht
messages-rules-explain = Jede Regel sendet eine Nachricht zu einem Termin. Wer für eine Regel zu spät gebucht hat, bekommt sie nicht.
messages-rule-on = { $kind }, { $words }: wird gesendet
messages-rule-add = Regel hinzufügen
messages-rule-kind = Nachricht
messages-rule-when = Wann
messages-rule-days = Tage
messages-rule-hours = Stunden
messages-rule-at = Um
messages-rule-way = Per
messages-rule-else = Sonst per
messages-rule-no-way = –
messages-rule-types = Für Termine dieser Arten
messages-rule-all-types = Alle Arten
lead-at-once = sobald es geschieht
lead-days-before = Tage vorher, um
lead-hours-before = Stunden vorher
lead-hours-after = Stunden danach
lead-days-after = Tage danach, um
lead-days-birthday = Tage vor dem Geburtstag, um
messages-always = Für alle Nachrichten
messages-sender = Die Praxis heißt
messages-sender-hint = Leer: ihr Name. Ein Name, der verrät, was jemand hat, bleibt besser weg.
messages-review-link = Seite, um anderen davon zu erzählen
messages-review-hint = Sie steht in Umfragen, für alle dieselbe. Leer: keine.
messages-quiet = Nichts geht hinaus von – bis
messages-quiet-to = Nichts geht hinaus bis
messages-quiet-closures = An Tagen, an denen die Praxis geschlossen ist, geht nichts hinaus
messages-of-age = Patienten werden selbst angeschrieben ab einem Alter von
messages-of-age-hint = Jüngere über die Person, die für sie einsteht.
mailbox-trouble = Seit { $since } geht keine Mail hinaus.
messages-calls = Anzurufen
messages-failed = Nicht zugestellt
messages-unknown = Vielleicht gesendet
messages-unreached = Erreicht niemanden
message-done = Erledigt
said-message-done = Sie ist von der Liste
messages-texts = Ändern, was Nachrichten sagen
texts-title = Texte der Nachrichten
texts-explain = Was Nachrichten sagen, in der Sprache des Patienten. Wörter in geschweiften Klammern werden für jeden ausgefüllt. Weniger ist mehr: Wer mitliest, soll nicht erfahren, wofür ein Termin ist.
texts-language = Sprache
texts-subject = Betreff
texts-body = Text
texts-fields = Felder zum Einsetzen
texts-shipped = Zurück zum üblichen Text
texts-preview = So liest er sich
texts-preview-of = Mit dem nächsten Termin von
texts-length =
    { $segments ->
        [one] { $characters } Zeichen, eine SMS.
       *[other] { $characters } Zeichen, { $segments } SMS.
    }
texts-dear = Diese Zeichen machen sie teurer: { $letters }
messages-no-phone = Die Praxis hat keine Telefonnummer. Die meisten Texte nennen sie und werden ohne sie nicht gesendet.
messages-phone = Eintragen
contact-wish = Möchte nur so erreicht werden
contact-wish-none = Nichts angekreuzt: auf jedem üblichen Weg.
contact-wish-some = Nur so: über keine andere Nummer und nicht über Familie oder Vormund.
stop-title = Nichts geht an
stop-explain = Nummern und Adressen, die in Ruhe gelassen werden wollen oder von denen Post zurückkam. Es gilt für alle, die sie haben; was jemand durch eine Antwort beendet hat, beginnt nur eine Antwort wieder.
stop-none = Niemand will in Ruhe gelassen werden
stop-add = Nummer oder Adresse hinzufügen
stop-address = Nummer oder Adresse
stop-words = Was gesagt wurde
stop-why = Warum darf wieder geschrieben werden?
stop-by-reply = durch eine Antwort beendet
stop-by-unsubscribed = abbestellt
stop-by-bounced = Post kam zurück
stop-by-desk = am Empfang notiert
rail-messages-todo =
    { $count ->
        [one] { $count } zu erledigen: eine Nachricht, die nicht ankam, ein Anruf oder Post, die nicht hinausgeht
       *[other] { $count } zu erledigen: Nachrichten, die nicht ankamen, Anrufe oder Post, die nicht hinausgeht
    }
messages-to-mailbox = Zum Postfach
messages-rule-unused = Keiner ihrer Wege ist eingerichtet
mailbox-remove-really = Entfernen: dann geht keine Mail mehr hinaus
