//! kill -9 between a mail's being taken and that being written down (M15): nothing is lost, and what
//! comes twice is the same mail under the same Message-ID.

use super::{practice, worker};
use app::Daybook;
use app::messages::{Channels, Handed, MailTrouble, Outgoing, Post, Postbox, TestLetter, Tested};
use domain::messages::Channel;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use testkit::MailServer;

/// Booked on Monday for Friday: asked to confirm on Tuesday at 10:00, which is 09:00 UTC.
const BOOKED: &str = "2026-11-23T08:00:00Z";
const ASKED: &str = "2026-11-24T09:00:00Z";

/// Hands a mail over for good, says so, and never comes to write it down.
#[derive(Debug, Default)]
struct StopsBehindTheDot(Post);

impl Channels for StopsBehindTheDot {
    fn carries(&self, channel: Channel, postbox: Option<&Postbox>) -> bool {
        self.0.carries(channel, postbox)
    }

    fn hand_over(&self, message: &Outgoing<'_>) -> Handed {
        let handed = self.0.hand_over(message);
        worker::say(&format!("handed over {handed:?}"));
        loop {
            std::thread::park();
        }
    }

    fn test(&self, postbox: &Postbox, letter: &TestLetter) -> Result<Tested, MailTrouble> {
        self.0.test(postbox, letter)
    }
}

/// The worker: sends what is due, and stops where it is to be killed.
pub(crate) fn send(folder: &Path, now: &str) {
    let mut daybook = practice::open_at(folder, now, Box::new(StopsBehindTheDot::default()));
    tick(&mut daybook);
    panic!("nothing was due");
}

fn tick(daybook: &mut Daybook) -> Value {
    practice::ok(
        daybook,
        "message.tick",
        json!({"now": null, "dry_run": false}),
    )
}

fn at(folder: &Path, now: &str) -> Daybook {
    practice::open_at(folder, now, Box::<Post>::default())
}

fn states(daybook: &mut Daybook) -> Vec<String> {
    let rows = testkit::outbox(daybook).into_iter();
    let mut states: Vec<String> = rows.map(|row| practice::text(&row["state"])).collect();
    states.sort();
    states
}

fn set_up(folder: &Path, port: u16) {
    let mut daybook = practice::make_at(folder, BOOKED, Box::<Post>::default());
    let mailbox = json!({
        "host": "127.0.0.1", "port": port, "security": "none", "user": "", "password": null,
        "token": false, "from": "desk@example.org", "reply_to": "",
    });
    practice::ok(&mut daybook, "mailbox.save", mailbox);
    let providers = practice::ids(&mut daybook, "providers");
    let chairs = practice::ids(&mut daybook, "chairs");
    let patient = practice::patient_with_mail(&mut daybook, "Byron", "ada@example.org");
    let request = json!({
        "patient": patient, "provider": providers[0], "chair": chairs[0], "kind": null,
        "start": "2026-11-27T10:00", "second_pass": false, "minutes": 30, "notes": "",
        "overbook": false,
    });
    practice::ok(&mut daybook, "appointment.book", request);
    tick(&mut daybook);
    assert_eq!(states(&mut daybook), ["planned", "planned"]);
    daybook.close().expect("closed");
}

#[test]
fn m15_killed_between_handing_over_and_writing_down_the_same_mail_goes_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = MailServer::start();
    set_up(folder.path(), server.port);

    let mut sender = worker::start_at("send", folder.path(), ASKED);
    let out = sender.stdout.take().expect("piped");
    let handed = BufReader::new(out)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("@handed over ").map(str::to_owned));
    assert_eq!(handed.as_deref(), Some("Accepted"));
    // SIGKILL: no destructor, no commit, nothing more.
    sender.kill().expect("killed");
    let ended = sender.wait().expect("ended");
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::process::ExitStatusExt::signal(&ended),
        Some(9)
    );
    assert!(!ended.success());
    assert_eq!(server.wait_for(1).len(), 1, "the server has it");

    let mut daybook = at(folder.path(), ASKED);
    assert_eq!(
        states(&mut daybook),
        ["claimed", "planned"],
        "nobody wrote it down"
    );
    assert_eq!(
        tick(&mut daybook)["busy"],
        true,
        "the turn of the dead is not over yet"
    );
    drop(daybook);
    // Its turn ends after five minutes; then what it left is found, and pauses as after any attempt.
    let mut daybook = at(folder.path(), "2026-11-24T09:06:00Z");
    tick(&mut daybook);
    assert_eq!(states(&mut daybook), ["planned", "transient"]);
    drop(daybook);
    let mut daybook = at(folder.path(), "2026-11-24T09:12:00Z");
    assert_eq!(tick(&mut daybook)["accepted"], 1);
    assert_eq!(states(&mut daybook), ["accepted", "planned"]);
    tick(&mut daybook);

    let taken = server.wait_for(2);
    assert_eq!(taken.len(), 2, "once more, and not again");
    let id = |mail: &str| {
        let line = mail.lines().find(|line| line.starts_with("Message-ID: "));
        line.map(str::to_owned).expect("a Message-ID")
    };
    assert_eq!(id(&taken[0].mail), id(&taken[1].mail));
    assert_eq!(taken[0], taken[1], "the same to the last byte");
    let doctor = practice::ok(&mut daybook, "doctor.run", Value::Null);
    assert_eq!(doctor["ok"], true, "{doctor}");
}
