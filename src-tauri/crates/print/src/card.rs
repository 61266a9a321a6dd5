//! A visit's box: what it says in the room it has, in the order of importance: time, name, type, note, phone.

use crate::page::{Area, Grey, HAIR, INK, Page, SOFT, TINT};
use crate::said::{Look, Said};
use crate::text::shape::Shaper;
use crate::text::wrap::{self, Style};

const EDGE: f32 = 2.2;
const PAD: f32 = 3.2;
const GAP: f32 = 4.0;

/// Sizes of the text in a box.
#[derive(Debug, Clone, Copy)]
struct Type {
    name: Style,
    detail: Style,
    name_line: f32,
    line: f32,
}

const ROOMY: Type = Type {
    name: Style::bold(9.6),
    detail: Style::regular(8.2),
    name_line: 12.2,
    line: 10.4,
};
/// Only initials and times, read from across a room.
const WALL: Type = Type {
    name: Style::bold(14.0),
    detail: Style::regular(10.0),
    name_line: 18.5,
    line: 12.4,
};
const TIGHT: Type = Type {
    name: Style::bold(8.6),
    detail: Style::regular(7.4),
    name_line: 10.9,
    line: 9.4,
};

/// Draws a box; tells whether it says everything about the visit.
pub(crate) fn draw(
    page: &mut Page,
    shaper: &mut Shaper,
    area: Area,
    said: &Said,
    place: &str,
    continued: Option<&str>,
) -> bool {
    ground(page, area, said.look);
    let inner = Area {
        x: area.x + EDGE + PAD,
        y: area.y,
        w: area.w - EDGE - 2.0 * PAD,
        h: area.h,
    };
    let ink = if said.look == Look::Open { INK } else { SOFT };
    let bare = said.status.is_empty() && said.kind.is_empty() && said.phone.is_empty();
    let kind = if bare && area.w >= 70.0 && area.h >= 33.0 {
        WALL
    } else if area.w >= 112.0 && area.h >= 26.0 {
        ROOMY
    } else {
        TIGHT
    };
    let mut pen = Pen {
        page,
        shaper,
        inner,
        y: 0.0,
        ink,
        kind,
        whole: true,
    };
    if area.h - 3.0 < kind.name_line + kind.line {
        pen.one_line(said, continued);
    } else {
        pen.several_lines(said, place, continued);
    }
    pen.whole
}

fn ground(page: &mut Page, area: Area, look: Look) {
    match look {
        Look::Open => page.fill(area, 1.0),
        Look::Done => page.fill(area, TINT),
        Look::Off => page.fill(area, 1.0),
    }
    page.frame(
        area,
        if look == Look::Open { HAIR } else { 0.75 },
        0.4,
        look == Look::Off,
    );
    let edge = Area { w: EDGE, ..area };
    page.fill(edge, if look == Look::Open { 0.2 } else { HAIR });
}

struct Pen<'a> {
    page: &'a mut Page,
    shaper: &'a mut Shaper,
    inner: Area,
    y: f32,
    ink: Grey,
    kind: Type,
    whole: bool,
}

impl Pen<'_> {
    fn width(&mut self, text: &str, style: Style) -> f32 {
        if text.is_empty() {
            return 0.0;
        }
        let line = self.shaper.line(text, style.weight);
        wrap::width(&line, style)
    }

    /// Writes as much of a text as `room` holds; returns the width used with a gap after it.
    fn put(&mut self, text: &str, x: f32, room: f32, style: Style, grey: Grey) -> f32 {
        if text.is_empty() {
            return 0.0;
        }
        let (width, whole) =
            self.page
                .write(self.shaper, text, (x, self.y), room.max(0.0), style, grey);
        self.whole &= whole;
        if width > 0.0 { width + GAP } else { 0.0 }
    }

    /// Writes the status at the right, only its sign when the word would not leave `needed`; returns the width taken and
    /// whether the word is there.
    fn status(&mut self, said: &Said, needed: f32) -> (f32, bool) {
        let style = self.small();
        let full = said.signed_status();
        let width = self.width(&full, style);
        let right = (self.inner.right(), self.y);
        if needed + width + GAP <= self.inner.w {
            self.page
                .write_to(self.shaper, &full, right, self.inner.w, style, self.ink);
            return (if width > 0.0 { width + GAP } else { 0.0 }, true);
        }
        let room = (self.inner.w * 0.3).max(0.0);
        let width = self
            .page
            .write_to(self.shaper, said.sign, right, room, style, self.ink);
        (
            if width > 0.0 { width + GAP } else { 0.0 },
            said.status.is_empty(),
        )
    }

    fn small(&self) -> Style {
        Style {
            size: self.kind.detail.size - 0.4,
            ..self.kind.detail
        }
    }

    fn one_line(&mut self, said: &Said, continued: Option<&str>) {
        let detail = self.kind.detail;
        self.y = self.inner.y + self.inner.h / 2.0 + self.kind.name.size * 0.36;
        let begin = continued.unwrap_or(&said.begin);
        let named = self.width(begin, detail) + self.width(&said.name, self.kind.name) + 2.0 * GAP;
        let age = self.width(&said.age, detail) + GAP;
        let (taken, told) = self.status(said, named + age);
        let right = self.inner.right() - taken;
        let mut x = self.inner.x;
        // Where not even the name has room, the box's place on the page tells the time.
        if named <= self.inner.w - taken || self.inner.w > 84.0 {
            x += self.put(begin, x, right - x, detail, self.ink);
        }
        x += self.put(&said.name, x, right - x, self.kind.name, self.ink);
        if x + age - GAP <= right {
            x += self.put(&said.age, x, right - x, detail, self.ink);
            self.put(&said.kind, x, right - x, detail, SOFT);
        } else {
            self.whole &= said.age.is_empty() && said.kind.is_empty();
        }
        let unsaid = [&said.arrive, &said.overbooked, &said.notes, &said.phone];
        self.whole &= told && unsaid.iter().all(|text| text.is_empty());
    }

    fn several_lines(&mut self, said: &Said, place: &str, continued: Option<&str>) {
        let Type {
            name,
            detail,
            name_line,
            line,
        } = self.kind;
        let mut left = 1 + ((self.inner.h - 3.0 - name_line).max(0.0) / line) as usize;
        self.y = self.inner.y + 1.2 + name.size;
        let aged = if said.age.is_empty() {
            0.0
        } else {
            GAP + self.width(&said.age, detail)
        };
        let named = self.width(&said.name, name);
        let (taken, told) = self.status(said, named + aged);
        let first = self.inner.w - taken;
        let most = if left >= 4 { 2 } else { 1 };
        let lines = wrap::wrap(self.shaper, &said.name, name, first, most);
        self.whole &= lines.whole;
        let mut end = 0.0;
        for (index, shaped) in lines.lines.into_iter().enumerate() {
            if index > 0 {
                self.y += name_line;
                left -= 1;
            }
            end = self.page.put(self.inner.x, self.y, shaped, name, self.ink);
            if said.look == Look::Off {
                let y = self.y - name.size * 0.3;
                self.page
                    .rule((self.inner.x, y), (self.inner.x + end, y), SOFT, 0.5);
            }
        }
        let age_fits = end + aged <= first;
        if age_fits {
            self.put(&said.age, self.inner.x + end + GAP, aged, detail, self.ink);
        }
        left -= 1;
        self.y += 0.6;

        let age = if age_fits { "" } else { &said.age };
        let moved = if told { "" } else { &said.status };
        let (rest, told) = self.when(said, continued, moved, left);
        left = rest;
        let moved = if told { "" } else { moved };
        left = self.lines(
            &join(&[age, moved, &said.overbooked, &said.arrive]),
            left,
            2,
            self.ink,
        );
        let for_phone = usize::from(!said.phone.is_empty() && (left >= 2 || said.notes.is_empty()));
        let after_notes = self.lines(
            &said.notes,
            left.saturating_sub(for_phone),
            usize::MAX,
            self.ink,
        );
        left = if said.notes.is_empty() {
            left
        } else {
            after_notes + for_phone
        };
        left = self.phone(&said.phone, left);
        if left > 0 {
            // Told by the page already, so it is no loss where there is no room.
            let whole = self.whole;
            self.lines(place, left, 1, SOFT);
            self.whole = whole;
        }
    }

    /// The times, the type and the word for the status if it is still to be told, on one line where they fit; returns how
    /// many lines are left then and whether the status is told.
    fn when(
        &mut self,
        said: &Said,
        continued: Option<&str>,
        status: &str,
        left: usize,
    ) -> (usize, bool) {
        let detail = self.kind.detail;
        if left == 0 {
            self.whole = false;
            return (0, false);
        }
        self.y += self.kind.line;
        let times = continued.map_or_else(
            || said.times.clone(),
            |word| format!("{} ({word})", said.times),
        );
        let x = self.put(&times, self.inner.x, self.inner.w, detail, self.ink);
        let left = left - 1;
        let kind = self.width(&said.kind, detail);
        let fits = x + kind <= self.inner.w;
        let taken = x + if fits && kind > 0.0 { kind + GAP } else { 0.0 };
        let style = self.small();
        let told = !status.is_empty()
            && (fits || left > 0)
            && taken + self.width(status, style) <= self.inner.w;
        if told {
            let right = (self.inner.right(), self.y);
            self.page
                .write_to(self.shaper, status, right, self.inner.w, style, self.ink);
        }
        if fits || left == 0 {
            self.put(
                &said.kind,
                self.inner.x + x,
                self.inner.w - x,
                detail,
                self.ink,
            );
            return (left, told);
        }
        (self.lines(&said.kind, left, 2, self.ink), told)
    }

    /// A number that is not all there is worse than none.
    fn phone(&mut self, phone: &str, left: usize) -> usize {
        let style = self.kind.detail;
        if phone.is_empty()
            || wrap::wrap(self.shaper, phone, style, self.inner.w, left.min(2)).whole
        {
            return self.lines(phone, left, 2, self.ink);
        }
        self.whole = false;
        left
    }

    /// Writes a text over at most `most` of the lines that are left; returns how many are left then.
    fn lines(&mut self, text: &str, left: usize, most: usize, grey: Grey) -> usize {
        if text.is_empty() {
            return left;
        }
        if left == 0 {
            self.whole = false;
            return 0;
        }
        let style = self.kind.detail;
        let fitted = wrap::wrap(self.shaper, text, style, self.inner.w, most.min(left));
        self.whole &= fitted.whole;
        let count = fitted.lines.len();
        for shaped in fitted.lines {
            self.y += self.kind.line;
            self.page.put(self.inner.x, self.y, shaped, style, grey);
        }
        left.saturating_sub(count)
    }
}

fn join(parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(" \u{b7} ")
}
