//! A visit as an invitation, its change or its end (RFC 5545, 5546; M14).

use super::letter::{Invitation, Method};
use super::{mailto, safe};
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType,
    ICalendarMethod, ICalendarParameter, ICalendarParticipationRole, ICalendarParticipationStatus,
    ICalendarProperty, ICalendarStatus, ICalendarTransparency, Uri,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{WallTime, Zone};
use lettre::Address;

const PRODUCT: &str = "-//Daybook//Daybook//EN";
const SHORT: usize = 200;

/// Somebody in an invitation.
pub(super) struct Person<'a> {
    pub(super) name: &'a str,
    pub(super) address: &'a Address,
}

/// The whole calendar, with the visit and its zone.
pub(super) fn calendar(
    invitation: &Invitation<'_>,
    organiser: &Person<'_>,
    attendee: &Person<'_>,
    now: DateTime<Utc>,
) -> String {
    let zone = invitation.zone;
    let start = zone.instant_of_record(invitation.start);
    let end = zone.instant_of_record(invitation.end).max(start);
    let (method, status) = match invitation.method {
        Method::Request => (ICalendarMethod::Request, ICalendarStatus::Confirmed),
        Method::Cancel => (ICalendarMethod::Cancel, ICalendarStatus::Cancelled),
    };

    let mut top = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    top.add_property(ICalendarProperty::Version, "2.0");
    top.add_property(ICalendarProperty::Prodid, PRODUCT);
    top.add_property(ICalendarProperty::Method, method);
    top.component_ids.push(1);

    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_uid(&safe::line(invitation.uid, SHORT));
    event.add_dtstamp(utc(now));
    event.add_sequence(i64::from(invitation.sequence));
    times(&mut event, zone, start, end);
    event.add_property(
        ICalendarProperty::Summary,
        safe::line(invitation.summary, SHORT),
    );
    if !invitation.place.is_empty() {
        let place = safe::lines(invitation.place);
        event.add_property(ICalendarProperty::Location, place);
    }
    if !invitation.note.is_empty() {
        let note = safe::lines(invitation.note);
        event.add_property(ICalendarProperty::Description, note);
    }
    event.add_property_with_params(
        ICalendarProperty::Organizer,
        named(organiser.name),
        person(organiser),
    );
    let mut invited = named(attendee.name);
    invited.push(ICalendarParameter::role(
        ICalendarParticipationRole::ReqParticipant,
    ));
    if invitation.method == Method::Request {
        invited.push(ICalendarParameter::partstat(
            ICalendarParticipationStatus::NeedsAction,
        ));
        invited.push(ICalendarParameter::rsvp(true));
    }
    event.add_property_with_params(ICalendarProperty::Attendee, invited, person(attendee));
    event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
    event.add_property(ICalendarProperty::Status, status);
    event.add_property(ICalendarProperty::Transp, ICalendarTransparency::Opaque);

    let mut calendar = ICalendar {
        components: vec![top, event],
    };
    let around = TimeDelta::days(366);
    calendar.add_timezone(
        zone.name(),
        (start - around).timestamp(),
        (end + around).timestamp(),
    );
    calendar.to_string()
}

fn times(event: &mut ICalendarComponent, zone: Zone, start: DateTime<Utc>, end: DateTime<Utc>) {
    let times = [
        (ICalendarProperty::Dtstart, start),
        (ICalendarProperty::Dtend, end),
    ];
    // A local time that there is twice says less than its instant.
    let plain = times
        .iter()
        .all(|(_, at)| !zone.is_repeated(zone.wall(*at).at));
    for (name, at) in times {
        if plain {
            let zoned = [ICalendarParameter::tzid(zone.name().to_owned())];
            event.add_property_with_params(name, zoned, local(zone.wall(at)));
        } else {
            event.add_property(name, utc(at));
        }
    }
}

/// Neither quotes nor backslashes have a place in a parameter (RFC 5545, 3.2).
fn named(name: &str) -> Vec<ICalendarParameter> {
    let name = safe::line(name, SHORT).replace(['"', '\\'], "'");
    if name.is_empty() {
        return Vec::new();
    }
    vec![ICalendarParameter::cn(name)]
}

fn person(person: &Person<'_>) -> Uri {
    Uri::Location(mailto::uri(person.address))
}

fn utc(at: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.timestamp())
}

fn local(wall: WallTime) -> PartialDateTime {
    PartialDateTime::from_naive_timestamp(wall.at.and_utc().timestamp())
}
