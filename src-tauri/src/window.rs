//! The one window, and what the page in it may not do.

use crate::desk::{self, Desk};
use crate::desktop::Desktop;
use crate::failure::Failure;
use app::Daybook;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;
use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{App, Manager, RunEvent, Url, WebviewUrl, WebviewWindowBuilder};

/// The window's name inside the program.
pub(crate) const LABEL: &str = "main";

/// # Errors
/// [`Failure::NoDesktop`] where the platform would otherwise stop the program without a word.
pub(crate) fn desktop_present() -> Result<(), Failure> {
    let somewhere_to_draw = cfg!(not(target_os = "linux"))
        || ["WAYLAND_DISPLAY", "DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    somewhere_to_draw.then_some(()).ok_or(Failure::NoDesktop)
}

/// Opens the window on a practice and returns when it is closed.
///
/// # Errors
/// [`Failure::NoDesktop`], [`Failure::NoWindow`].
pub(crate) fn run(folder: PathBuf) -> Result<(), Failure> {
    // The toolkit stops the program where the display it is told of does not answer.
    let app = panic::catch_unwind(AssertUnwindSafe(|| build(folder)))
        .map_err(|_| Failure::NoDesktop)?
        .map_err(Failure::NoWindow)?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit)
            && let Some(desk) = app.try_state::<Desk>()
        {
            desk.close();
        }
    });
    Ok(())
}

fn build(folder: PathBuf) -> tauri::Result<App> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![desk::rpc])
        .setup(move |app| {
            let host = Arc::new(Desktop::new(app.handle().clone()));
            let desk = Desk::new(Daybook::new(folder, host.clone()), host);
            desk.look_and_tick(app.handle().clone());
            app.manage(desk);
            Ok(open_window(app)?)
        })
        .build(tauri::generate_context!())
}

fn open_window(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Daybook")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .incognito(!driven_by_a_test())
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_document_title_changed(|window, title| {
            // A title that cannot be shown is not worth a message.
            let _ = window.set_title(&title);
        })
        .build()?;
    Ok(())
}

/// Without a test at the wheel the page's engine keeps nothing on disk: no cache, no storage, no
/// form data. WebDriver does not reach such a page; a test then looks at what the engine kept.
fn driven_by_a_test() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Only the UI that is built in, or in development the one being worked on.
fn is_ours(url: &Url) -> bool {
    let built_in = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    let in_development = cfg!(dev) && url.host_str() == Some("localhost");
    built_in || in_development
}
