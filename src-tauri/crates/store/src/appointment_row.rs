//! How an appointment stands in its row.

use crate::error::{Error, Result};
use crate::identifiers::{self, Owner};
use crate::sql::{
    blob, date_text, from_json, id_column, instant_of, instant_text, json, local_of, local_text,
    named, optional_blob, optional_id, pattern_of, text, wish_of,
};
use chrono::{DateTime, Utc};
use domain::appointment::Ended;
use domain::{Appointment, Confirmation, Status, WallTime, Zone};
use rusqlite::{Connection, Row};

pub(crate) const COLUMNS: &str = "a.id, a.patient, a.provider, a.chair, a.kind, a.start, a.second_pass, \
     a.minutes, a.pattern, a.status, a.confirmation, a.arrive_early, a.reason, a.notes, a.overbooked, \
     a.ended_reason, a.ended_at, a.ended_by_practice, a.arrived_at, a.seated_at, a.dismissed_at, a.revision, \
     a.series, a.asap, a.wish, a.follow_up, a.confirmed_by_person, a.ended_by, \
     a.unanswered";

/// How many columns [`COLUMNS`] names.
pub(crate) const WIDTH: usize = 29;

/// Reads the columns of [`COLUMNS`]; identifiers are read apart.
pub(crate) fn of_row(row: &Row<'_>) -> Result<Appointment> {
    let start: String = row.get(5)?;
    let status: String = row.get(9)?;
    let confirmation: String = row.get(10)?;
    let ended_reason: Option<String> = row.get(15)?;
    let ended_at: Option<String> = row.get(16)?;
    let follow_up: Option<String> = row.get(25)?;
    let instant = |column: usize| -> Result<_> {
        let text: Option<String> = row.get(column)?;
        text.as_deref().map(instant_of).transpose()
    };
    Ok(Appointment {
        id: id_column(row, 0)?,
        patient: id_column(row, 1)?,
        provider: optional_id(row, 2)?,
        chair: optional_id(row, 3)?,
        kind: optional_id(row, 4)?,
        start: WallTime {
            at: local_of(&start)?,
            second_pass: row.get(6)?,
        },
        minutes: row.get(7)?,
        pattern: pattern_of(row.get(8)?)?,
        status: named(&status, Status::named)?,
        confirmation: named(&confirmation, Confirmation::named)?,
        arrive_early: row.get(11)?,
        reason: row.get(12)?,
        notes: row.get(13)?,
        overbooked: row.get(14)?,
        ended: match (ended_reason, ended_at) {
            (Some(reason), Some(at)) => Some(Ended {
                reason,
                at: instant_of(&at)?,
                by_practice: row.get::<_, Option<bool>>(17)?.unwrap_or(false),
                by: row.get(27)?,
            }),
            _ => None,
        },
        arrived_at: instant(18)?,
        seated_at: instant(19)?,
        dismissed_at: instant(20)?,
        revision: row.get(21)?,
        series: optional_id(row, 22)?,
        asap: instant(23)?,
        wish: wish_of(text(row, 24)?)?,
        follow_up: follow_up
            .as_deref()
            .map(from_json)
            .transpose()?
            .unwrap_or_default(),
        confirmed_by_person: row.get(26)?,
        unanswered: match text(row, 28)? {
            "[]" => Vec::new(),
            calls => from_json(calls)?,
        },
        identifiers: Vec::new(),
    })
}

/// Writes the row and the identifiers, new or changed. `placed` is when it came to stand where it
/// stands now; none leaves what is there.
pub(crate) fn write(
    connection: &Connection,
    visit: &Appointment,
    zone: Zone,
    is_new: bool,
    placed: Option<DateTime<Utc>>,
) -> Result<()> {
    let sql = if is_new {
        "INSERT INTO appointment (id, patient, provider, chair, kind, start, second_pass, minutes,
           pattern, status, confirmation, arrive_early, reason, notes, overbooked, ended_reason,
           ended_at, ended_by_practice, arrived_at, seated_at, dismissed_at, revision, last_day,
           series, asap, wish, follow_up, confirmed_by_person, ended_by, unanswered, placed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
           ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)"
    } else {
        "UPDATE appointment SET patient = ?2, provider = ?3, chair = ?4, kind = ?5, start = ?6,
           second_pass = ?7, minutes = ?8, pattern = ?9, status = ?10, confirmation = ?11,
           arrive_early = ?12, reason = ?13, notes = ?14, overbooked = ?15, ended_reason = ?16,
           ended_at = ?17, ended_by_practice = ?18, arrived_at = ?19, seated_at = ?20,
           dismissed_at = ?21, revision = ?22, last_day = ?23, removed = 0,
           series = ?24, asap = ?25, wish = ?26, follow_up = ?27, confirmed_by_person = ?28,
           ended_by = ?29, unanswered = ?30, placed = coalesce(?31, placed)
         WHERE id = ?1"
    };
    let ended = visit.ended.as_ref();
    let follow_up = (!visit.follow_up.is_open())
        .then(|| json(&visit.follow_up))
        .transpose()?;
    let written = connection.prepare_cached(sql)?.execute(rusqlite::params![
        blob(visit.id.0),
        blob(visit.patient.0),
        optional_blob(visit.provider.map(|id| id.0)),
        optional_blob(visit.chair.map(|id| id.0)),
        optional_blob(visit.kind.map(|id| id.0)),
        local_text(visit.start.at),
        visit.start.second_pass,
        visit.minutes,
        visit.pattern.as_ref().map(ToString::to_string),
        visit.status.name(),
        visit.confirmation.name(),
        visit.arrive_early,
        visit.reason,
        visit.notes,
        visit.overbooked,
        ended.map(|ended| ended.reason.as_str()),
        ended.map(|ended| instant_text(ended.at)),
        ended.map(|ended| ended.by_practice),
        visit.arrived_at.map(instant_text),
        visit.seated_at.map(instant_text),
        visit.dismissed_at.map(instant_text),
        visit.revision,
        date_text(visit.last_day(zone)),
        optional_blob(visit.series.map(|id| id.0)),
        visit.asap.map(instant_text),
        json(&visit.wish)?,
        follow_up,
        visit.confirmed_by_person,
        ended.map_or("", |ended| ended.by.as_str()),
        json(&visit.unanswered)?,
        placed.map(instant_text),
    ])?;
    if written == 0 {
        return Err(Error::NotFound);
    }
    let keep = if is_new {
        identifiers::add
    } else {
        identifiers::replace
    };
    keep(
        connection,
        Owner::Appointment,
        visit.id.0,
        &visit.identifiers,
    )
}
