//! Where a server is.

use super::mailbox::{Mailbox, Security};
use super::trouble::{Fault, Step, Trouble};
use std::net::{SocketAddr, ToSocketAddrs};

/// The server's addresses, at least one, in the order to be tried. Without encryption only those of
/// this machine.
pub(super) fn addresses(mailbox: &Mailbox) -> Result<Vec<SocketAddr>, Trouble> {
    let host = mailbox.host.trim();
    let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    let found = (bare.unwrap_or(host), mailbox.port)
        .to_socket_addrs()
        .map_err(|_| Trouble::of(Step::Name, Fault::NameNotFound))?;
    let all: Vec<SocketAddr> = found.collect();
    if all.is_empty() {
        return Err(Trouble::of(Step::Name, Fault::NameNotFound));
    }
    if mailbox.security != Security::None {
        return Ok(all);
    }
    let here = |at: &SocketAddr| at.ip().to_canonical().is_loopback();
    let here: Vec<SocketAddr> = all.into_iter().filter(here).collect();
    if here.is_empty() {
        return Err(Trouble::of(Step::Settings, Fault::PlainNotAllowed));
    }
    Ok(here)
}
