//! Several visits at once: a series, or a family.

use super::appointment::{
    AppointmentView, BookAppointment, CancelAppointment, MoveAppointment, OpeningView,
};
use super::error::WireError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BookSeries {
    /// The first visit.
    pub visit: BookAppointment,
    pub plan: SeriesPlan,
    /// Dates that are left out, or booked elsewhere.
    pub instead: Vec<InsteadOf>,
    /// Where some dates are refused, book the others; else nothing is booked then (S13).
    pub rest: bool,
    /// Write nothing; say what would be.
    pub only_ask: bool,
}

/// On which days, beside the first.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SeriesPlan {
    /// `every` so many units; until so many visits, or until a day, whichever is given.
    Repeat {
        every: u32,
        unit: SeriesUnit,
        count: Option<u32>,
        until: Option<String>,
    },
    Chosen {
        dates: Vec<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SeriesUnit {
    Days,
    Weeks,
    Months,
}

/// What is booked on a date of the series instead of the usual place.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct InsteadOf {
    pub date: String,
    /// None leaves the date out.
    pub place: Option<InsteadPlace>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct InsteadPlace {
    pub start: String,
    pub second_pass: bool,
    pub provider: String,
    pub chair: String,
}

/// A visit of a series and those that come after it, to another time: all go as far as this one.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveSeries {
    pub visit: MoveAppointment,
    pub rest: bool,
    pub only_ask: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelSeries {
    pub visit: CancelAppointment,
}

/// What became of each of several visits, in order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlacedVisits {
    pub visits: Vec<PlacedVisit>,
    /// Whether anything was written.
    pub kept: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlacedVisit {
    pub patient: String,
    pub start: String,
    pub second_pass: bool,
    pub minutes: u32,
    pub provider: Option<String>,
    pub chair: Option<String>,
    /// The visit as it is by now, where it was written.
    pub appointment: Option<AppointmentView>,
    /// What is in the way, where it was refused. Neither: it could stand there.
    pub refused: Option<WireError>,
    /// Where it could be instead: places near that time that are long enough.
    pub near: Vec<OpeningView>,
}

/// Times at which several people could come together.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindFamilyOpenings {
    pub members: Vec<FamilyNeed>,
    pub from: String,
    pub to: String,
    pub together: FamilyTogether,
    /// 1 to 50.
    pub limit: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FamilyNeed {
    /// None takes the type's length.
    pub minutes: Option<u32>,
    pub kind: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FamilyTogether {
    /// At the same time, each with a provider and a chair of their own.
    SideBySide,
    /// One after the other, with the same provider in the same chair.
    InTurn,
}

/// A time for all, with a place for each, in the order of the members. `minutes` is the visit's.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FamilyOpening {
    pub places: Vec<OpeningView>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BookFamily {
    pub visits: Vec<BookAppointment>,
}
