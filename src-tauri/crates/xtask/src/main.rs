//! Writes the files of the repository that are generated; a test in `tests/` proves them fresh.

use std::path::Path;
use std::process::ExitCode;

const BINDINGS: &str = "../../../ui/src/api/bindings.ts";

fn main() -> ExitCode {
    let task = std::env::args().nth(1);
    match task.as_deref() {
        Some("bindings") => write(BINDINGS, &api::bindings()),
        _ => {
            eprintln!("Usage: cargo run -p xtask -- bindings");
            ExitCode::from(2)
        }
    }
}

/// Leaves a file alone that is as it should be, so that nothing is built again because of its time.
fn write(path: &str, text: &str) -> ExitCode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::fs::read_to_string(&path).is_ok_and(|there| there == text) {
        return ExitCode::SUCCESS;
    }
    match std::fs::write(&path, text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} was not written: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}
