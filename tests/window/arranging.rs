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
