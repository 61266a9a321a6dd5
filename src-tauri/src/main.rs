//! The desktop window of Daybook. The only crate that knows tauri; everything else is in the core.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod desk;
mod desktop;
mod failure;
mod view_files;
mod window;
mod word_file;

use clap::Parser;
use failure::Failure;
use std::path::PathBuf;
use std::process::ExitCode;

/// The desk of a small practice, in a window.
#[derive(Debug, Parser)]
#[command(name = "daybook-desktop", version)]
struct Arguments {
    /// The folder of the practice; by default in your data folder.
    #[arg(long, env = "DAYBOOK_PRACTICE", value_name = "DIR")]
    practice: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(help) => {
            // A closed terminal is no reason to fail differently.
            let _ = help.print();
            return ExitCode::from(u8::try_from(help.exit_code()).unwrap_or(2));
        }
    };
    failure::keep_silent_on_panic();
    leave_no_core_file();
    match failure::caught(|| open(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show();
            ExitCode::FAILURE
        }
    }
}

fn open(arguments: Arguments) -> Result<(), Failure> {
    window::desktop_present()?;
    let folder = match arguments.practice {
        Some(folder) => folder,
        None => dirs::data_dir()
            .ok_or(Failure::NoDataFolder)?
            .join("daybook")
            .join("practice"),
    };
    window::run(folder)
}

/// A core file would hold patients and the key that was open, so neither this process nor the
/// page's, which inherits the limit, may leave one.
fn leave_no_core_file() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Refused only where the limit is lower already.
        let _ = setrlimit(Resource::Core, none);
    }
    // Where cores are handed to a program that collects them, the limit is not asked.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
