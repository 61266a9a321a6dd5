//! What must hold on every page, whatever the day.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use crate::page::{Area, Mark, Page};
use crate::text::wrap;
use crate::view::{
    BlockOutView, ColumnView, Confirmation, DayListView, DayOfWeek, DayView, Effect, Orientation,
    Paper, ProviderWeek, Sheet, Status, VisitView, WeekView,
};
use crate::{plan, said};

pub(crate) fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 29).expect("a real date")
}

pub(crate) fn moment(minutes: i64) -> NaiveDateTime {
    date().and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minutes)
}

pub(crate) fn sheet() -> impl Strategy<Value = Sheet> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(letter, landscape, private)| Sheet {
        paper: if letter { Paper::Letter } else { Paper::A4 },
        orientation: if landscape {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        },
        private,
        made_at: moment(432),
        language: "en".into(),
        twelve_hours: false,
    })
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Scheduled),
        Just(Status::Arrived),
        Just(Status::Seated),
        Just(Status::Completed),
        Just(Status::Missed),
        Just(Status::Cancelled)
    ]
}

pub(crate) fn visit() -> impl Strategy<Value = VisitView> {
    let start = prop_oneof![4 => 480i64..1020, 1 => -3000i64..4000];
    let minutes = prop_oneof![5 => 5u32..90, 1 => 0u32..3, 1 => 0u32..9000];
    (
        start,
        minutes,
        status(),
        "\\PC{0,60}",
        "[a-z ]{0,120}",
        any::<bool>(),
    )
        .prop_map(
            |(start, minutes, status, kind, notes, overbooked)| VisitView {
                start: moment(start),
                minutes,
                arrive: overbooked.then(|| moment(500).time()),
                patient: String::new(),
                initials: "I.J.".into(),
                age: Some(41),
                phone: Some("SECRET 555".into()),
                kind,
                status,
                confirmation: Confirmation::Sent,
                alert: if overbooked {
                    "SECRET alert".into()
                } else {
                    String::new()
                },
                notes,
                provider: "Dr SECRET".into(),
                chair: "Chair".into(),
                overbooked,
            },
        )
}

/// Columns of visits whose names are all different.
fn columns() -> impl Strategy<Value = Vec<Vec<VisitView>>> {
    prop::collection::vec(prop::collection::vec(visit(), 0..14), 0..10).prop_map(|mut columns| {
        for (number, visit) in columns.iter_mut().flatten().enumerate() {
            visit.patient = format!("SECRET{number}X");
        }
        columns
    })
}

fn block_outs() -> impl Strategy<Value = Vec<BlockOutView>> {
    let effect = prop_oneof![
        Just(Effect::NoScheduling),
        Just(Effect::Reserved(vec!["SECRET type".into()])),
        Just(Effect::Note)
    ];
    let one = (0i64..1440, 0i64..1600, effect, "\\PC{0,60}").prop_map(
        |(start, minutes, effect, note)| BlockOutView {
            from: moment(start),
            to: moment(start + minutes),
            name: "SECRET block-out".into(),
            effect,
            whose: "Dr SECRET".into(),
            note,
        },
    );
    prop::collection::vec(one, 0..4)
}

fn inside(area: Area, page: &Page) -> bool {
    let room = page.inner();
    area.x >= room.x - 0.1
        && area.y >= room.y - 0.1
        && area.right() <= room.right() + 0.1
        && area.bottom() <= room.bottom() + 0.1
}

fn overlap(a: Area, b: Area) -> bool {
    a.x < b.right() - 0.01
        && b.x < a.right() - 0.01
        && a.y < b.bottom() - 0.01
        && b.y < a.bottom() - 0.01
}

fn check(pages: &[Page]) -> Result<(), TestCaseError> {
    check_inside(pages)?;
    let count = pages.len();
    for (index, page) in pages.iter().enumerate() {
        let said = format!("Page {} of {count}", index + 1);
        prop_assert!(page.lines().contains(&said), "{said}");
    }
    Ok(())
}

/// Nothing stands where no printer prints, and no box covers another.
pub(crate) fn check_inside(pages: &[Page]) -> Result<(), TestCaseError> {
    for page in pages {
        for (index, one) in page.placed.iter().enumerate() {
            prop_assert!(inside(one.area, page), "a box off the page: {one:?}");
            for other in page.placed.iter().skip(index + 1) {
                prop_assert!(!overlap(one.area, other.area), "{one:?} covers {other:?}");
            }
        }
        for mark in &page.marks {
            match mark {
                Mark::Text {
                    x, y, line, style, ..
                } => {
                    let area = Area {
                        x: *x,
                        y: y - style.size * 0.7,
                        w: wrap::width(line, *style),
                        h: style.size * 0.7,
                    };
                    prop_assert!(inside(area, page), "a text off the page: {area:?}");
                }
                Mark::Fill { area, .. } | Mark::Frame { area, .. } => {
                    prop_assert!(inside(*area, page), "a shape off the page: {area:?}");
                }
                Mark::Rule { .. } => {}
            }
        }
    }
    Ok(())
}

/// Lines of a plan stay inside too; those of a letter show where to fold it.
fn check_lines(pages: &[Page]) -> Result<(), TestCaseError> {
    for page in pages {
        for mark in &page.marks {
            if let Mark::Rule { from, to, .. } = mark {
                let area = Area {
                    x: from.0.min(to.0),
                    y: from.1.min(to.1),
                    w: (from.0 - to.0).abs(),
                    h: (from.1 - to.1).abs(),
                };
                prop_assert!(inside(area, page), "a line off the page: {area:?}");
            }
        }
    }
    Ok(())
}

fn check_told(pages: &[Page], visits: &[&VisitView], private: bool) -> Result<(), TestCaseError> {
    let told: Vec<String> = pages.iter().flat_map(Page::lines).collect();
    if private {
        prop_assert!(told.iter().all(|line| !line.contains("SECRET")));
        let shown = visits
            .iter()
            .filter(|visit| said::is_shown(visit, true))
            .count();
        let initials = told.iter().filter(|line| line.as_str() == "I.J.").count();
        prop_assert!(initials >= shown, "{initials} of {shown}");
    } else {
        // A name too long for a line goes on in the next.
        let told = told.concat();
        for visit in visits {
            prop_assert!(
                told.contains(&visit.patient),
                "{} is on no page",
                visit.patient
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_day_stays_on_its_pages_and_tells_every_visit(columns in columns(), block_outs in block_outs(), sheet in sheet(), lunch in any::<bool>()) {
        let closed = [(moment(0), moment(480), String::new()), (moment(720), moment(780), "SECRET lunch".to_owned())];
        let view = DayView {
            practice: "Practice".into(),
            date: date(),
            columns: columns
                .iter()
                .map(|visits| ColumnView {
                    title: "A chair with a rather long name".into(),
                    staff: vec![("SECRET staff".into(), moment(480), moment(1020))],
                    closed: if lunch { closed.to_vec() } else { Vec::new() },
                    block_outs: block_outs.clone(),
                    visits: visits.clone(),
                })
                .collect(),
            unreadable: if lunch { vec!["SECRET row".into()] } else { Vec::new() },
        };
        let (pages, _) = plan::days(&[view], &sheet).expect("the fonts ship");
        check(&pages)?;
        check_lines(&pages)?;
        check_told(&pages, &columns.iter().flatten().collect::<Vec<_>>(), sheet.private)?;
    }

    #[test]
    fn any_list_stays_on_its_pages_and_tells_every_visit(columns in columns(), sheet in sheet()) {
        let visits: Vec<VisitView> = columns.into_iter().flatten().collect();
        let view = DayListView { practice: "Practice".into(), date: date(), visits, unreadable: Vec::new() };
        let (pages, _) = plan::day_list(&view, &sheet).expect("the fonts ship");
        check(&pages)?;
        check_told(&pages, &view.visits.iter().collect::<Vec<_>>(), sheet.private)?;
    }

    #[test]
    fn any_week_stays_on_its_pages_and_tells_every_visit(columns in columns(), block_outs in block_outs(), sheet in sheet()) {
        let days = columns.iter().take(7).zip(0u64..).map(|(visits, n)| DayOfWeek { date: date() + Days::new(n), closed: Vec::new(), block_outs: block_outs.clone(), visits: visits.clone() }).collect();
        let provider = vec![ProviderWeek { name: "Provider".into(), days }];
        let view = WeekView { practice: "Practice".into(), from: date(), provider, unreadable: Vec::new() };
        let (pages, _) = plan::week(&view, &sheet).expect("the fonts ship");
        check(&pages)?;
        check_lines(&pages)?;
        check_told(&pages, &columns.iter().take(7).flatten().collect::<Vec<_>>(), sheet.private)?;
    }
}

#[test]
fn an_empty_day_says_so_on_one_page() {
    let view = DayView {
        practice: "Practice".into(),
        date: date(),
        columns: Vec::new(),
        unreadable: Vec::new(),
    };
    let sheet = Sheet {
        paper: Paper::A4,
        orientation: Orientation::Portrait,
        private: false,
        made_at: moment(432),
        language: "en".into(),
        twelve_hours: false,
    };
    let (pages, _) = plan::days(&[view], &sheet).expect("the fonts ship");
    assert_eq!(pages.len(), 1);
    assert!(
        pages[0]
            .lines()
            .iter()
            .any(|line| line == "Nothing is booked on this day.")
    );
    assert!(
        pages[0]
            .lines()
            .iter()
            .any(|line| line == "Sunday 29 March 2026")
    );
}
