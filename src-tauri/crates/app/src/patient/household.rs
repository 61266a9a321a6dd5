//! Households and their guarantor (P5).

use super::get::HouseholdView;
use crate::desk::Desk;
use crate::error::{Error, Result, fits};
use crate::undo::UndoableChange;
use domain::limits::{SHORT, clean, within};
use domain::said;
use domain::{Household, HouseholdId, Patient, PatientId};

/// A household to make or change; who is not among the members any more leaves it.
#[derive(Debug, Clone)]
pub struct SaveHousehold {
    /// None makes a new one.
    pub id: Option<HouseholdId>,
    pub name: String,
    pub guarantor: Option<PatientId>,
    pub members: Vec<PatientId>,
}

/// Saves a household and its members in one transaction.
pub fn save_household(desk: &mut Desk, request: &SaveHousehold) -> Result<HouseholdView> {
    if request.name.trim().is_empty() {
        return Err(Error::invalid("name", said("name-missing-household")));
    }
    let name = clean(request.name.trim());
    fits("name", within(&name, SHORT, "household"))?;
    let id = request.id.unwrap_or(HouseholdId(desk.host.new_id()));
    let leaving: Vec<PatientId> = desk
        .store
        .household_members(id)?
        .into_iter()
        .filter(|member| !request.members.contains(member))
        .collect();
    desk.write_step(UndoableChange::Household, |change| {
        let before = change.household(id)?;
        if request.id.is_some() && before.is_none() {
            return Err(Error::NotFound("household"));
        }
        let after = Household {
            id,
            name: name.clone(),
            guarantor: request.guarantor,
        };
        change.put_household(&after, before.as_ref())?;
        let joining = request.members.iter().map(|member| (*member, Some(id)));
        for (member, household) in joining.chain(leaving.iter().map(|member| (*member, None))) {
            let patient = change.patient(member)?.ok_or(Error::NotFound("patient"))?;
            if patient.household != household {
                let moved = Patient {
                    household,
                    ..patient.clone()
                };
                change.update_patient(&moved, &patient, "household")?;
            }
        }
        Ok(())
    })?;
    view(desk, id)?.ok_or(Error::NotFound("household"))
}

pub(super) fn view(desk: &Desk, id: HouseholdId) -> Result<Option<HouseholdView>> {
    let Some(household) = desk.store.household(id)? else {
        return Ok(None);
    };
    let mut members = Vec::new();
    for member in desk.store.household_members(id)? {
        members.extend(desk.store.patient(member)?);
    }
    Ok(Some(HouseholdView { household, members }))
}
