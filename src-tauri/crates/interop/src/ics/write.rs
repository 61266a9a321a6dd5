//! Visits as a calendar that other programs show (METHOD:PUBLISH, RFC 5546).

use crate::InteropError;
use crate::limits::clean;
use crate::outgoing::VisitOut;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType,
    ICalendarDuration, ICalendarEntry, ICalendarMethod, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::{WallTime, Zone};
use std::io::Write;

/// What a calendar says of itself, and what it shows.
#[derive(Debug, Clone)]
pub struct IcsHead<'a> {
    /// The calendar's name.
    pub name: &'a str,
    pub zone: Zone,
    /// The days of its visits, both inclusive: so far the zone is described.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// When it is written.
    pub now: DateTime<Utc>,
    pub shows: IcsShows<'a>,
    /// How often whoever subscribes to it may ask anew; none for a file.
    pub refresh_minutes: Option<u32>,
}

/// What is said of visits.
#[derive(Debug, Clone, Copy)]
pub enum IcsShows<'a> {
    /// Who comes and what for.
    Patients,
    /// Only that there is a visit, in this word: for a calendar that leaves the house.
    Busy(&'a str),
}

/// Time of a provider's that is taken without a visit.
#[derive(Debug, Clone, Copy)]
pub struct TakenOut<'a> {
    /// The same each time it is written.
    pub uid: &'a str,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub title: &'a str,
}

/// Writes visits one by one.
#[derive(Debug)]
pub struct VisitsIcs<'a, W: Write> {
    out: W,
    head: IcsHead<'a>,
}

const PRODUCT: &str = "-//Daybook//Daybook//EN";

impl<'a, W: Write> VisitsIcs<'a, W> {
    /// Begins a calendar.
    pub fn new(mut out: W, head: IcsHead<'a>) -> Result<Self, InteropError> {
        let mut calendar = ICalendar {
            components: vec![ICalendarComponent::new(ICalendarComponentType::VCalendar)],
        };
        if let Some(top) = calendar.components.first_mut() {
            top.add_property(ICalendarProperty::Version, "2.0");
            top.add_property(ICalendarProperty::Prodid, PRODUCT);
            top.add_property(ICalendarProperty::Method, ICalendarMethod::Publish);
            top.add_property(ICalendarProperty::Name, text(head.name));
            other(top, "X-WR-CALNAME", text(head.name));
            other(top, "X-WR-TIMEZONE", head.zone.name().to_owned());
            if let Some(minutes) = head.refresh_minutes {
                let every = ICalendarDuration {
                    minutes,
                    ..ICalendarDuration::default()
                };
                other(top, "X-PUBLISHED-TTL", every.to_string());
                top.add_property_with_params(
                    ICalendarProperty::RefreshInterval,
                    [ICalendarParameter::value(ICalendarValueType::Duration)],
                    every,
                );
            }
        }
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc().timestamp();
        let before = head.from.checked_sub_days(Days::new(366));
        // Rules that still hold are told as such only when they are seen to hold twice.
        let after = head.to.checked_add_days(Days::new(3 * 366));
        calendar.add_timezone(
            head.zone.name(),
            midnight(before.unwrap_or(head.from)),
            midnight(after.unwrap_or(head.to)),
        );
        let whole = calendar.to_string();
        let begun = whole.strip_suffix("END:VCALENDAR\r\n").unwrap_or(&whole);
        out.write_all(begun.as_bytes())?;
        Ok(Self { out, head })
    }

    /// One visit. Cancelled and missed ones are written as cancelled, so that whoever has them
    /// from an earlier file is told.
    pub fn visit(&mut self, out: &VisitOut<'_>) -> Result<(), InteropError> {
        let visit = out.visit;
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(&visit.id.to_string());
        event.add_dtstamp(utc(self.head.now));
        event.add_sequence(i64::from(visit.revision));
        let (start, end) = visit.span(self.head.zone);
        self.times(&mut event, start, end);
        match self.head.shows {
            IcsShows::Busy(word) => {
                event.add_property(ICalendarProperty::Summary, text(word));
                event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
            }
            IcsShows::Patients => {
                event.add_property(ICalendarProperty::Summary, text(out.patient.name));
                let about = [out.kind.unwrap_or_default(), &visit.reason];
                let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
                if !about.is_empty() {
                    event.add_property(ICalendarProperty::Description, text(&about.join("\n")));
                }
                if let Some(chair) = out.chair {
                    event.add_property(ICalendarProperty::Location, text(chair));
                }
            }
        }
        let (status, transparency) = if visit.status.occupies() {
            (ICalendarStatus::Confirmed, ICalendarTransparency::Opaque)
        } else {
            (
                ICalendarStatus::Cancelled,
                ICalendarTransparency::Transparent,
            )
        };
        event.add_property(ICalendarProperty::Status, status);
        event.add_property(ICalendarProperty::Transp, transparency);
        self.write(&event)
    }

    /// Time that is taken for something else.
    pub fn taken(&mut self, out: &TakenOut<'_>) -> Result<(), InteropError> {
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(out.uid);
        event.add_dtstamp(utc(self.head.now));
        self.times(&mut event, out.start, out.end);
        let title = match self.head.shows {
            IcsShows::Busy(word) => {
                event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
                word
            }
            IcsShows::Patients => out.title,
        };
        event.add_property(ICalendarProperty::Summary, text(title));
        event.add_property(ICalendarProperty::Transp, ICalendarTransparency::Opaque);
        self.write(&event)
    }

    fn times(&self, event: &mut ICalendarComponent, start: DateTime<Utc>, end: DateTime<Utc>) {
        let zone = self.head.zone;
        let times = [
            (ICalendarProperty::Dtstart, start),
            (ICalendarProperty::Dtend, end),
        ];
        // A local time that there is twice says less than its instant.
        let plain = times
            .iter()
            .all(|(_, at)| !zone.is_repeated(zone.wall(*at).at));
        for (name, at) in times {
            if plain {
                event.add_property_with_params(
                    name,
                    [ICalendarParameter::tzid(zone.name().to_owned())],
                    local(zone.wall(at)),
                );
            } else {
                event.add_property(name, utc(at));
            }
        }
    }

    fn write(&mut self, event: &ICalendarComponent) -> Result<(), InteropError> {
        let mut written = String::from("BEGIN:VEVENT\r\n");
        for entry in &event.entries {
            // Writing to memory cannot fail.
            let _ = entry.write_to(&mut written);
        }
        written.push_str("END:VEVENT\r\n");
        self.out.write_all(written.as_bytes())?;
        Ok(())
    }

    /// Ends it.
    pub fn finish(mut self) -> Result<W, InteropError> {
        self.out.write_all(b"END:VCALENDAR\r\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn other(part: &mut ICalendarComponent, name: &str, value: String) {
    let name = ICalendarProperty::Other(name.to_owned());
    part.entries
        .push(ICalendarEntry::new(name).with_value(ICalendarValue::Text(value)));
}

/// Without control characters, with one kind of line end.
fn text(text: &str) -> String {
    clean(text).replace("\r\n", "\n").replace('\r', "\n")
}

fn utc(at: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.timestamp())
}

fn local(wall: WallTime) -> PartialDateTime {
    PartialDateTime::from_naive_timestamp(wall.at.and_utc().timestamp())
}
