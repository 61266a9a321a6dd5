//! One cell that holds a date, a time of day, or both.

use super::{Century, DateFormat};
use crate::limits::excerpt;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use domain::{Said, said};

/// A date with the time and offset written beside it, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) date: NaiveDate,
    pub(crate) time: Option<NaiveTime>,
    /// Present when the text names the instant, not the wall clock.
    pub(crate) instant: Option<DateTime<FixedOffset>>,
}

/// The three parts of a date in the order in which they stand, before anyone says which is which.
pub(super) struct Parts<'a> {
    pub(super) parts: [&'a str; 3],
    /// The place of a month written as a word.
    pub(super) named_month: Option<(usize, u32)>,
    rest: &'a str,
}

/// A date with an optional time of day. The error is a reason.
pub(crate) fn parse_moment(
    text: &str,
    format: DateFormat,
    century: Century,
) -> Result<Moment, Said> {
    let text = text.trim();
    let wrong = || said("reason-date").with("text", excerpt(text));
    if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(said("reason-serial").with("text", text));
    }
    let parts = split(text).ok_or_else(wrong)?;
    let (year, month, day) = order(&parts, format, century).ok_or_else(wrong)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let seen = excerpt(text);
        if (1..=12).contains(&month) && (1..=31).contains(&day) {
            said("reason-no-such-day").with("text", seen)
        } else {
            said("reason-date-as")
                .with("text", seen)
                .with("format", format.key())
        }
    })?;
    let rest = parts.rest.trim().trim_start_matches(['T', ',']).trim();
    if rest.is_empty() {
        return Ok(Moment {
            date,
            time: None,
            instant: None,
        });
    }
    let (clock, offset) = split_offset(rest);
    let time = parse_time(clock).map_err(|_| wrong())?;
    let instant = match offset {
        None => None,
        Some(seconds) => {
            let offset = FixedOffset::east_opt(seconds).ok_or_else(wrong)?;
            Some(
                date.and_time(time)
                    .and_local_timezone(offset)
                    .single()
                    .ok_or_else(wrong)?,
            )
        }
    };
    Ok(Moment {
        date,
        time: Some(time),
        instant,
    })
}

/// A time of day such as `9:05`, `09.05`, `0905`, `9:05 pm`, `9h05`, `09:05:00`. The error is a
/// reason.
pub(crate) fn parse_time(text: &str) -> Result<NaiveTime, Said> {
    let wrong = || said("reason-clock").with("text", excerpt(text.trim()));
    let lower = text.trim().to_lowercase();
    let half_day = [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)]
        .iter()
        .find_map(|(mark, after_noon)| lower.strip_suffix(mark).map(|clock| (clock, *after_noon)));
    let (clock, after_noon) = match half_day {
        Some((clock, after_noon)) => (clock, Some(after_noon)),
        None => (lower.strip_suffix("uhr").unwrap_or(&lower), None),
    };
    let clock = clock.trim();
    let mut numbers: Vec<u32> = Vec::with_capacity(3);
    if clock.len() == 4 && clock.bytes().all(|b| b.is_ascii_digit()) {
        numbers.push(clock[..2].parse().map_err(|_| wrong())?);
        numbers.push(clock[2..].parse().map_err(|_| wrong())?);
    } else {
        // Fractions of a second are of no use to a desk.
        let whole = if clock.matches(':').count() == 2 {
            clock.split('.').next().unwrap_or(clock)
        } else {
            clock
        };
        for part in whole.trim_end_matches('h').split([':', '.', 'h']) {
            if part.is_empty() || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            numbers.push(part.parse().map_err(|_| wrong())?);
        }
    }
    let (hour, minute) = match numbers.as_slice() {
        [hour] if after_noon.is_some() || clock.ends_with('h') => (*hour, 0),
        [hour, minute] | [hour, minute, _] => (*hour, *minute),
        _ => return Err(wrong()),
    };
    let hour = match after_noon {
        Some(_) if !(1..=12).contains(&hour) => return Err(wrong()),
        Some(after_noon) => hour % 12 + if after_noon { 12 } else { 0 },
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or_else(wrong)
}

/// Cuts a date into its three parts and what follows.
pub(super) fn split(text: &str) -> Option<Parts<'_>> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        let parts = [&text[..4], &text[4..6], &text[6..8]];
        return Some(Parts {
            parts,
            named_month: None,
            rest: &text[8..],
        });
    }
    let mut parts = [""; 3];
    let mut named_month = None;
    let mut rest = text;
    for (place, part) in parts.iter_mut().enumerate() {
        let word = rest.starts_with(char::is_alphabetic);
        let end = rest
            .find(|c: char| {
                if word {
                    !c.is_alphabetic()
                } else {
                    !c.is_ascii_digit()
                }
            })
            .unwrap_or(rest.len());
        *part = &rest[..end];
        if word {
            if named_month.is_some() || place == 2 {
                return None;
            }
            named_month = Some((place, month_named(part)?));
        } else if end == 0 || end > 4 {
            return None;
        }
        rest = &rest[end..];
        if place < 2 {
            let next = rest.trim_start_matches(['-', '/', '.', ' ', ',']);
            if !(1..=2).contains(&(rest.len() - next.len())) {
                return None;
            }
            rest = next;
        }
    }
    let ended = rest.is_empty() || rest.starts_with(['T', ' ', ',']) || rest == ".";
    ended.then(|| Parts {
        parts,
        named_month,
        rest: rest.trim_start_matches('.'),
    })
}

fn order(parts: &Parts<'_>, format: DateFormat, century: Century) -> Option<(i32, u32, u32)> {
    let [a, b, c] = parts.parts;
    let (year, month, day) = match parts.named_month {
        Some((0, month)) => (c, month, b.parse().ok()?),
        Some((_, month)) if a.len() == 4 => (a, month, c.parse().ok()?),
        Some((_, month)) => (c, month, a.parse().ok()?),
        // A year in front settles the order, whatever was asked for.
        None if a.len() == 4 => (a, b.parse().ok()?, c.parse().ok()?),
        None => match format {
            DateFormat::Ymd => (a, b.parse().ok()?, c.parse().ok()?),
            DateFormat::Dmy => (c, b.parse().ok()?, a.parse().ok()?),
            DateFormat::Mdy => (c, a.parse().ok()?, b.parse().ok()?),
        },
    };
    let digits: i32 = year.parse().ok()?;
    match year.len() {
        4 => Some((digits, month, day)),
        1 | 2 => Some((century.year(digits, month, day), month, day)),
        _ => None,
    }
}

/// A zone offset in seconds at the end of a time.
fn split_offset(text: &str) -> (&str, Option<i32>) {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return (clock, Some(0));
    }
    if let Some(at) = text.rfind(['+', '-']).filter(|at| *at >= 4) {
        let (clock, offset) = text.split_at(at);
        let sign = if offset.starts_with('-') { -1 } else { 1 };
        let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
        if digits.len() == 4 {
            let hours: i32 = digits[..2].parse().unwrap_or(0);
            let minutes: i32 = digits[2..].parse().unwrap_or(0);
            return (clock, Some(sign * (hours * 3600 + minutes * 60)));
        }
    }
    (text, None)
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "ene", "gen"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "mrz"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mag", "maj"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "aoû", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let word = word.to_lowercase();
    MONTHS
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)))
        .and_then(|place| u32::try_from(place + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_desks_write_them() {
        for (text, expected) in [
            ("09:05", "09:05"),
            ("9:05", "09:05"),
            ("0905", "09:05"),
            ("9.05", "09:05"),
            ("9h05", "09:05"),
            ("9h", "09:00"),
            ("09:05:59", "09:05"),
            ("09:05:59.123", "09:05"),
            ("9:05 PM", "21:05"),
            ("12 am", "00:00"),
            ("12:30pm", "12:30"),
            ("14:15 Uhr", "14:15"),
        ] {
            let time = parse_time(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(time.as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "", "25:00", "9", "13:00 pm", "9:5:7:1", "noon", "9:60", "-1:00",
        ] {
            assert!(parse_time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_offset_makes_an_instant() {
        let read = |text| parse_moment(text, DateFormat::Ymd, Century::Current).unwrap();
        assert_eq!(read("2026-11-23T09:00").instant, None);
        let instant = |text| read(text).instant.unwrap().to_utc().to_string();
        assert_eq!(
            instant("2026-11-23T09:00:00-05:00"),
            "2026-11-23 14:00:00 UTC"
        );
        assert_eq!(
            instant("2026-11-23 09:00:00.000Z"),
            "2026-11-23 09:00:00 UTC"
        );
    }
}
