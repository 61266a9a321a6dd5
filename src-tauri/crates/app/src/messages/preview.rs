//! A text as it would be read: with a made-up example, or with a patient's next visit.

use super::letter::{sender, told_apart, values};
use super::texts::TextRequest;
use super::words::{Words, language_of};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{DateTime, Days, NaiveTime, Utc};
use domain::messages::{
    About, Channel, Field, MessageKind, Part, Place, Planned, Recipient, Settings, TextFault,
    TextPart, Unfilled, Values, Warning, Wording, first_name, plain_letters,
};
use domain::{Appointment, Patient, PatientId, Practice, ReminderRuleId, Said, Status, said};
use store::Change;
use uuid::Uuid;

/// A text as it would be read, and what there is to say of it.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Both empty where there are errors.
    pub subject: String,
    pub text: String,
    pub warnings: Vec<Remark>,
    /// With any of them the text cannot be kept.
    pub errors: Vec<Remark>,
}

/// What is wrong with a text, or might be.
#[derive(Debug, Clone)]
pub struct Remark {
    /// None where it is of the text as a whole.
    pub part: Option<TextPart>,
    pub place: Option<Place>,
    pub said: Said,
}

impl From<&TextFault> for Remark {
    fn from(fault: &TextFault) -> Self {
        let (part, place) = match fault {
            TextFault::Template { part, error } => (Some(*part), Some(error.place)),
            TextFault::LongSubject => (Some(TextPart::Subject), None),
            TextFault::LongBody => (Some(TextPart::Body), None),
            TextFault::NotForPatients => (None, None),
        };
        let said = Said::from(fault);
        Self { part, place, said }
    }
}

impl From<(TextPart, Warning)> for Remark {
    fn from((part, warning): (TextPart, Warning)) -> Self {
        Self {
            part: Some(part),
            place: Some(warning.place),
            said: Said::from(&warning),
        }
    }
}

/// The text as it would be read, with the patient's visit that such a message is about. Nothing is
/// kept and nothing is sent.
///
/// # Errors
/// [`Error::Invalid`] for a language that there are no words for; what is wrong with the text itself
/// is in the answer.
pub fn preview(desk: &Desk, text: &TextRequest, patient: Option<PatientId>) -> Result<Preview> {
    let tag = language_of(text.language.trim());
    let tag = tag.ok_or_else(|| Error::invalid("language", said("text-language")))?;
    let words = Words::of(desk.host.as_ref(), tag);
    let visit = match patient {
        Some(patient) => visit_of(desk, patient, text.kind)?,
        None => None,
    };
    let now = desk.now();
    desk.store.read_as_change(now, |change| {
        let example = Example::new(change, &words, now)?;
        let wording = Wording::read(text.kind, text.channel, &text.subject, &text.body);
        let wording = match wording {
            Ok(wording) => wording,
            Err(faults) => {
                let errors = faults.iter().map(Remark::from).collect();
                return Ok(Preview {
                    errors,
                    ..Preview::default()
                });
            }
        };
        let values = match patient {
            Some(patient) => example.of_patient(patient, visit.as_ref(), text.kind, &wording)?,
            None => example.values(text.kind)?,
        };
        example.read(&wording, text.channel, values)
    })
}

/// The visit that a message of that kind would be about: the next one, or the one that was last.
fn visit_of(desk: &Desk, patient: PatientId, kind: MessageKind) -> Result<Option<Appointment>> {
    let now = desk.setup()?.zone().wall(desk.now()).at;
    // The newest first.
    let visits = desk.store.appointments_of(patient)?;
    let to_come = visits
        .iter()
        .rfind(|one| one.start.at >= now && one.status == Status::Scheduled);
    let been = visits.iter().find(|one| one.start.at < now);
    let found = if kind.is_afterwards() {
        been.or(to_come)
    } else {
        to_come.or(been)
    };
    Ok(found.cloned())
}

/// What texts are filled with where there is nothing real.
pub(super) struct Example<'c> {
    change: &'c Change<'c>,
    words: &'c Words,
    now: DateTime<Utc>,
    practice: Practice,
    settings: Settings,
    /// Words that tell why somebody goes there (M11).
    telling: Vec<String>,
}

impl<'c> Example<'c> {
    pub(super) fn new(
        change: &'c Change<'c>,
        words: &'c Words,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let types = change.appointment_types()?;
        Ok(Self {
            change,
            words,
            now,
            practice: change.practice()?,
            settings: change.message_settings()?.unwrap_or_default(),
            telling: types.into_iter().map(|one| one.name).collect(),
        })
    }

    /// A made-up patient in a week.
    pub(super) fn values(&self, kind: MessageKind) -> Result<Values> {
        let name = self.words.example_name();
        let in_a_week = self.day(7);
        let values = Values::default()
            .with(Field::FirstName, &name)
            .with(Field::Names, &name)
            .with(Field::Day, &in_a_week)
            .with(Field::Arrival, &self.time(10, 20))
            .with(Field::Start, &self.time(10, 30));
        let first = self.change.providers()?.into_iter().find(|one| one.active);
        let provider = first.map(|one| one.name).unwrap_or_default();
        let treatment = self.telling.first().map_or("", String::as_str);
        let values = values
            .with(Field::Provider, &provider)
            .with(Field::Treatment, treatment);
        Ok(self.made_up(self.of_practice(values), kind))
    }

    /// What is known of nobody before something happens.
    fn made_up(&self, values: Values, kind: MessageKind) -> Values {
        match kind {
            MessageKind::Moved => values
                .with(Field::OldDay, &self.day(5))
                .with(Field::OldArrival, &self.time(9, 0)),
            MessageKind::Medication => values
                .with(Field::DoseTime, &self.time(8, 0))
                .with(Field::Medicine, &self.words.example_medicine()),
            _ => values,
        }
    }

    fn of_practice(&self, values: Values) -> Values {
        values
            .with(Field::Practice, sender(&self.settings, &self.practice))
            .with(Field::Phone, &self.practice.phone)
            .with(Field::ReviewLink, &self.settings.review_link)
    }

    /// A patient, and whoever is written to for them (P5).
    fn of_patient(
        &self,
        id: PatientId,
        visit: Option<&Appointment>,
        kind: MessageKind,
        wording: &Wording,
    ) -> Result<Values> {
        let patient = self.change.patient(id)?;
        let patient = patient.ok_or(Error::NotFound("patient"))?;
        let reader = first_name(self.reader(&patient)?.as_ref().unwrap_or(&patient));
        let Some(visit) = visit else {
            let values = self.values(kind)?;
            return Ok(values
                .with(Field::Names, &first_name(&patient))
                .with(Field::FirstName, &reader));
        };
        let message = self.message(id, visit, kind);
        let values = values(self.change, self.words, &message, &[])?;
        let values = told_apart(self.change, values, wording, std::slice::from_ref(visit))?;
        let values = self.made_up(self.of_practice(values), kind);
        Ok(values.with(Field::FirstName, &reader))
    }

    fn reader(&self, patient: &Patient) -> Result<Option<Patient>> {
        let today = self.practice.zone.date(self.now);
        let minor = patient
            .age_on(today)
            .is_some_and(|age| age < self.settings.of_age);
        match patient.guardian.filter(|_| minor) {
            Some(guardian) => Ok(self.change.patient(guardian)?),
            None => Ok(None),
        }
    }

    fn message(&self, patient: PatientId, visit: &Appointment, kind: MessageKind) -> Planned {
        let (appointment, start) = (visit.id, visit.start);
        Planned {
            kind,
            parts: vec![Part {
                patient,
                about: About::Visit { appointment, start },
                rule: ReminderRuleId(Uuid::nil()),
            }],
            channel: Channel::Email,
            recipient: Recipient::Person(patient),
            address: String::new(),
            send_at: self.now,
            until: self.now,
            arrival: Some(visit.arrival()),
        }
    }

    /// Fills a text in. A blank that stays blank is shown as it is written, and told of: such a
    /// message would fail.
    pub(super) fn read(
        &self,
        wording: &Wording,
        channel: Channel,
        mut values: Values,
    ) -> Result<Preview> {
        let telling = self.telling.iter().map(String::as_str);
        let mut warnings: Vec<Remark> = wording
            .warnings(telling)
            .into_iter()
            .map(Remark::from)
            .collect();
        for _ in Field::ALL {
            match wording.render(&values) {
                Ok((subject, text)) => {
                    let text = match channel {
                        Channel::Sms => plain_letters(&text),
                        _ => text,
                    };
                    return Ok(Preview {
                        subject,
                        text,
                        warnings,
                        errors: Vec::new(),
                    });
                }
                Err(Unfilled(field)) => {
                    values = values.with(field, &format!("{{{}}}", field.name()));
                    warnings.push(Remark {
                        part: None,
                        place: None,
                        said: Said::from(Unfilled(field)),
                    });
                }
            }
        }
        Ok(Preview {
            warnings,
            ..Preview::default()
        })
    }

    fn day(&self, ahead: u64) -> String {
        let today = self.practice.zone.date(self.now);
        let day = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
        self.words.day(day)
    }

    fn time(&self, hour: u32, minute: u32) -> String {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN);
        self.words.time(time)
    }
}
