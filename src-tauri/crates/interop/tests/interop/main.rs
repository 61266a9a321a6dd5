//! What a practice notices of import and export.

// Helpers beside the tests are tests too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod csv_files;
mod csv_roundtrip;
mod english;
mod fhir_files;
mod fhir_roundtrip;
mod fhir_samples;
mod ics_files;
mod ics_hostile;
mod ics_reading;
mod ics_roundtrip;
mod ics_samples;
mod practice;
mod samples;
mod vcf_files;
mod vcf_roundtrip;
