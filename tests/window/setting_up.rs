//! What a practice sets, takes over and keeps for the day the power fails, in the real window,
//! twice: by keys alone, and by mouse alone but for what has to be written.

use crate::days::{next_monday, today};
use crate::page::Page;
use crate::practice::{PASSPHRASE, practice, take_second_monday, text};
use crate::stage::Stage;
use crate::with_desktop;
use chrono::Days;
use fantoccini::key::Key;
use std::path::{Path, PathBuf};

#[test]
fn s15_a_practice_is_set_up_by_keys_alone() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        take_second_monday(&stage, &practice);
        let calendar = calendar(&stage);
        let folder = sheets(&stage);
        let book = stage.folder("patients.vcf");
        let page = Page::open(&stage, &practice).await;
        page.see("unlock-passphrase").await;
        page.type_to_window(PASSPHRASE).await;
        page.press(Key::Enter).await;
        page.find("[data-visit]").await;

        page.command("appointment types").await;
        page.tab_to("type-add").await;
        page.press(Key::Enter).await;
        page.see("type-name").await;
        page.type_to_window("Whitening").await;
        page.tab_to("type-minutes").await;
        page.press_with_control('a').await;
        page.type_to_window("50").await;
        page.press(Key::Enter).await;
        page.read("settings-screen", "Whitening").await;
        page.has_the_keys("type-add").await;

        page.command("settings: providers").await;
        page.tab_to("provider-1").await;
        page.press(Key::Enter).await;
        page.tab_to("provider-own-hours").await;
        page.type_to_window(" ").await;
        page.tab_to("hours-0-0-to").await;
        page.press_with_control('a').await;
        page.type_to_window("19:00").await;
        page.press(Key::Enter).await;
        page.gone("provider-save").await;

        page.command("days off").await;
        page.tab_to("exception-add").await;
        page.press(Key::Enter).await;
        page.tab_to("exception-from").await;
        page.type_to_window(&written(1)).await;
        page.tab_to("exception-note").await;
        page.type_to_window("At a course").await;
        page.press(Key::Enter).await;
        page.read("settings-screen", "At a course").await;

        // A closure over Zoë's visit is asked about, another is not.
        page.command("closures").await;
        page.tab_to("closure-add").await;
        page.press(Key::Enter).await;
        page.see("closure-from").await;
        page.type_to_window(&written(7)).await;
        page.tab_to("closure-name").await;
        page.type_to_window("Team day").await;
        page.press(Key::Enter).await;
        page.see("closure-anyway").await;
        page.read("settings-screen", "Zoë").await;
        page.tab_to("closure-from").await;
        page.press_with_control('a').await;
        page.type_to_window(&written(2)).await;
        page.press(Key::Enter).await;
        page.see("closure-1-remove").await;

        page.command("power cut").await;
        page.tab_to("power-cut-on").await;
        page.type_to_window(" ").await;
        page.tab_to("power-cut-folder").await;
        page.type_to_window(text(&folder)).await;
        page.tab_to("power-cut-encrypted").await;
        page.press(Key::Down).await;
        page.tab_to("power-cut-save").await;
        page.press(Key::Enter).await;
        page.tab_to("power-cut-make").await;
        page.press(Key::Enter).await;
        page.see("power-cut-made").await;
        holds_a_sheet(&folder);

        page.command("import").await;
        page.tab_to("import-csv").await;
        page.press_until(Key::Down, "import-ics").await;
        page.tab_to("import-path").await;
        page.type_to_window(text(&calendar)).await;
        page.press(Key::Enter).await;
        page.see("import-run").await;
        page.tab_to("import-run").await;
        page.press(Key::Enter).await;
        page.read("import-created", "1").await;

        page.tab_to("exchange-import").await;
        page.press(Key::Right).await;
        page.see("export-run").await;
        page.tab_to("export-csv").await;
        page.press_until(Key::Down, "export-vcf").await;
        page.tab_to("export-path").await;
        page.type_to_window(text(&book)).await;
        page.press(Key::Enter).await;
        page.see("export-report").await;
        knows_everybody(&book);

        page.command("go to today").await;
        page.see("day-title").await;
        days_are_so(&page, true).await;
        page.close().await;
    });
}

#[test]
fn s15_a_practice_is_set_up_by_mouse() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        take_second_monday(&stage, &practice);
        let calendar = calendar(&stage);
        let folder = sheets(&stage);
        let book = stage.folder("patients.vcf");
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.find("[data-visit]").await;

        page.click("rail-settings").await;
        page.click("settings-types").await;
        page.click("type-add").await;
        page.write("type-name", "Whitening").await;
        page.write("type-minutes", "50").await;
        page.click("type-save").await;
        page.read("settings-screen", "Whitening").await;

        page.click("settings-providers").await;
        page.click("provider-1").await;
        page.click("provider-own-hours").await;
        page.write("hours-0-0-to", "19:00").await;
        page.click("provider-save").await;
        page.gone("provider-save").await;

        page.click("settings-exceptions").await;
        page.click("exception-add").await;
        page.write("exception-from", &written(1)).await;
        page.write("exception-note", "At a course").await;
        page.click("exception-save").await;
        page.read("settings-screen", "At a course").await;

        page.click("settings-closures").await;
        page.click("closure-add").await;
        page.write("closure-from", &written(7)).await;
        page.write("closure-name", "Team day").await;
        page.click("closure-save").await;
        page.see("closure-anyway").await;
        page.read("settings-screen", "Zoë").await;
        page.write("closure-from", &written(2)).await;
        page.click("closure-save").await;
        page.see("closure-1-remove").await;

        page.click("settings-power-cut").await;
        page.click("power-cut-on").await;
        page.write("power-cut-folder", text(&folder)).await;
        page.click("power-cut-plain").await;
        page.click("power-cut-save").await;
        page.click("power-cut-make").await;
        page.see("power-cut-made").await;
        holds_a_sheet(&folder);

        page.click("rail-import").await;
        page.click("import-ics").await;
        page.write("import-path", text(&calendar)).await;
        page.click("import-look").await;
        page.click("import-run").await;
        page.read("import-created", "1").await;

        page.click("exchange-export").await;
        page.click("export-vcf").await;
        page.write("export-path", text(&book)).await;
        page.click("export-run").await;
        page.see("export-report").await;
        knows_everybody(&book);

        page.click("rail-day").await;
        page.see("day-title").await;
        days_are_so(&page, false).await;
        page.close().await;
    });
}

/// Monday ends at seven and has an hour from the calendar blocked, on Tuesday nobody is in, on
/// Wednesday the practice is closed.
async fn days_are_so(page: &Page, by_keys: bool) {
    for _ in 0..(next_monday() - today()).num_days() {
        next_day(page, by_keys).await;
    }
    page.read("day-title", "Monday").await;
    page.read("day-scroll", "08:00–19:00").await;
    page.read("block-out", "Guild lunch").await;
    next_day(page, by_keys).await;
    page.read("day-title", "Tuesday").await;
    page.read("day-slots-1", "Not working").await;
    next_day(page, by_keys).await;
    page.read("day-title", "Wednesday").await;
    page.read("day-slots-1", "Team day").await;
}

async fn next_day(page: &Page, by_keys: bool) {
    if by_keys {
        page.type_to_window("]").await;
    } else {
        page.click("day-next").await;
    }
}

/// So many days after the next Monday, as somebody writes it.
fn written(later: u64) -> String {
    (next_monday() + Days::new(later))
        .format("%-d %b %Y")
        .to_string()
}

fn calendar(stage: &Stage) -> PathBuf {
    let file = stage.folder("okafor.ics");
    let day = next_monday().format("%Y%m%d");
    let words = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTART:{day}T120000\r\n\
         DURATION:PT1H\r\nSUMMARY:Guild lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    std::fs::write(&file, words).expect("a file");
    file
}

fn sheets(stage: &Stage) -> PathBuf {
    let folder = stage.folder("sheets");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn knows_everybody(book: &Path) {
    let cards = std::fs::read_to_string(book).expect("an address book was written");
    assert_eq!(cards.matches("BEGIN:VCARD").count(), 3);
    assert!(cards.contains("Þórsdóttir"), "{cards}");
}

fn holds_a_sheet(folder: &Path) {
    let names: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "pdf"))
        .collect();
    assert!(!names.is_empty(), "a sheet was made");
    for name in names {
        let bytes = std::fs::read(name).expect("it can be read");
        assert!(bytes.starts_with(b"%PDF"), "it is a PDF");
    }
}
