//! Events of a provider's calendar as block-outs: each is known again by its UID and date, and what
//! the calendar has no more of it is taken away (S5).

use super::apply::Applying;
use crate::error::{Error, Result};
use crate::setup::next_place;
use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};
use domain::said;
use domain::{
    BlockOut, BlockOutId, BlockOutType, BlockOutTypeId, Effect, Identifier, MinuteOfDay,
    ProviderId, Repeat, Zone,
};
use interop::{BusyTime, IncomingEvent, Occurrence, Place, identity};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A stretch that is the same on each of its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
    from: MinuteOfDay,
    to: MinuteOfDay,
}

/// An event as this import took it over.
pub(super) struct TouchedEvent {
    place: Place,
    sequence: u32,
    /// Of all that it says.
    digest: u64,
}

/// What a practice calls time that is taken when it has no word for it yet.
const FIRST_KIND: &str = "No scheduling";

impl Applying<'_, '_> {
    /// Writes the dates of an event, and takes away those that there are no more.
    pub(super) fn event(&mut self, event: IncomingEvent) -> Result<()> {
        let Some(calendar) = self.calendar else {
            return Err(Error::NotFound("provider"));
        };
        if let Some(there) = self.events_touched.get(&event.uid)
            && event.sequence <= there.sequence
        {
            if there.digest == digest(&event) {
                let dates = event.occurrences.len() as u64;
                self.report.read += dates;
                self.report.unchanged += dates;
                return Ok(());
            }
            let reason = said("reason-same-event")
                .with("line", there.place.line)
                .with("source", &there.place.source);
            self.report.read += 1;
            self.refuse(event.place, reason);
            return Ok(());
        }
        let touched = TouchedEvent {
            place: event.place.clone(),
            sequence: event.sequence,
            digest: digest(&event),
        };
        self.events_touched.insert(event.uid.clone(), touched);
        let provider = calendar.provider;
        let mut there = self.blocks_of(&event.uid, provider)?;
        let zone = self.setup.zone();
        for occurrence in &event.occurrences {
            self.report.read += 1;
            let key = date_key(&event.uid, occurrence);
            let before = there.remove(&key).unwrap_or_default();
            let is_new = before.is_empty();
            let changed = self.put(&event.uid, &key, occurrence, before, provider, zone)?;
            match (is_new, changed) {
                (true, _) => self.report.created += 1,
                (false, true) => self.report.updated += 1,
                (false, false) => self.report.unchanged += 1,
            }
        }
        let Some((from, to)) = event.known_for else {
            return Ok(());
        };
        let mut gone: Vec<_> = there
            .into_values()
            .filter(|blocks| {
                blocks.values().all(|block| {
                    block.first <= to && block.last_day().is_none_or(|last| last >= from)
                })
            })
            .collect();
        gone.sort_by_key(|blocks| blocks.values().map(|block| block.first).min());
        for blocks in gone {
            self.report.read += 1;
            self.report.updated += 1;
            for block in blocks.values() {
                self.change.remove_block_out(block)?;
            }
        }
        Ok(())
    }

    /// Block-outs of this provider that an earlier import made of an event: by date, and by their
    /// place among those of one date.
    fn blocks_of(
        &self,
        uid: &str,
        provider: ProviderId,
    ) -> Result<HashMap<String, HashMap<usize, BlockOut>>> {
        let event = Identifier {
            system: identity::EVENT.to_owned(),
            value: uid.to_owned(),
        };
        let mut found: HashMap<String, HashMap<usize, BlockOut>> = HashMap::new();
        for id in self.change.block_outs_with(&event)? {
            let Some(block) = self.change.block_out(id)? else {
                continue;
            };
            let date = block
                .identifiers
                .iter()
                .find(|one| one.system == identity::EVENT_DATE)
                .and_then(|one| one.value.rsplit_once(' '));
            if block.provider == Some(provider)
                && let Some((key, place)) = date
                && let Ok(place) = place.parse()
            {
                found
                    .entry(key.to_owned())
                    .or_default()
                    .insert(place, block);
            }
        }
        Ok(found)
    }

    /// Writes the block-outs of one date. Returns whether anything is otherwise than before.
    fn put(
        &mut self,
        uid: &str,
        key: &str,
        occurrence: &Occurrence,
        mut before: HashMap<usize, BlockOut>,
        provider: ProviderId,
        zone: Zone,
    ) -> Result<bool> {
        let mut changed = false;
        for (place, stretch) in stretches(&occurrence.time, zone).into_iter().enumerate() {
            let was = before.remove(&place);
            let mut identifiers = vec![
                Identifier {
                    system: identity::EVENT.to_owned(),
                    value: uid.to_owned(),
                },
                Identifier {
                    system: identity::EVENT_DATE.to_owned(),
                    value: format!("{key} {place}"),
                },
            ];
            identifiers.sort();
            let block = BlockOut {
                id: was
                    .as_ref()
                    .map_or_else(|| BlockOutId(self.host.new_id()), |was| was.id),
                // What it means is the practice's to say: a calendar knows only that it is there.
                kind: match &was {
                    Some(was) => was.kind,
                    None => self.no_scheduling()?,
                },
                provider: Some(provider),
                chair: was.as_ref().and_then(|was| was.chair),
                first: stretch.first,
                from: stretch.from,
                to: stretch.to,
                repeat: stretch.repeat(),
                note: occurrence.title.clone(),
                identifiers,
            };
            if was.as_ref() != Some(&block) {
                changed = true;
                self.change.put_block_out(&block, was.as_ref())?;
            }
        }
        for block in before.values() {
            changed = true;
            self.change.remove_block_out(block)?;
        }
        Ok(changed)
    }

    /// The kind of block-out that what comes from calendars is of; made where there is none yet.
    fn no_scheduling(&mut self) -> Result<BlockOutTypeId> {
        let known = self.setup.block_out_types.iter().find(|kind| {
            // Not any of that effect: what a calendar holds is no lunch.
            kind.active && kind.effect == Effect::NoScheduling && kind.name == FIRST_KIND
        });
        if let Some(kind) = known {
            return Ok(kind.id);
        }
        let kind = BlockOutType {
            id: BlockOutTypeId(self.host.new_id()),
            name: FIRST_KIND.to_owned(),
            effect: Effect::NoScheduling,
            tint: 7,
            active: true,
            position: next_place(&self.setup.block_out_types, |one| one.position),
        };
        self.change.put_block_out_type(&kind, None)?;
        let id = kind.id;
        self.setup.block_out_types.push(kind);
        Ok(id)
    }
}

fn digest(event: &IncomingEvent) -> u64 {
    let mut hasher = DefaultHasher::new();
    for one in &event.occurrences {
        (&one.id, &one.title, &one.time).hash(&mut hasher);
    }
    hasher.finish()
}

/// What a date of an event is known by.
fn date_key(uid: &str, occurrence: &Occurrence) -> String {
    match &occurrence.id {
        Some(id) => format!("{uid} {id}"),
        None => uid.to_owned(),
    }
}

/// A time as stretches of days: a night is in two of them, and whole days between are one.
fn stretches(time: &BusyTime, zone: Zone) -> Vec<Stretch> {
    const BEGIN: MinuteOfDay = MinuteOfDay::MIDNIGHT;
    const END: MinuteOfDay = MinuteOfDay::END;
    let (start, minutes) = match *time {
        BusyTime::Days { first, last } => {
            return vec![Stretch {
                first,
                last: last.max(first),
                from: BEGIN,
                to: END,
            }];
        }
        BusyTime::Span { start, minutes } => (start, minutes),
    };
    let length = TimeDelta::minutes(i64::from(minutes));
    let end = zone.wall(zone.instant_of_record(start) + length).at;
    // While the clocks are set back the wall may show the same time again, or an earlier one.
    let end = if end <= start.at {
        start.at + length
    } else {
        end
    };
    let (first, last) = (start.date(), end.date());
    let (from, to) = (
        MinuteOfDay::of(start.at.time()),
        MinuteOfDay::of(end.time()),
    );
    if first == last {
        let to = to.max(from.next());
        return vec![Stretch {
            first,
            last,
            from,
            to,
        }];
    }
    let mut all = vec![Stretch {
        first,
        last: first,
        from,
        to: END,
    }];
    let (after, before) = (first.succ_opt(), last.pred_opt());
    if let (Some(after), Some(before)) = (after, before)
        && after <= before
    {
        all.push(Stretch {
            first: after,
            last: before,
            from: BEGIN,
            to: END,
        });
    }
    if end.time() > NaiveTime::MIN {
        all.push(Stretch {
            first: last,
            last,
            from: BEGIN,
            to: to.max(BEGIN.next()),
        });
    }
    all
}

impl Stretch {
    fn repeat(self) -> Repeat {
        if self.first == self.last {
            return Repeat::Once;
        }
        Repeat::Weekly {
            every: 1,
            days: vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
                Weekday::Sat,
                Weekday::Sun,
            ],
            until: Some(self.last),
            except: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::WallTime;

    fn check(start: &str, second_pass: bool, minutes: u32, expected: &[&str]) {
        let zone = Zone::named("Europe/Berlin").unwrap();
        let at = start.parse().unwrap();
        let start = WallTime { at, second_pass };
        let told: Vec<String> = stretches(&BusyTime::Span { start, minutes }, zone)
            .into_iter()
            .map(|one| format!("{}..{} {}-{}", one.first, one.last, one.from, one.to))
            .collect();
        assert_eq!(told, expected, "{at} {minutes}");
    }

    #[test]
    fn s12_a_time_is_cut_where_the_days_end() {
        check(
            "2026-11-23T09:00:00",
            false,
            45,
            &["2026-11-23..2026-11-23 09:00-09:45"],
        );
        check(
            "2026-11-23T23:00:00",
            false,
            60,
            &["2026-11-23..2026-11-23 23:00-24:00"],
        );
        check(
            "2026-11-23T23:00:00",
            false,
            61,
            &[
                "2026-11-23..2026-11-23 23:00-24:00",
                "2026-11-24..2026-11-24 00:00-00:01",
            ],
        );
        check(
            "2026-11-20T18:00:00",
            false,
            60 * 66,
            &[
                "2026-11-20..2026-11-20 18:00-24:00",
                "2026-11-21..2026-11-22 00:00-24:00",
                "2026-11-23..2026-11-23 00:00-12:00",
            ],
        );
        // An hour that there is twice, and one that there is not.
        check(
            "2026-10-25T02:30:00",
            false,
            60,
            &["2026-10-25..2026-10-25 02:30-03:30"],
        );
        check(
            "2026-10-25T02:30:00",
            true,
            60,
            &["2026-10-25..2026-10-25 02:30-03:30"],
        );
        check(
            "2026-03-29T01:30:00",
            false,
            60,
            &["2026-03-29..2026-03-29 01:30-03:30"],
        );
    }
}
