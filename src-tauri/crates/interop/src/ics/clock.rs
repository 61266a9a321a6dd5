//! What the times of a calendar are meant by: UTC, a zone of the list, one that the file itself
//! describes, or the wall that they are read at.

use super::rule::{Budget, Rule};
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarValue,
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{WallTime, Zone};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

/// Turns local times into instants and back.
#[derive(Debug, Clone)]
pub(super) enum Clock {
    Utc,
    Zone(Zone),
    Described(Rc<Described>),
}

/// Offsets as a file describes them: each holds from an instant on.
#[derive(Debug)]
pub(super) struct Described {
    /// Before the first change.
    first: TimeDelta,
    /// In order of their instants.
    changes: Vec<(NaiveDateTime, TimeDelta)>,
}

/// The zones of a file by their TZID, and the practice's own.
pub(super) struct Clocks {
    practice: Zone,
    described: HashMap<String, ICalendarParts>,
    found: RefCell<HashMap<String, Option<Clock>>>,
    budget: RefCell<Budget>,
}

/// A VTIMEZONE and the parts within it.
type ICalendarParts = Vec<ICalendarComponent>;

/// Changes before this year are left out: they concern nobody, and some files begin in 1601.
const EARLIEST: i32 = 1900;
/// The last year of which changes are worked out.
const LATEST: i32 = 2200;

impl Clock {
    /// The instant of a local time; the first of two equal ones, none for one that is skipped.
    pub(super) fn instant(&self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Clock::Utc => Some(at.and_utc()),
            Clock::Zone(zone) => zone.instant(WallTime::once(at)).ok(),
            Clock::Described(described) => described.instant(at),
        }
    }

    /// As [`Clock::instant`]; a skipped time is read as if the clocks had not been set (RFC 5545,
    /// 3.3.5).
    pub(super) fn instant_of_record(&self, at: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Clock::Zone(zone) => zone.instant_of_record(WallTime::once(at)),
            _ => self.instant(at).unwrap_or_else(|| {
                let before = at - TimeDelta::hours(3);
                self.instant(before)
                    .map_or(at.and_utc(), |before| before + TimeDelta::hours(3))
            }),
        }
    }

    /// What this clock shows at an instant.
    pub(super) fn wall(&self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Clock::Utc => at.naive_utc(),
            Clock::Zone(zone) => zone.wall(at).at,
            Clock::Described(described) => at.naive_utc() + described.offset(at.naive_utc()),
        }
    }
}

impl Described {
    /// The offset that holds at an instant in UTC.
    fn offset(&self, at: NaiveDateTime) -> TimeDelta {
        let after = self.changes.partition_point(|(from, _)| *from <= at);
        match after.checked_sub(1).and_then(|last| self.changes.get(last)) {
            Some((_, offset)) => *offset,
            None => self.first,
        }
    }

    fn instant(&self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        // No offset is larger than a day, so that only changes around then can matter.
        let day = TimeDelta::days(1);
        let from = self.changes.partition_point(|(from, _)| *from < at - day);
        let to = self.changes.partition_point(|(from, _)| *from <= at + day);
        let before = from.checked_sub(1).and_then(|last| self.changes.get(last));
        let mut offsets = vec![before.map_or(self.first, |(_, offset)| *offset)];
        offsets.extend(self.changes[from..to].iter().map(|(_, offset)| *offset));
        offsets
            .into_iter()
            .map(|offset| at - offset)
            .filter(|instant| *instant + self.offset(*instant) == at)
            .min()
            .map(|instant| instant.and_utc())
    }
}

impl Clocks {
    pub(super) fn new(practice: Zone) -> Self {
        Self {
            practice,
            described: HashMap::new(),
            found: RefCell::default(),
            budget: RefCell::new(Budget::of_zones()),
        }
    }

    /// The clock of times that name none.
    pub(super) fn practice(&self) -> Clock {
        Clock::Zone(self.practice)
    }

    /// Takes in a VTIMEZONE with the parts within it.
    pub(super) fn describe(&mut self, zone: Vec<ICalendarComponent>) {
        const MOST: usize = 500;
        let id = zone
            .first()
            .and_then(|zone| text(zone, &ICalendarProperty::Tzid));
        if let Some(id) = id
            && self.described.len() < MOST
        {
            self.described.insert(id, zone);
        }
    }

    /// The clock that a TZID names. None where nobody knows it.
    ///
    /// A name of the list is meant as the list has it, whatever the file says of its rules: files
    /// describe them as they were when they were written.
    pub(super) fn named(&self, id: &str) -> Option<Clock> {
        if let Some(found) = self.found.borrow().get(id) {
            return found.clone();
        }
        let found = listed(id).or_else(|| self.described(id));
        self.found.borrow_mut().insert(id.to_owned(), found.clone());
        found
    }

    fn described(&self, id: &str) -> Option<Clock> {
        let parts = self.described.get(id)?;
        let zone = parts.first()?;
        for name in ["X-LIC-LOCATION", "X-WR-TIMEZONE"] {
            let name = ICalendarProperty::Other(name.to_owned());
            if let Some(clock) = text(zone, &name).and_then(|location| listed(&location)) {
                return Some(clock);
            }
        }
        let mut budget = self.budget.borrow_mut();
        let mut changes = Vec::new();
        let mut first: Option<(NaiveDateTime, TimeDelta)> = None;
        for part in parts.iter().skip(1) {
            if !matches!(
                part.component_type,
                ICalendarComponentType::Standard | ICalendarComponentType::Daylight
            ) {
                continue;
            }
            let start = date_time(part, &ICalendarProperty::Dtstart)?;
            let from = offset(part, &ICalendarProperty::Tzoffsetfrom)?;
            let to = offset(part, &ICalendarProperty::Tzoffsetto)?;
            if first.is_none_or(|(earliest, _)| start < earliest) {
                first = Some((start, from));
            }
            let onsets = onsets(part, start, &mut budget)?;
            changes.extend(onsets.into_iter().map(|onset| (onset - from, to)));
        }
        changes.sort();
        changes.dedup();
        Some(Clock::Described(Rc::new(Described {
            first: first?.1,
            changes,
        })))
    }
}

/// The local times at which the clocks are set by one part of a VTIMEZONE.
fn onsets(
    part: &ICalendarComponent,
    start: NaiveDateTime,
    budget: &mut Budget,
) -> Option<Vec<NaiveDateTime>> {
    let begin = if start.year() < EARLIEST {
        start
            .with_year(EARLIEST)
            .or_else(|| start.with_day(28)?.with_year(EARLIEST))?
    } else {
        start
    };
    let mut onsets = vec![start];
    for entry in &part.entries {
        match (&entry.name, entry.values.first()) {
            (ICalendarProperty::Rrule, Some(ICalendarValue::Text(rule))) => {
                let end = NaiveDate::from_ymd_opt(LATEST, 1, 1)?.and_time(begin.time());
                let rule = Rule::parse(rule).ok()?;
                let expanded = rule.between(begin, &Clock::Utc, begin, end, budget);
                onsets.extend(expanded.ok()?.dates);
            }
            (ICalendarProperty::Rdate, _) => onsets.extend(
                entry
                    .values
                    .iter()
                    .filter_map(|value| value.as_partial_date_time())
                    .filter_map(|at| Some(at.to_date_time()?.date_time)),
            ),
            _ => {}
        }
    }
    Some(onsets)
}

/// A zone of the IANA list by its name, or by the name that Windows and others give it.
fn listed(id: &str) -> Option<Clock> {
    let id = id.trim().trim_matches('"');
    let bare = id.rsplit_once("Tzfile/").map_or(id, |(_, name)| name);
    let zone = match Tz::from_str(bare).ok()? {
        Tz::Tz(zone) => Zone::named(zone.name()).ok()?,
        Tz::Fixed(_) | Tz::Floating => return None,
    };
    Some(if zone.name() == "UTC" {
        Clock::Utc
    } else {
        Clock::Zone(zone)
    })
}

pub(super) fn text(part: &ICalendarComponent, name: &ICalendarProperty) -> Option<String> {
    part.entries
        .iter()
        .find(|entry| entry.name == *name)
        .and_then(first_text)
}

fn first_text(entry: &ICalendarEntry) -> Option<String> {
    let text = entry.values.first()?.as_text()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn date_time(part: &ICalendarComponent, name: &ICalendarProperty) -> Option<NaiveDateTime> {
    let entry = part.entries.iter().find(|entry| entry.name == *name)?;
    let value = entry.values.first()?.as_partial_date_time()?;
    Some(value.to_date_time()?.date_time)
}

/// An offset such as -0741, at most a day.
fn offset(part: &ICalendarComponent, name: &ICalendarProperty) -> Option<TimeDelta> {
    let entry = part.entries.iter().find(|entry| entry.name == *name)?;
    let value = entry.values.first()?.as_partial_date_time()?;
    let minutes = i64::from(value.tz_hour?) * 60 + i64::from(value.tz_minute.unwrap_or(0));
    let minutes = if value.tz_minus { -minutes } else { minutes };
    (minutes.abs() < 24 * 60).then(|| TimeDelta::minutes(minutes))
}
