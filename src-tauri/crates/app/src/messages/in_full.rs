//! A message with its words: those that it went with, or would go with now.

use super::letter::letter;
use super::row::{MessageRow, Names};
use crate::desk::Desk;
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use domain::messages::{Event, Letter, Planned, Stage, Unsent, after};
use store::OutboxMessage;

/// A message, its words and what can be done about it.
#[derive(Debug, Clone)]
pub struct MessageInFull {
    pub row: MessageRow,
    /// None where it never came to have any.
    pub words: Option<SaidWords>,
    /// Whether a person may have it sent again.
    pub may_resend: bool,
}

/// What a message says.
#[derive(Debug, Clone)]
pub struct SaidWords {
    /// Empty where the channel has none.
    pub subject: String,
    pub text: String,
    /// BCP 47 tag.
    pub language: String,
    /// Whether it was handed over with these words.
    pub said: bool,
}

impl SaidWords {
    fn of(letter: Letter, said: bool) -> Self {
        let Letter {
            language,
            sender: _,
            to: _,
            subject,
            text,
            invitations: _,
            answers: _,
        } = letter;
        Self {
            subject,
            text,
            language,
            said,
        }
    }
}

/// Puts messages into words.
pub(super) struct InFull<'a> {
    desk: &'a Desk,
    names: Names<'a>,
    now: DateTime<Utc>,
}

impl<'a> InFull<'a> {
    pub(super) fn new(desk: &'a Desk, now: DateTime<Utc>) -> Self {
        Self {
            desk,
            names: Names::new(desk),
            now,
        }
    }

    /// What is in the outbox.
    pub(super) fn queued(&self, one: &OutboxMessage) -> Result<MessageInFull> {
        let words = match (&one.letter, one.sending.stage()) {
            (Some(letter), _) => Some(SaidWords::of(letter.clone(), true)),
            (None, Stage::Waiting) => self.would_say(&one.message)?,
            (None, _) => None,
        };
        let (channel, until) = (one.message.channel, one.message.until);
        let again = after(&one.sending, Event::Again, channel, until, self.now);
        Ok(MessageInFull {
            row: self.names.queued(one)?,
            words,
            may_resend: again.is_ok(),
        })
    }

    /// What is not in the outbox yet.
    pub(super) fn planned(&self, planned: &Planned) -> Result<MessageInFull> {
        Ok(MessageInFull {
            row: self.names.planned(planned)?,
            words: self.would_say(planned)?,
            may_resend: false,
        })
    }

    /// What does not go out.
    pub(super) fn unsent(&self, unsent: &Unsent) -> Result<MessageInFull> {
        Ok(MessageInFull {
            row: self.names.unsent(unsent)?,
            words: None,
            may_resend: false,
        })
    }

    fn would_say(&self, planned: &Planned) -> Result<Option<SaidWords>> {
        let host = self.desk.host.as_ref();
        let letter = self
            .desk
            .store
            .read_as_change(self.now, |change| letter(change, host, planned));
        match letter {
            // S14: what cannot be worded is shown without words.
            Err(Error::Store(error)) if error.is_of_record() => Ok(None),
            letter => Ok(letter?.ok().map(|letter| SaidWords::of(letter, false))),
        }
    }
}
