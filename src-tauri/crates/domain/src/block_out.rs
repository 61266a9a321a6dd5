//! Block-outs: stretches of a provider's, a chair's or the whole practice's time that are not for
//! every visit, or for none (S5).

mod stretch;

pub use stretch::{Stretch, stretches};

use crate::booking::Resource;
use crate::hours::MinuteOfDay;
use crate::id::{AppointmentTypeId, BlockOutId, BlockOutTypeId, ChairId, ProviderId};
use crate::patient::Identifier;
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// What a block-out means; the practice names its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockOutType {
    pub id: BlockOutTypeId,
    pub name: String,
    pub effect: Effect,
    /// Index into the palette of the window, 0 to 7.
    pub tint: u8,
    pub active: bool,
    /// Place in lists, smallest first.
    pub position: u32,
}

/// What a block-out does to booking (S5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "does", content = "types")]
pub enum Effect {
    /// Nothing is booked over it.
    NoScheduling,
    /// Only visits of these types are.
    Reserved(Vec<AppointmentTypeId>),
    /// It is shown and keeps nobody away.
    Note,
}

/// A stretch of time, once or again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockOut {
    pub id: BlockOutId,
    pub kind: BlockOutTypeId,
    /// Whose time, and where; with neither it is the whole practice's.
    pub provider: Option<ProviderId>,
    pub chair: Option<ChairId>,
    /// The first day it may fall on.
    pub first: NaiveDate,
    /// [from, to) on each of its days; `to` is after `from`.
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    pub repeat: Repeat,
    pub note: String,
    /// Ids in other systems, so that a second import finds the same block-out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
}

/// On which days it falls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    /// On its first day only.
    Once,
    /// On weekdays, every so many weeks counted from the week of the first day.
    Weekly {
        /// At least 1.
        every: u32,
        days: Vec<Weekday>,
        /// The last day it may fall on; none goes on.
        until: Option<NaiveDate>,
        /// Days on which it does not fall after all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<NaiveDate>,
    },
    /// On the weekday of the first day, with the same place in the month (the second Tuesday), or
    /// the last one.
    Monthly {
        /// At least 1.
        every: u32,
        /// The last one of the month instead of the one with the same number.
        last: bool,
        until: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<NaiveDate>,
    },
}

impl Effect {
    /// Whether a visit of this type is kept away (S5).
    pub fn blocks(&self, kind: Option<AppointmentTypeId>) -> bool {
        match self {
            Effect::NoScheduling => true,
            Effect::Reserved(types) => !kind.is_some_and(|kind| types.contains(&kind)),
            Effect::Note => false,
        }
    }
}

impl BlockOut {
    /// Whether it falls on a day.
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        if date < self.first {
            return false;
        }
        match &self.repeat {
            Repeat::Once => date == self.first,
            Repeat::Weekly {
                every,
                days,
                until,
                except,
            } => {
                within(date, *until, except)
                    && days.contains(&date.weekday())
                    && weeks_between(self.first, date).is_multiple_of((*every).max(1))
            }
            Repeat::Monthly {
                every,
                last,
                until,
                except,
            } => {
                within(date, *until, except)
                    && date.weekday() == self.first.weekday()
                    && months_between(self.first, date).is_multiple_of((*every).max(1))
                    && if *last {
                        is_last_of_month(date)
                    } else {
                        date.day0() / 7 == self.first.day0() / 7
                    }
            }
        }
    }

    /// The last day it may fall on; none when it has no end.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match &self.repeat {
            Repeat::Once => Some(self.first),
            Repeat::Weekly { until, .. } | Repeat::Monthly { until, .. } => *until,
        }
    }

    /// [start, end) on a day as instants (S12); none when it does not fall on it, or the clocks
    /// skip all of it.
    pub fn span_on(&self, date: NaiveDate, zone: Zone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if !self.falls_on(date) {
            return None;
        }
        let start = zone.edge(WallTime::once(self.from.on(date)));
        // A repeated time ends with its second pass: the stretch is blocked to its end.
        let end = zone.edge(zone.settled(WallTime {
            at: self.to.on(date),
            second_pass: true,
        }));
        (start < end).then_some((start, end))
    }

    /// Whether it is about this provider and chair: the whole practice's always is, one of a
    /// provider follows them into every chair, one of a chair holds for whoever works there.
    pub fn concerns(&self, provider: Option<ProviderId>, chair: Option<ChairId>) -> bool {
        match (self.provider, self.chair) {
            (None, None) => true,
            (Some(one), None) => provider == Some(one),
            (None, Some(one)) => chair == Some(one),
            (Some(one), Some(place)) => provider == Some(one) && chair == Some(place),
        }
    }

    /// What it takes from others: a provider's or a chair's time; none is the whole practice's.
    pub fn resource(&self) -> Option<Resource> {
        match (self.provider, self.chair) {
            (Some(_), _) => Some(Resource::Provider),
            (None, Some(_)) => Some(Resource::Chair),
            (None, None) => None,
        }
    }
}

fn within(date: NaiveDate, until: Option<NaiveDate>, except: &[NaiveDate]) -> bool {
    until.is_none_or(|until| date <= until) && !except.contains(&date)
}

/// From the Monday of one week to the Monday of the other.
fn weeks_between(first: NaiveDate, date: NaiveDate) -> u32 {
    let monday = |day: NaiveDate| {
        i64::from(day.num_days_from_ce()) - i64::from(day.weekday().num_days_from_monday())
    };
    u32::try_from((monday(date) - monday(first)) / 7).unwrap_or(0)
}

fn months_between(first: NaiveDate, date: NaiveDate) -> u32 {
    let months = (date.year() - first.year()) * 12 + date.month0() as i32 - first.month0() as i32;
    u32::try_from(months).unwrap_or(0)
}

fn is_last_of_month(date: NaiveDate) -> bool {
    date.checked_add_days(chrono::Days::new(7))
        .is_none_or(|later| later.month() != date.month())
}
