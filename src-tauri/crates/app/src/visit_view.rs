//! A visit with the names it refers to, ready to be shown.

use crate::setup::Setup;
use chrono::NaiveDateTime;
use domain::{Appointment, Notice, NoticeOf};
use store::{DayRow, PatientBrief};

/// A visit as a screen, a page or a list shows it.
#[derive(Debug, Clone)]
pub struct VisitView {
    pub visit: Appointment,
    pub patient: PatientBrief,
    /// Empty when the visit names none.
    pub provider_name: String,
    /// Empty when the visit names none.
    pub chair_name: String,
    /// The type's name, or what the visit is for.
    pub kind_name: String,
    pub tint: u8,
    /// Local time at which it ends.
    pub end: NaiveDateTime,
    /// What the patient is still to be told of it.
    pub notice: Option<Notice>,
    /// What the desk is asked about: whether to tell the patient. Only after a change.
    pub asks: Option<NoticeOf>,
}

impl VisitView {
    pub(crate) fn new(setup: &Setup, row: DayRow) -> Self {
        let DayRow { visit, patient } = row;
        let kind = visit.kind.and_then(|id| setup.kind(id));
        let provider = visit.provider.and_then(|id| setup.provider(id));
        let chair = visit.chair.and_then(|id| setup.chair(id));
        Self {
            provider_name: provider
                .map(|provider| provider.name.clone())
                .unwrap_or_default(),
            chair_name: chair.map(|chair| chair.name.clone()).unwrap_or_default(),
            kind_name: kind.map_or_else(|| visit.reason.clone(), |kind| kind.name.clone()),
            tint: kind.map_or(7, |kind| kind.tint),
            end: visit.end(setup.zone()),
            notice: None,
            asks: None,
            visit,
            patient,
        }
    }

    /// The patient's age on the day of the visit.
    pub fn age(&self) -> Option<u32> {
        self.patient.age_on(self.visit.start.date())
    }
}
