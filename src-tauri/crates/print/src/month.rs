//! A month as a page of a calendar: how many visits each day has, from when to when, and when the practice is closed.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};

use crate::Result;
use crate::frame::{Desk, Heading};
use crate::grid::{DAY, minute};
use crate::page::{Area, HAIR, INK, Page, SOFT, TINT};
use crate::paint::About;
use crate::plan::finish;
use crate::rows;
use crate::text::clean;
use crate::text::wrap::{self, Style};
use crate::view::Sheet;

/// A month of one provider or of the whole practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthView {
    /// Name of the practice.
    pub practice: String,
    /// Whose month it is; empty for the whole practice.
    pub provider: String,
    /// Any day of the month.
    pub month: NaiveDate,
    /// What is known of its days, in any order; a day that is not named is free.
    pub days: Vec<MonthDay>,
    /// Rows that could not be read, in words (S14).
    pub unreadable: Vec<String>,
}

/// One day of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthDay {
    /// The day.
    pub date: NaiveDate,
    /// How many visits take place.
    pub visits: usize,
    /// When the first begins and the last one ends; may lie on other days for visits that last over midnight.
    pub span: Option<(NaiveDateTime, NaiveDateTime)>,
    /// Name of the closure, if the practice is closed; may be empty.
    pub closed: Option<String>,
    /// Whether anybody works.
    pub works: bool,
}

const WEEKS: f32 = 22.0;
const NAMES: f32 = 16.0;
const NUMBER: Style = Style::regular(12.5);
/// Sizes of the number of visits; all days of a month have the same.
const COUNTS: [Style; 3] = [Style::bold(12.0), Style::bold(10.5), Style::bold(9.0)];
const SMALL: Style = Style::regular(8.4);
const PAD: f32 = 6.0;

/// Lays the month out on one page, and what could not be read on another.
pub(crate) fn month(view: &MonthView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    let MonthView {
        practice,
        provider,
        month,
        days,
        unreadable,
    } = view;
    let title = desk.words.date("date-month", *month);
    let whose = if provider.is_empty() {
        desk.words.say("whole-practice")
    } else {
        clean::line(provider)
    };
    let first = month.with_day(1).unwrap_or(*month);
    let shown: Vec<&MonthDay> = days
        .iter()
        .filter(|day| (day.date.year(), day.date.month()) == (month.year(), month.month()))
        .collect();
    let count = shown.iter().map(|day| day.visits).sum();
    let heading = Heading {
        practice: practice.clone(),
        title: title.clone(),
        subject: [whose, desk.words.count("visits", count)].join(" \u{b7} "),
        part: String::new(),
    };
    let (mut page, mut area) = desk.page(&heading);
    if !unreadable.is_empty() {
        let key = if sheet.private {
            "unreadable-notice-private"
        } else {
            "unreadable-notice"
        };
        let text = desk.words.count(key, unreadable.len());
        let taken = desk.notice(&mut page, area, &text);
        area.y += taken;
        area.h -= taken;
    }
    draw(&mut desk, &mut page, area, first, &shown);
    desk.pages.push(page);
    rows::in_full(&mut desk, &heading, &[], unreadable);
    let title = [clean::line(practice), title].join(" \u{b7} ");
    Ok(finish(desk, title))
}

/// The grid of weeks.
fn draw(desk: &mut Desk<'_>, page: &mut Page, area: Area, first: NaiveDate, days: &[&MonthDay]) {
    let begins = desk.words.week_begins();
    let lead = days_since(begins, first.weekday());
    let count = u64::from(first.num_days_in_month());
    let weeks = (lead + count).div_ceil(7);
    // Weeks are numbered where they begin on Monday (ISO 8601).
    let numbered = begins == Weekday::Mon;
    let gutter = if numbered { WEEKS } else { 0.0 };
    let width = (area.w - gutter) / 7.0;
    let most = days.iter().map(|day| day.visits).max().unwrap_or(0);
    let widest = desk.words.count("visits", most);
    let count_style = wrap::largest(&mut desk.shaper, &widest, &COUNTS, width - 2.0 * PAD);
    let height = (area.h - NAMES - 4.0) / weeks as f32;
    let left = area.x + gutter;
    let top = area.y + NAMES;
    for column in 0..7u64 {
        let day = first + Days::new((7 + column - lead) % 7);
        let name = desk.words.date("weekday-only", day);
        let at = (left + width * column as f32 + PAD, area.y + 9.0);
        page.write(&mut desk.shaper, &name, at, width - PAD, SMALL, SOFT);
    }
    let cell = |number: u64| Area {
        x: left + width * ((lead + number) % 7) as f32,
        y: top + height * ((lead + number) / 7) as f32,
        w: width,
        h: height,
    };
    let of = |number: u64| {
        let date = first + Days::new(number);
        days.iter().find(|day| day.date == date).copied()
    };
    for number in 0..count {
        if of(number).is_some_and(|day| day.closed.is_some() || !day.works) {
            page.fill(cell(number), TINT);
        }
    }
    for week in 0..weeks {
        let y = top + height * week as f32;
        page.rule((area.x, y), (area.right(), y), HAIR, 0.5);
        for column in 0..7 {
            let Some(number) = (week * 7 + column).checked_sub(lead) else {
                continue;
            };
            if number >= count {
                continue;
            }
            let date = first + Days::new(number);
            if numbered && (column == 0 || number == 0) {
                let text = date.iso_week().week().to_string();
                let at = (area.x, y + 14.0);
                page.write(&mut desk.shaper, &text, at, WEEKS, SMALL, SOFT);
            }
            draw_day(desk, page, cell(number), date, of(number), count_style);
        }
    }
    let bottom = top + height * weeks as f32;
    page.rule((area.x, bottom), (area.right(), bottom), HAIR, 0.5);
    for column in 1..7 {
        let x = left + width * column as f32;
        page.rule((x, top), (x, bottom), 0.84, 0.4);
    }
}

fn draw_day(
    desk: &mut Desk<'_>,
    page: &mut Page,
    cell: Area,
    date: NaiveDate,
    day: Option<&MonthDay>,
    style: Style,
) {
    let room = cell.w - 2.0 * PAD;
    let left = cell.x + PAD;
    let busy = day.is_some_and(|day| day.visits > 0);
    let number = date.day().to_string();
    let grey = if busy { INK } else { SOFT };
    let at = (left, cell.y + 16.0);
    page.write(&mut desk.shaper, &number, at, room, NUMBER, grey);
    let Some(day) = day else { return };
    let mut y = cell.y + 20.0;
    let bottom = cell.bottom() - 5.0;
    let most = |y: f32| ((bottom - y) / 10.6).max(0.0) as usize;
    if let Some(name) = &day.closed {
        let name = clean::line(name);
        let text = if name.is_empty() || desk.sheet.private {
            desk.words.say("closed")
        } else {
            name
        };
        let area = Area {
            x: left,
            y,
            w: room,
            h: 0.0,
        };
        let kept = if busy { 3 } else { 0 };
        let lines = most(y).saturating_sub(kept).max(1);
        y = page
            .paragraph(&mut desk.shaper, &text, area, (SMALL, 10.6, INK), lines)
            .0;
    }
    if !busy {
        return;
    }
    let text = desk.words.count("visits", day.visits);
    y += style.size + 3.0;
    page.write(&mut desk.shaper, &text, (left, y), room, style, INK);
    if let Some((from, to)) = day.span {
        let from = minute(from, date).clamp(0, DAY);
        let to = minute(to, date).clamp(from, DAY);
        let text = desk.words.span(from, to);
        let area = Area {
            x: left,
            y: y + 1.5,
            w: room,
            h: 0.0,
        };
        page.paragraph(
            &mut desk.shaper,
            &text,
            area,
            (Style::regular(9.0), 11.0, INK),
            2,
        );
    }
}

/// Days from the weekday on which weeks begin to this one.
fn days_since(begins: Weekday, weekday: Weekday) -> u64 {
    u64::from(weekday.days_since(begins))
}
