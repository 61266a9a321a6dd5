//! What follows when the talk with a server ended early: whose affair it is, and whether to try
//! again. The codes are those of RFC 5321 and 3463; the words, where codes tell too little, those of
//! the servers that most providers run.

use super::reply::Reply;
use super::session::{How, Stopped};
use super::trouble::{Fault, Step, Trouble};

/// What becomes of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    NotNow,
    Refused,
    Unusable,
    Lost,
}

/// Judges an end before all was said.
pub(super) fn judge(stopped: Stopped) -> (Fate, Trouble) {
    let step = stopped.step;
    match stopped.how {
        How::Said(reply) => {
            let (fate, fault) = of_reply(step, &reply);
            let said = Some(reply.told());
            (fate, Trouble { step, fault, said })
        }
        How::Fault(fault) => (of_fault(step, fault), Trouble::of(step, fault)),
    }
}

fn of_fault(step: Step, fault: Fault) -> Fate {
    if step == Step::Verdict {
        return Fate::Lost;
    }
    match fault {
        Fault::AddressNotCarried => Fate::Refused,
        Fault::NameNotFound
        | Fault::PortRefused
        | Fault::Unreachable
        | Fault::NoAnswer
        | Fault::Cut => Fate::NotNow,
        // Behind a login it is a mail server, only confused.
        Fault::NotMail if step > Step::Login => Fate::NotNow,
        _ => Fate::Unusable,
    }
}

fn of_reply(step: Step, reply: &Reply) -> (Fate, Fault) {
    match reply.class() {
        4 => (Fate::NotNow, not_now(step, reply)),
        5 => refused(step, reply),
        // It took nothing, and yet said yes.
        _ if step == Step::Verdict => (Fate::Lost, Fault::NotMail),
        _ if step > Step::Login => (Fate::NotNow, Fault::NotMail),
        _ => (Fate::Unusable, Fault::NotMail),
    }
}

fn not_now(step: Step, reply: &Reply) -> Fault {
    // "Shutting down" (421) and "no room" (4.3.1) are said to everybody.
    if reply.code == 421 || reply.enhanced() == Some("4.3.1") {
        return Fault::ServerBusy;
    }
    match step {
        Step::Recipient => Fault::RecipientNotNow,
        Step::Text | Step::Verdict => Fault::TextNotNow,
        _ => Fault::ServerBusy,
    }
}

fn refused(step: Step, reply: &Reply) -> (Fate, Fault) {
    match (reply.code, reply.enhanced()) {
        (530, _) => return (Fate::Unusable, Fault::LoginMissing),
        (_, Some("5.4.5")) => return (Fate::NotNow, Fault::QuotaReached),
        (_, Some("5.7.60")) => return (Fate::Unusable, Fault::SenderRefused),
        _ => {}
    }
    match step {
        Step::Encryption => (Fate::Unusable, Fault::NoStartTls),
        Step::Login => (Fate::Unusable, login_refused(reply)),
        Step::Sender => (Fate::Unusable, Fault::SenderRefused),
        // Many servers keep what they have against a sender until a recipient is named.
        Step::Recipient if reply.mentions("relay") => (Fate::Unusable, Fault::LoginMissing),
        Step::Recipient if reply.mentions("sender address rejected") => {
            (Fate::Unusable, Fault::SenderRefused)
        }
        Step::Recipient => (Fate::Refused, Fault::RecipientRefused),
        Step::Text | Step::Verdict => (Fate::Refused, Fault::TextRefused),
        _ => (Fate::Unusable, Fault::ServerRefuses),
    }
}

fn login_refused(reply: &Reply) -> Fault {
    match (reply.code, reply.enhanced()) {
        // "Application-specific password required".
        (_, Some("5.7.9")) => Fault::AppPasswordNeeded,
        // The way of logging in is not known, or switched off for this mailbox.
        (504 | 534, _) | (_, Some("5.7.139")) => Fault::LoginNotOffered,
        _ => Fault::LoginRefused,
    }
}
