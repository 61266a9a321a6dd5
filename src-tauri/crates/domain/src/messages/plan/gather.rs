//! M5: one message where several would say the same to the same person; M4: of several that are due
//! at once only the one nearest the visit.

use super::drafts::{Ask, Draft, is_told};
use super::facts::{About, Part, Planned, Recipient};
use super::family::not;
use super::why::{Unsent, WhyNot};
use crate::id::{PatientId, ReminderRuleId};
use crate::messages::kind::{Channel, MessageKind, Trigger};
use chrono::{DateTime, Utc};

/// What goes out as one message; never empty.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    first: Draft<'a>,
    others: Vec<Draft<'a>>,
}

/// What has to be equal in one message.
#[derive(PartialEq)]
struct Alike {
    kind: MessageKind,
    recipient: Recipient,
    channel: Channel,
    /// What concerns one patient alone is not told with what concerns another.
    alone: Option<PatientId>,
}

/// The messages of a party's day, in the order in which they go out, and what is left out of them.
pub(super) fn gathered<'a>(
    ask: Ask<'_, 'a>,
    mut drafts: Vec<Draft<'a>>,
) -> (Vec<Group<'a>>, Vec<Unsent>) {
    drafts.sort_by_key(|draft| (draft.send_at, draft.rule.position, draft.part));
    let mut superseded = one_survey_each(&mut drafts);
    let mut groups: Vec<Group<'a>> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match groups.iter_mut().find(|group| group.takes(&draft)) {
            Some(group) => group.others.push(draft),
            None => groups.push(Group {
                first: draft,
                others: Vec::new(),
            }),
        }
    }
    superseded.extend(nearest_only(ask, &mut groups));
    groups.sort_by_key(|group| (group.send_at(), group.first.part));
    (groups, superseded)
}

/// M16: of several rules that would ask about one visit, the first asks.
fn one_survey_each(drafts: &mut Vec<Draft<'_>>) -> Vec<Unsent> {
    let mut asked = Vec::new();
    let mut superseded = Vec::new();
    drafts.retain(|draft| {
        let about = draft.part.about;
        if draft.rule.kind != MessageKind::Survey {
            return true;
        }
        if asked.contains(&about) {
            superseded.push(not(draft.part, draft.rule.kind, WhyNot::Superseded, false));
            return false;
        }
        asked.push(about);
        true
    });
    superseded
}

impl<'a> Group<'a> {
    pub(super) fn channel(&self) -> Channel {
        self.first.way.channel
    }

    pub(super) fn recipient(&self) -> Recipient {
        self.first.recipient
    }

    fn kind(&self) -> MessageKind {
        self.first.rule.kind
    }

    fn all(&self) -> impl Iterator<Item = &Draft<'a>> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Before a visit the first due calls for the message, after it the last one does.
    fn send_at(&self) -> DateTime<Utc> {
        let times = self.others.iter().map(|draft| draft.send_at);
        times.fold(self.first.send_at, |one, other| self.call_of(one, other))
    }

    fn call_of(&self, one: DateTime<Utc>, other: DateTime<Utc>) -> DateTime<Utc> {
        match self.kind().trigger() {
            Trigger::Before | Trigger::Patient => one.min(other),
            Trigger::Notice | Trigger::After => one.max(other),
        }
    }

    fn until(&self) -> DateTime<Utc> {
        let times = self.all().map(|draft| draft.until);
        times.min().unwrap_or(self.first.until)
    }

    /// Whether it is told in the same message: by the same rule, or at the same time by another.
    fn takes(&self, draft: &Draft<'_>) -> bool {
        let together = alike(&self.first) == alike(draft)
            && (self.send_at() == draft.send_at
                || (self.first.rule.id == draft.rule.id
                    && self.kind().trigger() != Trigger::Patient));
        together && self.call_of(self.send_at(), draft.send_at) < self.until().min(draft.until)
    }

    /// The same with those parts alone; none where none of them is in it.
    pub(super) fn only(self, parts: &[Part]) -> Option<Self> {
        let wanted = |draft: &Draft<'_>| {
            parts
                .iter()
                .any(|part| part.about == draft.part.about && part.rule == draft.part.rule)
        };
        self.keeping(wanted)
    }

    fn keeping(self, wanted: impl Fn(&Draft<'a>) -> bool) -> Option<Self> {
        let mut kept = std::iter::once(self.first)
            .chain(self.others)
            .filter(wanted);
        let first = kept.next()?;
        let others = kept.collect();
        Some(Self { first, others })
    }

    pub(super) fn planned(&self) -> Planned {
        let mut parts: Vec<Part> = self.all().map(|draft| draft.part).collect();
        parts.sort_by_key(|part| (start(part), *part));
        Planned {
            kind: self.kind(),
            parts,
            channel: self.channel(),
            recipient: self.recipient(),
            address: self.first.way.address.clone(),
            send_at: self.send_at(),
            until: self.until(),
            arrival: self.all().filter_map(|draft| draft.arrival).min(),
        }
    }
}

fn start(part: &Part) -> Option<crate::wall_clock::WallTime> {
    match part.about {
        About::Visit { start, .. } | About::Notice { start, .. } => Some(start),
        About::Birthday { .. } | About::Dose { .. } => None,
    }
}

fn alike(draft: &Draft<'_>) -> Alike {
    let kind = draft.rule.kind;
    let alone = kind == MessageKind::Survey || kind.trigger() == Trigger::Patient;
    Alike {
        kind,
        recipient: draft.recipient,
        channel: draft.way.channel,
        alone: alone.then_some(draft.part.patient),
    }
}

/// Takes out of each message what another one that is due at the same time says better, and says
/// what was taken out. A move is always told: it says what no reminder would.
fn nearest_only<'a>(ask: Ask<'_, 'a>, groups: &mut Vec<Group<'a>>) -> Vec<Unsent> {
    struct Rival {
        part: Part,
        goes: DateTime<Utc>,
        rank: (bool, DateTime<Utc>, std::cmp::Reverse<u32>, ReminderRuleId),
    }
    let mut rivals = Vec::new();
    for group in groups.iter() {
        if !is_told(group.kind()) || group.recipient() == Recipient::Desk {
            continue;
        }
        let goes = ask.really_goes(group.kind(), group.send_at());
        rivals.extend(group.all().map(|draft| Rival {
            part: draft.part,
            goes,
            rank: (
                group.kind() == MessageKind::Moved,
                draft.due,
                std::cmp::Reverse(draft.rule.position),
                draft.rule.id,
            ),
        }));
    }
    let beaten: Vec<Part> = rivals
        .iter()
        .filter(|one| {
            rivals.iter().any(|other| {
                other.part.about.appointment() == one.part.about.appointment()
                    && other.goes == one.goes
                    && other.rank > one.rank
            })
        })
        .map(|one| one.part)
        .collect();
    if beaten.is_empty() {
        return Vec::new();
    }
    let mut unsent = Vec::with_capacity(beaten.len());
    *groups = std::mem::take(groups)
        .into_iter()
        .filter_map(|group| {
            let kind = group.kind();
            let lost = group.all().filter(|draft| beaten.contains(&draft.part));
            unsent.extend(lost.map(|draft| not(draft.part, kind, WhyNot::Superseded, false)));
            group.keeping(|draft| !beaten.contains(&draft.part))
        })
        .collect();
    unsent
}
