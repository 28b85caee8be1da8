//! The service list as a grid: what stands around its cells.

mod ahead;
mod cells;
mod clipboard;
mod keys;
mod panel;
mod place;
mod preview;
mod sums;
mod tools;

use crate::session::view::GridView;
use crate::session::{Action, State};
use crate::text::grid_phrases;
use cells::Cells;
use yew::{Callback, Html, html};

/// The list's section, below its heading.
pub(in crate::page) fn grid(state: &State, view: &GridView, locked: bool, send: &Callback<Action>) -> Html {
    let (language, send) = (state.language, send.clone());
    html! {
        <div class="groups">
            <div class="preview-place">{ for view.preview.iter().filter(|_| !locked).map(|of| preview::preview(language, of, &send)) }</div>
            <section class="group grid-group" aria-labelledby="service_list">
                <h2 id="service_list" tabindex="-1">{ &view.title }</h2>
                <p class="hint">{ if view.is_empty && !locked { state.say(grid_phrases::BEGIN) } else { String::new() } }</p>
                { tools::tools(language, view, locked, &send) }
                { tools::looking(language, view, &send) }
                <Cells view={view.clone()} {language} {locked} send={send.clone()} />
                { panel::panel(language, view, locked, &send) }
                { tools::keys(language) }
            </section>
            <div>if !locked { { tools::bringing(language, view, &send) } }</div>
            <div>if !view.sums.is_empty() { { sums::sums(language, view, locked, &send) } }</div>
        </div>
    }
}
