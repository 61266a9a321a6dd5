//! How far an import has come, on stderr, for a person who sits in front of it.

use crate::answer::{say, say_over};
use app::import::Watch;
use std::io::IsTerminal;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

const EVERY: Duration = Duration::from_millis(250);

/// Does the work and meanwhile shows how far it is; where stderr is no terminal, nothing is shown.
pub(crate) fn shown<T>(watch: &Watch, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (working, ended) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                say_over(&line(watch, false));
            }
            say_over(&line(watch, true));
            say("");
        });
        let done = work();
        drop(working);
        done
    })
}

fn line(watch: &Watch, ended: bool) -> String {
    let done = watch.done.load(Ordering::Relaxed);
    let total = watch.total.load(Ordering::Relaxed);
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
    if done >= total && ended {
        format!("All {} read.", megabytes(total))
    } else if done >= total && total > 0 {
        format!("All {} read; visits are being written.", megabytes(total))
    } else {
        format!("{} of {} read.", megabytes(done), megabytes(total))
    }
}

#[cfg(test)]
mod tests {
    use super::line;
    use app::import::Watch;
    use std::sync::atomic::Ordering;

    #[test]
    fn it_says_how_much_is_read_and_what_comes_then() {
        let watch = Watch::default();
        assert_eq!(line(&watch, false), "0.0 MB of 0.0 MB read.");
        watch.total.store(3_000_000, Ordering::Relaxed);
        watch.done.store(1_250_000, Ordering::Relaxed);
        assert_eq!(line(&watch, false), "1.2 MB of 3.0 MB read.");
        watch.done.store(3_000_000, Ordering::Relaxed);
        assert_eq!(
            line(&watch, false),
            "All 3.0 MB read; visits are being written."
        );
        assert_eq!(line(&watch, true), "All 3.0 MB read.");
    }
}
