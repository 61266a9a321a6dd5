//! Views of a day or a week -> PDF bytes; no database, no clock.

mod fonts;
mod text;
mod view;

pub use view::{
    ColumnView, Confirmation, DayListView, DayView, Orientation, Paper, ProviderWeek, Sheet, Status, VisitView,
    WeekView,
};

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A font or a word that ships with the program cannot be used.
    #[error("The printing parts of this installation are damaged ({0}). No data is affected; install the program again.")]
    Damaged(String),
}

/// What printing gives.
pub type Result<T> = std::result::Result<T, PrintError>;

/// One day, chairs as columns.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn day(view: &DayView, sheet: &Sheet) -> Result<Vec<u8>> {
    let _ = (view, sheet);
    Ok(Vec::new())
}

/// One day as a list by time.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn day_list(view: &DayListView, sheet: &Sheet) -> Result<Vec<u8>> {
    let _ = (view, sheet);
    Ok(Vec::new())
}

/// One week by provider.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn week(view: &WeekView, sheet: &Sheet) -> Result<Vec<u8>> {
    let _ = (view, sheet);
    Ok(Vec::new())
}

/// Many days, one after the other, in one document.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn pages_of_days(views: &[DayView], sheet: &Sheet) -> Result<Vec<u8>> {
    let _ = (views, sheet);
    Ok(Vec::new())
}
