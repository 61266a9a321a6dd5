//! Public holidays by country and region, of a table that is part of the program: nothing is asked
//! of any network. `assets/holidays/make.py` writes the table.

use crate::error::{Error, Result};
use chrono::{Datelike, NaiveDate};
use domain::said;
use domain::search::fold;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// A country whose holidays are known.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1, two letters.
    pub code: &'static str,
    /// Language of its holidays' names.
    pub language: &'static str,
    pub regions: Vec<Region>,
    zones: Vec<&'static str>,
    days: Vec<Entry>,
}

/// A part of a country with holidays of its own.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    pub code: &'static str,
    pub name: &'static str,
}

/// A public holiday of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    pub date: NaiveDate,
    /// In the country's language.
    pub name: String,
    pub english: String,
    /// In some places only, of some employers, or for half a day.
    pub partly: bool,
}

/// A line of the table.
#[derive(Debug)]
struct Entry {
    place: Place,
    partly: bool,
    days: Days,
    name: &'static str,
    english: &'static str,
}

#[derive(Debug)]
enum Place {
    Everywhere,
    In(Vec<&'static str>),
    NotIn(Vec<&'static str>),
}

#[derive(Debug)]
enum Days {
    EveryYear { month: u32, day: u32 },
    On(Vec<NaiveDate>),
}

#[derive(Debug, Default)]
struct Table {
    years: Option<RangeInclusive<i32>>,
    countries: Vec<Country>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| read(include_str!("../../../../assets/holidays/holidays.tsv")));

/// How the table calls a country without a region.
const NO_REGION: &str = "-";

/// All countries, by code.
pub fn countries() -> &'static [Country] {
    &TABLE.countries
}

/// The years that are known.
pub fn years() -> RangeInclusive<i32> {
    TABLE.years.clone().unwrap_or(0..=0)
}

/// The country that lies in a time zone, to be suggested.
pub fn country_of_zone(zone: &str) -> Option<&'static Country> {
    countries()
        .iter()
        .find(|country| country.zones.contains(&zone))
}

/// The country of that code; its region by code or name.
///
/// # Errors
/// [`Error::Invalid`] names those that are known.
pub fn place(
    country: &str,
    region: Option<&str>,
) -> Result<(&'static Country, Option<&'static Region>)> {
    let found = countries()
        .iter()
        .find(|one| one.code.eq_ignore_ascii_case(country.trim()));
    let Some(found) = found else {
        let known: Vec<&str> = countries().iter().map(|one| one.code).collect();
        return Err(Error::invalid(
            "country",
            said("holidays-country")
                .with("country", country)
                .with("known", known.join(", ")),
        ));
    };
    let Some(region) = region.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok((found, None));
    };
    let wanted = fold(region);
    let of_code = found
        .regions
        .iter()
        .find(|one| fold(one.code) == wanted || fold(one.name) == wanted);
    match of_code {
        Some(one) => Ok((found, Some(one))),
        None => {
            let known: Vec<String> = found
                .regions
                .iter()
                .map(|one| format!("{} ({})", one.code, one.name))
                .collect();
            Err(Error::invalid(
                "region",
                said("holidays-region")
                    .with("country", found.code)
                    .with("region", region)
                    .with("known", known.join(", ")),
            ))
        }
    }
}

/// The public holidays of a year, by date; several on one day are one.
///
/// # Errors
/// [`Error::Invalid`] for a year that the table does not reach to.
pub fn holidays(country: &Country, region: Option<&Region>, year: i32) -> Result<Vec<Holiday>> {
    let years = years();
    if !years.contains(&year) {
        return Err(Error::invalid(
            "year",
            said("holidays-years")
                .with("first", years.start().to_string())
                .with("last", years.end().to_string()),
        ));
    }
    let region = region.map_or(NO_REGION, |region| region.code);
    let mut found: Vec<Holiday> = Vec::new();
    for entry in country
        .days
        .iter()
        .filter(|entry| entry.place.holds(region))
    {
        for date in entry.days.of(year) {
            found.push(Holiday {
                date,
                name: entry.name.to_owned(),
                english: entry.english.to_owned(),
                partly: entry.partly,
            });
        }
    }
    found.sort_by_key(|holiday| (holiday.date, holiday.partly));
    found.dedup_by(|later, first| {
        let same = later.date == first.date;
        if same && later.name != first.name && later.partly == first.partly {
            first.name = format!("{}; {}", first.name, later.name);
            first.english = format!("{}; {}", first.english, later.english);
        }
        same
    });
    Ok(found)
}

impl Place {
    fn holds(&self, region: &str) -> bool {
        match self {
            Place::Everywhere => true,
            Place::In(places) => places.contains(&region),
            Place::NotIn(places) => !places.contains(&region),
        }
    }

    fn of(text: &'static str) -> Self {
        match text.strip_prefix('!') {
            Some(text) => Place::NotIn(text.split(',').collect()),
            None if text == "*" => Place::Everywhere,
            None => Place::In(text.split(',').collect()),
        }
    }
}

impl Days {
    fn of(&self, year: i32) -> Vec<NaiveDate> {
        match self {
            Days::EveryYear { month, day } => NaiveDate::from_ymd_opt(year, *month, *day)
                .into_iter()
                .collect(),
            Days::On(dates) => dates
                .iter()
                .filter(|date| date.year() == year)
                .copied()
                .collect(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        if let [month, day] = text.split('-').collect::<Vec<_>>()[..] {
            return Some(Days::EveryYear {
                month: month.parse().ok()?,
                day: day.parse().ok()?,
            });
        }
        let dates: Option<Vec<NaiveDate>> = text.split(' ').map(|date| date.parse().ok()).collect();
        dates.map(Days::On)
    }
}

/// A line that is none of those that make.py writes is passed over; a test finds it.
fn read(text: &'static str) -> Table {
    let mut table = Table::default();
    for line in text.lines() {
        let fields: Vec<&'static str> = line.split('\t').collect();
        match (fields[..].first().copied(), &fields[..]) {
            (Some("Y"), [_, first, last]) => {
                if let (Ok(first), Ok(last)) = (first.parse(), last.parse()) {
                    table.years = Some(first..=last);
                }
            }
            (Some("C"), [_, code, language, zones]) => table.countries.push(Country {
                code,
                language,
                regions: Vec::new(),
                zones: zones.split(' ').collect(),
                days: Vec::new(),
            }),
            (Some("R"), [_, code, name]) => {
                if let Some(country) = table.countries.last_mut() {
                    country.regions.push(Region { code, name });
                }
            }
            (Some("H"), [_, place, kind, days, name, english]) => {
                if let (Some(country), Some(days)) = (table.countries.last_mut(), Days::read(days))
                {
                    country.days.push(Entry {
                        place: Place::of(place),
                        partly: *kind == "O",
                        days,
                        name,
                        english,
                    });
                }
            }
            _ => {}
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(country: &str, region: Option<&str>, year: i32) -> Vec<String> {
        let (country, region) = place(country, region).unwrap();
        holidays(country, region, year)
            .unwrap()
            .into_iter()
            .filter(|holiday| !holiday.partly)
            .map(|holiday| holiday.date.format("%m-%d").to_string())
            .collect()
    }

    /// By the laws of each place, worked out by hand.
    #[test]
    fn s6_holidays_are_those_of_the_country_and_the_region() {
        let check = |country, region, year, expected: &str| {
            assert_eq!(
                dates(country, region, year).join(" "),
                expected,
                "{country} {region:?} {year}"
            );
        };
        check(
            "DE",
            Some("BY"),
            2027,
            "01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26",
        );
        check(
            "DE",
            Some("Berlin"),
            2027,
            "01-01 03-08 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26",
        );
        check(
            "DE",
            None,
            2026,
            "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
        );
        check(
            "AT",
            Some("Wien"),
            2026,
            "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26",
        );
        check(
            "CH",
            Some("GE"),
            2026,
            "01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31",
        );
        check(
            "GB",
            Some("SCT"),
            2026,
            "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-26 12-28",
        );
        check(
            "US",
            None,
            2026,
            "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25",
        );
        check(
            "FR",
            Some("Alsace"),
            2026,
            "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26",
        );
        check(
            "NL",
            None,
            2026,
            "01-01 04-03 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26",
        );
        check(
            "PL",
            None,
            2026,
            "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26",
        );
    }

    #[test]
    fn every_line_of_the_table_is_understood() {
        let text = include_str!("../../../../assets/holidays/holidays.tsv");
        let lines = |kind: &str| text.lines().filter(|line| line.starts_with(kind)).count();
        let table = &*TABLE;
        assert_eq!(table.countries.len(), lines("C\t"));
        let regions = |country: &Country| country.regions.len();
        assert_eq!(
            table.countries.iter().map(regions).sum::<usize>(),
            lines("R\t")
        );
        let days = |country: &Country| country.days.len();
        assert_eq!(
            table.countries.iter().map(days).sum::<usize>(),
            lines("H\t")
        );
        let known = text.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(known, lines("C\t") + lines("R\t") + lines("H\t") + 1);
        for country in &table.countries {
            for entry in &country.days {
                let (Place::In(places) | Place::NotIn(places)) = &entry.place else {
                    continue;
                };
                for place in places {
                    assert!(
                        *place == NO_REGION
                            || country.regions.iter().any(|region| region.code == *place),
                        "{} {place}",
                        country.code
                    );
                }
            }
            for year in years() {
                let all = holidays(country, None, year).unwrap();
                // Under martial law Ukraine has had none since 2022.
                let none = country.code == "UA" && year >= 2022;
                assert!(none || !all.is_empty(), "{} {year}", country.code);
                assert!(all.iter().all(|holiday| holiday.date.year() == year));
            }
        }
    }

    #[test]
    fn what_is_not_known_is_told_with_what_is() {
        let told = |country, region| place(country, region).unwrap_err().to_string();
        assert!(told("XX", None).contains("DE, "), "{}", told("XX", None));
        let of_region = told("de", Some("Narnia"));
        assert!(of_region.contains("BY (Bayern)"), "{of_region}");
        let (germany, _) = place("de", None).unwrap();
        let year = holidays(germany, None, 1999).unwrap_err().to_string();
        assert!(year.contains("2016"), "{year}");
        assert_eq!(country_of_zone("Europe/Berlin").unwrap().code, "DE");
    }
}
