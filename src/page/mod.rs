//! The page: components, screens, and the browser's effects. Compiled for the browser only.
//!
//! A component shows what a view model says and reports what the person does; it decides nothing.

mod app;
mod browser;
mod components;
mod effects;
mod files;
mod screens;
mod signer;
mod subtle;

use crate::registry::Registry;
use crate::rules::RuleSet;
use crate::session::State;
use std::rc::Rc;

/// Mounts the page into the element `#app`, which is emptied first: a page that the browser saved holds what was shown.
pub fn start() {
    let Some(root) = browser::document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    std::panic::set_hook(Box::new(|crash| browser::say_crashed(&crash.to_string())));
    match state() {
        Ok(state) => {
            root.set_inner_html("");
            yew::Renderer::<app::App>::with_root_and_props(root, app::Props { state }).render();
        }
        Err(error) => root.set_text_content(Some(&format!("Trang bị hỏng, hãy lấy lại tệp gốc. {error}"))),
    }
}

fn state() -> Result<State, String> {
    let registry = Registry::embedded().map_err(|error| error.to_string())?;
    let rules = RuleSet::compile(&registry.rule)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let sha256 = registry.sha256().map_err(|error| error.to_string())?;
    let today = browser::today().ok_or("no date")?;
    Ok(State::new(Rc::new(registry.clone()), sha256, Rc::new(rules), today))
}
