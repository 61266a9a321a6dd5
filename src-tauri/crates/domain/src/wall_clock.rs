//! Times of day as the desk reads them off the wall, in the practice's zone (S12).

use crate::said::{Said, said};
use chrono::{
    DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta,
    TimeZone, Utc,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The practice's IANA time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(chrono_tz::Tz);

/// A local time, and which of the two when clocks are set back and an hour happens twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WallTime {
    /// What the clock on the wall shows.
    pub at: NaiveDateTime,
    /// The second of two equal times; false for every other time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub second_pass: bool,
}

/// Why a local time or a zone cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WallClockError {
    /// Not in the IANA list.
    #[error("\"{0}\" is not a time zone; use a name such as Europe/Berlin")]
    UnknownZone(String),
    /// The clocks are set forward over this time.
    #[error("{} does not exist on that day: the clocks are set forward over it", .0.format("%Y-%m-%d %H:%M"))]
    Skipped(NaiveDateTime),
}

/// Minutes that clocks are set forward by at most: a whole day, where the date line was moved.
const LONGEST_JUMP: i64 = 24 * 60;

impl From<&WallClockError> for Said {
    fn from(error: &WallClockError) -> Self {
        match error {
            WallClockError::UnknownZone(zone) => said("wall-zone-unknown").with("zone", zone),
            WallClockError::Skipped(at) => said("wall-skipped").with("at", *at),
        }
    }
}

impl From<WallClockError> for Said {
    fn from(error: WallClockError) -> Self {
        Said::from(&error)
    }
}

impl Zone {
    /// The zone of that IANA name, such as `Europe/Berlin`.
    pub fn named(name: &str) -> Result<Self, WallClockError> {
        name.trim()
            .parse()
            .map(Zone)
            .map_err(|_| WallClockError::UnknownZone(name.to_owned()))
    }

    /// The IANA name.
    pub fn name(&self) -> &'static str {
        self.0.name()
    }

    /// All names, for a list to choose from.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// The instant at which the wall shows this time; refuses a time that the clocks skip.
    pub fn instant(&self, time: WallTime) -> Result<DateTime<Utc>, WallClockError> {
        match self.0.from_local_datetime(&time.at) {
            LocalResult::Single(at) => Ok(at.with_timezone(&Utc)),
            LocalResult::Ambiguous(first, second) => {
                Ok(if time.second_pass { second } else { first }.with_timezone(&Utc))
            }
            LocalResult::None => Err(WallClockError::Skipped(time.at)),
        }
    }

    /// Like [`Zone::instant`], but a skipped time is read as if the clocks had not been set.
    /// Only for old records: what another system wrote down must still be shown.
    pub fn instant_of_record(&self, time: WallTime) -> DateTime<Utc> {
        self.instant(time).unwrap_or_else(|_| {
            let hours = TimeDelta::hours(3);
            time.at
                .checked_sub_signed(hours)
                .and_then(|before| self.0.from_local_datetime(&before).earliest())
                .and_then(|before| before.with_timezone(&Utc).checked_add_signed(hours))
                .unwrap_or_else(|| time.at.and_utc())
        })
    }

    /// The instant at which a stretch begins or ends that is bounded by this time: where the clocks
    /// skip it, the one at which they are set forward.
    pub fn edge(&self, time: WallTime) -> DateTime<Utc> {
        if let Ok(at) = self.instant(time) {
            return at;
        }
        // Clocks jump at whole minutes and by a day at most, in one zone and once in a century.
        let before = (1..=LONGEST_JUMP).find_map(|minutes| {
            let at = time.at.checked_sub_signed(TimeDelta::minutes(minutes))?;
            let last = self.0.from_local_datetime(&at).latest()?;
            last.with_timezone(&Utc)
                .checked_add_signed(TimeDelta::minutes(1))
        });
        before.unwrap_or_else(|| self.instant_of_record(time))
    }

    /// What the wall shows at an instant.
    pub fn wall(&self, at: DateTime<Utc>) -> WallTime {
        // Within two days of the first or last instant there is, the wall would be past everything.
        let margin = TimeDelta::days(2);
        let at = at.clamp(
            DateTime::<Utc>::MIN_UTC + margin,
            DateTime::<Utc>::MAX_UTC - margin,
        );
        let local = at.with_timezone(&self.0).naive_local();
        let second_pass = match self.0.from_local_datetime(&local) {
            LocalResult::Ambiguous(first, _) => first.with_timezone(&Utc) != at,
            _ => false,
        };
        WallTime {
            at: local,
            second_pass,
        }
    }

    /// The local date at an instant.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        self.wall(at).at.date()
    }

    /// Whether this local time happens twice on its day.
    pub fn is_repeated(&self, at: NaiveDateTime) -> bool {
        matches!(self.0.from_local_datetime(&at), LocalResult::Ambiguous(..))
    }

    /// The time as it is kept: only a time that happens twice has a second pass.
    pub fn settled(&self, time: WallTime) -> WallTime {
        WallTime {
            second_pass: time.second_pass && self.is_repeated(time.at),
            ..time
        }
    }
}

/// One date in a zone. On all but two days of the year one offset holds from midnight to midnight,
/// and the local times of such a day are instants without asking the zone for each.
#[derive(Debug, Clone, Copy)]
pub struct ZoneDay {
    zone: Zone,
    date: NaiveDate,
    /// None on a day whose clocks are changed.
    offset: Option<FixedOffset>,
}

impl ZoneDay {
    /// That date in that zone.
    pub fn new(zone: Zone, date: NaiveDate) -> Self {
        let offset_at = |date: NaiveDate| {
            zone.0
                .offset_from_local_datetime(&date.and_time(NaiveTime::MIN))
                .single()
                .map(|offset| offset.fix())
        };
        let first = offset_at(date);
        let offset = first.filter(|_| date.succ_opt().and_then(offset_at) == first);
        Self { zone, date, offset }
    }

    /// The date.
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The zone.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// As [`Zone::wall`] has it, for any instant; quicker for those of this date.
    pub fn wall(&self, at: DateTime<Utc>) -> WallTime {
        self.offset
            .and_then(|offset| at.naive_utc().checked_add_offset(offset))
            .filter(|local| local.date() == self.date)
            .map_or_else(|| self.zone.wall(at), WallTime::once)
    }

    /// As [`Zone::instant_of_record`] has it, for any local time; quicker for those of this date.
    pub fn instant(&self, time: WallTime) -> DateTime<Utc> {
        self.offset
            .filter(|_| time.date() == self.date)
            .and_then(|offset| time.at.checked_sub_offset(offset))
            .map_or_else(|| self.zone.instant_of_record(time), |at| at.and_utc())
    }
}

impl WallTime {
    /// The time as it is on all but one night of the year.
    pub fn once(at: NaiveDateTime) -> Self {
        Self {
            at,
            second_pass: false,
        }
    }

    /// The local date.
    pub fn date(&self) -> NaiveDate {
        self.at.date()
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.format("%Y-%m-%dT%H:%M"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    #[test]
    fn s12_a_skipped_time_is_refused_and_a_repeated_one_is_two() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        assert_eq!(
            berlin.instant(WallTime::once(at("2026-03-29T02:30"))),
            Err(WallClockError::Skipped(at("2026-03-29T02:30")))
        );
        let first = berlin
            .instant(WallTime::once(at("2026-10-25T02:30")))
            .unwrap();
        let second = berlin
            .instant(WallTime {
                at: at("2026-10-25T02:30"),
                second_pass: true,
            })
            .unwrap();
        assert_eq!(second - first, TimeDelta::hours(1));
        assert!(berlin.is_repeated(at("2026-10-25T02:30")));
        for (time, twice) in [("2026-10-25T02:30", true), ("2026-10-25T04:30", false)] {
            let second_pass = WallTime {
                at: at(time),
                second_pass: true,
            };
            assert_eq!(berlin.settled(second_pass).second_pass, twice, "{time}");
        }
        for instant in [first, second] {
            assert_eq!(berlin.instant(berlin.wall(instant)), Ok(instant));
        }
    }

    #[test]
    fn s12_what_is_bounded_by_a_skipped_time_ends_where_the_clocks_jump() {
        for (zone, time, shown) in [
            ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:00"),
            ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T03:00"),
            ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00"),
            ("America/New_York", "2026-03-08T02:59", "2026-03-08T03:00"),
            (
                "Australia/Lord_Howe",
                "2026-10-04T02:15",
                "2026-10-04T02:30",
            ),
            ("Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T03:00"),
            ("Africa/Cairo", "2026-04-24T00:30", "2026-04-24T01:00"),
            ("Pacific/Apia", "2011-12-30T12:00", "2011-12-31T00:00"),
        ] {
            let zone = Zone::named(zone).unwrap();
            let edge = zone.edge(WallTime::once(at(time)));
            assert_eq!(zone.wall(edge).at, at(shown), "{zone:?} {time}");
        }
    }

    #[test]
    fn a_skipped_time_of_an_old_record_is_still_shown() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let shown = berlin.instant_of_record(WallTime::once(at("2026-03-29T02:30")));
        assert_eq!(berlin.wall(shown).at, at("2026-03-29T03:30"));
    }

    #[test]
    fn the_first_and_the_last_times_there_are_break_nothing() {
        for zone in ["Europe/Berlin", "Pacific/Kiritimati", "America/Adak"] {
            let zone = Zone::named(zone).unwrap();
            for at in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
                let instant = zone.instant_of_record(WallTime::once(at));
                let _ = (zone.wall(instant), zone.instant(WallTime::once(at)));
            }
            for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
                let _ = (zone.wall(at), zone.date(at));
            }
        }
    }

    #[test]
    fn s12_a_day_gives_the_instants_that_its_zone_gives() {
        let zones = [
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "America/Sao_Paulo",
            "Africa/Monrovia",
        ];
        for zone in zones.map(|name| Zone::named(name).unwrap()) {
            for year in [1971, 2018, 2026] {
                let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
                for date in first.iter_days().take(366) {
                    let day = ZoneDay::new(zone, date);
                    for minute in (0..1440).step_by(45) {
                        let time = WallTime {
                            at: date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute),
                            second_pass: minute % 2 == 1,
                        };
                        assert_eq!(
                            day.instant(time),
                            zone.instant_of_record(time),
                            "{zone:?} {time}"
                        );
                        let instant = day.instant(time);
                        assert_eq!(day.wall(instant), zone.wall(instant), "{zone:?} {time}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_unknown_zone_says_what_to_write() {
        let refusal = Zone::named("Berlin").unwrap_err().to_string();
        assert!(refusal.contains("Europe/Berlin"), "{refusal}");
    }
}
