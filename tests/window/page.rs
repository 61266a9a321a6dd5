//! What a person does with a page: look, click, type, drag, wait until something is there.

use crate::stage::Stage;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Long enough for a slow machine; a page that is ready is never waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// A caret that blinks never stays.
const MOST_LOOKS: usize = 20;
const GLANCE: Duration = Duration::from_millis(40);

pub(crate) struct Page {
    client: Client,
}

/// Two sizes in which the window is looked at.
pub(crate) const SMALL: (u32, u32) = (1280, 720);
pub(crate) const LARGE: (u32, u32) = (1920, 1080);

impl Page {
    /// Opens the window of Daybook on a practice folder.
    pub(crate) async fn open(stage: &Stage, practice: &Path) -> Self {
        let practice = practice.to_str().expect("a folder of ours is plain text");
        let page = Self::start(stage, "daybook-desktop", &["--practice", practice]).await;
        page.size(SMALL).await;
        page
    }

    /// Starts a program of this workspace that shows a page.
    pub(crate) async fn start(stage: &Stage, program: &str, arguments: &[&str]) -> Self {
        let options = json!({ "binary": tests::program(program), "args": arguments });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&stage.driver())
            .await
            .expect("the window opens");
        Self { client }
    }

    pub(crate) async fn close(self) {
        self.client.close().await.expect("the window closes");
    }

    pub(crate) async fn size(&self, (width, height): (u32, u32)) {
        self.client
            .set_window_rect(0, 0, width, height)
            .await
            .expect("the window takes a size");
        self.until("the window has its size", || async {
            let size = self.run("return [innerWidth, innerHeight]").await?;
            Ok((size == json!([width, height])).then_some(()))
        })
        .await;
    }

    /// Waits for the part of the page that carries this test id.
    pub(crate) async fn see(&self, id: &str) -> Element {
        let css = by_id(id);
        self.until(&format!("{id} is shown"), || async {
            let found = self.client.find(Locator::Css(&css)).await?;
            Ok(self.shows(&found).await?.then_some(found))
        })
        .await
    }

    /// Waits until nothing carries this test id.
    pub(crate) async fn gone(&self, id: &str) {
        let css = by_id(id);
        self.until(&format!("{id} is gone"), || async {
            let found = self.client.find_all(Locator::Css(&css)).await?;
            Ok(found.is_empty().then_some(()))
        })
        .await;
    }

    /// Waits until the part of the page reads as wanted, and gives its whole text.
    pub(crate) async fn read(&self, id: &str, wanted: &str) -> String {
        let css = by_id(id);
        self.until(&format!("{id} says {wanted:?}"), || async {
            let found = self.client.find(Locator::Css(&css)).await?;
            let text = self.text(&found).await?;
            Ok(text.contains(wanted).then_some(text))
        })
        .await
    }

    /// Waits until what an element says begins so: "confirmed" and not "not confirmed".
    pub(crate) async fn read_first(&self, id: &str, wanted: &str) {
        let css = by_id(id);
        self.until(&format!("{id} begins with {wanted:?}"), || async {
            let found = self.client.find(Locator::Css(&css)).await?;
            let text = self.text(&found).await?;
            Ok(text.trim().starts_with(wanted).then_some(()))
        })
        .await;
    }

    /// Waits for the first element that a CSS selector finds.
    pub(crate) async fn find(&self, css: &str) -> Element {
        self.until(&format!("{css} is there"), || async {
            Ok(Some(self.client.find(Locator::Css(css)).await?))
        })
        .await
    }

    /// Waits until the part of the page is wholly within the window, without scrolling.
    pub(crate) async fn is_in_sight(&self, id: &str) {
        let script = format!(
            "const place = document.querySelector('{}').getBoundingClientRect();\
             return place.top >= 0 && place.left >= 0 && place.bottom <= innerHeight && place.right <= innerWidth;",
            by_id(id)
        );
        self.until(&format!("{id} is in sight"), || async {
            Ok((self.run(&script).await? == json!(true)).then_some(()))
        })
        .await;
    }

    /// Waits until a CSS selector finds nothing.
    pub(crate) async fn gone_css(&self, css: &str) {
        self.until(&format!("{css} is gone"), || async {
            let left = self.client.find_all(Locator::Css(css)).await?;
            Ok(left.is_empty().then_some(()))
        })
        .await;
    }

    pub(crate) async fn count(&self, css: &str) -> usize {
        self.client
            .find_all(Locator::Css(css))
            .await
            .expect("the page can be searched")
            .len()
    }

    pub(crate) async fn click(&self, id: &str) {
        self.click_css(&by_id(id)).await;
    }

    pub(crate) async fn click_css(&self, css: &str) {
        self.until(&format!("{css} can be clicked"), || async {
            let found = self.client.find(Locator::Css(css)).await?;
            if !self.shows(&found).await? || !found.is_enabled().await? {
                return Ok(None);
            }
            found.click().await.map(Some)
        })
        .await;
    }

    /// Replaces what a field holds by what is typed.
    pub(crate) async fn write(&self, id: &str, text: &str) {
        let field = self.see(id).await;
        // Clearing would leave the field for a moment, and some fields answer to that.
        field.click().await.expect("a field can be clicked");
        let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        field.send_keys(&all).await.expect("a field takes keys");
        field.send_keys(text).await.expect("a field takes keys");
    }

    /// Chooses an entry of a list by what it says.
    pub(crate) async fn choose(&self, id: &str, label: &str) {
        let list = self.see(id).await;
        list.select_by_label(label)
            .await
            .unwrap_or_else(|error| panic!("{id} has no {label:?}: {error}"));
    }

    pub(crate) async fn press(&self, key: Key) {
        self.type_to_window(&char::from(key).to_string()).await;
    }

    /// Types into whatever has the focus, the window itself if nothing else.
    pub(crate) async fn type_to_window(&self, text: &str) {
        // Keys alone, and not keys for an element: what has the focus may be drawn anew meanwhile.
        let mut held: Vec<char> = Vec::new();
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            if value == char::from(Key::Null) {
                for value in held.drain(..) {
                    keys = keys.then(KeyAction::Up { value });
                }
                continue;
            }
            keys = keys.then(KeyAction::Down { value });
            if value == char::from(Key::Control) {
                held.push(value);
            } else {
                keys = keys.then(KeyAction::Up { value });
            }
        }
        self.client
            .perform_actions(keys)
            .await
            .expect("the window takes keys");
    }

    /// Goes on by Tab until a field or button has the keys.
    pub(crate) async fn tab_to(&self, id: &str) {
        self.press_until(Key::Tab, id).await;
    }

    /// Presses a key until a field or button has the keys.
    pub(crate) async fn press_until(&self, key: Key, id: &str) {
        for _ in 0..60 {
            if self.is_active(id).await.expect("the page runs a script") {
                return;
            }
            self.press(key).await;
        }
        panic!("{id} is not reached");
    }

    /// Waits until a field or button has the keys.
    pub(crate) async fn has_the_keys(&self, id: &str) {
        self.until(&format!("{id} has the keys"), || async {
            Ok(self.is_active(id).await?.then_some(()))
        })
        .await;
    }

    async fn is_active(&self, id: &str) -> Result<bool, CmdError> {
        let css = by_id(id);
        let script = format!("return document.activeElement?.matches('{css}') ?? false");
        Ok(self.run(&script).await? == Value::Bool(true))
    }

    pub(crate) async fn press_with_control(&self, letter: char) {
        let keys = format!(
            "{}{letter}{}",
            char::from(Key::Control),
            char::from(Key::Null)
        );
        self.type_to_window(&keys).await;
    }

    /// Takes the first command that is found under these words.
    pub(crate) async fn command(&self, words: &str) {
        self.press_with_control('k').await;
        self.see("palette-input").await;
        self.type_to_window(words).await;
        self.press(Key::Enter).await;
        self.gone("palette").await;
    }

    /// Drags from the middle of an element by so many pixels.
    pub(crate) async fn drag(&self, from: &Element, right: i64, down: i64) {
        let (x, y, width, height) = from.rectangle().await.expect("it has a place");
        let (x, y) = ((x + width / 2.0) as i64, (y + height / 2.0) as i64);
        let to = |x: i64, y: i64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(80)),
            x: x as f64,
            y: y as f64,
        };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(to(x, y))
            .then(PointerAction::Down { button: 0 })
            .then(to(x + right / 3, y + down / 3))
            .then(to(x + right / 2, y + down / 2))
            .then(to(x + right, y + down))
            .then(to(x + right, y + down))
            .then(PointerAction::Up { button: 0 });
        self.client
            .perform_actions(mouse)
            .await
            .expect("the pointer moves");
    }

    /// Runs a script that says by itself when it is done: its last argument is whom it tells.
    pub(crate) async fn run_until_done(&self, script: &str) -> Result<Value, CmdError> {
        self.client.execute_async(script, Vec::new()).await
    }

    pub(crate) async fn run(&self, script: &str) -> Result<Value, CmdError> {
        self.client.execute(script, Vec::new()).await
    }

    /// Keeps a picture of the page under a name, once all of it is painted.
    pub(crate) async fn picture(&self, name: &str) {
        self.run_until_done(
            "const done = arguments[0];\
             document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));",
        )
        .await
        .expect("the page paints");
        let mut png = self.screenshot().await;
        // A page of a PDF is drawn little by little; a picture is of what stays.
        for _ in 0..MOST_LOOKS {
            let before = std::mem::replace(&mut png, self.screenshot().await);
            if before == png {
                break;
            }
        }
        let folder = pictures();
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), png).expect("a picture is kept");
    }

    async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("a picture is taken")
    }

    /// What an element says to a person; WebDriver's own answer leaves out what lies inside a
    /// button or in a list that draws only the rows in sight.
    async fn text(&self, element: &Element) -> Result<String, CmdError> {
        let script = "return arguments[0].innerText;";
        let answer = self.client.execute(script, vec![json!(element)]).await?;
        let text = answer.as_str().unwrap_or_default();
        // Marks of direction, which nobody sees.
        Ok(text.replace(['\u{2068}', '\u{2069}'], ""))
    }

    /// The engine's own answer, for the same reason.
    async fn shows(&self, element: &Element) -> Result<bool, CmdError> {
        let shows = "const one = arguments[0];\
             return one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;";
        let answer = self.client.execute(shows, vec![json!(element)]).await?;
        Ok(answer == json!(true))
    }

    /// Looks again and again until there is an answer; an error of looking is only a reason to look again.
    async fn until<Found, Looking>(&self, what: &str, mut look: impl FnMut() -> Looking) -> Found
    where
        Looking: Future<Output = Result<Option<Found>, CmdError>>,
    {
        let began = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(found)) => return found,
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if began.elapsed() > PATIENCE {
                self.picture("failed").await;
                let text = self.run("return document.body.innerText").await;
                panic!("Never came true: {what}. Last error: {last:?}. The page says: {text:?}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

/// Where pictures are kept.
pub(crate) fn pictures() -> PathBuf {
    std::env::var_os("DAYBOOK_SCREENSHOTS").map_or_else(
        || {
            let built = tests::program("");
            built
                .ancestors()
                .nth(1)
                .expect("it is in target")
                .join("screenshots")
        },
        PathBuf::from,
    )
}
