//! One VEVENT, before its dates are worked out.

use crate::incoming::Place;
use crate::limits::{SHORT, clean, excerpt};
use crate::parts::Part;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarClassification, ICalendarComponent, ICalendarDuration, ICalendarEntry,
    ICalendarParameterName, ICalendarPeriod, ICalendarProperty, ICalendarStatus,
    ICalendarTransparency, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::limits::YEARS;
use domain::{Said, said};
use std::rc::Rc;

/// What stands in an event of a calendar.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) place: Place,
    pub(super) uid: String,
    pub(super) sequence: u32,
    pub(super) start: When,
    pub(super) length: Length,
    pub(super) rules: Vec<String>,
    /// Rules of dates that are none; long obsolete, and still written.
    pub(super) exrules: Vec<String>,
    /// Further dates; some with a length of their own.
    pub(super) rdates: Vec<(When, Option<Length>)>,
    pub(super) exdates: Vec<When>,
    /// Which date of a series this speaks of.
    pub(super) recurrence: Option<When>,
    /// Whether it speaks of all later dates too.
    pub(super) and_later: bool,
    /// Empty where the event is private.
    pub(super) title: String,
    pub(super) is_cancelled: bool,
    /// Takes up no time, as its calendar says.
    pub(super) is_free: bool,
}

/// A day, or a time by a clock.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    Day(NaiveDate),
    Utc(NaiveDateTime),
    /// None is a time by whatever clock is at hand.
    Local(NaiveDateTime, Option<Rc<str>>),
}

/// How long an event lasts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Length {
    /// Days by the calendar, then an exact time.
    Lasts(i64, TimeDelta),
    Ends(When),
    /// A day where only a day is named, nothing where a time is.
    Unsaid,
}

/// The longest event that is taken for one: a year off.
pub(super) const LONGEST_DAYS: i64 = 400;
/// The longest UID, in characters. RFC 7986 asks for 255 bytes at the most; some are longer.
const LONGEST_UID: usize = 1_000;

/// Reads an event. The error is a reason.
pub(super) fn read(part: Part, place: Place) -> Result<Event, Said> {
    if let Some(fault) = part.fault {
        return Err(fault);
    }
    let Entry::ICalendar(calendar) = Parser::new(&part.text).entry() else {
        return Err(said("reason-unread"));
    };
    let component = calendar
        .components
        .first()
        .ok_or_else(|| said("reason-unread"))?;
    let mut event = Event {
        uid: uid(component)?,
        start: When::Day(NaiveDate::MIN),
        sequence: 0,
        length: Length::Unsaid,
        rules: Vec::new(),
        exrules: Vec::new(),
        rdates: Vec::new(),
        exdates: Vec::new(),
        recurrence: None,
        and_later: false,
        title: String::new(),
        is_cancelled: false,
        is_free: false,
        place,
    };
    let (mut start, mut transparent, mut outlook_free, mut is_private) = (None, None, false, false);
    for entry in &component.entries {
        let first = entry.values.first();
        match (&entry.name, first) {
            (ICalendarProperty::Dtstart, _) if start.is_none() => {
                start = Some(when(entry, "DTSTART")?)
            }
            (ICalendarProperty::Dtend, Some(_)) => {
                event.length = Length::Ends(when(entry, "DTEND")?);
            }
            (ICalendarProperty::Duration, Some(ICalendarValue::Duration(duration))) => {
                event.length = lasts(duration)?;
            }
            (ICalendarProperty::Duration, Some(other)) => return Err(unread("DURATION", other)),
            (ICalendarProperty::Rrule, Some(ICalendarValue::Text(rule))) => {
                event.rules.push(rule.clone());
            }
            (ICalendarProperty::Exrule, Some(ICalendarValue::Text(rule))) => {
                event.exrules.push(rule.clone());
            }
            (ICalendarProperty::Rdate, _) => rdates(entry, &mut event.rdates)?,
            (ICalendarProperty::Exdate, _) => exdates(entry, &mut event.exdates)?,
            (ICalendarProperty::RecurrenceId, Some(_)) => {
                event.recurrence = Some(when(entry, "RECURRENCE-ID")?);
                event.and_later = entry
                    .parameters(&ICalendarParameterName::Range)
                    .next()
                    .is_some();
            }
            (ICalendarProperty::Sequence, Some(ICalendarValue::Integer(number))) => {
                event.sequence = u32::try_from(*number).unwrap_or(0);
            }
            (ICalendarProperty::Summary, Some(value)) => {
                event.title = title(value.as_text().unwrap_or_default());
            }
            (ICalendarProperty::Status, Some(ICalendarValue::Status(status))) => {
                event.is_cancelled = *status == ICalendarStatus::Cancelled;
            }
            (ICalendarProperty::Transp, Some(ICalendarValue::Transparency(value))) => {
                transparent = Some(*value == ICalendarTransparency::Transparent);
            }
            (ICalendarProperty::Class, Some(ICalendarValue::Classification(class))) => {
                is_private = *class != ICalendarClassification::Public;
            }
            (ICalendarProperty::Other(name), Some(value))
                if name.eq_ignore_ascii_case("X-MICROSOFT-CDO-BUSYSTATUS") =>
            {
                outlook_free = value
                    .as_text()
                    .is_some_and(|text| text.trim().eq_ignore_ascii_case("FREE"));
            }
            _ => {}
        }
    }
    event.is_free = transparent.unwrap_or(outlook_free);
    if is_private {
        event.title.clear();
    }
    // A date of a series that was cancelled need not say when it would have been.
    event.start = match (start, &event.recurrence) {
        (Some(start), _) => start,
        (None, Some(recurrence)) if event.is_cancelled => recurrence.clone(),
        (None, _) => return Err(said("reason-no-dtstart")),
    };
    if event.uid.is_empty() {
        event.uid = made_up_uid(&event);
    }
    Ok(event)
}

fn uid(component: &ICalendarComponent) -> Result<String, Said> {
    let uid = component
        .entries
        .iter()
        .find(|entry| entry.name == ICalendarProperty::Uid)
        .and_then(|entry| entry.values.first()?.as_text())
        .unwrap_or_default();
    let uid = clean(uid.trim());
    crate::limits::within(&uid, LONGEST_UID, "its UID")?;
    Ok(uid)
}

/// Every event needs a UID, and some have none: then what it says is what it is known by.
fn made_up_uid(event: &Event) -> String {
    let start = match &event.start {
        When::Day(day) => day.to_string(),
        When::Utc(at) => format!("{at}Z"),
        When::Local(at, zone) => format!("{at} {}", zone.as_deref().unwrap_or_default()),
    };
    format!("{start} {}", event.title).trim().to_owned()
}

/// One line, cut where it is longer than any name here.
fn title(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let title = clean(&words.join(" "));
    if title.chars().count() <= SHORT {
        return title;
    }
    title.chars().take(SHORT - 1).chain(['…']).collect()
}

fn when(entry: &ICalendarEntry, name: &str) -> Result<When, Said> {
    let value = entry
        .values
        .first()
        .ok_or_else(|| said("reason-empty-property").with("name", name))?;
    moment(entry, value).ok_or_else(|| unread(name, value))
}

fn moment(entry: &ICalendarEntry, value: &ICalendarValue) -> Option<When> {
    stamp(entry, value.as_partial_date_time()?)
}

fn stamp(entry: &ICalendarEntry, value: &PartialDateTime) -> Option<When> {
    let at = value.to_date_time()?;
    if !YEARS.contains(&at.date_time.year()) {
        return None;
    }
    Some(match at.offset {
        _ if !value.has_time() => When::Day(at.date_time.date()),
        Some(offset) => {
            let seconds = TimeDelta::seconds(offset.local_minus_utc().into());
            When::Utc(at.date_time - seconds)
        }
        None => When::Local(at.date_time, entry.tz_id().map(Rc::from)),
    })
}

fn lasts(duration: &ICalendarDuration) -> Result<Length, Said> {
    let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
    let exact = i64::from(duration.hours) * 3600
        + i64::from(duration.minutes) * 60
        + i64::from(duration.seconds);
    if duration.neg {
        return Err(said("reason-below-nothing"));
    }
    if days + exact / (24 * 3600) > LONGEST_DAYS {
        return Err(too_long());
    }
    Ok(Length::Lasts(days, TimeDelta::seconds(exact)))
}

fn rdates(entry: &ICalendarEntry, found: &mut Vec<(When, Option<Length>)>) -> Result<(), Said> {
    for value in &entry.values {
        let one = match value {
            ICalendarValue::Period(ICalendarPeriod::Range { start, end }) => stamp(entry, start)
                .zip(stamp(entry, end))
                .map(|(start, end)| (start, Some(Length::Ends(end)))),
            ICalendarValue::Period(ICalendarPeriod::Duration { start, duration }) => {
                let length = lasts(duration)?;
                stamp(entry, start).map(|start| (start, Some(length)))
            }
            other => moment(entry, other).map(|start| (start, None)),
        };
        found.push(one.ok_or_else(|| unread("RDATE", value))?);
    }
    Ok(())
}

fn exdates(entry: &ICalendarEntry, found: &mut Vec<When>) -> Result<(), Said> {
    for value in &entry.values {
        // Some programs write an empty list.
        if value.as_text().is_some_and(|text| text.trim().is_empty()) {
            continue;
        }
        found.push(moment(entry, value).ok_or_else(|| unread("EXDATE", value))?);
    }
    Ok(())
}

fn unread(name: &str, value: &ICalendarValue) -> Said {
    match value.as_text() {
        Some(text) => said("reason-property")
            .with("name", name)
            .with("text", excerpt(text)),
        None => said("reason-property-odd").with("name", name),
    }
}

pub(super) fn too_long() -> Said {
    said("reason-days-long").with("most", LONGEST_DAYS)
}

impl When {
    /// The day by its own clock.
    pub(super) fn day(&self) -> NaiveDate {
        match self {
            When::Day(day) => *day,
            When::Utc(at) | When::Local(at, _) => at.date(),
        }
    }

    /// What its own clock shows; a day begins at midnight.
    pub(super) fn local(&self) -> NaiveDateTime {
        match self {
            When::Day(day) => day.and_time(NaiveTime::MIN),
            When::Utc(at) | When::Local(at, _) => *at,
        }
    }
}
