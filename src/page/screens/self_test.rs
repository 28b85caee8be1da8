//! Whether this browser can do what the page needs.

use super::speed::Speed;
use super::{button, heading};
use crate::page::browser;
use crate::page::subtle::Subtle;
use crate::session::{Action, Screen, State};
use crate::signing::self_test;
use crate::text::{Language, phrases};
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state};

/// The self-test's screen.
pub(in crate::page) fn screen(state: &State, send: &Callback<Action>) -> Html {
    html! {
        <div class="self-test">
            { heading(phrases::SELF_TEST.text(state.language)) }
            <p>{ state.say(phrases::SELF_TEST_EXPLAIN) }</p>
            <Results language={state.language} />
            <Speed registry={state.registry.clone()} rules={state.rules.clone()} today={state.today} language={state.language} />
            { button("link", state.say(phrases::TO_START), send, Action::Go(Screen::Start)) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    language: Language,
}

/// The storage, and each vector of the signing room.
#[component]
fn Results(props: &Props) -> Html {
    let results = use_state(Vec::new);
    let found = results.clone();
    use_effect_with(props.language, move |language| {
        let language = *language;
        wasm_bindgen_futures::spawn_local(async move { found.set(tried(language).await) });
    });
    let done = !results.is_empty();
    let row = |(name, good): (String, bool)| {
        let says = if good { phrases::SELF_TEST_GOOD } else { phrases::SELF_TEST_BAD };
        html! { <li key={name.clone()} class={if good { "good" } else { "bad" }}>{ name }{ ": " }{ says.text(props.language) }</li> }
    };
    let storage = (phrases::SELF_TEST_STORAGE.text(props.language).to_owned(), browser::keeps());
    let signing = (phrases::SELF_TEST_SIGNING.text(props.language).to_owned(), results.iter().all(|(_, good)| *good));
    html! {
        <div class="results" data-done={done.to_string()}>
            <p role="status">{ if done { "" } else { phrases::SELF_TEST_RUNNING.text(props.language) } }</p>
            <ul>if done { { row(storage) }{ row(signing) } }</ul>
            <details>
                <summary>{ phrases::SELF_TEST_DETAILS.text(props.language) }</summary>
                <ul class="vectors" lang="en">{ for results.iter().cloned().map(row) }</ul>
            </details>
        </div>
    }
}

/// Each vector of the signing room; where there are no primitives, the sentence that says why.
async fn tried(language: Language) -> Vec<(String, bool)> {
    match Subtle::new() {
        Ok(subtle) => {
            self_test(&subtle).await.into_iter().map(|result| (result.name.to_owned(), result.passed)).collect()
        }
        Err(error) => vec![(crate::text::signing_message(error.code(), language), false)],
    }
}
