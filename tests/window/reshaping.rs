//! What stands in the day is made longer and put elsewhere, and what is planned is booked, in the
//! real window, twice: by keys alone, and by mouse alone but for what has to be written.

use crate::days::{next_monday, today};
use crate::page::Page;
use crate::practice::{PASSPHRASE, practice};
use crate::with_desktop;
use fantoccini::elements::Element;
use fantoccini::key::Key;

#[test]
fn s15_time_is_blocked_moved_and_freed_by_keys_alone() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let page = Page::open(&stage, &practice).await;
        page.see("unlock-passphrase").await;
        page.type_to_window(PASSPHRASE).await;
        page.press(Key::Enter).await;
        page.find("[data-visit]").await;
        for _ in 0..(next_monday() - today()).num_days() {
            page.type_to_window("]").await;
        }
        page.read("day-title", &monday()).await;
        page.see("day-summary").await;

        page.type_to_window("k").await;
        page.has_the_keys("block-out-kind").await;
        page.tab_to("block-out-from").await;
        page.press_with_control('a').await;
        page.type_to_window("08:00").await;
        page.tab_to("block-out-to").await;
        page.press_with_control('a').await;
        page.type_to_window("09:00").await;
        page.press(Key::Enter).await;
        page.gone("block-out-panel").await;
        page.read("block-out", "08:00 to 09:00").await;

        page.tab_to("block-out").await;
        page.type_to_window("m").await;
        page.see("block-shift-panel").await;
        for _ in 0..6 {
            page.press(Key::Down).await;
        }
        page.type_to_window("+++").await;
        page.read("block-shift-to", &shown("08:30", "09:45")).await;
        page.press(Key::Enter).await;
        page.gone("block-shift-panel").await;
        page.read("block-out", "08:30 to 09:45").await;
        page.has_the_keys("block-out").await;
        page.press(Key::Enter).await;
        page.tab_to("block-out-remove").await;
        page.press(Key::Enter).await;
        page.gone("block-out").await;

        // What is agreed upon and not booked yet.
        page.type_to_window("l").await;
        page.see("list-tab-planned").await;
        page.type_to_window("5").await;
        page.read("list-empty", "Nothing planned").await;
        page.type_to_window("a").await;
        page.see("waiting-patient").await;
        page.type_to_window("nwosu").await;
        page.read("waiting-patient-option-1", "Amara").await;
        page.press(Key::Enter).await;
        page.tab_to("waiting-minutes").await;
        page.press_with_control('a').await;
        page.type_to_window("40").await;
        page.press(Key::Enter).await;
        page.read("list-facts", "Amara Nwosu").await;
        page.press(Key::Enter).await;
        page.see("book-save").await;
        page.press(Key::Enter).await;
        page.read("list-empty", "Nothing planned").await;
        page.close().await;
    });
}

#[test]
fn s15_time_is_blocked_moved_and_freed_by_mouse() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.find("[data-visit]").await;
        for _ in 0..(next_monday() - today()).num_days() {
            page.click("day-next").await;
        }
        page.read("day-title", &monday()).await;

        page.click("day-book").await;
        page.write("book-patient", "nwosu").await;
        page.click("book-patient-option-1").await;
        page.click("book-save").await;
        page.read("panel-when", &shown("08:00", "08:30")).await;
        page.click("tell-no").await;
        // Its lower edge is dragged down by its own height; the edge itself is a few pixels high.
        let height = height(&page.find("[data-visit]").await).await;
        let edge = page.find(".visit:has([data-visit]) .edge").await;
        page.drag(&edge, 0, height + 3).await;
        page.read("panel-when", &shown("08:00", "09:00")).await;
        page.click("panel-close").await;

        page.click("day-book").await;
        page.click("book-block").await;
        page.write("block-out-from", "10:00").await;
        page.write("block-out-to", "11:00").await;
        page.click("block-out-save").await;
        page.read("block-out", "10:00 to 11:00").await;
        let block = page.find("[data-block]").await;
        page.drag(&block, 0, height).await;
        page.read("block-out", "10:30 to 11:30").await;
        let edge = page.find("[data-block] .edge").await;
        page.drag(&edge, 0, height + 3).await;
        page.read("block-out", "10:30 to 12:00").await;
        page.click("block-out").await;
        page.click("block-out-remove").await;
        page.gone("block-out").await;

        page.click("rail-lists").await;
        page.click("list-tab-planned").await;
        page.click("list-add").await;
        page.write("waiting-patient", "adeyemi").await;
        page.click("waiting-patient-option-1").await;
        page.write("waiting-minutes", "40").await;
        page.click("waiting-save").await;
        page.read("list-facts", "Tobi Adeyemi").await;
        page.click("list-book").await;
        page.click("book-save").await;
        page.read("list-empty", "Nothing planned").await;
        page.close().await;
    });
}

fn monday() -> String {
    next_monday().format("%A, %-d %B").to_string()
}

/// A stretch of the day as it is shown.
fn shown(from: &str, to: &str) -> String {
    format!("{from}–{to}")
}

/// Of a visit as it is drawn, with the gap to the next.
async fn height(card: &Element) -> i64 {
    let (_, _, _, height) = card.rectangle().await.expect("it has a place");
    height as i64 + 2
}
