//! Visits of days gone by that nobody brought to an end.

use crate::appointment::{BRIEF, Day, day_row, unreadable};
use crate::appointment_row::COLUMNS;
use crate::error::Result;
use crate::open::Store;
use crate::sql::date_text;
use chrono::NaiveDate;

/// What is left open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// The latest of them, by start.
    pub latest: Day,
    /// How many there are in all.
    pub total: u32,
}

/// As the index has it, or it would not be used.
const OPEN: &str = "a.status IN ('scheduled', 'arrived', 'seated') AND a.removed = 0";

impl Store {
    /// Visits that begin before a day and are neither done nor missed nor cancelled; at most `limit`
    /// of them, and how many there are.
    pub fn unfinished_before(&self, day: NaiveDate, limit: u32) -> Result<Unfinished> {
        let day = date_text(day);
        let total = self
            .connection
            .prepare_cached(&format!(
                "SELECT count(*) FROM appointment a WHERE a.start < ?1 AND {OPEN}"
            ))?
            .query_row([&day], |row| row.get(0))?;
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, {BRIEF} FROM appointment a JOIN patient p ON p.id = a.patient
             WHERE a.start < ?1 AND {OPEN} ORDER BY a.start DESC LIMIT ?2"
        ))?;
        let mut rows = read.query(rusqlite::params![day, limit])?;
        let mut latest = Day::default();
        while let Some(row) = rows.next()? {
            match day_row(row) {
                Ok(found) => latest.rows.push(found),
                Err(error) => latest.unreadable.push(unreadable(row, &error)),
            }
        }
        latest
            .rows
            .sort_by_key(|row| (row.visit.start, row.visit.id));
        Ok(Unfinished { latest, total })
    }
}

#[cfg(test)]
mod tests {
    use super::OPEN;
    use crate::Error;
    use crate::tests::{made, now, patient};
    use domain::audit::{Action, Actor, RecordKind};
    use domain::{Appointment, AppointmentId, PatientId, Status, WallTime, Zone};
    use uuid::Uuid;

    fn visit(number: u128, start: &str, status: Status) -> Appointment {
        Appointment {
            status,
            ..Appointment::booked(
                AppointmentId(Uuid::from_u128(number)),
                PatientId(Uuid::from_u128(1)),
                WallTime::once(start.parse().unwrap()),
                30,
            )
        }
    }

    #[test]
    fn s8_what_nobody_brought_to_an_end_is_found_whatever_else_there_is() {
        let (_folder, mut store) = made();
        let zone = Zone::named("Europe/Berlin").unwrap();
        let visits = [
            visit(1, "2026-11-16T09:00:00", Status::Scheduled),
            visit(2, "2026-11-20T09:00:00", Status::Seated),
            visit(3, "2026-11-20T10:00:00", Status::Arrived),
            visit(4, "2026-11-20T11:00:00", Status::Completed),
            visit(5, "2026-11-20T12:00:00", Status::Missed),
            visit(6, "2026-11-20T13:00:00", Status::Cancelled),
            visit(7, "2026-11-23T00:00:00", Status::Scheduled),
            visit(8, "2026-11-20T14:00:00", Status::Scheduled),
        ];
        let actor = Actor("test".to_owned());
        store
            .write::<_, Error>(&actor, now(), |change| {
                change.insert_patient(&patient(1), "")?;
                for visit in &visits {
                    change.insert_appointment(visit, zone, "")?;
                }
                change.remove_appointment(&visits[7], "booking undone")
            })
            .unwrap();
        let found = |limit| {
            let found = store
                .unfinished_before("2026-11-23".parse().unwrap(), limit)
                .unwrap();
            let ids: Vec<u128> = found
                .latest
                .rows
                .iter()
                .map(|row| row.visit.id.0.as_u128())
                .collect();
            (ids, found.total)
        };
        assert_eq!(found(10), (vec![1, 2, 3], 3));
        assert_eq!(found(2), (vec![2, 3], 3), "the latest, and how many more");
        // S14: one that cannot be read is told of and hides no other.
        store
            .connection
            .execute(
                "UPDATE appointment SET arrived_at = 'x' WHERE start LIKE '2026-11-20T10%'",
                [],
            )
            .unwrap();
        let left = store
            .unfinished_before("2026-11-23".parse().unwrap(), 10)
            .unwrap();
        assert_eq!(
            (left.latest.rows.len(), left.latest.unreadable.len()),
            (2, 1)
        );
    }

    #[test]
    fn years_of_visits_are_not_gone_through_for_what_is_open() {
        let (_folder, store) = made();
        let plan: String = store
            .connection
            .query_row(
                &format!("EXPLAIN QUERY PLAN SELECT a.id FROM appointment a WHERE a.start < '2026' AND {OPEN} ORDER BY a.start DESC LIMIT 9"),
                [],
                |row| row.get(3),
            )
            .unwrap();
        assert!(plan.contains("appointment_unfinished"), "{plan}");
    }

    #[test]
    fn k1_what_others_only_read_is_no_change() {
        let (_folder, mut store) = made();
        let actor = Actor("test".to_owned());
        store
            .write::<_, Error>(&actor, now(), |change| {
                change.insert_patient(&patient(1), "")
            })
            .unwrap();
        let seen = store.chain().unwrap().audit_seq;
        assert_eq!(
            store
                .kinds_changed_since(0)
                .unwrap()
                .into_iter()
                .collect::<Vec<_>>(),
            [RecordKind::Patient]
        );
        store
            .write::<_, Error>(&actor, now(), |change| {
                change.note(Action::Read, RecordKind::Patient, None, "")
            })
            .unwrap();
        assert!(store.kinds_changed_since(seen).unwrap().is_empty());
    }
}
