//! The file against real SQLCipher: what a row that cannot be read, a newer file and a forger do.

use crate::check::Check;
use crate::{Error, FILE_NAME, Store};
use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::Actor;
use domain::{
    Appointment, AppointmentId, AppointmentType, AppointmentTypeId, Chair, ChairId, Closure,
    ClosureId, Household, HouseholdId, Identifier, Patient, PatientId, PatientStatus, PersonName,
    Practice, PracticeId, Provider, ProviderId, Sex, Status, WallTime, WeekHours, Zone,
};
use std::path::Path;
use tempfile::TempDir;
use uuid::Uuid;
use vault::DataKey;
use vault::testing::SeededRandom;

fn key(seed: u64) -> DataKey {
    DataKey::make(&mut SeededRandom::new(seed)).unwrap()
}

pub(crate) fn made() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path(), &key(1), [7; 16]).unwrap();
    (folder, store)
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

pub(crate) fn patient(number: u128) -> Patient {
    Patient {
        id: PatientId(Uuid::from_u128(number)),
        chart_number: None,
        name: PersonName {
            given: "Ada".to_owned(),
            family: format!("Berg{number}"),
            ..PersonName::default()
        },
        preferred_name: None,
        birth_date: None,
        sex: Sex::Unknown,
        phones: Vec::new(),
        emails: Vec::new(),
        address: None,
        language: None,
        notes: String::new(),
        alert: String::new(),
        status: PatientStatus::Active,
        deceased_on: None,
        household: None,
        guardian: None,
        identifiers: Vec::new(),
        revision: 0,
    }
}

pub(crate) fn visit(number: u128, start: &str, minutes: u32) -> Appointment {
    Appointment {
        status: Status::Completed,
        ..Appointment::booked(
            AppointmentId(Uuid::from_u128(number)),
            PatientId(Uuid::from_u128(1)),
            WallTime::once(start.parse().unwrap()),
            minutes,
        )
    }
}

pub(crate) fn with_visits(store: &mut Store, visits: &[Appointment]) {
    let zone = Zone::named("Europe/Berlin").unwrap();
    store
        .write::<_, Error>(&Actor("test".to_owned()), now(), |change| {
            change.insert_patient(&patient(1), "")?;
            for visit in visits {
                change.insert_appointment(visit, zone, "")?;
            }
            Ok(())
        })
        .unwrap();
}

/// One of everything that a practice has; and one closure that was taken away again, one booking
/// that was undone.
fn with_parts(store: &mut Store) {
    let id = Uuid::from_u128;
    let closure = |number, name: &str| Closure {
        id: ClosureId(id(number)),
        from: day("2026-12-24"),
        to: day("2026-12-26"),
        name: name.to_owned(),
    };
    let identifier = |value: &str| Identifier {
        system: "urn:b".to_owned(),
        value: value.to_owned(),
    };
    store
        .write::<_, Error>(&Actor("test".to_owned()), now(), |change| {
            let practice = Practice {
                id: PracticeId(id(100)),
                name: "P".to_owned(),
                zone: Zone::named("Europe/Berlin").unwrap(),
                language: "en".to_owned(),
                phone: String::new(),
                hours: WeekHours::usual(),
                waiting_alert: 20,
            };
            change.put_practice(&practice, None)?;
            let chair = Chair {
                id: ChairId(id(101)),
                name: "Chair 1".to_owned(),
                hours: Some(WeekHours::usual()),
                exceptions: Vec::new(),
                active: true,
                position: 0,
            };
            change.put_chair(&chair, None)?;
            let provider = Provider {
                id: ProviderId(id(102)),
                name: "Dr Haas".to_owned(),
                hours: None,
                exceptions: Vec::new(),
                active: true,
                position: 0,
                identifiers: vec![identifier("9"), identifier("1"), identifier("9")],
                tint: 3,
            };
            change.put_provider(&provider, None)?;
            let kind = AppointmentType {
                pattern: "XX//XX".parse().ok(),
                chairs: vec![chair.id],
                recall_trigger: "Check-up".to_owned(),
                ..AppointmentType::named(AppointmentTypeId(id(103)), "Check-up".to_owned(), 30)
            };
            change.put_appointment_type(&kind, None)?;
            let gone = closure(105, "Mistake");
            change.put_closure(&closure(104, "Christmas"), None)?;
            change.put_closure(&gone, None)?;
            change.remove_closure(&gone)?;
            let household = Household {
                id: HouseholdId(id(106)),
                name: "Berg".to_owned(),
                guarantor: None,
            };
            change.put_household(&household, None)?;
            let undone = visit(107, "2026-11-24T09:00:00", 30);
            change.insert_appointment(&undone, practice.zone, "")?;
            change.remove_appointment(&undone, "")
        })
        .unwrap();
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn s14_a_row_that_cannot_be_read_does_not_hide_the_day() {
    let (_folder, mut store) = made();
    let visits = [
        visit(10, "2026-11-23T09:00:00", 30),
        visit(11, "2026-11-23T10:00:00", 30),
        visit(12, "2026-11-23T11:00:00", 30),
    ];
    with_visits(&mut store, &visits);
    store
        .connection
        .execute(
            "UPDATE appointment SET status = 'teleported' WHERE start = '2026-11-23T10:00'",
            [],
        )
        .unwrap();
    let read = store.days(day("2026-11-23"), day("2026-11-23")).unwrap();
    assert_eq!(read.rows.len(), 2);
    assert_eq!(read.unreadable.len(), 1);
    assert_eq!(read.unreadable[0].start, "2026-11-23T10:00");
    assert!(read.unreadable[0].reason.contains("teleported"));
}

#[test]
fn a_visit_over_midnight_is_on_both_days_and_on_no_other() {
    let (_folder, mut store) = made();
    with_visits(&mut store, &[visit(10, "2026-11-23T23:30:00", 60)]);
    let on = |date: &str| store.days(day(date), day(date)).unwrap().rows.len();
    assert_eq!(
        [
            on("2026-11-22"),
            on("2026-11-23"),
            on("2026-11-24"),
            on("2026-11-25")
        ],
        [0, 1, 1, 0]
    );
}

#[test]
fn a_failed_change_leaves_nothing_behind() {
    let (_folder, mut store) = made();
    let before = store.chain().unwrap();
    let failed = store.write::<(), Error>(&Actor("test".to_owned()), now(), |change| {
        change.insert_patient(&patient(1), "")?;
        Err(Error::Stale)
    });
    assert!(matches!(failed, Err(Error::Stale)));
    assert_eq!(store.chain().unwrap(), before);
    assert_eq!(store.count_patients(None).unwrap(), 0);
    assert!(store.check().iter().all(|finding| finding.wrong.is_none()));
}

#[test]
fn an_altered_entry_or_record_is_found() {
    for (sql, check) in [
        (
            "UPDATE audit SET note = 'forged' WHERE seq = 1",
            Check::Chain,
        ),
        ("DELETE FROM audit WHERE seq = 1", Check::Chain),
        ("UPDATE patient SET notes = 'no allergy'", Check::Records),
        ("UPDATE appointment SET status = 'missed'", Check::Records),
        ("DELETE FROM patient_search", Check::Search),
        (
            "UPDATE patient_search SET parts = 'somebody else'",
            Check::Search,
        ),
        ("UPDATE patient_search SET family = 'berg'", Check::Search),
        (
            "DELETE FROM patient_words; INSERT INTO patient_words (rowid, words) VALUES (1, 'ada')",
            Check::Search,
        ),
        ("UPDATE appointment SET removed = 1", Check::Records),
        (
            "UPDATE chair SET hours = NULL, name = 'Chair 9'",
            Check::Records,
        ),
        ("UPDATE chair SET exceptions = '{'", Check::Records),
        ("UPDATE provider SET active = 0", Check::Records),
        (
            "UPDATE provider_identifier SET value = '2' WHERE value = '9'",
            Check::Records,
        ),
        ("UPDATE closure SET last_day = '2027-01-01'", Check::Records),
        ("DELETE FROM closure", Check::Records),
        ("UPDATE appointment_type SET minutes = 5", Check::Records),
        ("UPDATE household SET name = 'Others'", Check::Records),
        ("UPDATE practice SET zone = 'Europe/London'", Check::Records),
    ] {
        let (_folder, mut store) = made();
        with_visits(&mut store, &[visit(10, "2026-11-23T09:00:00", 30)]);
        with_parts(&mut store);
        assert!(
            store.check().iter().all(|finding| finding.wrong.is_none()),
            "sound before {sql}"
        );
        store.connection.execute_batch(sql).unwrap();
        let found = store.check();
        let wrong: Vec<Check> = found
            .iter()
            .filter(|finding| finding.wrong.is_some())
            .map(|finding| finding.check)
            .collect();
        assert!(wrong.contains(&check), "{sql}: {wrong:?}");
    }
}

#[test]
fn another_key_does_not_open_and_a_newer_file_is_refused_untouched() {
    let (folder, store) = made();
    store
        .connection
        .pragma_update(None, "user_version", crate::NEWEST + 1)
        .unwrap();
    drop(store);
    assert!(matches!(
        Store::open(folder.path(), &key(2), None, now()),
        Err(Error::Unreadable)
    ));
    let before = std::fs::read(folder.path().join(FILE_NAME)).unwrap();
    let refused = Store::open(folder.path(), &key(1), None, now());
    assert!(matches!(refused, Err(Error::Newer { found, .. }) if found == crate::NEWEST + 1));
    assert_eq!(
        std::fs::read(folder.path().join(FILE_NAME)).unwrap(),
        before
    );
    assert!(matches!(
        Store::open(Path::new("/nowhere"), &key(1), None, now()),
        Err(Error::Absent(_))
    ));
}

#[test]
fn a_database_that_was_emptied_is_refused_and_its_log_is_left_alone() {
    let (folder, mut store) = made();
    with_visits(&mut store, &[visit(10, "2026-11-23T09:00:00", 30)]);
    let (file, log) = (
        folder.path().join(FILE_NAME),
        folder.path().join("practice.db-wal"),
    );
    let saved = std::fs::read(&log).unwrap();
    assert!(saved.len() > 4096, "what was saved is in the log");
    let first_page = std::fs::read(&file).unwrap();
    // As a crash leaves them: the program is gone, the log is not in the file.
    std::mem::forget(store);
    for (left, refusal) in [(&[][..], "cut short"), (&first_page[..4095], "cut short")] {
        let elsewhere = tempfile::tempdir().unwrap();
        let (file, log) = (
            elsewhere.path().join(FILE_NAME),
            elsewhere.path().join("practice.db-wal"),
        );
        std::fs::write(&file, left).unwrap();
        std::fs::write(&log, &saved).unwrap();
        let refused = Store::open(elsewhere.path(), &key(1), Some([7; 16]), now()).unwrap_err();
        assert!(refused.to_string().contains(refusal), "{refused}");
        assert_eq!(std::fs::read(&file).unwrap(), left);
        assert_eq!(std::fs::read(&log).unwrap(), saved);
    }
    // The log gone, or of no use: the file alone has no tables.
    for log_left in [None, Some(&saved[..40]), Some(&[0; 8192][..])] {
        let elsewhere = tempfile::tempdir().unwrap();
        let (file, log) = (
            elsewhere.path().join(FILE_NAME),
            elsewhere.path().join("practice.db-wal"),
        );
        std::fs::write(&file, &first_page).unwrap();
        if let Some(left) = log_left {
            std::fs::write(&log, left).unwrap();
        }
        let refused = Store::open(elsewhere.path(), &key(1), Some([7; 16]), now());
        assert!(matches!(refused, Err(Error::Hollow)), "{refused:?}");
        assert_eq!(std::fs::read(&file).unwrap(), first_page);
        if let Some(left) = log_left {
            assert_eq!(std::fs::read(&log).unwrap(), left);
        }
    }
}

#[test]
fn every_table_has_a_declared_key_and_none_counts_by_itself() {
    let (_folder, store) = made();
    let mut read = store
        .connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE %'")
        .unwrap();
    let tables: Vec<(String, String)> = read
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let own: Vec<_> = tables
        .iter()
        .filter(|(name, _)| {
            !name.starts_with("patient_words_") && !name.starts_with("patient_parts_")
        })
        .collect();
    assert!(own.len() > 10);
    for (name, sql) in own {
        assert!(sql.contains("PRIMARY KEY"), "{name}");
        assert!(!sql.to_uppercase().contains("AUTOINCREMENT"), "{name}");
    }
}

#[test]
fn s1_a_visit_that_ends_at_midnight_is_not_shown_on_the_next_day() {
    let (_folder, mut store) = made();
    let visits = [
        visit(20, "2026-11-23T23:00:00", 60),
        visit(21, "2026-11-23T23:30:00", 60),
    ];
    with_visits(&mut store, &visits);
    let ids = |date: &str| -> Vec<u128> {
        let read = store.days(day(date), day(date)).unwrap();
        read.rows
            .iter()
            .map(|row| row.visit.id.0.as_u128())
            .collect()
    };
    assert_eq!(ids("2026-11-23"), [20, 21]);
    assert_eq!(ids("2026-11-24"), [21], "only the one that lasts past it");
}

#[test]
fn a_snapshot_shows_one_moment_while_another_program_writes() {
    let (folder, mut store) = made();
    with_visits(&mut store, &[visit(10, "2026-11-23T09:00:00", 30)]);
    let mut other = Store::open(folder.path(), &key(1), None, now()).unwrap();
    let counted = |store: &Store| {
        let mut visits = 0;
        store
            .each_appointment::<Error>(|_| {
                visits += 1;
                Ok(())
            })
            .unwrap();
        (store.count_patients(None).unwrap(), visits)
    };
    let snapshot = store.snapshot().unwrap();
    other
        .write::<_, Error>(&Actor("other".to_owned()), now(), |change| {
            change.insert_patient(&patient(2), "")?;
            let visit = Appointment {
                patient: PatientId(Uuid::from_u128(2)),
                ..visit(11, "2026-11-23T10:00:00", 30)
            };
            change.insert_appointment(&visit, Zone::named("Europe/Berlin").unwrap(), "")
        })
        .unwrap();
    assert_eq!(counted(&store), (1, 1), "as it was when it was taken");
    drop(snapshot);
    assert_eq!(counted(&store), (2, 2));
}

#[test]
fn a_practice_that_may_only_be_read_is_told_as_that() {
    let failed = |code| {
        let failure = rusqlite::ffi::Error::new(code);
        Error::from(rusqlite::Error::SqliteFailure(failure, None))
    };
    for code in [rusqlite::ffi::SQLITE_READONLY, rusqlite::ffi::SQLITE_PERM] {
        let error = failed(code);
        assert!(matches!(error, Error::ReadOnly), "{error}");
        assert!(!error.to_string().contains("attempt"), "{error}");
    }
    assert!(matches!(
        failed(rusqlite::ffi::SQLITE_CANTOPEN),
        Error::ReadOnly
    ));
}
