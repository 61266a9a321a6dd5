//! Builds the window's configuration into the program, and its UI with it.

use std::path::Path;
use std::process::ExitCode;

const UI: &str = "../ui/dist";

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed={UI}");
    if !Path::new(UI).join("index.html").exists() {
        eprintln!(
            "The window's UI is not built, so there is nothing to show in it. In the folder ui, run: npm ci && npm run build"
        );
        return ExitCode::FAILURE;
    }
    // Naming the one command makes it subject to the capabilities, as everything else is.
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(&["rpc"]));
    match tauri_build::try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The window's configuration cannot be built in. {error:#}");
            ExitCode::FAILURE
        }
    }
}
