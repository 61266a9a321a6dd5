//! When a medicine is to be taken (M17).

use crate::hours::MinuteOfDay;
use crate::id::{MedicationId, PatientId};
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A medicine that a patient wishes to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medication {
    pub id: MedicationId,
    pub patient: PatientId,
    pub dosing: Dosing,
    /// First and last local day, both included.
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

/// "Three times a day at 7, 15 and 23" is not "every 8 hours": the first keeps to the clock on the
/// wall when it is changed, the second to the hours in between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dosing {
    At(Vec<MinuteOfDay>),
    Every {
        /// At least 1.
        hours: u16,
        /// The first dose.
        first: DateTime<Utc>,
    },
    /// Never reminded.
    AsNeeded,
}

impl Medication {
    /// The doses of a local day, in order. A time that the clocks skip is taken when they jump; of
    /// one that comes twice the first is meant.
    pub fn doses(&self, date: NaiveDate, zone: Zone) -> Vec<DateTime<Utc>> {
        if date < self.from || self.to.is_some_and(|to| to < date) {
            return Vec::new();
        }
        match &self.dosing {
            Dosing::AsNeeded => Vec::new(),
            Dosing::At(times) => {
                let mut doses: Vec<_> = times
                    .iter()
                    .map(|time| zone.edge(WallTime::once(time.on(date))))
                    .collect();
                doses.sort_unstable();
                doses.dedup();
                doses
            }
            Dosing::Every { hours, first } => every(*hours, *first, date, zone),
        }
    }
}

fn every(hours: u16, first: DateTime<Utc>, date: NaiveDate, zone: Zone) -> Vec<DateTime<Utc>> {
    let step = TimeDelta::hours(i64::from(hours.max(1)));
    let edge = |date: Option<NaiveDate>| {
        date.map(|date| zone.edge(WallTime::once(MinuteOfDay::MIDNIGHT.on(date))))
    };
    let (Some(begin), Some(end)) = (edge(Some(date)), edge(date.succ_opt())) else {
        return Vec::new();
    };
    let behind = (begin - first).num_seconds().max(0);
    let steps = behind.div_euclid(step.num_seconds())
        + i64::from(behind.rem_euclid(step.num_seconds()) > 0);
    let mut at = first.checked_add_signed(TimeDelta::seconds(steps * step.num_seconds()));
    let mut doses = Vec::new();
    while let Some(dose) = at.filter(|dose| *dose < end) {
        doses.push(dose);
        at = dose.checked_add_signed(step);
    }
    doses
}
