//! Reminder rules: what a practice begins with, and what cannot be a rule.

use super::build::instant;
use super::messages_build::minute;
use domain::messages::{Channel, Lead, MessageKind, ReminderRule, RuleUnfit, default_rules};
use domain::{AppointmentTypeId, NoticeOf, ReminderRuleId, Said, WallTime};
use uuid::Uuid;

fn defaults() -> Vec<ReminderRule> {
    let mut number = 0;
    let id = || {
        number += 1;
        ReminderRuleId(Uuid::from_u128(number))
    };
    default_rules(id, instant("2026-11-23T09:00"))
}

#[test]
fn a_practice_begins_with_rules_that_can_be_kept_and_each_kind_among_them() {
    let rules = defaults();
    for (position, rule) in rules.iter().enumerate() {
        assert_eq!(rule.check(), Ok(()), "{rule:?}");
        assert_eq!(rule.position as usize, position);
    }
    for kind in MessageKind::ALL {
        assert!(rules.iter().any(|rule| rule.kind == kind), "{kind:?}");
        assert_eq!(MessageKind::named(kind.name()), Some(kind));
    }
    let on: Vec<_> = rules
        .iter()
        .filter(|rule| rule.active)
        .map(|rule| rule.kind.name())
        .collect();
    let expected = [
        "booking_confirmation",
        "moved",
        "cancelled",
        "please_confirm",
        "reminder",
        "missed_visit",
        "medication",
    ];
    assert_eq!(on, expected);
}

#[test]
fn m16_surveys_and_wishes_are_off_until_somebody_switches_them_on() {
    for rule in defaults() {
        let asks_more = matches!(rule.kind, MessageKind::Survey | MessageKind::Birthday);
        assert!(!(asks_more && rule.active), "{rule:?}");
    }
}

#[test]
fn a_rule_that_could_never_go_out_is_refused() {
    let reminder = &defaults()[4];
    let at = minute("10:00");
    let with = |kind, lead| ReminderRule {
        kind,
        lead,
        ..reminder.clone()
    };
    use Lead::{AtOnce, DaysAfter, DaysBefore, HoursAfter, HoursBefore};
    use MessageKind as K;
    for (kind, lead, expected) in [
        (K::Reminder, DaysBefore { days: 0, at }, Ok(())),
        (K::Reminder, HoursBefore { hours: 3 }, Ok(())),
        (K::Reminder, HoursBefore { hours: 0 }, Err(RuleUnfit::Hours)),
        (
            K::Reminder,
            HoursBefore { hours: 337 },
            Err(RuleUnfit::Hours),
        ),
        (
            K::Reminder,
            DaysBefore { days: 366, at },
            Err(RuleUnfit::Days),
        ),
        (
            K::Reminder,
            DaysBefore {
                days: 1,
                at: minute("24:00"),
            },
            Err(RuleUnfit::EndOfDay),
        ),
        (
            K::Reminder,
            HoursAfter { hours: 1 },
            Err(RuleUnfit::LeadOfOtherKind),
        ),
        (K::Reminder, AtOnce, Err(RuleUnfit::LeadOfOtherKind)),
        (K::BookingConfirmation, AtOnce, Ok(())),
        (
            K::Moved,
            DaysBefore { days: 1, at },
            Err(RuleUnfit::LeadOfOtherKind),
        ),
        (K::Survey, HoursAfter { hours: 2 }, Ok(())),
        (
            K::Survey,
            HoursBefore { hours: 2 },
            Err(RuleUnfit::LeadOfOtherKind),
        ),
        (K::FollowUp, DaysAfter { days: 1, at }, Ok(())),
        (K::Birthday, DaysBefore { days: 0, at }, Ok(())),
        (K::Birthday, AtOnce, Err(RuleUnfit::LeadOfOtherKind)),
        (K::Medication, AtOnce, Ok(())),
        (
            K::Medication,
            HoursBefore { hours: 1 },
            Err(RuleUnfit::LeadOfOtherKind),
        ),
    ] {
        assert_eq!(with(kind, lead).check(), expected, "{kind:?} {lead:?}");
    }
    for (channels, expected) in [
        (vec![], Err(RuleUnfit::NoChannel)),
        (
            vec![Channel::Sms, Channel::Email, Channel::Sms],
            Err(RuleUnfit::ChannelTwice),
        ),
        (Channel::ALL.to_vec(), Ok(())),
    ] {
        let rule = ReminderRule {
            channels,
            ..reminder.clone()
        };
        assert_eq!(rule.check(), expected, "{:?}", rule.channels);
    }
    assert_eq!(
        Said::from(RuleUnfit::Days).to_string(),
        "rule-days most=365"
    );
}

#[test]
fn a_rule_without_types_is_for_every_visit() {
    let kind = |number| AppointmentTypeId(Uuid::from_u128(number));
    let every = &defaults()[4];
    let one = ReminderRule {
        types: vec![kind(1)],
        ..every.clone()
    };
    for (of, by_every, by_one) in [
        (None, true, false),
        (Some(kind(1)), true, true),
        (Some(kind(2)), true, false),
    ] {
        assert_eq!((every.is_for(of), one.is_for(of)), (by_every, by_one));
    }
}

#[test]
fn what_the_desk_is_to_tell_has_a_kind_of_its_own() {
    let from = WallTime::once(super::build::at("2026-11-24T10:00"));
    for (of, kind) in [
        (NoticeOf::Booked, MessageKind::BookingConfirmation),
        (NoticeOf::Moved { from }, MessageKind::Moved),
        (NoticeOf::Cancelled, MessageKind::Cancelled),
    ] {
        assert_eq!(MessageKind::telling(&of), kind);
    }
}

#[test]
fn a_form_is_offered_only_what_can_be_kept() {
    for rule in defaults() {
        let leads = rule.kind.leads();
        assert!(!leads.is_empty(), "{rule:?}");
        for lead in leads {
            let offered = ReminderRule {
                lead,
                ..rule.clone()
            };
            assert_eq!(offered.check(), Ok(()), "{offered:?}");
        }
    }
}

#[test]
fn what_is_wrong_with_a_rule_is_said_of_the_part_in_which_it_stands() {
    for (unfit, field) in [
        (RuleUnfit::LeadOfOtherKind, "lead"),
        (RuleUnfit::Days, "days"),
        (RuleUnfit::Hours, "hours"),
        (RuleUnfit::EndOfDay, "at"),
        (RuleUnfit::NoChannel, "channels"),
        (RuleUnfit::ChannelTwice, "channels"),
    ] {
        assert_eq!(unfit.field(), field);
    }
}
