//! The process that works and may be killed.

use super::practice;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const TASK: &str = "DAYBOOK_FAULTS_TASK";
const FOLDER: &str = "DAYBOOK_FAULTS_FOLDER";
const SEED: &str = "DAYBOOK_FAULTS_SEED";
/// What the worker's clock shows, where it stands still.
const NOW: &str = "DAYBOOK_FAULTS_NOW";

/// How many patients an import brings.
pub(crate) const ROWS: usize = 200;

/// Starts a worker whose lines can be read.
pub(crate) fn start(task: &str, folder: &Path, seed: u64) -> Child {
    spawn(command(task, folder).env(SEED, seed.to_string()))
}

/// The same, with a clock that stands still.
pub(crate) fn start_at(task: &str, folder: &Path, now: &str) -> Child {
    spawn(command(task, folder).env(NOW, now))
}

fn command(task: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command
        .args(["worker::work", "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, task)
        .env(FOLDER, folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

fn spawn(command: &mut Command) -> Child {
    command.spawn().expect("the worker starts")
}

/// Does nothing unless it was started by [`start`].
#[test]
fn work() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER)) else {
        return;
    };
    let folder = PathBuf::from(folder);
    let seed = std::env::var(SEED)
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0);
    match task.as_str() {
        "book" => book(&folder, seed),
        "write" => write(&folder, seed),
        "send" => super::mail::send(&folder, &std::env::var(NOW).expect("an instant")),
        "create" => {
            let made = practice::make(&folder, &folder, 0);
            say("made");
            drop(made);
        }
        _ => panic!("no such task: {task}"),
    }
}

/// Says a line that the parent can rely on: what it names was acknowledged.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "\n@{line}");
    let _ = out.flush();
}

/// Tries to book each opening of the list, in an order of its own; says who won.
fn book(folder: &Path, seed: u64) {
    let mut daybook = practice::open(folder);
    let providers = practice::ids(&mut daybook, "providers");
    let chairs = practice::ids(&mut daybook, "chairs");
    let found = practice::ok(
        &mut daybook,
        "patient.list",
        json!({"offset": 0, "limit": 500, "status": null}),
    );
    let patients: Vec<String> = found["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| practice::text(&row["id"]))
        .collect();
    for step in 0..super::two_processes::TRIES {
        // The same openings in both processes, each trying neighbours at the same moment.
        let slot = (step + seed as usize) % super::two_processes::OPENINGS;
        let day = 1 + slot / 48 % 28;
        let month = 1 + slot / (48 * 28);
        let start = format!(
            "2027-{month:02}-{day:02}T{:02}:{:02}",
            slot % 48 / 2,
            slot % 2 * 30
        );
        let who = (step * 7 + seed as usize * 3) % patients.len();
        let request = json!({
            "patient": patients[who], "provider": providers[0], "chair": chairs[0], "kind": null,
            "start": start, "second_pass": false, "minutes": 30, "notes": "", "overbook": false,
        });
        match practice::rpc(&mut daybook, "appointment.book", request) {
            Ok(booked) => say(&format!("booked {}", practice::text(&booked["id"]))),
            Err(error) if error["code"] == "clash" || error["field"] == "start" => say("clash"),
            Err(error) => panic!("{error}"),
        }
    }
    say("done");
}

/// Books, saves and imports until it is killed.
fn write(folder: &Path, seed: u64) {
    let mut daybook = practice::open(folder);
    for step in 0u64.. {
        match (seed + step) % 4 {
            0 => {
                let file = folder.join(format!("import-{seed}-{step}.csv"));
                let rows: String = (0..ROWS)
                    .map(|row| format!("Im,Port{seed}x{step}x{row},1970-01-01\n"))
                    .collect();
                std::fs::write(&file, format!("first name,last name,birth date\n{rows}"))
                    .expect("written");
                let request =
                    json!({"paths": [file], "format": "csv", "map": {}, "date_format": null});
                practice::ok(&mut daybook, "import.start", request);
                loop {
                    let progress = practice::ok(&mut daybook, "import.progress", Value::Null);
                    if progress["running"] == false {
                        assert_eq!(progress["report"]["created"], ROWS, "{progress}");
                        break;
                    }
                    std::thread::yield_now();
                }
                say(&format!("imported Port{seed}x{step}x"));
            }
            _ => {
                let family = format!("Kill{seed}x{step}");
                let saved = practice::patient(&mut daybook, &family).expect("saved");
                say(&format!("saved {}", practice::text(&saved["id"])));
            }
        }
        if step % 5 == 0 {
            daybook.tick().expect("the witness is written");
        }
    }
}
