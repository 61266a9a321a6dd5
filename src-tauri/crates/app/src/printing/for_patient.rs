//! What a patient is handed or sent: a card and a letter with the visits to come.

use super::CardOf;
use super::calls::{guardian, is_minor};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use domain::said;
use domain::{Address, Appointment, Patient, PatientId, Status};

/// The card of a patient, or of one visit.
pub(super) fn card(desk: &Desk, setup: &Setup, of: CardOf) -> Result<(Patient, print::CardView)> {
    let (patient, visits) = match of {
        CardOf::Patient(id) => {
            let patient = patient(desk, id)?;
            let visits = coming(desk, setup, &patient)?;
            (patient, visits)
        }
        CardOf::Visit(id) => {
            let visit = desk
                .store
                .appointment(id)?
                .ok_or(Error::NotFound("appointment"))?;
            let patient = patient(desk, visit.patient)?;
            let mut visits = coming(desk, setup, &patient)?;
            visits.retain(|one| one.id == id);
            if visits.is_empty() {
                let what = said("card-of-one-to-come");
                return Err(Error::invalid("appointment", what));
            }
            (patient, visits)
        }
    };
    if patient.has_died() {
        return Err(not_to_be_contacted(&patient));
    }
    let view = print::CardView {
        practice: setup.practice.name.clone(),
        phone: setup.practice.phone.clone(),
        patient: name_at_the_desk(&patient),
        initials: patient.name.initials(),
        visits: told(setup, &visits),
    };
    Ok((patient, view))
}

/// The letter to a patient; for a minor it goes to the guardian (P5). Beside it whose it is and who
/// reads it.
pub(super) fn letter(
    desk: &Desk,
    setup: &Setup,
    id: PatientId,
) -> Result<(PatientId, Patient, print::LetterView)> {
    let patient = patient(desk, id)?;
    if !patient.may_be_contacted() {
        return Err(not_to_be_contacted(&patient));
    }
    let today = desk.today(setup.zone());
    let visits = coming(desk, setup, &patient)?;
    let guardian = guardian(desk, &patient, today)?;
    let minor = is_minor(&patient, today);
    let reader = guardian.clone().unwrap_or_else(|| patient.clone());
    let home = reader.address.as_ref().or(patient.address.as_ref());
    let locale = super::in_language(desk, &setup.practice.language).locale;
    let mut address = vec![reader.name.full()];
    if let Some(home) = home {
        address.extend(address_lines(home, &locale));
    }
    let view = print::LetterView {
        practice: setup.practice.name.clone(),
        phone: setup.practice.phone.clone(),
        address,
        greeting: reader
            .preferred_name
            .clone()
            .unwrap_or_else(|| reader.name.spoken()),
        // The parents of a child of whom the desk knows no guardian are written to by the child's name.
        to_parents: minor && guardian.is_none(),
        about: minor.then(|| name_at_the_desk(&patient)),
        visits: told(setup, &visits),
    };
    Ok((patient.id, reader, view))
}

fn patient(desk: &Desk, id: PatientId) -> Result<Patient> {
    desk.store.patient(id)?.ok_or(Error::NotFound("patient"))
}

/// The visits to come, in the order in which they come.
fn coming(desk: &Desk, setup: &Setup, patient: &Patient) -> Result<Vec<Appointment>> {
    let now = setup.zone().wall(desk.now()).at;
    let mut visits = desk.store.appointments_of(patient.id)?;
    visits.retain(|visit| visit.status == Status::Scheduled && visit.start.at >= now);
    visits.sort_by_key(|visit| (visit.start, visit.id));
    if visits.is_empty() {
        let what = said("letter-no-visit").with("patient", patient.display_name());
        return Err(Error::invalid("patient", what));
    }
    Ok(visits)
}

fn told(setup: &Setup, visits: &[Appointment]) -> Vec<print::ComingVisit> {
    visits
        .iter()
        .map(|visit| print::ComingVisit {
            start: visit.start.at,
            arrive: (visit.arrive_early > 0).then(|| visit.arrival().time()),
            provider: visit
                .provider
                .and_then(|id| setup.provider(id))
                .map(|provider| provider.name.clone())
                .unwrap_or_default(),
        })
        .collect()
}

/// P6: the preferred name with the family name.
fn name_at_the_desk(patient: &Patient) -> String {
    match &patient.preferred_name {
        Some(preferred) => domain::PersonName {
            given: preferred.clone(),
            ..patient.name.clone()
        }
        .spoken(),
        None => patient.name.spoken(),
    }
}

/// P3: the deceased never, and of the others only those whom the practice still knows.
fn not_to_be_contacted(patient: &Patient) -> Error {
    let name = patient.display_name();
    let what = if patient.has_died() {
        said("letter-died").with("patient", &name)
    } else {
        said("letter-not-active")
            .with("patient", &name)
            .with("status", patient.status.name())
    };
    Error::invalid("patient", what)
}

/// The address below the name, as the post of the country has it: the code before the town, but in
/// countries that write English after it.
fn address_lines(address: &Address, locale: &str) -> Vec<String> {
    let Address {
        lines,
        city,
        region,
        postal_code,
        country,
    } = address;
    let after = ["US", "CA", "AU", "GB", "IE", "NZ"];
    let home = locale.rsplit('-').next().unwrap_or_default();
    let country = country.trim();
    let of = if country.is_empty() { home } else { country };
    let town = if after.iter().any(|one| one.eq_ignore_ascii_case(of)) {
        let region = [city.trim(), region.trim()];
        let place: Vec<&str> = region.into_iter().filter(|one| !one.is_empty()).collect();
        format!("{} {}", place.join(", "), postal_code.trim())
    } else {
        format!("{} {}", postal_code.trim(), city.trim())
    };
    let mut all: Vec<String> = lines.clone();
    all.push(town.trim().to_owned());
    if !country.is_empty() && !country.eq_ignore_ascii_case(home) {
        all.push(country.to_uppercase());
    }
    all.retain(|line| !line.trim().is_empty());
    all
}
