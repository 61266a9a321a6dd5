//! Why a message does not go out.

use super::facts::Part;
use crate::id::OutboxId;
use crate::messages::kind::{Channel, MessageKind};
use crate::name::names;
use crate::said::{Said, said};
use serde::{Deserialize, Serialize};

/// What a rule would say, and why it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    pub part: Part,
    pub kind: MessageKind,
    pub why: WhyNot,
    /// Whether somebody at the desk has to see it: nobody hears, and nobody wished it so (M5).
    pub for_desk: bool,
}

/// A message that is to be taken out of the outbox before it goes. Its keys are free again (M1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    pub outbox: OutboxId,
    pub why: WhyNot,
}

/// The reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The visit is not what the message says it is.
    Cancelled,
    Missed,
    /// The patient is here, or was.
    Came,
    /// Stands elsewhere now.
    Moved,
    /// It is in the records no more.
    Gone,
    /// S14: what is known of the patient cannot be read whole.
    Unreadable,
    Declined,
    /// Confirmed before it was asked.
    Answered,
    /// P3
    Deceased,
    NotContacted,
    /// M4: booked or moved within the rule's lead.
    BookedInside,
    /// M4: one nearer to the visit goes out.
    Superseded,
    /// M7: it was due before the rule was on.
    RuleNewer,
    /// It was switched off or taken away.
    RuleOff,
    /// M7
    TooLate,
    /// M6: past by the time at which something may go out again.
    QuietTooLong,
    /// M16
    Complaint,
    /// P5: a minor without anybody to write to.
    NoGuardian,
    /// P3: guarantor or guardian died, or is not to be contacted.
    RecipientNotContacted,
    /// No channel of the rule reaches them; in the rule's order.
    NoWay(Vec<(Channel, NoWay)>),
    /// Another message says it, or says it otherwise.
    Replaced,
}

/// Why a channel does not reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoWay {
    NotSetUp,
    NoAddress,
    /// P7: they wish to be reached otherwise.
    Wished,
    /// M9
    Stopped,
    /// M8
    Refused,
    /// M8: nobody asked, and then it is a no.
    NotAsked,
    /// It was tried.
    Failed,
}

names!(NoWay {
    NotSetUp = "not-set-up",
    NoAddress = "no-address",
    Wished = "wished",
    Stopped = "stopped",
    Refused = "refused",
    NotAsked = "not-asked",
    Failed = "failed",
});

impl WhyNot {
    /// Whether the desk has to see it, when the patient's own address was tried: what they chose
    /// themselves, or the practice did, needs nobody's care.
    pub(super) fn for_desk(&self) -> bool {
        match self {
            WhyNot::NoGuardian | WhyNot::RecipientNotContacted | WhyNot::Unreadable => true,
            WhyNot::NoWay(tried) => tried
                .iter()
                .any(|(_, why)| matches!(why, NoWay::NoAddress | NoWay::Failed)),
            _ => false,
        }
    }

    /// Whether its time went by while it could not go.
    pub fn is_late(&self) -> bool {
        matches!(
            self,
            WhyNot::TooLate | WhyNot::QuietTooLong | WhyNot::RuleNewer
        )
    }

    /// Whether nothing was tried, since no way of the rule is set up.
    pub(super) fn is_not_set_up(&self) -> bool {
        let WhyNot::NoWay(tried) = self else {
            return false;
        };
        tried.iter().all(|(_, why)| *why == NoWay::NotSetUp)
    }
}

impl From<&WhyNot> for Said {
    fn from(why: &WhyNot) -> Self {
        said(match why {
            WhyNot::Cancelled => "unsent-cancelled",
            WhyNot::Missed => "unsent-missed",
            WhyNot::Came => "unsent-came",
            WhyNot::Moved => "unsent-moved",
            WhyNot::Gone => "unsent-gone",
            WhyNot::Unreadable => "unsent-unreadable",
            WhyNot::Declined => "unsent-declined",
            WhyNot::Answered => "unsent-answered",
            WhyNot::Deceased => "unsent-deceased",
            WhyNot::NotContacted => "unsent-not-contacted",
            WhyNot::BookedInside => "unsent-booked-inside",
            WhyNot::Superseded => "unsent-superseded",
            WhyNot::RuleNewer => "unsent-rule-newer",
            WhyNot::RuleOff => "unsent-rule-off",
            WhyNot::TooLate => "unsent-too-late",
            WhyNot::QuietTooLong => "unsent-quiet",
            WhyNot::Complaint => "unsent-complaint",
            WhyNot::NoGuardian => "unsent-no-guardian",
            WhyNot::RecipientNotContacted => "unsent-recipient",
            WhyNot::Replaced => "unsent-replaced",
            WhyNot::NoWay(tried) => {
                let ways: Vec<Said> = tried
                    .iter()
                    .map(|(channel, why)| {
                        said("no-way")
                            .with("channel", channel.name())
                            .with("why", why.name())
                    })
                    .collect();
                return said("unsent-no-way").with("ways", ways);
            }
        })
    }
}
