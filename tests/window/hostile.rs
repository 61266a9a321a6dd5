//! Names and notes that were made to do harm are only names and notes.

use crate::days::next_monday;
use crate::days::show_next_visits;
use crate::first_day::{PASSPHRASE, set_up};
use crate::page::Page;
use crate::stage::Stage;
use crate::with_desktop;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::fs;

/// One of each kind of harm as a family name; the given name is what it is found by.
const HOSTILE: [(&str, &str); 14] = [
    ("Mkaa", "<script>window.owned = 1</script>"),
    ("Mkab", "<img src=x onerror=\"window.owned = 1\">"),
    ("Mkac", "\"><svg/onload='window.owned = 1'>"),
    (
        "Mkad",
        "{{constructor.constructor('window.owned = 1')()}} ${owned}",
    ),
    ("Mkae", "javascript:window.owned=1//"),
    ("Mkaf", "=cmd|' /C calc'!A0"),
    ("Mkag", "'; DROP TABLE patient; --"),
    ("Mkah", "\u{202e}gnp.exe\u{202c} \u{2066}\u{202d}Reversed"),
    ("Mkai", "Zero\u{200b}Width\u{200d}Joined\u{2060}."),
    ("Mkaj", "👩‍👩‍👧‍👦 🏳️‍🌈 Emoji 👍🏽"),
    ("Mkak", "Z̴̡̛̗͇͓͔̲͍a̷̧̜̮͔̤̮̥l̸̢̨̡̪͚̝g̵̨̧̛̝̼̱o̵̢̢̨̖̯"),
    ("Mkal", "مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ"),
    (
        "Mkam",
        "%s%n%d $(reboot) `id` ../../etc/passwd &amp; &#x41;",
    ),
    ("Mkan", LONG),
];
/// Three hundred letters without a place to break a line.
const LONG: &str = concat!(
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
);
/// What would have become a part of the page, had a name been read as one.
const FOREIGN: &str = "body script, body img[src=x], svg[onload], iframe, object, embed";

#[test]
fn hostile_names_are_shown_as_they_were_typed_and_do_nothing() {
    with_desktop(|stage| async move {
        let practice = stage.folder("practice");
        let page = Page::open(&stage, &practice).await;
        set_up(&page).await;
        let visits = bring_in(&stage);

        let foreign = page.count(FOREIGN).await;
        for (mark, hostile) in HOSTILE {
            page.click("rail-patients").await;
            page.write("patients-search", mark).await;
            page.read("patients-count", "1 found").await;
            stays_whole(&page, &format!("the list with {mark}")).await;
            page.press(Key::Enter).await;
            page.read("patient-title", &told(mark, hostile)).await;
            page.read("patient-page", &format!("Note {hostile}")).await;
            stays_whole(&page, &format!("the page of {mark}")).await;
        }
        page.picture("hostile-patient").await;

        page.click("rail-day").await;
        for (mark, hostile) in HOSTILE {
            page.click("day-book").await;
            page.write("book-patient", mark).await;
            page.read("book-patient-option-1", &told(mark, hostile))
                .await;
            page.click("book-patient-option-1").await;
            page.read("book-patient-chosen", &told(mark, hostile)).await;
            stays_whole(&page, &format!("the booking of {mark}")).await;
            page.click("book-close").await;
        }

        show_next_visits(&page).await;
        for ((mark, hostile), visit) in HOSTILE.iter().zip(&visits) {
            let card = page
                .read(&format!("visit-{visit}"), &told(mark, hostile))
                .await;
            assert!(card.contains(mark), "{card}");
            page.click(&format!("visit-{visit}")).await;
            page.read("panel-name", &told(mark, hostile)).await;
            stays_whole(&page, &format!("the day with {mark}")).await;
        }
        page.picture("hostile-day").await;

        page.click("day-print").await;
        page.find("[data-testid=print-pages][aria-busy=false] canvas")
            .await;
        stays_whole(&page, "the print preview").await;
        page.picture("hostile-print").await;

        let ran = page.run("return typeof window.owned").await;
        assert_eq!(ran.expect("the page answers"), json!("undefined"));
        assert_eq!(foreign, page.count(FOREIGN).await, "a name became a part");
        page.close().await;
    });
}

/// A name as a person reads it.
fn told(mark: &str, hostile: &str) -> String {
    format!("{mark} {hostile}")
}

/// Imports the patients and books each on Monday; gives the ids of the visits.
fn bring_in(stage: &Stage) -> Vec<String> {
    let practice = stage.folder("practice");
    let words = stage.folder("passphrase");
    fs::write(&words, format!("{PASSPHRASE}\n")).expect("a file");
    let csv = stage.folder("hostile.csv");
    fs::write(&csv, rows()).expect("a file to import");
    let daybook = |arguments: &[&str]| -> Value {
        let answer = stage.daybook(&practice, &words, &[&["--json"], arguments].concat());
        serde_json::from_str(&answer).expect("it answers in JSON")
    };
    let report = daybook(&["import", "csv", &csv.display().to_string()]);
    assert_eq!(report["created"], HOSTILE.len(), "{report}");
    let book = |(index, (mark, _)): (usize, &(&str, &str))| {
        let found = daybook(&["patient", "search", mark]);
        let patient = found[0]["id"].as_str().expect("it is found").to_owned();
        let (provider, chair) = [("Dr Okafor", "Chair 1"), ("Marta Silva", "Hygiene")][index % 2];
        let clock = 9 * 60 + index / 2 * 30;
        let start = format!("{}T{:02}:{:02}", next_monday(), clock / 60, clock % 60);
        let wanted = [
            "--patient",
            &patient,
            "--provider",
            provider,
            "--chair",
            chair,
            "--start",
            &start,
            "--minutes",
            "30",
        ];
        let booked = daybook(&[&["appointment", "book"], &wanted[..]].concat());
        booked["id"].as_str().expect("it is booked").to_owned()
    };
    HOSTILE.iter().enumerate().map(book).collect()
}

fn rows() -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = "First name,Last name,Date of birth,Notes\n".to_owned();
    for (mark, hostile) in HOSTILE {
        let note = quoted(&format!("Note {hostile}"));
        csv.push_str(&format!("{mark},{},1980-01-31,{note}\n", quoted(hostile)));
    }
    csv
}

/// Nothing is pushed out of the window, and nothing but the day itself scrolls sideways.
async fn stays_whole(page: &Page, what: &str) {
    let script = "return ['html', 'body', 'main', 'main > header', 'main .content', 'aside']\
         .flatMap((css) => [...document.querySelectorAll(css)])\
         .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth + 1)\
         .map((part) => `${part.tagName} ${part.className} ${part.scrollWidth} > ${part.clientWidth}`).join()";
    let wide = page.run(script).await.expect("the page answers");
    if wide != json!("") {
        page.picture("hostile-failed").await;
    }
    assert_eq!(wide, json!(""), "{what} runs off the window");
}
