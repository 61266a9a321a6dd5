//! Time of a column that is not for every visit: closed, or blocked out. It lies below the boxes and writes where
//! they leave room.

use std::ops::Range;

use chrono::NaiveDate;

use super::{SMALL, Sketch};
use crate::axis::Slice;
use crate::grid::{Column, DAY, Laid, minute};
use crate::page::{Area, FAINT, HAIR, INK, Page, SOFT, TINT};
use crate::text::clean;
use crate::text::wrap::{self, Style};
use crate::view::{BlockOutView, Effect};
use crate::words::Words;

const NAME: Style = Style::bold(SMALL.size);
/// Height of a line of words.
const LINE: f32 = 9.4;
/// What a line needs with the white around it.
const LEAST: f32 = 11.0;
const PAD: f32 = 5.0;
const EDGE: f32 = 2.0;
/// Between the strokes of a hatching: wide enough to be light on paper.
const STROKES: f32 = 7.0;
/// Nobody reads more than this of a note on a plan.
const MOST_LINES: usize = 6;

/// A block-out with its words and its minutes within the column's day.
#[derive(Debug, Clone)]
pub(crate) struct Blocked {
    minutes: Range<i32>,
    name: String,
    words: String,
    look: Look,
}

/// How a block-out is told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Hatched,
    Outlined,
    Marked,
}

impl Blocked {
    /// None where nothing of it falls on the day. On a wall it has no words (M11).
    pub(crate) fn of(
        view: &BlockOutView,
        day: NaiveDate,
        words: &Words,
        private: bool,
    ) -> Option<Self> {
        let BlockOutView {
            from,
            to,
            name,
            effect,
            whose,
            note,
        } = view;
        let minutes = minute(*from, day).clamp(0, DAY)..minute(*to, day).clamp(0, DAY);
        if minutes.is_empty() {
            return None;
        }
        let (look, kept) = match effect {
            Effect::NoScheduling => (Look::Hatched, String::new()),
            Effect::Reserved(types) if types.is_empty() => (Look::Outlined, String::new()),
            Effect::Reserved(types) => {
                let types = clean::line(&types.join(", "));
                let kept = words.fill("block-out-kept", [("types", types.into())]);
                (Look::Outlined, kept)
            }
            Effect::Note => (Look::Marked, String::new()),
        };
        let (name, words) = if private {
            (String::new(), String::new())
        } else {
            let mut parts = vec![kept, clean::line(whose), clean::line(note)];
            parts.retain(|part| !part.is_empty());
            (clean::line(name), parts.join(" \u{b7} "))
        };
        Some(Self {
            minutes,
            name,
            words,
            look,
        })
    }
}

impl Sketch<'_, '_> {
    /// Grey where the column is closed, a pattern where time is blocked out, and why.
    pub(crate) fn shut(&mut self, number: usize, column: &Column, slice: &Slice, laid: &Laid) {
        let Some((x, width)) = self.lanes.get(&number).copied() else {
            return;
        };
        let span = slice.span();
        let mut taken = Taken::by(laid);
        let strip = |(top, bottom): (f32, f32)| Area {
            x: x + 0.6,
            y: top + 0.4,
            w: width - 1.2,
            h: bottom - top - 0.8,
        };
        for (minutes, why) in &column.closed {
            let Some((top, bottom)) = stretch(slice, minutes, &span) else {
                continue;
            };
            self.page
                .fill(strip((self.top + top, self.top + bottom)), TINT);
            if !why.is_empty()
                && let Some(free) = taken.free(top, bottom)
            {
                let at = (x + PAD, self.top + free.start + 8.6);
                let room = width - 2.0 * PAD;
                self.page
                    .write(&mut self.desk.shaper, why, at, room, SMALL, SOFT);
                taken.take(free.start..free.start + LEAST);
            }
        }
        for blocked in &column.blocked {
            let mut told = false;
            // The mark of hours left out stays readable: nothing is drawn over it.
            for part in &slice.stretches {
                let Some((top, bottom)) = stretch(slice, &blocked.minutes, &part.minutes) else {
                    continue;
                };
                let area = strip((self.top + top, self.top + bottom));
                ground(self.page, area, blocked.look);
                if !told && let Some(free) = taken.free(top, bottom) {
                    let lines = self.tell(blocked, area, free.clone());
                    taken.take(free.start..free.start + lines as f32 * LINE + 2.0);
                    told = true;
                }
            }
        }
    }

    /// Writes what it is in the room that is free; returns how many lines that took.
    fn tell(&mut self, blocked: &Blocked, area: Area, free: Range<f32>) -> usize {
        if blocked.name.is_empty() && blocked.words.is_empty() {
            return 0;
        }
        let room = (area.w - PAD - EDGE - 3.0).max(0.0);
        let shaper = &mut self.desk.shaper;
        let most = (((free.end - free.start - 2.0) / LINE) as usize).clamp(1, MOST_LINES);
        let names = wrap::wrap(shaper, &blocked.name, NAME, room, most.min(2)).lines;
        let last = names.last().map_or(0.0, |line| wrap::width(line, NAME));
        let beside = wrap::width(&shaper.line(&blocked.words, SMALL.weight), SMALL);
        let same = last + 4.0 + beside <= room || names.len() >= most;
        let mut lines: Vec<Vec<_>> = names
            .into_iter()
            .map(|line| vec![(0.0, line, NAME, INK)])
            .collect();
        if same {
            let left = (room - last - 4.0).max(0.0);
            let words = wrap::fit(shaper, &blocked.words, SMALL, left).lines;
            if let (Some(line), Some(words)) = (lines.last_mut(), words.into_iter().next()) {
                line.push((last + 4.0, words, SMALL, SOFT));
            }
        } else {
            let words = wrap::wrap(
                shaper,
                &blocked.words,
                SMALL,
                room,
                most.saturating_sub(lines.len()),
            );
            let words = words.lines.into_iter();
            lines.extend(words.map(|line| vec![(0.0, line, SMALL, SOFT)]));
        }
        let count = lines.len();
        let x = area.x + PAD;
        let mut y = self.top + free.start;
        for line in lines {
            let end = line
                .last()
                .map_or(0.0, |(x, text, style, _)| x + wrap::width(text, *style));
            let ground = Area {
                x: x - 1.5,
                y: y + 1.0,
                w: end + 3.0,
                h: LINE,
            };
            self.page.fill(ground, 1.0);
            for (right, text, style, grey) in line {
                self.page.put(x + right, y + 8.6, text, style, grey);
            }
            y += LINE;
        }
        count
    }
}

/// Where minutes lie on the page, as far as a part of the day shows them; none where that is not to be seen.
fn stretch(slice: &Slice, minutes: &Range<i32>, part: &Range<i32>) -> Option<(f32, f32)> {
    let (from, to) = (minutes.start.max(part.start), minutes.end.min(part.end));
    if from >= to {
        return None;
    }
    let (top, bottom) = (slice.place(from), slice.place(to));
    (bottom - top >= 1.0).then_some((top, bottom))
}

fn ground(page: &mut Page, area: Area, look: Look) {
    let edge = Area { w: EDGE, ..area };
    match look {
        Look::Hatched => {
            page.fill(area, 1.0);
            hatch(page, area);
            page.frame(area, FAINT, 0.4, false);
            page.fill(edge, HAIR);
        }
        Look::Outlined => {
            page.fill(area, 1.0);
            page.frame(area, HAIR, 0.6, true);
            page.fill(edge, HAIR);
        }
        // A line at the side, and time as free as any other.
        Look::Marked => {
            let line = area.x + EDGE / 2.0;
            page.rule((line, area.y), (line, area.bottom()), HAIR, 0.8);
        }
    }
}

/// Strokes from the lower left to the upper right, in step with those beside it.
fn hatch(page: &mut Page, area: Area) {
    let (w, h) = (area.w, area.h);
    let mut along = STROKES - (area.x + area.y) % STROKES;
    while along < w + h {
        let low = (area.x + (along - h).max(0.0), area.y + along.min(h));
        let high = (area.x + along.min(w), area.y + (along - w).max(0.0));
        page.rule(low, high, FAINT, 0.4);
        along += STROKES;
    }
}

/// Where something is written already, or a box will lie.
struct Taken(Vec<Range<f32>>);

impl Taken {
    fn by(laid: &Laid) -> Self {
        let mut taken = Self(Vec::new());
        for (_, place, _) in &laid.boxes {
            taken.take(place.clone());
        }
        taken
    }

    fn take(&mut self, place: Range<f32>) {
        self.0.push(place);
        self.0.sort_by(|a, b| a.start.total_cmp(&b.start));
    }

    /// The first room for a line at the least.
    fn free(&self, top: f32, bottom: f32) -> Option<Range<f32>> {
        let mut free = top;
        for place in &self.0 {
            if place.start < free + LEAST && place.end > free {
                free = place.end;
            }
        }
        let next = self.0.iter().find(|place| place.start >= free);
        let end = next.map_or(bottom, |place| place.start.min(bottom));
        (free + LEAST <= end).then_some(free..end)
    }
}
