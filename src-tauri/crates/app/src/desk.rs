//! An open practice: what operations work on.

use crate::error::{Error, Result};
use crate::host::Host;
use crate::setup::Setup;
use crate::told::Told;
use crate::undo::Steps;
use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::{Action, Actor, RecordKind};
use domain::{Said, Zone, said};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use store::{Chain, Change, Store};
use uuid::Uuid;
use vault::{Anchor, AnchorWrite, DataKey, Vault};

/// An open practice.
pub struct Desk {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) key: DataKey,
    pub(crate) actor: Actor,
    pub(crate) steps: Steps,
    pub(crate) changed: BTreeSet<RecordKind>,
    /// Whether an import of this program is writing, on a connection of its own.
    pub(crate) importing: Arc<AtomicBool>,
    folder: PathBuf,
    anchored: Option<u64>,
    data_version: i64,
    /// The newest line of the trail when others were looked for last.
    seen: u64,
    quiet_ticks: u32,
    /// Readings that are not in the trail yet.
    readings: Vec<Reading>,
    warning: Option<Said>,
    /// What is remembered of the sheet for a power cut.
    pub(crate) watch: crate::printing::power_cut::Watch,
}

/// Something that was read, printed or opened, for the trail (K1).
struct Reading {
    action: Action,
    kind: RecordKind,
    record: Option<Uuid>,
    note: String,
}

/// Whether to wait for another program that is writing.
#[derive(Debug, Clone, Copy)]
enum Patience {
    None,
    Usual,
}

/// Ticks without a commit after which the write-ahead log is moved into the file.
const IDLE_TICKS: u32 = 3;

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    pub(crate) fn new(
        host: Arc<dyn Host>,
        folder: &Path,
        store: Store,
        vault: Vault,
        key: DataKey,
        actor: Actor,
    ) -> Result<Self> {
        let data_version = store.data_version()?;
        let seen = store.chain()?.audit_seq;
        Ok(Self {
            host,
            store,
            vault,
            key,
            actor,
            steps: Steps::default(),
            changed: BTreeSet::new(),
            importing: Arc::default(),
            folder: folder.to_owned(),
            anchored: None,
            data_version,
            seen,
            quiet_ticks: 0,
            readings: Vec::new(),
            warning: None,
            watch: crate::printing::power_cut::Watch::default(),
        })
    }

    /// Opens with the key: compares the file with what the vault last heard of it.
    pub(crate) fn open(
        host: Arc<dyn Host>,
        folder: &Path,
        vault: Vault,
        key: DataKey,
        actor: Actor,
    ) -> Result<Self> {
        // The witness first: it lags behind the file and never leads, also while another
        // process is writing.
        let witness = vault.anchor(&key);
        let salt = witness
            .as_ref()
            .ok()
            .and_then(Option::as_ref)
            .map(|anchor| anchor.database_salt);
        let store = Store::open(folder, &key, salt, host.now())?;
        let warning = mismatch(&store, &witness)?;
        let mut desk = Self::new(host, folder, store, vault, key, actor)?;
        desk.warning = warning;
        Ok(desk)
    }

    /// The folder of the practice.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the vault and the database disagree about; none when they agree.
    pub fn warning(&self) -> Option<&Said> {
        self.warning.as_ref()
    }

    /// Records that were left out of answers because they cannot be read (S14); none when all could
    /// be.
    pub fn left_out(&self) -> Option<Said> {
        let left = self.store.left_out();
        let first = left.first()?;
        Some(
            said("warn-left-out")
                .with("count", left.len())
                .with("kind", kind_said(first.kind))
                .with("id", &first.id),
        )
    }

    /// The practice, its providers, chairs, appointment types and closures.
    pub fn setup(&self) -> Result<Setup> {
        Setup::read(&self.store)
    }

    /// The database, for reading.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        self.host.now()
    }

    /// Today in the practice's zone.
    pub fn today(&self, zone: Zone) -> NaiveDate {
        zone.date(self.host.now())
    }

    /// What a save is held against.
    #[cfg(feature = "measure")]
    pub fn bare_commit(&mut self) -> Result<()> {
        Ok(self.store.bare_commit()?)
    }

    /// Refuses at once while an import of this program is writing: waiting for it would keep
    /// everybody from seeing how far it has come, and from cancelling it.
    pub(crate) fn may_write(&self) -> Result<()> {
        if self.importing.load(Ordering::Acquire) {
            return Err(Error::ImportRunning);
        }
        Ok(())
    }

    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<T> {
        self.may_write()?;
        let (result, kinds) = self.store.write(&self.actor, self.host.now(), work)?;
        self.changed.extend(kinds);
        self.quiet_ticks = 0;
        Ok(result)
    }

    /// Writes into the trail what was read. While another process writes or the disk is full, the
    /// record is shown all the same, and the line is written as soon as it can be.
    pub(crate) fn note_reading(
        &mut self,
        action: Action,
        kind: RecordKind,
        record: Option<Uuid>,
        note: &str,
    ) -> Result<()> {
        let note = note.to_owned();
        self.readings.push(Reading {
            action,
            kind,
            record,
            note,
        });
        self.write_readings()
    }

    fn write_readings(&mut self) -> Result<()> {
        match self.enter_readings(Patience::None) {
            Err(Error::Store(store::Error::Busy | store::Error::DiskFull)) => Ok(()),
            other => other,
        }
    }

    /// Writes into the trail what is not in it yet, waiting for other programs.
    ///
    /// # Errors
    /// Why it cannot be written; it is kept for another try.
    pub(crate) fn end_readings(&mut self) -> Result<()> {
        self.enter_readings(Patience::Usual)
    }

    fn enter_readings(&mut self, patience: Patience) -> Result<()> {
        if self.readings.is_empty() {
            return Ok(());
        }
        let readings = &self.readings;
        let enter = |change: &mut Change<'_>| {
            for Reading {
                action,
                kind,
                record,
                note,
            } in readings
            {
                change.note(*action, *kind, *record, note)?;
            }
            Ok::<(), store::Error>(())
        };
        let now = self.host.now();
        match patience {
            Patience::None => self.store.write_if_free(&self.actor, now, enter)?,
            Patience::Usual => self.store.write(&self.actor, now, enter)?,
        };
        self.readings.clear();
        Ok(())
    }

    /// Notices what other processes changed; costs next to nothing when they did not.
    pub(crate) fn look(&mut self) -> Result<()> {
        let version = self.store.data_version()?;
        if version == self.data_version {
            return Ok(());
        }
        let newest = self.store.chain()?.audit_seq;
        match self.store.kinds_changed_since(self.seen) {
            Ok(kinds) => self.changed.extend(kinds),
            // A trail that cannot be read must not hide what else was changed.
            Err(_) => self.changed.extend(RecordKind::ALL),
        }
        self.seen = newest;
        self.data_version = version;
        Ok(())
    }

    /// Notices what other processes did, tells the vault how far the file has come, and moves
    /// the write-ahead log when nothing happens.
    pub(crate) fn tick(&mut self) -> Result<()> {
        // Not while it opens: the day is shown first, and a program that ends at once prints nothing.
        crate::printing::read_ahead();
        self.look()?;
        self.write_readings()?;
        self.write_anchor()?;
        crate::printing::power_cut::tick(self);
        self.quiet_ticks = self.quiet_ticks.saturating_add(1);
        if self.quiet_ticks == IDLE_TICKS {
            // A reader or writer elsewhere may be in the way; the next quiet spell will do.
            let _ = self.store.checkpoint();
        }
        Ok(())
    }

    /// Tells the vault how far the file has come.
    pub(crate) fn write_anchor(&mut self) -> Result<()> {
        // While they disagree the witness is the only proof, so it is left alone.
        if self.warning.is_some() {
            return Ok(());
        }
        let chain = self.store.chain()?;
        if self.anchored == Some(chain.commits) {
            return Ok(());
        }
        let written = self
            .vault
            .write_anchor(&self.key, &anchor_of(&chain, self.store.salt()))?;
        if matches!(written, AnchorWrite::Written | AnchorWrite::AlreadyThere) {
            self.anchored = Some(chain.commits);
        }
        Ok(())
    }

    /// A person was told of the mismatch and goes on with the file as it is.
    pub fn accept_mismatch(&mut self) -> Result<()> {
        let chain = self.store.chain()?;
        self.vault
            .replace_anchor(&self.key, &anchor_of(&chain, self.store.salt()))?;
        self.warning = None;
        Ok(())
    }

    /// Compares the file with the vault again.
    pub(crate) fn mismatch(&self) -> Result<Option<Said>> {
        mismatch(&self.store, &self.vault.anchor(&self.key))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Whoever has to hear of a failure asks before, see `Daybook::close`.
        let _ = self.end_readings();
        // Nothing is lost when this fails: the witness lags and the next session catches up.
        let _ = self.write_anchor();
    }
}

fn anchor_of(chain: &Chain, salt: [u8; 16]) -> Anchor {
    Anchor {
        commits: chain.commits,
        audit_seq: chain.audit_seq,
        audit_head: chain.audit_head,
        database_salt: salt,
    }
}

/// What of the schedule cannot be read (S14).
pub fn unreadable_said(row: &store::Unreadable) -> Said {
    match row.kind {
        RecordKind::Appointment => said("store-row").with("detail", &row.reason),
        kind => said("unreadable-not-a-visit")
            .with("kind", kind_said(kind))
            .with("detail", &row.reason),
    }
}

/// The kind of a record, as a person calls it.
pub(crate) fn kind_said(kind: RecordKind) -> Said {
    said(match kind {
        RecordKind::Practice => "kind-practice",
        RecordKind::Provider => "kind-provider",
        RecordKind::Chair => "kind-chair",
        RecordKind::AppointmentType => "kind-appointment-type",
        RecordKind::Closure => "kind-closure",
        RecordKind::Patient => "kind-patient",
        RecordKind::Household => "kind-household",
        RecordKind::Appointment => "kind-appointment",
        RecordKind::BlockOutType => "kind-block-out-type",
        RecordKind::BlockOut => "kind-block-out",
        RecordKind::Waiting => "kind-waiting",
        RecordKind::SavedView => "kind-saved-view",
        RecordKind::Notice => "kind-notice",
        RecordKind::PowerCut => "kind-power-cut",
        RecordKind::ReminderRule => "kind-reminder-rule",
        RecordKind::MessageSettings => "kind-message-settings",
        RecordKind::MessageText => "kind-message-text",
        RecordKind::Consent => "kind-consent",
        RecordKind::ContactWish => "kind-contact-wish",
        RecordKind::ContactStop => "kind-contact-stop",
        RecordKind::Outbox => "kind-outbox",
        RecordKind::Mailbox => "kind-mailbox",
    })
}

fn mismatch(store: &Store, witness: &vault::Result<Option<Anchor>>) -> Result<Option<Said>> {
    let told = match witness {
        Err(vault::Error::Absent) => {
            return Err(Error::Half {
                missing: "vault.json",
            });
        }
        // A witness that something else wrote, in most cases.
        Err(error) => Some(said_of(crate::told::of_vault(error))),
        Ok(None) => Some(said("warn-no-witness")),
        Ok(Some(anchor)) => {
            let chain = Chain {
                commits: anchor.commits,
                audit_seq: anchor.audit_seq,
                audit_head: anchor.audit_head,
            };
            if !store.agrees_with(&chain)? {
                let now = store.chain()?;
                Some(
                    said("warn-older")
                        .with("saved", anchor.commits)
                        .with("found", now.commits),
                )
            } else if store.salt_in_file()? != anchor.database_salt {
                Some(said("warn-salt"))
            } else {
                None
            }
        }
    };
    Ok(told)
}

/// All that is told, one after the other.
fn said_of(told: Told) -> Said {
    let all: Vec<Said> = told
        .what
        .into_iter()
        .chain(told.data)
        .chain(told.next)
        .collect();
    said("all").with("said", all)
}
