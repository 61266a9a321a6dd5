//! What patients agreed to.

use super::Answer;
use super::message::{channel, domain_channel};
use crate::convert::id;
use crate::wire::message_consent::*;
use app::Daybook;
use app::messages::ConsentRow;
use domain::PatientId;
use domain::messages::{Answered, ConsentKind};

pub(crate) fn of_patient(daybook: &mut Daybook, request: GetConsents) -> Answer<Vec<ConsentView>> {
    read(daybook, id("patient", &request.patient)?)
}

pub(crate) fn save(daybook: &mut Daybook, request: SaveConsent) -> Answer<Vec<ConsentView>> {
    let SaveConsent {
        patient,
        channel,
        kind,
        answered,
        source,
    } = request;
    let patient = id("patient", &patient)?;
    let answered = match answered {
        WireAnswered::Yes => Answered::Yes,
        WireAnswered::No => Answered::No,
        WireAnswered::Unknown => Answered::Unknown,
    };
    let kind = match kind {
        WireConsentKind::Appointments => ConsentKind::Appointments,
        WireConsentKind::Recalls => ConsentKind::Recalls,
        WireConsentKind::Surveys => ConsentKind::Surveys,
        WireConsentKind::Marketing => ConsentKind::Marketing,
    };
    let channel = domain_channel(channel);
    app::messages::save_consent(daybook.desk()?, patient, channel, kind, answered, &source)?;
    read(daybook, patient)
}

fn read(daybook: &mut Daybook, patient: PatientId) -> Answer<Vec<ConsentView>> {
    let rows = app::messages::consents(daybook.desk()?, patient)?;
    Ok(rows.into_iter().map(view).collect())
}

fn view(row: ConsentRow) -> ConsentView {
    let ConsentRow {
        kind,
        channel: by,
        answered,
        source,
        at,
        allowed,
    } = row;
    ConsentView {
        kind: match kind {
            ConsentKind::Appointments => WireConsentKind::Appointments,
            ConsentKind::Recalls => WireConsentKind::Recalls,
            ConsentKind::Surveys => WireConsentKind::Surveys,
            ConsentKind::Marketing => WireConsentKind::Marketing,
        },
        channel: channel(by),
        answered: match answered {
            Answered::Yes => WireAnswered::Yes,
            Answered::No => WireAnswered::No,
            Answered::Unknown => WireAnswered::Unknown,
        },
        source,
        at: at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        allowed,
    }
}
