//! Visits as the rows of a table, over as many pages as they need: nothing is shortened here.

use chrono::NaiveDate;

use crate::frame::{Desk, Heading};
use crate::page::{Area, FAINT, HAIR, INK, Page, SOFT};
use crate::said::{Look, Said};
use crate::text::clean;
use crate::text::wrap::{self, Fitted, Style};

const BODY: Style = Style::regular(9.0);
const NAME: Style = Style::bold(9.6);
const HEAD: Style = Style::regular(7.8);
const LINE: f32 = 11.6;
const PAD: f32 = 4.0;
const GUTTER: f32 = 8.0;
/// More lines than this in one cell belong to no name, phone or type; the rest goes on below the row.
const TALLEST_CELL: usize = 8;

/// Share of the width of time, patient, age, phone, type, provider and chair, status.
const SHARES: [f32; 7] = [66.0, 128.0, 26.0, 99.0, 90.0, 86.0, 69.0];
const KEYS: [&str; 7] = [
    "column-time",
    "column-patient",
    "column-age",
    "column-phone",
    "column-type",
    "column-where",
    "column-status",
];
/// The same for a wall: time, initials, chair.
const PRIVATE_SHARES: [f32; 3] = [90.0, 120.0, 200.0];
const PRIVATE_KEYS: [&str; 3] = ["column-time", "column-patient", "column-chair"];

/// A table that grows over pages.
pub(crate) struct Table<'d, 'a> {
    desk: &'d mut Desk<'a>,
    heading: Heading,
    page: Page,
    area: Area,
    y: f32,
    columns: Vec<(f32, f32)>,
    keys: &'static [&'static str],
}

impl<'d, 'a> Table<'d, 'a> {
    /// Opens a page with the table's head.
    pub(crate) fn open(desk: &'d mut Desk<'a>, heading: Heading) -> Self {
        let (page, area) = desk.page(&heading);
        let (shares, keys): (&[f32], &'static [&'static str]) = if desk.sheet.private {
            (&PRIVATE_SHARES, &PRIVATE_KEYS)
        } else {
            (&SHARES, &KEYS)
        };
        let total: f32 = shares.iter().sum();
        let mut columns = Vec::new();
        let mut x = area.x;
        for share in shares {
            let width = area.w * share / total;
            columns.push((x, width - GUTTER));
            x += width;
        }
        Self {
            desk,
            heading,
            page,
            area,
            y: area.y,
            columns,
            keys,
        }
    }

    pub(crate) fn words(&self) -> &crate::words::Words {
        &self.desk.words
    }

    pub(crate) fn is_private(&self) -> bool {
        self.desk.sheet.private
    }

    /// Names the columns; done again on every further page.
    pub(crate) fn head(&mut self) {
        self.y += 9.0;
        for ((x, width), key) in self.columns.iter().zip(self.keys) {
            let word = self.desk.words.say(key);
            self.page.write(
                &mut self.desk.shaper,
                &word,
                (*x, self.y),
                *width,
                HEAD,
                SOFT,
            );
        }
        self.y += 4.0;
        self.page.rule(
            (self.area.x, self.y),
            (self.area.right(), self.y),
            HAIR,
            0.6,
        );
    }

    /// A line in a grey bar.
    pub(crate) fn notice(&mut self, text: &str) {
        let area = Area {
            y: self.y,
            ..self.area
        };
        self.y += self.desk.notice(&mut self.page, area, text);
    }

    /// A line across the table, such as that there is nothing in it.
    pub(crate) fn remark(&mut self, text: &str, style: Style) {
        for line in wrap::wrap(&mut self.desk.shaper, text, style, self.area.w, usize::MAX).lines {
            self.room(style.size * 1.5, false);
            self.y += style.size * 1.5;
            self.page.put(self.area.x, self.y, line, style, INK);
        }
    }

    /// One visit, whole.
    pub(crate) fn row(&mut self, said: &Said) {
        let grey = if said.look == Look::Open { INK } else { SOFT };
        let mut overflow: Vec<String> = Vec::new();
        let mut cells: Vec<(Fitted, Style)> = Vec::new();
        for (text, style, (_, width)) in self.cells(said) {
            let fitted = wrap::wrap(&mut self.desk.shaper, &text, style, width, TALLEST_CELL);
            if !fitted.whole {
                overflow.push(text);
            }
            cells.push((fitted, style));
        }
        if !said.notes.is_empty() {
            overflow.push(said.notes.clone());
        }
        let tallest = cells
            .iter()
            .map(|(fitted, _)| fitted.lines.len())
            .max()
            .unwrap_or(1);
        let indent = self.columns.get(1).map_or(self.area.x, |(x, _)| *x);
        let room = self.area.right() - indent;
        let below: Vec<_> = overflow
            .iter()
            .flat_map(|text| wrap::wrap(&mut self.desk.shaper, text, BODY, room, usize::MAX).lines)
            .collect();
        self.room(
            tallest as f32 * LINE + below.len().min(3) as f32 * LINE + 2.0 * PAD,
            true,
        );
        self.y += PAD;
        let top = self.y;
        for ((fitted, style), (x, _)) in cells.into_iter().zip(self.columns.clone()) {
            for (index, line) in fitted.lines.into_iter().enumerate() {
                self.page.put(
                    x,
                    top + LINE * (index as f32 + 1.0) - 2.5,
                    line,
                    style,
                    grey,
                );
            }
        }
        self.y += tallest as f32 * LINE;
        for line in below {
            self.room(LINE + PAD, true);
            self.y += LINE;
            self.page.put(indent, self.y - 2.5, line, BODY, SOFT);
        }
        self.y += PAD;
        self.page.rule(
            (self.area.x, self.y),
            (self.area.right(), self.y),
            FAINT,
            0.5,
        );
    }

    fn cells(&self, said: &Said) -> Vec<(String, Style, (f32, f32))> {
        let texts = if self.desk.sheet.private {
            vec![
                (said.times.clone(), BODY),
                (said.name.clone(), NAME),
                (said.chair.clone(), BODY),
            ]
        } else {
            let both = |a: &str, b: &str| {
                if a.is_empty() || b.is_empty() {
                    format!("{a}{b}")
                } else {
                    format!("{a}\n{b}")
                }
            };
            vec![
                (both(&said.times, &said.arrive), BODY),
                (said.name.clone(), NAME),
                (said.years.clone(), BODY),
                (said.phone.clone(), BODY),
                (said.kind.clone(), BODY),
                (both(&said.provider, &said.chair), BODY),
                (both(&said.signed_status(), &said.overbooked), BODY),
            ]
        };
        texts
            .into_iter()
            .zip(self.columns.iter().copied())
            .map(|((text, style), column)| (text, style, column))
            .collect()
    }

    /// Turns the page when `height` does not fit any more.
    fn room(&mut self, height: f32, heads: bool) {
        if self.y + height <= self.area.bottom() || self.y <= self.area.y + 20.0 {
            return;
        }
        let (page, area) = self.desk.page(&self.heading);
        let full = std::mem::replace(&mut self.page, page);
        self.desk.pages.push(full);
        self.area = area;
        self.y = area.y;
        if heads {
            self.head();
        }
    }

    /// Ends the table and its page.
    pub(crate) fn close(self) {
        self.desk.pages.push(self.page);
    }
}

/// The pages that say in full what the boxes could not, and what could not be read (S14).
pub(crate) fn in_full(
    desk: &mut Desk<'_>,
    heading: &Heading,
    visits: &[(NaiveDate, Said)],
    unreadable: &[String],
) {
    let unreadable: &[String] = if desk.sheet.private { &[] } else { unreadable };
    if visits.is_empty() && unreadable.is_empty() {
        return;
    }
    let subject = if visits.is_empty() {
        "unreadable-title"
    } else {
        "notes-title"
    };
    let heading = Heading {
        subject: desk.words.say(subject),
        part: String::new(),
        ..heading.clone()
    };
    let mut table = Table::open(desk, heading);
    if !visits.is_empty() {
        table.head();
    }
    let several = visits
        .iter()
        .any(|(day, _)| Some(*day) != visits.first().map(|(first, _)| *first));
    let mut last = None;
    for (day, said) in visits {
        if several && last != Some(*day) {
            let title = table.desk.words.date("day-title", *day);
            table.remark(&title, Style::bold(10.0));
            last = Some(*day);
        }
        table.row(said);
    }
    if !unreadable.is_empty() {
        if !visits.is_empty() {
            let title = table.desk.words.say("unreadable-title");
            table.y += 8.0;
            table.remark(&title, Style::bold(10.0));
        }
        for text in unreadable {
            table.remark(&format!("\u{26a0} {}", clean::line(text)), BODY);
        }
    }
    table.close();
}
