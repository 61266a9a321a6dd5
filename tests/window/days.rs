//! Days on which a practice works, whatever day the tests run on.

use crate::page::Page;
use chrono::{Datelike, Days, NaiveDate, Utc};

/// Today, where the clock is that of Greenwich.
pub(crate) fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// The first Monday after today.
pub(crate) fn next_monday() -> NaiveDate {
    let ahead = 7 - today().weekday().num_days_from_monday();
    today() + Days::new(u64::from(ahead))
}

/// Goes from today to the next day on which somebody is booked, within a week.
pub(crate) async fn show_next_visits(page: &Page) {
    page.click("rail-day").await;
    page.see("day-title").await;
    page.type_to_window("t").await;
    for _ in 0..7 {
        if page.count("[data-visit]").await > 0 {
            return;
        }
        page.click("day-next").await;
        page.see("day-summary").await;
    }
    page.find("[data-visit]").await;
}
