//! Whether a record that carries a patient's id speaks of that patient. Ids that mean nothing
//! outside their list, such as row numbers, meet by chance when there are two lists.

use domain::duplicate::{Agreement, names_agree};
use domain::search::{digits, fold};
use domain::{Identifier, Patient, PersonName};
use interop::{IncomingPatient, PatientRef, identity};

/// Fewer digits than this may be an extension that many share.
const TELLING_DIGITS: usize = 6;

/// Whether the id says by itself whose it is: a system stands beside it, or it is a UUID.
pub(super) fn is_telling(identifier: &Identifier) -> bool {
    let Identifier { system, value } = identifier;
    let bare = system.is_empty()
        || system == identity::CSV_PATIENT
        || system == identity::CSV_VISIT
        || system == identity::VCARD
        || system.starts_with(identity::FHIR_RESOURCE);
    !bare || value.parse::<uuid::Uuid>().is_ok()
}

/// Whether an incoming record under an id that may meet by chance is this patient: equal names and
/// no other birth date, or an equal birth date and a likely name. Twins share the family name, so
/// that alone is not enough; who changed it shares the given name and a number or address.
pub(super) fn is_patient(there: &Patient, incoming: &IncomingPatient) -> bool {
    let proven = incoming
        .identifiers
        .iter()
        .any(|one| is_telling(one) && there.identifiers.contains(one));
    if proven {
        return true;
    }
    let (given, family) = names_agree(&there.name, &incoming.name);
    match (there.birth_date, incoming.birth_date) {
        (Some(a), Some(b)) if a != b => false,
        (Some(_), Some(_)) => {
            given > Agreement::None && (family > Agreement::None || reached_alike(there, incoming))
        }
        _ => (given, family) == (Agreement::Equal, Agreement::Equal),
    }
}

fn reached_alike(there: &Patient, incoming: &IncomingPatient) -> bool {
    let phone = there.phones.iter().any(|one| {
        let number = digits(&one.number);
        number.len() >= TELLING_DIGITS
            && incoming
                .phones
                .iter()
                .any(|other| digits(&other.number) == number)
    });
    phone
        || there.emails.iter().any(|one| {
            incoming
                .emails
                .iter()
                .any(|other| fold(&other.address) == fold(&one.address))
        })
}

/// Whether what is said of a patient beside an id cannot be said of this one.
pub(super) fn contradicts(there: &Patient, said: &PatientRef) -> bool {
    let same_birth = match (there.birth_date, said.birth_date) {
        (Some(a), Some(b)) if a != b => return true,
        (Some(_), Some(_)) => true,
        _ => false,
    };
    let Some(name) = &said.name else { return false };
    let (given, family) = names_agree(&there.name, name);
    let called = there.preferred_name.as_deref().is_some_and(|preferred| {
        let preferred = PersonName {
            given: preferred.to_owned(),
            ..there.name.clone()
        };
        names_agree(&preferred, name).0 > Agreement::None
    });
    let given = called || given > Agreement::None;
    !(given && (family > Agreement::None || same_birth))
}

/// Whether name or birth date are said, and are this patient's.
pub(super) fn confirms(there: &Patient, said: &PatientRef) -> bool {
    let born = said.birth_date.is_some() && said.birth_date == there.birth_date;
    (said.name.is_some() || born) && !contradicts(there, said)
}
