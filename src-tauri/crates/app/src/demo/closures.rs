//! Days on which a practice is closed: the public holidays of where it is, and its own.

use crate::holidays::{country_of_zone, holidays, years};
use chrono::{Datelike, Days, NaiveDate};
use domain::Zone;

/// Closures from the year of `from` to the year of `to`, without any that covers `today`: a demo
/// that opens on an empty day shows nothing. One day is closed once.
pub(super) fn between(
    zone: Zone,
    from: NaiveDate,
    today: NaiveDate,
    to: NaiveDate,
) -> Vec<(NaiveDate, NaiveDate, String)> {
    let mut found: Vec<(NaiveDate, NaiveDate, String)> = Vec::new();
    for year in from.year()..=to.year() {
        let mut add = |first: Option<NaiveDate>, days: u64, name: &str| {
            let last = first.and_then(|first| first.checked_add_days(Days::new(days)));
            let (Some(first), Some(last)) = (first, last) else {
                return;
            };
            let there = found
                .iter()
                .any(|(from, to, _)| first <= *to && *from <= last);
            if !there && !(first..=last).contains(&today) {
                found.push((first, last, name.to_owned()));
            }
        };
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        add(on(8, 10), 6, "Summer break");
        add(on(12, 24), 2, "Christmas");
        add(on(12, 31), 0, "New Year's Eve");
        // Zones that no country of the table has take those of Britain.
        let country = country_of_zone(zone.name()).or_else(|| country_of_zone("Europe/London"));
        if let Some(country) = country.filter(|_| years().contains(&year)) {
            for holiday in holidays(country, None, year).unwrap_or_default() {
                if !holiday.partly {
                    add(Some(holiday.date), 0, &holiday.english);
                }
            }
        }
    }
    found.sort();
    found
}
