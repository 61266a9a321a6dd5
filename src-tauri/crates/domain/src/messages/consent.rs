//! What a patient agreed to (M8), and the only ways by which one wishes to be reached (P7).

use super::kind::Channel;
use crate::id::PatientId;
use crate::name::names;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What is agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentKind {
    /// What concerns a visit, before and after it, and medicine.
    Appointments,
    Recalls,
    Surveys,
    Marketing,
}

names!(ConsentKind {
    Appointments = "appointments",
    Recalls = "recalls",
    Surveys = "surveys",
    Marketing = "marketing",
});

impl ConsentKind {
    /// All of them, for a list to choose from.
    pub const ALL: [ConsentKind; 4] = [
        ConsentKind::Appointments,
        ConsentKind::Recalls,
        ConsentKind::Surveys,
        ConsentKind::Marketing,
    ];
}

/// What a patient said to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    Yes,
    No,
    #[default]
    Unknown,
}

names!(Answered { Yes = "yes", No = "no", Unknown = "unknown" });

/// What a patient said to one kind by one channel. The latest one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub patient: PatientId,
    pub channel: Channel,
    pub kind: ConsentKind,
    pub answered: Answered,
    /// From where it is known: "form at the desk", "reply by text".
    pub source: String,
    pub at: DateTime<Utc>,
}

/// Whether a message goes out to whom nobody has asked yet (M8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    pub appointments: bool,
    pub recalls: bool,
    pub surveys: bool,
    pub marketing: bool,
}

impl Default for Unknown {
    /// Who books a visit and leaves a number expects to hear of it, and of nothing else.
    fn default() -> Self {
        Self {
            appointments: true,
            recalls: true,
            surveys: false,
            marketing: false,
        }
    }
}

impl Unknown {
    /// Whether what nobody asked about counts as a yes.
    pub fn allows(&self, kind: ConsentKind) -> bool {
        match kind {
            ConsentKind::Appointments => self.appointments,
            ConsentKind::Recalls => self.recalls,
            ConsentKind::Surveys => self.surveys,
            ConsentKind::Marketing => self.marketing,
        }
    }
}

impl Consent {
    /// What holds of all that was said to one kind by one channel.
    pub fn latest<'a>(
        all: impl IntoIterator<Item = &'a Consent>,
        channel: Channel,
        kind: ConsentKind,
    ) -> Answered {
        all.into_iter()
            .filter(|one| one.channel == channel && one.kind == kind)
            .max_by_key(|one| one.at)
            .map_or(Answered::Unknown, |one| one.answered)
    }
}

/// A number or an address by a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub channel: Channel,
    pub address: String,
}

/// P7: the only ways by which a patient wishes to be reached. It beats every default: no household,
/// guardian, other number or other channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactWish {
    pub patient: PatientId,
    pub only: Vec<Way>,
}
