//! Use cases of the desk: one file an operation, each one transaction.
//!
//! [`Daybook`] is the program: locked, or open on one practice. [`Desk`] is an open practice and
//! what operations work on. What only a machine can do comes through [`Host`].

pub mod appointment;
pub mod block_out;
pub mod board;
pub mod day;
mod daybook;
pub mod demo;
mod desk;
mod doctor;
pub mod end_of_day;
mod error;
pub mod export;
pub mod family;
pub mod holidays;
mod host;
mod household_labels;
pub mod import;
pub mod lists;
pub mod messages;
pub mod month;
pub mod notice;
pub mod patient;
mod placing;
pub mod printing;
pub mod saved_view;
pub mod schedule;
pub mod series;
mod setup;
mod told;
mod undo;
mod visit_view;
pub mod waiting;
mod whole_file;
mod wording;

/// What is told goes by its name until it is put into words.
pub use domain::{Said, said};
pub use interop::InteropError;
pub use print::PrintError;
pub use store::Error as StoreError;
pub use vault::{KeyringError, Way};

pub use daybook::{Daybook, LOOK_EVERY, NewPractice, SessionState};
pub use desk::{Desk, unreadable_said};
pub use doctor::{Finding, doctor};
pub use error::{ClashWith, Error, Result};
pub use host::{
    Host, Keyring, OsKeyring, OsRandom, PickPurpose, PracticeId, Random, Theme, VaultError,
    choose_theme,
};
pub use placing::{IfRefused, Outcome, Placed};
pub use setup::{
    AddedClosures, ExceptHours, HolidayView, HoursOfDay, Named, NewChair, NewClosure, NewProvider,
    NewType, Setup, WhoseHours, add_closures, except_hours, first_types, holidays_for,
    remove_closure, save_appointment_type, save_chair, save_closure, save_practice, save_provider,
    set_waiting_alert,
};
pub use told::Told;
pub use undo::{UndoableChange, Undone, redo, undo};
pub use visit_view::VisitView;
pub use wording::{Clock, Language, Spoken, Wording, choose_wording, spoken, spoken_on};
