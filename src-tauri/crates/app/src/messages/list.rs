//! What is in the outbox.

use super::row::{MessageRow, Names};
use crate::desk::Desk;
use crate::error::Result;

/// The newest messages, the newest first: what waits, what went out and what did not.
pub fn list(desk: &Desk, limit: usize) -> Result<Vec<MessageRow>> {
    let names = Names::new(desk);
    let newest = desk.store.outbox(limit)?;
    newest.iter().map(|one| names.queued(one)).collect()
}
