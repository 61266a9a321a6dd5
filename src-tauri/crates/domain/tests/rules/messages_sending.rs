//! How far a message has come, and what follows from what happened to it.

use super::build::instant;
use chrono::{DateTime, TimeDelta, Utc};
use domain::Said;
use domain::messages::{Attempt, Channel, Event, Failed, OutOfTurn, Sending, Stage, after, pause};
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    instant("2026-11-25T10:00")
}

/// The visit is the next day.
fn until() -> DateTime<Utc> {
    instant("2026-11-26T10:00")
}

fn minutes(count: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(count)
}

fn attempt(number: u32) -> Attempt {
    Attempt {
        number,
        message_id: "1@practice.example".to_owned(),
        date: now(),
        perhaps_there: false,
    }
}

fn perhaps(number: u32) -> Attempt {
    Attempt {
        perhaps_there: true,
        ..attempt(number)
    }
}

fn claim(id: &str) -> Event {
    let message_id = format!("{id}@practice.example");
    Event::Claim { message_id }
}

fn what() -> String {
    "451 later".to_owned()
}

fn claimed(number: u32) -> Sending {
    Sending::Claimed {
        attempt: attempt(number),
    }
}

fn transient(attempt: Attempt, next: DateTime<Utc>) -> Sending {
    let what = what();
    Sending::Transient {
        attempt,
        next,
        what,
    }
}

fn refused(attempt: Attempt) -> Sending {
    Sending::Permanent {
        attempt: Some(attempt),
        at: now(),
        what: Failed::Refused(what()),
    }
}

#[test]
fn a_message_is_claimed_then_taken_put_off_or_refused() {
    use Channel::{Email, Sms};
    let accepted = |attempt| Sending::Accepted { attempt, at: now() };
    let unknown = |attempt| Sending::Unknown { attempt, at: now() };
    let withdrawn = Sending::Withdrawn { at: now() };
    let again = |attempt, next| Sending::Transient {
        attempt,
        next,
        what: String::new(),
    };
    for (state, event, channel, expected) in [
        (Sending::Planned, claim("1"), Email, Ok(claimed(1))),
        (
            Sending::Planned,
            Event::Accepted,
            Email,
            Err(OutOfTurn::NotBeingSent),
        ),
        (
            Sending::Planned,
            Event::Withdraw,
            Email,
            Ok(withdrawn.clone()),
        ),
        (claimed(1), Event::Accepted, Email, Ok(accepted(attempt(1)))),
        (
            claimed(1),
            Event::NotNow { what: what() },
            Email,
            Ok(transient(attempt(1), minutes(5))),
        ),
        (
            claimed(1),
            Event::Refused { what: what() },
            Email,
            Ok(refused(attempt(1))),
        ),
        // Nobody else takes what somebody is sending.
        (claimed(1), claim("2"), Email, Err(OutOfTurn::BeingSent)),
        (
            claimed(1),
            Event::Withdraw,
            Email,
            Err(OutOfTurn::BeingSent),
        ),
        // M15: the crash in between.
        (
            claimed(1),
            Event::Lost {
                what: String::new(),
            },
            Email,
            Ok(again(perhaps(1), minutes(5))),
        ),
        (
            claimed(1),
            Event::Lost {
                what: String::new(),
            },
            Sms,
            Ok(unknown(perhaps(1))),
        ),
        // The same name and date, whatever a new attempt would be called.
        (
            transient(attempt(1), now()),
            claim("2"),
            Email,
            Ok(claimed(2)),
        ),
        (
            transient(attempt(1), minutes(1)),
            claim("2"),
            Email,
            Err(OutOfTurn::TooEarly),
        ),
        (
            transient(attempt(1), minutes(1)),
            Event::Withdraw,
            Email,
            Ok(withdrawn.clone()),
        ),
        (
            transient(perhaps(1), minutes(1)),
            Event::Withdraw,
            Email,
            Ok(unknown(perhaps(1))),
        ),
        // What was taken for lost is heard of late.
        (
            transient(perhaps(1), minutes(1)),
            Event::Accepted,
            Email,
            Ok(accepted(perhaps(1))),
        ),
        (
            transient(attempt(1), minutes(1)),
            Event::Accepted,
            Email,
            Err(OutOfTurn::NotBeingSent),
        ),
        (
            transient(perhaps(1), minutes(1)),
            Event::Refused { what: what() },
            Email,
            Ok(refused(attempt(1))),
        ),
        (
            transient(perhaps(2), minutes(1)),
            Event::Refused { what: what() },
            Email,
            Ok(unknown(perhaps(2))),
        ),
        // The gateway tells late, or a person looks.
        (
            unknown(perhaps(1)),
            claim("2"),
            Sms,
            Err(OutOfTurn::MayHaveBeenSent),
        ),
        (
            unknown(perhaps(1)),
            Event::Accepted,
            Sms,
            Ok(accepted(perhaps(1))),
        ),
        (
            unknown(perhaps(1)),
            Event::Refused { what: what() },
            Sms,
            Ok(refused(perhaps(1))),
        ),
        (
            unknown(perhaps(1)),
            Event::Again,
            Sms,
            Ok(again(perhaps(1), now())),
        ),
        (
            refused(attempt(1)),
            Event::Again,
            Sms,
            Ok(again(attempt(1), now())),
        ),
        (refused(attempt(1)), claim("2"), Sms, Err(OutOfTurn::Failed)),
        (
            accepted(attempt(1)),
            Event::Bounced { what: what() },
            Email,
            Ok(refused(attempt(1))),
        ),
        (
            accepted(attempt(1)),
            Event::Again,
            Email,
            Err(OutOfTurn::GoneOut),
        ),
        (withdrawn, claim("2"), Email, Err(OutOfTurn::Withdrawn)),
    ] {
        let found = after(&state, event.clone(), channel, until(), now());
        assert_eq!(found, expected, "{state:?} {event:?}");
    }
}

#[test]
fn m15_a_second_attempt_that_is_refused_leaves_open_whether_the_first_got_there() {
    let again = Sending::Claimed {
        attempt: perhaps(2),
    };
    let expected = Sending::Unknown {
        attempt: perhaps(2),
        at: now(),
    };
    let event = Event::Refused { what: what() };
    let found = after(&again, event, Channel::Email, until(), now()).unwrap();
    assert_eq!(found, expected);
    // So no other channel is tried.
    assert_eq!(found.stage(), Stage::Taken { at: now() });
    assert_eq!(refused(attempt(1)).stage(), Stage::Failed);
    assert_eq!(Sending::Planned.stage(), Stage::Waiting);
    assert_eq!(Sending::Withdrawn { at: now() }.stage(), Stage::Void);
}

#[test]
fn what_cannot_be_put_into_words_is_not_handed_over_and_may_go_again_once_it_can() {
    let blank = || Event::Blank {
        field: "phone".to_owned(),
    };
    let what = Failed::Blank("phone".to_owned());
    let failed = |attempt| Sending::Permanent {
        attempt,
        at: now(),
        what: what.clone(),
    };
    let maybe = Sending::Unknown {
        attempt: perhaps(1),
        at: now(),
    };
    for (state, expected) in [
        (Sending::Planned, Ok(failed(None))),
        (transient(attempt(1), now()), Ok(failed(Some(attempt(1))))),
        // No other way says a second time what may have got there.
        (transient(perhaps(1), now()), Ok(maybe)),
        (claimed(1), Err(OutOfTurn::BeingSent)),
    ] {
        let found = after(&state, blank(), Channel::Email, until(), now());
        assert_eq!(found, expected, "{state:?}");
    }
    let found = after(&failed(None), Event::Again, Channel::Email, until(), now());
    assert_eq!(found, Ok(Sending::Planned));
}

#[test]
fn what_was_put_off_and_can_go_no_more_is_given_up() {
    let given_up = |what| Some(Event::GiveUp { what });
    let put_off = transient(attempt(1), minutes(5));
    assert_eq!(put_off.hangs(true, until(), now()), None);
    assert_eq!(put_off.hangs(true, now(), now()), given_up(Failed::TooLate));
    assert_eq!(
        put_off.hangs(false, until(), now()),
        given_up(Failed::NotSetUp)
    );
    for state in [Sending::Planned, claimed(1), refused(attempt(1))] {
        assert_eq!(state.hangs(false, now(), now()), None);
    }
    let give_up = || Event::GiveUp {
        what: Failed::NotSetUp,
    };
    let after = |state| after(&state, give_up(), Channel::Email, until(), now());
    let failed = Sending::Permanent {
        attempt: Some(attempt(1)),
        at: now(),
        what: Failed::NotSetUp,
    };
    assert_eq!(after(put_off), Ok(failed));
    // No other way says a second time what may have got there.
    let maybe = Sending::Unknown {
        attempt: perhaps(1),
        at: now(),
    };
    assert_eq!(after(transient(perhaps(1), minutes(5))), Ok(maybe));
    assert_eq!(after(claimed(1)), Err(OutOfTurn::BeingSent));
    assert_eq!(after(Sending::Planned), Err(OutOfTurn::NotBeingSent));
}

#[test]
fn a_pause_that_a_wrong_clock_wrote_is_over_at_once() {
    let until = minutes(100_000);
    let put_off = transient(attempt(3), minutes(90_000));
    assert_eq!(
        put_off.hangs(true, until, now()),
        Some(Event::ClockWasWrong)
    );
    let found = after(&put_off, Event::ClockWasWrong, Channel::Email, until, now());
    assert_eq!(found, Ok(transient(attempt(3), now())));
    let usual = transient(attempt(3), minutes(61));
    assert_eq!(usual.hangs(true, until, now()), None);
}

#[test]
fn pauses_grow_from_five_minutes_to_an_hour() {
    let found: Vec<i64> = (1..=7).map(|one| pause(one).num_minutes()).collect();
    assert_eq!(found, [5, 10, 20, 40, 60, 60, 60]);
    assert_eq!(pause(u32::MAX).num_minutes(), 60);
}

#[test]
fn a_message_is_given_up_when_it_is_of_no_use_any_more() {
    let too_late = |attempt| Sending::Permanent {
        attempt,
        at: now(),
        what: Failed::TooLate,
    };
    let not_now = Event::NotNow { what: what() };
    for (state, event, until, expected) in [
        (Sending::Planned, claim("1"), minutes(0), Ok(too_late(None))),
        (Sending::Planned, claim("1"), minutes(1), Ok(claimed(1))),
        (
            claimed(1),
            not_now.clone(),
            minutes(5),
            Ok(too_late(Some(attempt(1)))),
        ),
        (
            claimed(1),
            not_now,
            minutes(6),
            Ok(transient(attempt(1), minutes(5))),
        ),
        (
            claimed(1),
            Event::Lost {
                what: String::new(),
            },
            minutes(0),
            Ok(Sending::Unknown {
                attempt: perhaps(1),
                at: now(),
            }),
        ),
        (
            Sending::Unknown {
                attempt: perhaps(1),
                at: now(),
            },
            Event::Again,
            minutes(0),
            Err(OutOfTurn::TooLate),
        ),
    ] {
        let found = after(&state, event, Channel::Email, until, now());
        assert_eq!(found, expected, "{state:?}");
    }
    assert_eq!(
        Said::from(OutOfTurn::TooLate).to_string(),
        "unsent-too-late"
    );
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0u32..9).prop_map(|id| claim(&id.to_string())),
        1 => Just(Event::Accepted),
        2 => Just(Event::NotNow { what: what() }),
        1 => Just(Event::Refused { what: what() }),
        2 => Just(Event::Lost { what: String::new() }),
        1 => Just(Event::Again),
        1 => Just(Event::Withdraw),
    ]
}

proptest! {
    #[test]
    fn m15_a_text_that_may_be_there_never_goes_again_by_itself_and_a_mail_keeps_its_name(
        events in prop::collection::vec((events(), 0i64..90), 1..30),
        channel in prop::sample::select(&[Channel::Email, Channel::Sms][..]),
    ) {
        let mut state = Sending::Planned;
        let mut time = now();
        let mut name = None;
        let mut handed_over = 0;
        for (event, pause) in events {
            time += TimeDelta::minutes(pause);
            let by_hand = event == Event::Again;
            let Ok(next) = after(&state, event.clone(), channel, until(), time) else {
                continue;
            };
            if let Sending::Claimed { attempt } = &next {
                let first = name.get_or_insert_with(|| attempt.clone());
                prop_assert_eq!(&first.message_id, &attempt.message_id);
                prop_assert_eq!(first.date, attempt.date);
                prop_assert!(time < until());
                handed_over += 1;
                prop_assert_eq!(attempt.number, handed_over);
            }
            if channel == Channel::Sms && matches!(state, Sending::Unknown { .. }) {
                let again = matches!(next, Sending::Transient { .. } | Sending::Claimed { .. });
                prop_assert!(!again || by_hand, "{next:?} after {event:?}");
            }
            state = next;
        }
    }
}
