//! What messages of some days are planned from.

use crate::error::Result;
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::messages::{
    Facts, Index, Lead, MessageKind, Plan, Planned, Queued, ReminderRule, Settings, Verdict,
    VisitFacts, eligible, plan,
};
use domain::{Closure, OutboxId, Zone};
use std::collections::BTreeSet;
use store::{Change, MessageFacts, OutboxMessage, Store};

/// All that is known of some days.
pub(super) struct Known {
    pub(super) zone: Zone,
    settings: Settings,
    rules: Vec<ReminderRule>,
    closures: Vec<Closure>,
    pub(super) facts: MessageFacts,
    queued: Vec<Queued>,
    birthdays: Birthdays,
}

/// The first and the last day of whose birthdays all is known: each of them is among the days that
/// were read, or what went out of it would be planned once more.
pub(super) type Birthdays = (NaiveDate, NaiveDate);

/// Of no day. Only those who have a visit are known then, and their birthdays alone would be worse
/// than none.
pub(super) const NO_BIRTHDAYS: Birthdays = (NaiveDate::MAX, NaiveDate::MIN);

/// A message is asked about for three days, and quiet hours may add one.
const ASKED_AFTER: u64 = 4;

/// What is due tomorrow may be put into the outbox today.
const AHEAD: u64 = 1;

impl Known {
    /// As far as anything may be due at `now`.
    pub(super) fn in_reach(store: &Store, now: DateTime<Utc>) -> Result<Self> {
        Self::in_reach_and(store, [], now)
    }

    /// The same with other days beside.
    pub(super) fn in_reach_and(
        store: &Store,
        others: impl IntoIterator<Item = NaiveDate>,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let today = store.practice()?.zone.date(now);
        let mut days = store.message_days(today)?;
        days.extend(others);
        let reach = reach(&store.reminder_rules()?, (today, today));
        days.extend(each_day(reach));
        Self::of_days(store, &days, reach)
    }

    /// As far as anything may be due on these days, or is waiting.
    pub(super) fn around(
        store: &Store,
        due: (NaiveDate, NaiveDate),
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let mut days = store.message_days(store.practice()?.zone.date(now))?;
        let reach = reach(&store.reminder_rules()?, due);
        days.extend(each_day(reach));
        Self::of_days(store, &days, reach)
    }

    /// The same as what is in reach, within a change.
    pub(super) fn in_reach_within(change: &Change<'_>, now: DateTime<Utc>) -> Result<Self> {
        let today = change.practice()?.zone.date(now);
        let mut days = change.message_days(today)?;
        let reach = reach(&change.reminder_rules()?, (today, today));
        days.extend(each_day(reach));
        Self::within(change, &days, reach)
    }

    /// What concerns one message of the outbox.
    pub(super) fn of_message(change: &Change<'_>, id: OutboxId) -> Result<Self> {
        let days = change.message_days_of(id)?;
        // A wish for a birthday is of one day alone.
        let birthdays = match days.iter().collect::<Vec<_>>()[..] {
            [day] => (*day, *day),
            _ => NO_BIRTHDAYS,
        };
        Self::within(change, &days, birthdays)
    }

    pub(super) fn of_days(
        store: &Store,
        days: &BTreeSet<NaiveDate>,
        birthdays: Birthdays,
    ) -> Result<Self> {
        let rules = store.reminder_rules()?;
        let mut facts = store.message_facts(days)?;
        if wishes_well(&rules) {
            store.add_birthdays(&mut facts, birthdays.0, birthdays.1)?;
        }
        Ok(Self {
            zone: store.practice()?.zone,
            settings: store.message_settings()?.unwrap_or_else(not_set_up),
            rules,
            closures: store.closures()?,
            facts,
            queued: Vec::new(),
            birthdays,
        }
        .laid_out())
    }

    fn within(
        change: &Change<'_>,
        days: &BTreeSet<NaiveDate>,
        birthdays: Birthdays,
    ) -> Result<Self> {
        let rules = change.reminder_rules()?;
        let mut facts = change.message_facts(days)?;
        if wishes_well(&rules) {
            change.add_birthdays(&mut facts, birthdays.0, birthdays.1)?;
        }
        Ok(Self {
            zone: change.practice()?.zone,
            settings: change.message_settings()?.unwrap_or_else(not_set_up),
            rules,
            closures: change.closures()?,
            facts,
            queued: Vec::new(),
            birthdays,
        }
        .laid_out())
    }

    fn laid_out(mut self) -> Self {
        self.queued = self
            .facts
            .outbox
            .iter()
            .map(OutboxMessage::queued)
            .collect();
        self
    }

    /// What has to change in the outbox, and what does not go out.
    pub(super) fn plan(&self, now: DateTime<Utc>) -> Plan {
        self.with(|facts| plan(facts, now))
    }

    /// M2: what to do with a message at the moment of sending.
    pub(super) fn eligible(&self, message: &OutboxMessage, now: DateTime<Utc>) -> Verdict {
        self.with(|facts| eligible(&Index::of(facts), &message.queued(), now))
    }

    /// Those of them that are still to be told at `now`.
    pub(super) fn still_going<'m>(
        &self,
        messages: &'m [OutboxMessage],
        now: DateTime<Utc>,
    ) -> Vec<&'m OutboxMessage> {
        self.with(|facts| {
            let index = Index::of(facts);
            let goes = |one: &&OutboxMessage| {
                !matches!(eligible(&index, &one.queued(), now), Verdict::Drop(_))
            };
            messages.iter().filter(goes).collect()
        })
    }

    /// What would wait in the outbox once it was planned, and is to go by `now`.
    pub(super) fn due(&self, plan: &Plan, now: DateTime<Utc>) -> Vec<Planned> {
        plan.send
            .iter()
            .filter(|planned| planned.send_at <= now)
            .cloned()
            .collect()
    }

    fn with<T>(&self, work: impl FnOnce(&Facts<'_>) -> T) -> T {
        let visits: Vec<VisitFacts<'_>> = self
            .facts
            .visits
            .iter()
            .map(|(appointment, placed, notice)| VisitFacts {
                appointment,
                placed: *placed,
                notice: notice.as_ref(),
                complaint: false,
            })
            .collect();
        work(&Facts {
            zone: self.zone,
            settings: &self.settings,
            rules: &self.rules,
            visits: &visits,
            people: &self.facts.people,
            households: &self.facts.households,
            wishes: &self.facts.wishes,
            consents: &self.facts.consents,
            stops: &self.facts.stops,
            closures: &self.closures,
            medications: &[],
            outbox: &self.queued,
            days: self.birthdays,
        })
    }
}

fn not_set_up() -> Settings {
    Settings {
        channels: Vec::new(),
        ..Settings::default()
    }
}

/// Whether birthdays are of any meaning.
pub(super) fn wishes_well(rules: &[ReminderRule]) -> bool {
    rules
        .iter()
        .any(|rule| rule.active && rule.kind == MessageKind::Birthday)
}

/// First and last day whose visits and birthdays may have something due from `first` to the day after
/// `last`.
fn reach(rules: &[ReminderRule], (first, last): (NaiveDate, NaiveDate)) -> (NaiveDate, NaiveDate) {
    let (mut back, mut ahead) = (0, 0);
    for rule in rules.iter().filter(|rule| rule.active) {
        match rule.lead {
            Lead::AtOnce => {}
            Lead::DaysBefore { days, .. } => ahead = ahead.max(u64::from(days)),
            Lead::HoursBefore { hours } => ahead = ahead.max(u64::from(hours) / 24 + 1),
            Lead::DaysAfter { days, .. } => back = back.max(u64::from(days)),
            Lead::HoursAfter { hours } => back = back.max(u64::from(hours) / 24 + 1),
        }
    }
    let from = first.checked_sub_days(Days::new(back + ASKED_AFTER));
    let to = last.checked_add_days(Days::new(ahead + AHEAD));
    (from.unwrap_or(first), to.unwrap_or(last))
}

fn each_day((first, last): (NaiveDate, NaiveDate)) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| *day <= last)
}
