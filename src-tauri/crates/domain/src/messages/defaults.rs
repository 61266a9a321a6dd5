//! What a practice begins with.

use super::kind::{Channel, MessageKind};
use super::rule::{Lead, ReminderRule};
use crate::hours::MinuteOfDay;
use crate::id::ReminderRuleId;
use chrono::{DateTime, Utc};

/// The rules of a new practice, in the order of lists, each with an id of `id` and in force from
/// `since` on. What a patient expects from every practice is on; what asks for more than that is
/// there, and off.
pub fn default_rules(
    mut id: impl FnMut() -> ReminderRuleId,
    since: DateTime<Utc>,
) -> Vec<ReminderRule> {
    use Channel::{Email, Phone, Sms};
    use MessageKind as K;
    let at = |hour: u16| MinuteOfDay::new(hour * 60).unwrap_or(MinuteOfDay::MIDNIGHT);
    let before = |days| Lead::DaysBefore { days, at: at(10) };
    let all: [(K, Lead, &[Channel], bool); 11] = [
        (K::BookingConfirmation, Lead::AtOnce, &[Email, Sms], true),
        // Who does not hear of these stands before a closed door, so somebody calls in the end.
        (K::Moved, Lead::AtOnce, &[Sms, Email, Phone], true),
        (K::Cancelled, Lead::AtOnce, &[Sms, Email, Phone], true),
        (K::PleaseConfirm, before(3), &[Email, Sms], true),
        (K::Reminder, before(1), &[Sms, Email], true),
        (K::Reminder, Lead::HoursBefore { hours: 3 }, &[Sms], false),
        (
            K::MissedVisit,
            Lead::HoursAfter { hours: 2 },
            &[Sms, Email],
            true,
        ),
        (
            K::FollowUp,
            Lead::DaysAfter {
                days: 1,
                at: at(10),
            },
            &[Email, Sms],
            false,
        ),
        (K::Survey, Lead::HoursAfter { hours: 2 }, &[Email], false),
        (K::Birthday, before(0), &[Email], false),
        (K::Medication, Lead::AtOnce, &[Sms, Email], true),
    ];
    all.into_iter()
        .enumerate()
        .map(|(position, (kind, lead, channels, active))| ReminderRule {
            id: id(),
            kind,
            types: Vec::new(),
            lead,
            channels: channels.to_vec(),
            active,
            position: position as u32,
            since,
        })
        .collect()
}
