//! How the region in a language tag writes dates: month or day first, and on which day a week begins.
//!
//! From CLDR (its date formats, and weekData of the supplemental data). A tag without a region has the day first and Monday.

use chrono::Weekday;
use unic_langid::LanguageIdentifier;

/// Regions that say the month before the day.
const MONTH_FIRST: [&str; 8] = ["AS", "FM", "GU", "MH", "MP", "PR", "US", "VI"];
/// Regions whose calendars begin on Sunday (weekData, firstDay `sun`).
const SUNDAY_FIRST: [&str; 40] = [
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK",
    "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "MH", "MO", "MX", "NI", "PA", "PE", "PH",
    "PR", "SG", "SV", "TH", "TT", "TW", "US", "ZA",
];
/// Regions whose calendars begin on Saturday (weekData, firstDay `sat`).
const SATURDAY_FIRST: [&str; 15] = [
    "AE", "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
];

/// How dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Habits {
    pub(crate) month_first: bool,
    pub(crate) week_begins: Weekday,
}

impl Habits {
    /// Those of the region in a tag such as `en-US`.
    pub(crate) fn of(tag: &str) -> Self {
        let region = tag
            .parse::<LanguageIdentifier>()
            .ok()
            .and_then(|id| id.region);
        let region = region.as_ref().map_or("", |region| region.as_str());
        Self {
            month_first: MONTH_FIRST.contains(&region),
            week_begins: if SUNDAY_FIRST.contains(&region) {
                Weekday::Sun
            } else if SATURDAY_FIRST.contains(&region) {
                Weekday::Sat
            } else {
                Weekday::Mon
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_decides_and_not_the_language() {
        let table = [
            ("en", false, Weekday::Mon),
            ("en-US", true, Weekday::Sun),
            ("en_US", true, Weekday::Sun),
            ("es-US", true, Weekday::Sun),
            ("en-GB", false, Weekday::Mon),
            ("en-AU", false, Weekday::Mon),
            ("fr-CA", false, Weekday::Sun),
            ("de", false, Weekday::Mon),
            ("de-AT", false, Weekday::Mon),
            ("ar-EG", false, Weekday::Sat),
            ("not a tag", false, Weekday::Mon),
        ];
        for (tag, month_first, week_begins) in table {
            let expected = Habits {
                month_first,
                week_begins,
            };
            assert_eq!(Habits::of(tag), expected, "{tag}");
        }
    }
}
