//! The practice's own lists: UTF-8 with a byte order mark, commas, formulas made harmless, and
//! every field, so that reading them gives the same data.

use super::cells;
use crate::InteropError;
use crate::identity;
use crate::outgoing::{PatientOut, VisitOut, exact};
use ::csv::{Terminator, Writer, WriterBuilder};
use domain::appointment::Ended;
use domain::{Address, Appointment, Identifier, Patient, PersonName};
use std::io::Write;

const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes patients, one a row.
#[derive(Debug)]
pub struct PatientsCsv<W: Write> {
    rows: Writer<W>,
}

/// Writes visits, one a row.
#[derive(Debug)]
pub struct AppointmentsCsv<W: Write> {
    rows: Writer<W>,
}

impl<W: Write> PatientsCsv<W> {
    /// Begins a file with the names of its columns.
    pub fn new(out: W) -> Result<Self, InteropError> {
        let names = [
            "Daybook Patient ID",
            "Chart Number",
            "Prefix",
            "First Name",
            "Last Name",
            "Suffix",
            "Preferred Name",
            "Birth Date",
            "Sex",
            "Phones",
            "Emails",
            "Address Lines",
            "City",
            "Region",
            "Postal Code",
            "Country",
            "Language",
            "Notes",
            "Alert",
            "Status",
            "Deceased On",
            "Household",
            "Guarantor",
            "Daybook Guardian ID",
            "Identifiers",
        ];
        Ok(Self {
            rows: begin(out, &names)?,
        })
    }

    /// Writes one patient.
    pub fn write(&mut self, row: &PatientOut<'_>) -> Result<(), InteropError> {
        let PatientOut {
            patient,
            household,
            guarantor,
            guardian: _,
        } = row;
        let Patient {
            id,
            chart_number,
            name,
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
            household: _,
            guardian: _,
            identifiers,
            revision: _,
        } = patient;
        let PersonName {
            prefix,
            given,
            family,
            suffix,
        } = name;
        let none = Address::default();
        let Address {
            lines,
            city,
            region,
            postal_code,
            country,
        } = address.as_ref().unwrap_or(&none);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let date = |date: &Option<chrono::NaiveDate>| {
            date.map(|date| date.to_string()).unwrap_or_default()
        };
        put(
            &mut self.rows,
            &[
                &identity::patient_value(*id, identifiers),
                &text(chart_number),
                prefix,
                given,
                family,
                suffix,
                &text(preferred_name),
                &date(birth_date),
                sex.name(),
                &cells::join(
                    phones
                        .iter()
                        .map(|phone| (phone.label.as_str(), phone.number.as_str())),
                    ':',
                ),
                &cells::join(
                    emails
                        .iter()
                        .map(|email| (email.label.as_str(), email.address.as_str())),
                    ':',
                ),
                &cells::join_lines(lines.iter().map(String::as_str)),
                city,
                region,
                postal_code,
                country,
                &text(language),
                notes,
                alert,
                status.name(),
                &date(deceased_on),
                household.unwrap_or_default(),
                yes(*guarantor),
                &row.guardian_value(),
                &listed(identifiers, identity::PATIENT),
            ],
        )
    }

    /// Ends the file and gives back what it was written to.
    pub fn finish(self) -> Result<W, InteropError> {
        end(self.rows)
    }
}

impl<W: Write> AppointmentsCsv<W> {
    /// Begins a file with the names of its columns.
    pub fn new(out: W) -> Result<Self, InteropError> {
        let names = [
            "Daybook Appointment ID",
            "Daybook Patient ID",
            "Chart Number",
            "Patient",
            "Provider",
            "Chair",
            "Type",
            "Start",
            "Second Pass",
            "Minutes",
            "Pattern",
            "Status",
            "Confirmation",
            "Arrive Early",
            "Reason",
            "Notes",
            "Overbooked",
            "Ended Reason",
            "Ended At",
            "Ended By Practice",
            "Arrived At",
            "Seated At",
            "Dismissed At",
            "Identifiers",
        ];
        Ok(Self {
            rows: begin(out, &names)?,
        })
    }

    /// Writes one visit.
    pub fn write(&mut self, row: &VisitOut<'_>) -> Result<(), InteropError> {
        let VisitOut {
            visit,
            patient,
            provider,
            chair,
            kind,
        } = row;
        let Appointment {
            id: _,
            patient: _,
            provider: _,
            chair: _,
            kind: _,
            start,
            minutes,
            pattern: _,
            status,
            confirmation,
            arrive_early,
            reason,
            notes,
            overbooked,
            ended,
            arrived_at,
            seated_at,
            dismissed_at,
            identifiers,
            revision: _,
            series: _,
            asap: _,
            wish: _,
            follow_up: _,
            confirmed_by_person: _,
            unanswered: _,
        } = visit;
        let (ended_reason, ended_at, by_practice) = match ended {
            Some(Ended {
                reason,
                at,
                by_practice,
                by: _,
            }) => (reason.as_str(), exact(Some(*at)), *by_practice),
            None => ("", String::new(), false),
        };
        put(
            &mut self.rows,
            &[
                &identity::visit_value(visit),
                &patient.value(),
                patient.chart_number.unwrap_or_default(),
                patient.name,
                provider
                    .map(|provider| provider.name.as_str())
                    .unwrap_or_default(),
                chair.unwrap_or_default(),
                kind.unwrap_or_default(),
                &start.to_string(),
                yes(start.second_pass),
                &minutes.to_string(),
                &row.pattern_text(),
                status.name(),
                confirmation.name(),
                &arrive_early.to_string(),
                reason,
                notes,
                yes(*overbooked),
                ended_reason,
                &ended_at,
                yes(by_practice),
                &exact(*arrived_at),
                &exact(*seated_at),
                &exact(*dismissed_at),
                &listed(identifiers, identity::VISIT),
            ],
        )
    }

    /// Ends the file and gives back what it was written to.
    pub fn finish(self) -> Result<W, InteropError> {
        end(self.rows)
    }
}

fn begin<W: Write>(mut out: W, names: &[&str]) -> Result<Writer<W>, InteropError> {
    out.write_all(MARK)?;
    let mut rows = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(out);
    rows.write_record(names).map_err(failed)?;
    Ok(rows)
}

fn put<W: Write>(rows: &mut Writer<W>, cells: &[&str]) -> Result<(), InteropError> {
    for cell in cells {
        rows.write_field(cells::guarded(cell).as_bytes())
            .map_err(failed)?;
    }
    rows.write_record(None::<&[u8]>).map_err(failed)
}

fn end<W: Write>(rows: Writer<W>) -> Result<W, InteropError> {
    rows.into_inner()
        .map_err(|error| InteropError::Write(error.into_error()))
}

fn failed(error: ::csv::Error) -> InteropError {
    InteropError::Write(error.into())
}

fn listed(identifiers: &[Identifier], own: &str) -> String {
    cells::join(
        identity::others(identifiers, own).map(|one| (one.system.as_str(), one.value.as_str())),
        '|',
    )
}

fn yes(mark: bool) -> &'static str {
    if mark { "yes" } else { "" }
}
