//! Calendars in iCalendar (RFC 5545): what other programs have of a provider's time, and what they
//! are given of it.
//!
//! Reading hands over one [`IncomingEvent`] for each UID, with all of its dates in the practice's
//! zone between the days asked for. No rule is expanded beyond them, and none without a bound on
//! time and memory, however the file is made.

mod clock;
mod event;
mod rule;
mod series;
mod write;

use domain::{Said, said};
pub use write::{IcsHead, IcsShows, TakenOut, VisitsIcs};

use crate::InteropError;
use crate::incoming::{BusyTime, Incoming, Place, Refused};
use crate::parts::{self, Wanted, WantedPart};
use calcard::{Entry, Parser};
use chrono::{Days, NaiveDate};
use clock::Clocks;
use domain::Zone;
use domain::limits::{YEARS, YEARS_AHEAD};
use event::Event;
use rule::Budget;
use series::{Series, Working};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::ops::ControlFlow;

/// How a calendar is to be read.
#[derive(Debug, Clone)]
pub struct IcsOptions {
    /// The practice's: for times that name no zone, and in which all are handed over.
    pub zone: Zone,
    pub today: NaiveDate,
    /// The first day. None takes whatever does not repeat, and series from a year back.
    pub from: Option<NaiveDate>,
    /// The last day. None is as far ahead as visits may be, and two years for series.
    pub to: Option<NaiveDate>,
    /// Whether events that are marked as free block their time too.
    pub free_too: bool,
}

/// What a person should know of a file that was read, beside its events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IcsAside {
    /// Parts that Daybook has no place for, such as tasks, and how many there were.
    pub left_out: BTreeMap<String, u64>,
    /// Series that go on after the last day, and that day.
    pub going_on: Option<(u64, NaiveDate)>,
}

/// The days asked for, both inclusive.
#[derive(Debug, Clone, Copy)]
struct Reach {
    from: NaiveDate,
    to: NaiveDate,
}

/// How far back a series is taken over where no day is asked for.
const DAYS_BACK: u64 = 366;
/// And how far ahead.
const DAYS_AHEAD: u64 = 731;
/// Most events of one file.
const MOST_EVENTS: usize = 50_000;

const PROPERTIES: &[&str] = &[
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "EXRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "CLASS",
    "SUMMARY",
    "X-MICROSOFT-CDO-BUSYSTATUS",
];

/// Read by the library that expands them, which is strict.
const RULES: &[&str] = &["RRULE", "EXRULE"];

const ZONE_PROPERTIES: &[&str] = &[
    "TZID",
    "X-LIC-LOCATION",
    "DTSTART",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "RRULE",
    "RDATE",
];

const WANTED: Wanted = Wanted {
    envelope: Some("VCALENDAR"),
    parts: &[
        WantedPart {
            name: "VEVENT",
            properties: PROPERTIES,
            within: &[],
        },
        WantedPart {
            name: "VTIMEZONE",
            properties: ZONE_PROPERTIES,
            within: &["STANDARD", "DAYLIGHT"],
        },
    ],
    holder: None,
};

/// Reads a calendar into the sink: an event for each UID, until the sink breaks off.
///
/// What cannot be taken over is handed over as a refusal: an event that cannot be read, one that
/// lies outside the days asked for, one that repeats beyond all bounds, and a file that is no
/// calendar or has no event in it.
///
/// # Errors
/// [`InteropError::Read`] where the medium fails.
pub fn read_ics(
    reader: impl Read,
    source: &str,
    options: &IcsOptions,
    sink: &mut dyn FnMut(Result<Incoming, Refused>) -> ControlFlow<()>,
) -> Result<IcsAside, InteropError> {
    let mut aside = IcsAside::default();
    let mut clocks = Clocks::new(options.zone);
    let mut all = Events::default();
    let mut refused = Vec::new();
    let mut stopped = false;
    let is_calendar = parts::each(reader, source, &WANTED, &mut |part| {
        let place = Place {
            source: source.to_owned(),
            line: part.line,
        };
        match part.name.as_str() {
            "VEVENT" if all.count == MOST_EVENTS => {
                let reason = said("reason-many-events").with("most", MOST_EVENTS);
                refused.push(Refused::at(&place, reason));
                stopped = true;
                return ControlFlow::Break(());
            }
            "VEVENT" => match event::read(part.with_plain(RULES), place.clone()) {
                Ok(event) => all.add(event),
                Err(reason) => refused.push(Refused::at(&place, reason)),
            },
            "VTIMEZONE" => {
                // What it says is missed only where an event is in it, and then said there.
                let text = part.with_plain(RULES).text;
                if let Entry::ICalendar(zone) = Parser::new(&text).entry() {
                    clocks.describe(zone.components);
                }
            }
            // Availability of others, tasks and journals; what their calendars are for is not here.
            _ => *aside.left_out.entry(part.name).or_default() += 1,
        }
        ControlFlow::Continue(())
    })?;
    if all.count == 0 && refused.is_empty() {
        let reason = if is_calendar {
            said("reason-no-event")
        } else {
            said("reason-no-calendar")
        };
        let place = Place {
            source: source.to_owned(),
            line: 1,
        };
        refused.push(Refused::at(&place, reason));
    }
    let mut going_on = 0;
    let mut budget = Budget::of_events();
    let mut flow = ControlFlow::Continue(());
    for uid in all.order {
        let Some(series) = all.by_uid.remove(&uid) else {
            continue;
        };
        let mut working = Working {
            clocks: &clocks,
            options,
            budget: &mut budget,
            refused: &mut refused,
            going_on: &mut going_on,
        };
        if let Some(event) = working.dates(&uid, series) {
            flow = sink(Ok(Incoming::Event(event)));
        }
        if flow.is_break() {
            return Ok(aside);
        }
    }
    refused.sort_by_key(|one| one.line);
    for one in refused {
        if sink(Err(one)).is_break() {
            break;
        }
    }
    if going_on > 0 {
        aside.going_on = Some((going_on, options.reach(true).to));
    }
    Ok(aside)
}

/// Events by UID, in the order of the file.
#[derive(Default)]
struct Events {
    by_uid: HashMap<String, Series>,
    order: Vec<String>,
    count: usize,
}

impl Events {
    fn add(&mut self, event: Event) {
        self.count += 1;
        let series = match self.by_uid.get_mut(&event.uid) {
            Some(series) => series,
            None => {
                self.order.push(event.uid.clone());
                self.by_uid.entry(event.uid.clone()).or_default()
            }
        };
        if event.recurrence.is_some() {
            series.moved.push(event);
            return;
        }
        // The newest of several counts; of two that are alike the later in the file.
        let newer = series
            .event
            .as_ref()
            .is_none_or(|there| there.sequence <= event.sequence);
        if newer {
            series.event = Some(event);
        }
    }
}

impl IcsOptions {
    fn reach(&self, repeats: bool) -> Reach {
        let back = self
            .today
            .checked_sub_days(Days::new(DAYS_BACK))
            .unwrap_or(self.today);
        let ahead = self
            .today
            .checked_add_days(Days::new(DAYS_AHEAD))
            .unwrap_or(self.today);
        let year = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let earliest = year(*YEARS.start(), 1, 1).unwrap_or(self.today);
        let latest = chrono::Datelike::year(&self.today) + YEARS_AHEAD;
        let latest = year(latest.min(*YEARS.end()), 12, 31).unwrap_or(self.today);
        Reach {
            from: self.from.unwrap_or(if repeats { back } else { earliest }),
            to: self.to.unwrap_or(if repeats { ahead } else { latest }),
        }
    }
}

impl Reach {
    /// Whether some of it lies between the days.
    fn has(&self, time: &BusyTime) -> bool {
        let (first, last) = time.days();
        first <= self.to && last >= self.from
    }

    /// Why something is not taken over that lies outside.
    fn told(&self, time: &BusyTime, repeats: bool) -> Said {
        let (first, last) = time.days();
        match (repeats, last < self.from) {
            (true, true) => said("reason-none-since").with("from", self.from),
            (false, true) => said("reason-over")
                .with("last", last)
                .with("from", self.from),
            (_, false) => said("reason-begins-later")
                .with("first", first)
                .with("to", self.to),
        }
    }
}
