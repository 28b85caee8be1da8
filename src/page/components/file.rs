//! A field to choose a file.

use crate::page::files;
use crate::session::Action;
use crate::text::{Language, guide_phrases};
use yew::{Callback, Event, Html, html};

/// A file field; what is chosen is read and given on, cut short where it is larger than any file of a return.
pub(in crate::page) fn file_field(
    id: &'static str,
    language: Language,
    label: String,
    hint: String,
    accept: &'static str,
    given: Callback<(String, Vec<u8>)>,
) -> Html {
    large_file_field(id, language, label, hint, accept, files::MOST_BYTES, given)
}

/// A file field of which at most so many bytes are read.
pub(in crate::page) fn large_file_field(
    id: &'static str,
    language: Language,
    label: String,
    hint: String,
    accept: &'static str,
    most: usize,
    given: Callback<(String, Vec<u8>)>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let given = given.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(file) = files::chosen(event, most).await {
                given.emit(file);
            }
        });
    });
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <p class="hint" id={format!("{id}-hint")}>{ hint }</p>
            { chooser(language, html! { <input type="file" {id} {accept} {onchange} aria-describedby={format!("{id}-hint")} /> }) }
        </div>
    }
}

/// A file input in the page's own words and language: the browser's lies over the button, unseen, and takes what is chosen
/// or dropped on it.
pub(in crate::page) fn chooser(language: Language, input: Html) -> Html {
    html! {
        <span class="chooser"><span class="chooser__button" aria-hidden="true">{ guide_phrases::CHOOSE_FILE.text(language) }</span>{ input }</span>
    }
}

/// The action that opens a return's file.
pub(in crate::page) fn open_file(send: &Callback<Action>) -> Callback<(String, Vec<u8>)> {
    send.reform(|(name, bytes)| Action::OpenFile { name, bytes })
}
