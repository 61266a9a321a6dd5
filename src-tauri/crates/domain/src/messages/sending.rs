//! How far a message in the outbox has come, and what follows from what happened to it (M15).
//! Nothing can be sent exactly once (RFC 1047); what can is that nothing is lost, and that only a
//! mail may come twice, which its Message-ID tells every mail program.

use super::kind::Channel;
use super::plan::Stage;
use crate::said::{Said, said};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sending {
    Planned,
    /// Somebody is about to hand it over; written down and committed before the first byte leaves.
    Claimed {
        attempt: Attempt,
    },
    /// The other side has taken it.
    Accepted {
        attempt: Attempt,
        at: DateTime<Utc>,
    },
    /// The other side asked to try again.
    Transient {
        attempt: Attempt,
        next: DateTime<Utc>,
        what: String,
    },
    /// It never got there.
    Permanent {
        attempt: Option<Attempt>,
        at: DateTime<Utc>,
        what: Failed,
    },
    /// It may have been sent: a person looks, and may send it again.
    Unknown {
        attempt: Attempt,
        at: DateTime<Utc>,
    },
    /// Taken back before it went (M2).
    Withdrawn {
        at: DateTime<Utc>,
    },
}

/// What all attempts at one message have in common, and how many there were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The first is 1.
    pub number: u32,
    /// The same for every attempt.
    pub message_id: String,
    /// The date in its header, and when it was first handed over.
    pub date: DateTime<Utc>,
    /// Whether one of them may have got there, though nobody heard so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub perhaps_there: bool,
}

/// Why it never got there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failed {
    /// As the other side said it.
    Refused(String),
    /// It was of no use any more.
    TooLate,
    /// There was nothing to fill this blank of its text with.
    Blank(String),
    /// Nothing goes by its channel any more.
    NotSetUp,
}

/// What happens to a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It is to be handed over now. The id is for a first attempt; a later one keeps what it has.
    Claim {
        message_id: String,
    },
    Accepted,
    /// There is nothing to fill this blank of its text with: it cannot be handed over.
    Blank {
        field: String,
    },
    /// "Not now": a full mailbox, a greylist, a gateway that is down. Nothing was taken.
    NotNow {
        what: String,
    },
    Refused {
        what: String,
    },
    /// The line broke, or the program ended, between handing it over and hearing of it.
    Lost {
        what: String,
    },
    /// Nothing was handed over, for a reason that is none of this message: as if it was not tried.
    NotTried,
    /// It waits for another attempt that cannot be any more.
    GiveUp {
        what: Failed,
    },
    /// It waits far longer than any pause is: a clock was wrong.
    ClockWasWrong,
    /// What was accepted came back.
    Bounced {
        what: String,
    },
    /// A person wishes it to be sent again.
    Again,
    /// It is not to go any more.
    Withdraw,
}

/// What cannot follow on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutOfTurn {
    #[error("the message is being sent")]
    BeingSent,
    #[error("the message is not being sent")]
    NotBeingSent,
    #[error("the message has gone out")]
    GoneOut,
    #[error("it is too early to try again")]
    TooEarly,
    #[error("the message was withdrawn")]
    Withdrawn,
    #[error("the message may have been sent; a person has to look first")]
    MayHaveBeenSent,
    #[error("the message failed")]
    Failed,
    #[error("it is too late for it to be of use")]
    TooLate,
}

impl From<OutOfTurn> for Said {
    fn from(not: OutOfTurn) -> Self {
        said(match not {
            OutOfTurn::BeingSent => "sending-busy",
            OutOfTurn::NotBeingSent => "sending-not-begun",
            OutOfTurn::GoneOut => "sending-gone-out",
            OutOfTurn::TooEarly => "sending-too-early",
            OutOfTurn::Withdrawn => "sending-withdrawn",
            OutOfTurn::MayHaveBeenSent => "sending-unknown",
            OutOfTurn::Failed => "sending-failed",
            OutOfTurn::TooLate => "unsent-too-late",
        })
    }
}

/// The pause after so many attempts: 5 minutes, then twice as long each time, an hour at most.
pub fn pause(attempts: u32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1).min(4);
    TimeDelta::minutes((5 << doublings).min(60))
}

/// What follows on `state` when `event` happens at `now`. `until` is when the message is of no use
/// any more: no attempt begins after it.
pub fn after(
    state: &Sending,
    event: Event,
    channel: Channel,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Sending, OutOfTurn> {
    use Sending as S;
    match (state, event) {
        (S::Planned, Event::Claim { message_id }) => Ok(claimed(
            Attempt {
                number: 1,
                message_id,
                date: now,
                perhaps_there: false,
            },
            until,
            now,
        )),
        (S::Transient { next, .. }, Event::Claim { .. }) if now < *next => Err(OutOfTurn::TooEarly),
        (S::Transient { attempt, .. }, Event::Claim { .. }) => {
            let number = attempt.number.saturating_add(1);
            let attempt = Attempt {
                number,
                ..attempt.clone()
            };
            Ok(claimed(attempt, until, now))
        }
        (S::Planned, Event::Blank { field }) => Ok(S::Permanent {
            attempt: None,
            at: now,
            what: Failed::Blank(field),
        }),
        (S::Transient { attempt, .. }, Event::Blank { field }) => {
            Ok(over(attempt, Failed::Blank(field), now))
        }
        (
            S::Claimed { .. },
            Event::Claim { .. }
            | Event::Blank { .. }
            | Event::GiveUp { .. }
            | Event::ClockWasWrong
            | Event::Again
            | Event::Withdraw,
        ) => Err(OutOfTurn::BeingSent),
        (S::Claimed { attempt }, Event::NotNow { what }) => {
            let next = now.checked_add_signed(pause(attempt.number));
            Ok(match next.filter(|next| *next < until) {
                Some(next) => again(attempt, next, what),
                None => over(attempt, Failed::TooLate, now),
            })
        }
        (S::Claimed { attempt }, Event::Lost { what }) => {
            let attempt = Attempt {
                perhaps_there: true,
                ..attempt.clone()
            };
            // Whoever has it already knows it again. Not at once: a server that always breaks off
            // behind the last line would be sent to for ever.
            let next = now.checked_add_signed(pause(attempt.number));
            Ok(match next.filter(|next| *next < until) {
                Some(next) if channel.may_repeat() => again(&attempt, next, what),
                _ => S::Unknown { attempt, at: now },
            })
        }
        (S::Claimed { attempt }, Event::NotTried) => Ok(match attempt.number {
            0 | 1 => S::Planned,
            number => {
                let number = number - 1;
                let attempt = Attempt {
                    number,
                    ..attempt.clone()
                };
                again(&attempt, now, String::new())
            }
        }),
        // A gateway that was waited for in vain may still tell.
        (S::Claimed { attempt } | S::Unknown { attempt, .. }, Event::Accepted) => {
            let attempt = attempt.clone();
            Ok(S::Accepted { attempt, at: now })
        }
        (S::Transient { attempt, .. }, Event::GiveUp { what }) => Ok(over(attempt, what, now)),
        (S::Transient { attempt, what, .. }, Event::ClockWasWrong) => {
            Ok(again(attempt, now, what.clone()))
        }
        // Whoever handed it over hears late, after others took it for lost.
        (S::Transient { attempt, .. }, Event::Accepted) if attempt.perhaps_there => {
            let attempt = attempt.clone();
            Ok(S::Accepted { attempt, at: now })
        }
        (S::Transient { attempt, .. }, Event::Refused { what }) if attempt.perhaps_there => {
            let what = Failed::Refused(what);
            // With one attempt it is known which was refused.
            let attempt = Attempt {
                perhaps_there: attempt.number > 1,
                ..attempt.clone()
            };
            Ok(over(&attempt, what, now))
        }
        (S::Claimed { attempt }, Event::Refused { what }) => {
            Ok(over(attempt, Failed::Refused(what), now))
        }
        (S::Unknown { attempt, .. }, Event::Refused { what } | Event::Bounced { what })
        | (S::Claimed { attempt } | S::Accepted { attempt, .. }, Event::Bounced { what }) => {
            Ok(S::Permanent {
                attempt: Some(attempt.clone()),
                at: now,
                what: Failed::Refused(what),
            })
        }
        (S::Unknown { .. } | S::Permanent { .. }, Event::Again) if until <= now => {
            Err(OutOfTurn::TooLate)
        }
        (S::Permanent { attempt: None, .. }, Event::Again) => Ok(S::Planned),
        (
            S::Unknown { attempt, .. }
            | S::Permanent {
                attempt: Some(attempt),
                ..
            },
            Event::Again,
        ) => Ok(again(attempt, now, String::new())),
        (S::Transient { attempt, .. }, Event::Withdraw) if attempt.perhaps_there => {
            let attempt = attempt.clone();
            Ok(S::Unknown { attempt, at: now })
        }
        (S::Planned | S::Transient { .. }, Event::Withdraw) => Ok(S::Withdrawn { at: now }),
        (S::Planned | S::Transient { .. }, _) => Err(OutOfTurn::NotBeingSent),
        (S::Accepted { .. }, _) => Err(OutOfTurn::GoneOut),
        (S::Unknown { .. }, _) => Err(OutOfTurn::MayHaveBeenSent),
        (S::Permanent { .. }, _) => Err(OutOfTurn::Failed),
        (S::Withdrawn { .. }, _) => Err(OutOfTurn::Withdrawn),
    }
}

fn claimed(attempt: Attempt, until: DateTime<Utc>, now: DateTime<Utc>) -> Sending {
    if now < until {
        Sending::Claimed { attempt }
    } else if attempt.number > 1 {
        over(&attempt, Failed::TooLate, now)
    } else {
        Sending::Permanent {
            attempt: None,
            at: now,
            what: Failed::TooLate,
        }
    }
}

fn again(attempt: &Attempt, next: DateTime<Utc>, what: String) -> Sending {
    Sending::Transient {
        attempt: attempt.clone(),
        next,
        what,
    }
}

/// No further attempt: failed, unless an earlier one may have got there. Then no other channel says
/// it a second time.
fn over(attempt: &Attempt, what: Failed, at: DateTime<Utc>) -> Sending {
    let attempt = attempt.clone();
    if attempt.perhaps_there {
        return Sending::Unknown { attempt, at };
    }
    Sending::Permanent {
        attempt: Some(attempt),
        at,
        what,
    }
}

impl Sending {
    /// The name of the state, which a file keeps for ever.
    pub fn name(&self) -> &'static str {
        match self {
            Sending::Planned => "planned",
            Sending::Claimed { .. } => "claimed",
            Sending::Accepted { .. } => "accepted",
            Sending::Transient { .. } => "transient",
            Sending::Permanent { .. } => "permanent",
            Sending::Unknown { .. } => "unknown",
            Sending::Withdrawn { .. } => "withdrawn",
        }
    }

    /// What its attempts have in common; none before the first.
    pub fn attempt(&self) -> Option<&Attempt> {
        match self {
            Sending::Planned | Sending::Withdrawn { .. } => None,
            Sending::Permanent { attempt, .. } => attempt.as_ref(),
            Sending::Claimed { attempt }
            | Sending::Accepted { attempt, .. }
            | Sending::Transient { attempt, .. }
            | Sending::Unknown { attempt, .. } => Some(attempt),
        }
    }

    /// What has to happen to one that was put off, since it would wait for ever; `set_up` is whether
    /// anything goes by its channel.
    pub fn hangs(&self, set_up: bool, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<Event> {
        let Sending::Transient { next, .. } = self else {
            return None;
        };
        let what = if until <= now {
            Failed::TooLate
        } else if !set_up {
            Failed::NotSetUp
        } else {
            // The clocks of two machines may differ.
            let far = next.signed_duration_since(now) > pause(u32::MAX) * 2;
            return far.then_some(Event::ClockWasWrong);
        };
        Some(Event::GiveUp { what })
    }

    /// How far it has come, as far as planning asks.
    pub fn stage(&self) -> Stage {
        match self {
            Sending::Planned => Stage::Waiting,
            Sending::Claimed { attempt }
            | Sending::Accepted { attempt, .. }
            | Sending::Transient { attempt, .. }
            | Sending::Unknown { attempt, .. } => Stage::Taken { at: attempt.date },
            Sending::Permanent { .. } => Stage::Failed,
            Sending::Withdrawn { .. } => Stage::Void,
        }
    }
}
