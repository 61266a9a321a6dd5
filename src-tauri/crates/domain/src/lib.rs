//! The words and rules of a practice's desk (rules S, P, M, R, K by number).
//!
//! Nothing here reads a clock, makes an id or touches a file: time, ids and randomness come in as
//! arguments, so that every rule is a function that a test can call.
//!
//! Types derive serde because an earlier version of a record is kept as JSON in the audit trail
//! (S10). The forms that the window sees are defined elsewhere.

pub mod appointment;
pub mod attendance;
pub mod audit;
pub mod block_out;
pub mod booking;
pub mod candidates;
pub mod duplicate;
pub mod family;
pub mod history;
pub mod hours;
pub mod id;
pub mod lateness;
pub mod limits;
pub mod messages;
mod name;
pub mod notice;
pub mod openings;
pub mod patient;
pub mod power_cut;
pub mod practice;
pub mod said;
pub mod saved_view;
pub mod search;
pub mod series;
pub mod status;
pub mod still_open;
pub mod waiting;
pub mod waiting_room;
pub mod wall_clock;
pub mod wish;

pub use appointment::{Appointment, Confirmation, FollowUp, Pattern, Status, Unit};
pub use block_out::{BlockOut, BlockOutType, Effect, Repeat};
pub use hours::{Closure, HoursException, MinuteOfDay, Shift, WeekHours};
pub use id::{
    AppointmentId, AppointmentTypeId, BlockOutId, BlockOutTypeId, ChairId, ClosureId,
    ContactStopId, HouseholdId, MailboxId, MedicationId, MessageTextId, NoticeId, OutboxId,
    PatientId, PowerCutId, PracticeId, ProviderId, ReminderRuleId, SavedViewId, SeriesId,
    WaitingId,
};
pub use notice::{Notice, NoticeOf, NoticeState};
pub use patient::{
    Address, Email, Household, Identifier, Patient, PatientStatus, PersonName, Phone, Sex,
};
pub use power_cut::{PowerCut, SheetLock, SheetPaper};
pub use practice::{AppointmentType, Chair, Practice, Provider};
pub use said::{Said, said};
pub use saved_view::{CardLine, ColourBy, SavedView, ViewBy, ViewSpan};
pub use waiting::{Outcome, Waiting, WaitingList};
pub use wall_clock::{WallTime, Zone};
pub use wish::Wish;
