//! Messages to patients: what is to go out, handing it over, and what became of it.

mod apply;
mod channels;
mod first;
mod known;
mod letter;
mod list;
mod plan;
mod row;
mod send;
mod settings;
mod texts;
mod tick;
mod words;

pub use channels::{Channels, Handed, Outgoing};
pub(crate) use first::{begin, put_first};
pub use list::list;
pub use plan::plan;
pub use row::{AboutRow, MessageRow};
pub use settings::{save_settings, settings};
pub use texts::{TextRequest, remove_text, save_text, texts};
pub use tick::{Tick, TickRequest, tick};
pub use words::message_languages;
