//! One module a command.

mod agent;
mod appointment;
mod block_out;
mod channel;
mod closure;
mod day;
mod demo;
mod doctor;
mod exchange;
mod feed;
mod history;
mod init;
mod lists;
mod messages;
mod passphrase;
mod patient;
mod power_cut;
mod practice;
mod print;
mod series;

use crate::arguments::{Arguments, Command};
use crate::session::{close, on, open};
use crate::{Answer, Refusal};

/// Does what was asked.
pub(crate) fn run(arguments: Arguments) -> Result<Answer, Refusal> {
    let Arguments { access, command } = arguments;
    match command {
        Command::Init(init) => init::run(&access, &init),
        Command::Passphrase(change) => passphrase::run(&access, &change),
        Command::Doctor(doctor) => doctor::run(&access, &doctor),
        Command::Show => on(&access, practice::show),
        Command::Provider(provider) => on(&access, |daybook| practice::provider(daybook, provider)),
        Command::Chair(chair) => on(&access, |daybook| practice::chair(daybook, chair)),
        Command::BlockOut(block) => on(&access, |daybook| block_out::run(daybook, block)),
        Command::Closure(closure) => on(&access, |daybook| closure::run(daybook, closure)),
        Command::Type(kind) => on(&access, |daybook| practice::kind(daybook, kind)),
        Command::Demo(demo) => on(&access, |daybook| demo::run(daybook, &demo)),
        Command::Import(import) => exchange::import(&access, import),
        Command::Export(export) => on(&access, |daybook| exchange::export(daybook, &export)),
        Command::Feed(feed) => on(&access, |daybook| feed::run(daybook, &feed, access.json)),
        Command::Patient(patient) => on(&access, |daybook| patient::run(daybook, &patient)),
        Command::Appointment(appointment) => {
            on(&access, |daybook| appointment::run(daybook, appointment))
        }
        Command::Day(day) => on(&access, |daybook| day::run(daybook, &day)),
        Command::PowerCut(command) => on(&access, |daybook| power_cut::run(daybook, command)),
        Command::List(list) => on(&access, |daybook| lists::list(daybook, &list)),
        Command::Waiting(waiting) => on(&access, |daybook| lists::waiting(daybook, waiting)),
        Command::Message(message) => on(&access, |daybook| messages::run(daybook, message)),
        Command::Channel(command) => on(&access, |daybook| channel::run(daybook, command)),
        Command::Agent(agent) => agent::run(&access, &agent),
        Command::Print(print) => {
            let mut daybook = open(&access)?;
            let printed = print::run(&mut daybook, print);
            // A page that leaves the house without a line in the trail is not done (K1).
            let noted = close(&mut daybook);
            printed.map(|answer| {
                if noted {
                    answer
                } else {
                    answer.but_not_done(false)
                }
            })
        }
    }
}
