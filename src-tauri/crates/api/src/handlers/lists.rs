//! The lists, and who could take a gap.

use super::Answer;
use crate::convert::{
    confirmation, date, domain_wish, id, local, optional_id, status, visit, wall, wish,
};
use crate::refusal::invalid;
use crate::wire::appointment::AppointmentView;
use crate::wire::lists::*;
use crate::wire::practice::ById;
use app::appointment::Asap;
use app::lists::{Closes, GapRequest, ListCounts, ListEntry, ListName};
use app::{Daybook, VisitView, waiting};
use domain::candidates::Source;
use domain::{Waiting, WaitingList, WallTime, Zone, said};

pub(crate) fn get(daybook: &mut Daybook, request: GetList) -> Answer<ListView> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let list = app::lists::list(desk, list_name(request.list), request.all)?;
    Ok(ListView {
        rows: list
            .entries
            .into_iter()
            .map(|entry| row(entry, zone, request.list))
            .collect(),
        more: list.more,
    })
}

pub(crate) fn counts(daybook: &mut Daybook, (): ()) -> Answer<ListCountsView> {
    let ListCounts {
        unscheduled,
        asap,
        waiting,
        unconfirmed,
        planned,
    } = app::lists::counts(daybook.desk()?)?;
    Ok(ListCountsView {
        unscheduled,
        asap,
        waiting,
        unconfirmed,
        planned,
    })
}

pub(crate) fn candidates(daybook: &mut Daybook, request: FindCandidates) -> Answer<FoundGap> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let request = GapRequest {
        provider: id("provider", &request.provider)?,
        chair: id("chair", &request.chair)?,
        at: wall("at", &request.at, request.second_pass)?,
        limit: request.limit.clamp(1, 50) as usize,
    };
    let found = app::lists::candidates(desk, &request)?;
    Ok(FoundGap {
        gap: found.map(|gap| GapView {
            provider: gap.opening.provider.to_string(),
            provider_name: gap.provider_name,
            chair: gap.opening.chair.to_string(),
            chair_name: gap.chair_name,
            start: local(gap.opening.gap_start.at),
            second_pass: gap.opening.gap_start.second_pass,
            end: end(zone, gap.opening.gap_start, gap.opening.gap_minutes),
            minutes: gap.opening.gap_minutes,
            kept_for: gap.kept_for,
            total: count(gap.total),
            asked: count(gap.asked),
            candidates: gap
                .candidates
                .into_iter()
                .map(|one| candidate(one, zone))
                .collect(),
        }),
    })
}

pub(crate) fn gaps(daybook: &mut Daybook, request: GetDayGaps) -> Answer<Vec<DayGapView>> {
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let found = app::lists::gaps(desk, date("date", &request.date)?)?;
    Ok(found
        .into_iter()
        .map(|gap| DayGapView {
            provider: gap.opening.provider.to_string(),
            chair: gap.opening.chair.to_string(),
            start: local(gap.opening.gap_start.at),
            second_pass: gap.opening.gap_start.second_pass,
            end: end(zone, gap.opening.gap_start, gap.opening.gap_minutes),
            minutes: gap.opening.gap_minutes,
            count: count(gap.count),
            names: gap.names,
        })
        .collect())
}

pub(crate) fn set_asap(daybook: &mut Daybook, request: SetAsap) -> Answer<AppointmentView> {
    let SetAsap {
        id: wanted,
        revision,
        on,
        wish,
    } = request;
    let request = Asap {
        id: id("id", &wanted)?,
        revision,
        on,
        wish: domain_wish(&wish)?,
    };
    let changed = app::appointment::set_asap(daybook.desk()?, &request)?;
    show(daybook, &changed)
}

pub(crate) fn let_visit_go(daybook: &mut Daybook, request: LetVisitGo) -> Answer<AppointmentView> {
    let wanted = id("id", &request.id)?;
    let changed = app::appointment::let_go(daybook.desk()?, wanted, &request.reason)?;
    show(daybook, &changed)
}

pub(crate) fn no_answer(daybook: &mut Daybook, request: ById) -> Answer<AppointmentView> {
    let wanted = id("id", &request.id)?;
    let changed = app::appointment::no_answer(daybook.desk()?, wanted)?;
    show(daybook, &changed)
}

pub(crate) fn save_waiting(daybook: &mut Daybook, request: SaveWaiting) -> Answer<SavedWaiting> {
    let SaveWaiting {
        id: wanted,
        revision,
        patient,
        list,
        kind,
        minutes,
        wish,
        urgent,
        note,
    } = request;
    let request = waiting::SaveWaiting {
        id: optional_id("id", &wanted)?,
        revision,
        patient: id("patient", &patient)?,
        list: match list {
            WireList::Waiting => WaitingList::Waiting,
            WireList::Planned => WaitingList::Planned,
            WireList::Unscheduled | WireList::Asap | WireList::Unconfirmed => {
                return Err(invalid("list", said("list-not-written")));
            }
        },
        kind: optional_id("kind", &kind)?,
        minutes,
        wish: domain_wish(&wish)?,
        urgent,
        note,
    };
    Ok(saved(&waiting::save(daybook.desk()?, &request)?))
}

pub(crate) fn let_waiting_go(daybook: &mut Daybook, request: LetWaitingGo) -> Answer<SavedWaiting> {
    let LetWaitingGo {
        id: wanted,
        revision,
        reason,
    } = request;
    let wanted = id("id", &wanted)?;
    let gone = waiting::let_go(daybook.desk()?, wanted, revision, &reason)?;
    Ok(saved(&gone))
}

/// What a booking closes, by the list it is on.
pub(crate) fn closes(entry: Option<ClosesEntry>) -> Result<Option<Closes>, app::Error> {
    let Some(ClosesEntry { list, id: text }) = entry else {
        return Ok(None);
    };
    match list {
        WireList::Waiting | WireList::Planned => Ok(Some(Closes::Waiting(id("closes", &text)?))),
        WireList::Unscheduled => Ok(Some(Closes::Unscheduled(id("closes", &text)?))),
        WireList::Asap | WireList::Unconfirmed => {
            Err(invalid("closes", said("list-booked-already")))
        }
    }
}

fn list_name(list: WireList) -> ListName {
    match list {
        WireList::Unscheduled => ListName::Unscheduled,
        WireList::Asap => ListName::Asap,
        WireList::Waiting => ListName::Waiting,
        WireList::Unconfirmed => ListName::Unconfirmed,
        WireList::Planned => ListName::Planned,
    }
}

fn row(entry: ListEntry, zone: Zone, list: WireList) -> ListRow {
    let at = |instant| local(zone.wall(instant).at);
    match entry {
        ListEntry::Visit { view, next } => {
            let shown = visit(&view, zone);
            let booked = view.visit;
            ListRow {
                id: shown.id,
                revision: shown.revision,
                patient: shown.patient,
                patient_name: shown.patient_name,
                phone: shown.phone,
                kind: shown.kind,
                kind_name: shown.kind_name,
                tint: shown.tint,
                minutes: shown.minutes,
                provider: shown.provider,
                provider_name: shown.provider_name,
                chair: shown.chair,
                chair_name: shown.chair_name,
                start: Some(shown.start),
                status: Some(status(booked.status)),
                confirmation: Some(confirmation(booked.confirmation)),
                since: match list {
                    WireList::Asap => booked.asap.map(at),
                    _ => booked.ended.as_ref().map(|ended| at(ended.at)),
                },
                wish: wish(&booked.wish),
                urgent: false,
                note: booked.notes,
                ended: shown.ended,
                ended_reason: shown.ended_reason.unwrap_or_default(),
                unanswered: booked.unanswered.iter().map(|call| at(call.at)).collect(),
                next: next.map(local),
            }
        }
        ListEntry::Waiting {
            waiting,
            patient,
            kind_name,
            tint,
            next,
        } => ListRow {
            id: waiting.id.to_string(),
            revision: waiting.revision,
            patient: waiting.patient.to_string(),
            patient_name: patient.name.spoken(),
            phone: patient.phones.first().map(|phone| phone.number.clone()),
            kind: waiting.kind.map(|id| id.to_string()),
            kind_name,
            tint,
            minutes: waiting.minutes,
            provider: None,
            provider_name: String::new(),
            chair: None,
            chair_name: String::new(),
            start: None,
            status: None,
            confirmation: None,
            since: Some(at(waiting.since)),
            wish: wish(&waiting.wish),
            urgent: waiting.urgent,
            note: waiting.note,
            ended: None,
            ended_reason: String::new(),
            unanswered: Vec::new(),
            next: next.map(local),
        },
    }
}

fn candidate(view: app::lists::CandidateView, zone: Zone) -> CandidateView {
    let (list, entry) = match view.wanting.source {
        Source::Asap(id) => (WireList::Asap, id.to_string()),
        Source::Unscheduled(id) => (WireList::Unscheduled, id.to_string()),
        Source::Waiting(id) => (WireList::Waiting, id.to_string()),
        Source::Planned(id) => (WireList::Planned, id.to_string()),
    };
    CandidateView {
        list,
        id: entry,
        revision: view.revision,
        patient: view.wanting.patient.to_string(),
        patient_name: view.patient.name.spoken(),
        phone: view.patient.phones.first().map(|one| one.number.clone()),
        kind: view.wanting.kind.map(|id| id.to_string()),
        kind_name: view.kind_name,
        tint: view.tint,
        minutes: view.wanting.minutes,
        start: local(view.start.at),
        second_pass: view.start.second_pass,
        since: local(zone.wall(view.wanting.since).at),
        wished: !view.wanting.wish.is_empty(),
        urgent: view.wanting.urgent,
        note: view.note,
        booked: view.place.map(|(start, provider, chair)| PlaceView {
            start: local(start),
            provider: provider.to_string(),
            chair: chair.to_string(),
        }),
    }
}

fn saved(waiting: &Waiting) -> SavedWaiting {
    SavedWaiting {
        id: waiting.id.to_string(),
        revision: waiting.revision,
    }
}

/// What the wall shows when the gap ends.
fn end(zone: Zone, start: WallTime, minutes: u32) -> String {
    let length = chrono::TimeDelta::minutes(i64::from(minutes));
    let end = zone.instant_of_record(start).checked_add_signed(length);
    local(end.map_or(start.at, |end| zone.wall(end).at))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn show(daybook: &mut Daybook, view: &VisitView) -> Answer<AppointmentView> {
    let zone = daybook.desk()?.setup()?.zone();
    Ok(visit(view, zone))
}
