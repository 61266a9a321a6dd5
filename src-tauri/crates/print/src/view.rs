//! What a caller hands over to be printed: plain values, already chosen, sorted by nobody.
//!
//! All times are local wall-clock times of the practice (S12); nothing here reads a clock or a database.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The paper that the printer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 in.
    Letter,
}

/// Which way up the paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    /// The short side on top.
    #[default]
    Portrait,
    /// The long side on top.
    Landscape,
}

/// How a view goes onto paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Size of the paper.
    pub paper: Paper,
    /// Which way up it is.
    pub orientation: Orientation,
    /// For a wall: times, initials and chair only (M11); missed and cancelled visits are left out.
    pub private: bool,
    /// Local time of printing, shown in the footer and kept in the document's metadata.
    pub made_at: NaiveDateTime,
    /// Language tag such as `en` or `de-AT`; one that has no words falls back to English.
    pub language: String,
    /// Times of day as 2:30 pm instead of 14:30.
    pub twelve_hours: bool,
}

/// One day, chairs as columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayView {
    /// Name of the practice.
    pub practice: String,
    /// The day.
    pub date: NaiveDate,
    /// The chairs, in the order they are to be shown.
    pub columns: Vec<ColumnView>,
    /// Rows that could not be read, in words; printed as a notice instead of being left out (S14).
    pub unreadable: Vec<String>,
}

/// One chair's column of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnView {
    /// Name of the chair.
    pub title: String,
    /// Who works there, from when to when; may be empty.
    pub staff: Vec<(String, NaiveDateTime, NaiveDateTime)>,
    /// Times when nothing is booked here: start, end, and why (may be empty).
    pub closed: Vec<(NaiveDateTime, NaiveDateTime, String)>,
    /// Time that is not for every visit here, in the order in which it is written.
    pub block_outs: Vec<BlockOutView>,
    /// What is booked here, in any order.
    pub visits: Vec<VisitView>,
}

/// A block-out (S5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockOutView {
    /// When it begins.
    pub from: NaiveDateTime,
    /// When it ends.
    pub to: NaiveDateTime,
    /// Name of its type.
    pub name: String,
    /// What it does to booking.
    pub effect: Effect,
    /// Whose time it is, where the column does not tell; may be empty.
    pub whose: String,
    /// Free note; may be long.
    pub note: String,
}

/// What a block-out does to booking (S5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing is booked over it.
    NoScheduling,
    /// Only visits of these types are, by name.
    Reserved(Vec<String>),
    /// It keeps nobody away.
    Note,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitView {
    /// When it starts; may lie on another day than the view's for imported visits that last over midnight.
    pub start: NaiveDateTime,
    /// How long it lasts; 0 is possible for imported visits.
    pub minutes: u32,
    /// When the patient is asked to be there, if earlier than the start (S11).
    pub arrive: Option<NaiveTime>,
    /// Name as the desk says it (P6).
    pub patient: String,
    /// What stands for the name on a wall.
    pub initials: String,
    /// Age in years on that day.
    pub age: Option<u32>,
    /// The number to call.
    pub phone: Option<String>,
    /// Appointment type.
    pub kind: String,
    /// Where the visit stands (S7).
    pub status: Status,
    /// What the patient said about coming (S7).
    pub confirmation: Confirmation,
    /// What everyone must see before speaking to the patient; may be empty.
    pub alert: String,
    /// Free notes; may be long.
    pub notes: String,
    /// Name of the provider.
    pub provider: String,
    /// Name of the chair.
    pub chair: String,
    /// Booked knowingly over another (S4).
    pub overbooked: bool,
}

/// Where a visit stands (S7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Booked.
    Scheduled,
    /// The patient is here.
    Arrived,
    /// The patient is in the chair.
    Seated,
    /// Done.
    Completed,
    /// The patient did not come (S8).
    Missed,
    /// Called off (S8).
    Cancelled,
}

/// What the patient said about coming (S7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confirmation {
    /// Nothing was asked or answered.
    Unconfirmed,
    /// A reminder went out, no answer yet.
    Sent,
    /// The patient will come.
    Confirmed,
    /// The patient will not come.
    Declined,
}

/// One day as a list by time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayListView {
    /// Name of the practice.
    pub practice: String,
    /// The day.
    pub date: NaiveDate,
    /// What is booked that day, in any order.
    pub visits: Vec<VisitView>,
    /// Rows that could not be read, in words (S14).
    pub unreadable: Vec<String>,
}

/// One week, a page or more a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekView {
    /// Name of the practice.
    pub practice: String,
    /// First day of the week.
    pub from: NaiveDate,
    /// The providers, in the order they are to be printed.
    pub provider: Vec<ProviderWeek>,
    /// Rows that could not be read, in words (S14).
    pub unreadable: Vec<String>,
}

/// One provider's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderWeek {
    /// Name of the provider.
    pub name: String,
    /// The days to show, in order.
    pub days: Vec<DayOfWeek>,
}

/// One day of a provider's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfWeek {
    /// The day.
    pub date: NaiveDate,
    /// Times when the provider does not work: start, end, and why (may be empty).
    pub closed: Vec<(NaiveDateTime, NaiveDateTime, String)>,
    /// Time of the provider that is not for every visit, in the order in which it is written.
    pub block_outs: Vec<BlockOutView>,
    /// What is booked, in any order.
    pub visits: Vec<VisitView>,
}
