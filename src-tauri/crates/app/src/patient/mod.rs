//! Finding, listing, reading and saving patients.

mod get;
mod household;
mod save;
mod search;

pub use get::{HouseholdView, PatientView, get};
pub use household::{SaveHousehold, save_household};
pub use save::{SavePatient, save};
pub use search::{PatientPage, count, list, search};
