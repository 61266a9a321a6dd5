//! How far behind a provider runs, from who was seated when.

use super::build::{berlin, instant, visit};
use domain::lateness::forecast;
use domain::{Appointment, ChairId, ProviderId, Status};
use uuid::Uuid;

/// `10:00+30 p1 c1 seated 10:20`, `... arrived`, `... done`, `... booked`, with a pattern at the end
/// where there is one. Visits are numbered by their place.
fn day(lines: &[&str]) -> Vec<Appointment> {
    lines
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let words: Vec<&str> = line.split(' ').collect();
            let (start, minutes) = words[0].split_once('+').unwrap();
            let number = |word: &str| word[1..].parse::<u128>().unwrap();
            let time = words
                .get(4)
                .filter(|word| word.contains(':'))
                .map(|word| instant(&format!("2026-11-24T{word}")));
            let status = match words[3] {
                "seated" => Status::Seated,
                "arrived" => Status::Arrived,
                "done" => Status::Completed,
                "missed" => Status::Missed,
                _ => Status::Scheduled,
            };
            Appointment {
                id: domain::AppointmentId(Uuid::from_u128(place as u128)),
                provider: Some(ProviderId(Uuid::from_u128(number(words[1])))),
                chair: Some(ChairId(Uuid::from_u128(number(words[2])))),
                status,
                arrived_at: time,
                seated_at: time.filter(|_| status == Status::Seated),
                pattern: words
                    .last()
                    .filter(|word| word.starts_with('X') || word.starts_with('/'))
                    .map(|word| word.parse().unwrap()),
                ..visit(
                    &format!("2026-11-24T{start}"),
                    minutes.parse().unwrap(),
                    [place as u128 + 10, 1, 1],
                )
            }
        })
        .collect()
}

/// What is foretold at a time: minutes behind by provider, and beginnings by place.
fn check(now: &str, lines: &[&str], behind: &[(u128, i64)], begins: &[(usize, &str)]) {
    let visits = day(lines);
    let told = forecast(&visits, berlin(), instant(&format!("2026-11-24T{now}")));
    let found: Vec<(u128, i64)> = told
        .behind
        .iter()
        .map(|(id, late)| (id.0.as_u128(), late.num_minutes()))
        .collect();
    assert_eq!(found, behind, "behind at {now} with {lines:#?}");
    let found: Vec<(usize, String)> = told
        .begins
        .iter()
        .map(|(id, at)| {
            let place = id.0.as_u128() as usize;
            (place, berlin().wall(*at).at.format("%H:%M").to_string())
        })
        .collect();
    let begins: Vec<(usize, String)> = begins
        .iter()
        .map(|(place, at)| (*place, (*at).to_owned()))
        .collect();
    assert_eq!(found, begins, "beginnings at {now} with {lines:#?}");
}

#[test]
fn s7_a_day_on_time_is_on_time() {
    check("10:10", &[], &[], &[]);
    check(
        "10:10",
        &["10:00+30 p1 c1 seated 10:00", "10:30+30 p1 c1 booked"],
        &[(1, 0)],
        &[(1, "10:30")],
    );
    // Seated early makes nobody late, and brings nobody forward.
    check(
        "10:10",
        &[
            "10:00+30 p1 c1 seated 09:50",
            "10:30+30 p1 c1 arrived 10:05",
        ],
        &[(1, 0)],
        &[(1, "10:30")],
    );
}

#[test]
fn s7_a_late_beginning_goes_on_to_those_who_come_next_until_a_gap_takes_it_up() {
    check(
        "10:30",
        &[
            "10:00+30 p1 c1 seated 10:20",
            "10:30+30 p1 c1 arrived 10:25",
            "11:00+30 p1 c1 booked",
            "11:45+30 p1 c1 booked",
        ],
        &[(1, 20)],
        &[(1, "10:50"), (2, "11:20"), (3, "11:50")],
    );
}

#[test]
fn s7_a_visit_that_takes_longer_than_booked_ends_now_at_the_earliest() {
    check(
        "10:50",
        &[
            "10:00+30 p1 c1 seated 10:00",
            "10:30+30 p1 c1 arrived 10:25",
        ],
        &[(1, 20)],
        &[(1, "10:50")],
    );
}

#[test]
fn s7_somebody_who_waits_while_the_provider_is_free_is_late_all_the_same() {
    check(
        "10:12",
        &["09:30+30 p1 c1 done", "10:00+30 p1 c1 arrived 09:50"],
        &[(1, 12)],
        &[(1, "10:12")],
    );
}

#[test]
fn s7_who_has_not_come_and_who_was_missed_hold_up_nobody() {
    check(
        "10:20",
        &[
            "10:00+30 p1 c1 booked",
            "10:10+20 p1 c1 missed",
            "10:30+30 p1 c1 booked",
        ],
        &[],
        &[(2, "10:30")],
    );
}

#[test]
fn s2_the_provider_is_held_up_across_chairs_and_the_chair_across_providers() {
    check(
        "10:30",
        &[
            "10:00+30 p1 c1 seated 10:15",
            "10:30+30 p1 c2 booked",
            "10:30+30 p2 c1 booked",
            "10:30+30 p2 c2 booked",
        ],
        &[(1, 15)],
        // The last one waits for nobody of its own, but for the chair that the second one has late:
        // those two were booked over each other, so they go side by side.
        &[(1, "10:45"), (2, "10:45"), (3, "10:30")],
    );
}

#[test]
fn s2_while_an_assistant_works_the_provider_is_elsewhere() {
    // Provider 10:00-10:10, then the assistant until 10:30; the next one begins at 10:10 by plan.
    check(
        "10:12",
        &[
            "10:00+30 p1 c1 seated 10:05 XX////",
            "10:10+20 p1 c2 arrived 10:00",
            "10:30+30 p1 c1 booked",
        ],
        &[(1, 5)],
        &[(1, "10:15"), (2, "10:35")],
    );
}

#[test]
fn s4_what_was_booked_over_each_other_goes_side_by_side() {
    check(
        "10:20",
        &[
            "10:00+60 p1 c1 seated 10:15",
            "10:30+15 p1 c1 booked",
            "11:00+30 p1 c1 booked",
        ],
        &[(1, 15)],
        &[(1, "10:30"), (2, "11:15")],
    );
}

#[test]
fn s7_a_patient_who_was_never_marked_as_done_holds_up_nobody_once_another_sits_there() {
    check(
        "11:05",
        &[
            "08:00+30 p1 c1 seated 08:00",
            "11:00+30 p1 c1 seated 11:00",
            "11:30+30 p1 c1 booked",
        ],
        &[(1, 0)],
        &[(2, "11:30")],
    );
}

#[test]
fn s12_lateness_is_in_minutes_that_pass_when_the_clocks_are_set_back() {
    let mut visits = day(&["10:00+30 p1 c1 seated 10:20", "10:30+30 p1 c1 booked"]);
    // 02:50 before the clocks go back at 03:00, and 02:10 after it.
    visits[0].start.at = "2026-10-25T02:30:00".parse().unwrap();
    visits[0].seated_at = Some("2026-10-25T00:50:00Z".parse().unwrap());
    visits[1].start.at = "2026-10-25T02:00:00".parse().unwrap();
    visits[1].start.second_pass = true;
    let told = forecast(&visits, berlin(), "2026-10-25T00:55:00Z".parse().unwrap());
    let begins = told.begins[&visits[1].id];
    assert_eq!(begins.to_rfc3339(), "2026-10-25T01:20:00+00:00");
}
