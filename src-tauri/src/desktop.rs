//! What the core asks of the machine it runs on.

use crate::view_files::ViewFiles;
use crate::word_file::WordFile;
use app::messages::{Channels, Post};
use app::{Host, OsKeyring, OsRandom, PickPurpose, PracticeId, Random, Theme, VaultError, Wording};
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use uuid::Uuid;

/// This machine and the desktop on it.
pub(crate) struct Desktop {
    app: AppHandle,
    keyring: OsKeyring,
    theme: WordFile,
    wording: WordFile,
    views: ViewFiles,
    post: Post,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            keyring: OsKeyring,
            theme: WordFile::of_this_person("theme"),
            wording: WordFile::of_this_person("language"),
            views: ViewFiles::of_this_person(),
            post: Post::default(),
        }
    }

    fn file_dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.app.dialog().file();
        match self.app.get_webview_window(crate::window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

/// The desktop's language and region.
pub(crate) fn locale() -> Option<String> {
    sys_locale::get_locale()
}

impl Host for Desktop {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), VaultError> {
        OsRandom.fill(bytes)
    }

    fn zone(&self) -> Option<String> {
        iana_time_zone::get_timezone().ok()
    }

    fn keyring(&self) -> &dyn app::Keyring {
        &self.keyring
    }

    fn channels(&self) -> Option<&dyn Channels> {
        Some(&self.post)
    }

    /// Blocks until the dialog is closed, so it is not for the thread that draws; commands never
    /// run on that one.
    fn pick_path(&self, purpose: PickPurpose, suggested_name: Option<&str>) -> Option<PathBuf> {
        let mut dialog = self.file_dialog();
        if let Some(name) = suggested_name {
            dialog = dialog.set_file_name(name);
        }
        let picked = match purpose {
            PickPurpose::OpenCsv => dialog
                .add_filter("CSV", &["csv", "tsv", "txt"])
                .add_filter("*", &["*"])
                .blocking_pick_file(),
            PickPurpose::OpenFhir => dialog
                .add_filter("FHIR", &["json", "ndjson"])
                .add_filter("*", &["*"])
                .blocking_pick_file(),
            PickPurpose::OpenIcs => dialog
                .add_filter("iCalendar", &["ics", "ical"])
                .add_filter("*", &["*"])
                .blocking_pick_file(),
            PickPurpose::OpenVcf => dialog
                .add_filter("vCard", &["vcf", "vcard"])
                .add_filter("*", &["*"])
                .blocking_pick_file(),
            PickPurpose::OpenFolder => dialog.blocking_pick_folder(),
            PickPurpose::SavePdf => dialog.add_filter("PDF", &["pdf"]).blocking_save_file(),
            PickPurpose::SaveCsv => dialog.add_filter("CSV", &["csv"]).blocking_save_file(),
            PickPurpose::SaveFhir => dialog
                .add_filter("FHIR", &["json", "ndjson"])
                .blocking_save_file(),
            PickPurpose::SaveIcs => dialog
                .add_filter("iCalendar", &["ics"])
                .blocking_save_file(),
            PickPurpose::SaveVcf => dialog.add_filter("vCard", &["vcf"]).blocking_save_file(),
        };
        picked.and_then(|path| path.into_path().ok())
    }

    fn theme(&self) -> Theme {
        self.theme.theme()
    }

    fn keep_theme(&self, theme: Theme) -> std::io::Result<()> {
        self.theme.keep_theme(theme)
    }

    fn locale(&self) -> Option<String> {
        locale()
    }

    fn wording(&self) -> Wording {
        self.wording.wording()
    }

    fn keep_wording(&self, wording: Wording) -> std::io::Result<()> {
        self.wording.keep_wording(wording)
    }

    fn last_view(&self, practice: PracticeId) -> Option<String> {
        self.views.read(practice)
    }

    fn keep_last_view(&self, practice: PracticeId, shown: &str) -> std::io::Result<()> {
        self.views.write(practice, shown)
    }
}
