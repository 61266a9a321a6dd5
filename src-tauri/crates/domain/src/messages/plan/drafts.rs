//! What each rule would say of each visit, birthday and dose of a party's day, or why it does not.

use super::due::{self, Span, arrival};
use super::facts::{About, Part, Queued, Recipient, Stage, VisitFacts};
use super::family::{addressed, leaves_at_the_door, not};
use super::index::{Day, Index, PartyDay};
use super::why::{Unsent, WhyNot};
use crate::appointment::{Confirmation, Status};
use crate::id::{OutboxId, PatientId};
use crate::messages::consent::Way;
use crate::messages::kind::{MessageKind, Trigger};
use crate::messages::rule::ReminderRule;
use crate::notice::NoticeState;
use crate::patient::Patient;
use chrono::{DateTime, NaiveDateTime, Utc};

/// One thing that goes out.
#[derive(Debug, Clone)]
pub(super) struct Draft<'a> {
    pub(super) part: Part,
    pub(super) rule: &'a ReminderRule,
    pub(super) due: DateTime<Utc>,
    /// Not before this: `due`, or when it is quiet no more (M6).
    pub(super) send_at: DateTime<Utc>,
    pub(super) until: DateTime<Utc>,
    pub(super) arrival: Option<NaiveDateTime>,
    pub(super) recipient: Recipient,
    pub(super) way: Way,
}

/// What is asked about a party's day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'i, 'a> {
    pub(super) index: &'i Index<'a>,
    pub(super) unit: PartyDay,
    pub(super) now: DateTime<Utc>,
    /// A message that is about to go: that it is on its way is no reason against it.
    pub(super) except: Option<OutboxId>,
}

/// Before it is known who is written to.
pub(super) struct Sketch<'a> {
    pub(super) part: Part,
    pub(super) rule: &'a ReminderRule,
    pub(super) patient: &'a Patient,
    pub(super) span: Span,
    pub(super) send_at: DateTime<Utc>,
    pub(super) arrival: Option<NaiveDateTime>,
}

/// All of a party's day.
pub(super) fn drafts<'a>(ask: Ask<'_, 'a>, day: &Day<'a>) -> (Vec<Draft<'a>>, Vec<Unsent>) {
    let mut sketches = Vec::new();
    let mut unsent = Vec::new();
    for &rule in &ask.index.rules {
        let mut take = |part: Part, found: Result<Sketch<'a>, WhyNot>| match found {
            Ok(sketch) => sketches.push(sketch),
            Err(why) => {
                let in_vain = why.is_late() && waited_in_vain(ask, day, &part, rule.kind);
                let unsaid = not(part, rule.kind, why, false);
                unsent.push(Unsent {
                    for_desk: unsaid.for_desk || in_vain,
                    ..unsaid
                });
            }
        };
        match rule.kind.trigger() {
            Trigger::Patient if rule.kind == MessageKind::Birthday => {
                for patient in &day.birthdays {
                    let date = ask.unit.day;
                    let about = About::Birthday {
                        patient: patient.id,
                        date,
                    };
                    let part = part(patient.id, about, rule);
                    if !has_gone(ask, &part, rule.kind) {
                        let span = due::of_birthday(date, rule.lead, ask.index.facts.zone);
                        take(part, sketch(ask, part, rule, span));
                    }
                }
            }
            Trigger::Patient => {
                for &(patient, medication, at) in &day.doses {
                    let part = part(patient, About::Dose { medication, at }, rule);
                    if !has_gone(ask, &part, rule.kind) {
                        take(part, sketch(ask, part, rule, due::of_dose(at)));
                    }
                }
            }
            Trigger::Notice | Trigger::Before | Trigger::After => {
                for facts in &day.visits {
                    let Some(part) = concerns(facts, rule) else {
                        continue;
                    };
                    if !has_gone(ask, &part, rule.kind) {
                        take(part, of_visit(ask, part, rule, facts));
                    }
                }
            }
        }
    }
    addressed(ask, day, sketches, unsent)
}

fn part(patient: PatientId, about: About, rule: &ReminderRule) -> Part {
    let rule = rule.id;
    Part {
        patient,
        about,
        rule,
    }
}

/// What the rule would say of the visit; none where it has nothing to do with it.
fn concerns(facts: &VisitFacts<'_>, rule: &ReminderRule) -> Option<Part> {
    let visit = facts.appointment;
    let (appointment, start) = (visit.id, visit.start);
    let about = match rule.kind.trigger() {
        Trigger::Notice => {
            let notice = facts
                .notice
                .filter(|notice| notice.state == NoticeState::Pending)
                .filter(|notice| MessageKind::telling(&notice.of) == rule.kind)?
                .id;
            About::Notice {
                notice,
                appointment,
                start,
            }
        }
        _ => About::Visit { appointment, start },
    };
    let happened = match rule.kind {
        MessageKind::MissedVisit => visit.status == Status::Missed,
        MessageKind::FollowUp | MessageKind::Survey => visit.status == Status::Completed,
        _ => true,
    };
    (happened && rule.is_for(visit.kind)).then(|| part(visit.patient, about, rule))
}

/// M1: whether it went out already. M16: a survey by whatever rule, and wherever the visit stood.
fn has_gone(ask: Ask<'_, '_>, part: &Part, kind: MessageKind) -> bool {
    ask.index.gone(part).iter().any(|queued| {
        matches!(queued.stage, Stage::Taken { .. })
            && Some(queued.id) != ask.except
            && (queued.says(part)
                || (kind == MessageKind::Survey && queued.message.kind == MessageKind::Survey))
    })
}

/// Whether it stood in the outbox and did not go, and somebody is still to come or not to come.
fn waited_in_vain(ask: Ask<'_, '_>, day: &Day<'_>, part: &Part, kind: MessageKind) -> bool {
    let visit = part.about.appointment();
    let Some(visit) = visit.and_then(|id| ask.index.visit(id)) else {
        return false;
    };
    let ahead = ask.now < visit.span(ask.index.facts.zone).0;
    let gone = ask.index.gone(part).iter();
    let not_gone = |queued: &&&Queued| {
        matches!(queued.stage, Stage::Waiting | Stage::Failed | Stage::Late) && queued.says(part)
    };
    (ahead || leaves_at_the_door(kind)) && gone.chain(&day.waiting).any(|one| not_gone(&one))
}

fn of_visit<'a>(
    ask: Ask<'_, 'a>,
    part: Part,
    rule: &'a ReminderRule,
    facts: &VisitFacts<'a>,
) -> Result<Sketch<'a>, WhyNot> {
    let visit = facts.appointment;
    let zone = ask.index.facts.zone;
    let trigger = rule.kind.trigger();
    if trigger != Trigger::After && rule.kind != MessageKind::Cancelled {
        match visit.status {
            Status::Scheduled => {}
            Status::Cancelled => return Err(WhyNot::Cancelled),
            Status::Missed => return Err(WhyNot::Missed),
            Status::Arrived | Status::Seated | Status::Completed => return Err(WhyNot::Came),
        }
    }
    if trigger == Trigger::Before {
        match visit.confirmation {
            Confirmation::Declined => return Err(WhyNot::Declined),
            Confirmation::Confirmed if rule.kind == MessageKind::PleaseConfirm => {
                return Err(WhyNot::Answered);
            }
            _ => {}
        }
    }
    if rule.kind == MessageKind::Survey && facts.complaint {
        return Err(WhyNot::Complaint);
    }
    let span = due::of_visit(facts, rule.kind, rule.lead, zone);
    let sketch = sketch(ask, part, rule, span)?;
    if trigger == Trigger::Before && facts.placed > sketch.span.due {
        return Err(WhyNot::BookedInside);
    }
    if is_told(rule.kind) && rule.kind != MessageKind::Moved && has_heard(ask, &sketch) {
        return Err(WhyNot::Superseded);
    }
    let (start, _) = visit.span(zone);
    let arrival = (trigger != Trigger::After).then(|| zone.wall(arrival(visit, start)).at);
    Ok(Sketch { arrival, ..sketch })
}

/// Whether it may go out at all, and when.
fn sketch<'a>(
    ask: Ask<'_, 'a>,
    part: Part,
    rule: &'a ReminderRule,
    span: Option<Span>,
) -> Result<Sketch<'a>, WhyNot> {
    let Some(patient) = ask.index.person(part.patient) else {
        // What is over is nobody's to see to.
        let over = span.is_none_or(|span| span.until <= ask.now);
        return Err(if over {
            WhyNot::TooLate
        } else {
            WhyNot::Unreadable
        });
    };
    if patient.has_died() {
        return Err(WhyNot::Deceased);
    }
    if !patient.may_be_contacted() {
        return Err(WhyNot::NotContacted);
    }
    let span = span.ok_or(WhyNot::TooLate)?;
    if span.due < rule.since {
        return Err(WhyNot::RuleNewer);
    }
    if span.until <= ask.now {
        return Err(WhyNot::TooLate);
    }
    let open = |at| ask.goes(rule.kind, at).filter(|goes| *goes < span.until);
    let send_at = open(span.due).ok_or(WhyNot::QuietTooLong)?;
    if send_at < ask.now {
        open(ask.now).ok_or(WhyNot::QuietTooLong)?;
    }
    Ok(Sketch {
        part,
        rule,
        patient,
        span,
        send_at,
        arrival: None,
    })
}

impl Ask<'_, '_> {
    /// M6: when something may go out, from `at` on. For medicine the patient set the hour.
    fn goes(&self, kind: MessageKind, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if kind == MessageKind::Medication {
            return Some(at);
        }
        let facts = self.index.facts;
        facts.settings.quiet.release(at, facts.zone, facts.closures)
    }

    /// When something that is to go out at `send_at` really does, after `now`.
    pub(super) fn really_goes(&self, kind: MessageKind, send_at: DateTime<Utc>) -> DateTime<Utc> {
        if self.now <= send_at {
            return send_at;
        }
        self.goes(kind, self.now).unwrap_or(self.now)
    }
}

/// Whether it says when the visit is, as others may have said by then.
pub(super) fn is_told(kind: MessageKind) -> bool {
    kind != MessageKind::Cancelled && matches!(kind.trigger(), Trigger::Before | Trigger::Notice)
}

/// M4: somebody heard of this visit after this message was due, so it would come behind.
fn has_heard(ask: Ask<'_, '_>, sketch: &Sketch<'_>) -> bool {
    let of_visit = |about: &About| match *about {
        About::Visit { appointment, start }
        | About::Notice {
            appointment, start, ..
        } => Some((appointment, start)),
        About::Birthday { .. } | About::Dose { .. } => None,
    };
    let this = of_visit(&sketch.part.about);
    ask.index.gone(&sketch.part).iter().any(|queued| {
        let after = matches!(queued.stage, Stage::Taken { at } if sketch.span.due <= at);
        after
            && Some(queued.id) != ask.except
            && queued.message.recipient != Recipient::Desk
            && is_told(queued.message.kind)
            && queued
                .message
                .parts
                .iter()
                .any(|part| of_visit(&part.about) == this)
    })
}
