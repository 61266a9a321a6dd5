//! Every screen for everybody: checked by axe in the real window, light, dark and with more
//! contrast, and with text at twice its size.

use crate::days::next_monday;
use crate::page::{Page, SMALL};
use crate::practice::{PASSPHRASE, demo};
use crate::with_desktop;
use chrono::Days;
use fantoccini::key::Key;
use serde_json::Value;

/// So many days more than the one that every screen is looked at.
const DAYS: u64 = 11;

/// Each screen by its address, the key that is pressed there if any, and what is there then. `DAY` is
/// a day on which somebody is booked.
const SCREENS: &[(&str, &str, &str)] = &[
    ("day/DAY", "", "[data-visit]"),
    ("day/DAY", "b", "[data-testid=book-save]"),
    ("day/DAY", "k", "[data-testid=block-out-save]"),
    ("day/DAY", "v", "[data-testid=views-panel]"),
    ("day/DAY", "?", "[data-testid=keys-dialog]"),
    ("day/DAY", "2", "[data-testid^=week-day]"),
    ("day/DAY", "3", "[data-testid=month]"),
    ("day/DAY", "4", "[data-testid=agenda]"),
    ("day/DAY", "1", "[data-visit]"),
    ("board", "", "main"),
    ("end", "", "main"),
    ("lists/unscheduled", "", "[data-testid=list-rows]"),
    ("lists/asap", "", "main"),
    ("lists/waiting", "a", "[data-testid=waiting-form]"),
    ("lists/unconfirmed", "", "[data-testid=list-rows]"),
    ("lists/planned", "", "main"),
    ("patients", "", "[data-testid=patients-list]"),
    ("patients/new", "", "form"),
    ("messages/desk", "", "[data-testid=messages-screen]"),
    ("messages/coming", "", "[data-testid=message-line]"),
    ("messages/sent", "", "[data-testid=messages-screen]"),
    ("import", "", "[data-testid=import-path]"),
    ("print", "", "[data-testid=print-screen]"),
    ("settings/practice", "", "main form"),
    ("settings/hours", "", "main form"),
    ("settings/providers", "", "main"),
    ("settings/chairs", "", "main"),
    ("settings/types", "", "main"),
    ("settings/exceptions", "", "main"),
    ("settings/block-outs", "", "main"),
    ("settings/closures", "", "main"),
    ("settings/messages", "", "[data-testid=rule-1]"),
    ("settings/texts", "", "[data-testid=text-body]"),
    ("settings/mailbox", "", "[data-testid=mailbox-from]"),
    ("settings/passphrase", "", "main form"),
    ("settings/power-cut", "", "main form"),
    ("settings/doctor", "", "main"),
    ("settings/appearance", "", "[data-testid=theme-dark]"),
];

/// Faults that axe finds, as one line each; only what it calls serious or critical.
const AXE: &str = "const done = arguments[0];\
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })\
      .then(({ violations }) => done(violations\
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')\
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}: ${node.any.map((one) => one.message).join('; ')}`))))\
      .catch((fault) => done([String(fault)]));";

/// Puts the rules for a desktop that asks for more contrast in force, as such a desktop would.
const MORE_CONTRAST: &str = "for (const sheet of document.styleSheets)\
      for (const rule of [...sheet.cssRules])\
        if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-contrast'))\
          for (const inner of rule.cssRules) sheet.insertRule(inner.cssText, sheet.cssRules.length);";

#[test]
fn no_screen_has_a_serious_fault_in_any_theme_nor_at_twice_the_size() {
    with_desktop(|stage| async move {
        let practice = demo(&stage, "200");
        let axe = tests::repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("./tests/run installs axe");

        let page = Page::open(&stage, &practice).await;
        page.run(&axe).await.expect("axe loads");
        let mut faults = Vec::new();
        look(&page, "unlock", "light", &mut faults).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.see("day-summary").await;
        for theme in ["light", "dark", "light more", "dark more"] {
            let (colours, more) = theme.split_once(' ').unwrap_or((theme, ""));
            let script = format!("document.documentElement.dataset.theme = '{colours}'");
            page.run(&script).await.expect("the page runs a script");
            if !more.is_empty() {
                page.run(MORE_CONTRAST).await.expect("the rules are there");
            }
            for screen in SCREENS {
                let name = show(&page, screen).await;
                look(&page, &name, theme, &mut faults).await;
            }
        }
        // Each day has visits of other lengths next to each other.
        for days in 1..=DAYS {
            let day = next_monday() + Days::new(days);
            let name = show(
                &page,
                &(&format!("day/{day}"), "", "[data-testid=day-slots-1]"),
            )
            .await;
            look(&page, &name, "dark more", &mut faults).await;
        }
        zoom_to_twice(&page).await;
        for screen in SCREENS {
            let name = show(&page, screen).await;
            look(&page, &name, "twice", &mut faults).await;
            let wider = page
                .run("return document.documentElement.scrollWidth > innerWidth + 1")
                .await;
            if wider.expect("the page runs a script") == Value::Bool(true) {
                faults.push(format!("{name} twice: it runs off the window sideways"));
            }
        }
        page.close().await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// Comes to a screen as if for the first time, and says its name.
async fn show(page: &Page, (address, key, ready): &(&str, &str, &str)) -> String {
    page.press(Key::Escape).await;
    page.run("location.hash = '#/settings/practice'")
        .await
        .expect("the page runs a script");
    page.find("main form").await;
    let address = address.replace("DAY", &next_monday().to_string());
    let script = format!("location.hash = '#/{address}'");
    page.run(&script).await.expect("the page runs a script");
    if !key.is_empty() {
        page.find("body:not(:has([data-testid=settings-practice])) main")
            .await;
        page.type_to_window(key).await;
    }
    page.find(ready).await;
    format!("{address}{key}")
}

async fn look(page: &Page, name: &str, theme: &str, faults: &mut Vec<String>) {
    if theme == "twice" {
        page.picture(&format!("twice-{}", name.replace(['/', '?'], "-")))
            .await;
    }
    let found = page.run_until_done(AXE).await.expect("axe answers");
    let lines = found
        .as_array()
        .expect("a list")
        .iter()
        .map(Value::to_string);
    // Blocked time lies where it lies, under the visits that are booked in it all the same; the
    // settings list it too.
    let behind = |line: &String| line.contains("target-size") && line.contains("block-out");
    faults.extend(
        lines
            .filter(|line| !behind(line))
            .map(|line| format!("{name} {theme}: {line}")),
    );
}

/// As a person does: Ctrl and plus, until everything is twice as large.
async fn zoom_to_twice(page: &Page) {
    page.press_with_control('+').await;
    for _ in 0..10 {
        let width = page.run("return innerWidth").await.expect("a width");
        if width.as_f64().unwrap_or_default() <= f64::from(SMALL.0) / 2.0 + 1.0 {
            return;
        }
        page.press_with_control('+').await;
    }
    let width = page.run("return innerWidth").await;
    panic!("Ctrl and plus do not enlarge: {width:?}");
}
