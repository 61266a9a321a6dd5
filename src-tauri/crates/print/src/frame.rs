//! What stands around every page: practice and date on top, page x of y below.

use crate::page::{Area, HAIR, INK, Mark, Page, SOFT, TINT};
use crate::text::clean;
use crate::text::shape::Shaper;
use crate::text::wrap::{self, Style};
use crate::view::Sheet;
use crate::words::Words;

const HEAD: f32 = 42.0;
const FOOT: f32 = 18.0;

/// What a page's head says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heading {
    pub(crate) practice: String,
    /// Large: the day, or whose week it is.
    pub(crate) title: String,
    /// Below the title.
    pub(crate) subject: String,
    /// Which part of the whole this page is.
    pub(crate) part: String,
}

/// What every layout needs at hand.
pub(crate) struct Desk<'a> {
    pub(crate) shaper: Shaper,
    pub(crate) words: Words,
    pub(crate) sheet: &'a Sheet,
    pub(crate) pages: Vec<Page>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(sheet: &'a Sheet) -> crate::Result<Self> {
        let words = Words::in_language(&sheet.language, sheet.twelve_hours)?;
        Ok(Self {
            shaper: Shaper::default(),
            words,
            sheet,
            pages: Vec::new(),
        })
    }

    /// A page with its head; returns it and the part that is left for the rest.
    pub(crate) fn page(&mut self, heading: &Heading) -> (Page, Area) {
        let mut page = Page::blank(self.sheet);
        let inner = page.inner();
        let shaper = &mut self.shaper;
        let title = Style::bold(16.0);
        let small = Style::regular(9.0);
        let right = inner.w * 0.4;
        let practice = page.write_to(
            shaper,
            &clean::line(&heading.practice),
            (inner.right(), inner.y + 14.0),
            right,
            Style::bold(10.0),
            INK,
        );
        page.write(
            shaper,
            &clean::line(&heading.title),
            (inner.x, inner.y + 14.0),
            inner.w - practice - 12.0,
            title,
            INK,
        );
        let part = page.write_to(
            shaper,
            &heading.part,
            (inner.right(), inner.y + 29.0),
            right,
            small,
            SOFT,
        );
        page.write(
            shaper,
            &heading.subject,
            (inner.x, inner.y + 29.0),
            inner.w - part - 12.0,
            small,
            SOFT,
        );
        (
            page,
            Area {
                y: inner.y + HEAD,
                h: inner.h - HEAD - FOOT,
                ..inner
            },
        )
    }

    /// A line in a grey bar that nobody overlooks; returns the height it took.
    pub(crate) fn notice(&mut self, page: &mut Page, area: Area, text: &str) -> f32 {
        let style = Style::bold(8.8);
        let lines = wrap::wrap(
            &mut self.shaper,
            &format!("\u{26a0} {text}"),
            style,
            area.w - 12.0,
            2,
        )
        .lines;
        let height = lines.len() as f32 * 11.5 + 5.0;
        let bar = Area { h: height, ..area };
        page.fill(bar, TINT);
        page.frame(bar, HAIR, 0.5, false);
        for (index, line) in lines.into_iter().enumerate() {
            page.put(
                area.x + 6.0,
                area.y + 11.5 * (index as f32 + 1.0),
                line,
                style,
                INK,
            );
        }
        height + 5.0
    }

    /// Puts the foot under every page, now that their number is known.
    pub(crate) fn finish(mut self) -> Vec<Page> {
        let count = self.pages.len();
        let made_at = self.sheet.made_at;
        let date = self.words.date("date-year", made_at.date());
        let printed = self.words.fill(
            "printed",
            [
                ("date", date.into()),
                ("time", self.words.time(made_at.time()).into()),
            ],
        );
        let style = Style::regular(8.0);
        let shaper = &mut self.shaper;
        for (index, page) in self.pages.iter_mut().enumerate() {
            let inner = page.inner();
            let y = inner.bottom() - 10.0;
            page.rule((inner.x, y), (inner.right(), y), HAIR, 0.4);
            let at = inner.bottom() - 1.0;
            let numbers = page.write_to(
                shaper,
                &self.words.page(index + 1, count),
                (inner.right(), at),
                inner.w / 2.0,
                style,
                SOFT,
            );
            page.write(
                shaper,
                &printed,
                (inner.x, at),
                inner.w - numbers - 12.0,
                style,
                SOFT,
            );
            group_texts(page);
        }
        self.pages
    }
}

/// Texts after shapes: nothing covers a letter, and the file is smaller.
pub(crate) fn group_texts(page: &mut Page) {
    let (shapes, texts): (Vec<Mark>, Vec<Mark>) = std::mem::take(&mut page.marks)
        .into_iter()
        .partition(|mark| !matches!(mark, Mark::Text { .. }));
    page.marks = shapes;
    page.marks.extend(texts);
}
