//! What a message is about, and by which way it goes.

use super::consent::ConsentKind;
use crate::name::names;
use crate::notice::NoticeOf;
use serde::{Deserialize, Serialize};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    BookingConfirmation,
    /// The visit is at another time now.
    Moved,
    /// The visit does not take place.
    Cancelled,
    Reminder,
    /// A reminder that asks for an answer.
    PleaseConfirm,
    MissedVisit,
    FollowUp,
    Survey,
    Birthday,
    Medication,
}

names!(MessageKind {
    BookingConfirmation = "booking_confirmation",
    Moved = "moved",
    Cancelled = "cancelled",
    Reminder = "reminder",
    PleaseConfirm = "please_confirm",
    MissedVisit = "missed_visit",
    FollowUp = "follow_up",
    Survey = "survey",
    Birthday = "birthday",
    Medication = "medication",
});

/// The way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Sms,
    /// Somebody of the practice calls.
    Phone,
    /// Shown to the desk, on the practice's own screen; nothing leaves the house.
    Desktop,
}

names!(Channel { Email = "email", Sms = "sms", Phone = "phone", Desktop = "desktop" });

/// What a kind follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trigger {
    /// The desk's yes to "tell the patient?".
    Notice,
    /// A visit to come.
    Before,
    /// A visit that should have taken place, or did.
    After,
    /// A date of the patient's own.
    Patient,
}

impl MessageKind {
    /// All of them, for a list to choose from.
    pub const ALL: [MessageKind; 10] = [
        MessageKind::BookingConfirmation,
        MessageKind::Moved,
        MessageKind::Cancelled,
        MessageKind::Reminder,
        MessageKind::PleaseConfirm,
        MessageKind::MissedVisit,
        MessageKind::FollowUp,
        MessageKind::Survey,
        MessageKind::Birthday,
        MessageKind::Medication,
    ];

    /// What the patient has to have agreed to (M8).
    pub fn consent(self) -> ConsentKind {
        match self {
            MessageKind::Survey => ConsentKind::Surveys,
            MessageKind::Birthday => ConsentKind::Marketing,
            _ => ConsentKind::Appointments,
        }
    }

    /// Whether it asks for an answer (M10).
    pub fn asks(self) -> bool {
        matches!(self, MessageKind::PleaseConfirm | MessageKind::Survey)
    }

    /// The kind that tells of what happened to a visit.
    pub fn telling(of: &NoticeOf) -> Self {
        match of {
            NoticeOf::Booked => MessageKind::BookingConfirmation,
            NoticeOf::Moved { .. } => MessageKind::Moved,
            NoticeOf::Cancelled => MessageKind::Cancelled,
        }
    }

    pub(super) fn trigger(self) -> Trigger {
        use MessageKind as K;
        match self {
            K::BookingConfirmation | K::Moved | K::Cancelled => Trigger::Notice,
            K::Reminder | K::PleaseConfirm => Trigger::Before,
            K::MissedVisit | K::FollowUp | K::Survey => Trigger::After,
            K::Birthday | K::Medication => Trigger::Patient,
        }
    }
}

impl Channel {
    /// All of them, for a list to choose from.
    pub const ALL: [Channel; 4] = [
        Channel::Email,
        Channel::Sms,
        Channel::Phone,
        Channel::Desktop,
    ];

    /// Whether what goes out may come twice without harm after a crash (M15): a mailbox knows the
    /// Message-ID again, and whoever looks at the screen or the call list sees one line.
    pub fn may_repeat(self) -> bool {
        self != Channel::Sms
    }
}
