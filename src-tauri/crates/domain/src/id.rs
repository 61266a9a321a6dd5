//! Ids of records: UUIDv7, made outside and passed in, so that a file can later be replicated
//! between machines without two of them ever giving the same id.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an id")]
pub struct NotAnId(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text.trim()).map(Self).map_err(|_| NotAnId(text.to_owned()))
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// The practice that owns the file.
    PracticeId,
    /// A dentist, hygienist or other practitioner.
    ProviderId,
    /// A room or operatory.
    ChairId,
    /// A kind of visit.
    AppointmentTypeId,
    /// A holiday or other closure of the practice.
    ClosureId,
    /// A patient.
    PatientId,
    /// A family.
    HouseholdId,
    /// A visit, booked or past.
    AppointmentId,
    /// The visits of one series (S13).
    SeriesId,
    /// A kind of block-out.
    BlockOutTypeId,
    /// A block-out.
    BlockOutId,
    /// Somebody who waits for a visit.
    WaitingId,
    /// A way to look at the schedule.
    SavedViewId,
    /// An intention to tell a patient.
    NoticeId,
    /// How the sheet for a power cut is made.
    PowerCutId,
    /// A rule by which messages go out.
    ReminderRuleId,
    /// A message that is to go out, or went out.
    OutboxId,
    /// A text of the practice's own for a kind of message.
    MessageTextId,
    /// The mailbox of the practice.
    MailboxId,
    /// A number or an address to which nothing goes.
    ContactStopId,
    /// A medicine that a patient wishes to be reminded of.
    MedicationId,
}
