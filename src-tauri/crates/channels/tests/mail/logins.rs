//! Logging in, and what is said when that fails.

use crate::letters::{impatient, letter, mailbox, password, patient};
use crate::server::{Do, On, Server};
use channels::email::{Advice, Fault as F, Handed, Login, Mailbox, Mailer, Proof, Secret, Step};

fn token() -> Option<Login> {
    Some(Login {
        user: "praxis".to_owned(),
        proof: Proof::Token(Secret::from("ya29".to_owned())),
    })
}

fn commands(plan: &[(On, Do)], login: Option<Login>) -> (Handed, Vec<String>) {
    let server = Server::planned(plan);
    let mailbox = Mailbox {
        login,
        ..mailbox(server.port)
    };
    let waits = |(_, does): &(On, Do)| matches!(does, Do::Silence | Do::Trickle);
    let in_vain = plan.iter().any(waits);
    let patience = if in_vain { impatient() } else { patient() };
    let mailer = Mailer::new(mailbox, patience).unwrap();
    let handed = mailer.send(&letter());
    drop(mailer);
    (handed, server.seen().commands)
}

#[test]
fn each_way_of_logging_in_says_what_it_should() {
    let hello = |ways| (On::Hello, Do::Say(ways));
    // By `printf '\0praxis\0ge heim' | base64`, and so on.
    let (plain, token_line) = (
        "AUTH PLAIN AHByYXhpcwBnZSBoZWlt",
        "AUTH XOAUTH2 dXNlcj1wcmF4aXMBYXV0aD1CZWFyZXIgeWEyOQEB",
    );
    let pass = || password("praxis", "ge heim");
    for (ways, login, wanted) in [
        ("250-x\r\n250 AUTH LOGIN PLAIN", pass(), vec![plain]),
        (
            "250-x\r\n250-AUTH=LOGIN PLAIN\r\n250 8BITMIME",
            pass(),
            vec![plain],
        ),
        (
            "250-x\r\n250 auth login",
            pass(),
            vec!["AUTH LOGIN", "cHJheGlz", "Z2UgaGVpbQ=="],
        ),
        ("250-x\r\n250 AUTH PLAIN XOAUTH2", token(), vec![token_line]),
    ] {
        let (handed, commands) = commands(&[hello(ways)], login);
        assert_eq!(handed, Handed::Accepted, "{ways}");
        assert_eq!(commands[1..=wanted.len()], wanted, "{ways}");
    }
}

#[test]
fn a_login_that_fails_is_the_mailboxs_affair() {
    for (login, says, fault, advice) in [
        (
            password("p", "x"),
            "535 5.7.8 Bad credentials",
            F::LoginRefused,
            Advice::CheckLogin,
        ),
        (
            password("p", "x"),
            "534 5.7.9 Application-specific password required",
            F::AppPasswordNeeded,
            Advice::MakeAppPassword,
        ),
        (
            password("p", "x"),
            "535 5.7.139 Basic authentication is disabled",
            F::LoginNotOffered,
            Advice::AskProvider,
        ),
        (
            token(),
            "535 5.7.8 Token has expired",
            F::TokenRefused,
            Advice::RenewToken,
        ),
    ] {
        let (handed, commands) = commands(&[(On::Proof, Do::Say(says))], login);
        let Handed::Unusable(trouble) = handed else {
            panic!("{says}: {handed:?}");
        };
        assert_eq!((trouble.step, trouble.fault), (Step::Login, fault));
        assert_eq!(trouble.advice(), advice);
        assert!(trouble.is_of_the_mailbox());
        assert!(!commands.iter().any(|line| line.starts_with("MAIL")));
    }
}

#[test]
fn a_token_is_refused_in_two_steps() {
    let plan = [
        (On::Auth, Do::Say("334 eyJzdGF0dXMiOiI0MDEifQ==")),
        (On::Proof, Do::Say("535 5.7.8 No")),
    ];
    let (handed, commands) = commands(&plan, token());
    assert!(
        matches!(&handed, Handed::Unusable(why) if why.fault == F::TokenRefused),
        "{handed:?}"
    );
    assert_eq!(
        commands[2], "",
        "the challenge is answered by an empty line"
    );
}

#[test]
fn a_server_that_is_busy_is_asked_again() {
    let says = Do::Say("454 4.7.0 Temporary authentication failure");
    let (handed, _) = commands(&[(On::Proof, says)], password("p", "x"));
    assert!(
        matches!(&handed, Handed::NotNow(why) if why.fault == F::ServerBusy),
        "{handed:?}"
    );
    for does in [Do::Close, Do::Silence, Do::Trickle] {
        let (handed, _) = commands(&[(On::Proof, does)], password("p", "x"));
        assert!(
            matches!(&handed, Handed::NotNow(why) if why.step == Step::Login),
            "{handed:?}"
        );
    }
}

#[test]
fn without_a_way_that_both_know_nothing_secret_is_said() {
    let hello = (On::Hello, Do::Say("250-x\r\n250 AUTH CRAM-MD5"));
    let (handed, commands) = commands(&[hello], password("p", "x"));
    assert!(
        matches!(&handed, Handed::Unusable(why) if why.fault == F::LoginNotOffered),
        "{handed:?}"
    );
    assert!(!commands.iter().any(|line| line.starts_with("AUTH")));
}

#[test]
fn a_login_that_would_be_another_is_refused_at_once() {
    for (user, secret) in [("", "x"), ("a\0b", "x"), ("a", "x\0"), ("a\u{1}auth", "x")] {
        let mailbox = Mailbox {
            login: password(user, secret),
            ..mailbox(25)
        };
        let why = Mailer::new(mailbox, impatient()).unwrap_err();
        assert_eq!((why.step, why.fault), (Step::Settings, F::BadLogin));
    }
}

#[test]
fn no_password_is_shown() {
    let mailbox = Mailbox {
        login: password("praxis", "ge heim"),
        ..mailbox(25)
    };
    assert!(!format!("{mailbox:?}").contains("heim"));
    let mailer = Mailer::new(mailbox, impatient()).unwrap();
    assert!(!format!("{mailer:?}").contains("heim"));
}
