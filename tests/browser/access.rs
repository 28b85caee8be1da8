//! Nothing keeps anybody out: every screen in both states, by axe and by looks of our own, in light, dark and forced
//! colours, on a narrow window and at twice the size.

use crate::axe::Rules;
use crate::desk::{sits_down, takes_all_in};
use crate::places::{BLANK, DESK_BLANK, DESK_FULL, FULL, GIVEN, Place, SIGNING};
use crate::session::{Session, browse};
use serde_json::json;
use std::collections::BTreeMap;

/// The titles of windows by the addresses at which they were seen.
type Titles = BTreeMap<String, String>;

impl Session {
    /// Shows the page in these colours, as the system asks for them.
    async fn colours(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let media = json!({ "media": "", "features": features });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await.expect("other colours");
    }

    /// Makes the window this wide, in CSS pixels; none leaves it as it is.
    async fn is_wide(&self, width: Option<u32>) {
        let cdp = self.driver.cdp();
        let done = match width {
            Some(width) => {
                let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", size).await
            }
            None => cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await,
        };
        done.expect("another width");
    }

    async fn finds(&self, looks: &[&str]) -> Vec<String> {
        let found = self.driver.execute(include_str!("access.js"), vec![json!(looks)]).await.expect("what is wrong");
        serde_json::from_value(found.json().clone()).expect("sentences")
    }

    /// All that is wrong with the screen that is shown.
    async fn barriers(&self, name: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut add = |how: &str, lines: Vec<String>| {
            found.extend(lines.into_iter().map(|line| format!("{name} ({how}): {line}")));
        };
        add("light", self.axe(Rules::All, false).await);
        add("light", self.finds(&["outline", "bound", "targets", "stops", "focus", "hidden"]).await);
        if std::env::var_os("RETURN36A_UNSURE").is_some() {
            add("unsure", self.axe(Rules::All, true).await);
        }
        self.colours(&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]).await;
        add("dark", self.axe(Rules::Contrast, false).await);
        add("dark", self.finds(&["focus", "still"]).await);
        self.colours(&[("forced-colors", "active")]).await;
        add("forced colours", self.finds(&["bordered", "focus"]).await);
        self.colours(&[]).await;
        for width in [320, 640] {
            self.is_wide(Some(width)).await;
            add(&format!("{width} px"), self.finds(&["sideways", "targets"]).await);
        }
        self.is_wide(None).await;
        found
    }

    async fn pictured(&self, name: &str) {
        if std::env::var_os("RETURN36A_LOOKS").is_none() {
            return;
        }
        let plain = format!("access-{}", name.replace([',', ' '], "-"));
        self.javascript("scrollTo(0, 0)").await;
        self.picture(&plain).await;
        self.colours(&[("forced-colors", "active")]).await;
        self.picture(&format!("{plain}-forced")).await;
        self.colours(&[]).await;
        self.is_wide(Some(320)).await;
        self.picture(&format!("{plain}-320")).await;
        self.is_wide(None).await;
    }
}

/// No place has a barrier, and each address has a window's title of its own.
async fn open_to_all(session: &Session, places: &[Place]) {
    let (mut found, mut titles) = (Vec::new(), Titles::new());
    session
        .walks(places, async |name| {
            session.pictured(name).await;
            found.extend(session.barriers(name).await);
            let seen = session.javascript("return [location.hash, document.title]").await;
            let [address, title] = [0, 1].map(|at| seen[at].as_str().unwrap_or_default().to_owned());
            let taken = titles.iter().find(|(other, known)| **other != address && **known == title);
            found.extend(taken.map(|(other, _)| format!("{name}: {address} and {other} are both called {title}")));
            titles.insert(address, title);
        })
        .await;
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn a_blank_return_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        open_to_all(session, BLANK).await;
    })
    .await;
}

#[tokio::test]
async fn a_return_full_of_errors_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        open_to_all(session, FULL).await;
    })
    .await;
}

#[tokio::test]
async fn what_comes_from_elsewhere_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        open_to_all(session, GIVEN).await;
    })
    .await;
}

#[tokio::test]
async fn each_way_of_signing_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        open_to_all(session, SIGNING).await;
    })
    .await;
}

#[tokio::test]
async fn a_blank_desk_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        open_to_all(session, DESK_BLANK).await;
    })
    .await;
}

#[tokio::test]
async fn a_desk_with_a_whole_quarter_is_open_to_all() {
    browse(async |session| {
        session.open_from_disk().await;
        sits_down(session).await;
        takes_all_in(session).await;
        open_to_all(session, DESK_FULL).await;
    })
    .await;
}

#[tokio::test]
async fn the_message_of_a_crash_is_open_to_all() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        session.kept().await;
        session
            .javascript("Node.prototype.insertBefore = () => { throw new Error('torn') }; location.hash = '#xem-lai'")
            .await;
        session.element(".crash").await;
        session.expected_errors().await;
        let found = session.barriers("crash").await;
        assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    })
    .await;
}

/// A page with something wrong for each look.
const BARRIERS: &str = r##"<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Rào cản</title><link rel="icon" href="data:,">
<style>
  body { min-height: 200vh } .plain:focus { outline: none } .faint:focus { outline: 3px solid #eeeeee; box-shadow: none }
  .moves { transition: color 1s } .notice-place { position: fixed; top: 0; left: 0; right: 0; height: 60px; background: #ffffff }
</style>
<header><p id="saved" role="status"></p><button class="plain">Không thấy</button><button class="faint">Mờ</button></header>
<main><h1 id="top">Một</h1><h3>Ba</h3><img src="data:," class="moves">
  <button style="width: 10px; height: 10px; padding: 0" id="small"></button>
  <input aria-describedby="nowhere" id="twice" aria-invalid="true"><p id="twice"></p>
  <div class="field"><p class="error" id="alone">Sai</p></div><span class="tag">Nhãn</span>
  <table><tr><td><a href="#1">Một chỗ dừng</a></td><td><a href="#2">Hai chỗ dừng</a></td></tr></table>
  <div style="width: 3000px">Rộng</div></main><footer></footer>
<div class="notice-place" aria-live="polite"><p class="notice">Che</p></div>"##;

#[tokio::test]
async fn the_looks_notice_what_is_wrong() {
    browse(async |session| {
        session.serve(BARRIERS.into()).await;
        session.named_key("Tab", 9, 0).await;
        for (look, wanted) in [
            ("outline", "h3 “Ba” jumps from level 1"),
            ("outline", "the skip link is not the first stop"),
            ("bound", "names nowhere by aria-describedby, which is not there"),
            ("bound", "has an id of another one"),
            ("bound", "“Sai” is bound to no field that is marked as wrong"),
            ("bound", "is wrong, and nothing that describes it says why"),
            ("targets", "button#small “” is 10.0 × 10.0 px large"),
            ("stops", "has 2 tab stops"),
            ("focus", "button.plain “Không thấy” does not show its focus"),
            ("focus", "button.faint “Mờ” shows its focus with a contrast of 1.16"),
            ("hidden", "button.plain “Không thấy” is hidden when it has the focus"),
            ("sideways", "the page is 3"),
            ("still", "img.moves “” moves"),
            ("bordered", "span.tag “Nhãn” has no border"),
            ("bordered", "p.notice “Che” has no line at its side"),
        ] {
            let found = session.finds(&[look]).await;
            assert!(found.iter().any(|fault| fault.contains(wanted)), "{look}: {wanted} is not among {found:?}");
        }
        let found = session.axe(Rules::All, false).await;
        for rule in ["image-alt", "button-name", "heading-order", "label"] {
            assert!(found.iter().any(|fault| fault.starts_with(rule)), "{rule} is not among {found:?}");
        }
    })
    .await;
}
