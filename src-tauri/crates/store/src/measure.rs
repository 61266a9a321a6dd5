//! What benchmarks hold the store against: the same file without encryption, and the least that
//! SQLite could do. Not part of the program that is shipped.

use crate::error::{Error, Result};
use crate::open::{FILE_NAME, Store};
use crate::sql::date_text;
use chrono::{Days, NaiveDate};
use std::path::Path;

impl Store {
    /// Copies everything into a file without encryption in another folder, and opens that.
    pub fn without_encryption(&self, folder: &Path) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        // A practice is opened without the right to make files, and so is what is attached to it.
        std::fs::File::create(&path)
            .map_err(Error::io("the file to compare with could not be made"))?;
        self.connection.execute(
            "ATTACH DATABASE ?1 AS plain KEY ''",
            [path.to_string_lossy()],
        )?;
        self.connection.execute_batch("SELECT sqlcipher_export('plain'); PRAGMA plain.user_version = 1; DETACH DATABASE plain;")?;
        Self::plain(folder)
    }

    /// The rows of a day as SQLite hands them over, not read into anything; returns their number.
    pub fn bare_day(&self, from: NaiveDate, to: NaiveDate) -> Result<usize> {
        let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let mut read = self.connection.prepare_cached(
            "SELECT a.*, p.given, p.family, p.birth_date, p.phones, p.alert
             FROM appointment a JOIN patient p ON p.id = a.patient
             WHERE a.start >= ?1 AND a.start < ?2 AND a.removed = 0 ORDER BY a.start",
        )?;
        let mut rows = read.query([date_text(from), date_text(after)])?;
        let mut count = 0;
        while rows.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    /// One row changed and committed.
    pub fn bare_commit(&mut self) -> Result<()> {
        let changed = self
            .connection
            // A row that is written as it was is not written at all.
            .execute("UPDATE practice SET phone = phone || '1'", [])?;
        if changed == 1 {
            Ok(())
        } else {
            Err(Error::NotFound)
        }
    }
}
