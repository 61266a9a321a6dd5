//! One module a command.

mod appointment;
mod demo;
mod doctor;
mod exchange;
mod init;
mod passphrase;
mod patient;
mod practice;
mod print;

use crate::arguments::{Arguments, Command};
use crate::session::open;
use crate::{Answer, Refusal};

/// Does what was asked.
pub(crate) fn run(arguments: Arguments) -> Result<Answer, Refusal> {
    let Arguments { access, command } = arguments;
    match command {
        Command::Init(init) => init::run(&access, &init),
        Command::Passphrase(change) => passphrase::run(&access, &change),
        Command::Doctor(doctor) => doctor::run(&access, &doctor),
        Command::Show => practice::show(&mut open(&access)?),
        Command::Provider(provider) => practice::provider(&mut open(&access)?, provider),
        Command::Chair(chair) => practice::chair(&mut open(&access)?, chair),
        Command::Type(kind) => practice::kind(&mut open(&access)?, kind),
        Command::Demo(demo) => demo::run(&mut open(&access)?, &demo),
        Command::Import(import) => exchange::import(&access, import),
        Command::Export(export) => exchange::export(&mut open(&access)?, &export),
        Command::Patient(patient) => patient::run(&mut open(&access)?, &patient),
        Command::Appointment(appointment) => appointment::run(&mut open(&access)?, appointment),
        Command::Print(print) => print::run(&mut open(&access)?, &print),
    }
}
