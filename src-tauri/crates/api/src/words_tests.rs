use super::{ENGLISH, GERMAN, Words};
use app::{Clock, Error, Language, Wording, spoken};
use domain::{Said, said};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn words(language: Language, clock: Clock) -> Words {
    let language = Some(language);
    Words::of(&spoken(Wording { language, clock }, None))
}

/// Messages by name, each with the names of its blanks.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(source.to_owned()).expect("read without an error");
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut blanks = BTreeSet::new();
        blanks_of(message.value.as_ref().expect("a value"), &mut blanks);
        let before = found.insert(message.id.name.to_owned(), blanks);
        assert!(before.is_none(), "{} stands there twice", message.id.name);
    }
    found
}

fn blanks_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            let selector = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    for variant in variants {
                        blanks_of(&variant.value, found);
                    }
                    selector
                }
            };
            if let InlineExpression::VariableReference { id } = selector {
                found.insert(id.name.to_owned());
            }
        }
    }
}

/// Every Rust file of the program, without those of tests.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        if path.is_dir() {
            if !["tests", "target", "testkit", "xtask", "gen"].contains(&name) {
                sources(&path, found);
            }
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let end = text.find("#[cfg(test)]").unwrap_or(text.len());
            found.push(text[..end].to_owned());
        }
    }
}

/// What stands in quotation marks after `mark`, for names of messages only.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2).filter(|text| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    })
}

#[test]
fn german_says_all_that_english_says_with_the_same_blanks() {
    assert_eq!(messages(ENGLISH), messages(GERMAN));
}

#[test]
fn what_is_said_is_there_and_what_is_there_is_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = Vec::new();
    sources(&root, &mut all);
    let known = messages(ENGLISH);
    let mut asked = BTreeSet::new();
    let mut used = BTreeSet::new();
    for source in &all {
        used.extend(literals(source).map(str::to_owned));
        for call in source.split("said(").skip(1) {
            if let Some(rest) = call.trim_start().strip_prefix('"')
                && let Some((id, _)) = rest.split_once('"')
            {
                asked.insert(id.to_owned());
            }
        }
    }
    assert!(asked.len() > 100, "the sources were looked through");
    let missing: Vec<_> = asked.iter().filter(|id| !known.contains_key(*id)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "asked for, in no file");
    let idle: Vec<_> = known.keys().filter(|id| !used.contains(*id)).collect();
    assert_eq!(idle, Vec::<&String>::new(), "in the files, never said");
}

#[test]
fn what_is_not_there_is_told_by_its_kind() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = Vec::new();
    sources(&root, &mut all);
    let kinds: BTreeSet<&str> = all
        .iter()
        .flat_map(|source| source.split("NotFound(\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(kinds.contains("patient"), "{kinds:?}");
    for language in Language::ALL {
        let words = words(language, Clock::Region);
        let of = |kind: &str| words.say(&said("not-found").with("thing", kind.replace(' ', "-")));
        let unknown = of("record");
        for kind in &kinds {
            assert!(
                *kind == "record" || of(kind) != unknown,
                "{kind} in {language:?}"
            );
        }
    }
}

/// One of each error that a person can meet.
fn errors() -> Vec<Error> {
    use app::{
        ClashWith, InteropError as I, KeyringError as K, PrintError as P, StoreError as S,
        VaultError as V, Way,
    };
    use domain::booking::{Closed, Resource};
    use domain::limits::Unfit;
    use domain::status::StatusRefusal;
    use domain::wall_clock::WallClockError;
    use std::io::{Error as Io, ErrorKind};
    let io = || Io::from(ErrorKind::NotFound);
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
    let at = date.and_hms_opt(14, 30, 0).expect("a time");
    let clash = |resource, patient_name: Option<&str>| ClashWith {
        resource,
        appointment: domain::AppointmentId(uuid::Uuid::nil()),
        patient_name: patient_name.map(str::to_owned),
        provider_name: "Dr Lind".to_owned(),
        chair_name: "Chair 1".to_owned(),
        start: at,
        end: at,
    };
    let text = || "what".to_owned();
    let path = || std::path::PathBuf::from("file");
    let invalid = |what: Said| Error::Invalid { field: "x", what };
    let mut all = vec![
        Error::Locked,
        Error::Absent,
        Error::Half {
            missing: "vault.json",
        },
        Error::Wait { seconds: 1 },
        Error::Wait { seconds: 7 },
        Error::Clash(vec![
            clash(Resource::Provider, Some("Ida")),
            clash(Resource::Chair, Some("Ida")),
            clash(Resource::Patient, None),
        ]),
        Error::Closed(vec![
            Closed::Practice { date, name: text() },
            Closed::ProviderOff { provider: text() },
            Closed::ProviderElsewhere { provider: text() },
            Closed::ProviderInactive { provider: text() },
            Closed::ChairOff { chair: text() },
            Closed::ChairInactive { chair: text() },
        ]),
        Error::WallClock(WallClockError::UnknownZone(text())),
        Error::WallClock(WallClockError::Skipped(at)),
        Error::Duplicate(Vec::new()),
        Error::NotFound("patient"),
        Error::Stale,
        Error::InUse,
        Error::Status(StatusRefusal::Locked),
        Error::Status(StatusRefusal::NotYetBegun),
        Error::Status(StatusRefusal::NotToday),
        Error::OutOfTurn(domain::messages::OutOfTurn::GoneOut),
        Error::Deceased(text()),
        Error::ImportRunning,
        Error::File {
            what: said("file-not-opened").with("path", "x"),
            source: io(),
        },
        Error::Print(P::Damaged(text())),
        Error::Print(P::Clock),
        Error::Print(P::Write(io())),
        Error::Interop(I::Empty {
            source_name: text(),
        }),
        Error::Interop(I::AmbiguousDates {
            source_name: text(),
            formats: Vec::new(),
        }),
        Error::Interop(I::NoKnownColumns {
            source_name: text(),
            columns: vec![text()],
        }),
        Error::Interop(I::NoFiles {
            path: path(),
            endings: ".csv",
        }),
        Error::Interop(I::TooLarge {
            source_name: text(),
            megabytes: 512,
        }),
        Error::Interop(I::ColumnMap(text())),
        Error::Interop(I::DateFormat(text())),
        Error::Interop(I::Source {
            path: path(),
            error: io(),
        }),
        Error::Interop(I::Read {
            source_name: text(),
            error: io(),
        }),
        Error::Interop(I::Write(io())),
    ];
    all.extend(
        [
            Unfit::Long {
                field: "given_name".to_owned(),
                limit: 300,
            },
            Unfit::LongNotes {
                field: "notes".to_owned(),
            },
            Unfit::Future(date),
            Unfit::BeforeAnyone(date),
            Unfit::NoDayForAVisit(date),
            Unfit::DiedBeforeBirth {
                birth: date,
                death: date,
            },
        ]
        .into_iter()
        .map(|unfit| invalid(unfit.into())),
    );
    all.extend(
        [
            S::Absent(path()),
            S::AlreadyThere(path()),
            S::CutShort { bytes: 7 },
            S::Hollow,
            S::Unreadable,
            S::Newer { found: 3, known: 2 },
            S::NoCopy(text()),
            S::Busy,
            S::DiskFull,
            S::ReadOnly,
            S::Damaged(text()),
            S::Row(text()),
            S::Io {
                what: text(),
                source: io(),
            },
        ]
        .into_iter()
        .map(Error::Store),
    );
    let ways = [Way::Passphrase, Way::Keyring, Way::RecoveryCode];
    all.extend(
        ways.into_iter()
            .flat_map(|way| [V::NoSlot(way), V::SlotDamaged(way), V::LastSlot(way)])
            .chain([K::Absent, K::Locked, K::Unavailable].map(V::Keyring))
            .chain([
                V::Absent,
                V::Unreadable(io()),
                V::NewerFormat { found: 3, known: 2 },
                V::Damaged(text()),
                V::AlreadyThere("vault.json"),
                V::NotEmpty,
                V::NotSetUp(io()),
                V::NotWritten(io()),
                V::OtherVault,
                V::OtherKey,
                V::EmptyPassphrase,
                V::WrongPassphrase,
                V::WrongRecoveryCode,
                V::RecoveryCodeLength {
                    found: 3,
                    expected: 24,
                },
                V::RecoveryCodeCharacter { group: 2 },
                V::RecoveryCodeTypo,
                V::SlotGone,
                V::WrongKeyringSecret,
                V::AnchorTampered,
                V::NoRandomness,
                V::NoMemory,
                V::NotSealed,
                V::NewerSeal { found: 3 },
                V::SealBroken,
                V::TooLong,
                V::Input(io()),
                V::Output(io()),
            ])
            .map(Error::Vault),
    );
    all
}

#[test]
fn every_error_is_told_whole_in_both_languages_and_otherwise_in_each() {
    for error in errors() {
        let told = error.told();
        assert!(
            !told.what.is_empty() && told.data.is_some() && told.next.is_some(),
            "{error:?}"
        );
        let parts: Vec<Said> = told
            .what
            .into_iter()
            .chain(told.data)
            .chain(told.next)
            .collect();
        let mut said = Vec::new();
        for language in Language::ALL {
            let words = words(language, Clock::Region);
            let mut wrong = Vec::new();
            let lines: Vec<String> = parts
                .iter()
                .map(|part| super::sentence(&words.part(part, &mut wrong)))
                .collect();
            assert_eq!(format!("{wrong:?}"), "[]", "{error:?} in {language:?}");
            for (line, part) in lines.iter().zip(&parts) {
                assert_ne!(line, part.id, "{error:?} in {language:?}");
                assert!(line.ends_with(['.', '!']), "{line}");
            }
            said.push(lines);
        }
        assert!(
            said[0]
                .iter()
                .zip(&said[1])
                .all(|(one, other)| one != other),
            "{said:?}"
        );
    }
}

#[test]
fn dates_and_times_are_said_in_the_language_and_by_the_clock() {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 29).expect("a date");
    let at = date.and_hms_opt(14, 30, 0).expect("a time");
    let skipped = said("wall-skipped").with("at", at);
    let english = words(Language::English, Clock::Twelve).say(&skipped);
    assert!(
        english.starts_with("29 Mar 2026, 2:30 PM does not exist"),
        "{english}"
    );
    let german = words(Language::German, Clock::Region).say(&skipped);
    assert!(
        german.starts_with("29. März 2026, 14:30 gibt es"),
        "{german}"
    );
}

#[test]
fn a_message_that_no_file_has_shows_as_its_name() {
    let words = words(Language::German, Clock::Region);
    assert_eq!(words.mention(&said("no-such-message")), "no-such-message");
}
