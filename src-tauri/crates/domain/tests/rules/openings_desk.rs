//! A desk that looks for openings.

use super::build::{chair, date, instant, practice, provider};
use chrono::NaiveDate;
use domain::openings::{Blocked, Opening, Schedule, Search, Taken, Wanted};
use domain::{Appointment, AppointmentType, Chair, Closure, MinuteOfDay, Practice, Provider, Wish};

/// Two providers and two chairs, and what is in the way.
pub(crate) struct Desk {
    pub(crate) practice: Practice,
    pub(crate) closures: Vec<Closure>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) chairs: Vec<Chair>,
    pub(crate) taken: Vec<Taken>,
    pub(crate) blocked: Vec<Blocked>,
    pub(crate) kind: Option<AppointmentType>,
    pub(crate) wish: Wish,
    pub(crate) now: &'static str,
}

impl Desk {
    pub(crate) fn new(providers: u128, chairs: u128) -> Self {
        Self {
            practice: practice(),
            closures: Vec::new(),
            providers: (1..=providers).map(provider).collect(),
            chairs: (1..=chairs).map(chair).collect(),
            taken: Vec::new(),
            blocked: Vec::new(),
            kind: None,
            wish: Wish::default(),
            now: "2026-01-01T00:00",
        }
    }

    pub(crate) fn with(mut self, visits: &[Appointment]) -> Self {
        self.taken = visits.iter().filter_map(Taken::of).collect();
        self
    }

    pub(crate) fn search(&self, minutes: u32) -> Search<'_> {
        let schedule = Schedule {
            practice: &self.practice,
            closures: &self.closures,
            providers: &self.providers,
            chairs: &self.chairs,
            taken: &self.taken,
            blocked: &self.blocked,
        };
        let wanted = Wanted {
            minutes,
            kind: self.kind.as_ref(),
            wish: &self.wish,
            not_before: instant(self.now),
        };
        Search::new(schedule, wanted)
    }

    pub(crate) fn on(&self, date: NaiveDate, minutes: u32) -> Vec<Opening> {
        self.search(minutes).on(date)
    }

    /// Start and length of what is free on that Tuesday.
    pub(crate) fn gaps(&self, minutes: u32) -> Vec<(String, u32)> {
        self.on(tuesday(), minutes)
            .into_iter()
            .map(|opening| (clock(opening.start.at), opening.minutes))
            .collect()
    }
}

pub(crate) fn tuesday() -> NaiveDate {
    date("2026-11-24")
}

pub(crate) fn clock(at: chrono::NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}

pub(crate) fn minute(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).unwrap()
}
