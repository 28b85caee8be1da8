//! A field to choose a file.

use crate::page::files;
use crate::session::Action;
use yew::{Callback, Event, Html, html};

/// A file field; what is chosen is read and given on.
pub(in crate::page) fn file_field(
    id: &'static str,
    label: String,
    hint: String,
    accept: &'static str,
    given: Callback<(String, Vec<u8>)>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let given = given.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(file) = files::chosen(event).await {
                given.emit(file);
            }
        });
    });
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <p class="hint" id={format!("{id}-hint")}>{ hint }</p>
            <input type="file" {id} {accept} {onchange} aria-describedby={format!("{id}-hint")} />
        </div>
    }
}

/// The action that opens a return's file.
pub(in crate::page) fn open_file(send: &Callback<Action>) -> Callback<(String, Vec<u8>)> {
    send.reform(|(name, bytes)| Action::OpenFile { name, bytes })
}
