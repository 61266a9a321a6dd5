//! Those who could take a gap: as much of the lists as it takes to rank them.

use crate::error::Result;
use crate::left_out::each;
use crate::lists::REACHABLE;
use crate::open::Store;
use crate::sql::{
    date_text, id_column, instant_of, local_of, local_text, optional_id, text, wish_of,
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::audit::RecordKind;
use domain::candidates::{Elsewhere, Source, Wanting};
use domain::{AppointmentId, PatientId, WaitingList, WallTime, Zone};
use rusqlite::{Row, params};

/// Which of them can be of use for a gap.
#[derive(Debug, Clone, Copy)]
pub struct WantingFor {
    /// Length of the longest gap.
    pub minutes: u32,
    /// Where the earliest gap begins: visits that are booked before it would not come sooner.
    pub start: NaiveDateTime,
    /// Visits that did not take place are looked for from this day on.
    pub missed_since: NaiveDate,
    /// Only those who asked: the ASAP list and the waiting list.
    pub asked_only: bool,
}

/// Only patients who may be contacted (P3), and only visits that are short enough.
fn asap_sql() -> String {
    format!(
        "SELECT a.id, a.patient, a.kind, a.minutes, a.provider, a.wish, a.asap, a.start, a.second_pass
         FROM appointment a CROSS JOIN patient p ON p.id = a.patient
         WHERE a.asap IS NOT NULL AND a.start > ?1 AND a.minutes <= ?2
           AND a.status = 'scheduled' AND a.removed = 0 AND {REACHABLE}"
    )
}

/// A patient who has a coming visit of the same type needs none for the one that was missed.
fn unscheduled_sql() -> String {
    format!(
        "SELECT a.id, a.patient, a.kind, a.minutes, a.provider, a.wish, a.ended_at
         FROM appointment a CROSS JOIN patient p ON p.id = a.patient
         WHERE a.follow_up IS NULL AND a.status IN ('missed', 'cancelled') AND a.start >= ?1
           AND a.minutes <= ?2 AND a.removed = 0 AND {REACHABLE}
           AND NOT EXISTS (
             SELECT 1 FROM appointment n
             WHERE n.patient = a.patient AND n.start >= ?3 AND n.removed = 0
               AND n.status NOT IN ('missed', 'cancelled') AND n.kind IS a.kind)"
    )
}

fn waiting_sql() -> String {
    format!(
        "SELECT w.id, w.patient, w.kind, w.minutes, w.wish, w.since, w.urgent
         FROM waiting w CROSS JOIN patient p ON p.id = w.patient
         WHERE w.list = ?1 AND w.outcome IS NULL AND w.minutes <= ?2 AND {REACHABLE}"
    )
}

impl Store {
    /// Those who could take a gap, in no particular order.
    pub fn wanting(&self, gap: &WantingFor) -> Result<Vec<Wanting>> {
        let start = local_text(gap.start);
        let mut read = self.connection.prepare_cached(&asap_sql())?;
        let rows = read.query(params![start, gap.minutes])?;
        let mut found = self.readable(each(RecordKind::Appointment, rows, of_asap)?);
        let lists = [WaitingList::Waiting, WaitingList::Planned];
        for list in lists
            .into_iter()
            .filter(|list| !gap.asked_only || *list == WaitingList::Waiting)
        {
            let mut read = self.connection.prepare_cached(&waiting_sql())?;
            let rows = read.query(params![list.name(), gap.minutes])?;
            let rows = each(RecordKind::Waiting, rows, |row| of_waiting(row, list))?;
            found.extend(self.readable(rows));
        }
        if !gap.asked_only {
            let mut read = self.connection.prepare_cached(&unscheduled_sql())?;
            let since = date_text(gap.missed_since);
            let rows = read.query(params![since, gap.minutes, start])?;
            found.extend(self.readable(each(RecordKind::Appointment, rows, of_unscheduled)?));
        }
        Ok(found)
    }

    /// When patients are in visits that touch a day, in no particular order. One that cannot be
    /// read is told of elsewhere; it is for its patient to say that they cannot come.
    pub fn elsewhere(&self, date: NaiveDate, zone: Zone) -> Result<Vec<Elsewhere>> {
        let mut read = self.connection.prepare_cached(
            "SELECT a.id, a.patient, a.start, a.second_pass, a.minutes FROM appointment a
             WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0
               AND a.status NOT IN ('missed', 'cancelled')",
        )?;
        let before = date.pred_opt().unwrap_or(date);
        let rows = read.query([date_text(before), crate::appointment::day_after(date)])?;
        let of_row = |row: &Row<'_>| -> Result<Elsewhere> {
            let start = start_of(row, 2)?;
            let minutes: u32 = row.get(4)?;
            let from = zone.instant_of_record(start);
            Ok(Elsewhere {
                visit: id_column::<AppointmentId>(row, 0)?,
                patient: id_column::<PatientId>(row, 1)?,
                from,
                to: from
                    .checked_add_signed(chrono::TimeDelta::minutes(i64::from(minutes)))
                    .unwrap_or(from),
            })
        };
        Ok(each(RecordKind::Appointment, rows, of_row)?.rows)
    }
}

/// The local time in that column, and its pass in the next.
fn start_of(row: &Row<'_>, column: usize) -> Result<WallTime> {
    Ok(WallTime {
        at: local_of(text(row, column)?)?,
        second_pass: row.get(column + 1)?,
    })
}

fn of_asap(row: &Row<'_>) -> Result<Wanting> {
    Ok(Wanting {
        source: Source::Asap(id_column(row, 0)?),
        patient: id_column(row, 1)?,
        kind: optional_id(row, 2)?,
        minutes: row.get(3)?,
        provider: optional_id(row, 4)?,
        wish: wish_of(text(row, 5)?)?,
        urgent: false,
        since: instant_of(text(row, 6)?)?,
        booked: Some(start_of(row, 7)?),
    })
}

fn of_unscheduled(row: &Row<'_>) -> Result<Wanting> {
    Ok(Wanting {
        source: Source::Unscheduled(id_column(row, 0)?),
        patient: id_column(row, 1)?,
        kind: optional_id(row, 2)?,
        minutes: row.get(3)?,
        provider: optional_id(row, 4)?,
        wish: wish_of(text(row, 5)?)?,
        urgent: false,
        // Of visits that were taken over from elsewhere nobody knows when they were cancelled.
        since: match row.get::<_, Option<String>>(6)? {
            Some(at) => instant_of(&at)?,
            None => chrono::DateTime::UNIX_EPOCH,
        },
        booked: None,
    })
}

fn of_waiting(row: &Row<'_>, list: WaitingList) -> Result<Wanting> {
    let id = id_column(row, 0)?;
    Ok(Wanting {
        source: match list {
            WaitingList::Waiting => Source::Waiting(id),
            WaitingList::Planned => Source::Planned(id),
        },
        patient: id_column(row, 1)?,
        kind: optional_id(row, 2)?,
        minutes: row.get(3)?,
        provider: None,
        wish: wish_of(text(row, 4)?)?,
        urgent: row.get(6)?,
        since: instant_of(text(row, 5)?)?,
        booked: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::made;

    #[test]
    fn only_what_can_fit_is_read_by_the_index_of_its_list() {
        let (_folder, store) = made();
        let check = |sql: String, found: &str| {
            let mut read = store
                .connection
                .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
                .unwrap();
            let bounds = vec!["2026"; read.parameter_count()];
            let plan: Vec<String> = read
                .query_map(rusqlite::params_from_iter(bounds), |row| row.get(3))
                .unwrap()
                .map(std::result::Result::unwrap)
                .collect();
            let plan = plan.join("\n");
            assert!(plan.starts_with(found), "{plan}");
            assert!(
                !plan.contains("SCAN p") && !plan.contains("SCAN a"),
                "{plan}"
            );
        };
        let asap = "SEARCH a USING INDEX appointment_asap (start>?)";
        check(asap_sql(), asap);
        let missed = "SEARCH a USING INDEX appointment_unscheduled (start>?)";
        check(unscheduled_sql(), missed);
        check(waiting_sql(), "SEARCH w USING INDEX waiting_open (list=?)");
    }
}
