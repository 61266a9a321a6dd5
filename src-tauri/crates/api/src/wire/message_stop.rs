//! Numbers and addresses to which nothing goes, whoever has them.

use super::message::WireChannel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireStopBy {
    /// STOP and its like, by text or mail.
    Reply,
    /// The unsubscribe link of a mail program.
    Unsubscribed,
    /// Mail came back for good.
    Bounced,
    /// Said to somebody of the practice, who wrote it down.
    Desk,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct StopView {
    pub id: String,
    /// By which nothing goes there.
    pub channel: WireChannel,
    pub address: String,
    /// As an instant.
    pub since: String,
    pub stopped_by: WireStopBy,
    /// The words that were sent, or what the desk wrote.
    pub words: String,
    /// Whether the desk may take it off the list; else only a START from there does.
    pub removable: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddStop {
    pub channel: WireChannel,
    pub address: String,
    /// Who asked for it, and how.
    pub words: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveStop {
    pub id: String,
    /// Stays in the trail.
    pub why: String,
}
