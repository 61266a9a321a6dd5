//! A disk of 4 MB that fills up: a clear message, and nothing lost.

use super::practice;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// A small disk; gone with its guard.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(at: &'a Path) -> Option<Self> {
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(at)
            .status()
            .is_ok_and(|status| status.success());
        mounted.then(|| Self(at))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

/// Whoever runs all tests asks for this one: then a machine on which no disk can be mounted fails.
const REQUIRED: &str = "DAYBOOK_DISK_TESTS";
/// Set in the program that was started again with the right to mount.
const INSIDE: &str = "DAYBOOK_DISK_TESTS_INSIDE";

/// Runs the test again where everybody may mount: in a namespace of its own.
fn again_in_a_namespace() -> bool {
    std::env::var_os(INSIDE).is_none()
        && Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount"])
            .arg(std::env::current_exe().expect("this program"))
            .args([
                "full_disk::a_full_disk_is_told_and_everything_acknowledged_is_there",
                "--exact",
                "--nocapture",
            ])
            .env(INSIDE, "1")
            .status()
            .is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_told_and_everything_acknowledged_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let keyring = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(folder.path()) else {
        if again_in_a_namespace() {
            return;
        }
        let required = std::env::var(REQUIRED).is_ok_and(|value| value == "required")
            || std::env::var_os(INSIDE).is_some();
        assert!(!required, "a small disk cannot be mounted here");
        println!("skipped: a small disk cannot be mounted here");
        return;
    };
    let mut daybook = practice::make(folder.path(), keyring.path(), 1);
    let mut saved = Vec::new();
    let error = loop {
        match practice::patient(&mut daybook, &format!("Full{:05}", saved.len())) {
            Ok(patient) => saved.push(practice::text(&patient["id"])),
            Err(error) => break error,
        }
        assert!(saved.len() < 50_000, "the disk never filled up");
    };
    assert_eq!(error["code"], "disk_full", "{error}");
    assert!(practice::text(&error["data"]).contains("safe"), "{error}");
    assert!(saved.len() > 20);
    drop(daybook);

    // Reading goes on while the disk is full, and nothing acknowledged is missing.
    let mut daybook = practice::open_with(folder.path(), keyring.path());
    let total = practice::ok(
        &mut daybook,
        "patient.list",
        json!({"offset": 0, "limit": 1, "status": null}),
    );
    assert_eq!(
        total["total"].as_u64().expect("a number") as usize,
        saved.len() + 1
    );
    let doctor = practice::ok(&mut daybook, "doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
    drop(daybook);
    drop(disk);
}
