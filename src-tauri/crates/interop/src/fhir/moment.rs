//! Dates and instants of FHIR and the clock on the practice's wall.

use crate::csv::whole_minute;
use crate::dates::{Century, DateFormat, parse_moment};
use chrono::{DateTime, FixedOffset, NaiveTime, SecondsFormat, Utc};
use domain::{Said, said};
use domain::{WallTime, Zone};

/// A time as the wall shows it, in whole minutes; a day without a time begins at midnight, a time
/// without an offset is the wall's own.
pub(super) fn wall(text: &str, zone: Zone) -> Result<WallTime, Said> {
    let moment = parse_moment(text, DateFormat::Ymd, Century::Current)?;
    Ok(match moment.instant {
        Some(instant) => {
            let wall = zone.wall(instant.with_timezone(&Utc));
            WallTime {
                at: whole_minute(wall.at),
                ..wall
            }
        }
        None => WallTime::once(moment.date.and_time(moment.time.unwrap_or(NaiveTime::MIN))),
    })
}

/// An instant as the wall shows it, with the offset that holds then.
pub(super) fn written(at: DateTime<Utc>, zone: Zone) -> String {
    let seconds = (zone.wall(at).at - at.naive_utc()).num_seconds();
    let offset = i32::try_from(seconds)
        .ok()
        .filter(|seconds| seconds % 60 == 0)
        .and_then(FixedOffset::east_opt);
    match offset {
        Some(offset) => at
            .with_timezone(&offset)
            .to_rfc3339_opts(SecondsFormat::Secs, false),
        // FHIR knows no offsets with seconds, as all places had until about 1900.
        None => at.to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}

/// Undoes [`crate::outgoing::exact`].
pub(super) fn instant(text: &str) -> Result<DateTime<Utc>, Said> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|_| said("reason-instant").with("text", crate::limits::excerpt(text)))
}

/// `1974` or `1974-03`: FHIR allows a date of which the day is not known.
pub(super) fn is_partial(text: &str) -> bool {
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.split_once('-') {
        None => digits(text, 4),
        Some((year, month)) => digits(year, 4) && digits(month, 2),
    }
}
