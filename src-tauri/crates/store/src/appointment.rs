//! Appointments.

use crate::appointment_row::{COLUMNS, WIDTH, of_row, write};
use crate::change::{Change, Entry};
use crate::error::{Error, Result};
use crate::identifiers::{self, Owner};
use crate::left_out::{LeftOut, each, left_out};
use crate::open::Store;
use crate::sql::{
    blob, date_of, date_text, from_json, id_column, ids, json, local_of, local_text, named,
    optional_id,
};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::audit::{Action, RecordKind};
use domain::booking::LONGEST_MINUTES;
use domain::{
    Appointment, AppointmentId, ChairId, Identifier, Patient, PatientId, PersonName, Phone,
    ProviderId, SeriesId, Status, Zone,
};
use rusqlite::{Connection, Row};
use uuid::Uuid;

/// What the day shows of a visit's patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientBrief {
    pub name: PersonName,
    pub preferred_name: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub deceased_on: Option<NaiveDate>,
    pub phones: Vec<Phone>,
    pub alert: String,
}

/// A visit and its patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    pub visit: Appointment,
    pub patient: PatientBrief,
}

/// S14: a row that cannot be read does not hide the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// As much of the id and the start as could be read.
    pub id: String,
    pub start: String,
    /// A visit in most cases, else a part of the practice that is told of where visits are.
    pub kind: RecordKind,
    pub reason: String,
}

/// S14: a visit that cannot be read, but stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    pub id: AppointmentId,
    pub patient: Option<PatientId>,
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    /// Local times. Where they cannot be read, as wide as they may be.
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
}

/// Visits that touch a stretch of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// By start.
    pub rows: Vec<DayRow>,
    pub unreadable: Vec<Unreadable>,
}

impl PatientBrief {
    /// Whole years on a date.
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        domain::patient::age_on(self.birth_date, self.deceased_on, date)
    }
}

/// A visit as the last import left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastImport {
    /// Nobody changed it since.
    Unchanged,
    /// It was changed since; before that it was so.
    ChangedFrom(Box<Appointment>),
    /// No import ever wrote it, or what it wrote cannot be read any more.
    None,
}

/// What the trail says of a visit that an import made.
pub const IMPORTED: &str = "import";

impl Store {
    /// One appointment; none when it is not there or its booking was undone.
    pub fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>> {
        appointment(&self.connection, id)
    }

    /// Visits that touch the days from `from` to `to`, both included, in every status.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> Result<Day> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, {BRIEF} FROM appointment a JOIN patient p ON p.id = a.patient
             WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0
             UNION ALL
             SELECT {COLUMNS}, {BRIEF} FROM appointment a JOIN patient p ON p.id = a.patient
             WHERE a.last_day > substr(a.start, 1, 10) AND a.last_day >= ?1 AND a.start < ?1 AND a.removed = 0"
        ))?;
        let mut rows = read.query([date_text(from), day_after(to)])?;
        let mut day = Day::default();
        while let Some(row) = rows.next()? {
            match day_row(row) {
                Ok(found) => day.rows.push(found),
                Err(error) => day.unreadable.push(unreadable(row, &error)),
            }
        }
        day.rows.sort_by_key(|row| (row.visit.start, row.visit.id));
        Ok(day)
    }

    /// All visits of a patient, newest first.
    pub fn appointments_of(&self, patient: PatientId) -> Result<Vec<Appointment>> {
        let mut read = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM appointment a
             WHERE a.patient = ?1 AND a.removed = 0 ORDER BY a.start DESC, a.id"
        ))?;
        let rows = read.query([blob(patient.0)])?;
        Ok(self.readable(each(RecordKind::Appointment, rows, of_row)?))
    }

    /// The visits of a series, in every status, by start.
    pub fn appointments_in(&self, series: SeriesId) -> Result<Vec<Appointment>> {
        let mut read = self.connection.prepare_cached(&in_series())?;
        let rows = read.query([blob(series.0)])?;
        Ok(self.readable(each(RecordKind::Appointment, rows, of_row)?))
    }

    /// Every visit with all there is, in the order of their ids: for an export.
    pub fn each_appointment<E: From<Error>>(
        &self,
        mut visit: impl FnMut(Appointment) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.each_of("WHERE a.removed = 0 ORDER BY a.id", |row| match row {
            Ok((found, _)) => visit(found),
            Err(left) => {
                self.leave_out(left);
                Ok(())
            }
        })
    }

    /// Every visit with all there is, and whether its booking was undone.
    pub(crate) fn each_appointment_even_removed<E: From<Error>>(
        &self,
        visit: impl FnMut(
            std::result::Result<(Appointment, bool), LeftOut>,
        ) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.each_of("", visit)
    }

    fn each_of<E: From<Error>>(
        &self,
        which: &str,
        mut visit: impl FnMut(
            std::result::Result<(Appointment, bool), LeftOut>,
        ) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut read = self
            .connection
            .prepare(&format!(
                "SELECT {COLUMNS}, a.removed FROM appointment a {which}"
            ))
            .map_err(Error::from)?;
        let mut rows = read.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let read = of_row(row).and_then(|found| Ok((found, row.get(WIDTH)?)));
            match read {
                Ok((mut found, removed)) => {
                    found.identifiers =
                        identifiers::of(&self.connection, Owner::Appointment, found.id.0)?;
                    visit(Ok((found, removed)))?;
                }
                Err(error) => visit(Err(left_out(RecordKind::Appointment, row, &error)))?,
            }
        }
        Ok(())
    }
}

impl Change<'_> {
    /// One appointment; none when it is not there or its booking was undone.
    pub fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>> {
        appointment(&self.sql, id)
    }

    /// Visits that touch the days from `from` to `to`, both included, and what is known of those
    /// that cannot be read.
    pub fn visits_near(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<(Vec<Appointment>, Vec<Obstacle>)> {
        let mut read = self.sql.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM appointment a
             WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0
             UNION ALL
             SELECT {COLUMNS} FROM appointment a
             WHERE a.last_day > substr(a.start, 1, 10) AND a.last_day >= ?1 AND a.start < ?1 AND a.removed = 0"
        ))?;
        let mut rows = read.query([date_text(from), day_after(to)])?;
        let (mut found, mut obstacles) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            match of_row(row) {
                Ok(visit) => found.push(visit),
                Err(_) => obstacles.extend(obstacle(row)),
            }
        }
        Ok((found, obstacles))
    }

    /// The visits of a series that can be read, in every status, by start.
    pub fn appointments_in(&self, series: SeriesId) -> Result<Vec<Appointment>> {
        let mut read = self.sql.prepare_cached(&in_series())?;
        let rows = read.query([blob(series.0)])?;
        let mut found = each(RecordKind::Appointment, rows, of_row)?.rows;
        for visit in &mut found {
            visit.identifiers = identifiers::of(&self.sql, Owner::Appointment, visit.id.0)?;
        }
        Ok(found)
    }

    /// Visits that an import's identifier names.
    pub fn appointments_with(&self, identifier: &Identifier) -> Result<Vec<AppointmentId>> {
        identifiers::owners(&self.sql, Owner::Appointment, identifier)
    }

    /// What the last import made of a visit, by the audit trail: it made the visit with the note
    /// [`IMPORTED`] or changed it by [`Action::Imported`].
    pub fn last_import(&self, id: AppointmentId) -> Result<LastImport> {
        let mut read = self.sql.prepare_cached(
            "SELECT action, note, before FROM audit WHERE record = ?1 ORDER BY seq DESC",
        )?;
        let mut rows = read.query([blob(id.0)])?;
        // The record as it was before the earliest change since.
        let mut left: Option<Option<String>> = None;
        while let Some(row) = rows.next()? {
            let action = named(&row.get::<_, String>(0)?, Action::named)?;
            let note: String = row.get(1)?;
            match action {
                Action::Imported => {}
                Action::Created if note == IMPORTED => {}
                Action::Created
                | Action::Changed
                | Action::Removed
                | Action::Undone
                | Action::Redone => {
                    left = Some(row.get(2)?);
                    continue;
                }
                Action::Read | Action::Printed | Action::Exported | Action::Unlocked => continue,
            }
            return Ok(match left {
                None => LastImport::Unchanged,
                Some(before) => before
                    .and_then(|json| from_json(&json).ok())
                    .map_or(LastImport::None, LastImport::ChangedFrom),
            });
        }
        Ok(LastImport::None)
    }

    /// Visits of a patient that start at a local time.
    pub fn appointments_at(
        &self,
        patient: PatientId,
        start: domain::WallTime,
    ) -> Result<Vec<AppointmentId>> {
        let mut read = self.sql.prepare_cached(
            "SELECT id FROM appointment WHERE patient = ?1 AND start = ?2 AND second_pass = ?3 AND removed = 0",
        )?;
        let at = local_text(start.at);
        ids(
            &mut read,
            rusqlite::params![blob(patient.0), at, start.second_pass],
        )
    }

    /// Writes a new appointment.
    pub fn insert_appointment(
        &mut self,
        visit: &Appointment,
        zone: Zone,
        note: &str,
    ) -> Result<()> {
        write(&self.sql, visit, zone, true, Some(self.at()))?;
        self.enter(&Entry {
            action: Action::Created,
            kind: RecordKind::Appointment,
            record: Some(visit.id.0),
            before: None,
            after: Some(&json(visit)?),
            note,
        })
    }

    /// Writes a changed appointment; its revision must be the one in the file.
    pub fn update_appointment(
        &mut self,
        visit: &Appointment,
        zone: Zone,
        action: Action,
        note: &str,
    ) -> Result<Appointment> {
        let there = appointment_even_removed(&self.sql, visit.id)?.ok_or(Error::NotFound)?;
        if there.revision != visit.revision {
            return Err(Error::Stale);
        }
        let changed = Appointment {
            revision: there.revision + 1,
            ..visit.clone()
        };
        let placed = (there.start != changed.start).then(|| self.at());
        write(&self.sql, &changed, zone, false, placed)?;
        self.enter(&Entry {
            action,
            kind: RecordKind::Appointment,
            record: Some(visit.id.0),
            before: Some(&json(&there)?),
            after: Some(&json(&changed)?),
            note,
        })?;
        Ok(changed)
    }

    /// Takes back a booking: the row stays, shown nowhere (S8, S10).
    pub fn remove_appointment(&mut self, visit: &Appointment, note: &str) -> Result<()> {
        let there = self.appointment(visit.id)?.ok_or(Error::NotFound)?;
        if there.revision != visit.revision {
            return Err(Error::Stale);
        }
        let changed = Appointment {
            revision: there.revision + 1,
            ..there.clone()
        };
        self.sql
            .prepare_cached("UPDATE appointment SET removed = 1, revision = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![blob(visit.id.0), changed.revision])?;
        self.enter(&Entry {
            action: Action::Undone,
            kind: RecordKind::Appointment,
            record: Some(visit.id.0),
            before: Some(&json(&there)?),
            after: Some(&as_removed(&changed)?),
            note,
        })
    }
}

/// What the trail's digest of a visit is made from whose booking was undone, so that a visit which
/// is only marked so by something other than Daybook shows.
pub(crate) fn as_removed(visit: &Appointment) -> Result<String> {
    Ok(format!("{REMOVED}{}", json(visit)?))
}

/// How the form begins that the trail keeps of a visit whose booking was undone.
pub(crate) const REMOVED: &str = "removed ";

fn in_series() -> String {
    format!(
        "SELECT {COLUMNS} FROM appointment a
         WHERE a.series = ?1 AND a.removed = 0 ORDER BY a.start, a.second_pass, a.id"
    )
}

/// What is read of the patient beside [`COLUMNS`].
pub(crate) const BRIEF: &str = "p.prefix, p.given, p.family, p.suffix, p.preferred_name, p.birth_date, \
     p.deceased_on, p.phones, p.alert";

pub(crate) fn day_row(row: &Row<'_>) -> Result<DayRow> {
    Ok(DayRow {
        visit: of_row(row)?,
        patient: brief(row, WIDTH)?,
    })
}

/// How many columns [`BRIEF`] names.
pub(crate) const BRIEF_WIDTH: usize = 9;

/// Reads the columns of [`BRIEF`], of which the first is the one of that number.
pub(crate) fn brief(row: &Row<'_>, first: usize) -> Result<PatientBrief> {
    let birth_date: Option<String> = row.get(first + 5)?;
    let deceased_on: Option<String> = row.get(first + 6)?;
    Ok(PatientBrief {
        name: PersonName {
            prefix: row.get(first)?,
            given: row.get(first + 1)?,
            family: row.get(first + 2)?,
            suffix: row.get(first + 3)?,
        },
        preferred_name: row.get(first + 4)?,
        birth_date: birth_date.as_deref().map(date_of).transpose()?,
        deceased_on: deceased_on.as_deref().map(date_of).transpose()?,
        phones: from_json(&row.get::<_, String>(first + 7)?)?,
        alert: row.get(first + 8)?,
    })
}

pub(crate) fn unreadable(row: &Row<'_>, error: &Error) -> Unreadable {
    let id = row
        .get::<_, Vec<u8>>(0)
        .ok()
        .and_then(|bytes| Uuid::from_slice(&bytes).ok());
    Unreadable {
        id: id.map(|id| id.to_string()).unwrap_or_default(),
        start: row.get(5).unwrap_or_default(),
        kind: RecordKind::Appointment,
        reason: error.detail(),
    }
}

/// What is known of a visit that cannot be read; none when it is known to be in nobody's way.
pub(crate) fn obstacle(row: &Row<'_>) -> Option<Obstacle> {
    let status: Option<String> = row.get(9).ok();
    if let Some(Some(status)) = status.as_deref().map(Status::named)
        && !status.occupies()
    {
        return None;
    }
    let text: String = row.get(5).ok()?;
    // The row was found by its date, so the beginning of the text is one.
    let date = text.get(..10).and_then(|date| date_of(date).ok())?;
    let start = local_of(&text).unwrap_or(date.and_time(NaiveTime::MIN));
    let length = row
        .get::<_, u32>(7)
        .ok()
        .filter(|minutes| local_of(&text).is_ok() && *minutes <= LONGEST_MINUTES)
        .map(|minutes| TimeDelta::minutes(i64::from(minutes)));
    let end = match length {
        Some(length) => start.checked_add_signed(length)?,
        None => date.succ_opt()?.and_time(NaiveTime::MIN),
    };
    Some(Obstacle {
        id: id_column(row, 0).unwrap_or(AppointmentId(Uuid::nil())),
        patient: optional_id(row, 1).ok().flatten(),
        provider: optional_id(row, 2).ok().flatten(),
        chair: optional_id(row, 3).ok().flatten(),
        start,
        end,
    })
}

pub(crate) fn day_after(date: NaiveDate) -> String {
    date_text(date.checked_add_days(Days::new(1)).unwrap_or(date))
}

fn appointment(connection: &Connection, id: AppointmentId) -> Result<Option<Appointment>> {
    read_one(connection, id, "AND a.removed = 0")
}

pub(crate) fn appointment_even_removed(
    connection: &Connection,
    id: AppointmentId,
) -> Result<Option<Appointment>> {
    read_one(connection, id, "")
}

fn read_one(connection: &Connection, id: AppointmentId, only: &str) -> Result<Option<Appointment>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM appointment a WHERE a.id = ?1 {only}"
    ))?;
    let mut rows = read.query([blob(id.0)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let mut visit = of_row(row)?;
    visit.identifiers = identifiers::of(connection, Owner::Appointment, id.0)?;
    Ok(Some(visit))
}

/// The patient's row as the day shows it, for a visit that was just written.
impl From<&Patient> for PatientBrief {
    fn from(patient: &Patient) -> Self {
        Self {
            name: patient.name.clone(),
            preferred_name: patient.preferred_name.clone(),
            birth_date: patient.birth_date,
            deceased_on: patient.deceased_on,
            phones: patient.phones.clone(),
            alert: patient.alert.clone(),
        }
    }
}
