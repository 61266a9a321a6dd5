//! The sheet for a power cut: how it is made, making it when it is due, and making it now.

use super::{PrintRequest, PrintWhat, day, month, sheet};
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::setup::Setup;
use crate::told::Told;
use crate::undo::UndoableChange;
use crate::whole_file::WholeFile;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::audit::{Action, RecordKind};
use domain::power_cut::{self, PowerCutUnfit};
use domain::said;
use domain::{MinuteOfDay, PowerCut, PowerCutId, SheetLock, SheetPaper};
use print::{Lock, Orientation, Paper};
use std::io::Write;
use std::path::{Path, PathBuf};
use store::SheetPassphrase;
use zeroize::Zeroizing;

/// How the sheet is made, and how that went.
#[derive(Debug, Clone)]
pub struct PowerCutView {
    pub settings: PowerCut,
    pub has_passphrase: bool,
    /// The day of the sheet that was made last.
    pub made_for: Option<NaiveDate>,
    /// Why the sheet that is due could not be made; it is tried again.
    pub failed: Option<Told>,
}

/// How the sheet is to be made.
#[derive(Clone)]
pub struct NewPowerCut {
    pub on: bool,
    pub at: MinuteOfDay,
    pub folder: String,
    pub lock: SheetLock,
    pub paper: SheetPaper,
    pub keep_days: u32,
    /// None keeps the one that there is.
    pub passphrase: Option<String>,
}

impl std::fmt::Debug for NewPowerCut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPowerCut").finish_non_exhaustive()
    }
}

/// A sheet to make now, whatever the time.
#[derive(Debug, Clone, Default)]
pub struct SheetNow {
    /// None is the next working day.
    pub day: Option<NaiveDate>,
    /// None is the folder that was chosen.
    pub folder: Option<PathBuf>,
    /// None is as it was chosen.
    pub lock: Option<SheetLock>,
}

/// A sheet that was made.
#[derive(Debug, Clone)]
pub struct MadeSheet {
    pub day: NaiveDate,
    pub path: PathBuf,
    pub lock: SheetLock,
}

/// What an open practice remembers of its sheet until it is closed.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// When to look again.
    next_look: Option<DateTime<Utc>>,
    failed: Option<Told>,
    tries: u32,
    /// Made, though the file of the practice may not know it yet.
    made_for: Option<NaiveDate>,
}

/// How often is looked whether a sheet is due.
const LOOK: TimeDelta = TimeDelta::seconds(20);
/// Minutes until a sheet that could not be made is tried again; the last holds from then on.
const PAUSES: [i64; 4] = [1, 2, 5, 10];

/// How the sheet is made, and how the last one went.
pub fn get(desk: &Desk) -> Result<PowerCutView> {
    Ok(PowerCutView {
        settings: settings(desk)?,
        has_passphrase: desk.store.power_cut_passphrase()?.is_some(),
        made_for: desk.store.power_cut_made_for()?,
        failed: desk.watch.failed.clone(),
    })
}

/// Changes how the sheet is made.
///
/// # Errors
/// [`Error::Invalid`] for a time, folder or passphrase that could never work.
pub fn save(desk: &mut Desk, new: &NewPowerCut) -> Result<PowerCutView> {
    let fresh = PowerCutId(desk.host.new_id());
    let folder = new.folder.trim();
    let path = Path::new(folder);
    if new.on && path.is_absolute() {
        crate::whole_file::keep_out_of_practice(desk, path)?;
        if !path.is_dir() {
            return Err(Error::invalid(
                "folder",
                said("folder-not-there").with("folder", folder),
            ));
        }
    }
    if let Some(passphrase) = &new.passphrase {
        power_cut::check_passphrase(passphrase).map_err(|unfit| unfit_field(&unfit))?;
    }
    desk.write_step(UndoableChange::PowerCut, |change| {
        let before = change.power_cut()?;
        let after = PowerCut {
            id: before.as_ref().map_or(fresh, |before| before.id),
            on: new.on,
            at: new.at,
            folder: folder.to_owned(),
            lock: new.lock,
            paper: new.paper,
            keep_days: new.keep_days,
        };
        after
            .check(path.is_absolute())
            .map_err(|unfit| unfit_field(&unfit))?;
        let known = new.passphrase.is_some() || change.power_cut_has_passphrase()?;
        if after.on && after.lock == SheetLock::Encrypted && !known {
            return Err(unfit_field(&PowerCutUnfit::ShortPassphrase));
        }
        let passphrase = match &new.passphrase {
            Some(passphrase) => SheetPassphrase::New(passphrase),
            None => SheetPassphrase::Kept,
        };
        change.put_power_cut(&after, before.as_ref(), passphrase)?;
        Ok(())
    })?;
    // Another folder or passphrase may be what was wanting.
    desk.watch = Watch {
        made_for: desk.watch.made_for,
        ..Watch::default()
    };
    get(desk)
}

/// Makes a sheet now. One that goes where the evening's would go counts as that.
pub fn make_now(desk: &mut Desk, wanted: &SheetNow) -> Result<MadeSheet> {
    let setup = desk.setup()?;
    let settings = settings(desk)?;
    let day = match wanted.day {
        Some(day) => day,
        None => next_day(desk, &setup)?,
    };
    let folder = match &wanted.folder {
        Some(folder) => folder.clone(),
        None if settings.folder.is_empty() => {
            let what = said("power-cut-no-folder");
            return Err(Error::invalid("folder", what));
        }
        None => PathBuf::from(&settings.folder),
    };
    let settings = PowerCut {
        lock: wanted.lock.unwrap_or(settings.lock),
        ..settings
    };
    let made = make(desk, &setup, &settings, day, &folder)?;
    let usual = wanted.folder.is_none() && wanted.lock.is_none();
    if usual && next_day(desk, &setup).is_ok_and(|next| next == day) {
        note_made(desk, &settings, day);
    }
    Ok(made)
}

/// Makes the sheet that is due; nothing when none is, or it is made already.
pub fn make_due(desk: &mut Desk) -> Result<Option<MadeSheet>> {
    let Some(settings) = desk.store.power_cut()?.filter(|settings| settings.on) else {
        return Ok(None);
    };
    let setup = desk.setup()?;
    let last = desk.store.power_cut_made_for()?;
    let days = Days::new(desk, &setup);
    let due = power_cut::due(settings.at, last, days.now, |day| days.begins(day));
    let Some(day) = due else {
        return Ok(None);
    };
    if desk.watch.made_for == Some(day) {
        // Made, but something else was writing then.
        note_made(desk, &settings, day);
        return Ok(None);
    }
    let folder = PathBuf::from(&settings.folder);
    let made = make(desk, &setup, &settings, day, &folder)?;
    note_made(desk, &settings, day);
    Ok(Some(made))
}

/// Looks now and then whether a sheet is due, and makes it. What hinders it is kept to be told, and
/// it is tried again.
pub(crate) fn tick(desk: &mut Desk) {
    let now = desk.now();
    // A clock that was set back must not keep the sheet waiting.
    let waits = desk
        .watch
        .next_look
        .is_some_and(|next| now < next && next - now < TimeDelta::hours(1));
    if waits {
        return;
    }
    let failed = match make_due(desk) {
        Ok(_) => {
            desk.watch.tries = 0;
            desk.watch.next_look = Some(now + LOOK);
            None
        }
        Err(error) => {
            let pause = PAUSES.get(desk.watch.tries as usize).or(PAUSES.last());
            desk.watch.tries = desk.watch.tries.saturating_add(1);
            desk.watch.next_look = Some(now + TimeDelta::minutes(pause.copied().unwrap_or(1)));
            Some(error.told())
        }
    };
    if failed != desk.watch.failed {
        desk.watch.failed = failed;
        desk.changed.insert(RecordKind::PowerCut);
    }
}

fn settings(desk: &Desk) -> Result<PowerCut> {
    let there = desk.store.power_cut()?;
    Ok(there.unwrap_or_else(|| PowerCut::off(PowerCutId(uuid::Uuid::nil()))))
}

fn next_day(desk: &Desk, setup: &Setup) -> Result<NaiveDate> {
    let days = Days::new(desk, setup);
    power_cut::next_day(days.now, |day| days.begins(day)).ok_or_else(|| {
        let what = said("power-cut-no-day");
        Error::invalid("date", what)
    })
}

/// Writes the sheet, whole or not at all, notes that it was printed (K1), and takes old ones away.
fn make(
    desk: &mut Desk,
    setup: &Setup,
    settings: &PowerCut,
    day: NaiveDate,
    folder: &Path,
) -> Result<MadeSheet> {
    let passphrase = match settings.lock {
        SheetLock::Plain => None,
        SheetLock::Encrypted => {
            let kept = desk.store.power_cut_passphrase()?.map(Zeroizing::new);
            let what = said("power-cut-no-passphrase");
            Some(kept.ok_or_else(|| Error::invalid("passphrase", what))?)
        }
    };
    let name = power_cut::sheet_name(setup.practice.id, day);
    let path = folder.join(&name);
    let mut file = WholeFile::begin(desk, &path)?;
    let pdf = pdf(desk, setup, settings, day, passphrase.as_ref())?;
    let note = format!("power-cut {day} {}", settings.lock.name());
    desk.note_reading(Action::Printed, RecordKind::Appointment, None, &note)?;
    let written = file.file.write_all(&pdf);
    written.map_err(file.failed())?;
    file.written()?;
    file.place()?;
    let today = desk.today(setup.zone());
    take_old_away(folder, setup, today, settings.keep_days);
    Ok(MadeSheet {
        day,
        path,
        lock: settings.lock,
    })
}

fn pdf(
    desk: &Desk,
    setup: &Setup,
    settings: &PowerCut,
    day: NaiveDate,
    passphrase: Option<&Zeroizing<String>>,
) -> Result<Vec<u8>> {
    let request = PrintRequest {
        what: PrintWhat::PowerCut(day),
        paper: match settings.paper {
            SheetPaper::A4 => Paper::A4,
            SheetPaper::Letter => Paper::Letter,
        },
        orientation: Orientation::Portrait,
        private: false,
    };
    let sheet = sheet(desk, setup, &request);
    let (list, chairs) = day::both_views(desk, day)?;
    let mut key = Zeroizing::new([0; 32]);
    desk.host.random(&mut key[..])?;
    let lock = passphrase.map(|passphrase| Lock {
        passphrase,
        key: &key,
    });
    Ok(print::power_cut_sheet(
        &list,
        &chairs,
        &sheet,
        lock.as_ref(),
    )?)
}

/// The sheet is there, whatever happens now: what cannot be written down is tried again, and this
/// program does not make it twice meanwhile.
fn note_made(desk: &mut Desk, settings: &PowerCut, day: NaiveDate) {
    desk.watch.made_for = Some(day);
    let _ = desk.write(|change| Ok(change.power_cut_made(settings, day)?));
}

/// Takes away sheets that were kept long enough: files of exactly the name that a sheet of this
/// practice has, and nothing else. One that cannot be taken away is tried again with the next.
fn take_old_away(folder: &Path, setup: &Setup, today: NaiveDate, keep_days: u32) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for entry in entries.flatten() {
        let day = entry
            .file_name()
            .to_str()
            .and_then(|name| power_cut::sheet_day(setup.practice.id, name));
        let old = day.is_some_and(|day| power_cut::is_old(day, today, keep_days));
        if old && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// When work begins on a day: with the first shift, or the first patient who is asked to be there.
struct Days<'a> {
    desk: &'a Desk,
    setup: &'a Setup,
    now: NaiveDateTime,
}

impl<'a> Days<'a> {
    fn new(desk: &'a Desk, setup: &'a Setup) -> Self {
        let now = setup.zone().wall(desk.now()).at;
        Self { desk, setup, now }
    }

    fn begins(&self, day: NaiveDate) -> Option<NaiveDateTime> {
        let closed = self
            .setup
            .closures
            .iter()
            .any(|closure| closure.covers(day));
        let shift = self
            .setup
            .providers
            .iter()
            .filter(|provider| provider.active && !closed)
            .filter_map(|provider| month::first_shift(self.setup, provider, day))
            .min();
        // A day that cannot be read is no reason to make none.
        let visits = self.desk.store.days(day, day).unwrap_or_default();
        let visit = visits
            .rows
            .iter()
            .filter(|row| row.visit.start.date() == day && row.visit.status.occupies())
            .map(|row| {
                row.visit
                    .arrival()
                    .max(day.and_time(chrono::NaiveTime::MIN))
            })
            .min();
        shift
            .map(|shift| shift.on(day))
            .into_iter()
            .chain(visit)
            .min()
    }
}

fn unfit_field(unfit: &PowerCutUnfit) -> Error {
    let field = match unfit {
        PowerCutUnfit::NotAnEvening => "at",
        PowerCutUnfit::NoFolder => "folder",
        PowerCutUnfit::Keep => "keep_days",
        PowerCutUnfit::ShortPassphrase | PowerCutUnfit::Passphrase => "passphrase",
    };
    Error::invalid(field, unfit)
}
