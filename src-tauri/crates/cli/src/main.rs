//! The program `daybook`: the same use cases as the window, for scripts and technicians.
//!
//! Exit 0: done. Exit 1: refused, with the reason on stderr. Exit 2: wrong usage.

mod answer;
mod arguments;
mod commands;
mod loopback;
mod machine;
mod progress;
mod refusal;
mod session;

use answer::{Answer, say};
use arguments::Arguments;
use clap::Parser;
use refusal::Refusal;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

fn main() -> ExitCode {
    keep_silent_on_panic();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(help) => return usage(&help),
    };
    leave_no_core_file();
    let json = arguments.access.json;
    let done = panic::catch_unwind(AssertUnwindSafe(|| commands::run(arguments)));
    match done.unwrap_or_else(|_| Err(Refusal::fault())) {
        Ok(answer) => answer.give(json),
        Err(refusal) => refusal.give(json),
    }
}

/// Help that was asked for, or wrong usage: then with `--json` one document says so too.
fn usage(help: &clap::Error) -> ExitCode {
    let code = u8::try_from(help.exit_code()).unwrap_or(2);
    let json = std::env::args_os()
        .skip(1)
        .take_while(|argument| argument != "--")
        .any(|argument| argument == "--json");
    if code != 0 && json {
        Refusal::usage(help).document();
    }
    if help.use_stderr() {
        // An argument that a script took from somewhere steers no terminal either.
        say(help.to_string().trim_end());
    } else {
        // A closed pipe is no reason to fail differently.
        let _ = help.print();
    }
    ExitCode::from(code)
}

/// Tells where a fault was, and never what was in the values at hand: they may be a patient's.
fn keep_silent_on_panic() {
    panic::set_hook(Box::new(|fault| match fault.location() {
        Some(place) => say(&format!("A fault at {}:{}.", place.file(), place.line())),
        None => say("A fault at an unknown place."),
    }));
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
