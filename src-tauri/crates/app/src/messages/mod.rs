//! Messages to patients: what is to go out, handing it over, and what became of it.

mod apply;
mod channels;
mod first;
mod known;
mod list;
mod plan;
mod row;
mod send;
mod settings;
mod tick;

pub use channels::{Channels, Handed, Outgoing};
pub(crate) use first::{begin, put_first};
pub use list::list;
pub use plan::plan;
pub use row::{AboutRow, MessageRow};
pub use settings::{save_settings, settings};
pub use tick::{Tick, TickRequest, tick};
