//! After a session, a print and a crash, nothing of a patient lies on the disk in clear.

use crate::page::Page;
use crate::stage::Stage;
use crate::with_desktop;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use memchr::memmem;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "a lighthouse with nine windows";
/// Words that nothing but these patients would bring onto a disk.
const MARKERS: [&str; 3] = ["Quuxelbrandt", "Vyzzlopher", "Żmijoświst"];

#[test]
fn a_crash_leaves_no_patient_in_clear() {
    with_desktop(|stage| async move {
        let there_before = entries(Path::new("/tmp"));
        let practice = stage.folder("practice");
        let words = stage.folder("passphrase");
        fs::write(&words, format!("{PASSPHRASE}\n")).expect("a file");
        let init = [
            "init",
            "--name",
            "Demo practice",
            "--timezone",
            "Europe/Lisbon",
        ];
        stage.daybook(&practice, &words, &init);
        // The file that was brought in is the person's own; it stands outside what is searched.
        let outside = tempfile::tempdir().expect("a temporary folder");
        let csv = outside.path().join("patients.csv");
        fs::write(&csv, patients()).expect("a file to import");
        let import = ["import", "csv", &csv.display().to_string()].map(str::to_owned);
        stage.daybook(&practice, &words, &import.each_ref().map(String::as_str));

        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.see("day-summary").await;
        look_everywhere(&page).await;
        let pdf = outside.path().join("day.pdf");
        print(&page, &pdf).await;
        stage.crash_window();

        let mut found = Vec::new();
        search(outside.path(), &mut found);
        assert!(!found.is_empty(), "the search finds what does lie in clear");
        found.clear();
        fs::remove_dir_all(outside.path()).expect("the person's own files go");
        search(stage.home(), &mut found);
        for entry in entries(Path::new("/tmp")).difference(&there_before) {
            if entry != stage.home() && entry != outside.path() {
                search(entry, &mut found);
            }
        }
        assert!(found.is_empty(), "in clear:\n{}", found.join("\n"));
        assert!(
            reopens(&stage, &practice, &words),
            "nothing was lost by the crash"
        );
    });
}

fn patients() -> String {
    let mut csv = "First name,Last name,Date of birth,Notes\n".to_owned();
    for (index, marker) in MARKERS.iter().enumerate() {
        csv.push_str(&format!(
            "Ada,{marker},1980-01-0{},Knows {marker}\n",
            index + 1
        ));
    }
    csv
}

async fn look_everywhere(page: &Page) {
    for marker in MARKERS {
        page.click("rail-patients").await;
        page.write("patients-search", marker).await;
        page.read("patients-list", marker).await;
    }
    page.click("rail-day").await;
    page.click("day-book").await;
    page.write("book-patient", MARKERS[0]).await;
    page.read("book-patient-option-1", MARKERS[0]).await;
    page.click("book-patient-option-1").await;
    page.click("book-close").await;
}

async fn print(page: &Page, file: &Path) {
    page.click("day-print").await;
    page.find("[data-testid=print-pages][aria-busy=false] canvas")
        .await;
    page.find("details summary")
        .await
        .click()
        .await
        .expect("it opens");
    page.write("print-path", &file.display().to_string()).await;
    page.click("print-save-path").await;
    page.read("toast", "day.pdf").await;
}

fn reopens(stage: &Stage, practice: &Path, words: &Path) -> bool {
    let found = stage.daybook(
        practice,
        words,
        &["--json", "patient", "search", MARKERS[0]],
    );
    found.contains(MARKERS[0])
}

fn entries(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder)
        .expect("it can be listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect()
}

/// Looks through a file or all files below a folder; what went away meanwhile is not there.
fn search(path: &Path, found: &mut Vec<String>) {
    let Ok(kind) = fs::symlink_metadata(path) else {
        return;
    };
    if kind.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            search(&entry.path(), found);
        }
    } else if kind.is_file()
        && let Ok(bytes) = fs::read(path)
    {
        for marker in MARKERS {
            for (form, pattern) in forms(marker) {
                if memmem::find(&bytes, &pattern).is_some() {
                    found.push(format!("{marker} as {form} in {}", path.display()));
                }
            }
        }
    }
}

/// How a word may lie on a disk: as UTF-8, as UTF-16, and inside base64 at each of its three places.
fn forms(word: &str) -> Vec<(String, Vec<u8>)> {
    let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![
        ("UTF-8".to_owned(), word.as_bytes().to_vec()),
        ("UTF-16".to_owned(), utf16),
    ];
    for shift in 0..3 {
        let mut bytes = vec![0; shift];
        bytes.extend_from_slice(word.as_bytes());
        let whole = bytes.len() / 3 * 3;
        let text = STANDARD.encode(&bytes[..whole]);
        // The first group also holds what stands before the word.
        let certain = if shift == 0 { 0 } else { 4 };
        forms.push((
            format!("base64, {shift} over"),
            text.as_bytes()[certain..].to_vec(),
        ));
    }
    forms
}
