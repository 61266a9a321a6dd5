//! The only ways by which a patient wishes to be reached.

use super::Answer;
use super::message::{channel, domain_channel};
use crate::convert::id;
use crate::wire::message_wish::*;
use app::Daybook;
use domain::PatientId;
use domain::messages::Way;

pub(crate) fn of_patient(daybook: &mut Daybook, request: GetContactWish) -> Answer<ContactWish> {
    read(daybook, id("patient", &request.patient)?)
}

pub(crate) fn save(daybook: &mut Daybook, request: ContactWish) -> Answer<ContactWish> {
    let ContactWish { patient, only } = request;
    let patient = id("patient", &patient)?;
    let only = only
        .into_iter()
        .map(|ContactWay { channel, address }| Way {
            channel: domain_channel(channel),
            address,
        })
        .collect();
    app::messages::save_contact_wish(daybook.desk()?, patient, only)?;
    read(daybook, patient)
}

fn read(daybook: &mut Daybook, patient: PatientId) -> Answer<ContactWish> {
    let only = app::messages::contact_wish(daybook.desk()?, patient)?;
    Ok(ContactWish {
        patient: patient.to_string(),
        only: only
            .into_iter()
            .map(
                |Way {
                     channel: by,
                     address,
                 }| ContactWay {
                    channel: channel(by),
                    address,
                },
            )
            .collect(),
    })
}
