//! What a person does with the page: looking, typing, clicking, choosing files.

use crate::session::Session;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use thirtyfour::prelude::*;

/// The visible element whose own text is the first argument; a button, link or label before anything else.
const BY_TEXT: &str = r#"
    const wanted = arguments[0], tidy = text => text.replace(/\s+/g, " ").trim();
    const shown = element => element.checkVisibility() && tidy(element.innerText) === wanted;
    const active = "button, a, label, summary, option, [role=button], [role=option], [role=tab]";
    const found = [...document.querySelectorAll(active)].find(shown);
    return found || [...document.querySelectorAll("body *")].filter(shown).pop() || null;
"#;

impl Session {
    /// The first element for the selector `css`, waited for.
    pub async fn element(&self, css: &str) -> WebElement {
        let found = self.until(async || self.driver.find(By::Css(css)).await.ok()).await;
        found.unwrap_or_else(|| panic!("there is no {css}"))
    }

    /// Waits until nothing matches the selector `css`.
    pub async fn gone(&self, css: &str) {
        let gone = self.until(async || (self.count(css).await == 0).then_some(())).await;
        assert!(gone.is_some(), "there still is {css}");
    }

    /// How many elements match the selector `css` now.
    pub async fn count(&self, css: &str) -> usize {
        self.driver.find_all(By::Css(css)).await.expect("a selector").len()
    }

    /// Waits until the visible text of `css` is `text`.
    pub async fn shows(&self, css: &str, text: &str) {
        let mut last = String::new();
        let same = self.until(async || {
            last = self.driver.find(By::Css(css)).await.ok()?.text().await.ok()?;
            (last == text).then_some(())
        });
        let same = same.await.is_some();
        assert!(same, "{css} shows {last:?}, not {text:?}");
    }

    /// Waits until the visible text of `css` has `text` in it.
    pub async fn tells(&self, css: &str, text: &str) {
        let mut last = String::new();
        let told = self.until(async || {
            last = self.driver.find(By::Css(css)).await.ok()?.text().await.ok()?;
            last.contains(text).then_some(())
        });
        let told = told.await.is_some();
        assert!(told, "{css} shows {last:?}, without {text:?}");
    }

    /// The value of the field `css`.
    pub async fn value(&self, css: &str) -> String {
        self.element(css).await.value().await.expect("a value").unwrap_or_default()
    }

    /// Types `text` into the field `css`, after what is there, once the field takes it.
    pub async fn type_into(&self, css: &str, text: impl Into<TypingData>) {
        let field = self.element(css).await;
        let ready = self.until(async || field.is_clickable().await.ok()?.then_some(())).await;
        assert!(ready.is_some(), "{css} takes no typing");
        field.send_keys(text).await.unwrap_or_else(|error| panic!("nothing can be typed into {css}: {error}"));
    }

    /// Types `text` into the field `css` in place of what is there, and leaves the field.
    pub async fn fill(&self, css: &str, text: &str) {
        self.type_into(css, Key::Control + "a").await;
        self.type_into(css, Key::Backspace + text).await;
        self.type_into(css, Key::Tab + "").await;
    }

    /// Clicks the element `css` once it can be clicked.
    pub async fn click(&self, css: &str) {
        let clicked = self.until(async || self.driver.find(By::Css(css)).await.ok()?.click().await.ok()).await;
        assert!(clicked.is_some(), "{css} cannot be clicked");
    }

    /// Clicks the visible element that reads `text`, once it can be clicked.
    pub async fn click_text(&self, text: &str) {
        let clicked = self.until(async || {
            let found = self.driver.execute(BY_TEXT, vec![json!(text)]).await.ok()?;
            found.element().ok()?.click().await.ok()
        });
        assert!(clicked.await.is_some(), "there is no {text:?} to click");
    }

    /// Puts the notice away, which stays in sight and may lie over what is to be clicked.
    pub async fn puts_notice_away(&self) {
        self.javascript("document.querySelector('.notice .link')?.click()").await;
        self.gone(".notice-place .notice").await;
    }

    /// Chooses `file` in the file field `css`, even if the page hides it behind a button.
    pub async fn choose_file(&self, css: &str, file: &Path) {
        let path = file.to_str().expect("a path of text");
        self.element(css).await.send_keys(path).await.unwrap_or_else(|error| panic!("{css} takes no file: {error}"));
    }

    /// Chooses all these files in the file field `css`.
    pub async fn choose_files(&self, css: &str, files: &[PathBuf]) {
        let paths: Vec<&str> = files.iter().map(|file| file.to_str().expect("a path of text")).collect();
        let field = self.element(css).await;
        field.send_keys(paths.join("\n")).await.unwrap_or_else(|error| panic!("{css} takes no files: {error}"));
    }

    /// Drops these files and folders on the element `css`, as a mouse does that brings them from elsewhere.
    pub async fn drop_files(&self, css: &str, paths: &[PathBuf]) {
        let place = self.element(css).await;
        place.scroll_into_view().await.expect("a place in sight");
        let corner = self
            .javascript(&format!(
                "const box = document.querySelector({css:?}).getBoundingClientRect(); return [box.x + 9, box.bottom - 9]"
            ))
            .await;
        let files: Vec<&str> = paths.iter().map(|path| path.to_str().expect("a path of text")).collect();
        for step in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
            let event = json!({ "type": step, "x": corner[0], "y": corner[1], "data": data });
            self.driver.cdp().send_raw("Input.dispatchDragEvent", event).await.expect("a drag");
        }
    }

    /// The value of the JavaScript in `body`, a function's body.
    pub async fn javascript(&self, body: &str) -> Value {
        let value = self.driver.execute(body, Vec::new()).await;
        value.unwrap_or_else(|error| panic!("JavaScript {body:?}: {error}")).json().clone()
    }

    /// All the text that the page shows.
    pub async fn page_text(&self) -> String {
        self.javascript("return document.body.innerText").await.as_str().unwrap_or_default().to_string()
    }

    /// Writes a picture of the page to `path`, as PNG.
    pub async fn screenshot(&self, path: &Path) {
        self.driver.screenshot(path).await.expect("a picture");
    }

    /// A picture of what is in sight for the documents, which show those of `cargo xtask test --screens`: Chromium's.
    pub async fn picture(&self, name: &str) {
        if self.is_firefox() {
            return;
        }
        let folder = std::env::var_os("RETURN36A_SCREENS").map(PathBuf::from);
        let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens"));
        std::fs::create_dir_all(&folder).expect("a folder for the pictures");
        self.screenshot(&folder.join(format!("{name}.png"))).await;
    }
}
