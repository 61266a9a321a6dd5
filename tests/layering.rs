//! The plan of the house: which crate may use which, and who alone knows what.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// From a crate to the crates of this workspace that it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("vault", &[]),
    ("store", &["domain", "vault"]),
    ("print", &["domain"]),
    ("interop", &["domain"]),
    ("channels", &["domain"]),
    (
        "app",
        &["domain", "vault", "store", "print", "interop", "channels"],
    ),
    ("api", &["app", "domain"]),
    ("cli", &["app", "domain", "api"]),
    ("shell", &["api", "app"]),
    // Only for development: nothing that ships uses them.
    ("testkit", &["api", "app", "domain", "vault"]),
    ("xtask", &["api"]),
    // It is there to cross crates.
    ("tests", &["app", "store"]),
];

/// Crates of others that only the named crates may use; a name ending in `*` stands for a family.
const KNOWN_ONLY_BY: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("libsqlite3-sys", &["store"]),
    ("tauri*", &["shell"]),
    ("rfd", &["shell"]),
    ("wry", &["shell"]),
    ("tokio", &["shell", "channels"]),
    ("ts-rs", &["api"]),
    ("printpdf", &["print"]),
    ("keyring", &["vault"]),
    ("argon2", &["vault"]),
    ("clap", &["cli", "shell"]),
    // Domain, print and app have no wire format of their own.
    (
        "serde_json",
        &[
            "vault", "store", "interop", "api", "cli", "shell", "testkit",
        ],
    ),
];

fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(tests::repository().join("Cargo.toml"))
        .no_deps()
        .other_options(["--offline".to_owned()])
        .exec()
        .expect("cargo knows this workspace")
}

fn shipped_dependencies(package: &Package) -> impl Iterator<Item = &str> {
    package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind != DependencyKind::Development)
        .map(|dependency| dependency.name.as_str())
}

#[test]
fn crates_use_each_other_only_along_the_arrows() {
    let metadata = metadata();
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut faults = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        let Some(allowed) = arrows.get(name) else {
            faults.push(format!("{name} is not in the plan"));
            continue;
        };
        for used in shipped_dependencies(package) {
            if arrows.contains_key(used) && !allowed.contains(&used) {
                faults.push(format!("{name} may not use {used}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_test_uses_only_what_its_crate_may_use_and_the_testkit() {
    let metadata = metadata();
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut faults = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        // The crate of tests is there to cross crates.
        if name == "tests" {
            continue;
        }
        for dependency in &package.dependencies {
            let used = dependency.name.as_str();
            let of_this_house = arrows.contains_key(used);
            let allowed = arrows
                .get(name)
                .is_some_and(|allowed| allowed.contains(&used));
            // Whatever a crate uses may also lend its own test tools.
            let below = ["domain", "vault"].contains(&used);
            if dependency.kind == DependencyKind::Development
                && of_this_house
                && !allowed
                && !below
                && used != "testkit"
                && used != name
            {
                faults.push(format!("tests of {name} may not use {used}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_one_crate_alone_may_know_no_other_uses() {
    let metadata = metadata();
    let mut faults = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        for used in shipped_dependencies(package) {
            for (pattern, knowers) in KNOWN_ONLY_BY {
                let matches = match pattern.strip_suffix('*') {
                    Some(family) => used.starts_with(family),
                    None => used == *pattern,
                };
                if matches && !knowers.contains(&name) {
                    faults.push(format!("{name} uses {used}, known only by {knowers:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_shell_and_the_cli_read_the_clock() {
    // In parts, so that this file does not find itself.
    let readers = [["Utc", "::now"].concat(), ["Local", "::now"].concat()];
    let core = tests::repository().join("src-tauri/crates");
    let mut faults = Vec::new();
    for file in rust_files(&core) {
        let inside = file.strip_prefix(&core).expect("found under it");
        if inside.starts_with("cli") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a source file is UTF-8");
        for (line, words) in text.lines().enumerate() {
            if readers.iter().any(|reader| words.contains(reader.as_str())) {
                faults.push(format!("{}:{} reads the clock", inside.display(), line + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}
