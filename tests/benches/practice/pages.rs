//! Pages: a full day, and many days.

use crate::table::{ms, quantile, row, timed};
use chrono::{Days, NaiveDate};

/// PDFs of 1, 30 and about 500 pages, of a full day of 8 chairs and 80 visits and of days of the practice.
pub(crate) fn pages(desk: &app::Desk, today: NaiveDate) {
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

pub(crate) fn page_count(pdf: &[u8]) -> usize {
    let count = |needle: &[u8]| {
        pdf.windows(needle.len())
            .filter(|part| *part == needle)
            .count()
    };
    count(b"/Type/Page") - count(b"/Type/Pages") + count(b"/Type /Page") - count(b"/Type /Pages")
}

pub(crate) fn full_day(date: NaiveDate) -> print::DayView {
    let columns = (0..8)
        .map(|chair| print::ColumnView {
            title: format!("Chair {}", chair + 1),
            staff: vec![(
                "Dr Haas".to_owned(),
                date.and_hms_opt(8, 0, 0).expect("a time"),
                date.and_hms_opt(18, 0, 0).expect("a time"),
            )],
            block_outs: Vec::new(),
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
