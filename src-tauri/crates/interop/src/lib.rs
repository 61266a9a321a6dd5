//! Other systems' formats to and from domain values: no database, no network, no clock.
//!
//! Reading turns a file into [`Incoming`] records without ids, one by one, and names each record
//! that cannot be taken over, with its line and the reason (P8). Writing turns domain values into
//! files that harm no spreadsheet and that read back to the same data.
//!
//! How a record is known again: every incoming record has a `key`, the one identifier that is to
//! be looked for. Files written here carry the record's own id under the systems in [`identity`].

pub mod csv;
pub mod dates;
mod error;
pub mod fhir;
pub mod ics;
pub mod identity;
mod incoming;
mod limits;
mod outgoing;
mod parts;
mod sources;
pub mod vcard;

pub use csv::{
    AppointmentsCsv, ColumnMap, CsvAside, CsvKind, CsvOptions, CsvShape, Field, PatientsCsv,
    inspect_csv, read_csv,
};
pub use dates::{DateFormat, DateFormatGuess, two_digit_year_rule};
pub use error::InteropError;
pub use fhir::{FhirOptions, FhirReading, FhirWriter, read_fhir};
pub use ics::{IcsAside, IcsHead, IcsOptions, IcsShows, TakenOut, VisitsIcs, read_ics};
pub use incoming::{
    BusyTime, Incoming, IncomingEvent, IncomingPatient, IncomingProvider, IncomingVisit,
    Occurrence, PatientRef, Place, ProviderRef, Refused,
};
pub use outgoing::{PatientOut, PatientTag, VisitOut};
pub use sources::{SourceKind, sources};
pub use vcard::{PatientsVcf, read_vcf};
