//! A letter to a patient with their visits to come.
//!
//! The address stands where the window of the usual envelope is: DIN 5008 form B for A4 (address field from 45 mm, folded at
//! 105 and 210 mm), a US #10 window envelope for Letter, whose sheet is folded in three.

use crate::Result;
use crate::coming::{ComingVisit, Told};
use crate::frame::Desk;
use crate::page::{Area, FAINT, HAIR, INK, MM, Page, SOFT};
use crate::paint::About;
use crate::text::clean;
use crate::text::wrap::Style;
use crate::view::{Orientation, Paper, Sheet};

/// What the letter says, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterView {
    /// Name of the practice.
    pub practice: String,
    /// The practice's number; may be empty.
    pub phone: String,
    /// Name and address as on the envelope, a line each; the first is the name.
    pub address: Vec<String>,
    /// Name to be greeted by (P6).
    pub greeting: String,
    /// Whether it goes to the parents of whom it is about, since nobody knows their names (P5).
    pub to_parents: bool,
    /// Whose visits they are, where the letter goes to somebody else, such as a guardian (P5).
    pub about: Option<String>,
    /// In the order in which they come.
    pub visits: Vec<ComingVisit>,
}

/// Where things stand on a sheet, in points from its top left corner.
struct Form {
    /// Where the lines of the letter begin and end.
    left: f32,
    right: f32,
    /// Baseline of the practice's name.
    head: f32,
    /// The line above the address that says where a letter that cannot be delivered goes, and its baseline.
    sender: Option<f32>,
    /// The part of the window that shows whichever way the sheet lies in its envelope.
    window: Area,
    /// Baseline of the date.
    date: f32,
    /// Top of the text.
    text: f32,
    /// Where the sheet is folded; marked at its edge.
    folds: [f32; 2],
    /// Where it is punched.
    punch: Option<f32>,
    bottom: f32,
}

const BODY: Style = Style::regular(10.5);
const LEADING: f32 = 15.0;
const SMALL: Style = Style::regular(8.0);

impl Form {
    fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self {
                left: 25.0 * MM,
                right: 190.0 * MM,
                head: 22.0 * MM,
                sender: Some(59.6 * MM),
                window: Area {
                    x: 25.0 * MM,
                    y: 62.7 * MM,
                    w: 80.0 * MM,
                    h: 27.3 * MM,
                },
                date: 100.5 * MM,
                text: 108.0 * MM,
                folds: [105.0 * MM, 210.0 * MM],
                punch: Some(148.5 * MM),
                bottom: 277.0 * MM,
            },
            Paper::Letter => Self {
                left: 72.0,
                right: 540.0,
                head: 58.0,
                sender: None,
                window: Area {
                    x: 72.0,
                    y: 2.5 * 72.0,
                    w: 3.35 * 72.0,
                    h: 0.68 * 72.0,
                },
                date: 286.0,
                text: 304.0,
                folds: [264.0, 528.0],
                punch: None,
                bottom: 730.0,
            },
        }
    }
}

/// The letter, over as many pages as its visits need.
pub(crate) fn letter(view: &LetterView, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    // An envelope has its window where an upright sheet has its address.
    let sheet = &Sheet {
        orientation: Orientation::Portrait,
        ..sheet.clone()
    };
    let mut desk = Desk::new(sheet)?;
    let form = Form::of(sheet.paper);
    let subject = desk.words.say("letter-subject");
    let mut writing = Writing {
        page: Page::blank(sheet),
        y: form.text,
        form: &form,
        desk: &mut desk,
    };
    writing.head(view);
    writing.text(view, &subject);
    let page = writing.page;
    desk.pages.push(page);
    let about = About {
        title: [clean::line(&view.practice), subject].join(" \u{b7} "),
        made_at: sheet.made_at,
    };
    let pages = if desk.pages.len() > 1 {
        desk.finish()
    } else {
        desk.pages
    };
    Ok((pages, about))
}

struct Writing<'w, 'a> {
    page: Page,
    y: f32,
    form: &'w Form,
    desk: &'w mut Desk<'a>,
}

impl Writing<'_, '_> {
    /// Sender, address, date and the marks at the edge.
    fn head(&mut self, view: &LetterView) {
        let Form {
            left,
            right,
            head,
            sender,
            window,
            date,
            folds,
            punch,
            ..
        } = *self.form;
        let practice = clean::line(&view.practice);
        let phone = clean::line(&view.phone);
        let shaper = &mut self.desk.shaper;
        let page = &mut self.page;
        let room = right - left;
        let taken = page.write_to(
            shaper,
            &phone,
            (right, head),
            room * 0.4,
            Style::regular(9.5),
            INK,
        );
        page.write(
            shaper,
            &practice,
            (left, head),
            room - taken - 12.0,
            Style::bold(15.0),
            INK,
        );
        page.rule((left, head + 7.0), (right, head + 7.0), HAIR, 0.5);
        if let Some(y) = sender {
            let back = [practice.as_str(), phone.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" \u{b7} ");
            page.write(shaper, &back, (left, y), window.w, SMALL, SOFT);
            page.rule((left, y + 2.6), (left + window.w, y + 2.6), FAINT, 0.4);
        }
        let mut address = view.address.clone();
        if let (true, Some(name)) = (view.to_parents, address.first_mut()) {
            let fill = [("name", clean::line(name).into())];
            *name = self.desk.words.fill("letter-parents", fill);
        }
        self.address(&address);
        let made_at = self.desk.sheet.made_at.date();
        let text = self.desk.words.date("date-long", made_at);
        let shaper = &mut self.desk.shaper;
        let page = &mut self.page;
        page.write_to(shaper, &text, (right, date), room, BODY, INK);
        for y in folds {
            page.rule((14.0, y), (26.0, y), HAIR, 0.4);
        }
        if let Some(y) = punch {
            page.rule((14.0, y), (32.0, y), HAIR, 0.4);
        }
    }

    /// The address, in lines that the window shows all of: smaller when there are many.
    fn address(&mut self, lines: &[String]) {
        let window = self.form.window;
        let lines: Vec<String> = lines
            .iter()
            .map(|line| clean::line(line))
            .filter(|line| !line.is_empty())
            .collect();
        let leading = (window.h / lines.len().max(1) as f32).min(14.0);
        let size = (leading * 0.79).clamp(6.5, 11.0);
        let mut y = window.y;
        for line in lines {
            y += leading;
            if y > window.bottom() + 0.1 {
                break;
            }
            let at = (window.x, y - leading * 0.24);
            let styles = [size, size * 0.9, size * 0.8, size * 0.7].map(Style::regular);
            let shaper = &mut self.desk.shaper;
            let style = crate::text::wrap::largest(shaper, &line, &styles, window.w);
            self.page.write(shaper, &line, at, window.w, style, INK);
        }
    }

    fn text(&mut self, view: &LetterView, subject: &str) {
        self.paragraph(subject, Style::bold(12.0), 15.0);
        self.y += 14.0;
        let name = clean::line(&view.greeting);
        let greeting = if view.to_parents {
            self.desk.words.say("letter-greeting-parents")
        } else {
            self.desk
                .words
                .fill("letter-greeting", [("name", name.into())])
        };
        self.paragraph(&greeting, BODY, LEADING);
        self.y += 7.0;
        let count = view.visits.len();
        let opening = match &view.about {
            Some(patient) => self.desk.words.fill(
                "letter-opening-about",
                [
                    ("count", count.into()),
                    ("patient", clean::line(patient).into()),
                ],
            ),
            None => self.desk.words.count("letter-opening", count),
        };
        self.paragraph(&opening, BODY, LEADING);
        self.y += 10.0;
        let told: Vec<Told> = view
            .visits
            .iter()
            .map(|visit| Told::of(visit, &self.desk.words))
            .collect();
        self.table(&told);
        self.y += 12.0;
        let phone = clean::line(&view.phone);
        let closing = if phone.is_empty() {
            self.desk.words.say("letter-closing-no-phone")
        } else {
            self.desk
                .words
                .fill("letter-closing", [("phone", phone.into())])
        };
        self.paragraph(&closing, BODY, LEADING);
        self.y += 12.0;
        let regards = self.desk.words.say("letter-regards");
        // A name alone on a page is no letter.
        self.room(4.0 * LEADING);
        self.paragraph(&regards, BODY, LEADING);
        self.y += 22.0;
        self.paragraph(&clean::line(&view.practice), BODY, LEADING);
    }

    /// The visits: the day, when to be there, when it begins, with whom.
    fn table(&mut self, visits: &[Told]) {
        let early = visits.iter().any(|visit| visit.arrives_early);
        let width = self.form.right - self.form.left;
        // Shares of the width of day, arrival, beginning, provider.
        let shares: &[f32] = if early {
            &[0.42, 0.2, 0.14, 0.24]
        } else {
            &[0.46, 0.0, 0.2, 0.34]
        };
        let mut x = self.form.left;
        let columns: Vec<(f32, f32)> = shares
            .iter()
            .map(|share| {
                let column = (x, width * share);
                x += column.1;
                column
            })
            .collect();
        self.table_head(&columns);
        for visit in visits {
            let texts = [
                (&visit.day, Style::bold(10.5)),
                (&visit.be_there, Style::bold(10.5)),
                (&visit.begins, if early { BODY } else { Style::bold(10.5) }),
                (&visit.provider, BODY),
            ];
            let mut cells = Vec::new();
            for ((text, style), (x, w)) in texts.into_iter().zip(&columns) {
                if *w > 0.0 {
                    let shaper = &mut self.desk.shaper;
                    let fitted = crate::text::wrap::wrap(shaper, text, style, w - 8.0, 4);
                    cells.push((*x, style, fitted.lines));
                }
            }
            let lines = cells.iter().map(|(_, _, lines)| lines.len()).max();
            let height = lines.unwrap_or(1) as f32 * 13.5 + 7.5;
            if self.room(height) {
                self.table_head(&columns);
            }
            for (x, style, lines) in cells {
                let mut y = self.y + 2.5;
                for line in lines {
                    y += 13.5;
                    self.page.put(x, y - 1.5, line, style, INK);
                }
            }
            self.y += height;
            self.rule(FAINT);
        }
    }

    fn table_head(&mut self, columns: &[(f32, f32)]) {
        let keys = [
            "letter-day",
            "letter-arrive",
            "letter-begins",
            "letter-provider",
        ];
        self.y += 11.0;
        for (key, (x, w)) in keys.into_iter().zip(columns) {
            if *w > 0.0 {
                let text = self.desk.words.say(key);
                let at = (*x, self.y);
                let shaper = &mut self.desk.shaper;
                self.page
                    .write(shaper, &text, at, w - 8.0, Style::regular(8.6), SOFT);
            }
        }
        self.y += 4.5;
        self.rule(HAIR);
    }

    fn rule(&mut self, grey: f32) {
        let from = (self.form.left, self.y);
        self.page.rule(from, (self.form.right, self.y), grey, 0.5);
    }

    fn paragraph(&mut self, text: &str, style: Style, leading: f32) {
        let width = self.form.right - self.form.left;
        let lines = crate::text::wrap::wrap(&mut self.desk.shaper, text, style, width, usize::MAX);
        for line in lines.lines {
            self.room(leading);
            self.y += leading;
            self.page.put(self.form.left, self.y, line, style, INK);
        }
    }

    /// Turns the page when `height` does not fit any more; tells whether it did.
    fn room(&mut self, height: f32) -> bool {
        if self.y + height <= self.form.bottom {
            return false;
        }
        let next = Page::blank(self.desk.sheet);
        self.desk
            .pages
            .push(std::mem::replace(&mut self.page, next));
        self.y = self.form.head;
        true
    }
}
