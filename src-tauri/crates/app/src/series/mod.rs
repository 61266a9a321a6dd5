//! Visits that repeat (S13): every date is checked, each that cannot be is named with what is in
//! the way and with places near by, and the rest is booked only if that is asked for.

mod book;
mod cancel_on;
mod list;
mod move_on;

pub use book::{BookSeries, Instead, SeriesView, book};
pub use cancel_on::cancel_on;
pub(crate) use list::from_here_on;
pub use list::list;
pub use move_on::{MoveOn, move_on};
