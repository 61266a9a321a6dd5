//! The desk's flows in the real window, twice: by keys alone, counted, and by mouse alone but for
//! what has to be written.

use crate::days::{next_monday, today};
use crate::page::Page;
use crate::practice::{PASSPHRASE, practice};
use crate::with_desktop;
use fantoccini::key::Key;

/// Keystrokes that a known patient's booking into the next opening may take, beyond the name.
const MOST_KEYS: usize = 12;

#[test]
fn s15_every_flow_by_keys_alone() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let page = Page::open(&stage, &practice).await;
        page.see("unlock-passphrase").await;
        page.type_to_window(PASSPHRASE).await;
        page.press(Key::Enter).await;
        page.find("[data-visit]").await;

        page.press(Key::Down).await;
        page.read("panel-name", "Zoë").await;
        for (key, status) in [
            ("c", "confirmed"),
            ("a", "arrived"),
            ("s", "in chair"),
            ("d", "done"),
        ] {
            page.type_to_window(key).await;
            page.read_first("panel-status", status).await;
        }
        page.press_with_control('z').await;
        page.read("panel-status", "in chair").await;
        page.press(Key::Escape).await;

        let monday = next_monday().format("%A, %-d %B").to_string();
        for _ in 0..(next_monday() - today()).num_days() {
            page.type_to_window("]").await;
        }
        page.read("day-title", &monday).await;
        page.see("day-summary").await;

        let mut keys = 0;
        page.type_to_window("b").await;
        keys += 1;
        page.see("book-patient").await;
        page.type_to_window("nwosu").await;
        page.read("book-patient-option-1", "Amara").await;
        page.press(Key::Enter).await;
        keys += 1;
        page.see("book-patient-chosen").await;
        for letter in ["c", "h"] {
            page.type_to_window(letter).await;
            keys += 1;
        }
        page.press(Key::Enter).await;
        keys += 1;
        page.read("panel-name", "Amara Nwosu").await;
        let kind = page
            .run(
                "return document.querySelector('[data-testid=panel-type]').selectedOptions[0].text",
            )
            .await;
        assert_eq!(kind.expect("the page runs a script"), "Check-up");
        assert!(keys <= MOST_KEYS, "{keys} keys beyond the name");
        println!("a known patient is booked by {keys} keys beyond the name");
        // Whether she is to be told is asked, and holds nothing up.
        page.type_to_window("n").await;

        let first = page.read("panel-when", ":").await;
        page.type_to_window("m").await;
        page.see("move-panel").await;
        for _ in 0..6 {
            page.press(Key::Down).await;
        }
        page.press(Key::Enter).await;
        page.gone("move-panel").await;
        let moved = page.read("panel-when", ":").await;
        assert_ne!(first, moved);
        page.press_with_control('z').await;
        page.read("panel-when", &first).await;
        page.press_with_control('y').await;
        page.read("panel-when", &moved).await;

        page.type_to_window("y").await;
        page.see("move-panel").await;
        for _ in 0..6 {
            page.press(Key::Down).await;
        }
        page.press(Key::Enter).await;
        page.gone("move-panel").await;
        assert_eq!(
            page.count("[data-visit]").await,
            2,
            "the visit and its copy"
        );
        page.press_with_control('z').await;
        page.gone_css("[data-visit] ~ [data-visit]").await;
        page.gone("panel-name").await;

        page.press(Key::Down).await;
        page.read("panel-name", "Amara Nwosu").await;
        page.type_to_window("x").await;
        page.see("cancel-reason").await;
        page.type_to_window("had a cold").await;
        page.press(Key::Enter).await;
        page.gone("cancel-reason").await;
        page.gone_css("[data-visit]").await;

        page.type_to_window("l").await;
        page.read("list-facts", "Amara Nwosu").await;
        page.press(Key::Enter).await;
        page.see("book-save").await;
        page.press(Key::Enter).await;
        page.gone_css("[data-testid^=list-row]").await;

        page.type_to_window("g").await;
        page.see("day-title").await;
        page.type_to_window("p").await;
        page.see("print-screen").await;
        page.press(Key::Escape).await;
        page.see("day-title").await;
        page.press_with_control('l').await;
        page.see("unlock-passphrase").await;
        page.close().await;
    });
}

#[test]
fn s15_every_flow_by_mouse() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        click_first_visit(&page).await;
        page.read("panel-name", "Zoë").await;
        for (id, status) in [
            ("panel-confirmed", "confirmed"),
            ("panel-arrived", "arrived"),
            ("panel-seated", "in chair"),
            ("panel-completed", "done"),
        ] {
            page.click(id).await;
            page.read_first("panel-status", status).await;
        }
        page.click("toast-undo").await;
        page.read("panel-status", "in chair").await;

        let monday = next_monday().format("%A, %-d %B").to_string();
        for _ in 0..(next_monday() - today()).num_days() {
            page.click("day-next").await;
        }
        page.read("day-title", &monday).await;
        page.click("day-book").await;
        page.write("book-patient", "nwosu").await;
        page.click("book-patient-option-1").await;
        page.click("book-save").await;
        page.read("panel-name", "Amara Nwosu").await;
        page.click("tell-no").await;

        page.click("panel-pin").await;
        page.click("pin-1-place").await;
        page.click("day-next").await;
        let tuesday = next_monday().succ_opt().expect("a day has a next");
        page.read("day-title", &tuesday.format("%A, %-d").to_string())
            .await;
        page.click("move-commit").await;
        page.gone("move-panel").await;
        click_first_visit(&page).await;
        page.read("panel-name", "Amara Nwosu").await;

        page.click("panel-cancel").await;
        page.write("cancel-reason", "had a cold").await;
        page.click("cancel-confirm").await;
        page.gone_css("[data-visit]").await;
        page.click("rail-lists").await;
        page.click("list-book").await;
        page.click("book-save").await;
        page.gone_css("[data-testid^=list-row]").await;

        page.click("rail-day").await;
        page.click("day-print").await;
        page.see("print-screen").await;
        page.click("print-close").await;
        page.click("rail-lock").await;
        page.see("unlock-passphrase").await;
        page.close().await;
    });
}

async fn click_first_visit(page: &Page) {
    let card = page.find("[data-visit]").await;
    card.click().await.expect("a visit can be clicked");
}
