//! The machine slept or was off: over the time to send, over a change of the clocks, over the visit.

use super::messages_build::{World, ZONES, days_before, hours_before, reasons, shown, zone};
use chrono::{Days, TimeDelta};
use domain::WallTime;
use domain::messages::{Verdict, WhyNot};

#[test]
fn m6_a_reminder_in_the_night_waits_for_the_morning_or_is_dropped_with_the_visit() {
    let mut world = World::new(zone("Europe/Berlin"), &[hours_before(3)]);
    for (start, goes) in [
        ("2026-11-26T10:30", Some("2026-11-26T08:00")),
        ("2026-11-26T08:30", Some("2026-11-26T08:00")),
        // Whoever is on the way at eight does not need it any more.
        ("2026-11-26T08:15", None),
        ("2026-11-26T07:00", None),
    ] {
        world.visits.clear();
        world.visit(1, 1, start);
        let plan = world.plan("2026-11-25T09:00");
        let found = plan.send.first().map(|one| shown(world.zone, one.send_at));
        assert_eq!(found.as_deref(), goes, "{start}");
        if goes.is_none() {
            assert_eq!(reasons(&plan), [(1, WhyNot::QuietTooLong)], "{start}");
        }
    }
}

#[test]
fn m7_asleep_over_the_time_to_send_what_still_helps_goes_out_once() {
    let mut world = World::new(zone("Europe/Berlin"), &[days_before(1)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.follow(&world.plan("2026-11-20T09:00"));
    for (woken, sent) in [
        // In the night it waits for the morning.
        ("2026-11-25T23:00", 0),
        ("2026-11-26T07:59", 0),
        ("2026-11-26T08:00", 1),
        ("2026-11-26T08:01", 0),
    ] {
        assert_eq!(world.tick(world.at(woken)).len(), sent, "{woken}");
    }
}

#[test]
fn m7_asleep_over_the_visit_itself_sends_nothing_and_says_why() {
    let mut world = World::new(zone("Europe/Berlin"), &[days_before(1)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.follow(&world.plan("2026-11-20T09:00"));
    for (woken, why) in [
        ("2026-11-26T13:45", WhyNot::TooLate),
        ("2026-11-26T14:00", WhyNot::TooLate),
        ("2026-12-03T09:00", WhyNot::TooLate),
    ] {
        let now = world.at(woken);
        assert_eq!(
            world.eligible(0, now),
            Verdict::Drop(why.clone()),
            "{woken}"
        );
        assert_eq!(world.plan_at(now).withdraw[0].why, why, "{woken}");
        assert_eq!(world.plan_at(now).send, []);
    }
}

#[test]
fn m7_woken_in_the_night_before_an_early_visit_it_is_dropped_at_once() {
    let mut world = World::new(zone("Europe/Berlin"), &[days_before(1)]);
    world.visit(1, 1, "2026-11-26T08:10");
    world.follow(&world.plan("2026-11-20T09:00"));
    for (woken, verdict) in [
        ("2026-11-25T19:59", None),
        ("2026-11-25T23:00", Some(WhyNot::QuietTooLong)),
        ("2026-11-26T07:54", Some(WhyNot::QuietTooLong)),
        ("2026-11-26T07:55", Some(WhyNot::TooLate)),
    ] {
        match (world.eligible(0, world.at(woken)), verdict) {
            (Verdict::Send(_), None) => {}
            (found, why) => assert_eq!(Some(found), why.map(Verdict::Drop), "{woken}"),
        }
    }
}

#[test]
fn m7_a_rule_that_is_switched_on_makes_up_for_nothing() {
    let mut world = World::new(zone("Europe/Berlin"), &[days_before(1)]);
    world.visit(1, 1, "2026-11-26T14:00");
    world.visit(2, 2, "2026-11-27T14:00");
    world.rules[0].since = world.at("2026-11-25T10:01");
    let plan = world.plan("2026-11-25T10:01");
    assert_eq!(
        world.lines(&plan.send),
        ["reminder 2 2026-11-26T10:00 to 2 sms"]
    );
    assert_eq!(reasons(&plan), [(1, WhyNot::RuleNewer)]);
    world.rules[0].active = false;
    assert_eq!(world.plan("2026-11-25T10:01"), Default::default());
}

#[test]
fn s12_a_day_before_is_by_the_clock_on_the_wall_over_every_change_of_the_clocks() {
    for name in ZONES {
        let zone = zone(name);
        let mut world = World::new(zone, &[days_before(1), days_before(2)]);
        let first: chrono::NaiveDate = "2026-01-05".parse().unwrap();
        for (number, day) in first.iter_days().take(360).enumerate() {
            let start = day.and_hms_opt(9, 0, 0).unwrap();
            world.visit(
                number as u128 + 1,
                1,
                &start.format("%Y-%m-%dT%H:%M").to_string(),
            );
        }
        let plan = world.plan("2026-01-02T09:00");
        assert_eq!(plan.send.len(), 720, "{name}");
        for message in &plan.send {
            let part = message.parts[0];
            let days = if part.rule == world.rules[0].id { 1 } else { 2 };
            let day = part.about.day(zone) - Days::new(days);
            let wall = zone.wall(message.send_at);
            assert_eq!(
                wall,
                WallTime::once(day.and_hms_opt(10, 0, 0).unwrap()),
                "{name}"
            );
        }
    }
}

#[test]
fn s12_hours_before_are_hours_also_where_the_clocks_change() {
    for (name, start, goes) in [
        // Set forward at 2:00: seven hours before seven is an hour before midnight.
        ("Europe/Berlin", "2026-03-29T07:00", "2026-03-28T23:00"),
        ("Europe/Berlin", "2026-10-25T07:00", "2026-10-25T01:00"),
        ("America/New_York", "2026-03-08T07:00", "2026-03-07T23:00"),
        ("America/New_York", "2026-11-01T07:00", "2026-11-01T01:00"),
        (
            "Australia/Lord_Howe",
            "2026-10-04T07:00",
            "2026-10-03T23:30",
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-05T07:00",
            "2026-04-05T00:30",
        ),
        ("Africa/Casablanca", "2026-02-15T07:00", "2026-02-15T01:00"),
        ("Africa/Casablanca", "2026-03-22T07:00", "2026-03-21T23:00"),
    ] {
        let mut world = World::new(zone(name), &[hours_before(7)]);
        world.settings.quiet.to = world.settings.quiet.from;
        world.visit(1, 1, start);
        let plan = world.plan_at(world.at(start) - TimeDelta::days(2));
        assert_eq!(
            shown(world.zone, plan.send[0].send_at),
            goes,
            "{name} {start}"
        );
    }
}

#[test]
fn s12_asleep_over_a_change_of_the_clocks_the_next_morning_is_the_next_morning() {
    for (name, night, start) in [
        ("Europe/Berlin", "2026-03-28T21:00", "2026-03-29T14:00"),
        ("Europe/Berlin", "2026-10-24T21:00", "2026-10-25T14:00"),
        ("America/New_York", "2026-03-07T21:00", "2026-03-08T14:00"),
        (
            "Australia/Lord_Howe",
            "2026-04-04T21:00",
            "2026-04-05T14:00",
        ),
        ("Africa/Casablanca", "2026-02-14T21:00", "2026-02-15T14:00"),
    ] {
        let mut world = World::new(zone(name), &[days_before(1)]);
        world.visit(1, 1, start);
        world.follow(&world.plan_at(world.at(start) - TimeDelta::days(9)));
        // Put to sleep before ten the day before, woken at night.
        let woken = world.at(night);
        let Verdict::Wait(until) = world.eligible(0, woken) else {
            panic!("{name}: {:?}", world.eligible(0, woken));
        };
        let morning = format!("{}T08:00", &start[..10]);
        assert_eq!(shown(world.zone, until), morning, "{name}");
        assert_eq!(world.tick(until).len(), 1, "{name}");
    }
}

#[test]
fn s12_a_time_that_the_clocks_skip_is_when_they_jump() {
    use domain::messages::{Lead, MessageKind};
    for (name, at, start, goes) in [
        (
            "Europe/Berlin",
            "02:30",
            "2026-03-30T09:00",
            "2026-03-29T03:00",
        ),
        (
            "Australia/Lord_Howe",
            "02:15",
            "2026-10-05T09:00",
            "2026-10-04T02:30",
        ),
        (
            "America/New_York",
            "02:30",
            "2026-03-09T09:00",
            "2026-03-08T03:00",
        ),
    ] {
        let lead = Lead::DaysBefore {
            days: 1,
            at: super::messages_build::minute(at),
        };
        let mut world = World::new(zone(name), &[(MessageKind::Reminder, lead)]);
        world.settings.quiet.to = world.settings.quiet.from;
        world.visit(1, 1, start);
        let plan = world.plan_at(world.at(start) - TimeDelta::days(9));
        assert_eq!(shown(world.zone, plan.send[0].send_at), goes, "{name}");
    }
}
