//! A row of an appointment list.

use super::Row;
use super::field::Field;
use super::words::yes;
use crate::dates::{Century, parse_moment, parse_time};
use crate::identity::{self, identifier, keep};
use crate::incoming::{IncomingVisit, PatientRef, Place, ProviderRef};
use crate::limits::{MEDIUM, SHORT};
use chrono::{DateTime, NaiveDateTime, NaiveTime, Timelike, Utc};
use domain::appointment::Ended;
use domain::booking::LONGEST_MINUTES;
use domain::limits::check_visit_day;
use domain::limits::in_field;
use domain::{Confirmation, Status, WallTime};
use domain::{Said, said};

/// Length of a visit of which neither length nor end is known.
pub(crate) const USUAL_MINUTES: u32 = 15;

impl Row<'_> {
    pub(super) fn visit(&self, place: Place) -> Result<IncomingVisit, Said> {
        let patient = self.patient_meant()?;
        if patient.is_empty() {
            return Err(said("reason-whose"));
        }
        let start = self.start()?;
        let mut identifiers = Vec::new();
        if let Some(id) = self.text(Field::OwnVisit, SHORT)? {
            keep(&mut identifiers, identifier(identity::VISIT, id));
        }
        if let Some(id) = self.text(Field::Id, SHORT)? {
            keep(&mut identifiers, identifier(identity::CSV_VISIT, id));
        }
        let key = identifiers.first().cloned();
        for one in self.listed_identifiers()? {
            keep(&mut identifiers, one);
        }
        let said = self.cell(Field::Status).unwrap_or("");
        let status = status(said).ok_or_else(|| {
            domain::said("reason-status").with("status", crate::limits::excerpt(said))
        })?;
        Ok(IncomingVisit {
            place,
            key,
            identifiers,
            patient,
            provider: self.text(Field::Provider, SHORT)?.map(|name| ProviderRef {
                identifiers: Vec::new(),
                name: Some(name),
            }),
            chair: self.text(Field::Chair, SHORT)?,
            kind: self.text(Field::Kind, SHORT)?,
            reason: self.text(Field::Reason, MEDIUM)?.unwrap_or_default(),
            start,
            minutes: self.minutes(start)?,
            pattern: self
                .cell(Field::Pattern)
                .map(|cell| {
                    cell.parse()
                        .map_err(|error: domain::appointment::NotAPattern| Said::from(error))
                })
                .transpose()?,
            status,
            confirmation: self.confirmation(said),
            arrive_early: self.number(Field::ArriveEarly)?.unwrap_or(0),
            notes: self.paragraphs(Field::Notes)?,
            overbooked: self.cell(Field::Overbooked).is_some_and(yes),
            ended: self.ended(status)?,
            arrived_at: self.instant(Field::ArrivedAt)?,
            seated_at: self.instant(Field::SeatedAt)?,
            dismissed_at: self.instant(Field::DismissedAt)?,
        })
    }

    fn patient_meant(&self) -> Result<PatientRef, Said> {
        let mut meant = PatientRef {
            chart_number: self.text(Field::ChartNumber, SHORT)?,
            ..PatientRef::default()
        };
        if let Some(id) = self.text(Field::OwnPatient, SHORT)? {
            meant.identifiers.push(identifier(identity::PATIENT, id));
        }
        if let Some(id) = self.text(Field::PatientId, SHORT)? {
            // Many programs call the chart number the patient's id.
            meant.perhaps_chart_number = Some(id.clone());
            meant
                .identifiers
                .push(identifier(identity::CSV_PATIENT, id));
        }
        let name = self.name()?;
        meant.name = (!name.is_empty()).then_some(name);
        meant.birth_date = self.past_date(Field::BirthDate)?;
        Ok(meant)
    }

    fn start(&self) -> Result<WallTime, Said> {
        let (field, cell) = match (self.cell(Field::Date), self.cell(Field::Start)) {
            (None, None) => return Err(said("reason-no-start")),
            (None, Some(start)) => (Field::Start, start),
            // A date column beside a start that is only a time of day.
            (Some(date), Some(start)) if parse_time(start).is_ok() => {
                let at = self.moment(Field::Date, date)?;
                return self.checked(WallTime::once(at.date().and_time(parse_time(start)?)));
            }
            (Some(_), Some(start)) => (Field::Start, start),
            (Some(date), None) => (Field::Date, date),
        };
        let moment = parse_moment(cell, self.format, Century::Current)
            .map_err(|reason| in_field(field.key(), reason))?;
        if let Some(instant) = moment.instant {
            let wall = self.options.zone.wall(instant.with_timezone(&Utc));
            return self.checked(WallTime {
                at: whole_minute(wall.at),
                ..wall
            });
        }
        let time = match (
            moment.time.filter(|time| *time != NaiveTime::MIN),
            self.cell(Field::Time),
        ) {
            (Some(time), _) => time,
            (None, Some(time)) => self.time_of(time)?,
            (None, None) => moment.time.ok_or_else(|| said("reason-no-time"))?,
        };
        let second_pass = self.cell(Field::SecondPass).is_some_and(yes);
        self.checked(WallTime {
            at: moment.date.and_time(time),
            second_pass,
        })
    }

    fn time_of(&self, cell: &str) -> Result<NaiveTime, Said> {
        // A time column of a spreadsheet may carry a day that means nothing.
        parse_time(cell).or_else(|reason| {
            parse_moment(cell, self.format, Century::Current)
                .ok()
                .and_then(|moment| moment.time)
                .ok_or(reason)
        })
    }

    fn moment(&self, field: Field, cell: &str) -> Result<NaiveDateTime, Said> {
        let moment = parse_moment(cell, self.format, Century::Current)
            .map_err(|reason| in_field(field.key(), reason))?;
        Ok(match moment.instant {
            Some(instant) => self.options.zone.wall(instant.with_timezone(&Utc)).at,
            None => moment.date.and_time(moment.time.unwrap_or(NaiveTime::MIN)),
        })
    }

    fn checked(&self, start: WallTime) -> Result<WallTime, Said> {
        let start = self.options.zone.settled(start);
        check_visit_day(start.date(), self.options.today)?;
        if !self.columns.own {
            self.options.zone.instant(start)?;
        }
        Ok(start)
    }

    fn minutes(&self, start: WallTime) -> Result<u32, Said> {
        let minutes = if let Some(minutes) = self.number(Field::Minutes)? {
            minutes
        } else if let Some(cell) = self.cell(Field::End) {
            let end = match parse_time(cell) {
                Ok(time) => start.at.date().and_time(time),
                Err(_) => self.moment(Field::End, cell)?,
            };
            let minutes = (end - start.at).num_minutes();
            u32::try_from(minutes).map_err(|_| said("reason-ends-before"))?
        } else {
            USUAL_MINUTES
        };
        match minutes {
            0 => Err(said("reason-no-length")),
            // What a Daybook practice holds comes back whatever its length.
            minutes if minutes > LONGEST_MINUTES && !self.columns.own => {
                Err(said("reason-too-long").with("minutes", minutes))
            }
            minutes => Ok(minutes),
        }
    }

    /// A number of minutes; `1:30` and `45 min` are read too.
    fn number(&self, field: Field) -> Result<Option<u32>, Said> {
        let Some(cell) = self.cell(field) else {
            return Ok(None);
        };
        let wrong = || {
            let cell = crate::limits::excerpt(cell);
            in_field(field.key(), said("reason-minutes").with("text", cell))
        };
        if let Some((hours, minutes)) = cell.split_once(':') {
            let hours: u32 = hours.trim().parse().map_err(|_| wrong())?;
            let minutes: u32 = minutes
                .get(..2)
                .unwrap_or(minutes)
                .parse()
                .map_err(|_| wrong())?;
            return hours
                .checked_mul(60)
                .and_then(|all| all.checked_add(minutes))
                .map(Some)
                .ok_or_else(wrong);
        }
        let digits =
            cell.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace());
        let digits = digits.strip_suffix(".0").unwrap_or(digits);
        digits.parse().map(Some).map_err(|_| wrong())
    }

    fn confirmation(&self, status: &str) -> Confirmation {
        let said = self
            .cell(Field::Confirmation)
            .unwrap_or(status)
            .to_lowercase();
        match said.as_str() {
            "sent" | "reminded" => Confirmation::Sent,
            "declined" | "abgelehnt" => Confirmation::Declined,
            "confirmed" | "bestätigt" | "confirmé" | "confirmado" => Confirmation::Confirmed,
            mark if self.cell(Field::Confirmation).is_some() && yes(mark) => {
                Confirmation::Confirmed
            }
            _ => Confirmation::Unconfirmed,
        }
    }

    fn ended(&self, status: Status) -> Result<Option<Ended>, Said> {
        let reason = self.text(Field::EndedReason, MEDIUM)?;
        let Some(at) = self.instant(Field::EndedAt)? else {
            // Without a time the reason would be lost; the visit's own start is the nearest known.
            return match reason {
                Some(reason) if matches!(status, Status::Cancelled | Status::Missed) => {
                    let at = self.options.zone.instant_of_record(self.start()?);
                    Ok(Some(Ended {
                        reason,
                        at,
                        by_practice: false,
                        by: String::new(),
                    }))
                }
                _ => Ok(None),
            };
        };
        let by_practice = self.cell(Field::EndedByPractice).is_some_and(yes);
        Ok(Some(Ended {
            reason: reason.unwrap_or_default(),
            at,
            by_practice,
            by: String::new(),
        }))
    }

    fn instant(&self, field: Field) -> Result<Option<DateTime<Utc>>, Said> {
        let Some(cell) = self.cell(field) else {
            return Ok(None);
        };
        if let Ok(instant) = DateTime::parse_from_rfc3339(cell) {
            return Ok(Some(instant.with_timezone(&Utc)));
        }
        let wall = self.moment(field, cell)?;
        Ok(Some(
            self.options.zone.instant_of_record(WallTime::once(wall)),
        ))
    }
}

/// The desk counts in minutes.
pub(crate) fn whole_minute(at: NaiveDateTime) -> NaiveDateTime {
    at.with_second(0)
        .and_then(|at| at.with_nanosecond(0))
        .unwrap_or(at)
}

fn status(text: &str) -> Option<Status> {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    match plain.as_str() {
        "" | "scheduled" | "booked" | "planned" | "pending" | "new" | "open" | "geplant"
        | "confirmed" | "unconfirmed" | "bestätigt" | "gebucht" | "prévu" | "confirmé"
        | "confirmado" | "reminded" | "sent" => Some(Status::Scheduled),
        "arrived" | "checkedin" | "waiting" | "angekommen" | "arrivé" | "here" => {
            Some(Status::Arrived)
        }
        "seated" | "inroom" | "inprogress" | "inchair" | "started" => Some(Status::Seated),
        "completed" | "complete" | "done" | "finished" | "fulfilled" | "attended"
        | "checkedout" | "erledigt" | "abgeschlossen" | "terminé" | "kept" | "seen" => {
            Some(Status::Completed)
        }
        "missed" | "noshow" | "dna" | "didnotattend" | "broken" | "nichterschienen" | "absent" => {
            Some(Status::Missed)
        }
        "cancelled" | "canceled" | "abgesagt" | "storniert" | "annulé" | "cancelado"
        | "deleted" => Some(Status::Cancelled),
        _ => None,
    }
}
