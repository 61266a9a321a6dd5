//! How quick the real window is: its start against an empty Tauri window, and a day painted after
//! the click that asked for it.
//!
//! `cargo build --release -p shell -p cli --bins --examples`, then
//! `cargo bench -p tests --bench window`; with `-- 5000 2` for a smaller practice (patients, years).

#![allow(
    clippy::panic,
    clippy::print_stdout,
    reason = "a table, and the end where there is none, are what a benchmark is for"
)]
#![allow(
    dead_code,
    reason = "of the tests' stage and page only a part is needed"
)]

#[path = "../window/page.rs"]
mod page;
#[path = "../window/stage.rs"]
mod stage;

use page::Page;
use stage::Stage;
use std::path::Path;
use std::time::Instant;

const PASSPHRASE: &str = "every patient here is invented";
const STARTS: usize = 9;
const DAYS: usize = 40;
/// So long somebody looks at a day at least, before the next is asked for.
const READ: std::time::Duration = std::time::Duration::from_millis(500);

/// Clicks for the next day and says when its visits are painted: milliseconds, and how many there are.
const NEXT_DAY: &str = "const done = arguments[0];\
    const shown = () => [...document.querySelectorAll('[data-visit]')].map((card) => card.dataset.visit).join();\
    const before = shown();\
    const began = performance.now();\
    document.querySelector('[data-testid=day-next]').click();\
    const look = () => {\
      const now = shown();\
      const busy = document.querySelector('[aria-busy=true]') !== null;\
      if (busy || (now === before && performance.now() - began < 2000)) return requestAnimationFrame(look);\
      const frame = new MessageChannel();\
      frame.port1.onmessage = () => done([performance.now() - began, now === '' ? 0 : now.split(',').length]);\
      requestAnimationFrame(() => frame.port2.postMessage(0));\
    };\
    requestAnimationFrame(look);";

fn main() {
    let numbers: Vec<String> = std::env::args()
        .filter(|word| word.parse::<u32>().is_ok())
        .collect();
    let (patients, years) = match numbers.as_slice() {
        [patients, years, ..] => (patients.as_str(), years.as_str()),
        _ => ("100000", "10"),
    };
    let Some(stage) = Stage::set() else {
        return;
    };
    let practice = stage.folder("practice");
    let words = stage.folder("passphrase");
    std::fs::write(&words, format!("{PASSPHRASE}\n")).expect("a file");
    let init = [
        "init",
        "--name",
        "Demo practice",
        "--timezone",
        "Europe/Lisbon",
    ];
    stage.daybook(&practice, &words, &init);
    let demo = ["demo", "--patients", patients, "--years", years];
    stage.daybook(&practice, &words, &demo);

    println!("| what | figure | against | ratio |");
    println!("|---|---|---|---|");
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(async {
            starts(&stage, &practice).await;
            days(&stage, &practice).await;
            frames(&stage, &practice).await;
        });
}

/// Scrolls and drags over the fullest day that is near and over its week by provider.
async fn frames(stage: &Stage, practice: &Path) {
    let page = Page::open(stage, practice).await;
    page.write("unlock-passphrase", PASSPHRASE).await;
    page.click("unlock-open").await;
    page.see("day-summary").await;
    let mut ahead = 0;
    while page.count("[data-visit]").await == 0 && ahead < 7 {
        page.click("day-next").await;
        page.see("day-summary").await;
        ahead += 1;
    }
    measured(&page, "day", &["down", "drag"]).await;
    page.click("span-week").await;
    page.find("[data-testid^=week-day]").await;
    page.click("views-open").await;
    page.click("view-by-provider").await;
    page.click("views-close").await;
    tokio::time::sleep(DRAWN).await;
    measured(&page, "week by provider", &["down", "across", "drag"]).await;
    page.close().await;
}

/// Until all columns of a week are drawn.
const DRAWN: std::time::Duration = std::time::Duration::from_secs(4);

async fn measured(page: &Page, name: &str, ways: &[&str]) {
    for way in ways {
        let script = format!(
            "(function () {{ {FRAMES} }}).call(null, {way:?}, arguments[arguments.length - 1]);"
        );
        let answer = page.run_until_done(&script).await.expect("frames are told");
        let of = |part: usize| -> Vec<f64> {
            let all = answer[part].as_array().into_iter().flatten();
            all.filter_map(serde_json::Value::as_f64).collect()
        };
        println!(
            "| {name} of {} visits, {way}: frames, p95 | {:.1} ms | our own work in them, p95 {:.1} ms | |",
            answer[2],
            quantile(&mut of(0), 0.95),
            quantile(&mut of(1), 0.95),
        );
    }
}

const FRAMES: &str = include_str!("frames.js");

fn quantile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let place = (times.len() as f64 * share) as usize;
    times.get(place).copied().unwrap_or(f64::NAN)
}

/// From the start of the program to a page that can be typed into; both in turn.
async fn starts(stage: &Stage, practice: &Path) {
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    let folder = practice.to_str().expect("a folder of ours is plain text");
    for _ in 0..STARTS {
        let began = Instant::now();
        let page = Page::start(stage, "daybook-desktop", &["--practice", folder]).await;
        page.see("unlock-passphrase").await;
        ours.push(began.elapsed().as_secs_f64() * 1000.0);
        page.close().await;
        let began = Instant::now();
        let page = Page::start(stage, "examples/empty", &[]).await;
        page.find("body").await;
        empty.push(began.elapsed().as_secs_f64() * 1000.0);
        page.close().await;
    }
    let (a, b) = (median(&mut ours), median(&mut empty));
    println!(
        "| window start to the passphrase, median of {STARTS} | {a:.0} ms | empty Tauri window {b:.0} ms | {:.2} |",
        a / b
    );
}

async fn days(stage: &Stage, practice: &Path) {
    let page = Page::open(stage, practice).await;
    page.write("unlock-passphrase", PASSPHRASE).await;
    page.click("unlock-open").await;
    page.see("day-summary").await;
    page.size(page::LARGE).await;
    let mut painted = Vec::new();
    for _ in 0..DAYS {
        tokio::time::sleep(READ).await;
        let answer = page.run_until_done(NEXT_DAY).await.expect("a day is shown");
        let took = answer[0].as_f64().unwrap_or(f64::INFINITY);
        match answer[1].as_u64().unwrap_or(0) {
            0 => {}
            visits => painted.push((took, visits)),
        }
    }
    let visits: Vec<u64> = painted.iter().map(|day| day.1).collect();
    let mut times: Vec<f64> = painted.iter().map(|day| day.0).collect();
    println!(
        "| a day of {} to {} visits painted after the click, median of {} | {:.0} ms | | |",
        visits.iter().min().unwrap_or(&0),
        visits.iter().max().unwrap_or(&0),
        times.len(),
        median(&mut times),
    );
    times.sort_by(f64::total_cmp);
    println!(
        "| the slowest of them | {:.0} ms | | |",
        times.last().unwrap_or(&0.0)
    );
    page.close().await;
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
