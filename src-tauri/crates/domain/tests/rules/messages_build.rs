//! Zones whose clocks change in ways of their own, and times in them.

use super::build::at;
use chrono::{DateTime, Utc};
use domain::{MinuteOfDay, WallTime, Zone};

/// Half an hour in Lord Howe; in Casablanca back and forth around Ramadan.
pub(crate) const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
];

pub(crate) fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

/// The instant at which the wall of that zone shows this time, for the first time.
pub(crate) fn instant_in(zone: Zone, text: &str) -> DateTime<Utc> {
    zone.instant(WallTime::once(at(text))).unwrap()
}

/// What the wall shows.
pub(crate) fn shown(zone: Zone, at: DateTime<Utc>) -> String {
    zone.wall(at).to_string()
}

pub(crate) fn minute(text: &str) -> MinuteOfDay {
    text.parse().unwrap()
}
