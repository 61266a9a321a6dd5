//! Working hours (S6): per provider and weekday with exceptions by date, chair hours apart from
//! them, and closures of the practice that beat both.

use crate::id::{ChairId, ClosureId};
use crate::said::{Said, said};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Minutes since midnight, 0 to 1440; 1440 is the midnight that ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MinuteOfDay(u16);

/// The text is not a time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time of day; write 08:30, or 24:00 for the end of the day")]
pub struct NotATime(pub String);

impl From<NotATime> for Said {
    fn from(NotATime(text): NotATime) -> Self {
        said("invalid-clock").with("text", text)
    }
}

/// A stretch of work within one day; `to` is after `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    pub from: MinuteOfDay,
    pub to: MinuteOfDay,
    /// The chair the provider uses then; none means any chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<ChairId>,
}

/// Shifts of each weekday, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WeekHours(pub [Vec<Shift>; 7]);

/// What one date has instead of its weekday's shifts; no shifts means off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursException {
    pub date: NaiveDate,
    pub shifts: Vec<Shift>,
    /// Why, as the desk wrote it: "Holiday", "Course".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A holiday or closure of the whole practice, both days included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    pub id: ClosureId,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub name: String,
}

impl MinuteOfDay {
    /// The midnight that begins the day.
    pub const MIDNIGHT: MinuteOfDay = MinuteOfDay(0);

    /// The midnight that ends the day.
    pub const END: MinuteOfDay = MinuteOfDay(24 * 60);

    /// None past the end of the day.
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes <= Self::END.0).then_some(Self(minutes))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The time of day of a clock time, whole minutes.
    pub fn of(time: NaiveTime) -> Self {
        use chrono::Timelike;
        Self((time.hour() * 60 + time.minute()) as u16)
    }

    /// The minute after this one; the end of the day stays itself.
    pub fn next(self) -> Self {
        Self(self.0 + 1).min(Self::END)
    }

    /// The local time on a date.
    pub fn on(self, date: NaiveDate) -> NaiveDateTime {
        let midnight = date.and_time(NaiveTime::MIN);
        // Only the midnight that ends the last day there is would be past everything.
        midnight
            .checked_add_signed(TimeDelta::minutes(i64::from(self.0)))
            .unwrap_or(NaiveDateTime::MAX)
    }
}

impl fmt::Display for MinuteOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for MinuteOfDay {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let not = || NotATime(text.to_owned());
        let (hour, minute) = text.trim().split_once(':').ok_or_else(not)?;
        let hour: u16 = hour.parse().map_err(|_| not())?;
        let minute: u16 = minute.parse().map_err(|_| not())?;
        if hour > 24 || minute > 59 {
            return Err(not());
        }
        Self::new(hour * 60 + minute).ok_or_else(not)
    }
}

impl Shift {
    /// None unless `to` is after `from`.
    pub fn new(from: MinuteOfDay, to: MinuteOfDay, chair: Option<ChairId>) -> Option<Self> {
        (from < to).then_some(Self { from, to, chair })
    }

    /// Whether [from, to) lies within this shift.
    pub fn covers(&self, from: MinuteOfDay, to: MinuteOfDay) -> bool {
        self.from <= from && to <= self.to
    }
}

impl WeekHours {
    /// The same shift on each of the given weekdays.
    pub fn same(days: &[Weekday], shift: Shift) -> Self {
        let mut week = Self::default();
        for day in days {
            week.0[day.num_days_from_monday() as usize].push(shift);
        }
        week
    }

    /// What a new practice starts with: Monday to Friday, 08:00 to 18:00.
    pub fn usual() -> Self {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        let shift = Shift {
            from: MinuteOfDay(8 * 60),
            to: MinuteOfDay(18 * 60),
            chair: None,
        };
        Self::same(&[Mon, Tue, Wed, Thu, Fri], shift)
    }

    /// Shifts of a date's weekday.
    pub fn on(&self, date: NaiveDate) -> &[Shift] {
        &self.0[date.weekday().num_days_from_monday() as usize]
    }

    /// Whether no weekday has a shift.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }
}

impl Closure {
    /// Whether the practice is closed on a date.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }
}

/// Shifts that hold on a date: the exception where there is one, else the weekday's.
pub fn shifts_on<'a>(
    week: &'a WeekHours,
    exceptions: &'a [HoursException],
    date: NaiveDate,
) -> &'a [Shift] {
    exceptions
        .iter()
        .find(|exception| exception.date == date)
        .map_or_else(|| week.on(date), |exception| exception.shifts.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_and_written_alike() {
        for text in ["00:00", "08:05", "23:59", "24:00"] {
            assert_eq!(text.parse::<MinuteOfDay>().unwrap().to_string(), text);
        }
        for text in ["24:01", "8", "08:60", "-1:00", ""] {
            assert!(text.parse::<MinuteOfDay>().is_err(), "{text}");
        }
    }

    #[test]
    fn s6_an_exception_replaces_its_weekday() {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let week = WeekHours::usual();
        let off = [HoursException {
            date: monday,
            shifts: vec![],
            note: String::new(),
        }];
        assert_eq!(shifts_on(&week, &[], monday).len(), 1);
        assert!(shifts_on(&week, &off, monday).is_empty());
        assert!(shifts_on(&week, &[], monday - TimeDelta::days(1)).is_empty());
    }
}
