//! Appointments: booking, moving, how far they have come.

use super::lists::ClosesEntry;
use super::notice::{NoticeView, WireNoticeOf};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Serialize, TS)]
pub struct AppointmentView {
    pub id: String,
    pub revision: u32,
    pub patient: String,
    pub patient_name: String,
    pub preferred_name: Option<String>,
    pub initials: String,
    pub age: Option<u32>,
    pub phone: Option<String>,
    /// The patient's alert; empty when there is none.
    pub alert: String,
    pub provider: Option<String>,
    pub provider_name: String,
    pub chair: Option<String>,
    pub chair_name: String,
    pub kind: Option<String>,
    /// Type, or the reason where there is no type.
    pub kind_name: String,
    pub tint: u8,
    pub start: String,
    pub end: String,
    /// The second of two equal local times (clocks set back).
    pub second_pass: bool,
    pub minutes: u32,
    /// Who is busy in each five minutes, `X` the provider, `/` an assistant (S2); none is the
    /// provider throughout.
    pub pattern: Option<String>,
    /// Local time at which the patient is asked to be there, when it differs from the start.
    pub arrive: Option<String>,
    pub status: WireStatus,
    pub confirmation: WireConfirmation,
    pub notes: String,
    pub overbooked: bool,
    /// Why a cancelled or missed visit ended so.
    pub ended_reason: Option<String>,
    /// When and by whom a cancelled or missed visit ended so.
    pub ended: Option<EndedView>,
    /// A person set the confirmation, so that no machine does.
    pub confirmed_by_person: bool,
    /// Local times.
    pub arrived_at: Option<String>,
    pub seated_at: Option<String>,
    pub dismissed_at: Option<String>,
    /// The series it was booked in.
    pub series: Option<String>,
    /// What the patient is still to be told of it.
    pub notice: Option<NoticeView>,
    /// After a change: the desk is asked whether to tell the patient of it.
    pub asks: Option<WireNoticeOf>,
    /// Local time since when the patient would come sooner, and when that would suit them.
    pub asap: Option<String>,
    pub wish: WishView,
    /// Local times of calls that nobody answered.
    pub unanswered: Vec<String>,
}

/// The end of a visit that did not take place (S8).
#[derive(Debug, Clone, Serialize, TS)]
pub struct EndedView {
    /// Local time.
    pub at: String,
    /// Who wrote it down; empty in older records.
    pub by: String,
    /// The practice cancelled; it counts against nobody.
    pub by_practice: bool,
    /// Minutes before the start at which it was cancelled, negative after it; none for a missed one.
    pub notice_minutes: Option<i32>,
    /// Cancelled by the patient too late for somebody else to come.
    pub late: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireStatus {
    Scheduled,
    Arrived,
    Seated,
    Completed,
    Missed,
    Cancelled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireConfirmation {
    Unconfirmed,
    Sent,
    Confirmed,
    Declined,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BookAppointment {
    pub patient: String,
    pub provider: String,
    pub chair: String,
    pub kind: Option<String>,
    pub start: String,
    pub second_pass: bool,
    /// None takes the type's length.
    pub minutes: Option<u32>,
    pub notes: String,
    /// Book knowingly over what is there (S4).
    pub overbook: bool,
    /// The entry of a list that is done with then.
    #[serde(default)]
    #[ts(optional)]
    pub closes: Option<ClosesEntry>,
}

/// New time, place or length; what is none stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveAppointment {
    pub id: String,
    /// Of the appointment as it was seen.
    pub revision: u32,
    pub start: String,
    pub second_pass: bool,
    pub provider: Option<String>,
    pub chair: Option<String>,
    pub minutes: Option<u32>,
    pub overbook: bool,
    /// It leaves the ASAP list.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub leaves_asap: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditAppointment {
    pub id: String,
    pub revision: u32,
    pub kind: Option<String>,
    pub notes: String,
    /// Of that type knowingly where its time or place is for others (S4).
    #[serde(default)]
    pub overbook: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelAppointment {
    pub id: String,
    pub reason: String,
    pub by_practice: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetStatus {
    pub id: String,
    pub status: WireStatus,
    /// Local time at which it was; none is now.
    #[serde(default)]
    pub at: Option<String>,
    /// Change a completed visit knowingly (S9).
    #[serde(default)]
    pub unlock: bool,
}

/// One step back: done by mistake is in the chair again, missed is expected again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StepBack {
    pub id: String,
    /// Change a completed visit knowingly (S9).
    #[serde(default)]
    pub unlock: bool,
}

/// Puts a time right by hand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetTime {
    pub id: String,
    /// Of the appointment as it was seen.
    pub revision: u32,
    pub step: WireStep,
    /// Local time.
    pub at: String,
    /// Change a completed visit knowingly (S9).
    #[serde(default)]
    pub unlock: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WireStep {
    Arrived,
    Seated,
    Dismissed,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetConfirmation {
    pub id: String,
    pub confirmation: WireConfirmation,
    /// Change a completed visit knowingly (S9).
    #[serde(default)]
    pub unlock: bool,
}

/// What stands in the way of a booking.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClashView {
    pub resource: ClashResource,
    pub appointment: String,
    pub patient_name: String,
    pub provider_name: String,
    pub chair_name: String,
    pub start: String,
    pub end: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClashResource {
    Provider,
    Chair,
    Patient,
}

/// When and with whom somebody would like to come; what is empty or none does not matter to them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct WishView {
    /// 0 is Monday.
    pub weekdays: Vec<u8>,
    /// Not earlier in the day than `from`, over by `to`.
    pub from: Option<String>,
    pub to: Option<String>,
    pub providers: Vec<String>,
    pub chairs: Vec<String>,
    /// Both included.
    pub first_day: Option<String>,
    pub last_day: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindOpenings {
    /// None takes the type's length.
    pub minutes: Option<u32>,
    pub kind: Option<String>,
    /// Without a first day from today on, without a last one for 400 days.
    pub wish: WishView,
    /// Whose other visits it must not overlap.
    pub patient: Option<String>,
    /// Each opening by itself; else one line a minute, fair over providers.
    pub every: bool,
    /// 1 to 200.
    pub limit: u32,
}

/// A bookable gap: the visit may start at `start`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpeningView {
    pub provider: String,
    pub provider_name: String,
    pub chair: String,
    pub chair_name: String,
    /// The first time in the gap that is wished for, and how long it is free from then on.
    pub start: String,
    pub second_pass: bool,
    pub minutes: u32,
    /// The whole gap.
    pub gap_start: String,
    pub gap_minutes: u32,
    /// With whom else a visit could begin then.
    pub also: Vec<OtherOpening>,
}

/// An opening that begins at the same time.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OtherOpening {
    pub provider: String,
    pub provider_name: String,
    pub chair: String,
    pub chair_name: String,
    /// How long it is free from then on.
    pub minutes: u32,
}

/// What was taken back, or done again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Undone {
    /// None when there was nothing left.
    pub what: Option<UndoneChange>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct UndoneChange {
    pub change: UndoableChange,
    /// Whom or what it was about: patients for visits, else what the record is called.
    pub names: Vec<String>,
    /// How many visits it was about and are still there.
    pub visits: u32,
    /// The first of them.
    pub appointment: Option<String>,
    /// Its local start as it stands now, for the day to show.
    pub start: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UndoableChange {
    Booking,
    Move,
    Cancellation,
    Status,
    Edit,
    Waiting,
    BlockOut,
    BlockOutType,
    Closure,
    SavedView,
    Notice,
    Patient,
    Household,
    Practice,
    PowerCut,
    Provider,
    Chair,
    AppointmentType,
    MessageRule,
    MessageText,
    MessageSettings,
}
