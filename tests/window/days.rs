//! Days on which a practice works, whatever day the tests run on.

use chrono::{Datelike, Days, NaiveDate, Utc};

/// The first Monday after today.
pub(crate) fn next_monday() -> NaiveDate {
    let today = Utc::now().date_naive();
    let ahead = 7 - today.weekday().num_days_from_monday();
    today + Days::new(u64::from(ahead))
}
