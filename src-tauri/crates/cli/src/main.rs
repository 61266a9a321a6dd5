//! The program `daybook`: the same use cases as the window, for scripts and technicians.
//!
//! Exit 0: done. Exit 1: refused, with the reason on stderr. Exit 2: wrong usage.

mod answer;
mod arguments;
mod commands;
mod machine;
mod progress;
mod refusal;
mod session;

use answer::{Answer, say};
use arguments::Arguments;
use clap::Parser;
use refusal::Refusal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(help) => {
            // A closed pipe is no reason to fail differently.
            let _ = help.print();
            return ExitCode::from(u8::try_from(help.exit_code()).unwrap_or(2));
        }
    };
    leave_no_core_file();
    let json = arguments.access.json;
    match commands::run(arguments) {
        Ok(answer) => answer.give(json),
        Err(refusal) => refusal.give(json),
    }
}

/// A core file would hold patients and the key that was open.
fn leave_no_core_file() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Refused only where the limit is lower already.
        let _ = setrlimit(Resource::Core, none);
    }
    // Where cores are handed to a program that collects them, the limit is not asked.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn no_core_is_left_even_to_a_program_that_collects_them() {
        super::leave_no_core_file();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));
    }
}
