//! A mail server on this machine that takes everything, for tests.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// A mail that the server has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenMail {
    /// As named on the line, without angle brackets.
    pub to: String,
    /// Header and text.
    pub mail: String,
}

/// Listens on 127.0.0.1 without encryption.
#[derive(Debug)]
pub struct MailServer {
    pub port: u16,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    taken: Mutex<Vec<TakenMail>>,
    changed: Condvar,
    refuses_logins: AtomicBool,
}

impl MailServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        std::thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&of_thread);
                // The other side may go whenever it wants.
                std::thread::spawn(move || drop(talk(&line, &shared)));
            }
        });
        Self { port, shared }
    }

    /// From now on, nobody's password is right, or everybody's.
    pub fn refuse_logins(&self, refuses: bool) {
        self.shared.refuses_logins.store(refuses, Ordering::SeqCst);
    }

    /// All it took so far, once it is so many.
    pub fn wait_for(&self, count: usize) -> Vec<TakenMail> {
        let taken = self.shared.taken.lock().expect("no test panics in here");
        let fewer = |taken: &mut Vec<TakenMail>| taken.len() < count;
        let wait = Duration::from_secs(30);
        let waited = self.shared.changed.wait_timeout_while(taken, wait, fewer);
        waited.expect("no test panics in here").0.clone()
    }
}

fn talk(line: &TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut out = line;
    let mut say = |words: &str| out.write_all(format!("{words}\r\n").as_bytes());
    let mut lines = BufReader::new(line);
    let mut next = || -> std::io::Result<String> {
        let mut line = String::new();
        match lines.read_line(&mut line)? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line),
        }
    };
    say("220 loopback.example ESMTP")?;
    let mut to = String::new();
    loop {
        let line = next()?;
        let upper = line.to_ascii_uppercase();
        match upper.split([' ', ':']).next().unwrap_or_default().trim() {
            "EHLO" => say("250-loopback.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME")?,
            "AUTH" if shared.refuses_logins.load(Ordering::SeqCst) => {
                say("535 5.7.8 Wrong password")?;
            }
            "AUTH" => say("235 2.7.0 Welcome")?,
            "RCPT" => {
                let inside = line.split(['<', '>']).nth(1);
                to = inside.unwrap_or_default().to_owned();
                say("250 2.1.5 Ok")?;
            }
            "DATA" => {
                say("354 End with a dot")?;
                let mut mail = String::new();
                loop {
                    let line = next()?;
                    if line == ".\r\n" {
                        break;
                    }
                    mail += line.strip_prefix('.').unwrap_or(&line);
                }
                let to = to.clone();
                let mut taken = shared.taken.lock().expect("no test panics in here");
                taken.push(TakenMail { to, mail });
                shared.changed.notify_all();
                drop(taken);
                say("250 2.0.0 Taken")?;
            }
            "QUIT" => return say("221 2.0.0 Bye"),
            _ => say("250 2.0.0 Ok")?,
        }
    }
}
