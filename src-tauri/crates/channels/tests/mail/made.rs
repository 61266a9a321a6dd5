//! Mails as other people's libraries read them.

use crate::letters::{ANSWERS, PRACTICE, at, date, invitation, letter, mailbox};
use channels::email::{Fault, Invitation, Letter, Mailbox, Mailto, Method, Step, compose};
use domain::{WallTime, Zone};
use icalendar::parser::{Component, read_calendar, unfold};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

pub(crate) fn made(mailbox: &Mailbox, letter: &Letter<'_>) -> Vec<u8> {
    compose(mailbox, letter).unwrap().message
}

pub(crate) fn read(mail: &[u8]) -> Message<'_> {
    MessageParser::default().parse(mail).expect("a mail")
}

/// The calendar in a mail, unfolded.
pub(crate) fn calendar(mail: &Message<'_>) -> String {
    let part = mail
        .parts
        .iter()
        .find(|part| part.is_content_type("text", "calendar"));
    match &part.expect("a calendar").body {
        PartType::Text(text) => unfold(text),
        other => panic!("{other:?}"),
    }
}

fn value<'a>(component: &'a Component<'a>, name: &str) -> Option<&'a str> {
    component
        .find_prop(name)
        .map(|property| property.val.as_str())
}

#[test]
fn a_letter_is_one_mail_in_all_its_forms() {
    let mailbox = Mailbox {
        reply_to: Some("antwort@example.org".to_owned()),
        ..mailbox(25)
    };
    let letter = Letter {
        answers: &ANSWERS,
        invitations: &[invitation()],
        unsubscribe: Some(Mailto {
            to: PRACTICE,
            subject: "STOP 77",
            body: "",
        }),
        ..letter()
    };
    let bytes = made(&mailbox, &letter);
    let mail = read(&bytes);

    let from = mail.from().and_then(|from| from.first()).unwrap();
    assert_eq!(from.name(), Some("Praxis Dr. Haas"));
    assert_eq!(from.address(), Some(PRACTICE));
    let to: Vec<_> = mail.to().unwrap().iter().collect();
    assert_eq!(to.len(), 1);
    assert_eq!(
        (to[0].name(), to[0].address()),
        (Some("Anna"), Some(letter.to))
    );
    let reply_to = mail.reply_to().and_then(|to| to.first()).unwrap();
    assert_eq!(reply_to.address(), Some("antwort@example.org"));
    assert_eq!(mail.subject(), Some(letter.subject));
    assert_eq!(mail.message_id(), Some(letter.message_id));
    assert_eq!(mail.date().unwrap().to_timestamp(), date().timestamp());
    let unsubscribe = mail.header_raw("List-Unsubscribe").unwrap().trim();
    assert_eq!(unsubscribe, "<mailto:praxis@example.org?subject=STOP%2077>");
    assert_eq!(
        mail.header_raw("Auto-Submitted").unwrap().trim(),
        "auto-generated"
    );
    assert_eq!(mail.header_raw("Content-Language").unwrap().trim(), "de");

    let root = mail.root_part();
    assert!(root.is_content_type("multipart", "alternative"));
    let kinds: Vec<_> = mail.parts[1..]
        .iter()
        .map(|part| part.content_type().unwrap().subtype().unwrap())
        .collect();
    assert_eq!(kinds, ["plain", "html", "calendar"]);
    let kind = mail.parts[3].content_type().unwrap();
    assert_eq!(kind.attribute("method"), Some("REQUEST"));

    let text = mail.body_text(0).unwrap();
    assert!(
        text.starts_with("Guten Tag Anna,\r\n\r\nbis Freitag, 8:40 Uhr.\r\n"),
        "{text}"
    );
    assert!(text.contains("Ich komme:\r\nmailto:praxis@example.org?subject=JA%2077\r\n"));
    let html = mail.body_html(0).unwrap();
    assert!(html.contains("<html lang=\"de\">"), "{html}");
    assert!(html.contains("<p>Guten Tag Anna,</p>"));
    for subject in ["JA%2077", "ANRUF%2077", "NEIN%2077"] {
        let link = format!("<a href=\"mailto:praxis@example.org?subject={subject}\" ");
        assert_eq!(html.matches(&link).count(), 1, "{html}");
    }
    assert!(bytes.is_ascii());
    let longest = bytes.split(|byte| *byte == b'\n').map(<[u8]>::len).max();
    assert!(longest < Some(200), "{longest:?}");
}

#[test]
fn m15_the_same_letter_makes_the_same_bytes() {
    let letter = Letter {
        answers: &ANSWERS,
        invitations: &[invitation()],
        ..letter()
    };
    let mailbox = mailbox(25);
    assert_eq!(made(&mailbox, &letter), made(&mailbox, &letter));
}

#[test]
fn without_names_there_are_addresses_alone() {
    let mailbox = Mailbox {
        label: " \u{202e} ".to_owned(),
        ..mailbox(25)
    };
    let letter = Letter {
        to_name: "",
        language: "no language",
        invitations: &[invitation()],
        ..letter()
    };
    let bytes = made(&mailbox, &letter);
    let mail = read(&bytes);
    assert_eq!(mail.header_raw("From").unwrap().trim(), PRACTICE);
    assert_eq!(mail.header_raw("To").unwrap().trim(), letter.to);
    assert_eq!(mail.header_raw("Content-Language"), None);
    let text = calendar(&mail);
    let organiser = text.lines().find(|line| line.starts_with("ORGANIZER"));
    assert_eq!(organiser, Some("ORGANIZER:mailto:praxis@example.org"));
}

fn visit(invitation: Invitation<'_>, check: impl FnOnce(&str, &Component<'_>)) {
    let letter = Letter {
        invitations: &[invitation],
        ..letter()
    };
    let bytes = made(&mailbox(25), &letter);
    let mail = read(&bytes);
    let text = calendar(&mail);
    let calendar = read_calendar(&text).unwrap();
    let events: Vec<_> = (calendar.components.iter())
        .filter(|component| component.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 1);
    check(&text, events[0]);
}

#[test]
fn m14_an_invitation_is_read_as_it_was_meant() {
    visit(invitation(), |text, event| {
        assert!(text.contains("METHOD:REQUEST"));
        assert!(text.contains("BEGIN:VTIMEZONE"));
        assert!(text.contains("LOCATION:Hauptstr. 1\\, Bonn"));
        assert_eq!(value(event, "UID"), Some("visit-77@daybook"));
        assert_eq!(value(event, "SEQUENCE"), Some("2"));
        assert_eq!(value(event, "DTSTAMP"), Some("20260302T080005Z"));
        assert_eq!(value(event, "DTSTART"), Some("20260306T084000"));
        assert_eq!(value(event, "DTEND"), Some("20260306T091000"));
        let zone = &event.find_prop("DTSTART").unwrap().params[0];
        assert_eq!(
            (zone.key.as_str(), zone.val.as_ref().unwrap().as_str()),
            ("TZID", "Europe/Berlin")
        );
        assert_eq!(value(event, "SUMMARY"), Some("Praxis Dr. Haas"));
        assert_eq!(value(event, "LOCATION"), Some("Hauptstr. 1, Bonn"));
        assert_eq!(value(event, "DESCRIPTION"), None);
        assert_eq!(value(event, "STATUS"), Some("CONFIRMED"));
        assert_eq!(value(event, "CLASS"), Some("PRIVATE"));
        assert_eq!(value(event, "ORGANIZER"), Some("mailto:praxis@example.org"));
        assert_eq!(value(event, "ATTENDEE"), Some("mailto:anna@example.net"));
        let attendee = event.find_prop("ATTENDEE").unwrap();
        let params: Vec<_> = (attendee.params.iter())
            .map(|param| {
                (
                    param.key.as_str(),
                    param.val.as_ref().map_or("", |val| val.as_str()),
                )
            })
            .collect();
        for wanted in [
            ("CN", "Anna"),
            ("ROLE", "REQ-PARTICIPANT"),
            ("PARTSTAT", "NEEDS-ACTION"),
            ("RSVP", "TRUE"),
        ] {
            assert!(params.contains(&wanted), "{params:?}");
        }
    });
}

#[test]
fn m14_what_is_called_off_is_taken_out_under_the_same_uid() {
    let called_off = Invitation {
        method: Method::Cancel,
        sequence: 3,
        ..invitation()
    };
    visit(called_off, |text, event| {
        assert!(text.contains("METHOD:CANCEL"));
        assert_eq!(value(event, "UID"), Some("visit-77@daybook"));
        assert_eq!(value(event, "SEQUENCE"), Some("3"));
        assert_eq!(value(event, "STATUS"), Some("CANCELLED"));
        assert!(!text.contains("RSVP"));
    });
}

#[test]
fn s12_a_visit_in_the_hour_that_comes_twice_is_told_by_its_instant() {
    let october = |hour, minute, second_pass| {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 25).unwrap();
        WallTime {
            at: day.and_hms_opt(hour, minute, 0).unwrap(),
            second_pass,
        }
    };
    let at_night = Invitation {
        start: october(2, 30, true),
        end: october(3, 0, false),
        ..invitation()
    };
    visit(at_night, |_, event| {
        assert_eq!(value(event, "DTSTART"), Some("20261025T013000Z"));
        assert_eq!(value(event, "DTEND"), Some("20261025T020000Z"));
    });
}

#[test]
fn a_visit_that_ends_before_it_begins_has_no_length() {
    let backwards = Invitation {
        start: at(6, 9, 0),
        end: at(6, 8, 0),
        zone: Zone::named("America/New_York").unwrap(),
        ..invitation()
    };
    visit(backwards, |_, event| {
        assert_eq!(value(event, "DTSTART"), value(event, "DTEND"));
    });
}

#[test]
fn what_cannot_be_a_mail_is_told_by_whose_affair_it_is() {
    let mailbox = || mailbox(25);
    let refused = |mailbox: Mailbox, letter: Letter<'_>| {
        let why = compose(&mailbox, &letter).unwrap_err();
        (why.step, why.fault)
    };
    let from = Mailbox {
        from: "praxis".to_owned(),
        ..mailbox()
    };
    assert_eq!(refused(from, letter()), (Step::Settings, Fault::BadSender));
    let reply_to = Mailbox {
        reply_to: Some("a@b, c@d".to_owned()),
        ..mailbox()
    };
    assert_eq!(
        refused(reply_to, letter()),
        (Step::Settings, Fault::BadReplyTo)
    );
    let to = Letter {
        to: "anna@example.net\r\nBcc: eve@example.net",
        ..letter()
    };
    assert_eq!(refused(mailbox(), to), (Step::Letter, Fault::BadRecipient));
    for message_id in [
        "",
        "x",
        "a@b@c",
        "a b@c",
        "a@b>\r\nBcc: eve@example.net",
        "@b",
    ] {
        let letter = Letter {
            message_id,
            ..letter()
        };
        assert_eq!(refused(mailbox(), letter), (Step::Letter, Fault::BadLetter));
    }
    let long_ago = Letter {
        date: chrono::DateTime::UNIX_EPOCH,
        ..letter()
    };
    assert_eq!(
        refused(mailbox(), long_ago),
        (Step::Letter, Fault::BadLetter)
    );
}
