//! Texts with blanks.

use super::messages_build::World;
use domain::Said;
use domain::messages::{
    Fault, Field, Form, MessageKind, Place, Template, Unfilled, Values, Warned, first_name,
};
use proptest::prelude::*;

fn reminder(text: &str) -> Template {
    Template::parse(text, MessageKind::Reminder).unwrap()
}

fn faults(text: &str, kind: MessageKind) -> Vec<((usize, usize), Fault)> {
    let errors = Template::parse(text, kind).unwrap_err();
    let told = |place: Place| (place.line, place.column);
    errors
        .into_iter()
        .map(|one| (told(one.place), one.fault))
        .collect()
}

fn values() -> Values {
    Values::default()
        .with(Field::FirstName, "Ida")
        .with(Field::Names, "Ida")
        .with(Field::Day, "Thursday, 26 November")
        .with(Field::Arrival, "9:50")
        .with(Field::Practice, "Park Practice")
        .with(Field::Phone, "030 1234567")
}

#[test]
fn a_template_is_filled_in() {
    let text = "Hello {first_name},\n{ names }: {day}, please be here at {arrival}. {{{practice}}}";
    let template = reminder(text);
    assert_eq!(template.kind(), MessageKind::Reminder);
    let fields: Vec<_> = template.fields().map(Field::name).collect();
    assert_eq!(
        fields,
        ["first_name", "names", "day", "arrival", "practice"]
    );
    assert_eq!(
        template.render(&values(), Form::Plain).unwrap(),
        "Hello Ida,\nIda: Thursday, 26 November, please be here at 9:50. {Park Practice}"
    );
    assert_eq!(
        template.render(&values(), Form::Subject).unwrap(),
        "Hello Ida, Ida: Thursday, 26 November, please be here at 9:50. {Park Practice}"
    );
    let html = template.render(&values(), Form::Html).unwrap();
    assert!(html.starts_with("Hello Ida,<br>\nIda"), "{html}");
}

#[test]
fn a_misspelt_field_is_an_error_with_its_place_and_what_was_meant() {
    use Field::{Arrival, Day, FirstName, Phone};
    let unknown = |written: &str, meant| Fault::Unknown {
        written: written.to_owned(),
        meant,
    };
    for (text, expected) in [
        (
            "{frist_name}",
            vec![((1, 1), unknown("frist_name", Some(FirstName)))],
        ),
        (
            "Hi\n {First Name}",
            vec![((2, 2), unknown("First Name", Some(FirstName)))],
        ),
        (
            "{Vorname}",
            vec![((1, 1), unknown("Vorname", Some(FirstName)))],
        ),
        ("{time}", vec![((1, 1), unknown("time", Some(Arrival)))]),
        (
            "{phon} ä {xyzzy}",
            vec![
                ((1, 1), unknown("phon", Some(Phone))),
                ((1, 10), unknown("xyzzy", None)),
            ],
        ),
        (
            "{old_day}",
            vec![(
                (1, 1),
                Fault::Unfitting {
                    field: Field::OldDay,
                    meant: Some(Day),
                },
            )],
        ),
        (
            "{review_link}",
            vec![(
                (1, 1),
                Fault::Unfitting {
                    field: Field::ReviewLink,
                    meant: None,
                },
            )],
        ),
        ("Hi {first_name", vec![((1, 4), Fault::Open)]),
        ("Hi {first_name\n{day}", vec![((1, 4), Fault::Open)]),
        ("Hi day}", vec![((1, 7), Fault::Stray)]),
        (" \n", vec![((1, 1), Fault::Empty)]),
        ("{}", vec![((1, 1), unknown("", None))]),
    ] {
        assert_eq!(faults(text, MessageKind::Reminder), expected, "{text}");
    }
    let errors = Template::parse("{frist_name}", MessageKind::Reminder).unwrap_err();
    assert_eq!(
        Said::from(&errors[0]).to_string(),
        "template-at line=1 column=1 what=(template-meant \
         what=(template-unknown field=\"frist_name\") field=\"first_name\")"
    );
}

#[test]
fn every_kind_takes_the_fields_that_it_has_something_for() {
    for kind in MessageKind::ALL {
        for field in Field::ALL {
            assert_eq!(Field::named(field.name()), Some(field));
            let read = Template::parse(&format!("{{{}}}", field.name()), kind);
            assert_eq!(read.is_ok(), field.fits(kind), "{kind:?} {field:?}");
        }
    }
    for (kind, field, fits) in [
        (MessageKind::Moved, Field::OldDay, true),
        (MessageKind::Survey, Field::ReviewLink, true),
        (MessageKind::Survey, Field::Arrival, false),
        (MessageKind::Birthday, Field::Day, false),
        (MessageKind::Medication, Field::DoseTime, true),
    ] {
        assert_eq!(field.fits(kind), fits, "{kind:?} {field:?}");
    }
}

#[test]
fn a_blank_that_stays_blank_sends_nothing() {
    let template = reminder("{day} {phone}");
    for values in [Values::default(), values().with(Field::Day, " \n ")] {
        let found = template.render(&values, Form::Plain);
        assert_eq!(found, Err(Unfilled(Field::Day)));
    }
    let told = Said::from(Unfilled(Field::Day)).to_string();
    assert_eq!(told, "template-unfilled field=\"day\"");
}

#[test]
fn hostile_names_add_no_header_line_markup_or_field() {
    let template = reminder("Hello {first_name}!");
    for (name, plain, html) in [
        (
            "Ida\r\nBcc: all@example.org\r\n\r\n<b>",
            "Hello Ida Bcc: all@example.org <b>!",
            "Hello Ida Bcc: all@example.org &lt;b&gt;!",
        ),
        ("{phone}", "Hello {phone}!", "Hello {phone}!"),
        (
            "\"><script>'&",
            "Hello \"><script>'&!",
            "Hello &quot;&gt;&lt;script&gt;&#39;&amp;!",
        ),
        ("Ida\u{202e}\u{0}\u{2028}B", "Hello Ida B!", "Hello Ida B!"),
        // What a name needs stays.
        (
            "Zoë می\u{200c}نا 李",
            "Hello Zoë می\u{200c}نا 李!",
            "Hello Zoë می\u{200c}نا 李!",
        ),
    ] {
        let values = values().with(Field::FirstName, name);
        for (form, expected) in [
            (Form::Plain, plain),
            (Form::Subject, plain),
            (Form::Html, html),
        ] {
            let found = template.render(&values, form).unwrap();
            assert_eq!(found, expected, "{name:?} {form:?}");
        }
    }
    let endless = values().with(Field::FirstName, &"a".repeat(100_000));
    let found = template.render(&endless, Form::Plain).unwrap();
    assert_eq!(found.len(), 307);
}

proptest! {
    #[test]
    fn no_value_ever_makes_a_line_or_a_tag(name in any::<String>(), day in "\\PC{0,40}") {
        let template = reminder("{first_name} {day}");
        let values = Values::default().with(Field::FirstName, &name).with(Field::Day, &day);
        for form in [Form::Plain, Form::Subject, Form::Html] {
            if let Ok(text) = template.render(&values, form) {
                prop_assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
                let tags = form == Form::Html && text.contains(['<', '>', '"', '\'']);
                prop_assert!(!tags, "{text:?}");
            }
        }
    }

    #[test]
    fn a_template_is_read_or_refused_but_never_breaks(text in "[a-z{}_\\n ä]{0,60}") {
        if let Err(errors) = Template::parse(&text, MessageKind::Reminder) {
            for error in errors {
                prop_assert!(error.place.at <= text.chars().count());
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}

#[test]
fn m11_a_template_that_names_treatment_is_pointed_at() {
    let telling = [
        "Cleaning",
        "Root canal",
        "Kieferorthopädie",
        "Füllung",
        "MRI",
    ];
    let told = |text: &str| -> Vec<(usize, Warned)> {
        let all = reminder(&format!("{{names}} {text}")).warnings(telling);
        all.into_iter()
            .map(|one| (one.place.at - 8, one.what))
            .collect()
    };
    let says = |words: &str| Warned::Says(words.to_owned());
    for (text, expected) in [
        ("on {day} at {arrival}, {practice}, {phone}", vec![]),
        (
            "for {treatment}",
            vec![(4, Warned::Tells(Field::Treatment))],
        ),
        ("with {provider}", vec![(5, Warned::Tells(Field::Provider))]),
        ("your cleaning.", vec![(5, says("cleaning"))]),
        ("ROOT-CANAL", vec![(0, says("ROOT CANAL"))]),
        ("root of the canal", vec![]),
        // Within a longer word, and without its dots.
        ("Zur Zahnfullungen", vec![(4, says("Zahnfullungen"))]),
        ("Emrick", vec![]),
        // S11
        ("at {start}", vec![(3, Warned::StartAlone)]),
        ("at {start}, be here at {arrival}", vec![]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
    let alone = reminder("{day}").warnings(telling);
    assert_eq!(alone[0].what, Warned::NoNames);
    assert_eq!(
        Said::from(&alone[0]).to_string(),
        "template-at line=1 column=1 what=(template-no-names)"
    );
}

#[test]
fn p6_the_preferred_name_goes_into_messages() {
    let mut world = World::new(super::build::berlin(), &[]);
    let patient = world.person(1);
    for (preferred, given, family, expected) in [
        (Some("Jo"), "Johanna Maria", "Lind", "Jo"),
        (Some(" "), "Johanna Maria", "Lind", "Johanna"),
        (None, "Johanna Maria", "Lind", "Johanna"),
        (None, "", "Lind", "Lind"),
    ] {
        patient.preferred_name = preferred.map(str::to_owned);
        patient.name.given = given.to_owned();
        patient.name.family = family.to_owned();
        assert_eq!(first_name(patient), expected);
    }
}
