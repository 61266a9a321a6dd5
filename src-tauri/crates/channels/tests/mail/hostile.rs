//! Names and notes of people who mean harm: no header, no recipient and no markup is added by them.

use crate::letters::{invitation, letter, mailbox};
use crate::made::{calendar, made, read};
use channels::email::{Answer, Invitation, Letter, Mailbox, Mailto};
use icalendar::parser::read_calendar;
use proptest::prelude::*;

const HEADERS: [&str; 12] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Reply-To",
    "Content-Language",
    "List-Unsubscribe",
    "MIME-Version",
    "Content-Type",
];

/// Puts it wherever text of others goes, and reads the mail again.
fn does_no_harm(evil: &str) {
    let mailbox = Mailbox {
        label: evil.to_owned(),
        reply_to: Some("antwort@example.org".to_owned()),
        ..mailbox(25)
    };
    let by = Mailto {
        to: "praxis@example.org",
        subject: evil,
        body: evil,
    };
    let answers = [Answer { label: evil, by }];
    let letter = Letter {
        to_name: evil,
        subject: evil,
        text: evil,
        language: "de",
        unsubscribe: Some(by),
        answers: &answers,
        invitations: &[Invitation {
            uid: "visit-1@daybook",
            summary: evil,
            place: evil,
            note: evil,
            ..invitation()
        }],
        ..letter()
    };
    let bytes = made(&mailbox, &letter);
    let mail = read(&bytes);

    let headers: Vec<_> = mail.headers().iter().map(|header| header.name()).collect();
    assert_eq!(headers, HEADERS, "{evil:?}");
    for (list, wanted) in [
        (mail.from(), "praxis@example.org"),
        (mail.to(), letter.to),
        (mail.reply_to(), "antwort@example.org"),
    ] {
        let list: Vec<_> = list
            .unwrap()
            .iter()
            .filter_map(|one| one.address())
            .collect();
        assert_eq!(list, [wanted], "{evil:?}");
    }
    assert_eq!(mail.message_id(), Some(letter.message_id));
    assert_eq!(mail.parts.len(), 4, "{evil:?}");
    let longest = bytes.split(|byte| *byte == b'\n').map(<[u8]>::len).max();
    assert!(longest < Some(998), "{longest:?} {evil:?}");
    assert!(bytes.is_ascii());

    let html = mail.body_html(0).unwrap();
    let tags: Vec<&str> = (html.split('<').skip(1))
        .map(|tag| tag.split([' ', '>']).next().unwrap_or_default())
        .collect();
    let known = [
        "!DOCTYPE", "html", "head", "meta", "title", "/title", "/head", "body", "p", "/p", "br",
        "a", "/a", "/body", "/html",
    ];
    assert!(
        tags.iter().all(|tag| known.contains(tag)),
        "{evil:?}: {html}"
    );
    assert_eq!(tags.iter().filter(|tag| **tag == "body").count(), 1);

    let text = calendar(&mail);
    let calendar = read_calendar(&text).unwrap_or_else(|why| panic!("{evil:?}: {why}\n{text}"));
    let events: Vec<_> = (calendar.components.iter())
        .filter(|part| part.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 1, "{evil:?}");
    let named = |name: &str| {
        let all = &events[0].properties;
        let of_name: Vec<_> = all.iter().filter(|one| one.name.as_str() == name).collect();
        assert_eq!(of_name.len(), 1, "{name} {evil:?}\n{text}");
        of_name[0].val.as_str().to_owned()
    };
    assert_eq!(named("ATTENDEE"), "mailto:anna@example.net");
    assert_eq!(named("ORGANIZER"), "mailto:antwort@example.org");
    assert_eq!(named("UID"), "visit-1@daybook");
    assert!(
        calendar
            .components
            .iter()
            .all(|part| part.name == "VEVENT" || part.name == "VTIMEZONE")
    );
}

#[test]
fn known_tricks_do_no_harm() {
    let long = "Langname".repeat(2_000);
    let spaced = "Lang Name ".repeat(2_000);
    let many = "ä".repeat(5_000);
    for evil in [
        "Anna\r\nBcc: eve@example.org",
        "Anna\nBcc: eve@example.org\n\n<b>x</b>",
        "Anna\rBcc: eve@example.org",
        "Anna\r\n .\r\nMAIL FROM:<eve@example.org>",
        "\r\n.\r\nQUIT\r\n",
        "Anna\u{85}Bcc: x\u{2028}Bcc: y\u{2029}Bcc: z\u{b}\u{c}\0",
        "Anna <eve@example.org>, Eve",
        "\"Anna\" <eve@example.org>",
        "eve@example.org, anna",
        "Haas, Anna; Eve: x@example.org;",
        "\\\" <eve@example.org>",
        "=?utf-8?q?Anna=0D=0ABcc:_eve@example.org?=",
        "=?utf-8?b?PGV2ZUBleGFtcGxlLm9yZz4=?= <eve@example.org>",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "https://example.org/\"onmouseover=\"alert(1)",
        "https://example.org/'><script>",
        "javascript:alert(1)",
        "</body></html><p>",
        "&lt;script&gt; &#60;script&#62;",
        "\u{202e}moc.elpmaxe@eve\u{202c} \u{2067}x",
        "END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:eve@example.org",
        "x\\nATTENDEE:mailto:eve@example.org",
        "\":mailto:eve@example.org\r\nATTENDEE;CN=\"x",
        "x;PARTSTAT=ACCEPTED:mailto:eve@example.org",
        "--=_daybook--\r\n--=_daybook\r\nContent-Type: text/html\r\n\r\n<b>",
        "?bcc=eve@example.org&cc=eve@example.org",
        "",
        " ",
        "\u{feff}\u{200b}",
        "👩‍⚕️ Ärztin 医者 רופא طبيب",
        &long,
        &spaced,
        &many,
    ] {
        does_no_harm(evil);
    }
}

proptest! {
    #[test]
    fn no_text_does_harm(evil in "\\PC{0,60}") {
        does_no_harm(&evil);
    }

    #[test]
    fn no_line_ends_and_marks_do_harm(evil in "[\r\n\t :;,<>\"'\\\\=?.&@a\u{e4}\u{202e}\u{2028}\0-]{0,80}") {
        does_no_harm(&evil);
    }
}
