//! Calendars and address books, in and out, through the command list.

use chrono::NaiveDate;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use testkit::{TestPractice, text};

fn file(practice: &TestPractice, name: &str, content: &str) -> PathBuf {
    let path = practice.folder.path().join(name);
    fs::write(&path, content).expect("written");
    path
}

/// Imports and waits for the end.
fn import(practice: &mut TestPractice, format: &str, path: &Path, calendar: Value) -> Value {
    let request = json!({"paths": [path], "format": format, "map": {}, "date_format": null, "calendar": calendar});
    practice.ok("import.start", request);
    loop {
        let progress = practice.ok("import.progress", Value::Null);
        if progress["running"] == false {
            assert_eq!(progress["error"], Value::Null, "{progress}");
            return progress["report"].clone();
        }
        std::thread::yield_now();
    }
}

/// Of Dr Haas, all that is to be had.
fn whole(practice: &mut TestPractice) -> Value {
    json!({"provider": practice.id("providers", 0), "from": null, "to": null, "free_too": false})
}

fn counts(report: &Value) -> [u64; 5] {
    let [read, created, updated, unchanged] = ["read", "created", "updated", "unchanged"]
        .map(|name| report[name].as_u64().unwrap_or(u64::MAX));
    let refused = report["refused"].as_array().map_or(0, Vec::len) as u64;
    assert_eq!(read, created + updated + unchanged + refused, "{report}");
    [read, created, updated, unchanged, refused]
}

/// The block-outs of two years, one a line.
fn blocks(practice: &mut TestPractice) -> Vec<String> {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let desk = practice.daybook.desk().expect("open");
    let setup = desk.setup().expect("readable");
    let mut all: Vec<String> = desk
        .store()
        .block_outs(day("2026-01-01"), day("2027-12-31"))
        .expect("readable")
        .iter()
        .map(|block| {
            let who = block.provider.and_then(|id| setup.provider(id));
            let last = block.last_day().expect("ends");
            let kind = setup.block_out_type(block.kind).expect("there");
            format!(
                "{} {}..{last} {}-{} {}: {}",
                who.map_or("", |who| &who.name),
                block.first,
                block.from,
                block.to,
                kind.name,
                block.note
            )
        })
        .collect();
    all.sort();
    all
}

const CALENDAR: &str = "BEGIN:VCALENDAR\nVERSION:2.0\n\
BEGIN:VEVENT\nUID:lunch\nDTSTART;TZID=Europe/Berlin:20261123T120000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Lunch\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:away\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Away\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:night\nDTSTART:20261130T210000Z\nDTEND:20261201T010000Z\nCLASS:PRIVATE\nSUMMARY:Doctor\nEND:VEVENT\n\
BEGIN:VEVENT\nUID:free\nDTSTART:20261130T080000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT\nEND:VEVENT\n\
END:VCALENDAR\n";

#[test]
fn s5_a_calendars_events_are_block_outs_and_stay_them_when_read_again() {
    let mut practice = TestPractice::new();
    let path = file(&practice, "haas.ics", CALENDAR);
    let calendar = whole(&mut practice);
    let report = import(&mut practice, "ics", &path, calendar.clone());
    assert_eq!(counts(&report), [6, 5, 0, 0, 1]);
    assert!(
        text(&report["refused"][0]["reason"]).contains("free"),
        "{report}"
    );
    let kept = [
        "Dr Haas 2026-11-23..2026-11-23 12:00-13:00 No scheduling: Lunch",
        "Dr Haas 2026-11-30..2026-11-30 12:00-13:00 No scheduling: Lunch",
        "Dr Haas 2026-11-30..2026-11-30 22:00-24:00 No scheduling: ",
        "Dr Haas 2026-12-01..2026-12-01 00:00-02:00 No scheduling: ",
        "Dr Haas 2026-12-07..2026-12-07 12:00-13:00 No scheduling: Lunch",
        "Dr Haas 2026-12-24..2026-12-26 00:00-24:00 No scheduling: Away",
    ];
    assert_eq!(blocks(&mut practice), kept);
    let again = import(&mut practice, "ics", &path, calendar);
    assert_eq!(counts(&again), [6, 0, 0, 5, 1]);
    assert_eq!(blocks(&mut practice), kept);

    // The same calendar for another provider is theirs apart.
    let other = json!({"provider": practice.id("providers", 1), "from": null, "to": null, "free_too": true});
    let report = import(&mut practice, "ics", &path, other);
    assert_eq!(counts(&report), [6, 6, 0, 0, 0]);
    assert_eq!(blocks(&mut practice).len(), 13);
}

#[test]
fn what_a_calendar_changed_moved_or_has_no_more_is_so_here_too() {
    let mut practice = TestPractice::new();
    let path = file(&practice, "haas.ics", CALENDAR);
    let calendar = whole(&mut practice);
    import(&mut practice, "ics", &path, calendar.clone());
    let changed = CALENDAR
        // One date less, another moved; a shorter absence; a night that is now an evening; one cancelled.
        .replace(
            "COUNT=3\n",
            "COUNT=3\nEXDATE;TZID=Europe/Berlin:20261130T120000\nSEQUENCE:2\n",
        )
        .replace("SUMMARY:Lunch\nEND:VEVENT\n", "SUMMARY:Lunch\nEND:VEVENT\nBEGIN:VEVENT\nUID:lunch\nRECURRENCE-ID:20261207T110000Z\nDTSTART:20261207T120000Z\nDURATION:PT1H\nSUMMARY:Late lunch\nEND:VEVENT\n")
        .replace("20261201T010000Z", "20261130T220000Z")
        .replace("SUMMARY:Away", "SUMMARY:Away\nSTATUS:CANCELLED");
    let path = file(&practice, "haas.ics", &changed);
    let report = import(&mut practice, "ics", &path, calendar.clone());
    let kept = [
        "Dr Haas 2026-11-23..2026-11-23 12:00-13:00 No scheduling: Lunch",
        "Dr Haas 2026-11-30..2026-11-30 22:00-23:00 No scheduling: ",
        "Dr Haas 2026-12-07..2026-12-07 13:00-14:00 No scheduling: Late lunch",
    ];
    assert_eq!(blocks(&mut practice), kept, "{report}");
    // Taken out, moved, shortened, cancelled; unchanged; the free and the cancelled one are told.
    assert_eq!(counts(&report), [7, 0, 4, 1, 2]);
    // What lies outside the days that are asked for stays as it is.
    let nothing = file(
        &practice,
        "none.ics",
        &CALENDAR.replace(
            "UID:lunch\nDTSTART;TZID=Europe/Berlin:20261123",
            "UID:lunch\nDTSTART;TZID=Europe/Berlin:20270104",
        ),
    );
    let days = json!({"provider": practice.id("providers", 0), "from": "2026-11-30", "to": "2026-12-31", "free_too": false});
    import(&mut practice, "ics", &nothing, days);
    let lunches: Vec<String> = blocks(&mut practice)
        .into_iter()
        .filter(|line| line.contains("unch"))
        .collect();
    assert_eq!(
        lunches,
        ["Dr Haas 2026-11-23..2026-11-23 12:00-13:00 No scheduling: Lunch"]
    );
}

#[test]
fn one_id_that_two_files_use_for_two_events_is_told() {
    let mut practice = TestPractice::new();
    let folder = practice.folder.path().join("both");
    fs::create_dir(&folder).expect("made");
    let event = |hour: u32, sequence: u32| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSEQUENCE:{sequence}\nDTSTART:20261130T{hour}0000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    fs::write(folder.join("1.ics"), event(10, 1)).expect("written");
    fs::write(folder.join("2.ics"), event(11, 1)).expect("written");
    fs::write(folder.join("3.ics"), event(10, 1)).expect("written");
    let calendar = whole(&mut practice);
    let report = import(&mut practice, "ics", &folder, calendar.clone());
    assert_eq!(counts(&report), [3, 1, 0, 1, 1]);
    assert!(
        text(&report["refused"][0]["reason"]).contains("line 2 of 1.ics"),
        "{report}"
    );
    // A later version counts, in whatever file it is.
    fs::write(folder.join("2.ics"), event(11, 2)).expect("written");
    let report = import(&mut practice, "ics", &folder, calendar);
    assert_eq!(counts(&report), [3, 0, 1, 1, 1]);
    assert_eq!(
        blocks(&mut practice),
        ["Dr Haas 2026-11-30..2026-11-30 12:00-13:00 No scheduling: "]
    );
}

#[test]
fn an_import_of_a_calendar_asks_whose_it_is_and_in_what_order_the_days_are() {
    let mut practice = TestPractice::new();
    let path = file(&practice, "haas.ics", CALENDAR);
    let request = |calendar: Value| json!({"paths": [path], "format": "ics", "map": {}, "date_format": null, "calendar": calendar});
    let haas = practice.id("providers", 0);
    for calendar in [
        Value::Null,
        json!({"provider": "Dr Haas", "from": null, "to": null, "free_too": false}),
        json!({"provider": haas, "from": "2026-12-01", "to": "2026-11-01", "free_too": false}),
        json!({"provider": haas, "from": "soon", "to": null, "free_too": false}),
    ] {
        assert_eq!(
            practice.refused("import.start", request(calendar)),
            "invalid"
        );
    }
    let preview = practice.ok(
        "import.preview",
        request(json!({"provider": haas, "from": null, "to": "2026-11-30", "free_too": false})),
    );
    assert_eq!(
        preview["rows"][0],
        json!({"line": 3, "kind": "block-out", "summary": "2026-11-23 12:00, 60 min, Lunch"})
    );
    assert_eq!(preview["read"], 5);
    assert_eq!(
        blocks(&mut practice),
        Vec::<String>::new(),
        "a look keeps nothing"
    );
    let report = import(
        &mut practice,
        "ics",
        &path,
        json!({"provider": haas, "from": null, "to": "2026-11-30", "free_too": false}),
    );
    assert_eq!(
        (&report["going_on"], &report["going_on_after"]),
        (&json!(1), &json!("2026-11-30"))
    );
}

#[test]
fn p8_cards_of_an_address_book_are_patients_and_stay_the_same() {
    let mut practice = TestPractice::new();
    let book = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nN:Byron;Ada;;;\nBDAY:1985-12-10\nTEL;TYPE=CELL:0171 5550100\nEMAIL:ada@example.org\nADR;TYPE=HOME:;;Park 1;Berlin;;10115;Germany\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nORG:Firm\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:2.1\nN:Lovelace;Ben\nEND:VCARD\n";
    let path = file(&practice, "book.vcf", book);
    let report = import(&mut practice, "vcf", &path, Value::Null);
    assert_eq!(counts(&report), [3, 2, 0, 0, 1]);
    assert_eq!(report["refused"][0]["line"], 10);
    let found = practice.ok("patient.search", json!({"text": "5550100", "limit": 5}));
    assert_eq!(
        (&found[0]["name"], &found[0]["birth_date"]),
        (&json!("Ada Byron"), &json!("1985-12-10"))
    );
    assert_eq!(
        counts(&import(&mut practice, "vcf", &path, Value::Null)),
        [3, 0, 0, 2, 1]
    );
    // A number that came with another list of the same kind is another person's.
    let other = file(
        &practice,
        "other.vcf",
        "BEGIN:VCARD\nVERSION:3.0\nUID:1\nN:Else;Somebody\nBDAY:1970-01-01\nEND:VCARD\n",
    );
    let report = import(&mut practice, "vcf", &other, Value::Null);
    assert!(
        text(&report["refused"][0]["reason"]).contains("another patient"),
        "{report}"
    );

    // Out of one practice and into another.
    let out = practice.folder.path().join("out.vcf");
    let dead = practice.patient("Charles", "Gone", None);
    let known = practice.ok("patient.get", json!({"id": dead}));
    let mut fields = known["fields"].clone();
    fields["status"] = json!("deceased");
    practice.ok("patient.save", json!({"id": dead, "revision": known["revision"], "accept_duplicate": false, "fields": fields}));
    let report = practice.ok("export.run", json!({"format": "vcf", "path": out}));
    assert_eq!(
        (&report["patients"], &report["not_contacted"]),
        (&json!(2), &json!(1))
    );
    let written = fs::read_to_string(&out).expect("written");
    assert!(!written.contains("Gone"), "P3: nobody writes to the dead");
    assert_eq!(
        counts(&import(&mut practice, "vcf", &out, Value::Null)),
        [2, 0, 0, 2, 0]
    );
    let mut empty = TestPractice::seeded(2);
    assert_eq!(
        counts(&import(&mut empty, "vcf", &out, Value::Null)),
        [2, 2, 0, 0, 0]
    );
    let found = empty.ok("patient.search", json!({"text": "ada byr", "limit": 5}));
    assert_eq!(
        found[0]["phones"],
        json!([{"label": "mobile", "number": "0171 5550100"}])
    );
}

#[test]
fn s5_what_a_calendar_has_as_taken_is_not_booked_over() {
    let mut practice = TestPractice::new();
    let path = file(&practice, "haas.ics", CALENDAR);
    let calendar = whole(&mut practice);
    import(&mut practice, "ics", &path, calendar);
    let ada = practice.patient("Ada", "Byron", None);
    for (start, is_taken) in [
        ("2026-11-30T12:30", true),
        ("2026-11-30T13:00", false),
        ("2026-12-24T10:00", true),
        // Marked as free.
        ("2026-11-30T09:00", false),
    ] {
        let booking = practice.booking(&ada, start);
        let booked = practice.rpc("appointment.book", booking);
        assert_eq!(booked.is_err(), is_taken, "{start}: {booked:?}");
    }
}

#[test]
fn a_providers_own_block_outs_are_in_their_calendar() {
    let mut practice = TestPractice::new();
    let haas = practice.id("providers", 0);
    let kind = practice.id("block_out_types", 0);
    let own = |provider: Value, note: &str, first: &str, repeat: Value| {
        json!({"id": null, "days": {"which": "all"}, "kind": kind, "provider": provider, "chair": null,
               "first": first, "from": "12:00", "to": "13:00", "repeat": repeat, "note": note, "accept": true})
    };
    let tuesdays = json!({"how": "weekly", "every": 1, "days": [1], "until": "2026-12-08"});
    practice.ok(
        "block_out.save",
        own(json!(haas), "Team", "2026-11-24", tuesdays),
    );
    practice.ok(
        "block_out.save",
        own(
            Value::Null,
            "Everybody",
            "2026-11-25",
            json!({"how": "once"}),
        ),
    );
    let out = practice.folder.path().join("out.ics");
    for (private, expected) in [(false, "SUMMARY:Team"), (true, "SUMMARY:Busy")] {
        let calendar =
            json!({"provider": haas, "from": "2026-11-01", "to": "2026-12-31", "private": private});
        practice.ok(
            "export.run",
            json!({"format": "ics", "path": out, "calendar": calendar}),
        );
        let written = fs::read_to_string(&out).expect("written");
        let starts: Vec<&str> = written
            .lines()
            .filter(|line| line.starts_with("DTSTART;TZID"))
            .collect();
        assert_eq!(
            starts,
            [
                "DTSTART;TZID=Europe/Berlin:20261124T120000",
                "DTSTART;TZID=Europe/Berlin:20261201T120000",
                "DTSTART;TZID=Europe/Berlin:20261208T120000",
            ]
        );
        assert_eq!(written.matches(expected).count(), 3, "{written}");
        assert!(!written.contains("Everybody"));
    }
}

#[test]
fn what_came_out_of_a_calendar_does_not_go_back_into_it() {
    let mut practice = TestPractice::new();
    let path = file(&practice, "haas.ics", CALENDAR);
    let calendar = whole(&mut practice);
    import(&mut practice, "ics", &path, calendar);
    let haas = practice.id("providers", 0);
    let out = practice.folder.path().join("out.ics");
    for private in [true, false] {
        let calendar = json!({"provider": haas, "from": null, "to": null, "private": private});
        practice.ok(
            "export.run",
            json!({"format": "ics", "path": out, "calendar": calendar}),
        );
        let written = fs::read_to_string(&out).expect("written");
        assert!(!written.contains("BEGIN:VEVENT"), "{written}");
    }
}

#[test]
fn visits_are_a_calendar_with_names_or_without() {
    let mut practice = TestPractice::new();
    let ada = practice.patient("Ada", "Byron", None);
    let booking = practice.booking(&ada, "2026-11-24T10:00");
    practice.ok("appointment.book", booking);
    let booking = practice.booking(&ada, "2026-12-24T10:00");
    practice.ok("appointment.book", booking);
    let (haas, lind) = (practice.id("providers", 0), practice.id("providers", 1));
    let mut export = |name: &str, calendar: Value| {
        let path = practice.folder.path().join(name);
        let report = practice.ok(
            "export.run",
            json!({"format": "ics", "path": path, "calendar": calendar}),
        );
        assert_eq!(report["files"], json!([path]));
        (
            report["appointments"].clone(),
            fs::read_to_string(path).expect("written"),
        )
    };
    let (count, all) = export("all.ics", Value::Null);
    assert_eq!(count, 2);
    assert!(
        all.contains("SUMMARY:Ada Byron")
            && all.contains("DTSTART;TZID=Europe/Berlin:20261124T100000")
    );
    let (count, private) = export(
        "private.ics",
        json!({"provider": haas, "from": "2026-12-01", "to": "2026-12-31", "private": true}),
    );
    assert_eq!(count, 1);
    assert!(private.contains("SUMMARY:Busy\r\n") && private.contains("X-WR-CALNAME:Dr Haas"));
    for word in ["Ada", "Byron", "Chair", &ada] {
        assert!(!private.contains(word), "{word} is in {private}");
    }
    let (count, none) = export(
        "none.ics",
        json!({"provider": lind, "from": null, "to": null, "private": false}),
    );
    assert_eq!((count, none.contains("BEGIN:VEVENT")), (json!(0), false));
    // A change of the visit is a later version of the same event.
    let uid = |text: &str| {
        text.lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let day = practice.day("2026-11-24");
    let visit = day["appointments"][0].clone();
    practice.ok("appointment.move", json!({"id": visit["id"], "revision": visit["revision"], "provider": haas, "chair": visit["chair"], "start": "2026-11-25T10:00", "second_pass": false, "minutes": 30, "overbook": false}));
    let path = practice.folder.path().join("later.ics");
    practice.ok("export.run", json!({"format": "ics", "path": path}));
    let later = fs::read_to_string(path).expect("written");
    let (mut before, mut after) = (uid(&all), uid(&later));
    before.sort();
    after.sort();
    assert_eq!(before, after);
    assert!(all.contains("SEQUENCE:0") && later.contains("SEQUENCE:1"));
}
