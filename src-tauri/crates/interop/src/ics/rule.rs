//! The dates of a repeating event, within a time and with a bound on the work (RFC 5545, 3.3.10).
//!
//! A library expands the rules. It knows no bound that fits a desk: a rule by the second, one that
//! no date ever meets, or one that names every second of a year would keep it busy for minutes. So
//! what a rule costs is estimated before, and refused when it is too much; and a rule without a
//! count is begun near the time asked for, not at its first date.

use super::clock::Clock;
use crate::limits::excerpt;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{Said, said};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};

/// What reading one file may cost in all.
#[derive(Debug)]
pub(super) struct Budget {
    /// Steps of rules.
    steps: u64,
    /// Dates that are handed over.
    pub(super) dates: u64,
}

/// A rule that can be expanded.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    rule: RRule<Unvalidated>,
    frequency: Frequency,
    /// Length of a step in seconds; of months and years the shortest.
    step: i64,
    /// Dates in all, the event's own start among them.
    count: Option<u64>,
    until: Option<Until>,
    /// Whether it names days or times, so that steps can go by without a date.
    is_filtered: bool,
    /// Times of day that each step can have at the most.
    times: u64,
}

/// The dates of a rule within a time.
#[derive(Debug, Default)]
pub(super) struct Expanded {
    /// Local, in order.
    pub(super) dates: Vec<NaiveDateTime>,
    /// Whether there are dates after that time.
    pub(super) goes_on: bool,
}

/// The last date, as rules name it.
#[derive(Debug, Clone, Copy)]
enum Until {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Utc(NaiveDateTime),
}

/// Most dates of one event within the time asked for.
pub(super) const MOST_DATES: usize = 2_000;
/// Steps that one rule may take.
const MOST_STEPS: u64 = 100_000;
/// What a rule costs that ran to the end of all time without a further date, which the library
/// gives up as late as after 100,000 steps or in the year 9999.
const RUN_OUT: u64 = 300_000;
/// Most times of day that a rule may name; there are as many five-minute units.
const MOST_TIMES: u64 = 288;
/// The longest text of a rule, in bytes.
const LONGEST: usize = 4_000;

impl Budget {
    /// For the events of a file.
    pub(super) fn of_events() -> Self {
        Self {
            steps: 1_500_000,
            dates: 60_000,
        }
    }

    /// For the zones that a file describes.
    pub(super) fn of_zones() -> Self {
        Self {
            steps: 300_000,
            dates: 0,
        }
    }

    fn pay(&mut self, steps: u64) -> Result<(), Said> {
        match self.steps.checked_sub(steps) {
            Some(left) => {
                self.steps = left;
                Ok(())
            }
            None => {
                self.steps = 0;
                Err(said("reason-rule-slow"))
            }
        }
    }
}

impl Rule {
    /// The error is a reason.
    pub(super) fn parse(text: &str) -> Result<Self, Said> {
        let wrong = |what: &str| said("reason-rule").with("what", what);
        let odd = |what: &'static str| said("reason-rule").with("what", said(what));
        if text.len() > LONGEST {
            return Err(odd("rule-long"));
        }
        let (mut kept, mut count, mut until) = (Vec::new(), None, None);
        let mut lists = [1_u64; 3];
        let mut is_filtered = false;
        for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(|| wrong(&excerpt(part)))?;
            let name = name.trim().to_ascii_uppercase();
            let value = value.trim();
            let items = || value.split(',').count() as u64;
            match name.as_str() {
                "COUNT" => {
                    let number = value.parse::<u64>().map_err(|_| wrong(&excerpt(part)))?;
                    if count.replace(number).is_some() {
                        return Err(odd("rule-two-counts"));
                    }
                    continue;
                }
                "UNTIL" => {
                    let last = Until::parse(value).ok_or_else(|| wrong(&excerpt(part)))?;
                    if until.replace(last).is_some() {
                        return Err(odd("rule-two-ends"));
                    }
                    continue;
                }
                "BYHOUR" => lists[0] = items(),
                "BYMINUTE" => lists[1] = items(),
                "BYSECOND" => lists[2] = items(),
                // Only the Gregorian calendar is expanded, in which nothing is skipped by default.
                "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => continue,
                "SKIP" if value.eq_ignore_ascii_case("OMIT") => continue,
                name if name.starts_with("X-") => continue,
                _ => {}
            }
            is_filtered |= name.starts_with("BY");
            kept.push(format!("{name}={}", value.to_ascii_uppercase()));
        }
        let rule: RRule<Unvalidated> = kept
            .join(";")
            .parse()
            .map_err(|error: rrule::RRuleError| wrong(&told(&error)))?;
        let frequency = rule.get_freq();
        let interval = i64::from(rule.get_interval());
        if interval == 0 {
            return Err(wrong("INTERVAL=0"));
        }
        let [hours, minutes, seconds] = lists;
        let times = match frequency {
            Frequency::Hourly => minutes.saturating_mul(seconds),
            Frequency::Minutely => seconds,
            Frequency::Secondly => 1,
            _ => hours.saturating_mul(minutes).saturating_mul(seconds),
        };
        if times > MOST_TIMES {
            return Err(said("reason-rule-times")
                .with("times", times)
                .with("most", MOST_TIMES));
        }
        Ok(Self {
            step: interval * seconds_of(frequency),
            rule,
            frequency,
            count,
            until,
            is_filtered,
            times,
        })
    }

    /// Its local dates from `from` to `to`, both inclusive, in order; `start` is the event's own and
    /// always one of its dates. The error is a reason.
    pub(super) fn between(
        &self,
        start: NaiveDateTime,
        clock: &Clock,
        from: NaiveDateTime,
        to: NaiveDateTime,
        budget: &mut Budget,
    ) -> Result<Expanded, Said> {
        let mut expanded = Expanded::default();
        let dates = &mut expanded.dates;
        let until = self.until.map(|until| until.local(clock));
        let end = until.map_or(to, |until| until.min(to));
        if self.count == Some(0) || start > end {
            expanded.goes_on = start > to;
            return Ok(expanded);
        }
        let begin = if self.count.is_none() {
            self.near(start, from)
        } else {
            start
        };
        self.afford(begin, end, budget)?;
        if start >= from {
            dates.push(start);
        }
        let zoned = begin.and_utc().with_timezone(&Tz::UTC);
        let rule = self
            .rule
            .clone()
            .validate(zoned)
            .map_err(|error| said("reason-rule-odd").with("what", told(&error)))?;
        let set = RRuleSet::new(zoned).rrule(rule).limit();
        let (mut counted, mut seen, mut ran_out) = (1, 0_u64, true);
        for date in &set {
            let date = date.naive_utc();
            seen += 1;
            if date > end {
                ran_out = false;
                expanded.goes_on = until.is_none_or(|until| date <= until);
                break;
            }
            if seen > 2 * MOST_STEPS {
                return Err(too_many());
            }
            // A time that the clocks skip is no date of the rule, and not counted (RFC 5545, 3.3.10).
            if date <= start || clock.instant(date).is_none() {
                continue;
            }
            counted += 1;
            if self.count.is_some_and(|count| counted > count) {
                ran_out = false;
                break;
            }
            if date >= from {
                if dates.len() >= MOST_DATES {
                    return Err(too_many());
                }
                dates.push(date);
            }
        }
        budget.pay(seen + if ran_out { RUN_OUT } else { 0 })?;
        Ok(expanded)
    }

    /// A start with the same dates after `from`, close before it.
    fn near(&self, start: NaiveDateTime, from: NaiveDateTime) -> NaiveDateTime {
        // Months and years are not of one length, and there are few of them.
        if matches!(self.frequency, Frequency::Monthly | Frequency::Yearly) {
            return start;
        }
        let steps = (from - start).num_seconds() / self.step - 1;
        if steps <= 0 {
            return start;
        }
        start + TimeDelta::seconds(steps * self.step)
    }

    /// Refuses a rule that would take too many steps before anything is worked out.
    fn afford(
        &self,
        begin: NaiveDateTime,
        to: NaiveDateTime,
        budget: &mut Budget,
    ) -> Result<(), Said> {
        let mut steps = (to - begin).num_seconds() / self.step + 1;
        if let Some(count) = self.count
            && !self.is_filtered
        {
            steps = steps.min(i64::try_from(count).unwrap_or(i64::MAX));
        }
        let steps = u64::try_from(steps).unwrap_or(0);
        if steps > MOST_STEPS {
            return Err(too_many());
        }
        // Each step of months and years looks at all their days.
        let weight = match self.frequency {
            Frequency::Yearly => 10,
            _ => 1,
        };
        budget.pay(steps * weight * (1 + self.times / 8))
    }
}

impl Until {
    fn parse(value: &str) -> Option<Self> {
        let upper = value.to_ascii_uppercase();
        if let Ok(day) = NaiveDate::parse_from_str(&upper, "%Y%m%d") {
            return Some(Until::Day(day));
        }
        let (bare, utc) = match upper.strip_suffix('Z') {
            Some(bare) => (bare, true),
            None => (upper.as_str(), false),
        };
        // Some programs write a day with a Z.
        if utc && let Ok(day) = NaiveDate::parse_from_str(bare, "%Y%m%d") {
            return Some(Until::Day(day));
        }
        let at = NaiveDateTime::parse_from_str(bare, "%Y%m%dT%H%M%S").ok()?;
        Some(if utc {
            Until::Utc(at)
        } else {
            Until::Local(at)
        })
    }

    /// The last local time that is still a date.
    fn local(self, clock: &Clock) -> NaiveDateTime {
        match self {
            Until::Day(day) => day.and_time(NaiveTime::MIN) + TimeDelta::seconds(24 * 3600 - 1),
            Until::Local(at) => at,
            Until::Utc(at) => clock.wall(at.and_utc()),
        }
    }
}

fn seconds_of(frequency: Frequency) -> i64 {
    const DAY: i64 = 24 * 3600;
    match frequency {
        Frequency::Secondly => 1,
        Frequency::Minutely => 60,
        Frequency::Hourly => 3600,
        Frequency::Daily => DAY,
        Frequency::Weekly => 7 * DAY,
        Frequency::Monthly => 28 * DAY,
        Frequency::Yearly => 365 * DAY,
    }
}

fn too_many() -> Said {
    said("reason-rule-often").with("most", MOST_DATES)
}

/// The library's reason without the values around it.
fn told(error: &rrule::RRuleError) -> String {
    excerpt(&error.to_string())
}
