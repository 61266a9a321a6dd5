//! Visits, what was said of them and what is wished for, to the wire and back.

use super::{date, ids, local, time_of_day};
use crate::refusal::invalid;
use crate::wire::appointment::{
    AppointmentView, EndedView, WireConfirmation, WireStatus, WireStep, WishView,
};
use crate::wire::notice::{NoticeView, WireNoticeOf};
use app::{Error, VisitView};
use chrono::{DateTime, SecondsFormat, Utc, Weekday};
use domain::appointment::Ended;
use domain::attendance::{self, Kept, kept};
use domain::status::{LockRight, Step};
use domain::{Confirmation, Notice, NoticeOf, Status, Wish, Zone, said};

/// A visit as the day, the panel and the patient's page show it.
pub fn visit(view: &VisitView, zone: Zone) -> AppointmentView {
    let visit = &view.visit;
    let at = |instant: Option<DateTime<Utc>>| instant.map(|instant| local(zone.wall(instant).at));
    AppointmentView {
        id: visit.id.to_string(),
        revision: visit.revision,
        patient: visit.patient.to_string(),
        patient_name: view.patient.name.spoken(),
        preferred_name: view.patient.preferred_name.clone(),
        initials: view.patient.name.initials(),
        age: view.age(),
        phone: view
            .patient
            .phones
            .first()
            .map(|phone| phone.number.clone()),
        alert: view.patient.alert.clone(),
        provider: visit.provider.map(|id| id.to_string()),
        provider_name: view.provider_name.clone(),
        chair: visit.chair.map(|id| id.to_string()),
        chair_name: view.chair_name.clone(),
        kind: visit.kind.map(|id| id.to_string()),
        kind_name: view.kind_name.clone(),
        tint: view.tint,
        start: local(visit.start.at),
        end: local(view.end),
        second_pass: visit.start.second_pass,
        minutes: visit.minutes,
        pattern: visit.pattern.as_ref().map(ToString::to_string),
        arrive: (visit.arrive_early > 0).then(|| local(visit.arrival())),
        status: status(visit.status),
        confirmation: confirmation(visit.confirmation),
        notes: visit.notes.clone(),
        overbooked: visit.overbooked,
        ended_reason: visit.ended.as_ref().map(|ended| ended.reason.clone()),
        ended: visit.ended.as_ref().map(
            |Ended {
                 reason: _,
                 at,
                 by_practice,
                 by,
             }| EndedView {
                at: local(zone.wall(*at).at),
                by: by.clone(),
                by_practice: *by_practice,
                notice_minutes: attendance::notice(visit, zone)
                    .map(|notice| i32::try_from(notice.num_minutes()).unwrap_or(i32::MAX)),
                late: kept(visit, zone) == Kept::LateCancelled,
            },
        ),
        confirmed_by_person: visit.confirmed_by_person,
        arrived_at: at(visit.arrived_at),
        seated_at: at(visit.seated_at),
        dismissed_at: at(visit.dismissed_at),
        asap: at(visit.asap),
        wish: wish(&visit.wish),
        unanswered: visit
            .unanswered
            .iter()
            .map(|call| local(zone.wall(call.at).at))
            .collect(),
        series: visit.series.map(|id| id.to_string()),
        notice: view.notice.as_ref().map(notice),
        asks: view.asks.as_ref().map(notice_of),
    }
}

pub(crate) fn notice(notice: &Notice) -> NoticeView {
    NoticeView {
        id: notice.id.to_string(),
        of: notice_of(&notice.of),
        from: match notice.of {
            NoticeOf::Moved { from } => Some(local(from.at)),
            NoticeOf::Booked | NoticeOf::Cancelled => None,
        },
        made: notice.made.to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}

fn notice_of(of: &NoticeOf) -> WireNoticeOf {
    match of {
        NoticeOf::Booked => WireNoticeOf::Booked,
        NoticeOf::Moved { .. } => WireNoticeOf::Moved,
        NoticeOf::Cancelled => WireNoticeOf::Cancelled,
    }
}

pub(crate) fn status(status: Status) -> WireStatus {
    match status {
        Status::Scheduled => WireStatus::Scheduled,
        Status::Arrived => WireStatus::Arrived,
        Status::Seated => WireStatus::Seated,
        Status::Completed => WireStatus::Completed,
        Status::Missed => WireStatus::Missed,
        Status::Cancelled => WireStatus::Cancelled,
    }
}

pub(crate) fn visit_status(status: WireStatus) -> Status {
    match status {
        WireStatus::Scheduled => Status::Scheduled,
        WireStatus::Arrived => Status::Arrived,
        WireStatus::Seated => Status::Seated,
        WireStatus::Completed => Status::Completed,
        WireStatus::Missed => Status::Missed,
        WireStatus::Cancelled => Status::Cancelled,
    }
}

pub(crate) fn step(step: WireStep) -> Step {
    match step {
        WireStep::Arrived => Step::Arrived,
        WireStep::Seated => Step::Seated,
        WireStep::Dismissed => Step::Dismissed,
    }
}

/// S9: whoever was asked and said so may change what is locked.
pub(crate) fn right(unlock: bool) -> LockRight {
    if unlock {
        LockRight::MayUnlock
    } else {
        LockRight::MayNot
    }
}

pub(crate) fn confirmation(confirmation: Confirmation) -> WireConfirmation {
    match confirmation {
        Confirmation::Unconfirmed => WireConfirmation::Unconfirmed,
        Confirmation::Sent => WireConfirmation::Sent,
        Confirmation::Confirmed => WireConfirmation::Confirmed,
        Confirmation::Declined => WireConfirmation::Declined,
    }
}

pub(crate) fn visit_confirmation(confirmation: WireConfirmation) -> Confirmation {
    match confirmation {
        WireConfirmation::Unconfirmed => Confirmation::Unconfirmed,
        WireConfirmation::Sent => Confirmation::Sent,
        WireConfirmation::Confirmed => Confirmation::Confirmed,
        WireConfirmation::Declined => Confirmation::Declined,
    }
}

pub(crate) fn wish(wish: &Wish) -> WishView {
    let Wish {
        weekdays,
        from,
        to,
        providers,
        chairs,
        first_day,
        last_day,
    } = wish;
    WishView {
        weekdays: weekdays
            .iter()
            .map(|day| day.num_days_from_monday() as u8)
            .collect(),
        from: from.map(|minute| minute.to_string()),
        to: to.map(|minute| minute.to_string()),
        providers: providers.iter().map(ToString::to_string).collect(),
        chairs: chairs.iter().map(ToString::to_string).collect(),
        first_day: first_day.map(|date| date.to_string()),
        last_day: last_day.map(|date| date.to_string()),
    }
}

pub(crate) fn domain_wish(view: &WishView) -> Result<Wish, Error> {
    let WishView {
        weekdays,
        from,
        to,
        providers,
        chairs,
        first_day,
        last_day,
    } = view;
    let minute = |field: &'static str, text: &Option<String>| {
        text.as_deref()
            .map(|text| time_of_day(field, text))
            .transpose()
    };
    let day = |field: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| date(field, text)).transpose()
    };
    let mut days: Vec<Weekday> = weekdays
        .iter()
        .map(|day| Weekday::try_from(*day))
        .collect::<Result<_, _>>()
        .map_err(|_| invalid("weekdays", said("invalid-weekday")))?;
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Ok(Wish {
        weekdays: days,
        from: minute("from", from)?,
        to: minute("to", to)?,
        providers: ids("providers", providers)?,
        chairs: ids("chairs", chairs)?,
        first_day: day("from", first_day)?,
        last_day: day("to", last_day)?,
    })
}
