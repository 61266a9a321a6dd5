//! What an answer is about (M10), and what follows from it.

use super::read::Answer;
use crate::id::{AppointmentId, OutboxId};
use crate::messages::kind::{Channel, MessageKind};
use crate::messages::number::same_address;
use chrono::{DateTime, Utc};

/// A message that went out and asks for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    pub outbox: OutboxId,
    pub kind: MessageKind,
    pub channel: Channel,
    pub address: String,
    /// All that the message named: an answer counts for each (M5).
    pub visits: Vec<AppointmentId>,
    pub sent: DateTime<Utc>,
    /// From when on an answer comes too late to be taken without a person.
    pub until: DateTime<Utc>,
    pub answered: bool,
}

/// What an answer is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose<'q> {
    Assigned(&'q OpenQuestion),
    /// The desk says which of these, or that it is something else.
    AskTheDesk(Vec<&'q OpenQuestion>),
}

/// What follows from an answer. A confirmation changes what the patient said, never how far the
/// visit has come (S7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFollows {
    Confirm(Vec<AppointmentId>),
    Score {
        outbox: OutboxId,
        score: u8,
    },
    /// M9: nothing goes to that number or address any more, whoever has it.
    Stop,
    Reopen,
    ShowToDesk,
}

impl OpenQuestion {
    /// Whether an answer at `now` may still be one to it.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.kind.asks() && !self.answered && self.sent <= now && now < self.until
    }
}

/// M10: the one open question that was sent to the number or address from which an answer came.
/// Where a mail names the message that it answers, `questions` is that one alone.
pub fn whom_it_is_about<'q>(
    channel: Channel,
    from: &str,
    questions: &'q [OpenQuestion],
    now: DateTime<Utc>,
) -> Whose<'q> {
    let mut open: Vec<&OpenQuestion> = questions
        .iter()
        .filter(|one| one.channel == channel && one.is_open(now))
        .filter(|one| same_address(channel, &one.address, from))
        .collect();
    open.sort_by_key(|one| (one.sent, one.outbox));
    match open[..] {
        [one] => Whose::Assigned(one),
        _ => Whose::AskTheDesk(open),
    }
}

/// What follows. Whatever is not certain is shown to a person.
pub fn what_follows(answer: Answer, whose: &Whose<'_>) -> AnswerFollows {
    match (answer, whose) {
        (Answer::Stop, _) => AnswerFollows::Stop,
        (Answer::Start, _) => AnswerFollows::Reopen,
        (Answer::Confirm, Whose::Assigned(one)) if one.kind == MessageKind::PleaseConfirm => {
            AnswerFollows::Confirm(one.visits.clone())
        }
        (Answer::Score(score), Whose::Assigned(one)) if one.kind == MessageKind::Survey => {
            AnswerFollows::Score {
                outbox: one.outbox,
                score,
            }
        }
        _ => AnswerFollows::ShowToDesk,
    }
}
