# Was der Kern der Person am Empfang sagt: was geschehen ist, was es für die Daten bedeutet, was zu tun ist.

## Was es für die Daten bedeutet

data-unchanged = Es wurde nichts geändert.
data-not-saved = Was gerade gespeichert werden sollte, ist nicht gespeichert; alles davor ist sicher.
data-untouched = Die Daten sind unberührt.
data-file-unchanged = Die Datei wurde nicht geändert.

## Was das System sagt

io-not-found = nicht vorhanden
io-denied = das System erlaubt es nicht
io-read-only = der Datenträger ist schreibgeschützt
io-full = der Datenträger ist voll
io-not-text = kein Text in UTF-8
io-other = das System sagt „{ $detail }“

## Öffnen und schließen

disk-full = Der Datenträger ist voll.
disk-full-next = Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.
locked = Die Praxis ist gesperrt.
locked-next = Entsperren Sie zuerst die Praxis.
absent = In diesem Ordner ist keine Praxis.
absent-next = Wählen Sie einen anderen Ordner, oder richten Sie eine neue Praxis ein.
half = Die Datei { $file } fehlt im Ordner der Praxis.
half-next = Richten Sie in diesem Ordner keine neue Praxis ein. Holen Sie die fehlende Datei aus Ihrer eigenen Kopie des Ordners zurück.
wait = { $seconds ->
    [one] Zu viele falsche Passphrasen; der nächste Versuch ist in { $seconds } Sekunde möglich.
   *[other] Zu viele falsche Passphrasen; der nächste Versuch ist in { $seconds } Sekunden möglich.
  }
wait-next = Warten Sie und versuchen Sie es dann noch einmal, oder nehmen Sie den Wiederherstellungscode.
invalid-next = Berichtigen Sie es und versuchen Sie es noch einmal.
request-malformed = Das Fenster hat { $name } auf eine Weise verlangt, die nicht zu verstehen ist: { $detail }.
request-malformed-next = Starten Sie Daybook neu; geschieht es wieder, installieren Sie es neu.
window-fault = Daybook ist auf einen eigenen Fehler gestoßen.
window-fault-data = Alles Gespeicherte ist sicher; was Sie gerade wollten, wurde nicht getan oder nicht gezeigt.
window-fault-next = Sehen Sie nach, ob es da ist, und versuchen Sie es noch einmal.
window-closing = Das Fenster schließt sich gerade.
window-closing-data = Was Sie gerade wollten, wurde nicht getan.
window-closing-next = Öffnen Sie Daybook noch einmal.

## Buchen

clash-provider = { $provider } ist von { $from } bis { $to } bei { $patient }.
clash-chair = { $chair } ist von { $from } bis { $to } belegt: { $patient }.
clash-patient = Der Patient ist dann schon hier: { $patient }, { $from } bis { $to }.
clash-next = Wählen Sie eine andere Zeit oder ein anderes Zimmer, oder buchen Sie wissentlich darüber.
clash-unreadable = ein Termin, der nicht lesbar ist
closed-practice = Die Praxis ist am { $date } geschlossen: { $name }.
closed-provider-off = { $provider } arbeitet dann nicht.
closed-provider-elsewhere = { $provider } arbeitet dann in einem anderen Zimmer.
closed-provider-inactive = { $provider } nimmt keine Termine mehr an.
closed-chair-off = { $chair } ist dann geschlossen.
closed-chair-inactive = { $chair } ist nicht mehr in Betrieb.
closed-of = von { $whose }
closed-of-practice = der Praxis
closed-blocked = Die Zeit { $of } ist bis { $until } gesperrt: { $name }.
closed-kept = Die Zeit { $of } ist bis { $until } für { $types } freigehalten: { $name }.
closed-kept-others = andere Terminarten
closed-chair-not-for = { $kind } gibt es nicht in { $chair }.
closed-provider-not-for = { $kind } macht { $provider } nicht.
lands-on = { $count ->
    [one] Wo „{ $what }“ sein soll, ist ein Termin gebucht: { $visits }
   *[other] Wo „{ $what }“ sein soll, sind { $count } Termine gebucht: { $visits } { $more ->
        [0] { "" }
       *[other] Und { $more } weitere.
    }
  }
lands-on-visit = { $patient } am { $date } von { $from } bis { $to }.
other-hours-of = andere Zeiten von { $who }
day-off-of = { $note } von { $who }
closure-unnamed = der Schließtag
lands-on-next = Verschieben oder sagen Sie sie zuerst ab, oder speichern Sie trotzdem: Dann bleiben sie, wo sie sind.
closed-next = Wählen Sie eine andere Zeit, oder buchen Sie trotzdem.
wall-zone-unknown = „{ $zone }“ ist keine Zeitzone; nehmen Sie einen Namen wie Europe/Berlin
wall-skipped = { $at } gibt es an diesem Tag nicht: Die Uhren werden darüber hinweg vorgestellt
duplicate = Diesen Patienten gibt es wahrscheinlich schon: { $names }.
duplicate-next = Öffnen Sie den vorhandenen Patienten, oder speichern Sie ihn als andere Person.
status-locked = Der Termin ist fertig und gesperrt.
status-not-begun = Der Termin hat noch nicht begonnen.
status-not-today = Der Termin ist nicht heute.
status-locked-next = Wurde er irrtümlich fertig gemeldet, ändern Sie ihn wissentlich; das Protokoll sagt es dann.
status-time-to-come = Diese Zeit kommt erst noch.
status-time-other-day = Diese Zeit liegt an einem anderen Tag als der Termin.
status-time-next = Berichtigen Sie die Zeit und versuchen Sie es noch einmal.
status-not-arrived = So weit ist der Termin noch nicht: Der Patient ist noch nicht da.
status-not-seated = So weit ist der Termin noch nicht: Der Patient ist noch nicht im Zimmer.
status-not-done = So weit ist der Termin noch nicht: Der Patient ist noch nicht fertig.
status-out-of-order = Die Zeiten sind durcheinander: Ein Patient kommt, ist dann im Zimmer, dann fertig; berichtigen Sie zuerst die andere.
status-set-by-person = Die Bestätigung hat ein Mensch gesetzt, deshalb setzt sie keine Maschine.
status-set-by-person-next = Lassen Sie es; am Empfang lässt es sich noch ändern.
status-answered = Der Patient hat schon geantwortet.
status-at-beginning = Der Termin steht, wo er begann.
status-next = Prüfen Sie, ob es der richtige Termin ist.
deceased = { $patient } ist verstorben; es kann kein Termin gebucht werden.
import-running = Ein Import läuft.
import-running-next = Warten Sie, bis er fertig ist, oder halten Sie ihn an. Lesen können Sie währenddessen.
stale = Das hat inzwischen jemand anderes geändert.
stale-next = Sehen Sie es an, wie es jetzt ist, und ändern Sie es dann.
in-use = Es wird inzwischen gebraucht, deshalb bleibt es.
in-use-next = Lassen Sie es, oder setzen Sie es dort außer Betrieb, wo es verwaltet wird.
not-found = { $thing ->
    [appointment] Den Termin gibt es nicht.
    [appointment-type] Die Terminart gibt es nicht.
    [block-out] Die Sperrzeit gibt es nicht.
    [block-out-type] Die Art von Sperrzeit gibt es nicht.
    [chair] Das Zimmer gibt es nicht.
    [closure] Den Schließtag gibt es nicht.
    [day] Den Tag gibt es nicht.
    [entry-of-the-list] Den Eintrag der Liste gibt es nicht.
    [household] Den Haushalt gibt es nicht.
    [mailbox] Das Postfach gibt es nicht.
    [message] Die Nachricht gibt es nicht.
    [rule] Die Regel ist nicht da.
    [stop] Es steht nicht auf der Liste.
    [notice] Die Benachrichtigung gibt es nicht.
    [import] Es gibt keinen Import.
    [patient] Den Patienten gibt es nicht.
    [provider] Den Behandler gibt es nicht.
    [recovery-code] Es wurde kein Wiederherstellungscode angeboten.
    [view] Die gespeicherte Ansicht gibt es nicht.
   *[record] Den Eintrag gibt es nicht.
  }
not-found-next = Lesen Sie die Liste noch einmal; vielleicht wurde sie anderswo geändert.

## Felder, und was daran falsch sein kann

invalid-date = „{ $text }“ ist kein Datum; schreiben Sie 2026-11-23.
invalid-time = „{ $text }“ ist kein Zeitpunkt; schreiben Sie 2026-11-23T09:00.
invalid-clock = „{ $text }“ ist keine Uhrzeit; schreiben Sie 08:30, oder 24:00 für das Ende des Tages
invalid-year = Das Jahr muss zwischen { $first } und { $last } liegen.
invalid-id = „{ $text }“ ist keine Kennung.
invalid-pattern = „{ $text }“ ist kein Muster; schreiben Sie X für fünf Minuten des Behandlers, / für fünf der Assistenz
invalid-week = Eine Woche hat sieben Tage.
invalid-shift = { $to } liegt nicht nach { $from }.
invalid-minutes = Ein Termin dauert zwischen 1 Minute und 24 Stunden.
invalid-last-day = Der letzte Tag liegt vor dem ersten.
invalid-whole-path = Geben Sie den ganzen Pfad an, vom obersten Ordner an.
invalid-import-field = Ein Feld { $field } gibt es nicht.
invalid-language = Daybook spricht „{ $language }“ nicht.
invalid-passphrase-short = Die Passphrase braucht mindestens { $shortest } Zeichen.
invalid-code-other = Das ist nicht der Code, der gezeigt wurde.
invalid-email = { $address } ist keine E-Mail-Adresse.
name-missing = Ein Name fehlt.
name-missing-practice = Die Praxis braucht einen Namen.
name-missing-patient = Der Patient braucht einen Namen.
name-missing-household = Der Haushalt braucht einen Namen.
name-taken-provider = Einen Behandler namens { $name } gibt es schon.
name-taken-chair = Ein Zimmer namens { $name } gibt es schon.
name-taken-type = Eine Terminart namens { $name } gibt es schon.
chart-number-taken = Die Aktennummer { $number } gehört einem anderen Patienten.
openings-too-far = Freie Zeiten werden über höchstens { $days } Tage gesucht; ab { $from } ist das bis { $until }.
move-ended = Ein abgesagter oder versäumter Termin wird neu gebucht, nicht verschoben.
asap-not-to-come = Nur ein Termin, der noch bevorsteht, kann vorgezogen werden.
list-not-written = Nur die Warteliste und geplante Termine werden geschrieben.
list-booked-already = Ein schon gebuchter Termin wird verschoben, nicht noch einmal gebucht.
let-go-no-reason = Sagen Sie, warum nicht gebucht wird; der Grund bleibt dabei stehen.
let-go-booked = Nur ein versäumter oder abgesagter Termin wird aufgegeben; dieser ist gebucht.
confirmed-not-to-come = Nur ein Termin, der noch bevorsteht, wird bestätigt.
list-another-patient = Der Eintrag der Liste gehört einem anderen Patienten.
waiting-not-active = { $patient } ist kein aktiver Patient; setzen Sie den Patienten zuerst auf aktiv.
invalid-wish-hours = { $to } liegt nicht nach { $from }.
cancel-no-reason = Sagen Sie, warum abgesagt wird; der Grund bleibt beim Termin stehen.
cancel-already = Der Termin ist schon abgesagt.
status-cancelled = Ein Termin wird mit einem Grund abgesagt, nicht nur durch seinen Status.
series-no-step = Die Termine einer Serie liegen mindestens einen Tag auseinander.
series-too-few = Eine Serie hat mindestens zwei Termine.
series-too-many = Eine Serie hat höchstens { $most } Termine.
series-too-late = Die Serie ginge über das Jahr { $year } hinaus.
series-nothing-left = Von hier an steht kein Termin der Serie mehr aus.
series-none = Dieser Termin gehört zu keiner Serie; ändern Sie ihn für sich.
series-no-end = Sagen Sie, wie viele Termine es sind oder bis zu welchem Tag.
family-too-many = Zusammen gebucht werden höchstens { $most } Personen.
invalid-no-such-day = Diesen Tag hat kein Kalender.
schedule-too-long = Auf einmal können höchstens { $days } Tage gezeigt werden.
name-taken-view = Eine Ansicht namens { $name } gibt es schon.
view-name-long = Der Name ist länger als { $limit } Zeichen.
view-keys = Die Tasten sind F1 bis F12.
view-key-taken = F{ $key } ist die Taste von { $name }.
view-grid = Ein Schritt ist 5, 10 oder 15 Minuten.
view-from = Ein Tag kann nicht an seinem Ende beginnen.
view-not-kept = Die Ansicht konnte nicht für den nächsten Start gemerkt werden: { $error }.
waiting-alert-range = Das Wartezimmer warnt nach 1 bis { $most } Minuten.
calls-days = Die Liste ist für 1 bis { $most } Tage.
calendar-whose = Sagen Sie, wessen Kalender es ist.
print-which = Sagen Sie, was gemeint ist: { $field }.
card-of-one-to-come = Dieser Termin ist vorbei oder findet nicht statt; eine Karte gibt es für einen kommenden.
letter-no-visit = { $patient } hat keinen kommenden Termin.
letter-died = { $patient } ist verstorben; es wird nichts geschickt.
letter-not-active = { $patient } hat den Status „{ $status }“; geschrieben wird nur aktiven Patienten und Interessenten.
folder-not-there = Einen Ordner { $folder } gibt es nicht.
power-cut-evening = Das Blatt des nächsten Tages entsteht am Nachmittag oder Abend, von 12:00 bis 23:59.
power-cut-folder = Wählen Sie den Ordner mit seinem ganzen Pfad, vom obersten Ordner an.
power-cut-keep = Blätter werden { $least } bis { $most } Tage aufbewahrt.
power-cut-short = Ein Blatt wird mit einer Passphrase von mindestens { $shortest } Buchstaben, Ziffern oder Zeichen verschlüsselt.
power-cut-passphrase = Kein Leseprogramm nimmt eine so lange Passphrase oder eine mit solchen Zeichen.
power-cut-no-folder = Für das Blatt wurde noch kein Ordner gewählt; sagen Sie, welcher.
power-cut-no-day = In den nächsten zwei Monaten arbeitet niemand; sagen Sie, welcher Tag gemeint ist.
power-cut-no-passphrase = Für das Blatt wurde noch keine Passphrase gewählt; wählen Sie eine in den Einstellungen.
name-taken-block-out-type = Eine Art von Sperrzeit namens { $name } gibt es schon.
block-out-for-which = Sagen Sie, für welche Terminarten die Zeit freigehalten wird.
block-out-not-on = Sie fällt nicht auf den { $date }; lesen Sie den Tag noch einmal.
block-out-type-retired = { $name } ist nicht mehr in Betrieb; wählen Sie eine andere Art.
block-out-never = Sie fiele auf gar keinen Tag; sehen Sie ihre Wochentage und ihren letzten Tag an.
block-out-weekday = Wählen Sie mindestens einen Wochentag.
block-out-round = Sie wiederholt sich alle 1 bis { $most } Wochen oder Monate.
away-too-long = Höchstens { $most } Tage; wer länger fort ist, wird stillgelegt.
hours-say-when = Sagen Sie, von wann bis wann.
hours-overlap = Zwei der Zeiten überschneiden sich.
closures-too-many = Auf einmal kommen höchstens { $most } Tage hinzu.
holidays-country = Die Feiertage von „{ $country }“ sind nicht bekannt; es gibt: { $known }.
holidays-region = { $country } hat keine Region „{ $region }“; es gibt: { $known }.
holidays-years = Feiertage sind von { $first } bis { $last } bekannt.
invalid-weekday = Ein Wochentag ist 0, Montag, bis 6, Sonntag.
demo-not-empty = In dieser Praxis gibt es schon Patienten; das Beispiel füllt nur eine leere.
unfit-long = { $field }: mehr als { $limit } Zeichen
unfit-long-notes = { $field }: länger als { $kilobytes } KiB
unfit-future = { $date } liegt in der Zukunft
unfit-before-anyone = { $date } liegt vor { $year }
unfit-no-visit-day = { $date } kann kein Termintag sein
unfit-died-before-birth = Gestorben am { $death }, vor der Geburt am { $birth }
of-field = { $field }: { $what }

## Dateien

file-path-no-name = Der Pfad { $path } nennt keine Datei.
file-path-link = Der Pfad { $path } ist ein Verweis; nennen Sie die Datei, auf die er zeigt.
file-path-folder = Der Pfad { $path } ist ein Ordner; nennen Sie eine Datei darin.
file-path-odd = Der Pfad { $path } ist keine gewöhnliche Datei.
file-path-practice = Der Pfad { $path } liegt im Ordner der Praxis, wo alles verschlüsselt ist; wählen Sie einen anderen Ordner.
file-not-opened = Die Datei { $path } konnte nicht geöffnet werden: { $error }.
file-not-written = Die Datei { $path } konnte nicht geschrieben werden: { $error }.
file-not-read = Die Datei { $path } konnte nicht gelesen werden: { $error }.
folder-not-made = Der Ordner { $path } konnte nicht angelegt werden: { $error }.
theme-not-kept = Hell oder dunkel konnte nicht gemerkt werden: { $error }.
language-not-kept = Die Sprache konnte nicht gemerkt werden: { $error }.
file-next-not-found = Prüfen Sie den Namen: Die Datei oder ihr Ordner ist nicht da.
file-next-denied = Wählen Sie eine Datei oder einen Ordner von Ihnen, oder lassen Sie sich die Rechte daran geben.
file-next-not-text = Speichern Sie die Datei als reinen Text in UTF-8 und versuchen Sie es dann noch einmal.
file-next = Prüfen Sie, ob der Datenträger angeschlossen und die Datei nicht in Gebrauch ist, und versuchen Sie es dann noch einmal.
print-failed-part = Der Teil { $part } dieser Installation, der zum Drucken gehört, ist beschädigt.
print-failed-part-next = Installieren Sie das Programm neu.
print-failed-clock = Die Zeit des Druckens passt in kein PDF.
print-failed-clock-next = Prüfen Sie die Uhr des Computers.
print-failed-write = Das PDF konnte nicht geschrieben werden: { $error }.
print-failed-write-next = Versuchen Sie es noch einmal; geht es wieder nicht, drucken Sie einen anderen Tag, um zu sehen, ob es an diesem liegt.

## Die Datenbank

store-absent = Die Datenbank { $path } ist nicht da.
store-absent-data = An ihrer Stelle wurde nichts angelegt.
store-absent-next = Holen Sie practice.db zurück, und practice.db-wal, wenn es sie gibt: von dort, wohin sie verschoben wurden, oder aus Ihrer eigenen Kopie des Ordners.
store-already-there = Es gibt schon eine Datenbank: { $path }.
store-cut-short = Die Datei der Datenbank ist abgeschnitten: Nur { $bytes } Bytes sind übrig, zu wenige, um etwas zu enthalten.
store-hollow = In der Datenbank ist nichts: Was gespeichert wurde, steht nicht in der Datei.
store-lost-data = Es wurde keine Datei geändert. Was zuletzt gespeichert wurde, steht vielleicht noch in practice.db-wal.
store-lost-next = Löschen Sie nichts. Kopieren Sie zuerst den ganzen Ordner auf einen anderen Datenträger, und holen Sie dann practice.db aus Ihrer eigenen Kopie des Ordners zurück.
store-unreadable = Die Datenbank lässt sich mit dem Schlüssel dieser Praxis nicht lesen: Die Datei ist beschädigt oder gehört zu einer anderen Praxis.
store-damaged = Die Datenbank ist beschädigt: { $detail }.
store-row = Ein Eintrag ist nicht lesbar: { $detail }.
store-damaged-next = Löschen Sie nichts. Starten Sie die Prüfung, um zu sehen, was beschädigt ist, und bewahren Sie eine Kopie des ganzen Ordners auf, wie er ist. Daybook selbst kopiert die Datenbank nur, bevor es ihr Format ändert, in den Ordner backups; eine eigene Kopie ist vielleicht neuer.
store-newer = Die Datenbank wurde von einem neueren Daybook geschrieben (Format { $found }, dieses kennt { $known }).
store-newer-next = Installieren Sie das neuere Daybook und öffnen Sie die Praxis damit.
store-no-copy = Die Datenbank hat ein älteres Format, und vor dem Umstellen konnte keine Kopie aufbewahrt werden: { $detail }.
store-no-copy-data = Die Daten sind unberührt und im älteren Format geblieben.
store-no-copy-next = Sorgen Sie dafür, dass Platz ist und dass Sie im Ordner der Praxis schreiben dürfen, und öffnen Sie dann die Praxis noch einmal.
store-busy = Ein anderes Daybook schreibt gerade in diese Praxis.
store-busy-next = Warten Sie, bis das andere fertig ist, und versuchen Sie es noch einmal.
store-read-only = In den Ordner der Praxis darf nicht geschrieben werden.
store-read-only-next = Prüfen Sie, ob der Ordner und die Dateien darin Ihnen gehören und beschrieben werden dürfen und ob der Datenträger nicht nur zum Lesen eingebunden ist.
store-io = Die Datenbank erreicht den Datenträger nicht: { $detail }.
store-sql = Die Datenbank lehnt ab: { $detail }.
store-next = Prüfen Sie den Datenträger und versuchen Sie es noch einmal.

## Schlüssel

vault-absent = In diesem Ordner ist keine Schlüsseldatei (vault.json). Entweder ist es kein Ordner einer Praxis, oder die Datei wurde fortgenommen.
vault-absent-data = Ohne sie sind die Daten nicht zu lesen.
vault-absent-next = Wählen Sie den richtigen Ordner, oder holen Sie vault.json aus einer Sicherung zurück.
vault-unreadable = Die Schlüsseldatei (vault.json) konnte nicht gelesen werden: { $error }.
vault-unreadable-next = Prüfen Sie, ob der Datenträger angeschlossen ist und Sie den Ordner lesen dürfen, und versuchen Sie es dann noch einmal.
vault-newer = Die Schlüsseldatei (vault.json) hat das Format { $found }; dieses Daybook kennt Formate bis { $known }.
vault-newer-next = Installieren Sie das neuere Daybook und öffnen Sie die Praxis damit.
vault-damaged = Die Schlüsseldatei (vault.json) ist beschädigt: { $detail }.
vault-damaged-data = Die Datenbank selbst ist vielleicht heil, lässt sich aber ohne ihren Schlüssel nicht öffnen.
vault-damaged-next = Löschen Sie nichts; holen Sie vault.json aus der letzten Sicherung zurück.
vault-already-there = In diesem Ordner ist schon eine Praxis ({ $file } ist vorhanden).
vault-already-there-next = Öffnen Sie diese Praxis, oder wählen Sie für die neue einen leeren Ordner.
vault-not-empty = Dieser Ordner ist nicht leer, deshalb wurde darin keine Praxis eingerichtet.
vault-not-empty-data = Darin wurde nichts geändert.
vault-not-empty-next = Wählen Sie einen leeren Ordner oder einen Namen, den es noch nicht gibt: Der Ordner der Praxis ist dann anderen Benutzern verschlossen.
vault-not-set-up = Die Praxis konnte nicht eingerichtet werden: { $error }.
vault-not-set-up-data = Von ihr ist nichts geblieben, und keine Daten sind verloren.
vault-room-next = Prüfen Sie, ob der Datenträger nicht voll ist und Sie in den Ordner schreiben dürfen, und versuchen Sie es dann noch einmal.
vault-not-written = Die Schlüsseldatei konnte nicht geschrieben werden: { $error }.
vault-not-written-data = Die frühere Datei gilt weiter, und keine Daten sind verloren.
vault-other = Die Schlüsseldatei (vault.json) in diesem Ordner gehört zu einer anderen Praxis als der geöffneten.
vault-other-next = Schließen Sie die Praxis und öffnen Sie sie wieder.
vault-other-key = Dieser Schlüssel gehört nicht zu dieser Praxis.
vault-other-key-next = Sperren Sie die Praxis, entsperren Sie sie und versuchen Sie es noch einmal.
vault-empty-passphrase = Die Passphrase ist leer.
vault-empty-passphrase-next = Wählen Sie eine Passphrase aus mehreren Wörtern.
vault-wrong-passphrase = Die Passphrase stimmt nicht.
vault-wrong-passphrase-next = Prüfen Sie Tastaturbelegung und Feststelltaste und versuchen Sie es noch einmal, oder nehmen Sie den Wiederherstellungscode.
vault-wrong-code = Der Wiederherstellungscode hat keinen Tippfehler, öffnet aber diese Praxis nicht.
vault-wrong-code-next = Suchen Sie den Code, der für diese Praxis zuletzt gedruckt wurde.
vault-not-tried = Es wurde nichts versucht.
vault-code-length = Der Wiederherstellungscode hat { $found } Zeichen; ein ganzer hat { $expected }.
vault-code-next = Vergleichen Sie ihn Gruppe für Gruppe mit dem Ausdruck.
vault-code-character = In der Gruppe { $group } des Wiederherstellungscodes steht ein Zeichen, das in keinem vorkommt.
vault-code-character-next = Vergleichen Sie diese Gruppe mit dem Ausdruck.
vault-code-typo = Im Wiederherstellungscode ist irgendwo ein Tippfehler.
vault-no-slot = { $way ->
    [passphrase] Diese Praxis lässt sich nicht mit einer Passphrase öffnen: Es ist keine eingerichtet.
    [keyring] Diese Praxis lässt sich nicht mit dem Schlüsselbund öffnen: Er ist nicht eingerichtet.
   *[recovery-code] Diese Praxis lässt sich nicht mit einem Wiederherstellungscode öffnen: Es ist keiner eingerichtet.
  }
vault-no-slot-next = Nehmen Sie einen anderen Weg.
vault-slot-damaged = { $way ->
    [passphrase] Der Eintrag der Schlüsseldatei für die Passphrase ist beschädigt oder wurde verändert und wird nicht verwendet.
    [keyring] Der Eintrag der Schlüsseldatei für den Schlüsselbund ist beschädigt oder wurde verändert und wird nicht verwendet.
   *[recovery-code] Der Eintrag der Schlüsseldatei für den Wiederherstellungscode ist beschädigt oder wurde verändert und wird nicht verwendet.
  }
vault-slot-damaged-next = Nehmen Sie einen anderen Weg und richten Sie diesen neu ein, oder holen Sie vault.json aus einer Sicherung zurück.
vault-slot-gone = Dieser Weg wurde schon entfernt.
vault-slot-gone-next = Sehen Sie die Liste noch einmal an.
vault-last-slot = { $way ->
    [passphrase] Das ist die letzte Passphrase der Praxis; ohne sie könnten die Daten für immer unlesbar werden.
    [keyring] Das ist der letzte Schlüsselbund der Praxis; ohne ihn könnten die Daten für immer unlesbar werden.
   *[recovery-code] Das ist der letzte Wiederherstellungscode der Praxis; ohne ihn könnten die Daten für immer unlesbar werden.
  }
vault-last-slot-next = Richten Sie zuerst einen anderen Weg ein.
vault-keyring-absent = Der Schlüsselbund dieses Computers hat keinen Eintrag für diese Praxis, oder er ist gesperrt.
vault-keyring-next = Entsperren Sie mit der Passphrase.
vault-keyring-locked = Der Schlüsselbund dieses Computers ist gesperrt.
vault-keyring-locked-next = Entsperren Sie den Schlüsselbund, oder nehmen Sie die Passphrase.
vault-keyring-unavailable = Dieser Computer bietet keinen Schlüsselbund, der arbeitet.
vault-keyring-unavailable-next = Nehmen Sie die Passphrase.
vault-keyring-wrong = Was der Schlüsselbund dieses Computers für diese Praxis enthält, öffnet sie nicht.
vault-keyring-wrong-next = Entsperren Sie mit der Passphrase und richten Sie den Schlüsselbund neu ein.
vault-anchor = Der Vermerk über den letzten gespeicherten Stand in vault.json wurde von etwas anderem als Daybook geändert oder ist beschädigt.
vault-anchor-data = Ob die Datenbank auf dem neuesten Stand ist, sagt er nicht mehr.
vault-anchor-next = Vergleichen Sie die Praxis mit der letzten Sicherung, bevor Sie weiterarbeiten.
vault-no-randomness = Das System gab keine Zufallszahlen, deshalb ist kein sicherer Schlüssel möglich.
vault-no-randomness-next = Starten Sie den Computer neu und versuchen Sie es noch einmal.
vault-no-memory = Der Schlüssel konnte nicht abgeleitet werden: Es ist zu wenig Speicher frei.
vault-no-memory-next = Schließen Sie andere Programme und versuchen Sie es noch einmal.
vault-not-sealed = Das ist keine versiegelte Datei von Daybook.
vault-not-sealed-data = Es wurde nichts aus ihr übernommen.
vault-not-sealed-next = Wählen Sie eine andere Datei.
vault-newer-seal = Diese Datei wurde von einem neueren Daybook versiegelt (Format { $found }).
vault-newer-seal-data = Sie ist unberührt.
vault-newer-seal-next = Installieren Sie das neuere Daybook, um sie zu öffnen.
vault-seal-broken = Die versiegelte Datei ist beschädigt, abgeschnitten oder gehört nicht hierher.
vault-seal-broken-data = Was aus ihr gelesen wurde, darf nicht verwendet werden.
vault-seal-broken-next = Nehmen Sie eine andere Kopie der Datei.
vault-too-long = Die Datei ist zu groß zum Versiegeln.
vault-too-long-data = Nichts davon darf aufbewahrt werden.
vault-too-long-next = Teilen Sie sie auf.
vault-half-data = Was bisher geschrieben wurde, darf nicht verwendet werden.
vault-input-next = Prüfen Sie den Datenträger und versuchen Sie es noch einmal.
vault-output-next = Prüfen Sie den freien Platz und versuchen Sie es noch einmal.
vault-input = Die Datei konnte nicht gelesen werden: { $error }.
vault-output = Die Datei konnte nicht geschrieben werden: { $error }.

## Warnungen beim Öffnen, und die Prüfung

warn-no-witness = Die Schlüsseldatei sagt nicht mehr, wie weit die Datenbank war; eine ältere an ihrer Stelle fiele nicht auf.
warn-older = Die Datenbank ist älter, als sie war, oder eine andere steht an ihrer Stelle: { $saved } Änderungen wurden gespeichert, { $found } sind darin. Spätere Änderungen fehlen vielleicht. Vergleichen Sie mit der letzten Sicherung, bevor Sie weiterarbeiten.
warn-salt = Die ersten Bytes der Datenbank wurden verändert. Die Daten wurden mit der Kopie aus der Schlüsseldatei geöffnet. Machen Sie eine Sicherung und prüfen Sie den Datenträger.
warn-left-out = { $count ->
    [one] Ein Eintrag ist nicht lesbar und fehlt in Listen, Suche und Export: { $kind } { $id }. Die anderen sind da. Löschen Sie nichts; starten Sie die Prüfung und holen Sie, was sie nennt, aus Ihrer eigenen Kopie des Ordners zurück.
   *[other] { $count } Einträge sind nicht lesbar und fehlen in Listen, Suche und Export, zum Beispiel { $kind } { $id }. Die anderen sind da. Löschen Sie nichts; starten Sie die Prüfung und holen Sie, was sie nennt, aus Ihrer eigenen Kopie des Ordners zurück.
  }
kind-practice = die Praxis
kind-provider = Behandler
kind-chair = Zimmer
kind-appointment-type = Terminart
kind-closure = Schließtag
kind-patient = Patient
kind-household = Haushalt
kind-appointment = Termin
kind-block-out-type = Art von Sperrzeit
kind-block-out = Sperrzeit
kind-waiting = Eintrag der Warteliste
kind-saved-view = gespeicherte Ansicht
kind-power-cut = Blatt für einen Stromausfall
kind-notice = Benachrichtigung
kind-reminder-rule = Regel für Nachrichten
kind-message-settings = Einstellungen der Nachrichten
kind-message-text = ein Text der Nachrichten
kind-consent = Einwilligung
kind-contact-wish = Kontaktwunsch
kind-contact-stop = gesperrte Nummer oder Adresse
kind-outbox = Nachricht
kind-mailbox = Postfach
unreadable-not-a-visit = Das ist kein Termin, sondern ein anderer Eintrag der Praxis ({ $kind }): { $detail }.
check-page-hmacs = Prüfsummen der Seiten
check-sql-integrity = Aufbau der Datenbank
check-foreign-keys = Verweise
check-audit-chain = Kette des Protokolls
check-records = Einträge gegen das Protokoll
check-search-index = Suchverzeichnis
check-outbox = Postausgang der Nachrichten
check-commit-counter = Zähler der Änderungen
check-next = Kopieren Sie den Ordner der Praxis auf einen anderen Datenträger und spielen Sie dann die letzte Sicherung ein.
check-next-search = Speichern Sie die genannten Patienten noch einmal; die Daten selbst sind heil.
check-next-outbox = Doppelt gesendet wird dadurch nichts, aber eine genannte Nachricht geht vielleicht gar nicht hinaus: Sehen Sie beim Patienten nach. Sind es viele, spielen Sie die letzte Sicherung ein.
check-next-counter = Vergleichen Sie mit der letzten Sicherung. Ist dies die Datei, die Sie wollen, sagen Sie es mit „daybook doctor --accept“.

## Eine Datei lesen

interop-ambiguous = Die Datumsangaben in { $source } lassen sich auf mehrere Weisen lesen: { $formats }.
interop-ambiguous-next = Sagen Sie, welches Datumsformat gemeint ist.
interop-nothing-read = Es wurde nichts gelesen.
interop-no-columns = Keine Spalte von { $source } ist als eine von Patienten oder Terminen bekannt: { $columns }.
interop-no-columns-next = Ordnen Sie die Spalten den Feldern zu.
interop-empty = Die Datei { $source } ist leer.
interop-empty-next = Prüfen Sie, ob es die richtige Datei ist und ob sie bis zum Ende geschrieben wurde.
interop-no-files = Keine Datei im Ordner { $path } endet auf { $endings }.
interop-no-files-next = Nennen Sie die Datei selbst, wenn sie anders endet.
interop-too-large = Die Datei { $source } ist größer als { $megabytes } MB.
interop-too-large-next = Teilen Sie sie in kleinere Dateien auf.
interop-column-map = Die Zuordnung der Spalten ist nicht zu gebrauchen: { $detail }.
interop-column-map-next = Schreiben Sie ein JSON-Objekt aus Spaltennamen und Feldern, etwa {"{"}"Geburtstag": "birth_date"{"}"}.
interop-date-format = „{ $text }“ ist kein Datumsformat.
interop-date-format-next = Nehmen Sie ymd, dmy oder mdy oder ein Muster wie TT.MM.JJJJ.
interop-source = Die Datei oder der Ordner { $path } lässt sich nicht öffnen: { $error }.
interop-read = Die Datei { $source } konnte nicht bis zum Ende gelesen werden: { $error }.
interop-read-data = Was danach kommt, fehlt.
interop-write = Die Datei konnte nicht bis zum Ende geschrieben werden: { $error }.
interop-write-data = Verwenden Sie die Datei nicht.
interop-write-next = Schaffen Sie Platz und exportieren Sie noch einmal.
interop-next = Prüfen Sie die Datei und versuchen Sie es noch einmal.

## Datensätze, die ein Import abweist. Jeder Grund steht hinter der Datei und der Zeile.

reason-no-name = ohne Namen
reason-whose = sagt nicht, welcher Patient
reason-no-start = ohne Beginn
reason-no-time = hat ein Datum, aber keine Uhrzeit
reason-no-length = ohne Dauer
reason-too-long = dauert { $minutes } Minuten, mehr als einen Tag
reason-ends-before = endet, bevor es beginnt
reason-minutes = „{ $text }“ ist keine Zahl von Minuten
reason-number = { $name } ist keine Zahl
reason-status = der Status „{ $status }“ ist nicht bekannt
reason-sex = das Geschlecht „{ $text }“ ist nicht bekannt; schreiben Sie weiblich, männlich, divers oder unbekannt, oder lassen Sie die Spalte weg
reason-patient-status = der Status „{ $text }“ ist nicht bekannt; schreiben Sie Interessent, aktiv, inaktiv, archiviert oder verstorben, oder lassen Sie die Spalte weg
reason-date = „{ $text }“ ist kein Datum
reason-serial = „{ $text }“ ist kein Datum, sondern die Tageszahl einer Tabelle; formatieren Sie die Spalte als Datum und speichern Sie noch einmal
reason-no-such-day = „{ $text }“ ist ein Tag, den es nicht gibt
reason-date-as = „{ $text }“ ist als { $format } gelesen kein Datum
reason-clock = „{ $text }“ ist keine Uhrzeit
reason-instant = „{ $text }“ ist kein Zeitpunkt
reason-cells = hat { $cells } Felder bei { $columns } Spalten; ein Feld mit dem Trennzeichen darin braucht Anführungszeichen
reason-never-closed = ein Anführungszeichen, das hier beginnt, wird nie geschlossen; diese und alle folgenden Zeilen konnten nicht gelesen werden
reason-not-text = { $name } ist kein Text
reason-holds-no-text = { $name } enthält etwas, das kein Text ist
reason-holds-no-object = { $name } enthält etwas, das kein Objekt ist
reason-no-object = { $name } ist kein Objekt
reason-no-flag = { $name } ist weder wahr noch falsch
reason-too-deep = ist zu tief verschachtelt
reason-json = ist nicht, wie FHIR es hat: { $detail }
reason-not-json = ist kein JSON: { $detail }
reason-not-fhir = ist von hier an kein FHIR in JSON: { $detail }; was davor steht, wurde gelesen
reason-not-utf8 = ist kein Text in UTF-8
reason-empty = ist leer
reason-ends-early = die Datei endet zu früh; was davor steht, wurde gelesen, der Rest fehlt
reason-too-large = ist größer als { $megabytes } MB
reason-no-entry = ist kein Eintrag eines Bundles: { $what }
reason-no-type = ist keine FHIR-Ressource: resourceType fehlt
reason-several = verweist auf { $reference }, was in verschiedenen Dateien Verschiedenes meint
reason-entered-in-error = ist als irrtümlich eingetragen gekennzeichnet
reason-group = gehört einer Gruppe, nicht einem Patienten
reason-many-events = kommt nach { $most } Ereignissen, und mehr wird aus einer Datei nicht gelesen; dieses und was folgt, wurde nicht gelesen
reason-many-dates = kommt nach mehr Tagen, als aus einer Datei gelesen werden; importieren Sie es aus einer eigenen Datei
reason-no-event = enthält kein Ereignis
reason-no-calendar = ist kein Kalender: nichts darin beginnt mit BEGIN:VCALENDAR
reason-no-address-book = ist kein Adressbuch: nichts darin beginnt mit BEGIN:VCARD
reason-none-since = hat keinen Tag ab { $from }, dem ersten verlangten; verlangen Sie einen früheren, um es zu übernehmen
reason-over = war am { $last } vorbei, vor { $from }, dem ersten verlangten Tag; verlangen Sie einen früheren, um es zu übernehmen
reason-begins-later = beginnt am { $first }, nach { $to }, dem letzten verlangten Tag; verlangen Sie einen späteren, um es zu übernehmen
reason-not-whole = ist nicht ganz: Es folgt kein END:{ $name }, deshalb wurde nichts davon übernommen
reason-parts-deep = hat Teile in Teilen, zu tief für einen Kalender oder eine Karte; nichts davon wurde übernommen
reason-line-long = hat eine Zeile, die länger ist als jede, die gelesen wird; nichts davon wurde übernommen
reason-part-large = ist größer als alles, was gelesen wird; nichts davon wurde übernommen
reason-unread = ist nicht lesbar
reason-no-dtstart = hat keinen Beginn (DTSTART)
reason-empty-property = hat ein leeres { $name }
reason-below-nothing = hat eine Dauer unter null (DURATION)
reason-property = hat ein { $name }, das nicht lesbar ist: „{ $text }“
reason-property-odd = hat ein { $name }, das nicht sein kann, etwa einen Tag, den es nicht gibt
reason-days-long = dauert länger als { $most } Tage
reason-rule = wiederholt sich nach einer Regel, die nicht lesbar ist: { $what }
reason-rule-odd = wiederholt sich nach einer Regel, die es nicht geben kann: { $what }
reason-rule-slow = wiederholt sich so, dass es wie anderes in dieser Datei zu lange zu berechnen wäre; importieren Sie es aus einer eigenen Datei
reason-rule-times = wiederholt sich { $times } Mal am Tag oder öfter; gelesen werden höchstens { $most }
reason-rule-often = wiederholt sich zu oft: Zwischen den verlangten Tagen liegen mehr als { $most } Tage oder mehr, als sich berechnen lässt; nichts davon wurde übernommen; verlangen Sie weniger Tage
rule-long = sie ist länger als jede, die gelesen wird
rule-two-counts = sie hat zwei Anzahlen
rule-two-ends = sie hat zwei Enden
reason-moves-kind = verschiebt alle späteren Tage von Tagen auf Uhrzeiten oder umgekehrt; nur dieser wurde übernommen
reason-zone = steht in der Zeitzone „{ $zone }“, die nicht bekannt ist und die die Datei nicht beschreibt
reason-blocks-nothing = hat keine Dauer und sperrt deshalb nichts
reason-cancelled = ist abgesagt und sperrt deshalb nichts
reason-free = ist im Kalender als frei gekennzeichnet und sperrt deshalb nichts; verlangen Sie auch freie, wenn es das soll
reason-firm = gehört einer Firma oder Gruppe, nicht einer Person
reason-same-event = hat die Kennung des Ereignisses in Zeile { $line } von { $source } und sagt anderes; nur jenes wurde übernommen
reason-died = sagt { $status } von einem Patienten, der verstorben ist; nichts davon wurde übernommen; wurde der Tod irrtümlich vermerkt, nehmen Sie ihn zuerst auf der Seite des Patienten zurück
reason-chart-number = die Aktennummer { $number } gehört einem anderen Patienten
reason-another-patient = trägt die Kennung oder Aktennummer eines anderen Patienten mit anderem Namen oder Geburtsdatum; nichts davon wurde übernommen; ist es dieselbe Person, berichtigen Sie hier zuerst Namen oder Geburtsdatum; zählt die Liste für sich, importieren Sie sie ohne ihre Kennungsspalte
reason-another-visit = trägt die Kennung eines Termins eines anderen Patienten; nichts davon wurde übernommen; zählt die Liste für sich, importieren Sie sie ohne ihre Kennungsspalte
reason-same-patient = ist derselbe Patient wie in Zeile { $line }, mit anderen Angaben; nur jene Zeile wurde übernommen
reason-same-visit = ist derselbe Termin wie in Zeile { $line }, mit anderen Angaben; nur jene Zeile wurde übernommen
reason-completed-here = sagt von einem Termin, der hier fertig ist, er habe nicht stattgefunden; nichts davon wurde übernommen
reason-changed-here = weicht vom Termin ab, wie ihn der Empfang hat, und den ändert nur der Empfang; nichts davon wurde übernommen; hat die Datei recht, ändern Sie den Termin hier
reason-provider-shared = hat einen Namen, den mehrere Behandler tragen, und keine Kennung, die sagt, wer gemeint ist
reason-shared-provider = nennt den Behandler { $name }, einen Namen, den mehrere tragen; nichts sagt, wer gemeint ist, deshalb wurde der Termin nicht übernommen
reason-shared-chair = nennt das Zimmer { $name }, einen Namen, den mehrere tragen; nichts sagt, welches gemeint ist, deshalb wurde der Termin nicht übernommen
reason-shared-type = nennt die Terminart { $name }, einen Namen, den mehrere tragen; nichts sagt, welche gemeint ist, deshalb wurde der Termin nicht übernommen
reason-disputed = nennt einen Patienten, dessen eigener Datensatz in diesem Import abgewiesen wurde
reason-contradicted = nennt einen Patienten, aber die Kennung eines anderen mit anderem Namen oder Geburtsdatum: { $number }
reason-nobody = nennt einen Patienten, der weder in diesem Import noch in der Praxis ist
reason-guardian = die Vertretung wurde nicht übernommen, alles andere schon: { $reason }
reason-does-not-pay = zahlt nicht für den Haushalt, denn das tut Zeile { $line }; alles andere wurde übernommen
year-rule = Zweistellige Jahre: In Geburtsdaten bedeuten 00 bis { $this } die Jahre { $century } bis { $year } und { $next } bis 99 die Jahre { $from } bis { $to }, und keine Geburt liegt in der Zukunft; in Terminen bedeuten 00 bis 99 die Jahre 2000 bis 2099.
year-rule-99 = Zweistellige Jahre: In Geburtsdaten bedeuten 00 bis { $this } die Jahre { $century } bis { $year }, und keine Geburt liegt in der Zukunft; in Terminen bedeuten 00 bis 99 die Jahre 2000 bis 2099.

## Teile von Sätzen

all = { $said }
detail = { $detail }
date = { $day }. { $month } { $year }
date-time = { $date }, { $time }
month = { $number ->
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
field = { $key ->
    [address_lines] Adresse
    [alert] Warnhinweis
    [alerts_together] Warnhinweise hier und in der Datei zusammen
    [arrive_early] Minuten, die jemand früher kommt
    [arrived_at] Ankunft
    [birth_date] Geburtsdatum
    [birthDate] Geburtsdatum
    [chair] Zimmer
    [chart_number] Aktennummer
    [city] Ort
    [country] Land
    [date] Datum
    [deceased_on] Todesdatum
    [deceasedDateTime] Todesdatum
    [dismissed_at] wann der Patient ging
    [email] E-Mail-Adresse
    [end] Ende
    [ended_at] wann es beendet wurde
    [ended_reason] Grund des Endes
    [family] Nachname
    [family_name] Nachname
    [full_name] Name
    [given] Vorname
    [given_name] Vorname
    [household] Name des Haushalts
    [id] Kennung
    [label] Bezeichnung
    [language] Sprache
    [middle_name] zweiter Vorname
    [minutes] Dauer
    [name] Name
    [note] Notiz
    [notes] Notizen
    [recall_trigger] Recall
    [notes_together] Notizen hier und in der Datei zusammen
    [patient_id] Kennung des Patienten
    [phone] Telefonnummer
    [postal_code] Postleitzahl
    [preferred_name] Rufname
    [prefix] Titel
    [provider] Behandler
    [reason] Grund
    [region] Region
    [seated_at] wann der Patient ins Zimmer kam
    [start] Beginn
    [status] Status
    [street] Straße
    [suffix] Namenszusatz
    [time] Uhrzeit
    [type] Terminart
   *[other] { $key }
  }

## Die Kommandozeile

cli-fault = Daybook hat wegen eines eigenen Fehlers angehalten.
cli-fault-data = Alles Gespeicherte ist sicher; was gerade verlangt wurde, wurde nicht getan oder nur zum Teil gezeigt.
cli-fault-next = Sehen Sie nach, ob es da ist, und versuchen Sie es noch einmal.
cli-usage-next = Was verlangt werden kann, zeigt daybook --help.
cli-warning = Warnung: { $what }
cli-waiting = Es wird gewartet.
cli-not-noted = Was geöffnet, gezeigt oder gedruckt wurde, konnte nicht ins Protokoll geschrieben werden:
cli-not-the-same = Die beiden sind verschieden.
cli-empty-secret-next = Schreiben Sie die Passphrase oder den Code hinein, in eine Zeile, und versuchen Sie es noch einmal.
cli-not-asked = Nach der Passphrase konnte nicht gefragt werden: { $error }.
cli-agent-next = Entsperren Sie den Schlüsselbund, indem Sie sich am Desktop anmelden, oder nennen Sie mit --passphrase-file eine Datei mit der Passphrase, die nur Sie lesen können. Eine Praxis, die den Schlüsselbund abgelehnt hat, öffnet sich nicht anders.
cli-not-asked-next = Geben Sie sie mit --passphrase-file an, oder starten Sie dies in einem Terminal.
cli-no-data-folder = Einen Datenordner von Ihnen gibt es hier nicht; nennen Sie den Ordner mit --practice.
cli-series-no-end = Sagen Sie mit --count, wie viele Termine es sind, oder mit --until, bis zu welchem Tag.
cli-port = Der Port { $port } dieses Computers ist nicht zu haben: { $error }.
cli-address = Die Adresse konnte nicht genannt werden: { $error }.
cli-token-file = Die Datei { $path } enthält etwas anderes.
cli-token-file-next = Nennen Sie eine Datei, die es noch nicht gibt, oder eine, die dieser Befehl gemacht hat.
cli-calendars-alone = --provider, --from, --to, --include-free und --private gelten nur für Kalender (ics).
cli-whose-card = Sagen Sie, wessen Karte es ist.
cli-unlock = Wurde er irrtümlich fertig gemeldet, ändern Sie ihn wissentlich mit --unlock; das Protokoll sagt es dann.
cli-anyway = Verschieben oder sagen Sie sie zuerst ab, oder lassen Sie sie mit --anyway, wo sie sind.
cli-columns-next = Sagen Sie mit --date-format ymd, dmy oder mdy, wie Datumsangaben geschrieben sind, und mit --map DATEI, was die Spalten enthalten.
cli-practice-there = In { $folder } ist schon eine Praxis.
cli-code-not-written = Der Wiederherstellungscode konnte nicht nach { $path } geschrieben werden: { $error }.
cli-shared = { $kind ->
    [provider] { $count } Behandler heißen { $name }; sagen Sie mit der Kennung, wer gemeint ist: { $ids }.
    [block-out-type] { $count } Arten von Sperrzeit heißen { $name }; sagen Sie mit der Kennung, welche gemeint ist: { $ids }.
    [chair] { $count } Zimmer heißen { $name }; sagen Sie mit der Kennung, welches gemeint ist: { $ids }.
   *[type] { $count } Terminarten heißen { $name }; sagen Sie mit der Kennung, welche gemeint ist: { $ids }.
  }
cli-unknown = { $kind ->
    [provider] Einen Behandler namens { $name } gibt es nicht; es gibt: { $names }.
    [block-out-type] Eine Art von Sperrzeit namens { $name } gibt es nicht; es gibt: { $names }.
    [chair] Ein Zimmer namens { $name } gibt es nicht; es gibt: { $names }.
   *[type] Eine Terminart namens { $name } gibt es nicht; es gibt: { $names }.
  }
cli-unknown-none = { $kind ->
    [provider] Einen Behandler namens { $name } gibt es nicht; legen Sie einen an mit „daybook provider add“.
    [chair] Ein Zimmer namens { $name } gibt es nicht; legen Sie eines an mit „daybook chair add“.
   *[type] Eine Terminart namens { $name } gibt es nicht; legen Sie eine an mit „daybook type add“.
  }
check-opening = Öffnen

## Nachrichten an Patienten

rule-lead-of-other-kind = Eine Nachricht dieser Art geht nicht zu so einer Zeit hinaus.
rule-days = Es sind höchstens { $most } Tage.
rule-hours = Es sind 1 bis { $most } Stunden.
rule-end-of-day = Die Uhrzeit liegt spätestens bei 23:59.
rule-words = { $lead }, { $ways }
rule-way = { $channel ->
    [email] per E-Mail
    [sms] per SMS
    [phone] per Anruf
   *[desktop] auf dem Bildschirm
  }
rule-ways = { $first }, sonst { $next }
lead-at-once = sofort
lead-days-before = { $days ->
    [0] am Tag selbst um { $at }
    [one] { $days } Tag vorher um { $at }
   *[other] { $days } Tage vorher um { $at }
  }
lead-hours-before = { $hours ->
    [one] { $hours } Stunde vorher
   *[other] { $hours } Stunden vorher
  }
lead-hours-after = { $hours ->
    [one] { $hours } Stunde nach dem Ende
   *[other] { $hours } Stunden nach dem Ende
  }
lead-days-after = { $days ->
    [0] am Tag selbst um { $at }
    [one] { $days } Tag danach um { $at }
   *[other] { $days } Tage danach um { $at }
  }
rule-no-channel = Sagen Sie, auf welchem Weg die Nachricht geht.
rule-channel-twice = Jeder Weg steht nur einmal da.
unsent-cancelled = Der Termin wurde abgesagt.
unsent-missed = Der Termin wurde versäumt.
unsent-came = Der Patient war schon hier.
unsent-moved = Der Termin wurde verschoben.
unsent-gone = Worum es ging, steht nicht mehr in den Unterlagen.
unsent-unreadable = Ein Eintrag dieses Patienten oder eine Nachricht an ihn lässt sich nicht lesen, daher geht nichts an ihn. Nichts wurde geändert. Sagen Sie es ihm anders, und lassen Sie die Praxis in den Einstellungen prüfen.
unsent-declined = Der Patient hat gesagt, dass er nicht kommt.
unsent-answered = Der Patient hatte bestätigt, bevor er gefragt wurde.
unsent-deceased = Der Patient ist verstorben.
unsent-not-contacted = Der Patient ist nicht aktiv, deshalb wird nichts gesendet.
unsent-booked-inside = Der Termin wurde gebucht oder verschoben, als diese Nachricht schon hinausgegangen wäre.
unsent-superseded = Stattdessen geht eine Nachricht hinaus, die näher am Termin liegt.
unsent-rule-newer = Die Regel wurde eingeschaltet, als diese Nachricht schon hinausgegangen wäre.
unsent-rule-off = Die Regel, nach der sie gehen sollte, wurde ausgeschaltet oder entfernt.
unsent-too-late = Es ist zu spät, als dass sie noch nützte.
unsent-quiet = Am Ende der Ruhezeit wäre es zu spät.
unsent-complaint = Der Patient hat sich über diesen Termin beschwert.
unsent-no-guardian = Der Patient ist minderjährig, und niemand ist genannt, der für ihn entscheidet.
unsent-recipient = Wer für den Patienten angeschrieben wird, darf nicht angeschrieben werden oder steht nicht in den Unterlagen.
unsent-replaced = Eine andere Nachricht sagt es.
unsent-no-way = Auf keinem Weg ist jemand zu erreichen. { $ways }
no-way = { $channel ->
    [email] E-Mail
    [sms] SMS
    [phone] Anruf
   *[desktop] Hinweis auf dem Bildschirm
  }: { $why ->
    [not-set-up] nicht eingerichtet
    [no-address] keine Nummer oder Adresse bekannt
    [wished] der Patient möchte anders erreicht werden
    [stopped] von dieser Nummer oder Adresse aus abbestellt
    [refused] nicht gewünscht
    [not-asked] niemand hat gefragt, ob es gewünscht ist
   *[failed] versucht, und es ging nicht
  }
sending-refused = Sie wurde abgelehnt: { $what }
sending-busy = Die Nachricht wird gerade gesendet.
sending-not-begun = Die Nachricht wird nicht gesendet.
sending-gone-out = Die Nachricht ist hinausgegangen.
sending-too-early = Für den nächsten Versuch ist es noch zu früh.
sending-withdrawn = Die Nachricht wurde zurückgezogen.
sending-unknown = Die Nachricht ist vielleicht gesendet worden; sehen Sie nach, ob sie ankam, und senden Sie sie sonst noch einmal.
sending-failed = Die Nachricht ist gescheitert.
sending-not-set-up = Auf diesem Weg geht nichts mehr hinaus, denn er ist nicht eingerichtet. Richten Sie ihn ein und senden Sie die Nachricht noch einmal, oder sagen Sie es dem Patienten selbst.
sending-next = Lesen Sie die Liste noch einmal; sie zeigt, wie weit die Nachricht ist.
consent-no-source = Sagen Sie, woher es bekannt ist, etwa von einem Formular oder einem Anruf.
stop-no-number = „{ $address }“ ist keine Nummer.
stop-no-words = Schreiben Sie, wer darum gebeten hat und wie.
stop-no-why = Schreiben Sie, warum dorthin wieder geschrieben werden darf; das bleibt im Protokoll.
stop-not-the-desks = Wem diese Nummer oder Adresse gehört, hat sie gesperrt, und nur er gibt sie wieder frei: mit dem Wort START von dort.
sending-blank = Für { "{" }{ $field }{ "}" } in ihrem Text ist nichts da, darum wurde sie nicht gesendet. Tragen Sie es dort nach, wo es steht, und senden Sie die Nachricht noch einmal.
mailbox-host = Das ist kein Name eines Servers. Er sieht so aus: mail.example.org.
mailbox-port = Ein Port ist eine Zahl von 1 bis 65535; meist ist es 465 oder 587.
mailbox-plain = Ohne Verschlüsselung geht es nur zu einem Server auf diesem Computer selbst. Wählen Sie TLS oder STARTTLS.
mailbox-address = Das ist keine E-Mail-Adresse.
mailbox-user = Zu einem Passwort gehört ein Benutzer, der sich anmeldet; meist ist es die Adresse.
mailbox-other-password = Das gespeicherte Passwort gehört zu einem anderen Server oder Benutzer. Geben Sie das passende ein.
mailbox-none = Es ist noch kein Postfach eingerichtet.
messages-thread = Um Nachrichten kann sich niemand kümmern: Das System startet keinen Thread dafür ({ $error }).
mail-told = { $what } Der Server sagte: { $said }
mail-step-settings = Das Postfach, wie es eingerichtet ist
mail-step-letter = Die Nachricht selbst
mail-step-name = Den Server am Namen finden
mail-step-connect = Den Server erreichen
mail-step-greeting = Auf den Gruß des Servers warten
mail-step-hello = Den Server grüßen
mail-step-encryption = Die Leitung verschlüsseln
mail-step-login = Anmelden
mail-step-sender = Den Absender nennen
mail-step-recipient = Den Empfänger nennen
mail-step-text = Den Text übergeben
mail-step-verdict = Auf die Bestätigung der Annahme warten
mail-fault-unknown = E-Mails gehen nicht hinaus.
mail-fault-bad-host = Der Name des Servers ist keiner.
mail-fault-bad-sender = Die Absenderadresse ist keine.
mail-fault-bad-reply-to = Die Adresse für Antworten ist keine.
mail-fault-bad-login = Mit diesem Benutzer oder Passwort kann man sich nicht anmelden.
mail-fault-bad-certificate = Das Zertifikat, dem vertraut werden soll, ist keines.
mail-fault-bad-recipient = An die Adresse des Empfängers lässt sich keine E-Mail schicken.
mail-fault-bad-letter = Daybook konnte daraus keine E-Mail machen.
mail-fault-name-not-found = Kein Server heißt so, oder dieser Computer ist offline.
mail-fault-port-refused = Auf diesem Port des Servers antwortet niemand.
mail-fault-unreachable = Es führt kein Weg zum Server.
mail-fault-no-answer = Der Server hat nicht rechtzeitig geantwortet.
mail-fault-cut = Die Leitung zum Server brach ab.
mail-fault-not-mail = Was dort antwortet, ist kein Mailserver.
mail-fault-not-tls = Der Server verschlüsselt nicht von Anfang an.
mail-fault-wants-tls = Der Server will anscheinend von Anfang an verschlüsseln.
mail-fault-no-starttls = Der Server kennt kein STARTTLS.
mail-fault-plain-not-allowed = Unverschlüsselt gehen E-Mails nur an diesen Computer selbst.
mail-fault-tls-failed = Server und Daybook kennen keine gemeinsame Verschlüsselung.
mail-fault-certificate-untrusted = Niemand, dem dieser Computer vertraut, bürgt für den Server.
mail-fault-certificate-wrong-name = Das Zertifikat des Servers gilt für einen anderen Namen.
mail-fault-certificate-expired = Das Zertifikat des Servers ist abgelaufen.
mail-fault-certificate-too-new = Das Zertifikat des Servers gilt noch nicht.
mail-fault-certificate-unfit = Das Zertifikat des Servers taugt nicht.
mail-fault-login-missing = Der Server nimmt ohne Anmeldung keine E-Mails an.
mail-fault-login-not-offered = Der Server bietet keine Anmeldung mit Passwort an, oder nicht für dieses Postfach.
mail-fault-login-refused = Der Server hat Benutzer oder Passwort abgelehnt.
mail-fault-app-password-needed = Der Anbieter verlangt ein Passwort, das für Programme gemacht ist.
mail-fault-token-refused = Der Server hat das Zugriffstoken abgelehnt.
mail-fault-sender-refused = Das Postfach darf von dieser Adresse nicht senden.
mail-fault-recipient-refused = Der Server hat die Adresse des Empfängers abgelehnt.
mail-fault-recipient-not-now = Das Postfach des Empfängers nimmt im Moment nichts an.
mail-fault-address-not-carried = Der Server befördert die Buchstaben in der Adresse des Empfängers nicht.
mail-fault-text-refused = Der Server hat die Nachricht abgelehnt.
mail-fault-text-not-now = Der Server nimmt die Nachricht im Moment nicht an.
mail-fault-quota-reached = Es wurden so viele E-Mails verschickt, dass der Anbieter im Moment keine mehr annimmt.
mail-fault-server-busy = Der Server ist beschäftigt.
mail-fault-server-refuses = Der Server spricht nicht mit diesem Computer.
mail-todo-wait = Es ist nichts zu tun: Es wird noch einmal versucht.
mail-todo-check-host = Prüfen Sie, ob dieser Computer online ist und ob der Name des Servers stimmt.
mail-todo-check-port = Prüfen Sie, ob der Port stimmt (meist 465 oder 587) und ob eine Firewall dazwischensteht.
mail-todo-check-network = Prüfen Sie, ob dieser Computer online ist.
mail-todo-choose-tls = Wählen Sie TLS, meist mit Port 465.
mail-todo-choose-starttls = Wählen Sie STARTTLS, meist mit Port 587.
mail-todo-choose-encryption = Wählen Sie TLS oder STARTTLS.
mail-todo-use-providers-name = Verwenden Sie den Namen des Servers, den der Anbieter nennt, keinen anderen desselben Computers.
mail-todo-trust-certificate = Verwenden Sie den Namen des Servers, den der Anbieter nennt. Ein eigener Server braucht ein Zertifikat von einer allgemein bekannten Stelle.
mail-todo-check-clock = Prüfen Sie Datum und Uhrzeit dieses Computers. Stimmen sie, sagen Sie es dem Anbieter.
mail-todo-ask-provider = Fragen Sie den Anbieter des Postfachs, und nennen Sie, was der Server sagte.
mail-todo-enter-login = Geben Sie Benutzer und Passwort des Postfachs ein.
mail-todo-check-login = Prüfen Sie Benutzer und Passwort. Manche Anbieter wollen, dass Programme erst erlaubt werden oder ein eigenes Passwort bekommen.
mail-todo-make-app-password = Erstellen Sie in den Einstellungen des Anbieters ein Passwort für Programme (App-Passwort), und geben Sie es hier ein.
mail-todo-renew-token = Erlauben Sie den Zugriff beim Anbieter neu, und geben Sie das neue Token ein.
mail-todo-check-sender = Senden Sie von der Adresse, zu der die Anmeldung gehört.
mail-todo-check-reply-to = Berichtigen Sie die Adresse für Antworten.
mail-todo-check-recipient = Prüfen Sie, ob die Adresse des Empfängers stimmt.
mail-todo-report = Sagen Sie es denen, die Daybook machen; die Nachricht bleibt in der Liste.
template-at = Zeile { $line }, Zeichen { $column }: { $what }
template-unknown = Das Feld { "{" }{ $field }{ "}" } gibt es nicht.
template-unfitting = Eine Nachricht dieser Art hat nichts für { "{" }{ $field }{ "}" }.
template-meant = { $what } Meinen Sie { "{" }{ $field }{ "}" }?
template-open = Das Feld, das hier beginnt, endet nicht. Für eine Klammer schreiben Sie zwei.
template-stray = Vor dieser Klammer beginnt kein Feld. Für eine Klammer schreiben Sie zwei.
template-empty = Es gibt keinen Text.
template-unfilled = Für { "{" }{ $field }{ "}" } ist nichts da.
template-tells = Das Feld { "{" }{ $field }{ "}" } verrät jedem, der die Nachricht sieht, weshalb jemand dorthin geht.
template-says = „{ $words }“ verrät jedem, der die Nachricht sieht, weshalb jemand dorthin geht.
template-start-alone = Das sagt, wann der Termin beginnt, und nicht, wann man da sein soll.
template-no-names = Wer für eine Familie angeschrieben wird, erfährt daraus nicht, wer kommen soll.
text-subject = Im Betreff: { $what }
text-long-subject = Ein Betreff hat bis zu { $most } Zeichen.
text-long-body = Ein Text hat bis zu { $most } Zeichen.
text-not-for-patients = Der Bildschirm ist für die Praxis selbst; Patienten lesen dort nichts.
text-language = In dieser Sprache fehlen die Namen der Tage und Monate; schreiben Sie den Text auf Deutsch, Englisch, Spanisch oder Französisch.
field-first-name = Vorname dessen, an den geschrieben wird.
field-names = Vornamen derer, um die es geht: der Patient, oder alle einer Familie.
field-day = Tag des Termins.
field-arrival = Uhrzeit, zu der man da sein soll.
field-start = Uhrzeit, zu der der Termin beginnt.
field-old-day = Tag, an dem der Termin vor dem Verschieben war.
field-old-arrival = Uhrzeit, zu der man vor dem Verschieben da sein sollte.
field-dose-time = Uhrzeit, zu der das Medikament zu nehmen ist.
field-practice = Wie sich die Praxis gegenüber Patienten nennt.
field-phone = Telefonnummer der Praxis.
field-review-link = Seite, auf der man anderen vom Termin erzählen kann.
field-provider = Name dessen, bei dem der Termin ist.
field-treatment = Art des Termins.
field-medicine = Name des Medikaments.

## Was das Fenster daran hindert, sich zu öffnen

failure-no-data-folder = Daybook weiß nicht, wo Ihr Datenordner ist. Es wurde nichts geändert. Starten Sie es mit --practice und dem Ordner Ihrer Praxis.
failure-no-desktop = Es gibt keinen Desktop, auf dem sich ein Fenster öffnen ließe. Es wurde nichts geändert. Starten Sie Daybook von einem Desktop aus, oder nehmen Sie in einem Terminal den Befehl daybook.
failure-no-window = Das Fenster ließ sich nicht öffnen. Ihre Praxis wurde nicht angerührt. Ist WebKitGTK 4.1 installiert? Das System sagt: { $error }
failure-fault = Daybook hat wegen eines eigenen Fehlers angehalten. Alles Gespeicherte ist sicher: Jede Änderung liegt auf dem Datenträger, bevor sie gezeigt wird. Starten Sie es noch einmal.

## Womit eine Praxis beginnt

first-type-check-up = Kontrolle
first-type-cleaning = Zahnreinigung
first-type-treatment = Behandlung
first-type-new-patient = Neuer Patient
first-type-emergency = Notfall
first-block-out-lunch = Mittagspause
first-block-out-meeting = Besprechung
first-block-out-emergencies = Für Notfälle freigehalten
first-block-out-note = Notiz
first-chair = Zimmer 1
