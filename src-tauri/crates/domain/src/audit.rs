//! What the audit trail says of each change and each reading (S10, K1).

use crate::name::names;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who did it, on which way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor(pub String);

/// What was done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Created,
    Changed,
    Removed,
    Undone,
    /// Taken back, and then done after all.
    Redone,
    Read,
    Printed,
    Exported,
    Imported,
    Unlocked,
}

names!(Action {
    Created = "created",
    Changed = "changed",
    Removed = "removed",
    Undone = "undone",
    Redone = "redone",
    Read = "read",
    Printed = "printed",
    Exported = "exported",
    Imported = "imported",
    Unlocked = "unlocked",
});

impl Action {
    /// Whether it made something else of the record; the others only read it.
    pub fn changes(self) -> bool {
        match self {
            Action::Created
            | Action::Changed
            | Action::Removed
            | Action::Undone
            | Action::Redone
            | Action::Imported => true,
            Action::Read | Action::Printed | Action::Exported | Action::Unlocked => false,
        }
    }
}

/// Kinds of records; also what `changed` tells the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    Practice,
    Provider,
    Chair,
    AppointmentType,
    Closure,
    Patient,
    Household,
    Appointment,
    BlockOutType,
    BlockOut,
    Waiting,
    SavedView,
    Notice,
    PowerCut,
    ReminderRule,
    MessageSettings,
    MessageText,
    Consent,
    ContactWish,
    ContactStop,
    Outbox,
    Mailbox,
}

names!(RecordKind {
    Practice = "practice",
    Provider = "provider",
    Chair = "chair",
    AppointmentType = "appointment_type",
    Closure = "closure",
    Patient = "patient",
    Household = "household",
    Appointment = "appointment",
    BlockOutType = "block_out_type",
    BlockOut = "block_out",
    Waiting = "waiting",
    SavedView = "saved_view",
    Notice = "notice",
    PowerCut = "power_cut",
    ReminderRule = "reminder_rule",
    MessageSettings = "message_settings",
    MessageText = "message_text",
    Consent = "consent",
    ContactWish = "contact_wish",
    ContactStop = "contact_stop",
    Outbox = "outbox",
    Mailbox = "mailbox",
});

impl RecordKind {
    /// Every kind, for those who must hear of a change that they cannot see.
    pub const ALL: [RecordKind; 22] = [
        RecordKind::Practice,
        RecordKind::Provider,
        RecordKind::Chair,
        RecordKind::AppointmentType,
        RecordKind::Closure,
        RecordKind::Patient,
        RecordKind::Household,
        RecordKind::Appointment,
        RecordKind::BlockOutType,
        RecordKind::BlockOut,
        RecordKind::Waiting,
        RecordKind::SavedView,
        RecordKind::Notice,
        RecordKind::PowerCut,
        RecordKind::ReminderRule,
        RecordKind::MessageSettings,
        RecordKind::MessageText,
        RecordKind::Consent,
        RecordKind::ContactWish,
        RecordKind::ContactStop,
        RecordKind::Outbox,
        RecordKind::Mailbox,
    ];
}

/// One line of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Place in the chain, from 1.
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub actor: Actor,
    pub action: Action,
    pub kind: RecordKind,
    /// None where the entry speaks of many records, such as an export.
    pub record: Option<Uuid>,
    /// The record as it was, in JSON; none when it was made, or only read.
    pub before: Option<String>,
    /// What more there is to say, such as the reason or the range printed.
    pub note: String,
}
