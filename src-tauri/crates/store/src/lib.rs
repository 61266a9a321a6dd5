//! The encrypted SQLite file of a practice; the only crate that knows SQL.
//!
//! One module a table: its rows, readers and writers together. Every change goes through
//! [`Store::write`], one transaction that also writes the audit trail and counts the commit.

mod appointment;
mod appointment_row;
mod appointment_type;
mod audit;
mod block_out;
mod block_out_type;
mod chair;
mod change;
mod check;
mod closure;
mod error;
mod household;
mod identifiers;
mod left_out;
mod lists;
#[cfg(feature = "measure")]
mod measure;
mod messages;
mod migrate;
mod month;
mod notice;
mod open;
mod patient;
mod patient_row;
mod power_cut;
mod practice;
mod provider;
mod saved_view;
mod search;
mod snapshot;
mod sql;
mod taken;
#[cfg(test)]
mod tests;
mod turn;
mod unfinished;
mod waiting;
mod wanting;

pub use appointment::{Day, DayRow, IMPORTED, LastImport, Obstacle, PatientBrief, Unreadable};
pub use audit::{Trail, Version};
pub use change::{Chain, Change};
pub use check::{Check, Finding};
pub use error::{Error, Result};
pub use left_out::LeftOut;
pub use lists::{ListCounts, ListSpan, ListedVisit, ListedWaiting};
pub use messages::{MailPassword, MessageFacts, OutboxMessage};
pub use migrate::NEWEST;
pub use month::MonthRow;
pub use open::{FILE_NAME, Store};
pub use patient::{PatientKey, PatientLine};
pub use power_cut::SheetPassphrase;
pub use snapshot::Snapshot;
pub use turn::Turn;
pub use unfinished::Unfinished;
pub use wanting::WantingFor;
