//! A mailbox is set up and tried, and what is booked is told by mail, in the real window: by mouse
//! and by keys.

use crate::days::{next_monday, today};
use crate::page::Page;
use crate::practice::{PASSPHRASE, practice};
use crate::stage::Stage;
use crate::with_desktop;
use fantoccini::key::Key;
use std::path::Path;
use testkit::MailServer;

#[test]
fn a_mailbox_is_set_up_by_mouse_and_what_is_booked_is_told_by_mail() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let server = MailServer::start();
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.find("[data-visit]").await;

        page.click("rail-settings").await;
        page.click("settings-mailbox").await;
        page.write("mailbox-from", "desk@harbour.example").await;
        page.write("mailbox-password", "a wrong one").await;
        page.write("mailbox-host", "127.0.0.1").await;
        page.write("mailbox-port", &server.port.to_string()).await;
        page.choose("mailbox-security", "None, on this computer only")
            .await;
        page.write("mailbox-user", "desk").await;
        server.refuse_logins(true);
        page.click("mailbox-test").await;
        page.read("mailbox-tested", "password").await;
        page.picture("mailbox-refused").await;
        server.refuse_logins(false);
        page.write("mailbox-password", "the right one").await;
        page.click("mailbox-test").await;
        page.read("mailbox-tested", "has taken the test mail").await;
        assert_eq!(server.wait_for(1)[0].to, "desk@harbour.example");
        page.click("mailbox-save").await;
        page.see("mailbox-remove").await;

        page.click("settings-messages").await;
        page.click_css("[data-testid=messages-no-phone] .link")
            .await;
        page.write("settings-phone", "020 7946 0018").await;
        page.click("settings-save").await;
        page.see("toast").await;

        book_amara(&page).await;
        tell(&stage, &practice);
        let told = server.wait_for(2).remove(1);
        assert_eq!(told.to, "amara@example.org");
        assert!(told.mail.contains("020 7946 0018"), "{}", told.mail);
        page.click("rail-messages").await;
        page.click("messages-tab-sent").await;
        page.read("messages-screen", "Booking confirmation").await;
        page.read("messages-screen", "Amara Nwosu").await;
        page.picture("messages-sent").await;
        page.click("messages-tab-coming").await;
        page.read("messages-screen", "Reminder").await;
        page.click_css("[data-testid=message-line] .link").await;
        page.read("patient-messages", "Booking confirmation").await;
        page.choose("consent-appointments-email", "no").await;
        page.read("patient-messages", "does not go").await;
        page.picture("patient-messages").await;
        page.close().await;
    });
}

#[test]
fn rules_texts_and_the_mailbox_are_reached_by_keys_alone() {
    with_desktop(|stage| async move {
        let practice = practice(&stage);
        let server = MailServer::start();
        let page = Page::open(&stage, &practice).await;
        page.see("unlock-passphrase").await;
        page.type_to_window(PASSPHRASE).await;
        page.press(Key::Enter).await;
        page.find("[data-visit]").await;

        page.command("settings: mailbox").await;
        page.tab_to("mailbox-from").await;
        page.type_to_window("desk@harbour.example").await;
        page.tab_to("mailbox-password").await;
        page.type_to_window("the right one").await;
        page.tab_to("mailbox-host").await;
        page.press_with_control('a').await;
        page.type_to_window("127.0.0.1").await;
        page.tab_to("mailbox-port").await;
        page.press_with_control('a').await;
        page.type_to_window(&server.port.to_string()).await;
        page.tab_to("mailbox-security").await;
        page.type_to_window("None").await;
        page.tab_to("mailbox-test").await;
        page.press(Key::Enter).await;
        page.read("mailbox-tested", "has taken the test mail").await;
        page.tab_to("mailbox-save").await;
        page.press(Key::Enter).await;
        page.see("mailbox-remove").await;

        page.command("settings: texts").await;
        page.see("text-preview").await;
        page.tab_to("text-body").await;
        page.press_with_control('a').await;
        page.type_to_window("See you on {day}, {frist_name}").await;
        page.read("settings-screen", "frist_name").await;
        page.press_with_control('a').await;
        page.type_to_window("See you on {day}, {first_name}").await;
        page.tab_to("text-save").await;
        page.press(Key::Enter).await;
        page.see("text-shipped").await;

        page.command("settings: messages").await;
        page.tab_to("rule-1").await;
        page.press(Key::Enter).await;
        page.has_the_keys("rule-kind").await;
        page.tab_to("rule-save").await;
        page.press(Key::Enter).await;
        page.has_the_keys("rule-1").await;

        page.command("coming").await;
        page.read("messages-none", "Nothing goes out").await;
        page.type_to_window("3").await;
        page.read("messages-none", "Nothing was sent").await;
        page.press(Key::Escape).await;
        page.see("day-title").await;
        page.close().await;
    });
}

async fn book_amara(page: &Page) {
    page.click("rail-day").await;
    // Far enough for a reminder to be still to come, whatever day the test runs on.
    for _ in 0..(next_monday() - today()).num_days() + 7 {
        page.click("day-next").await;
    }
    page.read("day-title", "Monday").await;
    page.click("day-book").await;
    page.write("book-patient", "nwosu").await;
    page.click("book-patient-option-1").await;
    page.click("book-save").await;
    page.read("panel-name", "Amara Nwosu").await;
    page.click("tell-yes").await;
}

/// What is due by tomorrow noon goes out now: nobody waits for it here.
fn tell(stage: &Stage, practice: &Path) {
    let noon = today().succ_opt().expect("a day has a next");
    let at = format!("{noon}T12:00:00Z");
    let run = |arguments: &[&str]| stage.daybook(practice, &stage.folder("passphrase"), arguments);
    let done = run(&["message", "tick", "--now", &at]);
    assert!(
        done.contains("1 sent"),
        "{done} {}",
        run(&["message", "plan"])
    );
}
