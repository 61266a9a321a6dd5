//! Calendars and address books from a script, and a provider's calendar over a real port.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod script;

use script::Script;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n")
}

#[test]
fn a_calendar_and_an_address_book_go_in_and_out_from_a_script() {
    let script = Script::made();
    script.ok(&["provider", "add", "Dr Haas"]);
    let day = (chrono::Utc::now() + chrono::TimeDelta::days(40)).format("%Y%m%d");
    std::fs::write(
        script.path("haas.ics"),
        calendar(&format!(
            "BEGIN:VEVENT\nUID:a\nDTSTART:{day}T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:b\nDTSTART:never\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:c\nDTSTART:{day}T120000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n\
             BEGIN:VTODO\nUID:d\nEND:VTODO\n"
        )),
    )
    .unwrap();
    let path = script.text("haas.ics");
    let import = ["import", "ics", &path, "--provider", "dr haas"];
    let dry = script.ok(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(dry["refused"][0]["line"], 9);
    assert_eq!(dry["refused"][0]["source"], "haas.ics");
    let first = script.ok(&import);
    assert_eq!(first, dry);
    let again = script.ok(&import);
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&Value::from(0), &Value::from(0))
    );
    assert_eq!(again["unchanged"], first["created"]);
    let told = String::from_utf8_lossy(&script.run(&import).stderr).into_owned();
    assert!(
        told.contains("Series that go on after") && told.contains("1 VTODO"),
        "{told}"
    );

    // Without a provider it is wrong usage; with one it is for calendars alone.
    assert_eq!(script.run(&["import", "ics", &path]).status.code(), Some(2));
    let (error, said) = script.refused(&["import", "ics", &path, "--provider", "Dr Nobody"]);
    assert_eq!(error["code"], "invalid");
    assert!(said.contains("Dr Haas"), "{said}");
    for (format, option) in [
        ("csv", "--provider=x"),
        ("vcf", "--from=2026-01-01"),
        ("fhir", "--include-free"),
    ] {
        let (error, _) = script.refused(&["import", format, &path, option]);
        assert_eq!(error["field"], "format", "{format} {option}");
    }
    let (error, _) =
        script.refused(&[&import[..], &["--from", "2026-12-02", "--to", "2026-12-01"]].concat());
    assert_eq!(error["field"], "to");

    std::fs::write(
        script.path("book.vcf"),
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Byron\nTEL;TYPE=CELL:0171 5550100\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n",
    )
    .unwrap();
    let book = script.text("book.vcf");
    let report = script.ok(&["import", "vcf", &book]);
    assert_eq!(
        (&report["created"], &report["refused"][0]["line"]),
        (&Value::from(1), &Value::from(6))
    );
    assert_eq!(script.ok(&["import", "vcf", &book])["created"], 0);
    let exported = script.ok(&["export", "vcf", "--out", &script.text("out.vcf")]);
    assert_eq!(exported["patients"], 1);
    assert!(
        std::fs::read_to_string(script.path("out.vcf"))
            .unwrap()
            .contains("FN:Ada Byron")
    );
    let exported = script.ok(&[
        "export",
        "ics",
        "--out",
        &script.text("out"),
        "--provider",
        "Dr Haas",
        "--private",
    ]);
    assert!(
        exported["files"][0]
            .as_str()
            .unwrap()
            .ends_with("calendar.ics")
    );
    assert_eq!(exported["appointments"], 0);
    script.refused(&["export", "csv", "--out", &script.text("x"), "--private"]);
}

/// Every calendar of other programs is taken over or refused with a reason; none ends the program.
#[test]
fn the_samples_of_calendars_and_address_books_end_well() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = root
        .ancestors()
        .map(|above| above.join("shared/data"))
        .find(|path| path.exists());
    let Some(data) = found else {
        println!("skipped: ../shared/data is not there");
        return;
    };
    let script = Script::made();
    script.ok(&["provider", "add", "Dr Haas"]);
    for (format, options) in [("ics", vec!["--provider", "Dr Haas"]), ("vcf", vec![])] {
        let folder = data.join(format).display().to_string();
        let import = [&["import", format, &folder][..], &options].concat();
        let report = script.ok(&import);
        let number = |name: &str| report[name].as_u64().unwrap();
        let refused = report["refused"].as_array().unwrap();
        assert_eq!(
            number("read"),
            number("created") + number("updated") + number("unchanged") + refused.len() as u64
        );
        assert!(number("created") > 10, "{report}");
        assert!(
            refused
                .iter()
                .all(|one| one["reason"].as_str().unwrap().len() > 10)
        );
        let again = script.ok(&import);
        assert_eq!(
            (&again["created"], &again["updated"]),
            (&Value::from(0), &Value::from(0)),
            "{again}"
        );
    }
}

/// The program that serves, ended with the test.
struct Served {
    child: Child,
    url: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn on(script: &Script, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_daybook"))
            .arg("--practice")
            .arg(&script.practice)
            .args(["feed", "--provider", "Dr Haas", "--port", "0"])
            .args(more)
            .env("DAYBOOK_PASSPHRASE_FILE", script.path("passphrase"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let out = child.stdout.take().expect("piped");
        let url = BufReader::new(out)
            .lines()
            .map(|line| line.expect("text"))
            .find(|line| line.starts_with("http://"))
            .expect("an address is told");
        Self { child, url }
    }

    fn authority(&self) -> &str {
        self.url["http://".len()..].split('/').next().unwrap()
    }

    fn path(&self) -> &str {
        &self.url["http://".len() + self.authority().len()..]
    }

    /// Sends a request as it is; returns all that comes back.
    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.authority()).expect("it listens");
        stream.write_all(request.as_bytes()).expect("taken");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        self.send(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"))
    }
}

#[test]
fn a_providers_calendar_is_served_on_this_computer_without_names() {
    let script = Script::made();
    script.ok(&["provider", "add", "Dr Haas"]);
    script.ok(&["chair", "add", "Room 1"]);
    std::fs::write(
        script.path("list.csv"),
        "Family name,Given name\nByron,Ada\n",
    )
    .unwrap();
    script.ok(&["import", "csv", &script.text("list.csv")]);
    let patient = script.ok(&["patient", "search", "byron"])[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let openings = |from: &str, to: &str| {
        script.ok(&[
            "appointment",
            "openings",
            "--minutes",
            "30",
            "--from",
            from,
            "--to",
            to,
            "--provider",
            "Dr Haas",
        ])
    };
    let day = |days: i64| {
        (chrono::Utc::now() + chrono::TimeDelta::days(days))
            .date_naive()
            .to_string()
    };
    let book = |from: i64| {
        let opening = openings(&day(from), &day(from + 10))[0].clone();
        let (start, chair) = (
            opening["start"].as_str().unwrap(),
            opening["chair"].as_str().unwrap(),
        );
        script.ok(&[
            "appointment",
            "book",
            "--patient",
            &patient,
            "--provider",
            "Dr Haas",
            "--chair",
            chair,
            "--start",
            start,
            "--minutes",
            "30",
        ]);
    };
    book(20);
    let served = Served::on(&script, &["--token-file", &script.text("token")]);
    assert!(served.authority().starts_with("127.0.0.1:"));
    assert!(served.path().len() > 48, "the address cannot be guessed");

    let answer = served.ask("GET", served.path(), served.authority());
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    assert!(head.contains("Content-Type: text/calendar; charset=utf-8"));
    assert!(!head.contains("Access-Control"));
    assert!(body.starts_with("BEGIN:VCALENDAR\r\n") && body.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(
        (
            body.matches("BEGIN:VEVENT").count(),
            body.matches("SUMMARY:Busy").count()
        ),
        (1, 1)
    );
    for word in ["Ada", "Byron", "Room 1", &patient] {
        assert!(!body.contains(word), "{word}");
    }
    // What another program books meanwhile is in it.
    book(30);
    let answer = served.ask("GET", served.path(), served.authority());
    assert_eq!(answer.matches("BEGIN:VEVENT").count(), 2);

    let port = served.authority().rsplit(':').next().unwrap().to_owned();
    for (method, path, host, status) in [
        ("GET", "/", served.authority(), 404),
        ("GET", "/calendar.ics", served.authority(), 404),
        ("POST", served.path(), served.authority(), 405),
        ("HEAD", served.path(), served.authority(), 405),
        ("GET", served.path(), "evil.example", 421),
        ("GET", served.path(), &format!("evil.example:{port}"), 421),
        ("GET", served.path(), &format!("localhost:{port}"), 200),
    ] {
        let answer = served.ask(method, path, host);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{method} {path} {host}: {answer}"
        );
        assert!(status == 200 || !answer.contains("VCALENDAR"));
    }
    // Nonsense, a request without an end, and one who hangs up keep nobody else waiting for long.
    assert!(served.send("\0\0\r\n\r\n").starts_with("HTTP/1.1 400 "));
    assert!(
        served
            .send(&format!(
                "GET {} HTTP/1.1\r\nX: {}",
                served.path(),
                "y".repeat(20_000)
            ))
            .starts_with("HTTP/1.1 400 ")
            || cfg!(not(unix))
    );
    drop(TcpStream::connect(served.authority()).unwrap());
    let _silent = TcpStream::connect(served.authority()).unwrap();
    assert!(
        served
            .ask("GET", served.path(), served.authority())
            .starts_with("HTTP/1.1 200 ")
    );

    // The address stays the same the next time, but for the port.
    let path = served.path().to_owned();
    drop(served);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(script.path("token"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(
        Served::on(&script, &["--token-file", &script.text("token")]).path(),
        path
    );
    assert_ne!(Served::on(&script, &[]).path(), path);
    let (error, _) = script.refused(&[
        "feed",
        "--provider",
        "Dr Haas",
        "--port",
        "0",
        "--token-file",
        &script.text("list.csv"),
    ]);
    assert_eq!(error["field"], "token_file");
}
