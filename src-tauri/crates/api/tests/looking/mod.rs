//! Looking at what Daybook wrote, past Daybook.
#![allow(dead_code, unreachable_pub)]

use rusqlite::Connection;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use testkit::PASSPHRASE;
use vault::{Purpose, Vault};

/// The file, opened past Daybook.
pub fn behind(folder: &Path) -> Connection {
    let key = Vault::open(folder)
        .expect("the test can look behind")
        .unlock_with_passphrase(PASSPHRASE)
        .expect("the test can look behind");
    let raw = key.derive(Purpose::Database).sqlcipher_raw_key(None);
    let connection =
        Connection::open(folder.join("practice.db")).expect("the test can look behind");
    connection
        .execute_batch(&format!("PRAGMA key = \"{}\"", raw.as_str()))
        .expect("the test can look behind");
    connection
}

/// The text of pages as a reader program gives it; nothing when it may not open them, none when
/// there is no such program here.
pub fn pages(pdf: &[u8], passphrase: Option<&str>) -> Option<String> {
    let mut reader = Command::new("pdftotext");
    if let Some(passphrase) = passphrase {
        reader.args(["-upw", passphrase]);
    }
    let reader = reader
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut reader) = reader else {
        eprintln!("skipped: no pdftotext here");
        return None;
    };
    let mut input = reader.stdin.take().expect("it was asked for");
    let pdf = pdf.to_vec();
    let feed = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("it was started");
    // One that may not open it stops reading.
    let _ = feed.join();
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
