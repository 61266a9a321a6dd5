//! The program: no practice, locked, or open on one.

use crate::block_out::FirstBlockOuts;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::host::{Host, HostRandom, PickPurpose};
use crate::import::ImportJob;
use crate::messages::Messages;
use crate::setup::{NewChair, NewProvider, NewType, first_setup};
use domain::audit::{Action, Actor, RecordKind};
use domain::said;
use domain::{WeekHours, Zone};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use vault::{DataKey, RecoveryCode, SettingUp, Throttle, VAULT_FILE, Vault};
use zeroize::Zeroizing;

/// How often other programs are looked for: often enough that what they changed is shown within a
/// second, with time left to read it.
pub const LOOK_EVERY: Duration = Duration::from_millis(250);

/// The program on one practice folder.
pub struct Daybook {
    host: Arc<dyn Host>,
    folder: PathBuf,
    actor: Actor,
    pub(crate) desk: Option<Desk>,
    pub(crate) messages: Messages,
    pub(crate) import: Option<ImportJob>,
    offered_code: Option<RecoveryCode>,
    throttle: Throttle,
    changed: BTreeSet<RecordKind>,
}

/// Where the program stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    Absent,
    Locked,
    Open,
}

/// What a new practice begins with.
#[derive(Debug, Clone)]
pub struct NewPractice {
    pub name: String,
    pub zone: Zone,
    pub phone: String,
    pub hours: WeekHours,
    pub providers: Vec<NewProvider>,
    pub chairs: Vec<NewChair>,
    /// The last of them is the emergency that a part of the day is kept for.
    pub types: Vec<NewType>,
    pub block_outs: FirstBlockOuts,
}

impl std::fmt::Debug for Daybook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Daybook")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Daybook {
    /// Nothing is opened yet.
    pub fn new(folder: PathBuf, host: Arc<dyn Host>) -> Self {
        Self {
            host,
            throttle: Throttle::of(&folder),
            folder,
            actor: Actor("desk".to_owned()),
            desk: None,
            messages: Messages::default(),
            import: None,
            offered_code: None,
            changed: BTreeSet::new(),
        }
    }

    /// Who is written into the audit trail.
    pub fn acting_as(mut self, actor: &str) -> Self {
        self.actor = Actor(actor.to_owned());
        self
    }

    /// Where the program stands. A folder with a database or a vault is never absent, so that no
    /// second practice is made over what is there.
    pub fn state(&self) -> SessionState {
        if self.desk.is_some() {
            SessionState::Open
        } else if self.folder.join(VAULT_FILE).exists()
            || self.folder.join(store::FILE_NAME).exists()
        {
            SessionState::Locked
        } else {
            SessionState::Absent
        }
    }

    /// The folder of the practice.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The machine.
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// The open practice.
    pub fn desk(&mut self) -> Result<&mut Desk> {
        self.desk.as_mut().ok_or(Error::Locked)
    }

    /// Seconds until a passphrase may be tried; 0 for now.
    pub fn wait_seconds(&mut self) -> u32 {
        if self.state() != SessionState::Locked {
            return 0;
        }
        let now = self.host.now();
        self.throttle.wait_needed(now).map_or(0, whole_seconds)
    }

    /// Whether this machine's keyring holds a way in.
    pub fn keyring_offered(&self) -> bool {
        self.state() == SessionState::Locked
            && Vault::open(&self.folder)
                .and_then(|vault| vault.slots())
                .is_ok_and(|slots| slots.iter().any(|slot| slot.way == vault::Way::Keyring))
    }

    /// A fresh recovery code, which [`Daybook::create`] then expects.
    pub fn offer_recovery_code(&mut self) -> Result<Zeroizing<String>> {
        let code = RecoveryCode::make(&mut HostRandom(&*self.host))?;
        let printed = code.printed();
        self.offered_code = Some(code);
        Ok(printed)
    }

    /// The code that was offered last.
    pub fn offered_code(&self) -> Option<Zeroizing<String>> {
        self.offered_code.as_ref().map(RecoveryCode::printed)
    }

    /// Makes the practice and opens it. `typed_code` is the offered recovery code, typed back.
    pub fn create(
        &mut self,
        new: &NewPractice,
        passphrase: &str,
        typed_code: &str,
        keyring: bool,
    ) -> Result<()> {
        if new.name.trim().is_empty() {
            return Err(Error::invalid("name", said("name-missing-practice")));
        }
        check_passphrase("passphrase", passphrase)?;
        let typed = RecoveryCode::parse(typed_code)?;
        let code = self
            .offered_code
            .as_ref()
            .ok_or(Error::NotFound("recovery code"))?;
        if typed != *code {
            return Err(Error::invalid("recovery_code", said("invalid-code-other")));
        }
        // Built aside and moved to its place when it is whole, so that a program that is killed
        // meanwhile leaves nothing that stands in the way of a second try.
        let setting_up = SettingUp::begin(&self.folder)?;
        let key = self.fill(setting_up.folder(), new, passphrase, code, keyring)?;
        setting_up.finish()?;
        self.offered_code = None;
        let vault = self.vault()?;
        self.desk = Some(self.desk_with(vault, key)?);
        Ok(())
    }

    /// Makes the whole practice in a folder, and closes it again.
    fn fill(
        &self,
        folder: &Path,
        new: &NewPractice,
        passphrase: &str,
        code: &RecoveryCode,
        keyring: bool,
    ) -> Result<DataKey> {
        let mut random = HostRandom(&*self.host);
        let (vault, key) = Vault::create(folder, passphrase, code, &mut random)?;
        let mut salt = [0; 16];
        self.host.random(&mut salt)?;
        let store = Store::create(folder, &key, salt)?;
        let mut desk = Desk::new(
            Arc::clone(&self.host),
            folder,
            store,
            vault,
            key.clone(),
            self.actor.clone(),
        )?;
        first_setup(&mut desk, new)?;
        desk.write_anchor()?;
        if keyring {
            // A convenience: without it the passphrase still opens the practice.
            let _ = desk.vault.add_keyring_slot(
                &desk.key,
                "this machine",
                self.host.keyring(),
                &mut random,
            );
        }
        desk.store.checkpoint()?;
        Ok(key)
    }

    /// Opens with the passphrase. Wrong tries are counted, and after five each costs a wait.
    pub fn unlock(&mut self, passphrase: &str) -> Result<()> {
        let vault = self.vault()?;
        let key = tried(&mut self.throttle, &*self.host, || {
            vault.unlock_with_passphrase(passphrase)
        })?;
        self.open(vault, key, "passphrase")
    }

    /// Opens with this machine's keyring.
    pub fn unlock_with_keyring(&mut self) -> Result<()> {
        let vault = self.vault()?;
        let key = vault.unlock_with_keyring(self.host.keyring())?;
        self.open(vault, key, "keyring")
    }

    /// Opens with the recovery code and sets a new passphrase.
    pub fn unlock_with_recovery_code(&mut self, typed: &str, new_passphrase: &str) -> Result<()> {
        check_passphrase("new_passphrase", new_passphrase)?;
        let vault = self.vault()?;
        let key = vault.unlock_with_recovery_code(&RecoveryCode::parse(typed)?)?;
        vault.change_passphrase(&key, new_passphrase, &mut HostRandom(&*self.host))?;
        self.throttle.succeeded();
        self.open(vault, key, "recovery code")?;
        self.note_new_passphrase();
        Ok(())
    }

    /// Sets a new passphrase; the old one is asked for again.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<()> {
        check_passphrase("new_passphrase", new)?;
        let desk = self.desk.as_ref().ok_or(Error::Locked)?;
        // Whoever sits down at an open desk is to guess no faster than at a locked one.
        tried(&mut self.throttle, &*self.host, || {
            desk.vault.unlock_with_passphrase(old)
        })?;
        desk.vault
            .change_passphrase(&desk.key, new, &mut HostRandom(&*self.host))?;
        self.note_new_passphrase();
        Ok(())
    }

    /// Writes what is still to be written into the trail, waiting for other programs, and locks.
    ///
    /// # Errors
    /// Why the trail lacks what was read, printed or opened; it is locked all the same.
    pub fn close(&mut self) -> Result<()> {
        let written = self.desk.as_mut().map_or(Ok(()), Desk::end_readings);
        self.lock();
        written
    }

    /// Forgets the key. A running import is broken off; nothing of it is kept. What was read and is
    /// not in the trail yet is written first, which may take as long as another program writes.
    pub fn lock(&mut self) {
        if let Some(import) = self.import.take() {
            import.cancel_and_wait();
        }
        self.messages.stop();
        if let Some(channels) = self.host.channels() {
            channels.rest();
        }
        self.desk = None;
        self.changed.clear();
    }

    /// Notices what other programs changed; called every [`LOOK_EVERY`].
    pub fn look(&mut self) -> Result<()> {
        match &mut self.desk {
            Some(desk) => desk.look(),
            None => Ok(()),
        }
    }

    /// Called about once a second.
    pub fn tick(&mut self) -> Result<()> {
        let Some(desk) = &mut self.desk else {
            return Ok(());
        };
        desk.tick()?;
        self.see_to_messages();
        Ok(())
    }

    /// Kinds of records changed since this was asked last.
    pub fn take_changed(&mut self) -> Vec<&'static str> {
        if let Some(desk) = &mut self.desk {
            self.changed.append(&mut desk.changed);
        }
        std::mem::take(&mut self.changed)
            .into_iter()
            .map(RecordKind::name)
            .collect()
    }

    /// What this machine's clock shows, where its zone is known.
    pub(crate) fn local_now(&self) -> chrono::NaiveDateTime {
        let now = self.host.now();
        let zone = self.host.zone().and_then(|name| Zone::named(&name).ok());
        zone.map_or(now.naive_utc(), |zone| zone.wall(now).at)
    }

    /// Asks the person for a path.
    pub fn pick_path(&self, purpose: PickPurpose, suggested_name: Option<&str>) -> Option<PathBuf> {
        self.host.pick_path(purpose, suggested_name)
    }

    fn vault(&self) -> Result<Vault> {
        match Vault::open(&self.folder) {
            Err(vault::Error::Absent) if self.folder.join(store::FILE_NAME).exists() => {
                Err(Error::Half {
                    missing: VAULT_FILE,
                })
            }
            other => Ok(other?),
        }
    }

    /// Opens, and writes into the trail by which way in (K1).
    fn open(&mut self, vault: Vault, key: DataKey, way: &str) -> Result<()> {
        let mut desk = self.desk_with(vault, key)?;
        // A trail that cannot be written must not keep the check-up from being run.
        let _ = desk.note_reading(Action::Unlocked, RecordKind::Practice, None, way);
        // Nor must rules that cannot be written yet; until then nothing is planned.
        let _ = crate::messages::begin(&mut desk);
        self.desk = Some(desk);
        Ok(())
    }

    fn desk_with(&self, vault: Vault, key: DataKey) -> Result<Desk> {
        Desk::open(
            Arc::clone(&self.host),
            &self.folder,
            vault,
            key,
            self.actor.clone(),
        )
    }

    /// The key file has the new passphrase already, so that nothing may be refused any more: what
    /// cannot be written now is written as soon as it can be.
    fn note_new_passphrase(&mut self) {
        if let Some(desk) = &mut self.desk {
            let _ = desk.note_reading(Action::Changed, RecordKind::Practice, None, "passphrase");
        }
    }
}

/// Tries a passphrase, counted before the answer is known.
fn tried(
    throttle: &mut Throttle,
    host: &dyn Host,
    unlock: impl FnOnce() -> vault::Result<DataKey>,
) -> Result<DataKey> {
    throttle.begin(host.now()).map_err(|wait| Error::Wait {
        seconds: whole_seconds(wait),
    })?;
    let unlocked = unlock();
    match &unlocked {
        Ok(_) => throttle.succeeded(),
        Err(vault::Error::WrongPassphrase) => {}
        Err(_) => throttle.not_tried(),
    }
    Ok(unlocked?)
}

fn whole_seconds(wait: Duration) -> u32 {
    u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
}

/// Shortest passphrase, in characters.
const SHORTEST_PASSPHRASE: usize = 8;

fn check_passphrase(field: &'static str, passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        let what = said("invalid-passphrase-short").with("shortest", SHORTEST_PASSPHRASE);
        return Err(Error::invalid(field, what));
    }
    Ok(())
}
