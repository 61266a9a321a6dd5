//! One patient's messages, and those that somebody at the desk has to see to.

use super::mailbox::MailboxTrouble;
use super::message::MessageView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetPatientMessages {
    pub patient: String,
}

/// A message with its words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageInFull {
    pub message: MessageView,
    /// None where it never came to have any.
    pub words: Option<MessageWords>,
    /// Whether a person may have it sent again.
    pub may_resend: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageWords {
    /// Empty where the channel has none.
    pub subject: String,
    pub text: String,
    /// BCP 47 tag of the language it is written in.
    pub language: String,
    /// Whether it was handed over with these words; else it would be if it went now.
    pub said: bool,
}

/// What somebody at the desk has to see.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MessageDesk {
    /// How many there are of all four, and one for the trouble, for a badge.
    pub count: u32,
    /// What keeps all messages from going: the mailbox, or that they cannot be planned.
    pub trouble: Option<MailboxTrouble>,
    /// Failed by every way, and somebody still has to hear it.
    pub failed: Vec<MessageInFull>,
    /// May have been sent, and still of use.
    pub unknown: Vec<MessageInFull>,
    /// Nobody can be reached, such as a household without a guarantor, or it came too late.
    pub unreached: Vec<MessageInFull>,
    /// To be called, with what to say.
    pub calls: Vec<MessageInFull>,
}
