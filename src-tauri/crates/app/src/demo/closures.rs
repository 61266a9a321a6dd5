//! Days on which a practice is closed.

use chrono::{Datelike, Days, NaiveDate};

/// Closures from the year of `from` to the year of `to`, without any that covers `today`: a demo
/// that opens on an empty day shows nothing.
pub(super) fn between(
    from: NaiveDate,
    today: NaiveDate,
    to: NaiveDate,
) -> Vec<(NaiveDate, NaiveDate, &'static str)> {
    let mut found = Vec::new();
    for year in from.year()..=to.year() {
        let mut add = |first: Option<NaiveDate>, days: u64, name| {
            let last = first.and_then(|first| first.checked_add_days(Days::new(days)));
            if let (Some(first), Some(last)) = (first, last)
                && !(first..=last).contains(&today)
            {
                found.push((first, last, name));
            }
        };
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        let easter = easter(year);
        let friday = easter.and_then(|sunday| sunday.checked_sub_days(Days::new(2)));
        let monday = easter.and_then(|sunday| sunday.succ_opt());
        add(on(1, 1), 0, "New Year");
        add(friday, 0, "Good Friday");
        add(monday, 0, "Easter Monday");
        add(on(5, 1), 0, "1 May");
        add(on(8, 10), 6, "Summer break");
        add(on(12, 24), 2, "Christmas");
        add(on(12, 31), 0, "New Year's Eve");
    }
    found
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let correction = (8 * century + 13) / 25;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::easter;

    #[test]
    fn easter_falls_where_the_calendars_say() {
        for (year, date) in [
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), date);
        }
    }
}
