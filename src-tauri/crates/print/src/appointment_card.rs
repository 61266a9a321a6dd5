//! A card that a patient takes home: one page of the size of a visiting card or of a label of a label printer.
//!
//! Everything is black: the heads of label printers know no grey.

use crate::Result;
use crate::coming::{ComingVisit, Told};
use crate::frame::Desk;
use crate::page::{Area, INK, MM, Page};
use crate::paint::About;
use crate::text::clean;
use crate::text::wrap::{self, Style};
use crate::view::Sheet;

/// A patient's visits to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// Name of the practice.
    pub practice: String,
    /// The practice's number; may be empty.
    pub phone: String,
    /// Name as the desk says it (P6).
    pub patient: String,
    /// What stands for the name where it is not to be read.
    pub initials: String,
    /// In the order in which they come; the first is the one that the card is about.
    pub visits: Vec<ComingVisit>,
}

/// Width and height of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CardSize {
    /// 85 x 55 mm, a visiting card.
    #[default]
    Card,
    /// 62 x 29 mm.
    Label62x29,
    /// 57 x 32 mm.
    Label57x32,
    /// 89 x 36 mm.
    Label89x36,
}

impl CardSize {
    /// All there are.
    pub const ALL: [Self; 4] = [
        Self::Card,
        Self::Label62x29,
        Self::Label57x32,
        Self::Label89x36,
    ];

    /// Width and height in millimetres.
    pub fn millimetres(self) -> (f32, f32) {
        match self {
            Self::Card => (85.0, 55.0),
            Self::Label62x29 => (62.0, 29.0),
            Self::Label57x32 => (57.0, 32.0),
            Self::Label89x36 => (89.0, 36.0),
        }
    }
}

/// The card as a page.
pub(crate) fn card(view: &CardView, size: CardSize, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    let (width, height) = size.millimetres();
    let margin = if size == CardSize::Card { 4.5 } else { 2.0 };
    let mut page = Page::sized(width * MM, height * MM, margin * MM);
    let told: Vec<Told> = view
        .visits
        .iter()
        .map(|visit| Told::of(visit, &desk.words))
        .collect();
    let name = clean::line(if sheet.private {
        &view.initials
    } else {
        &view.patient
    });
    let pen = Pen {
        desk: &mut desk,
        page: &mut page,
        view,
        name: &name,
        told: &told,
    };
    if size == CardSize::Card {
        pen.card();
    } else {
        pen.label();
    }
    desk.pages.push(page);
    let about = About {
        title: clean::line(&view.practice),
        made_at: sheet.made_at,
    };
    Ok((desk.pages, about))
}

struct Pen<'p, 'a> {
    desk: &'p mut Desk<'a>,
    page: &'p mut Page,
    view: &'p CardView,
    name: &'p str,
    told: &'p [Told],
}

impl Pen<'_, '_> {
    fn card(mut self) {
        let inner = self.page.inner();
        let bottom = inner.bottom();
        let practice = clean::line(&self.view.practice);
        let phone = clean::line(&self.view.phone);
        let at = (inner.right(), inner.y + 8.0);
        let shaper = &mut self.desk.shaper;
        let small = Style::regular(8.0);
        let taken = self
            .page
            .write_to(shaper, &phone, at, inner.w * 0.5, small, INK);
        let at = (inner.x, inner.y + 8.0);
        let room = inner.w - taken - 8.0;
        self.page
            .write(shaper, &practice, at, room, Style::bold(8.6), INK);
        let y = inner.y + 13.5;
        self.page.rule((inner.x, y), (inner.right(), y), INK, 0.5);
        let y = self.name(y + 14.5);
        let Some((next, others)) = self.told.split_first() else {
            return;
        };
        let days = [next.day.as_str(), next.short_day.as_str()];
        let y = self.one_of(y + 19.0, &days, &[14.0, 12.6, 11.4].map(Style::bold));
        let y = self.times(y + 18.5, next, 14.0);
        let mut y = y + 2.5;
        if !next.provider.is_empty() {
            let with = self
                .desk
                .words
                .fill("card-with", [("provider", next.provider.as_str().into())]);
            y = self.line(y + 11.0, &with, &[8.6].map(Style::regular));
        }
        let keep = self.desk.words.say("card-keep");
        let area = Area {
            y: bottom - 1.0,
            ..inner
        };
        let lines = wrap::wrap(&mut self.desk.shaper, &keep, Style::regular(7.2), area.w, 2).lines;
        let mut top = bottom - 1.5 - 8.6 * lines.len().saturating_sub(1) as f32;
        let room = ((top - 11.0 - y) / 10.4).max(0.0) as usize;
        for line in lines {
            self.page.put(inner.x, top, line, Style::regular(7.2), INK);
            top += 8.6;
        }
        self.others(y + 1.5, others, room);
    }

    /// The name, over two lines where one is too short for it.
    fn name(&mut self, y: f32) -> f32 {
        let styles = [10.0, 9.0, 8.2].map(Style::regular);
        let inner = self.page.inner();
        let style = wrap::largest(&mut self.desk.shaper, self.name, &styles, inner.w);
        let lines = wrap::wrap(&mut self.desk.shaper, self.name, style, inner.w, 2).lines;
        let mut y = y;
        for (index, line) in lines.into_iter().enumerate() {
            y += if index > 0 { style.size * 1.2 } else { 0.0 };
            self.page.put(inner.x, y, line, style, INK);
        }
        y
    }

    /// The visits after the first, as many as have room, and how many more there are.
    fn others(&mut self, mut y: f32, others: &[Told], room: usize) {
        let shown = if others.len() > room {
            room.saturating_sub(1)
        } else {
            others.len()
        };
        let style = [8.2, 7.4].map(Style::regular);
        for visit in others.iter().take(shown) {
            let fill = [
                ("day", visit.short_day.as_str().into()),
                ("time", visit.be_there.as_str().into()),
            ];
            let text = self.desk.words.fill("card-then", fill);
            y = self.line(y + 10.4, &text, &style);
        }
        if shown < others.len() && room > 0 {
            let text = self.desk.words.count("card-more", others.len() - shown);
            self.line(y + 10.4, &text, &style);
        }
    }

    fn label(mut self) {
        let inner = self.page.inner();
        // The smallest label is the measure of all.
        let scale = (inner.h / 71.0).min(inner.w / 150.0);
        let styles = |sizes: [f32; 3], bold: bool| {
            sizes.map(|size| {
                let size = size * scale;
                if bold {
                    Style::bold(size)
                } else {
                    Style::regular(size)
                }
            })
        };
        let y = inner.y + 9.5 * scale;
        let y = self.line(y, self.name, &styles([9.6, 8.4, 7.2], false));
        if let Some((next, others)) = self.told.split_first() {
            let days = [next.day.as_str(), next.short_day.as_str()];
            let sizes = styles([12.0, 11.0, 10.2], true);
            let y = self.one_of(y + 15.0 * scale, &days, &sizes);
            let y = self.times(y + 15.0 * scale, next, 12.0 * scale);
            if !others.is_empty() {
                let text = self.desk.words.count("card-more", others.len());
                self.line(y + 11.0 * scale, &text, &styles([7.6, 7.2, 7.0], false));
            }
        }
        let practice = clean::line(&self.view.practice);
        let phone = clean::line(&self.view.phone);
        let style = Style::regular(7.4 * scale);
        let at = (inner.right(), inner.bottom() - 1.6 * scale);
        let shaper = &mut self.desk.shaper;
        let taken = self
            .page
            .write_to(shaper, &phone, at, inner.w * 0.6, style, INK);
        let room = inner.w - taken - 6.0 * scale;
        let at = (inner.x, at.1);
        self.page.write(shaper, &practice, at, room, style, INK);
    }

    /// When to be there, and beside it when the visit begins where that is later (S11).
    fn times(&mut self, y: f32, next: &Told, size: f32) -> f32 {
        let inner = self.page.inner();
        let small = Style::regular((size * 0.68).max(7.0));
        if !next.arrives_early {
            return self.line(y, &next.begins, &[Style::bold(size)]);
        }
        let words = &self.desk.words;
        let begins = words.fill("card-begins", [("time", next.begins.as_str().into())]);
        let asked = ["card-arrive", "card-arrive-short"].map(|key| words.say(key));
        let shaper = &mut self.desk.shaper;
        let page = &mut *self.page;
        let bold = Style::bold(size);
        let gap = size * 0.35;
        let known = wrap::width(&shaper.line(&next.be_there, bold.weight), bold)
            + wrap::width(&shaper.line(&begins, small.weight), small)
            + 2.0 * gap;
        let mut x = inner.x;
        for please in asked {
            let width = wrap::width(&shaper.line(&please, small.weight), small);
            if width + known <= inner.w {
                x += page.write(shaper, &please, (x, y), inner.w, small, INK).0 + gap;
                break;
            }
        }
        // Where nothing else has room, the time to be there is told all the same.
        let room = inner.right() - x;
        x += page
            .write(shaper, &next.be_there, (x, y), room, bold, INK)
            .0
            + gap;
        page.write(shaper, &begins, (x, y), inner.right() - x, small, INK);
        y
    }

    /// A line in the largest of the styles in which it fits.
    fn line(&mut self, y: f32, text: &str, styles: &[Style]) -> f32 {
        self.one_of(y, &[text], styles)
    }

    /// The first of the texts that fits in one of the styles, the largest that does.
    fn one_of(&mut self, y: f32, texts: &[&str], styles: &[Style]) -> f32 {
        let inner = self.page.inner();
        let shaper = &mut self.desk.shaper;
        let mut chosen = (
            texts.last().copied().unwrap_or_default(),
            styles.last().copied().unwrap_or(Style::regular(8.0)),
        );
        'found: for text in texts {
            for style in styles {
                let line = shaper.line(text, style.weight);
                if wrap::width(&line, *style) <= inner.w {
                    chosen = (text, *style);
                    break 'found;
                }
            }
        }
        let (text, style) = chosen;
        self.page
            .write(shaper, text, (inner.x, y), inner.w, style, INK);
        y
    }
}
