//! How quick it is, and what encryption costs: one big practice, measured in one run.
//!
//! `cargo bench -p tests --features measure`, or with `-- 5000 2` for a smaller practice (patients,
//! years). Prints a table; ratios are between figures of the same run.

#![allow(clippy::print_stdout, reason = "the table is what a benchmark is for")]

use app::appointment::FindOpenings;
use app::demo::{DemoRequest, fill};
use app::import::{ColumnMap, ImportFormat, ImportRequest, Watch, import};
use app::{Daybook, Host, NewPractice, PickPurpose};
use chrono::{DateTime, Days, NaiveDate, Utc, Weekday};
use domain::{PatientId, Status, WaitingList, WeekHours, Wish, Zone};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;
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

/// Openings over a year, for eight providers and for all of them: what is found soon, what nobody
/// has, and each of them with a share.
fn openings(desk: &app::Desk) {
    let setup = desk.setup().expect("setup");
    let all: Vec<_> = setup.providers.iter().map(|one| one.id).collect();
    let eight: Vec<_> = all.iter().copied().take(8).collect();
    let find = |wish: Wish, minutes: u32, every: bool, limit: usize| {
        let request = FindOpenings {
            minutes: Some(minutes),
            wish,
            every,
            limit,
            ..FindOpenings::default()
        };
        let mut found = 0;
        let mut times: Vec<f64> = (0..25)
            .map(|_| {
                timed(|| {
                    found = app::appointment::openings(desk, &request)
                        .expect("found")
                        .len()
                })
            })
            .collect();
        (quantile(&mut times, 0.5), quantile(&mut times, 0.95), found)
    };
    let of = |providers: &[domain::ProviderId]| Wish {
        providers: providers.to_vec(),
        ..Wish::default()
    };
    let tuesday = Wish {
        weekdays: vec![Weekday::Tue],
        from: "16:00".parse().ok(),
        ..of(&eight)
    };
    let cases = [
        ("Tuesdays after 16:00, 12 lines", tuesday, 45, false, 12),
        ("next 12, fair", of(&eight), 60, false, 12),
        (
            "of 10 hours, so that the whole year is read",
            of(&eight),
            600,
            true,
            12,
        ),
        ("every one of the year", of(&eight), 30, true, usize::MAX),
    ];
    for (name, wish, minutes, every, limit) in cases {
        let who = wish.providers.len();
        let (median, p95, found) = find(wish, minutes, every, limit);
        row(
            &format!("openings in 400 days for {who} providers: {name}"),
            &ms(median),
            &format!("p95 {}, {found} found", ms(p95)),
            "",
        );
    }
    let (median, p95, found) = find(of(&all), 600, true, 12);
    row(
        &format!(
            "openings of 10 hours in 400 days for all {} providers",
            all.len()
        ),
        &ms(median),
        &format!("p95 {}, {found} found", ms(p95)),
        "",
    );
}

/// Who could take a gap, with some thousand on the lists; and the gaps of a day.
fn candidates(desk: &mut app::Desk, today: NaiveDate) {
    const ON_LISTS: usize = 2000;
    let (later, last) = (today + Days::new(366), today + Days::new(430));
    let (coming, _) = app::appointment::list(desk, later, last).expect("read");
    let mut asap = 0;
    for view in &coming {
        if asap == ON_LISTS || view.visit.status != Status::Scheduled {
            continue;
        }
        let request = app::appointment::Asap {
            id: view.visit.id,
            revision: view.visit.revision,
            on: true,
            wish: Wish {
                weekdays: if asap % 3 == 0 {
                    vec![Weekday::Mon, Weekday::Thu]
                } else {
                    Vec::new()
                },
                ..Wish::default()
            },
        };
        app::appointment::set_asap(desk, &request).expect("on the list");
        asap += 1;
    }
    let total = desk
        .store()
        .count_patients(Some(domain::PatientStatus::Active))
        .expect("counted");
    let mut waiting = 0;
    for place in 0..ON_LISTS as u64 {
        let page = desk
            .store()
            .list_patients(
                Some(domain::PatientStatus::Active),
                place * total / ON_LISTS as u64,
                1,
            )
            .expect("listed");
        let Some(patient) = page.first() else {
            continue;
        };
        let request = app::waiting::SaveWaiting {
            id: None,
            revision: 0,
            patient: patient.id,
            list: if place % 2 == 0 {
                WaitingList::Waiting
            } else {
                WaitingList::Planned
            },
            kind: None,
            minutes: Some(15 + 15 * (place % 4) as u32),
            wish: Wish::default(),
            urgent: place % 50 == 0,
            note: String::new(),
        };
        if app::waiting::save(desk, &request).is_ok() {
            waiting += 1;
        }
    }
    let counts = app::lists::counts(desk).expect("counted");
    let gaps = app::appointment::openings(
        desk,
        &FindOpenings {
            minutes: Some(20),
            every: true,
            limit: 100,
            ..FindOpenings::default()
        },
    )
    .expect("found");
    let mut fitting = 0;
    let mut times: Vec<f64> = gaps
        .iter()
        .map(|gap| {
            let request = app::lists::GapRequest {
                provider: gap.opening.provider,
                chair: gap.opening.chair,
                at: gap.opening.start,
                limit: 20,
            };
            timed(|| {
                let found = app::lists::candidates(desk, &request).expect("found");
                fitting += found.map_or(0, |gap| gap.total);
            })
        })
        .collect();
    let (median, p95) = (quantile(&mut times, 0.5), quantile(&mut times, 0.95));
    row(
        &format!(
            "ASAP candidates for a gap: {asap} on the ASAP list, {waiting} waiting or planned, {} missed",
            counts.unscheduled
        ),
        &ms(median),
        &format!(
            "p95 {}, {} fit on average",
            ms(p95),
            fitting / gaps.len().max(1)
        ),
        "",
    );
    let mut days: Vec<f64> = (1..40)
        .map(|ahead| timed(|| app::lists::gaps(desk, today + Days::new(ahead)).expect("found")))
        .collect();
    let (median, p95) = (quantile(&mut days, 0.5), quantile(&mut days, 0.95));
    row(
        "gaps of a day and who would like them",
        &ms(median),
        &format!("p95 {}", ms(p95)),
        "",
    );
    let mut counted: Vec<f64> = (0..25)
        .map(|_| timed(|| app::lists::counts(desk).expect("counted")))
        .collect();
    row(
        "how many are on each list",
        &ms(quantile(&mut counted, 0.5)),
        "",
        "",
    );
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

/// PDFs of 1, 30 and about 500 pages, of a full day of 8 chairs and 80 visits and of days of the practice.
fn pages(desk: &app::Desk, today: NaiveDate) {
    let sheet = print::Sheet {
        twelve_hours: false,
        paper: print::Paper::A4,
        orientation: print::Orientation::Landscape,
        private: false,
        made_at: today.and_hms_opt(7, 0, 0).expect("a time"),
        language: "en".to_owned(),
    };
    let full = full_day(today);
    let first = timed(|| print::day(&full, &sheet).expect("made"));
    row(
        "PDF of a day, 8 chairs and 80 visits, first",
        &ms(first),
        "",
        "",
    );
    let mut again: Vec<f64> = (0..10)
        .map(|_| timed(|| print::day(&full, &sheet).expect("made")))
        .collect();
    row(
        "PDF of a day, 8 chairs and 80 visits, median",
        &ms(quantile(&mut again, 0.5)),
        "",
        "",
    );
    let days: Vec<print::DayView> = (0..400)
        .filter_map(|back| app::printing::day_view(desk, today - Days::new(back)).ok())
        .filter(|day| day.columns.iter().any(|column| !column.visits.is_empty()))
        .collect();
    for pages in [30, 500] {
        let mut count = 0;
        let mut taken = 0;
        while count < pages && taken < days.len() {
            taken += 1;
            count = page_count(
                &print::pages_of_days(&days[..taken.min(days.len())], &sheet).expect("made"),
            );
            if count < pages / 2 {
                taken = (taken * pages / count.max(1))
                    .saturating_sub(1)
                    .clamp(taken, days.len() - 1);
            }
        }
        let took = timed(|| print::pages_of_days(&days[..taken], &sheet).expect("made"));
        row(
            &format!("PDF of {count} pages, {taken} days"),
            &ms(took),
            "",
            "",
        );
    }
}

fn page_count(pdf: &[u8]) -> usize {
    let count = |needle: &[u8]| {
        pdf.windows(needle.len())
            .filter(|part| *part == needle)
            .count()
    };
    count(b"/Type/Page") - count(b"/Type/Pages") + count(b"/Type /Page") - count(b"/Type /Pages")
}

fn full_day(date: NaiveDate) -> print::DayView {
    let columns = (0..8)
        .map(|chair| print::ColumnView {
            title: format!("Chair {}", chair + 1),
            staff: vec![(
                "Dr Haas".to_owned(),
                date.and_hms_opt(8, 0, 0).expect("a time"),
                date.and_hms_opt(18, 0, 0).expect("a time"),
            )],
            closed: Vec::new(),
            visits: (0..10)
                .map(|place| print::VisitView {
                    start: date.and_hms_opt(8 + place, 0, 0).expect("a time"),
                    minutes: 45,
                    arrive: None,
                    patient: format!("Aoife Þórsdóttir {chair}{place}"),
                    initials: "A.Þ.".to_owned(),
                    age: Some(30 + place),
                    phone: Some("+44 7700 900 481".to_owned()),
                    kind: "Check-up".to_owned(),
                    status: print::Status::Scheduled,
                    confirmation: print::Confirmation::Confirmed,
                    alert: String::new(),
                    notes: "X-ray before, comes with her mother".to_owned(),
                    provider: "Dr Haas".to_owned(),
                    chair: format!("Chair {}", chair + 1),
                    overbooked: false,
                })
                .collect(),
        })
        .collect();
    print::DayView {
        practice: "Practice by the Park".to_owned(),
        date,
        columns,
        unreadable: Vec::new(),
    }
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

/// Milliseconds that it took.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    let result = work();
    let took = began.elapsed().as_secs_f64() * 1000.0;
    drop(result);
    took
}

fn quantile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share) as usize]
}

fn ms(milliseconds: f64) -> String {
    if milliseconds >= 1000.0 {
        format!("{:.2} s", milliseconds / 1000.0)
    } else {
        format!("{milliseconds:.2} ms")
    }
}

fn ratio(a: f64, b: f64) -> String {
    format!("{:.2}", a / b)
}

fn row(what: &str, figure: &str, against: &str, ratio: &str) {
    println!("| {what} | {figure} | {against} | {ratio} |");
}
