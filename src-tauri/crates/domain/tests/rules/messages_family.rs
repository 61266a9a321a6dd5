//! Who is written to, and by which way.

use super::build::date;
use super::messages_build::{World, days_before, patient, reasons, zone};
use chrono::DateTime;
use domain::messages::{
    Answered, Channel, Consent, ConsentKind, ContactWish, Index, NoWay, Party, Plan, Stop, StopBy,
    Verdict, Way, WhyNot, plan_for,
};
use domain::{Confirmation, PatientStatus, Phone, Said};

const NOW: &str = "2026-11-23T09:00";

/// A reminder the day before, at ten.
fn berlin() -> World {
    World::new(zone("Europe/Berlin"), &[days_before(1)])
}

fn lines(world: &World) -> Vec<String> {
    let plan = world.plan(NOW);
    let lines = world.lines(&plan.send).into_iter();
    lines
        .map(|line| {
            line.replace("reminder ", "")
                .replace(" 2026-11-25T10:00", "")
        })
        .collect()
}

fn shown(plan: &Plan) -> Vec<bool> {
    plan.unsent.iter().map(|one| one.for_desk).collect()
}

fn consent(who: u128, channel: Channel, answered: Answered) -> Consent {
    Consent {
        patient: patient(who),
        channel,
        kind: ConsentKind::Appointments,
        answered,
        source: "form".to_owned(),
        at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn m5_a_household_hears_in_one_message_to_whoever_pays() {
    let mut world = berlin();
    world.family(&[1, 2, 3]);
    world.child(3, None);
    world.visit(1, 2, "2026-11-26T10:00");
    assert_eq!(lines(&world), ["1 to 2 sms"], "alone, each for themselves");
    world.visit(2, 3, "2026-11-26T09:00");
    assert_eq!(lines(&world), ["2+1 to 1 sms"]);
    world.visit(3, 1, "2026-11-26T12:00");
    world.visit(4, 1, "2026-11-27T12:00");
    assert_eq!(
        lines(&world),
        ["2+1+3 to 1 sms", "4 2026-11-26T10:00 to 1 sms"]
    );
    // Sent: whoever is added to the day hears by the same person.
    assert_eq!(world.tick(world.at("2026-11-25T10:00")).len(), 1);
    world.visit(5, 2, "2026-11-26T15:00");
    let plan = world.plan("2026-11-25T10:05");
    assert_eq!(
        world.line(plan.send.first().unwrap()),
        "reminder 5 2026-11-25T10:00 to 1 sms"
    );
}

#[test]
fn m5_whoever_said_that_they_do_not_come_makes_no_family_of_the_other() {
    let mut world = berlin();
    world.family(&[1, 2, 3]);
    world.visit(1, 2, "2026-11-26T10:00");
    world.visit(2, 3, "2026-11-26T09:00").confirmation = Confirmation::Declined;
    assert_eq!(lines(&world), ["1 to 2 sms"]);
}

#[test]
fn m5_without_a_reachable_guarantor_nothing_goes_out_and_the_desk_sees_it() {
    type Change = fn(&mut World);
    let changes: [(Change, WhyNot); 4] = [
        (
            |w| {
                w.person(1).phones.clear();
                w.person(1).emails.clear();
            },
            WhyNot::NoWay(vec![
                (Channel::Sms, NoWay::NoAddress),
                (Channel::Email, NoWay::NoAddress),
            ]),
        ),
        (
            |w| w.person(1).status = PatientStatus::Deceased,
            WhyNot::RecipientNotContacted,
        ),
        (
            |w| {
                w.consents = vec![
                    consent(1, Channel::Sms, Answered::No),
                    consent(1, Channel::Email, Answered::No),
                ];
            },
            WhyNot::NoWay(vec![
                (Channel::Sms, NoWay::Refused),
                (Channel::Email, NoWay::Refused),
            ]),
        ),
        (
            |w| w.people.retain(|one| one.id != patient(1)),
            WhyNot::RecipientNotContacted,
        ),
    ];
    for (change, why) in changes {
        let mut world = berlin();
        world.family(&[1, 2, 3]);
        world.visit(1, 2, "2026-11-26T10:00");
        world.visit(2, 3, "2026-11-26T09:00");
        change(&mut world);
        let plan = world.plan(NOW);
        assert_eq!(plan.send, [], "{why:?}");
        assert_eq!(reasons(&plan), [(2, why.clone()), (1, why)]);
        assert_eq!(shown(&plan), [true, true]);
    }
}

#[test]
fn m5_a_household_where_nobody_pays_hears_each_for_themselves() {
    let mut world = berlin();
    world.family(&[1, 2]);
    world.households[0].guarantor = None;
    world.visit(1, 1, "2026-11-26T10:00");
    world.visit(2, 2, "2026-11-26T10:00");
    assert_eq!(lines(&world), ["1 to 1 sms", "2 to 2 sms"]);
}

#[test]
fn p5_minors_are_written_to_through_the_guardian_and_not_through_whoever_pays() {
    // 1 pays, 2 is the mother of 3 and 4; 5 is the mother of 6, who lives with none of them.
    let mut world = berlin();
    world.family(&[1, 2, 3, 4]);
    world.child(3, Some(2));
    world.child(4, Some(2));
    world.child(6, Some(5));
    world.visit(1, 3, "2026-11-26T10:00");
    world.visit(2, 6, "2026-11-26T10:00");
    assert_eq!(lines(&world), ["1 to 2 sms", "2 to 5 sms"]);
    world.visit(3, 4, "2026-11-26T09:00");
    world.visit(4, 2, "2026-11-26T11:00");
    assert_eq!(lines(&world), ["3+1+4 to 2 sms", "2 to 5 sms"]);
    // Two adults of the household: whoever pays hears of them, the mother of her children.
    world.visit(5, 1, "2026-11-26T08:00");
    assert_eq!(
        lines(&world),
        ["5+4 to 1 sms", "3+1 to 2 sms", "2 to 5 sms"]
    );
}

#[test]
fn p5_who_is_of_age_on_the_day_of_the_visit_is_written_to_themselves() {
    for (born, line) in [("2008-11-26", "1 to 2 sms"), ("2008-11-27", "1 to 1 sms")] {
        let mut world = berlin();
        world.person(2).birth_date = Some(date(born));
        world.person(2).guardian = Some(patient(1));
        world.visit(1, 2, "2026-11-26T10:00");
        assert_eq!(lines(&world), [line], "born on {born}");
    }
    let mut world = berlin();
    world.child(2, None);
    world.visit(1, 2, "2026-11-26T10:00");
    let plan = world.plan(NOW);
    assert_eq!(reasons(&plan), [(1, WhyNot::NoGuardian)]);
    assert_eq!(shown(&plan), [true]);
}

#[test]
fn p7_a_wish_for_one_number_beats_household_guardian_and_channel() {
    let mut world = berlin();
    world.family(&[1, 2]);
    world.visit(1, 1, "2026-11-26T10:00");
    world.visit(2, 2, "2026-11-26T10:00");
    assert_eq!(lines(&world), ["1+2 to 1 sms"]);
    let way = |channel, address: &str| Way {
        channel,
        address: address.to_owned(),
    };
    world.wishes = vec![ContactWish {
        patient: patient(2),
        only: vec![way(Channel::Email, "2@work.example.org")],
    }];
    assert_eq!(lines(&world), ["1 to 1 sms", "2 to 2 email"]);
    let plan = world.plan(NOW);
    assert_eq!(plan.send[1].address, "2@work.example.org");
    // Rather nothing than another way.
    world.wishes[0].only = vec![way(Channel::Phone, "0170 555 9999")];
    let plan = world.plan(NOW);
    let wished = [Channel::Sms, Channel::Email].map(|one| (one, NoWay::Wished));
    assert_eq!(reasons(&plan), [(2, WhyNot::NoWay(wished.to_vec()))]);
    // Also for a minor.
    world.child(2, Some(1));
    world.wishes[0].only = vec![way(Channel::Sms, "0170 555 9999")];
    assert_eq!(lines(&world), ["1 to 1 sms", "2 to 2 sms"]);
}

#[test]
fn p3_the_dead_and_the_archived_never_hear_by_any_path() {
    for status in [
        PatientStatus::Inactive,
        PatientStatus::Archived,
        PatientStatus::Deceased,
    ] {
        let mut world = berlin();
        world.child(2, Some(1));
        world.visit(1, 1, "2026-11-26T10:00");
        world.visit(2, 2, "2026-11-26T10:00");
        world.person(1).status = status;
        assert_eq!(lines(&world), Vec::<String>::new(), "{status:?}");
    }
}

#[test]
fn m8_the_next_channel_is_taken_where_one_is_refused() {
    let mut world = berlin();
    world.visit(1, 1, "2026-11-26T10:00");
    world.consents = vec![consent(1, Channel::Sms, Answered::No)];
    assert_eq!(lines(&world), ["1 to 1 email"]);
    world.consents.clear();
    world.settings.unknown.appointments = false;
    world.consents = vec![consent(1, Channel::Email, Answered::Yes)];
    assert_eq!(lines(&world), ["1 to 1 email"]);
    world.consents.clear();
    let plan = world.plan(NOW);
    let asked = [Channel::Sms, Channel::Email].map(|one| (one, NoWay::NotAsked));
    assert_eq!(reasons(&plan), [(1, WhyNot::NoWay(asked.to_vec()))]);
    assert_eq!(shown(&plan), [false], "the practice chose not to ask");
    let said = Said::from(&plan.unsent[0].why).to_string();
    assert!(
        said.contains("no-way channel=\\\"sms\\\" why=\\\"not-asked\\\""),
        "{said}"
    );
}

#[test]
fn m8_what_a_child_does_not_wish_by_text_the_parent_gets_otherwise() {
    let mut world = berlin();
    world.child(2, Some(1));
    world.child(3, Some(1));
    world.visit(1, 2, "2026-11-26T10:00");
    world.visit(2, 3, "2026-11-26T10:00");
    world.consents = vec![consent(3, Channel::Sms, Answered::No)];
    assert_eq!(lines(&world), ["1 to 1 sms", "2 to 1 email"]);
}

#[test]
fn m9_a_stopped_number_stops_for_everyone_who_shares_it() {
    let mut world = berlin();
    let shared = world.person(1).phones.clone();
    world.person(2).phones = shared;
    for who in [1, 2, 3] {
        world.visit(who, who, "2026-11-26T10:00");
    }
    world.follow(&world.plan(NOW));
    world.stops.push(Stop {
        channel: Channel::Sms,
        address: "+49 170 5550001".to_owned(),
        since: world.at(NOW),
        by: StopBy::Reply,
        words: "STOP".to_owned(),
    });
    let plan = world.plan(NOW);
    let stopped = WhyNot::NoWay(vec![(Channel::Sms, NoWay::Stopped)]);
    let whys: Vec<_> = plan.withdraw.iter().map(|one| one.why.clone()).collect();
    assert_eq!(whys, [stopped.clone(), stopped.clone()]);
    let due = world.at("2026-11-25T10:00");
    assert_eq!(world.eligible(0, due), Verdict::Drop(stopped));
    let mails = world.lines(&plan.send);
    assert!(
        mails.len() == 2 && mails.iter().all(|line| line.ends_with("email")),
        "{mails:?}"
    );
}

#[test]
fn a_text_goes_to_the_mobile_number_and_not_to_the_landline() {
    let phone = |label: &str| Phone {
        label: label.to_owned(),
        number: format!("0170 {label}1"),
    };
    for (labels, taken) in [
        (&["home", "Mobile"][..], Some("0170 Mobile1")),
        (&["home", ""][..], Some("0170 1")),
        (&["Festnetz", "Handy"][..], Some("0170 Handy1")),
        (&["home", "work"][..], None),
    ] {
        let mut world = berlin();
        world.visit(1, 1, "2026-11-26T10:00");
        world.person(1).phones = labels.iter().copied().map(phone).collect();
        world.person(1).emails.clear();
        let plan = world.plan(NOW);
        let address = plan.send.first().map(|one| one.address.as_str());
        assert_eq!(address, taken, "{labels:?}");
    }
}

#[test]
fn a_channel_that_is_not_set_up_is_passed_over_and_the_desk_needs_no_address() {
    let mut world = berlin();
    world.visit(1, 1, "2026-11-26T10:00");
    world.settings.channels = vec![Channel::Email];
    assert_eq!(lines(&world), ["1 to 1 email"]);
    world.settings.channels = vec![Channel::Desktop];
    world.rules[0].channels.push(Channel::Desktop);
    assert_eq!(lines(&world), ["1 to desk desktop"]);
}

#[test]
fn a_family_is_planned_by_itself_as_all_are_together() {
    let mut world = berlin();
    world.family(&[1, 2]);
    world.child(3, Some(1));
    for who in 1..=6 {
        world.visit(who, who, "2026-11-26T10:00");
    }
    let all = world.plan(NOW);
    let now = world.at(NOW);
    world.with(|facts| {
        let index = Index::of(facts);
        let unit = index.party_day(&world.visits[2].0);
        assert!(matches!(unit.party, Party::Household(_)), "the guardian's");
        let one = plan_for(&index, unit, now);
        assert_eq!(
            world.lines(&one.send),
            ["reminder 1+2+3 2026-11-25T10:00 to 1 sms"]
        );
        let mut sent = Vec::new();
        for unit in index.party_days() {
            sent.extend(plan_for(&index, unit, now).send);
        }
        assert_eq!(sent, all.send);
    });
    // It is enough to know what concerns it.
    world.visits.truncate(3);
    world.people.truncate(3);
    assert_eq!(world.plan(NOW).send, all.send[..1]);
}
