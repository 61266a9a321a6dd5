//! The practice and what it has: providers, chairs and appointment types.

use crate::appointment::Pattern;
use crate::hours::{HoursException, Shift, WeekHours};
use crate::id::{AppointmentTypeId, ChairId, PracticeId, ProviderId};
use crate::waiting_room::USUAL_ALERT_MINUTES;
use crate::wall_clock::Zone;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The practice that owns the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    pub id: PracticeId,
    pub name: String,
    pub zone: Zone,
    /// BCP 47 tag of the language of prints and messages.
    pub language: String,
    pub phone: String,
    /// When the practice is open; a provider without hours of their own follows these.
    pub hours: WeekHours,
    /// Minutes of waiting after which the waiting room warns.
    #[serde(default = "usual_alert", skip_serializing_if = "is_usual_alert")]
    pub waiting_alert: u32,
}

/// A dentist, hygienist or other practitioner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    pub id: ProviderId,
    pub name: String,
    /// None follows the practice's hours.
    pub hours: Option<WeekHours>,
    #[serde(default)]
    pub exceptions: Vec<HoursException>,
    /// Whether new visits may be booked; a former provider stays on record.
    pub active: bool,
    /// Place in lists, smallest first.
    pub position: u32,
    /// Ids in other systems, so that a second import finds the same provider.
    #[serde(default)]
    pub identifiers: Vec<crate::patient::Identifier>,
    /// Tint where cards are coloured by provider: an index into the palette of the window, 0 to 7.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tint: u8,
}

/// A room or operatory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chair {
    pub id: ChairId,
    pub name: String,
    /// None is open whenever a provider is.
    pub hours: Option<WeekHours>,
    #[serde(default)]
    pub exceptions: Vec<HoursException>,
    pub active: bool,
    /// Place in the day view, smallest first.
    pub position: u32,
}

/// A kind of visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentType {
    pub id: AppointmentTypeId,
    pub name: String,
    /// Usual length.
    pub minutes: u32,
    /// Tint in the day view: an index into the palette of the window, 0 to 7.
    pub tint: u8,
    pub active: bool,
    pub position: u32,
    /// Minutes before the start at which the patient is asked to be there (S11).
    #[serde(default)]
    pub arrive_early: u32,
    /// Who is busy when, in a visit of the usual length (S2); none is the provider throughout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// Where it may take place, and with whom; none of them is anywhere, and anybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<ChairId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<ProviderId>,
    /// The recall that a completed visit of this type sets off, by its name; empty for none (R1).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recall_trigger: String,
}

impl Chair {
    /// When it is open on a date; none is whenever a provider works there.
    pub fn open_on(&self, date: NaiveDate) -> Option<&[Shift]> {
        let exception = self.exceptions.iter().find(|one| one.date == date);
        match exception {
            Some(exception) => Some(&exception.shifts),
            None => self.hours.as_ref().map(|week| week.on(date)),
        }
    }
}

impl AppointmentType {
    /// A type of which only name and length are known, the first in lists.
    pub fn named(id: AppointmentTypeId, name: String, minutes: u32) -> Self {
        Self {
            id,
            name,
            minutes,
            tint: 0,
            active: true,
            position: 0,
            arrive_early: 0,
            pattern: None,
            chairs: Vec::new(),
            providers: Vec::new(),
            recall_trigger: String::new(),
        }
    }

    /// Who is busy when in a visit of this type that takes so long (S2): the type's pattern, drawn
    /// out or together where that is not the usual length.
    pub fn pattern_for(&self, minutes: u32) -> Option<Pattern> {
        self.pattern
            .as_ref()
            .map(|pattern| pattern.stretched(minutes))
    }

    /// Whether a visit of this type may take place in this chair.
    pub fn allows_chair(&self, chair: ChairId) -> bool {
        self.chairs.is_empty() || self.chairs.contains(&chair)
    }

    /// Whether this provider takes visits of this type.
    pub fn allows_provider(&self, provider: ProviderId) -> bool {
        self.providers.is_empty() || self.providers.contains(&provider)
    }
}

fn is_zero(tint: &u8) -> bool {
    *tint == 0
}

fn usual_alert() -> u32 {
    USUAL_ALERT_MINUTES
}

fn is_usual_alert(minutes: &u32) -> bool {
    *minutes == USUAL_ALERT_MINUTES
}
