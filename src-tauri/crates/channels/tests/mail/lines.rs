//! Lines that stay open between messages.

use crate::letters::{impatient, letter, mailbox, patient};
use crate::server::{Do, On, Server};
use channels::email::{Fault, Handed, Letter, Mailer};
use std::time::{Duration, Instant};

fn to(address: &str) -> Letter<'_> {
    Letter {
        to: address,
        ..letter()
    }
}

#[test]
fn many_letters_go_by_one_line() {
    let server = Server::planned(&[]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    let all = ["a@example.net", "b@example.net", "c@example.net"];
    for address in all {
        assert_eq!(mailer.send(&to(address)), Handed::Accepted);
    }
    mailer.rest();
    let seen = server.seen();
    assert_eq!(seen.connections, 1);
    let taken: Vec<_> = seen.taken.iter().map(|mail| mail.to.join(" ")).collect();
    assert_eq!(taken, all.map(|address| format!("RCPT TO:<{address}>")));
    assert_eq!(seen.taken[0].from, "MAIL FROM:<praxis@example.org>");
    assert_eq!(seen.commands.last().map(String::as_str), Some("QUIT"));
}

#[test]
fn m3_a_recipient_who_is_refused_stops_nobody_else() {
    for (on, says) in [
        (On::Rcpt, "550 5.1.1 Unknown"),
        (On::Rcpt, "451 4.7.1 Later"),
        (On::Data, "554 5.5.1 No"),
        (On::Dot, "554 5.6.0 No"),
    ] {
        let server = Server::planned(&[(on, Do::Say(says))]);
        let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
        assert_ne!(mailer.send(&to("a@example.net")), Handed::Accepted);
        assert_eq!(mailer.send(&to("b@example.net")), Handed::Accepted);
        drop(mailer);
        let seen = server.seen();
        assert_eq!(seen.connections, 1, "{says}");
        assert_eq!(seen.taken.len(), 1, "{says}");
        assert_eq!(seen.taken[0].to, ["RCPT TO:<b@example.net>"]);
    }
}

#[test]
fn a_line_that_the_server_let_go_of_is_opened_anew() {
    for does in [
        Do::SayAndClose("421 4.4.2 Idle for too long"),
        Do::Close,
        Do::Silence,
        Do::Say("nonsense"),
    ] {
        // The first is for the first letter, and it is right.
        let right = (On::Mail, Do::Say("250 2.1.0 Ok"));
        let server = Server::planned(&[right, (On::Mail, does)]);
        let waits = does == Do::Silence;
        let patience = if waits { impatient() } else { patient() };
        let mailer = Mailer::new(mailbox(server.port), patience).unwrap();
        for address in ["a@example.net", "b@example.net"] {
            assert_eq!(mailer.send(&to(address)), Handed::Accepted, "{does:?}");
        }
        drop(mailer);
        let seen = server.seen();
        assert_eq!((seen.connections, seen.taken.len()), (2, 2), "{does:?}");
    }
}

#[test]
fn a_line_closed_between_letters_is_opened_anew() {
    let server = Server::planned(&[(On::Dot, Do::SayAndClose("250 2.0.0 Taken, and bye"))]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    assert_eq!(mailer.send(&to("a@example.net")), Handed::Accepted);
    server.wait_for_closed();
    assert_eq!(mailer.send(&to("b@example.net")), Handed::Accepted);
    drop(mailer);
    let seen = server.seen();
    assert_eq!((seen.connections, seen.taken.len()), (2, 2));
}

#[test]
fn an_answer_left_over_is_not_taken_for_the_next_ones() {
    let server = Server::planned(&[(On::Dot, Do::Say("250 Taken\r\n250 Taken"))]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    assert_eq!(mailer.send(&to("a@example.net")), Handed::Accepted);
    assert_eq!(mailer.send(&to("b@example.net")), Handed::Accepted);
    drop(mailer);
    assert_eq!(server.seen().taken.len(), 2);
}

#[test]
fn letters_of_their_own_letters_need_a_server_that_carries_them() {
    let server = Server::planned(&[]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    let handed = mailer.send(&to("jürgen@example.net"));
    assert!(
        matches!(&handed, Handed::Refused(why) if why.fault == Fault::AddressNotCarried),
        "{handed:?}"
    );
    assert_eq!(mailer.send(&to("info@müller.example")), Handed::Accepted);
    drop(mailer);
    let seen = server.seen();
    assert_eq!(seen.connections, 1);
    assert_eq!(seen.taken[0].to, ["RCPT TO:<info@xn--mller-kva.example>"]);

    let server = Server::planned(&[(On::Hello, Do::Say("250-x\r\n250-8BITMIME\r\n250 SMTPUTF8"))]);
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    assert_eq!(mailer.send(&to("jürgen@example.net")), Handed::Accepted);
    drop(mailer);
    let seen = server.seen();
    assert_eq!(seen.taken[0].to, ["RCPT TO:<jürgen@example.net>"]);
    assert!(seen.taken[0].from.ends_with("> BODY=8BITMIME SMTPUTF8"));
}

/// Ten thousand in under a minute, by one line.
#[test]
#[ignore = "a measurement"]
fn ten_thousand_letters() {
    let server = Server::forgetful();
    let mailer = Mailer::new(mailbox(server.port), patient()).unwrap();
    let letter = Letter {
        answers: &crate::letters::ANSWERS,
        invitations: &[crate::letters::invitation()],
        ..letter()
    };
    let began = Instant::now();
    for _ in 0..10_000 {
        assert_eq!(mailer.send(&letter), Handed::Accepted);
    }
    let took = began.elapsed();
    drop(mailer);
    println!("10,000 letters with invitations took {took:?}");
    assert_eq!(server.seen().connections, 1);
    assert!(took < Duration::from_secs(60), "{took:?}");
}
