//! Every kind of page once. With DAYBOOK_PRINT_SAMPLES=folder they are written there, to be looked at.

mod common;

use common::{empty_day, full_day, list, odd_day, shared, sheet, usual_day, week};
use print::{DayListView, Orientation, Paper, Sheet, day, day_list};

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    use Orientation::{Landscape, Portrait};
    use Paper::{A4, Letter};
    let private = |orientation| Sheet {
        private: true,
        ..sheet(A4, orientation)
    };
    let german = Sheet {
        language: "de".into(),
        ..sheet(A4, Portrait)
    };
    let made = "made from views that hold nothing impossible";
    let mut samples = vec![
        (
            "day-a4-portrait",
            day(&usual_day(), &sheet(A4, Portrait)).expect(made),
        ),
        (
            "day-letter-landscape",
            day(&usual_day(), &sheet(Letter, Landscape)).expect(made),
        ),
        ("day-german", day(&usual_day(), &german).expect(made)),
        (
            "day-private",
            day(&usual_day(), &private(Portrait)).expect(made),
        ),
        (
            "day-empty",
            day(&empty_day(), &sheet(Letter, Portrait)).expect(made),
        ),
        (
            "day-full-portrait",
            day(&full_day(8, 10), &sheet(A4, Portrait)).expect(made),
        ),
        (
            "day-full-landscape",
            day(&full_day(8, 10), &sheet(A4, Landscape)).expect(made),
        ),
        (
            "day-scripts",
            day(&full_day(2, 10), &sheet(A4, Portrait)).expect(made),
        ),
        (
            "day-odd",
            day(&odd_day(), &sheet(A4, Portrait)).expect(made),
        ),
        (
            "day-odd-private",
            day(&odd_day(), &private(Landscape)).expect(made),
        ),
        ("list", day_list(&list(), &sheet(A4, Portrait)).expect(made)),
        (
            "list-landscape",
            day_list(&list(), &sheet(Letter, Landscape)).expect(made),
        ),
        (
            "list-private",
            day_list(&list(), &private(Portrait)).expect(made),
        ),
        (
            "week-landscape",
            print::week(&week(), &sheet(A4, Landscape)).expect(made),
        ),
        (
            "week-portrait",
            print::week(&week(), &sheet(A4, Portrait)).expect(made),
        ),
    ];
    if let Some(hostile) = shared("hostile/blns.txt") {
        let visits = hostile
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let mut visit = common::visit(common::at(9, 0), 30, line, line);
                visit.notes = line.into();
                visit
            })
            .collect();
        let view = DayListView {
            practice: "Hostile".into(),
            date: common::date(),
            visits,
            unreadable: Vec::new(),
        };
        samples.push((
            "hostile",
            day_list(&view, &sheet(A4, Portrait)).expect(made),
        ));
    }
    samples
}

#[test]
fn every_kind_of_page_can_be_made_and_is_the_same_every_time() {
    let folder = std::env::var_os("DAYBOOK_PRINT_SAMPLES");
    for ((name, bytes), (_, again)) in samples().into_iter().zip(samples()) {
        assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
        assert!(bytes == again, "{name} is not the same twice");
        if let Some(folder) = &folder {
            let file = std::path::Path::new(folder).join(format!("{name}.pdf"));
            std::fs::write(file, bytes).expect("the folder can be written");
        }
    }
}
