//! An import in the background: the desk goes on reading meanwhile.

use super::{ImportReport, ImportRequest, Watch, import};
use crate::daybook::Daybook;
use crate::desk::Desk;
use crate::error::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use store::Store;
use vault::Vault;

/// An import that runs or has run.
pub struct ImportJob {
    watch: Arc<Watch>,
    thread: Option<JoinHandle<Result<ImportReport>>>,
    ended: Option<std::result::Result<ImportReport, Arc<Error>>>,
}

/// Says that an import is writing, until it is dropped.
struct Writing(Arc<AtomicBool>);

impl Writing {
    fn begin(importing: &Arc<AtomicBool>) -> Self {
        importing.store(true, Ordering::Release);
        Self(Arc::clone(importing))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// How far it has come.
#[derive(Debug, Clone)]
pub struct ImportProgress {
    pub running: bool,
    /// Bytes.
    pub done: u64,
    pub total: u64,
    /// Once it has ended.
    pub ended: Option<std::result::Result<ImportReport, Arc<Error>>>,
}

impl std::fmt::Debug for ImportJob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportJob")
            .field("watch", &self.watch)
            .finish_non_exhaustive()
    }
}

impl ImportJob {
    /// Stops it; returns when nothing of it is left.
    pub(crate) fn cancel_and_wait(mut self) {
        self.watch.cancel.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Daybook {
    /// Starts an import on a connection of its own.
    pub fn start_import(&mut self, request: ImportRequest) -> Result<ImportProgress> {
        if self
            .import_progress()
            .is_some_and(|progress| progress.running)
        {
            return Err(Error::ImportRunning);
        }
        let desk = self.desk()?;
        let folder = desk.folder().to_owned();
        let store = Store::open(&folder, &desk.key, Some(desk.store.salt()), desk.now())?;
        let mut own = Desk::new(
            Arc::clone(&desk.host),
            &folder,
            store,
            Vault::open(&folder)?,
            desk.key.clone(),
            desk.actor.clone(),
        )?;
        let watch = Arc::new(Watch::default());
        let watched = Arc::clone(&watch);
        let writing = Writing::begin(&desk.importing);
        let thread = std::thread::spawn(move || {
            let _writing = writing;
            import(&mut own, &request, &watched)
        });
        self.import = Some(ImportJob {
            watch,
            thread: Some(thread),
            ended: None,
        });
        self.import_progress().ok_or(Error::NotFound("import"))
    }

    /// How far the import has come; none when there was none.
    pub fn import_progress(&mut self) -> Option<ImportProgress> {
        let job = self.import.as_mut()?;
        if let Some(thread) = job.thread.take_if(|thread| thread.is_finished()) {
            let ended = thread
                .join()
                .unwrap_or_else(|_| Err(Error::NotFound("import")));
            job.ended = Some(ended.map_err(Arc::new));
        }
        Some(ImportProgress {
            running: job.thread.is_some(),
            done: job.watch.done.load(Ordering::Relaxed),
            total: job.watch.total.load(Ordering::Relaxed),
            ended: job.ended.clone(),
        })
    }

    /// Asks the import to stop; nothing of it will be kept.
    pub fn cancel_import(&mut self) -> Option<ImportProgress> {
        if let Some(job) = &self.import {
            job.watch.cancel.store(true, Ordering::Relaxed);
        }
        self.import_progress()
    }
}
