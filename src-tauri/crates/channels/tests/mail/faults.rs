//! Every fault at every step: nothing is lost, and nothing goes twice but what may have been taken
//! behind the last dot (M15).

use crate::letters::{impatient, letter, mailbox, patient};
use crate::server::{Do, On, Server};
use channels::email::{Fault as F, Handed, Mailer, Step, Trouble};

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Accepted,
    NotNow,
    Refused,
    Unusable,
    Lost,
}

fn fate(handed: &Handed) -> (Fate, Option<&Trouble>) {
    match handed {
        Handed::Accepted => (Fate::Accepted, None),
        Handed::NotNow(trouble) => (Fate::NotNow, Some(trouble)),
        Handed::Refused(trouble) => (Fate::Refused, Some(trouble)),
        Handed::Unusable(trouble) => (Fate::Unusable, Some(trouble)),
        Handed::Lost(trouble) => (Fate::Lost, Some(trouble)),
    }
}

/// One fault at one step, in a talk that is right otherwise.
fn meets(on: On, does: Do, wanted: Fate, step: Step, fault: F) {
    let server = Server::planned(&[(on, does)]);
    let patience = match does {
        Do::Silence | Do::Trickle | Do::TakeInSilence => impatient(),
        _ => patient(),
    };
    let mailer = Mailer::new(mailbox(server.port), patience).unwrap();
    let handed = mailer.send(&letter());
    drop(mailer);
    let (fate, trouble) = fate(&handed);
    let case = format!("{on:?} {does:?}: {handed:?}");
    assert_eq!(fate, wanted, "{case}");
    let trouble = trouble.expect("it failed");
    assert_eq!((trouble.step, trouble.fault), (step, fault), "{case}");

    let seen = server.seen();
    assert_eq!(seen.connections, 1, "{case}");
    match fate {
        Fate::Lost => assert!(seen.taken.len() <= 1, "{case}"),
        _ => assert_eq!(seen.taken, [], "{case}"),
    }
}

const STEPS: [(On, Step); 6] = [
    (On::Greeting, Step::Greeting),
    (On::Hello, Step::Hello),
    (On::Mail, Step::Sender),
    (On::Rcpt, Step::Recipient),
    (On::Data, Step::Text),
    (On::Dot, Step::Verdict),
];

/// `before` the last dot it is as said; behind it the message is lost.
fn at_every_step(does: Do, before: Fate, fault: F) {
    for (on, step) in STEPS {
        let wanted = if on == On::Dot { Fate::Lost } else { before };
        meets(on, does, wanted, step, fault);
    }
}

#[test]
fn m15_a_line_that_breaks_took_nothing_but_behind_the_last_dot() {
    at_every_step(Do::Close, Fate::NotNow, F::Cut);
    meets(On::Text, Do::Close, Fate::Lost, Step::Verdict, F::Cut);
}

#[test]
fn m15_a_server_that_says_nothing_took_nothing_but_behind_the_last_dot() {
    at_every_step(Do::Silence, Fate::NotNow, F::NoAnswer);
}

#[test]
fn m15_a_server_that_never_comes_to_an_end_is_given_up() {
    at_every_step(Do::Trickle, Fate::NotNow, F::NoAnswer);
}

#[test]
fn m15_what_is_no_reply_took_nothing_but_behind_the_last_dot() {
    for does in [
        Do::Say("HTTP/1.1 400 Bad Request"),
        Do::Say("25"),
        Do::Flood,
        Do::Lines,
    ] {
        for (on, step) in STEPS {
            let wanted = match on {
                On::Greeting | On::Hello => Fate::Unusable,
                On::Dot => Fate::Lost,
                _ => Fate::NotNow,
            };
            meets(on, does, wanted, step, F::NotMail);
        }
    }
}

#[test]
fn m15_a_message_that_was_taken_without_a_word_is_lost_to_us() {
    meets(On::Dot, Do::TakeAndClose, Fate::Lost, Step::Verdict, F::Cut);
    let silent = Do::TakeInSilence;
    meets(On::Dot, silent, Fate::Lost, Step::Verdict, F::NoAnswer);
    let odd = Do::Say("354 what else?");
    meets(On::Dot, odd, Fate::Lost, Step::Verdict, F::NotMail);
}

#[test]
fn a_later_attempt_may_succeed_after_a_4xx() {
    for (on, step) in STEPS {
        let fault = match on {
            On::Greeting | On::Hello | On::Mail => F::ServerBusy,
            On::Rcpt => F::RecipientNotNow,
            _ => F::TextNotNow,
        };
        let greylisted = Do::Say("451 4.7.1 Greylisted, try again in 5 minutes");
        meets(on, greylisted, Fate::NotNow, step, fault);
        let ends = Do::SayAndClose("421 4.3.2 Shutting down");
        meets(on, ends, Fate::NotNow, step, F::ServerBusy);
    }
}

#[test]
fn a_5xx_is_the_affair_of_whom_it_speaks_of() {
    for (on, step) in STEPS {
        let (fate, fault) = match on {
            On::Greeting | On::Hello => (Fate::Unusable, F::ServerRefuses),
            On::Mail => (Fate::Unusable, F::SenderRefused),
            On::Rcpt => (Fate::Refused, F::RecipientRefused),
            _ => (Fate::Refused, F::TextRefused),
        };
        meets(on, Do::Say("550 5.1.1 No"), fate, step, fault);
        meets(on, Do::SayAndClose("554 No"), fate, step, fault);
    }
}

#[test]
fn what_is_said_of_a_recipient_may_be_about_the_mailbox() {
    let step = Step::Recipient;
    for (says, fate, fault) in [
        (
            "554 5.7.1 <a@b>: Relay access denied",
            Fate::Unusable,
            F::LoginMissing,
        ),
        ("550 Unable to RELAY", Fate::Unusable, F::LoginMissing),
        ("530 5.7.0 Must log in", Fate::Unusable, F::LoginMissing),
        (
            "553 5.7.1 <p@b>: Sender address rejected: not owned by user x",
            Fate::Unusable,
            F::SenderRefused,
        ),
        ("550 5.4.5 Daily limit", Fate::NotNow, F::QuotaReached),
        ("452 4.3.1 Disk full", Fate::NotNow, F::ServerBusy),
        ("452 4.2.2 Mailbox full", Fate::NotNow, F::RecipientNotNow),
    ] {
        meets(On::Rcpt, Do::Say(says), fate, step, fault);
    }
    let not_yours = Do::Say("550 5.7.60 Not allowed to send as this sender");
    let verdict = Step::Verdict;
    meets(
        On::Dot,
        not_yours,
        Fate::Unusable,
        verdict,
        F::SenderRefused,
    );
}

#[test]
fn a_yes_too_many_is_no_yes() {
    let twice = Do::Say("250 Ok\r\n250 Ok");
    meets(On::Mail, twice, Fate::NotNow, Step::Sender, F::NotMail);
    meets(On::Rcpt, twice, Fate::NotNow, Step::Recipient, F::NotMail);
}

#[test]
fn what_a_server_says_is_told_in_one_line() {
    let says = Do::SayBytes(b"550-5.1.1 M\xfcller\x1b[31m\r\n550 5.1.1 \xe2\x80\xaegone\r\n");
    let server = Server::planned(&[(On::Rcpt, says)]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    let handed = mailer.send(&letter());
    let (_, trouble) = fate(&handed);
    let said = trouble.and_then(|trouble| trouble.said.as_deref());
    assert_eq!(said, Some("550 5.1.1 M\u{fffd}ller [31m 5.1.1 gone"));
    drop(mailer);

    // A verdict is understood in whatever letters.
    let server = Server::planned(&[(On::Dot, Do::SayBytes(b"250 \xfcbernommen\r\n"))]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    assert_eq!(mailer.send(&letter()), Handed::Accepted);
}

#[test]
fn m15_what_may_have_been_taken_goes_again_as_the_very_same_mail() {
    let server = Server::planned(&[(On::Dot, Do::TakeAndClose)]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    assert_eq!(fate(&mailer.send(&letter())).0, Fate::Lost);
    assert_eq!(mailer.send(&letter()), Handed::Accepted);
    drop(mailer);
    let seen = server.seen();
    assert_eq!(seen.taken.len(), 2);
    assert_eq!(seen.taken[0], seen.taken[1]);
}
