//! A message as a list shows it.

use super::trouble;
use crate::desk::Desk;
use crate::error::Result;
use chrono::{DateTime, NaiveDateTime, Utc};
use domain::messages::{
    About, Channel, Failed, MessageKind, Part, Planned, Recipient, Sending, Unsent,
};
use domain::{OutboxId, PatientId, Said, said};
use std::cell::RefCell;
use std::collections::HashMap;
use store::OutboxMessage;

/// One message.
#[derive(Debug, Clone)]
pub struct MessageRow {
    /// None while it is not in the outbox.
    pub id: Option<OutboxId>,
    pub kind: MessageKind,
    pub about: Vec<AboutRow>,
    /// By which it goes; none where it does not go.
    pub channel: Option<Channel>,
    /// Who is written to; empty for the desk, and where it does not go.
    pub to: String,
    pub address: String,
    pub send_at: Option<DateTime<Utc>>,
    /// The name of its state in the outbox, or `unsent` where it does not go.
    pub state: &'static str,
    /// Why it does not go, or did not get there.
    pub why: Option<Said>,
    /// Whether somebody at the desk has to see it (M5).
    pub for_desk: bool,
    pub attempts: u32,
}

/// One of the things that it says.
#[derive(Debug, Clone)]
pub struct AboutRow {
    pub patient: PatientId,
    pub patient_name: String,
    /// Where it is about a visit: its local start.
    pub start: Option<NaiveDateTime>,
}

/// Puts names to those that messages speak of, each read once.
pub(super) struct Names<'a> {
    desk: &'a Desk,
    known: RefCell<HashMap<PatientId, String>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(desk: &'a Desk) -> Self {
        Self {
            desk,
            known: RefCell::default(),
        }
    }

    fn name(&self, id: PatientId) -> Result<String> {
        if let Some(name) = self.known.borrow().get(&id) {
            return Ok(name.clone());
        }
        let patient = match self.desk.store.patient(id) {
            // S14: the rest of the list is shown.
            Err(error) if error.is_of_record() => None,
            found => found?,
        };
        let name = patient.map_or_else(String::new, |one| one.display_name());
        self.known.borrow_mut().insert(id, name.clone());
        Ok(name)
    }

    /// What is not in the outbox yet.
    pub(super) fn planned(&self, planned: &Planned) -> Result<MessageRow> {
        let to = match planned.recipient {
            Recipient::Person(who) => self.name(who)?,
            Recipient::Desk => String::new(),
        };
        Ok(MessageRow {
            id: None,
            kind: planned.kind,
            about: self.about(&planned.parts)?,
            channel: Some(planned.channel),
            to,
            address: planned.address.clone(),
            send_at: Some(planned.send_at),
            state: Sending::Planned.name(),
            why: None,
            for_desk: false,
            attempts: 0,
        })
    }

    /// What is in the outbox.
    pub(super) fn queued(&self, one: &OutboxMessage) -> Result<MessageRow> {
        let why = match (&one.why, &one.sending) {
            (Some(why), _) => Some(Said::from(why)),
            (None, Sending::Permanent { what, .. }) => Some(match what {
                Failed::Refused(words) => trouble::read(words),
                Failed::TooLate => said("unsent-too-late"),
                Failed::NotSetUp => said("sending-not-set-up"),
                Failed::Blank(field) => said("sending-blank").with("field", field),
            }),
            (None, Sending::Transient { what, .. }) if !what.is_empty() => {
                Some(trouble::read(what))
            }
            (None, Sending::Unknown { .. }) => Some(said("sending-unknown")),
            _ => None,
        };
        let send_at = match &one.sending {
            Sending::Accepted { at, .. } => *at,
            Sending::Transient { next, .. } => *next,
            _ => one.due,
        };
        Ok(MessageRow {
            id: Some(one.id),
            send_at: Some(send_at),
            state: one.sending.name(),
            why,
            for_desk: matches!(
                one.sending,
                Sending::Permanent { .. } | Sending::Unknown { .. }
            ),
            attempts: one.sending.attempt().map_or(0, |attempt| attempt.number),
            ..self.planned(&one.message)?
        })
    }

    /// What does not go out.
    pub(super) fn unsent(&self, one: &Unsent) -> Result<MessageRow> {
        Ok(MessageRow {
            id: None,
            kind: one.kind,
            about: self.about(&[one.part])?,
            channel: None,
            to: String::new(),
            address: String::new(),
            send_at: None,
            state: "unsent",
            why: Some(Said::from(&one.why)),
            for_desk: one.for_desk,
            attempts: 0,
        })
    }

    fn about(&self, parts: &[Part]) -> Result<Vec<AboutRow>> {
        parts
            .iter()
            .map(|part| {
                let start = match part.about {
                    About::Visit { start, .. } | About::Notice { start, .. } => Some(start.at),
                    About::Birthday { .. } | About::Dose { .. } => None,
                };
                Ok(AboutRow {
                    patient: part.patient,
                    patient_name: self.name(part.patient)?,
                    start,
                })
            })
            .collect()
    }
}

/// By what happens first, and by whom.
pub(super) fn order(rows: &mut [MessageRow]) {
    rows.sort_by_key(|row| {
        let first = row.about.first();
        (
            first.and_then(|about| about.start),
            first.map(|about| about.patient),
            row.send_at,
        )
    });
}
