//! Views of a day or a week -> PDF bytes; no database, no clock.
//!
//! A view is put into words (`said`), laid out on pages (`grid` for columns of time, `rows` for lists) and painted
//! (`paint`). Text goes through `text`: cleaned, shaped, fitted. The same view and sheet give the same bytes.

mod axis;
mod board;
mod card;
mod fonts;
mod frame;
mod grid;
mod lanes;
#[cfg(test)]
mod layout_tests;
mod page;
mod paint;
mod plan;
mod recovery;
mod rows;
mod said;
mod text;
mod view;
mod words;

pub use view::{
    ColumnView, Confirmation, DayListView, DayView, Orientation, Paper, ProviderWeek, Sheet,
    Status, VisitView, WeekView,
};

/// Why a page could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A font or a word that ships with the program cannot be used.
    #[error(
        "The printing part {0} of this installation is damaged. No data is affected; install the program again."
    )]
    Damaged(String),
    /// The time of printing lies outside what a PDF can say.
    #[error(
        "The time of printing is not one that a PDF can hold. No data is affected; check the computer's clock."
    )]
    Clock,
    /// The finished pages could not be written.
    #[error("The PDF could not be written ({0}). No data is affected; try again.")]
    Write(std::io::Error),
}

/// What printing gives.
pub type Result<T> = std::result::Result<T, PrintError>;

/// Reads what nearly every page is drawn with ahead of the first page, which then is made as fast as
/// any later one. Takes a few hundredths of a second; may run on any thread, and again for nothing.
pub fn warm() {
    fonts::warm();
}

/// The word for time that is taken and of which nothing more is said, in the language of a tag such
/// as `de-AT`.
///
/// # Errors
/// When a text that ships with the program is damaged.
pub fn busy(language: &str) -> Result<String> {
    Ok(words::Words::in_language(language)?.say("calendar-busy"))
}

/// One day, chairs as columns.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn day(view: &DayView, sheet: &Sheet) -> Result<Vec<u8>> {
    pages_of_days(std::slice::from_ref(view), sheet)
}

/// Many days, one after the other, in one document with one page count.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn pages_of_days(views: &[DayView], sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = plan::days(views, sheet)?;
    paint::document(&pages, &about)
}

/// One day as a list by time.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn day_list(view: &DayListView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = plan::day_list(view, sheet)?;
    paint::document(&pages, &about)
}

/// One week, a page or more a provider.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn week(view: &WeekView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = plan::week(view, sheet)?;
    paint::document(&pages, &about)
}

/// The recovery code, to keep on paper. `code` is in groups with dashes between.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn recovery_sheet(practice: &str, code: &str, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = recovery::sheet(practice, code, sheet)?;
    paint::document(&pages, &about)
}
