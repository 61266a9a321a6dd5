//! What a change made of its records, so that it can be taken back and done again as a whole (S10).

use crate::appointment::{REMOVED, appointment_even_removed};
use crate::change::{Change, Entry};
use crate::error::{Error, Result};
use crate::power_cut::SheetPassphrase;
use crate::sql::{blob, from_json, json};
use domain::audit::{Action, RecordKind};
use domain::messages::{ContactWish, MessageText, ReminderRule, Settings};
use domain::{
    Appointment, AppointmentId, AppointmentType, BlockOut, BlockOutId, BlockOutType, Chair,
    Closure, Household, HouseholdId, Notice, NoticeId, NoticeState, Patient, PatientId,
    PatientStatus, PowerCut, Practice, Provider, ReminderRuleId, SavedView, Waiting, WaitingId,
    Zone,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A record on both sides of a change, in the form that the trail keeps; none on a side where it
/// was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub kind: RecordKind,
    pub record: Uuid,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Turn {
    pub(crate) fn of(entry: &Entry<'_>) -> Option<Self> {
        let there = |json: Option<&str>| {
            json.filter(|json| !json.starts_with(REMOVED))
                .map(str::to_owned)
        };
        let turn = Self {
            kind: entry.kind,
            record: entry.record?,
            before: there(entry.before),
            after: there(entry.after),
        };
        (turn.before.is_some() || turn.after.is_some()).then_some(turn)
    }

    /// Whether it is what a patient was to be told, and they were told since: as it stands now.
    pub fn is_told_by(&self, standing: Option<&String>) -> Result<bool> {
        if self.kind != RecordKind::Notice {
            return Ok(false);
        }
        let state = |side| Ok::<_, Error>(read::<Notice>(side)?.map(|notice| notice.state));
        Ok(state(standing)? == Some(NoticeState::Told)
            && state(self.after.as_ref())? == Some(NoticeState::Pending))
    }

    /// The visit on either side; none when the record is no visit, or was not there.
    pub fn visits(&self) -> Result<(Option<Appointment>, Option<Appointment>)> {
        if self.kind != RecordKind::Appointment {
            return Ok((None, None));
        }
        Ok((read(self.before.as_ref())?, read(self.after.as_ref())?))
    }

    /// The record on the side where it is, the earlier one first.
    pub fn either<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        read(self.before.as_ref().or(self.after.as_ref()))
    }
}

/// One turn a record, in the order in which they were first written.
pub(crate) fn joined(turns: Vec<Turn>) -> Vec<Turn> {
    let mut found: Vec<Turn> = Vec::new();
    for turn in turns {
        match found.iter_mut().find(|one| one.record == turn.record) {
            Some(one) => one.after = turn.after,
            None => found.push(turn),
        }
    }
    found.retain(|turn| turn.before != turn.after);
    found
}

impl Change<'_> {
    /// Makes a record again what it was before: changed, taken away or brought back. The trail
    /// says `action`. What was to be told and was told by now stays as it is. Returns the record as it stands now, with the revision that it has by then.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is not as the turn left it, [`Error::InUse`] when it would go but
    /// others refer to it.
    pub fn turn_back(&mut self, turn: &Turn, zone: Zone, action: Action) -> Result<Option<String>> {
        let standing = self.standing(turn.kind, turn.record)?;
        if standing != turn.after {
            // What a patient was told in the meantime stays told; the rest can go back without it.
            if turn.is_told_by(standing.as_ref())? {
                return Ok(standing);
            }
            return Err(Error::Stale);
        }
        self.turning = Some(action);
        let written = self.write_before(turn, zone, action);
        self.turning = None;
        written.map_err(in_use)?;
        self.standing(turn.kind, turn.record)
    }

    fn write_before(&mut self, turn: &Turn, zone: Zone, action: Action) -> Result<()> {
        let Turn {
            kind,
            record,
            before,
            after,
        } = turn;
        let (before, after) = (before.as_ref(), after.as_ref());
        let id = *record;
        match kind {
            RecordKind::Appointment => {
                let there = appointment_even_removed(&self.sql, AppointmentId(id))?;
                let there = there.ok_or(Error::NotFound)?;
                match read::<Appointment>(before)? {
                    Some(wanted) => {
                        let wanted = Appointment {
                            revision: there.revision,
                            ..wanted
                        };
                        self.update_appointment(&wanted, zone, action, "").map(drop)
                    }
                    None => self.remove_appointment(&there, ""),
                }
            }
            RecordKind::Waiting => match (read::<Waiting>(before)?, read::<Waiting>(after)?) {
                (Some(wanted), Some(there)) => self
                    .update_waiting(&Waiting {
                        revision: there.revision,
                        ..wanted
                    })
                    .map(drop),
                (Some(wanted), None) => self.insert_waiting(&wanted),
                (None, Some(there)) => self.remove_waiting(&there),
                (None, None) => Ok(()),
            },
            RecordKind::Patient => match (read::<Patient>(before)?, read::<Patient>(after)?) {
                (Some(wanted), Some(there)) => self.update_patient(&wanted, &there, "").map(drop),
                // A patient is never taken away: one who was made by mistake goes to the archive.
                (None, Some(there)) => {
                    if self.is_expected(there.id)? {
                        return Err(Error::InUse);
                    }
                    let archived = Patient {
                        status: PatientStatus::Archived,
                        ..there.clone()
                    };
                    self.update_patient(&archived, &there, "").map(drop)
                }
                (_, None) => Err(Error::NotFound),
            },
            RecordKind::Household => self.put_or_remove(
                (before, after),
                |change, one: &Household, there| change.put_household(one, there),
                |change, one: &Household| change.take_away("household", *kind, id, one),
            ),
            RecordKind::Closure => self.put_or_remove(
                (before, after),
                |change, one: &Closure, there| change.put_closure(one, there),
                |change, one: &Closure| change.remove_closure(one),
            ),
            RecordKind::BlockOut => self.put_or_remove(
                (before, after),
                |change, one: &BlockOut, there| change.put_block_out(one, there),
                |change, one: &BlockOut| change.remove_block_out(one),
            ),
            RecordKind::BlockOutType => self.put_or_remove(
                (before, after),
                |change, one: &BlockOutType, there| change.put_block_out_type(one, there),
                |change, one: &BlockOutType| change.take_away("block_out_type", *kind, id, one),
            ),
            RecordKind::SavedView => self.put_or_remove(
                (before, after),
                |change, one: &SavedView, there| change.put_saved_view(one, there),
                |change, one: &SavedView| change.remove_saved_view(one),
            ),
            RecordKind::Notice => self.put_or_remove(
                (before, after),
                |change, one: &Notice, there| change.put_notice(one, there),
                |change, one: &Notice| change.remove_notice(one),
            ),
            RecordKind::Provider => self.put_or_remove(
                (before, after),
                |change, one: &Provider, there| change.put_provider(one, there),
                |change, one: &Provider| change.take_away("provider", *kind, id, one),
            ),
            RecordKind::Chair => self.put_or_remove(
                (before, after),
                |change, one: &Chair, there| change.put_chair(one, there),
                |change, one: &Chair| change.take_away("chair", *kind, id, one),
            ),
            RecordKind::AppointmentType => self.put_or_remove(
                (before, after),
                |change, one: &AppointmentType, there| change.put_appointment_type(one, there),
                |change, one: &AppointmentType| {
                    change.take_away("appointment_type", *kind, id, one)
                },
            ),
            RecordKind::Practice => self.put_or_remove(
                (before, after),
                |change, one: &Practice, there| change.put_practice(one, there),
                |_, _: &Practice| Err(Error::InUse),
            ),
            RecordKind::PowerCut => self.put_or_remove(
                (before, after),
                |change, one: &PowerCut, there| {
                    change.put_power_cut(one, there, SheetPassphrase::Kept)
                },
                |change, one: &PowerCut| change.take_away("power_cut", *kind, id, one),
            ),
            RecordKind::ReminderRule => self.put_or_remove(
                (before, after),
                |change, one: &ReminderRule, there| change.put_reminder_rule(one, there),
                |change, one: &ReminderRule| change.remove_reminder_rule(one),
            ),
            RecordKind::MessageSettings => self.put_or_remove(
                (before, after),
                |change, one: &Settings, _| change.put_message_settings(id, one),
                |_, _: &Settings| Err(Error::InUse),
            ),
            RecordKind::MessageText => self.put_or_remove(
                (before, after),
                |change, one: &MessageText, there| change.put_message_text(one, there),
                |change, one: &MessageText| change.remove_message_text(one),
            ),
            RecordKind::ContactWish => self.put_or_remove(
                (before, after),
                |change, one: &ContactWish, _| change.put_contact_wish(id, one),
                |change, one: &ContactWish| change.remove_contact_wish(one.patient),
            ),
            // What somebody said stays said, what went out is out, and a password is kept by nobody.
            RecordKind::Consent
            | RecordKind::ContactStop
            | RecordKind::Outbox
            | RecordKind::Mailbox => Err(Error::InUse),
        }
    }

    fn put_or_remove<T: DeserializeOwned>(
        &mut self,
        (before, after): (Option<&String>, Option<&String>),
        put: impl FnOnce(&mut Self, &T, Option<&T>) -> Result<()>,
        remove: impl FnOnce(&mut Self, &T) -> Result<()>,
    ) -> Result<()> {
        let there = read::<T>(after)?;
        match (read::<T>(before)?, there) {
            (Some(wanted), there) => put(self, &wanted, there.as_ref()),
            (None, Some(there)) => remove(self, &there),
            (None, None) => Ok(()),
        }
    }

    /// Whether the patient has visits, or waits for one.
    fn is_expected(&self, patient: PatientId) -> Result<bool> {
        Ok(self
            .sql
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM appointment WHERE patient = ?1 AND removed = 0)
                   OR EXISTS (SELECT 1 FROM waiting WHERE patient = ?1 AND outcome IS NULL)",
            )?
            .query_row([blob(patient.0)], |row| row.get(0))?)
    }

    /// Only for what was made a moment ago: such parts of a practice are otherwise kept for ever.
    fn take_away<T: Serialize>(
        &mut self,
        table: &str,
        kind: RecordKind,
        id: Uuid,
        there: &T,
    ) -> Result<()> {
        self.sql
            .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
            .execute([blob(id)])?;
        self.enter_removed(kind, id, there)
    }

    /// The record as the file has it now; none when it is not there.
    fn standing(&self, kind: RecordKind, id: Uuid) -> Result<Option<String>> {
        match kind {
            RecordKind::Appointment => text(self.appointment(AppointmentId(id))?),
            RecordKind::Waiting => text(self.waiting_entry(WaitingId(id))?),
            RecordKind::Patient => text(self.patient(PatientId(id))?),
            RecordKind::Household => text(self.household(HouseholdId(id))?),
            RecordKind::BlockOut => text(self.block_out(BlockOutId(id))?),
            RecordKind::Notice => text(self.notice(NoticeId(id))?),
            RecordKind::Practice => text(Some(self.practice()?)),
            RecordKind::PowerCut => text(self.power_cut()?.filter(|one| one.id.0 == id)),
            RecordKind::Closure => one_of(self.closures()?, |one| one.id.0 == id),
            RecordKind::BlockOutType => one_of(self.block_out_types()?, |one| one.id.0 == id),
            RecordKind::SavedView => one_of(self.saved_views()?, |one| one.id.0 == id),
            RecordKind::Provider => one_of(self.providers()?, |one| one.id.0 == id),
            RecordKind::Chair => one_of(self.chairs()?, |one| one.id.0 == id),
            RecordKind::AppointmentType => one_of(self.appointment_types()?, |one| one.id.0 == id),
            RecordKind::ReminderRule => text(self.reminder_rule(ReminderRuleId(id))?),
            RecordKind::MessageSettings => text(self.message_settings()?),
            RecordKind::MessageText => one_of(self.message_texts()?, |one| one.id.0 == id),
            RecordKind::ContactWish => text(self.contact_wish_at(id)?),
            RecordKind::Consent
            | RecordKind::ContactStop
            | RecordKind::Outbox
            | RecordKind::Mailbox => Ok(None),
        }
    }
}

fn read<T: DeserializeOwned>(side: Option<&String>) -> Result<Option<T>> {
    side.map(|json| from_json(json)).transpose()
}

fn text<T: Serialize>(record: Option<T>) -> Result<Option<String>> {
    record.as_ref().map(json).transpose()
}

fn one_of<T: Serialize>(all: Vec<T>, is: impl Fn(&T) -> bool) -> Result<Option<String>> {
    text(all.into_iter().find(is))
}

/// A reference that would lead nowhere means that somebody uses the record by now.
fn in_use(error: Error) -> Error {
    match error {
        Error::Sql(rusqlite::Error::SqliteFailure(failure, _))
            if failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY =>
        {
            Error::InUse
        }
        other => other,
    }
}
