//! The findings of a received return, as its officer sees them; instead of ways to fields, ways to a question.

use crate::page::components::findings::tag;
use crate::page::components::source::source;
use crate::session::view::{FindingGroup, FindingSection};
use crate::text::{Language, desk_phrases, phrases};
use yew::{Callback, Html, MouseEvent, classes, html};

/// What asks about a field: its path, and words to begin with.
type Asks = Callback<(String, String)>;

/// All findings, by section.
pub(super) fn findings(sections: &[FindingSection], language: Language, asks: &Asks) -> Html {
    html! { <div class="findings">{ for sections.iter().map(|of| section(of, language, asks)) }</div> }
}

fn section(of: &FindingSection, language: Language, asks: &Asks) -> Html {
    let slug = of.section.slug();
    html! {
        <div class="findings__section" key={slug}>
            <h3>{ &of.title }{ " " }<span class="findings__counts">{ "(" }{ &of.counts }{ ")" }</span></h3>
            <ul>{ for of.groups.iter().enumerate().map(|(index, of)| group(format!("found-{slug}-{index}"), of, language, asks)) }</ul>
        </div>
    }
}

fn group(id: String, of: &FindingGroup, language: Language, asks: &Asks) -> Html {
    let about = of.places.first().map(|place| (place.path.clone(), of.message.clone()));
    let ask = asks.reform(move |_: MouseEvent| about.clone().unwrap_or_default());
    let says = id.clone();
    html! {
        <li class="finding" key={of.key.clone()}>
            <div class="said">
                <p id={id.clone()}>
                    <strong class={classes!("tag", tag(of.kind))}>{ &of.kind_name }</strong>{ " " }
                    if let [place] = of.places.as_slice() { <strong>{ &place.name }</strong>{ ": " } }
                    { &of.message }
                </p>
                { source(of.source.as_ref(), id, language) }
            </div>
            if !of.reason.is_empty() {
                <p class="finding__reason"><strong>{ phrases::REASON.text(language) }{ ": " }</strong>{ &of.reason }</p>
            }
            { places(of) }
            <button type="button" class="link ask" aria-describedby={says} onclick={ask}>{ desk_phrases::ASK_THIS.text(language) }</button>
        </li>
    }
}

/// Several places; a single one stands before what is said.
fn places(of: &FindingGroup) -> Html {
    if of.places.len() == 1 {
        return html! {};
    }
    html! {
        <details class="folded">
            <summary>{ &of.many }</summary>
            <ul class="places">{ for of.places.iter().map(|place| html! { <li key={place.path.clone()}>{ &place.name }</li> }) }</ul>
        </details>
    }
}
