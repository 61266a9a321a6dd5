//! Which of many openings are shown: one line a minute, and every provider gets a share of them.

use super::Opening;
use crate::id::ProviderId;
use std::collections::HashMap;

/// An opening, and with whom else the visit could begin at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub opening: Opening,
    /// Other providers, or where somebody asked for all of them nobody.
    pub also: Vec<Opening>,
}

/// Collects what is offered, day by day in order, until there is enough.
#[derive(Debug)]
pub struct Offers {
    limit: usize,
    /// How many lines a provider gets before others have had theirs; none is all of them.
    share: Option<usize>,
    providers: usize,
    given: HashMap<ProviderId, usize>,
    shown: Vec<(usize, Offer)>,
    /// Lines above somebody's share, for the room that is left.
    held: Vec<(usize, Offer)>,
    seen: usize,
}

impl Offers {
    /// Every opening by itself, the earliest ones.
    pub fn all(limit: usize) -> Self {
        Self {
            limit,
            share: None,
            providers: 0,
            given: HashMap::new(),
            shown: Vec::new(),
            held: Vec::new(),
            seen: 0,
        }
    }

    /// One line for each minute at which something can begin, so that eight providers who are
    /// free at 08:00 are one line and not eight. Of one provider's chairs the one that stays free
    /// longest is taken. Every one of `providers` is given a share of the lines before anybody gets more.
    pub fn fair(limit: usize, providers: usize) -> Self {
        Self {
            share: Some((limit / providers.max(1)).max(1)),
            providers,
            ..Self::all(limit)
        }
    }

    /// Takes the openings of the next day, which are in order.
    pub fn add(&mut self, day: Vec<Opening>) {
        if self.share.is_none() {
            for opening in day {
                let also = Vec::new();
                self.put(Offer { opening, also }, true);
            }
            return;
        }
        let mut rest = &day[..];
        while let Some(first) = rest.first() {
            let together = rest.partition_point(|one| one.start == first.start);
            let (now, later) = rest.split_at(together);
            rest = later;
            self.add_minute(now);
        }
    }

    /// Whether later days could change nothing any more.
    pub fn is_full(&self) -> bool {
        let all_had_theirs = self.share.is_some_and(|share| {
            self.given.values().filter(|given| **given >= share).count() >= self.providers
        });
        self.shown.len() >= self.limit
            || (all_had_theirs && self.shown.len() + self.held.len() >= self.limit)
    }

    /// What is offered, by start.
    pub fn into_offers(self) -> Vec<Offer> {
        let room = self.limit.saturating_sub(self.shown.len());
        let mut all = self.shown;
        all.extend(self.held.into_iter().take(room));
        all.sort_by_key(|(place, _)| *place);
        all.truncate(self.limit);
        all.into_iter().map(|(_, offer)| offer).collect()
    }

    /// Openings that begin at the same minute.
    fn add_minute(&mut self, openings: &[Opening]) {
        let mut of_each: Vec<Opening> = Vec::new();
        for opening in openings {
            match of_each
                .iter_mut()
                .find(|one| one.provider == opening.provider)
            {
                Some(known) if known.minutes < opening.minutes => *known = *opening,
                Some(_) => {}
                None => of_each.push(*opening),
            }
        }
        let given = |one: &Opening| self.given.get(&one.provider).copied().unwrap_or(0);
        let Some(place) = (0..of_each.len()).min_by_key(|place| of_each.get(*place).map(given))
        else {
            return;
        };
        let opening = of_each.remove(place);
        let given = self.given.entry(opening.provider).or_insert(0);
        let within_share = self.share.is_none_or(|share| *given < share);
        *given += usize::from(within_share);
        let offer = Offer {
            opening,
            also: of_each,
        };
        self.put(offer, within_share);
    }

    fn put(&mut self, offer: Offer, within_share: bool) {
        let into = if within_share {
            &mut self.shown
        } else {
            &mut self.held
        };
        if into.len() < self.limit {
            into.push((self.seen, offer));
        }
        self.seen += 1;
    }
}
