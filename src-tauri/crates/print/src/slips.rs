//! Routing slips: one a visit, which goes through the practice with the patient. Several stand on a page, to be cut apart.

use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::Result;
use crate::frame::{Desk, group_texts};
use crate::page::{Area, FAINT, HAIR, INK, Page, SOFT, TINT};
use crate::paint::About;
use crate::said::{Said, is_shown};
use crate::text::clean;
use crate::text::shape::{Shaped, Shaper};
use crate::text::wrap::{self, Style};
use crate::view::{Orientation, Sheet, Status, VisitView};

/// The slips of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipsView {
    /// Name of the practice.
    pub practice: String,
    /// The day.
    pub date: NaiveDate,
    /// A slip each, in any order; those that will not take place get none.
    pub slips: Vec<SlipView>,
    /// Rows that could not be read, in words (S14).
    pub unreadable: Vec<String>,
}

/// One visit's slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipView {
    /// The visit.
    pub visit: VisitView,
    /// When the patient was born.
    pub born: Option<NaiveDate>,
    /// The next visit after this day, and what for; none when none is booked.
    pub next: Option<(NaiveDateTime, String)>,
}

/// Slips on a page.
const EACH: usize = 4;
const SIDE: f32 = 34.0;
const TOP: f32 = 15.0;
const GUTTER: f32 = 18.0;
const TIME: Style = Style::bold(15.0);
const NAMES: [Style; 3] = [Style::bold(15.0), Style::bold(13.0), Style::bold(11.0)];
const BODY: Style = Style::regular(10.0);
const ALERT: Style = Style::bold(10.4);
const LINE: f32 = 13.6;
/// Baseline of the time below the top of a slip.
const HEAD: f32 = 13.0;
const SMALL: Style = Style::regular(8.2);
/// Height of the foot of a slip.
const FOOT: f32 = 13.0;
/// Distance of the lines to write on.
const RULED: f32 = 20.0;

/// The slips, by time, on upright paper.
pub(crate) fn slips(view: &SlipsView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let sheet = &Sheet {
        orientation: Orientation::Portrait,
        ..sheet.clone()
    };
    let mut desk = Desk::new(sheet)?;
    let SlipsView {
        practice,
        date,
        slips,
        unreadable,
    } = view;
    let mut slips: Vec<&SlipView> = slips
        .iter()
        .filter(|slip| !matches!(slip.visit.status, Status::Missed | Status::Cancelled))
        .filter(|slip| is_shown(&slip.visit, sheet.private))
        .collect();
    slips.sort_by_key(|slip| (slip.visit.start, slip.visit.minutes));
    let mut stack = Sheets {
        page: Page::blank(sheet),
        used: 0,
        practice: clean::line(practice),
        date: *date,
        desk: &mut desk,
    };
    if !unreadable.is_empty() {
        stack.unreadable(unreadable);
    }
    if slips.is_empty() && unreadable.is_empty() {
        stack.nothing();
    }
    for slip in slips {
        stack.slip(slip);
    }
    let pages = stack.done();
    let day = desk.words.date("date-long", *date);
    let about = About {
        title: [clean::line(practice), desk.words.say("routing-title"), day].join(" \u{b7} "),
        made_at: sheet.made_at,
    };
    Ok((pages, about))
}

/// Pages that are filled with slips from the top.
struct Sheets<'s, 'a> {
    page: Page,
    /// Places of the page that are taken.
    used: usize,
    practice: String,
    date: NaiveDate,
    desk: &'s mut Desk<'a>,
}

/// What a slip says, line by line.
struct Written {
    said: Said,
    /// Name, age, alert, type and place, notes, phone, next visit.
    lines: Vec<Line>,
}

/// One line below the time.
struct Line {
    shaped: Rc<Shaped>,
    style: Style,
    /// Distance of its baseline from the one before.
    leading: f32,
    /// Whether it is what everyone must see.
    alert: bool,
}

impl Sheets<'_, '_> {
    fn slip(&mut self, slip: &SlipView) {
        let written = self.words_of(slip);
        let mut rest = written.lines.as_slice();
        let mut again = false;
        loop {
            let height: f32 = rest.iter().map(|line| line.leading).sum();
            let places = (1..=EACH)
                .find(|places| self.room(*places) >= height)
                .unwrap_or(EACH);
            if self.used + places > EACH {
                self.turn();
            }
            let area = self.place(places);
            let mut left = self.room(places);
            let fit = rest
                .iter()
                .take_while(|line| {
                    left -= line.leading;
                    left >= 0.0
                })
                .count()
                .max(1);
            let (now, later) = rest.split_at(fit);
            self.draw(&written.said, now, area, again);
            self.used += places;
            rest = later;
            again = true;
            if rest.is_empty() {
                break;
            }
        }
    }

    /// Height below the time on a slip of so many places.
    fn room(&self, places: usize) -> f32 {
        self.page.height / EACH as f32 * places as f32 - 2.0 * TOP - HEAD - FOOT
    }

    /// Width of the column of what is known; the rest is to write on.
    fn told(&self) -> f32 {
        (self.page.width - 2.0 * SIDE - GUTTER) * 0.6
    }

    fn words_of(&mut self, slip: &SlipView) -> Written {
        let SlipView { visit, born, next } = slip;
        let private = self.desk.sheet.private;
        let words = &self.desk.words;
        let said = Said::of(visit, self.date, words, private);
        let age = match visit.age {
            Some(age) if !private => words.count("age-years", age as usize),
            _ => String::new(),
        };
        let born = match born {
            Some(born) if !private => {
                let date = words.date("date-year", *born);
                words.fill("born", [("date", date.into())])
            }
            _ => String::new(),
        };
        let age = join(&[&age, &born], " \u{b7} ");
        let place = join(&[&said.kind, &said.provider, &said.chair], " \u{b7} ");
        let next = match next {
            _ if private => String::new(),
            Some((at, what)) => {
                let day = words.date("date-weekday", at.date());
                let fill = [("day", day.into()), ("time", words.time(at.time()).into())];
                let next = words.fill("routing-next", fill);
                join(&[&next, &clean::line(what)], " \u{b7} ")
            }
            None => words.say("routing-no-next"),
        };
        let bold = Style::bold(10.2);
        let room = self.told();
        let shaper = &mut self.desk.shaper;
        let name = wrap::largest(shaper, &said.name, &NAMES, room);
        // Text, style, distance of its first line and of those after it.
        let parts = [
            (&said.name, name, 20.0, name.size * 1.2),
            (&age, BODY, 14.5, LINE),
            (&said.signed_alert(), ALERT, 19.0, LINE),
            (&place, bold, 18.5, LINE),
            (&said.notes, BODY, 15.0, LINE),
            (&said.phone, BODY, 15.0, LINE),
            (&next, BODY, 15.0, LINE),
        ];
        let mut lines = Vec::new();
        for (text, style, first, leading) in parts {
            let alert = style == ALERT;
            let room = if alert { room - 10.0 } else { room };
            let fitted = wrap::wrap(shaper, text, style, room, usize::MAX);
            for (index, shaped) in fitted.lines.into_iter().enumerate() {
                lines.push(Line {
                    shaped,
                    style,
                    leading: if index == 0 { first } else { leading },
                    alert,
                });
            }
        }
        Written { said, lines }
    }

    fn draw(&mut self, said: &Said, lines: &[Line], area: Area, again: bool) {
        let told = self.told();
        let status = said.signed_status();
        let continued = [self.desk.words.say("continued"), said.name.clone()].join(" \u{b7} ");
        let title = self.desk.words.say("routing-done");
        let shaper = &mut self.desk.shaper;
        let page = &mut self.page;
        let inner = area.inset(SIDE, TOP);
        let mut y = inner.y + HEAD;
        let taken = page
            .write(shaper, &said.times, (inner.x, y), told, TIME, INK)
            .0;
        let beside = if again { &continued } else { &said.arrive };
        let at = (inner.x + taken + 8.0, y);
        page.write(shaper, beside, at, told - taken - 8.0, BODY, INK);
        let mut bar: Option<Area> = None;
        for line in lines {
            y += line.leading;
            let x = inner.x + if line.alert { 5.0 } else { 0.0 };
            page.put(x, y, line.shaped.clone(), line.style, INK);
            if line.alert {
                let top = bar.map_or(y - 11.5, |bar| bar.y);
                bar = Some(Area {
                    x: inner.x,
                    y: top,
                    w: told,
                    h: y + 4.0 - top,
                });
            }
        }
        if let Some(bar) = bar {
            page.fill(bar, TINT);
            page.frame(bar, INK, 0.7, false);
        }
        self.write_on(area, &status, &title);
        self.foot(area);
    }

    /// The right side: how far the visit has come, and lines to write on.
    fn write_on(&mut self, area: Area, status: &str, title: &str) {
        let told = self.told();
        let shaper = &mut self.desk.shaper;
        let page = &mut self.page;
        let inner = area.inset(SIDE, TOP);
        let left = inner.x + told + GUTTER;
        let right = inner.right();
        page.rule(
            (left - GUTTER / 2.0, inner.y + 3.0),
            (left - GUTTER / 2.0, inner.bottom() - FOOT - 2.0),
            FAINT,
            0.5,
        );
        let y = inner.y + 11.0;
        let taken = page.write_to(
            shaper,
            status,
            (right, y),
            (right - left) * 0.6,
            SMALL,
            SOFT,
        );
        page.write(
            shaper,
            title,
            (left, y),
            right - left - taken - 8.0,
            SMALL,
            SOFT,
        );
        let mut y = y + RULED + 2.0;
        while y < inner.bottom() - FOOT - 2.0 {
            page.rule((left, y), (right, y), HAIR, 0.4);
            y += RULED;
        }
    }

    /// Whose slip it is, small, and the marks at which it is cut.
    fn foot(&mut self, area: Area) {
        let made_at = self.desk.sheet.made_at;
        let words = &self.desk.words;
        let day = words.date("date-long", self.date);
        let fill = [
            ("date", words.date("date-year", made_at.date()).into()),
            ("time", words.time(made_at.time()).into()),
        ];
        let printed = words.fill("printed", fill);
        let shaper: &mut Shaper = &mut self.desk.shaper;
        let inner = area.inset(SIDE, TOP);
        let y = inner.bottom() - 2.0;
        let style = Style::regular(7.4);
        let page = &mut self.page;
        let taken = page.write_to(
            shaper,
            &printed,
            (inner.right(), y),
            inner.w * 0.4,
            style,
            SOFT,
        );
        let text = join(&[&day, &self.practice], " \u{b7} ");
        page.write(
            shaper,
            &text,
            (inner.x, y),
            inner.w - taken - 12.0,
            style,
            SOFT,
        );
        if area.bottom() < page.height - 1.0 {
            let y = area.bottom();
            for (from, to) in [(12.0, 26.0), (page.width - 26.0, page.width - 12.0)] {
                page.rule((from, y), (to, y), INK, 0.5);
            }
            page.rule((26.0, y), (page.width - 26.0, y), FAINT, 0.35);
        }
    }

    /// The next free places of the page.
    fn place(&self, places: usize) -> Area {
        let height = self.page.height / EACH as f32;
        Area {
            x: 0.0,
            y: height * self.used as f32,
            w: self.page.width,
            h: height * places as f32,
        }
    }

    fn turn(&mut self) {
        let next = Page::blank(self.desk.sheet);
        let full = std::mem::replace(&mut self.page, next);
        self.desk.pages.push(full);
        self.used = 0;
    }

    /// What has no slip because it could not be read, on a page of its own before the slips (S14).
    fn unreadable(&mut self, rows: &[String]) {
        let private = self.desk.sheet.private;
        let key = if private {
            "unreadable-notice-private"
        } else {
            "unreadable-notice"
        };
        let inner = self.page.inner();
        let text = self.desk.words.count(key, rows.len());
        let mut y = inner.y + self.desk.notice(&mut self.page, inner, &text) + 6.0;
        for row in rows.iter().filter(|_| !private) {
            let text = format!("\u{26a0} {}", clean::line(row));
            for line in wrap::wrap(&mut self.desk.shaper, &text, BODY, inner.w, usize::MAX).lines {
                if y + LINE > inner.bottom() {
                    self.turn();
                    y = inner.y;
                }
                y += LINE;
                self.page.put(inner.x, y, line, BODY, INK);
            }
        }
        self.turn();
    }

    fn nothing(&mut self) {
        let text = self.desk.words.say("empty-day");
        let area = self.place(1);
        let at = (SIDE, area.y + TOP + 20.0);
        let room = area.w - 2.0 * SIDE;
        self.page.write(
            &mut self.desk.shaper,
            &text,
            at,
            room,
            Style::regular(13.0),
            INK,
        );
        self.foot(area);
        self.used = 1;
    }

    /// All pages; one that nothing was put on is left out.
    fn done(self) -> Vec<Page> {
        let mut pages = std::mem::take(&mut self.desk.pages);
        if self.used > 0 {
            pages.push(self.page);
        }
        pages.iter_mut().for_each(group_texts);
        pages
    }
}

fn join(parts: &[&str], between: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(between)
}
