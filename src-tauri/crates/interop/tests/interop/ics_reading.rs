//! Calendars read as the tests read them: what was found, and in what words it is told.

use crate::english::english;
use chrono::NaiveDate;
use domain::Zone;
use interop::{BusyTime, IcsAside, IcsOptions, Incoming, IncomingEvent, Refused, read_ics};
use std::io::Read;
use std::ops::ControlFlow;

pub(crate) struct Found {
    pub(crate) events: Vec<IncomingEvent>,
    pub(crate) refused: Vec<Refused>,
    pub(crate) aside: IcsAside,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Berlin, on a Wednesday in November 2026.
pub(crate) fn options() -> IcsOptions {
    IcsOptions {
        zone: Zone::named("Europe/Berlin").unwrap(),
        today: day("2026-11-25"),
        from: None,
        to: None,
        free_too: false,
    }
}

pub(crate) fn read(reader: impl Read, options: &IcsOptions) -> Found {
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    let aside = read_ics(reader, "calendar.ics", options, &mut |incoming| {
        match incoming {
            Ok(Incoming::Event(event)) => events.push(event),
            Ok(other) => panic!("no event: {other:?}"),
            Err(one) => refused.push(one),
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    Found {
        events,
        refused,
        aside,
    }
}

/// One line a date, then one a refusal.
pub(crate) fn told(read: &Found) -> Vec<String> {
    let mut lines = Vec::new();
    for event in &read.events {
        for one in &event.occurrences {
            let id = one
                .id
                .as_ref()
                .map(|id| format!("[{id}]"))
                .unwrap_or_default();
            let time = match &one.time {
                BusyTime::Days { first, last } if first == last => first.to_string(),
                BusyTime::Days { first, last } => format!("{first}..{last}"),
                BusyTime::Span { start, minutes } => {
                    let second = if start.second_pass { " again" } else { "" };
                    format!("{start}{second}+{minutes}")
                }
            };
            lines.push(
                format!("{}{id} {time} {}", event.uid, one.title)
                    .trim_end()
                    .to_owned(),
            );
        }
    }
    lines.extend(
        read.refused
            .iter()
            .map(|one| format!("{}: {}", one.line, english(&one.reason))),
    );
    lines
}

pub(crate) fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}\r\nEND:VCALENDAR\r\n")
}
