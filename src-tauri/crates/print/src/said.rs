//! What a page says about a visit: its view in words, cleaned, and without what a wall must not tell.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::grid::DAY;
use crate::text::clean;
use crate::view::{Confirmation, Status, VisitView};
use crate::words::Words;

/// A visit in words. An empty string is something that is not said.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Said {
    /// `08:30–09:30`, with dates where it is not all of this day.
    pub(crate) times: String,
    /// `08:30`.
    pub(crate) begin: String,
    pub(crate) name: String,
    /// `(34)`.
    pub(crate) age: String,
    /// `34`.
    pub(crate) years: String,
    /// A sign that tells the status without colour.
    pub(crate) sign: &'static str,
    pub(crate) status: String,
    pub(crate) kind: String,
    pub(crate) arrive: String,
    pub(crate) overbooked: String,
    /// Several lines, maybe.
    pub(crate) alert: String,
    /// Several lines, maybe.
    pub(crate) notes: String,
    pub(crate) phone: String,
    pub(crate) provider: String,
    pub(crate) chair: String,
    pub(crate) look: Look,
}

/// How present a visit is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Look {
    /// Still to come, or going on.
    #[default]
    Open,
    /// Over.
    Done,
    /// Will not take place.
    Off,
}

impl Said {
    /// Puts a visit into words for one day.
    pub(crate) fn of(visit: &VisitView, day: NaiveDate, words: &Words, private: bool) -> Self {
        let begin = words.time(visit.start.time());
        let times = times(visit, day, words);
        let chair = clean::line(&visit.chair);
        if private {
            let initials = clean::line(&visit.initials);
            let name = if initials.is_empty() {
                "\u{2013}".to_owned()
            } else {
                initials
            };
            return Self {
                times,
                begin,
                name,
                chair,
                ..Self::default()
            };
        }
        let (sign, status) = status(visit);
        Self {
            times,
            begin,
            name: clean::line(&visit.patient),
            age: visit
                .age
                .map(|age| words.fill("age", [("age", age.to_string().into())]))
                .unwrap_or_default(),
            years: visit.age.map(|age| age.to_string()).unwrap_or_default(),
            sign,
            status: words.say(status),
            kind: clean::line(&visit.kind),
            arrive: visit
                .arrive
                .map(|at| words.fill("arrive", [("time", words.time(at).into())]))
                .unwrap_or_default(),
            overbooked: if visit.overbooked {
                words.say("overbooked")
            } else {
                String::new()
            },
            alert: clean::paragraphs(&visit.alert),
            notes: clean::paragraphs(&visit.notes),
            phone: visit.phone.as_deref().map(clean::line).unwrap_or_default(),
            provider: clean::line(&visit.provider),
            chair,
            look: match visit.status {
                Status::Completed => Look::Done,
                Status::Missed | Status::Cancelled => Look::Off,
                Status::Scheduled | Status::Arrived | Status::Seated => Look::Open,
            },
        }
    }

    /// What everyone must see, with its sign.
    pub(crate) fn signed_alert(&self) -> String {
        if self.alert.is_empty() {
            String::new()
        } else {
            format!("\u{26a0} {}", self.alert)
        }
    }

    /// The sign and the word for the status.
    pub(crate) fn signed_status(&self) -> String {
        [self.sign, &self.status].join(" ").trim().to_owned()
    }
}

/// Whether a visit may hang on a wall: nobody is expected for one that is called off, and a missed one is nobody's business.
pub(crate) fn is_shown(visit: &VisitView, private: bool) -> bool {
    !(private && matches!(visit.status, Status::Missed | Status::Cancelled))
}

/// When a visit ends; far beyond any day for a length that no calendar holds.
pub(crate) fn end(visit: &VisitView) -> NaiveDateTime {
    visit
        .start
        .checked_add_signed(TimeDelta::minutes(i64::from(visit.minutes)))
        .unwrap_or(NaiveDateTime::MAX)
}

fn times(visit: &VisitView, day: NaiveDate, words: &Words) -> String {
    let end = end(visit);
    let here = visit.start.date() == day;
    let begin = if here {
        words.time(visit.start.time())
    } else {
        words.moment("from-date", visit.start)
    };
    let next = visit.start.date().checked_add_days(Days::new(1));
    let midnight = end.time() == NaiveTime::MIN && Some(end.date()) == next;
    let last = if midnight { DAY } else { minutes(end.time()) };
    if visit.minutes == 0 {
        begin
    } else if midnight || end.date() == visit.start.date() {
        if here {
            words.span(minutes(visit.start.time()), last)
        } else {
            format!("{begin}\u{2013}{}", words.time_of(last))
        }
    } else {
        format!("{begin} {}", words.moment("until-date", end))
    }
}

/// Minutes after midnight.
pub(crate) fn minutes(time: NaiveTime) -> i32 {
    (time.hour() * 60 + time.minute()) as i32
}

fn status(visit: &VisitView) -> (&'static str, &'static str) {
    match (visit.status, visit.confirmation) {
        (Status::Scheduled, Confirmation::Unconfirmed) => ("\u{25cb}", "status-booked"),
        (Status::Scheduled, Confirmation::Sent) => ("?", "status-asked"),
        (Status::Scheduled, Confirmation::Confirmed) => ("\u{2713}", "status-confirmed"),
        (Status::Scheduled, Confirmation::Declined) => ("!", "status-declined"),
        (Status::Arrived, _) => ("\u{25b2}", "status-arrived"),
        (Status::Seated, _) => ("\u{25cf}", "status-seated"),
        (Status::Completed, _) => ("\u{2714}", "status-completed"),
        (Status::Missed, _) => ("\u{2717}", "status-missed"),
        (Status::Cancelled, _) => ("\u{1f6c7}", "status-cancelled"),
    }
}
