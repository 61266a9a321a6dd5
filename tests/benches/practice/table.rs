//! The table of figures.

use std::time::Instant;

/// Milliseconds that it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    let result = work();
    let took = began.elapsed().as_secs_f64() * 1000.0;
    drop(result);
    took
}

pub(crate) fn quantile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share) as usize]
}

pub(crate) fn ms(milliseconds: f64) -> String {
    if milliseconds >= 1000.0 {
        format!("{:.2} s", milliseconds / 1000.0)
    } else {
        format!("{milliseconds:.2} ms")
    }
}

pub(crate) fn ratio(a: f64, b: f64) -> String {
    format!("{:.2}", a / b)
}

pub(crate) fn row(what: &str, figure: &str, against: &str, ratio: &str) {
    println!("| {what} | {figure} | {against} | {ratio} |");
}
