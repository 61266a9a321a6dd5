//! The recovery code as a page to keep in a safe place (K3).

use crate::Result;
use crate::frame::{Desk, Heading};
use crate::page::{Area, HAIR, INK, Page};
use crate::paint::About;
use crate::text::wrap::Style;
use crate::view::Sheet;

const BODY: Style = Style::regular(11.0);
const CODE: Style = Style::bold(22.0);
const LINE: f32 = 17.0;

/// The page: what the code is for, the code in groups, and where to keep it.
pub(crate) fn sheet(practice: &str, code: &str, sheet: &Sheet) -> Result<(Vec<Page>, About)> {
    let mut desk = Desk::new(sheet)?;
    let heading = Heading {
        practice: practice.to_owned(),
        title: desk.words.say("recovery-title"),
        subject: String::new(),
        part: String::new(),
    };
    let (mut page, area) = desk.page(&heading);
    let mut y = paragraph(&mut desk, &mut page, area, area.y + 8.0, "recovery-what");
    y += 26.0;
    let groups: Vec<&str> = code.split('-').collect();
    let rows: Vec<String> = groups.chunks(3).map(|row| row.join("   ")).collect();
    let frame = Area {
        y: y - 22.0,
        h: rows.len() as f32 * 34.0 + 20.0,
        ..area
    };
    page.frame(frame, HAIR, 0.8, false);
    for row in rows {
        y += 12.0;
        page.write(
            &mut desk.shaper,
            &row,
            (area.x + 24.0, y),
            area.w - 48.0,
            CODE,
            INK,
        );
        y += 22.0;
    }
    y += 24.0;
    for key in ["recovery-keep", "recovery-lost", "recovery-use"] {
        y = paragraph(&mut desk, &mut page, area, y, key) + 8.0;
    }
    desk.pages.push(page);
    let about = About {
        title: heading.title,
        made_at: sheet.made_at,
    };
    Ok((desk.finish(), about))
}

fn paragraph(desk: &mut Desk<'_>, page: &mut Page, area: Area, from: f32, key: &str) -> f32 {
    let text = desk.words.say(key);
    let area = Area { y: from, ..area };
    page.paragraph(&mut desk.shaper, &text, area, (BODY, LINE, INK), usize::MAX)
        .0
}
