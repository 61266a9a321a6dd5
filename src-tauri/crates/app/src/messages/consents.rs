//! What patients agreed to (M8). What somebody said stays said: a change of mind is said anew, and
//! nothing of it is taken back.

use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use chrono::{DateTime, Utc};
use domain::limits::{MEDIUM, clean, within};
use domain::messages::{Answered, Channel, Consent, ConsentKind};
use domain::{PatientId, said};

/// What holds for one kind by one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRow {
    pub kind: ConsentKind,
    pub channel: Channel,
    pub answered: Answered,
    pub source: String,
    /// None where nobody asked.
    pub at: Option<DateTime<Utc>>,
    /// Whether messages go out by it.
    pub allowed: bool,
}

/// By which patients are written to or called.
const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Sms, Channel::Phone];

/// What holds for a patient, for each kind by each channel.
pub fn consents(desk: &Desk, patient: PatientId) -> Result<Vec<ConsentRow>> {
    if desk.store.patient(patient)?.is_none() {
        return Err(Error::NotFound("patient"));
    }
    let unknown = desk.store.message_settings()?.unwrap_or_default().unknown;
    let all = desk.store.consents_of(patient)?;
    let mut rows = Vec::new();
    for kind in ConsentKind::ALL {
        for channel in CHANNELS {
            let latest = all
                .iter()
                .filter(|one| one.kind == kind && one.channel == channel)
                .max_by_key(|one| one.at);
            let answered = Consent::latest(&all, channel, kind);
            rows.push(ConsentRow {
                kind,
                channel,
                answered,
                source: latest.map(|one| one.source.clone()).unwrap_or_default(),
                at: latest.map(|one| one.at),
                allowed: match answered {
                    Answered::Yes => true,
                    Answered::No => false,
                    Answered::Unknown => unknown.allows(kind),
                },
            });
        }
    }
    Ok(rows)
}

/// Writes down what a patient said. What waits in the outbox follows with the next tick.
///
/// # Errors
/// [`Error::Invalid`] where it is not said from where it is known.
pub fn save_consent(
    desk: &mut Desk,
    patient: PatientId,
    channel: Channel,
    kind: ConsentKind,
    answered: Answered,
    source: &str,
) -> Result<()> {
    let source = clean(source.trim());
    if source.is_empty() {
        return Err(Error::invalid("source", said("consent-no-source")));
    }
    fits("source", within(&source, MEDIUM, "note"))?;
    if channel == Channel::Desktop {
        return Err(Error::invalid("channel", said("text-not-for-patients")));
    }
    let (id, at) = (desk.host.new_id(), desk.now());
    desk.write(|change| {
        if change.patient(patient)?.is_none() {
            return Err(Error::NotFound("patient"));
        }
        let consent = Consent {
            patient,
            channel,
            kind,
            answered,
            source,
            at,
        };
        Ok(change.add_consent(id, &consent)?)
    })
}
