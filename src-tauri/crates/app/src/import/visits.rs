//! Visits of an import: known again or made, with the provider, chair and type that they name.

use super::apply::{Applying, without_own};
use super::{merge, same};
use crate::error::Result;
use crate::setup::{Named, next_place};
use domain::audit::Action;
use domain::search::fold;
use domain::{
    Appointment, AppointmentId, AppointmentType, AppointmentTypeId, Chair, ChairId, Identifier,
    PatientId, ProviderId, Said, Status, said,
};
use interop::{IncomingVisit, ProviderRef, identity};
use store::LastImport;

/// As much of a provider's name as tells two visits at one time apart.
const MARK_NAME: usize = 100;

impl Applying<'_, '_> {
    pub(super) fn visit(&mut self, incoming: IncomingVisit) -> Result<()> {
        let patient = match self.find(&incoming.patient)? {
            Ok(patient) => patient,
            Err(reason) => {
                self.refuse(incoming.place, reason);
                return Ok(());
            }
        };
        let now = self.host.now();
        let place = incoming.place.clone();
        let key = incoming.key.clone();
        let own = identity::own_visit(&incoming.identifiers);
        let mark = key.is_none().then(|| mark(&incoming, patient));
        let mut visit = match self.as_visit(incoming, patient)? {
            Ok(visit) => visit,
            Err(unclear) => {
                self.refuse(place, unclear);
                return Ok(());
            }
        };
        visit.identifiers.extend(mark.clone());
        let upcoming = visit.span(self.setup.zone()).0 >= now;
        let zone = self.setup.zone();
        let known = match self.known_visit(&visit, key.as_ref(), own, mark.as_ref())? {
            Some(id) => self.change.appointment(id)?,
            None => None,
        };
        let id = match known {
            Some(before) => {
                let mut wanted = visit;
                wanted.identifiers = without_own(
                    wanted.identifiers,
                    identity::VISIT,
                    own.map(|id| id.0),
                    before.id.0,
                );
                if before.patient != patient
                    && key.as_ref().is_some_and(|key| !same::is_telling(key))
                {
                    self.refuse(place, said("reason-another-visit"));
                    return Ok(());
                }
                let (after, action) = match self.taken_over(&before, &wanted)? {
                    Ok(taken_over) => taken_over,
                    Err(reason) => {
                        self.refuse(place, reason);
                        return Ok(());
                    }
                };
                if let Some(line) = self.visits_touched.get(&before.id)
                    && after != before
                {
                    let reason = said("reason-same-visit").with("line", *line);
                    self.refuse(place, reason);
                    return Ok(());
                }
                if after == before {
                    self.report.unchanged += 1;
                } else if let Some(reason) = merge::too_much(&after.notes, "") {
                    self.refuse(place, reason);
                    return Ok(());
                } else {
                    let mut after = after;
                    if upcoming && merge::is_moved(&before, &after) {
                        let clashes = crate::appointment::standing_in_the_way(
                            self.change,
                            &self.setup,
                            &after,
                        )?;
                        after.overbooked = wanted.overbooked || !clashes.is_empty();
                    }
                    self.change
                        .update_appointment(&after, zone, action, store::IMPORTED)?;
                    self.report.updated += 1;
                }
                before.id
            }
            None => {
                let mut visit = visit;
                visit.identifiers.sort();
                visit.identifiers.dedup();
                if upcoming && !visit.overbooked {
                    // Another system let it stand; here it shows (S4).
                    let clashes =
                        crate::appointment::standing_in_the_way(self.change, &self.setup, &visit)?;
                    visit.overbooked = !clashes.is_empty();
                }
                self.change
                    .insert_appointment(&visit, zone, store::IMPORTED)?;
                self.report.created += 1;
                visit.id
            }
        };
        self.visits_touched.entry(id).or_insert(place.line);
        Ok(())
    }

    /// A visit that is there as a file has it, and how the trail is to tell that. What the desk did
    /// since the last import stays (S7, S8), and so does a completed visit (S9): the error says why
    /// a file that has something else to say is not followed.
    fn taken_over(
        &self,
        before: &Appointment,
        wanted: &Appointment,
    ) -> Result<std::result::Result<(Appointment, Action), Said>> {
        let merged = merge::visit(before, wanted);
        if merged == *before {
            return Ok(Ok((merged, Action::Imported)));
        }
        let said = match self.change.last_import(before.id)? {
            LastImport::Unchanged => {
                let reopened =
                    before.status == Status::Completed && wanted.status != Status::Completed;
                return Ok(if reopened {
                    Err(said("reason-completed-here"))
                } else {
                    Ok((merged, Action::Imported))
                });
            }
            LastImport::ChangedFrom(said) => *said,
            LastImport::None => before.clone(),
        };
        // The same ids, so that only what is said of the visit is compared.
        let said = merge::identified(&said, wanted);
        if merge::visit(&said, wanted) != said {
            return Ok(Err(domain::said("reason-changed-here")));
        }
        // Not as an import would, since the visit stays the desk's.
        Ok(Ok((merge::identified(before, wanted), Action::Changed)))
    }

    fn known_visit(
        &self,
        visit: &Appointment,
        key: Option<&Identifier>,
        own: Option<AppointmentId>,
        mark: Option<&Identifier>,
    ) -> Result<Option<AppointmentId>> {
        if let Some(key) = key.or(mark)
            && let Some(id) = self.change.appointments_with(key)?.first()
        {
            return Ok(Some(*id));
        }
        if let Some(own) = own
            && self.change.appointment(own)?.is_some()
        {
            return Ok(Some(own));
        }
        for id in self.change.appointments_at(visit.patient, visit.start)? {
            let Some(there) = self.change.appointment(id)? else {
                continue;
            };
            let other = key.is_some_and(|key| {
                there
                    .identifiers
                    .iter()
                    .any(|one| one.system == key.system && one != key)
            });
            if !other
                && (key.is_none() || there.identifiers.is_empty())
                && there.provider == visit.provider
            {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// The visit, or why it is not clear whose it is.
    fn as_visit(
        &mut self,
        incoming: IncomingVisit,
        patient: PatientId,
    ) -> Result<std::result::Result<Appointment, Said>> {
        if let Some(unclear) = self.unclear(&incoming) {
            return Ok(Err(unclear));
        }
        let provider = match &incoming.provider {
            Some(wanted) => {
                self.provider_of(wanted, self.standing_provider(&incoming, patient)?)?
            }
            None => None,
        };
        // A room that only another system's old visits name is not offered for new ones.
        let in_use = identity::own_visit(&incoming.identifiers).is_some()
            || self.setup.zone().instant_of_record(incoming.start) >= self.host.now();
        let chair = match &incoming.chair {
            Some(name) => Some(self.chair_of(name, in_use)?),
            None => None,
        };
        let kind = match &incoming.kind {
            Some(name) => Some(self.kind_of(name, incoming.minutes)?),
            None => None,
        };
        if provider.is_none()
            && let Some(name) = incoming.provider.as_ref().and_then(|one| one.name.as_ref())
        {
            return Ok(Err(shared_name("reason-shared-provider", name)));
        }
        Ok(Ok(Appointment {
            provider,
            chair,
            kind,
            pattern: incoming.pattern,
            status: incoming.status,
            confirmation: incoming.confirmation,
            arrive_early: incoming.arrive_early,
            reason: incoming.reason,
            notes: incoming.notes,
            overbooked: incoming.overbooked,
            ended: incoming.ended,
            arrived_at: incoming.arrived_at,
            seated_at: incoming.seated_at,
            dismissed_at: incoming.dismissed_at,
            identifiers: incoming.identifiers,
            ..Appointment::booked(
                AppointmentId(self.host.new_id()),
                patient,
                incoming.start,
                incoming.minutes,
            )
        }))
    }

    /// Whose the visit is already, when it is known by an id: of several of one name it stays theirs.
    fn standing_provider(
        &self,
        incoming: &IncomingVisit,
        patient: PatientId,
    ) -> Result<Option<ProviderId>> {
        let mark = mark(incoming, patient);
        let key = incoming.key.as_ref().unwrap_or(&mark);
        let known = self.change.appointments_with(key)?.first().copied();
        let Some(id) = known.or_else(|| identity::own_visit(&incoming.identifiers)) else {
            return Ok(None);
        };
        let there = self.change.appointment(id)?;
        Ok(there.and_then(|there| there.provider))
    }

    fn unclear(&self, incoming: &IncomingVisit) -> Option<Said> {
        if let Some(name) = &incoming.chair
            && let Named::Several(_) = self.setup.chair_named(name)
        {
            return Some(shared_name("reason-shared-chair", name));
        }
        if let Some(name) = &incoming.kind
            && let Named::Several(_) = self.setup.kind_named(name)
        {
            return Some(shared_name("reason-shared-type", name));
        }
        None
    }

    /// None where no name is given, or one that several share.
    fn provider_of(
        &mut self,
        wanted: &ProviderRef,
        standing: Option<ProviderId>,
    ) -> Result<Option<ProviderId>> {
        for identifier in &wanted.identifiers {
            if let Some(at) = self.providers.get(identifier) {
                return Ok(Some(self.setup.providers[*at].id));
            }
        }
        let Some(name) = &wanted.name else {
            return Ok(None);
        };
        match self.setup.provider_named(name) {
            Named::One(provider) => return Ok(Some(provider.id)),
            Named::Several(all) => {
                let stays = all.iter().find(|one| Some(one.id) == standing);
                return Ok(stays.map(|one| one.id));
            }
            Named::Nobody => {}
        }
        self.new_provider(name.clone(), wanted.identifiers.clone(), true)
            .map(Some)
    }

    fn chair_of(&mut self, name: &str, active: bool) -> Result<ChairId> {
        if let Some(chair) = self.setup.chair_named(name).one() {
            return Ok(chair.id);
        }
        let chair = Chair {
            id: ChairId(self.host.new_id()),
            name: name.to_owned(),
            hours: None,
            exceptions: Vec::new(),
            active,
            position: next_place(&self.setup.chairs, |one| one.position),
        };
        self.change.put_chair(&chair, None)?;
        let id = chair.id;
        self.setup.chairs.push(chair);
        Ok(id)
    }

    fn kind_of(&mut self, name: &str, minutes: u32) -> Result<AppointmentTypeId> {
        if let Some(kind) = self.setup.kind_named(name).one() {
            return Ok(kind.id);
        }
        let position = next_place(&self.setup.types, |one| one.position);
        let kind = AppointmentType {
            tint: (position % 7) as u8,
            position,
            ..AppointmentType::named(
                AppointmentTypeId(self.host.new_id()),
                name.to_owned(),
                minutes.clamp(5, 8 * 60),
            )
        };
        self.change.put_appointment_type(&kind, None)?;
        let id = kind.id;
        self.setup.types.push(kind);
        Ok(id)
    }
}

/// What a visit is known by whose list gives it no id: found again also when the desk has moved it.
fn mark(incoming: &IncomingVisit, patient: PatientId) -> Identifier {
    let provider = incoming
        .provider
        .as_ref()
        .and_then(|one| one.name.as_deref())
        .unwrap_or_default();
    let pass = if incoming.start.second_pass { " 2" } else { "" };
    let provider: String = fold(provider).chars().take(MARK_NAME).collect();
    Identifier {
        system: identity::VISIT_MARK.to_owned(),
        value: format!("{patient} {}{pass} {provider}", incoming.start)
            .trim_end()
            .to_owned(),
    }
}

fn shared_name(id: &'static str, name: &str) -> Said {
    said(id).with("name", name)
}
