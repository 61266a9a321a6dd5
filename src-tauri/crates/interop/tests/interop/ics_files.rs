//! What a calendar says, in the practice's zone.

use crate::english::english;
use crate::ics_reading::{calendar, day, options, read, told};
use interop::IcsOptions;

fn event(properties: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\r\nUID:a\r\n{properties}\r\nEND:VEVENT"
    ))
}

/// An event's properties, and its dates.
fn check(properties: &str, expected: &[&str]) {
    let file = event(properties);
    assert_eq!(
        told(&read(file.as_bytes(), &options())),
        expected,
        "{properties}"
    );
}

/// As [`check`]; how many dates, and the refusals begin so.
fn refused(properties: &str, reason: &str) {
    let read = read(event(properties).as_bytes(), &options());
    let dates: usize = read.events.iter().map(|one| one.occurrences.len()).sum();
    assert_eq!(dates, 0, "{properties}");
    let told: Vec<String> = read
        .refused
        .iter()
        .map(|one| english(&one.reason))
        .collect();
    assert!(
        told.len() == 1 && told[0].contains(reason),
        "{properties}: {told:?}"
    );
    assert_eq!(read.refused[0].line, 3, "{properties}");
}

#[test]
fn s12_times_are_shown_by_the_practices_clock() {
    for (start, end, expected) in [
        // By UTC, by the practice's own, by another's, by none.
        (
            "DTSTART:20260105T080000Z",
            "DTEND:20260105T090000Z",
            "a 2026-01-05T09:00+60",
        ),
        (
            "DTSTART:20260705T080000Z",
            "DURATION:PT1H",
            "a 2026-07-05T10:00+60",
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20260105T080000",
            "DTEND;TZID=Europe/Berlin:20260105T083000",
            "a 2026-01-05T08:00+30",
        ),
        (
            "DTSTART;TZID=America/New_York:20260310T080000",
            "DURATION:PT90M",
            "a 2026-03-10T13:00+90",
        ),
        (
            "DTSTART:20260105T080000",
            "DTEND:20260105T081500",
            "a 2026-01-05T08:00+15",
        ),
        // Names that others give the same zones.
        (
            "DTSTART;TZID=W. Europe Standard Time:20260105T080000",
            "DURATION:PT30M",
            "a 2026-01-05T08:00+30",
        ),
        (
            "DTSTART;TZID=\"Eastern Standard Time\":20260105T080000",
            "DURATION:PT30M",
            "a 2026-01-05T14:00+30",
        ),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Asia/Tokyo:20260105T180000",
            "DURATION:PT30M",
            "a 2026-01-05T10:00+30",
        ),
        (
            "DTSTART;TZID=/softwarestudio.org/Olson_20011030_5/America/Chicago:20260105T080000",
            "DURATION:PT30M",
            "a 2026-01-05T15:00+30",
        ),
        (
            "DTSTART;TZID=GMT:20260105T080000",
            "DURATION:PT30M",
            "a 2026-01-05T09:00+30",
        ),
        (
            "dtstart;tzid=Etc/GMT:20260105T080000",
            "duration:pt30m",
            "a 2026-01-05T09:00+30",
        ),
        // A start that the clocks skip is as if they had not been set; of two equal ones the first.
        (
            "DTSTART;TZID=Europe/Berlin:20260329T023000",
            "DURATION:PT1H",
            "a 2026-03-29T03:30+60",
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20261025T023000",
            "DURATION:PT15M",
            "a 2026-10-25T02:30+15",
        ),
        (
            "DTSTART:20261025T013000Z",
            "DURATION:PT15M",
            "a 2026-10-25T02:30 again+15",
        ),
        // Seconds are of no use to a desk, and nothing of the time is left free.
        (
            "DTSTART:20260105T080030Z",
            "DTEND:20260105T081501Z",
            "a 2026-01-05T09:00+16",
        ),
        // A day and a night by the calendar have 23 hours when the clocks are set forward.
        (
            "DTSTART;TZID=Europe/Berlin:20260328T120000",
            "DURATION:P1D",
            "a 2026-03-28T12:00+1380",
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20260328T120000",
            "DURATION:PT24H",
            "a 2026-03-28T12:00+1440",
        ),
        (
            "DTSTART:20260105T080000Z",
            "DURATION:P1W",
            "a 2026-01-05T09:00+10080",
        ),
        (
            "DTSTART:20260105T080000Z",
            "DTEND;VALUE=DATE:20260106",
            "a 2026-01-05T09:00+960",
        ),
    ] {
        check(&format!("{start}\r\n{end}"), &[expected]);
    }
}

#[test]
fn whole_days_are_the_practices_days() {
    for (properties, expected) in [
        ("DTSTART;VALUE=DATE:20261224", "a 2026-12-24"),
        ("DTSTART:20261224", "a 2026-12-24"),
        (
            "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227",
            "a 2026-12-24..2026-12-26",
        ),
        (
            "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261224",
            "a 2026-12-24",
        ),
        (
            "DTSTART;VALUE=DATE:20261224\r\nDURATION:P2D",
            "a 2026-12-24..2026-12-25",
        ),
        (
            "DTSTART;VALUE=DATE:20261224\r\nDURATION:PT36H",
            "a 2026-12-24..2026-12-25",
        ),
        // As Outlook writes them.
        (
            "DTSTART;TZID=Europe/Berlin:20261224T000000\r\nDTEND;TZID=Europe/Berlin:20261227T000000",
            "a 2026-12-24..2026-12-26",
        ),
        // From midnight to midnight by another clock is a span by this one.
        (
            "DTSTART;TZID=America/New_York:20261224T000000\r\nDURATION:P1D",
            "a 2026-12-24T06:00+1440",
        ),
    ] {
        check(properties, &[expected]);
    }
}

#[test]
fn a_series_has_its_dates_and_each_is_known_by_its_own() {
    check(
        "DTSTART;TZID=Europe/Berlin:20260323T120000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Lunch",
        &[
            "a[20260323T110000Z] 2026-03-23T12:00+60 Lunch",
            "a[20260330T100000Z] 2026-03-30T12:00+60 Lunch",
            "a[20260406T100000Z] 2026-04-06T12:00+60 Lunch",
        ],
    );
    // Dates taken out: by instant, by another clock, by day; and further ones.
    check(
        "DTSTART;TZID=Europe/Berlin:20260105T080000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;UNTIL=20260110T070000Z\r\n\
         EXDATE:20260106T070000Z\r\nEXDATE;TZID=America/New_York:20260107T020000\r\nEXDATE;VALUE=DATE:20260108\r\n\
         EXDATE:\r\nRDATE;TZID=Europe/Berlin:20260112T090000,20260113T090000\r\nRDATE;VALUE=PERIOD:20260114T080000Z/PT1H\r\n\
         RDATE;VALUE=PERIOD:20260115T080000Z/20260115T083000Z",
        &[
            "a[20260105T070000Z] 2026-01-05T08:00+30",
            "a[20260109T070000Z] 2026-01-09T08:00+30",
            "a[20260110T070000Z] 2026-01-10T08:00+30",
            "a[20260112T080000Z] 2026-01-12T09:00+30",
            "a[20260113T080000Z] 2026-01-13T09:00+30",
            "a[20260114T080000Z] 2026-01-14T09:00+60",
            "a[20260115T080000Z] 2026-01-15T09:00+30",
        ],
    );
    // Several rules, and one of dates that are none.
    check(
        "DTSTART;VALUE=DATE:20260601\r\nRRULE:FREQ=MONTHLY;COUNT=2\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260615\r\nEXRULE:FREQ=WEEKLY;BYDAY=TU;INTERVAL=2",
        &["a[20260609] 2026-06-09", "a[20260701] 2026-07-01"],
    );
    // The last of a month, the leap day, the last Friday.
    check(
        "DTSTART;VALUE=DATE:20260131\r\nRRULE:FREQ=MONTHLY;COUNT=3",
        &[
            "a[20260131] 2026-01-31",
            "a[20260331] 2026-03-31",
            "a[20260531] 2026-05-31",
        ],
    );
    check(
        "DTSTART;VALUE=DATE:20260130\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2",
        &["a[20260130] 2026-01-30", "a[20260227] 2026-02-27"],
    );
    check(
        "DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;UNTIL=20300101",
        &["a[20280229] 2028-02-29"],
    );
}

#[test]
fn s12_a_date_that_the_clocks_skip_is_none_and_is_not_counted() {
    check(
        "DTSTART;TZID=Europe/Berlin:20260328T023000\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY;COUNT=3",
        &[
            "a[20260328T013000Z] 2026-03-28T02:30+15",
            "a[20260330T003000Z] 2026-03-30T02:30+15",
            "a[20260331T003000Z] 2026-03-31T02:30+15",
        ],
    );
    for (zone, start, expected) in [
        // Half an hour is set, and at the end of Ramadan.
        (
            "Australia/Lord_Howe",
            "20261003T020000",
            [
                "a[20261002T153000Z] 2026-10-02T17:30+30",
                "a[20261004T150000Z] 2026-10-04T17:00+30",
            ],
        ),
        (
            "Africa/Casablanca",
            "20260321T023000",
            [
                "a[20260321T023000Z] 2026-03-21T03:30+30",
                "a[20260323T013000Z] 2026-03-23T02:30+30",
            ],
        ),
        (
            "America/New_York",
            "20260307T023000",
            [
                "a[20260307T073000Z] 2026-03-07T08:30+30",
                "a[20260309T063000Z] 2026-03-09T07:30+30",
            ],
        ),
    ] {
        check(
            &format!("DTSTART;TZID={zone}:{start}\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=2"),
            &expected,
        );
    }
}

#[test]
fn single_dates_are_moved_renamed_or_cancelled() {
    let master = "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nDTSTART;TZID=Europe/Berlin:20260105T120000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\n";
    let file = |moved: &str| calendar(&format!("{moved}{master}"));
    let check = |moved: &str, expected: &[&str]| {
        assert_eq!(
            told(&read(file(moved).as_bytes(), &options())),
            expected,
            "{moved}"
        );
    };
    let one = |properties: &str| format!("BEGIN:VEVENT\r\nUID:a\r\n{properties}\r\nEND:VEVENT\r\n");
    check(
        &format!(
            "{}{}{}",
            one(
                "RECURRENCE-ID;TZID=Europe/Berlin:20260106T120000\r\nDTSTART;TZID=Europe/Berlin:20260106T140000\r\nDURATION:PT2H\r\nSUMMARY:Late"
            ),
            one("RECURRENCE-ID:20260107T110000Z\r\nSTATUS:CANCELLED"),
            one(
                "RECURRENCE-ID;TZID=Europe/Berlin:20260108T120000\r\nDTSTART;TZID=Europe/Berlin:20260108T120000\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT"
            ),
        ),
        &[
            "a[20260105T110000Z] 2026-01-05T12:00+60 Lunch",
            "a[20260106T110000Z] 2026-01-06T14:00+120 Late",
        ],
    );
    check(
        &one(
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T110000Z\r\nDTSTART:20260107T120000Z\r\nDURATION:PT30M\r\nSUMMARY:Later",
        ),
        &[
            "a[20260105T110000Z] 2026-01-05T12:00+60 Lunch",
            "a[20260106T110000Z] 2026-01-06T12:00+60 Lunch",
            "a[20260107T110000Z] 2026-01-07T13:00+30 Later",
            "a[20260108T110000Z] 2026-01-08T13:00+30 Later",
        ],
    );
    // Moved out of the days asked for, or into them.
    let within = IcsOptions {
        from: Some(day("2026-01-06")),
        to: Some(day("2026-01-07")),
        ..options()
    };
    let moved = format!(
        "{}{}",
        one("RECURRENCE-ID:20260106T110000Z\r\nDTSTART:20260120T110000Z\r\nDURATION:PT1H"),
        one("RECURRENCE-ID:20260108T110000Z\r\nDTSTART:20260107T150000Z\r\nDURATION:PT1H"),
    );
    assert_eq!(
        told(&read(file(&moved).as_bytes(), &within)),
        [
            "a[20260107T110000Z] 2026-01-07T12:00+60 Lunch",
            "a[20260108T110000Z] 2026-01-07T16:00+60",
        ]
    );
    // Of several versions of an event the newest counts.
    let older = one("SEQUENCE:0\r\nDTSTART:20260301T080000Z\r\nDURATION:PT1H");
    assert_eq!(
        read(file(&older).as_bytes(), &options()).events[0]
            .occurrences
            .len(),
        4
    );
    // A date whose series is not in the file.
    let alone = calendar(&one(
        "RECURRENCE-ID:20260106T110000Z\r\nDTSTART:20260106T130000Z\r\nDURATION:PT1H",
    ));
    let alone = read(alone.as_bytes(), &options());
    assert_eq!(told(&alone), ["a[20260106T110000Z] 2026-01-06T14:00+60"]);
    assert_eq!(alone.events[0].known_for, None);
}

#[test]
fn a_zone_that_nobody_knows_is_as_the_file_describes_it() {
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n\
        BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n\
        END:VTIMEZONE\r\n";
    for (at, expected) in [
        ("20260105T100000", "a 2026-01-05T09:00+30"),
        ("20260705T100000", "a 2026-07-05T09:00+30"),
        ("20260329T015900", "a 2026-03-29T00:59+30"),
        ("20260329T023000", "a 2026-03-29T01:30+30"),
        ("20260329T030000", "a 2026-03-29T01:00+30"),
        ("20261025T023000", "a 2026-10-25T01:30+30"),
        ("20261025T033000", "a 2026-10-25T02:30 again+30"),
    ] {
        let event = format!(
            "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Customized Time Zone:{at}\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
        );
        // A file may describe its zones after it names them.
        for file in [
            calendar(&format!("{zone}{event}")),
            calendar(&format!("{event}{zone}")),
        ] {
            assert_eq!(told(&read(file.as_bytes(), &options())), [expected], "{at}");
        }
    }
    refused(
        "DTSTART;TZID=Nowhere/Land:20260105T100000\r\nDURATION:PT30M",
        "\"Nowhere/Land\", which is not known",
    );
    refused(
        "DTSTART:20260105T100000Z\r\nDTEND;TZID=Mars:20260105T110000",
        "\"Mars\"",
    );
}

#[test]
fn what_blocks_nothing_is_told() {
    let at = "DTSTART:20260105T100000Z\r\n";
    refused(
        &format!("{at}DURATION:PT1H\r\nTRANSP:TRANSPARENT"),
        "marked as free",
    );
    refused(
        &format!("{at}DURATION:PT1H\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        "marked as free",
    );
    refused(
        &format!("{at}DURATION:PT1H\r\nSTATUS:CANCELLED"),
        "cancelled",
    );
    refused(at.trim_end(), "no length");
    refused(&format!("{at}DTEND:20260105T100000Z"), "no length");
    refused(
        &format!("{at}DTEND:20260105T090000Z"),
        "ends before it starts",
    );
    refused(&format!("{at}DURATION:-PT1H"), "below nothing");
    refused(&format!("{at}DURATION:P9999999999D"), "longer than");
    refused(
        &format!("{at}DURATION:an hour"),
        "DURATION that cannot be read: \"an hour\"",
    );
    refused("SUMMARY:When?", "no start");
    refused(
        "DTSTART:yesterday",
        "DTSTART that cannot be read: \"yesterday\"",
    );
    refused(
        "DTSTART:20260230T100000Z\r\nDURATION:PT1H",
        "does not exist",
    );
    refused("DTSTART:00010101T100000Z\r\nDURATION:PT1H", "cannot be");
    refused(
        "DTSTART:20990101T100000Z\r\nDURATION:PT1H",
        "after 2046-12-31",
    );
    refused(
        "DTSTART:20120101T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3",
        "no date from 2025-11-24 on",
    );
    let free = IcsOptions {
        free_too: true,
        ..options()
    };
    let file = event(&format!("{at}DURATION:PT1H\r\nTRANSP:TRANSPARENT"));
    assert_eq!(
        told(&read(file.as_bytes(), &free)),
        ["a 2026-01-05T11:00+60"]
    );
}

#[test]
fn what_is_private_is_taken_over_without_its_title() {
    for class in ["PRIVATE", "CONFIDENTIAL"] {
        check(
            &format!(
                "DTSTART:20260105T100000Z\r\nDURATION:PT1H\r\nCLASS:{class}\r\nSUMMARY:Doctor"
            ),
            &["a 2026-01-05T11:00+60"],
        );
    }
    check(
        "DTSTART:20260105T100000Z\r\nDURATION:PT1H\r\nCLASS:PUBLIC\r\nSUMMARY;LANGUAGE=en:Team\\, all\\nof \r\n us\\; \u{1f600}\r\nDESCRIPTION:Dial in\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:\r\n AAAA",
        &["a 2026-01-05T11:00+60 Team, all of us; \u{1f600}"],
    );
}

#[test]
fn what_is_asked_for_is_told_and_how_far_series_go_on() {
    let file = event("DTSTART:20200106T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY");
    let read_all = read(file.as_bytes(), &options());
    let dates = &read_all.events[0].occurrences;
    // Two years ahead and one back.
    assert_eq!(
        dates.first().unwrap().id.as_deref(),
        Some("20251206T100000Z")
    );
    assert_eq!(
        dates.last().unwrap().id.as_deref(),
        Some("20281106T100000Z")
    );
    assert_eq!(
        read_all.events[0].known_for,
        Some((day("2025-11-24"), day("2028-11-25")))
    );
    assert_eq!(read_all.aside.going_on, Some((1, day("2028-11-25"))));
    let narrow = IcsOptions {
        from: Some(day("2026-02-06")),
        to: Some(day("2026-02-06")),
        ..options()
    };
    assert_eq!(
        told(&read(file.as_bytes(), &narrow)),
        ["a[20260206T100000Z] 2026-02-06T11:00+60"]
    );
    // One that ends goes on no longer.
    let ends =
        event("DTSTART:20260106T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;UNTIL=20270101");
    assert_eq!(read(ends.as_bytes(), &options()).aside.going_on, None);
    let other = calendar(
        "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260105\r\nEND:VEVENT",
    );
    let other = read(other.as_bytes(), &options());
    assert_eq!(other.aside.left_out.get("VTODO"), Some(&1));
    assert_eq!(told(&other), ["a 2026-01-05"]);
}

#[test]
fn events_without_an_id_are_known_by_what_they_say() {
    let bare = |title: &str| {
        calendar(&format!(
            "BEGIN:VEVENT\r\nDTSTART:20260105T100000Z\r\nDURATION:PT1H\r\nSUMMARY:{title}\r\nEND:VEVENT"
        ))
    };
    let uid = |title: &str| {
        read(bare(title).as_bytes(), &options()).events[0]
            .uid
            .clone()
    };
    assert_eq!(uid("One"), uid("One"));
    assert_ne!(uid("One"), uid("Two"));
}

#[test]
fn one_event_that_is_broken_spoils_no_other() {
    let whole =
        |uid: &str| format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20260105\r\nEND:VEVENT\r\n");
    for (broken, reason) in [
        (
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260105\r\n",
            "no END:VEVENT",
        ),
        (
            "BEGIN:VEVENT\r\nUID:b\r\nBEGIN:VALARM\r\nDTSTART:20260105\r\nEND:VEVENT\r\n",
            "no start",
        ),
        (
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260105\r\nRRULE:FREQ=NEVER\r\nEND:VEVENT\r\n",
            "rule",
        ),
        (
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260105\r\nRDATE:soon\r\nEND:VEVENT\r\n",
            "RDATE",
        ),
        (
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260105\r\nEXDATE:never\r\nEND:VEVENT\r\n",
            "EXDATE",
        ),
        ("BEGIN:VEVENT\r\nEND:VEVENT\r\n", "no start"),
    ] {
        let file = calendar(&format!("{}{broken}{}", whole("a"), whole("c")));
        let read = read(file.as_bytes(), &options());
        let lines = told(&read);
        assert_eq!(lines[..2], ["a 2026-01-05", "c 2026-01-05"], "{broken}");
        assert!(
            lines.len() == 3 && lines[2].starts_with("7: ") && lines[2].contains(reason),
            "{lines:?}"
        );
    }
}
