//! When nothing goes out (M6), and what else holds for all messages.

use super::consent::Unknown;
use super::kind::Channel;
use crate::hours::{Closure, MinuteOfDay};
use crate::wall_clock::{WallTime, Zone};
use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// What holds for all messages of a practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub quiet: QuietHours,
    pub unknown: Unknown,
    /// The channels that are set up; a rule passes over the others.
    pub channels: Vec<Channel>,
    /// Years from which on patients are written to themselves (P5).
    pub of_age: u32,
    /// M11: what the practice calls itself towards patients; empty is its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sender: String,
    /// M16: where a visit may be told of to others; empty where the practice has no such page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub review_link: String,
}

/// Stretches of the day, weekdays and dates on which nothing goes out, in the practice's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// From this time of day, over midnight where `to` is earlier, until `to`; both the same is never.
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<NaiveDate>,
    /// Whether nothing goes out while the practice is closed for a holiday either.
    #[serde(default)]
    pub closures: bool,
}

/// Days after which a search for a time to send is given up: no closure is longer than that.
const LONGEST: usize = 400;

impl Default for Settings {
    fn default() -> Self {
        Self {
            quiet: QuietHours::default(),
            unknown: Unknown::default(),
            channels: vec![Channel::Phone, Channel::Desktop],
            of_age: 18,
            sender: String::new(),
            review_link: String::new(),
        }
    }
}

impl Default for QuietHours {
    /// 20:00 to 08:00, on no other days than these (M6).
    fn default() -> Self {
        let hour = |hour: u16| MinuteOfDay::new(hour * 60).unwrap_or(MinuteOfDay::MIDNIGHT);
        Self {
            from: hour(20),
            to: hour(8),
            weekdays: Vec::new(),
            dates: Vec::new(),
            closures: false,
        }
    }
}

impl QuietHours {
    /// The first instant from `at` on at which something may go out; none when there is none for
    /// more than a year.
    pub fn release(
        &self,
        at: DateTime<Utc>,
        zone: Zone,
        closures: &[Closure],
    ) -> Option<DateTime<Utc>> {
        let first = zone.wall(at);
        let minute = MinuteOfDay::of(first.at.time());
        if !self.is_quiet(minute) && !self.excludes(first.date(), closures) {
            return Some(at);
        }
        first
            .date()
            .iter_days()
            .take(LONGEST)
            .filter(|date| !self.excludes(*date, closures))
            .flat_map(|date| {
                self.open().into_iter().flatten().map(move |(from, to)| {
                    // Where the clocks are set back, it is quiet again in the second pass.
                    let opens = zone.settled(WallTime {
                        at: from.on(date),
                        second_pass: true,
                    });
                    (zone.edge(opens), zone.edge(WallTime::once(to.on(date))))
                })
            })
            .find(|(from, to)| from < to && at < *to)
            .map(|(from, _)| from.max(at))
    }

    /// Whether nothing goes out at this time of day.
    pub fn is_quiet(&self, minute: MinuteOfDay) -> bool {
        if self.from <= self.to {
            self.from <= minute && minute < self.to
        } else {
            self.from <= minute || minute < self.to
        }
    }

    /// Whether nothing goes out on this date.
    pub fn excludes(&self, date: NaiveDate, closures: &[Closure]) -> bool {
        self.weekdays.contains(&date.weekday())
            || self.dates.contains(&date)
            || (self.closures && closures.iter().any(|closure| closure.covers(date)))
    }

    /// The stretches of a day that are not quiet, in order.
    fn open(&self) -> [Option<(MinuteOfDay, MinuteOfDay)>; 2] {
        if self.from == self.to {
            [Some((MinuteOfDay::MIDNIGHT, MinuteOfDay::END)), None]
        } else if self.to < self.from {
            [Some((self.to, self.from)), None]
        } else {
            [
                (self.from > MinuteOfDay::MIDNIGHT).then_some((MinuteOfDay::MIDNIGHT, self.from)),
                (self.to < MinuteOfDay::END).then_some((self.to, MinuteOfDay::END)),
            ]
        }
    }
}
