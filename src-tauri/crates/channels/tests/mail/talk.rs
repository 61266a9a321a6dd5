//! The talk of the server that does as it is told, on one line.

use crate::server::{Do, Encrypts, On, Shared, Taken};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

trait Line: Read + Write + Send {}
impl<T: Read + Write + Send> Line for T {}

pub(crate) struct Talk<'a> {
    tcp: TcpStream,
    line: Box<dyn Line>,
    shared: &'a Shared,
    when: Encrypts,
    tls: Option<Arc<ServerConfig>>,
    encrypted: bool,
    ahead: Vec<u8>,
}

pub(crate) struct Over;
pub(crate) type Goes = Result<(), Over>;

impl<'a> Talk<'a> {
    pub(crate) fn new(
        tcp: TcpStream,
        shared: &'a Shared,
        when: Encrypts,
        tls: Option<Arc<ServerConfig>>,
    ) -> Result<Self, Over> {
        tcp.set_nodelay(true).map_err(|_| Over)?;
        let line = Box::new(tcp.try_clone().map_err(|_| Over)?);
        let mut talk = Self {
            tcp,
            line,
            shared,
            when,
            tls,
            encrypted: false,
            ahead: Vec::new(),
        };
        if let Some(what) = talk.shared.planned(On::Connect) {
            talk.act(what)?;
        }
        if when == Encrypts::FromTheStart {
            talk.encrypt()?;
        }
        Ok(talk)
    }

    fn encrypt(&mut self) -> Goes {
        let config = Arc::clone(self.tls.as_ref().ok_or(Over)?);
        let mut connection = ServerConnection::new(config).map_err(|_| Over)?;
        let mut tcp = self.tcp.try_clone().map_err(|_| Over)?;
        while connection.is_handshaking() {
            connection.complete_io(&mut tcp).map_err(|_| Over)?;
        }
        self.line = Box::new(StreamOwned::new(connection, tcp));
        self.encrypted = true;
        Ok(())
    }

    pub(crate) fn all(&mut self) -> Goes {
        self.answer(On::Greeting, "220 fault.example ESMTP")?;
        let (mut from, mut to) = (String::new(), Vec::new());
        loop {
            let line = self.command()?;
            let upper = line.to_ascii_uppercase();
            match upper.split([' ', ':']).next().unwrap_or_default() {
                // The same among machines of one house (RFC 2033).
                "EHLO" | "LHLO" => self.hello()?,
                "STARTTLS" => {
                    self.answer(On::StartTls, "220 2.0.0 go ahead")?;
                    self.encrypt()?;
                }
                "AUTH" => self.auth(&upper)?,
                "MAIL" => {
                    (from, to) = (line, Vec::new());
                    self.answer(On::Mail, "250 2.1.0 Ok")?;
                }
                "RCPT" => {
                    to.push(line);
                    self.answer(On::Rcpt, "250 2.1.5 Ok")?;
                }
                "DATA" => {
                    if self.answer(On::Data, "354 End with a dot")? {
                        self.text(&from, &to)?;
                    }
                }
                "RSET" => {
                    self.answer(On::Rset, "250 2.0.0 Ok")?;
                }
                "NOOP" => self.say("250 2.0.0 Ok")?,
                "QUIT" => {
                    let _ = self.say("221 2.0.0 Bye");
                    return Err(Over);
                }
                _ => self.say("500 5.5.1 What?")?,
            }
        }
    }

    fn hello(&mut self) -> Goes {
        let mut all = "250-fault.example\r\n".to_owned();
        if self.when == Encrypts::WhenAsked && !self.encrypted {
            all.push_str("250-STARTTLS\r\n");
        } else {
            all.push_str("250-AUTH PLAIN LOGIN XOAUTH2\r\n");
        }
        all.push_str("250 8BITMIME");
        match self.shared.planned(On::Hello) {
            Some(what) => self.act(what),
            None => self.say(&all),
        }
    }

    fn auth(&mut self, line: &str) -> Goes {
        if let Some(what) = self.shared.planned(On::Auth) {
            self.act(what)?;
            if !matches!(what, Do::Say(said) if said.starts_with('3')) {
                return Ok(());
            }
            self.command()?;
        } else if line == "AUTH LOGIN" {
            for asks in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                self.say(asks)?;
                self.command()?;
            }
        }
        self.answer(On::Proof, "235 2.7.0 Welcome")?;
        Ok(())
    }

    fn text(&mut self, from: &str, to: &[String]) -> Goes {
        if let Some(what) = self.shared.planned(On::Text) {
            return self.act(what);
        }
        let mut data = Vec::new();
        loop {
            let mut line = self.line()?;
            if line == b".\r\n" {
                break;
            }
            if line.first() == Some(&b'.') {
                line.remove(0);
            }
            data.append(&mut line);
        }
        let what = self
            .shared
            .planned(On::Dot)
            .unwrap_or(Do::Say("250 2.0.0 Taken"));
        let takes = match what {
            Do::Say(said) => said.starts_with('2'),
            Do::SayBytes(said) => said.starts_with(b"2"),
            Do::SayAndClose(said) => said.starts_with('2'),
            Do::TakeAndClose | Do::TakeInSilence => true,
            _ => false,
        };
        if takes {
            let (from, to) = (from.to_owned(), to.to_vec());
            self.shared.take(Taken { from, to, data });
        }
        self.act(what)
    }

    /// Says what is planned for this step, or what is right. Whether it was what is right.
    fn answer(&mut self, on: On, right: &str) -> Result<bool, Over> {
        match self.shared.planned(on) {
            Some(what) => self.act(what).map(|()| false),
            None => self.say(right).map(|()| true),
        }
    }

    fn act(&mut self, what: Do) -> Goes {
        match what {
            Do::Say(words) => self.say(words),
            Do::SayBytes(bytes) => self.write(bytes),
            Do::SayAndClose(words) => self.say(words).and(Err(Over)),
            Do::Close | Do::TakeAndClose => Err(Over),
            Do::Silence | Do::TakeInSilence => self.until_they_go(),
            Do::Flood => loop {
                self.write(&[b'2'; 4_096])?;
            },
            Do::Lines => loop {
                self.say("250-more")?;
            },
            Do::Trickle => {
                let pause = Some(Duration::from_millis(20));
                self.tcp.set_read_timeout(pause).map_err(|_| Over)?;
                loop {
                    self.write(b"2")?;
                    match self.tcp.read(&mut [0; 64]) {
                        Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                        Ok(count) if count > 0 => {}
                        _ => return Err(Over),
                    }
                }
            }
        }
    }

    fn until_they_go(&mut self) -> Goes {
        while self.tcp.read(&mut [0; 4_096]).is_ok_and(|count| count > 0) {}
        Err(Over)
    }

    fn say(&mut self, words: &str) -> Goes {
        self.write(format!("{words}\r\n").as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> Goes {
        let written = self.line.write_all(bytes).and_then(|()| self.line.flush());
        written.map_err(|_| Over)
    }

    fn command(&mut self) -> Result<String, Over> {
        let line = self.line()?;
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        self.shared.note_command(line.clone());
        Ok(line)
    }

    fn line(&mut self) -> Result<Vec<u8>, Over> {
        loop {
            if let Some(end) = self.ahead.iter().position(|byte| *byte == b'\n') {
                return Ok(self.ahead.drain(..=end).collect());
            }
            let mut part = [0; 4_096];
            match self.line.read(&mut part) {
                Ok(0) | Err(_) => return Err(Over),
                Ok(count) => self.ahead.extend_from_slice(&part[..count]),
            }
        }
    }
}
