//! Visits as the rows of a table, over as many pages as they need: nothing is shortened here.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::frame::{Desk, Heading};
use crate::page::{Area, FAINT, Grey, HAIR, INK, Page, SOFT};
use crate::said::{Look, Said};
use crate::text::clean;
use crate::text::shape::{Shaped, Shaper};
use crate::text::wrap::{self, Style};

pub(crate) const BODY: Style = Style::regular(9.0);
pub(crate) const NAME: Style = Style::bold(9.6);
const HEAD: Style = Style::regular(7.8);
/// What everyone must see.
pub(crate) const ALERT: Style = Style::bold(9.0);
pub(crate) const LINE: f32 = 11.6;
const PAD: f32 = 4.0;
const GUTTER: f32 = 8.0;
/// More lines than this in one cell belong to no name, phone or type; the rest goes on below the row.
const TALLEST_CELL: usize = 8;

/// A column of a table: the key of its head, and its share of the width.
pub(crate) type ColumnOf = (&'static str, f32);

const VISITS: [ColumnOf; 7] = [
    ("column-time", 66.0),
    ("column-patient", 128.0),
    ("column-age", 26.0),
    ("column-phone", 99.0),
    ("column-type", 90.0),
    ("column-where", 86.0),
    ("column-status", 69.0),
];
/// The same for a wall.
const PRIVATE: [ColumnOf; 3] = [
    ("column-time", 90.0),
    ("column-patient", 120.0),
    ("column-chair", 200.0),
];

/// A table that grows over pages.
pub(crate) struct Table<'d, 'a> {
    desk: &'d mut Desk<'a>,
    heading: Heading,
    page: Page,
    area: Area,
    y: f32,
    columns: Vec<(f32, f32)>,
    keys: Vec<&'static str>,
}

/// Texts below each other; an empty one is left out.
pub(crate) type Stack = Vec<(String, Style)>;

/// A row: its cells, what goes on below them, and how dark it is.
pub(crate) struct Cells {
    pub(crate) texts: Vec<Stack>,
    /// Below the cells, from the second column on.
    pub(crate) below: Stack,
    pub(crate) grey: Grey,
    /// Lines that the row is high at the least, to write in.
    pub(crate) least: usize,
}

impl<'d, 'a> Table<'d, 'a> {
    /// Opens a page with the table's head.
    pub(crate) fn open(desk: &'d mut Desk<'a>, heading: Heading) -> Self {
        let columns: &[ColumnOf] = if desk.sheet.private {
            &PRIVATE
        } else {
            &VISITS
        };
        Self::with_columns(desk, heading, columns)
    }

    /// Opens a page of a table with other columns.
    pub(crate) fn with_columns(
        desk: &'d mut Desk<'a>,
        heading: Heading,
        shares: &[ColumnOf],
    ) -> Self {
        let (page, area) = desk.page(&heading);
        let total: f32 = shares.iter().map(|(_, share)| share).sum();
        let mut columns = Vec::new();
        let mut x = area.x;
        for (_, share) in shares {
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
            keys: shares.iter().map(|(key, _)| *key).collect(),
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
        for ((x, width), key) in self.columns.iter().zip(&self.keys) {
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
        let one = |text: &str, style| vec![(text.to_owned(), style)];
        let two = |a: &str, b: &str| vec![(a.to_owned(), BODY), (b.to_owned(), BODY)];
        let texts = if self.desk.sheet.private {
            vec![
                one(&said.times, BODY),
                one(&said.name, NAME),
                one(&said.chair, BODY),
            ]
        } else {
            vec![
                two(&said.times, &said.arrive),
                one(&said.name, NAME),
                one(&said.years, BODY),
                one(&said.phone, BODY),
                one(&said.kind, BODY),
                two(&said.provider, &said.chair),
                two(&said.signed_status(), &said.overbooked),
            ]
        };
        self.cells(Cells {
            texts,
            below: vec![(said.signed_alert(), ALERT), (said.notes.clone(), BODY)],
            grey,
            least: 1,
        });
    }

    /// One row; returns the top and the bottom of its cells on the page it came to stand on.
    pub(crate) fn cells(&mut self, row: Cells) -> (f32, f32) {
        let Cells {
            texts,
            below,
            grey,
            least,
        } = row;
        let mut overflow: Stack = Vec::new();
        let mut cells: Vec<Vec<(Rc<Shaped>, Style)>> = Vec::new();
        for (stack, (_, width)) in texts.into_iter().zip(&self.columns) {
            let mut lines = Vec::new();
            for (text, style) in stack {
                let shaper = &mut self.desk.shaper;
                let fitted = wrap::wrap(shaper, &text, style, *width, TALLEST_CELL);
                if !fitted.whole {
                    overflow.push((text, BODY));
                }
                lines.extend(fitted.lines.into_iter().map(|line| (line, style)));
            }
            cells.push(lines);
        }
        overflow.extend(below);
        let tallest = cells
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(1)
            .max(least)
            .max(1);
        let indent = self.columns.get(1).map_or(self.area.x, |(x, _)| *x);
        let room = self.area.right() - indent;
        let mut lines = Vec::new();
        for (text, style) in &overflow {
            let fitted = wrap::wrap(&mut self.desk.shaper, text, *style, room, usize::MAX);
            lines.extend(fitted.lines.into_iter().map(|line| (line, *style)));
        }
        self.room(
            tallest as f32 * LINE + lines.len().min(3) as f32 * LINE + 2.0 * PAD,
            true,
        );
        self.y += PAD;
        let top = self.y;
        for (lines, (x, _)) in cells.into_iter().zip(&self.columns) {
            for (index, (line, style)) in lines.into_iter().enumerate() {
                let y = top + LINE * (index as f32 + 1.0) - 2.5;
                self.page.put(*x, y, line, style, grey);
            }
        }
        self.y += tallest as f32 * LINE;
        let bottom = self.y;
        for (line, style) in lines {
            self.room(LINE + PAD, true);
            self.y += LINE;
            let grey = if style == BODY { SOFT } else { grey };
            self.page.put(indent, self.y - 2.5, line, style, grey);
        }
        self.y += PAD;
        self.page.rule(
            (self.area.x, self.y),
            (self.area.right(), self.y),
            FAINT,
            0.5,
        );
        (top, bottom)
    }

    /// Left edge and width of a column.
    pub(crate) fn column(&self, number: usize) -> (f32, f32) {
        self.columns
            .get(number)
            .copied()
            .unwrap_or((self.area.x, 0.0))
    }

    /// Draws beside what the table itself puts on its page.
    pub(crate) fn beside(&mut self) -> (&mut Page, &mut Shaper) {
        (&mut self.page, &mut self.desk.shaper)
    }

    /// A line that names what comes below it, kept together with the next row.
    pub(crate) fn section(&mut self, title: &str) {
        self.room(5.0 * LINE + 2.0 * PAD + 24.0, true);
        self.y += 19.0;
        let at = (self.area.x, self.y);
        let style = Style::bold(11.0);
        self.page
            .write(&mut self.desk.shaper, title, at, self.area.w, style, INK);
        self.y += 5.0;
        self.page.rule(
            (self.area.x, self.y),
            (self.area.right(), self.y),
            HAIR,
            0.6,
        );
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
