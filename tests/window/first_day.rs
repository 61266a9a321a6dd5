//! The first day of a practice: from nothing to its printed day, and open again after a lock.

use crate::days::{next_monday, show_next_visits};
use crate::page::Page;
use crate::stage::Stage;
use crate::with_desktop;
use fantoccini::key::Key;
use std::path::Path;

pub(crate) const PASSPHRASE: &str = "seven quiet chairs by the window";
const PATIENTS: &str = "First name,Last name,Date of birth,Mobile,Email\n\
    Amara,Nwosu,1992-03-14,+44 7700 900481,amara@example.org\n\
    Zoë,Þórsdóttir,1980-12-01,+354 555 0199,zoe@example.org\n\
    小明,王,1975-07-20,+86 10 5550 1234,\n";

#[test]
fn a_practice_from_its_set_up_to_its_printed_day() {
    with_desktop(|stage| async move {
        let practice = stage.folder("practice");
        let page = Page::open(&stage, &practice).await;
        set_up(&page).await;
        import_patients(&stage, &page).await;
        book_and_clash(&page).await;
        drag_and_undo(&page).await;
        print(&page, &stage.folder("monday.pdf")).await;
        lock_and_unlock(&page).await;
        page.click("rail-settings").await;
        page.click("settings-appearance").await;
        page.click("theme-dark").await;
        page.find("[data-theme=dark]").await;
        page.close().await;
        let again = Page::open(&stage, &practice).await;
        again.see("unlock-passphrase").await;
        again.find("[data-theme=dark]").await;
        again.picture("unlock-dark").await;
        again.close().await;
    });
}

/// Goes through the wizard: Dr Okafor and Marta Silva, Chair 1 and Hygiene.
pub(crate) async fn set_up(page: &Page) {
    page.write("wizard-name", "Harbour Street Practice").await;
    page.write("wizard-zone", "Europe/Lisbon").await;
    page.picture("set-up-practice").await;
    page.click("wizard-next").await;
    page.read("wizard-title", "hours").await;
    page.click("wizard-next").await;
    page.write("wizard-provider-1", "Dr Okafor").await;
    page.click("wizard-provider-add").await;
    page.write("wizard-provider-2", "Marta Silva").await;
    page.click("wizard-next").await;
    page.write("wizard-chair-1", "Chair 1").await;
    page.click("wizard-chair-add").await;
    page.write("wizard-chair-2", "Hygiene").await;
    page.click("wizard-next").await;
    page.write("wizard-passphrase", PASSPHRASE).await;
    page.write("wizard-passphrase-again", PASSPHRASE).await;
    page.click("wizard-next").await;
    let code = page.read("wizard-recovery-code", "-").await;
    page.picture("set-up-recovery-code").await;

    page.write("wizard-recovery-typed", "not the code").await;
    page.click("wizard-next").await;
    page.find("[role=alert]").await;

    page.write("wizard-recovery-typed", &code).await;
    page.click("wizard-next").await;
    page.see("day-title").await;
}

async fn import_patients(stage: &Stage, page: &Page) {
    let file = stage.folder("patients.csv");
    std::fs::write(&file, PATIENTS).expect("a file to import");
    page.click("rail-import").await;
    page.write("import-path", &file.display().to_string()).await;
    page.click("import-look").await;
    page.see("import-run").await;
    page.picture("import-preview").await;
    page.click("import-run").await;
    page.read("import-created", "3").await;
    page.picture("import-report").await;
}

async fn book(page: &Page, patient: &str, time: &str) {
    page.click("rail-day").await;
    page.click("day-book").await;
    page.write("book-patient", patient).await;
    page.click("book-patient-option-1").await;
    page.choose("book-provider", "Dr Okafor").await;
    page.choose("book-chair", "Chair 1").await;
    page.write("book-date", &next_monday().to_string()).await;
    page.write("book-time", time).await;
    page.write("book-minutes", "60").await;
    page.click("book-save").await;
}

async fn book_and_clash(page: &Page) {
    book(page, "nwosu", "09:00").await;
    monday_is_shown_with(page, "Amara Nwosu").await;

    book(page, "thorsd", "09:30").await;
    let clash = page.read("error-note", "Amara Nwosu").await;
    assert!(clash.contains("09:00"), "it says when: {clash}");
    assert_eq!(clash.matches("Amara").count(), 1, "told once: {clash}");
    page.is_in_sight("book-anyway").await;
    page.picture("clash").await;
    // Another place that is free is one click away.
    page.write("book-time", "10:30").await;
    page.click("book-save").await;
    monday_is_shown_with(page, "Zoë").await;
}

/// After a booking its day is shown, whichever was shown before, and the visit is selected.
async fn monday_is_shown_with(page: &Page, patient: &str) {
    let monday = next_monday().format("%A, %-d %B").to_string();
    page.read("day-title", &monday).await;
    page.read("panel-name", patient).await;
    page.gone("book-save").await;
}

async fn drag_and_undo(page: &Page) {
    let visit = page.find("[data-visit]").await;
    let id = visit.attr("data-visit").await.expect("it has an attribute");
    let id = format!("visit-{}", id.expect("it has an id"));
    page.click(&id).await;
    let before = page.read("panel-when", "9:00").await;

    let card = page.see(&id).await;
    let (_, _, width, _) = card.rectangle().await.expect("it has a place");
    page.drag(&card, width as i64, 0).await;
    let after = page.read("panel-when", "Hygiene").await;
    assert_ne!(before, after);
    page.picture("moved").await;

    page.press(Key::Escape).await;
    page.press_with_control('z').await;
    page.click(&id).await;
    let undone = page.read("panel-when", "Chair 1").await;
    assert_eq!(before, undone);
    page.gone("toast-undo").await;
}

async fn print(page: &Page, file: &Path) {
    page.click("day-print").await;
    page.find("[data-testid=print-pages][aria-busy=false] canvas")
        .await;
    page.picture("print-preview").await;
    page.find("details summary")
        .await
        .click()
        .await
        .expect("it opens");
    page.write("print-path", &file.display().to_string()).await;
    page.click("print-save-path").await;
    page.read("toast", "monday.pdf").await;
    let pdf = std::fs::read(file).expect("the PDF was saved");
    assert!(pdf.starts_with(b"%PDF-"));
    page.click("print-close").await;
}

async fn lock_and_unlock(page: &Page) {
    page.click("rail-lock").await;
    page.write("unlock-passphrase", "seven loud chairs").await;
    page.click("unlock-open").await;
    page.find("[data-testid=error-note][data-code=wrong_secret]")
        .await;
    page.picture("wrong-passphrase").await;
    assert_eq!(
        page.count("[data-visit]").await,
        0,
        "nothing of the day is left"
    );

    page.write("unlock-passphrase", PASSPHRASE).await;
    page.click("unlock-open").await;
    show_next_visits(page).await;
}
