//! When a medicine is to be taken.

use super::build::date;
use super::messages_build::{ZONES, instant_in, minute, shown, zone};
use chrono::TimeDelta;
use domain::messages::{Dosing, Medication};
use domain::{MedicationId, PatientId, Zone};
use uuid::Uuid;

fn medicine(dosing: Dosing) -> Medication {
    Medication {
        id: MedicationId(Uuid::from_u128(1)),
        patient: PatientId(Uuid::from_u128(1)),
        dosing,
        from: date("2026-03-01"),
        to: Some(date("2026-11-30")),
    }
}

fn thrice() -> Dosing {
    Dosing::At(["07:00", "15:00", "23:00"].map(minute).to_vec())
}

fn times(medicine: &Medication, day: &str, zone: Zone) -> Vec<String> {
    let doses = medicine.doses(date(day), zone);
    doses
        .into_iter()
        .map(|dose| shown(zone, dose)[11..].to_owned())
        .collect()
}

#[test]
fn m17_three_times_a_day_keeps_to_the_clock_and_every_eight_hours_to_the_hours() {
    let berlin = zone("Europe/Berlin");
    let clock = medicine(thrice());
    let hours = medicine(Dosing::Every {
        hours: 8,
        first: instant_in(berlin, "2026-03-01T07:00"),
    });
    for (day, by_clock, by_hours) in [
        ("2026-03-02", "07:00 15:00 23:00", "07:00 15:00 23:00"),
        ("2026-03-28", "07:00 15:00 23:00", "07:00 15:00 23:00"),
        // The clocks are set forward that night.
        ("2026-03-29", "07:00 15:00 23:00", "08:00 16:00"),
        ("2026-03-30", "07:00 15:00 23:00", "00:00 08:00 16:00"),
        ("2026-10-26", "07:00 15:00 23:00", "07:00 15:00 23:00"),
    ] {
        assert_eq!(times(&clock, day, berlin).join(" "), by_clock, "{day}");
        assert_eq!(times(&hours, day, berlin).join(" "), by_hours, "{day}");
    }
}

#[test]
fn m17_as_needed_is_never_reminded_and_the_last_day_still_counts() {
    let berlin = zone("Europe/Berlin");
    let clock = medicine(thrice());
    for (day, doses) in [
        ("2026-02-28", 0),
        ("2026-03-01", 3),
        ("2026-11-30", 3),
        ("2026-12-01", 0),
    ] {
        assert_eq!(clock.doses(date(day), berlin).len(), doses, "{day}");
    }
    let needed = medicine(Dosing::AsNeeded);
    assert!(needed.doses(date("2026-03-02"), berlin).is_empty());
}

#[test]
fn s12_no_dose_is_lost_or_doubled_where_clocks_change() {
    for name in ZONES {
        let zone = zone(name);
        let night = medicine(Dosing::At(vec![minute("02:30")]));
        let hours = medicine(Dosing::Every {
            hours: 8,
            first: instant_in(zone, "2026-03-01T07:00"),
        });
        let mut last = None;
        for day in date("2026-03-01").iter_days().take(275) {
            assert_eq!(night.doses(day, zone).len(), 1, "{name} {day}");
            for dose in hours.doses(day, zone) {
                let apart = last.map(|last| dose - last);
                assert!(apart.is_none_or(|apart| apart == TimeDelta::hours(8)));
                last = Some(dose);
            }
        }
    }
}
