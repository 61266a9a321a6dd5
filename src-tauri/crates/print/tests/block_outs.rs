//! Time that is not for every visit, as plans show it. With DAYBOOK_PRINT_SAMPLES=folder the pages are written there, to be looked at.

mod common;

use common::{at, full_day, list, read_back, sheet, usual_day, week};
use print::{BlockOutView, DayView, Effect, Orientation, Paper, Sheet, WeekView};

fn block_out(from: (u32, u32), to: (u32, u32), name: &str, effect: Effect) -> BlockOutView {
    BlockOutView {
        from: at(from.0, from.1),
        to: at(to.0, to.1),
        name: name.into(),
        effect,
        whose: String::new(),
        note: String::new(),
    }
}

/// Chair 1 is booked nearly all day; the last chair has one visit alone.
fn blocked_day() -> DayView {
    let mut day = usual_day();
    for column in &mut day.columns {
        column.closed.retain(|(_, _, why)| why != "Lunch");
        let lunch = block_out((12, 0), (12, 45), "Lunch", Effect::NoScheduling);
        column.block_outs.push(lunch);
    }
    let kept = Effect::Reserved(vec!["Emergency".into(), "Trauma".into()]);
    let mut meeting = block_out((14, 30), (15, 15), "Meeting", Effect::NoScheduling);
    meeting.whose = "Dr Okafor".into();
    meeting.note = "With the laboratory, in the small room".into();
    day.columns[0].block_outs.push(meeting);
    let mut long = block_out(
        (13, 0),
        (13, 20),
        "Wolfeschlegelsteinhausenbergerdorff-Besprechung im Zusammenhang",
        Effect::NoScheduling,
    );
    long.note = "A note far longer than the room that there is for it on any paper. ".repeat(3);
    day.columns[1].block_outs.push(long);
    let emergencies = block_out((14, 0), (16, 0), "Kept for emergencies", kept.clone());
    day.columns[1].block_outs.push(emergencies);
    let mut note = block_out((15, 0), (16, 30), "Note", Effect::Note);
    note.note = "The compressor is serviced".into();
    day.columns[2].block_outs.push(note);
    let over = block_out((8, 0), (12, 0), "Kept free", kept);
    day.columns[3].block_outs.push(over);
    day
}

fn blocked_week() -> WeekView {
    let mut week = week();
    for day in week.provider.iter_mut().flat_map(|one| &mut one.days) {
        let mut lunch = block_out((12, 0), (13, 0), "Lunch", Effect::NoScheduling);
        lunch.from = day.date.and_time(lunch.from.time());
        lunch.to = day.date.and_time(lunch.to.time());
        day.visits.retain(|visit| {
            let end = visit.start + chrono::TimeDelta::minutes(i64::from(visit.minutes));
            end <= lunch.from || visit.start >= lunch.to
        });
        day.block_outs.push(lunch);
    }
    week
}

fn pages() -> Vec<(&'static str, Vec<u8>)> {
    let upright = sheet(Paper::A4, Orientation::Portrait);
    let wide = sheet(Paper::A4, Orientation::Landscape);
    let german = Sheet {
        language: "de".into(),
        ..upright.clone()
    };
    let private = Sheet {
        private: true,
        ..upright.clone()
    };
    let mut crowded = full_day(8, 10);
    for column in &mut crowded.columns {
        column.block_outs = blocked_day().columns[1].block_outs.clone();
    }
    let made = "made from views that hold nothing impossible";
    [
        ("blocked-day", print::day(&blocked_day(), &upright)),
        ("blocked-day-wide", print::day(&blocked_day(), &wide)),
        ("blocked-day-german", print::day(&blocked_day(), &german)),
        ("blocked-day-private", print::day(&blocked_day(), &private)),
        ("blocked-day-crowded", print::day(&crowded, &wide)),
        ("blocked-week", print::week(&blocked_week(), &wide)),
        (
            "blocked-power-cut",
            print::power_cut_sheet(&list(), &blocked_day(), &upright, None),
        ),
    ]
    .map(|(name, pdf)| (name, pdf.expect(made)))
    .to_vec()
}

#[test]
fn s5_a_plan_tells_what_time_is_blocked_and_hides_no_visit() {
    let folder = std::env::var_os("DAYBOOK_PRINT_SAMPLES");
    for (name, bytes) in pages() {
        if let Some(folder) = &folder {
            let file = std::path::Path::new(folder).join(format!("{name}.pdf"));
            std::fs::write(file, &bytes).expect("the folder can be written");
        }
        let Some(text) = read_back(&bytes, None) else {
            return;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said: &[&str] = match name {
            "blocked-day" | "blocked-day-wide" | "blocked-power-cut" => &[
                "Lunch",
                "Meeting",
                "Dr Okafor \u{b7} With the laboratory",
                "kept for Emergency, Trauma",
                "The compressor is serviced",
                "Wolfeschlegel",
                "Kept free",
                "Viktor Saar",
                "Sofia Rossi",
                "Elena Petrova",
            ],
            "blocked-day-german" => &["frei für Emergency, Trauma", "Viktor Saar"],
            "blocked-week" => &["Lunch"],
            _ => &[],
        };
        for said in said {
            assert!(text.contains(said), "{said} is not on {name}: {text}");
        }
    }
}

#[test]
fn m11_a_wall_shows_blocked_time_and_not_whose_or_why() {
    let on_a_wall = pages()
        .into_iter()
        .find(|(name, _)| *name == "blocked-day-private");
    let (_, bytes) = on_a_wall.expect("it is one of them");
    let Some(text) = read_back(&bytes, None) else {
        return;
    };
    for secret in ["laboratory", "Okafor", "Emergency", "compressor", "Meeting"] {
        assert!(!text.contains(secret), "{secret} hangs on the wall: {text}");
    }
}
