//! A grid of time: columns side by side, hours downwards, each visit a box where its time is.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};

use crate::axis::{self, Slice};
use crate::board::{Blocked, Board};
use crate::frame::{Desk, Heading};
use crate::lanes::{self, Lane};
use crate::page::Area;
use crate::rows;
use crate::said::{self, Said};
use crate::view::{Orientation, VisitView};

pub(crate) const DAY: i32 = 24 * 60;
/// A visit that takes longer than this of a day stands above the hours.
const LONG: i32 = 12 * 60;
/// Width of a day without visits in a week that has some, as a part of a column.
const FREE_DAY: f32 = 0.7;
/// Height of a box above the hours.
pub(crate) const LONG_BOX: f32 = 26.0;

/// A visit with its words and its minutes within the column's day.
#[derive(Debug, Clone)]
pub(crate) struct Booked {
    /// Number of the visit in the view's column.
    pub(crate) number: usize,
    pub(crate) said: Said,
    /// What the column does not tell by itself: who, or where.
    pub(crate) place: String,
    /// Minutes after midnight, within the day.
    pub(crate) minutes: Range<i32>,
    /// Stands above the hours.
    pub(crate) long: bool,
}

/// One column of the grid.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) day: NaiveDate,
    /// Minutes after midnight, and why.
    pub(crate) closed: Vec<(Range<i32>, String)>,
    pub(crate) blocked: Vec<Blocked>,
    pub(crate) visits: Vec<Booked>,
}

impl Column {
    /// A visit's place in a column of this day.
    pub(crate) fn book(&mut self, number: usize, visit: &VisitView, said: Said, place: String) {
        let start = minute(visit.start, self.day);
        let end = minute(said::end(visit), self.day).max(start);
        let minutes = start.clamp(0, DAY - 1)..end.clamp(0, DAY);
        let elsewhere = start >= DAY || end.max(start + 1) <= 0;
        let long = elsewhere || minutes.len() as i32 >= LONG;
        let minutes = if elsewhere { 0..0 } else { minutes };
        self.visits.push(Booked {
            number,
            said,
            place,
            minutes,
            long,
        });
    }

    /// Times in which the column is closed.
    pub(crate) fn close(
        &mut self,
        closed: &[(NaiveDateTime, NaiveDateTime, String)],
        private: bool,
    ) {
        for (from, to, why) in closed {
            let minutes =
                minute(*from, self.day).clamp(0, DAY)..minute(*to, self.day).clamp(0, DAY);
            if !minutes.is_empty() {
                let why = if private {
                    String::new()
                } else {
                    crate::text::clean::line(why)
                };
                self.closed.push((minutes, why));
            }
        }
        self.closed
            .sort_by_key(|(minutes, _)| (minutes.start, minutes.end));
    }

    /// The first and last open minute, each only if something is closed before or after it.
    fn open(&self) -> (Option<i32>, Option<i32>) {
        let (mut start, mut end) = (0, DAY);
        for (minutes, _) in &self.closed {
            if minutes.start <= start {
                start = start.max(minutes.end);
            }
        }
        for (minutes, _) in self.closed.iter().rev() {
            if minutes.end >= end {
                end = end.min(minutes.start);
            }
        }
        if start >= end {
            return (None, None);
        }
        ((start > 0).then_some(start), (end < DAY).then_some(end))
    }
}

/// Minutes from the day's midnight to a moment, which may lie on another day.
pub(crate) fn minute(moment: NaiveDateTime, day: NaiveDate) -> i32 {
    let minutes = moment
        .signed_duration_since(day.and_time(chrono::NaiveTime::MIN))
        .num_minutes();
    i32::try_from(minutes).unwrap_or(if minutes < 0 {
        i32::MIN / 4
    } else {
        i32::MAX / 4
    })
}

/// Everything a grid shows.
pub(crate) struct Grid {
    pub(crate) heading: Heading,
    pub(crate) columns: Vec<Column>,
    /// Columns stay together on one page, as the days of a week do.
    pub(crate) together: bool,
    pub(crate) unreadable: Vec<String>,
    /// Said when there is nothing in it.
    pub(crate) empty: String,
}

/// Draws the grid over as many pages as it needs, then what its boxes had no room for.
pub(crate) fn draw(desk: &mut Desk<'_>, grid: &Grid) {
    let (_, area) = desk.page(&grid.heading);
    let notice = notice_text(desk, grid);
    let board = Board::measure(desk, area, &grid.columns, notice.as_deref());
    let slices = slices(grid, &board);
    let laid: Vec<Vec<Laid>> = grid
        .columns
        .iter()
        .map(|column| slices.iter().map(|slice| lay(column, slice)).collect())
        .collect();
    let most = match (grid.together, desk.sheet.orientation) {
        (true, _) => grid.columns.len().max(1) as f32,
        (false, Orientation::Portrait) => 5.0,
        (false, Orientation::Landscape) => 8.0,
    };
    let some = grid.columns.iter().any(|column| !column.visits.is_empty());
    let narrow = |column: &Column| grid.together && some && column.visits.is_empty();
    let weights: Vec<f32> = laid
        .iter()
        .zip(&grid.columns)
        .map(|(laid, column)| {
            if narrow(column) {
                FREE_DAY
            } else {
                weight(laid)
            }
        })
        .collect();
    let groups = group(&weights, most);
    let mut whole: BTreeSet<(usize, usize)> = BTreeSet::new();
    for columns in &groups {
        for (index, slice) in slices.iter().enumerate() {
            let heading = part_heading(desk, grid, columns, groups.len(), slice, slices.len());
            let (mut page, area) = desk.page(&heading);
            let mut sketch = board.open(desk, &mut page, area, index == 0);
            if index == 0 {
                sketch.notice(notice.as_deref());
            }
            sketch.columns(&grid.columns, columns.clone(), &weights);
            sketch.hours(slice);
            for number in columns.clone() {
                let (Some(column), Some(laid)) = (
                    grid.columns.get(number),
                    laid.get(number).and_then(|l| l.get(index)),
                ) else {
                    continue;
                };
                sketch.shut(number, column, slice, laid);
                if index == 0 {
                    sketch.long(number, column, &mut whole);
                }
                sketch.visits(number, column, slice, laid, &mut whole);
            }
            if grid.columns.iter().all(|column| column.visits.is_empty()) {
                sketch.empty(&grid.empty);
            }
            desk.pages.push(page);
        }
    }
    let mut rest: Vec<(NaiveDate, Said)> = Vec::new();
    let mut order: Vec<(&Column, &Booked)> = Vec::new();
    for (number, column) in grid.columns.iter().enumerate() {
        order.extend(
            column
                .visits
                .iter()
                .filter(|visit| !whole.contains(&(number, visit.number)))
                .map(|v| (column, v)),
        );
    }
    order.sort_by_key(|(column, visit)| (column.day, visit.minutes.start));
    rest.extend(
        order
            .into_iter()
            .map(|(column, visit)| (column.day, visit.said.clone())),
    );
    rows::in_full(desk, &grid.heading, &rest, &grid.unreadable);
}

fn notice_text(desk: &Desk<'_>, grid: &Grid) -> Option<String> {
    let key = if desk.sheet.private {
        "unreadable-notice-private"
    } else {
        "unreadable-notice"
    };
    (!grid.unreadable.is_empty()).then(|| desk.words.count(key, grid.unreadable.len()))
}

fn slices(grid: &Grid, board: &Board) -> Vec<Slice> {
    let opens: Vec<_> = grid.columns.iter().map(Column::open).collect();
    let start = opens.iter().filter_map(|(start, _)| *start).min();
    let end = opens.iter().filter_map(|(_, end)| *end).max();
    let open = match (start, end) {
        (None, None) => None,
        (start, end) => Some(start.unwrap_or(8 * 60)..end.unwrap_or(17 * 60)),
    };
    let busy: Vec<Range<i32>> = grid
        .columns
        .iter()
        .flat_map(|column| &column.visits)
        .filter(|visit| !visit.long)
        .map(|visit| visit.minutes.clone())
        .collect();
    axis::plan(open, &busy, board.heights())
}

fn part_heading(
    desk: &Desk<'_>,
    grid: &Grid,
    columns: &Range<usize>,
    groups: usize,
    slice: &Slice,
    slices: usize,
) -> Heading {
    let mut parts = Vec::new();
    if groups > 1 {
        let number = |n: usize| n.to_string().into();
        let fill = [
            ("first", number(columns.start + 1)),
            ("last", number(columns.end)),
            ("all", number(grid.columns.len())),
        ];
        parts.push(desk.words.fill("columns-part", fill));
    }
    if slices > 1 {
        let span = slice.span();
        parts.push(desk.words.span(span.start, span.end));
    }
    Heading {
        part: parts.join(" \u{b7} "),
        ..grid.heading.clone()
    }
}

/// One column's boxes on one page.
pub(crate) struct Laid {
    /// Number in `column.visits`, place below the top of the grid, lane.
    pub(crate) boxes: Vec<(usize, Range<f32>, Lane)>,
}

fn lay(column: &Column, slice: &Slice) -> Laid {
    let span = slice.span();
    let bottom = slice.height();
    let mut spans = Vec::new();
    let mut numbers = Vec::new();
    for (index, visit) in column
        .visits
        .iter()
        .enumerate()
        .filter(|(_, visit)| !visit.long)
    {
        let minutes = &visit.minutes;
        if minutes.start >= span.end || minutes.end.max(minutes.start + 1) <= span.start {
            continue;
        }
        let top = slice.place(minutes.start.max(span.start));
        let end = slice
            .place(minutes.end.min(span.end))
            .max(top + axis::LEAST)
            .min(bottom);
        spans.push(top.min(end - axis::LEAST).max(0.0)..end);
        numbers.push(index);
    }
    let lanes = lanes::assign(&spans);
    Laid {
        boxes: numbers
            .into_iter()
            .zip(spans)
            .zip(lanes)
            .map(|((n, span), lane)| (n, span, lane))
            .collect(),
    }
}

/// A column whose boxes stand side by side is given more room.
fn weight(column: &[Laid]) -> f32 {
    match column
        .iter()
        .flat_map(|laid| &laid.boxes)
        .map(|(_, _, lane)| lane.of)
        .max()
        .unwrap_or(1)
    {
        0 | 1 => 1.0,
        2 => 1.5,
        _ => 2.0,
    }
}

/// Shares columns among as few pages as hold them, about evenly.
fn group(weights: &[f32], most: f32) -> Vec<Range<usize>> {
    let total: f32 = weights.iter().sum();
    let most = if weights.len() as f32 <= most && total <= most * 1.5 {
        most * 1.5
    } else {
        most
    };
    let pages = fill(weights, most).len();
    let mut limit = (total / pages.max(1) as f32).max(1.0);
    while limit < most && fill(weights, limit).len() > pages {
        limit += 0.5;
    }
    fill(weights, limit.min(most))
}

fn fill(weights: &[f32], limit: f32) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (index, weight) in weights.iter().enumerate() {
        match groups.last_mut() {
            Some(last) if used + weight <= limit + 0.01 => {
                last.end = index + 1;
                used += weight;
            }
            _ => {
                groups.push(index..index + 1);
                used = *weight;
            }
        }
    }
    if groups.is_empty() {
        groups.push(0..0);
    }
    groups
}

/// Where boxes above the hours stand, for a column of this width.
pub(crate) fn long_box(column: Area, index: usize) -> Area {
    Area {
        x: column.x + 1.0,
        y: column.y + index as f32 * LONG_BOX,
        w: column.w - 2.0,
        h: LONG_BOX - 2.0,
    }
}
