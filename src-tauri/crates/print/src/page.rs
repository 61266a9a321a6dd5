//! A page before it is a PDF: what stands where, in points from the top left corner.

use std::rc::Rc;

use crate::text::shape::{Shaped, Shaper};
use crate::text::wrap::{self, Style};
use crate::view::{Orientation, Paper, Sheet};

/// 0 is black, 1 is white.
pub(crate) type Grey = f32;

pub(crate) const INK: Grey = 0.0;
pub(crate) const SOFT: Grey = 0.38;
pub(crate) const HAIR: Grey = 0.62;
pub(crate) const FAINT: Grey = 0.84;
pub(crate) const TINT: Grey = 0.945;

/// A rectangle, in points from the top left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) w: f32,
    pub(crate) h: f32,
}

impl Area {
    pub(crate) fn right(self) -> f32 {
        self.x + self.w
    }

    pub(crate) fn bottom(self) -> f32 {
        self.y + self.h
    }

    /// The area without a border of this width.
    pub(crate) fn inset(self, x: f32, y: f32) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
            w: (self.w - 2.0 * x).max(0.0),
            h: (self.h - 2.0 * y).max(0.0),
        }
    }
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line of text; `y` is its baseline.
    Text {
        x: f32,
        y: f32,
        line: Rc<Shaped>,
        style: Style,
        grey: Grey,
    },
    /// A filled rectangle.
    Fill { area: Area, grey: Grey },
    /// The outline of a rectangle.
    Frame {
        area: Area,
        grey: Grey,
        width: f32,
        dashed: bool,
    },
    /// A straight line.
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        grey: Grey,
        width: f32,
    },
}

/// Where a visit was put.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    pub(crate) area: Area,
    /// Number of the column on the whole view.
    pub(crate) column: usize,
    /// Number of the visit in its column.
    pub(crate) visit: usize,
}

/// A page that is being filled.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
    pub(crate) placed: Vec<Placed>,
    margin: f32,
}

/// Width of the white border; no printer of sheets prints closer to the edge than this.
const MARGIN: f32 = 30.0;
/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

impl Page {
    pub(crate) fn blank(sheet: &Sheet) -> Self {
        let (short, long) = match sheet.paper {
            Paper::A4 => (595.276, 841.89),
            Paper::Letter => (612.0, 792.0),
        };
        let (width, height) = match sheet.orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        };
        Self::sized(width, height, MARGIN)
    }

    /// A page of any size, in points, with a white border that is not printed on.
    pub(crate) fn sized(width: f32, height: f32, margin: f32) -> Self {
        Self {
            width,
            height,
            marks: Vec::new(),
            placed: Vec::new(),
            margin,
        }
    }

    /// The part of the page that may be printed on.
    pub(crate) fn inner(&self) -> Area {
        Area {
            x: 0.0,
            y: 0.0,
            w: self.width,
            h: self.height,
        }
        .inset(self.margin, self.margin)
    }

    pub(crate) fn fill(&mut self, area: Area, grey: Grey) {
        self.marks.push(Mark::Fill { area, grey });
    }

    pub(crate) fn frame(&mut self, area: Area, grey: Grey, width: f32, dashed: bool) {
        self.marks.push(Mark::Frame {
            area,
            grey,
            width,
            dashed,
        });
    }

    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32), grey: Grey, width: f32) {
        self.marks.push(Mark::Rule {
            from,
            to,
            grey,
            width,
        });
    }

    /// Puts a shaped line with its baseline at `y`; returns its width.
    pub(crate) fn put(
        &mut self,
        x: f32,
        y: f32,
        line: Rc<Shaped>,
        style: Style,
        grey: Grey,
    ) -> f32 {
        let width = wrap::width(&line, style);
        self.marks.push(Mark::Text {
            x,
            y,
            line,
            style,
            grey,
        });
        width
    }

    /// Writes a line into `room` points, shortened if need be; returns its width and whether all of it is there.
    pub(crate) fn write(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        at: (f32, f32),
        room: f32,
        style: Style,
        grey: Grey,
    ) -> (f32, bool) {
        let fitted = wrap::fit(shaper, text, style, room);
        let width = fitted
            .lines
            .into_iter()
            .map(|line| self.put(at.0, at.1, line, style, grey))
            .sum();
        (width, fitted.whole)
    }

    /// Writes a line that ends at `right`; returns its width.
    pub(crate) fn write_to(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        at: (f32, f32),
        room: f32,
        style: Style,
        grey: Grey,
    ) -> f32 {
        let mut total = 0.0;
        for line in wrap::fit(shaper, text, style, room).lines {
            let width = wrap::width(&line, style);
            total += self.put(at.0 - width, at.1, line, style, grey);
        }
        total
    }

    /// Writes a text over up to `most` lines below `y`; returns where the next line may begin and whether all of it is there.
    pub(crate) fn paragraph(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        area: Area,
        (style, leading, grey): (Style, f32, Grey),
        most: usize,
    ) -> (f32, bool) {
        let fitted = wrap::wrap(shaper, text, style, area.w, most);
        let mut y = area.y;
        for line in fitted.lines {
            y += leading;
            self.put(area.x, y, line, style, grey);
        }
        (y, fitted.whole)
    }

    /// All text of the page, a line for each mark, for tests.
    #[cfg(test)]
    pub(crate) fn lines(&self) -> Vec<String> {
        let text = |mark: &Mark| match mark {
            Mark::Text { line, .. } => Some(
                line.runs
                    .iter()
                    .flat_map(|r| &r.clusters)
                    .map(|c| c.text.as_str())
                    .collect(),
            ),
            _ => None,
        };
        self.marks.iter().filter_map(text).collect()
    }
}
