//! Hours of single dates, and public holidays.

use super::practice::ShiftView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Hours of one date that differ from its weekday's; no shifts is off.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExceptionView {
    pub date: String,
    pub shifts: Vec<ShiftView>,
    pub note: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HoursOf {
    Provider,
    Chair,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HoursThen {
    /// The weekdays' hours again.
    Usual,
    Off,
    Shifts,
}

/// Other hours from one date to another, both included.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExceptHours {
    pub of: HoursOf,
    pub id: String,
    pub from: String,
    pub to: String,
    pub hours: HoursThen,
    /// With `shifts`.
    pub shifts: Vec<ShiftView>,
    pub note: String,
    /// Also where visits are booked then; without it they come back as clashes.
    pub accept: bool,
}

/// Of which places and years the holidays are known.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HolidayPlaces {
    pub countries: Vec<HolidayCountry>,
    /// The country in which the practice's time zone lies.
    pub suggested: Option<String>,
    pub first_year: i32,
    pub last_year: i32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct HolidayCountry {
    /// ISO 3166-1, two letters.
    pub code: String,
    pub regions: Vec<HolidayRegion>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct HolidayRegion {
    pub code: String,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListHolidays {
    pub country: String,
    pub region: Option<String>,
    pub year: i32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct HolidayView {
    pub date: String,
    pub name: String,
    /// As the country itself calls it, where that differs.
    pub local_name: Option<String>,
    /// In some places only, of some employers, or for half a day.
    pub partly: bool,
    /// Name of the closure that covers it already.
    pub closed_as: Option<String>,
    /// Visits that are booked for the day.
    pub visits: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddClosures {
    pub days: Vec<ClosedDay>,
    /// Close over visits that are there already; without it they come back as clashes.
    #[serde(default)]
    pub accept: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClosedDay {
    pub date: String,
    pub name: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct AddedClosures {
    pub added: u32,
    /// Days on which the practice was closed already.
    pub there: u32,
}
