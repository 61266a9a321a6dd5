//! What can be asked on the command line.

mod channel;
mod files;
mod lists;
mod messages;
mod practice;
mod print;
mod values;
mod visits;

pub(crate) use channel::{Agent, Channel, Security, SetChannel, SetEmail, TestChannel};
use clap::{Args, Parser, Subcommand};
pub(crate) use files::{Demo, Export, Feed, Format, Import};
pub(crate) use lists::{List, Waiting, WaitingAdd, WhichList, WishedFor};
pub(crate) use messages::{Message, MessagePlan, MessageTick};
pub(crate) use practice::{
    AddBlockOut, BlockOut, Chair, Closure, Days, Init, Passphrase, Provider, RemoveBlockOut, Type,
};
pub(crate) use print::{CardOf, OnDay, Page, Paper, PowerCut, Print, SetPowerCut, SheetNow, Size};
use std::path::{Path, PathBuf};
pub(crate) use values::Clock;
use values::maybe_path;
pub(crate) use visits::{Appointment, Book, Day, Move, NewStatus, Openings, Patient, Said, Series};

/// The desk of a small practice, without a window.
#[derive(Debug, Parser)]
#[command(name = "daybook", version)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) access: Access,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Args)]
pub(crate) struct Access {
    /// The folder of the practice; by default in your data folder.
    #[arg(
        long,
        global = true,
        env = "DAYBOOK_PRACTICE",
        value_name = "DIR",
        value_parser = maybe_path()
    )]
    pub(crate) practice: Option<PathBuf>,
    /// A file that holds the passphrase; without it you are asked.
    #[arg(
        long,
        global = true,
        env = "DAYBOOK_PASSPHRASE_FILE",
        value_name = "FILE",
        value_parser = maybe_path()
    )]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Answer with one JSON document on stdout.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new practice.
    Init(Init),
    /// Name, hours, providers, chairs and appointment types.
    Show,
    #[command(subcommand)]
    Provider(Provider),
    #[command(subcommand)]
    Chair(Chair),
    #[command(subcommand)]
    Type(Type),
    #[command(subcommand)]
    BlockOut(BlockOut),
    #[command(subcommand)]
    Closure(Closure),
    #[command(subcommand)]
    Passphrase(Passphrase),
    /// Fill an empty practice with invented patients and visits.
    Demo(Demo),
    /// Bring in patients and visits from files, or the busy times of a provider's calendar.
    Import(Import),
    /// Write patients and visits to files.
    Export(Export),
    /// Offer a provider's calendar, without patients' names, to programs on this computer.
    Feed(Feed),
    #[command(subcommand)]
    Patient(Patient),
    #[command(subcommand)]
    Appointment(Appointment),
    /// Show a list that the desk works through.
    List(List),
    #[command(subcommand)]
    Waiting(Waiting),
    #[command(subcommand)]
    Message(Message),
    #[command(subcommand)]
    Channel(Channel),
    Agent(Agent),
    #[command(subcommand)]
    Day(Day),
    /// Make a PDF: of a day, a week or a month, for patients, or for a power cut.
    #[command(subcommand)]
    Print(Print),
    /// The sheet for a power cut: the next working day as a file, made every evening.
    #[command(subcommand)]
    PowerCut(PowerCut),
    /// Check that everything saved is there, and as it was saved.
    Doctor(Doctor),
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Go on with the database as it is although the vault says otherwise.
    #[arg(long)]
    pub(crate) accept: bool,
}

impl Access {
    /// A variable of the environment that is set to nothing is as if it were not set.
    pub(crate) fn given(path: &Option<PathBuf>) -> Option<&Path> {
        path.as_deref().filter(|path| !path.as_os_str().is_empty())
    }
}
