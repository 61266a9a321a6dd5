//! One list, row by row.

use crate::desk::Desk;
use crate::error::Result;
use crate::setup::Setup;
use crate::visit_view::VisitView;
use chrono::NaiveDateTime;
use domain::{Waiting, WaitingList};
use store::{ListedVisit, ListedWaiting, PatientBrief};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListName {
    /// Missed and cancelled visits that nobody saw to (S8).
    Unscheduled,
    /// Visits of patients who would come sooner.
    Asap,
    Waiting,
    /// Coming visits that are to be confirmed.
    Unconfirmed,
    /// Agreed upon, never booked.
    Planned,
}

/// A list.
#[derive(Debug, Clone)]
pub struct ListView {
    pub entries: Vec<ListEntry>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// A row of a list.
#[derive(Debug, Clone)]
pub enum ListEntry {
    Visit {
        view: Box<VisitView>,
        next: Option<NaiveDateTime>,
    },
    Waiting {
        waiting: Box<Waiting>,
        patient: Box<PatientBrief>,
        /// The type's name; empty without one.
        kind_name: String,
        tint: u8,
        next: Option<NaiveDateTime>,
    },
}

/// Most rows of a list: what nobody can work through.
const MOST: u32 = 2000;

/// Reads a list; `all` looks further back and ahead. Only patients who may be contacted are on any
/// of them (P3).
pub fn list(desk: &Desk, name: ListName, all: bool) -> Result<ListView> {
    let setup = desk.setup()?;
    let span = super::span(desk, &setup, all);
    let store = &desk.store;
    let limit = MOST + 1;
    let mut entries: Vec<ListEntry> = match name {
        ListName::Unscheduled => visits(&setup, store.unscheduled(&span, limit)?),
        ListName::Asap => visits(&setup, store.asap(&span, limit)?),
        ListName::Unconfirmed => visits(&setup, store.unconfirmed(&span, limit)?),
        ListName::Waiting => waiting(
            &setup,
            store.listed_waiting(WaitingList::Waiting, &span, limit)?,
        ),
        ListName::Planned => waiting(
            &setup,
            store.listed_waiting(WaitingList::Planned, &span, limit)?,
        ),
    };
    let more = entries.len() > MOST as usize;
    entries.truncate(MOST as usize);
    Ok(ListView { entries, more })
}

fn visits(setup: &Setup, listed: Vec<ListedVisit>) -> Vec<ListEntry> {
    listed
        .into_iter()
        .map(|ListedVisit { row, next }| {
            let view = Box::new(VisitView::new(setup, row));
            ListEntry::Visit { view, next }
        })
        .collect()
}

fn waiting(setup: &Setup, listed: Vec<ListedWaiting>) -> Vec<ListEntry> {
    listed
        .into_iter()
        .map(
            |ListedWaiting {
                 waiting,
                 patient,
                 next,
             }| {
                let kind = waiting.kind.and_then(|id| setup.kind(id));
                ListEntry::Waiting {
                    kind_name: kind.map(|kind| kind.name.clone()).unwrap_or_default(),
                    tint: kind.map_or(7, |kind| kind.tint),
                    waiting: Box::new(waiting),
                    patient: Box::new(patient),
                    next,
                }
            },
        )
        .collect()
}
