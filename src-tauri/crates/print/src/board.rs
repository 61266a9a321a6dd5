//! The drawn side of a grid: its columns, hours and boxes on one page.

mod shut;

pub(crate) use shut::Blocked;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::axis::{FOLD, Slice};
use crate::card;
use crate::frame::Desk;
use crate::grid::{Booked, Column, LONG_BOX, Laid, long_box};
use crate::page::{Area, FAINT, INK, Page, Placed, SOFT};
use crate::text::clean;
use crate::text::wrap::{self, Style};

/// Width of the times on the left.
const GUTTER: f32 = 32.0;
const TITLES: [Style; 3] = [Style::bold(10.0), Style::bold(8.8), Style::bold(7.6)];
const SUBTITLE: Style = Style::regular(7.8);
const LABEL: Style = Style::regular(7.8);
const SMALL: Style = Style::regular(7.4);
/// Narrower boxes cannot be read.
const NARROWEST: f32 = 62.0;
/// Room for the mark that counts the boxes that found no room.
const MORE: f32 = 20.0;
/// Boxes above the hours; those beyond are only on the pages in full.
const LONG_MOST: usize = 4;
const HOUR: usize = 60;

/// Heights that every page of a grid shares.
pub(crate) struct Board {
    room: f32,
    head: f32,
    long: f32,
    notice: f32,
}

impl Board {
    /// Measures what stands above the hours.
    pub(crate) fn measure(
        desk: &mut Desk<'_>,
        area: Area,
        columns: &[Column],
        notice: Option<&str>,
    ) -> Self {
        let subtitled = columns.iter().any(|column| !column.subtitle.is_empty());
        let head = if columns.is_empty() {
            0.0
        } else {
            16.0 + if subtitled { 10.0 } else { 0.0 }
        };
        let most = columns
            .iter()
            .map(|column| column.visits.iter().filter(|visit| visit.long).count())
            .max();
        let long = most.unwrap_or(0).min(LONG_MOST) as f32 * LONG_BOX;
        let notice = notice.map_or(0.0, |text| {
            desk.notice(&mut Page::blank(desk.sheet), area, text)
        });
        Self {
            room: area.h,
            head,
            long,
            notice,
        }
    }

    /// Room for the hours on the first page of a day and on those after it.
    pub(crate) fn heights(&self) -> (f32, f32) {
        let rest = self.room - self.head - 3.0;
        (rest - self.long - self.notice, rest)
    }

    /// Starts a page.
    pub(crate) fn open<'s, 'a>(
        &self,
        desk: &'s mut Desk<'a>,
        page: &'s mut Page,
        area: Area,
        first: bool,
    ) -> Sketch<'s, 'a> {
        let (long, notice) = if first {
            (self.long, self.notice)
        } else {
            (0.0, 0.0)
        };
        let head = area.y + notice;
        let top = head + self.head + long;
        Sketch {
            desk,
            page,
            area,
            head,
            long_top: head + self.head,
            top,
            lanes: BTreeMap::new(),
        }
    }
}

/// A page of a grid while it is drawn.
pub(crate) struct Sketch<'s, 'a> {
    desk: &'s mut Desk<'a>,
    page: &'s mut Page,
    area: Area,
    head: f32,
    long_top: f32,
    top: f32,
    /// Left edge and width of each column on this page.
    lanes: BTreeMap<usize, (f32, f32)>,
}

impl Sketch<'_, '_> {
    pub(crate) fn notice(&mut self, text: Option<&str>) {
        if let Some(text) = text {
            self.desk.notice(self.page, self.area, text);
        }
    }

    /// Heads of the columns.
    pub(crate) fn columns(&mut self, columns: &[Column], shown: Range<usize>, weights: &[f32]) {
        let total: f32 = weights.get(shown.clone()).unwrap_or_default().iter().sum();
        let mut x = self.area.x + GUTTER;
        let room = self.area.w - GUTTER;
        for (number, column) in columns
            .iter()
            .enumerate()
            .filter(|(number, _)| shown.contains(number))
        {
            let width = room * weights.get(number).copied().unwrap_or(1.0) / total.max(1.0);
            self.lanes.insert(number, (x, width));
            let shaper = &mut self.desk.shaper;
            let at = (x + 4.0, self.head + 11.0);
            let title = clean::line(&column.title);
            let style = wrap::largest(shaper, &title, &TITLES, width - 8.0);
            self.page.write(shaper, &title, at, width - 8.0, style, INK);
            let at = (x + 4.0, self.head + 21.0);
            self.page.write(
                shaper,
                &clean::line(&column.subtitle),
                at,
                width - 8.0,
                SUBTITLE,
                SOFT,
            );
            x += width;
        }
    }

    /// Lines and times of the hours.
    pub(crate) fn hours(&mut self, slice: &Slice) {
        let (left, right) = (self.area.x, self.area.right());
        let columns = left + GUTTER;
        let mut before: Option<i32> = None;
        for stretch in &slice.stretches {
            if let Some(end) = before {
                self.fold(end, stretch.minutes.start, self.top + stretch.top - FOLD);
            }
            before = Some(stretch.minutes.end);
            for minute in stretch.minutes.clone().step_by(HOUR) {
                let y = self.top + slice.place(minute);
                self.page.rule((left, y), (right, y), FAINT - 0.06, 0.45);
                let at = (columns - 5.0, y + 8.6);
                let time = self.desk.words.hour(minute);
                self.page
                    .write_to(&mut self.desk.shaper, &time, at, GUTTER, LABEL, SOFT);
                let half = y + slice.scale * 30.0;
                if slice.scale * 30.0 > 13.0 {
                    self.page.rule((columns, half), (right, half), 0.92, 0.35);
                }
            }
            let end = self.top + slice.place(stretch.minutes.end);
            self.page
                .rule((left, end), (right, end), FAINT - 0.06, 0.45);
        }
        let bottom = self.top + slice.height();
        for (x, _) in self.lanes.values() {
            self.page
                .rule((*x, self.head + 2.0), (*x, bottom), FAINT, 0.45);
        }
    }

    fn fold(&mut self, from: i32, to: i32, y: f32) {
        let words = &self.desk.words;
        let fill = [
            ("from", words.time_of(from).into()),
            ("to", words.time_of(to).into()),
        ];
        let text = self.desk.words.fill("nothing-between", fill);
        let bar = Area {
            x: self.area.x,
            y: y + 0.5,
            w: self.area.w,
            h: FOLD - 1.0,
        };
        self.page.fill(bar, 0.97);
        let at = (self.area.x + GUTTER + 4.0, y + FOLD - 4.0);
        self.page.write(
            &mut self.desk.shaper,
            &text,
            at,
            self.area.w - GUTTER,
            SMALL,
            SOFT,
        );
    }

    /// Boxes that last too long for the hours.
    pub(crate) fn long(
        &mut self,
        number: usize,
        column: &Column,
        whole: &mut BTreeSet<(usize, usize)>,
    ) {
        let Some((x, w)) = self.lanes.get(&number).copied() else {
            return;
        };
        let strip = Area {
            x,
            y: self.long_top,
            w,
            h: LONG_BOX,
        };
        for (index, visit) in column
            .visits
            .iter()
            .filter(|visit| visit.long)
            .take(LONG_MOST)
            .enumerate()
        {
            let area = long_box(strip, index);
            self.visit_box(number, visit, area, None, whole);
        }
    }

    /// Boxes by time.
    pub(crate) fn visits(
        &mut self,
        number: usize,
        column: &Column,
        slice: &Slice,
        laid: &Laid,
        whole: &mut BTreeSet<(usize, usize)>,
    ) {
        let Some((x, width)) = self.lanes.get(&number).copied() else {
            return;
        };
        let continued = self.desk.words.say("continued");
        let mut unseen: BTreeMap<usize, (f32, usize)> = BTreeMap::new();
        for (index, place, lane) in &laid.boxes {
            let Some(visit) = column.visits.get(*index) else {
                continue;
            };
            let most = ((width / NARROWEST) as usize).max(1);
            let crowded = lane.of > most;
            let shown = lane.of.min(most);
            let room = width - 2.0 - if crowded { MORE } else { 0.0 };
            if lane.index >= shown {
                let hidden = unseen.entry(lane.group).or_insert((place.start, 0));
                *hidden = (hidden.0.min(place.start), hidden.1 + 1);
                continue;
            }
            let each = room / shown as f32;
            let area = Area {
                x: x + 1.2 + each * lane.index as f32,
                y: self.top + place.start + 0.8,
                w: each - 1.4,
                h: place.end - place.start - 1.6,
            };
            let again = (visit.minutes.start < slice.span().start).then_some(continued.as_str());
            self.visit_box(number, visit, area, again, whole);
        }
        for (top, count) in unseen.into_values() {
            let text = self.desk.words.count("more", count);
            let at = (x + width - 2.0, self.top + top + 9.0);
            self.page.write_to(
                &mut self.desk.shaper,
                &text,
                at,
                MORE,
                Style::bold(7.8),
                INK,
            );
        }
    }

    /// One visit's box; notes down whether all of the visit is told in it.
    fn visit_box(
        &mut self,
        column: usize,
        visit: &Booked,
        area: Area,
        again: Option<&str>,
        whole: &mut BTreeSet<(usize, usize)>,
    ) {
        let shaper = &mut self.desk.shaper;
        let told = card::draw(self.page, shaper, area, &visit.said, &visit.place, again);
        self.page.placed.push(Placed {
            area,
            column,
            visit: visit.number,
        });
        if told {
            whole.insert((column, visit.number));
        }
    }

    /// Says across the page that there is nothing in it.
    pub(crate) fn empty(&mut self, text: &str) {
        let style = Style::regular(13.0);
        let room = self.area.w - GUTTER;
        let fitted = wrap::fit(&mut self.desk.shaper, text, style, room - 40.0);
        for line in fitted.lines {
            let width = wrap::width(&line, style);
            let x = self.area.x + GUTTER + (room - width) / 2.0;
            let y = self.area.y + self.area.h * 0.38;
            let ground = Area {
                x: x - 12.0,
                y: y - 20.0,
                w: width + 24.0,
                h: 30.0,
            };
            self.page.fill(ground, 1.0);
            self.page.put(x, y, line, style, SOFT);
        }
    }
}
