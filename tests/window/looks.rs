//! The day of a busy practice, in both sizes, light and dark; a person looks at the pictures.

use crate::days::next_monday;
use crate::page::{LARGE, Page, SMALL};
use crate::practice::{PASSPHRASE, demo};
use crate::with_desktop;
use chrono::{NaiveDate, Utc};

#[test]
fn a_full_day_fits_its_window_light_and_dark() {
    with_desktop(|stage| async move {
        let practice = demo(&stage, "400");
        let page = Page::open(&stage, &practice).await;
        page.write("unlock-passphrase", PASSPHRASE).await;
        page.click("unlock-open").await;
        page.see("day-summary").await;
        go_to(&page, next_monday()).await;
        page.find("[data-visit]").await;
        for theme in ["light", "dark"] {
            let script = format!("document.documentElement.dataset.theme = '{theme}'");
            page.run(&script).await.expect("the page runs a script");
            for (name, size) in [("1280x720", SMALL), ("1920x1080", LARGE)] {
                page.size(size).await;
                page.find("[data-visit]").await;
                page.picture(&format!("day-{theme}-{name}")).await;
                let wider = page
                    .run("return document.documentElement.scrollWidth > innerWidth")
                    .await
                    .expect("the page runs a script");
                assert_eq!(wider, false, "nothing runs off the window");
            }
        }
        page.close().await;
    });
}

/// Walks from today to a day that is to come, one day at a time as its keys would.
async fn go_to(page: &Page, day: NaiveDate) {
    let mut shown = Utc::now().date_naive();
    while shown < day {
        page.click("day-next").await;
        shown = shown.succ_opt().expect("a day has a next");
        page.read("day-title", &shown.format("%A, %-d").to_string())
            .await;
    }
}
