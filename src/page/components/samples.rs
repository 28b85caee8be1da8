//! The samples that a newcomer tries the page on.

use crate::session::Action;
use crate::session::view::SampleChoice;
use crate::text::{Language, guide_phrases};
use web_sys::HtmlSelectElement;
use yew::{Callback, Html, NodeRef, Properties, component, html, use_node_ref};

/// The samples and where the choice goes.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::page) struct Props {
    pub(in crate::page) samples: Vec<SampleChoice>,
    pub(in crate::page) language: Language,
    pub(in crate::page) send: Callback<Action>,
}

/// A list of samples, and the button that opens the chosen one.
#[component]
pub(in crate::page) fn Samples(props: &Props) -> Html {
    let list: NodeRef = use_node_ref();
    let (node, samples, send) = (list.clone(), props.samples.clone(), props.send.clone());
    let open = move |_| {
        let place = node.cast::<HtmlSelectElement>().and_then(|list| usize::try_from(list.selected_index()).ok());
        if let Some(chosen) = place.and_then(|place| samples.get(place)) {
            send.emit(Action::OpenSample { agency: chosen.agency.clone(), period: chosen.period });
        }
    };
    let say = |phrase: crate::text::Phrase| phrase.text(props.language);
    html! {
        <div class="field">
            <h2>{ say(guide_phrases::SAMPLES) }</h2>
            <p class="hint" id="samples-hint">{ say(guide_phrases::SAMPLES_HINT) }</p>
            <label for="samples">{ say(guide_phrases::SAMPLE_CHOOSE) }</label>
            <div class="control">
                <select ref={list} id="samples" aria-describedby="samples-hint">
                    { for props.samples.iter().enumerate().map(|(index, of)| html! { <option key={index} value={index.to_string()}>{ &of.name }</option> }) }
                </select>
                <button type="button" id="open-sample" class="secondary" onclick={open}>{ say(guide_phrases::SAMPLE_OPEN) }</button>
            </div>
        </div>
    }
}
