//! What went out, or did not get there.

use super::row::{MessageRow, Names};
use crate::desk::Desk;
use crate::error::Result;

/// What was handed over or has failed, by when; the newest first.
pub fn list(desk: &Desk, limit: usize) -> Result<Vec<MessageRow>> {
    let names = Names::new(desk);
    let newest = desk.store.outbox_gone(limit)?;
    newest.iter().map(|one| names.queued(one)).collect()
}
