//! The practices that are looked at and worked in.

use crate::days::{next_monday, today};
use crate::stage::Stage;
use chrono::{Days, NaiveDate};
use std::path::{Path, PathBuf};

pub(crate) const PASSPHRASE: &str = "seven quiet chairs by the window";
const PATIENTS: &str = "First name,Last name,Date of birth,Mobile,Email,Household\n\
    Amara,Nwosu,1992-03-14,+44 7700 900481,amara@example.org,Nwosu\n\
    Tobi,Adeyemi,2018-05-05,,,Nwosu\n\
    Zoë,Þórsdóttir,1980-12-01,+354 555 0199,,\n";

/// A practice of one provider and two chairs; Amara and Tobi are a family, and Zoë has a visit
/// today, at whatever hour the test runs.
pub(crate) fn practice(stage: &Stage) -> PathBuf {
    let practice = stage.folder("practice");
    let words = stage.folder("passphrase");
    std::fs::write(&words, format!("{PASSPHRASE}\n")).expect("a file");
    let patients = stage.folder("patients.csv");
    std::fs::write(&patients, PATIENTS).expect("a file");
    let run = |arguments: &[&str]| stage.daybook(&practice, &words, arguments);
    run(&[
        "init",
        "--name",
        "Harbour Street Practice",
        "--timezone",
        "Africa/Abidjan",
    ]);
    run(&["provider", "add", "Dr Okafor"]);
    run(&["chair", "add", "Chair 2"]);
    run(&["import", "csv", text(&patients)]);
    book_zoe(stage, &practice, today(), "10:00", "30");
    practice
}

/// A demo practice under the same words, made anew as of today.
pub(crate) fn demo(stage: &Stage, patients: &str) -> PathBuf {
    let practice = stage.folder("practice");
    let words = stage.folder("passphrase");
    std::fs::write(&words, format!("{PASSPHRASE}\n")).expect("a file");
    let run = |arguments: &[&str]| stage.daybook(&practice, &words, arguments);
    run(&[
        "init",
        "--name",
        "Demo practice",
        "--timezone",
        "Europe/Lisbon",
    ]);
    run(&["demo", "--patients", patients, "--years", "1"]);
    practice
}

/// Zoë takes the whole of the Monday after the next one.
pub(crate) fn take_second_monday(stage: &Stage, practice: &Path) {
    book_zoe(
        stage,
        practice,
        next_monday() + Days::new(7),
        "08:00",
        "540",
    );
}

fn book_zoe(stage: &Stage, practice: &Path, day: NaiveDate, clock: &str, minutes: &str) {
    let words = stage.folder("passphrase");
    let run = |arguments: &[&str]| stage.daybook(practice, &words, arguments);
    let found = run(&["--json", "patient", "search", "thorsd"]);
    let found: serde_json::Value = serde_json::from_str(&found).expect("an answer in JSON");
    let id = found[0]["id"].as_str().expect("she is found").to_owned();
    let start = format!("{day}T{clock}");
    run(&[
        "appointment",
        "book",
        "--patient",
        &id,
        "--provider",
        "Dr Okafor",
        "--chair",
        "Chair 1",
        "--start",
        &start,
        "--minutes",
        minutes,
        "--overbook",
    ]);
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain letters")
}
