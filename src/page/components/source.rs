//! Where a demand comes from, opened on request.

use crate::session::view::SourceView;
use crate::text::{Language, phrases, tongue};
use yew::{Html, html};

/// The source, closed; `says` names the element that says what is demanded. Nothing where no document demands it.
pub(in crate::page) fn source(view: Option<&SourceView>, says: String, language: Language) -> Html {
    let Some(view) = view else {
        return html! {};
    };
    let lines = [
        (phrases::SOURCE_DEMAND, &view.demand),
        (phrases::SOURCE_DOCUMENT, &view.document),
        (phrases::SOURCE_PLACE, &view.place),
        (phrases::SOURCE_RULE, &view.rule),
    ];
    // The space lets the line break between what is said and its source.
    html! {
        <>{ " " }<details class="source">
            <summary aria-describedby={says}>{ phrases::SOURCE.text(language) }</summary>
            <dl>
                { for lines.into_iter().map(|(name, text)| html! {
                    <div key={name.en}><dt>{ name.text(language) }{ ": " }</dt><dd lang={tongue(text)}>{ text }</dd></div>
                }) }
            </dl>
        </details></>
    }
}
