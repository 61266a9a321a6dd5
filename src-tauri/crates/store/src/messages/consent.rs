//! What patients said to being written to.

use crate::change::Change;
use crate::error::Result;
use crate::left_out::{Readable, each};
use crate::open::Store;
use crate::sql::{blob, id_column, instant_of, instant_text, named, text};
use domain::PatientId;
use domain::audit::RecordKind;
use domain::messages::{Answered, Channel, Consent, ConsentKind};
use rusqlite::{Connection, Row};
use uuid::Uuid;

const COLUMNS: &str = "id, patient, channel, kind, answered, source, at";

impl Store {
    /// All that one patient said, in the order in which it was written down.
    pub fn consents_of(&self, patient: PatientId) -> Result<Vec<Consent>> {
        consents_of(&self.connection, patient)
    }
}

impl Change<'_> {
    /// Writes down what somebody said; what they said before stays on record.
    pub fn add_consent(&mut self, id: Uuid, consent: &Consent) -> Result<()> {
        self.sql
            .prepare_cached(&format!(
                "INSERT INTO consent ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            ))?
            .execute(rusqlite::params![
                blob(id),
                blob(consent.patient.0),
                consent.channel.name(),
                consent.kind.name(),
                consent.answered.name(),
                consent.source,
                instant_text(consent.at),
            ])?;
        self.enter_written(RecordKind::Consent, id, None, consent)
    }
}

/// All that one patient said.
pub(super) fn consents_of(connection: &Connection, patient: PatientId) -> Result<Vec<Consent>> {
    let mut read = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM consent WHERE patient = ?1 ORDER BY at, rowid"
    ))?;
    let mut rows = read.query([blob(patient.0)])?;
    let mut found = Vec::new();
    // One that cannot be read may be a no: it must not be passed over.
    while let Some(row) = rows.next()? {
        found.push(of_row(row)?.1);
    }
    Ok(found)
}

/// All of them with their ids, for the check-up.
pub(crate) fn all_consents(connection: &Connection) -> Result<Readable<(Uuid, Consent)>> {
    let mut read = connection.prepare(&format!("SELECT {COLUMNS} FROM consent"))?;
    each(RecordKind::Consent, read.query([])?, of_row)
}

fn of_row(row: &Row<'_>) -> Result<(Uuid, Consent)> {
    let consent = Consent {
        patient: id_column(row, 1)?,
        channel: named(text(row, 2)?, Channel::named)?,
        kind: named(text(row, 3)?, ConsentKind::named)?,
        answered: named(text(row, 4)?, Answered::named)?,
        source: row.get(5)?,
        at: instant_of(text(row, 6)?)?,
    };
    Ok((id_column(row, 0)?, consent))
}
