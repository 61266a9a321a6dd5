//! Patients as an address book.

use super::{ExportReport, Names, file_in, hand_out};
use crate::desk::Desk;
use crate::error::Result;
use crate::whole_file::WholeFile;
use interop::PatientsVcf;
use std::io::BufWriter;
use std::path::Path;

/// The patients whom the practice may contact (P3), with what is needed to reach them. A `path` that
/// is a folder gets `patients.vcf`.
pub fn vcf(desk: &mut Desk, path: &Path) -> Result<ExportReport> {
    desk.may_write()?;
    let path = file_in(desk, path, "patients.vcf")?;
    let file = WholeFile::begin(desk, &path)?;
    let mut report = ExportReport::default();
    let snapshot = desk.store.snapshot()?;
    let names = Names::read(desk)?;
    let mut out = PatientsVcf::new(BufWriter::new(&file.file));
    desk.store.each_patient(|patient| -> Result<()> {
        if !patient.may_be_contacted() {
            report.not_contacted += 1;
            return Ok(());
        }
        report.patients += 1;
        Ok(out.write(&names.patient(&patient))?)
    })?;
    out.finish()?;
    drop(snapshot);
    hand_out(desk, "vcf", vec![file])?;
    report.files = vec![path];
    Ok(report)
}
