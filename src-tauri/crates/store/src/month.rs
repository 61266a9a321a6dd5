//! What a page of a calendar shows of visits: far less than a day does, of many more of them.

use crate::appointment::Unreadable;
use crate::error::Result;
use crate::open::Store;
use crate::sql::{date_text, id_column, local_of, named, optional_id};
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::audit::RecordKind;
use domain::{
    AppointmentId, AppointmentTypeId, ChairId, Confirmation, PersonName, ProviderId, Status,
};
use rusqlite::Row;
use uuid::Uuid;

/// A visit as a page of a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthRow {
    pub id: AppointmentId,
    pub start: NaiveDateTime,
    pub status: Status,
    pub confirmation: Confirmation,
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    pub kind: Option<AppointmentTypeId>,
    pub name: PersonName,
    pub preferred_name: Option<String>,
}

impl Store {
    /// Visits that begin on the days from `from` to `to`, both included, by start; and those that
    /// cannot be read (S14).
    pub fn month_rows(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<(Vec<MonthRow>, Vec<Unreadable>)> {
        let mut read = self.connection.prepare_cached(
            "SELECT a.id, a.start, a.status, a.confirmation, a.provider, a.chair, a.kind,
                    p.prefix, p.given, p.family, p.suffix, p.preferred_name
             FROM appointment a JOIN patient p ON p.id = a.patient
             WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0
             ORDER BY a.start, a.id",
        )?;
        let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let mut rows = read.query([date_text(from), date_text(after)])?;
        let (mut found, mut unreadable) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            match of_row(row) {
                Ok(visit) => found.push(visit),
                Err(error) => unreadable.push(Unreadable {
                    kind: RecordKind::Appointment,
                    id: row
                        .get::<_, Vec<u8>>(0)
                        .ok()
                        .and_then(|bytes| Uuid::from_slice(&bytes).ok())
                        .map(|id| id.to_string())
                        .unwrap_or_default(),
                    start: row.get(1).unwrap_or_default(),
                    reason: error.detail(),
                }),
            }
        }
        Ok((found, unreadable))
    }
}

fn of_row(row: &Row<'_>) -> Result<MonthRow> {
    let text = |column: usize| row.get::<_, String>(column);
    Ok(MonthRow {
        id: id_column(row, 0)?,
        start: local_of(&text(1)?)?,
        status: named(&text(2)?, Status::named)?,
        confirmation: named(&text(3)?, Confirmation::named)?,
        provider: optional_id(row, 4)?,
        chair: optional_id(row, 5)?,
        kind: optional_id(row, 6)?,
        name: PersonName {
            prefix: row.get(7)?,
            given: row.get(8)?,
            family: row.get(9)?,
            suffix: row.get(10)?,
        },
        preferred_name: row.get(11)?,
    })
}
