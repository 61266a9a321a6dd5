//! All that a calendar has of one event: its dates, those that were moved, and those taken out.

use super::clock::{Clock, Clocks};
use super::event::{Event, LONGEST_DAYS, Length, When, too_long};
use super::rule::{Budget, Rule};
use super::{IcsOptions, Reach};
use crate::incoming::{BusyTime, IncomingEvent, Occurrence, Refused};
use crate::limits::excerpt;
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::{Said, said};
use domain::{WallTime, Zone};
use std::collections::{BTreeMap, HashSet};

/// Everything in a file under one UID.
#[derive(Debug, Default)]
pub(super) struct Series {
    /// The event itself; the newest where there are several.
    pub(super) event: Option<Event>,
    /// What is said of single dates of it.
    pub(super) moved: Vec<Event>,
}

/// A date of an event, by which it is known again however far it is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Date {
    Day(NaiveDate),
    Instant(DateTime<Utc>),
}

/// Works out dates.
pub(super) struct Working<'a> {
    pub(super) clocks: &'a Clocks,
    pub(super) options: &'a IcsOptions,
    pub(super) budget: &'a mut Budget,
    pub(super) refused: &'a mut Vec<Refused>,
    /// Series that go on after the days asked for.
    pub(super) going_on: &'a mut u64,
}

/// A date of an event before it is read off the practice's wall.
struct Start {
    date: Date,
    /// By its own clock.
    local: NaiveDateTime,
    clock: Clock,
    length: Measured,
}

/// Why an event blocks nothing.
enum Nothing {
    /// As it is said of the event, so that what was blocked for it is free again.
    Known(Said),
    /// Nobody can tell what it would block.
    Unknown(Said),
}

impl From<Said> for Nothing {
    fn from(reason: Said) -> Self {
        Nothing::Unknown(reason)
    }
}

impl Working<'_> {
    /// The dates of an event. None where nothing at all can be said of it.
    pub(super) fn dates(&mut self, uid: &str, series: Series) -> Option<IncomingEvent> {
        let Series { event, mut moved } = series;
        let first = event.as_ref().or(moved.first())?;
        let place = first.place.clone();
        let all = event.iter().chain(&moved);
        let sequence = all.map(|one| one.sequence).max().unwrap_or(0);
        let repeats = event.as_ref().is_none_or(Event::repeats);
        let reach = self.options.reach(repeats);
        let mut found: BTreeMap<Date, Occurrence> = BTreeMap::new();
        let mut is_known = event.is_some();
        if let Some(event) = &event {
            match self.of_event(event, reach) {
                Ok(dates) => {
                    for (date, time) in dates {
                        let id = repeats.then(|| date.id());
                        found.insert(date, occurrence(event, id, time));
                    }
                }
                Err(Nothing::Known(reason)) => self.refuse(event, reason),
                Err(Nothing::Unknown(reason)) => {
                    is_known = false;
                    self.refuse(event, reason);
                }
            }
        }
        // What is newer has the last word.
        moved.sort_by_key(|one| one.sequence);
        for one in &moved {
            if let Err(reason) = self.moved(one, event.is_some(), &mut found) {
                self.refuse(one, reason);
            }
        }
        let dates = found.len() as u64;
        let Some(left) = self.budget.dates.checked_sub(dates) else {
            let reason = said("reason-many-dates");
            self.refused.push(Refused::at(&place, reason));
            return None;
        };
        self.budget.dates = left;
        (is_known || dates > 0).then(|| IncomingEvent {
            place,
            uid: uid.to_owned(),
            sequence,
            known_for: is_known.then_some((reach.from, reach.to)),
            occurrences: found.into_values().collect(),
        })
    }

    /// What an event says by itself.
    fn of_event(&mut self, event: &Event, reach: Reach) -> Result<Vec<(Date, BusyTime)>, Nothing> {
        if event.is_cancelled {
            return Err(Nothing::Known(said("reason-cancelled")));
        }
        if event.is_free && !self.options.free_too {
            return Err(Nothing::Known(said("reason-free")));
        }
        let clock = self.clock(&event.start)?;
        let length = self.measured(&event.start, &event.length, &clock)?;
        let mut starts = self.starts(event, &clock, length, reach)?;
        for (when, own) in &event.rdates {
            let clock = self.clock(when)?;
            let length = match own {
                Some(own) => self.measured(when, own, &clock)?,
                None => length,
            };
            starts.push(Start {
                date: date(when, &clock),
                local: when.local(),
                clock,
                length,
            });
        }
        let excluded = self.excluded(event, &clock)?;
        let mut dates = Vec::new();
        let mut outside = None;
        for start in starts {
            if excluded.contains(&start.date) || excluded.contains(&Date::Day(start.local.date())) {
                continue;
            }
            let time = self.busy(&start);
            if reach.has(&time) {
                dates.push((start.date, time));
            } else {
                outside = Some(time);
            }
        }
        match outside {
            Some(time) if dates.is_empty() => {
                Err(Nothing::Known(reach.told(&time, event.repeats())))
            }
            _ => Ok(dates),
        }
    }

    /// The starts of an event by its own clock, without its further dates.
    fn starts(
        &mut self,
        event: &Event,
        clock: &Clock,
        length: Measured,
        reach: Reach,
    ) -> Result<Vec<Start>, Said> {
        let start = event.start.local();
        let is_day = matches!(event.start, When::Day(_));
        // Whole days have no clock that could be set.
        let steps = if is_day { &Clock::Utc } else { clock };
        let mut dates = vec![start];
        // Zones are at most a day apart, and a date may have begun before the first day.
        let margin = TimeDelta::days(2);
        let from = reach.from.and_time(NaiveTime::MIN) - length.whole() - margin;
        let to = reach.to.and_time(NaiveTime::MIN) + margin;
        for rule in &event.rules {
            let expanded = Rule::parse(rule)?.between(start, steps, from, to, self.budget)?;
            *self.going_on += u64::from(expanded.goes_on);
            dates.extend(expanded.dates);
        }
        for rule in &event.exrules {
            let taken = Rule::parse(rule)?.between(start, steps, from, to, self.budget)?;
            let taken: HashSet<_> = taken.dates.into_iter().collect();
            dates.retain(|date| !taken.contains(date));
        }
        dates.sort_unstable();
        dates.dedup();
        let starts = dates.into_iter().map(|local| Start {
            date: if is_day {
                Date::Day(local.date())
            } else {
                Date::Instant(clock.instant_of_record(local))
            },
            local,
            clock: clock.clone(),
            length,
        });
        Ok(starts.collect())
    }

    fn excluded(&self, event: &Event, clock: &Clock) -> Result<HashSet<Date>, Said> {
        let mut all = HashSet::new();
        for when in &event.exdates {
            let own = match when {
                // As the start is meant.
                When::Local(_, None) => clock.clone(),
                _ => self.clock(when)?,
            };
            let excluded = date(when, &own);
            all.insert(excluded);
            if let (When::Day(_), Date::Instant(at)) = (&event.start, excluded) {
                all.insert(Date::Day(own.wall(at).date()));
            }
        }
        Ok(all)
    }

    /// One date of a series that is said to be otherwise. The error is why it is not taken over.
    fn moved(
        &mut self,
        one: &Event,
        is_of_series: bool,
        found: &mut BTreeMap<Date, Occurrence>,
    ) -> Result<(), Said> {
        let Some(recurrence) = &one.recurrence else {
            return Ok(());
        };
        let which = date(recurrence, &self.clock(recurrence)?);
        found.remove(&which);
        let later: Vec<Date> = if one.and_later {
            found.range(which..).map(|(date, _)| *date).collect()
        } else {
            Vec::new()
        };
        if one.is_cancelled || (one.is_free && !self.options.free_too) {
            for date in later {
                found.remove(&date);
            }
            // Of a series it is one date less, and nothing to tell.
            return match (is_of_series, one.is_cancelled) {
                (true, _) => Ok(()),
                (false, true) => Err(said("reason-cancelled")),
                (false, false) => Err(said("reason-free")),
            };
        }
        let clock = self.clock(&one.start)?;
        let length = self.measured(&one.start, &one.length, &clock)?;
        let start = Start {
            date: date(&one.start, &clock),
            local: one.start.local(),
            clock,
            length,
        };
        let time = self.busy(&start);
        let reach = self.options.reach(true);
        if reach.has(&time) {
            found.insert(which, occurrence(one, Some(which.id()), time));
        } else if !is_of_series {
            return Err(reach.told(&time, false));
        }
        for date in later {
            let shifted = match (date, which, start.date) {
                (Date::Instant(at), Date::Instant(from), Date::Instant(to)) => {
                    let local = start.clock.wall(at + (to - from));
                    (Date::Instant(start.clock.instant_of_record(local)), local)
                }
                (Date::Day(day), Date::Day(from), Date::Day(to)) => {
                    let day = day + (to - from);
                    (Date::Day(day), day.and_time(NaiveTime::MIN))
                }
                _ => return Err(said("reason-moves-kind")),
            };
            let time = self.busy(&Start {
                date: shifted.0,
                local: shifted.1,
                clock: start.clock.clone(),
                length,
            });
            found.insert(date, occurrence(one, Some(date.id()), time));
        }
        Ok(())
    }

    fn refuse(&mut self, event: &Event, reason: Said) {
        self.refused.push(Refused::at(&event.place, reason));
    }

    fn clock(&self, when: &When) -> Result<Clock, Said> {
        match when {
            When::Utc(_) => Ok(Clock::Utc),
            When::Day(_) | When::Local(_, None) => Ok(self.clocks.practice()),
            When::Local(_, Some(id)) => self
                .clocks
                .named(id)
                .ok_or_else(|| said("reason-zone").with("zone", excerpt(id))),
        }
    }

    /// How long what starts then lasts. The error is a reason.
    fn measured(&self, start: &When, length: &Length, clock: &Clock) -> Result<Measured, Said> {
        let is_day = matches!(start, When::Day(_));
        let measured = match length {
            // A day that has begun is a whole one.
            Length::Lasts(days, exact) if is_day => {
                let begun = i64::from(exact.num_seconds() % 86_400 > 0);
                Measured::days(days + exact.num_days() + begun)
            }
            Length::Lasts(days, exact) => Measured {
                days: *days,
                exact: *exact,
            },
            Length::Unsaid if is_day => Measured::days(1),
            Length::Unsaid => Measured::days(0),
            Length::Ends(end) if is_day => {
                let whole = matches!(end, When::Day(_)) || end.local().time() == NaiveTime::MIN;
                Measured::days((end.day() - start.day()).num_days() + i64::from(!whole))
            }
            Length::Ends(end) => {
                let own = match end {
                    When::Local(_, None) | When::Day(_) => clock.clone(),
                    _ => self.clock(end)?,
                };
                let ends = own.instant_of_record(end.local());
                Measured {
                    days: 0,
                    exact: ends - clock.instant_of_record(start.local()),
                }
            }
        };
        if measured.exact < TimeDelta::zero() || measured.days < 0 {
            return Err(said("reason-ends-before"));
        }
        // A start without an end is a moment, and a day that ends on itself is that day.
        if measured.whole() == TimeDelta::zero() {
            if is_day {
                return Ok(Measured::days(1));
            }
            return Err(said("reason-blocks-nothing"));
        }
        if measured.whole() > TimeDelta::days(LONGEST_DAYS) {
            return Err(too_long());
        }
        Ok(measured)
    }

    /// From when to when, as the practice's wall shows it.
    fn busy(&self, start: &Start) -> BusyTime {
        let Start {
            date,
            local,
            clock,
            length,
        } = start;
        let begin = match *date {
            Date::Day(first) => {
                let days = u64::try_from(length.days.max(1) - 1).unwrap_or(0);
                return BusyTime::Days {
                    first,
                    last: first.checked_add_days(Days::new(days)).unwrap_or(first),
                };
            }
            Date::Instant(at) => at,
        };
        let end = if length.days > 0 {
            clock.instant_of_record(*local + TimeDelta::days(length.days)) + length.exact
        } else {
            begin + length.exact
        };
        busy_between(begin, end, self.options.zone)
    }
}

fn occurrence(event: &Event, id: Option<String>, time: BusyTime) -> Occurrence {
    Occurrence {
        place: event.place.clone(),
        id,
        title: event.title.clone(),
        time,
    }
}

/// Whole minutes that hold the time; whole days where it goes from midnight to midnight.
fn busy_between(begin: DateTime<Utc>, end: DateTime<Utc>, zone: Zone) -> BusyTime {
    let start = zone.wall(begin);
    let start = WallTime {
        at: crate::csv::whole_minute(start.at),
        ..start
    };
    let from = zone.instant_of_record(start);
    let seconds = (end - from).num_seconds();
    let minutes = u32::try_from((seconds + 59) / 60).unwrap_or(1).max(1);
    let until = zone.wall(end).at;
    if start.at.time() == NaiveTime::MIN && until.time() == NaiveTime::MIN && until > start.at {
        let last = until.date().pred_opt().unwrap_or(until.date());
        return BusyTime::Days {
            first: start.date(),
            last,
        };
    }
    BusyTime::Span { start, minutes }
}

fn date(when: &When, clock: &Clock) -> Date {
    match when {
        When::Day(day) => Date::Day(*day),
        When::Utc(at) => Date::Instant(at.and_utc()),
        When::Local(at, _) => Date::Instant(clock.instant_of_record(*at)),
    }
}

/// Days by the calendar, then an exact time.
#[derive(Debug, Clone, Copy)]
struct Measured {
    days: i64,
    exact: TimeDelta,
}

impl Measured {
    fn days(days: i64) -> Self {
        Self {
            days,
            exact: TimeDelta::zero(),
        }
    }

    fn whole(self) -> TimeDelta {
        TimeDelta::days(self.days) + self.exact
    }
}

impl Date {
    /// As it is written in calendars, the same whatever clock a file has it by.
    fn id(self) -> String {
        match self {
            Date::Day(day) => day.format("%Y%m%d").to_string(),
            Date::Instant(at) => at.format("%Y%m%dT%H%M%SZ").to_string(),
        }
    }
}

impl Event {
    pub(super) fn repeats(&self) -> bool {
        !self.rules.is_empty() || !self.rdates.is_empty()
    }
}
