//! A message in words: the text of its kind, channel and language, with its blanks filled from the
//! records as they are now (M11).

use super::words::{Words, language_of};
use crate::error::Result;
use crate::host::Host;
use chrono::{NaiveDateTime, TimeDelta};
use domain::messages::{
    About, Channel, Field, Letter, Planned, Recipient, Settings, Unfilled, Values, Wording,
    first_name, header_line, invitation, plain_letters,
};
use domain::{Appointment, NoticeOf, Patient, PatientId, Practice};
use store::Change;

/// What a message says, or which blank stays blank.
pub(super) fn letter(
    change: &Change<'_>,
    host: &dyn Host,
    message: &Planned,
) -> Result<std::result::Result<Letter, Unfilled>> {
    let practice = change.practice()?;
    let settings = change.message_settings()?.unwrap_or_default();
    let reader = match message.recipient {
        Recipient::Person(who) => change.patient(who)?,
        Recipient::Desk => None,
    };
    let (words, wording) = wording(change, host, &practice, reader.as_ref(), message)?;
    let visits: Vec<Appointment> = message
        .visits()
        .into_iter()
        .filter_map(|visit| change.appointment(visit).transpose())
        .collect::<std::result::Result<_, _>>()?;
    let sender = sender(&settings, &practice).to_owned();
    let values = values(change, &words, message, &visits)?;
    let values = told_apart(change, values, &wording, &visits)?
        .with(Field::Practice, &sender)
        .with(Field::Phone, &practice.phone)
        .with(Field::ReviewLink, &settings.review_link);
    let to = reader.as_ref().map(first_name).unwrap_or_default();
    let values = match &reader {
        Some(_) => values.with(Field::FirstName, &to),
        None => values,
    };
    let (subject, text) = match wording.render(&values) {
        Ok(rendered) => rendered,
        Err(unfilled) => return Ok(Err(unfilled)),
    };
    let mut invitations = Vec::new();
    for visit in &visits {
        let summary = header_line(&words.calendar(&sender));
        let last = change.last_told(visit.id)?;
        let (kind, channel) = (message.kind, message.channel);
        invitations.extend(invitation(
            kind,
            channel,
            visit,
            practice.zone,
            last,
            summary,
        ));
    }
    Ok(Ok(Letter {
        sender: header_line(&sender),
        to: header_line(&to),
        subject,
        // One curly quote in a name would cost every other letter its place (M12).
        text: match message.channel {
            Channel::Sms => plain_letters(&text),
            _ => text,
        },
        invitations,
        answers: match message.channel {
            Channel::Email => words.answers(message.kind),
            Channel::Sms | Channel::Phone | Channel::Desktop => Vec::new(),
        },
        language: words.tag,
    }))
}

/// What the practice calls itself towards patients.
pub(super) fn sender<'a>(settings: &'a Settings, practice: &'a Practice) -> &'a str {
    if settings.sender.is_empty() {
        &practice.name
    } else {
        &settings.sender
    }
}

/// The text, in the language of whoever reads it where there is one, else in that of the practice:
/// of the practice's own, and else what comes with Daybook.
fn wording(
    change: &Change<'_>,
    host: &dyn Host,
    practice: &Practice,
    reader: Option<&Patient>,
    message: &Planned,
) -> Result<(Words, Wording)> {
    let own = change.message_texts()?;
    let of_reader = reader.and_then(|one| one.language.as_deref());
    let wanted = [of_reader.unwrap_or_default(), practice.language.as_str()];
    let tag = wanted.into_iter().find(|tag| language_of(tag).is_some());
    let tag = tag.unwrap_or("en");
    let words = Words::of(host, tag);
    let (kind, channel) = (message.kind, message.channel);
    let language = language_of(tag).unwrap_or("en");
    let written = [tag, language]
        .into_iter()
        .find_map(|tag| own.iter().find(|text| text.is_for(kind, channel, tag)))
        // Checked when it was saved; of one that a newer Daybook would refuse, ours is said instead.
        .and_then(|text| text.read().ok());
    let wording = match written {
        Some(wording) => wording,
        None => built_in(&words, kind, channel)?,
    };
    Ok((words, wording))
}

fn built_in(
    words: &Words,
    kind: domain::messages::MessageKind,
    channel: Channel,
) -> Result<Wording> {
    let (subject, body) = words.text(kind, channel);
    Wording::shipped(kind, channel, &subject, &body).map_err(|_| crate::Error::NotFound("message"))
}

/// What is told by the parts of a message and the visits that it is about.
pub(super) fn values(
    change: &Change<'_>,
    words: &Words,
    message: &Planned,
    visits: &[Appointment],
) -> Result<Values> {
    let mut who: Vec<PatientId> = Vec::new();
    for part in &message.parts {
        if !who.contains(&part.patient) {
            who.push(part.patient);
        }
    }
    let mut names = Vec::with_capacity(who.len());
    for one in who {
        names.extend(change.patient(one)?.as_ref().map(first_name));
    }
    let names = words.names(&names);
    let mut values = Values::default()
        .with(Field::Names, &names)
        .with(Field::FirstName, &names);
    let Some(first) = message.parts.first() else {
        return Ok(values);
    };
    let start: Option<NaiveDateTime> = match first.about {
        About::Visit { start, .. } | About::Notice { start, .. } => Some(start.at),
        About::Birthday { .. } => None,
        About::Dose { at, .. } => {
            let taken = words.time(change.practice()?.zone.wall(at).at.time());
            values = values.with(Field::DoseTime, &taken);
            None
        }
    };
    if let Some(start) = start {
        let there = message.arrival.unwrap_or(start);
        values = values
            .with(Field::Day, &words.day(there.date()))
            .with(Field::Start, &words.time(start.time()));
    }
    if let Some(arrival) = message.arrival {
        values = values.with(Field::Arrival, &words.time(arrival.time()));
    }
    if let (About::Notice { notice, .. }, Some(visit)) = (first.about, visits.first())
        && let Some(notice) = change.notice(notice)?
        && let NoticeOf::Moved { from } = notice.of
    {
        let early = TimeDelta::minutes(i64::from(visit.arrive_early));
        let there = from.at.checked_sub_signed(early).unwrap_or(from.at);
        values = values
            .with(Field::OldDay, &words.day(there.date()))
            .with(Field::OldArrival, &words.time(there.time()));
    }
    Ok(values)
}

/// M11: what only a text of the practice's own asks for, knowingly.
pub(super) fn told_apart(
    change: &Change<'_>,
    mut values: Values,
    wording: &Wording,
    visits: &[Appointment],
) -> Result<Values> {
    let Some(visit) = visits.first() else {
        return Ok(values);
    };
    if wording.asks_for(Field::Provider) {
        let all = change.providers()?;
        if let Some(one) = all.iter().find(|one| visit.provider == Some(one.id)) {
            values = values.with(Field::Provider, &one.name);
        }
    }
    if wording.asks_for(Field::Treatment) {
        let all = change.appointment_types()?;
        if let Some(one) = all.iter().find(|one| visit.kind == Some(one.id)) {
            values = values.with(Field::Treatment, &one.name);
        }
    }
    Ok(values)
}
