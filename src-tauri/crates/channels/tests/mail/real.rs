//! What a real mail server makes of it.

use crate::letters::{ANSWERS, invitation, letter, password, patient};
use crate::postfix::postfix;
use channels::email::{Advice, Fault, Handed, Letter, Mailbox, Mailer, Security, Step};
use mail_parser::{MessageParser, MimeHeaders};

#[test]
fn mail_arrives_through_a_real_server() {
    let Some(postfix) = postfix() else { return };
    for security in [Security::Tls, Security::StartTls] {
        let mailer = Mailer::new(postfix.mailbox(security), patient()).unwrap();
        let tested = mailer.test(&letter()).unwrap();
        assert_eq!(
            (tested.server.as_str(), tested.encrypted),
            ("localhost", true)
        );
    }
    let letter = Letter {
        message_id: "the-one@daybook",
        text: "Guten Tag,\n.\n..bis Freitag, Grüße",
        answers: &ANSWERS,
        invitations: &[invitation()],
        ..letter()
    };
    let mailer = Mailer::new(postfix.mailbox(Security::StartTls), patient()).unwrap();
    assert_eq!(mailer.send(&letter), Handed::Accepted);

    let delivered = postfix.delivered(3);
    let parser = MessageParser::default();
    let mails: Vec<_> = delivered
        .iter()
        .filter_map(|mail| parser.parse(mail))
        .collect();
    let mail = mails
        .iter()
        .find(|mail| mail.message_id() == Some("the-one@daybook"));
    let mail = mail.expect("it was delivered");
    let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
    assert!(
        text.starts_with("Guten Tag,\n.\n..bis Freitag, Grüße\n"),
        "{text}"
    );
    assert!(
        mail.parts
            .iter()
            .any(|part| part.is_content_type("text", "calendar"))
    );
}

#[test]
fn a_real_server_refuses_as_it_should() {
    let Some(postfix) = postfix() else { return };
    let good = || postfix.mailbox(Security::Tls);

    let wrong = Mailbox {
        login: password("praxis", "falsch"),
        ..good()
    };
    let trouble = Mailer::new(wrong, patient())
        .unwrap()
        .test(&letter())
        .unwrap_err();
    assert_eq!(
        (trouble.step, trouble.fault),
        (Step::Login, Fault::LoginRefused)
    );
    assert_eq!(trouble.advice(), Advice::CheckLogin);

    let without = Mailbox {
        login: None,
        ..good()
    };
    let trouble = Mailer::new(without, patient())
        .unwrap()
        .test(&letter())
        .unwrap_err();
    assert!(trouble.is_of_the_mailbox(), "{trouble}");

    let not_ours = Mailbox {
        from: "chef@example.org".to_owned(),
        ..good()
    };
    let trouble = Mailer::new(not_ours, patient())
        .unwrap()
        .test(&letter())
        .unwrap_err();
    assert_eq!(trouble.fault, Fault::SenderRefused, "{trouble}");

    let untrusted = Mailbox {
        trusted: Vec::new(),
        ..good()
    };
    let trouble = Mailer::new(untrusted, patient())
        .unwrap()
        .test(&letter())
        .unwrap_err();
    assert_eq!(trouble.fault, Fault::CertificateUntrusted, "{trouble}");

    // Whoever is unknown there stops nobody else.
    let mailer = Mailer::new(good(), patient()).unwrap();
    let unknown = Letter {
        to: "niemand@example.net",
        ..letter()
    };
    let handed = mailer.send(&unknown);
    assert!(
        matches!(&handed, Handed::Refused(why) if why.fault == Fault::RecipientRefused),
        "{handed:?}"
    );
    assert_eq!(mailer.send(&letter()), Handed::Accepted);
    assert_eq!(postfix.delivered(1).len(), 1);
}
