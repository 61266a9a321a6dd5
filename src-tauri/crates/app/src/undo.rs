//! Taking back the last change and doing it again: one key each (S10). A step is all that one
//! transaction made of its records, however many, and goes back as a whole or not at all.

use crate::appointment::{needs_free_place, standing_in_the_way};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use domain::audit::{Action, RecordKind};
use domain::messages::ContactWish;
use domain::{
    Appointment, AppointmentType, BlockOut, BlockOutType, Chair, Closure, Household, Notice,
    Patient, PatientId, Practice, Provider, SavedView, Waiting,
};
use store::{Change, Turn};

/// What kind of change was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoableChange {
    Booking,
    Move,
    Cancellation,
    Status,
    Edit,
    /// An entry of the waiting list, or a planned visit.
    Waiting,
    BlockOut,
    BlockOutType,
    Closure,
    SavedView,
    Notice,
    Patient,
    Household,
    /// Name, hours and such of the practice itself.
    Practice,
    /// How the sheet for a power cut is made.
    PowerCut,
    Provider,
    Chair,
    AppointmentType,
    /// By what messages go out.
    MessageRule,
    /// What messages say.
    MessageText,
    /// Quiet hours and such.
    MessageSettings,
}

/// A change that can be taken back, or done again.
#[derive(Debug, Clone)]
struct Step {
    change: UndoableChange,
    turns: Vec<Turn>,
}

/// What was done in this session, and what of it was taken back; the newest last.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What was taken back or done again.
#[derive(Debug, Clone)]
pub struct Undone {
    pub change: UndoableChange,
    /// Whom or what it was about, each once: patients for visits, else the records' own names.
    pub names: Vec<String>,
    /// Visits that the step was about, as they stand now; without those that are gone.
    pub visits: Vec<Appointment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

/// How many changes are remembered.
const DEPTH: usize = 100;

impl Desk {
    /// Writes like [`Desk::write`] and remembers all that was made of any record, so that it can
    /// be taken back. Where nothing was written there is nothing to remember.
    pub(crate) fn write_step<T>(
        &mut self,
        what: UndoableChange,
        work: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<T> {
        let (result, turns) = self.write_keeping(work)?;
        if !turns.is_empty() {
            self.remember_step(Step {
                change: what,
                turns,
            });
        }
        Ok(result)
    }

    /// Writes what belongs to a change made before: the newest step with a record that `belongs`
    /// says so of goes back together with it. Without such a step it is one of its own.
    pub(crate) fn write_into_step<T>(
        &mut self,
        what: UndoableChange,
        belongs: impl Fn(&Turn) -> bool,
        work: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<T> {
        let (result, turns) = self.write_keeping(work)?;
        if turns.is_empty() {
            return Ok(result);
        }
        let step = self
            .steps
            .done
            .iter_mut()
            .rfind(|step| step.turns.iter().any(&belongs));
        match step {
            Some(step) => {
                step.turns.extend(turns);
                self.steps.undone.clear();
            }
            None => self.remember_step(Step {
                change: what,
                turns,
            }),
        }
        Ok(result)
    }

    /// What `read` finds in what was last done in this session; none where it finds nothing.
    pub(crate) fn last_turn<T>(&self, read: impl Fn(&Turn) -> Option<T>) -> Option<T> {
        let steps = self.steps.done.iter().rev();
        steps.flat_map(|step| &step.turns).find_map(read)
    }

    fn write_keeping<T>(
        &mut self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Turn>)> {
        self.write(|change| {
            change.keep_turns();
            let result = work(change)?;
            Ok((result, change.turns()))
        })
    }

    fn remember_step(&mut self, step: Step) {
        self.steps.undone.clear();
        self.steps.done.push(step);
        if self.steps.done.len() > DEPTH {
            self.steps.done.remove(0);
        }
    }
}

/// Takes back the last change made in this session; none when there is nothing left. A change
/// that somebody altered since, or whose old place is taken by now, is not taken back.
pub fn undo(desk: &mut Desk) -> Result<Option<Undone>> {
    turn(desk, Way::Back)
}

/// Does again what was taken back last; none when nothing was, or something else was done since.
/// It is refused for the same reasons as [`undo`].
pub fn redo(desk: &mut Desk) -> Result<Option<Undone>> {
    turn(desk, Way::Again)
}

fn turn(desk: &mut Desk, way: Way) -> Result<Option<Undone>> {
    let from = match way {
        Way::Back => &desk.steps.done,
        Way::Again => &desk.steps.undone,
    };
    let Some(step) = from.last().cloned() else {
        return Ok(None);
    };
    let result = desk.write(|change| turn_all(change, &step, way));
    // Whatever came of it, the step is spent: the next press takes back the one before.
    if !matches!(result, Err(Error::Store(_) | Error::ImportRunning)) {
        let steps = &mut desk.steps;
        let (from, to) = match way {
            Way::Back => (&mut steps.done, &mut steps.undone),
            Way::Again => (&mut steps.undone, &mut steps.done),
        };
        from.pop();
        if let Ok((_, standing)) = &result {
            for (turn, now) in step.with(standing) {
                for other in from.iter_mut().chain(to.iter_mut()) {
                    other.goes_on_from(turn, now.as_ref());
                }
            }
            to.push(step.turned(standing));
        }
    }
    let (undone, _) = result?;
    Ok(Some(undone))
}

impl Step {
    /// A step before or after this one on the same record goes on from the revision it has now.
    fn goes_on_from(&mut self, turned: &Turn, now: Option<&String>) {
        let (Some(was), Some(now)) = (&turned.before, now) else {
            return;
        };
        for turn in self
            .turns
            .iter_mut()
            .filter(|one| one.record == turned.record)
        {
            for side in [&mut turn.before, &mut turn.after] {
                if side.as_ref() == Some(was) {
                    *side = Some(now.clone());
                }
            }
        }
    }

    /// The records that were turned, each as it stands now; without what a patient was told by then.
    fn with<'a>(
        &'a self,
        standing: &'a [Option<String>],
    ) -> impl DoubleEndedIterator<Item = (&'a Turn, &'a Option<String>)> {
        let told = |turn: &Turn, now: &Option<String>| turn.is_told_by(now.as_ref());
        let turns = self.turns.iter().zip(standing);
        turns.filter(move |(turn, now)| !told(turn, now).unwrap_or(false))
    }

    /// The step that leads back to where this one came from; `standing` is each record as it is now.
    fn turned(&self, standing: &[Option<String>]) -> Self {
        let turns = self.with(standing).rev();
        Self {
            change: self.change,
            turns: turns
                .map(|(turn, now)| Turn {
                    before: turn.after.clone(),
                    after: now.clone(),
                    ..turn.clone()
                })
                .collect(),
        }
    }
}

/// Turns every record, the last one written first, then looks whether all of them may stand so:
/// two visits that changed places stand in each other's way until both are back.
fn turn_all(
    change: &mut Change<'_>,
    step: &Step,
    way: Way,
) -> Result<(Undone, Vec<Option<String>>)> {
    let action = match way {
        Way::Back => Action::Undone,
        Way::Again => Action::Redone,
    };
    let zone = change.practice()?.zone;
    let names = names(change, step)?;
    let mut standing = Vec::with_capacity(step.turns.len());
    for turn in step.turns.iter().rev() {
        standing.push(change.turn_back(turn, zone, action)?);
    }
    standing.reverse();
    // Where they were told of it and there is nothing else, nothing can be taken back.
    if step.with(&standing).next().is_none() {
        return Err(Error::Stale);
    }
    let setup = Setup::within(change)?;
    let mut visits = Vec::new();
    for turn in &step.turns {
        let (Some(visit), there) = turn.visits()? else {
            continue;
        };
        if takes_a_place(there.as_ref(), &visit) && needs_free_place(change, &setup, &visit)? {
            let clashes = standing_in_the_way(change, &setup, &visit)?;
            if !clashes.is_empty() {
                return Err(Error::Clash(clashes));
            }
        }
        visits.extend(change.appointment(visit.id)?);
    }
    let undone = Undone {
        change: step.change,
        names,
        visits,
    };
    Ok((undone, standing))
}

/// Whether the visit would stand where it does not stand now.
fn takes_a_place(there: Option<&Appointment>, wanted: &Appointment) -> bool {
    there.is_none_or(|there| {
        !there.status.occupies()
            || (there.start, there.minutes) != (wanted.start, wanted.minutes)
            || (there.provider, there.chair) != (wanted.provider, wanted.chair)
            || there.pattern != wanted.pattern
            || there.patient != wanted.patient
    })
}

/// Whom a step is about: the patients of its visits, or else what the record first written is called.
fn names(change: &Change<'_>, step: &Step) -> Result<Vec<String>> {
    let kinds = || step.turns.iter().map(|turn| turn.kind);
    let visits = kinds().find(|kind| *kind == RecordKind::Appointment);
    let Some(kind) = visits.or_else(|| kinds().next()) else {
        return Ok(Vec::new());
    };
    let mut names: Vec<String> = Vec::new();
    for turn in step.turns.iter().filter(|turn| turn.kind == kind) {
        if let Some(name) = name_of(change, turn)?
            && !name.is_empty()
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    Ok(names)
}

fn name_of(change: &Change<'_>, turn: &Turn) -> Result<Option<String>> {
    let patient = |id: PatientId| -> Result<Option<String>> {
        let found = change.patient(id)?;
        Ok(found.as_ref().map(Patient::display_name))
    };
    Ok(match turn.kind {
        RecordKind::Appointment => match turn.either::<Appointment>()? {
            Some(visit) => patient(visit.patient)?,
            None => None,
        },
        RecordKind::Waiting => match turn.either::<Waiting>()? {
            Some(waiting) => patient(waiting.patient)?,
            None => None,
        },
        RecordKind::Notice => match turn.either::<Notice>()? {
            Some(notice) => match change.appointment(notice.appointment)? {
                Some(visit) => patient(visit.patient)?,
                None => None,
            },
            None => None,
        },
        RecordKind::ContactWish => match turn.either::<ContactWish>()? {
            Some(wish) => patient(wish.patient)?,
            None => None,
        },
        RecordKind::BlockOut => match turn.either::<BlockOut>()? {
            Some(block) if block.note.is_empty() => {
                let types = change.block_out_types()?;
                let of = types.into_iter().find(|kind| kind.id == block.kind);
                of.map(|kind| kind.name)
            }
            block => block.map(|block| block.note),
        },
        RecordKind::Patient => turn.either::<Patient>()?.map(|one| one.display_name()),
        RecordKind::Household => turn.either::<Household>()?.map(|one| one.name),
        RecordKind::Closure => turn.either::<Closure>()?.map(|one| one.name),
        RecordKind::BlockOutType => turn.either::<BlockOutType>()?.map(|one| one.name),
        RecordKind::SavedView => turn.either::<SavedView>()?.map(|one| one.name),
        // There is only one of the first two; the others are known by no name.
        RecordKind::PowerCut
        | RecordKind::MessageSettings
        | RecordKind::MessageText
        | RecordKind::ReminderRule
        | RecordKind::Consent
        | RecordKind::ContactStop
        | RecordKind::Outbox
        | RecordKind::Mailbox => None,
        RecordKind::Practice => turn.either::<Practice>()?.map(|one| one.name),
        RecordKind::Provider => turn.either::<Provider>()?.map(|one| one.name),
        RecordKind::Chair => turn.either::<Chair>()?.map(|one| one.name),
        RecordKind::AppointmentType => turn.either::<AppointmentType>()?.map(|one| one.name),
    })
}
