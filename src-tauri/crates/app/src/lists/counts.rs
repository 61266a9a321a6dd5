//! How many are on each list, for the rail and the tabs.

use crate::desk::Desk;
use crate::error::Result;
use store::ListCounts;

/// As the lists show them unless somebody asks for all.
pub fn counts(desk: &Desk) -> Result<ListCounts> {
    let setup = desk.setup()?;
    Ok(desk.store.list_counts(&super::span(desk, &setup, false))?)
}
