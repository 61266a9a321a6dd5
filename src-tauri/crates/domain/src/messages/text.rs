//! The words of a kind of message by one channel in one language, as a practice may write them.

use super::kind::{Channel, MessageKind};
use super::template::{Field, Form, Template, TemplateError, Unfilled, Values, Warning};
use crate::id::MessageTextId;
use crate::limits::{MEDIUM, SHORT};
use crate::said::{Said, said};
use serde::{Deserialize, Serialize};

/// A text of the practice's own, in place of the one that comes with Daybook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageText {
    pub id: MessageTextId,
    pub kind: MessageKind,
    pub channel: Channel,
    /// BCP 47 tag of the language it is written in, such as `de` or `de-AT`.
    pub language: String,
    /// Empty where the channel has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    pub body: String,
}

/// A text that was read: nothing in it is misspelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    subject: Option<Template>,
    body: Template,
}

/// Which part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextPart {
    Subject,
    Body,
}

/// Why a text cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    #[error("{}{error}", match part { TextPart::Subject => "subject: ", TextPart::Body => "" })]
    Template {
        part: TextPart,
        error: TemplateError,
    },
    #[error("the subject has more than {SHORT} characters")]
    LongSubject,
    #[error("the text has more than {MEDIUM} characters")]
    LongBody,
    #[error("the desktop is for the practice, not for patients")]
    NotForPatients,
}

impl From<&TextFault> for Said {
    fn from(fault: &TextFault) -> Self {
        match fault {
            TextFault::Template { part, error } => {
                let what = Said::from(error);
                match part {
                    TextPart::Subject => said("text-subject").with("what", what),
                    TextPart::Body => what,
                }
            }
            TextFault::LongSubject => said("text-long-subject").with("most", SHORT),
            TextFault::LongBody => said("text-long-body").with("most", MEDIUM),
            TextFault::NotForPatients => said("text-not-for-patients"),
        }
    }
}

impl Channel {
    /// Whether its messages have a line above the text.
    pub fn has_subject(self) -> bool {
        self == Channel::Email
    }
}

impl MessageText {
    /// Reads it. All that is wrong is told at once, the subject first.
    pub fn read(&self) -> Result<Wording, Vec<TextFault>> {
        let MessageText {
            id: _,
            kind,
            channel,
            language: _,
            subject,
            body,
        } = self;
        Wording::read(*kind, *channel, subject, body)
    }

    /// Whether it is what a message of that kind, channel and language is written with.
    pub fn is_for(&self, kind: MessageKind, channel: Channel, language: &str) -> bool {
        self.kind == kind && self.channel == channel && self.language.eq_ignore_ascii_case(language)
    }
}

impl Wording {
    /// Reads both parts; the subject counts only where the channel has one.
    pub fn read(
        kind: MessageKind,
        channel: Channel,
        subject: &str,
        body: &str,
    ) -> Result<Self, Vec<TextFault>> {
        let mut faults = Vec::new();
        if channel == Channel::Desktop {
            faults.push(TextFault::NotForPatients);
        }
        let mut part = |part, text: &str| match Template::parse(text, kind) {
            Ok(template) => Some(template),
            Err(errors) => {
                let told = errors.into_iter();
                faults.extend(told.map(|error| TextFault::Template { part, error }));
                None
            }
        };
        let wanted = channel.has_subject();
        let read_subject = wanted.then(|| part(TextPart::Subject, subject)).flatten();
        let read_body = part(TextPart::Body, body);
        if wanted && subject.chars().count() > SHORT {
            faults.push(TextFault::LongSubject);
        }
        if body.chars().count() > MEDIUM {
            faults.push(TextFault::LongBody);
        }
        match read_body {
            Some(body) if faults.is_empty() => Ok(Self {
                subject: read_subject,
                body,
            }),
            _ => Err(faults),
        }
    }

    /// The same for what comes with Daybook: by the desktop the practice itself is told.
    pub fn shipped(
        kind: MessageKind,
        channel: Channel,
        subject: &str,
        body: &str,
    ) -> Result<Self, Vec<TextFault>> {
        let channel = match channel {
            Channel::Desktop => Channel::Phone,
            other => other,
        };
        Self::read(kind, channel, subject, body)
    }

    /// Whether a blank of that field is anywhere in it.
    pub fn asks_for(&self, field: Field) -> bool {
        let all = self.subject.iter().chain([&self.body]);
        all.flat_map(Template::fields).any(|one| one == field)
    }

    /// M11: what it says too much, or too little.
    pub fn warnings<'w>(
        &self,
        telling: impl IntoIterator<Item = &'w str> + Clone,
    ) -> Vec<(TextPart, Warning)> {
        let of = |part, template: &Template| {
            let found = template.warnings(telling.clone()).into_iter();
            found
                .map(move |warning| (part, warning))
                .collect::<Vec<_>>()
        };
        let mut all: Vec<_> = self
            .subject
            .iter()
            .flat_map(|subject| of(TextPart::Subject, subject))
            .collect();
        // A subject need not name anybody, nor say both times: the text below it does.
        all.retain(|(_, warning)| warning.what.is_too_much());
        all.extend(of(TextPart::Body, &self.body));
        all
    }

    /// Subject and text with their blanks filled; the subject is empty where there is none.
    pub fn render(&self, values: &Values) -> Result<(String, String), Unfilled> {
        let subject = match &self.subject {
            Some(subject) => subject.render(values, Form::Subject)?,
            None => String::new(),
        };
        Ok((subject, self.body.render(values, Form::Plain)?))
    }
}
