//! Dates and times of day as people and programs write them (P8).

mod guess;
mod moment;

use domain::{Said, said};
pub use guess::DateFormatGuess;
pub(crate) use guess::DateVotes;
pub(crate) use moment::{parse_moment, parse_time};

use crate::InteropError;
use chrono::{Datelike, NaiveDate};
use std::str::FromStr;

/// The order of day, month and year; any of `-`, `/`, `.` or a space stands between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateFormat {
    Ymd,
    Dmy,
    Mdy,
}

/// What a two-digit year means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Century {
    /// A birth or death is never in the future: the latest century that is not.
    NotAfter(NaiveDate),
    /// An appointment list is of this century.
    Current,
}

impl DateFormat {
    pub const ALL: [DateFormat; 3] = [DateFormat::Ymd, DateFormat::Dmy, DateFormat::Mdy];

    /// Its name: `ymd`, `dmy` or `mdy`.
    pub fn key(self) -> &'static str {
        match self {
            DateFormat::Ymd => "ymd",
            DateFormat::Dmy => "dmy",
            DateFormat::Mdy => "mdy",
        }
    }
}

impl FromStr for DateFormat {
    type Err = InteropError;

    /// The names, and patterns such as `YYYY-MM-DD`, `DD.MM.YYYY`, `%d/%m/%y`: the order of the letters counts.
    fn from_str(text: &str) -> Result<Self, InteropError> {
        let mut order = String::new();
        for c in text.chars().map(|c| c.to_ascii_lowercase()) {
            let c = match c {
                'y' | 'j' | 'a' => 'y',
                'm' => 'm',
                'd' | 't' => 'd',
                '%' | '-' | '/' | '.' | ' ' => continue,
                _ => return Err(InteropError::DateFormat(text.to_owned())),
            };
            if !order.ends_with(c) {
                order.push(c);
            }
        }
        match order.as_str() {
            "ymd" => Ok(DateFormat::Ymd),
            "dmy" => Ok(DateFormat::Dmy),
            "mdy" => Ok(DateFormat::Mdy),
            _ => Err(InteropError::DateFormat(text.to_owned())),
        }
    }
}

/// The rule for two-digit years, as it is shown to the person who imports (P8).
pub fn two_digit_year_rule(today: NaiveDate) -> Said {
    let this = today.year() % 100;
    let century = today.year() - this;
    let before = century - 100;
    let rule = said(if this < 99 {
        "year-rule"
    } else {
        "year-rule-99"
    })
    .with("this", format!("{this:02}"))
    .with("century", century.to_string())
    .with("year", today.year().to_string());
    if this < 99 {
        return rule
            .with("next", format!("{:02}", this + 1))
            .with("from", (before + this + 1).to_string())
            .with("to", (before + 99).to_string());
    }
    rule
}

/// A date in the given order. The error is a reason for the person who imports.
pub(crate) fn parse_date(
    text: &str,
    format: DateFormat,
    century: Century,
) -> Result<NaiveDate, Said> {
    parse_moment(text, format, century).map(|moment| moment.date)
}

impl Century {
    fn year(self, two_digits: i32, month: u32, day: u32) -> i32 {
        match self {
            Century::Current => 2000 + two_digits,
            Century::NotAfter(today) => {
                let year = today.year() - today.year() % 100 + two_digits;
                if (year, month, day) > (today.year(), today.month(), today.day()) {
                    year - 100
                } else {
                    year
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn p8_a_date_format_is_named_in_many_ways() {
        for (text, format) in [
            ("ymd", DateFormat::Ymd),
            ("YYYY-MM-DD", DateFormat::Ymd),
            ("DD.MM.YYYY", DateFormat::Dmy),
            ("dd/mm/yy", DateFormat::Dmy),
            ("%d/%m/%Y", DateFormat::Dmy),
            ("TT.MM.JJJJ", DateFormat::Dmy),
            ("MM/DD/YYYY", DateFormat::Mdy),
            ("m/d/y", DateFormat::Mdy),
        ] {
            assert_eq!(text.parse::<DateFormat>().unwrap(), format, "{text}");
        }
        for text in ["", "dm", "ydm", "euro", "ddmm"] {
            assert!(text.parse::<DateFormat>().is_err(), "{text}");
        }
    }

    #[test]
    fn p8_dates_are_read_in_the_order_asked_for() {
        use DateFormat::*;
        let today = Century::NotAfter(day("2026-11-22"));
        for (text, format, expected) in [
            ("2026-03-04", Ymd, "2026-03-04"),
            ("2014-10-06", Mdy, "2014-10-06"),
            ("2014-10-06T00:00:00Z", Dmy, "2014-10-06"),
            ("20141006", Ymd, "2014-10-06"),
            ("4.3.1980", Dmy, "1980-03-04"),
            ("04/03/1980", Mdy, "1980-04-03"),
            ("04-03-1980 00:00", Dmy, "1980-03-04"),
            ("23 Nov 2020", Mdy, "2020-11-23"),
            ("Nov 23, 2020", Dmy, "2020-11-23"),
            ("23. November 2020", Dmy, "2020-11-23"),
            ("23-nov-20", Dmy, "2020-11-23"),
            ("1 März 1999", Dmy, "1999-03-01"),
            ("22.11.26", Dmy, "2026-11-22"),
            ("23.11.26", Dmy, "1926-11-23"),
            ("1/2/49", Mdy, "1949-01-02"),
            ("99-12-31", Ymd, "1999-12-31"),
        ] {
            assert_eq!(
                parse_date(text, format, today),
                Ok(day(expected)),
                "{text} {format:?}"
            );
        }
        for text in [
            "2023-02-30",
            "31.4.2020",
            "45210",
            "yesterday",
            "1/2",
            "1/2/3/4",
            "00.00.0000",
            "-1.2.2020",
        ] {
            let refused = parse_date(text, Dmy, today).unwrap_err();
            assert!(refused.to_string().contains(text), "{refused}");
        }
    }

    #[test]
    fn p8_the_rule_for_two_digit_years_can_be_shown() {
        let rule = two_digit_year_rule(day("2026-11-22"));
        assert!(
            rule.to_string().ends_with(
                r#"this="26" century="2000" year="2026" next="27" from="1927" to="1999""#
            ),
            "{rule}"
        );
    }
}
