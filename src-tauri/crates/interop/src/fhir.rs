//! HL7 FHIR R4 as JSON: bundles of any type, single resources, ndjson, spread over any number of
//! files. Older shapes (DSTU2, STU3) are read as far as they say the same.

mod identifiers;
mod json;
mod moment;
mod participant;
mod parts;
mod patient;
mod practitioner;
mod reference;
mod stream;
mod visit;
mod write;

pub use write::FhirWriter;

use crate::InteropError;
use crate::incoming::{Incoming, Place, Refused};
use chrono::NaiveDate;
use domain::{Identifier, Zone};
use domain::{Said, said};
use json::Object;
use reference::{Origin, ReferenceTable};
use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::ops::ControlFlow;
use stream::Piece;
use visit::HeldVisit;

/// The system of an extension that carries what FHIR has no place for; a name follows.
pub(crate) const EXTENSION: &str = "urn:daybook:extension:";

/// Bundles within bundles are followed this far.
const DEEPEST_BUNDLE: u32 = 4;

/// How FHIR is to be read.
#[derive(Debug, Clone, Copy)]
pub struct FhirOptions {
    /// The practice's: FHIR has instants, a practice has a clock on the wall.
    pub zone: Zone,
    /// To refuse births in the future.
    pub today: NaiveDate,
}

/// Where records and refusals go; breaking off ends the reading.
pub type Sink<'s> = &'s mut dyn FnMut(Result<Incoming, Refused>) -> ControlFlow<()>;

/// Reads one or several files whose resources refer to each other.
///
/// Patients and providers are handed over as they are read. Visits are held until
/// [`FhirReading::finish`], since what they refer to may stand later or in another file; memory
/// grows with visits and with the ids of patients and providers, not with the size of the files.
#[derive(Debug)]
pub struct FhirReading {
    options: FhirOptions,
    table: ReferenceTable,
    held: Vec<HeldVisit>,
    sources: u32,
    stopped: bool,
    left_out: BTreeMap<String, u64>,
}

impl FhirReading {
    /// Begins an import.
    pub fn new(options: FhirOptions) -> Self {
        Self {
            options,
            table: ReferenceTable::default(),
            held: Vec::new(),
            sources: 0,
            stopped: false,
            left_out: BTreeMap::new(),
        }
    }

    /// Reads one file. A resource that cannot be taken over is handed over as a refusal and the next
    /// one is read; where the file is no longer JSON, all before it is kept and the rest is one refusal.
    pub fn read(
        &mut self,
        reader: impl Read,
        source: &str,
        sink: Sink<'_>,
    ) -> Result<(), InteropError> {
        self.sources += 1;
        let lower = source.to_ascii_lowercase();
        let by_line = lower.ends_with(".ndjson") || lower.ends_with(".jsonl");
        stream::read(reader, by_line, &mut |piece| {
            let flow = self.piece(piece, source, 0, sink);
            self.stopped |= flow.is_break();
            flow
        })
        .map_err(|error| InteropError::Read {
            source_name: source.to_owned(),
            error,
        })
    }

    /// Types of resources that Daybook has no place for, and how many of each were passed over.
    pub fn left_out(&self) -> &BTreeMap<String, u64> {
        &self.left_out
    }

    /// Hands over the visits, now that everything that they refer to is known.
    pub fn finish(self, sink: Sink<'_>) {
        let Self {
            held,
            table,
            stopped,
            ..
        } = self;
        if stopped {
            return;
        }
        // An appointment of which there is an encounter is one visit, and the encounter knows more.
        let met: HashSet<Identifier> = held
            .iter()
            .filter_map(|visit| visit.appointment(&table))
            .collect();
        for visit in held {
            let replaced =
                visit.is_appointment() && visit.key().is_some_and(|key| met.contains(key));
            if !replaced && sink(visit.resolved(&table).map(Incoming::Visit)).is_break() {
                return;
            }
        }
    }

    fn piece(
        &mut self,
        piece: Piece<'_>,
        source: &str,
        depth: u32,
        sink: Sink<'_>,
    ) -> ControlFlow<()> {
        match piece {
            Piece::Broken { line, reason } => sink(Err(Refused {
                source: source.to_owned(),
                line,
                reason,
            })),
            Piece::Resource {
                line,
                full_url,
                json,
            } => {
                let place = Place {
                    source: source.to_owned(),
                    line,
                };
                match self.resource(&place, full_url, json, depth, sink) {
                    Ok(flow) => flow,
                    Err(reason) => sink(Err(Refused::at(&place, reason))),
                }
            }
        }
    }

    fn resource(
        &mut self,
        place: &Place,
        full_url: Option<&str>,
        text: &str,
        depth: u32,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Said> {
        let Some(kind) = json::resource_type(text)? else {
            return Err(said("reason-no-type"));
        };
        match kind.as_ref() {
            "Patient" | "Practitioner" | "PractitionerRole" | "Location" | "Appointment"
            | "Encounter" => {}
            "Bundle" if depth < DEEPEST_BUNDLE => {
                let mut flow = ControlFlow::Continue(());
                let within = stream::read(text.as_bytes(), false, &mut |piece| {
                    let piece = piece.numbered(place.line);
                    flow = self.piece(piece, &place.source, depth + 1, sink);
                    flow
                });
                return within
                    .map(|()| flow)
                    .map_err(|error| said("reason-json").with("detail", error.to_string()));
            }
            _ => {
                let kind = crate::limits::excerpt(&kind);
                *self.left_out.entry(kind).or_default() += 1;
                return Ok(ControlFlow::Continue(()));
            }
        }
        let object: Object = serde_json::from_str(text).map_err(|error| json::reason(&error))?;
        let origin = Origin::new(
            self.sources,
            full_url,
            kind.as_ref(),
            json::text(&object, "id")?.as_deref(),
        );
        match kind.as_ref() {
            "Patient" => {
                let patient = patient::read(&object, &origin, place.clone(), &self.options)?;
                self.table.patient(&origin, patient.key.clone());
                Ok(sink(Ok(Incoming::Patient(patient))))
            }
            "Practitioner" => {
                let provider = practitioner::read(&object, &origin, place.clone())?;
                self.table
                    .provider(&origin, provider.key.clone(), &provider.name);
                Ok(sink(Ok(Incoming::Provider(provider))))
            }
            "PractitionerRole" => {
                if let Some(reference) = practitioner::of_role(&object)? {
                    self.table.alias(&origin, reference);
                }
                Ok(ControlFlow::Continue(()))
            }
            "Location" => {
                if let Some(name) = practitioner::place_name(&object)? {
                    self.table.chair(&origin, name);
                }
                Ok(ControlFlow::Continue(()))
            }
            appointment_or_encounter => {
                let is_appointment = appointment_or_encounter == "Appointment";
                let held = visit::read(
                    &object,
                    origin,
                    place.clone(),
                    &self.options,
                    is_appointment,
                )?;
                if is_appointment && let Some(key) = held.key() {
                    self.table.visit(held.origin(), key.clone());
                }
                self.held.push(held);
                Ok(ControlFlow::Continue(()))
            }
        }
    }
}

/// Reads a single file.
pub fn read_fhir(
    reader: impl Read,
    source: &str,
    options: FhirOptions,
    sink: Sink<'_>,
) -> Result<(), InteropError> {
    let mut reading = FhirReading::new(options);
    reading.read(reader, source, sink)?;
    reading.finish(sink);
    Ok(())
}
