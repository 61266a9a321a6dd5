//! Calendar mail (M14): what a patient's calendar is told of a visit (RFC 5546). It knows the visit
//! again by its UID, and takes what has the higher sequence for the newer.

use super::kind::{Channel, MessageKind};
use super::plan::arrival;
use crate::appointment::Appointment;
use crate::id::AppointmentId;
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A visit as a calendar takes it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub appointment: AppointmentId,
    /// 0 at first, one more with every change that a calendar has to hear of.
    pub sequence: u32,
    pub event: CalendarEvent,
    /// The practice's zone, for a calendar that shows whose clock is meant.
    pub zone: Zone,
    /// One line without treatment (M11).
    pub summary: String,
}

/// What makes another event of it when it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEvent {
    pub method: Method,
    /// When to be there (S11).
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// What the calendar is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// To take it in, or to take it in as it is now.
    Request,
    /// To take it out.
    Cancel,
}

/// What was told of a visit last, to be kept as long as the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastTold {
    pub sequence: u32,
    pub event: CalendarEvent,
}

impl Invitation {
    /// The same for life, wherever the visit is moved to.
    pub fn uid(&self) -> String {
        format!("{}@daybook", self.appointment)
    }

    /// To be kept once it is on its way.
    pub fn told(&self) -> LastTold {
        LastTold {
            sequence: self.sequence,
            event: self.event,
        }
    }
}

/// What a message of that kind tells a calendar of the visit; none where it has nothing to tell. The
/// same event is told under the same sequence, so that a mail which is sent again changes nothing.
pub fn invitation(
    kind: MessageKind,
    channel: Channel,
    visit: &Appointment,
    zone: Zone,
    last: Option<LastTold>,
    summary: String,
) -> Option<Invitation> {
    if channel != Channel::Email {
        return None;
    }
    let method = method(kind)?;
    // What a calendar never had it cannot take out.
    if method == Method::Cancel && last.is_none() {
        return None;
    }
    let (start, end) = visit.span(zone);
    let event = CalendarEvent {
        method,
        start: arrival(visit, start),
        end,
    };
    let sequence = match last {
        None => 0,
        Some(last) if last.event == event => last.sequence,
        Some(last) => last.sequence.saturating_add(1),
    };
    Some(Invitation {
        appointment: visit.id,
        sequence,
        event,
        zone,
        summary,
    })
}

/// Reminders tell nothing that a calendar does not know, and a mail with buttons for each of them is
/// one mail too many; a question is what the buttons are for.
fn method(kind: MessageKind) -> Option<Method> {
    use MessageKind as K;
    match kind {
        K::BookingConfirmation | K::Moved | K::PleaseConfirm => Some(Method::Request),
        K::Cancelled => Some(Method::Cancel),
        K::Reminder | K::MissedVisit | K::FollowUp => None,
        K::Survey | K::Birthday | K::Medication => None,
    }
}

impl CalendarEvent {
    /// When to be there and when it ends, by the practice's clock.
    pub fn on_the_wall(&self, zone: Zone) -> (WallTime, WallTime) {
        (zone.wall(self.start), zone.wall(self.end))
    }
}
