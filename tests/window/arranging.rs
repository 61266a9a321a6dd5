//! What the desk does besides booking one visit, in the real window, twice: by keys alone, and by
//! mouse alone but for what has to be written.

use crate::days::{next_monday, today};
use crate::page::Page;
use crate::practice::{PASSPHRASE, practice, take_second_monday};
use crate::with_desktop;
use fantoccini::key::Key;

#[test]
fn s15_a_day_is_arranged_by_keys_alone() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        take_second_monday(&stage, &practice);
        let page = Page::open(&stage, &practice).await;
        page.see("unlock-passphrase").await;
        page.type_to_window(PASSPHRASE).await;
        page.press(Key::Enter).await;
        page.find("[data-visit]").await;

        // Through the waiting room to the end of the day.
        page.type_to_window("w").await;
        page.see("board").await;
        page.press(Key::Down).await;
        page.type_to_window("a").await;
        page.read("board-waiting", "Zoë").await;
        page.type_to_window("s").await;
        page.read("board-chairs", "Zoë").await;
        page.type_to_window("e").await;
        page.see("end-of-day").await;
        page.type_to_window("d").await;
        page.see("end-all-done").await;
        page.press(Key::Escape).await;

        // Somebody new, booked for Tuesday while on the phone.
        go_to_monday(&page).await;
        page.type_to_window("]").await;
        page.read("day-title", "Tuesday").await;
        page.see("day-summary").await;
        page.type_to_window("b").await;
        page.see("book-patient").await;
        page.type_to_window("Ines Caldeira").await;
        page.read("book-patient-new", "Ines Caldeira").await;
        page.press(Key::Enter).await;
        page.tab_to("book-new-phone").await;
        page.type_to_window("07700 900123").await;
        page.press(Key::Enter).await;
        page.read("panel-name", "Ines Caldeira").await;
        page.type_to_window("n").await;

        // She would come sooner, and on Monday there is room.
        page.type_to_window("q").await;
        page.see("asap-off").await;
        page.press(Key::Escape).await;
        page.type_to_window("[").await;
        page.read("day-title", "Monday").await;
        page.see("day-summary").await;
        page.type_to_window("f").await;
        page.read("gap-candidate-1", "Ines Caldeira").await;
        page.press(Key::Enter).await;
        page.gone("gap-panel").await;
        page.press_with_control('z').await;
        // What was taken back is shown where it stands again.
        page.read("day-title", "Tuesday").await;

        // Three Mondays, of which the second is taken.
        go_to_monday(&page).await;
        page.type_to_window("b").await;
        page.see("book-patient").await;
        page.type_to_window("nwosu").await;
        page.read("book-patient-option-1", "Amara").await;
        page.press(Key::Enter).await;
        page.see("book-patient-chosen").await;
        page.tab_to("book-repeat").await;
        page.type_to_window(" ").await;
        page.tab_to("series-count").await;
        page.press_with_control('a').await;
        page.type_to_window("3").await;
        page.press(Key::Enter).await;
        page.read("series-date-2", "Zoë").await;
        page.tab_to("series-rest").await;
        page.press(Key::Enter).await;
        page.gone("series-answer").await;
        page.read("panel-name", "Amara Nwosu").await;
        page.type_to_window("n").await;
        page.press(Key::Escape).await;

        // Parked while another day is looked at, put there, and made longer.
        page.press(Key::Down).await;
        page.read("panel-name", "Amara Nwosu").await;
        page.type_to_window("r").await;
        page.see("pin-1-place").await;
        page.type_to_window("]").await;
        page.read("day-title", "Tuesday").await;
        page.see("day-summary").await;
        page.tab_to("pin-1-place").await;
        page.press(Key::Enter).await;
        page.see("move-panel").await;
        page.read("move-live", "Ines Caldeira").await;
        for _ in 0..6 {
            page.press(Key::Down).await;
        }
        page.gone("move-live").await;
        page.type_to_window("+").await;
        page.type_to_window("+").await;
        page.press(Key::Enter).await;
        page.gone("pinboard").await;
        page.read("panel-when", "Tue").await;
        page.read("panel-when", "08:30–09:10").await;
        page.type_to_window("n").await;
        page.press(Key::Escape).await;

        // The family, one after the other.
        page.type_to_window("b").await;
        page.see("book-patient").await;
        page.type_to_window("adeyemi").await;
        page.read("book-patient-option-1", "Tobi").await;
        page.press(Key::Enter).await;
        page.tab_to("book-family").await;
        page.press(Key::Enter).await;
        page.tab_to("family-2").await;
        page.type_to_window(" ").await;
        page.tab_to("family-side").await;
        page.press(Key::Right).await;
        page.tab_to("family-find").await;
        page.press(Key::Enter).await;
        page.see("family-opening-1").await;
        page.tab_to("family-opening-1").await;
        page.press(Key::Enter).await;
        page.tab_to("book-save").await;
        page.press(Key::Enter).await;
        page.gone("booking-panel").await;
        page.find("[data-visit] ~ [data-visit], .visit ~ .visit")
            .await;
        page.type_to_window("n").await;
        page.press(Key::Escape).await;

        // Somebody who waits for a time.
        page.type_to_window("l").await;
        page.see("list-tab-waiting").await;
        page.type_to_window("3").await;
        page.type_to_window("a").await;
        page.see("waiting-patient").await;
        page.type_to_window("thorsd").await;
        page.read("waiting-patient-option-1", "Zoë").await;
        page.press(Key::Enter).await;
        page.tab_to("waiting-note").await;
        page.type_to_window("only mornings").await;
        page.tab_to("waiting-save").await;
        page.press(Key::Enter).await;
        page.read("list-facts", "only mornings").await;
        page.type_to_window("g").await;
        page.see("day-title").await;

        // Time for the staff, taken back and made again.
        page.type_to_window("k").await;
        page.see("block-out-panel").await;
        page.tab_to("block-out-note").await;
        page.type_to_window("Team lunch").await;
        page.press(Key::Enter).await;
        page.read("block-out", "Team lunch").await;
        page.press_with_control('z').await;
        page.gone("block-out").await;
        page.press_with_control('y').await;
        page.read("block-out", "Team lunch").await;

        // A view of one's own, on a key.
        page.type_to_window("2").await;
        page.find("[data-testid^=week-day]").await;
        page.type_to_window("v").await;
        page.tab_to("view-name").await;
        page.type_to_window("The week").await;
        page.tab_to("view-key").await;
        page.type_to_window("F5").await;
        page.tab_to("view-save").await;
        page.press(Key::Enter).await;
        page.read("view-1", "The week").await;
        page.press(Key::Escape).await;
        page.type_to_window("1").await;
        page.gone_css("[data-testid^=week-day]").await;
        page.press(Key::F5).await;
        page.find("[data-testid^=week-day]").await;
        page.close().await;
    });
}

#[test]
fn s15_a_day_is_arranged_by_mouse() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        take_second_monday(&stage, &practice);
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.find("[data-visit]").await;

        page.click("rail-board").await;
        page.click_css("[data-testid^=board-arrived-]").await;
        page.read("board-waiting", "Zoë").await;
        page.click_css("[data-testid^=board-seated-]").await;
        page.read("board-chairs", "Zoë").await;
        page.click("board-end").await;
        page.click_css("[data-testid^=end-completed-]").await;
        page.see("end-all-done").await;

        page.click("rail-day").await;
        for _ in 0..(next_monday() - today()).num_days() {
            page.click("day-next").await;
        }
        page.click("day-next").await;
        page.read("day-title", "Tuesday").await;
        page.click("day-book").await;
        page.write("book-patient", "Ines Caldeira").await;
        page.click("book-patient-new").await;
        page.write("book-new-phone", "07700 900123").await;
        page.click("book-save").await;
        page.read("panel-name", "Ines Caldeira").await;
        page.click("tell-no").await;

        page.click("asap-on").await;
        page.see("asap-off").await;
        page.click("rail-lists").await;
        page.click("list-tab-asap").await;
        page.read("list-facts", "Ines Caldeira").await;
        page.click("list-book").await;
        page.click("sooner-opening-1").await;
        page.gone("sooner-panel").await;

        // The day is as it was left, or where she was moved to.
        page.click("rail-day").await;
        page.see("day-title").await;
        page.click("day-today").await;
        for _ in 0..(next_monday() - today()).num_days() {
            page.click("day-next").await;
        }
        page.read("day-title", &monday()).await;
        page.click("day-book").await;
        page.click("book-block").await;
        page.write("block-out-note", "Team lunch").await;
        page.click("block-out-save").await;
        page.read("block-out", "Team lunch").await;
        page.click("foot-undo").await;
        page.gone("block-out").await;
        page.click("day-book").await;
        page.write("book-patient", "nwosu").await;
        page.click("book-patient-option-1").await;
        page.click("book-repeat").await;
        page.write("series-count", "3").await;
        page.click("book-save").await;
        page.read("series-date-2", "Zoë").await;
        page.click("series-rest").await;
        page.gone("series-answer").await;
        page.read("panel-name", "Amara Nwosu").await;
        page.click("tell-no").await;

        page.click("panel-copy").await;
        page.click("day-next").await;
        page.read("day-title", "Tuesday").await;
        page.click("move-longer").await;
        page.click("move-commit").await;
        page.gone("move-panel").await;
        page.read("panel-when", "Tue").await;
        page.click("tell-no").await;

        page.click("day-book").await;
        page.write("book-patient", "adeyemi").await;
        page.click("book-patient-option-1").await;
        page.click("book-family").await;
        page.click("family-2").await;
        page.click("family-turn").await;
        page.click("family-find").await;
        page.click("family-opening-1").await;
        page.click("book-save").await;
        page.gone("booking-panel").await;
        page.click("tell-no").await;

        page.click("rail-lists").await;
        page.click("list-tab-waiting").await;
        page.click("list-add").await;
        page.write("waiting-patient", "thorsd").await;
        page.click("waiting-patient-option-1").await;
        page.write("waiting-note", "only mornings").await;
        page.click("waiting-save").await;
        page.read("list-facts", "only mornings").await;
        page.click("rail-day").await;
        page.see("day-title").await;

        page.click("views-open").await;
        page.click("view-span-week").await;
        page.find("[data-testid^=week-day]").await;
        page.write("view-name", "The week").await;
        page.choose("view-key", "F5").await;
        page.click("view-save").await;
        page.click("span-day").await;
        page.gone_css("[data-testid^=week-day]").await;
        page.click("view-1").await;
        page.find("[data-testid^=week-day]").await;
        page.close().await;
    });
}

fn monday() -> String {
    next_monday().format("%A, %-d %B").to_string()
}

/// From today, a day at a time.
async fn go_to_monday(page: &Page) {
    page.type_to_window("t").await;
    for _ in 0..(next_monday() - today()).num_days() {
        page.type_to_window("]").await;
    }
    page.read("day-title", &monday()).await;
    page.see("day-summary").await;
}
