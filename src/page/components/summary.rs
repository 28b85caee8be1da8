//! A list of findings, each a link to its field.

use crate::session::Action;
use crate::session::view::{FindingLine, field_id};
use yew::{Callback, Html, MouseEvent, html};

/// A link to a field.
pub(in crate::page) fn to_field(path: &str, says: Html, send: &Callback<Action>) -> Html {
    let (send, to) = (send.clone(), path.to_owned());
    let follow = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send.emit(Action::Follow(to.clone()));
    });
    html! { <a href={format!("#{}", field_id(path))} onclick={follow}>{ says }</a> }
}

/// The findings under a heading; an empty place where there are none.
pub(in crate::page) fn summary(title: &str, lines: &[FindingLine], send: &Callback<Action>) -> Html {
    let list = lines.iter().enumerate().map(|(index, line)| {
        let says = html! { <><strong>{ &line.place }</strong>{ ": " }{ &line.message }</> };
        html! { <li key={format!("{}-{index}", line.path)}>{ to_field(&line.path, says, send) }</li> }
    });
    html! {
        <div class="summary-place">
            if !lines.is_empty() {
                <section class="summary" aria-labelledby="summary-title">
                    <h2 id="summary-title" tabindex="-1">{ title }</h2>
                    <ul>{ for list }</ul>
                </section>
            }
        </div>
    }
}
