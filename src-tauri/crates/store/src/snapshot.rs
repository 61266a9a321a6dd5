//! Reading many tables as they were at one moment, whatever others write meanwhile.

use crate::error::Result;
use crate::open::Store;
use rusqlite::Transaction;

/// Until it is dropped, everything that the store reads is of the moment at which it was taken.
/// Nothing can be written by the same store meanwhile; others write as ever.
#[derive(Debug)]
pub struct Snapshot<'a>(#[expect(dead_code, reason = "held to its end")] Transaction<'a>);

impl Store {
    /// Takes one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn snapshot(&self) -> Result<Snapshot<'_>> {
        let reading = self.connection.unchecked_transaction()?;
        // SQLite takes the moment of the first read, not that of the beginning.
        self.chain()?;
        Ok(Snapshot(reading))
    }
}
