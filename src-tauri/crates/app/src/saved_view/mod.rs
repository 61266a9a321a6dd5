//! Saved views of the schedule, and the one that was shown last.

mod last;
mod remove;
mod save;

pub use last::{keep_last_view, last_view};
pub use remove::remove;
pub use save::{NewView, save};

use crate::desk::Desk;
use crate::error::Result;
use domain::SavedView;

/// All of them, in their order.
pub fn list(desk: &Desk) -> Result<Vec<SavedView>> {
    Ok(desk.store.saved_views()?)
}
