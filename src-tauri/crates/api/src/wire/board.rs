//! The waiting-room board, and the end of the day.

use super::appointment::AppointmentView;
use super::day::UnreadableView;
use serde::Serialize;
use ts_rs::TS;

/// Today, as the waiting room sees it. Every minute is counted from whole minutes that passed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardView {
    pub date: String,
    /// Local date and time when this was answered.
    pub now: String,
    /// Minutes of waiting from which it warns.
    pub alert_minutes: u32,
    /// Booked first, first.
    pub waiting: Vec<WaitingRow>,
    /// By chair.
    pub in_chair: Vec<InChairRow>,
    /// Whose time has come and who has not, longest first.
    pub late: Vec<LateRow>,
    /// To come, soonest first.
    pub next: Vec<NextRow>,
    /// Whose turn it is; none while nobody waits for a chair that is free.
    pub seat_next: Option<String>,
    /// Providers who have somebody today.
    pub providers: Vec<BoardProvider>,
    pub done: u32,
    /// How many of today's visits nobody brought to an end.
    pub open: u32,
    /// Whether the hours of today are over.
    pub day_over: bool,
    /// How many visits of days gone by nobody brought to an end.
    pub left_open: u32,
    /// S14: rows that could not be read.
    pub unreadable: Vec<UnreadableView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct WaitingRow {
    pub visit: AppointmentView,
    /// Minutes since they came; none when nobody wrote down when.
    pub minutes: Option<u32>,
    /// Waiting beyond what the practice puts up with.
    pub alert: bool,
    /// Local time at which it is expected to be their turn.
    pub expected: String,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct InChairRow {
    pub visit: AppointmentView,
    /// Minutes since they were seated.
    pub minutes: Option<u32>,
    /// Minutes beyond the length they were booked for.
    pub over: u32,
    /// Another patient sits there by now, so that this one is probably done.
    pub forgotten: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct LateRow {
    pub visit: AppointmentView,
    /// Minutes since the start.
    pub minutes: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct NextRow {
    pub visit: AppointmentView,
    /// Local time at which it is expected to begin.
    pub expected: String,
    /// Minutes later than booked, where that is worth telling; else zero.
    pub later: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardProvider {
    pub id: String,
    pub name: String,
    /// Minutes behind, where that is worth telling; zero is on time.
    pub behind: u32,
}

/// What is left to do before going home.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EndOfDayView {
    pub date: String,
    /// Local date and time when this was answered.
    pub now: String,
    /// Of today, those in the house first, then by start.
    pub open: Vec<OpenVisitView>,
    /// How many of today's visits came to an end.
    pub settled: u32,
    /// Of days gone by, the latest day first; the latest of them.
    pub left: Vec<OpenVisitView>,
    /// How many there are in all.
    pub left_total: u32,
    /// The next day that has visits.
    pub next_day: Option<String>,
    /// Those of its visits that the patient has not confirmed.
    pub unconfirmed: Vec<AppointmentView>,
    /// S14: rows that could not be read.
    pub unreadable: Vec<UnreadableView>,
}

/// A visit that nobody brought to an end.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpenVisitView {
    pub visit: AppointmentView,
    pub why: StillOpenWhy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StillOpenWhy {
    InChair,
    Waiting,
    NotArrived,
    ToCome,
}
