//! All findings at once: by section, equal ones together, each place a link to its field.

use super::source::source;
use super::summary::to_field;
use crate::session::Action;
use crate::session::view::{FindingGroup, FindingKind, FindingSection};
use crate::text::{Language, phrases};
use yew::{Callback, Html, classes, html};

/// The findings under a heading, with the button that saves them; an empty place where there are none.
pub(in crate::page) fn findings(sections: &[FindingSection], language: Language, send: &Callback<Action>) -> Html {
    let save = send.reform(|_| Action::SaveFindings);
    html! {
        <div class="findings-place">
            if !sections.is_empty() {
                <section class="findings group" aria-labelledby="findings-title">
                    <div class="review__head">
                        <h2 id="findings-title">{ phrases::FINDINGS.text(language) }</h2>
                        <button type="button" class="link" id="save-findings" onclick={save}>
                            { phrases::SAVE_FINDINGS.text(language) }
                        </button>
                    </div>
                    { for sections.iter().map(|of| section(of, language, send)) }
                </section>
            }
        </div>
    }
}

fn section(of: &FindingSection, language: Language, send: &Callback<Action>) -> Html {
    let slug = of.section.slug();
    html! {
        <div class="findings__section" key={slug}>
            <h3>{ &of.title }{ " " }<span class="findings__counts">{ "(" }{ &of.counts }{ ")" }</span></h3>
            <ul>
                { for of.groups.iter().enumerate().map(|(index, of)| group(format!("{slug}-{index}"), of, language, send)) }
            </ul>
        </div>
    }
}

fn group(id: String, of: &FindingGroup, language: Language, send: &Callback<Action>) -> Html {
    html! {
        <li class="finding" key={of.key.clone()}>
            <div class="said">
                <p id={id.clone()}>
                    <strong class={classes!("tag", tag(of.kind))}>{ &of.kind_name }</strong>{ " " }
                    if let [place] = of.places.as_slice() { { to_field(&place.path, html! { &place.name }, send) }{ ": " } }
                    { &of.message }
                    if !of.folded && !of.many.is_empty() { <span class="findings__counts">{ " (" }{ &of.many }{ ")" }</span> }
                </p>
                { source(of.source.as_ref(), id, language) }
            </div>
            if !of.reason.is_empty() {
                <p class="finding__reason"><strong>{ phrases::REASON.text(language) }{ ": " }</strong>{ &of.reason }</p>
            }
            { places(of, send) }
        </li>
    }
}

/// Several places as links, folded away where they are many; a single one stands before what is said.
fn places(of: &FindingGroup, send: &Callback<Action>) -> Html {
    if of.places.len() == 1 {
        return html! {};
    }
    let list = html! {
        <ul class="places">
            { for of.places.iter().map(|place| {
                html! { <li key={place.path.clone()}>{ to_field(&place.path, html! { &place.name }, send) }</li> }
            }) }
        </ul>
    };
    if of.folded {
        html! { <details class="folded"><summary>{ &of.many }</summary>{ list }</details> }
    } else {
        list
    }
}

/// The class that gives a kind of finding its colour.
pub(in crate::page) fn tag(kind: FindingKind) -> Option<&'static str> {
    match kind {
        FindingKind::Error => Some("tag--wrong"),
        FindingKind::Blank | FindingKind::Carried | FindingKind::Warning => Some("tag--open"),
        FindingKind::Justified => Some("tag--done"),
        FindingKind::Note => None,
    }
}
