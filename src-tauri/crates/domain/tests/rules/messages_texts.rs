//! Texts of the practice's own.

use domain::messages::{
    Channel, Field, MessageKind, MessageText, TextFault, TextPart, Values, Warned, Wording,
    header_line,
};
use domain::{MessageTextId, Said};
use uuid::Uuid;

fn read(channel: Channel, subject: &str, body: &str) -> Result<Wording, Vec<TextFault>> {
    MessageText {
        id: MessageTextId(Uuid::nil()),
        kind: MessageKind::Reminder,
        channel,
        language: "de-AT".to_owned(),
        subject: subject.to_owned(),
        body: body.to_owned(),
    }
    .read()
}

#[test]
fn a_text_of_ones_own_is_refused_for_all_that_is_wrong_in_it_at_once() {
    let long = "a".repeat(5_000);
    for (channel, subject, body, expected) in [
        (Channel::Email, "{day}", "{names}", vec![]),
        // Only mails have one.
        (Channel::Sms, "", "{names}", vec![]),
        (Channel::Sms, "{dya}", "{names}", vec![]),
        (
            Channel::Email,
            "",
            "{names}",
            vec!["text-subject what=(template-at line=1 column=1 what=(template-empty))"],
        ),
        (
            Channel::Email,
            "{old_day}",
            "{",
            vec![
                "text-subject what=(template-at line=1 column=1 \
                 what=(template-meant what=(template-unfitting field=\"old_day\") field=\"day\"))",
                "template-at line=1 column=1 what=(template-open)",
            ],
        ),
        (
            Channel::Email,
            &long,
            &long,
            vec!["text-long-subject most=300", "text-long-body most=4000"],
        ),
        (
            Channel::Desktop,
            "",
            "{names}",
            vec!["text-not-for-patients"],
        ),
    ] {
        let faults = read(channel, subject, body).err().unwrap_or_default();
        let said: Vec<String> = faults
            .iter()
            .map(|one| Said::from(one).to_string())
            .collect();
        assert_eq!(said, expected, "{channel:?} {subject:.20} {body:.20}");
    }
}

#[test]
fn a_text_is_for_one_kind_channel_and_language() {
    let text = MessageText {
        id: MessageTextId(Uuid::nil()),
        kind: MessageKind::Reminder,
        channel: Channel::Sms,
        language: "de-AT".to_owned(),
        subject: String::new(),
        body: "{names}".to_owned(),
    };
    assert!(text.is_for(MessageKind::Reminder, Channel::Sms, "DE-at"));
    assert!(!text.is_for(MessageKind::Reminder, Channel::Sms, "de"));
    assert!(!text.is_for(MessageKind::Reminder, Channel::Email, "de-AT"));
    assert!(!text.is_for(MessageKind::Moved, Channel::Sms, "de-AT"));
}

#[test]
fn m11_a_subject_is_warned_of_for_what_it_tells_and_not_for_what_it_leaves_out() {
    let wording = read(Channel::Email, "{treatment} at {start}", "{day} {start}").unwrap();
    let found: Vec<_> = wording
        .warnings([])
        .into_iter()
        .map(|(part, warning)| (part, warning.what))
        .collect();
    assert_eq!(
        found,
        [
            (TextPart::Subject, Warned::Tells(Field::Treatment)),
            (TextPart::Body, Warned::NoNames),
            (TextPart::Body, Warned::StartAlone),
        ]
    );
    assert!(wording.asks_for(Field::Treatment));
    assert!(!wording.asks_for(Field::Names));
}

#[test]
fn subject_and_text_are_filled_with_the_same_values() {
    let wording = read(Channel::Email, "{names}", "{names}\n{day}").unwrap();
    let values = Values::default()
        .with(Field::Names, "Ida\r\nBcc: all@example.org")
        .with(Field::Day, "today");
    let (subject, text) = wording.render(&values).unwrap();
    assert_eq!(subject, "Ida Bcc: all@example.org");
    assert_eq!(text, "Ida Bcc: all@example.org\ntoday");
}

#[test]
fn a_label_adds_no_line_to_a_header() {
    assert_eq!(
        header_line("Park\r\nBcc: x@example.org"),
        "Park Bcc: x@example.org"
    );
    assert_eq!(header_line(&"a".repeat(1000)).len(), 300);
}
