//! One page for programs on this computer, at an address that only those know who were told it.
//!
//! It answers `GET` of one path, on 127.0.0.1 alone. A page of the web that is open in a browser here
//! cannot reach it under a name of its own: any other `Host` is refused, and nothing allows another
//! origin to read an answer.

use std::io::{Read, Result, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// A port that listens.
pub(crate) struct Loopback {
    listener: TcpListener,
    address: SocketAddr,
}

/// What a request gets.
pub(crate) enum Reply {
    Calendar(Vec<u8>),
    Failed,
}

/// The longest request, in bytes.
const LONGEST: usize = 8 * 1024;
/// Who has not asked by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);

impl Loopback {
    /// On a port of this computer; 0 takes any that is free.
    pub(crate) fn on(port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Address and port, as they stand in a URL.
    pub(crate) fn authority(&self) -> String {
        self.address.to_string()
    }

    /// Answers requests one after the other for as long as the port listens.
    pub(crate) fn answer(&self, path: &str, mut reply: impl FnMut() -> Reply) {
        for stream in self.listener.incoming() {
            // One who hung up, or was cut off, concerns nobody else.
            let Ok(mut stream) = stream else { continue };
            let _ = self.one(&mut stream, path, &mut reply);
        }
    }

    fn one(
        &self,
        stream: &mut TcpStream,
        path: &str,
        reply: &mut impl FnMut() -> Reply,
    ) -> Result<()> {
        stream.set_write_timeout(Some(PATIENCE))?;
        let asked = self.asked(stream, path)?;
        let (status, body) = match asked {
            Asked::Page => match reply() {
                Reply::Calendar(calendar) => ("200 OK", calendar),
                Reply::Failed => ("500 Internal Server Error", Vec::new()),
            },
            Asked::OtherMethod => ("405 Method Not Allowed", Vec::new()),
            Asked::OtherHost => ("421 Misdirected Request", Vec::new()),
            Asked::OtherPath => ("404 Not Found", Vec::new()),
            Asked::Nonsense => ("400 Bad Request", Vec::new()),
        };
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\n",
            body.len()
        );
        if status.starts_with("200") {
            head.push_str("Content-Type: text/calendar; charset=utf-8\r\n");
        }
        if status.starts_with("405") {
            head.push_str("Allow: GET\r\n");
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes())?;
        stream.write_all(&body)?;
        stream.flush()
    }

    fn asked(&self, stream: &mut TcpStream, path: &str) -> Result<Asked> {
        let begun = Instant::now();
        let mut request = Vec::new();
        loop {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            if left.is_zero() || request.len() > LONGEST {
                return Ok(Asked::Nonsense);
            }
            stream.set_read_timeout(Some(left))?;
            let mut block = [0; 1024];
            let count = stream.read(&mut block)?;
            if count == 0 {
                return Ok(Asked::Nonsense);
            }
            request.extend_from_slice(&block[..count]);
            if let Some(asked) = understood(&request, path, self.address.port()) {
                return Ok(asked);
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Page,
    OtherMethod,
    OtherHost,
    OtherPath,
    Nonsense,
}

/// What a request asks for; none when it has not all come yet.
fn understood(request: &[u8], path: &str, port: u16) -> Option<Asked> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(request) {
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return None,
        Err(_) => return Some(Asked::Nonsense),
    }
    let mut hosts = parsed
        .headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("Host"));
    let here = match (hosts.next(), hosts.next()) {
        (Some(host), None) => {
            let names = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
            names.iter().any(|name| name.as_bytes() == host.value)
        }
        _ => false,
    };
    if !here {
        return Some(Asked::OtherHost);
    }
    let asked = parsed.path.unwrap_or_default();
    Some(match parsed.method {
        _ if !same(asked.as_bytes(), path.as_bytes()) => Asked::OtherPath,
        Some("GET") => Asked::Page,
        _ => Asked::OtherMethod,
    })
}

/// Whether they are equal, in a time that does not tell where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    let differing = one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differing == 0
}

#[cfg(test)]
mod tests {
    use super::{Asked, understood};

    #[test]
    fn one_path_is_answered_and_only_under_this_computers_own_name() {
        let ask = |request: &str| understood(request.as_bytes(), "/secret/calendar.ics", 4711);
        for (request, expected) in [
            (
                "GET /secret/calendar.ics HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n",
                Asked::Page,
            ),
            (
                "GET /secret/calendar.ics HTTP/1.1\r\nhost: localhost:4711\r\nAccept: */*\r\n\r\n",
                Asked::Page,
            ),
            (
                "GET /secret/calendar.ics HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                Asked::OtherHost,
            ),
            (
                "GET /secret/calendar.ics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                Asked::OtherHost,
            ),
            (
                "GET /secret/calendar.ics HTTP/1.1\r\n\r\n",
                Asked::OtherHost,
            ),
            (
                "GET /secret/calendar.ics HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nHost: evil\r\n\r\n",
                Asked::OtherHost,
            ),
            (
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n",
                Asked::OtherPath,
            ),
            (
                "GET /secret/calendar.icsx HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n",
                Asked::OtherPath,
            ),
            (
                "POST /secret/calendar.ics HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n",
                Asked::OtherMethod,
            ),
            (
                "POST / HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n",
                Asked::OtherPath,
            ),
            ("\0\0\0", Asked::Nonsense),
            ("GET\r\n\r\n", Asked::Nonsense),
        ] {
            assert_eq!(ask(request), Some(expected), "{request}");
        }
        assert_eq!(ask("GET /secret/calendar.ics HTTP/1.1\r\nHost: 127"), None);
    }
}
