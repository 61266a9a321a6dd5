//! The lists that the desk works through, and who could take a gap.

use super::appointment::{EndedView, WireConfirmation, WireStatus, WishView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireList {
    /// Missed and cancelled visits that nobody saw to.
    Unscheduled,
    /// Visits of patients who would come sooner.
    Asap,
    Waiting,
    /// Coming visits that are to be confirmed.
    Unconfirmed,
    /// Agreed upon, never booked.
    Planned,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetDayGaps {
    pub date: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetList {
    pub list: WireList,
    /// Further back and ahead than is usually of use.
    pub all: bool,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ListView {
    pub rows: Vec<ListRow>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// A row of any list; what a list does not have is none or empty.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListRow {
    /// Of the visit, or of the entry of the waiting list.
    pub id: String,
    pub revision: u32,
    pub patient: String,
    pub patient_name: String,
    pub phone: Option<String>,
    pub kind: Option<String>,
    pub kind_name: String,
    pub tint: u8,
    pub minutes: u32,
    pub provider: Option<String>,
    pub provider_name: String,
    pub chair: Option<String>,
    pub chair_name: String,
    /// Local start of the visit.
    pub start: Option<String>,
    pub status: Option<WireStatus>,
    pub confirmation: Option<WireConfirmation>,
    /// Local time since when somebody waits; none for a visit that is only to be confirmed.
    pub since: Option<String>,
    pub wish: WishView,
    pub urgent: bool,
    pub note: String,
    /// Who ended a visit that did not take place, when and with how much notice; and why.
    pub ended: Option<EndedView>,
    pub ended_reason: String,
    /// Local times of calls that nobody answered.
    pub unanswered: Vec<String>,
    /// Local time at which the patient comes next, if at all.
    pub next: Option<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct ListCountsView {
    pub unscheduled: u32,
    pub asap: u32,
    pub waiting: u32,
    pub unconfirmed: u32,
    pub planned: u32,
}

/// Any time within the gap means it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindCandidates {
    pub provider: String,
    pub chair: String,
    pub at: String,
    pub second_pass: bool,
    /// 1 to 50.
    pub limit: u32,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundGap {
    /// None when nothing is free there any more.
    pub gap: Option<GapView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct GapView {
    pub provider: String,
    pub provider_name: String,
    pub chair: String,
    pub chair_name: String,
    pub start: String,
    pub second_pass: bool,
    pub end: String,
    pub minutes: u32,
    /// Names of the only types that it is for; empty for all.
    pub kept_for: Vec<String>,
    /// How many could take it, and how many of them asked for an earlier visit.
    pub total: u32,
    pub asked: u32,
    /// The best of them, best first.
    pub candidates: Vec<CandidateView>,
}

/// Somebody who could take a gap.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidateView {
    /// The list they are on; never `unconfirmed`.
    pub list: WireList,
    /// Of the visit, or of the entry of the waiting list.
    pub id: String,
    pub revision: u32,
    pub patient: String,
    pub patient_name: String,
    pub phone: Option<String>,
    pub kind: Option<String>,
    pub kind_name: String,
    pub tint: u8,
    pub minutes: u32,
    /// Where in the gap it would begin.
    pub start: String,
    pub second_pass: bool,
    /// Local time since when they wait.
    pub since: String,
    /// Whether they said when or with whom they would like to come; this is it then.
    pub wished: bool,
    pub urgent: bool,
    pub note: String,
    /// Where the visit that would come sooner, or that did not take place, stands.
    pub booked: Option<PlaceView>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct PlaceView {
    pub start: String,
    pub provider: String,
    pub chair: String,
}

/// A gap of a day that somebody who asked could take.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DayGapView {
    pub provider: String,
    pub chair: String,
    pub start: String,
    pub second_pass: bool,
    pub end: String,
    pub minutes: u32,
    /// How many could, and the family names of the best.
    pub count: u32,
    pub names: Vec<String>,
}

/// The entry of a list that a booking answers.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClosesEntry {
    pub list: WireList,
    pub id: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetAsap {
    pub id: String,
    pub revision: u32,
    pub on: bool,
    pub wish: WishView,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LetVisitGo {
    pub id: String,
    pub reason: String,
}

/// The waiting list, or planned visits.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveWaiting {
    /// None is somebody new on the list.
    pub id: Option<String>,
    pub revision: u32,
    pub patient: String,
    /// `waiting` or `planned`.
    pub list: WireList,
    pub kind: Option<String>,
    /// None takes the type's length.
    pub minutes: Option<u32>,
    pub wish: WishView,
    pub urgent: bool,
    pub note: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LetWaitingGo {
    pub id: String,
    pub revision: u32,
    pub reason: String,
}

/// An entry as it was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedWaiting {
    pub id: String,
    pub revision: u32,
}
