//! What the references of an import lead to, in whatever way they are written.

use crate::identity::{self, identifier};
use domain::Identifier;
use std::collections::HashMap;
use uuid::Uuid;

/// Where a resource stands: what its own references are relative to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    /// Number of the file; the same relative reference means different things in different files.
    source: u32,
    /// The server's address, from the entry's full URL.
    base: Option<String>,
    full_url: Option<String>,
    kind: String,
    id: Option<String>,
}

/// What a reference leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Patient(Option<Identifier>),
    Provider {
        key: Option<Identifier>,
        name: String,
    },
    Chair(String),
    Visit(Identifier),
    /// Another reference.
    Alias(String),
    /// Different things in different files.
    Several,
}

/// All that can be referred to.
#[derive(Debug, Default)]
pub(super) struct ReferenceTable {
    /// By file and spelling; file 0 stands for all files.
    targets: HashMap<(u32, String), Target>,
}

const EVERYWHERE: u32 = 0;

impl Origin {
    pub(super) fn new(source: u32, full_url: Option<&str>, kind: &str, id: Option<&str>) -> Self {
        let full_url = full_url.map(str::trim).filter(|url| !url.is_empty());
        let from_url = full_url.and_then(|url| url.strip_prefix("urn:uuid:"));
        let base = full_url
            .filter(|url| url.starts_with("http"))
            .and_then(|url| {
                let end = format!("/{kind}/{}", id?);
                url.strip_suffix(&end).map(str::to_owned)
            });
        Self {
            source,
            base,
            full_url: full_url.map(str::to_owned),
            kind: kind.to_owned(),
            id: id.or(from_url).map(str::to_owned),
        }
    }

    /// The resource's own id as an identifier. A UUID says it all; other ids only together with the
    /// server, as far as that is known.
    pub(super) fn identifier(&self) -> Option<Identifier> {
        let id = self.id.clone()?;
        Some(match &self.base {
            Some(base) if !is_uuid(&id) => identifier(format!("{base}/{}", self.kind), id),
            _ => identifier(format!("{}{}", identity::FHIR_RESOURCE, self.kind), id),
        })
    }

    fn spellings(&self) -> Vec<String> {
        let mut all = Vec::new();
        if let Some(url) = &self.full_url {
            all.push(spelling(url));
        }
        if let Some(id) = &self.id {
            all.push(format!("{}/{}", self.kind, uuid_case(id)));
            if is_uuid(id) {
                all.push(format!("urn:uuid:{}", uuid_case(id)));
            }
        }
        all.sort();
        all.dedup();
        all
    }
}

impl ReferenceTable {
    pub(super) fn patient(&mut self, origin: &Origin, key: Option<Identifier>) {
        self.insert(origin, Target::Patient(key));
    }

    pub(super) fn provider(&mut self, origin: &Origin, key: Option<Identifier>, name: &str) {
        self.insert(
            origin,
            Target::Provider {
                key,
                name: name.to_owned(),
            },
        );
    }

    pub(super) fn chair(&mut self, origin: &Origin, name: String) {
        self.insert(origin, Target::Chair(name));
    }

    pub(super) fn visit(&mut self, origin: &Origin, key: Identifier) {
        self.insert(origin, Target::Visit(key));
    }

    pub(super) fn alias(&mut self, origin: &Origin, reference: String) {
        self.insert(origin, Target::Alias(reference));
    }

    fn insert(&mut self, origin: &Origin, target: Target) {
        for spelling in origin.spellings() {
            self.targets
                .insert((origin.source, spelling.clone()), target.clone());
            self.targets
                .entry((EVERYWHERE, spelling))
                .and_modify(|known| {
                    if *known != target {
                        *known = Target::Several;
                    }
                })
                .or_insert_with(|| target.clone());
        }
    }

    /// What a reference leads to, as seen from the resource that makes it.
    pub(super) fn find(&self, reference: &str, from: &Origin) -> Option<&Target> {
        const HOPS: usize = 4;
        let mut reference = spelling(reference);
        for _ in 0..HOPS {
            match self.step(&reference, from)? {
                Target::Alias(next) => reference = spelling(next),
                target => return Some(target),
            }
        }
        None
    }

    fn step(&self, reference: &str, from: &Origin) -> Option<&Target> {
        let get = |text: &str| {
            let near = self.targets.get(&(from.source, text.to_owned()));
            near.or_else(|| self.targets.get(&(EVERYWHERE, text.to_owned())))
        };
        if reference.contains("://") {
            // Files without full URLs are known by type and id alone.
            return get(reference).or_else(|| get(&tail(reference)?));
        }
        let absolute = from.base.as_ref().map(|base| format!("{base}/{reference}"));
        absolute
            .and_then(|absolute| get(&absolute))
            .or_else(|| get(reference))
    }
}

/// The type of resource that a reference names by its spelling.
pub(super) fn kind_of(reference: &str) -> Option<&str> {
    let path = reference.split(['?', '#']).next().unwrap_or(reference);
    let path = path.split("/_history/").next().unwrap_or(path);
    let mut parts = path.rsplit('/');
    let last = parts.next()?;
    let kind = if reference.contains('?') {
        last
    } else {
        parts.next()?
    };
    kind.starts_with(|c: char| c.is_ascii_uppercase())
        .then_some(kind)
}

/// The identifier that a reference carries in itself, when what it leads to is not in the import.
pub(super) fn carried(reference: &str, kind: &str) -> Option<Identifier> {
    if let Some((_, query)) = reference.split_once("identifier=") {
        let query = unescaped(query.split('&').next().unwrap_or(query));
        let (system, value) = query.split_once('|').unwrap_or(("", &query));
        return (!value.is_empty()).then(|| identifier(system, value));
    }
    let reference = spelling(reference);
    if let Some(id) = reference.strip_prefix("urn:uuid:") {
        return Some(identifier(format!("{}{kind}", identity::FHIR_RESOURCE), id));
    }
    let (base, id) = reference.rsplit_once('/')?;
    if base.contains("://") && !is_uuid(id) {
        Some(identifier(base, id))
    } else {
        Some(identifier(format!("{}{kind}", identity::FHIR_RESOURCE), id))
    }
}

/// One spelling for all that mean the same: without version, UUIDs in small letters.
fn spelling(reference: &str) -> String {
    let reference = reference.trim();
    let reference = reference.split("/_history/").next().unwrap_or(reference);
    if let Some(id) = reference.strip_prefix("urn:uuid:") {
        return format!("urn:uuid:{}", id.to_ascii_lowercase());
    }
    match reference.rsplit_once('/') {
        Some((start, id)) if is_uuid(id) => format!("{start}/{}", uuid_case(id)),
        _ => reference.to_owned(),
    }
}

fn tail(url: &str) -> Option<String> {
    let (start, id) = url.rsplit_once('/')?;
    let (_, kind) = start.rsplit_once('/')?;
    Some(format!("{kind}/{id}"))
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}

fn uuid_case(id: &str) -> String {
    if is_uuid(id) {
        id.to_ascii_lowercase()
    } else {
        id.to_owned()
    }
}

/// Percent signs of a query.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%')
            .then(|| after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "27DE96C6-6910-4f0f-8f10-00ce6090f447";

    fn key(value: &str) -> Option<Identifier> {
        Some(identifier("s", value))
    }

    #[test]
    fn every_spelling_of_a_reference_leads_to_the_same() {
        let mut table = ReferenceTable::default();
        let at = "https://a.example/fhir";
        table.patient(
            &Origin::new(1, Some(&format!("{at}/Patient/1")), "Patient", Some("1")),
            key("one"),
        );
        table.patient(
            &Origin::new(1, Some(&format!("urn:uuid:{ID}")), "Patient", Some(ID)),
            key("two"),
        );
        table.alias(
            &Origin::new(1, None, "PractitionerRole", Some("r")),
            "Practitioner/p".to_owned(),
        );
        table.provider(
            &Origin::new(1, None, "Practitioner", Some("p")),
            key("three"),
            "Dr. P",
        );
        let from = Origin::new(
            1,
            Some(&format!("{at}/Appointment/9")),
            "Appointment",
            Some("9"),
        );
        for (reference, expected) in [
            ("https://a.example/fhir/Patient/1", Some("one")),
            ("https://a.example/fhir/Patient/1/_history/3", Some("one")),
            ("Patient/1", Some("one")),
            ("Patient/2", None),
            ("urn:uuid:27de96c6-6910-4f0f-8f10-00ce6090f447", Some("two")),
            ("Patient/27de96c6-6910-4f0f-8f10-00ce6090f447", Some("two")),
            (
                "https://b.example/Patient/27de96c6-6910-4f0f-8f10-00ce6090f447",
                Some("two"),
            ),
            ("Practitioner/p", Some("three")),
            ("PractitionerRole/r", Some("three")),
        ] {
            let found = table.find(reference, &from).map(|target| match target {
                Target::Patient(key) | Target::Provider { key, .. } => key.clone(),
                other => panic!("{other:?}"),
            });
            assert_eq!(found, expected.map(key), "{reference}");
        }
    }

    #[test]
    fn the_same_short_reference_in_two_files_is_two_patients() {
        let mut table = ReferenceTable::default();
        let origin = |source| Origin::new(source, None, "Patient", Some("1"));
        table.patient(&origin(1), key("one"));
        table.patient(&origin(2), key("two"));
        let from = |source| Origin::new(source, None, "Encounter", None);
        assert_eq!(
            table.find("Patient/1", &from(1)),
            Some(&Target::Patient(key("one")))
        );
        assert_eq!(
            table.find("Patient/1", &from(2)),
            Some(&Target::Patient(key("two")))
        );
        assert_eq!(table.find("Patient/1", &from(3)), Some(&Target::Several));
    }

    #[test]
    fn a_reference_says_its_kind_and_what_it_carries() {
        for (reference, kind, carries) in [
            (
                "Patient/1",
                Some("Patient"),
                identifier("urn:daybook:fhir:Patient", "1"),
            ),
            (
                "https://a.example/fhir/Patient/1",
                Some("Patient"),
                identifier("https://a.example/fhir/Patient", "1"),
            ),
            (
                "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|99",
                Some("Practitioner"),
                identifier("http://hl7.org/fhir/sid/us-npi", "99"),
            ),
            (
                "Patient?identifier=http%3A%2F%2Fa%7C5",
                Some("Patient"),
                identifier("http://a", "5"),
            ),
            (
                "urn:uuid:ab",
                None,
                identifier("urn:daybook:fhir:Patient", "ab"),
            ),
        ] {
            assert_eq!(kind_of(reference), kind, "{reference}");
            assert_eq!(
                carried(reference, kind.unwrap_or("Patient")),
                Some(carries),
                "{reference}"
            );
        }
    }
}
