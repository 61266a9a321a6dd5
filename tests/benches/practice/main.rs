//! How quick it is, and what encryption costs: one big practice, measured in one run.
//!
//! `cargo bench -p tests --features measure`, or with `-- 5000 2` for a smaller practice (patients,
//! years). Prints a table; ratios are between figures of the same run.

#![allow(clippy::print_stdout, reason = "the table is what a benchmark is for")]

mod openings;
mod pages;
mod table;

use app::appointment::FindOpenings;
use app::demo::{DemoRequest, fill};
use app::import::{ColumnMap, ImportFormat, ImportRequest, Watch, import};
use app::{Daybook, Host, NewPractice, PickPurpose};
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{PatientId, WeekHours, Wish, Zone};
use openings::{candidates, openings};
use pages::pages;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;
use table::{ms, quantile, ratio, row, timed};
use uuid::Uuid;
use vault::{OsRandom, Random};

/// The machine that the benchmark runs on, without a keyring.
struct Machine;

impl Host for Machine {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
    fn random(&self, bytes: &mut [u8]) -> Result<(), vault::Error> {
        OsRandom.fill(bytes)
    }
    fn zone(&self) -> Option<String> {
        None
    }
    fn keyring(&self) -> &dyn vault::Keyring {
        &vault::OsKeyring
    }
    fn pick_path(&self, _: PickPurpose, _: Option<&str>) -> Option<PathBuf> {
        None
    }
}

fn main() {
    let numbers: Vec<u32> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    let (patients, years) = match numbers.as_slice() {
        [patients, years, ..] => (*patients, *years),
        _ => (100_000, 10),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut daybook = practice(folder.path(), "big");
    let desk = daybook.desk().expect("open");
    let zone = desk.setup().expect("setup").zone();
    let today = desk.today(zone);
    let began = Instant::now();
    let demo = fill(
        desk,
        &DemoRequest {
            patients,
            years,
            seed: 1,
            // A year ahead is as full as the years before it.
            today: today + Days::new(365),
        },
    )
    .expect("filled");
    let filled = began.elapsed().as_secs_f64();
    println!("| what | figure | against | ratio |");
    println!("|---|---|---|---|");
    row(
        "practice generated",
        &format!(
            "{} patients, {} appointments in {filled:.0} s",
            demo.patients, demo.appointments
        ),
        "",
        "",
    );

    let plain_folder = tempfile::tempdir().expect("a folder");
    let plain = desk
        .store()
        .without_encryption(plain_folder.path())
        .expect("copied");
    typing(desk.store(), &plain);
    days(desk, today);
    openings(desk);
    candidates(desk, today);
    saving(desk, today);
    pages(desk, today);
    csv(folder.path());
}

fn practice(folder: &Path, name: &str) -> Daybook {
    let mut daybook = Daybook::new(folder.join(name), Arc::new(Machine));
    let code = daybook.offer_recovery_code().expect("a code");
    let new = NewPractice {
        name: "Practice by the Park".to_owned(),
        zone: Zone::named("Europe/Berlin").expect("a zone"),
        phone: String::new(),
        hours: WeekHours::usual(),
        providers: Vec::new(),
        chairs: Vec::new(),
        types: app::first_types(ToString::to_string),
        block_outs: app::block_out::FirstBlockOuts::default(),
    };
    daybook
        .create(&new, "correct horse battery", &code, false)
        .expect("made");
    daybook
}

/// Type-ahead, every keystroke of 300 names and of some phones, encrypted and not, in turn.
fn typing(store: &store::Store, plain: &store::Store) {
    let total = store.count_patients(None).expect("counted");
    let mut typed = Vec::new();
    for step in 0..300 {
        let page = store
            .list_patients(None, step * total / 300, 1)
            .expect("listed");
        let Some(patient) = page.first() else {
            continue;
        };
        let family: Vec<char> = patient.name.family.chars().collect();
        typed.extend((1..=family.len()).map(|end| family[..end].iter().collect::<String>()));
        let given: String = patient.name.given.chars().take(3).collect();
        typed.push(format!(
            "{given} {}",
            family.iter().take(3).collect::<String>()
        ));
        if let Some(phone) = patient.phones.first() {
            let digits = domain::search::digits(&phone.number);
            typed.push(digits[digits.len().saturating_sub(4)..].to_owned());
        }
    }
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for text in &typed {
        with.push(timed(|| store.search_patients(text, 12).expect("found")));
        without.push(timed(|| plain.search_patients(text, 12).expect("found")));
    }
    for (name, share) in [("median", 0.5), ("p95", 0.95), ("p99", 0.99)] {
        let (a, b) = (quantile(&mut with, share), quantile(&mut without, share));
        row(
            &format!("type-ahead, {name} of {} keystrokes", typed.len()),
            &ms(a),
            &format!("unencrypted {}", ms(b)),
            &ratio(a, b),
        );
    }
}

fn days(desk: &app::Desk, today: NaiveDate) {
    for (name, length) in [("day", 1), ("week", 7)] {
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for back in 0..200 {
            let from = today - Days::new(back * 11);
            let to = from + Days::new(length - 1);
            ours.push(timed(|| {
                drop(app::schedule::schedule(desk, from, to).expect("read"));
            }));
            bare.push(timed(|| desk.store().bare_day(from, to).expect("read")));
        }
        let (a, b) = (quantile(&mut ours, 0.5), quantile(&mut bare, 0.5));
        row(
            &format!("{name} read, median"),
            &ms(a),
            &format!("bare SELECT {}", ms(b)),
            &ratio(a, b),
        );
        let (a, b) = (quantile(&mut ours, 0.95), quantile(&mut bare, 0.95));
        row(
            &format!("{name} read, p95"),
            &ms(a),
            &format!("bare SELECT {}", ms(b)),
            &ratio(a, b),
        );
    }
}

fn saving(desk: &mut app::Desk, today: NaiveDate) {
    let openings = app::appointment::openings(
        desk,
        &FindOpenings {
            minutes: Some(15),
            wish: Wish {
                first_day: Some(today + Days::new(1)),
                last_day: Some(today + Days::new(300)),
                ..Wish::default()
            },
            every: true,
            limit: 120,
            ..FindOpenings::default()
        },
    )
    .expect("found");
    let patient: PatientId = desk.store().list_patients(None, 0, 1).expect("listed")[0].id;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for found in openings {
        let request = app::appointment::Book {
            patient,
            provider: found.opening.provider,
            chair: found.opening.chair,
            kind: None,
            start: found.opening.start,
            minutes: Some(15),
            notes: String::new(),
            overbook: true,
            closes: None,
        };
        ours.push(timed(|| {
            app::appointment::book(desk, &request).expect("booked")
        }));
        bare.push(timed(|| desk.bare_commit().expect("committed")));
    }
    let (a, b) = (quantile(&mut ours, 0.5), quantile(&mut bare, 0.5));
    row(
        "one appointment saved, median",
        &ms(a),
        &format!("one-row commit {}", ms(b)),
        &ratio(a, b),
    );
}

/// 110,000 rows of CSV against a Python script that makes the same checks into plain SQLite.
fn csv(folder: &Path) {
    let file = folder.join("patients.csv");
    let mut text =
        String::from("chart_number,first_name,last_name,birth_date,sex,phone,email,notes\n");
    let syllables = [
        "an", "bel", "cor", "dun", "el", "fa", "gri", "hol", "is", "jo", "kem", "lu", "mar", "nor",
        "ö", "pet",
    ];
    for number in 0..110_000usize {
        let name = |salt: usize| -> String {
            let n = number.wrapping_mul(2_654_435_761) >> salt;
            [n & 15, n >> 4 & 15, n >> 8 & 15]
                .iter()
                .map(|at| syllables[*at])
                .collect()
        };
        text += &format!(
            "C{number},{},{},{}-{:02}-{:02},female,030 {:07},{}@example.org,\n",
            name(3),
            name(9),
            1930 + number % 90,
            1 + number % 12,
            1 + number % 28,
            number,
            name(9)
        );
    }
    std::fs::write(&file, text).expect("written");
    let mut daybook = practice(folder, "import");
    let desk = daybook.desk().expect("open");
    let request = ImportRequest {
        paths: vec![file.clone()],
        format: ImportFormat::Csv,
        map: ColumnMap::new(BTreeMap::<String, _>::new().into_iter().collect()),
        date_format: None,
        dry_run: false,
    };
    let began = Instant::now();
    let report = import(desk, &request, &Watch::default()).expect("imported");
    let ours = began.elapsed().as_secs_f64() * 1000.0;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/import_baseline.py");
    let baseline = Command::new("python3")
        .arg(script)
        .arg(&file)
        .arg(folder.join("baseline.db"))
        .output();
    let theirs = baseline
        .ok()
        .and_then(|output| String::from_utf8(output.stdout).ok())
        .and_then(|text| text.trim().parse::<f64>().ok());
    let name = format!(
        "CSV import of {} rows, {} created",
        report.read, report.created
    );
    match theirs {
        Some(seconds) => row(
            &name,
            &ms(ours),
            &format!("Python {}", ms(seconds * 1000.0)),
            &ratio(ours, seconds * 1000.0),
        ),
        None => row(&name, &ms(ours), "no Python here", ""),
    }
}
