//! Domain values to wire values and back. Structs are taken apart field by field where they are
//! read, so that a new field cannot be forgotten.

use crate::refusal::invalid;
use crate::wire::appointment::{
    AppointmentView, EndedView, WireConfirmation, WireStatus, WireStep, WishView,
};
use crate::wire::closing::ExceptionView;
use crate::wire::notice::{NoticeView, WireNoticeOf};
use crate::wire::patient::{
    AddressView, EmailView, PatientFields, PatientHit, PhoneView, WirePatientStatus, WireSex,
};
use crate::wire::practice::{ShiftView, WeekHoursView};
use app::{Error, VisitView};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, Utc, Weekday};
use domain::appointment::Ended;
use domain::attendance::{self, Kept, kept};
use domain::limits::YEARS;
use domain::said;
use domain::status::{LockRight, Step};
use domain::{
    Address, Confirmation, Email, HoursException, MinuteOfDay, Notice, NoticeOf, Patient,
    PatientId, PatientStatus, PersonName, Phone, Sex, Shift, Status, WallTime, WeekHours, Wish,
    Zone,
};
use std::str::FromStr;

pub(crate) const LOCAL: &str = "%Y-%m-%dT%H:%M";

pub(crate) fn local(at: NaiveDateTime) -> String {
    at.format(LOCAL).to_string()
}

pub(crate) fn date(field: &'static str, text: &str) -> Result<NaiveDate, Error> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| invalid(field, said("invalid-date").with("text", text)))?;
    known_year(field, date)?;
    Ok(date)
}

/// Further away lies nothing that anybody means, and at the ends of all time there are no neighbours.
fn known_year(field: &'static str, date: NaiveDate) -> Result<(), Error> {
    if YEARS.contains(&date.year()) {
        return Ok(());
    }
    let (first, last) = (YEARS.start(), YEARS.end());
    Err(invalid(
        field,
        said("invalid-year")
            .with("first", first.to_string())
            .with("last", last.to_string()),
    ))
}

pub(crate) fn wall(field: &'static str, text: &str, second_pass: bool) -> Result<WallTime, Error> {
    let at = NaiveDateTime::parse_from_str(text, LOCAL)
        .map_err(|_| invalid(field, said("invalid-time").with("text", text)))?;
    known_year(field, at.date())?;
    Ok(WallTime { at, second_pass })
}

/// A local time of which it is told elsewhere which of two equal ones it is.
pub(crate) fn clock(field: &'static str, text: &str) -> Result<NaiveDateTime, Error> {
    Ok(wall(field, text, false)?.at)
}

pub(crate) fn id<T: FromStr>(field: &'static str, text: &str) -> Result<T, Error> {
    text.parse()
        .map_err(|_| invalid(field, said("invalid-id").with("text", text)))
}

pub(crate) fn optional_id<T: FromStr>(
    field: &'static str,
    text: &Option<String>,
) -> Result<Option<T>, Error> {
    text.as_deref().map(|text| id(field, text)).transpose()
}

/// A line of a list; ages are those on `today`.
pub fn hit(patient: &Patient, today: NaiveDate) -> PatientHit {
    PatientHit {
        id: patient.id.to_string(),
        name: patient.name.spoken(),
        sorted_name: patient.name.sorted(),
        preferred_name: patient.preferred_name.clone(),
        birth_date: patient.birth_date.map(|date| date.to_string()),
        age: patient.age_on(today),
        chart_number: patient.chart_number.clone(),
        phones: patient.phones.iter().map(phone).collect(),
        emails: patient.emails.iter().map(email).collect(),
        status: patient_status(patient.status),
        alert: patient.alert.clone(),
    }
}

pub(crate) fn fields(patient: &Patient) -> PatientFields {
    let Patient {
        id: _,
        chart_number,
        name:
            PersonName {
                prefix,
                given,
                family,
                suffix,
            },
        preferred_name,
        birth_date,
        sex,
        phones,
        emails,
        address,
        language,
        notes,
        alert,
        status,
        deceased_on,
        household,
        guardian,
        identifiers: _,
        revision: _,
    } = patient;
    PatientFields {
        chart_number: chart_number.clone(),
        prefix: prefix.clone(),
        given: given.clone(),
        family: family.clone(),
        suffix: suffix.clone(),
        preferred_name: preferred_name.clone(),
        birth_date: birth_date.map(|date| date.to_string()),
        sex: match sex {
            Sex::Female => WireSex::Female,
            Sex::Male => WireSex::Male,
            Sex::Other => WireSex::Other,
            Sex::Unknown => WireSex::Unknown,
        },
        phones: phones.iter().map(phone).collect(),
        emails: emails.iter().map(email).collect(),
        address: address.as_ref().map(
            |Address {
                 lines,
                 city,
                 region,
                 postal_code,
                 country,
             }| AddressView {
                lines: lines.clone(),
                city: city.clone(),
                region: region.clone(),
                postal_code: postal_code.clone(),
                country: country.clone(),
            },
        ),
        language: language.clone(),
        notes: notes.clone(),
        alert: alert.clone(),
        status: patient_status(*status),
        deceased_on: deceased_on.map(|date| date.to_string()),
        household: household.map(|id| id.to_string()),
        guardian: guardian.map(|id| id.to_string()),
    }
}

pub(crate) fn patient(fields: PatientFields) -> Result<Patient, Error> {
    let PatientFields {
        chart_number,
        prefix,
        given,
        family,
        suffix,
        preferred_name,
        birth_date,
        sex,
        phones,
        emails,
        address,
        language,
        notes,
        alert,
        status,
        deceased_on,
        household,
        guardian,
    } = fields;
    Ok(Patient {
        id: PatientId(Default::default()),
        chart_number,
        name: PersonName {
            prefix,
            given,
            family,
            suffix,
        },
        preferred_name,
        birth_date: birth_date
            .map(|text| date("birth_date", &text))
            .transpose()?,
        sex: match sex {
            WireSex::Female => Sex::Female,
            WireSex::Male => Sex::Male,
            WireSex::Other => Sex::Other,
            WireSex::Unknown => Sex::Unknown,
        },
        phones: phones
            .into_iter()
            .map(|PhoneView { label, number }| Phone { label, number })
            .collect(),
        emails: emails
            .into_iter()
            .map(|EmailView { label, address }| Email { label, address })
            .collect(),
        address: address.map(
            |AddressView {
                 lines,
                 city,
                 region,
                 postal_code,
                 country,
             }| Address {
                lines,
                city,
                region,
                postal_code,
                country,
            },
        ),
        language,
        notes,
        alert,
        status: domain_status(status),
        deceased_on: deceased_on
            .map(|text| date("deceased_on", &text))
            .transpose()?,
        household: optional_id("household", &household)?,
        guardian: optional_id("guardian", &guardian)?,
        identifiers: Vec::new(),
        revision: 0,
    })
}

fn phone(phone: &Phone) -> PhoneView {
    PhoneView {
        label: phone.label.clone(),
        number: phone.number.clone(),
    }
}

fn email(email: &Email) -> EmailView {
    EmailView {
        label: email.label.clone(),
        address: email.address.clone(),
    }
}

pub(crate) fn patient_status(status: PatientStatus) -> WirePatientStatus {
    match status {
        PatientStatus::Prospective => WirePatientStatus::Prospective,
        PatientStatus::Active => WirePatientStatus::Active,
        PatientStatus::Inactive => WirePatientStatus::Inactive,
        PatientStatus::Archived => WirePatientStatus::Archived,
        PatientStatus::Deceased => WirePatientStatus::Deceased,
    }
}

pub(crate) fn domain_status(status: WirePatientStatus) -> PatientStatus {
    match status {
        WirePatientStatus::Prospective => PatientStatus::Prospective,
        WirePatientStatus::Active => PatientStatus::Active,
        WirePatientStatus::Inactive => PatientStatus::Inactive,
        WirePatientStatus::Archived => PatientStatus::Archived,
        WirePatientStatus::Deceased => PatientStatus::Deceased,
    }
}

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

pub(crate) fn ids<T: FromStr>(field: &'static str, all: &[String]) -> Result<Vec<T>, Error> {
    all.iter().map(|text| id(field, text)).collect()
}

pub(crate) fn time_of_day(field: &'static str, text: &str) -> Result<MinuteOfDay, Error> {
    text.parse::<MinuteOfDay>()
        .map_err(|error| invalid(field, error))
}

fn shift(shift: &Shift) -> ShiftView {
    ShiftView {
        from: shift.from.to_string(),
        to: shift.to.to_string(),
        chair: shift.chair.map(|id| id.to_string()),
    }
}

/// Shifts of one day, by their start.
pub(crate) fn shifts(field: &'static str, views: &[ShiftView]) -> Result<Vec<Shift>, Error> {
    let mut found = Vec::with_capacity(views.len());
    for ShiftView { from, to, chair } in views {
        let (from, to) = (time_of_day(field, from)?, time_of_day(field, to)?);
        let shift = Shift::new(from, to, optional_id(field, chair)?).ok_or_else(|| {
            invalid(
                field,
                said("invalid-shift")
                    .with("from", from.to_string())
                    .with("to", to.to_string()),
            )
        })?;
        found.push(shift);
    }
    found.sort_by_key(|shift| shift.from);
    Ok(found)
}

pub(crate) fn exception(exception: &HoursException) -> ExceptionView {
    let HoursException { date, shifts, note } = exception;
    ExceptionView {
        date: date.to_string(),
        shifts: shifts.iter().map(shift).collect(),
        note: note.clone(),
    }
}

pub(crate) fn week(hours: &WeekHours) -> WeekHoursView {
    WeekHoursView {
        days: hours
            .0
            .iter()
            .map(|day| day.iter().map(shift).collect())
            .collect(),
    }
}

pub(crate) fn week_hours(view: &WeekHoursView) -> Result<WeekHours, Error> {
    let mut week = WeekHours::default();
    if view.days.len() != week.0.len() {
        return Err(invalid("hours", said("invalid-week")));
    }
    for (day, views) in week.0.iter_mut().zip(&view.days) {
        *day = shifts("hours", views)?;
    }
    Ok(week)
}
