//! Views of a day or a week -> PDF bytes; no database, no clock.
//!
//! A view is put into words (`said`), laid out on pages (`grid` for columns of time, `rows` for lists) and painted
//! (`paint`). Text goes through `text`: cleaned, shaped, fitted. The same view and sheet give the same bytes.

mod appointment_card;
mod axis;
mod board;
mod calls;
mod card;
mod coming;
mod fonts;
mod frame;
mod grid;
mod habits;
mod lanes;
#[cfg(test)]
mod layout_tests;
mod letter;
mod month;
mod page;
mod paint;
#[cfg(test)]
mod paper_tests;
mod plan;
mod recovery;
mod rows;
mod said;
mod slips;
mod text;
mod view;
mod words;

pub use appointment_card::{CardSize, CardView};
pub use calls::{CallListView, CallView};
pub use coming::ComingVisit;
pub use letter::LetterView;
pub use month::{MonthDay, MonthView};
pub use paint::Lock;
pub use slips::{SlipView, SlipsView};
pub use view::{
    BlockOutView, ColumnView, Confirmation, DayListView, DayOfWeek, DayView, Effect, Orientation,
    Paper, ProviderWeek, Sheet, Status, VisitView, WeekView,
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
    /// The passphrase cannot lock a PDF.
    #[error("The passphrase cannot lock a PDF: {0}. Nothing was written; choose another one.")]
    Passphrase(String),
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

/// Whether the region of a tag such as `en-US` says the month before the day.
pub fn month_first(language: &str) -> bool {
    habits::Habits::of(language).month_first
}

/// The word for time that is taken and of which nothing more is said, in the language of a tag such
/// as `de-AT`.
///
/// # Errors
/// When a text that ships with the program is damaged.
pub fn busy(language: &str) -> Result<String> {
    Ok(words::Words::in_language(language, false)?.say("calendar-busy"))
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

/// One month on a page of a calendar.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn month(view: &MonthView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = month::month(view, sheet)?;
    paint::document(&pages, &about)
}

/// A card with a patient's visits to come, of the size of the card and not of the sheet's paper.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn appointment_card(view: &CardView, size: CardSize, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = appointment_card::card(view, size, sheet)?;
    paint::document(&pages, &about)
}

/// A letter to a patient with their visits to come, on upright paper.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn letter(view: &LetterView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = letter::letter(view, sheet)?;
    paint::document(&pages, &about)
}

/// Visits that nobody confirmed, to call from.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn call_list(view: &CallListView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = calls::calls(view, sheet)?;
    paint::document(&pages, &about)
}

/// A slip for each visit of a day, several on a page with marks to cut at.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn routing_slips(view: &SlipsView, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = slips::slips(view, sheet)?;
    paint::document(&pages, &about)
}

/// What a practice needs of a day when the power is out: the list with every number, then the day by chair. With a lock only
/// the passphrase opens it.
///
/// # Errors
/// When a font or text that ships with the program is damaged, or the passphrase is none that a PDF can have.
pub fn power_cut_sheet(
    list: &DayListView,
    chairs: &DayView,
    sheet: &Sheet,
    lock: Option<&Lock<'_>>,
) -> Result<Vec<u8>> {
    let (pages, about) = plan::power_cut(list, chairs, sheet)?;
    paint::locked(&pages, &about, lock)
}

/// The recovery code, to keep on paper. `code` is in groups with dashes between.
///
/// # Errors
/// When a font or text that ships with the program is damaged.
pub fn recovery_sheet(practice: &str, code: &str, sheet: &Sheet) -> Result<Vec<u8>> {
    let (pages, about) = recovery::sheet(practice, code, sheet)?;
    paint::document(&pages, &about)
}
