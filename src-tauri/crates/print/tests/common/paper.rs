//! What else a practice prints: a month, cards, letters, calls to make, slips.

use super::{NAMES, at, date, full_day, usual_day, visit};
use chrono::{Datelike, Days, NaiveDateTime};
use print::{
    CallListView, CallView, CardView, ComingVisit, Confirmation, LetterView, MonthDay, MonthView,
    SlipView, SlipsView,
};

fn coming(start: NaiveDateTime, early: bool) -> ComingVisit {
    let arrive = early.then(|| start.time() - chrono::TimeDelta::minutes(10));
    ComingVisit {
        start,
        arrive,
        provider: "Dr Okafor".into(),
    }
}

pub fn coming_visits(count: u64) -> Vec<ComingVisit> {
    (0..count)
        .map(|n| coming(at(10, 30) + Days::new(n * 9), n % 2 == 0))
        .collect()
}

pub fn month(busy: bool) -> MonthView {
    let first = date().with_day(1).expect("each month has one");
    let days = (0..30)
        .map(|n| {
            let date = first + Days::new(n);
            let works = date.weekday().number_from_monday() < 6;
            let visits = match (busy && works, n % 5) {
                (false, _) | (true, 3) => 0,
                (true, rest) => 9 + rest as usize * 4,
            };
            let at = |hour, minute| date.and_hms_opt(hour, minute, 0).expect("a real time");
            let closed = match date.day() {
                1 => Some("All Saints' Day".to_owned()),
                18 | 19 => Some("Practice closed: the whole team is at the congress".to_owned()),
                _ => None,
            };
            let visits = if date.day() == 18 { 0 } else { visits };
            MonthDay {
                date,
                visits,
                span: (visits > 0).then(|| (at(8, 0), at(17, 30))),
                closed,
                works,
            }
        })
        .collect();
    MonthView {
        practice: "Harbour Street Dental".into(),
        provider: if busy {
            "Dr Okafor".into()
        } else {
            String::new()
        },
        month: first,
        days,
        unreadable: Vec::new(),
    }
}

pub fn card(patient: &str, count: u64) -> CardView {
    CardView {
        practice: "Harbour Street Dental".into(),
        phone: "+44 20 7946 0018".into(),
        patient: patient.into(),
        initials: "A.N.".into(),
        visits: coming_visits(count),
    }
}

pub fn letter(count: u64) -> LetterView {
    LetterView {
        practice: "Harbour Street Dental".into(),
        phone: "+44 20 7946 0018".into(),
        address: [
            "Ms Amara Nwosu",
            "12 Mill Lane",
            "Flat 3",
            "Exampleton EX4 2AB",
        ]
        .map(str::to_owned)
        .to_vec(),
        greeting: "Amara".into(),
        to_parents: false,
        about: None,
        visits: coming_visits(count),
    }
}

pub fn calls() -> CallListView {
    let mut calls = Vec::new();
    for (index, mut one) in full_day(4, 6)
        .columns
        .into_iter()
        .flat_map(|column| column.visits)
        .enumerate()
    {
        if one.confirmation == Confirmation::Confirmed {
            continue;
        }
        one.start = one.start + Days::new(index as u64 % 3);
        one.arrive = (index % 4 == 0).then(|| one.start.time() - chrono::TimeDelta::minutes(10));
        if index % 7 == 0 {
            one.alert = "Hard of hearing: speak slowly, or write".into();
        }
        calls.push(CallView {
            visit: one,
            whom: (index % 5 == 0).then(|| "Marie Brennan".into()),
            phones: match index % 4 {
                0 => Vec::new(),
                1 => vec![("mobile".into(), "+44 7700 900 481".into())],
                _ => vec![
                    ("mobile".into(), "+44 7700 900 481".into()),
                    ("home".into(), "+44 20 7946 0123".into()),
                ],
            },
        });
    }
    CallListView {
        practice: "Harbour Street Dental".into(),
        from: date(),
        to: date() + Days::new(2),
        calls,
        left_out: 1,
        unreadable: Vec::new(),
    }
}

pub fn slips() -> SlipsView {
    let slips = usual_day()
        .columns
        .into_iter()
        .flat_map(|column| {
            let chair = column.title;
            column.visits.into_iter().map(move |mut visit| {
                visit.chair = chair.clone();
                visit
            })
        })
        .enumerate()
        .map(|(index, mut visit)| {
            if index % 4 == 2 {
                visit.alert =
                    "Penicillin allergy. Latex allergy: use nitrile gloves only, and tell \
                    the laboratory when an impression is sent out."
                        .into();
            }
            if index == 7 {
                visit.notes =
                    "A long story: she was told to come fasting, with the letter. ".repeat(20);
            }
            let born = date() - chrono::Months::new(12 * visit.age.unwrap_or(30));
            SlipView {
                next: (index % 3 == 0).then(|| (at(9, 0) + Days::new(21), "Cleaning".to_owned())),
                born: Some(born),
                visit,
            }
        })
        .collect();
    SlipsView {
        practice: "Harbour Street Dental".into(),
        date: date(),
        slips,
        unreadable: Vec::new(),
    }
}

/// Names that no width was made for.
pub fn hard_names() -> Vec<String> {
    NAMES
        .iter()
        .map(|name| (*name).to_owned())
        .chain([
            "Wolfeschlegelsteinhausenbergerdorff ".repeat(5),
            "محمد عبد الله بن عبد العزيز بن عبد الرحمن بن فيصل".to_owned(),
            "王小明王小明王小明王小明王小明王小明王小明".to_owned(),
            String::new(),
        ])
        .collect()
}

pub fn one_visit_today() -> print::VisitView {
    visit(at(9, 0), 30, "Amara Nwosu", "Check-up")
}
