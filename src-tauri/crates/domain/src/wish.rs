//! When and with whom somebody would like to come: for openings, the ASAP list and the waiting list.

use crate::hours::MinuteOfDay;
use crate::id::{ChairId, ProviderId};
use crate::wall_clock::WallTime;
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// "Any Tuesday after 16:00 with Dr X". What is empty or none does not matter to the patient.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wish {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    /// Not earlier in the day than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<MinuteOfDay>,
    /// Over by this time of day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<MinuteOfDay>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<ProviderId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<ChairId>,
    /// First and last day, both included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<NaiveDate>,
}

impl Wish {
    /// Whether nothing is wished for, so that everything suits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a visit may be on this day.
    pub fn suits_day(&self, date: NaiveDate) -> bool {
        (self.weekdays.is_empty() || self.weekdays.contains(&date.weekday()))
            && self.first_day.is_none_or(|first| first <= date)
            && self.last_day.is_none_or(|last| date <= last)
    }

    /// Whether a visit may be with this provider.
    pub fn suits_provider(&self, provider: ProviderId) -> bool {
        self.providers.is_empty() || self.providers.contains(&provider)
    }

    /// Whether a visit may be in this chair.
    pub fn suits_chair(&self, chair: ChairId) -> bool {
        self.chairs.is_empty() || self.chairs.contains(&chair)
    }

    /// Whether a visit of `minutes` may start at `start`, by day and time of day.
    pub fn suits_time(&self, start: WallTime, minutes: u32) -> bool {
        let date = start.date();
        let over = |to: MinuteOfDay| {
            start
                .at
                .checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
                .is_some_and(|end| end <= to.on(date))
        };
        self.suits_day(date)
            && self.from.is_none_or(|from| from.on(date) <= start.at)
            && self.to.is_none_or(over)
    }
}
