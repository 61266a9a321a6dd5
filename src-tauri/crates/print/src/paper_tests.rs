//! What must hold for months, cards, letters, calls and slips, whatever is on them.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use crate::appointment_card::{CardSize, CardView, card};
use crate::calls::{CallListView, CallView, calls};
use crate::coming::ComingVisit;
use crate::layout_tests::{check_inside, date, moment, sheet, visit};
use crate::letter::{LetterView, letter};
use crate::month::{MonthDay, MonthView, month};
use crate::page::{Area, Mark, Page};
use crate::slips::{SlipView, SlipsView, slips};
use crate::text::wrap;
use crate::view::{Orientation, Paper, Sheet, Status};

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Z][a-z]{1,12} [A-Z][a-zäöü-]{1,20}",
        1 => Just("Wolfeschlegelsteinhausenbergerdorff".repeat(4)),
        1 => Just("محمد عبد الله بن عبد العزيز بن عبد الرحمن".to_owned()),
        1 => Just("王小明王小明王小明王小明王小明王小明王小明王小明".to_owned()),
        1 => "\\PC{0,80}",
    ]
}

fn language() -> impl Strategy<Value = String> {
    prop_oneof![Just("en"), Just("en-US"), Just("de"), Just("de-AT")].prop_map(str::to_owned)
}

fn coming() -> impl Strategy<Value = Vec<ComingVisit>> {
    prop::collection::vec((0i64..400_000, any::<bool>(), name()), 0..40).prop_map(|visits| {
        visits
            .into_iter()
            .map(|(minutes, early, provider)| {
                let start = moment(minutes);
                ComingVisit {
                    start,
                    arrive: early.then(|| (start - TimeDelta::minutes(10)).time()),
                    provider,
                }
            })
            .collect()
    })
}

fn texts(pages: &[Page]) -> Vec<String> {
    pages.iter().flat_map(Page::lines).collect()
}

/// Where each text of a page stands.
fn text_areas(page: &Page) -> Vec<(Area, String)> {
    let areas = page.marks.iter().filter_map(|mark| match mark {
        Mark::Text {
            x, y, line, style, ..
        } => Some(Area {
            x: *x,
            y: y - style.size * 0.7,
            w: wrap::width(line, *style),
            h: style.size * 0.7,
        }),
        _ => None,
    });
    areas.zip(page.lines()).collect()
}

/// Where a page of slips is cut.
fn cuts(page: &Page) -> Vec<f32> {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rule { from, .. } if from.0 < 20.0 => Some(from.1),
            _ => None,
        })
        .collect()
}

/// The letters of a line, in whichever order it is drawn.
fn letters(line: &str) -> Vec<char> {
    let mut letters: Vec<char> = line.chars().filter(|c| *c != '\u{2026}').collect();
    letters.sort_unstable();
    letters
}

/// No line is written over another.
fn check_apart(page: &Page) -> Result<(), TestCaseError> {
    let areas = text_areas(page);
    for (index, (a, one)) in areas.iter().enumerate() {
        for (b, other) in areas.iter().skip(index + 1) {
            let over = a.x < b.right() - 0.2
                && b.x < a.right() - 0.2
                && a.y < b.bottom() - 0.2
                && b.y < a.bottom() - 0.2;
            prop_assert!(!over, "{one:?} at {a:?} is written over {other:?} at {b:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s11_any_card_keeps_to_its_size_and_tells_when_to_be_there(
        patient in name(), practice in name(), phone in "[+0-9 ]{0,20}", visits in coming(), language in language(),
        sheet in sheet(), size in 0usize..4,
    ) {
        let size = CardSize::ALL[size];
        let sheet = Sheet { twelve_hours: language == "en-US", language, private: false, ..sheet };
        let view = CardView { practice, phone, patient, initials: "I.J.".into(), visits };
        let (pages, _) = card(&view, size, &sheet).expect("the fonts ship");
        prop_assert_eq!(pages.len(), 1);
        check_inside(&pages)?;
        check_apart(&pages[0])?;
        if let Some(next) = view.visits.first() {
            let words = crate::words::Words::in_language(&sheet.language, sheet.twelve_hours).expect("ships");
            let time = words.time(next.arrive.unwrap_or(next.start.time()));
            prop_assert!(texts(&pages).contains(&time), "{:?} lacks {time}", texts(&pages));
            let days = [words.date("date-long", next.start.date()), words.date("date-weekday", next.start.date())];
            prop_assert!(texts(&pages).iter().any(|line| days.contains(line)), "{:?} lacks {days:?}", texts(&pages));
        }
    }

    #[test]
    fn any_letter_keeps_its_address_in_the_window_and_names_every_visit(
        address in prop::collection::vec(name(), 1..7), practice in name(), greeting in name(), visits in coming(),
        language in language(), sheet in sheet(),
    ) {
        let sheet = Sheet { twelve_hours: language == "en-US", language, ..sheet };
        let view = LetterView { practice, phone: "030 5550100".into(), address, greeting, to_parents: false, about: None, visits };
        let (pages, _) = letter(&view, &sheet).expect("the fonts ship");
        check_inside(&pages)?;
        for page in &pages {
            check_apart(page)?;
        }
        let words = crate::words::Words::in_language(&sheet.language, sheet.twelve_hours).expect("ships");
        for visit in &view.visits {
            let day = words.date("date-long", visit.start.date());
            prop_assert!(texts(&pages).contains(&day), "{day}");
        }
        // The window of the envelope, in millimetres from the top left corner of the sheet.
        let window = match sheet.paper {
            Paper::A4 => (20.0, 45.0, 105.0, 90.0),
            Paper::Letter => (22.2, 63.5, 111.1, 80.5),
        };
        let (left, top, right, bottom) = (window.0, window.1, window.2, window.3);
        let mm = |points: f32| points * 25.4 / 72.0;
        let first = crate::text::clean::line(&view.address[0]);
        let shown = text_areas(&pages[0]);
        let placed = shown.iter().filter(|(area, line)| {
            mm(area.x) >= left && mm(area.y) >= top && mm(area.right()) <= right && mm(area.bottom()) <= bottom
                && (letters(line) == letters(&first) || (line.contains('\u{2026}') && letters(line).iter().all(|c| first.contains(*c))))
        });
        prop_assert!(first.is_empty() || placed.count() > 0, "{first:?} is not in the window: {shown:?}");
    }

    #[test]
    fn any_month_is_one_page_that_counts_every_day(
        counts in prop::collection::vec(0usize..300, 28..32), year in 1900i32..2100, number in 1u32..13,
        closed in name(), language in language(), sheet in sheet(),
    ) {
        let first = NaiveDate::from_ymd_opt(year, number, 1).expect("a real date");
        let days = (0u64..).zip(&counts).map(|(n, visits)| {
            let date = first + Days::new(n);
            let at = |hour| date.and_hms_opt(hour, 0, 0).expect("a real time");
            MonthDay {
                date,
                visits: *visits,
                span: (*visits > 0).then(|| (at(8), at(17))),
                closed: (n % 6 == 0).then(|| closed.clone()),
                works: n % 7 < 5,
            }
        }).collect();
        let sheet = Sheet { twelve_hours: language == "en-US", language, ..sheet };
        let view = MonthView { practice: "Practice".into(), provider: String::new(), month: first, days, unreadable: Vec::new() };
        let (pages, _) = month(&view, &sheet).expect("the fonts ship");
        prop_assert_eq!(pages.len(), 1);
        check_inside(&pages)?;
        check_apart(&pages[0])?;
        let said = texts(&pages);
        let words = crate::words::Words::in_language(&sheet.language, sheet.twelve_hours).expect("ships");
        for day in view.days.iter().filter(|day| day.date.month() == number && day.visits > 0) {
            let text = words.count("visits", day.visits);
            prop_assert!(said.contains(&text), "{text}");
        }
        for day in 1..=u32::from(first.num_days_in_month()) {
            prop_assert!(said.contains(&day.to_string()), "{day}");
        }
    }

    #[test]
    fn any_calls_stay_on_their_pages_and_name_everybody(
        visits in prop::collection::vec((visit(), name(), prop::collection::vec("[0-9 ]{1,30}", 0..4)), 0..30), sheet in sheet(),
    ) {
        let calls_of: Vec<CallView> = visits.into_iter().enumerate().map(|(number, (visit, whom, phones))| {
            let visit = crate::view::VisitView { patient: format!("SECRET{number}X"), ..visit };
            let phones = phones.into_iter().map(|phone| (String::new(), phone)).collect();
            CallView { visit, whom: (number % 2 == 0).then_some(format!("SECRET {whom}")), phones }
        }).collect();
        let view = CallListView {
            practice: "Practice".into(), from: date(), to: date() + Days::new(3), calls: calls_of, left_out: 2, unreadable: vec!["SECRET row".into()],
        };
        let (pages, _) = calls(&view, &sheet).expect("the fonts ship");
        check_inside(&pages)?;
        for page in &pages {
            check_apart(page)?;
        }
        let told = texts(&pages);
        if sheet.private {
            prop_assert!(told.iter().all(|line| !line.contains("SECRET")), "{told:?}");
        } else {
            for call in &view.calls {
                prop_assert!(told.contains(&call.visit.patient), "{}", call.visit.patient);
            }
        }
    }

    #[test]
    fn any_slips_stay_in_their_places_and_lose_nothing(
        visits in prop::collection::vec((visit(), name(), 0usize..3_000), 0..9), sheet in sheet(),
    ) {
        let slips_of: Vec<SlipView> = visits.into_iter().map(|(visit, patient, length)| {
            let notes = "SECRET word ".repeat(length / 12);
            SlipView {
                visit: crate::view::VisitView { patient: format!("SECRET{patient}"), notes, ..visit },
                born: Some(date()),
                next: None,
            }
        }).collect();
        let view = SlipsView { practice: "Practice".into(), date: date(), slips: slips_of, unreadable: Vec::new() };
        let (pages, _) = slips(&view, &sheet).expect("the fonts ship");
        for page in &pages {
            check_apart(page)?;
            for (area, line) in text_areas(page) {
                let cut = cuts(page).into_iter().find(|cut| area.y - 2.0 < *cut && *cut < area.bottom() + 2.0);
                prop_assert!(cut.is_none(), "{line} lies on a cut");
                prop_assert!(area.x > 20.0 && area.right() < page.width - 20.0, "{line} runs off at {area:?}");
            }
        }
        let told = texts(&pages);
        if sheet.private {
            prop_assert!(told.iter().all(|line| !line.contains("SECRET")));
        } else {
            let said: usize = told.iter().map(|line| line.matches("SECRET word").count()).sum();
            let split = told.iter().filter(|line| line.ends_with("SECRET")).count();
            let wanted: usize = view.slips.iter()
                .filter(|slip| !matches!(slip.visit.status, Status::Missed | Status::Cancelled))
                .map(|slip| slip.visit.notes.matches("SECRET word").count()).sum();
            prop_assert!(said + split >= wanted, "{said} and {split} of {wanted}");
        }
    }
}

fn upright() -> Sheet {
    Sheet {
        paper: Paper::A4,
        orientation: Orientation::Portrait,
        private: false,
        made_at: moment(432),
        language: "en".into(),
        twelve_hours: false,
    }
}

#[test]
fn empty_pages_say_so() {
    let view = SlipsView {
        practice: "Practice".into(),
        date: date(),
        slips: Vec::new(),
        unreadable: Vec::new(),
    };
    let (pages, _) = slips(&view, &upright()).expect("the fonts ship");
    assert!(texts(&pages).contains(&"Nothing is booked on this day.".to_owned()));
    let view = CallListView {
        practice: "Practice".into(),
        from: date(),
        to: date(),
        calls: Vec::new(),
        left_out: 0,
        unreadable: Vec::new(),
    };
    let (pages, _) = calls(&view, &upright()).expect("the fonts ship");
    let none = "Everybody has said that they will come.".to_owned();
    assert!(texts(&pages).contains(&none));
}

#[test]
fn s14_what_could_not_be_read_is_named_on_every_kind_of_page() {
    let row = || vec!["2026-03-29T09:00 (the length is no number)".to_owned()];
    let told = |pages: Vec<Page>| texts(&pages).join("\n");
    let month = MonthView {
        practice: "Practice".into(),
        provider: String::new(),
        month: date(),
        days: Vec::new(),
        unreadable: row(),
    };
    let list = CallListView {
        practice: "Practice".into(),
        from: date(),
        to: date(),
        calls: Vec::new(),
        left_out: 0,
        unreadable: row(),
    };
    let slip = SlipsView {
        practice: "Practice".into(),
        date: date(),
        slips: Vec::new(),
        unreadable: row(),
    };
    let sheet = upright();
    for text in [
        told(crate::month::month(&month, &sheet).expect("ships").0),
        told(calls(&list, &sheet).expect("ships").0),
        told(slips(&slip, &sheet).expect("ships").0),
    ] {
        assert!(text.contains("1 entry could not be read"), "{text}");
        assert!(text.contains("the length is no number"), "{text}");
    }
}

/// A visit that lasts over midnight does not push the times of the month's day off the clock.
#[test]
fn a_night_in_a_month_ends_with_its_day() {
    let start: NaiveDateTime = moment(22 * 60);
    let day = MonthDay {
        date: date(),
        visits: 1,
        span: Some((start, start + TimeDelta::hours(9))),
        closed: None,
        works: true,
    };
    let view = MonthView {
        practice: "Practice".into(),
        provider: String::new(),
        month: date(),
        days: vec![day],
        unreadable: Vec::new(),
    };
    let (pages, _) = month(&view, &upright()).expect("the fonts ship");
    assert!(texts(&pages).contains(&"22:00\u{2013}24:00".to_owned()));
}
