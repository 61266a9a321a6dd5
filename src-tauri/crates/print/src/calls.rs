//! Who has not said yet that they will come: a list to call from, with room for what they answer.

use chrono::NaiveDate;

use crate::Result;
use crate::frame::{Desk, Heading};
use crate::page::{Area, HAIR, INK, Page, SOFT};
use crate::paint::About;
use crate::plan::finish;
use crate::rows::{self, ALERT, BODY, Cells, ColumnOf, LINE, Table};
use crate::said::Said;
use crate::text::clean;
use crate::text::wrap::{self, Style};
use crate::view::{Confirmation, Sheet, VisitView};

/// Visits that nobody confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallListView {
    /// Name of the practice.
    pub practice: String,
    /// First day of the list.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The calls, in any order.
    pub calls: Vec<CallView>,
    /// Visits of patients who are not to be contacted (P3).
    pub left_out: usize,
    /// Rows that could not be read, in words (S14).
    pub unreadable: Vec<String>,
}

/// One call to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallView {
    /// The visit.
    pub visit: VisitView,
    /// Who is called, where it is not the patient (P5).
    pub whom: Option<String>,
    /// The numbers to try, in order, with what they are called; may be empty.
    pub phones: Vec<(String, String)>,
}

const COLUMNS: [ColumnOf; 5] = [
    ("column-time", 64.0),
    ("column-patient", 122.0),
    ("column-phone", 132.0),
    ("column-type", 84.0),
    ("column-result", 158.0),
];
const PRIVATE: [ColumnOf; 3] = [
    ("column-time", 90.0),
    ("column-patient", 160.0),
    ("column-result", 240.0),
];
/// What may come of a call, to be ticked.
const RESULTS: [&str; 3] = ["call-confirmed", "call-no-answer", "call-other-time"];
const TICK: f32 = 6.6;
const TIME: Style = Style::bold(10.0);
const PHONE: Style = Style::regular(9.4);
const SMALL: Style = Style::regular(7.8);

/// The list, day by day.
pub(crate) fn calls(view: &CallListView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    let CallListView {
        practice,
        from,
        to,
        calls,
        left_out,
        unreadable,
    } = view;
    let mut calls: Vec<&CallView> = calls.iter().collect();
    calls.sort_by_key(|call| (call.visit.start, call.visit.minutes));
    let days = if from == to {
        desk.words.date("date-long", *from)
    } else {
        let fill = [
            ("from", desk.words.date("date-short", *from).into()),
            ("to", desk.words.date("date-year", *to).into()),
        ];
        desk.words.fill("days-from-to", fill)
    };
    let subject = [days.clone(), desk.words.count("visits", calls.len())].join(" \u{b7} ");
    let heading = Heading {
        practice: practice.clone(),
        title: desk.words.say("unconfirmed-title"),
        subject,
        part: String::new(),
    };
    let columns: &[ColumnOf] = if sheet.private { &PRIVATE } else { &COLUMNS };
    let mut table = Table::with_columns(&mut desk, heading.clone(), columns);
    if !unreadable.is_empty() {
        table.unreadable(unreadable.len());
    }
    if calls.is_empty() {
        let text = table.words().say("unconfirmed-none");
        table.remark(&text, Style::regular(12.0));
    } else {
        table.head();
    }
    let mut day: Option<NaiveDate> = None;
    for call in calls {
        let date = call.visit.start.date();
        if from != to && day != Some(date) {
            let title = table.words().date("date-long", date);
            table.section(&title);
        }
        day = Some(date);
        row(&mut table, call, date);
    }
    if *left_out > 0 {
        let text = table.words().count("unconfirmed-left-out", *left_out);
        table.remark(&text, BODY);
    }
    table.close();
    rows::in_full(&mut desk, &heading, &[], unreadable);
    let title = [clean::line(practice), heading.title, days].join(" \u{b7} ");
    Ok(finish(desk, title))
}

fn row(table: &mut Table<'_, '_>, call: &CallView, day: NaiveDate) {
    let CallView {
        visit,
        whom,
        phones,
    } = call;
    let private = table.is_private();
    let words = table.words();
    let said = Said::of(visit, day, words, private);
    let time = vec![(said.begin.clone(), TIME), (said.arrive.clone(), BODY)];
    let name = (said.name.clone(), TIME);
    let texts = if private {
        vec![time, vec![name]]
    } else {
        let age = visit.age.map(|age| words.count("age-years", age as usize));
        let whom = whom
            .as_deref()
            .map(|name| words.fill("call-whom", [("name", clean::line(name).into())]));
        let mut numbers: Vec<(String, Style)> = phones
            .iter()
            .map(|(label, number)| {
                let parts = [clean::line(number), clean::line(label)];
                (parts.join("  ").trim().to_owned(), PHONE)
            })
            .collect();
        if numbers.is_empty() {
            numbers.push((words.say("call-no-number"), BODY));
        }
        let asked = if visit.confirmation == Confirmation::Sent {
            said.signed_status()
        } else {
            String::new()
        };
        vec![
            time,
            vec![
                name,
                (age.unwrap_or_default(), BODY),
                (whom.unwrap_or_default(), BODY),
            ],
            numbers,
            vec![
                (said.kind.clone(), BODY),
                (said.provider.clone(), BODY),
                (asked, BODY),
            ],
        ]
    };
    let labels: Vec<String> = RESULTS.iter().map(|key| words.say(key)).collect();
    let column = texts.len();
    let (top, _) = table.cells(Cells {
        texts,
        below: vec![(said.signed_alert(), ALERT)],
        grey: INK,
        least: 3,
    });
    result(table, &labels, top, column);
}

/// Boxes to tick, and a line to write on.
fn result(table: &mut Table<'_, '_>, labels: &[String], top: f32, column: usize) {
    let (left, width) = table.column(column);
    let (page, shaper) = table.beside();
    let mut x = left;
    let mut y = top + LINE - 2.5;
    for label in labels {
        let taken = TICK + 3.0 + wrap::width(&shaper.line(label, SMALL.weight), SMALL);
        if x > left && x + taken > left + width {
            x = left;
            y += LINE + 1.0;
        }
        let tick = Area {
            x,
            y: y - TICK + 0.6,
            w: TICK,
            h: TICK,
        };
        page.frame(tick, HAIR, 0.6, false);
        let at = (x + TICK + 3.0, y);
        page.write(shaper, label, at, width - TICK - 3.0, SMALL, SOFT);
        x += taken + 7.0;
    }
    let y = top + 3.0 * LINE - 1.5;
    page.rule((left, y), (left + width, y), HAIR, 0.4);
}
