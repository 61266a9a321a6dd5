//! Days and weeks as practices have them.
#![allow(dead_code, unreachable_pub)]

pub mod paper;

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use print::{
    ColumnView, Confirmation, DayListView, DayOfWeek, DayView, Orientation, Paper, ProviderWeek,
    Sheet, Status, VisitView, WeekView,
};

pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a real date")
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    date().and_hms_opt(hour, minute, 0).expect("a real time")
}

pub fn sheet(paper: Paper, orientation: Orientation) -> Sheet {
    Sheet {
        paper,
        orientation,
        private: false,
        made_at: at(7, 12),
        language: "en".into(),
        twelve_hours: false,
    }
}

pub fn visit(start: NaiveDateTime, minutes: u32, patient: &str, kind: &str) -> VisitView {
    let initials = patient
        .split_whitespace()
        .filter_map(|part| part.chars().next())
        .map(|c| format!("{c}."))
        .collect();
    VisitView {
        start,
        minutes,
        arrive: None,
        patient: patient.into(),
        initials,
        age: Some(34),
        phone: Some("+44 7700 900 481".into()),
        kind: kind.into(),
        status: Status::Scheduled,
        confirmation: Confirmation::Confirmed,
        alert: String::new(),
        notes: String::new(),
        provider: "Dr Okafor".into(),
        chair: "Chair 1".into(),
        overbooked: false,
    }
}

fn column(title: &str, who: &str, visits: Vec<VisitView>) -> ColumnView {
    let closed = vec![
        (at(0, 0), at(8, 0), String::new()),
        (at(12, 0), at(12, 45), "Lunch".into()),
        (
            at(17, 0),
            date().and_time(NaiveTime::MIN) + Days::new(1),
            "Closed".into(),
        ),
    ];
    ColumnView {
        title: title.into(),
        staff: vec![(who.into(), at(8, 0), at(17, 0))],
        closed,
        block_outs: Vec::new(),
        visits,
    }
}

/// The day of the sketch: four chairs, a dozen and a half visits.
pub fn usual_day() -> DayView {
    let v = visit;
    let with = |mut visit: VisitView, status, confirmation, age, notes: &str| {
        visit.status = status;
        visit.confirmation = confirmation;
        visit.age = Some(age);
        visit.notes = notes.into();
        visit
    };
    use Confirmation::*;
    use Status::*;
    let mut early = with(
        v(at(10, 30), 45, "Amara Nwosu", "Root canal, visit 2 of 3"),
        Arrived,
        Confirmed,
        34,
        "Penicillin allergy, anxious: explain each step",
    );
    early.arrive = NaiveTime::from_hms_opt(10, 20, 0);
    let mut over = with(
        v(at(11, 30), 30, "Sofia Rossi", "Emergency"),
        Scheduled,
        Unconfirmed,
        29,
        "Pain, upper left",
    );
    over.overbooked = true;
    let chair1 = vec![
        with(
            v(at(8, 0), 30, "Aoife Brennan", "Check-up"),
            Completed,
            Confirmed,
            41,
            "",
        ),
        with(
            v(at(8, 30), 60, "Tomasz Wójcik", "Filling 36"),
            Completed,
            Confirmed,
            52,
            "X-ray before",
        ),
        with(
            v(at(9, 30), 60, "Zoë Þórsdóttir", "Crown preparation"),
            Seated,
            Confirmed,
            63,
            "Interpreter: English is fine",
        ),
        early,
        with(
            v(at(11, 15), 45, "Jan de Vries", "Filling"),
            Scheduled,
            Confirmed,
            45,
            "",
        ),
        over,
        with(
            v(at(13, 0), 30, "王小明 Wang Xiaoming", "Check-up"),
            Scheduled,
            Confirmed,
            27,
            "",
        ),
        with(
            v(at(13, 30), 60, "Elena Petrova", "New patient"),
            Scheduled,
            Sent,
            38,
            "Referred by Dr Haas",
        ),
        with(
            v(at(15, 30), 30, "Lukas Meyer", "Check-up"),
            Scheduled,
            Confirmed,
            12,
            "With his mother",
        ),
    ];
    let chair2 = vec![
        with(
            v(at(8, 0), 45, "Noor Haddad", "Consultation"),
            Completed,
            Confirmed,
            30,
            "",
        ),
        with(
            v(at(9, 0), 90, "Giulia Conti", "Orthodontics, bonding"),
            Seated,
            Confirmed,
            16,
            "Nickel allergy",
        ),
        with(
            v(at(10, 45), 45, "Sam Taylor", "Ortho check"),
            Scheduled,
            Confirmed,
            14,
            "Guardian comes along",
        ),
        with(
            v(at(11, 30), 30, "Ida Lindgren", "Check-up"),
            Scheduled,
            Confirmed,
            22,
            "",
        ),
    ];
    let hygiene = vec![
        with(
            v(at(8, 0), 60, "Peter Novák", "Cleaning"),
            Completed,
            Confirmed,
            48,
            "",
        ),
        with(
            v(at(9, 0), 60, "Olivia Grant", "Cleaning"),
            Missed,
            Sent,
            33,
            "2nd missed, call back today",
        ),
        with(
            v(at(10, 0), 60, "محمد عبد الله", "Cleaning, recall 6 months"),
            Seated,
            Confirmed,
            57,
            "",
        ),
        with(
            v(at(11, 0), 45, "Hanna Virtanen", "Cleaning"),
            Scheduled,
            Confirmed,
            26,
            "",
        ),
        with(
            v(
                at(13, 0),
                60,
                "Carlos Ruiz Peña",
                "Gum maintenance, 3 months",
            ),
            Scheduled,
            Confirmed,
            61,
            "",
        ),
        with(
            v(at(14, 0), 60, "Mia Brandt", "Cleaning, first visit"),
            Cancelled,
            Declined,
            19,
            "",
        ),
    ];
    let surgery = vec![with(
        v(
            at(10, 0),
            120,
            "Viktor Saar",
            "Implant 46, Dr Okafor assists",
        ),
        Seated,
        Confirmed,
        71,
        "Blood thinner: checked 20 Nov\nEscort: daughter, +372 555 0143",
    )];
    DayView {
        practice: "Harbour Street Dental".into(),
        date: date(),
        columns: vec![
            column("Chair 1", "Dr Okafor", chair1),
            column("Chair 2", "Dr Lindqvist", chair2),
            column("Hygiene", "Marta Silva", hygiene),
            column("Surgery", "Dr Okafor", surgery),
        ],
        unreadable: Vec::new(),
    }
}

pub fn empty_day() -> DayView {
    let mut day = usual_day();
    for column in &mut day.columns {
        column.visits.clear();
    }
    day
}

pub const NAMES: [&str; 16] = [
    "Aoife Brennan",
    "Елена Петрова",
    "Ελένη Παπαδοπούλου",
    "محمد عبد الله",
    "משה כהן",
    "Արմեն Սարգսյան",
    "გიორგი ბერიძე",
    "प्रिया शर्मा",
    "মোহাম্মদ রহমান",
    "សុខ ចាន់",
    "王小明",
    "田中さくら",
    "김민준",
    "Nguyễn Thị Hồng",
    "Wolfeschlegelsteinhausenbergerdorff-Rosenberger",
    "Łukasz Żółć",
];

/// `chairs` chairs with `each` visits, of 15 to 60 minutes.
pub fn full_day(chairs: usize, each: usize) -> DayView {
    let kinds = [
        "Check-up",
        "Filling",
        "Cleaning",
        "Root canal, visit 2 of 3",
        "Consultation",
    ];
    let notes = [
        "",
        "X-ray before",
        "Penicillin allergy, anxious: explain each step",
        "",
        "Interpreter needed, comes with her son who translates",
    ];
    let confirmations = [
        Confirmation::Confirmed,
        Confirmation::Sent,
        Confirmation::Unconfirmed,
    ];
    let mut columns = Vec::new();
    for chair in 0..chairs {
        let mut start = at(8, 0);
        let mut visits = Vec::new();
        for n in 0..each {
            let pick = chair * 7 + n * 3;
            let minutes = [30, 60, 45, 15, 45, 60, 60, 30, 60, 30][(chair + n) % 10];
            let mut one = visit(
                start,
                minutes,
                NAMES[pick % NAMES.len()],
                kinds[pick % kinds.len()],
            );
            one.notes = notes[(pick / 2) % notes.len()].into();
            one.confirmation = confirmations[pick % 3];
            one.age = Some((pick * 11 % 90) as u32);
            one.chair = format!("Chair {}", chair + 1);
            visits.push(one);
            start += TimeDelta::minutes(i64::from(minutes));
        }
        columns.push(column(&format!("Chair {}", chair + 1), "Dr Okafor", visits));
    }
    DayView {
        practice: "Harbour Street Dental".into(),
        date: date(),
        columns,
        unreadable: Vec::new(),
    }
}

/// Times as old systems hand them over.
pub fn odd_day() -> DayView {
    let mut visits = vec![
        visit(at(3, 12), 17, "Night Visitor", "Emergency"),
        visit(at(23, 50), 45, "Over Midnight", "Encounter for problem"),
        visit(at(9, 0), 0, "No Length", "Immunization"),
        visit(at(9, 0), 1, "One Minute", "Vital signs"),
        visit(at(14, 7), 15, "Odd Minute", "Follow-up"),
        visit(
            date().and_time(NaiveTime::MIN) - Days::new(2),
            60 * 24 * 5,
            "Five Days",
            "Inpatient stay",
        ),
    ];
    for n in 0..14 {
        visits.push(visit(
            at(10, 30),
            30,
            NAMES[n % NAMES.len()],
            "Everyone at once",
        ));
    }
    for one in &mut visits {
        one.status = Status::Completed;
    }
    let columns = vec![
        ColumnView {
            title: "No chair".into(),
            visits,
            ..ColumnView::default()
        },
        ColumnView {
            title: "Chair 2".into(),
            ..ColumnView::default()
        },
    ];
    DayView {
        practice: "Harbour Street Dental".into(),
        date: date(),
        columns,
        unreadable: vec!["Appointment 0193: the length \"abc\" is no number".into()],
    }
}

pub fn list() -> DayListView {
    let day = full_day(4, 9);
    let mut visits: Vec<VisitView> = day
        .columns
        .into_iter()
        .flat_map(|column| column.visits)
        .collect();
    visits[3].notes = "A long story: ".to_owned()
        + &"she was told to come fasting, with the letter from the hospital. ".repeat(8);
    DayListView {
        practice: day.practice,
        date: day.date,
        visits,
        unreadable: vec!["Row 12: no start".into()],
    }
}

pub fn week() -> WeekView {
    let mut provider = Vec::new();
    for (index, name) in ["Dr Okafor", "Marta Silva"].into_iter().enumerate() {
        let mut days = Vec::new();
        for n in 0..7u64 {
            let day = date() + Days::new(n);
            let mut visits = if n < 5 {
                full_day(8, 9)
                    .columns
                    .swap_remove((n as usize + index) % 8)
                    .visits
            } else {
                Vec::new()
            };
            for one in &mut visits {
                one.start = day.and_time(one.start.time());
            }
            let closed = vec![
                (
                    day.and_time(NaiveTime::MIN),
                    day.and_hms_opt(8, 0, 0).expect("a real time"),
                    String::new(),
                ),
                (
                    day.and_hms_opt(if n == 2 { 13 } else { 18 }, 0, 0)
                        .expect("a real time"),
                    (day + Days::new(1)).and_time(NaiveTime::MIN),
                    String::new(),
                ),
            ];
            days.push(DayOfWeek {
                date: day,
                closed,
                block_outs: Vec::new(),
                visits,
            });
        }
        provider.push(ProviderWeek {
            name: name.into(),
            days,
        });
    }
    WeekView {
        practice: "Harbour Street Dental".into(),
        from: date(),
        provider,
        unreadable: Vec::new(),
    }
}

/// Where the shared data lies, if it is there.
pub fn shared(path: &str) -> Option<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data/");
    match std::fs::read(format!("{root}{path}")) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(_) => {
            eprintln!("skipped: ../shared/data/{path} is not here");
            None
        }
    }
}

/// The text as a reader program gives it back, if there is one here; nothing when it is locked with another passphrase.
pub fn read_back(pdf: &[u8], passphrase: Option<&str>) -> Option<String> {
    let mut reader = Command::new("pdftotext");
    if let Some(passphrase) = passphrase {
        reader.args(["-upw", passphrase]);
    }
    let reader = reader
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut reader) = reader else {
        eprintln!("skipped: no pdftotext here");
        return None;
    };
    let mut input = reader.stdin.take().expect("it was asked for");
    let pdf = pdf.to_vec();
    let feed = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("it was started");
    // A reader that may not open it stops early.
    let _ = feed.join().expect("it does not panic");
    Some(String::from_utf8(output.stdout).expect("it writes UTF-8"))
}
