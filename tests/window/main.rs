//! Daybook in its real window, driven as a person would drive it.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "all of this crate is a test, also what stands outside of test functions"
)]

mod access;
mod arranging;
mod days;
mod first_day;
mod flows;
mod hostile;
mod looks;
mod mailbox;
mod page;
mod practice;
mod reshaping;
mod setting_up;
mod stage;
mod traces;

/// Runs a test on a desktop of its own; says so and does nothing where there can be none.
fn with_desktop<Acting: Future<Output = ()>>(act: impl FnOnce(stage::Stage) -> Acting) {
    let Some(stage) = stage::Stage::set() else {
        return;
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(act(stage));
}
