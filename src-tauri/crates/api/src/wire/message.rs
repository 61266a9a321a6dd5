//! Messages to patients.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireMessageKind {
    BookingConfirmation,
    Moved,
    Cancelled,
    Reminder,
    PleaseConfirm,
    MissedVisit,
    FollowUp,
    Survey,
    Birthday,
    Medication,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireChannel {
    Email,
    Sms,
    Phone,
    Desktop,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetMessagePlan {
    /// What goes from this day on, and what does not go of visits from this day on.
    pub from: String,
    /// To this day, included.
    pub to: String,
}

/// A message to a patient, or why there is none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageView {
    /// None while it is not in the outbox.
    pub id: Option<String>,
    pub kind: WireMessageKind,
    pub about: Vec<MessageAbout>,
    /// None where it does not go.
    pub channel: Option<WireChannel>,
    /// Who is written to; empty for the desk, and where it does not go.
    pub to: String,
    pub address: String,
    /// When it goes, is tried again or went, as an instant.
    pub send_at: Option<String>,
    /// The same on the practice's wall clock.
    pub send_at_local: Option<String>,
    /// `planned`, `claimed`, `accepted`, `transient`, `permanent`, `unknown`, `withdrawn`, or
    /// `unsent` where it does not go.
    pub state: String,
    /// Why it does not go, or did not get there.
    pub why: Option<String>,
    /// Whether somebody at the desk has to see it.
    pub for_desk: bool,
    pub attempts: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageAbout {
    pub patient: String,
    pub patient_name: String,
    /// Where it is about a visit: its local start.
    pub start: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct TickMessages {
    /// As if it were this instant; by default it is now.
    pub now: Option<String>,
    /// Only says what would be done.
    pub dry_run: bool,
}

/// What was done, or would be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessagesTicked {
    /// Another program of the practice is sending.
    pub busy: bool,
    pub planned: u32,
    pub withdrawn: u32,
    pub accepted: u32,
    pub put_off: u32,
    pub failed: u32,
    pub unknown: u32,
    pub not_tried: u32,
    /// Of a dry run: what would be handed over.
    pub would_send: Vec<MessageView>,
}

/// What holds for all messages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageSettings {
    /// The channels that are set up; only told, and of no meaning where settings are saved.
    pub channels: Vec<WireChannel>,
    /// Nothing goes out from this time of day until `quiet_to`.
    pub quiet_from: String,
    pub quiet_to: String,
    /// Nor while the practice is closed for a holiday.
    pub quiet_closures: bool,
    /// Years from which on patients are written to themselves.
    pub of_age: u32,
    /// What the practice calls itself towards patients; empty is its name.
    pub sender: String,
    /// A page on which others may be told of a visit; empty for none.
    pub review_link: String,
}
