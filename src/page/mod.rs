//! The page: components, screens, and the browser's effects. Compiled for the browser only.
//!
//! A component shows what a view model says and reports what the person does; it decides nothing.

mod app;
mod browser;
mod carrying;
mod components;
mod crash;
mod desk;
mod drafts;
pub mod dropped;
mod effects;
pub mod examiners;
mod files;
mod focus;
mod screens;
mod signer;
pub mod store;
mod subtle;
mod token;

use crate::registry::Registry;
use crate::rules::RuleSet;
use crate::session::State;
use examiners::Facts;
use std::rc::Rc;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, Element};

/// Mounts the page into the element `#app`, which is emptied first: a page that the browser saved holds what was shown.
/// In a worker, where the page starts this program again, it takes the page's orders instead.
pub fn start() {
    // Yew would set a hook of its own, which tells only the console.
    yew::set_custom_panic_hook(Box::new(|failure| crash::say(&failure.to_string())));
    if let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        return match facts() {
            Ok(facts) => examiners::start_worker(&worker, facts),
            Err(error) => crash::say(&error),
        };
    }
    let Some(root) = browser::document().and_then(|document| document.get_element_by_id("app")) else {
        return;
    };
    match state() {
        Ok(state) => match (browser::carried_registry(), browser::kept_registry()) {
            (None, None) => mount(root, state),
            // Drafts are opened under the registry in use: it is found out before anything is shown.
            (carried, kept) => wasm_bindgen_futures::spawn_local(async move {
                mount(root, under(state, carried, kept).await);
            }),
        },
        Err(error) => root.set_text_content(Some(&format!("Trang bị hỏng, hãy lấy lại tệp gốc. {error}"))),
    }
}

/// The state under the registries that the page carries and that the browser kept, where their signatures are right.
async fn under(mut state: State, carried: Option<String>, kept: Option<String>) -> State {
    if let Some(text) = carried {
        state = state.with_carried(signer::signed_registry(&text).await);
    }
    match kept {
        Some(text) => state.with_kept(signer::signed_registry(&text).await),
        None => state,
    }
}

fn mount(root: Element, state: State) {
    root.set_inner_html("");
    yew::Renderer::<app::App>::with_root_and_props(root, app::Props { state }).render();
}

fn state() -> Result<State, String> {
    let Facts { registry, registry_sha256, rules, .. } = facts()?;
    let today = browser::today().ok_or("no date")?;
    Ok(State::new(registry, registry_sha256, rules, today))
}

/// Whether this is the SHA-256 of the registry that the program was built with, which workers know.
fn is_own(registry_sha256: &str) -> bool {
    Registry::embedded_sha256().is_ok_and(|own| own == registry_sha256)
}

fn facts() -> Result<Facts, String> {
    let registry = Registry::embedded().map_err(|error| error.to_string())?;
    let rules = RuleSet::compile(&registry.rule)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let registry_sha256 = Registry::embedded_sha256().map_err(|error| error.to_string())?.to_owned();
    Ok(Facts { registry: Rc::new(registry.clone()), registry_sha256, rules: Rc::new(rules), is_own: true })
}
