//! The waiting list, and visits that are planned and not booked yet.

mod let_go;
mod save;

pub use let_go::let_go;
pub use save::{SaveWaiting, save};
