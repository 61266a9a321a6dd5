//! What is to go out, worked out from what is known (M1 to M9, M13, M16). Asked twice it says the
//! same; with what it said in the outbox it says nothing new.

mod drafts;
mod due;
mod facts;
mod family;
mod gather;
mod index;
mod reach;
mod why;

pub(super) use due::arrival;
pub use due::{MARGIN, SETTLES};
pub use facts::{About, Facts, Key, Part, Planned, Queued, Recipient, Stage, VisitFacts};
pub use index::{Index, Party, PartyDay, birthday};
pub use why::{NoWay, Unsent, WhyNot, Withdrawn};

use chrono::{DateTime, Utc};
use drafts::{Ask, drafts};
use gather::{Group, gathered};

/// What has to change in the outbox, and what does not go out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// To be put into the outbox.
    pub send: Vec<Planned>,
    /// To be taken out of it, before the others are put in.
    pub withdraw: Vec<Withdrawn>,
    pub unsent: Vec<Unsent>,
}

/// M2: what to do with a message at the moment of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// As it is to go now: to this address, with these parts. The outbox keeps this and not what was
    /// planned, so that a part which is left out can be planned anew.
    Send(Planned),
    Wait(DateTime<Utc>),
    Drop(WhyNot),
}

/// Plans all days.
pub fn plan(facts: &Facts<'_>, now: DateTime<Utc>) -> Plan {
    let index = Index::of(facts);
    let mut all = Plan::default();
    for unit in index.party_days() {
        let one = plan_for(&index, unit, now);
        all.send.extend(one.send);
        all.withdraw.extend(one.withdraw);
        all.unsent.extend(one.unsent);
    }
    // A message about two parties that were one is no longer right for either.
    let mut seen = std::collections::HashSet::new();
    all.withdraw.retain(|one| seen.insert(one.outbox));
    all
}

/// Plans what a party is to hear of one day. A change is planned anew by planning the days of the
/// party before and after it.
pub fn plan_for(index: &Index<'_>, unit: PartyDay, now: DateTime<Utc>) -> Plan {
    let except = None;
    let Some(day) = index.day(unit) else {
        return Plan::default();
    };
    let ask = Ask {
        index,
        unit,
        now,
        except,
    };
    let (drafts, mut unsent) = drafts(ask, day);
    let (groups, superseded) = gathered(ask, drafts);
    unsent.extend(superseded);
    let mut send: Vec<Planned> = groups.iter().map(Group::planned).collect();
    let mut withdraw = Vec::new();
    for waiting in &day.waiting {
        match send.iter().position(|one| *one == waiting.message) {
            Some(at) => {
                send.remove(at);
            }
            None => withdraw.push(Withdrawn {
                outbox: waiting.id,
                why: why_no_more(index, waiting, &unsent),
            }),
        }
    }
    Plan {
        send,
        withdraw,
        unsent,
    }
}

/// M2: whether a message of the outbox is to go out at `now`, and as what. Parts that are no longer
/// to be told are left out; new ones are not taken in.
pub fn eligible(index: &Index<'_>, queued: &Queued, now: DateTime<Utc>) -> Verdict {
    let mut unsent = Vec::new();
    for unit in index.units(&queued.message.parts) {
        let Some(day) = index.day(unit) else {
            continue;
        };
        let ask = Ask {
            index,
            unit,
            now,
            except: Some(queued.id),
        };
        let (drafts, not) = drafts(ask, day);
        let (groups, superseded) = gathered(ask, drafts);
        unsent.extend(not);
        unsent.extend(superseded);
        let same = groups.into_iter().find_map(|group| {
            let message = &queued.message;
            (group.channel() == message.channel && group.recipient() == message.recipient)
                .then(|| group.only(&message.parts))
                .flatten()
        });
        if let Some(group) = same {
            let planned = group.planned();
            let goes = ask.really_goes(planned.kind, planned.send_at);
            return if goes > now {
                Verdict::Wait(goes)
            } else {
                Verdict::Send(planned)
            };
        }
    }
    Verdict::Drop(why_no_more(index, queued, &unsent))
}

/// Why a message of the outbox is not what would be planned now.
fn why_no_more(index: &Index<'_>, queued: &Queued, unsent: &[Unsent]) -> WhyNot {
    let Some(part) = queued.message.parts.first() else {
        return WhyNot::Gone;
    };
    let said = unsent
        .iter()
        .find(|one| one.part.about == part.about && one.part.rule == part.rule);
    if let Some(said) = said {
        return said.why.clone();
    }
    match part.about {
        About::Visit { appointment, start }
        | About::Notice {
            appointment, start, ..
        } => match index.visit(appointment) {
            None => return WhyNot::Gone,
            Some(visit) if visit.start != start => return WhyNot::Moved,
            Some(_) => {}
        },
        About::Birthday { .. } | About::Dose { .. } => {}
    }
    if index.rules.iter().all(|rule| rule.id != part.rule) {
        return WhyNot::RuleOff;
    }
    // It goes another way now; the reason is why not this one.
    match queued.message.recipient {
        Recipient::Person(who) => reach::closed(
            index,
            queued.message.kind,
            part.patient,
            who,
            queued.message.channel,
        )
        .unwrap_or(WhyNot::Replaced),
        Recipient::Desk => WhyNot::Replaced,
    }
}
