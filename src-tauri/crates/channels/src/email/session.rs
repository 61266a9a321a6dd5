//! The talk with a server, step by step (RFC 5321, 3207, 4954).

use super::compose::Composed;
use super::mailbox::{Login, Mailbox, Patience, Proof, Security};
use super::reply::Reply;
use super::tls::Tls;
use super::trouble::{Fault, Step};
use super::wire::Wire;
use data_encoding::BASE64;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Where the talk ended before it should have, and how.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) step: Step,
    pub(super) how: How,
}

#[derive(Debug)]
pub(super) enum How {
    /// By what was said.
    Said(Reply),
    /// By something else.
    Fault(Fault),
}

/// A server that waits for the next message.
pub(super) struct Session {
    wire: Wire,
    patience: Patience,
    /// What it can do, as it told (EHLO), in capitals.
    knows: Vec<String>,
    /// As it calls itself.
    pub(super) name: String,
}

impl Session {
    /// Connects, encrypts and logs in, by `until` at the latest.
    pub(super) fn open(
        mailbox: &Mailbox,
        tls: Option<&Tls>,
        at: &[SocketAddr],
        patience: Patience,
        until: Instant,
    ) -> Result<Self, Stopped> {
        let mut wire = connect(at, patience, until)?;
        if let (Security::Tls, Some(tls)) = (mailbox.security, tls) {
            let by = soonest(until, patience.reply);
            wire = wire.encrypt(tls, by).map_err(at_step(Step::Encryption))?;
        }
        let mut session = Self {
            wire,
            patience,
            knows: Vec::new(),
            name: String::new(),
        };
        let greeting = session.greeting(mailbox, until)?;
        session.name = first_word(&greeting);
        session.hello(until)?;
        if mailbox.security == Security::StartTls {
            session = session.start_tls(tls, until)?;
        }
        if let Some(login) = &mailbox.login {
            session.log_in(login, until)?;
        }
        Ok(session)
    }

    fn greeting(&mut self, mailbox: &Mailbox, until: Instant) -> Result<Reply, Stopped> {
        self.wire.give_up_at(soonest(until, self.patience.reply));
        let reply = self.wire.hear().map_err(|fault| {
            // By custom nobody but TLS waits there in silence to be spoken to first.
            let waits = mailbox.port == 465 && mailbox.security != Security::Tls;
            let fault = if waits && fault == Fault::NoAnswer {
                Fault::WantsTls
            } else {
                fault
            };
            at_step(Step::Greeting)(fault)
        })?;
        self.expect(Step::Greeting, reply, 2)
    }

    fn hello(&mut self, until: Instant) -> Result<(), Stopped> {
        let here = match self.wire.here().map(|at| at.ip()) {
            Some(IpAddr::V6(at)) => format!("[IPv6:{at}]"),
            Some(IpAddr::V4(at)) => format!("[{at}]"),
            None => "[127.0.0.1]".to_owned(),
        };
        let reply = self.command(Step::Hello, &format!("EHLO {here}"), 2, until)?;
        let knows = reply.lines.iter().skip(1);
        self.knows = knows.map(|line| line.to_ascii_uppercase()).collect();
        Ok(())
    }

    fn start_tls(mut self, tls: Option<&Tls>, until: Instant) -> Result<Self, Stopped> {
        let step = at_step(Step::Encryption);
        let Some(tls) = tls.filter(|_| self.can("STARTTLS")) else {
            return Err(step(Fault::NoStartTls));
        };
        self.command(Step::Encryption, "STARTTLS", 2, until)?;
        let by = soonest(until, self.patience.reply);
        let encrypted = self.wire.encrypt(tls, by).map_err(|fault| match fault {
            // It said that it was ready for it.
            Fault::NotTls => Fault::TlsFailed,
            fault => fault,
        });
        self.wire = encrypted.map_err(step)?;
        // What was said in clear does not count (RFC 3207, 4.2).
        self.knows.clear();
        self.hello(until)?;
        Ok(self)
    }

    fn log_in(&mut self, login: &Login, until: Instant) -> Result<(), Stopped> {
        const STEP: Step = Step::Login;
        let user = login.user.as_str();
        match &login.proof {
            Proof::Token(token) if self.knows_login("XOAUTH2") => {
                let token = token.reveal();
                let words =
                    Zeroizing::new(format!("user={user}\u{1}auth=Bearer {token}\u{1}\u{1}"));
                self.prove("XOAUTH2", &words, until)
            }
            Proof::Password(password) if self.knows_login("PLAIN") => {
                let password = password.reveal();
                let words = Zeroizing::new(format!("\0{user}\0{password}"));
                self.prove("PLAIN", &words, until)
            }
            Proof::Password(password) if self.knows_login("LOGIN") => {
                self.command(STEP, "AUTH LOGIN", 3, until)?;
                self.command(STEP, &base64(user), 3, until)?;
                self.command(STEP, &base64(password.reveal()), 2, until)?;
                Ok(())
            }
            Proof::Password(_) | Proof::Token(_) => Err(at_step(STEP)(Fault::LoginNotOffered)),
        }
    }

    fn prove(&mut self, by: &str, words: &str, until: Instant) -> Result<(), Stopped> {
        let line = Zeroizing::new(format!("AUTH {by} {}", base64(words).as_str()));
        let reply = self.ask(Step::Login, &line, until)?;
        if reply.class() == 3 {
            // A refusal that wants to be read before it is said (XOAUTH2).
            self.command(Step::Login, "", 2, until)?;
            return Ok(());
        }
        self.expect(Step::Login, reply, 2)?;
        Ok(())
    }

    /// All that comes before the text. Nothing is taken by it.
    pub(super) fn announce(&mut self, mail: &Composed, until: Instant) -> Result<(), Stopped> {
        let plain = mail.to.user().is_ascii() && mail.from.user().is_ascii();
        if !plain && !self.can("SMTPUTF8") {
            return Err(at_step(Step::Recipient)(Fault::AddressNotCarried));
        }
        let also = if plain { "" } else { " BODY=8BITMIME SMTPUTF8" };
        let from = format!("MAIL FROM:<{}>{also}", mail.from);
        self.command(Step::Sender, &from, 2, until)?;
        self.command(Step::Recipient, &format!("RCPT TO:<{}>", mail.to), 2, until)?;
        self.command(Step::Text, "DATA", 3, until)?;
        Ok(())
    }

    /// The text. An error of the step [`Step::Verdict`] came when its last dot may have been read.
    pub(super) fn hand_over(&mut self, message: &[u8]) -> Result<(), Stopped> {
        let until = Instant::now() + self.patience.verdict;
        self.wire.give_up_at(until);
        self.wire
            .write(&stuffed(message))
            .map_err(at_step(Step::Text))?;
        let taken = self.wire.write(b".\r\n").and_then(|()| self.wire.hear());
        let reply = taken.map_err(at_step(Step::Verdict))?;
        self.expect(Step::Verdict, reply, 2)?;
        Ok(())
    }

    /// Whether it is ready for another message, after one that it did not take.
    pub(super) fn start_over(&mut self) -> bool {
        let until = Instant::now() + self.patience.reply.min(Duration::from_secs(5));
        self.command(Step::Sender, "RSET", 2, until).is_ok()
    }

    /// Whether something was said that nobody asked for: answers would no longer fit questions.
    pub(super) fn is_confused(&self) -> bool {
        self.wire.has_more()
    }

    /// Takes leave, and does not wait for an answer.
    pub(super) fn leave(mut self) {
        self.wire
            .give_up_at(Instant::now() + Duration::from_secs(1));
        let _ = self.wire.say("QUIT");
    }

    pub(super) fn is_encrypted(&self) -> bool {
        self.wire.is_encrypted()
    }

    fn can(&self, what: &str) -> bool {
        let mut words = self.knows.iter().map(|line| line.split(' ').next());
        words.any(|word| word == Some(what))
    }

    fn knows_login(&self, way: &str) -> bool {
        // Some put `=` behind it, as was done before there was a standard.
        let ways = self
            .knows
            .iter()
            .filter_map(|line| line.strip_prefix("AUTH"));
        ways.flat_map(|ways| ways.split([' ', '=']))
            .any(|known| known == way)
    }

    fn command(
        &mut self,
        step: Step,
        line: &str,
        class: u16,
        until: Instant,
    ) -> Result<Reply, Stopped> {
        let reply = self.ask(step, line, until)?;
        self.expect(step, reply, class)
    }

    fn ask(&mut self, step: Step, line: &str, until: Instant) -> Result<Reply, Stopped> {
        self.wire.give_up_at(soonest(until, self.patience.reply));
        let reply = self.wire.say(line).and_then(|()| self.wire.hear());
        reply.map_err(at_step(step))
    }

    fn expect(&self, step: Step, reply: Reply, class: u16) -> Result<Reply, Stopped> {
        if reply.class() != class {
            let how = How::Said(reply);
            return Err(Stopped { step, how });
        }
        // Behind its verdict a server may say good-bye.
        if self.wire.has_more() && step != Step::Verdict {
            return Err(at_step(step)(Fault::NotMail));
        }
        Ok(reply)
    }
}

fn connect(at: &[SocketAddr], patience: Patience, until: Instant) -> Result<Wire, Stopped> {
    let mut last = Fault::NoAnswer;
    for address in at {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        match Wire::connect(address, patience.connect.min(left)) {
            Ok(wire) => return Ok(wire),
            Err(fault) => last = fault,
        }
    }
    Err(at_step(Step::Connect)(last))
}

fn at_step(step: Step) -> impl Fn(Fault) -> Stopped {
    move |fault| Stopped {
        step,
        how: How::Fault(fault),
    }
}

fn soonest(until: Instant, patience: Duration) -> Instant {
    until.min(Instant::now() + patience)
}

fn base64(words: &str) -> Zeroizing<String> {
    Zeroizing::new(BASE64.encode(words.as_bytes()))
}

fn first_word(reply: &Reply) -> String {
    let line = reply.lines.first().map(String::as_str);
    let word = line.and_then(|line| line.split(' ').next());
    super::safe::line(word.unwrap_or_default(), 100)
}

/// The text with its lines ended alike, and a dot more where a line begins with one (RFC 5321,
/// 4.5.2).
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + message.len() / 64 + 2);
    let message = message.strip_suffix(b"\n").unwrap_or(message);
    for line in message.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.first() == Some(&b'.') {
            out.push(b'.');
        }
        out.extend_from_slice(line);
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_text_ends_it() {
        for (text, wanted) in [
            (&b"a\r\n.\r\nb\r\n"[..], &b"a\r\n..\r\nb\r\n"[..]),
            (b".a\n..b", b"..a\r\n...b\r\n"),
            (b"a\r\n", b"a\r\n"),
            (b"a\r\n\r\n", b"a\r\n\r\n"),
            (b"", b"\r\n"),
        ] {
            assert_eq!(stuffed(text), wanted, "{text:?}");
        }
    }
}
