//! The ways out of the house.

use super::values::maybe_path;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The ways by which messages go out.
#[derive(Debug, Subcommand)]
pub(crate) enum Channel {
    /// Set a way up; from then on messages go out by it.
    #[command(subcommand)]
    Set(SetChannel),
    /// What is set up, and what keeps messages from going.
    Show,
    /// Forget a way and its password; messages no longer go out by it.
    Remove { name: ChannelName },
    /// Send one message to see that it works; fails with the step that failed and what to do.
    Test(TestChannel),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ChannelName {
    Email,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SetChannel {
    /// The practice's own mailbox. What is left out follows from the address, or stays as it is.
    Email(SetEmail),
}

#[derive(Debug, Args)]
pub(crate) struct SetEmail {
    /// The address that mail comes from.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) port: Option<u16>,
    #[arg(long, value_enum)]
    pub(crate) security: Option<Security>,
    /// By default the address.
    #[arg(long, value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// Where answers go; by default to the address that mail comes from.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) reply_to: Option<String>,
    /// A file that holds the password; without it you are asked.
    #[arg(long, value_name = "FILE", value_parser = maybe_path(), conflicts_with_all = ["keep_password", "no_login"])]
    pub(crate) password_file: Option<PathBuf>,
    /// Keep the password that there is.
    #[arg(long, conflicts_with = "no_login")]
    pub(crate) keep_password: bool,
    /// The server takes mail from this computer without a login.
    #[arg(long, conflicts_with = "user")]
    pub(crate) no_login: bool,
    /// The password is an access token (XOAUTH2).
    #[arg(long)]
    pub(crate) token: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Security {
    /// Encrypted from the start, as a rule on port 465.
    Tls,
    /// Turns to encryption, as a rule on port 587.
    Starttls,
    /// Never encrypted: only to this very computer.
    None,
}

#[derive(Debug, Args)]
pub(crate) struct TestChannel {
    pub(crate) name: ChannelName,
    /// Who gets the message.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: String,
}

/// Sends what is due without a window: looks twice a minute until it is ended. Opens the practice by
/// this computer's keyring, or with `--passphrase-file`.
#[derive(Debug, Args)]
pub(crate) struct Agent {
    /// Look once, and end.
    #[arg(long)]
    pub(crate) once: bool,
}
