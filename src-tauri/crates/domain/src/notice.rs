//! What a patient is to be told of their visit, and was not told yet: the desk's answer to "tell
//! the patient?", kept until a message goes out.

use crate::id::{AppointmentId, NoticeId};
use crate::wall_clock::WallTime;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An intention to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub appointment: AppointmentId,
    pub of: NoticeOf,
    pub made: DateTime<Utc>,
    pub state: NoticeState,
}

/// What happened to the visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeOf {
    Booked,
    Moved {
        /// Where the patient believes it to be.
        from: WallTime,
    },
    Cancelled,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeState {
    /// Waits to be sent, or for somebody to call.
    Pending,
    /// Somebody told the patient by word of mouth.
    Told,
    /// The change was taken back, or another one came after it.
    Withdrawn,
}

crate::name::names!(NoticeState {
    Pending = "pending",
    Told = "told",
    Withdrawn = "withdrawn",
});

/// What happens to a visit, as far as its patient has to hear of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    Booked,
    /// Also when only its length, chair or provider changed: then both times are the same.
    Moved {
        from: WallTime,
        to: WallTime,
    },
    Cancelled,
    /// It takes place after all.
    Reinstated,
    /// The patient is here.
    Came,
}

/// What follows for what the patient is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follows {
    /// All stays as it is.
    Nothing,
    /// The desk is asked whether to tell; what waited to be told is no longer true.
    Ask(NoticeOf),
    /// What waits to be told is this now: one message for all that happened (M13).
    Becomes(NoticeOf),
    /// There is nothing left to tell: the patient knows, or never heard of any of it.
    Withdrawn,
}

/// What follows for the patient from what happened, when `pending` waits to be told.
pub fn follows(pending: Option<&NoticeOf>, happened: Happened) -> Follows {
    use Follows::{Ask, Becomes, Nothing, Withdrawn};
    use NoticeOf as Of;
    match (pending, happened) {
        (_, Happened::Moved { from, to }) if from == to => Nothing,
        (None, Happened::Came) => Nothing,
        (Some(_), Happened::Came) => Withdrawn,
        (_, Happened::Booked | Happened::Reinstated) => Ask(Of::Booked),
        (None, Happened::Moved { from, .. }) => Ask(Of::Moved { from }),
        (Some(Of::Booked), Happened::Moved { .. }) => Becomes(Of::Booked),
        (Some(Of::Moved { from }), Happened::Moved { to, .. }) if *from == to => Withdrawn,
        (Some(Of::Moved { from }), Happened::Moved { .. }) => Becomes(Of::Moved { from: *from }),
        (Some(Of::Cancelled), Happened::Moved { .. }) => Nothing,
        (Some(Of::Booked), Happened::Cancelled) => Withdrawn,
        (Some(_), Happened::Cancelled) => Becomes(Of::Cancelled),
        (None, Happened::Cancelled) => Ask(Of::Cancelled),
    }
}
