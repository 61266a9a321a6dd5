//! Who is busy when: as much of the visits as a search for openings needs.

use crate::appointment::{day_after, obstacle};
use crate::appointment_row::COLUMNS;
use crate::change::Change;
use crate::error::Result;
use crate::open::Store;
use crate::sql::{date_text, local_of, optional_id, pattern_of, text};
use chrono::NaiveDate;
use domain::openings::Taken;
use domain::{Status, WallTime};
use rusqlite::{Connection, Row};

/// The columns of the index `appointment_busy`, so that no row of the table is looked at.
const TAKEN: &str = "a.rowid, a.start, a.second_pass, a.minutes, a.provider, a.chair, a.pattern";

impl Store {
    /// Visits that keep somebody busy and touch the days from `from` to `to`, both included. One
    /// that cannot be read keeps its place all the same (S14).
    pub fn taken(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Taken>> {
        taken(&self.connection, from, to)
    }
}

impl Change<'_> {
    /// Visits that keep somebody busy and touch the days from `from` to `to`, both included.
    pub fn taken(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Taken>> {
        taken(&self.sql, from, to)
    }
}

fn taken(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Taken>> {
    let mut read = connection.prepare_cached(&sql())?;
    let mut rows = read.query([date_text(from), day_after(to)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        match of_row(row) {
            Ok(taken) => found.push(taken),
            Err(_) => found.extend(in_the_way(connection, row.get(0)?)?),
        }
    }
    Ok(found)
}

fn sql() -> String {
    let idle = format!(
        "'{}', '{}'",
        Status::Missed.name(),
        Status::Cancelled.name()
    );
    format!(
        "SELECT {TAKEN} FROM appointment a
         WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0 AND a.status NOT IN ({idle})
         UNION ALL
         SELECT {TAKEN} FROM appointment a
         WHERE a.last_day > substr(a.start, 1, 10) AND a.last_day >= ?1 AND a.start < ?1
           AND a.removed = 0 AND a.status NOT IN ({idle})"
    )
}

fn of_row(row: &Row<'_>) -> Result<Taken> {
    Ok(Taken {
        start: WallTime {
            at: local_of(text(row, 1)?)?,
            second_pass: row.get(2)?,
        },
        minutes: row.get(3)?,
        provider: optional_id(row, 4)?,
        chair: optional_id(row, 5)?,
        pattern: pattern_of(row.get(6)?)?,
    })
}

/// As wide as a visit may be that cannot be read.
fn in_the_way(connection: &Connection, rowid: i64) -> Result<Option<Taken>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM appointment a WHERE a.rowid = ?1"
    ))?;
    let mut rows = read.query([rowid])?;
    let Some(found) = rows.next()?.and_then(obstacle) else {
        return Ok(None);
    };
    let minutes = u32::try_from((found.end - found.start).num_minutes()).unwrap_or(0);
    Ok(Some(Taken {
        provider: found.provider,
        chair: found.chair,
        start: WallTime::once(found.start),
        minutes,
        pattern: None,
    }))
}

#[cfg(test)]
mod tests {
    use super::sql;
    use crate::tests::{made, visit, with_visits};
    use domain::{Appointment, Status};

    #[test]
    fn a_year_is_read_from_the_index_alone_and_nights_by_their_own() {
        let (_folder, store) = made();
        let mut read = store
            .connection
            .prepare(&format!("EXPLAIN QUERY PLAN {}", sql()))
            .unwrap();
        let plan: Vec<String> = read
            .query_map(["2026-11-23", "2027-11-23"], |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let plan = plan.join("\n");
        assert!(
            plan.contains("USING COVERING INDEX appointment_busy (start>? AND start<?)"),
            "{plan}"
        );
        assert!(plan.contains("USING INDEX appointment_overnight"), "{plan}");
        assert!(!plan.contains("SCAN a"), "{plan}");
    }

    #[test]
    fn s14_a_visit_that_cannot_be_read_keeps_its_place() {
        let (_folder, mut store) = made();
        let cancelled = Appointment {
            status: Status::Cancelled,
            ..visit(4, "2026-11-24T12:00:00", 30)
        };
        let visits = [
            visit(1, "2026-11-24T09:00:00", 30),
            visit(2, "2026-11-24T10:00:00", 45),
            visit(3, "2026-11-23T23:30:00", 60),
            cancelled,
        ];
        with_visits(&mut store, &visits);
        store
            .connection
            .execute(
                "UPDATE appointment SET pattern = '?' WHERE minutes = 45",
                [],
            )
            .unwrap();
        let day = "2026-11-24".parse().unwrap();
        let mut found: Vec<_> = store
            .taken(day, day)
            .unwrap()
            .into_iter()
            .map(|taken| (taken.start.at.format("%d %H:%M").to_string(), taken.minutes))
            .collect();
        found.sort_unstable();
        let at = |start: &str, minutes| (start.to_owned(), minutes);
        assert_eq!(
            found,
            [at("23 23:30", 60), at("24 09:00", 30), at("24 10:00", 45)]
        );
    }
}
