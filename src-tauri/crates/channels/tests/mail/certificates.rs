//! Reaching a server and encrypting the line, and each way in which that fails.

use crate::letters::{impatient, letter, mailbox, password, patient};
use crate::server::{Do, Encrypts, On, Server};
use channels::email::{
    Advice, Fault as F, Handed, Mailbox, Mailer, Security, Step, Tested, Trouble,
};
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use std::net::TcpListener;
use std::sync::Arc;

/// A certificate of its own for that name, from one day to another.
struct Own {
    key: KeyPair,
    certificate: rcgen::Certificate,
}

fn own(name: &str, from: i32, to: i32) -> Own {
    let mut about = CertificateParams::new(vec![name.to_owned()]).unwrap();
    about.not_before = date_time_ymd(from, 1, 1);
    about.not_after = date_time_ymd(to, 1, 1);
    let key = KeyPair::generate().unwrap();
    let certificate = about.self_signed(&key).unwrap();
    Own { key, certificate }
}

fn good() -> Own {
    own("localhost", 2020, 2090)
}

impl Own {
    fn server(&self) -> ServerConfig {
        let key = PrivateKeyDer::try_from(self.key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![self.certificate.der().clone()], key)
            .unwrap()
    }

    fn trusted(&self) -> Vec<Vec<u8>> {
        vec![self.certificate.der().to_vec()]
    }
}

fn encrypted(port: u16, security: Security, trusted: Vec<Vec<u8>>) -> Mailbox {
    Mailbox {
        host: "localhost".to_owned(),
        security,
        trusted,
        login: password("praxis", "geheim"),
        ..mailbox(port)
    }
}

fn unusable(handed: Handed) -> Trouble {
    match handed {
        Handed::Unusable(trouble) => trouble,
        handed => panic!("{handed:?}"),
    }
}

#[test]
fn a_line_is_encrypted_from_the_start_or_when_asked() {
    for (security, when) in [
        (Security::Tls, Encrypts::FromTheStart),
        (Security::StartTls, Encrypts::WhenAsked),
    ] {
        let own = good();
        let server = Server::encrypted(&[], when, own.server());
        let mailbox = encrypted(server.port, security, own.trusted());
        let mailer = Mailer::new(mailbox, patient()).unwrap();
        let wanted = Tested {
            server: "fault.example".to_owned(),
            encrypted: true,
        };
        assert_eq!(mailer.test(&letter()), Ok(wanted));
        assert_eq!(mailer.send(&letter()), Handed::Accepted);
        assert_eq!(mailer.send(&letter()), Handed::Accepted);
        drop(mailer);
        let seen = server.seen();
        assert_eq!(seen.taken.len(), 3);
        // A test takes a line of its own.
        assert_eq!(seen.connections, 2);
    }
}

#[test]
fn a_certificate_that_does_not_hold_says_why_and_nothing_is_said_to_the_server() {
    for (own, trusts, fault, advice) in [
        (
            good(),
            false,
            F::CertificateUntrusted,
            Advice::TrustCertificate,
        ),
        (
            own("mail.example.org", 2020, 2090),
            true,
            F::CertificateWrongName,
            Advice::UseProvidersName,
        ),
        (
            own("localhost", 2020, 2021),
            true,
            F::CertificateExpired,
            Advice::CheckClock,
        ),
        (
            own("localhost", 2089, 2090),
            true,
            F::CertificateTooNew,
            Advice::CheckClock,
        ),
    ] {
        for (security, when) in [
            (Security::Tls, Encrypts::FromTheStart),
            (Security::StartTls, Encrypts::WhenAsked),
        ] {
            let server = Server::encrypted(&[], when, own.server());
            let trusted = if trusts { own.trusted() } else { Vec::new() };
            let mailbox = encrypted(server.port, security, trusted);
            let mailer = Mailer::new(mailbox, patient()).unwrap();
            let trouble = unusable(mailer.send(&letter()));
            assert_eq!((trouble.step, trouble.fault), (Step::Encryption, fault));
            assert_eq!(trouble.advice(), advice);
            drop(mailer);
            let commands = server.seen().commands;
            let telling = commands.iter().any(|line| line.starts_with("AUTH"));
            assert!(!telling, "{commands:?}");
        }
    }
}

#[test]
fn the_wrong_kind_of_encryption_says_which_is_right() {
    let server = Server::planned(&[]);
    let mailbox = encrypted(server.port, Security::Tls, Vec::new());
    let trouble = unusable(Mailer::new(mailbox, patient()).unwrap().send(&letter()));
    assert_eq!((trouble.step, trouble.fault), (Step::Encryption, F::NotTls));
    assert_eq!(trouble.advice(), Advice::ChooseStartTls);

    let mailbox = encrypted(server.port, Security::StartTls, Vec::new());
    let trouble = unusable(Mailer::new(mailbox, patient()).unwrap().send(&letter()));
    assert_eq!(
        (trouble.step, trouble.fault),
        (Step::Encryption, F::NoStartTls)
    );

    let own = good();
    let server = Server::encrypted(&[], Encrypts::FromTheStart, own.server());
    let mailbox = encrypted(server.port, Security::StartTls, own.trusted());
    let handed = Mailer::new(mailbox, impatient()).unwrap().send(&letter());
    let Handed::NotNow(trouble) = handed else {
        panic!("{handed:?}");
    };
    assert_eq!((trouble.step, trouble.fault), (Step::Greeting, F::NoAnswer));
    assert_eq!(trouble.advice(), Advice::CheckPort);
}

#[test]
fn what_was_slipped_in_before_encryption_is_not_listened_to() {
    let own = good();
    let slipped = Do::Say("220 go ahead\r\n250-x\r\n250 AUTH PLAIN\r\n235 in\r\n250 ok");
    let server = Server::encrypted(
        &[(On::StartTls, slipped)],
        Encrypts::WhenAsked,
        own.server(),
    );
    let mailbox = encrypted(server.port, Security::StartTls, own.trusted());
    let trouble = unusable(Mailer::new(mailbox, impatient()).unwrap().send(&letter()));
    assert_eq!(
        (trouble.step, trouble.fault),
        (Step::Encryption, F::NotMail)
    );
}

#[test]
fn a_handshake_that_breaks_off_is_tried_again_later() {
    let own = good();
    for (on, does, security, when) in [
        (
            On::Connect,
            Do::Close,
            Security::Tls,
            Encrypts::FromTheStart,
        ),
        (
            On::Connect,
            Do::Silence,
            Security::Tls,
            Encrypts::FromTheStart,
        ),
        (
            On::StartTls,
            Do::Close,
            Security::StartTls,
            Encrypts::WhenAsked,
        ),
        (
            On::StartTls,
            Do::Silence,
            Security::StartTls,
            Encrypts::WhenAsked,
        ),
        (
            On::StartTls,
            Do::Say("454 4.7.0 TLS not available now"),
            Security::StartTls,
            Encrypts::WhenAsked,
        ),
    ] {
        let server = Server::encrypted(&[(on, does)], when, own.server());
        let mailbox = encrypted(server.port, security, own.trusted());
        let waits = does == Do::Silence;
        let patience = if waits { impatient() } else { patient() };
        let handed = Mailer::new(mailbox, patience).unwrap().send(&letter());
        let Handed::NotNow(trouble) = handed else {
            panic!("{on:?} {does:?}: {handed:?}");
        };
        assert_eq!(trouble.step, Step::Encryption, "{on:?} {does:?}");
        assert_eq!(server.seen().taken, []);
    }
}

#[test]
fn m15_an_encrypted_line_that_breaks_behind_the_last_dot_is_lost_too() {
    let own = good();
    for does in [Do::TakeAndClose, Do::TakeInSilence, Do::Trickle] {
        let plan = [(On::Dot, does)];
        let server = Server::encrypted(&plan, Encrypts::FromTheStart, own.server());
        let mailbox = encrypted(server.port, Security::Tls, own.trusted());
        let handed = Mailer::new(mailbox, impatient()).unwrap().send(&letter());
        assert!(matches!(handed, Handed::Lost(_)), "{does:?}: {handed:?}");
    }
}

#[test]
fn without_encryption_only_this_machine_is_spoken_to() {
    // An address for documentation: nobody is there.
    for host in ["192.0.2.1", "[2001:db8::1]"] {
        let mailbox = Mailbox {
            host: host.to_owned(),
            ..mailbox(25)
        };
        let trouble = unusable(Mailer::new(mailbox, impatient()).unwrap().send(&letter()));
        assert_eq!(
            (trouble.step, trouble.fault),
            (Step::Settings, F::PlainNotAllowed)
        );
        assert_eq!(trouble.advice(), Advice::ChooseEncryption);
    }
}

#[test]
fn a_server_that_is_not_there_is_told_by_what_is_wrong() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    for (host, step, fault, advice) in [
        (
            "127.0.0.1",
            Step::Connect,
            F::PortRefused,
            Advice::CheckPort,
        ),
        (
            "mail.invalid",
            Step::Name,
            F::NameNotFound,
            Advice::CheckHost,
        ),
        ("", Step::Name, F::NameNotFound, Advice::CheckHost),
    ] {
        let mailbox = Mailbox {
            host: host.to_owned(),
            ..mailbox(port)
        };
        let mailer = Mailer::new(mailbox, impatient()).unwrap();
        let trouble = mailer.test(&letter()).unwrap_err();
        assert_eq!((trouble.step, trouble.fault), (step, fault), "{host}");
        assert_eq!(trouble.advice(), advice);
        let handed = mailer.send(&letter());
        assert_eq!(handed, Handed::NotNow(trouble), "{host}");
    }
}

#[test]
fn what_cannot_be_is_refused_before_anybody_is_called() {
    let host = Mailbox {
        host: "no such host".to_owned(),
        ..encrypted(465, Security::Tls, Vec::new())
    };
    let certificate = encrypted(465, Security::Tls, vec![b"no certificate".to_vec()]);
    for (mailbox, fault) in [(host, F::BadHost), (certificate, F::BadCertificate)] {
        let why = Mailer::new(mailbox, impatient()).unwrap_err();
        assert_eq!((why.step, why.fault), (Step::Settings, fault));
    }
}
