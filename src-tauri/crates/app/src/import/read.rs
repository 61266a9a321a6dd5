//! The files of an import, record by record.

use super::{Aside, ImportFormat, ImportRequest, Watch};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::Zone;
use domain::said;
use interop::{
    CsvOptions, FhirOptions, FhirReading, IcsOptions, Incoming, InteropError, Refused, SourceKind,
    read_csv, read_ics, read_vcf, sources,
};
use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering;

pub(super) struct Options {
    pub(super) zone: Zone,
    pub(super) today: NaiveDate,
}

/// Hands over each record or refusal, until all is read or `take` breaks off. Returns what else
/// there is to know of the files.
pub(super) fn each(
    request: &ImportRequest,
    options: &Options,
    watch: &Watch,
    take: &mut dyn FnMut(std::result::Result<Incoming, Refused>) -> Result<ControlFlow<()>>,
) -> Result<Aside> {
    let mut aside = Aside::default();
    let kind = match request.format {
        ImportFormat::Csv => SourceKind::Csv,
        ImportFormat::Fhir => SourceKind::Fhir,
        ImportFormat::Ics(_) => SourceKind::Ics,
        ImportFormat::Vcf => SourceKind::Vcf,
    };
    let files = sources(&request.paths, kind)?;
    let total = files
        .iter()
        .filter_map(|file| file.metadata().ok())
        .map(|meta| meta.len())
        .sum();
    watch.total.store(total, Ordering::Relaxed);
    // The readers' sink cannot fail, so a failure of ours is kept here and breaks it off.
    let mut failed = None;
    let mut sink = |incoming| match take(incoming) {
        Ok(flow) => flow,
        Err(error) => {
            failed = Some(error);
            ControlFlow::Break(())
        }
    };
    match request.format {
        ImportFormat::Csv => {
            for path in &files {
                let csv = csv_options(request, options);
                let name = name(path);
                match read_csv(watched(path, watch)?, &name, &csv, &mut sink) {
                    Ok(read) => {
                        if !read.unused.is_empty() {
                            aside.unused_columns.push((name, read.unused));
                        }
                        if read.two_digit_years {
                            aside.year_rule = Some(interop::two_digit_year_rule(options.today));
                        }
                    }
                    // Among others it keeps none of them from being read.
                    Err(InteropError::Empty { source_name }) if files.len() > 1 => {
                        let _ = sink(Err(Refused {
                            source: source_name,
                            line: 1,
                            reason: said("reason-empty"),
                        }));
                    }
                    Err(error) => return Err(error.into()),
                }
                if watch.cancel.load(Ordering::Relaxed) {
                    break;
                }
            }
        }
        ImportFormat::Fhir => {
            let mut reading = FhirReading::new(FhirOptions {
                zone: options.zone,
                today: options.today,
            });
            for path in &files {
                reading.read(watched(path, watch)?, &name(path), &mut sink)?;
                if watch.cancel.load(Ordering::Relaxed) {
                    break;
                }
            }
            aside.left_out.clone_from(reading.left_out());
            reading.finish(&mut sink);
        }
        ImportFormat::Ics(calendar) => {
            let ics = IcsOptions {
                zone: options.zone,
                today: options.today,
                from: calendar.from,
                to: calendar.to,
                free_too: calendar.free_too,
            };
            for path in &files {
                let read = read_ics(watched(path, watch)?, &name(path), &ics, &mut sink)?;
                for (kind, count) in read.left_out {
                    *aside.left_out.entry(kind).or_default() += count;
                }
                if let Some((count, day)) = read.going_on {
                    let before = aside.going_on.map_or(0, |(before, _)| before);
                    aside.going_on = Some((before + count, day));
                }
                if watch.cancel.load(Ordering::Relaxed) {
                    break;
                }
            }
        }
        ImportFormat::Vcf => {
            for path in &files {
                read_vcf(watched(path, watch)?, &name(path), options.today, &mut sink)?;
                if watch.cancel.load(Ordering::Relaxed) {
                    break;
                }
            }
        }
    }
    if let Some(error) = failed {
        return Err(error);
    }
    let nothing = watch.done.load(Ordering::Relaxed) == 0;
    if nothing && !watch.cancel.load(Ordering::Relaxed) {
        let names: Vec<String> = files.iter().map(|path| name(path)).collect();
        return Err(Error::Interop(InteropError::Empty {
            source_name: names.join(", "),
        }));
    }
    Ok(aside)
}

pub(super) fn csv_options(request: &ImportRequest, options: &Options) -> CsvOptions {
    CsvOptions {
        map: request.map.clone(),
        date_format: request.date_format,
        kind: None,
        today: options.today,
        zone: options.zone,
    }
}

pub(super) fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn watched<'a>(path: &Path, watch: &'a Watch) -> Result<impl Read + use<'a>> {
    let file = File::open(path).map_err(Error::file(
        said("file-not-opened").with("path", path.display().to_string()),
    ))?;
    Ok(BufReader::with_capacity(1 << 18, Watched { file, watch }))
}

/// Counts what is read.
struct Watched<'a> {
    file: File,
    watch: &'a Watch,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.watch.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
