//! Patients.

use super::Answer;
use crate::convert::{domain_status, fields, hit, id, optional_id, patient, visit};
use crate::wire::patient::*;
use crate::wire::practice::ById;
use app::Daybook;
use chrono::SecondsFormat;
use domain::attendance::Attendance;
use domain::{PatientId, Zone};

pub(crate) fn search(daybook: &mut Daybook, request: SearchPatients) -> Answer<Vec<PatientHit>> {
    let desk = daybook.desk()?;
    let today = desk.today(desk.setup()?.zone());
    let found = app::patient::search(desk, &request.text, request.limit.clamp(1, 100) as usize)?;
    Ok(found.iter().map(|patient| hit(patient, today)).collect())
}

pub(crate) fn list(daybook: &mut Daybook, request: ListPatients) -> Answer<PatientPage> {
    let desk = daybook.desk()?;
    let today = desk.today(desk.setup()?.zone());
    let status = request.status.map(domain_status);
    let limit = u64::from(request.limit.clamp(1, 500));
    let page = app::patient::list(desk, status, u64::from(request.offset), limit)?;
    Ok(PatientPage {
        total: u32::try_from(page.total).unwrap_or(u32::MAX),
        offset: request.offset,
        rows: page
            .rows
            .iter()
            .map(|patient| hit(patient, today))
            .collect(),
    })
}

pub(crate) fn get(daybook: &mut Daybook, request: ById) -> Answer<PatientView> {
    let wanted: PatientId = id("id", &request.id)?;
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let found = app::patient::get(desk, wanted)?;
    let today = desk.today(zone);
    Ok(view(found, zone, today))
}

pub(crate) fn save(daybook: &mut Daybook, request: SavePatient) -> Answer<PatientView> {
    let SavePatient {
        id: wanted,
        revision,
        fields,
        accept_duplicate,
    } = request;
    let desk = daybook.desk()?;
    let zone = desk.setup()?.zone();
    let saved = app::patient::save(
        desk,
        app::patient::SavePatient {
            id: optional_id("id", &wanted)?,
            revision,
            patient: patient(fields)?,
            accept_duplicate,
        },
    )?;
    let today = desk.today(zone);
    Ok(view(saved, zone, today))
}

pub(crate) fn save_household(
    daybook: &mut Daybook,
    request: SaveHousehold,
) -> Answer<HouseholdView> {
    let SaveHousehold {
        id: wanted,
        name,
        guarantor,
        members,
    } = request;
    let members: Result<Vec<PatientId>, _> =
        members.iter().map(|member| id("members", member)).collect();
    let desk = daybook.desk()?;
    let today = desk.today(desk.setup()?.zone());
    let saved = app::patient::save_household(
        desk,
        &app::patient::SaveHousehold {
            id: optional_id("id", &wanted)?,
            name,
            guarantor: optional_id("guarantor", &guarantor)?,
            members: members?,
        },
    )?;
    Ok(household(saved, today))
}

fn view(found: app::patient::PatientView, zone: Zone, today: chrono::NaiveDate) -> PatientView {
    PatientView {
        id: found.patient.id.to_string(),
        revision: found.patient.revision,
        name: found.patient.name.full(),
        age: found.patient.age_on(today),
        fields: fields(&found.patient),
        household: found.household.map(|one| household(one, today)),
        appointments: found.visits.iter().map(|one| visit(one, zone)).collect(),
        attendance: attendance(found.attendance),
        history: found
            .history
            .into_iter()
            .map(|entry| HistoryView {
                at: entry.at.to_rfc3339_opts(SecondsFormat::Secs, true),
                actor: entry.actor.0,
                action: entry.action.name().to_owned(),
                note: entry.note,
            })
            .collect(),
    }
}

fn attendance(counted: Attendance) -> AttendanceView {
    let Attendance {
        kept,
        missed,
        late_cancelled,
        cancelled,
        cancelled_by_practice,
    } = counted;
    AttendanceView {
        kept,
        missed,
        late_cancelled,
        cancelled,
        cancelled_by_practice,
    }
}

fn household(found: app::patient::HouseholdView, today: chrono::NaiveDate) -> HouseholdView {
    HouseholdView {
        id: found.household.id.to_string(),
        name: found.household.name,
        guarantor: found.household.guarantor.map(|id| id.to_string()),
        members: found
            .members
            .iter()
            .map(|member| HouseholdMember {
                id: member.id.to_string(),
                name: member.display_name(),
                age: member.age_on(today),
            })
            .collect(),
    }
}
