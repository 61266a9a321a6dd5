//! Who is written to for a patient, and by which way.

use super::facts::{Part, Recipient, Stage};
use super::index::Index;
use super::why::{NoWay, WhyNot};
use crate::id::{OutboxId, PatientId};
use crate::messages::consent::{Answered, Consent, Way};
use crate::messages::kind::{Channel, MessageKind};
use crate::messages::rule::ReminderRule;
use crate::patient::{Patient, Phone};
use crate::search::fold;
use chrono::NaiveDate;

/// Who is written to for one patient alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Addressee {
    pub(super) who: PatientId,
    /// The guarantor who is written to where several of the household are to hear the same day (M5).
    pub(super) guarantor: Option<PatientId>,
}

/// P5, P7: the patient; for a minor the guardian, or whoever pays where none is named.
pub(super) fn addressee(
    index: &Index<'_>,
    patient: &Patient,
    day: NaiveDate,
) -> Result<Addressee, WhyNot> {
    if index.wish(patient.id).is_some() {
        return Ok(Addressee {
            who: patient.id,
            guarantor: None,
        });
    }
    let guarantor = index.guarantor(patient);
    if !index.is_minor(patient, day) {
        return Ok(Addressee {
            who: patient.id,
            guarantor,
        });
    }
    let other = |one: &PatientId| *one != patient.id;
    match patient.guardian.filter(other) {
        Some(guardian) => Ok(Addressee {
            who: guardian,
            guarantor: guarantor.filter(|one| *one == guardian),
        }),
        None => guarantor
            .filter(other)
            .map(|who| Addressee {
                who,
                guarantor: Some(who),
            })
            .ok_or(WhyNot::NoGuardian),
    }
}

/// The first way of the rule that reaches them, and whom. `except` is a message that is about to go
/// and stands in nobody's way.
pub(super) fn way(
    index: &Index<'_>,
    rule: &ReminderRule,
    part: &Part,
    who: PatientId,
    except: Option<OutboxId>,
) -> Result<(Recipient, Way), WhyNot> {
    let mut tried = Vec::new();
    let mut contacted = true;
    for &channel in &rule.channels {
        let found = if !index.facts.settings.channels.contains(&channel) {
            Err(NoWay::NotSetUp)
        } else if has_failed(index, part, channel, except) {
            Err(NoWay::Failed)
        } else if channel == Channel::Desktop {
            let address = String::new();
            return Ok((Recipient::Desk, Way { channel, address }));
        } else {
            let person = index.person(who).filter(|one| one.may_be_contacted());
            contacted = person.is_some();
            person.map_or(Err(NoWay::NoAddress), |person| {
                address(index, rule.kind, part.patient, person, channel)
            })
        };
        match found {
            Ok(address) => return Ok((Recipient::Person(who), Way { channel, address })),
            Err(why) => tried.push((channel, why)),
        }
    }
    Err(if contacted {
        WhyNot::NoWay(tried)
    } else {
        WhyNot::RecipientNotContacted
    })
}

/// Why somebody is no longer reached by a channel that reached them when it was planned; none where
/// they still are.
pub(super) fn closed(
    index: &Index<'_>,
    kind: MessageKind,
    about: PatientId,
    who: PatientId,
    channel: Channel,
) -> Option<WhyNot> {
    if !index.facts.settings.channels.contains(&channel) {
        return Some(WhyNot::NoWay(vec![(channel, NoWay::NotSetUp)]));
    }
    let Some(person) = index.person(who).filter(|one| one.may_be_contacted()) else {
        return Some(WhyNot::RecipientNotContacted);
    };
    let why = address(index, kind, about, person, channel).err()?;
    Some(WhyNot::NoWay(vec![(channel, why)]))
}

fn has_failed(index: &Index<'_>, part: &Part, channel: Channel, except: Option<OutboxId>) -> bool {
    index.gone(part).iter().any(|queued| {
        queued.stage == Stage::Failed
            && queued.message.channel == channel
            && Some(queued.id) != except
            && queued.says(part)
    })
}

fn address(
    index: &Index<'_>,
    kind: MessageKind,
    about: PatientId,
    person: &Patient,
    channel: Channel,
) -> Result<String, NoWay> {
    let address = match index.wish(person.id) {
        Some(wish) => wish
            .only
            .iter()
            .find(|way| way.channel == channel)
            .map(|way| way.address.as_str())
            .ok_or(NoWay::Wished)?,
        None => usual(person, channel).ok_or(NoWay::NoAddress)?,
    };
    let address = address.trim();
    if address.is_empty() {
        return Err(NoWay::NoAddress);
    }
    if index.stops.holds(channel, address) {
        return Err(NoWay::Stopped);
    }
    let said = |patient| {
        let all = index.consents(patient).iter().copied();
        Consent::latest(all, channel, kind.consent())
    };
    match said(person.id) {
        Answered::No => return Err(NoWay::Refused),
        Answered::Unknown if !index.facts.settings.unknown.allows(kind.consent()) => {
            return Err(NoWay::NotAsked);
        }
        Answered::Unknown | Answered::Yes => {}
    }
    // What somebody does not wish to be written about is not written to another of the family.
    if about != person.id && said(about) == Answered::No {
        return Err(NoWay::Refused);
    }
    Ok(address.to_owned())
}

fn usual(person: &Patient, channel: Channel) -> Option<&str> {
    match channel {
        Channel::Email => person.emails.first().map(|one| one.address.as_str()),
        Channel::Phone => person.phones.first().map(|one| one.number.as_str()),
        Channel::Sms => texted(&person.phones).map(|one| one.number.as_str()),
        Channel::Desktop => None,
    }
}

/// The number that takes texts: a mobile one, else the first that is not said to be another kind.
fn texted(phones: &[Phone]) -> Option<&Phone> {
    const MOBILE: [&str; 6] = ["mobile", "mobil", "cell", "handy", "movil", "portable"];
    const OTHER: [&str; 9] = [
        "home", "work", "fax", "pager", "landline", "festnetz", "privat", "arbeit", "fixe",
    ];
    let holds = |phone: &Phone, words: &[&str]| {
        let label = fold(&phone.label);
        words.iter().any(|word| label.contains(word))
    };
    phones
        .iter()
        .find(|phone| holds(phone, &MOBILE))
        .or_else(|| phones.iter().find(|phone| !holds(phone, &OTHER)))
}
