//! The lists that the desk works through: visits that did not take place, who would come sooner,
//! who waits, whom to call.

use crate::appointment::{BRIEF, BRIEF_WIDTH, DayRow, PatientBrief, brief, day_after, day_row};
use crate::appointment_row;
use crate::error::Result;
use crate::left_out::each;
use crate::open::Store;
use crate::sql::{date_text, local_of, local_text};
use crate::waiting;
use chrono::{NaiveDate, NaiveDateTime};
use domain::audit::RecordKind;
use domain::{Waiting, WaitingList};
use rusqlite::{Params, Row, params};

/// P3: only active and prospective patients are contacted, and never the deceased.
pub(crate) const REACHABLE: &str =
    "p.status IN ('prospective', 'active') AND p.deceased_on IS NULL";

/// A visit on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedVisit {
    pub row: DayRow,
    /// When the patient comes next, if at all.
    pub next: Option<NaiveDateTime>,
}

/// Somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedWaiting {
    pub waiting: Waiting,
    pub patient: PatientBrief,
    /// When the patient comes next, if at all.
    pub next: Option<NaiveDateTime>,
}

/// How many are on each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListCounts {
    pub unscheduled: u32,
    pub asap: u32,
    pub waiting: u32,
    pub unconfirmed: u32,
    pub planned: u32,
}

/// From when to when the lists look.
#[derive(Debug, Clone, Copy)]
pub struct ListSpan {
    pub now: NaiveDateTime,
    /// Visits that did not take place before it are of no use any more.
    pub missed_since: NaiveDate,
    /// The last day whose visits are to be confirmed.
    pub confirm_until: NaiveDate,
}

/// Which visits are on which list. Each is read by its own index and the patients after it: the cross
/// join is what keeps SQLite from beginning with all active patients.
/// `?1` and `?2` are the bounds of their start.
const UNSCHEDULED: &str = "a.follow_up IS NULL AND a.status IN ('missed', 'cancelled') AND a.start >= ?1 AND a.start < ?2";
const ASAP: &str =
    "a.asap IS NOT NULL AND a.start >= ?1 AND a.start < ?2 AND a.status = 'scheduled'";
const UNCONFIRMED: &str = "a.start >= ?1 AND a.start < ?2 AND a.status = 'scheduled' \
     AND a.confirmation IN ('unconfirmed', 'sent')";

/// Past every start there is.
const NEVER: &str = "9999-12-31T23:59";

/// The earliest coming visit of the patient `p`; `?3` is now.
const NEXT: &str = "(SELECT min(n.start) FROM appointment n
     WHERE n.patient = p.id AND n.start >= ?3 AND n.removed = 0
       AND n.status NOT IN ('missed', 'cancelled'))";

impl Store {
    /// Visits that did not take place and that nobody saw to (S8), the latest first.
    pub fn unscheduled(&self, span: &ListSpan, limit: u32) -> Result<Vec<ListedVisit>> {
        let since = date_text(span.missed_since);
        let (now, never) = (local_text(span.now), NEVER);
        self.visits(UNSCHEDULED, "DESC", params![since, never, now, limit])
    }

    /// Visits of patients who would come sooner, by start.
    pub fn asap(&self, span: &ListSpan, limit: u32) -> Result<Vec<ListedVisit>> {
        let now = local_text(span.now);
        self.visits(ASAP, "ASC", params![now, NEVER, now, limit])
    }

    /// Coming visits that nobody confirmed or declined yet, by start.
    pub fn unconfirmed(&self, span: &ListSpan, limit: u32) -> Result<Vec<ListedVisit>> {
        let (now, until) = (local_text(span.now), day_after(span.confirm_until));
        self.visits(UNCONFIRMED, "ASC", params![now, until, now, limit])
    }

    /// Who is still waiting on a list: who is urgent first, then longest.
    pub fn listed_waiting(
        &self,
        list: WaitingList,
        span: &ListSpan,
        limit: u32,
    ) -> Result<Vec<ListedWaiting>> {
        let columns = waiting::COLUMNS.replace(", ", ", w.");
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT w.{columns}, {BRIEF}, {NEXT} FROM waiting w CROSS JOIN patient p ON p.id = w.patient
             WHERE w.list = ?1 AND w.outcome IS NULL AND {REACHABLE}
             ORDER BY w.urgent DESC, w.since, w.id LIMIT ?2"
        ))?;
        let rows = read.query(params![list.name(), limit, local_text(span.now)])?;
        let rows = each(RecordKind::Waiting, rows, |row| {
            Ok(ListedWaiting {
                waiting: waiting::of_row(row)?,
                patient: brief(row, waiting::WIDTH)?,
                next: next(row, waiting::WIDTH + BRIEF_WIDTH)?,
            })
        })?;
        Ok(self.readable(rows))
    }

    /// How many are on each list.
    pub fn list_counts(&self, span: &ListSpan) -> Result<ListCounts> {
        let now = local_text(span.now);
        let since = date_text(span.missed_since);
        let until = day_after(span.confirm_until);
        let visits = |which: &str, from: &str, to: &str| -> Result<u32> {
            let mut read = self.connection.prepare_cached(&format!(
                "SELECT count(*) FROM appointment a CROSS JOIN patient p ON p.id = a.patient
                 WHERE {which} AND a.removed = 0 AND {REACHABLE}"
            ))?;
            Ok(read.query_row([from, to], |row| row.get(0))?)
        };
        let waiting = |list: WaitingList| -> Result<u32> {
            let mut read = self.connection.prepare_cached(&format!(
                "SELECT count(*) FROM waiting w CROSS JOIN patient p ON p.id = w.patient
                 WHERE w.list = ?1 AND w.outcome IS NULL AND {REACHABLE}"
            ))?;
            Ok(read.query_row([list.name()], |row| row.get(0))?)
        };
        Ok(ListCounts {
            unscheduled: visits(UNSCHEDULED, &since, NEVER)?,
            asap: visits(ASAP, &now, NEVER)?,
            waiting: waiting(WaitingList::Waiting)?,
            unconfirmed: visits(UNCONFIRMED, &now, &until)?,
            planned: waiting(WaitingList::Planned)?,
        })
    }

    fn visits(&self, which: &str, order: &str, bounds: impl Params) -> Result<Vec<ListedVisit>> {
        let mut read = self.connection.prepare_cached(&visits_sql(which, order))?;
        let rows = each(RecordKind::Appointment, read.query(bounds)?, |row| {
            Ok(ListedVisit {
                row: day_row(row)?,
                next: next(row, appointment_row::WIDTH + BRIEF_WIDTH)?,
            })
        })?;
        Ok(self.readable(rows))
    }
}

fn visits_sql(which: &str, order: &str) -> String {
    let columns = appointment_row::COLUMNS;
    format!(
        "SELECT {columns}, {BRIEF}, {NEXT} FROM appointment a CROSS JOIN patient p ON p.id = a.patient
         WHERE {which} AND a.removed = 0 AND {REACHABLE}
         ORDER BY a.start {order}, a.id LIMIT ?4"
    )
}

fn next(row: &Row<'_>, column: usize) -> Result<Option<NaiveDateTime>> {
    let text: Option<String> = row.get(column)?;
    text.as_deref().map(local_of).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::made;

    #[test]
    fn each_list_is_read_by_an_index_of_its_own() {
        let (_folder, store) = made();
        let check = |which: &str, index: &str| {
            let sql = format!("EXPLAIN QUERY PLAN {}", visits_sql(which, "ASC"));
            let mut read = store.connection.prepare(&sql).unwrap();
            let plan: Vec<String> = read
                .query_map(params!["2026", "2027", "2026", 10], |row| row.get(3))
                .unwrap()
                .map(std::result::Result::unwrap)
                .collect();
            let plan = plan.join("\n");
            assert!(
                plan.contains(&format!(
                    "SEARCH a USING INDEX {index} (start>? AND start<?)"
                )),
                "{which}:\n{plan}"
            );
            assert!(!plan.contains("SCAN"), "{which}:\n{plan}");
        };
        check(UNSCHEDULED, "appointment_unscheduled");
        check(ASAP, "appointment_asap");
        check(UNCONFIRMED, "appointment_busy");
    }
}
