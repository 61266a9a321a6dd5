//! The way from the page to the core: one command, two events, and a clock that ticks.

use api::wire::error::WireError;
use api::{Begun, Words};
use app::{Daybook, Host, LOOK_EVERY, spoken_on};
use serde::Serialize;
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Emitter, State};

/// So long a mail server that is about to answer is waited for when the window closes.
const LAST_WORD: Duration = Duration::from_secs(5);
/// Looks for other programs until a second has gone by.
const LOOKS_A_TICK: u32 = 4;
/// Records changed; the screens that show such records read again.
const CHANGED: &str = "changed";
/// The practice was opened, locked or made.
const SESSION: &str = "session";

/// The one practice of this window; none once the window has closed.
#[derive(Clone)]
pub(crate) struct Desk {
    open: Arc<Mutex<Option<Daybook>>>,
    host: Arc<dyn Host>,
}

#[derive(Clone, Serialize)]
struct Changed {
    kinds: Vec<&'static str>,
}

impl Desk {
    pub(crate) fn new(daybook: Daybook, host: Arc<dyn Host>) -> Self {
        Self {
            open: Arc::new(Mutex::new(Some(daybook))),
            host,
        }
    }

    fn words(&self) -> Words {
        Words::of(&spoken_on(&*self.host))
    }

    /// A fault in one command does not take the others with it: the core changes the practice only
    /// in transactions, so what a fault leaves behind is whole.
    fn daybook(&self) -> MutexGuard<'_, Option<Daybook>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn call(&self, app: &AppHandle, name: &str, request: Value) -> Result<Value, WireError> {
        let mut daybook = self.daybook();
        let open = daybook
            .as_mut()
            .ok_or_else(|| WireError::window_closing(&self.words()))?;
        let begun = api::begin(open, name, request);
        let kinds = open.take_changed();
        // Before the events: whoever hears them asks at once.
        drop(daybook);
        let answer = match begun {
            Begun::Answered(answer) => answer,
            Begun::Apart(rest) => rest.answer(),
        };
        tell_changed(app, kinds);
        if let Ok(session) = &answer
            && changes_session(name)
            && !session.is_null()
        {
            tell(app, SESSION, session);
        }
        answer
    }

    /// Notices what other programs did, in time to show it within a second, and ticks each second,
    /// until the window closes.
    pub(crate) fn look_and_tick(&self, app: AppHandle) {
        let desk = self.clone();
        thread::spawn(move || {
            for look in 1u32.. {
                thread::sleep(LOOK_EVERY);
                let mut daybook = desk.daybook();
                let Some(open) = daybook.as_mut() else { break };
                // What hinders this, such as a full disk, hinders the next command, which says so.
                let _ = if look % LOOKS_A_TICK == 0 {
                    open.tick()
                } else {
                    open.look()
                };
                let kinds = open.take_changed();
                drop(daybook);
                tell_changed(&app, kinds);
            }
        });
    }

    /// Closes the file and forgets the key, and waits a moment for what is said to a message that is
    /// being handed over, since it would go out twice otherwise. A command that will not end, such as
    /// a dialog of the platform still standing, is not waited for longer than two seconds: nothing
    /// acknowledged is lost by leaving without it.
    pub(crate) fn close(&self) {
        for _ in 0..20 {
            match self.open.try_lock() {
                Ok(mut daybook) => return leave(daybook.take()),
                Err(TryLockError::Poisoned(daybook)) => return leave(daybook.into_inner().take()),
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(100)),
            }
        }
    }
}

fn leave(daybook: Option<Daybook>) {
    if let Some(mut daybook) = daybook {
        daybook.leave(LAST_WORD);
    }
}

/// All commands of the core, by name; `api` has the list.
#[tauri::command]
pub(crate) async fn rpc(
    app: AppHandle,
    desk: State<'_, Desk>,
    name: String,
    request: Value,
) -> Result<Value, WireError> {
    let desk = desk.inner().clone();
    let calling = desk.clone();
    tauri::async_runtime::spawn_blocking(move || calling.call(&app, &name, request))
        .await
        .unwrap_or_else(|_| Err(WireError::window_fault(&desk.words())))
}

fn changes_session(name: &str) -> bool {
    name.starts_with("session.") && name != "session.state"
}

fn tell_changed(app: &AppHandle, kinds: Vec<&'static str>) {
    if !kinds.is_empty() {
        tell(app, CHANGED, Changed { kinds });
    }
}

fn tell(app: &AppHandle, event: &str, payload: impl Serialize + Clone) {
    // Fails only when the page is gone, and then there is nobody to tell.
    let _ = app.emit_to(crate::window::LABEL, event, payload);
}
