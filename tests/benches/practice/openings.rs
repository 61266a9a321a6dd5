//! Openings over a year, and who could take a gap.

use crate::table::{ms, quantile, row, timed};
use app::appointment::FindOpenings;
use chrono::{Days, NaiveDate, Weekday};
use domain::{Status, WaitingList, Wish};

/// Openings over a year, for eight providers and for all of them: what is found soon, what nobody
/// has, and each of them with a share.
pub(crate) fn openings(desk: &app::Desk) {
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
pub(crate) fn candidates(desk: &mut app::Desk, today: NaiveDate) {
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
