//! A line to a server: bytes out, replies in, none of it for ever.

use super::reply::{Reply, ReplyLine};
use super::tls::{self, Tls};
use super::trouble::Fault;
use rustls::{ClientConnection, StreamOwned};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Longest line of a reply: twice what RFC 5321 (4.5.3.1.5) allows, and then some.
const LONGEST_LINE: usize = 2_048;
const MOST_LINES: usize = 200;

/// A connection that is given up at a given moment.
pub(super) struct Wire {
    stream: Stream,
    /// What has come in and was not read yet.
    ahead: Vec<u8>,
}

enum Stream {
    Plain(Timed),
    Encrypted(Box<StreamOwned<ClientConnection, Timed>>),
}

/// Every call ends at the latest at `until`, however little comes in at a time.
struct Timed {
    tcp: TcpStream,
    until: Instant,
}

impl Wire {
    /// Connects to one address.
    pub(super) fn connect(at: &SocketAddr, patience: Duration) -> Result<Self, Fault> {
        let tcp = TcpStream::connect_timeout(at, patience).map_err(|error| match error.kind() {
            ErrorKind::ConnectionRefused => Fault::PortRefused,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Fault::NoAnswer,
            _ => Fault::Unreachable,
        })?;
        // Each command waits for its answer, so nothing is gained by holding back.
        let _ = tcp.set_nodelay(true);
        let until = Instant::now() + patience;
        Ok(Self {
            stream: Stream::Plain(Timed { tcp, until }),
            ahead: Vec::new(),
        })
    }

    /// Encrypts the line from here on. What came in before in clear could be anybody's, and is an
    /// end of it.
    pub(super) fn encrypt(self, tls: &Tls, until: Instant) -> Result<Self, Fault> {
        if !self.ahead.is_empty() {
            return Err(Fault::NotMail);
        }
        let Stream::Plain(mut tcp) = self.stream else {
            return Ok(self);
        };
        tcp.until = until;
        let client = ClientConnection::new(Arc::clone(&tls.config), tls.name.clone())
            .map_err(|error| tls::fault(&error))?;
        let mut stream = StreamOwned::new(client, tcp);
        while stream.conn.is_handshaking() {
            stream
                .conn
                .complete_io(&mut stream.sock)
                .map_err(|error| fault(&error))?;
        }
        Ok(Self {
            stream: Stream::Encrypted(Box::new(stream)),
            ahead: self.ahead,
        })
    }

    pub(super) fn is_encrypted(&self) -> bool {
        matches!(self.stream, Stream::Encrypted(_))
    }

    fn tcp(&self) -> &TcpStream {
        match &self.stream {
            Stream::Plain(timed) => &timed.tcp,
            Stream::Encrypted(stream) => &stream.sock.tcp,
        }
    }

    /// This end's address.
    pub(super) fn here(&self) -> Option<SocketAddr> {
        self.tcp().local_addr().ok()
    }

    /// All that is said or heard next has to be done by then.
    pub(super) fn give_up_at(&mut self, until: Instant) {
        match &mut self.stream {
            Stream::Plain(timed) => timed.until = until,
            Stream::Encrypted(stream) => stream.sock.until = until,
        }
    }

    /// One line out, wiped afterwards, since it may be a password.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Fault> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(line.len() + 2));
        bytes.extend_from_slice(line.as_bytes());
        bytes.extend_from_slice(b"\r\n");
        self.write(&bytes)
    }

    /// Bytes out, and on their way when it returns.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let stream: &mut dyn Write = match &mut self.stream {
            Stream::Plain(timed) => timed,
            Stream::Encrypted(stream) => stream.as_mut(),
        };
        stream
            .write_all(bytes)
            .and_then(|()| stream.flush())
            .map_err(|error| fault(&error))
    }

    /// One reply, whole. More than one is no talk that could be followed.
    pub(super) fn hear(&mut self) -> Result<Reply, Fault> {
        let mut lines = Vec::new();
        loop {
            let line = self.line()?;
            let line = ReplyLine::read(&line).ok_or(Fault::NotMail)?;
            lines.push(line.text);
            if line.last {
                let code = line.code;
                return Ok(Reply { code, lines });
            }
            if lines.len() >= MOST_LINES {
                return Err(Fault::NotMail);
            }
        }
    }

    /// Whether something came in that nobody asked for.
    pub(super) fn has_more(&self) -> bool {
        !self.ahead.is_empty()
    }

    fn line(&mut self) -> Result<Vec<u8>, Fault> {
        loop {
            if let Some(end) = self.ahead.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.ahead.drain(..=end).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return Ok(line);
            }
            if self.ahead.len() > LONGEST_LINE {
                return Err(Fault::NotMail);
            }
            let mut part = [0; 1_024];
            let stream: &mut dyn Read = match &mut self.stream {
                Stream::Plain(timed) => timed,
                Stream::Encrypted(stream) => stream.as_mut(),
            };
            match stream.read(&mut part) {
                Ok(0) => return Err(Fault::Cut),
                Ok(count) => self.ahead.extend(part.iter().take(count)),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(fault(&error)),
            }
        }
    }
}

fn fault(error: &io::Error) -> Fault {
    let inner = error.get_ref();
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return tls::fault(error);
    }
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Fault::NoAnswer,
        _ => Fault::Cut,
    }
}

impl Timed {
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        Ok(left)
    }
}

impl Read for Timed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.tcp.set_read_timeout(Some(self.left()?))?;
        self.tcp.read(bytes)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tcp.set_write_timeout(Some(self.left()?))?;
        self.tcp.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tcp.flush()
    }
}
